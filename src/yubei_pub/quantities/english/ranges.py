"""English ranges: 3 to 5, 3–5 billion, between 3 and 5, 5%–8%, -5 to 8, two or three thousand."""

from __future__ import annotations

import re
from fractions import Fraction

from yubei_pub.patterns import lazy_regex
from yubei_pub.quantities.currencies import sign_before
from yubei_pub.quantities.english.amounts import amount, money
from yubei_pub.quantities.english.clocks import hours
from yubei_pub.quantities.english.tables import SCALES
from yubei_pub.quantities.english.tokens import Numeral
from yubei_pub.quantities.english.units import PERCENT, percent_of
from yubei_pub.quantities.values import Read

_RANGE_TO = lazy_regex(
    r"[ ]?%?(?:[ ]?[–—~][ ]?|-?[ ]+(?P<word>to|through|and|or)[ ]+|(?P<hyphen>-))"
    r"[ ]?(?:US\$|[$¥€£])?(?P<sign>(?<!-)[-−]|(?:minus|negative)[ ])?",
    re.IGNORECASE,
)
_ONE_OF = lazy_regex(r"\b(?:week|day|month|year|round|phase|stage|season|grade)[ ]$", re.IGNORECASE)
_BETWEEN = lazy_regex(r"\b(?:between|from)[ ](?:US\$|[$¥€£]|[-−]|(?:minus|negative)[ ])?$", re.IGNORECASE)
_COLON = lazy_regex(":[0-9]")


def span(text: str, found: list[Numeral], index: int, limit: int, sign: int, start: int) -> Read | None:
    """3 to 5, 3–5 billion, between 3 and 5, 5%–8%, -5 to 8: the second number may carry the scale of both.

    `sign` and `start` are those of numeral `index`.
    """
    numeral = found[index]
    after = found[index + 1] if index + 1 < len(found) else None
    match = _RANGE_TO.match(text, numeral.end) if after and not after.ordinal and after.start < limit else None
    if after is None or match is None or after.start != match.end():
        return None
    listed = match["word"] == "or" or _is_listed(text, numeral, match)
    if not listed and (read := hours(text, numeral, after, start)):
        return read
    if _is_no_range(text, numeral, after, match):
        return None
    scale = _scale_of(text[after.start : after.end])
    low, high = _shared(text, numeral, after, scale, match["word"])
    step = scale if low % (10 * scale) else 10 * scale  # two or three thousand, eighty or ninety
    apart = match["word"] == "or" and (high - low not in (scale, step) or numeral.part)
    low, high = sign * low, -high if match["sign"] else high
    if low >= high or apart:
        return None
    if percent := PERCENT.match(text, after.end):
        over, unit = percent_of(percent)
        return Read(low / over, high / over, "percent", unit, start, percent.end())
    tail = amount(text, after, high, after.start)
    currency = sign_before(text, start)
    if currency and tail.kind == "number" and not tail.unit:  # $3–5 million
        tail = money(high, currency, after.start, tail.end)
    if tail.low < 0 < low:  # 2 to 8 degrees below zero
        low, high = -high, -low
    return tail._replace(low=low, high=high, start=start)


def _is_no_range(text: str, numeral: Numeral, after: Numeral, match: re.Match[str]) -> bool:
    """Whether the second of two numbers does not end what the first begins: 10-12-2024, 3 and 5, 18:1 to 15:1."""
    if match["hyphen"] and (text.endswith(("-", "+"), 0, numeral.start) or text.startswith(("-", "/"), after.end)):
        return True
    if _is_listed(text, numeral, match) or _COLON.match(text, after.end):
        return True
    if match["word"] and is_named(text, numeral.start):
        return True
    if "%" in match[0] and not PERCENT.match(text, after.end):  # by 11% to 39.3 million
        return True
    # gives half to four students; from half to 89 percent
    return numeral.part and (after.value >= 2 or bool(PERCENT.match(text, after.end)))


def _is_listed(text: str, numeral: Numeral, match: re.Match[str]) -> bool:
    """Whether "and" joins two numbers of which no "between" makes a range."""
    return match["word"] == "and" and not _BETWEEN.search(text, max(0, numeral.start - 20), numeral.start)


def _shared(text: str, numeral: Numeral, after: Numeral, scale: int, word: str | None) -> tuple[Fraction, Fraction]:
    """The ends of a range with what one takes from the other: 3–5 billion, the years 1174–89."""
    low, high = numeral.value, after.value
    if not _scale_of(text[numeral.start : numeral.end]) > 1 and low < high / scale:
        low *= scale
    years = low >= 1000 if numeral.figure and not word else word == "or"
    if years and high < 100 and low % 100 < high < low:
        high += low // 100 * 100  # a hundred and fifty or sixty
    return low, high


def is_named(text: str, start: int) -> bool:
    """Whether a number names one of a series: week one, which begins no range as "weeks 1" does."""
    return bool(_ONE_OF.search(text, max(0, start - 8), start))


def _scale_of(word: str) -> int:
    """The scale a number in words or figures ends in: 10**9 for 3.5 billion."""
    last = re.split(r"[ -]", word.lower())[-1].lstrip("0123456789.,")
    return SCALES.get(last, 1)
