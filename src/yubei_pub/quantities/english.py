"""Quantities in English text: 351.2 billion yuan, half a million, third, July 10, doubled, 3–5 years, tens of billions.

Dates and words such as "doubled" are found first, numerals between them; what stands around
a numeral decides its kind (`_english_kinds`).  Lazy by line and linear in the length of the text.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import islice

from yubei_pub.beads import Quantity
from yubei_pub.patterns import lazy_regex
from yubei_pub.quantities._english_around import PERCENT, SYMBOL, unit_at
from yubei_pub.quantities._english_dates import OPENING as DATE_OPENING
from yubei_pub.quantities._english_dates import dates
from yubei_pub.quantities._english_kinds import numeral_at
from yubei_pub.quantities._english_numerals import KINDS, numerals, without_addresses
from yubei_pub.quantities._english_openings import openings
from yubei_pub.quantities._english_tables import APPROXIMATORS_AFTER, APPROXIMATORS_BEFORE, MULTIPLES, NEGATIONS, PLAIN
from yubei_pub.quantities._english_words import OPENING, worded
from yubei_pub.quantities._unit_names import sign_before
from yubei_pub.quantities._values import LONGEST, ROMAN, Read, compared
from yubei_pub.quantities._values import quantity as as_quantity

_BATCH = 100  # places of a line at which is looked at a time, and all behind them up to an end
_ENDS = lazy_regex(r"; |\. [A-Z]")  # over which no date, word or numeral goes
_OPENING = frozenset((*DATE_OPENING, *OPENING, *KINDS))
_REACH_BEFORE = 32  # characters before a number in which its approximator stands
_BEFORE: dict[str, list[tuple[str, str]]] = {}  # by their last letters, the longest of each kind first
for _kind, _phrases in APPROXIMATORS_BEFORE.items():
    for _one in sorted(_phrases, key=len, reverse=True):
        _BEFORE.setdefault(_one[-3:], []).append((_kind, _one))
_COMPARATIVE = lazy_regex(  # faster than
    r"\b(?!(?:few|low|small|short|young|slow|light|narrow|cheap|near|oth|rath|eith|earli)er\b)[a-z]{2,7}er than$"
)
_BEHIND = (" ", "over-", "under-")  # over-65s
# What may stand between an approximator and its number: over the age of 65, up to US$5; and how that ends.
_BETWEEN = lazy_regex(r"(?:plus or minus[ ]|(?:the[ ])?(?:age[ ](?:of[ ])?)?(?:(?:(?:us|hk)?[$¥€£]|rmb)[ ]?)?)$")
_BETWEEN_ENDS = (
    "plus or minus ",
    "the ",
    "age ",
    "age of ",
    *(sign + blank for sign in ("$", "¥", "€", "£", "rmb") for blank in ("", " ")),
)
_NOT_PLAIN = lazy_regex(f"[{''.join(map(chr, PLAIN))}]")
# does not exceed 5%, none of them farther than two kilometers
_NOT = lazy_regex(rf"\b(?:{NEGATIONS})\b[^.,;:0-9]*(?<!\bin )$|n[’']t[ ]$", re.I)
# 200 more than three years ago: what is compared with is not more than three years.
_COMPARED = lazy_regex(
    r"(?:[0-9%]|\b(?:thousand|million|billion|percent|points|yuan))[ ](?:more|less|fewer)[ ]than[ ]$", re.I
)
_AGO = lazy_regex(r"[ ](?:ago|earlier|before)\b")
_DENIED = {"more": "most", "less": "least"}
_AFTER = {  # but not "20 percent and under-18s"
    kind: lazy_regex(rf"[ ]?(?:{'|'.join(words)})(?!-?\w|[ ]than\b)", re.I)
    for kind, words in APPROXIMATORS_AFTER.items()
}
_MAY_FOLLOW = lazy_regex(r"[ ]{0,2}(?:or|and|upward|-?odd|-?plus|\+)", re.I)  # what those words begin with
_LIST_MARKER = lazy_regex(r"\s*\(?[0-9]{1,2}[.)](?=\s)")
_SCORE_BEFORE, _SCORE_BEHIND = lazy_regex(r"(?<![\w.-])[0-9]-$"), lazy_regex(r"-[0-9](?![\w.-])")  # they won 3-1
_WEAK_WORDS = lazy_regex(r"half|a?\s?quarter|an? \w+|[a-z]+-?fold", re.IGNORECASE)


def find(text: str) -> Iterator[Quantity]:
    """The quantities of a text from left to right, not overlapping; offsets in code points.

    `[start, end)` is the number itself with what makes its kind (third, 50 percent, July 10,
    351.2 billion), without unit, currency and approximator.
    """
    offset = 0
    for line in plain(text).split("\n"):
        for read in _line(line):
            if read.counts:
                approximator = _approximator(line, read) if read.approximator is None else read.approximator
                yield as_quantity(read, approximator, offset)
        offset += len(line) + 1


def plain(text: str) -> str:
    """The text with digits and spaces in one form; lengths do not change."""
    return text.translate(PLAIN) if not text.isascii() and _NOT_PLAIN.search(text) else text


def weak(text: str, quantity: Quantity) -> bool:
    """Whether what was found may just as well be a figure of speech: one, first, half, double, hundreds of."""
    if quantity.value == 0 or (quantity.value == 1 and quantity.kind in ("number", "ordinal") and not quantity.unit):
        return not (quantity.value and _is_score(text, quantity))
    word = plain(text[quantity.start : quantity.end])
    in_figures = word[0].isdigit()
    if (quantity.value == 1 and quantity.kind == "number" and not in_figures) or word == "24/7":
        return True
    line = text.rfind("\n", max(0, quantity.start - 8), quantity.start) + 1  # a marker stands within the first few
    marker = _LIST_MARKER.match(text, line) if quantity.start - line < 8 else None
    if marker and quantity.start < marker.end():
        return True
    if quantity.start > 1 and text[quantity.start - 1] == "-" and text[quantity.start - 2].isalpha():
        return True
    if word in ROMAN:  # Chinese pages write Ⅴ类 or 五类 for Class V
        return True
    vague = quantity.value is None and quantity.approximator == "about"
    return vague or (not in_figures and (word.lower() in MULTIPLES or _WEAK_WORDS.fullmatch(word) is not None))


def _is_score(text: str, quantity: Quantity) -> bool:
    """Whether a 1 is half of a result."""
    before = _SCORE_BEFORE.search(text, max(0, quantity.start - 3), quantity.start)
    return bool(before or _SCORE_BEHIND.match(text, quantity.end))


def phrase(text: str, quantity: Quantity) -> str:
    """A quantity as the translation writes it, with currency and unit."""
    spaced = plain(text)
    sign = sign_before(spaced, quantity.start)
    return text[sign.start() if sign else quantity.start : _behind_unit(spaced, quantity.end)]


def _line(text: str) -> Iterator[Read]:
    """Dates, words and numerals of a line in their order; what comes first wins its stretch."""
    text = without_addresses(text)
    used = 0
    for places in _batches(text):
        stop = min(len(text), places[-1][0] + LONGEST)
        reads = [*_dates(text, places, stop), *worded(text, places, stop)]
        fixed = deque(sorted(reads, key=lambda read: (read.start, -read.end)))
        found = list(numerals(text, places))
        for index, numeral in enumerate(found):
            while fixed and fixed[0].start <= numeral.start:
                if (read := fixed.popleft()).start >= used:
                    used = read.end
                    yield read
            limit = fixed[0].start if fixed else len(text)
            if numeral.start >= used and (counted := numeral_at(text, found, index, limit)):
                used = max(used, counted.end)
                yield counted
        for read in fixed:
            if read.start >= used:
                used = read.end
                yield read


def _batches(text: str) -> Iterator[list[tuple[int, str]]]:
    """The places of a line at which something may begin, some hundred at a time: what is found stays lazy."""
    places = openings(text, _OPENING)
    ahead: list[tuple[int, str]] = []
    while batch := ahead + list(islice(places, _BATCH)):
        ahead = []
        for place in places:
            if _ENDS.search(text, batch[-1][0], place[0] + 1):
                ahead = [place]
                break
            batch.append(place)
        yield batch


def _dates(text: str, places: Sequence[tuple[int, str]], stop: int) -> Iterator[Read]:
    for date in dates(text, places, stop):
        if date.unit == "y" and _counts(text, date.start, date.end):
            continue
        yield Read(Fraction(date.low), Fraction(date.high), "date", date.unit, date.start, date.end, "")


def _counts(text: str, start: int, end: int) -> bool:
    """Whether four digits that could be a year count something (2000 km) or are money."""
    return bool(unit_at(text, end) or SYMBOL.match(text, end) or PERCENT.match(text, end) or sign_before(text, start))


def approximator_before(text: str, start: int) -> str:
    """What the words before a number make of it: more, less, about, least, most or nothing."""
    return led_to(text, start)[0]


def led_to(text: str, start: int) -> tuple[str, int]:
    """The approximator before a number, as `approximator_before`, and where it begins: at "no" of "no more than"."""
    before = text[max(0, start - _REACH_BEFORE) : start].lower()
    between = _BETWEEN.search(before) if before.endswith(_BETWEEN_ENDS) else None
    end = between.start() if between else len(before)
    if sign := compared(text, start - len(before) + end):
        return sign
    for kind, length in _led(before[: end - 1]) if before.endswith(_BEHIND, 0, end) else ():
        begin = start - len(before) + end - 1 - length
        ahead = text[max(0, begin - 8) : begin].lower()
        if not (ahead[-1:].isalnum() or ahead.endswith(("_", "nothing "))):
            denied = _NOT.search(text, max(0, begin - 25), begin)
            return _DENIED.get(kind, kind) if denied else kind, begin
    return "", start


def _led(words: str) -> Iterator[tuple[str, int]]:
    """The approximators that some words end in, the longest of each kind first, with their lengths."""
    for kind, phrase in _BEFORE.get(words[-3:], ()):
        if words.endswith(phrase):
            yield kind, len(phrase)
    if words.endswith("er than") and (match := _COMPARATIVE.search(words)):
        yield "more", len(match[0])


def _approximator(text: str, read: Read) -> str:
    before = approximator_before(text, read.start)
    if before:
        compared = text[max(0, read.start - 5) : read.start].lower() == "than " and _COMPARED.search(
            text, max(0, read.start - 24), read.start
        )
        return "" if compared and _AGO.match(text, _behind_unit(text, read.end)) else before
    end = read.behind or _behind_unit(text, read.end)
    if not (_MAY_FOLLOW.match(text, read.end) or (end > read.end and _MAY_FOLLOW.match(text, end))):
        return ""
    return next(
        (kind for kind, pattern in _AFTER.items() if pattern.match(text, read.end) or pattern.match(text, end)), ""
    )


def _behind_unit(text: str, end: int) -> int:
    """Where the unit behind a number ends, or the number where it has none."""
    unit = unit_at(text, end) or SYMBOL.match(text, end)
    return unit.end() if unit else end
