"""How a figure goes wrong when it is copied: by a factor of ten, a digit more or less, other digits."""

from __future__ import annotations

from math import log10

from yubei_pub.quantities.comparing.agreement import same


def factor(right: float, wrong: float) -> int:
    """The power of ten by which a number is too large (positive) or too small (negative); 0 if it is no such error."""
    if not right or not wrong or right * wrong < 0:
        return 0
    power = round(log10(wrong / right))
    return power if same(wrong, right * 10.0**power) else 0


def mistakable(right: float, wrong: float, figures: bool) -> bool:
    """Whether one number may have become the other: 38 and 83, 5 and 15, 9 and 10, 30 and 300; not 2 and 90.

    `figures` tells that the wrong one is written in digits, of which any may be lost: 19 becomes 1, but not "one".
    """
    one, other = sorted((_digits(right), _digits(wrong)), key=len)
    lost = one in other if figures else other.endswith(one)
    return len(one) == len(other) or lost or abs(right - wrong) == 1 or factor(right, wrong) != 0


def _digits(value: float) -> str:
    """The digits before the decimal point."""
    return str(int(abs(value)))
