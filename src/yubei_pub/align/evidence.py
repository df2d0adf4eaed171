"""What speaks for two stretches rendering each other: units of one side whose renderings stand on the other.

A unit that is met says as much more than chance as it is rare (Moore 2002 after Brown et al. 1993): for an English
stem e and n Chinese units before it, log(RENDERED · weight / n) - log P(e), and the same the other way round.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import chain
from math import log
from typing import NamedTuple, TypeAlias

from yubei_pub.align import dictionary, weights
from yubei_pub.align.sides import Side
from yubei_pub.align.words import HAN

Lexicon: TypeAlias = Mapping[str, Mapping[str, float]]  # Chinese unit → English units → weight in (0, 1]


class Met(NamedTuple):
    """What an English unit tells of a Chinese sentence, the unit there that it renders, and what that one tells."""

    forward: float
    unit: str
    backward: float


def known(source: Side, target: Side) -> dict[str, dict[str, float]]:
    """What stands for what before anything was learnt: the dictionary, and what both sides write alike."""
    there = target.counts.keys()
    found: dict[str, dict[str, float]] = {}
    for unit in source.counts:
        if HAN.match(unit):
            renderings = dictionary.renderings(unit)
            if usable := {word: renderings[word] for word in renderings.keys() & there}:
                found[unit] = usable
        elif unit in there:
            found[unit] = {unit: 1.0}
    return found


def learnt(beads: Iterable[tuple[range, range]], source: Side, target: Side) -> dict[str, dict[str, float]]:
    """What stands for what by how often it stands in the same bead, figures, names, terms and signs left out.

    One meeting and what chance would bring are taken off: a pair met once would only repeat
    the bead it was met in.  So would one met in a bead that comes again and again: it is one witness.
    """
    nothing = frozenset[str]()
    pairs = {
        (nothing.union(*source.words[i.start : i.stop]), nothing.union(*target.words[j.start : j.stop])): None
        for i, j in beads
        if i and j
    }
    here = Counter(chain.from_iterable(ours for ours, _ in pairs))
    there = Counter(chain.from_iterable(theirs for _, theirs in pairs))
    most = max(weights.COMMON * len(pairs), 2)
    ours = {unit for unit, count in here.items() if 2 <= count <= most}
    theirs = {unit for unit, count in there.items() if 2 <= count <= most}
    met: dict[str, list[frozenset[str]]] = {}
    for left, right in pairs:
        words = right & theirs
        for unit in left & ours if words else ():
            met.setdefault(unit, []).append(words)
    found: dict[str, dict[str, float]] = {}
    for unit, together in met.items():
        for word, count in Counter(chain.from_iterable(together)).items():
            if count > 1:
                chance = here[unit] * there[word] / len(pairs)
                weight = 2 * (count - 1 - chance) / (here[unit] + there[word])
                if weight > weights.ASSOCIATION:
                    found.setdefault(unit, {})[word] = weight
    return found


def both(one: Lexicon, other: Lexicon) -> dict[str, dict[str, float]]:
    """Two lexicons as one, weights added."""
    merged = {unit: dict(words) for unit, words in one.items()}
    for unit, words in other.items():
        mine = merged.setdefault(unit, {})
        for word, weight in words.items():
            mine[word] = min(1.0, mine.get(word, 0.0) + weight)
    return merged


class Evidence:
    """What is known of two texts: which English units each Chinese sentence can account for, and what that tells."""

    def __init__(self, source: Side, target: Side, lexicon: Lexicon) -> None:
        self.source, self.target = source, target
        self.told = self._told(lexicon)

    def reach(self, i: int, words: set[str]) -> dict[str, Met]:
        """Which of some English units the Chinese sentence i can have for a rendering, each by its likeliest unit."""
        found: dict[str, Met] = {}
        for unit in self.source.units[i] & self.told.keys():
            told = self.told[unit]
            for word in words.intersection(told):
                if word not in found or told[word] > found[word]:
                    found[word] = told[word]
        return found

    def _told(self, lexicon: Lexicon) -> dict[str, dict[str, Met]]:
        """What each Chinese unit tells by each of its renderings."""
        here, there = self.source, self.target
        # What is no rarer than the words of a sentence are many tells nothing.
        least = log(here.total / len(here.units)), log(there.total / len(there.units))
        found: dict[str, dict[str, Met]] = {}
        for unit, words in lexicon.items():
            surprise = here.surprise(unit)
            for word, weight in words.items():
                share = log(weights.RENDERED * weight)
                forward, backward = share + there.surprise(word), share + surprise
                if forward > least[0]:
                    met = Met(forward, unit, backward if backward > least[1] else 0.0)
                    found.setdefault(unit, {})[word] = met
        return found
