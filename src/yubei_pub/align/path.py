"""The likeliest way through two texts: dynamic programming in a corridor, and how sure each bead of it is.

A cell (i, j) stands for i Chinese and j English sentences done with.  Time and memory grow with
the cells of the corridor.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import exp, log
from operator import add, itemgetter
from typing import NamedTuple, TypeAlias

from yubei_pub.align.borders import Borders
from yubei_pub.align.evidence import Evidence
from yubei_pub.align.worth import Corridor, Lengths, Shapes, Worth

_NEVER = float("-inf")
_FAINT = 7.0  # a way into a cell that is e⁷ times less likely than the best is none
_LIKELY = 0.001  # the share of all ways from which on a cell is worth a closer look
_NOTHING = 1e-5  # the share of all ways that need not be told apart

Step: TypeAlias = tuple[float, int, int]  # a bead that ends in a cell: its share of all that do, and its shape


class Ranges(NamedTuple):
    """A bead by its places: ranges of Chinese and English that belong together, the probability that they do."""

    source: range
    target: range
    confidence: float


class Way(NamedTuple):
    """The likeliest beads, and for each count of Chinese sentences the least and most English ones that are likely."""

    beads: list[Ranges]
    likely: Corridor


def walk(
    evidence: Evidence, lengths: Lengths, corridor: Corridor, shapes: Shapes, borders: Borders | None = None
) -> Way:
    """The likeliest beads in order, covering both texts."""
    worth = Worth(evidence, lengths, corridor, shapes)
    deepest = max(a for a, _ in shapes)
    best: list[list[float]] = []  # what the best way into each cell is worth
    sums: list[list[float]] = []  # and all ways together
    begun: list[tuple[list[float], list[float]]] = []  # both again, where a bead that has both sides begins there
    ways: list[list[list[Step]]] = []
    for i, (low, high) in enumerate(corridor):
        best.append([])
        sums.append([])
        ways.append([])
        stacked = worth.stacked(i, deepest)
        near = []
        for (a, b), prior in shapes.items():
            start, end = corridor[i - a] if a <= i else (high + 1, high)
            if start + b <= high and low <= end + b:
                weigh = worth.weigher(stacked[a - 1], i - a, i, b) if a and b else None
                come = begun[i - a] if weigh else (best[i - a], sums[i - a])
                near.append((a, b, prior, *come, start + b, end + b, weigh))
        ends = borders.ends(i, low, high) if borders else [0.0] * (high - low + 1)
        for j in range(low, high + 1):
            top, met = (0.0 if i == j == 0 else _NEVER), []
            for a, b, prior, values, totals, first, last, weigh in near:
                if first <= j <= last:
                    before, value = values[j - first], prior
                    if weigh:  # what cannot come near the best is not looked at further
                        value += ends[j - low]
                        value += weigh(j, top - _FAINT - before - value)
                    reached = before + value
                    if reached > top - _FAINT:
                        met.append((reached, totals[j - first] + value, a, b))
                        if reached > top:  # noqa: PLR1730  (max() is a call, here a tenth of the time)
                            top = reached
            total, steps = _steps(met, top)
            best[i].append(top)
            sums[i].append(total)
            ways[i].append(steps)
        starts = borders.starts(i, low, high) if borders else [0.0] * (high - low + 1)
        begun.append(([*map(add, best[i], starts)], [*map(add, sums[i], starts)]))
    return _read_back(ways, [low for low, _ in corridor])


def _steps(met: list[tuple[float, float, int, int]], top: float) -> tuple[float, list[Step]]:
    """What all ways into a cell are worth together, and the share of each, the likeliest first."""
    if len(met) > 1:
        met = sorted([one for one in met if one[0] > top - _FAINT], key=itemgetter(0), reverse=True)
    if len(met) < 2:
        return (met[0][1], [(1.0, *met[0][2:])]) if met else (top, [])
    most = max([total for _, total, _, _ in met])
    together = most + log(sum([exp(total - most) for _, total, _, _ in met]))
    return together, [(exp(total - together), a, b) for _, total, a, b in met]


def _read_back(ways: Sequence[Sequence[Sequence[Step]]], lows: Sequence[int]) -> Way:
    """The best way from the end to the beginning, each bead with the share it has of all ways (forward-backward)."""
    shares = [[0.0] * len(row) for row in ways]  # of all ways, those that go through a cell
    shares[-1][-1] = 1.0
    beads, likely = [], Corridor()
    on = len(ways) - 1, lows[-1] + len(ways[-1]) - 1
    for i in range(len(ways) - 1, -1, -1):
        low, worth_a_look = lows[i], set[int]()
        for at in range(len(ways[i]) - 1, -1, -1):
            here = shares[i][at]
            if here > _NOTHING:
                for share, a, b in ways[i][at]:
                    shares[i - a][low + at - b - lows[i - a]] += here * share
            if here > _LIKELY or (i, low + at) == on:
                worth_a_look.add(low + at)
            if (i, low + at) == on and ways[i][at]:
                share, a, b = ways[i][at][0]
                on = i - a, low + at - b
                beads.append(Ranges(range(i - a, i), range(low + at - b, low + at), min(1.0, here * share)))
        likely.append((min(worth_a_look), max(worth_a_look)) if worth_a_look else likely[-1])
    return Way(beads[::-1], likely[::-1])
