"""The columns of tables in the texts: how wide each is, which hold figures, which tables need the whole page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby, zip_longest
from math import ceil
from typing import NamedTuple, TypeAlias

from yubei_pub.document import Block, BlockKind
from yubei_pub.model import Passage
from yubei_pub.patterns import lazy_regex
from yubei_pub.writers._widths import points

_SIZE = {False: 8, True: 9}  # points of the text, 9; widths are those of bold serifs, a tenth too wide for English
_BETWEEN = 8  # points between two columns
_READABLE = 70  # points that a column of running text wants: two or three words, seven characters
_HALF = {False: 220, True: 195}  # points of what each language has beside the other on A4
_FEW = 50  # a cell of so few points is not broken: Chinese could be, between any two characters

_GAP = 2.25  # a quarter of an em
_MEETING = lazy_regex("(?<=[\u3400-\u9fff])(?=[A-Za-z0-9])|(?<=[A-Za-z0-9%])(?=[\u3400-\u9fff])")
_WORD = lazy_regex("[^\\s\u2e80-\U0003ffff]+")  # what no line breaks, in either script
_FIGURE = lazy_regex(r"[+\-−–—~约逾超近]?\s*[¥$€£]?\d[\d.,/:]*\s*(?:[%‰]|[余多]?[十百千万亿]*[余多]?[个人元亩户]?)")


class Column(NamedTuple):
    """A column of one table: points that its longest word needs and its longest cell, and whether it holds figures."""

    least: float
    most: float
    figures: bool


def columns(rows: Sequence[Block], chinese: bool) -> list[Column]:
    """The columns of rows that belong together, as many as the longest has; one where there is no row."""
    cells = zip_longest(*(row.text.text.split("\t") for row in rows), fillvalue="")
    headers = sum(row.label == "header" for row in rows[:1])
    return [_column(column, headers, chinese) for column in cells] or [Column(_READABLE, _READABLE, False)]


def _column(cells: Sequence[str], headers: int, chinese: bool) -> Column:
    least, most = float(_BETWEEN), max(_length(cell, chinese) for cell in cells) + _BETWEEN
    for cell in cells:
        for word in _WORD.findall(cell):
            least = max(least, points(word, _SIZE[chinese], chinese) + _BETWEEN)
    written = [cell.strip() for cell in cells[headers:] if cell.strip(" \xa0–—-")]
    figures = bool(written) and all(_FIGURE.fullmatch(cell) for cell in written)
    return Column(max(least, min(most, _FEW)), most, figures)


def _length(cell: str, chinese: bool) -> float:
    """Points of a cell on one line, with what is put between Chinese and Latin."""
    return points(cell, _SIZE[chinese], chinese) + (_GAP * len(_MEETING.findall(cell)) if chinese else 0)


def shared(those: Sequence[Column], width: float) -> list[float]:
    """So much width shared out: to each what its longest word needs, and of the rest more to those with more to say."""
    least, most = sum(column.least for column in those), sum(column.most for column in those)
    if most <= width:
        return [width * column.most / most for column in those]
    if least >= width:
        return [width * column.least / least for column in those]
    share = (width - least) / (most - least)
    return [column.least + share * (column.most - column.least) for column in those]


def lines(row: Block, those: Sequence[Column], width: float, chinese: bool) -> int:
    """About how many lines a row has in columns that share so much width."""
    cells = zip(row.text.text.split("\t"), shared(those, width), strict=False)
    full = (_length(cell, chinese) / max(room - _BETWEEN, 1) for cell, room in cells)
    return max(ceil(each - 0.01) or 1 for each in full)


class Grid(NamedTuple):
    """A table in the text, in both languages; `beside` says that half a page is wide enough for either."""

    english: list[Column]
    chinese: list[Column]
    beside: bool

    def columns(self, chinese: bool) -> list[Column]:
        """Those of one language."""
        return self.chinese if chinese else self.english


Grids: TypeAlias = Mapping[int | None, Grid]


def grids(passages: Sequence[Passage]) -> Grids:
    """The table of each passage that is a row of one, by its number."""
    found = dict[int | None, Grid]()
    if not any(map(is_table_row, passages)):  # as in nearly every section
        return found
    for is_row, run in groupby(passages, is_table_row):
        if is_row:
            rows = list(run)
            found |= dict.fromkeys((passage.number for passage in rows), _grid(rows))
    return found


def is_table_row(passage: Passage) -> bool:
    """Whether a passage is rows of a table and nothing else."""
    first = passage.target or passage.source
    if not first or first[0].kind is not BlockKind.ROW:  # as nearly every one
        return False
    return all(block.kind is BlockKind.ROW for block in (*passage.source, *passage.target))


def _grid(rows: Sequence[Passage]) -> Grid:
    english = columns([block for passage in rows for block in passage.target], False)
    chinese = columns([block for passage in rows for block in passage.source], True)
    return Grid(english, chinese, _fit(english, _HALF[False]) and _fit(chinese, _HALF[True]))


def _fit(those: Sequence[Column], width: int) -> bool:
    return sum(min(column.most, max(column.least, _READABLE)) for column in those) <= width
