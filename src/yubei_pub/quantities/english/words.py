"""English words that say a quantity without a numeral: doubled, tens of billions, half past five, Q1, the nineties."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from yubei_pub.literals import needed
from yubei_pub.patterns import lazy_regex
from yubei_pub.quantities.english.tables import CARDINALS, MULTIPLES, SCALES, VAGUE
from yubei_pub.quantities.english.tokens import FIGURE
from yubei_pub.quantities.english.units import unit_at, unit_name
from yubei_pub.quantities.values import ROMAN, Read

_MAGNITUDES = "|".join(VAGUE)
_NUMBERED = (
    "phase|stage|part|class|category|grade|level|type|tier|war|batch|session|round|volume|chapter|section|lot"
    "|zone|stack|model|series|mode|unit|article|title|plan|line|emergency|alert"
)
_ROMAN = "|".join(ROMAN)
_HOURS = "|".join(word for word, value in CARDINALS.items() if 1 <= value <= 12)
_WHOLES = (
    "second|minute|hour|day|week|month|year|decade|century|meter|metre|kilometer|kilometre|mile|foot|hectare|acre"
    "|ton|tonne|kilo|kilogram|catty|pound|liter|litre"
)
_DECADES = {word[:-1] + "ies": value for word, value in CARDINALS.items() if 20 <= value < 100}
_AGES = _DECADES | {word + ("es" if word == "six" else "s"): value for word, value in CARDINALS.items() if value < 20}
_PARTS_OF_HOUR = {"half": 30, "quarter": 15, "five": 5, "ten": 10, "twenty": 20, "twenty-five": 25}


class _Phrase(NamedTuple):
    """Words that say a quantity: those of which it begins with one, its pattern, and what it says."""

    opens: str
    pattern: re.Pattern[str]
    read: Callable[[str, re.Match[str]], Read]

    def may_be_in(self, said: str) -> bool:
        """Whether a text in small letters has something that the phrase cannot do without."""
        needs = needed(self.pattern.pattern, self.pattern.flags)
        return not needs or any(map(said.__contains__, needs))


def worded(text: str, places: Sequence[tuple[int, str]], stop: int) -> Iterator[Read]:
    """What the words that begin at some places of a text say, from left to right; none goes beyond `stop`."""
    used = 0
    said = text[places[0][0] : stop].casefold() if places else ""
    known: dict[str, list[_Phrase]] = {}  # by word, of its phrases those that may stand there
    for place, word in places:
        if word not in known:
            known[word] = [phrase for phrase in _PHRASES_BY_WORD.get(word, ()) if phrase.may_be_in(said)]
        for phrase in known[word] if place >= used else ():
            if match := phrase.pattern.match(text, place, stop):
                used = match.end()
                yield phrase.read(text, match)
                break


def _vague(text: str, match: re.Match[str]) -> Read:
    """tens of billions, several hundred: from two to nine of the size."""
    size = Fraction(1)
    for part in re.findall(r"[a-z]+", match[0].lower()):
        size *= VAGUE.get(part) or SCALES.get(part, 1)  # a few, of: 1
    of = match[0].lower().endswith(" of")
    end = match.end() - 3 if of else match.end()
    unit = unit_at(text, end + 3 if text.startswith(" of", end) else end)
    kind = "money" if unit and unit["money"] else "number"
    return Read(2 * size, 9 * size, kind, unit_name(unit), match.start(), end, "about")


def _and_half(text: str, match: re.Match[str]) -> Read:
    """An hour and a half, an hour and a quarter."""
    unit = unit_name(unit_at(text, match.start("and_half") - 1))
    value = 1 + Fraction(_PARTS_OF_HOUR[match["part"].lower()], 60)
    return Read(value, value, "number", unit, *match.span())


def _past(text: str, match: re.Match[str]) -> Read:
    """Half past five, a quarter to 6, ten minutes before one."""
    hour, minutes = match["hour"].lower(), _PARTS_OF_HOUR[match["part"].lower()]
    before = not match["way"].lower().endswith("past")
    value = (CARDINALS.get(hour) or int(hour)) + Fraction(-minutes if before else minutes, 60)
    return Read(value, value, "number", "clock", *match.span())


def _roman(figure: str) -> int:
    return ROMAN[figure.upper()]


def _romans(text: str, match: re.Match[str]) -> Read:
    """Grade III, Grades I to III."""
    first, last = sorted((_roman(match["roman"]), _roman(match["last"] or match["roman"])))
    return Read(Fraction(first), Fraction(last), "ordinal", "", match.start("roman"), match.end())


def _worth(kind: str, unit: str, value: Callable[[str], int | str | Fraction]) -> Callable[[str, re.Match[str]], Read]:
    """A reader of words of which the group `it` is worth `value(it)`."""

    def read(text: str, match: re.Match[str]) -> Read:
        worth = Fraction(value(match["it"].lower()))
        return Read(worth, worth, kind, unit, *match.span("it"))

    return read


def _phrase(opens: str, pattern: str, read: Callable[[str, re.Match[str]], Read]) -> _Phrase:
    """The group `it` is what says the quantity: all that is found, unless the pattern has one."""
    it = pattern if "(?P<it>" in pattern else f"(?P<it>{pattern})"
    return _Phrase(opens, lazy_regex(rf"\b(?:{it})\b", re.IGNORECASE), read)


def _first(phrases: Iterable[str]) -> str:
    return "|".join(re.split("[ -]", phrase)[0] for phrase in phrases)


# What comes first wins: half a million, half as much again.
_PHRASES = (
    _phrase(
        f"{_MAGNITUDES}|several|few|a",
        rf"(?:(?:{_MAGNITUDES})[ ]of[ ]){{1,3}}(?:{_MAGNITUDES})|(?:{_MAGNITUDES})[ ]of\b"
        rf"|(?<![0-9][ ])(?:{_MAGNITUDES})\b|(?:several|(?:a[ ])?few|a[ ]couple(?:[ ]of)?)[ ](?:{'|'.join(SCALES)})"
        r"(?:[ ](?:thousand|million|billion|trillion))?\b",
        _vague,
    ),
    _phrase(
        _first(MULTIPLES),
        "|".join(sorted(MULTIPLES, key=len, reverse=True)),
        _worth("multiple", "", MULTIPLES.__getitem__),
    ),
    _phrase("half", r"half[ ]as[ ](?:many|much)[ ](?:[a-z]+[ ]){1,2}again", _worth("multiple", "", lambda _: "3/2")),
    _phrase(
        f"{_NUMBERED}|{_NUMBERED.replace('|', 's|')}s",
        rf"(?:{_NUMBERED})s?[ -](?P<roman>(?-i:{_ROMAN}))(?:(?:[–-]|[ ](?:to|and|or)[ ])(?P<last>(?-i:{_ROMAN})))?",
        _romans,
    ),
    _phrase("|".join(ROMAN).lower(), rf"(?<=\()(?-i:{_ROMAN})(?=\))", _worth("ordinal", "", _roman)),
    _phrase(
        f"a|an|one|each|every|per|{_WHOLES}",
        rf"(?:(?:an?|one|each|every|per)[ ])?(?P<and_half>{_WHOLES})[ -]and[ -]a[ -](?P<part>half|quarter(?! of\b))",
        _and_half,
    ),
    _phrase(  # elsewhere one hundredth is a part
        "one",
        r"(?:(?<=the )|(?<=its )|(?<=our )|(?<=his )|(?<=her ))one[ -](?:hundred|thousand|million)th(?! of\b)",
        _worth("ordinal", "", lambda rank: SCALES[rank[4:-2]]),
    ),
    _phrase("a", r"a[ ]score(?=[ ]of\b(?![ ][0-9]))", _worth("number", "", lambda _: 20)),
    _phrase("a", r"a[ ](?:full[ ])?percentage[ ]point", _worth("percent", "pp", lambda _: "1/100")),
    _phrase(
        "the|his|her|their|in",
        rf"(?:the|his|her|their|in)[ ](?:(?:early|mid|late)[ -])?(?P<it>{'|'.join(_DECADES)})",
        _worth("number", "era", _DECADES.__getitem__),
    ),
    _phrase(
        "the|its|their|our|his|her",
        r"(?:the|its|their|our|his|her)[ ](?P<it>hundred|thousand|million|billion)(?=-(?:plus|odd|strong)\b)",
        _worth("number", "", SCALES.__getitem__),
    ),
    _phrase(
        "another",
        r"another[ ](?P<it>hundred|thousand|million|billion)"
        rf"(?![ -](?:and[ ])?(?:{'|'.join((*CARDINALS, *SCALES))})\b)",
        _worth("number", "", SCALES.__getitem__),
    ),
    _phrase("over|under", rf"(?:over|under)-(?P<it>{'|'.join(_AGES)})", _worth("number", "year", _AGES.__getitem__)),
    _phrase(  # but not "five to seven people"
        f"a|{_first(_PARTS_OF_HOUR)}",
        rf"(?:a[ ])?(?P<part>{'|'.join(_PARTS_OF_HOUR)})[ ]"
        rf"(?P<way>(?:(?<=quarter[ ])|minutes[ ])(?:to|before)|(?:minutes[ ])?past)[ ](?P<hour>{_HOURS}|1?[0-9])"
        r"(?![ ](?:of|[a-z]+s)\b)",
        _past,
    ),
    _phrase("q", "q[1-4]", _worth("ordinal", "quarter", lambda quarter: quarter[1])),
    *(
        _phrase(opens, phrase, _worth("", "", lambda _: 0))
        for opens, phrase in (
            ("no", r"no two(?= [a-z]+ (?:is|are|was|were|should|look|will|can|alike)\b)"),
            ("a|first|second", "(?:a )?(?:first|second)-hand"),  # 二手
            ("five", "five-year (?:plan|period)s?"),
            ("round", "round-the-clock"),
            # cubic meters a second, a tenth of a second
            (
                "a",
                r"(?:(?<=[a-z]s )|(?<=h of )|(?<=than )|(?<=half ))a second"
                r"(?=[.,;:)]|$| (?:in|at|from|to|and|or|on|through)\b)",
            ),
            ("first|second", "(?:first|second)(?= half of (?:the year|this year|last year|[12][0-9]{3}))"),
            (FIGURE, "24/7|9/11|[0-9]{1,2}·[0-9]{1,2}"),
        )
    ),
)
_PHRASES_BY_WORD: dict[str, list[_Phrase]] = {}
for _one in _PHRASES:
    for _word in dict.fromkeys(_one.opens.split("|")):
        _PHRASES_BY_WORD.setdefault(_word, []).append(_one)
OPENING = _PHRASES_BY_WORD.keys()  # the words that a phrase may begin with
