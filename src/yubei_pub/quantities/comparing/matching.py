"""Which quantity of the Chinese belongs to which of the English: those that agree, then the likeliest of the rest.

Linear: what both write alike is paired in order, and of the rest only the `_WINDOW` nearest
are considered for each.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable
from operator import attrgetter

from yubei_pub.patterns import lazy_regex
from yubei_pub.quantities import chinese
from yubei_pub.quantities.comparing.agreement import approximation
from yubei_pub.quantities.comparing.equivalence import HABIT, is_numbered, level
from yubei_pub.quantities.comparing.items import Item
from yubei_pub.quantities.comparing.liberties import is_else
from yubei_pub.quantities.comparing.mistakes import factor
from yubei_pub.quantities.comparing.ratios import ratio
from yubei_pub.quantities.currencies import CURRENCIES
from yubei_pub.quantities.units import UNITS
from yubei_pub.quantities.values import ROMAN

_WINDOW = 40
_WORSE = 0.6  # of a distance: what may stand for a wrong number if nothing better does
_RATIO = -1  # plainer than what agrees without one
_RANKS = ("级", "等", "类", "期", "号", "档", "楼", "层")
_RANKED = lazy_regex(  # a second phase, beside 一期
    r"[ -](?:prizes?|place|class|phase|stage|floor|store?y|level|grade|tier|category|rank|line|batch)\b", re.IGNORECASE
)
_FAMILIES = dict.fromkeys(("number", "money", "multiple"), "count")


_at = attrgetter("at")


def align(ours: list[Item], theirs: list[Item]) -> None:
    """Where both languages have as many quantities that count, these are numbered: better than places in the text."""
    strong = [item for item in ours if item.strong], [item for item in theirs if item.strong]
    if len(strong[0]) == len(strong[1]):
        for side in strong:
            for rank, item in enumerate(side):
                item.at = (rank + 0.5) / len(side)


def match(ours: list[Item], theirs: list[Item]) -> None:
    """Pair what agrees: plainest first, equal approximators before unequal ones, then the nearest in order."""
    _match_same(ours, theirs)
    sources = [item for item in ours if item.partner is None]
    targets = sorted((item for item in theirs if item.partner is None), key=_at)
    found = []
    for index, source in enumerate(sources):
        for place in nearest(source, targets):
            target = targets[place]
            if (plain := level(source, target)) is not None:
                said = approximation(source.approximator, target.approximator)
                if plain == HABIT and ratio(target) is not None:
                    plain = _RATIO  # before the ten of "nine in ten" is taken for a 十
                found.append((plain, not said, source.weak != target.weak, abs(source.at - target.at), index, place))
    for plain, _, _, _, index, place in sorted(found):
        source, target = sources[index], targets[place]
        if source.partner is None and target.partner is None:
            _join(source, target, HABIT if plain == _RATIO else plain)


def _match_same(ours: list[Item], theirs: list[Item]) -> None:
    """Pair in order what both languages write as often: no search, however many there are."""
    left, right = _by_key(ours), _by_key(theirs)
    for key, sources in left.items():
        if len(targets := right.get(key, [])) == len(sources):
            for source, target in zip(sources, targets, strict=True):
                _join(source, target, 0)


def _by_key(items: list[Item]) -> dict[tuple[object, ...], list[Item]]:
    found: dict[tuple[object, ...], list[Item]] = {}
    for item in items:
        q, side = item.quantity, item.side
        key = (q.kind, q.unit, q.approximator, round(side.value, 9), side.other, item.weak)
        found.setdefault(key, []).append(item)
    return found


def _join(source: Item, target: Item, plain: int) -> None:
    source.partner, target.partner = target, source
    source.level = target.level = plain


def nearest(item: Item, others: list[Item]) -> range:
    """The places of the others, in their order, that are nearest to an item."""
    middle = bisect_left(others, item.at, key=_at)
    return range(max(0, middle - _WINDOW), min(len(others), middle + _WINDOW + 1))


def pair(
    ours: list[Item], theirs: list[Item], carried: Callable[[Item], bool], explained: Callable[[Item], bool]
) -> list[tuple[Item, Item]]:
    """Of what did not agree, the likeliest pairs of a Chinese figure and the wrong one that stands for it.

    `carried` tells what the English says in a word, `explained` what the Chinese does (the 10,000 of 每万人).
    """
    right = sorted((i for i in theirs if i.partner is None), key=_at)
    units = {i.unit for i in right if i.strong} - {""}
    left = [i for i in ours if i.partner is None and (i.unit in units or (i.strong and not carried(i)))]
    worse = [_WORSE if left and explained(item) else 0.0 for item in right]
    found = []
    for index, item in enumerate(left):
        for place in nearest(item, right):
            if is_else(item, right[place]):
                continue
            if right[place].weak and chinese.dispensable(item.text, item.quantity):
                continue
            if (distance := _distance(item, right[place])) is not None:
                found.append((distance + worse[place], index, place))
    pairs = []
    for _, index, place in sorted(found):
        one, other = left[index], right[place]
        if one.partner is None and other.partner is None:
            one.partner, other.partner = other, one
            pairs.append((index, one, other))
    return [(one, other) for _, one, other in sorted(pairs, key=lambda pair: pair[0])]


def pair_firsts(ours: list[Item], theirs: list[Item], tying: Callable[[Item], bool]) -> list[tuple[Item, Item]]:
    """第一, 首批 and 一级, which English may leave unsaid, with another ordinal or "Grade 4" that stands there instead.

    `tying` tells which ordinals of the English only tie sentences together.
    """
    pairs = []
    for unit in ("", "quarter"):
        firsts = [i for i in ours if _is_open_place(i, unit) and i.value == 1 and (unit or i.span != "一")]
        others = [i for i in (theirs if firsts else ()) if _is_open_place(i, unit) and (unit or not tying(i))]
        for one, other in zip(firsts, others, strict=False):
            one.partner, other.partner = other, one
            pairs.append((one, other))
    ranks = [i for i in ours if i.partner is None and not i.unit and i.precedes(_RANKS if i.value == 1 else "楼")]
    named = [i for i in (theirs if ranks else ()) if i.partner is None and _is_ranked(i)]
    for one, other in zip(ranks, named, strict=False):
        if not (one.precedes("楼") and one.value - other.value == 1):  # 三楼 is the second floor to the British
            one.partner, other.partner = other, one
            pairs.append((one, other))
    return pairs


def _is_ranked(item: Item) -> bool:
    """Grade 4, Phase II, the second phase."""
    if is_numbered(item) or item.span in ROMAN:
        return True
    return _is_open_place(item, "") and item.followed_by(_RANKED) is not None


def _is_open_place(item: Item, unit: str) -> bool:
    quantity = item.quantity
    return item.partner is None and quantity.kind == "ordinal" and quantity.unit == unit


def _distance(source: Item, target: Item) -> float | None:
    """How unlikely it is that an English quantity stands for a Chinese one; None if it cannot."""
    one, other = source.quantity, target.quantity
    families = _FAMILIES.get(one.kind, one.kind), _FAMILIES.get(other.kind, other.kind)
    if families[0] != families[1] and set(families) not in ({"count", "ordinal"}, {"count", "percent"}):
        return None
    if target.weak and other.kind == "ordinal" != one.kind:  # "at first"
        return None
    if target.weak and target.value == 1 and one.kind == "money":  # a five-year one
        return None
    if (one.unit in CURRENCIES and other.unit in UNITS) or (one.unit in UNITS and other.unit in CURRENCIES):
        return None
    distance = abs(source.at - target.at) + (0.0 if one.kind == other.kind else 0.5)
    if one.unit != other.unit:
        distance += 0.3 if one.unit and other.unit else 0.1
    if one.approximator == other.approximator != "":
        distance -= 0.2
    if target.weak:  # "one" and "first" may stand for a wrong number, if nothing better does
        distance += _WORSE
    return distance + (-0.3 if factor(source.value, target.value) else 0.0)
