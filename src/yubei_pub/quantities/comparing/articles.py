"""One of a unit that English says with an article: 一小时以上 is no "almost an hour", 一周内 no "in over a week".

An article is no figure, so that "an hour" is none of the quantities of the English, nor is "once"; both are read here
where the Chinese has one hour, or 1次.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from yubei_pub.beads import Quantity, QuantityUse
from yubei_pub.patterns import lazy_regex
from yubei_pub.quantities import english
from yubei_pub.quantities.comparing.agreement import Side
from yubei_pub.quantities.comparing.dates import Calendar
from yubei_pub.quantities.comparing.faults import fault
from yubei_pub.quantities.comparing.in_words import name_of
from yubei_pub.quantities.comparing.items import Half, Item

_SAID = ("contradiction", "limit", "approximator")


def misjudged(ours: list[Item], target: Half, calendar: Calendar) -> Iterator[tuple[Item, Item, str]]:
    """The Chinese items of one, the English with an article, and what is wrong, where nothing else can be meant."""
    for item in ours:
        quantity = item.quantity
        may_be = item.value in (1, 2) if quantity.unit else item.value == 1 and item.precedes("次")
        if item.partner is not None or quantity.kind != "number" or not may_be:
            continue
        found = [(one, fault(item, one, calendar)) for one in _ones(item.value, quantity.unit, target)]
        wrong = [(one, kind) for one, kind in found if kind in _SAID]
        if not wrong or len(wrong) < len(found):
            continue
        one, kind = wrong[0]
        if kind != "approximator" or one.approximator:  # else it is missing
            yield item, one, kind


def _ones(value: float, unit: str, target: Half) -> Iterator[Item]:
    """Where an English text says a unit with an article: "an hour", but not "half an hour" nor "a full hour"."""
    if (wanted := _with_article(value, unit)) is None:
        return
    for segment, text in enumerate(target.texts):
        for match in wanted.finditer(text):
            said = english.approximator_before(text, match.start())
            quantity = Quantity(1, None, None, "number", unit, said, *match.span())
            yield Item(QuantityUse(segment, quantity), Side(quantity, value), text, 0, 0.0, weak=True)


@lru_cache
def _with_article(value: float, unit: str) -> re.Pattern[str] | None:
    if not unit:
        return lazy_regex(r"\bonce\b", re.IGNORECASE)
    names = name_of(value, unit)
    return lazy_regex(rf"(?<!half )\ban? {names}\b(?!-)", re.IGNORECASE) if names else None
