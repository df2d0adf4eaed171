"""The columns of tables in the texts: how wide each is, which hold figures, which tables need the whole page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby, zip_longest
from math import ceil
from typing import NamedTuple, TypeAlias

from yubei_pub import han
from yubei_pub.document import Block, BlockKind
from yubei_pub.model import Passage
from yubei_pub.patterns import lazy_regex
from yubei_pub.writers._figures import units
from yubei_pub.writers._widths import points

_READABLE = 70  # points that a column of running text wants: two or three words, seven characters
_WHOLE_NAME = 45  # points of a column's name in Chinese that is not broken: four characters
_LONGEST_WORD = 110  # points that a word is kept whole in: an address took the letters of its neighbours' words apart
_HALF = {False: 220, True: 195}  # points of what each language has beside the other on A4
_FEW_ROWS, _SHORT = 8, 800  # rows of a short table with its header, and its characters in either language
_GAP = 0.25  # of an em
_MEETING = lazy_regex("(?<=[\u3400-\u9fff])(?=[A-Za-z0-9])|(?<=[A-Za-z0-9%])(?=[\u3400-\u9fff])")
_WORD = lazy_regex("[^\\s\u2e80-\U0003ffff]+")  # what no line breaks, in either script
_LATIN_SIGNS = lazy_regex("[!-\u024f]+")
_RANGE = lazy_regex(r"(?<=\s)\d+–\d+")
_UNPARTED = lazy_regex(  # of a name in Chinese: a figure with what it counts; no line begins or ends with certain signs
    "[“‘（《]*(?:[\\d.,%–—-]*\\d[\\d.,%–—-]*[\u3400-\u9fff]?|[!-~]+|[^！-～])[，。、；：！？）》”’…]*\\s*|."
)
_FIGURE = lazy_regex(  # but 14:30 is a name rather than an amount, and would stand close to the next column
    r"(?!\d{1,2}[:：]\d\d$)[+\-−–—~约逾超近]?\s*[¥$€£]?\d[\d.,/:]*\s*(?:[%‰]|[余多]?[十百千万亿]*[余多]?[个人元亩户]?)"
)


class _Type(NamedTuple):
    """Points of Latin and of Chinese, and between two columns with one that rounding may take.

    Widths are those of bold serifs, a tenth too wide for Latin: it is reckoned that much smaller than it is set.
    """

    latin: float
    han: float
    between: float


_TYPE = {False: _Type(8, 9, 9), True: _Type(7.1, 8, 6)}  # the usual one, and the small one of crowded tables


class Column(NamedTuple):
    """A column of one table: points that it wants at least and that its longest cell has, whether it holds figures.

    Short cells are one word: Chinese could be broken between any two characters.  `firm` are the points that the
    widest short one in Chinese takes, which is no estimate; `word` are those of the longest word, or of a unit in
    brackets, or of four characters of Chinese that is broken anyway.  `small` says in which type they are set.
    """

    least: float
    most: float
    figures: bool
    firm: float = 0.0
    word: float = 0.0
    small: bool = False

    @property
    def short(self) -> bool:
        """Whether none of its cells is broken."""
        return self.most <= _READABLE

    @property
    def needed(self) -> float:
        """Points with less of which words are broken."""
        return max(self.word, self.firm)


def columns_of(rows: Sequence[Block], chinese: bool, small: bool = False) -> list[Column]:
    """The columns of rows that belong together, as many as the longest has; one where there is no row."""
    written = [row.text.text.split("\t") for row in rows]
    headers = sum(row.label == "header" for row in rows[:1])
    # The second row of a header, or a remark: what was merged with the cell above has nothing in its first.
    bodies = [at for at, cells in enumerate(written) if at >= headers and (cells[0].strip() or len(cells) == 1)]
    each = zip_longest(*written, fillvalue="")
    return [_column(c, headers, bodies, chinese, small) for c in each] or [Column(_READABLE, _READABLE, False)]


def across(passages: Sequence[Passage], languages: Sequence[bool], *widths: float) -> tuple[list[list[Column]], float]:
    """The columns of one table in each of the languages (whether it is Chinese), and how many points wide it is.

    It has the first of the widths in which no word is broken; where there is none, the last, in small type.
    """
    found = [_of_passages(passages, zh) for zh in languages]
    for width in widths:
        if all(fits(those, width) for those in found):
            return found, width
    return [_of_passages(passages, zh, small=True) for zh in languages], widths[-1]


def _of_passages(passages: Sequence[Passage], chinese: bool, small: bool = False) -> list[Column]:
    return columns_of([block for passage in passages for block in passage.side(chinese)], chinese, small)


class Row(NamedTuple):
    """A row of a table: what its passage has of it in each language, and whether it is the header."""

    passage: Passage
    blocks: Sequence[Block | None]
    header: bool


def rows(passages: Sequence[Passage], languages: Sequence[bool]) -> Iterator[Row]:
    """The rows of a table in these languages; of a passage that has nothing in them, an empty one."""
    for passage in passages:
        sides = zip_longest(*(passage.side(chinese) for chinese in languages))
        for blocks in [*sides] or [(None,) * len(languages)]:
            yield Row(passage, blocks, passage is passages[0] and is_header(passage))


def fits(those: Sequence[Column], width: float) -> bool:
    """Whether no word is broken in columns that share so many points."""
    return sum(column.needed for column in those) <= width


def _column(cells: Sequence[str], headers: int, bodies: Sequence[int], chinese: bool, small: bool) -> Column:
    latin, _, between = _TYPE[small]
    lengths = [_length(cell, chinese, small) + between for cell in cells]
    most = max(lengths)
    words = [points(word, latin, chinese) for cell in cells for word in _WORD.findall(cell)]
    words += [_length(cell[start:end], True, small) for cell in cells[:headers] for start, end in units(cell)]
    word = min(max(words, default=0.0), _LONGEST_WORD) + between
    if chinese and max(lengths[headers:], default=0.0) > _READABLE:
        word = max(word, _WHOLE_NAME)  # text in lines of two characters is not read
    written = [cells[at].strip() for at in bodies if cells[at].strip(" \xa0–—-")]
    figures = bool(written) and all(_FIGURE.fullmatch(cell) for cell in written)
    limits = [_WHOLE_NAME] * headers + [_READABLE] * (len(cells) - headers)
    each = zip(cells, lengths, limits, strict=True)
    short = [length for cell, length, limit in each if chinese and length <= limit and han.holds(cell)]
    return Column(max(word, min(most, _READABLE)), most, figures, max(short, default=0.0), word, small)


def _length(cell: str, chinese: bool, small: bool) -> float:
    """Points of a cell on one line, with what is put between Chinese and Latin."""
    latin, full, _ = _TYPE[small]
    if not chinese:
        return points(cell, latin)
    signs = "".join(_LATIN_SIGNS.findall(cell))
    return points(cell, full, True) - points(signs, full - latin, True) + _GAP * full * len(_MEETING.findall(cell))


def shared(those: Sequence[Column], width: float) -> list[float]:
    """So much width shared out: to each what its longest word needs, and of the rest more to those with more to say."""
    needed = [column.needed for column in those]
    least, most = [column.least for column in those], [column.most for column in those]
    if sum(most) <= width:
        return [width * each / sum(most) for each in most]
    for low, high in ((least, most), (needed, least)):
        if sum(low) < width:
            share = (width - sum(low)) / (sum(high) - sum(low))
            return [a + share * (b - a) for a, b in zip(low, high, strict=True)]
    return _squeezed(those, width / sum(needed))


def _squeezed(those: Sequence[Column], by: float) -> list[float]:
    """What their longest words need made narrower; most of it where Latin is, whose widths are on the safe side."""
    spare = [column.needed * by - column.firm for column in those]
    lacking, free = -sum(min(each, 0) for each in spare), sum(max(each, 0) for each in spare)
    if lacking >= free:
        return [column.needed * by for column in those]
    return [c.firm + max(each, 0) * (1 - lacking / free) for c, each in zip(those, spare, strict=True)]


def ends_of_lines(row: Block, those: Sequence[Column], width: float, chinese: bool) -> list[int]:
    """Where a line ends in a header row so many points wide, in a name too long for one line.

    In English that is before a range, which is parted else behind its dash; in Chinese before a unit, and the name
    before it has lines of one length, or its last character would stand alone.
    """
    found, at = list[int](), 0
    for cell, room, column in zip(row.text.text.split("\t"), shared(those, width), those, strict=False):
        free = room - _TYPE[column.small].between
        if row.label == "header" and _length(cell, chinese, column.small) > free:
            spans = units(cell) if chinese else [each.span() for each in _RANGE.finditer(cell)]
            ends = [start for start, _ in spans if start]
            name = cell[: ends[0]] if ends else cell
            found += [at + end for end in ends + (_balanced(name, free, column.small) if chinese else [])]
        at += len(cell) + 1
    return sorted(found)


def _balanced(name: str, room: float, small: bool) -> list[int]:
    """Where its lines end, if it wants several: as few as there can be, the longest as short as it can be."""
    pieces = [(each.start(), _length(each[0], True, small)) for each in _UNPARTED.finditer(name)]
    widths = [length for _, length in pieces]
    sums = {sum(widths[start:end]) for end in range(len(pieces) + 1) for start in range(end)}
    fewest: list[int] | None = None
    for limit in sorted(each for each in sums if max(widths, default=0.0) <= each <= room):
        ends, filled = list[int](), 0.0
        for start, length in pieces:
            if filled and filled + length > limit:
                ends, filled = [*ends, start], 0.0
            filled += length
        if fewest is None or len(ends) < len(fewest):
            fewest = ends
    return fewest or []


def lines(row: Block, those: Sequence[Column], width: float, chinese: bool) -> int:
    """About how many lines a row has in columns that share so much width."""
    cells = zip(row.text.text.split("\t"), shared(those, width), those, strict=False)
    full = (
        _length(cell, chinese, column.small) / max(room - _TYPE[column.small].between, 1)
        for cell, room, column in cells
    )
    return max(ceil(each - 0.01) or 1 for each in full)


class Grid(NamedTuple):
    """A table in the text, in both languages; `beside` says that half a page is wide enough for either."""

    english: list[Column]
    chinese: list[Column]
    beside: bool


Grids: TypeAlias = Mapping[int | None, Grid]


def grids(passages: Sequence[Passage]) -> Grids:
    """The table of each passage that is a row of one, by its number."""
    found = dict[int | None, Grid]()
    if not any(map(is_table_row, passages)):  # as in nearly every section
        return found
    for is_row, run in groupby(passages, is_table_row):
        if is_row:
            for rows in tables(run):
                found |= dict.fromkeys((passage.number for passage in rows), _grid(rows))
    return found


def tables(rows: Iterable[Passage]) -> Iterator[list[Passage]]:
    """Rows that follow one another, table by table: each header row begins one."""
    table: list[Passage] = []
    for row in rows:
        if table and is_header(row):
            yield table
            table = []
        table.append(row)
    if table:
        yield table


def is_short(table: Sequence[Passage]) -> bool:
    """Whether a table has so few rows, and so little in them, that no page should part them."""
    rows = sum(max(len(passage.source), len(passage.target)) for passage in table)
    return rows <= _FEW_ROWS and all(
        sum(len(block.text.text) for blocks in side for block in blocks) <= _SHORT
        for side in zip(*((passage.source, passage.target) for passage in table), strict=True)
    )


def is_header(passage: Passage) -> bool:
    """Whether a passage is the header row of a table."""
    return any(block.label == "header" for block in (*passage.target[:1], *passage.source[:1]))


def is_table_row(passage: Passage) -> bool:
    """Whether a passage is rows of a table and nothing else."""
    first = passage.target or passage.source
    if not first or first[0].kind is not BlockKind.ROW:  # as nearly every one
        return False
    return all(block.kind is BlockKind.ROW for block in passage.blocks)


def _grid(rows: Sequence[Passage]) -> Grid:
    english, chinese = _of_passages(rows, False), _of_passages(rows, True)
    return Grid(english, chinese, _fit(english, _HALF[False]) and _fit(chinese, _HALF[True]))


def _fit(those: Sequence[Column], width: int) -> bool:
    return sum(min(column.most, max(column.least, _READABLE)) for column in those) <= width
