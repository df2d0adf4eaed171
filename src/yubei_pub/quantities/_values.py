"""What both languages share: a quantity while it is read, and values as the model wants them."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from yubei_pub.model import Quantity


class Read(NamedTuple):
    """A quantity from `low` to `high` (the same, save for ranges) and the end of what it used up.

    Without a kind it only uses up its stretch.  `approximator` None: the words around decide.
    """

    low: Fraction
    high: Fraction
    kind: str
    unit: str
    start: int
    end: int
    approximator: str | None = None


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


def quantity(read: Read, approximator: str, offset: int) -> Quantity:
    """What was read in a line that begins at `offset` of the text."""
    low, high = exact(read.low), exact(read.high)
    span = read.start + offset, read.end + offset
    if read.low == read.high:
        return Quantity(low, None, None, read.kind, read.unit, approximator, *span)
    return Quantity(None, low, high, read.kind, read.unit, approximator, *span)
