"""Figures that are said of so many or of each other: nine in ten, 6.2 deaths per 100,000, split 30/70."""

from __future__ import annotations

import re

from yubei_pub.beads import Quantity
from yubei_pub.patterns import lazy_regex
from yubei_pub.quantities import english
from yubei_pub.quantities.comparing.agreement import TOLERANCE, converted, same
from yubei_pub.quantities.comparing.items import Item
from yubei_pub.quantities.comparing.rounding import lies
from yubei_pub.quantities.currencies import MONEY
from yubei_pub.quantities.english.tables import CARDINALS, SCALES
from yubei_pub.quantities.units import UNITS

_COUNT = "|".join(CARDINALS)
_RATIO = lazy_regex(
    rf"(?<![\w.,-])(?P<over>[0-9]+|{_COUNT})[ ]"
    rf"(?:(?!(?:{_COUNT})\b)[A-Za-z-]+[ ]){{0,3}}?"
    r"(?:(?:in|out[ ]of)[ ](?:every[ ])?|of[ ](?:the|its|our|their)[ ])$",
    re.IGNORECASE,
)
_PER = lazy_regex(
    r"(?:[ -][a-z]+){0,3}?[ ](?:per|for[ ]every|for[ ]each|in[ ]every|in|out[ ]of[ ]every|out[ ]of)[ ]"
    r"(?P<under>[0-9][0-9,]*|(?=hundred|thousand|million))[ ]?(?P<scale>hundred|thousand|million)?\b"
)
_PER_MU, _HECTARE = lazy_regex("(?:亩产|每亩)[^。；]*$"), lazy_regex(r"\bhectares?\b")
_MU_IN_HECTARE, _NEAR = 15, 60
_OF_EVERY = rf"\b(?:of|in|for) (?:every|each) {MONEY}?"
_PER_SHARED = lazy_regex(
    rf"(?:[0-9] per |{_OF_EVERY})(?P<under>[0-9][0-9,]*|(?=million))[ ]?(?P<scale>thousand|million)?\b", re.IGNORECASE
)
_SAID_OF = lazy_regex(rf"{_OF_EVERY}$", re.IGNORECASE)
_EACH_SO_MANY = lazy_regex(  # 每10股派发现金红利2.76元（含税）, 10派3.2元
    r"(?:每(?P<many>[0-9]+)股[^，。；、0-9]{0,16}|(?<![0-9])(?P<short>10)派[现发息]?)$"
)
_TO_REST = lazy_regex("[ ]?[:：∶][ ]?(?P<rest>[1-9])(?![0-9.:])")
_TO_OTHER = lazy_regex("(?:[-/–:]| to )[0-9]")
_REST_TO = lazy_regex("(?<![0-9.:])(?P<rest>[1-9])[ ]?[:：∶][ ]?$")
_COLON = lazy_regex("([0-9]+)[:：]([0-9]+)")
_A_SHARE = lazy_regex(r"\b(?:an?|per|each|every)[ ](?:[A-Z-]+[ ])?share\b", re.IGNORECASE)


def halves(text: str, quantity: Quantity) -> tuple[Quantity, ...]:
    """The two figures of a 1:12 that is no hour, since the other language has none; else the quantity itself."""
    match = _COLON.fullmatch(text, quantity.start, quantity.end) if quantity.unit == "clock" else None
    if match is None:
        return (quantity,)
    whole = Quantity(int(match[1]), None, None, "number", "", quantity.approximator, *match.span(1))
    return whole, Quantity(int(match[2]), None, None, "number", "", "", *match.span(2))


def is_ratio(source: Item, target: Item) -> bool:
    """九成 and nine in ten, 20% and one in five, 73% and nearly three in four."""
    if not 0 < source.value < 1 or source.kind not in ("percent", "number"):
        return False
    match = _ratio_before(target)
    if match is None:
        return False
    share = _over(match) / target.value
    return same(source.value, share) or lies(
        source.value, share, english.approximator_before(target.text, match.start())
    )


