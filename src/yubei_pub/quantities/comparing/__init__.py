"""The quantities of a Chinese passage held against those of its English: what differs, and where.

What agrees is taken out first and only looked at for its approximator and kind; of the rest each Chinese quantity
is held against the likeliest English one.

    whether two say the same       agreement, equivalence; rounding, ratios, headings, words_beside
    which belongs to which         matching; mistakes, telephones
    what is wrong with a pair      faults; approximators, dates, deadlines, direction, articles
    right ones that are swapped    swaps; anchors
    why one may stand alone        in_words, number_words, lengths_of_time, arithmetic, liberties
    words that exclude each other  contradictions; exclusive_words
    what all these are asked of    items, and written in English, writing
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from yubei_pub.beads import QuantityUse
from yubei_pub.patterns import lazy_regex
from yubei_pub.quantities import chinese, english
from yubei_pub.quantities.comparing.agreement import agree, same, sides
from yubei_pub.quantities.comparing.arithmetic import is_level_before, reckoned
from yubei_pub.quantities.comparing.articles import misjudged
from yubei_pub.quantities.comparing.dates import Calendar
from yubei_pub.quantities.comparing.equivalence import HABIT, level, so_many_of_it
from yubei_pub.quantities.comparing.faults import fault
from yubei_pub.quantities.comparing.in_words import Carried
from yubei_pub.quantities.comparing.items import Half, Item, items_of
from yubei_pub.quantities.comparing.liberties import is_figure_of_speech, may_be_added, may_be_style, may_be_unsaid
from yubei_pub.quantities.comparing.matching import align, match, nearest, pair, pair_firsts
from yubei_pub.quantities.comparing.ratios import beside, halves, is_base, per, ratio
from yubei_pub.quantities.comparing.swaps import Anchor, swaps
from yubei_pub.quantities.comparing.telephones import same_telephones
from yubei_pub.quantities.currencies import CURRENCIES, CURRENCY_CODES, ENGLISH_CURRENCIES

_TERMS = (("year", "month"), ("hour", "minute"), ("minute", "second"))
_SAID_ONCE = ("y", "five-year-plan")
_TELLING = 10  # from here on a figure is hardly another by chance
_SURE = ("approximator", "contradiction")
_CURRENCY = lazy_regex(
    rf"\b(?:{'|'.join(map(re.escape, ENGLISH_CURRENCIES))})s?\b|\b(?:fen|jiao|cents?|pence)\b"
    rf"|[$€£¥]|(?:{'|'.join(CURRENCY_CODES)})(?=[0-9])",
    re.IGNORECASE,
)


class Difference(NamedTuple):
    """What differs: `kind` is wrong, missing, extra, swapped, repeated, currency, or a fault of a right figure.

    Those are approximator (lost or another), added, contradiction (its opposite), vague (hundreds of), order, points,
    result (by and to), limit (within and after), direction (a rise told as a fall), rounded, size (of the head of a
    figure), times, year, unit and reckoned (said by a difference, a share or a whole: right).
    `source` is None for an extra, `target` for a missing or repeated one.  `sure` tells that
    nothing else in the passage could have been meant, so that a fix is safe; `doubtful`, that it may as
    well be a translator's liberty (`liberties`).
    """

    kind: str
    source: QuantityUse | None
    target: QuantityUse | None
    sure: bool = False
    doubtful: bool = False


def differences(source: Half, target: Half, anchors: Sequence[Anchor] = (), date: str = "") -> Iterator[Difference]:
    """What the English gets wrong, leaves out or adds, in the order of the Chinese; quiet about what may be idiom.

    `anchors` are pairs of offsets, in the Chinese and the English, that render each other
    (terms); `date` is that of the page, 2024-07-10 or empty.
    """
    source, target, ours, theirs = _matched(source, target)
    calendar = Calendar(date, source.text, target.text, ours, theirs)
    carried = Carried(source, target, ours, theirs, calendar)
    faults = [(i, i.partner, fault(i, i.partner, calendar)) for i in ours if i.partner is not None]
    faults += misjudged(ours, target, calendar)
    found = [Difference(k, s.use, t.use, k in _SURE, may_be_style(k, s, t)) for s, t, k in faults if k]
    found += [Difference("swapped", s, t) for s, t in swaps(source, target, ours, sorted(anchors))]
    parts = {i for b, i in pairwise(ours) if b.level == HABIT and (b.unit, i.unit) in _TERMS}
    # The 30秒 of 2分30秒, which is two and a half minutes, and the 五个 of 五个万亿元台阶.
    parts |= {i for i, b in pairwise(ours) if b.level == HABIT and b.partner and so_many_of_it(b, b.partner)}
    left = [item for item in ours if item not in parts]
    said = set(_of_ratios(theirs))
    others = [item for item in theirs if item not in said]
    found += [Difference("reckoned", s.use, t.use) for s, t in reckoned(left, others, calendar.year)]
    pairs = pair(left, others, carried.by_english, carried.by_chinese)
    pairs = [(s, t) for s, t in pairs if not is_level_before(s, t, ours)]
    firsts = pair_firsts(ours, theirs, carried.tying)
    unsaid = list(_unsaid(left, carried))
    added = [i for i in others if i.partner is None and i.strong and not carried.by_chinese(i)]
    missing = list(_missing(unsaid, theirs, added + [i for i in theirs if i.partner is None and i.weak], carried))
    sure = len(pairs) == 1 and not added and all(difference.doubtful for difference in missing)
    found += [Difference("wrong", s.use, t.use, sure, is_figure_of_speech(s, t)) for s, t in pairs]
    found += [Difference("wrong", s.use, t.use) for s, t in firsts]
    found += missing
    found += _extra(added, ours, unsaid, calendar)
    found += _units_lost(target, ours)
    return iter(dict.fromkeys(found))  # both ends of a range tell the same


def moved(difference: Difference, other: Difference) -> bool:
    """Whether what one paragraph lacks is what its neighbour has too much."""
    if {difference.kind, other.kind} != {"missing", "extra"}:
        return False
    source, target = difference.source or other.source, difference.target or other.target
    if source is None or target is None:
        return False
    return any(agree(one, two) is not None for one in sides(source.quantity) for two in sides(target.quantity))


def says(source: Half, target: Half, use: QuantityUse) -> bool:
    """Whether a passage says a figure of one in the other language, which may round it; small ones are everywhere."""
    ours = items_of(source.plain(chinese.plain), chinese.weak)
    theirs = items_of(target.plain(english.plain), english.weak)
    theirs = [item for item in theirs if item.value >= _TELLING or item.kind == "percent"]
    pairs = ((one, other) for one in ours for other in theirs if use in (one.use, other.use))
    return any(level(one, other) is not None for one, other in pairs)


def ties(source: Half, target: Half) -> tuple[tuple[int, int], ...]:
    """The quantities that say the same, as places among the `uses` of both halves, in the order of the Chinese."""
    source, target, ours, _ = _matched(source, target)
    here, there = ({id(use): place for place, use in enumerate(side.uses)} for side in (source, target))
    found = ((here[id(item.use)], there[id(item.partner.use)]) for item in ours if item.partner)
    return tuple(dict.fromkeys(found))


def _matched(source: Half, target: Half) -> tuple[Half, Half, list[Item], list[Item]]:
    """Both halves in plain form and their items, with their partners where they agree."""
    source, target = source.plain(chinese.plain), target.plain(english.plain)
    ours, theirs = items_of(source, chinese.weak), items_of(target, english.weak)
    hours, others = ([item.value for item in side if item.unit == "clock"] for side in (ours, theirs))
    if others and not hours:
        theirs = items_of(target, english.weak, halves)
    elif hours and not others and max(hours) < 2 and any(item.value == 1 for item in theirs):  # 1:12: "1 to 12"
        ours = items_of(source, chinese.weak, halves)
    for here, there in same_telephones(source.text, target.text):
        ours = [item for item in ours if not here[0] <= item.start < here[1]]
        theirs = [item for item in theirs if not there[0] <= item.start < there[1]]
    align(ours, theirs)
    match(ours, theirs)
    return source, target, ours, theirs


def _unsaid(ours: list[Item], carried: Carried) -> Iterator[Item]:
    """The Chinese quantities that the English should say and does not."""
    for item in ours:
        if item.partner is not None or item.weak or carried.by_english(item):
            continue
        if not chinese.dispensable(item.text, item.quantity):
            yield item


def _missing(unsaid: list[Item], theirs: list[Item], added: list[Item], carried: Carried) -> Iterator[Difference]:
    ordered = sorted(theirs, key=lambda item: item.at)
    for item in unsaid:
        if any(_repeats(item, ordered[place]) for place in nearest(item, ordered)):
            if len(item.span) > 1 and item.unit not in _SAID_ONCE and not carried.as_many():
                yield Difference("repeated", item.use, None)
        else:
            yield Difference("missing", item.use, None, doubtful=may_be_unsaid(item, added, theirs, carried.calendar))


def _repeats(source: Item, target: Item) -> bool:
    """Whether an English item says once what the Chinese says twice; a half beside 半数 does not say 49.7% as well."""
    found = agree(source.side, target.side)
    share = source.kind == "percent" and target.value < 1
    return found is not None and (not share or same(source.value, target.value))


def _of_ratios(theirs: list[Item]) -> Iterator[Item]:
    """What else a figure takes that was found in the Chinese: the nine of "nine in ten", the 50 of "50/50".

    And the 100,000 of "6.2 per 100,000", the 100 of "of every 100 yuan, 30.4 went on food" and of "87 out of 100".
    """
    if any(i.level == HABIT and i.partner and i.partner.kind == "percent" for i in theirs):
        yield from (item for item in theirs if item.partner is None and is_base(item))
    for one, other in pairwise(theirs):
        if beside(one, other) and (one.partner is None) != (other.partner is None):
            yield one if one.partner is None else other
        if other.partner is not None and other.level == HABIT and ratio(other) == one.value:
            yield one
        if one.partner is not None and one.partner.precedes(("分", "星")) and ratio(other) == one.value:
            yield other  # 满意度为87分
        if one.partner is not None and one.level == HABIT and per(one) == other.value:
            yield other


def _extra(added: list[Item], ours: list[Item], unsaid: list[Item], calendar: Calendar) -> Iterator[Difference]:
    currencies = {item.unit for item in ours if item.kind == "money"}
    for item in added:
        unit = item.unit
        if unit in CURRENCIES and currencies and unit not in currencies:
            yield Difference("currency", None, item.use)  # an exchange rate is never inferred
        else:
            yield Difference("extra", None, item.use, doubtful=may_be_added(item, unsaid, ours, calendar))


def _units_lost(target: Half, ours: list[Item]) -> Iterator[Difference]:
    """Amounts of money that are bare numbers in an English that names no currency at all; "3bn" is said of money."""
    for item in ours:
        if item.kind != "money" or item.partner is None or item.partner.kind != "number":
            continue
        if item.partner.side.other is not None or item.partner.span.lower().endswith(("bn", "mn", "m")):
            continue
        if _CURRENCY.search(target.text):
            return
        yield Difference("unit", item.use, item.partner.use)
