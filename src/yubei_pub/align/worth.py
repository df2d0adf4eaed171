"""What the beads of a corridor are worth: how their lengths go together, and what words they share.

What each two sentences have in common is looked at once, where a bead has room for both, and kept as running sums: four
of them are what a bead may be worth, or a little more, for what several of its sentences share counts once.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import accumulate
from math import fsum, log
from operator import add
from typing import NamedTuple, TypeAlias

from yubei_pub.align import weights
from yubei_pub.align.evidence import Evidence

Corridor: TypeAlias = list[tuple[int, int]]  # for each count of Chinese sentences the least and most English ones
Shapes: TypeAlias = Mapping[tuple[int, int], float]


class Links(NamedTuple):
    """What two sentences have in common: the English units and the Chinese ones with what each tells."""

    forward: dict[str, float]
    backward: dict[str, float]


class Sums(NamedTuple):
    """Over the English sentences from `start` on: what the links tell, how many English units and Chinese ones do."""

    start: int
    told: list[float]
    words: list[int]
    units: list[int]


class Lengths:
    """How well the lengths of two stretches go together, given the letters for a character in this text."""

    def __init__(self, source: Sequence[int], target: Sequence[int], ratio: float) -> None:
        self._ours, self._theirs = ([0, *accumulate(side)] for side in (source, target))
        self._shift = log(ratio)

    def expected(self, i: int, k: int) -> tuple[float, float]:
        """The length of what renders sentences i to k, as a logarithm, and what the square of being off it costs."""
        ours = self._ours[k] - self._ours[i] + 1
        return log(ours) + self._shift, 0.5 / (weights.SPREAD**2 + weights.SHORT / ours)

    def before(self, count: int) -> list[float]:
        """The length, as a logarithm, of the `count` English sentences before each place."""
        spans = zip(self._theirs[count:], self._theirs, strict=False)
        return [0.0] * count + [log(end - start + 3) for end, start in spans]


class Worth:
    """How much likelier the stretches of a bead are together than apart, as a logarithm."""

    def __init__(self, evidence: Evidence, lengths: Lengths, corridor: Corridor, shapes: Shapes) -> None:
        self._evidence, self._lengths = evidence, lengths
        self._ours, theirs = ([0, *accumulate(side.sizes)] for side in (evidence.source, evidence.target))
        counts = {b for _, b in shapes}
        self._letters = {count: lengths.before(count) for count in counts}
        self._words = {
            count: [0.0] * count
            + [weights.TRUST * log(end - start or 1) for end, start in zip(theirs[count:], theirs, strict=False)]
            for count in counts
        }
        self._links: list[dict[int, Links]] = []
        self._sums = [self._look(i, *window) for i, window in enumerate(_windows(corridor, shapes))]

    def _look(self, i: int, inner: range, outer: range) -> Sums:
        """The sums of one Chinese sentence over an outer range of English ones; only an inner range is looked at."""
        theirs = self._evidence.target.units
        reach = self._evidence.reach(i, set().union(*theirs[inner.start : inner.stop]))
        links: dict[int, Links] = {}
        self._links.append(links)
        told, words, units = 0.0, 0, 0
        before = inner.start - outer.start + 1
        sums = Sums(outer.start, [0.0] * before, [0] * before, [0] * before)
        for j in inner if reach else ():
            if common := reach.keys() & theirs[j]:
                forward: dict[str, float] = {}
                backward: dict[str, float] = {}
                for word in common:
                    tells, unit, back = reach[word]
                    forward[word] = tells
                    if back > backward.get(unit, 0.0):
                        backward[unit] = back
                links[j] = Links(forward, backward)
                # Exact, for sets give their words in another order each time the program runs.
                told += weights.TRUST * (fsum(forward.values()) + fsum(backward.values()))
                words += len(forward)
                units += len(backward)
            sums.told.append(told)
            sums.words.append(words)
            sums.units.append(units)
        after = outer.stop - outer.start + 1 - len(sums.told)
        sums.told.extend([told] * after)
        sums.words.extend([words] * after)
        sums.units.extend([units] * after)
        return sums

    def stacked(self, i: int, deepest: int) -> list[Sums]:
        """The sums of the last 1, 2, 3, … Chinese sentences before the i-th, up to the `deepest`."""
        stacked = self._sums[max(0, i - 1) : i]
        for sums in reversed(self._sums[max(0, i - deepest) : max(0, i - 1)]):
            start, told, words, units = stacked[-1]
            cut = start - sums.start
            told = list(map(add, told, sums.told[cut:]))
            words = list(map(add, words, sums.words[cut:]))
            units = list(map(add, units, sums.units[cut:]))
            stacked.append(Sums(start, told, words, units))
        return stacked

    def weigher(self, sums: Sums, i: int, k: int, count: int) -> Callable[[int, float], float]:
        """Weighs sentences i to k against the `count` before j, nearly where it is certain to be less than `least`."""
        start, told, words, units = sums
        usual, cost = self._lengths.expected(i, k)
        size = weights.TRUST * log(self._ours[k] - self._ours[i])
        letters, sizes = self._letters[count], self._words[count]
        single = k - i == count == 1

        def weigh(j: int, least: float) -> float:
            at = j - start
            said = told[at] - told[at - count]
            value = -cost * (letters[j] - usual) ** 2
            if not said or value + said < least:
                return value
            value += said - (words[at] - words[at - count]) * size - (units[at] - units[at - count]) * sizes[j]
            return value if single or value < least else value - self._twice(i, k, j - count, j, size, sizes[j])

        return weigh

    def _twice(self, i: int, k: int, j: int, m: int, size: float, length: float) -> float:
        """What the sums say too much: a unit of several sentences, or that several speak for, counts once."""
        found = [row[theirs] for row in self._links[i:k] for theirs in range(j, m) if theirs in row]
        return _again([links.forward for links in found], size) + _again([links.backward for links in found], length)


def _again(found: Sequence[dict[str, float]], size: float) -> float:
    """What is told again by units that are met more than once."""
    best: dict[str, float] = {}
    again = []
    for told in found:
        common = best.keys() & told.keys()
        again += [weights.TRUST * min(best[unit], told[unit]) - size for unit in common]
        best |= told | {unit: max(best[unit], told[unit]) for unit in common} if common else told
    return fsum(again)


def _windows(corridor: Corridor, shapes: Shapes) -> list[tuple[range, range]]:
    """For each Chinese sentence the English ones that a bead can have beside it, and those that sums are asked for."""
    rows = len(corridor) - 1
    deepest = max(a for a, _ in shapes)
    lows, highs = [rows and corridor[-1][1]] * rows, [0] * rows
    for a in range(1, deepest + 1):
        widest = max(b for ours, b in shapes if ours == a)
        for i in range(rows - a + 1):
            (low, high), (low_after, high_after) = corridor[i], corridor[i + a]
            first, last = max(low, low_after - widest), min(high_after, high + widest)
            for k in range(i, i + a) if first < last else ():
                lows[k], highs[k] = min(lows[k], first), max(highs[k], last)
    found = []
    for i, (low, high) in enumerate(zip(lows, highs, strict=True)):
        outer = range(corridor[max(0, i - deepest + 1)][0], corridor[min(rows, i + deepest)][1])
        found.append((range(low, high) if low < high else range(outer.start, outer.start), outer))
    return found
