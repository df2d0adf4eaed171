"""Figures that English rounds: 27934亿元 is 2.79 trillion yuan, 399.9米 "just under 400 meters"."""

from __future__ import annotations

from yubei_pub.quantities.comparing.agreement import TOLERANCE, converted, is_nearest, same, significant
from yubei_pub.quantities.comparing.items import Item

_DIGITS_KEPT, _DIGITS_ABOUT = 3, 2  # digits that a rounded figure must keep, and with an "about"
_IN_WORDS = 0.05  # how far a small whole may be from what is converted
_TENS = 10  # from here on decimals may go without one
_NEAR = 0.03  # how far "nearly 400" may be from the figure
_SHARE = 0.15  # the same of "nearly a quarter", which 22% is


def is_rounded(source: Item, target: Item) -> bool:
    """27934亿元 and "2.79 trillion yuan", 61.7% and "about 62 percent": no digit is wrong, but some are left out."""
    one, other = source.value, target.value
    if not one * other > 0 or same(one, other) or source.unit == "clock":
        return False
    kinds = {source.kind, target.kind}
    if len(kinds) > 1 or not kinds & {"number", "money", "percent"}:
        shares = kinds == {"number", "percent"} and max(one, other) < 1
        return shares and lies(one, other, target.approximator, _SHARE)
    if source.unit != target.unit:
        return _is_converted(source, target)
    digits, known = significant(other), significant(one)
    whole = other == round(one) >= _TENS and known > _DIGITS_KEPT  # 21.0975公里: 21
    if whole or (digits < known and lies(one, other, target.approximator)):
        return True
    enough = _DIGITS_ABOUT if target.approximator else _DIGITS_KEPT
    return enough <= digits < known and is_nearest(one, other, digits)


def _is_converted(source: Item, target: Item) -> bool:
    """35亩 and "2.3 hectares", which are 2.333, 5公里 and "three miles"; what is nearer agrees (`agreement`)."""
    if (exact := converted(source.value, source.unit, target.unit)) is None:
        return False
    digits = significant(target.value)
    near = same(exact, target.value, TOLERANCE)
    words = target.value > 1 and target.span.isalpha() and same(exact, target.value, _IN_WORDS)
    return not near and (words or (digits >= _DIGITS_ABOUT and is_nearest(exact, target.value, digits)))


def lies(exact: float, rounded: float, approximator: str, near: float = _NEAR) -> bool:
    """Whether a rounded figure lies where its word says, and near: 399.9 is "just under 400"."""
    up = approximator in ("more", "least")
    right = bool(approximator) and (approximator == "about" or (rounded < exact if up else rounded > exact))
    return right and abs(rounded - exact) <= near * exact
