"""Chinese hours of the day: 下午3点30分, 20时, 15:30, 晚上八点半."""

from __future__ import annotations

from fractions import Fraction

from yubei_pub.patterns import lazy_regex
from yubei_pub.quantities.chinese.dates import TO
from yubei_pub.quantities.chinese.numerals import SP, Numeral
from yubei_pub.quantities.chinese.sums import by_digits
from yubei_pub.quantities.chinese.tables import CLASSIFIERS
from yubei_pub.quantities.chinese.units import UNIT
from yubei_pub.quantities.values import Read

_CLOCK = lazy_regex(
    rf"{SP}(?:点|时(?![候间代期段刻常速长差]))(?:(?P<half>半(?![幅价数]))|(?P<sharp>[钟整许])|(?P<quarters>[一三13])刻"
    rf"|(?=(?P<minutes>[0-9]{{1,2}}|[一二三四五]?十?[一二三四五六七八九]?)分))?"
)
_COLON = lazy_regex(r"[:：](?P<minutes>[0-5][0-9])(?![0-9:百千万亿]|\.[0-9])")  # but not 1:50万
_PROPORTION = lazy_regex(  # 师生比为1:13, 师生比由1:18提高到1:15, 比分2:00
    "比(?:(?:例|值|率)?约?[为是达由从](?:[0-9]{1,2}[:：][0-9]{1,2}[^，。；、0-9]{0,6}[到至为])?|分(?:定?[为是]|扳成|改写为)?)$"
)
_RESULT = "(?:2[5-9]|[3-9][0-9])[:：][0-9]{1,2}"  # of a set, which is no hour
_AMONG_RESULTS = (
    lazy_regex(rf"(?<![0-9]){_RESULT}[、，, ]{{1,2}}(?:[0-9]{{1,2}}[:：][0-9]{{1,2}}[、，, ]{{1,2}}){{0,3}}$"),
    lazy_regex(rf"(?:[、，, ]{{1,2}}[0-9]{{1,2}}[:：][0-9]{{1,2}}){{0,3}}[、，, ]{{1,2}}{_RESULT}"),
)
_PART_OF_DAY = lazy_regex(r"(上午|下午|晚上|傍晚|早上|凌晨|中午|清晨|深夜|日|晚|早|时间|每天)[ ]?$")
_AFTER_NOON, _NIGHT = ("下午", "晚上", "傍晚", "晚"), ("晚上", "深夜", "晚")
_COUNTING = CLASSIFIERS | set("余多几来%:：")
_FROM_HOUR = lazy_regex(
    r"(?P<part>上午|早上|凌晨|清晨|中午|下午|晚上|傍晚|晚|早)[ ]?(?P<hour>[0-9零一两二三四五六七八九十]{1,3})[点时:：]"
    rf"[^，。；、]{{0,4}}{TO}$"
)


def clock(text: str, found: list[Numeral], index: int) -> Read | None:
    """下午3点30分, 20时, 15:30: hours of the day, counted to 24."""
    numeral = found[index]
    if numeral.high > 24 or numeral.low.denominator != 1 or numeral.word:
        return None
    before = text[max(0, numeral.start - 4) : numeral.start]
    since = _since(text, found, index)
    later = before.removesuffix(" ").endswith(_AFTER_NOON) or since in _AFTER_NOON
    afternoon = 12 if numeral.low < 12 and later else 0
    if numeral.low == 12 and before.removesuffix(" ").endswith(_NIGHT):  # midnight
        afternoon = 12
    match = _COLON.match(text, numeral.end)
    if match and not _PROPORTION.search(text, max(0, numeral.start - 18), numeral.start):
        if _is_result(text, numeral.start, match.end()):
            return None
        value = numeral.low + afternoon + Fraction(int(match["minutes"]), 60)
        return Read(value, value, "number", "clock", numeral.start, match.end())
    match = _CLOCK.match(text, numeral.end)
    named = bool(since or _PART_OF_DAY.search(before))
    behind = next((n for n in found[index + 1 : index + 2] if match and n.start == match.end()), None)
    past = behind if match and behind and (match["minutes"] or _are_minutes(text, behind)) else None
    if not match or not (match.lastgroup or past or text[numeral.start].isdigit() or named):
        return None
    end, minutes = numeral.end, Fraction(0)
    if match["half"] or match["quarters"]:
        end, minutes = match.end(), Fraction(by_digits(match["quarters"] or "2"), 4)
    elif past:
        end, minutes = past.end, past.low / 60
    value = numeral.low + afternoon + minutes
    return Read(value, value, "number", "clock", numeral.start, end)


def _are_minutes(text: str, number: Numeral) -> bool:
    """Whether what stands behind an hour counts nothing else: 十点四十, 八点零五, but not 八点二十人."""
    whole = number.end - number.start > 1 and number.high < 60 and not (number.more or number.word or number.bare)
    counted = text[number.end : number.end + 1] in _COUNTING or UNIT.match(text, number.end)
    return whole and not counted


def _is_result(text: str, start: int, end: int) -> bool:
    """Whether 22:25 stands in a row with 25:21, which is no hour: the sets of a match."""
    before, behind = _AMONG_RESULTS
    return bool(before.search(text, max(0, start - 32), start) or behind.match(text, end))


def _since(text: str, found: list[Numeral], index: int) -> str:
    """The part of the day that an earlier hour names for this one too: 下午3点到5点, but not 晚上10点到6点."""
    hour = found[index]
    match = _FROM_HOUR.search(text, max(0, hour.start - 16), hour.start) if index else None
    earlier = match and any(
        one.start == match.start("hour") and one.low < hour.low for one in found[max(0, index - 2) : index]
    )
    return match["part"] if match and earlier else ""
