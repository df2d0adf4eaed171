"""Five-Year Plans in Chinese: “十四五”, 八五普法, 第八个五年规划."""

from __future__ import annotations

from fractions import Fraction

from yubei_pub.patterns import lazy_regex
from yubei_pub.quantities.chinese.numerals import Numeral
from yubei_pub.quantities.chinese.sums import by_digits
from yubei_pub.quantities.chinese.tables import CLASSIFIERS
from yubei_pub.quantities.chinese.units import UNIT
from yubei_pub.quantities.values import Read

_PLAN = lazy_regex(r"十[一二三四五六七八]五")
_EARLY_PLAN = lazy_regex("[一二三四五六七八九]五(?:(?=”?(?:普法|规划|计划|时期|期间))|(?<=“..)(?=”))")
_FIVE_YEARS = lazy_regex("个五年(?=[^，。；、]{0,6}(?:规划|计划))")


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
    number = _number(match[0])
    return Read(number, number, "ordinal", "five-year-plan", *match.span(), "")


def _number(name: str) -> Fraction:
    """14 of 十四五, 8 of 八五."""
    return Fraction((10 if name[0] == "十" else 0) + by_digits(name[-2]))
