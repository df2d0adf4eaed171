"""A stretch of time told by its length and one of its ends, or by its name.

16日8时至17日8时 is "the 24 hours to 8 a.m. on the 17th", 1月1日至6月30日 "the first half".
"""

from __future__ import annotations

import datetime
from calendar import monthrange
from collections.abc import Iterator, Sequence
from operator import itemgetter

from yubei_pub.patterns import lazy_regex
from yubei_pub.quantities.comparing.agreement import fields
from yubei_pub.quantities.comparing.items import Item
from yubei_pub.quantities.units import UNITS

_REACH = 12  # characters of Chinese between the two dates: the hour of the first, and what joins them
_JOINS = lazy_regex("[至到—–~-]|起|开始|截至|为止")
_UNITS = "(?P<unit>hour|day|week|fortnight|month|quarter|year)s?"
_ONE = lazy_regex(rf"\b(?:an?|the)[ ](?:[a-z]+[ ])?{_UNITS}\b")
_TOLD = lazy_regex(
    rf"[ -](?:[a-z]+[ -]){{0,2}}?{_UNITS}(?:[ ][a-z]+){{0,3}}?[ ]"
    r"(?:to|until|till|through|ending|ended|up[ ]to|before|by|from|since|after|starting|beginning)\b"
)
_LASTING = lazy_regex(r"-(?P<unit>day|week|month)\b(?![ -](?:ago|old))")  # a three-day conference that ended on July 10
_NO_LEAP_YEAR = 2001
_FORTNIGHT = 14 * 86400


def told_by_length(item: Item, ours: Sequence[Item], theirs: Sequence[Item], text: str, year: int) -> bool:
    """Whether English says how long after or before another date one is, which it names."""
    ends = [other for other in ours if other.partner is not None and _joined(item, other)]
    if not ends:
        return False
    said = set(_lengths(theirs, text))
    return any(length in said for end in ends for length in _between(item, end, year, ours))


def whole_months(item: Item, ours: Sequence[Item]) -> tuple[int, int]:
    """The months from whose first day to whose last a date is an end; (0, 0) for none."""
    for other in ours:
        if not _joined(item, other):
            continue
        first, last = sorted((fields(item.side), fields(other.side)), key=lambda date: (date.get("m", 0), date["d"]))
        month = last.get("m", 0)
        if first["d"] == 1 and month and last["d"] >= monthrange(_NO_LEAP_YEAR, month)[1]:
            return first.get("m", month), month
    return 0, 0


def _joined(item: Item, other: Item) -> bool:
    """Whether two days are the ends of one stretch."""
    one, two = item.quantity, other.quantity
    if other is item or other.text is not item.text or not all(q.kind == "date" and "d" in q.unit for q in (one, two)):
        return False
    if one is two:
        return True  # 7月1日至31日
    start, end = (one.end, two.start) if one.start < two.start else (two.end, one.start)
    return end - start <= _REACH and bool(_JOINS.search(item.text, start, end))


def _lengths(theirs: Sequence[Item], text: str) -> Iterator[tuple[str, float]]:
    """The lengths of time that lead to or from a date in English.

    Hours, seconds (both days may count) and months, which are not of one length.
    """
    for item in theirs:
        if match := item.followed_by(_TOLD) or item.followed_by(_LASTING):
            yield _length(item.value, match["unit"])
    for one in _ONE.finditer(text):
        if _TOLD.match(text, one.start("unit") - 1):
            yield _length(1, one["unit"])


def _length(many: float, name: str) -> tuple[str, float]:
    if name == "fortnight":
        return "seconds", many * _FORTNIGHT
    if name == "hour":
        return "hours", many
    return UNITS[name].dimension, many * float(UNITS[name].size)


def _hour(date: Item, ours: Sequence[Item]) -> float | None:
    """The hour that stands behind a date."""
    behind = (i for i in ours if i.unit == "clock" and i.text is date.text and i.quantity.start == date.quantity.end)
    return next((i.value for i in behind), None)


def _between(item: Item, other: Item, year: int, ours: Sequence[Item]) -> Iterator[tuple[str, float]]:
    """How long it may be meant to be from one day to the other: both may count."""
    one, two = fields(item.side), fields(other.side)
    known = {"y": year or 2000, "m": 1} | one | two  # a 16th is of the month of the 17th
    try:
        days = [datetime.date(*(({**known, **part})[name] for name in "ymd")) for part in (one, two)]
    except (KeyError, ValueError):
        return
    (first, since), (last, until) = sorted(
        zip(days, (_hour(item, ours), _hour(other, ours)), strict=True), key=itemgetter(0)
    )
    hours = 0.0 if since is None or until is None else until - since  # 10日20时至11日8时: the 12 hours to 8 a.m.
    yield "hours", 24.0 * (last - first).days + hours
    for end in (last, last + datetime.timedelta(1)):
        yield "seconds", 86400.0 * (end - first).days
        if end.day == first.day:
            yield "months", 12.0 * (end.year - first.year) + end.month - first.month
