"""The kinds an English numeral may be of: percent, multiple, hour, money, ordinal, range or plain number."""

from __future__ import annotations

import re
from fractions import Fraction

from yubei_pub.patterns import lazy_regex
from yubei_pub.quantities._english_around import (
    BEGINS_PERCENT,
    PERCENT,
    SYMBOL,
    percent_of,
    unit_at,
    unit_name,
)
from yubei_pub.quantities._english_tables import SCALES
from yubei_pub.quantities._english_tokens import Numeral
from yubei_pub.quantities._unit_names import CURRENCY_SIGNS, SYMBOLS, sign_before
from yubei_pub.quantities._values import Read
from yubei_pub.quantities.reigns import REIGNS

_PERCENT_OF = lazy_regex(r"(?:^[ ]*|(?<=[,.;:(][ ]))per[ ]?cent(?:age)?s? of $", re.IGNORECASE)  # 5 percent of 1,000
_TO_PERCENT = lazy_regex(
    r"[ ]to[ ](?:[a-z]+[ ])?[0-9][0-9.,]*(?:%|[ ]per[ ]?cent\b|[ ](?P<points>percentage[ ]points?))", re.IGNORECASE
)
_BEGINS_TIMES, _BEGINS_CLOCK = frozenset("tfx"), frozenset(":apo")  # as `BEGINS_PERCENT`
_TIMES = lazy_regex(r"(?:[ -]times\b(?![ ](?:an?|per|each|every)\b)|-?[ ]?fold\b|x\b)", re.IGNORECASE)
_COMPARED = lazy_regex(r"[ ](?:as|more|the|its|their|what|[a-z]{2,}er)\b")
_CLOCK = lazy_regex(
    r"(?::(?P<minutes>[0-5][0-9]))?[ ]?(?P<half>[ap])\.?m\b\.?"
    r"|:(?P<only>[0-5][0-9])(?![0-9:]|,[0-9]{3})|[ ]o[’']clock\b",
    re.IGNORECASE,
)
_MINUTES = lazy_regex(":[0-5][0-9](?![0-9])")
_PLAN = lazy_regex(
    r"[ ](?P<plan>five-year (?:plan|period))|[ -](?P<century>century|centuries)|[ -](?P<quarter>quarter)s?\b",
    re.IGNORECASE,
)
_FIRST_YEARS = dict(REIGNS.values())
_YEAR_OF_REIGN = lazy_regex(  # the 23rd year of the Kangxi reign, of the reign of Emperor Kangxi, of the Republic
    r"[ ]year[ ]of[ ](?:the[ ])?(?:reign[ ]of[ ](?:the[ ])?)?(?:(?:Emperor|Tang|Song|Yuan|Ming|Qing)(?:[’']s)?[ ])*"
    rf"(?P<reign>{'|'.join(_FIRST_YEARS)})\b"
)
_RANGE_TO = lazy_regex(
    r"[ ]?%?(?:[ ]?[–—~][ ]?|-?[ ]+(?P<word>to|through|and|or)[ ]+|(?P<hyphen>-))"
    r"[ ]?(?:US\$|[$¥€£])?(?P<sign>(?<!-)[-−]|(?:minus|negative)[ ])?",
    re.IGNORECASE,
)
_ONE_OF = lazy_regex(r"\b(?:week|day|month|year|round|phase|stage|season|grade)[ ]$", re.IGNORECASE)
_BETWEEN = lazy_regex(r"\b(?:between|from)[ ](?:US\$|[$¥€£]|[-−]|(?:minus|negative)[ ])?$", re.IGNORECASE)
_MINUS = ("-", "−", "minus", "negative")
_SIGNED = lazy_regex(r"(?:(?<!\bplus or )\b(?:minus|negative)[ ]+|(?:(?<=[\s(])|^)[-−]|^[ ]*-[ ]+)$", re.IGNORECASE)
# A pronoun: the one, which one, one another, no one.
_PRONOUN = lazy_regex(
    r"\b(?:the|which|this|that|another|every|each|no|any|some|first|second|third|last|next|previous|other|either)[ ]$",
    re.IGNORECASE,
)
_OTHER = lazy_regex(r"[’']s\b|[ ](?:after|by)[ ](?:another|one)\b|[^.;]{0,60}\banother\b")  # in one shop … in another
_PRONOUN_AFTER = lazy_regex(
    r"(?<=no one)[ ]|[ ](?:another|[a-z]+ed\b|I|you|we|they|he|she|who|that|which|is|was|do|of"
    r"|over|in|on|at|with|here|there|better|best)\b"
)
_ONE_BY = ("ne by ", "ne after ")
_NAMED_HALF = lazy_regex(r"\b(?:first|second|latter|other|better)[ -]$", re.IGNORECASE)
_THOUSANDTH = Fraction(1, 1000)
_COUNTED_QUARTERS = lazy_regex(r"\b(?:first|last|past|next|previous|latest)[ ]$", re.IGNORECASE)
# A noun behind "a third", "a sixth": then it is no share but a further one (a sixth-grade pupil, a third bridge).
_NAMED = lazy_regex(
    r"-[a-z]|[ ](?:and|or)[ ](?:an?[ ])?[a-z]+(?:th|rd)\b|[ ](?:year|time|month|week|day)[ ](?:in[ ]a[ ]row|running)\b"
    r"|[ ](?!(?:of|from|in|on|since|by|to|more|less|over|this|last|compared|year|and|or|as|for|at|than"
    r"|each|every|annually|the|were|was|are|is|have|has|had|will|with|during|higher|lower|longer|larger|smaller|fewer"
    r"|cheaper|faster|slower|shorter|earlier|lighter|heavier|off|up|down)\b)[a-z]"
)
_BY = lazy_regex(r"\bby[ ](?:about |nearly |over )?$", re.IGNORECASE)
_OF_A = lazy_regex(r"[ ](?:of[ ])?an?(?=[ ])", re.IGNORECASE)
_AND_A_HALF = lazy_regex(r"[ ]and[ ]a[ ]half\b", re.IGNORECASE)
_BELOW_ZERO = lazy_regex(r"(?:[ ]degrees?)?[ ]below[ ](?:zero|freezing)\b|[ ]degrees?[ ]below\b", re.IGNORECASE)
_STOPWATCH = tuple(
    (unit, lazy_regex(before), lazy_regex(after))
    for unit, before, after in (
        ("hour", r"(?<![0-9:])$", r":[0-5][0-9]:[0-5][0-9]"),
        ("minute", r"(?<![0-9:])$", r":[0-5][0-9]\.[0-9]"),
        ("minute", r"(?<![0-9:])[0-9]{1,2}:$", r":[0-5][0-9]"),
        ("second", r"(?<![0-9:])[0-9]{1,2}:[0-5][0-9]:$", ""),
    )
)
_MILLIONS = lazy_regex(r"[ ]?(?P<letter>[mMbB])\b")
_BELOW_NOTHING = lazy_regex(r"(?:(?:(?<=[\s(])|^)[-−]|\b[Mm]inus )$")
# 500m yuan, 2.5m people, 3m tonnes: British papers write million so, and nobody counts metres of tonnes.
_COUNTED_MILLIONS = lazy_regex(
    r"m(?=[ ](?:people|residents|households|passengers|visitors|tourists|trips|jobs|workers|students|vehicles|units)\b)"
)


