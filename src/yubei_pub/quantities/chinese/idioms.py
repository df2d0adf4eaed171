"""What was found in Chinese and may be no count: idioms, names, numbers of list items (一件事, 三峡, 两人)."""

from __future__ import annotations

from yubei_pub.beads import Quantity
from yubei_pub.patterns import lazy_regex
from yubei_pub.quantities.chinese.numerals import SP, plain
from yubei_pub.quantities.chinese.tables import CLASSIFIERS
from yubei_pub.quantities.chinese.units import SPANS, UNIT
from yubei_pub.quantities.values import VULGAR

# What is pointed at or has just been listed may go without its number in English: 这两个因素, A、B和C三部影片.
_POINTED = lazy_regex(r"(?:这|那|此|该|其|以上|上述|以下|、[^，。；：]{1,20}|[和与及][^，。；：、]{1,12})$")
_COUPLE = lazy_regex(r"两[人位者国地市省岸口端面头队校]")
_LIST_MARKER = lazy_regex(r"\s*[（(]?(?:[一二三四五六七八九十]{1,3}|[0-9]{1,2})(?:[）)、]|\.(?![0-9]))")
_ENDS_MARKER = frozenset("）)、.．")
_VERSION = lazy_regex(
    r"(?<![0-9])[0-9]{1,3}(?:(?<=\.[0-9])|(?<=\.[0-9]{2})|(?<=\.[0-9]{3})|\.[0-9]{1,3}\.[0-9])"
)  # 3.2.1
_SCORE_BEFORE = lazy_regex("(?<![0-9])[0-9][ ]?[比:：∶][ ]?$")
_SCORE_BEHIND = lazy_regex("[ ]?[比:：∶][ ]?[0-9](?![0-9])")
_RESULT = lazy_regex(
    "战[胜平成]|[击落]败|[取获险完小大连]胜|胜出|力克|负于|不敌|告负|逆转|横扫|淘汰|领先|落后|晋级|比分"
)
_NEAR = 12  # characters from a score to what it led to
# 一个多小时, 两天多, but not 一年多拿出1万元
_AND_MORE = lazy_regex("个[多余]|(?:年|天|周|小时|分钟)[多余](?=[，。、；）来前后里内才就以时]|$)")
_COUNTS = lazy_regex(rf"[余多几来]?{SP}(?:[{''.join(CLASSIFIERS)}]|方面|连[胜冠增涨降升跌])")
# A slogan that is spelled out in English: “两个确立”, “两不愁三保障”.
_LUNAR = lazy_regex("(?:[正腊冬二三四六八十]月|大年|农历|[（(至到—、])初$")  # 正月初五, but 九月初九 is Double Ninth
_QUOTED, _UNQUOTED = lazy_regex("[“「][^”」，。；、]{0,8}$"), lazy_regex("[^“「，。；、]{1,8}[”」]")
_PROVISIONS = ("条", "款", "项")  # of a law, which are cited: 第一款 is no "first of all"


def weak(text: str, quantity: Quantity) -> bool:
    """Whether what was found may just as well be a name, an idiom or the number of a list item.

    一件事, 六中心合一, 三峡, 两江; 四张清单 and 九大院团 are counts and are not weak.
    """
    span = text[quantity.start : quantity.end].strip()
    if (
        quantity.value == 1
        and not _is_span(text, quantity)
        and (span == "一" or (quantity.kind in ("number", "ordinal") and not quantity.unit))
    ):
        provision = quantity.kind == "ordinal" and text.startswith(_PROVISIONS, quantity.end)
        return not (provision or _is_score(text, quantity))
    if (quantity.value == 0 and not plain(span).isascii()) or span == "百分百" or _in_a_version(text, quantity):
        return True  # `named` compares versions sign by sign
    if not _ENDS_MARKER.isdisjoint(text[quantity.end : quantity.end + 2]) and _is_marker(text, quantity):
        return True
    if quantity.start > 1 and text[quantity.start - 1] in "-—" and text[quantity.start - 2].isalpha():
        return text[quantity.start - 2].isascii()
    if quantity.kind != "number" or len(span) != 1 or plain(span).isascii() or span in VULGAR:
        return False
    after = plain(text[quantity.end : quantity.end + 8])
    lunar = _LUNAR.search(text, max(0, quantity.start - 4), quantity.start)
    return not (lunar or _COUNTS.match(after) or UNIT.match(after))


def _is_span(text: str, quantity: Quantity) -> bool:
    """Whether one is a length of time that is measured: 一刻钟, 约一周, 一个多小时, but 一年 may be any."""
    if quantity.unit in SPANS and quantity.approximator == "more":
        return _AND_MORE.match(text, quantity.end) is not None
    return quantity.unit == "quarter-hour" or (quantity.unit in SPANS and quantity.approximator in ("about", "less"))


def _in_a_version(text: str, quantity: Quantity) -> bool:
    """Whether a figure is one of those of 3.2.1."""
    pointed = "." in (text[quantity.start - 1 : quantity.start], text[quantity.end : quantity.end + 1])
    return pointed and bool(_VERSION.match(text, quantity.start))


def _is_score(text: str, quantity: Quantity) -> bool:
    """Whether a 1 is half of a result: 3比1战胜, 以1：2落败."""
    before = _SCORE_BEFORE.search(text, max(0, quantity.start - 4), quantity.start)
    if not before and not _SCORE_BEHIND.match(text, quantity.end):
        return False
    return bool(_RESULT.search(text, max(0, quantity.start - _NEAR), quantity.end + _NEAR))


def _is_marker(text: str, quantity: Quantity) -> bool:
    """Whether a number begins an item of a list."""
    line = text.rfind("\n", max(0, quantity.start - 8), quantity.start) + 1  # a marker stands within the first few
    marker = _LIST_MARKER.match(plain(text[line : quantity.end + 2])) if quantity.start - line < 8 else None
    return marker is not None and line + marker.end() > quantity.end


def dispensable(text: str, quantity: Quantity) -> bool:
    """Whether English may say as well without the number: 两人, 这两个因素, A、B和C三部影片, “两个确立”."""
    if quantity.kind != "number" or quantity.unit or quantity.end - quantity.start != 1:
        return False
    if text[quantity.start].isdigit() or text[quantity.start] not in "两兩二三四五六七八九":
        return False
    before = text[max(0, quantity.start - 24) : quantity.start]
    if _QUOTED.search(before) and _UNQUOTED.match(text, quantity.end):
        return True
    return bool(_POINTED.search(before) or _COUPLE.match(plain(text[quantity.start : quantity.end + 1])))
