"""What stands around an English numeral: units, currency signs, percent."""

from __future__ import annotations

import re

from yubei_pub.patterns import lazy_regex
from yubei_pub.quantities._unit_names import CURRENCY_SIGNS, ENGLISH_CURRENCIES, ENGLISH_UNITS, SYMBOLS


def _spelling(name: str) -> str:
    """A unit's name as a pattern: metre and meter, kilogramme, plural."""
    pattern = re.escape(name).replace("\\ ", "[ -]").replace("meter", "met(?:er|re)").replace("liter", "lit(?:er|re)")
    plural = "s" if name == "second" else "s?"  # "the two second prizes" has no seconds
    return pattern.replace("gram", "gram(?:me)?") + plural


_KIND = "consecutive|straight|full|whole|successive|more|additional|new|other|calendar|working|business"
UNIT = lazy_regex(
    rf"(?:[ -](?:{_KIND}))?[ \u00a0\u202f-]?"
    rf"(?:(?P<money>{'|'.join(re.escape(n) + 's?' for n in sorted(ENGLISH_CURRENCIES, key=len, reverse=True))})"
    rf"|(?P<unit>{'|'.join(_spelling(n) for n in sorted(ENGLISH_UNITS, key=len, reverse=True))}))\b(?!-(?!plus|odd))",
    re.IGNORECASE,
)
SYMBOL = lazy_regex(
    rf"[ \u00a0\u202f]?(?P<unit>{'|'.join(re.escape(n) for n in sorted(SYMBOLS, key=len, reverse=True))})"
    r"(?![A-Za-z0-9])"
)
SIGN = lazy_regex(rf"(?:{'|'.join(re.escape(s) for s in sorted(CURRENCY_SIGNS, key=len, reverse=True))})[ \u00a0]?$")
# 3.2 doctors per thousand people is no share, 1.4 per thousand is.
_COUNTED = (
    "(?:people|persons|residents|inhabitants|population|households|live|births|permanent|urban|rural|members|square)"
)
PERCENT = lazy_regex(
    r"(?:[ -]?|[ ](?:of[ ])?a[ ])(?P<percent>%|per[ -]?cents?\b|pct\b)"
    r"|[ -](?:of[ ]a[ ]|a[ ])?(?P<points>percentage[ -]points?\b|pp\b|ppts?\b)"
    r"|(?P<basis>[ -]basis[ -]points?|[ ]?bps?)\b|[ ](?P<age>percentage)\b"
    rf"|[ ]?(?P<thousandth>‰|(?<=[ ])per[ ](?:mille|thousand)\b(?![ ]{_COUNTED}))",
    re.I,
)


def percent_of(match: re.Match[str]) -> tuple[int, str]:
    """What a match of `PERCENT` divides by, and its unit: pp for percentage points."""
    return (10000 if match["basis"] else 1000 if match["thousandth"] else 100), (
        "pp" if match["points"] or match["basis"] else ""
    )


def unit_name(match: re.Match[str] | None) -> str:
    """The canonical unit or currency of a match of `UNIT`."""
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
