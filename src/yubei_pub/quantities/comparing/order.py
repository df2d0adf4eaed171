"""Whether two right figures have changed places, judged by the words that stand beside them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from yubei_pub.patterns import lazy_regex
from yubei_pub.quantities.comparing.tables import ANCHORS

Anchor = tuple[int, int]  # offsets in the Chinese and in the English that render each other
Places = tuple[tuple[int, int], tuple[int, int]]
_REACH = 200  # characters around the two figures in which a word may belong to one of them

_YEAR = "(?:[0-9]{4}年[初底末]?的?|上年的?)?"
_FROM, _TO = (
    lazy_regex(rf"[从由]{_YEAR}[^，。；、0-9]{{0,10}}$"),
    lazy_regex(rf"[到至为]了?{_YEAR}[^，。；、0-9]{{0,3}}$"),
)
_FROM_ENGLISH = lazy_regex(r"\bfrom[ ](?:[a-z]+[ ]){0,2}[^ A-Za-z0-9]*$", re.IGNORECASE)
_TO_ENGLISH = lazy_regex(r"\bto[ ](?:[a-z]+[ ]){0,2}[^ A-Za-z0-9]*$", re.IGNORECASE)
_LEAD = 24  # characters in which what leads to a figure stands
_BEHIND_FIGURE = (  # 1.2米的管道, 25 degrees by day and 8 by night
    "的",
    " by ",
    " at ",
    " in ",
    " for ",
    " in the ",
    " for the ",
    " during the ",
)
_CLAUSE = lazy_regex(r"[，；;。：]|,(?!\d)")  # a comma inside 356,000 separates nothing


def swapped(source: str, target: str, places: Places, anchors: Sequence[Anchor]) -> bool:
    """Whether the words say that two figures stand each in the other's place.

    `places` are the offsets of two neighbouring figures in the Chinese and of the two figures
    at their place, in order of the English.  Each word whose rendering is known votes: it stands
    nearer to one figure in each language.  A word outside the two figures in both languages has
    no vote: it is near the outer one whatever the order.  A majority for the order of the Chinese means that
    the values, found the other way round, were swapped; without a majority translators get
    the benefit of the doubt, for clauses do change places.
    """
    votes = 0
    for one, other in _anchors(source, target, places, anchors):
        if not (_between(one, places[0]) or _between(other, places[1])):
            continue
        first, second = _nearer(source, one, places[0]), _nearer(target, other, places[1])
        if first is not None and second is not None:
            votes += 1 if first == second else -1
    return votes > 0


def led(source: str, first: int, second: int) -> bool:
    """Whether a change is said to go from one figure of a Chinese text to another: 从2012年的42分钟缩短为35分钟."""
    return bool(
        _FROM.search(source, max(0, first - _LEAD), first) and _TO.search(source, max(0, second - _LEAD), second)
    )


def led_english(target: str, first: int, second: int) -> bool:
    """The same of an English text: from 42 minutes in 2012 to 35."""
    ahead = _FROM_ENGLISH.search(target, max(0, first - _LEAD), first)
    return bool(ahead and _TO_ENGLISH.search(target, max(0, second - _LEAD), second))


def _between(word: int, figures: tuple[int, int]) -> bool:
    return min(figures) < word < max(figures)


def _anchors(source: str, target: str, places: Places, given: Sequence[Anchor]) -> Iterator[Anchor]:
    """Words near the figures that occur once in each language, and the given ones."""
    (a, b), (c, d) = ((min(p) - _REACH, max(p) + _REACH) for p in places)
    yield from ((one, other) for one, other in near(given, a, b) if c <= other <= d)
    for chinese, english in ANCHORS:
        ours = _once(chinese, source, max(0, a), b)
        theirs = _once(english, target, max(0, c), d)
        if ours is not None and theirs is not None:
            yield ours, theirs


def near(given: Sequence[Anchor], start: int, end: int) -> Sequence[Anchor]:
    """Those of some anchors, sorted, that stand in a stretch of the Chinese."""
    return given[bisect_left(given, (start, -1)) : bisect_left(given, (end + 1, -1))]


def _once(pattern: re.Pattern[str], text: str, start: int, end: int) -> int | None:
    found = [match.start() for match in pattern.finditer(text, start, end)]
    return found[0] if len(found) == 1 else None


def _nearer(text: str, word: int, figures: tuple[int, int]) -> int | None:
    """Which of two figures (0 or 1) a word belongs to: the one in its clause, the one it follows, else the nearer."""
    apart = [len(_CLAUSE.findall(text, min(word, f), max(word, f))) for f in figures]
    if apart[0] != apart[1]:
        return 0 if apart[0] < apart[1] else 1
    if text.endswith(_BEHIND_FIGURE, 0, word) and min(figures) < word:
        return max((0, 1), key=lambda index: (figures[index] < word, figures[index]))
    far = [abs(word - f) for f in figures]
    return None if far[0] == far[1] else 0 if far[0] < far[1] else 1
