"""What may be a translator's liberty rather than an error, where a quantity stands in one language only.

A small or round number in words (三大板块, 一百天, "three things"), an ordinal of a short series and a year
that the context gives come and go in good translations; amounts of money, percentages, figures in
digits, measures and full dates do not.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from yubei_pub.patterns import lazy_regex
from yubei_pub.quantities import chinese, english
from yubei_pub.quantities.comparing.agreement import converted, fields, same, significant
from yubei_pub.quantities.comparing.arithmetic import (
    CHANGES,
    COMPARED_WITH,
    is_all_but,
    is_told_by_others,
    may_be_result,
)
from yubei_pub.quantities.comparing.dates import Calendar
from yubei_pub.quantities.comparing.faults import FIRST_SO_MANY
from yubei_pub.quantities.comparing.items import Item
from yubei_pub.quantities.comparing.mistakes import mistakable
from yubei_pub.quantities.units import TIMES, UNITS

_SMALL, _FEW = 12, 5  # up to here a number may be left out, or added in words: 十大工程, "three things"
_FIGURES = 3  # the same in digits: 3个
_RANK = lazy_regex("[大高长热冷低多快深强](?![道中街校])")
_COMPOUND = lazy_regex("-[a-z]")
_BELOW = lazy_regex("(?:不到|不足|不满|少于|低于|小于|跌破)")
_BELOW_ENGLISH = lazy_regex(r"\b(?:under|below|than)\b", re.IGNORECASE)
_NAME = 12  # characters of a quoted name before or behind its number
_OPENS, _CLOSES = lazy_regex("[“「《][^”」》，。；]*$"), lazy_regex(f"[^“「《，。；]{{0,{_NAME}}}[”」》]")
_TITLE = 40  # characters of a title before or behind its number
_OPENS_TITLE, _CLOSES_TITLE = lazy_regex("“[^“”]*$"), lazy_regex(f"[^“”]{{0,{_TITLE}}}”")
_HOTLINE = lazy_regex("11[09]|12[02]|12[0-9]{3}")  # numbers to call, which are names
_POINTED = {  # things that have a number for a name, and how English points to them
    zh: lazy_regex(rf"\b(?:the|this|that|along its|new)(?: (?:new|whole|entire))? (?:{en})\b(?! [0-9])", re.IGNORECASE)
    for zh, en in map(
        str.split,
        "线 lines?|route|metro; 楼 building; 馆 hall|pavilion; 厅 hall; 机组 unit|reactor; 门 gate; 井 well|shaft"
        "; 坑 pit; 墓 tomb; 码头 wharf|pier|terminal; 泊位 berth".split(";"),
    )
}
_NUMBERED = lazy_regex(f"号({'|'.join(_POINTED)})")
_DOCUMENT = lazy_regex("[^〔［]{0,6}[〔［][0-9]{4}[〕］][0-9]+号")  # 国办发〔2024〕8号
_BACK = 2  # years: a communiqué of 2024, out in 2025, compares with 2023
_AGO = lazy_regex(r"[ -]years?[ -](?:ago|old|back|on)\b")
_IN_TURN = lazy_regex(
    r"\b(?:next (?:came|come|were|was|are|is)|followed by|then (?:came|come)|trailed by)\b", re.IGNORECASE
)
_SO_MANY = lazy_regex(r"[ ][0-9a-z]+[ ](?:days|weeks|months|quarters|years)\b")
_OF_TIME = ("天", "日", "周", "个月", "年", "小时", "分钟")
_GLOSS = lazy_regex(r"\([^()]{0,40}$")  # per mu (0.067 hectare)
_GLOSSED, _ROUGHLY = 40, 0.05  # characters before a gloss in which its figure stands, and how far it may round


def may_be_unsaid(item: Item, added: Sequence[Item], theirs: Sequence[Item], calendar: Calendar) -> bool:
    """Whether English may go without a Chinese quantity: 三大板块, 上千, 第二, “百日千万”, the year of the page.

    `added` are those English quantities, of all of `theirs`, that nothing in the Chinese explains.
    """
    if any(_may_stand_for(item, other) for other in added):
        return False
    away = item.kind == "date" and _is_away(item, added, theirs, calendar)
    if away or (item.kind == "date" and item.unit != "d"):
        return away or (item.unit == "y" and item.value == calendar.year)
    named = _HOTLINE.fullmatch(item.span) or _DOCUMENT.match(item.text, max(0, item.quantity.start - 6))
    if named or calendar.has_quarter(item):
        return True
    if _is_quoted(item) or item.kind == "date":  # “慈善一日捐”
        return _is_quoted(item)
    if _is_idle(item) or _is_in_turn(item, theirs) or _is_pointed_at(item, calendar.target):
        return True
    return is_all_but(item, theirs) or is_told_by_others(item, calendar.ours)


def _is_pointed_at(item: Item, english: str) -> bool:
    """Whether a thing goes by what it is, not by its number: 6号线, "the line"."""
    thing = item.followed_by(_NUMBERED)
    return thing is not None and _POINTED[thing[1]].search(english) is not None


def may_be_added(item: Item, unsaid: Sequence[Item], ours: Sequence[Item], calendar: Calendar) -> bool:
    """Whether a translator may say an English quantity of his own: "three things", "for the second time", "in 2022".

    `unsaid` are those Chinese quantities, of all of `ours`, that nothing in the English says.
    """
    if any(_may_stand_for(other, item) for other in unsaid):
        return False
    if item.kind == "date":
        years = item.unit == "y" and _is_gloss(item)  # the Qing dynasty (1644–1911)
        return years or calendar.may_point(item.unit, item.value) or _is_base(item, calendar)
    if calendar.has_quarter(item):
        return True
    return _is_own(item) or may_be_result(item, ours) or _is_gloss(item) or _is_in_title(item, calendar.source)


def _is_in_title(item: Item, source: str) -> bool:
    """Whether a number stands in the title that a work has in English: “Ne Zha 2” is 《哪吒之魔童闹海》."""
    return "《" in source and bool(item.led_by(_OPENS_TITLE, _TITLE) and item.followed_by(_CLOSES_TITLE))


def _is_away(item: Item, added: Sequence[Item], theirs: Sequence[Item], calendar: Calendar) -> bool:
    """Whether a year or day is told from another: born in 1933, he entered college 20 years later."""
    part, unit, near = ("y", "year", theirs) if item.unit == "y" else ("d", "day", calendar.ours)
    here, *there = (fields(date.side).get(part, 0) for date in (item, *near) if date.kind == "date")
    lengths = [i for i in (*(i for i in theirs if i.followed_by(_AGO)), *added) if i.unit != "hour"]
    spans = [span for length in lengths if (span := converted(length.value, length.unit, unit))]
    return any(other and same(abs(here - other), span) for other in (*there, calendar.year) for span in spans)


def _is_base(item: Item, calendar: Calendar) -> bool:
    """Whether an English year is what a change is measured from: 增长5%, "5 percent more than in 2023"."""
    if item.unit != "y" or not calendar.year or not 0 < calendar.year - item.value <= _BACK:
        return False
    return bool(item.led_by(COMPARED_WITH, 24) and CHANGES.search(calendar.source))


def _is_in_turn(item: Item, theirs: Sequence[Item]) -> bool:
    """Whether the English tells a rank by the order: 第二大……第三大 as "next came … and …"."""
    ranked = item.kind == "ordinal" and 1 < item.value <= _SMALL
    return ranked and bool(theirs) and bool(_IN_TURN.search(theirs[0].text))


def _is_gloss(item: Item) -> bool:
    """Whether a quantity stands in brackets and is not what is before them, miscounted: 35 mu (3.2 hectares)."""
    gloss = _GLOSS.search(item.text, 0, item.quantity.start)
    before = item.text[max(0, gloss.start() - _GLOSSED) : gloss.start()] if gloss else ""
    for quantity in list(english.find(before))[-1:]:
        right = converted(quantity.value or 0, quantity.unit, item.unit)
        if right and before.rstrip().endswith(english.phrase(before, quantity)):
            return same(right, item.value, _ROUGHLY)
    return gloss is not None


def may_be_style(kind: str, source: Item, target: Item) -> bool:
    """Whether a lost "more than" had no room (the 600-year-old custom), or a count became an order (its 1,000th)."""
    if kind == "order":
        if source.led_by(FIRST_SO_MANY, 2):
            return False
        counted = source.kind == "number" and source.value > _SMALL
        return counted or source.precedes(_OF_TIME)  # 第一百天: a hundred days after
    if kind != "approximator":
        return False
    shade = {source.approximator, target.approximator} == {"less", "about"}  # 将近, about
    some = source.precedes(("余", "多")) and target.follows("some ")  # 50余株: "some 50 trees"
    return some or (shade and not _is_bound(source, target)) or bool(target.followed_by(_COMPOUND))


def _is_bound(source: Item, target: Item) -> bool:
    """Whether one says that it is less, not that it is near: 不到, "under"."""
    _, begin = english.led_to(target.text, target.quantity.start)
    led = target.text[begin : target.quantity.start]
    return bool(_BELOW.match(chinese.phrase(source.text, source.quantity)) or _BELOW_ENGLISH.search(led))


def is_else(source: Item, target: Item) -> bool:
    """Whether an English quantity is too far from a Chinese one to stand for it, where one of them may stand alone."""
    one, other = source.quantity, target.quantity
    if {one.kind, other.kind} - {"number", "ordinal", "multiple"} or (one.unit and one.unit == other.unit):
        return False
    return not mistakable(source.value, target.value, _in_digits(target)) and (_is_idle(source) or _is_own(target))


def is_figure_of_speech(source: Item, target: Item) -> bool:
    """Whether an English "one", "half" or "zero" may stand there for another reason than as the wrong number."""
    if 0 < source.value < 1 and 0 < target.value < 1:
        return False  # a share is said by a share
    if source.unit and source.unit == target.unit:
        return False  # three months are not one
    return not _in_digits(target) and target.weak and target.value <= 1 and {source.kind, target.kind} == {"number"}


def _may_stand_for(source: Item, target: Item) -> bool:
    """Whether an English quantity may be what became of a Chinese one: three straight wins, the sixth straight win."""
    one, other = source.quantity, target.quantity
    if other.kind == "ordinal" and target.followed_by(_SO_MANY):  # the first 11 months
        return False
    series = {one.kind, other.kind} <= {"number", "ordinal"}
    if not (one.kind == other.kind or series) or (right := converted(source.value, one.unit, other.unit)) is None:
        return False
    return mistakable(right, target.value, _in_digits(target))


def _is_idle(item: Item) -> bool:
    """Whether a Chinese number is small or round: 十里, 三天; of measures only one in words."""
    quantity, value = item.quantity, item.value
    if quantity.kind == "ordinal":  # but 第二大 is no "largest"
        return value <= _SMALL and not quantity.unit and not item.followed_by(_RANK)
    if quantity.kind != "number" or not _is_loose(item, measured=not _in_digits(item)):
        return False
    if value < 1 and value not in (0, 0.5):
        return False  # a third is lost like any percentage
    return value <= _FIGURES if _in_digits(item) else value <= _SMALL or significant(value) == 1


def _is_own(item: Item) -> bool:
    """Whether an English number is so small, or a length of time, that it may be the translator's."""
    quantity, value = item.quantity, item.value
    if quantity.kind == "percent":
        return value == 1
    if quantity.kind == "ordinal":  # "fifth," counts up what the Chinese should too
        return value < _SMALL and not quantity.unit and not item.precedes(",")
    compound = bool(item.followed_by(_COMPOUND))  # a 250-gram box
    if quantity.kind != "number" or not _is_loose(item, measured=compound):
        return False
    return bool(quantity.unit) or (not _in_digits(item) and value <= _FEW)


def _is_quoted(item: Item) -> bool:
    """Whether a number stands in a short name or slogan: “618”, “百日千万招聘行动”."""
    return bool(item.led_by(_OPENS, _NAME) and item.followed_by(_CLOSES))


def _in_digits(item: Item) -> bool:
    return any(character.isdigit() and character.isascii() for character in item.span)


def _is_loose(item: Item, measured: bool) -> bool:
    """Whether a number is not said to be more or less, and nothing is measured but time, unless that is admitted."""
    unit, approximator = item.unit, item.approximator
    if approximator and item.side.other is None:
        return False
    return not unit or (unit in UNITS and (measured or UNITS[unit].dimension in TIMES))
