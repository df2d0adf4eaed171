"""The likeliest way through two texts: dynamic programming in a corridor, and how sure each bead of it is.

A cell (i, j) stands for i Chinese and j English sentences done with.  Time and memory grow with
the cells of the corridor.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import accumulate
from math import exp, log
from typing import NamedTuple

from yubei_pub.align import weights
from yubei_pub.align.borders import Borders
from yubei_pub.align.evidence import Evidence

_NEVER = float("-inf")
_FAINT = 7.0  # a way into a cell that is e⁷ times less likely than the best is none


class Bead(NamedTuple):
    """A Chinese and an English range that belong together, and the probability in [0, 1] that they do."""

    source: range
    target: range
    confidence: float


class Way(NamedTuple):
    """A bead that ends in a cell: its shape, its value, and the cell's value by that bead."""

    ours: int
    theirs: int
    value: float
    reached: float


class Lengths:
    """How well the lengths of two stretches go together, given the letters for a character in this text."""

    def __init__(self, source: Sequence[int], target: Sequence[int], ratio: float) -> None:
        self._ours, self._theirs = ([0, *accumulate(side)] for side in (source, target))
        self._shift = log(ratio)

    def fit(self, i: int, k: int, j: int, m: int) -> float:
        """The logarithm of the likelihood of sentences i to k against j to m."""
        ours, theirs = self._ours[k] - self._ours[i], self._theirs[m] - self._theirs[j]
        off = log((theirs + 3) / (ours + 1)) - self._shift
        return -0.5 * off * off / (weights.SPREAD**2 + weights.SHORT / (ours + 1))


def walk(
    evidence: Evidence,
    lengths: Lengths,
    corridor: Sequence[tuple[int, int]],
    shapes: Mapping[tuple[int, int], float],
    borders: Borders | None = None,
) -> list[Bead]:
    """The likeliest beads in order, covering both texts."""
    best: list[list[float]] = []
    ways: list[list[list[Way]]] = []
    kinds = [(a, b, prior) for (a, b), prior in shapes.items()]
    fit, worth = lengths.fit, evidence.worth
    deepest = max(a for a, _ in shapes)
    bounds = evidence.bounds(corridor, deepest)
    for i, (low, high) in enumerate(corridor):
        row: list[float] = []
        best.append(row)
        ways.append([])
        base = corridor[max(0, i - deepest)][0]
        most = _stacked(bounds[max(0, i - deepest) : i], base, high)
        near = [
            (a, b, prior, best[i - a], corridor[i - a][0] + b, corridor[i - a][1] + b, most[a])
            for a, b, prior in kinds
            if a <= i
        ]
        ends = borders.row(i, low, high) if borders else [0.0] * (high - low + 1)
        for j in range(low, high + 1):
            top, met = (0.0 if i == j == 0 else _NEVER), []
            for a, b, prior, values, first, last, sums in near:
                if not first <= j <= last or j - first >= len(values):
                    continue
                value, before = prior, values[j - first]
                if a and b:  # what cannot come near the best is not looked at further
                    value += ends[j - low]
                    least = top - _FAINT - before
                    could = sums[j - base] - sums[j - b - base]
                    if value + could < least:
                        continue
                    value += fit(i - a, i, j - b, j)
                    if value + could < least:
                        continue
                    value += worth(i - a, i, j - b, j)
                reached = before + value
                met.append((a, b, value, reached))
                if reached > top:  # noqa: PLR1730  (max() is a call, here a tenth of the time)
                    top = reached
            row.append(top)
            ways[i].append([Way(*way) for way in met if way[3] > top - _FAINT])
    return _read_back(ways, [low for low, _ in corridor])


def _stacked(bounds: Sequence[tuple[list[float], int]], base: int, high: int) -> list[list[float]]:
    """What the last 0, 1, 2, … Chinese sentences can be worth together: sums from the English one `base` to `high`."""
    stacked = [[0.0] * (high - base + 1)]
    for sums, start in reversed(bounds):
        stacked.append([one + more for one, more in zip(stacked[-1], sums[base - start :], strict=False)])
    return stacked


def _read_back(ways: Sequence[Sequence[Sequence[Way]]], lows: Sequence[int]) -> list[Bead]:
    """The best way from the end to the beginning, each bead with the share it has of all ways (forward-backward)."""
    ahead = _sums(ways, lows)
    end = len(ways) - 1, lows[-1] + len(ways[-1]) - 1
    behind = {end: 0.0}  # what all ways from a cell to the end are worth
    whole = ahead[end[0]][end[1] - lows[end[0]]]
    beads = []
    on = end
    for i in range(end[0], -1, -1):
        for j in range(lows[i] + len(ways[i]) - 1, lows[i] - 1, -1):
            here = behind.pop((i, j), None)
            if here is None:
                continue
            entries = ways[i][j - lows[i]]
            for way in entries:
                cell = i - way.ours, j - way.theirs
                behind[cell] = _plus(behind.get(cell, _NEVER), here + way.value)
            if (i, j) == on and entries:
                way = max(entries, key=lambda way: way.reached)
                on = i - way.ours, j - way.theirs
                share = ahead[on[0]][on[1] - lows[on[0]]] + way.value + here - whole
                beads.append(Bead(range(on[0], i), range(on[1], j), min(1.0, exp(share))))
    return beads[::-1]


def _sums(ways: Sequence[Sequence[Sequence[Way]]], lows: Sequence[int]) -> list[list[float]]:
    """What all ways into each cell are worth together."""
    sums: list[list[float]] = []
    for i, row in enumerate(ways):
        sums.append([])
        for at, entries in enumerate(row):
            total = 0.0 if i == at == 0 else _NEVER
            for way in entries:
                before = sums[i - way.ours][lows[i] + at - way.theirs - lows[i - way.ours]]
                total = _plus(total, before + way.value)
            sums[i].append(total)
    return sums


def _plus(one: float, other: float) -> float:
    """log(e^one + e^other)."""
    if one < other:
        one, other = other, one
    return one if other - one < -30 else one + log(1 + exp(other - one))
