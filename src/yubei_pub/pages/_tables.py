"""The tables of an HTML page: their cells in rows and columns, and whether they hold the text or only arrange it."""

from __future__ import annotations

from collections.abc import Iterator, Set

from yubei_pub.pages._markup import HEADINGS, PICTURES, Node

# A table with a longer cell arranges the page; a table of the text does not hold articles.
_LONGEST_CELL = 200
_LONGEST_CAPTION = 90
_ARRANGED = frozenset({*HEADINGS, *PICTURES, "table", "ul", "ol", "form"})


def rows(table: Node) -> list[list[Node | None]]:
    """The cells of a table of the text, None where a cell spans more; empty if the table arranges the page."""
    found: list[list[Node | None]] = []
    below: dict[int, int] = {}  # columns that a cell above still covers, and for how many rows
    for cells in _rows(table):
        if any(_holds(cell, _ARRANGED) or len(cell.words) > _LONGEST_CELL for cell in cells):
            return []
        line: list[Node | None] = []
        for cell in (*cells, None):
            while below.get(len(line), 0):
                below[len(line)] -= 1
                line.append(None)
            if cell is None:
                break
            for column in range(min(max(1, cell.number("colspan", 1)), 50)):
                below[len(line)] = max(1, cell.number("rowspan", 1)) - 1
                line.append(None if column else cell)
        if cells:
            found.append(line)
    return found if max(map(len, found), default=0) > 1 else []


def captioned(table: Node) -> list[tuple[Node, bool]]:
    """The cells of a table that has pictures in one row and as many captions in the next, with whether it is a caption.

    Empty for all other tables.
    """
    rows = list(_rows(table))
    if [*map(len, rows[::2])] != [*map(len, rows[1::2])]:
        return []
    cells = [(cell, bool(number % 2)) for number, row in enumerate(rows) for cell in row]
    return cells if all(_is_caption(cell) if below else _is_picture(cell) for cell, below in cells) else []


def _is_picture(cell: Node) -> bool:
    return _holds(cell, PICTURES) and not cell.words


def _is_caption(cell: Node) -> bool:
    return not _holds(cell, PICTURES | {"table"}) and len(cell.words) <= _LONGEST_CAPTION


def _holds(cell: Node, tags: Set[str]) -> bool:
    return any(node.tag in tags for node in cell.descendants())


def _rows(table: Node) -> Iterator[list[Node]]:
    """The cells of each row of a table, not those of tables in it."""
    for child in table.children:
        for row in child.children if child.tag in ("tbody", "thead", "tfoot") else [child]:
            if row.tag == "tr":
                yield [cell for cell in row.children if cell.tag in ("td", "th")]
