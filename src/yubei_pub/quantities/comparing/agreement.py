"""Whether a quantity of the Chinese and one of the English say the same, and how plainly.

Levels: 0 the same in the same form; 1 the same in another form (a year left to the context,
亩 in hectares within 1%); 2 the same in another kind (half and 50%, the 10th and 10日);
3 only by a habit of press pages (1—5月 and "the first five months").  None: they do not agree.
"""

from __future__ import annotations

from math import ceil, floor, log10
from typing import NamedTuple

from yubei_pub.beads import Quantity
from yubei_pub.quantities.units import UNITS
from yubei_pub.quantities.values import parted

_UP, _DOWN = ("more", "least"), ("less", "most")
TOLERANCE = 0.01  # of a conversion between units, which press pages round


class Side(NamedTuple):
    """One end of a quantity: a range has two, anything else one.  `value` is a float for comparing only."""

    quantity: Quantity
    value: float
    other: float | None = None  # the upper end of a magnitude (数十亿), which is compared as a stretch


def sides(quantity: Quantity) -> tuple[Side, ...]:
    """The ends of a range each for itself (from 3 to 5 may be one range or two numbers), a magnitude as one."""
    if quantity.value is not None:
        return (Side(quantity, float(quantity.value)),)
    low, high = float(quantity.low or 0), float(quantity.high or 0)
    if quantity.approximator == "about" and 2 * high == 9 * low:  # 数十, tens of; but not "about 3 to 5"
        return (Side(quantity, low, high),)
    return (Side(quantity, low), Side(quantity, high))


def same(one: float, other: float, tolerance: float = 1e-9) -> bool:
    """Whether two values are equal but for the rounding of floats, or within a tolerance."""
    return abs(one - other) <= tolerance * max(abs(one), abs(other))


def significant(value: float) -> int:
    """How many digits of a number count: 3 of 2,790,000."""
    return len(f"{value:.12e}".split("e")[0].replace(".", "").lstrip("-").rstrip("0"))


def converted(value: float, unit: str, other: str) -> float | None:
    """A value in another unit, 1 for the ten years of "two decades" in decades; None where it cannot be said."""
    if unit == other:
        return value
    one, two = UNITS.get(unit), UNITS.get(other)
    if one is None or two is None or one.dimension != two.dimension:
        return None
    return value * float(one.size) / float(two.size)


def is_nearest(exact: float, rounded: float, digits: int) -> bool:
    """Whether no figure of so many digits is nearer; 507.45亿 lies between 50.74 and 50.75 billion, and is either."""
    step = 10.0 ** (floor(log10(abs(exact))) - digits + 1)
    return abs(exact - rounded) <= step / 2 * (1 + 1e-6)


def says(exact: float, unit: str, value: float, other: str) -> bool:
    """Whether a value is a conversion: near, and every digit right where it only moves the point or halves (斤)."""
    if not same(exact, value, TOLERANCE):
        return False
    return significant(converted(1, unit, other) or 0) != 1 or is_nearest(exact, value, significant(value))


def agree(source: Side, target: Side) -> int | None:
    """The level at which two sides agree, or None."""
    kinds = source.quantity.kind, target.quantity.kind
    if "date" in kinds:
        return _dates(source, target) if kinds == ("date", "date") else _date_and_number(source, target)
    if source.other is not None or target.other is not None:
        return _magnitudes(source, target)
    if kinds[0] == kinds[1] == "percent":
        return 0 if same(source.value, target.value) else None
    if "percent" in kinds or "multiple" in kinds:
        return _proportions(source, target)
    if "ordinal" in kinds:
        return _ordinals(source, target)
    return _counts(source, target)


def fields(side: Side) -> dict[str, int]:
    """The year, month and day of a date: {"m": 7, "d": 10}."""
    return parted(side.value, side.quantity.unit)


def approximation(source: str, target: str) -> bool:
    """Whether the English approximator may stand for the Chinese one; "" is exact."""
    return source == target or (source in _UP and target in _UP) or (source in _DOWN and target in _DOWN)


def contradiction(source: str, target: str) -> bool:
    """Whether one says more and the other less."""
    return (source in _UP and target in _DOWN) or (source in _DOWN and target in _UP)


def _dates(source: Side, target: Side) -> int | None:
    one, other = fields(source), fields(target)
    common = one.keys() & other.keys()
    if not common or any(one[name] != other[name] for name in common):
        return None
    if common == {"y"} and len(one) > 1:
        return 2  # 2024年11月 and 2024
    return 0 if one.keys() == other.keys() else 1


