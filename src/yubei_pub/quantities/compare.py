"""The quantities of a Chinese passage held against those of its English: what differs, and where.

What agrees is taken out first, plainest agreement first and nearest in order first; of the rest
each Chinese quantity is held against the likeliest English one.  Linear: only the `_WINDOW`
nearest in order are considered for each.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import log10

from yubei_pub.model import QuantityUse
from yubei_pub.quantities import chinese, english
from yubei_pub.quantities._practice import COUNTED_IN_ORDER, NUMBERED
from yubei_pub.quantities._units import CURRENCIES
from yubei_pub.quantities.agreement import agree, approximation, same
from yubei_pub.quantities.carried import Carried
from yubei_pub.quantities.items import Item, Passage, items
from yubei_pub.quantities.order import Anchor, swapped

_WINDOW = 40
_TIME = ("year", "month", "decade", "day", "week", "hour", "minute", "quarter")
_ONE_IN = re.compile(r"\b(?:one|1)[ ](?:in|out of)[ ](?:every[ ])?$", re.IGNORECASE)
_FAMILIES = {
    "number": "count",
    "money": "count",
    "multiple": "count",
    "ordinal": "ordinal",
    "percent": "percent",
    "date": "date",
}


@dataclass(frozen=True)
class Difference:
    """What differs: `kind` is wrong, missing, extra, approximator, order, swapped, repeated or currency.

    `source` is None for an extra, `target` for a missing or repeated one.  `sure` tells that
    nothing else in the passage could have been meant, so that a fix is safe.
    """

    kind: str
    source: QuantityUse | None
    target: QuantityUse | None
    sure: bool = False


def differences(source: Passage, target: Passage, anchors: Sequence[Anchor] = ()) -> Iterator[Difference]:
    """What the English gets wrong, leaves out or adds, in the order of the Chinese; quiet about what may be idiom.

    `anchors` are pairs of offsets, in the Chinese and the English passage, that render each other (terms).
    """
    ours, theirs = items(source, chinese.weak), items(target, english.weak)
    carried = Carried(source, target, ours, theirs)
    _align(ours, theirs)
    for level in range(4):
        _match(ours, theirs, level)
    found = [*_matched(ours), *_swapped(source, target, ours, anchors)]
    pairs = _pair(ours, theirs, carried)
    found += [Difference("wrong", s.use, t.use, len(pairs) == 1) for s, t in pairs]
    found += _missing(ours, theirs, carried)
    found += _extra(ours, theirs, carried)
    seen: set[tuple[str, QuantityUse | None, QuantityUse | None]] = set()
    for difference in found:
        key = (difference.kind, difference.source, difference.target)
        if key not in seen:  # both ends of a range tell the same
            seen.add(key)
            yield difference


def _align(ours: list[Item], theirs: list[Item]) -> None:
    """Where both languages have as many quantities that count, these are numbered: better than places in the text."""
    strong = [item for item in ours if item.strong], [item for item in theirs if item.strong]
    if len(strong[0]) == len(strong[1]):
        for side in strong:
            for rank, item in enumerate(side):
                item.at = (rank + 0.5) / len(side)


def _match(ours: list[Item], theirs: list[Item], level: int) -> None:
    """Pair what agrees at a level: equal approximators before unequal ones, then the nearest in order."""
    sources = [item for item in ours if item.partner is None]
    targets = [item for item in theirs if item.partner is None]
    found = []
    for index, source in enumerate(sources):
        for place in _around(round(source.at * len(targets)), len(targets)):
            target = targets[place]
            if _level(source, target) == level:
                said = approximation(source.use.quantity.approximator, target.use.quantity.approximator)
                found.append((not said, source.weak != target.weak, abs(source.at - target.at), index, place))
    for _, _, _, index, place in sorted(found):
        source, target = sources[index], targets[place]
        if source.partner is None and target.partner is None:
            source.partner, target.partner = target, source
            source.level = target.level = level


def _around(middle: int, length: int) -> range:
    return range(max(0, middle - _WINDOW), min(length, middle + _WINDOW + 1))


def _level(source: Item, target: Item) -> int | None:
    """`agree`, and 增长1.5倍 for "grew 1.5 times", 十分之一 for "one in ten"."""
    found = agree(source.side, target.side)
    start = target.use.quantity.start
    if found is None and 0 < source.side.value < 1 and _ONE_IN.search(target.text, max(0, start - 16), start):
        return 3 if same(source.side.value * target.side.value, 1) else None
    if found is None and source.use.quantity.kind == target.use.quantity.kind == "multiple":
        return 3 if same(source.side.value, target.side.value + 1) else None
    return found


def _matched(ours: list[Item]) -> Iterator[Difference]:
    """Right figures whose approximator or kind is not right."""
    for item in ours:
        if item.partner is None:
            continue
        source, target = item.use.quantity, item.partner.use.quantity
        if (source.kind == "ordinal" != target.kind and item.strong and not _numbered(item.partner)) or (
            target.kind == "ordinal" != source.kind == "number" and item.strong and not _in_order(item)
        ):
            yield Difference("order", item.use, item.partner.use)
        elif (source.unit == "pp") != (target.unit == "pp") and source.kind == target.kind == "percent":
            yield Difference("points", item.use, item.partner.use)
        elif item.strong and not approximation(source.approximator, target.approximator) and not _loose(item):
            yield Difference("approximator", item.use, item.partner.use, sure=True)


def _numbered(item: Item) -> bool:
    """Whether an English number names a thing of a series (Session 7)."""
    quantity = item.use.quantity
    return quantity.kind != "number" or bool(NUMBERED.search(item.text, max(0, quantity.start - 24), quantity.start))


def _in_order(item: Item) -> bool:
    """Whether a Chinese number may be an ordinal in English: 75周年, 正月十五, 位列三."""
    if item.text[: item.use.quantity.start].endswith(("月", "初", "列", "居", "排名", "位")):
        return True
    return bool(COUNTED_IN_ORDER.match(item.text, item.use.quantity.end))


def _loose(item: Item) -> bool:
    """Approximators that are none: 达5万 = as many as, "over three years" = during, percent of a whole."""
    partner = item.partner
    if partner is None or item.level >= 2 or "date" in (item.use.quantity.kind, partner.use.quantity.kind):
        return True
    source, target = item.use.quantity, partner.use.quantity
    if item.text[max(0, source.start - 2) : source.start].endswith("达") and target.approximator == "most":
        return True
    if source.unit in _TIME and item.text.endswith("近", 0, source.start):  # 近三年: the past three years
        return target.approximator == ""
    over = partner.text[: target.start].rstrip().endswith(("over", "over the", "within", "within the", "in about"))
    if over and {source.unit, target.unit} & set(_TIME) and not source.approximator:
        return True
    within = "内" in item.text[source.end : source.end + 5] or "之间" in item.text[source.end : source.end + 5]
    return within and (target.approximator == "most" or target.unit in _TIME)


def _swapped(source: Passage, target: Passage, ours: list[Item], anchors: Sequence[Anchor]) -> Iterator[Difference]:
    """Right figures that have changed places: neighbours of one unit, in the other order, and no word explains it."""
    matched = [i for i in ours if i.partner and i.strong and i.partner.strong and i.level == 0]
    for one, two in pairwise(matched):
        first, second = one.partner, two.partner
        if first is None or second is None or first.start <= second.start or same(one.side.value, two.side.value):
            continue
        if not _alike(one, two):
            continue
        places = (one.start, two.start), (second.start, first.start)
        if swapped(source.text, target.text, places, anchors):
            yield Difference("swapped", one.use, second.use)
            yield Difference("swapped", two.use, first.use)


def _alike(one: Item, two: Item) -> bool:
    """Whether two Chinese figures could be taken for each other: one kind, one unit or else one classifier."""
    ours, others = one.use.quantity, two.use.quantity
    if (ours.kind, ours.unit) != (others.kind, others.unit):
        return False
    return (
        bool(ours.unit)
        or ours.kind == "percent"
        or chinese.counter(one.text, ours) == chinese.counter(two.text, others)
    )


def _pair(ours: list[Item], theirs: list[Item], carried: Carried) -> list[tuple[Item, Item]]:
    """Of what did not agree, the likeliest pairs of a Chinese figure and the wrong one that stands for it."""
    left = [i for i in ours if i.partner is None and i.strong and not carried.by_english(i)]
    right = [i for i in theirs if i.partner is None]
    found = []
    for index, item in enumerate(left):
        for place in _around(round(item.at * len(right)), len(right)):
            if right[place].weak and chinese.dispensable(item.text, item.use.quantity):
                continue
            if (distance := _distance(item, right[place])) is not None:
                found.append((distance, index, place))
    pairs = []
    for _, index, place in sorted(found):
        one, other = left[index], right[place]
        if one.partner is None and other.partner is None:
            one.partner, other.partner = other, one
            pairs.append((index, one, other))
    return [(one, other) for _, one, other in sorted(pairs, key=lambda pair: pair[0])]


def _distance(source: Item, target: Item) -> float | None:
    """How unlikely it is that an English quantity stands for a Chinese one; None if it cannot."""
    one, other = source.use.quantity, target.use.quantity
    families = _FAMILIES[one.kind], _FAMILIES[other.kind]
    if families[0] != families[1] and set(families) not in ({"count", "ordinal"}, {"count", "percent"}):
        return None
    distance = abs(source.at - target.at) + (0.0 if one.kind == other.kind else 0.5)
    if one.unit != other.unit:
        distance += 0.3 if one.unit and other.unit else 0.1
    if one.approximator == other.approximator != "":
        distance -= 0.2
    if target.weak:  # "one" and "first" may stand for a wrong number, if nothing better does
        distance += 0.6
    return distance + (-0.3 if factor(source.side.value, target.side.value) else 0.0)


def factor(right: float, wrong: float) -> int:
    """The power of ten by which a number is too large (positive) or too small (negative); 0 if it is no such error."""
    if not right or not wrong or right * wrong < 0:
        return 0
    power = round(log10(wrong / right))
    return power if same(wrong, right * 10.0**power) else 0


def _missing(ours: list[Item], theirs: list[Item], carried: Carried) -> Iterator[Difference]:
    for item in ours:
        if item.partner is not None or item.weak or carried.by_english(item):
            continue
        if chinese.dispensable(item.text, item.use.quantity):
            continue
        around = _around(round(item.at * len(theirs)), len(theirs))
        again = any(agree(item.side, theirs[place].side) is not None for place in around)
        if again and item.use.quantity.end - item.use.quantity.start == 1:
            continue  # 两, 三: English does not count again
        yield Difference("repeated" if again else "missing", item.use, None)


def _extra(ours: list[Item], theirs: list[Item], carried: Carried) -> Iterator[Difference]:
    currencies = {item.use.quantity.unit for item in ours if item.use.quantity.kind == "money"}
    for item in theirs:
        if item.partner is not None or item.weak or carried.by_chinese(item):
            continue
        unit = item.use.quantity.unit
        if unit in CURRENCIES and currencies and unit not in currencies:
            yield Difference("currency", None, item.use)  # an exchange rate is never inferred
        else:
            yield Difference("extra", None, item.use)
