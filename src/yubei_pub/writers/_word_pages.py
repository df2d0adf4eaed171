"""On about which page the headings of a Word file will stand, for a contents list before Word has counted."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import TypeAlias

from yubei_pub.document import Block, MarkKind
from yubei_pub.model import BriefingSection, Passage
from yubei_pub.wording import captions, colophon, matter, term_rows, volume
from yubei_pub.writers import _columns, _word_flow, _word_parallel
from yubei_pub.writers._columns import Column
from yubei_pub.writers._keeping import leading
from yubei_pub.writers._word_blocks import NUMBER, TWIPS_PER_POINT, Typesetter
from yubei_pub.writers._word_figures import in_one_line, size
from yubei_pub.writers._word_headings import (
    DEEPEST,
    USUAL,
    depth,
    in_list,
    lines_of_heading,
    of_section,
    printed,
    titles_height,
    volume_words,
)
from yubei_pub.writers._word_sheet import CHINESE, TERMS, TITLE, Sheet, lines_of

# Twips, as in the template's styles.
_LINE, _AFTER, _NOTE = 280, 90, 220
_HEADINGS = (740, 500, 460)  # with the space around them, by level
_ABOVE, _LEADINGS = (300, 140, 120), (400, 320, 300)
_AROUND, _FACT = 1500, 125  # of the title block but its titles, half a line of facts
_WHOLE = 3  # lines of a paragraph that no page parts, for two must stay on either side
_RULE = 200  # under the list
_LIST_HEAD = 460  # of a volume's list, which has pages of its own
_LIST_LINE, _ABOVE_FIRST = 260, 40  # of any list, and above an entry of the first level
_TERMS, _COLOPHON = 2 * 340, 1200  # the head of their table and a row; what a few rows have with them
_COLOPHON_ABOVE, _COLOPHON_LINE, _COLOPHON_LETTERS = 240, 210, 140  # letters of which a Chinese character is two
_CELL_LINE, _AROUND_CELL = 250, 50  # of a table
_ENTRY_SIZE = 9.5  # points
_NOTE_LINE = {False: 125, True: 55}  # letters of a note, as it stands under an A4 page
_FIGURE, _CAPTION = 120, 400  # around a picture, and its caption
_CAPTION_LINE, _AFTER_CAPTION = 240, 180  # a second line of it, and what may hang below


# A stretch of the page: its height in twips, and how much of it must not be parted from what precedes it.
_Piece: TypeAlias = tuple[int, int]


class _Filling:
    """Pages filled from the top, from page `number` on; `found` has the page of each heading by its bookmark."""

    def __init__(self, sheet: Sheet, number: int) -> None:
        self.anchors, self.room, self.number = sheet.anchors, _room(sheet), number
        self.found = dict[str, int]()
        self._at = 0  # how far down the page
        self._kept, self._above = 0, 0  # headings that go with what comes next, and the space over them within a page
        self._waiting = list[str]()  # the names of their bookmarks

    def heading(self, level: int, key: str = "", lines: int = 1) -> None:
        """A heading, known to the contents list by `key`."""
        self._waiting.append(self.anchors.get(key, ""))
        self._above = self._above if self._kept else _ABOVE[level - 1]
        self._kept += _HEADINGS[level - 1] + (lines - 1) * _LEADINGS[level - 1]

    def text(self, pieces: Iterable[_Piece]) -> None:
        """Pieces one under the other."""
        for height, least in pieces:
            if self._at and self._at + self._kept + least > self.room:
                self.number, self._at = self.number + 1, -self._above
            if self._waiting:
                self.settle()
            self._at += self._kept + height
            if self._at >= self.room:
                turned, self._at = divmod(self._at, self.room)
                self.number += turned
            self._kept = self._above = 0

    def turn(self) -> None:
        """What comes next begins a page."""
        self.number, self._at = self.number + bool(self._at), 0

    def settle(self) -> None:
        """The headings that wait stand on this page."""
        self.found.update(dict.fromkeys(self._waiting, self.number))
        self._waiting.clear()


def pages(sheets: Sequence[Sheet]) -> Mapping[str, int]:
    """The page of each heading, by the name of its bookmark.  In a volume the list has pages of its own."""
    if len(sheets) == 1:
        filling = _filled(sheets[0], 1)
        filling.heading(1, TERMS)
        few = len(sheets[0].briefing.terms) <= term_rows.WITH_THE_END
        filling.text([(_TERMS, _TERMS + _COLOPHON * few)])
        return filling.found
    facts = volume.facts([sheet.briefing for sheet in sheets])
    height = _AROUND + _FACT * len(facts) + titles_height(sheets[0], volume_words(sheets[0]))
    height += _LIST_HEAD + sum(map(_listed, sheets))
    number, found = 2 + height // _room(sheets[0]), dict[str, int]()
    for sheet in sheets:
        filling = _filled(sheet, number)
        filling.settle()
        found |= filling.found
        number = filling.number + 1
    return found | {sheets[-1].anchors.get(TERMS, ""): number}


def _room(sheet: Sheet) -> int:
    page = sheet.package.template.page
    return max(page.height - page.top - page.bottom, _LINE)


def _filled(sheet: Sheet, number: int) -> _Filling:
    """The pages of one briefing but its terms, the first of which has this number."""
    filling = _Filling(sheet, number)
    front = _AROUND + _FACT * sum(1 + fact.wide for fact in matter.facts(sheet.briefing))
    front += _listed(sheet) + _RULE * bool(sheet.anchors) if not sheet.number else 0
    front += titles_height(sheet, of_section(sheet, sheet.briefing.lead))
    filling.found[sheet.anchors.get(TITLE, "")] = number
    filling.text([(front, front)])
    alone = sheet.style.layout == "english"
    text = {"stacked": _stacked, "english": _english}.get(sheet.style.layout, _parallel)
    for section in sheet.briefing.sections:
        if not section.is_lead:
            lines = lines_of_heading(sheet, depth(section), printed(sheet, section), section)
            filling.heading(depth(section), section.id, lines)
        pieces = sheet.recall("heights", section, partial(_text, sheet, section, text))
        filling.text(pieces if alone else _ended(sheet, section, pieces))
    if alone:
        filling.turn()
        filling.heading(1, CHINESE)
        for section in sheet.originals:
            if not section.is_lead and section.source_heading:
                filling.heading(min(max(section.level, 2), DEEPEST))
            pieces = sheet.recall("original heights", section, partial(_original, sheet, section))
            filling.text(_ended(sheet, section, pieces))
    return filling


def _ended(sheet: Sheet, section: BriefingSection, pieces: Iterable[_Piece]) -> Iterable[_Piece]:
    """The same with the colophon, which in a volume stands behind each text and has its last paragraph with it."""
    if not sheet.ends_with(section):
        return pieces
    *others, (height, _) = [*pieces] or [(0, 0)]
    said = (
        sum(len(sentence.text) * (1 + sentence.chinese) for sentence in p) for p in colophon.paragraphs(sheet.briefing)
    )
    height += _COLOPHON_ABOVE + sum(_COLOPHON_LINE * (letters // _COLOPHON_LETTERS + 1) + 60 for letters in said)
    return [*others, (height, height)]


def _listed(sheet: Sheet) -> int:
    """About how many twips of the contents list are this briefing's."""
    lines = len(sheet.anchors)
    first_level = sum(key in sheet.anchors for key in (TITLE, TERMS)) + (CHINESE in sheet.anchors and not sheet.number)
    for section in sheet.briefing.sections:
        if (TITLE if section.is_lead else section.id) in sheet.anchors:
            first = of_section(sheet, section)[0]
            lines += int(USUAL * first.width(_ENTRY_SIZE) / sheet.line)
            first_level += not section.is_lead and in_list(sheet, depth(section)) == 1
    return _LIST_LINE * lines + _ABOVE_FIRST * first_level


