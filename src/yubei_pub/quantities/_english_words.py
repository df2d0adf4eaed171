"""English words that say a quantity without a numeral: doubled, tens of billions, half past five, Q1, the nineties."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from fractions import Fraction

from yubei_pub.patterns import lazy_regex
from yubei_pub.quantities._english_around import UNIT, unit_name
from yubei_pub.quantities._english_tables import CARDINALS, MULTIPLES, SCALES, VAGUE
from yubei_pub.quantities._values import ROMAN, Read, between

_MAGNITUDES = "|".join(VAGUE)
_NUMBERED = (
    "phase|stage|part|class|category|grade|level|type|tier|war|batch|session|round|volume|chapter|section|lot"
    "|zone|stack|model|series|mode|unit|article|title|plan|line|emergency|alert"
)
_HOURS = "|".join(word for word, value in CARDINALS.items() if 1 <= value <= 12)
_WHOLES = "second|minute|hour|day|week|month|year|century|kilometer|hectare"
_DECADES = {word[:-1] + "ies": value for word, value in CARDINALS.items() if 20 <= value < 100}
_PAST = {"half past": Fraction(1, 2), "quarter past": Fraction(1, 4), "quarter to": Fraction(-1, 4)}
_WORDS = lazy_regex(
    rf"\b(?:(?P<vague>(?:(?:{_MAGNITUDES})[ ]of[ ]){{1,3}}(?:{_MAGNITUDES})|(?:{_MAGNITUDES})[ ]of\b"
    rf"|(?<![0-9][ ])(?:{_MAGNITUDES})\b"
    rf"|(?:several|(?:a[ ])?few|a[ ]couple(?:[ ]of)?)[ ](?:{'|'.join(SCALES)})"
    r"(?:[ ](?:thousand|million|billion|trillion))?\b)"
    rf"|(?P<multiple>{'|'.join(sorted(MULTIPLES, key=len, reverse=True))})"
    rf"|(?:{_NUMBERED})[ -](?P<roman>(?-i:{'|'.join(ROMAN)}))"
    rf"|(?<=\()(?P<bracket>(?-i:{'|'.join(ROMAN)}))(?=\))"
    rf"|(?:(?:an?|one|each|every|per)[ ])?(?P<and_half>{_WHOLES})[ -]and[ -]a[ -]half"
    r"|(?P<score>a[ ]score)(?=[ ]of)"
    r"|(?P<point>a[ ](?:full[ ])?percentage[ ]point)"
    rf"|(?:the|his|her|their|in)[ ](?:(?:early|mid|late)[ -])?(?P<era>{'|'.join(_DECADES)})"
    rf"|(?:a[ ])?(?P<past>{'|'.join(_PAST)})[ ](?P<hour>{_HOURS}|1?[0-9])"
    r"|q(?P<quarter>[1-4])"
    r"|(?P<skip>no two(?= [a-z]+ (?:is|are|was|were|should|look|will|can|alike)\b)"
    r"|five-year (?:plan|period)s?|round-the-clock|24/7|9/11|[0-9]{1,2}·[0-9]{1,2}))\b",
    re.IGNORECASE,
)


def worded(text: str, start: int, end: int) -> Iterator[Read]:
    """What the words that begin in a stretch of a text say, from left to right."""
    for match in between(_WORDS, text, start, end):
        yield next(reader for name, reader in _READERS.items() if match[name])(text, match)


def _vague(text: str, match: re.Match[str]) -> Read:
    """tens of billions, several hundred: from two to nine of the size."""
    size = Fraction(1)
    for part in re.findall(r"[a-z]+", match[0].lower()):
        size *= VAGUE.get(part) or SCALES.get(part, 1)  # a few, of: 1
    of = match[0].lower().endswith(" of")
    end = match.end() - 3 if of else match.end()
    unit = UNIT.match(text, end + 3 if text.startswith(" of", end) else end)
    kind = "money" if unit and unit["money"] else "number"
    return Read(2 * size, 9 * size, kind, unit_name(unit), match.start(), end, "about")


def _and_half(text: str, match: re.Match[str]) -> Read:
    """An hour and a half."""
    unit = unit_name(UNIT.match(text, match.start("and_half") - 1))
    return Read(Fraction(3, 2), Fraction(3, 2), "number", unit, *match.span())


def _past(text: str, match: re.Match[str]) -> Read:
    """Half past five, a quarter to 6."""
    hour = match["hour"].lower()
    value = (CARDINALS.get(hour) or int(hour)) + _PAST[match["past"].lower()]
    return Read(value, value, "number", "clock", *match.span())


def _reader(
    kind: str, unit: str, value: Callable[[str], int | str | Fraction], group: str = "", whole: str | int = 0
) -> Callable[[str, re.Match[str]], Read]:
    """A reader of words that are worth `value(the group)` each; the span is that of the group `whole`."""

    def read(text: str, match: re.Match[str]) -> Read:
        worth = Fraction(value(match[group].lower()))
        return Read(worth, worth, kind, unit, *match.span(whole))

    return read


def _roman(figure: str) -> int:
    return ROMAN[figure.upper()]


_READERS: dict[str, Callable[[str, re.Match[str]], Read]] = {
    "vague": _vague,
    "and_half": _and_half,
    "past": _past,
    "multiple": _reader("multiple", "", MULTIPLES.__getitem__, "multiple"),
    "roman": _reader("ordinal", "", _roman, "roman", "roman"),
    "bracket": _reader("ordinal", "", _roman, "bracket", "bracket"),
    "score": _reader("number", "", lambda _: 20, "score"),
    "point": _reader("percent", "pp", lambda _: Fraction(1, 100), "point"),
    "era": _reader("number", "era", _DECADES.__getitem__, "era", "era"),
    "quarter": _reader("ordinal", "quarter", int, "quarter"),
    "skip": _reader("", "", lambda _: 0, "skip"),
}
