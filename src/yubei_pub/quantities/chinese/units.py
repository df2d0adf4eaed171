"""What stands around a Chinese numeral: its sign and its unit."""

from __future__ import annotations

import re
from fractions import Fraction

from yubei_pub.patterns import lazy_regex
from yubei_pub.quantities.chinese.numerals import SP, Numeral
from yubei_pub.quantities.currencies import CHINESE_CURRENCIES, CURRENCIES, CURRENCY_SIGNS, sign_before
from yubei_pub.quantities.units import CHINESE_UNITS, SYMBOLS

SPANS = ("minute", "hour", "day", "week", "month", "year", "century")
UNIT_NAMES = {**CHINESE_UNITS, **CHINESE_CURRENCIES, **SYMBOLS}
_DIGIT = "[0-9零一二三四五六七八九十]"
# What a unit's name may not be followed by: 元素, 年级, and letters after km.
_NOT_BEFORE = {
    "里": "(?!路[口段0-9一二三四五六七八九十]|[程面弄巷坪屯家]|山(?!路))",
    "元": "(?![素气旦宵])",
    "年": "(?!级)",
    "载": "(?![人客货重体荷誉歌舞满有])",
    "分": f"(?:(?={_DIGIT}{{1,3}}秒)|(?<=小时{_DIGIT}分)|(?<=小时{_DIGIT}{{2}}分)|(?<=小时{_DIGIT}{{3}}分))",  # 二十五
}


def _name(name: str) -> str:
    return re.escape(name) + ("(?![A-Za-z0-9])" if name[-1].isascii() else _NOT_BEFORE.get(name, ""))


_NAMES = "|".join(_name(name) for name in sorted(UNIT_NAMES, key=len, reverse=True))
UNIT = lazy_regex(rf"{SP}(?P<more>[余多来几]|个[多余](?=[月小星世]))?{SP}(?P<unit>{_NAMES})")
BASIS_POINTS = lazy_regex(rf"{SP}个?{SP}基点|[ ]?(?:BP|bp)s?(?![A-Za-z])")
POINTS = lazy_regex(rf"{SP}(?P<more>[余多来几])?{SP}个?(?P<over>[多余])?(?P<half>半)?{SP}(?P<of>[百千]){SP}分{SP}点")
PERCENT = lazy_regex(r"[ ]?(?P<more>[余多])?(?P<sign>[%‰‱])")  # 60多%
OF_PERCENT = {"%": 100, "‰": 1000, "‱": 10000}
OF = lazy_regex(rf"{SP}分{SP}之{SP}(?P<sign>[负-]?)")
_SIGN = lazy_regex(
    r"(?:零下|负增长|(?:(?<=[\s\W为是到至和与于之达])|^)负[ ]?"
    r"|(?:(?<=[\s(（:：，,＝=为是至到从由自于达“‘])|^)-|^-[ ]{1,2})$"
)

_SIGN_ENDS = frozenset("下长负- ")
# A dash before degrees and percent is a sign behind any word: 最低气温-12℃, 气温－5～3℃, 增长-3%; but not 20℃-25℃.
_FREEZING = lazy_regex(r"(?<=[\u4e00-\u9fff—～~])-$")
_DEGREES = lazy_regex(r"(?:[ ]?(?:—+|[–~～至到-])[ ]?[+-]?[0-9.]+)?[ ]?(?:℃|°C|摄氏度|度|[%‰])")


def signed(text: str, numeral: Numeral) -> tuple[int, int]:
    """The sign before a numeral and where the numeral with its sign begins."""
    if text[numeral.start - 1 : numeral.start] not in _SIGN_ENDS:
        return 1, numeral.start
    match = _SIGN.search(text, max(0, numeral.start - 3), numeral.start)
    if not match and text[numeral.start - 1] == "-" and _DEGREES.match(text, numeral.end):
        match = _FREEZING.search(text, max(0, numeral.start - 2), numeral.start)
    if not match or text.endswith("--", 0, numeral.start) or text.startswith(("层", "楼"), numeral.end):  # 负一楼
        return 1, numeral.start
    return -1, numeral.start - (match.end() - match.start())


def ends(numeral: Numeral, sign: int) -> tuple[Fraction, Fraction]:
    """The lower and the upper end of a numeral with its sign."""
    return (numeral.low, numeral.high) if sign == 1 else (-numeral.high, -numeral.low)


def unit_after(text: str, end: int) -> tuple[str, str]:
    """The kind (number or money) and the unit that stand behind a number."""
    match = UNIT.match(text, end)
    if not match:
        return "number", ""
    name = match["unit"]
    return ("money" if name in CHINESE_CURRENCIES else "number"), UNIT_NAMES[name]


_NAMED_BEFORE = {name: unit for name, unit in CHINESE_CURRENCIES.items() if name[-1] in "币金"} | {
    "摄氏": "degC",
    "华氏": "degF",
}
_NAME = lazy_regex(rf"(?P<name>{'|'.join(sorted(_NAMED_BEFORE, key=len, reverse=True))})[ ]?$")
_NAME_ENDS = frozenset(name[-1] for name in (*_NAMED_BEFORE, *CURRENCY_SIGNS))


def measure(text: str, start: int, end: int) -> tuple[str, str]:
    """The kind and unit of a number by what stands on both sides: 5公里, $500, 港币500元, 摄氏25度."""
    kind, unit = unit_after(text, end)
    if unit in ("", "CNY") and (named := named_before(text, start)):
        if named[0] in CURRENCIES:
            return "money", named[0]
        if text.startswith("度", end):
            return "number", named[0]
    return kind, unit


def named_before(text: str, start: int) -> tuple[str, int] | None:
    """The currency or scale of degrees that is named before a number, and where: $500, 港币500元, 摄氏25度."""
    if text[max(0, start - 2) : start].rstrip(" \u00a0")[-1:] not in _NAME_ENDS:
        return None
    if sign := sign_before(text, start):
        return CURRENCY_SIGNS[sign["sign"]], sign.start()
    name = _NAME.search(text, max(0, start - 5), start)
    return (_NAMED_BEFORE[name["name"]], name.start()) if name else None