def _text(sheet: Sheet, section: BriefingSection, text: Callable[[Sheet, Passage], _Piece]) -> Iterator[_Piece]:
    pieces = [*_apart(sheet, section, text)]
    led = leading(section.passages)
    for at in range(len(pieces) - 2, -1, -1):
        if section.passages[at].number in led:
            height, _ = pieces[at]
            pieces[at] = height, height + pieces[at + 1][1]
    return iter(pieces)


def _apart(sheet: Sheet, section: BriefingSection, text: Callable[[Sheet, Passage], _Piece]) -> Iterator[_Piece]:
    """The same without what leads to the next."""
    languages = [False] if sheet.style.layout == "english" else [False, True]
    tables = [*_tables(sheet, section.passages, languages)]
    heights = {number: height for table, _ in tables for number, height in table.items()}
    together = {next(iter(table)): sum(table.values()) for table, short in tables if short}
    for passage in section.passages:
        if passage.number is None:
            yield _figure(sheet, passage)
        elif passage.number in heights:
            yield heights[passage.number], together.get(passage.number, heights[passage.number])
        else:
            yield text(sheet, passage)


def _tables(
    sheet: Sheet, passages: Sequence[Passage], languages: Sequence[bool]
) -> Iterator[tuple[dict[int | None, int], bool]]:
    """The tables in these languages: the height of each row by its number, and whether they are short."""
    found, alone = _columns.grids(passages), sheet.style.layout in ("stacked", "english")
    room = (sheet.width - NUMBER) / TWIPS_PER_POINT
    for rows in _columns.tables(passage for passage in passages if passage.number in found):
        grid = found[rows[0].number]
        beside = grid.beside and not alone
        columns, width = [grid.english, grid.chinese], 0.0
        if not beside:
            columns, width = _columns.across(rows, languages, room - alone * _word_flow.RIGHT / TWIPS_PER_POINT, room)
        widths = [each / TWIPS_PER_POINT for each in (sheet.columns.english, sheet.columns.chinese)]
        heights = dict[int | None, int]()
        for row in rows:
            sides = zip(languages, columns, widths if beside else [width] * len(languages), strict=True)
            each = [_cells(row.side(chinese), those, points, chinese) for chinese, those, points in sides]
            heights[row.number] = max(each) if beside else sum(each)
        yield heights, _columns.is_short(rows)


