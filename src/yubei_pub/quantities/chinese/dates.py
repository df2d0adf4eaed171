"""Dates in Chinese: 2024年7月10日, 7月10—12日, 自2021年起, 1至5月, 2024-07-10, 民国十年, 康熙二十三年."""

from __future__ import annotations

import re

from yubei_pub.patterns import lazy_regex
from yubei_pub.quantities.chinese.numerals import SP, Numeral
from yubei_pub.quantities.chinese.sums import by_digits
from yubei_pub.quantities.chinese.tables import DIGITS, SMALL_UNITS
from yubei_pub.quantities.reigns import LONGEST_REIGN, REIGNS
from yubei_pub.quantities.values import Read, dated, joined

_Y = r"(?:(?:1[89]|20)[0-9]{2}(?![0-9])|[一二][〇零○一二三四五六七八九]{3})"
_N = r"(?:[0-9]{1,2}|(?:[一二三四五六七八九]?十|[廿卅])[一二三四五六七八九]?|[一二三四五六七八九])"
TO, TO_SIGNS = rf"{SP}(?:——|[—–\-~～〜至到])[ ]?", frozenset("—–-~～〜至到")
_YEARS = lazy_regex(  # 2021—2025年, 2025/26赛季
    rf"(?P<y>{_Y}){SP}年?{TO}(?P<y2>{_Y}){SP}年"
    rf"|(?P<first>{_Y})[/—–-](?P<last>{_Y}|[0-9]{{2}})(?={SP}(?:学年|[赛雪冬夏]季|年度|财年|榨季)|年[冬夏度])年?"
)
_DAY = lazy_regex(
    rf"(?:(?P<y>{_Y}){SP}年{SP})?(?P<m>{_N})(?:"
    rf"(?:{SP}月份?)?{TO}(?P<m2>{_N}){SP}月(?!{SP}{_N}{SP}[日号])"
    rf"|{SP}月(?:{SP}(?P<d>{_N})"
    rf"(?:(?:{SP}[日号])?{TO}(?P<d2>{_N}){SP}[日号]|{SP}[日号]|(?=(?:[、和及]{_N}){{1,12}}{SP}日)))?)"
    rf"|(?P<ya>{_Y}){SP}(?:年(?!代)|财年|财政年度)"
    rf"|(?<![前后每某任])(?P<da>{_N}){SP}日(?:{TO}(?P<da2>{_N}){SP}日(?!本))?(?!本|元|圆|均|益|常|语|以[上下内]|之?内(?!蒙))"
)
_ISO = lazy_regex(r"(?P<y>[0-9]{4})(?P<s>[-/.])(?P<m>[01]?[0-9])(?P=s)(?P<d>[0-3]?[0-9])(?![0-9./-])")
_YEAR_OF_REIGN = lazy_regex(rf"(?P<n>[0-9]{{1,3}}|一百[零〇]?{_N}|{_N}|元){SP}年")
_REIGN_ENDS = frozenset(name[-1] for name in REIGNS)
# 5、6、7月, 2021、2022年, 10、11日: what the last is, all are; 7、8两个月 as well.
_LISTED = lazy_regex(
    rf"(?P<n>{_N})(?=(?:[、和及]{_N}){{1,12}}{SP}(?P<unit>月|日(?![本元圆均])))"
    rf"|(?P<y>{_Y})(?=(?:[、和及]{_Y}){{1,12}}{SP}[两三四]?年)"
    rf"|(?P<m>{_N})(?=(?:[、和]{_N}){{1,3}}[两三四]个月)|(?<=[、和])(?P<last>{_N})(?=[两三四]个月)"
)
_FROM_NOUGHT = lazy_regex(
    "(?<![0-9.])0(?:[、和及,][0-9]{1,2}){0,6}[、和及,]$"
)  # 0、1、6月: months from the first dose on
_LISTING, _LONGEST = frozenset("、和及"), 4  # what the first of a list stands before; 2021, 二十五
_ROUGHLY_ONE = ("近", "约", "逾", "不足", "不到", "超过")  # before 一月, which is no January then
_LUNAR = lazy_regex("(?:农历|阴历|旧历)[^，。；月]{0,6}$")  # 农历八月十五: the eighth lunar month, not August
_LUNAR_DAY = lazy_regex(
    "月(?:初[一二三四五六七八九十]|十五(?![ ]?[日号]))|(?<=(?P<day>[二三五六七九]))月(?P=day)(?![ ]?[日号、至到—十])"
)
_EACH = lazy_regex("(?<=一)(?:月[一两二三][次度回趟]|日一(?!日))")  # 一月一次, 一日一价: once a month, by the day


