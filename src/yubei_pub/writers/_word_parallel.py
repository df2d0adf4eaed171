"""Word, side by side: English beside Chinese in tables whose rows carry the paragraph numbers.

Headings stand outside the tables, because Word's navigation pane hides headings in tables.
Numbers are literal: automatic ones would run across both columns.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import groupby

from yubei_pub.model import BriefingSection, Passage
from yubei_pub.word import wordml
from yubei_pub.word.package import Xml
from yubei_pub.word.wordml import HERE
from yubei_pub.wording import matter
from yubei_pub.writers import _word_tables
from yubei_pub.writers._columns import grids
from yubei_pub.writers._keeping import leading
from yubei_pub.writers._word_blocks import KEEP, Typesetter
from yubei_pub.writers._word_figures import figures
from yubei_pub.writers._word_headings import section_heading
from yubei_pub.writers._word_sheet import GUTTER, Columns, Sheet

# Pages break between rows, so that nobody reads a paragraph's end beside nothing.  Only a row of more lines than this
# may be split: moved whole it would leave half a page empty.
WHOLE_LINES = 20


def sections(sheet: Sheet) -> Iterator[Xml]:
    """Each section: its heading, then tables with the figures between them."""
    tables = Tables(sheet)
    for section in sheet.briefing.sections:
        yield from sheet.text("rows", section, partial(_section, tables, section))


def _section(tables: Tables, section: BriefingSection) -> Iterator[str]:
    sheet, found, above = tables.sheet, grids(section.passages), list[Passage]()
    last = sheet.ends_with(section)
    led = leading(section.passages, last)
    yield from section_heading(sheet, section)
    for (is_figure, grid), run in groupby(section.passages, lambda p: (p.number is None, found.get(p.number))):
        text, above = above, []
        if is_figure:
            for passage in run:
                yield from figures(sheet, passage, last and passage is section.passages[-1])
        elif grid:
            if text:  # Word makes one table of two that touch
                yield wordml.paragraph("Gap", "", KEEP if text[-1].number in led else "")
            yield from _word_tables.tables(sheet, list(run), grid, led)
        else:
            above = list(run)
            yield from tables.table(above, matter.section_name(section), led)


class Tables:
    """The tables of a sheet; what they have alike is made once.

    That is their header row, and what stands before, between and behind the three texts of a row that has a plain
    paragraph on each side and is not split by a page, as nearly every row.
    """

    def __init__(self, sheet: Sheet) -> None:
        self.sheet, columns = sheet, sheet.columns
        names = (setter.text(name) for setter, name in sheet.sides(*matter.LANGUAGES))
        heads = (sheet.english.text("¶"), *names)
        # The header row is there for screen readers and so that a page after a break names its columns to them: it is
        # two points high and white, because on paper nobody needs to be told which column is Chinese.
        self._head = _row(columns, [wordml.paragraph("ColumnHead", head) for head in heads], header=True)
        number = wordml.paragraph("ParagraphNumber", sheet.english.text(HERE))
        sides = (wordml.paragraph(setter.style, setter.text(HERE)) for setter in sheet.setters)
        self._around = _row(columns, (number, *sides), whole=True).split(HERE)
        self._english, self._chinese, self._ordered = sheet.english, sheet.chinese, sheet.style.ordered
        self._most_english, self._most_chinese = (WHOLE_LINES * measure for measure in columns.measure)

    def table(self, passages: Sequence[Passage], name: str, led: frozenset[int]) -> Iterator[str]:
        """A table of numbered rows, written row by row; `led` has the numbers of those that lead to the next."""
        caption = f"{name}: paragraphs {passages[0].number} to {passages[-1].number} in English and Chinese"
        yield wordml.table_start("Parallel", self.sheet.columns.widths, caption) + self._head
        for passage in passages:
            keep = passage.number in led
            yield from (not keep and self.plain(passage)) or (row_of(self.sheet, passage, keep),)
        yield wordml.TABLE_END

    def plain(self, passage: Passage) -> tuple[str, ...]:
        """The row of plain paragraphs, nothing if it is not such a one.

        It comes in two parts, so that the half that has no Chinese in it is encoded in next to no time.
        """
        if len(passage.source) != 1 or len(passage.target) != 1:
            return ()
        english, chinese = self._english.plain(passage.target[0]), self._chinese.plain(passage.source[0])
        if not 0 < len(english) <= self._most_english or not 0 < len(chinese) <= self._most_chinese:
            return ()
        left, right = self._ordered(english, chinese)
        opening, behind_number, between, closing = self._around
        return f"{opening}{passage.number}{behind_number}{left}{between}", f"{right}{closing}"


def row_of(sheet: Sheet, passage: Passage, keep: bool = False) -> str:
    """The row of any passage; `keep` says that no page may part it from the next."""
    columns = sheet.columns
    number = wordml.paragraph("ParagraphNumber", sheet.english.text(str(passage.number)), KEEP if keep else "")
    rooms = sheet.sides(columns.english, columns.chinese)
    sides = [_side(setter, passage, room, keep) for setter, room in rooms]
    return _row(columns, (number, *sides), whole=columns.lines(passage) <= WHOLE_LINES)


def _side(setter: Typesetter, passage: Passage, width: int, keep: bool) -> str:
    """The content of a cell: blocks, or a grey word for what is not there."""
    blocks = "".join([setter.block(block, width, keep) for block in passage.side(setter.chinese)])
    return blocks or wordml.paragraph(setter.style, setter.absent())


def _row(columns: Columns, cells: Iterable[str], header: bool = False, whole: bool = False) -> str:
    return wordml.row(map(wordml.cell, columns.widths, cells, (0, GUTTER, 0)), header=header, whole=whole)
