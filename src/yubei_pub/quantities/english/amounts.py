"""English amounts: 35 km, half a year, $5m, 500m yuan, 5 degrees below zero."""

from __future__ import annotations

import re
from fractions import Fraction

from yubei_pub.patterns import lazy_regex
from yubei_pub.quantities.currencies import CURRENCY_SIGNS, sign_before
from yubei_pub.quantities.english.tokens import Numeral
from yubei_pub.quantities.english.units import SYMBOL, unit_at, unit_name
from yubei_pub.quantities.units import SYMBOLS
from yubei_pub.quantities.values import Read

_OF_A = lazy_regex(r"[ ](?:of[ ])?an?(?=[ ])", re.IGNORECASE)
_AND_A_HALF = lazy_regex(r"[ ]and[ ]a[ ]half\b", re.IGNORECASE)
_BELOW_ZERO = lazy_regex(r"(?:[ ]degrees?)?[ ]below[ ](?:zero|freezing)\b|[ ]degrees?[ ]below\b", re.IGNORECASE)
_MILLIONS = lazy_regex(r"[ ]?(?P<letter>[mMbB])\b")
_BELOW_NOTHING = lazy_regex(r"(?:(?:(?<=[\s(])|^)[-−]|\b[Mm]inus )$")
# 500m yuan, 2.5m people, 3m tonnes: British papers write million so, and nobody counts metres of tonnes.
_COUNTED_MILLIONS = lazy_regex(
    r"m(?=[ ](?:people|residents|households|passengers|visitors|tourists|trips|jobs|workers|students|vehicles|units)\b)"
)


def amount(text: str, numeral: Numeral, value: Fraction, start: int) -> Read:
    """A number with its unit, or an amount of money."""
    end = numeral.end
    sign = sign_before(text, start)
    if sign and (letter := _MILLIONS.match(text, end)):
        return money(value * (10**6 if letter["letter"] in "mM" else 10**9), sign, start, letter.end())
    if sign:
        return money(value, sign, start, end)
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


def money(value: Fraction, sign: re.Match[str], start: int, end: int) -> Read:
    """An amount behind a match of `sign_before`."""
    if _BELOW_NOTHING.search(sign.string, max(0, sign.start() - 6), sign.start()):  # -$20 million
        value = -value
    return Read(value, value, "money", CURRENCY_SIGNS[sign["sign"]], start, end)
