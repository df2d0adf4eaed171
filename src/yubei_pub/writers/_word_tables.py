"""Tables in the texts of a Word file: across the page, one language after the other, or both side by side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from yubei_pub.document import Block
from yubei_pub.model import Passage
from yubei_pub.word import wordml
from yubei_pub.writers import _columns
from yubei_pub.writers._columns import Column, Grid, Row
from yubei_pub.writers._word_blocks import KEEP, NUMBER, TWIPS_PER_POINT, Typesetter, small, twips
from yubei_pub.writers._word_sheet import GUTTER, Sheet


class _Part(NamedTuple):
    """The columns of a table that one language has; `gutter` is what the last one keeps free at its right."""

    setter: Typesetter
    columns: Sequence[Column]
    widths: list[int]
    gutter: int = 0

    def cells(self, row: Row, block: Block | None, leading: bool) -> Iterator[str]:
        """A row of them; `leading` says that no page parts it from the next."""
        style = small("TableCell", self.columns)
        contents = self.setter.cells(block, self.columns, sum(self.widths) - self.gutter, leading) if block else []
        if not row.passage.side(self.setter.chinese):
            contents = [wordml.paragraph(style, self.setter.absent())]
        contents += [wordml.paragraph(style, "")] * (len(self.widths) - len(contents))
        yield from map(wordml.cell, self.widths, contents, [*[0] * (len(self.widths) - 1), self.gutter])


def across(
    passages: Iterable[Passage], setters: Sequence[Typesetter], width: int, led: frozenset[int], margin: int = 0
) -> Iterator[str]:
    """Rows as tables across so many twips of the page, each in one language and then the other.

    What stands in the margin are tables whose words would be broken beside it.
    """
    room, languages = width - NUMBER, [setter.chinese for setter in setters]
    for rows in _columns.tables(passages):
        found, points = _columns.across(rows, languages, (room - margin) / TWIPS_PER_POINT, room / TWIPS_PER_POINT)
        for setter, columns in zip(setters, found, strict=True):
            caption = "表" if setter.chinese else "Table"
            yield _table(rows, [_Part(setter, columns, twips(columns, round(points * TWIPS_PER_POINT)))], caption, led)


def tables(sheet: Sheet, passages: Sequence[Passage], grid: Grid, led: frozenset[int]) -> Iterator[str]:
    """The same in a briefing whose languages stand side by side, if half the page is wide enough for its columns.

    Each row has both, so that its rules are of one height and the header row is repeated on every page.
    """
    if not grid.beside:
        yield from across(passages, sheet.setters, sheet.width, led)
        return
    rooms = sheet.columns
    both = sheet.sides((grid.english, rooms.english), (grid.chinese, rooms.chinese))
    first, second = (_Part(setter, columns, twips(columns, room)) for setter, (columns, room) in both)
    *others, last = first.widths
    first = first._replace(widths=[*others, last + GUTTER], gutter=GUTTER)
    for rows in _columns.tables(passages):
        yield _table(rows, [first, second], f"Table: paragraphs {rows[0].number} to {rows[-1].number}", led)


def _table(passages: Sequence[Passage], parts: Sequence[_Part], caption: str, led: frozenset[int]) -> str:
    """A table with the numbers of its rows in its first column, and a gap that keeps it from the next.

    `led` has those of the rows that no page parts from what follows.
    """
    widths = [NUMBER, *(width for part in parts for width in part.widths)]
    rows: list[str] = []
    short = _columns.is_short(passages)
    for row in _columns.rows(passages, [part.setter.chinese for part in parts]):
        passage = row.passage
        leading = row.header or passage.number in led or (short and passage is not passages[-1])
        number = parts[0].setter.text(str(passage.number))
        cells = [wordml.cell(NUMBER, wordml.paragraph("ParagraphNumber", number, KEEP if leading else ""))]
        for part, block in zip(parts, row.blocks, strict=True):
            cells += part.cells(row, block, leading)
        rows.append(wordml.row(cells, header=row.header, whole=True))
    style = small("TextTable", parts[0].columns)
    gap = wordml.paragraph("Gap", "", KEEP if passages[-1].number in led else "")
    return wordml.table(style, widths, rows, caption) + gap
