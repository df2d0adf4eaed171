"""Chinese ranges, and lists of which the last number carries what all share: 3—5年, 5-20%, -5～8℃; 5.2、6.1和7.3%."""

from __future__ import annotations

import re
from fractions import Fraction

from yubei_pub.patterns import lazy_regex
from yubei_pub.quantities.chinese import dates
from yubei_pub.quantities.chinese.numerals import Numeral
from yubei_pub.quantities.chinese.shares import discounts, tenths
from yubei_pub.quantities.chinese.tables import CLASSIFIERS
from yubei_pub.quantities.chinese.units import (
    OF,
    OF_PERCENT,
    PERCENT,
    POINTS,
    UNIT_NAMES,
    ends,
    measure,
    signed,
    unit_after,
)
from yubei_pub.quantities.values import Read

_RANGE_TO = lazy_regex(
    rf"(?P<unit>[ ]?[%‰‱℃]|[^\W\d_]{{1,3}}?)??{dates.TO}(?P<sign>负|零[上下]|-)?(?=[0-9一二两三四五六七八九十百])"
)
_SHARED = {"万": 10**4, "亿": 10**8}
LISTING = frozenset("、和及与")
_LEAD = 24  # characters before a list in which 分别 stands
_SHARES = ("成", "折", "倍")
_LONGEST_TO = 12  # characters between the two ends of a range
_CLOCK = lazy_regex("[点时](?:半|[一三13]刻|[0-9一二三四五十]{1,3}分)|[:：][0-5][0-9]")  # 9点至11点半
_DIALLED = lazy_regex("0[0-9]{2,}-|[0-9]+-[0-9]+-[0-9]")  # 023-6789, 400-800-1234


def span(text: str, found: list[Numeral], index: int) -> Read | None:
    """3—5年, 20至30, 5-20%, 20—30万, -5～8℃: the second number may carry what both share."""
    numeral = found[index]
    after = found[index + 1] if index + 1 < len(found) else None
    near = after and after.start - numeral.end <= _LONGEST_TO
    match = None
    if near and after and not dates.TO_SIGNS.isdisjoint(text[numeral.end : after.start]):
        match = _RANGE_TO.match(text, numeral.end)
    if not match or after is None or after.start != match.end() or numeral.word:
        return None
    _, start = signed(text, numeral)
    low, high = _ends(text, numeral, after, match)
    clock = _CLOCK.match(text, after.end) or (match["unit"] == "点" and text.startswith("点", after.end))
    dialled = text[start - 1 : start] == "-" or _DIALLED.match(text, numeral.start)
    share = match["unit"] in _SHARES and not text.startswith(match["unit"], after.end)  # 缩水四成至18亿
    if low >= high or dialled or clock or share or _word_between(match["unit"]):
        return None
    if read := _of_shares(text, after, low, high, start):
        return read
    if (match["unit"] or "").strip() in OF_PERCENT or OF.match(text, after.end):
        return None
    kind, unit = measure(text, start, after.end)
    return Read(low, high, kind, unit, start, after.end)


def listed(text: str, found: list[Numeral], index: int) -> Read | None:
    """The 5.2 of 分别增长5.2、6.1和7.3%, the 23.5 of 分别为23.5和18.2亿元."""
    numeral = last = found[index]
    for after in found[index + 1 :]:
        if not (text[last.end - 1].isdigit() and text[last.end] in LISTING and after.start == last.end + 1):
            break
        last = after
    if last is numeral or not numeral.start or numeral.word:
        return None
    sign, start = signed(text, numeral)
    low, high = ends(numeral, sign)
    if read := _of_hundred(text, last, low, high, start):
        return read._replace(end=numeral.end)
    size = _SHARED.get(text[last.end - 1])
    if size is None or not (numeral.low.denominator > 1 or "分别" in text[max(0, start - _LEAD) : start]):
        return None
    kind, unit = unit_after(text, last.end)
    return Read(low * size, high * size, kind, unit, start, numeral.end)


def _ends(text: str, numeral: Numeral, after: Numeral, match: re.Match[str]) -> tuple[Fraction, Fraction]:
    """The ends of a range with their signs and what they share: 20—30万, -5～8℃; 零下5到10度 are all below zero."""
    sign, start = signed(text, numeral)
    low, high = numeral.low, after.high
    share = _SHARED.get(text[after.end - 1], 1)
    if text[numeral.end - 1] not in "万亿" and low < high / share:
        low *= share
    below = match["sign"] in ("负", "零下", "-")
    if sign == 1:
        return low, -high if below else high
    both = text.startswith("零下", start) and not match["unit"] and not match["sign"]
    low, high = sorted((-low, -high if below or both else high))
    return low, high


def _of_shares(text: str, last: Numeral, low: Fraction, high: Fraction, start: int) -> Read | None:
    """5-20%, 二至四成, 七至九折."""
    if read := _of_hundred(text, last, low, high, start):
        return read
    if (share := tenths(text, last)) is not None:
        return Read(low / 10, high / 10 + share[0], "percent", "", start, share[1])
    return discounts(text, last, low, high, start)


def _of_hundred(text: str, last: Numeral, low: Fraction, high: Fraction, start: int) -> Read | None:
    """5-20%, 3至5个百分点."""
    if percent := PERCENT.match(text, last.end):
        scale = OF_PERCENT[percent["sign"]]
        return Read(low / scale, high / scale, "percent", "", start, percent.end())
    if points := POINTS.match(text, last.end):
        scale = 100 if points["of"] == "百" else 1000
        return Read(low / scale, high / scale, "percent", "pp", start, points.end())
    return None


def _word_between(word: str | None) -> bool:
    """Whether what stands between two numbers is neither a unit nor a classifier (提高 in 5提高到10)."""
    word = (word or "").strip()
    return bool(word) and word not in UNIT_NAMES and word not in CLASSIFIERS and word not in OF_PERCENT
