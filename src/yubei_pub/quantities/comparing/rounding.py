"""Figures that English rounds: 27934亿元 is 2.79 trillion yuan, 399.9米 "just under 400 meters"."""

from __future__ import annotations

from yubei_pub.quantities.comparing.agreement import TOLERANCE, converted, is_nearest, same, significant
from yubei_pub.quantities.comparing.items import Item

_DIGITS_KEPT, _DIGITS_ABOUT = 3, 2  # digits that a rounded figure must keep, and with an "about"
_NEAR = 0.03  # how far "nearly 400" may be from the figure


def is_rounded(source: Item, target: Item) -> bool:
    """27934亿元 and "2.79 trillion yuan", 61.7% and "about 62 percent": no digit is wrong, but some are left out."""
    one, other = source.value, target.value
    if not one * other > 0 or same(one, other) or source.unit == "clock":
        return False
    kinds = {source.kind, target.kind}
    if len(kinds) > 1 or not kinds & {"number", "money", "percent"}:
        return False
    if source.unit != target.unit:
        return _is_converted(source, target)
    if significant(other) < significant(one) and lies(one, other, target.approximator):
        return True
    digits = significant(other)
    enough = _DIGITS_ABOUT if target.approximator else _DIGITS_KEPT
    return enough <= digits < significant(one) and is_nearest(one, other, digits)


def _is_converted(source: Item, target: Item) -> bool:
    """35亩 and "2.3 hectares", which are 2.333; what is nearer agrees (`agreement`)."""
    if (exact := converted(source.value, source.unit, target.unit)) is None:
        return False
    digits = significant(target.value)
    near = same(exact, target.value, TOLERANCE)
    return digits >= _DIGITS_ABOUT and not near and is_nearest(exact, target.value, digits)


def lies(exact: float, rounded: float, approximator: str) -> bool:
    """Whether a rounded figure lies where its word says, and near: 399.9 is "just under 400"."""
    near = abs(rounded - exact) <= _NEAR * exact
    return near and {"more": rounded < exact, "least": rounded < exact, "about": True}.get(
        approximator, bool(approximator) and rounded > exact
    )
