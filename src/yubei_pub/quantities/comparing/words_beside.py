"""Figures that differ and say the same by a word beside each: 等4人 and "three others", 八五折 and "15% off"."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from yubei_pub.patterns import lazy_regex
from yubei_pub.quantities.chinese.tables import SCHOOLS
from yubei_pub.quantities.comparing.agreement import same
from yubei_pub.quantities.comparing.items import Item

_REACH = 40  # characters on both sides of a figure
_OFF = (  # 15 percent off, a discount of 15 percent
    r"›[ ](?:(?:(?:is|are|was|were|be|being)[ ])?(?:taken[ ]|knocked[ ])?off|discounts?"
    r"|price[ ]cuts?|reductions?|cheaper|less|below)\b"
    r"|\bdiscounts?[ ](?:is|was|are|[a-z]+[ ]to)[ ](?:[a-z]+[ ]){0,2}‹"
    r"|\b(?:discounts?|reductions?|cuts?|reduced|lowered|discounted|savings?|save)"
    r"[ ](?:of|by|from|between|starting[ ](?:at|from))[ ](?:[a-z]+[ ]){0,2}‹"
    r"|\blos(?:es?|t|ing)[ ](?:[a-z]+[ ]){0,2}‹"
)


Right = Callable[[float, float], bool]


class _Habit(NamedTuple):
    """The values that say the same where `before‹figure›after` has some words in each language.

    The Chinese figure has the `unit`; where that is empty, the units are one or only one figure has one.
    """

    right: Right
    chinese: re.Pattern[str]
    english: re.Pattern[str]
    unit: str = ""


def _habit(right: Right, chinese: str, english: str, unit: str = "") -> _Habit:
    return _Habit(right, lazy_regex(chinese), lazy_regex(english, re.IGNORECASE), unit)


def _times(size: float) -> Right:
    return lambda ours, theirs: same(size * ours, theirs)


def _more(by: int) -> Right:
    return lambda ours, theirs: same(ours + by, theirs)


def _rest(near: float = 1e-9) -> Right:
    """What is left of a whole."""
    return lambda ours, theirs: same(1 - ours, theirs, near)


def _inverse(ours: float, theirs: float) -> bool:
    """Twice as fast is half the time, every half year twice a year."""
    return same(ours * theirs, 1)


_ALL_BUT = r"\b(?:all|everything)[ ]but[ ]"
_EACH_WAY = r"›.*\b(?:each|either|every)[ ](?:direction|way|side)\b"
_THE_FIVE_YEARS = r"\b(?:the|these|those)[ ](?:(?:next|coming|past|last)[ ])?‹[^›]*›[ -]years?\b"
_FROM_THE = r"\b(?:from|on|over|than|against)[ ](?:in[ ])?the[ ]‹"
_DOUBLED = r"\bdoubl(?:ed|ing|es?)[ ](?:[a-z]+[ ]){0,3}‹"
_LATE = r"\b(?:late|(?:second|latter)[ ]half[ ]of)(?:[ ]the)?[ -](?:the[ ])?‹"
_TAKEN_OFF = _habit(_rest(), "折半?›", _OFF)
_HABITS = (
    _TAKEN_OFF,
    _habit(_rest(), "的近?约?‹", r"›[ ](?:below|less|lower|cheaper|fewer|smaller|shorter)\b"),  # 市价的七成
    _habit(_rest(), "折半?›", r"(?:%|[ ]per[ ]?cent)[ ]off\b.*‹"),  # and for you 40
    _habit(_rest(1e-6), "‹", rf"{_ALL_BUT}‹"),
    _habit(_rest(0.1), "‹", rf"{_ALL_BUT}(?:about|around|some|roughly)[ ]‹"),
    _habit(_inverse, "快了?近?‹", r"›[ ](?:of[ ])?(?:the|that)[ ]time\b|›[ ]as[ ]long\b"),
    _habit(_more(1), "隔‹(?!.*›.{0,2}再)", "‹"),  # 每隔三天: every four days; but 隔7天再: after seven
    _habit(_more(1), "›岁", "under-‹", "year"),  # 0至8岁: under-nines
    _habit(_more(-1), "的‹[^›]*%›", r"›[ ](?:more|above|higher)\b"),  # 同期的112%
    _habit(_more(-1), "›[^，。；、]{1,12}[中里]", r"›[ ](?:[a-z-]+[ ]){0,2}others?\b"),
    _habit(_more(-1), "›.*(?:环比|[比较][上前])", _FROM_THE, "quarter"),  # 三季度……环比增长: up from the second quarter
    _habit(lambda ours, theirs: 0 < theirs < ours, "等‹", r"›[ ](?:(?:[a-z-]+[ ]){0,2}others?|more)\b"),
    _habit(_times(10000), "基点›", r"›[ -]pips?\b", "pp"),  # of an exchange rate
    _habit(_times(100), "‹", "› point", "pp"),  # behind percentage points
    _habit(_times(100), "指数.{0,10}‹(?:.*%›|百分之)", "‹"),  # an index of 50.1
    _habit(_times(100), "‹", r"›[ ](?:fen|(?:HK |US |euro )?cents?|pence|sen)\b"),
    _habit(_times(10), "‹", r"›[ ](?:jiao|mao)\b"),
    _habit(_times(10), "[:：∶比]‹[1-9]›|‹[1-9]›[:：∶比]", "/‹|›/"),  # 6∶4: 60/40
    _habit(_times(2), "(?<!公)斤[^。；]*‹|›元[/一每]斤", r"\bkilo.*‹|›.*\bkilo", "CNY"),  # 每斤
    _habit(_times(1 / 2), "双向‹", _EACH_WAY),
    _habit(_times(1 / 4), "‹", "quarters›", "quarter"),  # three quarters of growth
    _habit(_times(1 / 4), "›节", "quarters›"),  # of a match
    _habit(_times(1 / 10), "›分[满熟饱糖甜辣]", "‹"),  # seven-tenths full
    _habit(_times(1 / 12), "‹", r"›(?:[ ]of)?[ ]the[ ]year\b", "month"),
    _habit(_times(1 / 100), "[:：∶]‹|›[:：∶]", "(?:%|cent)›"),  # 7∶38∶55: 7, 38 and 55%
    _habit(_times(1 / 100), "元.*›分", "‹"),  # 0.49元……加5分
    _habit(_inverse, "每‹", r"›[ ](?:an?|each|every|per)[ ]year\b", "year"),  # twice
    _habit(lambda ours, theirs: theirs < 20 and same(2**theirs, ours), "番›", _DOUBLED),
    _habit(lambda ours, theirs: ours - theirs in SCHOOLS.values(), f"‹[{''.join(SCHOOLS)}]", "‹"),  # 高中三年级
    _habit(lambda _, theirs: theirs == 5, "‹", _THE_FIVE_YEARS, "five-year-plan"),  # “十五五”期间
    _habit(lambda ours, theirs: same((ours - 5) % 100, theirs % 100), "›后", _LATE, "era"),  # 95后
)
_OF_ANY = [habit for habit in _HABITS if not habit.unit]
_OF_UNIT = {
    unit: [habit for habit in _HABITS if habit.unit == unit] for unit in {habit.unit for habit in _HABITS} - {""}
}


def by_words(source: Item, target: Item) -> bool:
    """Whether a Chinese figure and another one in English say the same by the words beside them."""
    one, other = source.unit, target.unit
    ours, theirs = source.value, target.value
    alike = not one or not other or one == other
    right = [habit for habit in _OF_ANY if habit.right(ours, theirs)] if alike else []  # sooner told than the words
    right += [habit for habit in _OF_UNIT.get(one, ()) if habit.right(ours, theirs)]
    here = around(source) if right else ""
    return any(habit.chinese.search(here) and habit.english.search(around(target)) for habit in right)


def taken_off(source: Item, target: Item) -> bool:
    """Whether the price of 八五折 became "85 percent off" or "a discount of 85 percent"."""
    price = source.value
    if not same(price, target.value) or price == 0.5:
        return False
    return bool(_TAKEN_OFF.chinese.search(around(source))) and is_taken_off(target)


def is_taken_off(target: Item) -> bool:
    """Whether an English share is what is taken off a price: 15 percent off, a discount of 15 percent."""
    return bool(_TAKEN_OFF.english.search(around(target)))


def around(item: Item) -> str:
    """A figure between ‹ and ›, with what stands on both sides of it."""
    start, end = item.quantity.start, item.quantity.end
    return f"{item.text[max(0, start - _REACH) : start]}‹{item.span}›{item.text[end : end + _REACH]}"
