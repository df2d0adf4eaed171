"""Figures that follow from others by simple arithmetic: 1000户中820户 is "82 percent of the 1,000".

A figure that only one language has is held against another that both have: their difference, their ratio, a share.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import accumulate, islice, takewhile

from yubei_pub.patterns import lazy_regex
from yubei_pub.quantities.changes import ABOUT, FALLS, RISES
from yubei_pub.quantities.comparing.agreement import converted, fields, same
from yubei_pub.quantities.comparing.items import Item
from yubei_pub.quantities.comparing.ratios import ratio
from yubei_pub.quantities.comparing.words_beside import around

_MANY = 40  # the same for a sum, which takes those in a row
_FEW = 12  # quantities of a passage that are tried against each other
_IN_A_ROW = 3
_BESIDE = 4  # places in the Chinese that two figures of one reckoning are apart at most
_LATER, _EARLIER = lazy_regex("年[之以]?后"), lazy_regex("年[之以]?前")
_LARGE = 100  # from here on two figures do not make a third by chance
_ALL_BUT = lazy_regex(r"\b(?:all|everything)[ ]but[ ](?:(?:about|around|some|roughly)[ ])?‹", re.IGNORECASE)
_ROUGHLY = 0.05  # "three times" for 3.05
COMPARED_WITH = lazy_regex(
    r"\b(?:than(?:[ ](?:in|for|at the end of))?|from|over|on|against|compared[ ](?:with|to)(?:[ ]that[ ]of)?"
    r"|instead[ ]of|rather[ ]than)[ ](?:[A-Z]{0,3}[$¥€£])?$"
)
CHANGES = lazy_regex("[增降减升涨跌]|回落|扩大|收窄|提高|加快|放缓|压缩|缩短|延长|提前|推迟|比[^，。；]{1,5}[多少]")
_HALF_PRICE = lazy_regex("半价|对折|减半|半票")
_COINS = lazy_regex(r"›[ ](fen|jiao|mao|cents?|pence)\b")
_PARTS = lazy_regex(r"\b(?:of (?:them|these|those|which|whom)|including|between them|in all|altogether|all told)\b")
_AGED, _OLDER = lazy_regex(r"\b(?:was|were|at|aged?|turn(?:ed|s)) $"), lazy_regex(" years? (?:older|younger)")
_EACH = lazy_regex("[每各][^，。；、0-9]{0,4}$")
_REACHED = ("至", "到", "为", "成")  # 延长至15分钟 is no change by as much
_ABOUT = rf"(?:(?:another|an?|{ABOUT})[ ])*(?:[A-Z]{{0,3}}[$¥€£])?"
_CHANGE = (
    rf"by|up|down|{RISES}|{FALLS}|add\w*|cut|shed|los[te]|sav\w+|extend\w*|lower\w*|rais\w*"
    r"|(?:increase|rise|fall|drop|cut|gain|saving|reduction|decrease|growth)[ ]of"
    r"|the[ ]other|other|remaining|leaving|extra|additional|further"
)
_CHANGED = (
    r"more|fewer|less|higher|lower|longer|shorter|earlier|later|faster|slower|bigger|smaller|cheaper|others?|extra"
    r"|additional|ahead|remain\w*|up|down|left|already"
)
_SAID_AS_CHANGE = lazy_regex(
    rf"\b(?:{_CHANGE})[ ]{_ABOUT}‹|(?<![0-9][–:-])‹[^›]*›(?:[ -][a-z]+){{0,2}}?[ -](?:{_CHANGED})\b", re.IGNORECASE
)


def reckoned(ours: Sequence[Item], theirs: Sequence[Item], year: int) -> Iterator[tuple[Item, Item]]:
    """Pairs of a Chinese figure that the English has not and an English one that the Chinese has not, which says it."""
    free = [item for item in theirs if item.partner is None and item.kind != "ordinal"]
    for index, item in enumerate(ours if free else ()):
        if item.partner is not None or item.weak or (item.kind in ("date", "ordinal") and item.unit != "y"):
            continue
        near = [other for other in ours[max(0, index - _BESIDE) : index + _BESIDE + 1] if other.partner is not None]
        left = [other for other in free if other.partner is None]
        said = [one for one in left if _is_age(item, one, year) or any(_follows(item, other, one) for other in near)]
        if not said or (said[0].weak and any(other.strong for other in left)):
            continue  # "half price" beside a wrong price
        item.partner, said[0].partner = said[0], item
        yield item, said[0]


def _is_age(item: Item, target: Item, year: int) -> bool:
    """1985年出生 on a page of 2025: "at 40", and the other way round."""
    date, length = (item, target) if item.kind == "date" else (target, item)
    counted = length.unit == "year" or (length is target and length.kind == "number" and not length.unit)
    return counted and date.unit == "y" and year - date.value == length.value


def _follows(item: Item, beside: Item, target: Item) -> bool:
    """Whether an English figure is what a Chinese one and another beside it make together."""
    if beside.text is not item.text:
        return False
    if "date" in (item.kind, beside.kind, target.kind):
        return _is_years_on(item, beside, target)
    return any(rule(item, beside, target) for rule in _RULES)


def _is_years_on(item: Item, beside: Item, target: Item) -> bool:
    """1988年……六年后: in 1994."""
    if not (item.unit == "year" and beside.kind == target.kind == "date" and beside.unit.startswith("y")):
        return False
    on = 1 if item.followed_by(_LATER) else -1 if item.followed_by(_EARLIER) else 0
    return on != 0 and target.value == fields(beside.side)["y"] + on * item.value


def _is_change(item: Item, beside: Item, target: Item) -> bool:
    """由35个增至41个: six more; 由3.2元调整为3.6元: up 40 fen."""
    one, other, said = item.quantity, target.quantity, around(target)
    if not _alike(item, beside) or (one.kind == "percent") is not (other.kind == "percent"):
        return False
    if one.kind == "percent":
        size = 1.0 if (other.unit == "pp") is not (one.unit == "pp") else 0.0
    elif other.kind in ("number", "money"):
        coin = _COINS.search(said) if one.kind == "money" else None
        size = (
            {"fen": 100.0, "jiao": 10.0, "mao": 10.0}.get(coin[1], 100.0)
            if coin
            else converted(1.0, one.unit, other.unit or one.unit) or 0.0
        )
    else:
        return False
    changed = size * abs(item.value - beside.value)
    return same(changed, target.value, 1e-6) and _SAID_AS_CHANGE.search(said) is not None


def _is_share(item: Item, beside: Item, target: Item) -> bool:
    """1000户中820户: 82 percent; 由2万吨增至6万吨: tripled; 由80公里提高到120公里: 50 percent faster."""
    part, whole, share = item.value, beside.value, _share(target)
    if share is None or item.kind == "percent" or not _alike(item, beside) or min(part, whole) <= 0:
        return False
    if part < 1 and item.kind == "number" and not item.unit:  # 三分之二 is a share itself
        return False
    results = [part / whole, whole / part]
    if target.kind != "multiple":  # 50 percent faster, but no "doubled" for three times as much
        results.append(abs(whole / part - 1))
    return any(_rounded(result, share, target) for result in results)


def _is_whole(item: Item, beside: Item, target: Item) -> bool:
    """36亿元，为计划的60%: of 6 billion; 6万吨，是2015年的3倍: compared with 20,000."""
    one, other, share = beside.quantity, target.quantity, item.value
    if item.kind not in ("percent", "multiple") or one.kind not in ("number", "money") or share <= 0:
        return False
    if other.kind not in ("number", "money") or other.unit not in ("", one.unit) or target.value < _LARGE:
        return False
    known = beside.value
    return any(same(whole, target.value, 1e-6) for whole in (known * share, known / share, known / (1 + share)))


def _is_sum(item: Item, beside: Item, target: Item) -> bool:
    """12男8女: "twenty, eight of them women"; 60岁……又干了8年: until he was 68; 8点40分……20分钟: at nine."""
    if beside.unit == "clock":
        clock, length = (target, item) if target.unit in ("", "clock") else (item, target)  # 9点至17点: eight hours
        hours = converted(length.value, length.unit, "hour") or 0.0
        return any(same((beside.value + way * hours) % 12, clock.value % 12) for way in (1, -1)) and 0 < hours < _FEW
    if not _alike(item, beside) or target.kind != item.kind or target.unit not in ("", item.unit):
        return False
    both, apart = item.value + beside.value, abs(item.value - beside.value)
    if item.precedes("岁") or beside.precedes("岁"):  # 10岁……学棋6年: has played since he was four
        aged = target.led_by(_AGED, 12) or target.followed_by(_OLDER)
        return target.value in (both, apart) and aged is not None
    changed = beside.led_by(CHANGES, 8)  # 22家，比上年增加3家
    if changed or item.unit or target.value != both or max(item.value, beside.value) < _FEW:
        return False
    counter = beside.text[beside.quantity.end : beside.quantity.end + 1]
    return item.precedes(counter) and _PARTS.search(target.text) is not None


_RULES: tuple[Callable[[Item, Item, Item], bool], ...] = (_is_change, _is_share, _is_whole, _is_sum)


def _alike(one: Item, other: Item) -> bool:
    """Whether two Chinese figures are of one kind and unit."""
    ours, theirs = one.quantity, other.quantity
    return (ours.kind, ours.unit) == (theirs.kind, theirs.unit)


def _share(target: Item) -> float | None:
    """What an English figure is a share or a multiple: 0.1 for the ten of "one in ten"."""
    if (over := ratio(target)) is not None and target.value:
        return over / target.value
    kind, value = target.kind, target.value
    return value if kind in ("percent", "multiple") or (kind == "number" and 0 < value < 1) else None


def _rounded(result: float, share: float, target: Item) -> bool:
    """Whether a share is a result in as many digits as it is written with: 82.3 percent."""
    if same(result, share, 1e-6):
        return True
    number = target.span.split("%")[0].split(" ")[0]
    if target.kind != "percent" or share < 0.1:
        return False
    return abs(result - share) <= 0.005 / 10.0 ** len(number.partition(".")[2])


def is_level_before(source: Item, target: Item, ours: Sequence[Item]) -> bool:
    """Whether English tells a change by where it came from: 35%……上升6个百分点 is "35 percent, up from 29"."""
    if not target.led_by(COMPARED_WITH, 24) or not source.led_by(CHANGES, 8) or source.follows(_REACHED):
        return False
    by, level = source.value, target.value
    return any(same(level, other.value + way * by, 1e-6) for other in ours if other is not source for way in (1, -1))


def is_told_by_others(item: Item, ours: Sequence[Item]) -> bool:
    """Whether a figure is left to two beside it: 由20增至40，翻了一番 as "doubled to 40"; 60人分6组，每组10人."""
    at = next(index for index, other in enumerate(ours) if other is item)
    near = [i for i in ours[max(0, at - _BESIDE) : at + _BESIDE + 1] if i.partner and i.text is item.text]
    alike = [i for i in near if _alike(item, i)]
    times = [i for i in near if i.kind == "multiple" or i.led_by(_EACH, 5)]
    return any(i is not o and same(item.value * o.value, i.value) for i in alike for o in times)


def is_all_but(item: Item, theirs: Sequence[Item]) -> bool:
    """Whether English names what is left out: 98.5% is "all but 1.5 percent", 19家 "all but one of 20".

    Of numbers only in words: between figures in digits a difference is too often chance.
    """
    if item.kind == "percent":
        left = (i for i in theirs if same(1 - item.value, i.value, 1e-6))
        return any(_ALL_BUT.search(around(i)) is not None for i in left)
    left_out = [i.value for i in theirs if not i.span[:1].isdigit() and 0 < i.value <= _FEW]
    wholes = [other.value for other in theirs]
    return item.kind == "number" and any(same(item.value, whole - out) for whole in wholes for out in left_out)


def may_be_result(item: Item, others: Sequence[Item]) -> bool:
    """Whether an English number is the sum, difference or share of two Chinese ones: 18 of 20 became "two others"."""
    if item.kind not in ("number", "percent", "multiple", "money"):
        return False
    if item.value in _sums(others):
        return True
    values = list(islice(dict.fromkeys(other.value for other in others), _FEW))
    values += [0.5] if others and _HALF_PRICE.search(others[0].text) else []
    near = _ROUGHLY if item.kind == "multiple" else 1e-9  # 6.4亿……2.1亿: "three times"
    return any(
        same(item.value, result, near)
        for one in values
        for other in values
        if one > other > 0
        for result in _results(one, other, item.kind)
    )


def _sums(others: Sequence[Item]) -> Iterator[float]:
    """What three counts in a row and more make together: 特等奖1项、一等奖10项、二等奖35项."""
    counts = [item for item in others if item.kind in ("number", "money") and item.span[:1].isdigit()]
    for first, one in enumerate(counts[:_MANY]):
        row = list(takewhile(partial(_alike, one), counts[first:_MANY]))
        yield from islice(accumulate(item.value for item in row), _IN_A_ROW - 1, None)


def _results(one: float, other: float, kind: str) -> Iterator[float]:
    """What two figures may make, the larger first; ten times as much is an error sooner than a product."""
    yield from (one + other, one - other, other / one, one / other)
    if kind == "percent":
        yield from (1 - other / one, one / other - 1)
    elif (other < 1 or one * other >= _LARGE) and not f"{other:e}".startswith("1.000000e"):
        yield one * other
