"""Tables in the texts of a Word file: across the page, one language after the other, or both side by side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

from yubei_pub.document import Block
from yubei_pub.model import Passage
from yubei_pub.word import wordml
from yubei_pub.wording import matter
from yubei_pub.writers import _columns
from yubei_pub.writers._columns import Column, Grid
from yubei_pub.writers._word_blocks import KEEP, NUMBER, TWIPS_PER_POINT, Typesetter, small, twips
from yubei_pub.writers._word_sheet import GUTTER, Sheet


class Side(NamedTuple):
    """A language of a passage: who sets it, and what stands where it has nothing."""

    setter: Typesetter
    instead: str

    def blocks(self, passage: Passage) -> Sequence[Block]:
        """What the passage says in it."""
        return passage.side(self.setter.voice.chinese)


def sides(sheet: Sheet) -> list[Side]:
    """English and Chinese, in this order."""
    return [Side(sheet.english, matter.UNTRANSLATED), Side(sheet.chinese, matter.NO_SOURCE)]


class _Part(NamedTuple):
    """The columns of a table that one language has; `gutter` is what the last one keeps free at its right."""

    side: Side
    columns: Sequence[Column]
    widths: list[int]
    gutter: int = 0

    def cells(self, block: Block | None, absent: bool, leading: bool) -> Iterator[str]:
        """A row of them; `absent` says that the passage has nothing in this language, `leading` that no page parts it
        from the next.
        """
        setter, style = self.side.setter, small("TableCell", self.columns)
        contents = setter.cells(block, self.columns, sum(self.widths) - self.gutter, leading) if block else []
        if absent:
            contents = [wordml.paragraph(style, setter.text(self.side.instead, "Untranslated"))]
        contents += [wordml.paragraph(style, "")] * (len(self.widths) - len(contents))
        yield from map(wordml.cell, self.widths, contents, [*[0] * (len(self.widths) - 1), self.gutter])


def across(passages: Iterable[Passage], sides: Sequence[Side], width: int, led: frozenset[int]) -> Iterator[str]:
    """Rows as tables across so many twips of the page, each in one language and then the other."""
    room = width - NUMBER
    for rows in _columns.tables(passages):
        written = [[block for passage in rows for block in side.blocks(passage)] for side in sides]
        languages = [side.setter.voice.chinese for side in sides]
        found = _columns.across([*zip(written, languages, strict=True)], room / TWIPS_PER_POINT)
        for side, columns in zip(sides, found, strict=True):
            caption = "表" if side.setter.voice.chinese else "Table"
            yield _table(rows, [_Part(side, columns, twips(columns, room))], caption, led)


def tables(sheet: Sheet, passages: Sequence[Passage], grid: Grid, led: frozenset[int]) -> Iterator[str]:
    """The same in a briefing whose languages stand side by side, if half the page is wide enough for its columns.

    Each row has both, so that its rules are of one height and the header row is repeated on every page.
    """
    english, chinese = sides(sheet)
    if not grid.beside:
        yield from across(passages, sheet.style.ordered(english, chinese), sheet.width, led)
        return
    columns = sheet.columns
    first, second = sheet.style.ordered(
        _Part(english, grid.english, twips(grid.english, columns.english)),
        _Part(chinese, grid.chinese, twips(grid.chinese, columns.chinese)),
    )
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
    for passage in passages:
        header = not rows and _columns.is_header(passage)
        of_parts = [part.side.blocks(passage) for part in parts]
        leading = header or passage.number in led or (short and passage is not passages[-1])
        for blocks in [*zip_longest(*of_parts)] or [(None,) * len(parts)]:
            number = parts[0].side.setter.text(str(passage.number))
            cells = [wordml.cell(NUMBER, wordml.paragraph("ParagraphNumber", number, KEEP if leading else ""))]
            for part, block, those in zip(parts, blocks, of_parts, strict=True):
                cells += part.cells(block, not those, leading)
            rows.append(wordml.row(cells, header=header, whole=True))
    style = small("TextTable", parts[0].columns)
    gap = wordml.paragraph("Gap", "", KEEP if passages[-1].number in led else "")
    return wordml.table(style, widths, rows, caption) + gap
