"""Dates in English: July 10, 10 July 2024, July 10–12, January to May, since 2021, 2021–2025, 2024-07-10."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from yubei_pub.patterns import lazy_regex
from yubei_pub.quantities.english.tables import MONTH_NAMES, MONTHS, ORDINALS
from yubei_pub.quantities.english.tokens import FIGURE
from yubei_pub.quantities.values import Read, dated, joined

_SHORT = tuple(name for name in MONTHS if len(name) < 5 and name not in ("may", "june", "july"))  # with a full stop
_MONTH = rf"(?:(?:{'|'.join(MONTH_NAMES)})\b|(?:{'|'.join(sorted(_SHORT, key=len, reverse=True))})\b\.?)"
_LETTER = "(?-i:[A-Za-z%])"  # with both cases in it: a class for which case is none takes long to compile
_YEAR = rf"(?:(?:1[89]|20)[0-9]{{2}})(?![0-9]|,[0-9]{{3}}|\.[0-9]|{_LETTER})"
_D = r"(?:[0-3]?[0-9])(?:st|nd|rd|th)?(?![0-9,.]*[0-9]{3}(?<!20[0-9]{2})(?<!19[0-9]{2})|[0-9]|" + _LETTER + r"|\.[0-9])"
_DAYS = {word: value for word, value in ORDINALS.items() if value <= 30} | {
    f"{tens}-{word}": value + ORDINALS[word]
    for tens, value in (("twenty", 20), ("thirty", 30))
    for word in ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
    if value + ORDINALS[word] <= 31
}
_ORDINAL_DAYS = "|".join(sorted(_DAYS, key=len, reverse=True))  # the thirty-first of May
OPENING = frozenset((*MONTHS, *(word.split("-")[0] for word in _DAYS)))  # the words that a date may begin with
_HOUR = r"(?![ ]?[ap]\.?m\b|:[0-9])"  # from August 1 to 8 p.m.
_TO = r"(?:[ ]?[–—-][ ]?|[ ]+(?:to|through|until|and)[ ]+)"
_DATE_OF_WORDS = lazy_regex(  # that begins with a word
    # the 17 of "by the end of June 17 provinces had" is no day
    # May and March are also words: without a day they need a word before them that leads to a date
    rf"\b(?<!\bend of )(?P<m1>{_MONTH})(?:[ ]+|(?<=\.))(?P<d1>{_D})"
    rf"(?:{_TO}(?:(?P<m1b>{_MONTH})[ ]+)?(?P<d1b>{_D}){_HOUR})?(?:,?[ ]+(?P<y1>{_YEAR}))?"
    rf"|\b(?P<dw>{_ORDINAL_DAYS})[ ]+of[ ]+(?P<m5>{_MONTH})(?:,?[ ]+(?P<y7>{_YEAR}))?"
    rf"|\b(?P<m3>{_MONTH})(?:{_TO}(?P<m3b>{_MONTH}))?(?:,?[ ]+(?P<y3>{_YEAR}))?",
    re.IGNORECASE,
)
_DATE_OF_FIGURES = lazy_regex(  # that begins with a figure
    # those under 18 may choose
    rf"(?<![0-9.,-])(?P<d2>{_D})(?:{_TO}(?P<d2b>{_D}))?[ ]+(?:of[ ]+)?"
    rf"(?!(?-i:may|march)\b(?!,?[ ]+{_YEAR}))(?P<m2>{_MONTH})(?:,?[ ]+(?P<y2>{_YEAR}))?"
    r"|(?<![0-9./-])(?P<y4>[0-9]{4})(?P<sep>[-/])(?P<m4>[01]?[0-9])(?P=sep)(?P<d4>[0-3]?[0-9])(?![0-9./-])"
    rf"|(?<![0-9./-])(?P<a>[0-3]?[0-9])(?P<stroke>[/.])(?P<b>[0-3]?[0-9])(?P=stroke)(?P<y6>{_YEAR})"
    rf"|(?:(?<![0-9A-Za-z.,$€£¥/-])|(?<=\bmid-)|(?<=\bpre-)|(?<=\b(?:late|post)-))(?P<y5>{_YEAR})(?:(?:{_TO}|/)(?P<y5b>{_YEAR})|[–/-](?P<y5c>[0-9]{{2}})(?![0-9A-Za-z,.-]))?"
    r"(?![ ]+(?:yuan|RMB|million|billion|thousand|percent|per)\b)",
    re.IGNORECASE,
)
_YEAR_GROUPS = ("y1", "y2", "y3", "y4", "y5", "y6", "y7")
_AMBIGUOUS = ("may", "march", "mar", "sep", "dec")
_LEADS_TO_MONTH = lazy_regex(
    r"\b(?:in|by|since|of|until|last|this|next|from|during|early|late|mid|to|before|after|through)[ -]$", re.I
)


def dates(text: str, places: Iterable[tuple[int, str]], stop: int) -> Iterator[Read]:
    """The dates that begin at some places of a text, from left to right; none goes beyond `stop`."""
    for match in _found(text, places, stop):
        group = match.groupdict().get
        month = _month(group("m1") or group("m2") or group("m3") or group("m5")) or int(group("m4") or 0)
        day = _number(group("d1") or group("d2") or group("d4")) or _DAYS.get((group("dw") or "").lower(), 0)
        year = int(next(filter(None, map(group, _YEAR_GROUPS)), 0))
        if group("a"):
            month, day = _slashed(int(match["a"]), int(match["b"]))
        last_month = _month(group("m1b") or group("m3b")) or month
        last_day = _number(group("d1b") or group("d2b")) or day
        if (group("m3") and not year and not _is_month(text, match)) or max(month, last_month) > 12:
            continue
        if max(day, last_day) > 31:
            continue
        start, end = match.span()
        if group("d1b") and not group("m1b") and last_day < day:  # from 11 p.m. on July 12 to 5 the next morning
            last_day, end = day, match.end("d1")
        low, unit = joined(year, month, day)
        last_year = int(group("y5b") or (year // 100 * 100 + int(match["y5c"]) if group("y5c") else year))  # 1997–98
        high, _ = joined(last_year, last_month, last_day)
        yield dated(low, high, unit, start, end)


def _found(text: str, places: Iterable[tuple[int, str]], stop: int) -> Iterator[re.Match[str]]:
    used = 0
    for place, word in places:
        date = _DATE_OF_FIGURES if word == FIGURE else _DATE_OF_WORDS if word in OPENING else None
        if date and place >= used and (match := date.match(text, place, stop)):
            used = match.end()
            yield match


def _is_month(text: str, match: re.Match[str]) -> bool:
    """Whether a month alone is one: capitalised, and led to if it is a word as well (May, March)."""
    name = match["m3"]
    if not name[0].isupper() or (len(name) == 3 and name != "May"):
        return False
    if match["m3b"] or name.lower().rstrip(".") not in _AMBIGUOUS:
        return True
    return bool(_LEADS_TO_MONTH.search(text, max(0, match.start() - 10), match.start()))


def _slashed(one: int, other: int) -> tuple[int, int]:
    """The month and day of 25/12 or 12/25; none where both could be the month, 10/07."""
    if one == other or one > 12:
        return other, one
    return (one, other) if other > 12 else (0, 0)


def _month(name: str | None) -> int:
    return MONTHS[name.lower().rstrip(".")] if name else 0


def _number(figure: str | None) -> int:
    return int(re.sub(r"[a-z]+", "", figure.lower())) if figure else 0
