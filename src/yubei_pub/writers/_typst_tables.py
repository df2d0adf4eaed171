"""Tables in the texts as values for data/briefing.typ: `columns` with their `share` of the width, the points free at
their `right` and whether they hold `figures`, and `lines` with the `number` of their passage and their `cells`;
`short` ones stay on one page.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from yubei_pub.document import Block
from yubei_pub.model import Passage
from yubei_pub.writers import _columns
from yubei_pub.writers._columns import Column, ends_of_lines, is_short, shared
from yubei_pub.writers._typst_sheet import Values
from yubei_pub.writers._typst_words import Setter, Words, absent, words

_RIGHT = {False: 8, True: 5}  # points free at the right of a cell in usual and in small type


class Part(NamedTuple):
    """The columns of a table that one language has, so many points; `gutter` of them free before the other's."""

    setter: Setter
    columns: Sequence[Column]
    room: float
    gutter: float = 0

    @classmethod
    def across(cls, setters: Sequence[Setter], passages: Sequence[Passage], *rooms: float) -> list[Part]:
        """A table across the page, once in each language, in the first room that it wants no more than."""
        found, room = _columns.across(passages, [setter.chinese for setter in setters], *rooms)
        return [cls(setter, columns, room) for setter, columns in zip(setters, found, strict=True)]

    def values(self) -> list[Values]:
        """The columns, the last one with what is free behind it."""
        values = widths(self.columns, self.room)
        values[-1] |= {"share": values[-1]["share"] + self.gutter, "right": self.gutter or values[-1]["right"]}
        return values

    def cells(self, passage: Passage, block: Block | None) -> list[Words]:
        """As many cells as there are columns."""
        ends = ends_of_lines(block, self.columns, self.room, self.setter.chinese) if block else []
        cells = self.setter.cells(block, ends) if block else []
        if not passage.side(self.setter.chinese):
            cells = [absent(self.setter)]
        return cells + [words("", self.setter.chinese)] * (len(self.columns) - len(cells))


def table(passages: Sequence[Passage], parts: Sequence[Part]) -> Values:
    """Rows of a table in one language, or in both beside each other."""
    lines: list[Values] = []
    for row in _columns.rows(passages, [part.setter.chinese for part in parts]):
        sides = zip(parts, row.blocks, strict=True)
        cells = [cell for part, block in sides for cell in part.cells(row.passage, block)]
        lines.append({"number": row.passage.number, "header": row.header, "cells": cells})
    columns = [column for part in parts for column in part.values()]
    return {"lines": lines, "columns": columns, "small": parts[0].columns[0].small, "short": is_short(passages)}


def widths(columns: Sequence[Column], width: float) -> list[Values]:
    """The shares of columns in so many points, and which of them hold figures."""
    shares = shared(columns, width)
    return [
        {"share": round(share, 2), "figures": each.figures, "right": _RIGHT[each.small]}
        for share, each in zip(shares, columns, strict=True)
    ]
