"""The tables of an HTML page: their cells in rows and columns, and whether they hold the text or only arrange it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import unescape

from yubei_pub.pages._markup import HEADINGS, RAW, Node, number

# A table with a longer cell arranges the page; a table of the text does not hold articles.
_LONGEST_CELL = 200
_LONGEST_CAPTION = 90


def rows(text: str, table: Node) -> list[list[Node | None]]:
    """The cells of a table of the text, None where a cell spans more; empty if the table arranges the page."""
    found: list[list[Node | None]] = []
    below: dict[int, int] = {}  # columns that a cell above still covers, and for how many rows
    for row in _rows(table):
        cells = [child for child in row.children if child.tag in ("td", "th")]
        if any(_arranges(text, cell) for cell in cells):
            return []
        line: list[Node | None] = []
        for cell in cells:
            while below.get(len(line), 0):
                below[len(line)] -= 1
                line.append(None)
            for column in range(min(max(1, number(text, cell, "colspan", 1)), 50)):
                below[len(line)] = max(1, number(text, cell, "rowspan", 1)) - 1
                line.append(None if column else cell)
        while below.get(len(line), 0):
            below[len(line)] -= 1
            line.append(None)
        if cells:
            found.append(line)
    return found if found and max(map(len, found)) > 1 else []


def captioned(text: str, table: Node) -> list[tuple[list[Node], bool]]:
    """The rows of a table that has pictures in one row and as many captions in the next, with whether it has captions.

    Empty for all other tables.
    """
    rows = [[cell for cell in row.children if cell.tag in ("td", "th")] for row in _rows(table)]
    if len(rows) % 2 or any(len(above) != len(below) for above, below in zip(rows[::2], rows[1::2], strict=True)):
        return []
    pictured = all(_is_picture(text, cell) for row in rows[::2] for cell in row)
    short = all(_is_short(text, cell) for row in rows[1::2] for cell in row)
    return [(row, bool(number % 2)) for number, row in enumerate(rows)] if pictured and short else []


def _is_picture(text: str, cell: Node) -> bool:
    nodes = list(descendants(cell))
    return any(node.tag == "img" for node in nodes) and not _words(text, nodes)


def _is_short(text: str, cell: Node) -> bool:
    nodes = list(descendants(cell))
    return not any(node.tag in ("img", "table") for node in nodes) and len(_words(text, nodes)) <= _LONGEST_CAPTION


def _words(text: str, nodes: Sequence[Node]) -> str:
    words = "".join(unescape(text[node.start : node.end]) for node in nodes if not node.tag)
    return "".join(words.split())


def _arranges(text: str, cell: Node) -> bool:
    """Whether a cell holds more than a value: a heading, a list, a picture, a table or a long text."""
    length = 0
    for node in descendants(cell):
        if node.tag in HEADINGS or node.tag in ("table", "ul", "ol", "img", "form"):
            return True
        length += 0 if node.tag else len(text[node.start : node.end].strip())
    return length > _LONGEST_CELL


def _rows(table: Node) -> Iterator[Node]:
    """The rows of a table, not those of tables in it."""
    for child in table.children:
        if child.tag == "tr":
            yield child
        elif child.tag in ("tbody", "thead", "tfoot"):
            yield from (row for row in child.children if row.tag == "tr")


def descendants(node: Node) -> Iterator[Node]:
    stack = list(reversed(node.children))
    while stack:
        child = stack.pop()
        yield child
        if child.tag not in RAW:
            stack.extend(reversed(child.children))