def numeral_at(text: str, found: list[Numeral], index: int, limit: int) -> Read | None:
    """What numeral `index` of those found says; None for a pronoun.  A range may not reach over `limit`."""
    numeral = found[index]
    if (numeral.part or not numeral.figure) and _idle(text, numeral):
        return None
    start, sign = numeral.start, 1
    before = text[max(0, start - 12) : start].rstrip(" ").lower()
    if before.endswith(_MINUS) and (match := _SIGNED.search(text, max(0, start - 12), start)):
        start, sign = match.start(), -1
        start += len(match[0]) - len(match[0].lstrip())
    if numeral.ordinal:
        return _ordinal(text, numeral)
    word = text[numeral.start : numeral.end].lower()
    share = word.endswith(("rd", "th")) and (numeral.part or numeral.value <= _THOUSANDTH)
    if word == "a second" or (share and _is_place(text, numeral, start)):
        return Read(1 / numeral.value, 1 / numeral.value, "ordinal", "", numeral.start, numeral.end, "")
    if read := _range(text, found, index, limit, sign, start):
        return read
    return _counted(text, numeral, numeral.value if sign == 1 else -numeral.value, start)


def _is_place(text: str, numeral: Numeral, start: int) -> bool:
    """Whether "a third" is a further one and no share."""
    return bool(_NAMED.match(text, numeral.end) and not _BY.search(text, max(0, start - 12), start))


