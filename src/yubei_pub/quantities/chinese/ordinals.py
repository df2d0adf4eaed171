"""Chinese places in a series: 第三批, 首批, Ⅳ级, 三年级, 20世纪, the plan of “十四五”, the decade of 90后."""

from __future__ import annotations

from fractions import Fraction

from yubei_pub.patterns import lazy_regex
from yubei_pub.quantities.chinese.numerals import Numeral
from yubei_pub.quantities.chinese.sums import by_digits
from yubei_pub.quantities.chinese.tables import CLASSIFIERS, SCHOOLS
from yubei_pub.quantities.chinese.units import UNIT
from yubei_pub.quantities.values import ROMAN, Read

_PLAN = lazy_regex(r"十[一二三四五六七八]五")
_EARLY_PLAN = lazy_regex("[一二三四五六七八九]五(?:(?=”?(?:普法|规划|计划|时期|期间))|(?<=“..)(?=”))")
_FIVE_YEARS = lazy_regex("个五年(?=[^，。；、]{0,6}(?:规划|计划))")
_BORN = lazy_regex("(?:[0156789][05]|[五六七八九零〇][零〇])后(?![来勤方续备果期面者台悔代半退])")
_THIS_OR_LAST = lazy_regex("[本上]个?世纪$")
_SCHOOL = lazy_regex("(?:[初高]中?)?$")
_ROMAN_SIGNS = "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ"
_LISTED = lazy_regex(
    "第(?:[0-9]+|[一二三四五六七八九十]+)(?:[、和](?:[0-9]+|[一二三四五六七八九十]+))*[、和]$"
)  # 第三、四人
_AFTER_ORDINAL = {"世纪": "century", "季度": "quarter", "年级": ""}


def plan(text: str, found: list[Numeral], index: int) -> Read | None:
    """“十四五” is the 14th Five-Year Plan unless something is counted, 八五普法 and 第八个五年规划 the eighth."""
    numeral = found[index]
    if numeral.behind != "个" and "五" not in text[numeral.start : numeral.end]:
        return None
    if (match := _FIVE_YEARS.match(text, numeral.end)) and text[max(0, numeral.start - 1) : numeral.start] == "第":
        return Read(numeral.low, numeral.low, "ordinal", "five-year-plan", numeral.start - 1, match.end(), "")
    match = _EARLY_PLAN.match(text, numeral.start)
    if match is None and not UNIT.match(text, numeral.end) and text[numeral.end : numeral.end + 1] not in CLASSIFIERS:
        match = _PLAN.fullmatch(text, numeral.start, numeral.end)
    if match is None or match.end() != numeral.end:
        return None
    number = Fraction((10 if match[0][0] == "十" else 0) + by_digits(match[0][-2]))
    return Read(number, number, "ordinal", "five-year-plan", *match.span(), "")


def era(text: str, found: list[Numeral], index: int) -> Read | None:
    """20世纪90年代 and 上世纪90年代 are one decade, the 1990s; 90后 are those born in it."""
    century, decade = found[index], found[index + 1] if index + 1 < len(found) else None
    if text[century.start + 2 : century.start + 3] == "后" and _BORN.match(text, century.start, century.end + 2):
        return Read(century.low, century.high, "number", "era", century.start, century.end, "")
    if text.startswith("年代", century.end) and (
        match := _THIS_OR_LAST.search(text, max(0, century.start - 4), century.start)
    ):
        base = 2000 if match[0][0] == "本" else 1900
        return Read(base + century.low, base + century.high, "number", "era", century.start, century.end, "")
    if decade is None or not text.startswith("年代", decade.end) or text[century.end : decade.start].strip() != "世纪":
        return None
    first = (century.low - 1) * 100
    return Read(first + decade.low, first + decade.high, "number", "era", century.start, decade.end, "")


def ordinal(text: str, found: list[Numeral], index: int) -> Read | None:
    """第三, 首批, Ⅳ级, 十一届三中全会, 三年级, 20世纪, 一季度."""
    numeral = found[index]
    if numeral.word == "首" or (text.startswith("中全会", numeral.end) and not numeral.word):
        value = Fraction(1) if numeral.word else numeral.low
        return Read(value, value, "ordinal", "", numeral.start, numeral.end, "")
    if (roman := ROMAN.get(numeral.word)) or (numeral.word and numeral.word in _ROMAN_SIGNS):
        value = Fraction(roman or _ROMAN_SIGNS.index(numeral.word) + 1)
        return Read(value, value, "ordinal", "", numeral.start, numeral.end)
    before = text[max(0, numeral.start - 4) : numeral.start].rstrip()
    unit = _AFTER_ORDINAL.get(text[numeral.end : numeral.end + 2], "")
    of_series = before.endswith(("第", "第（", "第("))  # 第（三）项
    if of_series or (before.endswith(("、", "和")) and _LISTED.search(text, max(0, numeral.start - 12), numeral.start)):
        start = text.rindex("第", 0, numeral.start) if of_series else numeral.start
        end = numeral.end + (before[-1] in "（(" and text.startswith(("）", ")"), numeral.end))
        return Read(numeral.low, numeral.high, "ordinal", unit, start, end, "")
    if text.startswith("年级", numeral.end) and not numeral.word and (match := _SCHOOL.search(before)):
        value = numeral.low + SCHOOLS.get(match[0][:1], 0)
        return Read(value, value, "ordinal", "", numeral.start - len(match[0]), numeral.end, "")
    bare = unit == "century" or (unit == "quarter" and numeral.high <= 4 and not before.endswith(("前", "个")))
    return Read(numeral.low, numeral.high, "ordinal", unit, numeral.start, numeral.end, "") if bare else None
