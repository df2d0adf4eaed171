"""What both languages share: a quantity while it is read, and values as the model wants them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import lru_cache
from itertools import islice
from typing import NamedTuple, TypeVar
from unicodedata import numeric

from yubei_pub.beads import Quantity
from yubei_pub.patterns import lazy_regex

T = TypeVar("T")
# Phase II, Class III, III类: a place in a series.
ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8, "IX": 9, "X": 10}
_BEYOND = 10**100  # what is larger says nothing, and Python's floats end at 10³⁰⁸
_BLOCK = 32  # things that are read at a time, which is cheaper than one by one
VULGAR = "[¼½¾⅓⅔⅛⅜⅝⅞⅕⅖⅗⅘⅙⅚]"
LONGEST = 200  # characters: no date and no word of a number is longer


def lookahead(source: Iterator[T], reach: int) -> Iterator[tuple[list[T], int]]:
    """Each thing of a source by its place in the list of those read so far, which reaches `reach` further at least."""
    found: list[T] = []
    index = 0
    while more := list(islice(source, _BLOCK)):
        found += more
        while index < len(found) - reach:
            yield found, index
            index += 1
    for rest in range(index, len(found)):
        yield found, rest


class Read(NamedTuple):
    """A quantity from `low` to `high` (the same, save for ranges) and the end of what it used up.

    Without a kind it only uses up its stretch.  `approximator` None: the words around decide.  `behind` is where its
    unit ends, 0 where nobody has looked.
    """

    low: Fraction
    high: Fraction
    kind: str
    unit: str
    start: int
    end: int
    approximator: str | None = None
    behind: int = 0

    @property
    def counts(self) -> bool:
        """Whether it is a quantity, and of a size that can be reckoned with: 1e999 is none."""
        return bool(self.kind) and abs(self.low.numerator) < _BEYOND and abs(self.high.numerator) < _BEYOND


def vulgar(sign: str) -> Fraction:
    """What a match of `VULGAR` is worth: two thirds for ⅔."""
    return Fraction(numeric(sign)).limit_denominator(8)


def is_shared(one: Fraction, other: Fraction) -> bool:
    """Whether the two figures of 30/70 are shares of a hundred rather than a fraction."""
    return one + other == 100 and not one % 5


@lru_cache(4096)  # a figure mostly stands in both languages
def decimal(figure: str) -> Fraction:
    """The value of a figure of digits and at most one point: 35.6, .5."""
    whole, _, part = figure.partition(".")
    return Fraction(int(whole + part), 10 ** len(part))


# ≥60, > 5, ~300; but not the > of <b>5</b>.
_COMPARISONS = {
    sign: shade
    for shade, *signs in map(str.split, "least ≥ >= ≧ ⩾; most ≤ <= ≦ ⩽; more > ＞; less < ＜; about ≈ ~ ～".split(";"))
    for sign in signs
}
_COMPARISON = lazy_regex(
    r"(?:(?=[≥≧⩾≤≦⩽≈])|(?<![^\s(（\[【:：,，、\u4e00-\u9fff]))(?P<sign>[<>]=|[≥≧⩾≤≦⩽>＞<＜≈~～])[ ]?$"
)
_COMPARISON_ENDS = frozenset(sign[-1] for sign in _COMPARISONS)


def compared(text: str, start: int) -> tuple[str, int] | None:
    """The approximator that a sign before a number says, and where the sign stands."""
    if text[max(0, start - 2) : start].rstrip(" ")[-1:] not in _COMPARISON_ENDS:
        return None
    match = _COMPARISON.search(text, max(0, start - 3), start)
    return (_COMPARISONS[match["sign"]], match.start()) if match else None


# What stands behind a figure that is raised: 2^10, 10⁶ (20² may have a note), 10的6次方, 10 to the power of 6.
_RAISED = (
    r"(?:\^[+-]?[0-9]{1,3}(?:\.[0-9]{1,3})?|(?<=10)(?<![0-9.,]10)⁻?[⁰¹²³⁴-⁹]{1,2}"
    r"|[ ]?的[ ]?[负-]?[0-9]{1,2}[ ]?次[方幂]|[ ]to[ ]the[ ]power[ ]of[ ](?:minus[ ]|-)?[0-9]{1,2})"
)
POWER = rf"(?:[eE][+-]?[0-9]{{1,3}}|{_RAISED}|[ ]?[×x*][ ]?10{_RAISED})"  # 1.2e8, 2^10, 1.2×10^8, 1.2 × 10⁸
_OF_TEN = lazy_regex("[eE]|[ ]?[×x*][ ]?10")
_EXPONENT = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻负", "0123456789--")


def raised(value: Fraction, power: str) -> Fraction:
    """A figure with a match of `POWER`; the figure itself where that is beyond all numbers (9^999, 0^-1)."""
    ten = _OF_TEN.match(power)
    said = power[ten.end() :] if ten else power
    exponent = float(re.sub("[^0-9.-]", "", said.replace("minus", "-").translate(_EXPONENT)))
    if ten:
        return value * Fraction(10) ** int(exponent)
    if value == 10 and exponent.is_integer():
        return Fraction(10) ** int(exponent)
    try:
        return Fraction(float(value) ** exponent).limit_denominator(10**15)
    except (OverflowError, ZeroDivisionError):
        return value


def exact(value: Fraction) -> int | float:
    """An int where the value is whole, else the float nearest to it."""
    return value.numerator if value.denominator == 1 else float(value)


def joined(year: int, month: int, day: int) -> tuple[int, str]:
    """The fields of a date (0 where absent) as one number: 20240710 `ymd`, 710 `md`, 202107 `ym`, 2021 `y`, …"""
    value, unit = 0, ""
    for name, field in (("y", year), ("m", month), ("d", day)):
        if field:
            value, unit = value * 100 + field, unit + name
    return value, unit


def parted(value: float, unit: str) -> dict[str, int]:
    """The fields that `joined` made one number of: {"m": 7, "d": 10} of 710."""
    rest, fields = int(value), {}
    for name in reversed(unit):
        rest, fields[name] = divmod(rest, 10000 if name == "y" else 100)
    return fields


def dated(low: int, high: int, unit: str, start: int, end: int) -> Read:
    """A date, or from one date to another, each as `joined` gives it."""
    return Read(Fraction(low), Fraction(high), "date", unit, start, end, "")


def quantity(read: Read, approximator: str, offset: int) -> Quantity:
    """What was read in a line that begins at `offset` of the text."""
    span = read.start + offset, read.end + offset
    if read.high is read.low or read.high == read.low:
        return Quantity(exact(read.low), None, None, read.kind, read.unit, approximator, *span)
    return Quantity(None, exact(read.low), exact(read.high), read.kind, read.unit, approximator, *span)
