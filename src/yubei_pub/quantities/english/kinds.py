"""The kinds an English numeral may be of: percent, multiple, hour, money, ordinal, range or plain number."""

from __future__ import annotations

import re
from fractions import Fraction

from yubei_pub.patterns import lazy_regex
from yubei_pub.quantities.english.amounts import amount
from yubei_pub.quantities.english.clocks import CLOCK, clock
from yubei_pub.quantities.english.numerals import KINDS
from yubei_pub.quantities.english.ranges import is_named, span
from yubei_pub.quantities.english.tokens import Numeral
from yubei_pub.quantities.english.units import BEGINS_PERCENT, PERCENT, percent_of
from yubei_pub.quantities.reigns import REIGNS
from yubei_pub.quantities.values import Read

_PERCENT_OF = lazy_regex(r"(?P<before>(?:[^\s-]+[ -])?)\b(?P<percent>per[ ]?cent(?:age)?s? of )$", re.IGNORECASE)
_NOTHING_MORE = lazy_regex(r"[ ]*(?:[.,;:?!)]|$)")
_TO_PERCENT = lazy_regex(
    r"[ ]to[ ](?:[a-z]+[ ])?[0-9][0-9.,]*(?:%|[ ]per[ ]?cent\b|[ ](?P<points>percentage[ ]points?))", re.IGNORECASE
)
_BEGINS_TIMES, _BEGINS_CLOCK = frozenset("tfx"), frozenset(":apo")  # as `BEGINS_PERCENT`
_TIMES = lazy_regex(r"(?:[ -]times\b(?![ ](?:an?|per|each|every)\b)|-?[ ]?fold\b|x\b)", re.IGNORECASE)
_COMPARED = lazy_regex(r"[ ](?:as|more|the|its|their|what|[a-z]{2,}er)\b")
_PLAN = lazy_regex(
    r"[ ](?P<plan>five-year (?:plan|period))|[ -](?P<century>century|centuries)|[ -](?P<quarter>quarter)s?\b",
    re.IGNORECASE,
)
_FIRST_YEARS = dict(REIGNS.values())
_YEAR_OF_REIGN = lazy_regex(  # the 23rd year of the Kangxi reign, of the reign of Emperor Kangxi, of the Republic
    r"[ ]year[ ]of[ ](?:the[ ])?(?:reign[ ]of[ ](?:the[ ])?)?(?:(?:Emperor|Tang|Song|Yuan|Ming|Qing)(?:[’']s)?[ ])*"
    rf"(?P<reign>{'|'.join(_FIRST_YEARS)})\b"
)
_MINUS = ("-", "−", "minus", "negative")
_SIGNED = lazy_regex(r"(?:(?<!\bplus or )\b(?:minus|negative)[ ]+|(?:(?<=[\s(])|^)[-−]|^[ ]*-[ ]+)$", re.IGNORECASE)
# A pronoun: the one, which one, one another, no one.
_PRONOUN = lazy_regex(
    r"\b(?:the|which|this|that|another|every|each|no|any|some|first|second|third|last|next|previous|other|either)[ ]$",
    re.IGNORECASE,
)
_OTHER = lazy_regex(r"[’']s\b|[ ](?:after|by)[ ]one\b|[^.;]{0,60}\banother\b")  # in one shop … in another
_PRONOUN_AFTER = lazy_regex(
    r"(?<=no one)[ ]|[ ](?:another|[a-z]+ed\b|I|you|we|they|he|she|who|that|which|is|was|do|of"
    r"|over|in|on|at|with|here|there|better|best)\b"
)
_ONE_BY = ("ne by ", "ne after ")
_NAMED_HALF = lazy_regex(r"\b(?:first|second|latter|other|better)[ -]$", re.IGNORECASE)
_QUARTERS = lazy_regex("[a-z]+[ ]quarters", re.IGNORECASE)  # seven quarters; three are a share of one
_THOUSANDTH = Fraction(1, 1000)
_COUNTED_QUARTERS = lazy_regex(r"\b(?:first|last|past|next|previous|latest)[ ]$", re.IGNORECASE)
# A noun behind "a third", "a sixth": then it is no share but a further one (a sixth-grade pupil, a third bridge).
_NAMED = lazy_regex(
    r"-[a-z]|[ ](?:and|or)[ ](?:an?[ ])?[a-z]+(?:th|rd)\b|[ ](?:year|time|month|week|day)[ ](?:in[ ]a[ ]row|running)\b"
    r"|[ ](?!(?:of|from|in|on|since|by|to|more|less|over|this|last|compared|year|and|or|as|for|at|than"
    r"|each|every|annually|the|were|was|are|is|have|has|had|will|with|during|higher|lower|longer|larger|smaller|fewer"
    r"|cheaper|faster|slower|shorter|earlier|lighter|heavier|off|up|down)\b)[a-z]"
)
_BY = lazy_regex(r"\b(?:by|between)[ ](?:about |nearly |over )?$", re.IGNORECASE)
_STOPWATCH = tuple(
    (unit, lazy_regex(before), lazy_regex(after))
    for unit, before, after in (
        ("hour", r"(?<![0-9:])$", r":[0-5][0-9]:[0-5][0-9]"),
        ("minute", r"(?<![0-9:])$", r":[0-5][0-9]\.[0-9]"),
        ("minute", r"(?<![0-9:])[0-9]{1,2}:$", r":[0-5][0-9]"),
        ("second", r"(?<![0-9:])[0-9]{1,2}:[0-5][0-9]:$", ""),
    )
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
    if read := span(text, found, index, limit, sign, start):
        return read
    return _counted(text, numeral, numeral.value if sign == 1 else -numeral.value, start)


def _is_place(text: str, numeral: Numeral, start: int) -> bool:
    """Whether "a third" is a further one and no share."""
    return bool(_NAMED.match(text, numeral.end) and not _BY.search(text, max(0, start - 12), start))


def _counted(text: str, numeral: Numeral, value: Fraction, start: int) -> Read | None:
    """What is counted or measured, by what stands before and behind the number."""
    quarters = numeral.value.denominator == 4 or text.endswith("quarters", 0, numeral.end)
    several = numeral.value > 1 and bool(_QUARTERS.fullmatch(text, numeral.start, numeral.end))
    if several or (quarters and _COUNTED_QUARTERS.search(text, max(0, start - 10), start)):
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
    match = CLOCK.match(text, numeral.end) if behind in _BEGINS_CLOCK else None
    if match and value <= 24 and (numeral.figure or not match.lastgroup):
        return clock(text, numeral, match)
    return amount(text, numeral, value, start)


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
    ends = behind == "t" and not numeral.part and not is_named(text, start)
    if ends and (match := _TO_PERCENT.match(text, numeral.end)):
        return Read(value / 100, value / 100, "percent", "pp" if match["points"] else "", start, numeral.end)
    of = text[start - 2 : start].lower() == "f " and _PERCENT_OF.search(text, max(0, start - 30), start)
    if of and _NOTHING_MORE.match(text, numeral.end) and not _is_counted(of["before"]):  # but 5 percent of 1,000
        return Read(value / 100, value / 100, "percent", "", of.start("percent"), numeral.end)
    return None


def _is_counted(word: str) -> bool:
    """Whether the word before "percent" is a number."""
    word = word.rstrip(" -").lower()
    return word[-1:].isdigit() or word in KINDS


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
