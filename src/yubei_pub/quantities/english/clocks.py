"""English hours of the day: 3:30 p.m., 9 a.m., 3.30 pm, 21:15, three o'clock, 3 to 5 p.m."""

from __future__ import annotations

import re
from fractions import Fraction

from yubei_pub.patterns import lazy_regex
from yubei_pub.quantities.english.tokens import Numeral
from yubei_pub.quantities.values import Read

CLOCK = lazy_regex(
    r"(?::(?P<minutes>[0-5][0-9]))?[ ]?(?P<half>[ap])\.?m\b\.?"
    r"|:(?P<only>[0-5][0-9])(?![0-9:]|,[0-9]{3})|[ ]o[’']clock\b",
    re.IGNORECASE,
)


def clock(text: str, numeral: Numeral, match: re.Match[str]) -> Read:
    """The hour that a match of `CLOCK` makes of a numeral."""
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


def hours(text: str, numeral: Numeral, after: Numeral, start: int) -> Read | None:
    """3 to 5 p.m., 9–11:30 a.m.: from one hour to another, with the half of the day said once."""
    match = CLOCK.match(text, after.end)
    if not match or not match["half"] or max(numeral.value, after.value) > 12 or numeral.value.denominator != 1:
        return None
    last = clock(text, after, match)
    low = numeral.value % 12 + (12 if last.low >= 12 else 0)
    low = low if low < last.low else numeral.value  # 11 to 1 p.m.
    return last._replace(low=low, start=start) if low < last.low else None
