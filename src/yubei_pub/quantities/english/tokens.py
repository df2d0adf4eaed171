"""What an English text is cut into: places where an expression may begin, and the tokens and numerals of its grammar.

To look up each word in a table is many times cheaper than to search for an alternation of a hundred, which is tried
at every word of the text.
"""

from __future__ import annotations

from collections.abc import Container, Iterator
from fractions import Fraction
from typing import NamedTuple

from yubei_pub.patterns import lazy_regex
from yubei_pub.quantities.values import VULGAR

FIGURE = "1"  # stands for any figure among the words that open an expression
_RUN = lazy_regex(f"[A-Za-z]+|[0-9]+|{VULGAR}")


def openings(text: str, words: Container[str]) -> Iterator[tuple[int, str]]:
    """The places in a text where one of some words begins, with the word in small letters, or a figure."""
    return (
        (run.start(), word if word in words else FIGURE)
        for run in _RUN.finditer(text)
        if (word := run[0].lower()) in words or not "a" <= word[0] <= "z"
    )


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
