"""What stands behind a Chinese numeral and changes its value: 3分钱, 八旬, 一打, 一米二, 12块5, 10秒07, 两年半."""

from __future__ import annotations

from fractions import Fraction

from yubei_pub.patterns import lazy_regex
from yubei_pub.quantities.chinese.numerals import SP, Numeral
from yubei_pub.quantities.chinese.sums import by_digits
from yubei_pub.quantities.chinese.tables import CLASSIFIERS
from yubei_pub.quantities.chinese.units import UNIT_NAMES, unit_after
from yubei_pub.quantities.values import Read

_DIGIT = "(?:[0-9一二三四五六七八九壹肆伍陆柒捌玖]|两(?=[角毛]))"
_HALF_AFTER = lazy_regex(
    r"(?:个|年|天|小时|分|公里|英里|公斤|升|吨|斤|亩|米|里|倍|周|岁|本|篇|袋|瓶|步|圈|页|节|桶|尺|道|层|场|碗|杯|口|章|集|格|站|趟)半(?P<unit>小时|月|天|世纪|学期|钟)?(?![年数导岛决成价])"
)
_HALF_OF = {"小时": "hour", "月": "month", "天": "day", "钟": "minute", "分": "minute"}
_PARTS = lazy_regex(  # 一米二, 两吨三, 三亩五分, 十一秒二八
    "(?P<unit>[米吨亩秒])(?P<part>[0-9零一二三四五六七八九]{1,2})"
    f"(?:(?<=亩.)分(?!之)|(?<=秒0[0-9])(?![0-9])|(?![0-9十百千万亿分年月日直般些{''.join(CLASSIFIERS)}]))"
)
_LIANG = lazy_regex("斤(?P<part>[1-9一二三四五六七八九])两")  # 四斤二两
_ENDS = "(?![0-9十百千万亿个名般起样些定直])"
_CENTS = f"(?P<cents>{_DIGIT})分?{_ENDS}"  # 两块二毛五, 五角六分
_WORTH = (  # what is counted, what one is worth, and the kind and unit of that
    (lazy_regex("分钱"), Fraction(1, 100), "money", "CNY"),
    # 最热闹的一角 is a corner
    (lazy_regex(f"[毛角](?:{_CENTS}|钱|(?<!一角)(?![落度色逐尖形]))"), Fraction(1, 10), "money", "CNY"),
    (
        lazy_regex(
            "两(?:(?=[米饭肉茶酒菜油面粉重鱼豆糖盐药])|(?<=[0-9二半四五六八九]两)(?![个人天次年月点三千百万亿])"
            "|(?<=[一三]两)(?=[，。；、）]|$))"
        ),
        Fraction(1, 10),
        "number",
        "jin",
    ),
    (lazy_regex("个?甲子"), Fraction(60), "number", "year"),
    (lazy_regex("旬"), Fraction(10), "number", "year"),  # 年过八旬
    (
        lazy_regex(rf"(?<![0-9]){SP}打(?P<half>半)?(?![造通工响开]|白骨|祝家)|{SP}打(?=[，。、；]|$)"),
        Fraction(12),
        "number",
        "",
    ),
)
COMPOUNDING = frozenset(
    "两分毛角个甲旬打块元米吨亩秒斤年天小公英升里倍周岁本篇袋瓶步圈页节桶尺道层场碗杯口章集格站趟"
)  # what those begin with
_TENTH_OF_YUAN = lazy_regex(
    f"(?:块(?:零(?={_DIGIT}[角毛]))?|元(?={_DIGIT}(?:角|(?:[，。；）]|$))))(?!一[根斤{''.join(CLASSIFIERS)}])(?P<tenths>{_DIGIT})(?:[角毛]{_CENTS}|[角毛]?{_ENDS})"
)  # but 两块一碗


def compound(text: str, numeral: Numeral, low: Fraction, high: Fraction, start: int) -> Read | None:
    """3分钱, 八旬, 一打, 10秒07, 两年半: what stands behind changes the value."""
    for pattern, size, kind, unit in _WORTH:
        if match := pattern.match(text, numeral.end):
            said = match.groupdict()
            more = size / 2 if said.get("half") else _part(said.get("cents")) / 100  # 一打半, 五角六分
            return Read(low * size + more, high * size + more, kind, unit, start, match.end())
    if match := _TENTH_OF_YUAN.match(text, numeral.end):
        value = low + _part(match["tenths"]) / 10 + _part(match["cents"]) / 100
        return Read(value, value, "money", "CNY", start, match.end())
    if match := _PARTS.match(text, numeral.end):
        value = numeral.low + _part(match["part"]) / 10 ** len(match["part"])
        return Read(value, value, "number", UNIT_NAMES[match["unit"]], start, match.end())
    if match := _LIANG.match(text, numeral.end):
        value = low + _part(match["part"]) / 10
        return Read(value, value, "number", "jin", start, match.end())
    if match := _HALF_AFTER.match(text, numeral.end):
        kind, unit = unit_after(text, numeral.end + (1 if match[0][0] == "个" and match["unit"] else 0))
        unit = _HALF_OF.get(match["unit"] or match[0][0], unit)
        return Read(low + Fraction(1, 2), high + Fraction(1, 2), kind, unit, start, match.end())
    return None


def _part(digits: str | None) -> Fraction:
    """The figures behind a unit, of which there may be none."""
    return Fraction(by_digits(digits or "0"))
