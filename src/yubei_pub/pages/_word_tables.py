"""The tables of a Word file as lines: rows of cells, text in a frame, pictures with what stands below them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from yubei_pub.layout import PartKind

_WIDEST = 63  # columns that a cell may span in Word


@dataclass
class Line:
    """A paragraph, a row of a table or a picture; `\\u2028` is a break inside a paragraph.

    Without a text it is something that cannot be taken in, which `label` names.
    """

    text: str
    kind: PartKind
    level: int = 0
    label: str = ""
    size: int = 0  # of its letters in half points, where the paragraph itself says so


@dataclass
class Cell:
    """The lines of a cell, and how many columns it covers."""

    lines: list[Line]
    span: int = 1

    @property
    def pictures(self) -> list[Line]:
        """Those lines that are pictures."""
        return [line for line in self.lines if line.kind is PartKind.PICTURE]


def laid_out(rows: Sequence[Sequence[Cell]]) -> Iterator[Line]:
    """The lines of a table; one of a single column frames text, a row of pictures arranges them."""
    if max(map(len, rows), default=0) < 2:
        yield from (line for row in rows for cell in row for line in cell.lines)
        return
    above: Sequence[Cell] = ()  # pictures that may have their captions in this row
    for number, row in enumerate(rows):
        if above and len(above) == len(row) and not any(cell.pictures for cell in row):
            yield from _figures([Cell([*top.lines, *cell.lines]) for top, cell in zip(above, row, strict=True)])
            above = ()
            continue
        yield from _figures(above)
        above = ()
        if not any(cell.pictures for cell in row) or not all(cell.pictures or not cell.lines for cell in row):
            yield from _row(row, number)
        elif all(len(cell.pictures) == len(cell.lines) for cell in row):
            above = row
        else:
            yield from _figures(row)
    yield from _figures(above)


def _row(row: Sequence[Cell], number: int) -> Iterator[Line]:
    said = [" ".join(line.text for line in cell.lines if line.kind is not PartKind.PICTURE) for cell in row]
    text = "\t".join(
        words.replace("\t", " ").replace("\u2028", " ") + "\t" * (min(cell.span, _WIDEST) - 1)
        for words, cell in zip(said, row, strict=True)
    )
    if text.strip():
        yield Line(text, PartKind.ROW, 0, "header" if number == 0 else "")
    yield from (line for cell in row for line in cell.pictures)


def _figures(cells: Sequence[Cell]) -> Iterator[Line]:
    """Pictures that a table arranges, each with its caption."""
    for cell in cells:
        for line in cell.lines:
            caption = cell.pictures and line.kind in (PartKind.TEXT, PartKind.PARAGRAPH)
            yield Line(line.text, PartKind.CAPTION) if caption else line
