"""The kinds a Chinese numeral may be of; `readers` are tried in turn.

A reader looks at numeral `index` of those found and at the text around it, and says what it
read or None.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from functools import lru_cache

from yubei_pub.patterns import lazy_regex
from yubei_pub.quantities.chinese.clocks import clock
from yubei_pub.quantities.chinese.compounds import COMPOUNDING, compound
from yubei_pub.quantities.chinese.dates import date
from yubei_pub.quantities.chinese.numerals import SP, Numeral
from yubei_pub.quantities.chinese.ordinals import era, ordinal, plan
from yubei_pub.quantities.chinese.ranges import LISTING, listed, span
from yubei_pub.quantities.chinese.shares import fraction, percent
from yubei_pub.quantities.chinese.tables import CLASSIFIERS, ROUGHLY
from yubei_pub.quantities.chinese.units import UNIT, ends, measure, signed, unit_after
from yubei_pub.quantities.values import Read

Reader = Callable[[str, list[Numeral], int], Read | None]

_BEFORE_TIMES = frozenset("余多几倍")
_TIMES = lazy_regex(rf"{SP}[余多几]?倍")
_GROWTH = lazy_regex(rf"(?:增[长加]?|提高|扩大|[升涨]|高出|多出|多|翻|[贵快]了|超[标出])了?(?:{ROUGHLY}|至少)[ ]?$")
_FROM_ONE = lazy_regex("以上[^，。；]{1,4}倍")  # 一倍以上五倍以下: of a fine
_TURNED = lazy_regex("翻了?近?$")
_OR_SO = {"百八十": Fraction(100), "千八百": Fraction(1000), "万八千": Fraction(10000)}  # 百八十里: a hundred li or so
_LIMITS = ("不足", "不到", "不满", "不下")  # 不足万元, 不到百人


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
    if _is_vague(text, numeral):  # 数十倍
        return Read(2 * numeral.low, 9 * numeral.low, "multiple", "", numeral.start - 1, match.end(), "about")
    alone = numeral.low == 1 and before[-1:] != "的" and not _FROM_ONE.match(text, match.end())
    grown = alone or _GROWTH.search(before)
    base = Fraction(1 if grown and numeral.low == numeral.high else 0)  # 高出五六倍: five or six times more
    if half := text.startswith("半", match.end()):  # 一倍半
        base += Fraction(1, 2)
    more = "more" if set(match[0]) & set("余多几") else None
    return Read(numeral.low + base, numeral.high + base, "multiple", "", numeral.start, match.end() + half, more)


def _word(text: str, found: list[Numeral], index: int) -> Read | None:
    """数十亿, 数以万计: a scale without a digit; and the words that are numerals."""
    numeral = found[index]
    if numeral.word:
        return _of_word(text, numeral)
    if not (numeral.bare or text[numeral.start] == "十"):
        return None
    if text.endswith("数以", 0, numeral.start) and text.startswith("计", numeral.end):  # 数以万计
        return Read(2 * numeral.low, 9 * numeral.low, "number", "", numeral.start - 2, numeral.end + 1, "about")
    if _is_vague(text, numeral):
        kind, unit = unit_after(text, numeral.end)
        return Read(2 * numeral.low, 9 * numeral.low, kind, unit, numeral.start - 1, numeral.end, "about")
    return None


def _is_vague(text: str, numeral: Numeral) -> bool:
    """数十, 几百: from two to nine of the size."""
    return (numeral.bare or text[numeral.start] == "十") and text.endswith(("数", "几"), 0, numeral.start)


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
            not (before and before in "上过近超逾破约达")
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
    (era, frozenset("后世年")),
    (date, frozenset("年财月日号—–-~～〜至到、和及/.两三四")),
    (fraction, frozenset("又分/" + _DIGIT)),
    (span, None),
    (listed, LISTING),
    (percent, frozenset("%‰‱余多来几个百基成折分开比定法Bb" + _DIGIT)),
    (ordinal, None),
    (_multiple, None),
    (clock, frozenset("点时:：")),
    (_word, None),
    (_number, None),
)


@lru_cache(1024)
def readers(behind: str) -> tuple[Reader, ...]:
    """Those to try in turn on a numeral, by the character that stands behind it."""
    return tuple(reader for reader, signs in _READERS if signs is None or behind in signs)