def _counted(text: str, numeral: Numeral, value: Fraction, start: int) -> Read | None:
    """What is counted or measured, by what stands before and behind the number."""
    quarters = numeral.value.denominator == 4 or text.endswith("quarters", 0, numeral.end)
    if quarters and _COUNTED_QUARTERS.search(text, max(0, start - 10), start):
        return Read(4 * value, 4 * value, "number", "quarter", start, numeral.end)
    behind = text[numeral.end : numeral.end + 3].lstrip(" -")[:1].lower()  # most kinds can be told by it
    if read := _percent(text, numeral, value, start, behind):
        return read
    match = _TIMES.match(text, numeral.end) if behind in _BEGINS_TIMES else None
    # "benefited people 75,000 times" counts
    if match and (value < 1000 or "fold" in match[0].lower() or _COMPARED.match(text, match.end())):
        return Read(value, value, "multiple", "", start, match.end())
    if unit := _stopwatch(text, numeral):
        return Read(value, value, "number", unit, start, numeral.end)
    match = _CLOCK.match(text, numeral.end) if behind in _BEGINS_CLOCK else None
    if match and value <= 24 and (numeral.figure or not match.lastgroup):
        return _clock(text, numeral, match)
    return _plain(text, numeral, value, start)


def _stopwatch(text: str, numeral: Numeral) -> str:
    """The unit of each figure of a time that was run: 2:18:07, 3:58.16; "" for any other."""
    around = text[max(0, numeral.start - 6) : numeral.start], text[numeral.end : numeral.end + 6]
    if ":" not in around[0] and ":" not in around[1]:
        return ""
    return next((unit for unit, before, after in _STOPWATCH if before.search(around[0]) and after.match(around[1])), "")


def _percent(text: str, numeral: Numeral, value: Fraction, start: int, behind: str) -> Read | None:
    if behind in BEGINS_PERCENT and (match := PERCENT.match(text, numeral.end)):
        over, unit = percent_of(match)
        share = value / over
        return Read(share, share, "percent", unit, start, match.end())
    # from 24 to 16 percent, which is no range
    ends = behind == "t" and not numeral.part and not _is_named(text, start)
    if ends and (match := _TO_PERCENT.match(text, numeral.end)):
        return Read(value / 100, value / 100, "percent", "pp" if match["points"] else "", start, numeral.end)
    if text[start - 2 : start].lower() == "f " and (match := _PERCENT_OF.search(text, max(0, start - 16), start)):
        return Read(value / 100, value / 100, "percent", "", match.start(), numeral.end)
    return None


def _idle(text: str, numeral: Numeral) -> bool:
    """Whether a numeral is a pronoun (the one you mentioned) or the name of a half (the first half of the year)."""
    word = text[numeral.start : numeral.end].lower()
    before = (max(0, numeral.start - 10), numeral.start)
    if word == "one" and (_OTHER.match(text, numeral.end) or text.endswith(_ONE_BY, 0, numeral.start)):
        return True
    if word == "one" and (
        _PRONOUN.search(text, *before)
        and (not text[numeral.end : numeral.end + 1].isspace() or _PRONOUN_AFTER.match(text, numeral.end))
    ):
        return True
    if not numeral.part:
        return word == "zero" and text.endswith(("below ", "above "), 0, numeral.start)
    named = bool(_NAMED_HALF.search(text, *before)) or text.startswith(("-heart", "way"), numeral.end)
    return named or word == "quarters"  # five consecutive quarters


def _ordinal(text: str, numeral: Numeral) -> Read:
    if match := _YEAR_OF_REIGN.match(text, numeral.end):
        year = _FIRST_YEARS[match["reign"]] + numeral.value - 1
        return Read(year, year, "date", "y", numeral.start, numeral.end, "")
    match = _PLAN.match(text, numeral.end)
    unit, end = "", numeral.end
    if match:
        unit = "five-year-plan" if match["plan"] else "century" if match["century"] else "quarter"
        end = numeral.end if match["century"] else match.end()
    return Read(numeral.value, numeral.value, "ordinal", unit, numeral.start, end, "")


def _range(text: str, found: list[Numeral], index: int, limit: int, sign: int, start: int) -> Read | None:
    """3 to 5, 3–5 billion, between 3 and 5, 5%–8%, -5 to 8: the second number may carry the scale of both.

    `sign` and `start` are those of numeral `index`.
    """
    numeral = found[index]
    after = found[index + 1] if index + 1 < len(found) else None
    match = _RANGE_TO.match(text, numeral.end) if after and not after.ordinal and after.start < limit else None
    if after is None or match is None or after.start != match.end():
        return None
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
    tail = _plain(text, after, high, after.start)
    money = sign_before(text, start)
    if money and tail.kind == "number" and not tail.unit:  # $3–5 million
        tail = _money(high, money, after.start, tail.end)
    if tail.low < 0 < low:  # 2 to 8 degrees below zero
        low, high = -high, -low
    return tail._replace(low=low, high=high, start=start)


