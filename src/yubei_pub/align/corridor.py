"""First pass: sure points of the way through two texts, and the corridor around them in which it is looked for.

Rare units that both sides have vote for pairs of sentences; the heaviest chain of votes that goes
forward in both texts is taken.  It follows however much one side leaves out.
Between two points the way is expected where the letters are.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from heapq import nsmallest
from itertools import accumulate, pairwise

from yubei_pub.align.evidence import Evidence
from yubei_pub.align.path import Way
from yubei_pub.align.worth import Corridor

_RARE = 6  # a unit in more sentences than this points nowhere
_SPREAD = 1000  # or, in a long text, in more than one sentence of this many
_VOTES = 3  # pairs kept for a sentence
_LEAST = 6.0  # what a pair must tell to be a vote
_MARGIN = 2  # sentences on both sides of the way: a merge of four and what goes with it
_SLACK = 6  # and one more for every so many that no vote was given for
_WIDEST = 40  # which bounds memory where nothing votes at all
_SMALL = 1500  # cells, under which everything is looked at
_AROUND = 3  # sentences whose corridors are joined, so that one false vote does no harm

Point = tuple[int, int]


def corridor(evidence: Evidence) -> Corridor:
    """Where to look for the way, from (0, 0) to the last of both; each row reaches the next."""
    rows, columns = len(evidence.source.units), len(evidence.target.units)
    if rows * columns <= _SMALL:
        return [(0, columns)] * (rows + 1)
    letters = [[0, *accumulate(n + 1 for n in side.letters)] for side in (evidence.source, evidence.target)]
    found: Corridor = []
    for (i, j), (k, m) in pairwise(_agreeing([(0, 0), *_chain(_votes(evidence), columns), (rows, columns)])):
        width = min(_WIDEST, _MARGIN + max(k - i, m - j) // _SLACK)
        expected = _between(letters, (i, j), (k, m))
        found += [(max(0, at - width), min(columns, to + width)) for at, to in pairwise([*expected, m])]
    return _joined([*found, (max(0, columns - _MARGIN), columns)], columns)


def around(way: Way) -> Corridor:
    """The corridor around a way found before: its likely cells, and one more on both sides."""
    columns = way.beads[-1].target.stop
    return _passable([(max(0, low - 1), min(columns, high + 1)) for low, high in way.likely])


def _votes(evidence: Evidence) -> list[tuple[int, int, float]]:
    """The likeliest pairs of sentences by their rare units; of equals, the nearest to the diagonal."""
    places: dict[str, list[int]] = {}
    for j, units in enumerate(evidence.target.units):
        for unit in units:
            places.setdefault(unit, []).append(j)
    rows, columns = len(evidence.source.units), len(evidence.target.units)
    most = max(_RARE, columns // _SPREAD)
    rare = {unit: found for unit, found in places.items() if len(found) <= most}
    pointing = {
        unit: [(j, met.forward) for word, met in told.items() for j in rare.get(word, ())]
        for unit, told in evidence.told.items()
    }
    votes = []
    for i, units in enumerate(evidence.source.units):
        told: dict[int, float] = defaultdict(float)
        for unit in units & pointing.keys():
            for j, forward in pointing[unit]:
                told[j] += forward
        middle = i * columns / rows
        pairs = [(-weight, abs(j - middle), j) for j, weight in told.items() if weight >= _LEAST]
        votes += [(i, j, -weight) for weight, _, j in nsmallest(_VOTES, pairs)]
    return votes


def _chain(votes: Sequence[tuple[int, int, float]], columns: int) -> list[Point]:
    """The heaviest chain that goes forward in both texts: a running maximum in a Fenwick tree, n log n."""
    tree: list[tuple[float, int]] = [(0.0, -1)] * (columns + 1)
    before: list[int] = []
    row: list[tuple[int, float, int]] = []
    for number, (i, j, weight) in enumerate(votes):
        best, at = (0.0, -1), j + 1
        while at:
            best, at = max(best, tree[at]), at & (at - 1)
        before.append(best[1])
        row.append((j + 1, best[0] + weight, number))
        if number + 1 == len(votes) or votes[number + 1][0] != i:  # votes of one sentence exclude each other
            for place, total, vote in row:
                at = place
                while at <= columns:
                    tree[at], at = max(tree[at], (total, vote)), at + (at & -at)
            row = []
    best, at = (0.0, -1), columns
    while at:
        best, at = max(best, tree[at]), at & (at - 1)
    chain = []
    vote = best[1]
    while vote >= 0:
        chain.append(votes[vote][:2])
        vote = before[vote]
    return chain[::-1]


def _agreeing(points: Sequence[Point]) -> list[Point]:
    """Without those that lie in the direction of the whole from neither neighbour: alone they are strays."""
    slope = points[-1][1] / points[-1][0]
    near = [abs(m - j - (k - i) * slope) <= _MARGIN + (k - i) * slope / 2 for (i, j), (k, m) in pairwise(points)]
    kept = [point for point, sides in zip(points[1:-1], pairwise(near), strict=True) if any(sides)]
    return [points[0], *kept, points[-1]]


def _between(letters: Sequence[Sequence[int]], start: Point, end: Point) -> list[int]:
    """The English sentence expected at each Chinese one from `start` up to `end`."""
    (i, j), (k, m) = start, end
    ours, theirs = letters
    scale = (theirs[m] - theirs[j]) / max(1, ours[k] - ours[i])
    return [min(m, max(j, bisect_left(theirs, theirs[j] + (ours[row] - ours[i]) * scale))) for row in range(i, k)]


def _joined(rows: Corridor, columns: int) -> Corridor:
    """Each row as wide as its neighbours together, seen along the way."""
    slope = columns / max(1, len(rows) - 1)
    shifts = [(step, round(step * slope)) for step in range(-_AROUND, _AROUND + 1)]
    found = []
    for i in range(len(rows)):
        near = [(rows[i + step], shift) for step, shift in shifts if 0 <= i + step < len(rows)]
        low, high = min(row[0] - shift for row, shift in near), max(row[1] - shift for row, shift in near)
        found.append((max(0, low), min(columns, high)))
    return _passable(found)


def _passable(rows: Corridor) -> Corridor:
    """Never backwards, each row reaching the next, from 0 to the last."""
    highs = list(accumulate((high for _, high in rows), max))
    lows = list(accumulate((low for low, _ in reversed(rows)), min))[::-1]
    lows[0] = 0
    return [
        (low, max(high, following)) for low, high, following in zip(lows, highs, [*lows[1:], highs[-1]], strict=True)
    ]
