"""What the words around a Chinese quantity make of it: more, less, about, at least, at most."""

from __future__ import annotations

import re
from collections.abc import Mapping

from yubei_pub.patterns import lazy_regex
from yubei_pub.quantities.chinese.numerals import SP, Numeral
from yubei_pub.quantities.chinese.tables import (
    APPROXIMATORS_AFTER,
    APPROXIMATORS_BEFORE,
    APPROXIMATORS_BEFORE_BARE,
    CLASSIFIERS,
    NOT_APPROXIMATORS,
)
from yubei_pub.quantities.chinese.units import SPANS, UNIT, named_before
from yubei_pub.quantities.values import Read, compared

_MORE = lazy_regex(
    rf"{SP}(?:[余几]|个[多余](?=月|小时|星期|世纪)|多(?![于少样彩功维边方重媒出]|层(?![楼高深])|元[化素的性])|(?:来|(?<=[百千万])把)(?=口人|分钟|小时|公里|公斤|[个年天位名户家人岁座间所棵里次件部条只万亿亩吨处场种套支份块元台斤米项辆头层]))"
)
_MORE_AFTER_UNIT = lazy_regex(r"(?<=[年月天时里米吨倍岁元斤])多(?!的|于|少|样|元|功|层|维|边|媒)")
# The approximator may stand before the verb: 约占全国的1/50, 至少裁减1000名.
_AHEAD = lazy_regex(
    r"(?P<word>最高(?=可|补|奖|给予|资助|贷|报销|达)|约(?=[占为有需合达是])|至少|最少|最多|至多|几乎|大约|差不多|不超过|不低于|不少于)"
    r"[^\W0-9一二两三四五六七八九十百千万亿]{1,10}$"
)
_BEFORE, _AFTER = dict(APPROXIMATORS_BEFORE), dict(APPROXIMATORS_AFTER)
_MEANING = dict(APPROXIMATORS_BEFORE_BARE) | _BEFORE
_ENDS_BEFORE = frozenset(word[-1] for word in _MEANING)
_SAID_AFTER = lazy_regex(  # 两个人上下配合, 三天不到岗
    re.sub("上下|不到", r"\g<0>(?=[，。、；）的浮波就便]|$)", "|".join(_AFTER))
)
_SAID_BEHIND = lazy_regex("|".join((*_AFTER, "多")))  # one of these where any word behind a number says so
_AHEAD_BEGINS = frozenset("最约至几大差不")
_ROUGHLY = lazy_regex("左右|上下")
_SHARE_OF = lazy_regex(  # 不到全国平均水平的五分之四
    r"(?P<word>不到|不足|超过|接近|大约|约)(?!为)[^\W0-9一二两三四五六七八九十百千万亿]{2,14}的$"
)
_ONE_OR_TEN = lazy_regex("十?[一两二三四五六七八九]|十")
_STRONG = lazy_regex("[强弱](?=[，。、；）]|$)")  # 三分之一强
_VERB = lazy_regex(r"(?<=[少多约过乎破超])(?:有|为|达|占|需|了|达到)$")  # 至少有, 超过了
_ENDS_VERB = frozenset("有为达占需了到")
_RATE = lazy_regex("每(?:小时|分钟|秒|平方米|平方公里|立方米|公里|公顷|千瓦时|[米亩吨升斤人户天日周月年股])")
_LONGEST_RATE = 5
_AFTER_UNIT = 32  # characters that a number's unit and classifier do not fill
_A_LINE = lazy_regex("[0-9一二两三四五六七八九十]条约$")  # 一条约3300公里: no treaty
_COUNTED = lazy_regex(f"(?:马力|[时度{''.join(CLASSIFIERS)}])(?:[人家户]?次|[人家户年])?(?:[（(][套个件次]+[）)])?")
_FASTER = lazy_regex("[比较][^，。；]*$|[但却可加尽更较飞赶很最凉愉痛勤增得轻明欢爽畅不太又再外特还平全]快$")


def approximator(text: str, read: Read, numeral: Numeral) -> str:
    """What the words around a number make of it: more, less, about, least, most or nothing."""
    return _said_before(text, read, numeral) or _said_behind(text, read, numeral)


def _said_before(text: str, read: Read, numeral: Numeral) -> str:
    start = led_at(text, read.start)
    if sign := compared(text, start):
        return sign[0]
    before = text[max(0, start - 5) : start].rstrip()
    if before[-1:] in _ENDS_VERB:
        before = _VERB.sub("", before)
    bare = numeral.bare and read.kind != "percent"  # but not 街上百分之九十
    word = _word_before(before, _MEANING if bare else _BEFORE)
    if word in ("过", "超") and (read.kind, read.unit) == ("number", ""):
        word = "" if _ONE_OR_TEN.fullmatch(text, numeral.start, numeral.end) else word  # 穿过十三个车站, 连超两人
    if word and before.endswith(NOT_APPROXIMATORS) and not _A_LINE.search(before):
        word = ""
    if word == "快" and (read.unit not in SPANS or _FASTER.search(text, max(0, start - 16), start)):
        word = ""
    if word and (meaning := _MEANING[word]) and not (word[-1] == "于" and _is_rough(text, read.end)):
        return meaning
    near = text[max(0, start - 14) : start]
    ahead = None if _AHEAD_BEGINS.isdisjoint(near) else _AHEAD.search(near)
    if match := ahead or (text[start - 1 : start] == "的" and _SHARE_OF.search(text, max(0, start - 18), start)):
        return _MEANING[match["word"]]
    return ""


def _word_before(before: str, table: Mapping[str, str]) -> str:
    """The longest word of a table that a text ends in, "" if there is none."""
    if before[-1:] in _ENDS_BEFORE:
        for at in range(len(before)):
            if before[at:] in table:
                return before[at:]
    return ""


def led_at(text: str, start: int) -> int:
    """Where the words before a number may end: before the rate of 不足每小时20公里, the currency of 约港币500元."""
    if named := named_before(text, start):
        return named[1]
    each = text.rfind("每", max(0, start - _LONGEST_RATE), start)
    return each if each >= 0 and _RATE.fullmatch(text, each, start) else start


def _is_rough(text: str, end: int) -> bool:
    """低于5.5%左右: below about 5.5%."""
    unit = UNIT.match(text, end)
    return bool(_ROUGHLY.match(text, unit.end() if unit else end))


def _said_behind(text: str, read: Read, numeral: Numeral) -> str:
    end = read.end
    if numeral.more or (match := _MORE.match(text, end)):
        said = text[numeral.start : numeral.end] if numeral.more else match[0] if match else ""
        return "about" if "来" in said or "把" in said else "more"  # 80来户 is about 80
    if (share := _STRONG.match(text, end)) and read.high < 1:
        return "more" if share[0] == "强" else "less"
    if not _SAID_BEHIND.search(text, end, end + _AFTER_UNIT):
        return ""
    unit = UNIT.match(text, end)
    end = unit.end() if unit else end
    between = _COUNTED.match(text, end)  # a classifier or a person may stand between: 20个左右, 5000人次以上
    if said_after := _SAID_AFTER.match(text, end) or (between and _SAID_AFTER.match(text, between.end())):
        return _AFTER[said_after[0]]
    return "more" if _MORE_AFTER_UNIT.match(text, end) else ""
