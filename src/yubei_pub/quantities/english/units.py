"""What stands behind an English numeral: units, currencies, percent."""

from __future__ import annotations

import re
from functools import lru_cache

from yubei_pub.patterns import lazy_regex
from yubei_pub.quantities.currencies import ENGLISH_CURRENCIES
from yubei_pub.quantities.units import ENGLISH_UNITS, SYMBOLS


def _spelling(name: str) -> str:
    """A unit's name as a pattern: metre and meter, kilogramme, plural."""
    pattern = re.escape(name).replace("\\ ", "[ -]").replace("meter", "met(?:er|re)").replace("liter", "lit(?:er|re)")
    plural = "s" if name == "second" else "s?"  # "the two second prizes" has no seconds
    return pattern.replace("gram", "gram(?:me)?") + plural


# What may stand between a number and its unit: 30 consecutive days.
_KINDS = frozenset(
    "consecutive straight full whole successive more additional new other calendar working business".split()
)
_SIZES = "(?:old|long|wide|high|tall|deep|thick)"
_FIRST = lazy_regex("[ \u00a0\u202f-]?(?P<word>[A-Za-z]+|°)")


def _stem(word: str) -> str:
    """What the spellings of a word share: metre, meters."""
    return word.replace("metre", "meter").replace("litre", "liter").replace("gramme", "gram").removesuffix("s")


def _by_first() -> dict[str, re.Pattern[str]]:
    """Patterns of the units and currencies that begin with the same word: to try all everywhere takes much longer."""
    names: dict[str, tuple[list[str], list[str]]] = {}
    for money, table in enumerate((ENGLISH_UNITS, ENGLISH_CURRENCIES)):
        for name in sorted(table, key=len, reverse=True):
            first = re.match("[a-z]+|°", name)
            names.setdefault(_stem(first[0] if first else ""), ([], []))[money].append(name)
    return {first: _unit_pattern(units, currencies) for first, (units, currencies) in names.items()}


def _unit_pattern(units: list[str], currencies: list[str]) -> re.Pattern[str]:
    money, unit = "|".join(re.escape(name) + "s?" for name in currencies), "|".join(map(_spelling, units))
    said = "|".join(rf"(?P<{name}>{words or '(?!)'})" for name, words in (("money", money), ("unit", unit)))
    # five-mile-long, but 40 century-old shops
    return lazy_regex(rf"(?P<joined>(?<=-))?(?:{said})\b(?!-(?!plus|odd|(?(joined){_SIZES}|(?!))))", re.IGNORECASE)


_UNITS = _by_first()


def unit_at(text: str, end: int) -> re.Match[str] | None:
    """The currency (group `money`) or the `unit` that stands behind a number: 5 km, 30 consecutive days."""
    first = _FIRST.match(text, end)
    if first and first["word"].lower() in _KINDS and (unit := _unit_named(_FIRST.match(text, first.end()))):
        return unit
    return _unit_named(first)


def _unit_named(first: re.Match[str] | None) -> re.Match[str] | None:
    """The unit that begins with some word."""
    pattern = _units_of(first["word"]) if first else None
    return pattern.match(first.string, first.start("word")) if first and pattern else None


@lru_cache(4096)  # the same few stand behind most numbers
def _units_of(word: str) -> re.Pattern[str] | None:
    """What reads the units that begin with a word."""
    return _UNITS.get(_stem(word.lower()))


SYMBOL = lazy_regex(
    rf"[ \u00a0\u202f-]?(?P<unit>{'|'.join(re.escape(n) for n in sorted(SYMBOLS, key=len, reverse=True))})"
    r"(?![A-Za-z0-9])"
)
# 3.2 doctors per thousand people is no share, 1.4 per thousand is.
_COUNTED = (
    "(?:people|persons|residents|inhabitants|population|households|live|births|permanent|urban|rural|members|square)"
)
BEGINS_PERCENT = frozenset("%‰‱paob")  # one of these is the first sign of it, or stands behind its blank or hyphen
_PCT = r"pct\b(?![ ](?:[a-z]+[ ])?(?:applications?|patents?|filings?))"  # of the Patent Cooperation Treaty
PERCENT = lazy_regex(
    rf"(?:[ ]{{0,2}}|-|[ ](?:(?:of[ ])?a|of[ ](?:one|1))[ ])(?P<percent>%|per[ -]?cents?\b|{_PCT})"
    r"|[ -](?:of[ ](?:a|one|1)[ ]|a[ ])?(?P<points>percentage[ -]points?\b|pp\b|ppts?\b)"
    r"|(?P<basis>[ -]basis[ -]points?|[ ]?bps?)\b|[ ](?P<age>percentage)\b"
    rf"|[ ]?(?P<myriad>‱)|[ ]?(?P<thousandth>‰|(?<=[ ])per[ ](?:mille|thousand)\b(?![ ]{_COUNTED}))",
    re.I,
)


def percent_of(match: re.Match[str]) -> tuple[int, str]:
    """What a match of `PERCENT` divides by, and its unit: pp for percentage points."""
    return (10000 if match["basis"] or match["myriad"] else 1000 if match["thousandth"] else 100), (
        "pp" if match["points"] or match["basis"] else ""
    )


def behind_unit(text: str, end: int) -> int:
    """Where the unit behind a number ends, or the number where it has none."""
    unit = unit_at(text, end) or SYMBOL.match(text, end)
    return unit.end() if unit else end


def unit_name(match: re.Match[str] | None) -> str:
    """The canonical unit or currency of what `unit_at` matched."""
    if match is None:
        return ""
    name = (match["money"] or match["unit"]).lower()
    table = ENGLISH_CURRENCIES if match["money"] else ENGLISH_UNITS
    if not match["money"]:
        name = re.sub(r"gramme", "gram", re.sub(r"(met|lit)re", r"\1er", name))
    for form in (name, name.removesuffix("s"), name.replace("-", " "), name.replace("-", " ").removesuffix("s")):
        if form in table:
            return table[form]
    return ""
