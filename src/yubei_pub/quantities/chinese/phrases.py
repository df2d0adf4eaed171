"""A Chinese quantity as the page writes it, with the words that belong to it."""

from __future__ import annotations

from yubei_pub.beads import Quantity
from yubei_pub.patterns import lazy_regex
from yubei_pub.quantities.chinese.approximators import led_at
from yubei_pub.quantities.chinese.numerals import plain
from yubei_pub.quantities.chinese.tables import (
    APPROXIMATORS_AFTER,
    APPROXIMATORS_BEFORE,
    APPROXIMATORS_BEFORE_BARE,
    CLASSIFIERS,
)
from yubei_pub.quantities.chinese.units import UNIT

_LAST = frozenset("余多几")
# Things that begin with the character that counts others: 数十万群众, 300余部门.
_THINGS = lazy_regex("群众|部门|部队|家庭|家长|项目|户籍|场馆|场所|层级|点位|站点|门店|支部|座位|条例")


def phrase(text: str, quantity: Quantity) -> str:
    """A quantity as the page writes it, with approximators, currency and unit: 近35.6万余个, 50%以上, 港币500元."""
    start, end = quantity.start, quantity.end
    led = led_at(text, start)
    if text[led : led + 1] != "每":
        start = led
    before = text[max(0, led - 4) : led]
    if quantity.kind in ("date", "ordinal"):
        return text[start:end]
    for word, meaning in (*APPROXIMATORS_BEFORE, *APPROXIMATORS_BEFORE_BARE):
        if meaning and meaning == quantity.approximator and before.endswith(word):
            start = led - len(word)
            break
    end += text[end : end + 1] in _LAST
    near = max(0, start - 4)  # the 分 of 1小时50分 is a unit by what stands before
    if match := UNIT.match(plain(text[near : end + 10]), end - near):
        end = near + match.end()
    elif end < len(text) and text[end] in CLASSIFIERS and quantity.kind == "number" and text[end - 1] != "数":
        end += not _THINGS.match(text, end)
    for word, _ in APPROXIMATORS_AFTER:
        if text.startswith(word, end):
            return text[start : end + len(word)]
    return text[start:end]


def counter(text: str, quantity: Quantity) -> str:
    """The character that counts, behind a number and its 余 or 多: 个 of 300余个."""
    end = quantity.end + (text[quantity.end : quantity.end + 1] in _LAST)
    return text[end : end + 1]