def _date_and_number(source: Side, target: Side) -> int | None:
    date, number = (source, target) if source.quantity.kind == "date" else (target, source)
    unit, other = date.quantity.unit, number.quantity
    if unit == "y" and other.unit in ("era", "year") and number is source and same(date.value % 100, number.value):
        return 2  # 98年, 90后
    if unit == "y" and other.kind in ("number", "ordinal"):
        return 1 if same(date.value, number.value) and other.unit in ("", "year") else None
    if unit == "d":
        return 2 if same(date.value, number.value) and other.unit in ("", "day") else None
    if unit in ("m", "ym") and other.unit == "month" and same(date.value % 100, number.value):
        low = date.quantity.low
        return 1 if low is not None and low % 100 == 1 else 3  # from January to May: the first five months
    return None


def _magnitudes(source: Side, target: Side) -> int | None:
    """数百亿 and "tens of billions": stretches that overlap by more than an end, or a number in the stretch."""
    low = max(source.value, target.value)
    high = min(source.other or source.value, target.other or target.value)
    if source.other is not None and target.other is not None:
        return 0 if low < high else None
    return 2 if low <= high else None


def _proportions(source: Side, target: Side) -> int | None:
    """50% and a half, 翻番 and "up 100%", 两次 and "twice", 增长1倍 and "rose onefold"."""
    one, other = source.quantity.kind, target.quantity.kind
    if "ordinal" in (one, other):  # 一成: the tenth
        return 2 if (one, other) == ("percent", "ordinal") and same(source.value * target.value, 1) else None
    if one == other:  # multiples
        return 0 if same(source.value, target.value) else None
    if "percent" in (one, other) and "multiple" in (one, other):
        percent, multiple = (source, target) if one == "percent" else (target, source)
        return 2 if same(percent.value, multiple.value) or same(percent.value, multiple.value - 1) else None
    if "multiple" in (one, other) and (source.quantity.unit or target.quantity.unit):
        return None  # 两年 is no "double"
    if "percent" in (one, other):
        return 2 if max(source.value, target.value) < 1 and _near(source.value, target.value) else None
    return 2 if same(source.value, target.value) else None


def _near(one: float, other: float) -> bool:
    """Whether two shares differ by no more than rounding does: 33.3% and a third, but not 0.2% and four thousandths."""
    return abs(one - other) < 0.005 and same(one, other, 0.05)


def _ordinals(source: Side, target: Side) -> int | None:
    if (source.quantity.unit, target.quantity.unit) == ("century", "era"):  # 19世纪: the 1800s
        return 2 if same(100 * (source.value - 1), target.value) else None
    if not same(source.value, target.value):  # 三分之一需要大修: "a third need an overhaul", read as a third need
        return 2 if source.value < 1 and same(source.value * target.value, 1) else None
    one, other = source.quantity, target.quantity
    if "five-year-plan" in (one.unit, other.unit) and one.unit != other.unit:
        return 2 if other.kind == "ordinal" and not other.unit else None  # … and by the end of the 14th
    return 0 if one.kind == other.kind else 2


def _counts(source: Side, target: Side) -> int | None:
    """Numbers and amounts, by their units where both have one."""
    one, other = source.quantity.unit, target.quantity.unit
    if one == other or not one or not other:
        return _alike(source, target, one == other)
    if (one, other) == ("year", "era") and source.value < 100:  # 二十来岁: in their twenties
        return 2 if same(source.value // 10 * 10, target.value) else None
    if (right := converted(source.value, one, other)) is None:
        return None
    return 1 if says(right, one, target.value, other) or _rounded(right, target) else None


def _alike(source: Side, target: Side, both: bool) -> int | None:
    """Numbers of one unit, or of a unit that only one language names; decades and hours go round."""
    units = source.quantity.unit, target.quantity.unit
    if units == ("era", "era") and min(source.value, target.value) >= 1000:
        return 0 if same(source.value, target.value) else None
    turn, largest = (100, 2099) if "era" in units else (12, 24) if "clock" in units else (0, 0)
    if turn and max(source.value, target.value) <= largest and same(source.value % turn, target.value % turn):
        return 0 if both or "era" in units else 1
    return (0 if both else 1) if same(source.value, target.value) else None


def _rounded(right: float, target: Side) -> bool:
    """Whether a conversion is said to be rough and is right in two digits: 230万亩 is more than 1,500 km²."""
    about = target.quantity.approximator
    if not about or right <= 0:
        return False
    step = 10.0 ** (floor(log10(right)) - 1)
    parts = right / step
    whole = floor(parts) if about in _UP else ceil(parts) if about in _DOWN else round(parts)
    return same(whole * step, target.value)