def ratio(target: Item) -> float | None:
    """The first number of a ratio whose second number an English item is: 9 for the ten of "nine in ten"."""
    match = _ratio_before(target)
    return None if match is None else _over(match)


def _over(match: re.Match[str]) -> float:
    return float(CARDINALS.get(match["over"].lower(), 0) or match["over"])


def ratio_start(target: Item) -> int | None:
    """Where the ratio begins whose second number an English item is."""
    match = _ratio_before(target)
    return None if match is None else match.start()


def _ratio_before(target: Item) -> re.Match[str] | None:
    return target.led_by(_RATIO, 50)


def per(target: Item) -> float | None:
    """How many an English item is said of: 100,000 of "6.2 deaths per 100,000"."""
    match = target.followed_by(_PER)
    return None if match is None else _under(match)


def _under(match: re.Match[str]) -> float:
    return float(match["under"].replace(",", "") or 1) * SCALES.get(match["scale"] or "", 1)


def is_rate(source: Item, target: Item) -> bool:
    """十万分之6.2 and "6.2 per 100,000", ‰ and "in every 1,000", 三七分成 and "30/70" or "3:7"."""
    if source.kind != "percent" or target.kind != "number":
        return False
    split = source.span[2:3] in ("分", "比", "开", "定", "法")
    if split and any(same(source.value * whole, target.value) for whole in (10, 100)):
        return True
    under = per(target)
    return under is not None and same(source.value * under, target.value)


def is_split(source: Item, target: Item) -> bool:
    """7∶3 and "70/30", or "70 percent … and 30 percent"."""
    if source.kind != "number" or target.kind not in ("number", "percent"):
        return False
    first = source.followed_by(_TO_REST)
    match = first or source.led_by(_REST_TO, 4)
    ahead = target.value == target.quantity.low or bool(target.followed_by(_TO_OTHER))
    if target.kind == "number" and ahead != bool(first):
        return False
    share = target.value if target.kind == "percent" else target.value / 100
    return match is not None and source.value + int(match["rest"]) == 10 and same(source.value / 10, share)


def beside(one: Item, other: Item) -> bool:
    """Whether two English items are the halves of fifty-fifty, 50/50."""
    alike = same(one.value, other.value) and one.text is other.text
    return alike and one.text[one.quantity.end : other.quantity.start] in ("-", "/", ":", "–")


def shared_rate(text: str) -> float | None:
    """How many the figures of an English stretch are said of: 100,000 of "6.2 and 7.1 per 100,000"."""
    match = _PER_SHARED.search(text)
    return None if match is None else _under(match)


def is_base(target: Item) -> bool:
    """Whether an English item is what others are said of: the 100 of "of every 100 yuan"."""
    return bool(target.led_by(_SAID_OF, 24))


def per_share(source: Item, target: Item) -> bool:
    """每10股派2.76元 and "0.276 yuan a share"."""
    many = shares(source)
    near = many and _A_SHARE.search(target.text, target.quantity.end, target.quantity.end + _NEAR)
    return bool(near) and same(source.value, many * target.value)


def shares(source: Item) -> int:
    """For how many shares a Chinese item is paid or given: 10 for 每10股派2.76元; else 0."""
    match = source.led_by(_EACH_SO_MANY, _NEAR)
    return int(match["many"] or match["short"]) if match else 0


def per_hectare(source: Item, target: Item) -> bool:
    """亩产500公斤 and "7,500 kilograms per hectare"."""
    one, other = source.quantity, target.quantity
    ours = converted(source.value, one.unit, other.unit) if one.unit in UNITS else None
    if ours is None or not source.led_by(_PER_MU, _NEAR):
        return False
    near = _HECTARE.search(target.text, max(0, other.start - _NEAR), other.end + _NEAR)
    return near is not None and same(ours * _MU_IN_HECTARE, target.value, TOLERANCE)
