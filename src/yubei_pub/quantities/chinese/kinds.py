"""The kinds a Chinese numeral may be of; `readers` are tried in turn.

A reader looks at numeral `index` of those found and at the text around it, and says what it
read or None.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from functools import lru_cache

from yubei_pub.patterns import lazy_regex
from yubei_pub.quantities.chinese import dates
from yubei_pub.quantities.chinese.compounds import COMPOUNDING, compound
from yubei_pub.quantities.chinese.numerals import SP, Numeral
from yubei_pub.quantities.chinese.plans import plan
from yubei_pub.quantities.chinese.ranges import LISTING, listed, span
from yubei_pub.quantities.chinese.shares import fraction, percent
from yubei_pub.quantities.chinese.sums import by_digits
from yubei_pub.quantities.chinese.tables import CLASSIFIERS, ROUGHLY
from yubei_pub.quantities.chinese.units import (
    UNIT,
    ends,
    measure,
    signed,
    unit_after,
)
from yubei_pub.quantities.comparing.tables import SCHOOLS
from yubei_pub.quantities.values import ROMAN, Read

Reader = Callable[[str, list[Numeral], int], Read | None]

_BEFORE_TIMES = frozenset("余多倍")
_TIMES = lazy_regex(rf"{SP}[余多]?倍")
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
_FROM_HOUR = lazy_regex(
    r"(?P<part>上午|早上|凌晨|清晨|中午|下午|晚上|傍晚|晚|早)[ ]?(?P<hour>[0-9零一两二三四五六七八九十]{1,3})[点时:：]"
    rf"[^，。；、]{{0,4}}{dates.TO}$"
)
_GROWTH = lazy_regex(rf"(?:增[长加]?|提高|扩大|[升涨]|高出|多出|多|翻|[贵快]了)了?(?:{ROUGHLY}|至少)[ ]?$")
_BORN = lazy_regex("(?:[0156789][05]|[五六七八九零〇][零〇])后(?![来勤方续备果期面者台悔代半退])")
_ROUGHLY_ONE = ("近", "约", "逾", "不足", "不到", "超过")  # before 一月, which is no January then
_THIS_OR_LAST = lazy_regex("[本上]个?世纪$")
_LUNAR = lazy_regex("(?:农历|阴历|旧历)[^，。；月]{0,6}$")  # 农历八月十五: the eighth lunar month, not August
_LUNAR_DAY = lazy_regex(
    "月(?:初[一二三四五六七八九十]|十五(?![ ]?[日号]))|(?<=(?P<day>[二三五六七九]))月(?P=day)(?![ ]?[日号、至到—十])"
)
_EACH = lazy_regex("(?<=一)(?:月[一两二三][次度回趟]|日一(?!日))")  # 一月一次, 一日一价: once a month, by the day
_OR_SO = {"百八十": Fraction(100), "千八百": Fraction(1000), "万八千": Fraction(10000)}  # 百八十里: a hundred li or so
_SCHOOL = lazy_regex("(?:[初高]中?)?$")
_ROMAN_SIGNS = "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ"
_LIMITS = ("不足", "不到", "不满")  # 不足万元, 不到百人
_TURNED = lazy_regex("翻了?近?$")
_LISTED = lazy_regex(
    "第(?:[0-9]+|[一二三四五六七八九十]+)(?:[、和](?:[0-9]+|[一二三四五六七八九十]+))*[、和]$"
)  # 第三、四人
_AFTER_ORDINAL = {"世纪": "century", "季度": "quarter", "年级": ""}


def _era(text: str, found: list[Numeral], index: int) -> Read | None:
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


def _date(text: str, found: list[Numeral], index: int) -> Read | None:
    start = found[index].start
    if text[max(0, start - 1) : start] in ("第", "个") and start:
        return None
    if text.startswith("一月", start) and text.endswith(_ROUGHLY_ONE, 0, start):
        return None
    end = found[index].end
    if text.startswith("月", end) and (_LUNAR_DAY.match(text, end) or _LUNAR.search(text, max(0, start - 8), start)):
        return Read(found[index].low, found[index].low, "ordinal", "", start, found[index].end, "")
    date = dates.read(text, start) if not _EACH.match(text, end) else None
    if date is None or (date.unit == "d" and date.low == date.high and text[max(0, start - 2) : start] == "连续"):
        return None
    return Read(Fraction(date.low), Fraction(date.high), "date", date.unit, start, date.end, "")


def _ordinal(text: str, found: list[Numeral], index: int) -> Read | None:
    numeral = found[index]
    if numeral.word == "首" or (text.startswith("中全会", numeral.end) and not numeral.word):
        value = Fraction(1) if numeral.word else numeral.low
        return Read(value, value, "ordinal", "", numeral.start, numeral.end, "")
    if (roman := ROMAN.get(numeral.word)) or (numeral.word and numeral.word in _ROMAN_SIGNS):
        value = Fraction(roman or _ROMAN_SIGNS.index(numeral.word) + 1)
        return Read(value, value, "ordinal", "", numeral.start, numeral.end)
    before = text[max(0, numeral.start - 4) : numeral.start].rstrip()
    unit = _AFTER_ORDINAL.get(text[numeral.end : numeral.end + 2], "")
    if before.endswith("第") or (
        before.endswith(("、", "和")) and _LISTED.search(text, max(0, numeral.start - 12), numeral.start)
    ):
        start = text.rindex("第", 0, numeral.start) if before.endswith("第") else numeral.start
        return Read(numeral.low, numeral.high, "ordinal", unit, start, numeral.end, "")
    if text.startswith("年级", numeral.end) and not numeral.word and (match := _SCHOOL.search(before)):
        value = numeral.low + SCHOOLS.get(match[0][:1], 0)
        return Read(value, value, "ordinal", "", numeral.start - len(match[0]), numeral.end, "")
    bare = unit == "century" or (unit == "quarter" and numeral.high <= 4 and not before.endswith(("前", "个")))
    return Read(numeral.low, numeral.high, "ordinal", unit, numeral.start, numeral.end, "") if bare else None


def _multiple(text: str, found: list[Numeral], index: int) -> Read | None:
    """两倍, 增长1倍 (twice as much as before), 翻两番 (times four)."""
    numeral = found[index]
    before = text[max(0, numeral.start - 8) : numeral.start]
    turned = _TURNED.search(before) if before.endswith(("翻", "了", "近")) else None
    nearly = "less" if turned and "近" in turned[0] else None  # 翻了近一番
    if numeral.word == "翻番":
        return Read(Fraction(2), Fraction(2), "multiple", "", numeral.start, numeral.end)
    if turned and text.startswith("番", numeral.end) and numeral.high <= 20 and numeral.low.denominator == 1:
        value = Fraction(2) ** int(numeral.low)
        return Read(value, value, "multiple", "", numeral.start - len(turned[0]), numeral.end + 1, nearly)
    match = _TIMES.match(text, numeral.end) if numeral.behind in _BEFORE_TIMES else None
    if not match or numeral.word:
        return None
    base = Fraction(
        1 if _GROWTH.search(before) or (numeral.low == 1 and text[numeral.start - 1 : numeral.start] != "的") else 0
    )
    if half := text.startswith("半", match.end()):  # 一倍半
        base += Fraction(1, 2)
    more = "more" if set(match[0]) & set("余多") else None
    return Read(numeral.low + base, numeral.high + base, "multiple", "", numeral.start, match.end() + half, more)


def _clock(text: str, found: list[Numeral], index: int) -> Read | None:
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
    if not match or not (match.lastgroup or text[numeral.start].isdigit() or named):
        return None
    end, minutes = numeral.end, Fraction(0)
    if match["half"] or match["quarters"]:
        end, minutes = match.end(), Fraction(by_digits(match["quarters"] or "2"), 4)
    elif match["minutes"] and index + 1 < len(found):
        end, minutes = found[index + 1].end, found[index + 1].low / 60
    value = numeral.low + afternoon + minutes
    return Read(value, value, "number", "clock", numeral.start, end)


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


def _word(text: str, found: list[Numeral], index: int) -> Read | None:
    """数十亿, 数以万计: a scale without a digit; and the words that are numerals."""
    numeral = found[index]
    if numeral.word:
        return _of_word(text, numeral)
    before = text[max(0, numeral.start - 1) : numeral.start]
    if text.endswith("数以", 0, numeral.start) and text.startswith("计", numeral.end):  # 数以万计
        return Read(2 * numeral.low, 9 * numeral.low, "number", "", numeral.start - 2, numeral.end + 1, "about")
    if before and before in "数几" and (numeral.bare or text[numeral.start] in "十"):
        kind, unit = unit_after(text, numeral.end)
        return Read(2 * numeral.low, 9 * numeral.low, kind, unit, numeral.start - 1, numeral.end, "about")
    return None


def _of_word(text: str, numeral: Numeral) -> Read:
    """百分百, 打对折, 一半, 半数, 过半, 半年, 半打."""
    half = Fraction(1, 2)
    if numeral.word == "百分百":
        return Read(Fraction(1), Fraction(1), "percent", "", numeral.start, numeral.end)
    if "折" in numeral.word:
        return Read(half, half, "percent" if len(numeral.word) == 3 else "", "", numeral.end - 2, numeral.end)
    if numeral.word == "半" and (part := compound(text, numeral, half, half, numeral.start)):
        return part
    kind, unit = unit_after(text, numeral.end)
    more = "more" if numeral.word == "过半" else None
    return Read(half, half, kind, unit, numeral.start, numeral.end, more)


def _number(text: str, found: list[Numeral], index: int) -> Read | None:
    numeral = found[index]
    sign, start = signed(text, numeral)
    low, high = ends(numeral, sign)
    run = text[numeral.start : numeral.end]
    if _no_count(text, numeral, run):
        return None
    if numeral.behind in COMPOUNDING and (read := compound(text, numeral, low, high, start)):
        return read
    kind, unit = measure(text, start, numeral.end)
    if run in _OR_SO and (unit or text[numeral.end : numeral.end + 1] in CLASSIFIERS):
        return Read(_OR_SO[run], _OR_SO[run], kind, unit, start, numeral.end, "about")
    return Read(low, high, kind, unit, start, numeral.end)


def _no_count(text: str, numeral: Numeral, run: str) -> bool:
    """Whether a numeral counts nothing: a bare 百 or 万, 之一, or a name such as 5G and 4A."""
    before, after = text[max(0, numeral.start - 1) : numeral.start], text[numeral.end : numeral.end + 1]
    if (
        numeral.bare
        and len(run) == 1
        and run not in "十拾廿卅卌"
        and not (run == "亿" and before not in ("（", "(", "：", ":") and UNIT.match(text, numeral.end))
    ):
        return (
            not (before and before in "上过近超逾破")
            and not text.endswith(_LIMITS, 0, numeral.start)
            and not (after and after in "余多")
            and not (after in ("来", "把") and text[numeral.end + 1 : numeral.end + 2] in CLASSIFIERS)  # 百来户, 千把人
            and not _is_limit(text, numeral)
        )
    if run == "一" and before == "之":
        return True
    return run[-1].isdigit() and after.isascii() and after.isalpha() and not UNIT.match(text, numeral.end)


def _is_limit(text: str, numeral: Numeral) -> bool:
    """千年以上, 万人以上: a thousand and more of something."""
    unit = UNIT.match(text, numeral.end)
    return text.startswith(("以上", "以下", "左右"), unit.end() if unit else numeral.end + 1)


_DIGIT = "0123456789.零〇一二三四五六七八九十百千万"
# With what may stand behind a numeral that they read, where that is known.
_READERS: tuple[tuple[Reader, frozenset[str] | None], ...] = (
    (plan, None),
    (_era, frozenset("后世年")),
    (_date, frozenset("年财月日号—–-~～〜至到、和及/.两三四")),
    (fraction, frozenset("又分/" + _DIGIT)),
    (span, None),
    (listed, LISTING),
    (percent, frozenset("%‰‱余多来几个百基成折分开比定法Bb" + _DIGIT)),
    (_ordinal, None),
    (_multiple, None),
    (_clock, frozenset("点时:：")),
    (_word, None),
    (_number, None),
)


@lru_cache(1024)
def readers(behind: str) -> tuple[Reader, ...]:
    """Those to try in turn on a numeral, by the character that stands behind it."""
    return tuple(reader for reader, signs in _READERS if signs is None or behind in signs)
