"""Words, and names with figures, that exclude each other: 去年 and “next year”, 每周一次 and “twice a week”, 5G, 6G."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from yubei_pub.patterns import Lookout
from yubei_pub.quantities.comparing.exclusive_words import CAPITAL, CODE, GROUPS, Name

Span = tuple[int, int]
_SPOKEN_OF = Lookout([name.chinese for name in group] for group in GROUPS)


class Contradiction(NamedTuple):
    """The Chinese of a stretch is `right`, and the English says another thing in its stretch."""

    source: Span
    target: Span
    right: str


def contradictions(source: str, target: str) -> Iterator[Contradiction]:
    """Words of the English that exclude what the Chinese says there.

    Only where the English both leaves out what the Chinese names and names what the Chinese does
    not: what is merely left out or pointed to otherwise is the translator's freedom.
    """
    for number in _SPOKEN_OF.look(source):
        yield from _excluded(GROUPS[number], source, target)
    yield from _codes(source, target)


def _excluded(group: tuple[Name, ...], source: str, target: str) -> Iterator[Contradiction]:
    ours = {name: match for name in group if (match := name.chinese.search(source))}
    unsaid = [name for name in ours if not name.english.search(target)]
    if not unsaid:
        return
    theirs = {name: match for name in group if name not in ours and (match := name.english.search(target))}
    wrong = [name for name in theirs if not (name.may and name.may.search(source))]
    for name, other in zip(unsaid, wrong, strict=False):
        yield Contradiction(ours[name].span(), theirs[other].span(), name.right)


def _codes(source: str, target: str) -> Iterator[Contradiction]:
    """6G for 5G, PM25 for PM2.5, version 3.2.2 for 3.2.1, 4A where both 5A and 4A should stand."""
    ours = list(CODE.finditer(source)) if CAPITAL.search(source) or source.count(".") > 1 else []
    if not ours:
        return
    theirs = list(CODE.finditer(target))
    unsaid, wrong = _without(ours, theirs), _without(theirs, ours)
    for match, other in zip(unsaid, wrong, strict=False):
        yield Contradiction(match.span(), other.span(), match[0])


def _without(codes: list[re.Match[str]], others: list[re.Match[str]]) -> list[re.Match[str]]:
    """The codes that the others lack, each said as often as there; the first of its kind is the one too many."""
    left = Counter(map(_code, codes))
    left.subtract(map(_code, others))
    lacking = []
    for match in codes:
        if left[_code(match)] > 0:
            lacking.append(match)
            left[_code(match)] -= 1
    return lacking


def _code(match: re.Match[str]) -> str:
    return match[0].replace("-", "")  # K12 is K-12
