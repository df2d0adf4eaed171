"""On about which page the headings of a Word file will stand, for a contents list before Word has counted."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import zip_longest
from typing import NamedTuple

from yubei_pub import colophon
from yubei_pub.document import Block, MarkKind
from yubei_pub.model import BriefingSection, Passage
from yubei_pub.writers import _word_flow, _word_parallel
from yubei_pub.writers._word_figures import in_one_line, size
from yubei_pub.writers._word_headings import depth, titles_height
from yubei_pub.writers._word_sheet import CHINESE, NUMBER, TERMS, TITLE, Sheet, lines_of

# Twips, as in the template's styles.
_LINE, _AFTER, _NOTE = 280, 90, 220
_HEADINGS = (740, 500, 460)  # with the space around them, by level
_ABOVE = (300, 140, 120)
_AROUND, _FACT, _ENTRY = 1500, 125, 275  # of the title block but its titles, half a line of facts, a line of the list
_CAPTION, _CAPTION_LINE = 440, 240  # under a picture, and a second line


class _Piece(NamedTuple):
    """A stretch of the page: its height in twips, and which part of it must not be parted from what precedes it.

    `before` is the space above it that is left out at the top of a page.
    """

    height: int
    least: int
    key: str = ""
    keep: bool = False
    before: int = 0


def pages(sheets: Sequence[Sheet]) -> Mapping[str, int]:
    """The page of each heading, by the name of its bookmark.  In a volume the list has pages of its own."""
    if len(sheets) == 1:
        return _placed(sheets[0], [*_pieces(sheets[0]), _heading(1, TERMS)], 1)[0]
    room, entries = _room(sheets[0]), sum(len(sheet.anchors) for sheet in sheets)
    number, found = 2 + entries * _ENTRY // room, dict[str, int]()
    for sheet in sheets:
        placed, last = _placed(sheet, _pieces(sheet), number)
        found |= placed
        number = last + 1
    return found | {sheets[-1].anchors.get(TERMS, ""): number}


def _room(sheet: Sheet) -> int:
    page = sheet.package.template.page
    return max(page.height - page.top - page.bottom, _LINE)


def _placed(sheet: Sheet, pieces: Iterable[_Piece], number: int) -> tuple[dict[str, int], int]:
    """The pages of the headings among the pieces, the first of which begins page `number`, and the last page."""
    room, found = _room(sheet), dict[str, int]()
    at, kept, above = 0, 0, 0  # how far down the page, and what must not be parted from the next piece
    keys = list[str]()
    for piece in pieces:
        if piece.key:
            keys.append(piece.key)
        if piece.keep:
            above = above if kept else piece.before
            kept += piece.height
            continue
        if at and at + kept + piece.least > room:
            number, at = number + 1, -above
        found.update({sheet.anchors.get(key, ""): number for key in keys})
        turned, at = divmod(at + kept + piece.height, room)
        number, kept, above, keys = number + turned, 0, 0, []
    found.update({sheet.anchors.get(key, ""): number for key in keys})
    return found, number


def _pieces(sheet: Sheet) -> Iterator[_Piece]:
    front = _AROUND + _FACT * len(colophon.facts(sheet.briefing))
    front += _ENTRY * len(sheet.anchors) if not sheet.number else 0
    front += sum(titles_height(sheet, lead) for lead in sheet.briefing.sections[:1])
    yield _Piece(front, front, TITLE)
    text = {"stacked": _stacked, "english": _english}.get(sheet.style.layout, _parallel)
    for section in sheet.briefing.sections:
        if section.id != "lead":
            yield _heading(depth(section), section.id)
        for piece in sheet.recall("heights", section, partial(_text, sheet, section, text)):
            yield _Piece(*piece)
    if sheet.style.layout == "english":
        yield _heading(1, CHINESE)
        for section in sheet.briefing.sections:
            yield from _chinese(sheet, section)


def _text(sheet: Sheet, section: BriefingSection, text: Callable[[Sheet, Passage], _Piece]) -> Iterator[_Piece]:
    for passage in section.passages:
        yield _figure(sheet, passage) if passage.number is None else text(sheet, passage)


def _heading(level: int, key: str = "") -> _Piece:
    return _Piece(_HEADINGS[level - 1], 0, key, keep=True, before=_ABOVE[level - 1])


def _parallel(sheet: Sheet, passage: Passage) -> _Piece:
    lines = sheet.columns.lines(passage)
    whole = lines <= _word_parallel.WHOLE_LINES
    return _noted(passage.source + passage.target, lines, lines if whole else 1)


def _stacked(sheet: Sheet, passage: Passage) -> _Piece:
    lines = _word_flow.lines(passage, sheet.width)
    return _noted(passage.source + passage.target, lines, lines if lines <= _word_flow.WHOLE_LINES else 2)


def _english(sheet: Sheet, passage: Passage) -> _Piece:
    return _noted(passage.target, _across(sheet, passage.target, False), 2)


def _chinese(sheet: Sheet, section: BriefingSection) -> Iterator[_Piece]:
    if section.id != "lead":
        yield _heading(2)
    for piece in sheet.recall("original heights", section, partial(_original, sheet, section)):
        yield _Piece(*piece)


def _original(sheet: Sheet, section: BriefingSection) -> Iterator[_Piece]:
    for passage in section.passages:
        if passage.number is not None:
            yield _noted(passage.source, _across(sheet, passage.source, True), 2)


def _across(sheet: Sheet, blocks: tuple[Block, ...], chinese: bool) -> int:
    return lines_of(blocks, sheet.width - NUMBER - _word_flow.RIGHT, chinese)


def _noted(blocks: tuple[Block, ...], lines: int, least: int) -> _Piece:
    """Text of so many lines, with the notes under the page."""
    notes = 0
    for block in blocks:
        if block.marks:
            notes += sum(mark.kind is MarkKind.NOTE for mark in block.marks)
    return _Piece(lines * _LINE + len(blocks) * _AFTER // 2 + notes * _NOTE, least * _LINE)


def _figure(sheet: Sheet, passage: Passage) -> _Piece:
    height = 0
    for target, source in zip_longest(passage.target, passage.source):
        picture = sheet.briefing.pictures.get((source or target).picture)
        height += (size(sheet, picture)[1] if picture else _LINE) + _CAPTION
        height += 0 if in_one_line(sheet, colophon.spoken(target), colophon.spoken(source)) else _CAPTION_LINE
    return _Piece(height, height)
