"""What speaks for two stretches rendering each other: units of one side whose renderings stand on the other.

A unit that is met says as much more than chance as it is rare (Moore 2002 after Brown et al. 1993): for an English
stem e and n Chinese units before it, log(RENDERED · weight / n) - log P(e), and the same the other way round.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate, chain
from math import log
from typing import NamedTuple, TypeAlias

from yubei_pub.align import dictionary, weights
from yubei_pub.align.sides import SHARED, Side
from yubei_pub.align.words import HAN

Lexicon: TypeAlias = Mapping[str, Mapping[str, float]]  # Chinese unit → English units → weight in (0, 1]


class Met(NamedTuple):
    """What an English unit tells of a Chinese sentence, the unit there that it renders, and what that one tells."""

    forward: float
    unit: str
    backward: float


class Links(NamedTuple):
    """What two sentences have in common: what the English units and the Chinese ones tell, and both sums.

    A key stands for a unit and the sentence it is in.
    """

    forward: dict[int, float]
    backward: dict[int, float]
    ahead: float
    back: float


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
    pairs = {(_telling(source, ours), _telling(target, theirs)): None for ours, theirs in beads if ours and theirs}
    here = Counter(unit for ours, _ in pairs for unit in ours)
    there = Counter(unit for _, theirs in pairs for unit in theirs)
    most = max(weights.COMMON * len(pairs), 2)
    ours = {unit for unit, count in here.items() if 2 <= count <= most}
    theirs = {unit for unit, count in there.items() if 2 <= count <= most}
    met: dict[str, Counter[str]] = {}
    for left, right in pairs:
        words = right & theirs
        for unit in left & ours if words else ():
            met.setdefault(unit, Counter()).update(words)
    found: dict[str, dict[str, float]] = {}
    for unit, counts in met.items():
        for word, count in counts.items():
            if count > 1:
                chance = here[unit] * there[word] / len(pairs)
                weight = 2 * (count - 1 - chance) / (here[unit] + there[word])
                if weight > weights.ASSOCIATION:
                    found.setdefault(unit, {})[word] = weight
    return found


def _telling(side: Side, places: range) -> frozenset[str]:
    return frozenset(unit for place in places for unit in side.units[place] if unit[0] not in SHARED)


def both(one: Lexicon, other: Lexicon) -> dict[str, dict[str, float]]:
    """Two lexicons as one, weights added."""
    merged = {unit: dict(words) for unit, words in one.items()}
    for unit, words in other.items():
        mine = merged.setdefault(unit, {})
        for word, weight in words.items():
            mine[word] = min(1.0, mine.get(word, 0.0) + weight)
    return merged


class Evidence:
    """What is known of two texts: `links` of any two sentences, and what those of a bead are worth."""

    def __init__(self, source: Side, target: Side, lexicon: Lexicon) -> None:
        self.source, self.target = source, target
        self._numbers = {unit: at for at, unit in enumerate(dict.fromkeys((*source.counts, *target.counts)))}
        self._links: list[dict[int, Links | None]] = [{} for _ in source.units]
        self._sizes, self._lengths = ([0, *accumulate(side.sizes)] for side in (source, target))
        self._logs = [0.0, *(log(n) for n in range(1, 1 + max(self._sizes[-1], self._lengths[-1])))]
        told = self._told(lexicon)
        # For each Chinese sentence the English units that its own can have for their rendering, each by the likeliest:
        # tuples compare by what they tell forward, so the largest comes last and stays.
        self.reach: list[dict[str, Met]] = [
            dict(sorted(chain.from_iterable(told[unit] for unit in units & told.keys()))) for units in source.units
        ]

    def _told(self, lexicon: Lexicon) -> dict[str, list[tuple[str, Met]]]:
        """What each Chinese unit tells by each of its renderings."""
        here, there = self.source, self.target
        # What is no rarer than the words of a sentence are many tells nothing.
        least = log(here.total / len(here.units)), log(there.total / len(there.units))
        found: dict[str, list[tuple[str, Met]]] = {}
        for unit, words in lexicon.items():
            surprise = here.surprise(unit)
            for word, weight in words.items():
                share = log(weights.RENDERED * weight)
                forward, backward = share + there.surprise(word), share + surprise
                if forward > least[0]:
                    met = Met(forward, unit, backward if backward > least[1] else 0.0)
                    found.setdefault(unit, []).append((word, met))
        return found

    def links(self, i: int, j: int) -> Links | None:
        """What two sentences have in common, None for nothing."""
        row = self._links[i]
        if j not in row:
            reach = self.reach[i]
            common = reach.keys() & self.target.units[j]
            row[j] = self._met(i, j, [(word, reach[word]) for word in common]) if common else None
        return row[j]

    def _met(self, i: int, j: int, common: Sequence[tuple[str, Met]]) -> Links:
        forward: dict[int, float] = {}
        backward: dict[int, float] = {}
        numbers, ours, theirs = self._numbers, i * len(self._numbers), j * len(self._numbers)
        for word, (told, unit, back) in common:
            forward[theirs + numbers[word]] = told
            place = ours + numbers[unit]
            if back > backward.get(place, 0.0):
                backward[place] = back
        return Links(forward, backward, sum(forward.values()), sum(backward.values()))

    def bounds(self, corridor: Sequence[tuple[int, int]], deepest: int) -> list[tuple[list[float], int]]:
        """What `worth` can be at most: for each Chinese sentence sums over the English ones from a first one on.

        `deepest` is how many Chinese sentences a bead has at most.
        """
        return [
            self._bound(i, corridor[max(0, i - deepest + 1)][0], corridor[min(len(corridor) - 1, i + deepest)][1])
            for i in range(len(self.source.units))
        ]

    def _bound(self, i: int, low: int, high: int) -> tuple[list[float], int]:
        fixed, lengths = self._logs[self.source.sizes[i]], self.target.sizes
        sums, total = [0.0], 0.0
        for j in range(low, high):
            if links := self.links(i, j):
                forward, backward, ahead, back = links
                ahead -= len(forward) * fixed
                back -= len(backward) * self._logs[lengths[j]]
                total += weights.TRUST * ((ahead if ahead > 0 else 0.0) + (back if back > 0 else 0.0))
            sums.append(total)
        return sums, low

    def worth(self, i: int, k: int, j: int, m: int) -> float:
        """How much likelier the words of sentences i to k and j to m are together than apart, as a logarithm."""
        if k - i == m - j == 1:
            found = [links] if (links := self.links(i, j)) else []
        else:
            found = [links for ours in range(i, k) for theirs in range(j, m) if (links := self.links(ours, theirs))]
        if not found:
            return 0.0
        forward, backward, ahead, back = found[0]
        if len(found) > 1:  # a unit that several sentences speak for counts once for the sentence it stands in
            forward, backward = dict(forward), dict(backward)
            for links in found[1:]:
                forward |= links.forward
                backward |= links.backward
            ahead, back = sum(forward.values()), sum(backward.values())
        size, length = self._logs[self._sizes[k] - self._sizes[i]], self._logs[self._lengths[m] - self._lengths[j]]
        return weights.TRUST * (ahead - len(forward) * size + back - len(backward) * length)