def _is_no_range(text: str, numeral: Numeral, after: Numeral, match: re.Match[str]) -> bool:
    """Whether the second of two numbers does not end what the first begins: 10-12-2024, 3 and 5, 9 to 11:30."""
    if match["hyphen"] and (text.endswith(("-", "+"), 0, numeral.start) or text.startswith(("-", "/"), after.end)):
        return True
    listed = match["word"] == "and" and not _BETWEEN.search(text, max(0, numeral.start - 20), numeral.start)
    if listed or _MINUTES.match(text, after.end):
        return True
    if match["word"] and (text.startswith(":", after.end) or _is_named(text, numeral.start)):  # from 6 to 8:30
        return True
    # gives half to four students; from half to 89 percent
    return numeral.part and (after.value >= 2 or bool(PERCENT.match(text, after.end)))


def _shared(text: str, numeral: Numeral, after: Numeral, scale: int, word: str | None) -> tuple[Fraction, Fraction]:
    """The ends of a range with what one takes from the other: 3–5 billion, the years 1174–89."""
    low, high = numeral.value, after.value
    if not _scale_of(text[numeral.start : numeral.end]) > 1 and low < high / scale:
        low *= scale
    years = low >= 1000 if numeral.figure and not word else word == "or"
    if years and high < 100 and low % 100 < high < low:
        high += low // 100 * 100  # a hundred and fifty or sixty
    return low, high


def _is_named(text: str, start: int) -> bool:
    """Whether a number names one of a series: week one, which begins no range as "weeks 1" does."""
    return bool(_ONE_OF.search(text, max(0, start - 8), start))


def _scale_of(word: str) -> int:
    """The scale a number in words or figures ends in: 10**9 for 3.5 billion."""
    last = re.split(r"[ -]", word.lower())[-1].lstrip("0123456789.,")
    return SCALES.get(last, 1)


def _clock(text: str, numeral: Numeral, match: re.Match[str]) -> Read:
    hour, _, minutes = text[numeral.start : numeral.end].partition(".")  # 3.30 pm
    value = numeral.value + Fraction(int(match["minutes"] or match["only"] or 0), 60)
    if len(minutes) == 2 and minutes < "60":
        value = int(hour or 0) + Fraction(int(minutes), 60)
    half = (match["half"] or "").lower()
    if half == "p" and value < 12:
        value += 12
    elif half == "a" and value >= 12:  # 12:30 a.m. is half an hour after midnight
        value -= 12
    return Read(value, value, "number", "clock", numeral.start, match.end())


def _plain(text: str, numeral: Numeral, value: Fraction, start: int) -> Read:
    """A number with its unit, or an amount of money."""
    end = numeral.end
    sign = sign_before(text, start)
    if sign and (letter := _MILLIONS.match(text, end)):
        return _money(value * (10**6 if letter["letter"] in "mM" else 10**9), sign, start, letter.end())
    if sign:
        return _money(value, sign, start, end)
    if text.startswith("s", end) and numeral.figure and value % 10 == 0:
        return Read(value, value, "number", "era", start, end + 1)
    if numeral.figure and text.startswith("m ", end):
        unit = unit_at(text, end + 1)
        if unit or _COUNTED_MILLIONS.match(text, end):
            kind = "money" if unit and unit["money"] else "number"
            return Read(value * 10**6, value * 10**6, kind, unit_name(unit), start, end + 1)
    return _measured(text, numeral, value, start)


def _measured(text: str, numeral: Numeral, value: Fraction, start: int) -> Read:
    """35 km, half a year, two hours and a half, 5 degrees below zero, or a bare number."""
    end, kind, unit, behind = numeral.end, "number", "", numeral.end
    of = _OF_A.match(text, end) if numeral.part or numeral.value.denominator == 4 else None
    if match := unit_at(text, of.end() if of else end):
        kind, unit, behind = "money" if match["money"] else "number", unit_name(match), match.end()
        if half := _AND_A_HALF.match(text, behind):
            value, end = value + Fraction(1, 2), half.end()
    elif numeral.figure and (match := SYMBOL.match(text, end)):
        unit, behind = SYMBOLS[match["unit"]], match.end()
    if _BELOW_ZERO.match(text, behind) and value > 0:
        value = -value
    known = behind if end == numeral.end and not of and (unit or numeral.figure) else 0
    return Read(value, value, kind, unit, start, end, behind=known)


def _money(value: Fraction, sign: re.Match[str], start: int, end: int) -> Read:
    if _BELOW_NOTHING.search(sign.string, max(0, sign.start() - 6), sign.start()):  # -$20 million
        value = -value
    return Read(value, value, "money", CURRENCY_SIGNS[sign["sign"]], start, end)
