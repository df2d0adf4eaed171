"""What is wrong with a pair of quantities whose figures agree: approximator, kind, or a date's missing part."""

from __future__ import annotations

import re

from yubei_pub.patterns import lazy_regex
from yubei_pub.quantities.changes import ABOUT, FALLS, FALLS_CHINESE, RISES, RISES_CHINESE
from yubei_pub.quantities.chinese.tables import ROUGHLY
from yubei_pub.quantities.comparing.agreement import same
from yubei_pub.quantities.comparing.approximators import approximator_fault
from yubei_pub.quantities.comparing.dates import Calendar
from yubei_pub.quantities.comparing.deadlines import crossed
from yubei_pub.quantities.comparing.direction import turned
from yubei_pub.quantities.comparing.equivalence import MANY, is_numbered
from yubei_pub.quantities.comparing.headings import of_another_size
from yubei_pub.quantities.comparing.items import Item
from yubei_pub.quantities.comparing.rounding import is_rounded
from yubei_pub.quantities.comparing.words_beside import taken_off
from yubei_pub.quantities.english.tables import MULTIPLES

_BY = lazy_regex(rf"(?:(?:{RISES_CHINESE}|{FALLS_CHINESE})了?|[增升涨降减跌]了){ROUGHLY}$")
_TO = lazy_regex(rf"(?:{RISES_CHINESE}|{FALLS_CHINESE}|[增升降减])[到至]了?{ROUGHLY}$")
_LUNAR_DAYS = lazy_regex("初[一二三四五六七八九十][、和及与]$")  # 初一、十五
_PLACE = lazy_regex("二|0[0-9]+")  # 二期, 03组
# Chinese counts that English puts in order: 75周年 is the 75th anniversary.
_COUNTED_IN_ORDER = lazy_regex(
    r"[ ]?(?:周年|年|届|季度|期|批|岁|日|次|个(?:月|季度|交易日|赛季|学期)|周|天|级|等|世纪|号|楼|层|条|名|位"
    r"|轮|场|站|大|强|连[胜冠增涨降升跌]|线(?![路段])|环|流|审|梯队|孩|胎|代)"
)
FIRST_SO_MANY = lazy_regex("(?<![目之此以年日提当先从月])前$")  # but not those of 前三季度 and 前7个月
_LEADS_TO_ORDER = ("劣", "北纬", "南纬", "东经", "西经", "月", "初", "列", "居", "排名", "位")
_VERB = f"(?:{RISES}|{FALLS}|cut|(?:go(?:es|ne)?|went) (?:up|down))"
_CHANGED = lazy_regex(  # but not "up to"
    rf"\b(?:{_VERB}(?: (?P<word>by|to))?|up(?: by)?) (?:(?:{ABOUT}) )*$", re.IGNORECASE
)


def fault(item: Item, partner: Item, calendar: Calendar) -> str:
    """The kind of difference (`Difference`) between a Chinese item and its English one, "" for none."""
    source, target = item.quantity, partner.quantity
    turn = "direction" if turned(item.text, source, partner.text, target) else ""
    if source.kind == target.kind == "date":
        return calendar.fault(item, partner) or ("limit" if crossed(item, partner) else turn)
    if (
        source.kind == "ordinal" != target.kind
        and not item.follows("连续")  # 连续第七个季度: for seven quarters running
        and source.unit != "five-year-plan"
        and item.strong
        and partner.kind == "number"
        and target.unit not in ("era", "km")  # 第41公里处: the 41-kilometer mark
        and not (is_numbered(partner) and target.unit != "quarter")
    ) or (
        target.kind == "ordinal" != source.kind == "number"
        and item.strong
        and not (item.value < 1 and partner.follows("a "))  # a fifty-thousandth
        and not _in_order(item, partner)
    ):
        return "order"
    if "percent" in (source.kind, target.kind) and (kind := _of_percent(item, partner)):
        return kind
    if source.kind == target.kind == "multiple" and item.level and partner.span.lower() in MULTIPLES:
        return "times" if item.value < MANY else ""
    kind = "size" if of_another_size(item, partner) else "limit" if crossed(item, partner) else turn
    if kind or source[:6] == target[:6]:  # alike in all but their places, as most are
        return kind
    return "rounded" if is_rounded(item, partner) else approximator_fault(item, partner, calendar.ours)


def _of_percent(item: Item, partner: Item) -> str:
    if item.kind != partner.kind:
        return "result" if _is_growth_to(item, partner) else ""
    if (item.unit == "pp") != (partner.unit == "pp"):
        return "points"
    return "result" if _otherwise_meant(item, partner) else ""


def _otherwise_meant(item: Item, partner: Item) -> bool:
    """Whether a growth by some percent became one to it, or the other way round."""
    if taken_off(item, partner):
        return True
    other = "by" if item.led_by(_TO, 8) else "to" if item.led_by(_BY, 8) else ""
    changed = partner.led_by(_CHANGED, 40) if other else None
    return changed is not None and changed["word"] == other


def _is_growth_to(item: Item, partner: Item) -> bool:
    """Whether a growth by 200% became a doubling, or one to three times as much a rise of 300 percent."""
    multiple = "multiple" in (item.kind, partner.kind)
    if not multiple or item.value <= 1 or not same(item.value, partner.value):  # 下降50%: halved
        return False
    if item.kind == "percent":
        return bool(item.led_by(_BY, 8)) and partner.span.lower() in MULTIPLES
    changed = partner.led_by(_CHANGED, 40)
    return changed is not None and changed["word"] != "to"


def _in_order(item: Item, partner: Item) -> bool:
    """Whether a Chinese number may be an ordinal in English: 75周年, 正月十五, 位列三, 二期 (a count would be 两)."""
    if item.value < 1:  # 三分之一, "a third need it"
        return partner.span.startswith(("a", "A"))
    if item.led_by(_LUNAR_DAYS, 6):
        return True
    if item.led_by(FIRST_SO_MANY, 2):
        return False
    if _PLACE.fullmatch(item.span) or item.follows(_LEADS_TO_ORDER):
        return True
    return bool(item.followed_by(_COUNTED_IN_ORDER))
