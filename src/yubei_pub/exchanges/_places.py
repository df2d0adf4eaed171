"""Places of units by the names that files give them: `section/number`."""

from __future__ import annotations


def number_of(place: str) -> int:
    """The number in `s1-2/3`; 0 if it is the name of another tool."""
    number = place.rpartition("/")[2]
    return int(number) if number.isascii() and number.isdecimal() and len(number) < 7 else 0
