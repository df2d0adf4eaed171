"""What the grammar of English numerals reads and gives: tokens and numerals."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple


class Token(NamedTuple):
    """One word or figure; `join` says what stands before it: "", space, hyphen, and, slash or of."""

    start: int
    end: int
    kind: str  # figure, cardinal, scale, ordinal, part, a
    value: Fraction
    plural: bool = False
    join: str = ""


class Numeral(NamedTuple):
    """`[start, end)` is a number; `ordinal` third or 21st, `figure` in digits, `part` a bare half or quarter."""

    start: int
    end: int
    value: Fraction
    ordinal: bool
    figure: bool
    part: bool = False


def room_after(token: Token) -> int:
    """How much may be added after a word: ten after twenty, nothing after five or a figure."""
    return 10 if token.kind == "cardinal" and token.value >= 20 else 0
