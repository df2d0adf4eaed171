"""The two texts as units with their frequencies."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from math import log
from typing import NamedTuple

from yubei_pub.align import dictionary, marks, weights, words
from yubei_pub.align.shared import SHARED, SIGN, TERM, Alike

# Words that are everywhere, whatever the text is about, which a short text cannot tell.
_EVERYWHERE = frozenset(
    words.english(
        "a an the of to in on at for and or but with by from as is are was were be been being have has had do does did "
        "not no it its he his him she her they their them we our us you your i my this that these those there here who "
        "which what when where how will would can could may might should must if than then so up out about into over "
        "after one all more other some time two first new also only very just such most many even through between "
        "because"
    )
)


class Side(NamedTuple):
    """One language: the units of each sentence (each once), which of them are words, how many it has, its letters.

    `counts` and `total` are over all sentences.
    `starts` and `ends`: how each sentence begins and ends; `quoted`: whether a quotation goes on, before each and
    behind the last.
    """

    units: Sequence[frozenset[str]]
    words: Sequence[frozenset[str]]
    sizes: Sequence[int]
    letters: Sequence[int]
    counts: Counter[str]
    total: int
    starts: Sequence[str]
    ends: Sequence[str]
    quoted: Sequence[bool]

    def surprise(self, unit: str) -> float:
        """How rare a unit is, as minus the logarithm of its frequency.

        A word of a short text is rarer than it looks there, if it is none of those that are everywhere.
        """
        ordinary = unit[0] == SIGN or unit in _EVERYWHERE or (len(unit) == 1 and not unit.isascii())
        return log((self.total + (0 if ordinary else weights.BEYOND)) / self.counts[unit])

    @classmethod
    def of(cls, units: Iterable[Sequence[str]], texts: Sequence[str]) -> Side:
        lists = list(units)
        counts = Counter(chain.from_iterable(lists))
        letters = [len(text.strip()) for text in texts]
        sizes = [max(1, len(one)) for one in lists]
        each = [frozenset(one) for one in lists]
        shared = {unit for unit in counts if unit[0] in SHARED}
        return cls(
            units=each,
            words=[one - shared for one in each],
            sizes=sizes,
            letters=letters,
            counts=counts,
            total=sum(sizes),
            starts=[*map(marks.start, texts)],
            ends=[*map(marks.end, texts)],
            quoted=marks.quoted(texts),
        )


def sides(alike: Alike, ties: Sequence[tuple[int, int]]) -> tuple[Side, Side]:
    """Both texts, Chinese and English, as units."""
    source, target = alike.source, alike.target
    known, openings = dictionary.words(), dictionary.openings()
    cut: Callable[[str], Iterator[str]] = (
        (lambda text: words.longest(text, known, openings))
        if dictionary.installed()
        else (lambda text: words.pairs(text, known))
    )
    ours = [[*cut(text), *words.english(text), *_signs(text)] for text in source]
    theirs = [[*words.english(text), *_signs(text)] for text in target]
    for here, there in alike:
        for units, more in zip((*ours, *theirs), (*here, *there), strict=True):
            units.extend(more)
    for number, (i, j) in enumerate(ties):
        ours[i].append(f"{TERM}{number}")
        theirs[j].append(f"{TERM}{number}")
    return Side.of(ours, source), Side.of(theirs, target)


def _signs(text: str) -> Iterator[str]:
    return (SIGN + sign for sign in sorted(words.signs(text)))
