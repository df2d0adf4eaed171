"""Quantities in Chinese text: 35.6万余个, 30余亿元, 百分之三点五, 第三批, 7月10日, 翻番, 3—5年, “十四五”.

Numerals are found first (`_chinese_numerals`), then what stands around each decides its kind
(`_chinese_kinds`).  Lazy by line and linear in the length of the text.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from yubei_pub.beads import Quantity
from yubei_pub.patterns import lazy_regex
from yubei_pub.quantities._chinese_around import UNIT, named_before
from yubei_pub.quantities._chinese_kinds import readers
from yubei_pub.quantities._chinese_numerals import SP, Numeral, numerals, plain
from yubei_pub.quantities._chinese_tables import (
    APPROXIMATORS_AFTER,
    APPROXIMATORS_BEFORE,
    APPROXIMATORS_BEFORE_BARE,
    CLASSIFIERS,
    NOT_APPROXIMATORS,
)
from yubei_pub.quantities._values import VULGAR, Read, compared, lookahead
from yubei_pub.quantities._values import quantity as as_quantity

__all__ = ["bare", "counter", "dispensable", "find", "phrase", "plain", "weak"]

_REACH = 3  # numerals that a reader may look ahead: 三百五 又 三分之一
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
_SAID_AFTER = lazy_regex("|".join(_AFTER).replace("上下", "上下(?=[，。；、）的浮波]|$)"))  # 两个人上下配合
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
# What is pointed at or has just been listed may go without its number in English: 这两个因素, A、B和C三部影片.
_POINTED = lazy_regex(r"(?:这|那|此|该|其|以上|上述|以下|、[^，。；：]{1,20}|[和与及][^，。；：、]{1,12})$")
_COUNTED = lazy_regex(f"[时度{''.join(CLASSIFIERS)}](?:[人家户]?次|[人家户年])?(?:[（(][套个件次]+[）)])?")
_COUPLE = lazy_regex(r"两[人位者国地市省岸口端面头队校]")
_LAST = frozenset("余多几")
# Things that begin with the character that counts others: 数十万群众, 300余部门.
_THINGS = lazy_regex("群众|部门|部队|家庭|家长|项目|户籍|场馆|场所|层级|点位|站点|门店|支部|座位|条例")
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
_FASTER = lazy_regex("[比较][^，。；]*$|[加尽更较飞赶很最凉愉痛勤增得轻明欢爽畅不太又再外特还平全]快$")
_SPANS = ("minute", "hour", "day", "week", "month", "year", "century")
# 一个多小时, 两天多, but not 一年多拿出1万元
_AND_MORE = lazy_regex("个[多余]|(?:年|天|周|小时|分钟)[多余](?=[，。、；）来前后里内才就以时]|$)")
_COUNTS = lazy_regex(rf"[余多几来]?{SP}(?:[{''.join(CLASSIFIERS)}]|方面|连[胜冠增涨降升跌])")
# A slogan that is spelled out in English: “两个确立”, “两不愁三保障”.
_LUNAR = lazy_regex("(?:[正腊冬二三四六八十]月|大年|农历|[（(至到—、])初$")  # 正月初五, but 九月初九 is Double Ninth
_QUOTED, _UNQUOTED = lazy_regex("[“「][^”」，。；、]{0,8}$"), lazy_regex("[^“「，。；、]{1,8}[”」]")

_PROVISIONS = ("条", "款", "项")  # of a law, which are cited: 第一款 is no "first of all"


def find(text: str) -> Iterator[Quantity]:
    """The quantities of a text from left to right, not overlapping; offsets in code points.

    `[start, end)` is the number itself with what makes its kind (第三, 百分之五, 50%, 7月10日),
    without unit, currency and approximator.
    """
    offset = 0
    for line in text.split("\n"):
        yield from _line(line, offset)
        offset += len(line) + 1


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
    if quantity.unit in _SPANS and quantity.approximator == "more":
        return _AND_MORE.match(text, quantity.end) is not None
    return quantity.unit == "quarter-hour" or (quantity.unit in _SPANS and quantity.approximator in ("about", "less"))


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


def bare(text: str) -> Iterator[float]:
    """Sizes without a digit, which count nothing here but may in English: 10,000 for the 万 of 万言书."""
    for numeral in numerals(plain(text)):
        if numeral.bare and numeral.end - numeral.start == 1:
            yield float(numeral.low)


def phrase(text: str, quantity: Quantity) -> str:
    """A quantity as the page writes it, with approximators, currency and unit: 近35.6万余个, 50%以上, 港币500元."""
    start, end = quantity.start, quantity.end
    led = _led_at(text, start)
    if text[led : led + 1] != "每":
        start = led
    before = text[max(0, led - 4) : led]
    if quantity.kind in ("date", "ordinal"):
        return text[start:end]
    for word, meaning in (*APPROXIMATORS_BEFORE, *APPROXIMATORS_BEFORE_BARE):
        if meaning and meaning == quantity.approximator and before.endswith(word):
            start = led - len(word)
            break
    end += text[end : end + 1] in _LAST
    near = max(0, start - 4)  # the 分 of 1小时50分 is a unit by what stands before
    if match := UNIT.match(plain(text[near : end + 10]), end - near):
        end = near + match.end()
    elif end < len(text) and text[end] in CLASSIFIERS and quantity.kind == "number" and text[end - 1] != "数":
        end += not _THINGS.match(text, end)
    for word, _ in APPROXIMATORS_AFTER:
        if text.startswith(word, end):
            return text[start : end + len(word)]
    return text[start:end]


def counter(text: str, quantity: Quantity) -> str:
    """The character that counts, behind a number and its 余 or 多: 个 of 300余个."""
    end = quantity.end + (text[quantity.end : quantity.end + 1] in _LAST)
    return text[end : end + 1]


def _line(line: str, offset: int) -> Iterator[Quantity]:
    text = plain(line)
    used = 0
    for found, index in lookahead(numerals(text), _REACH):
        numeral = found[index]
        if numeral.start < used:
            continue
        read = _read(text, found, index)
        if read is None:
            continue
        used = read.end
        if read.counts:
            approximator = _approximator(text, read, numeral) if read.approximator is None else read.approximator
            yield as_quantity(read, approximator, offset)


def _read(text: str, found: list[Numeral], index: int) -> Read | None:
    """What the first reader that can says of a numeral."""
    for reader in readers(found[index].behind):
        if (read := reader(text, found, index)) is not None:
            return read
    return None


def _approximator(text: str, read: Read, numeral: Numeral) -> str:
    """What the words around a number make of it: more, less, about, least, most or nothing."""
    return _said_before(text, read, numeral) or _said_behind(text, read, numeral)


def _said_before(text: str, read: Read, numeral: Numeral) -> str:
    start = _led_at(text, read.start)
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
    if word == "快" and (read.unit not in _SPANS or _FASTER.search(text, max(0, start - 16), start)):
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


def _led_at(text: str, start: int) -> int:
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