def _parallel(sheet: Sheet, passage: Passage) -> _Piece:
    lines = sheet.columns.lines(passage)
    whole = lines <= _word_parallel.WHOLE_LINES
    after = _AFTER * max(len(passage.target), len(passage.source))
    return _noted(sheet, passage.blocks, lines * _LINE + after, lines if whole else 1)


def _stacked(sheet: Sheet, passage: Passage) -> _Piece:
    """A unit of few lines: its last paragraph may leave two lines or more to the next page, none before it any."""
    measure = _word_flow.measure(sheet.width)
    english, chinese = lines_of(passage.target, measure.english), lines_of(passage.source, measure.chinese)
    first, last = sheet.style.ordered(english, chinese)
    lines, least = first + last, first + (last if last <= _WHOLE else 2)
    after = _word_flow.WITHIN + _word_flow.BETWEEN + _AFTER * max(len(passage.blocks) - 2, 0)
    return _noted(sheet, passage.blocks, lines * _LINE + after, least if lines <= _word_flow.WHOLE_LINES else 2)


def _english(sheet: Sheet, passage: Passage) -> _Piece:
    return _alone(sheet, passage.target, _word_flow.measure(sheet.width).english)


def _original(sheet: Sheet, section: BriefingSection) -> Iterator[_Piece]:
    measure = _word_flow.measure(sheet.width).chinese
    heights = {number: high for table, _ in _tables(sheet, section.passages, [True]) for number, high in table.items()}
    for passage in section.passages:
        if passage.number in heights:
            yield heights[passage.number], heights[passage.number]
        elif passage.number is not None:
            yield _alone(sheet, passage.source, measure)


def _cells(rows: Sequence[Block], columns: Sequence[Column], width: float, chinese: bool) -> int:
    """Twips of the height of rows whose table is so many points wide."""
    return sum(_columns.lines(row, columns, width, chinese) * _CELL_LINE + _AROUND_CELL for row in rows)


def _alone(sheet: Sheet, blocks: tuple[Block, ...], measure: int) -> _Piece:
    """Paragraphs of one language."""
    return _noted(sheet, blocks, lines_of(blocks, measure) * _LINE + _AFTER * len(blocks), 2)


def _noted(sheet: Sheet, blocks: tuple[Block, ...], height: int, least: int) -> _Piece:
    """Text so high, of which so many lines are not parted, with the notes under the page."""
    notes = 0
    for block in blocks:
        for mark in block.marks:
            if mark.kind is MarkKind.NOTE:
                notes += max(_lines_of_note(setter, mark.target) for setter in sheet.setters)
    return height + notes * _NOTE, least * _LINE


def _lines_of_note(setter: Typesetter, label: str) -> int:
    note = setter.notes.get(label)
    return len(note.text.text) // _NOTE_LINE[setter.chinese] + 1 if note else 0


def _figure(sheet: Sheet, passage: Passage) -> _Piece:
    height = 0
    for figure in captions.figures(passage):
        picture = sheet.briefing.pictures.get(figure.path)
        width, high = size(sheet, picture) if picture else (sheet.width - NUMBER, _LINE)
        height += high + _FIGURE
        if said := sheet.captions(figure):
            height += _CAPTION + (0 if len(said) == 1 or in_one_line(figure, width) else _CAPTION_LINE)
    return height, height - _AFTER_CAPTION