def date(text: str, found: list[Numeral], index: int) -> Read | None:
    """A date, and a day of the lunar month, which is only a place in it."""
    start = found[index].start
    if text[max(0, start - 1) : start] in ("第", "个") and start:
        return None
    if text.startswith("一月", start) and text.endswith(_ROUGHLY_ONE, 0, start):
        return None
    end = found[index].end
    if text.startswith("月", end) and (_LUNAR_DAY.match(text, end) or _LUNAR.search(text, max(0, start - 8), start)):
        return Read(found[index].low, found[index].low, "ordinal", "", start, found[index].end, "")
    read = _date_at(text, start) if not _EACH.match(text, end) else None
    if read is None or (read.unit == "d" and read.low == read.high and text[max(0, start - 2) : start] == "连续"):
        return None
    return read


def _date_at(text: str, start: int) -> Read | None:
    """The date that begins at `start` of a text in plain form."""
    if text[start - 1 : start] in _REIGN_ENDS and (date := _year_of_reign(text, start)):
        return date
    if text[start - 1 : start] in _LISTING and _FROM_NOUGHT.search(text, max(0, start - 20), start):
        return None
    if match := _YEARS.match(text, start):
        first, last = _number(match["y"] or match["first"]), _number(match["y2"] or match["last"])
        last = last if last > 99 else first // 100 * 100 + last
        if match["y"] or last > first:  # 2025-12 is a month
            return dated(first, last, "y", start, match.end())
    if match := _ISO.match(text, start):
        value, unit = joined(int(match["y"]), int(match["m"]), int(match["d"]))
        return dated(value, value, unit, start, match.end()) if _valid(value % 10000 // 100, value % 100) else None
    if not _LISTING.isdisjoint(text[max(0, start - 1) : start + _LONGEST + 1]) and (
        match := _LISTED.match(text, start)
    ):
        value = _number(match["n"] or match["y"] or match["m"] or match["last"])
        unit = "y" if match["y"] else "d" if match["unit"] == "日" else "m"
        fits = unit == "y" or 1 <= value <= (12 if unit == "m" else 31)
        return dated(value, value, unit, start, match.end()) if fits else None
    match = _DAY.match(text, start)
    return _day(match) if match else None


def _year_of_reign(text: str, start: int) -> Read | None:
    """民国二十六年, 贞观元年: years of the common era."""
    name = text[max(0, start - 2) : start]
    match = _YEAR_OF_REIGN.match(text, start) if name in REIGNS else None
    if match is None:
        return None
    hundred, _, rest = match["n"].rpartition("百")
    number = 100 * len(hundred) + (1 if rest == "元" else _number(rest.lstrip("零〇")))
    english, first = REIGNS[name]
    if number > LONGEST_REIGN and english != "Republic":
        return None
    return dated(first + number - 1, first + number - 1, "y", start, match.end())


def _day(match: re.Match[str]) -> Read | None:
    """The fields of the branch of `_DAY` that matched."""
    group = match.groupdict()
    year = _number(group["y"] or group["ya"])
    month = _number(group["m"])
    day = _number(group["d"] or group["da"])
    last_month, last_day = _number(group["m2"]), _number(group["d2"] or group["da2"])
    if not _valid(month or 1, day or 1) or not _valid(last_month or 1, last_day or 1):
        return None
    low, unit = joined(year, month, day)
    high, _ = joined(year, last_month or month, last_day or day)
    return dated(low, high, unit, *match.span())


def _valid(month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= 31


def _number(figure: str | None) -> int:
    """A number of at most two digits, or a year by its digits."""
    if not figure:
        return 0
    if figure[0] in "廿卅":
        return SMALL_UNITS[figure[0]] + (DIGITS[figure[1]] if figure[1:] else 0)
    if "十" in figure:
        tens, _, ones = figure.partition("十")
        return (DIGITS[tens] if tens else 1) * 10 + (DIGITS[ones] if ones else 0)
    return by_digits(figure)
