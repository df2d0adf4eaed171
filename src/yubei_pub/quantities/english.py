"""Quantities in English text: 351.2 billion yuan, half a million, third, July 10, doubled, 3–5 years, tens of billions.

Dates and words such as "doubled" are found first, numerals between them; what stands around
a numeral decides its kind (`_english_kinds`).  Lazy by line and linear in the length of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from yubei_pub.model import Quantity
from yubei_pub.quantities._english_around import PERCENT, SIGN, SYMBOL, UNIT, unit_name
from yubei_pub.quantities._english_dates import dates
from yubei_pub.quantities._english_kinds import numeral_at
from yubei_pub.quantities._english_numerals import numerals
from yubei_pub.quantities._english_tables import (
    APPROXIMATORS_AFTER,
    APPROXIMATORS_BEFORE,
    CARDINALS,
    MULTIPLES,
    PLAIN,
    ROMAN,
    SCALES,
    VAGUE,
)
from yubei_pub.quantities._values import Read
from yubei_pub.quantities._values import quantity as as_quantity

_MAGNITUDES = "|".join(VAGUE)
_NUMBERED = "phase|stage|part|class|category|grade|level|type|tier|war|batch|session|round|volume|chapter|section|lot"
_HOURS = tuple(word for word, value in CARDINALS.items() if 1 <= value <= 12)
_WHOLES = ("second", "minute", "hour", "day", "week", "month", "year", "century", "kilometer", "hectare")
_WORDS = re.compile(
    rf"\b(?:(?P<vague>(?:(?:{_MAGNITUDES})[ ]of[ ]){{1,3}}(?:{_MAGNITUDES})|(?:{_MAGNITUDES})[ ]of\b"
    rf"|(?<![0-9][ ])(?:{_MAGNITUDES})\b"
    rf"|several[ ](?:{'|'.join(SCALES)})\b)|(?P<multiple>{'|'.join(sorted(MULTIPLES, key=len, reverse=True))})"
    rf"|(?:{_NUMBERED})[ ](?P<roman>(?-i:{'|'.join(ROMAN)}))|(?<=\()(?P<bracket>(?-i:{'|'.join(ROMAN)}))(?=\))"
    rf"|(?:an?|one)[ ](?P<and_half>{'|'.join(_WHOLES)})[ ]and[ ]a[ ]half|(?P<score>a[ ]score)(?=[ ]of)"
    rf"|(?:a[ ])?(?P<part>half[ ]past|quarter[ ](?:past|to))[ ](?P<hour>{'|'.join(_HOURS)}|1?[0-9])"
    r"|q(?P<quarter>[1-4])|(?P<skip>five-year (?:plan|period)s?|round-the-clock|24/7|9/11|[0-9]{1,2}·[0-9]{1,2}))\b",
    re.IGNORECASE,
)
_BEFORE = {
    kind: re.compile(
        rf"(?<!nothing )\b(?:{'|'.join(words)})[ ](?:the[ ])?(?:age[ ](?:of[ ])?)?(?:(?:(?:US|HK)?[$¥€£]|RMB)[ ]?)?$",
        re.I,
    )
    for kind, words in APPROXIMATORS_BEFORE.items()
}
_AFTER = {
    kind: re.compile(rf"[ ]?(?:{'|'.join(map(re.escape, words))})(?!\w)", re.I)
    for kind, words in APPROXIMATORS_AFTER.items()
}
_LIST_MARKER = re.compile(r"\s*\(?[0-9]{1,2}[.)](?=\s)")
_WEAK_WORDS = re.compile(r"half|a?\s?quarter|an? \w+|\w+-?fold|" + "|".join(MULTIPLES), re.IGNORECASE)


def find(text: str) -> Iterator[Quantity]:
    """The quantities of a text from left to right, not overlapping; offsets in code points.

    `[start, end)` is the number itself with what makes its kind (third, 50 percent, July 10,
    351.2 billion), without unit, currency and approximator.
    """
    offset = 0
    for line in plain(text).split("\n"):
        for read in _line(line):
            approximator = _approximator(line, read) if read.approximator is None else read.approximator
            yield as_quantity(read, approximator, offset)
        offset += len(line) + 1


def plain(text: str) -> str:
    """The text with digits and spaces in one form; lengths do not change."""
    return text.translate(PLAIN)


def weak(text: str, quantity: Quantity) -> bool:
    """Whether what was found may just as well be a figure of speech: one, first, half, double, hundreds of."""
    word = plain(text[quantity.start : quantity.end])
    if quantity.value == 0 or (quantity.value == 1 and quantity.kind in ("number", "ordinal") and not quantity.unit):
        return True
    if (quantity.value == 1 and quantity.kind == "number" and not word[0].isdigit()) or word.lower() in ("24/7",):
        return True
    line = text.rfind("\n", max(0, quantity.start - 8), quantity.start) + 1  # a marker stands within the first few
    marker = _LIST_MARKER.match(text, line) if quantity.start - line < 8 else None
    if marker and quantity.start < marker.end():
        return True
    if quantity.start > 1 and text[quantity.start - 1] == "-" and text[quantity.start - 2].isalpha():
        return True
    if word in ROMAN:  # Chinese pages write Ⅴ类 or 五类 for Class V
        return True
    return bool(_WEAK_WORDS.fullmatch(word)) or (quantity.value is None and quantity.approximator == "about")


def phrase(text: str, quantity: Quantity) -> str:
    """A quantity as the translation writes it, with currency and unit."""
    spaced = plain(text)
    unit = UNIT.match(spaced, quantity.end) or SYMBOL.match(spaced, quantity.end)
    sign = SIGN.search(spaced, max(0, quantity.start - 5), quantity.start)
    return text[sign.start() if sign else quantity.start : unit.end() if unit else quantity.end]


def _line(text: str) -> Iterator[Read]:
    """Dates, words and numerals of a line in their order; what comes first wins its stretch."""
    fixed = sorted([*_dates(text), *_worded(text)], key=lambda read: (read.start, -read.end))
    found = list(numerals(text))
    used = at = index = 0
    while at < len(fixed) or index < len(found):
        if at < len(fixed) and (index >= len(found) or fixed[at].start <= found[index].start):
            read: Read | None = fixed[at]
            at += 1
            taken = read.end if read else 0
            if read and read.start < used:
                continue
        else:
            numeral = found[index]
            index += 1
            if numeral.start < used:
                continue
            read = numeral_at(text, found, index - 1, fixed[at].start if at < len(fixed) else len(text))
            taken = read.end if read else used
        used = max(used, taken)
        if read and read.kind:
            yield read


def _dates(text: str) -> Iterator[Read]:
    for date in dates(text):
        if date.unit == "y" and _counts(text, date.start, date.end):
            continue
        yield Read(Fraction(date.low), Fraction(date.high), "date", date.unit, date.start, date.end, "")


def _counts(text: str, start: int, end: int) -> bool:
    """Whether four digits that could be a year count something (2000 km) or are money."""
    return bool(
        UNIT.match(text, end)
        or SYMBOL.match(text, end)
        or PERCENT.match(text, end)
        or SIGN.search(text, max(0, start - 4), start)
    )


def _worded(text: str) -> Iterator[Read]:
    """doubled, twice, tens of billions, several hundred."""
    for match in _WORDS.finditer(text):
        word = match[0].lower()
        if match["skip"]:
            yield Read(Fraction(0), Fraction(0), "", "", *match.span())
        elif group := next((name for name in ("roman", "bracket") if match[name]), ""):
            value = Fraction(ROMAN[match[group]])
            yield Read(value, value, "ordinal", "", *match.span(group))
        elif match["quarter"]:
            value = Fraction(int(match["quarter"]))
            yield Read(value, value, "ordinal", "quarter", *match.span())
        elif match["part"]:
            value = Fraction(CARDINALS.get(match["hour"].lower()) or int(match["hour"]))
            value += {"half past": Fraction(1, 2), "quarter past": Fraction(1, 4)}.get(
                match["part"].lower(), -Fraction(1, 4)
            )
            yield Read(value, value, "number", "clock", *match.span())
        elif match["and_half"]:
            unit = UNIT.match(text, match.start("and_half") - 1)
            yield Read(Fraction(3, 2), Fraction(3, 2), "number", unit_name(unit), *match.span())
        elif match["score"]:
            yield Read(Fraction(20), Fraction(20), "number", "", *match.span())
        elif match["multiple"]:
            value = Fraction(MULTIPLES[word])
            yield Read(value, value, "multiple", "", *match.span())
        else:
            size = Fraction(1)
            for part in re.findall(r"[a-z]+", word):
                size *= VAGUE.get(part) or SCALES.get(part, 1)
            end = match.end() - 3 if word.endswith(" of") else match.end()
            unit = UNIT.match(text, end + 3 if text.startswith(" of", end) else end)
            kind = "money" if unit and unit["money"] else "number"
            yield Read(2 * size, 9 * size, kind, unit_name(unit), match.start(), end, "about")


def _approximator(text: str, read: Read) -> str:
    start = max(0, read.start - 32)
    for kind, pattern in _BEFORE.items():
        if pattern.search(text, start, read.start):
            return kind
    end = read.end
    if (unit := UNIT.match(text, end)) or (unit := SYMBOL.match(text, end)):
        end = unit.end()
    return next(
        (kind for kind, pattern in _AFTER.items() if pattern.match(text, read.end) or pattern.match(text, end)), ""
    )
