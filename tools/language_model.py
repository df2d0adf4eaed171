"""How likely characters are behind others, estimated from counts of several kinds of text.

Each kind of text gives an `Estimate` of its own: interpolated Kneser-Ney with three discounts (Chen and Goodman
1999), orders one to three.  `Mixture` weighs them, so that a large text of one kind does not drown the others.
`pruned` keeps the sequences that change most (weighted difference, Seymore and Rosenfeld 1996); what is left out is
reached by backing off.

A sequence is one number: 16 bits a symbol, the first in the highest.  Arrays of sequences are sorted.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

ORDER = 3
BITS = np.uint64(16)
UNMET = 0.05  # how often each symbol is counted though it was not met
LEAST_LEFT = 1e-4  # of each row to what is not in it

Sequences: TypeAlias = NDArray[np.uint64]
Numbers: TypeAlias = NDArray[np.float64]


def last(sequences: Sequences, n: int) -> Sequences:
    """The last `n` symbols of each."""
    return sequences & np.uint64((1 << n * 16) - 1)


def sequences(symbols: NDArray[np.uint16], n: int, known: int) -> tuple[Sequences, Numbers]:
    """All sequences of `n` symbols below `known`, with how often each is met."""
    size = len(symbols) - n + 1
    found, good = np.zeros(size, np.uint64), np.ones(size, bool)
    for i in range(n):
        found = found << BITS | symbols[i : i + size].astype(np.uint64)
        good &= symbols[i : i + size] < known
    met, counts = np.unique(found[good], return_counts=True)
    return met, counts.astype(float)


def looked_up(table: Sequences, values: Numbers, wanted: Sequences) -> tuple[Numbers, NDArray[np.bool_]]:
    """The value of each, and whether it is in the table at all."""
    places = np.minimum(np.searchsorted(table, wanted), len(table) - 1)
    return values[places], table[places] == wanted


@dataclass
class Backoff:
    """For each order sequences with how likely their last symbol is, and how likely what is not there is.

    What is not held behind `before` is `left[before]` times as likely as behind all but its first symbol (1 if there
    is no such row).  A symbol that is not held is `unmet`.
    """

    held: list[Sequences]
    likely: list[Numbers]
    rows: list[Sequences]
    left: list[Numbers]
    unmet: float

    def of(self, wanted: Sequences, n: int) -> Numbers:
        """How likely the last symbol of each is behind the `n - 1` before it."""
        likely, found = looked_up(self.held[n - 1], self.likely[n - 1], wanted)
        if n == 1:
            return np.where(found, likely, self.unmet)
        if not found.all():
            others = wanted[~found]
            left, is_row = looked_up(self.rows[n - 2], self.left[n - 2], others >> BITS)
            likely[~found] = np.where(is_row, left, 1.0) * self.of(last(others, n - 1), n - 1)
        return likely


def estimated(counts: Sequence[tuple[Sequences, Numbers]], symbols: int) -> Backoff:
    """Interpolated Kneser-Ney of counts for each order."""
    total = counts[0][1].sum() + UNMET * symbols
    model = Backoff([], [], [], [], UNMET / total)
    for n, (met, count) in enumerate(counts, 1):
        if n < ORDER:  # Kneser-Ney's counts: behind how many kinds of symbols each was met
            shorter, kinds = np.unique(last(counts[n][0], n), return_counts=True)
            known, is_known = looked_up(shorter, kinds.astype(float), met)
            count = np.where(is_known, known, 0.0)  # noqa: PLW2901
        model.held.append(met)
        if n == 1:
            total = count.sum() + UNMET * symbols
            model.unmet = UNMET / total
            model.likely.append((count + UNMET) / total)
            continue
        given_up = np.minimum(discounts(count)[np.minimum(count, 3).astype(int)], count)
        rows, row = np.unique(met >> BITS, return_inverse=True)
        sums = np.maximum(np.bincount(row, count), 1e-9)
        left = np.bincount(row, given_up) / sums
        model.likely.append((count - given_up) / sums[row] + left[row] * model.of(last(met, n - 1), n - 1))
        model.rows.append(rows)
        model.left.append(left)
    return model


def discounts(count: Numbers) -> Numbers:
    """What counts of none, one, two, and three and more give up, by how many there are of one to four."""
    one, two, three, four = (float((count == n).sum()) + 1 for n in (1, 2, 3, 4))
    share = one / (one + 2 * two)
    return np.clip([0, 1 - 2 * share * two / one, 2 - 3 * share * three / two, 3 - 4 * share * four / three], 0, None)


def mixed(parts: Sequence[tuple[float, Backoff]], wanted: Sequences, n: int) -> Numbers:
    """How likely several estimates, weighed, say that the last symbol is."""
    likely = np.zeros(len(wanted))
    for weight, part in parts:
        likely += weight * part.of(wanted, n)
    return likely


def pruned(parts: Sequence[tuple[float, Backoff]], candidates: Sequence[Sequences], size: int) -> Backoff:
    """Of the longer candidates the `size` that matter most, with their beginnings; all single symbols."""
    likely = [mixed(parts, some, n) for n, some in enumerate(candidates, 1)]
    joint, worth = likely[0], []
    for n in range(2, ORDER + 1):
        some = candidates[n - 1]
        before, is_there = looked_up(candidates[n - 2], joint, some >> BITS)
        joint = np.where(is_there, before, 0.0) * likely[n - 1]
        worth.append(joint * np.log(likely[n - 1] / mixed(parts, last(some, n - 1), n - 1)))
    most = np.sort(np.concatenate(worth))[::-1]
    kept = [np.ones(len(candidates[0]), bool), *(one > max(most[min(size, len(most) - 1)], 0.0) for one in worth)]
    for n in range(ORDER, 2, -1):
        kept[n - 2] |= np.isin(candidates[n - 2], candidates[n - 1][kept[n - 1]] >> BITS)
    held = [some[keep] for some, keep in zip(candidates, kept, strict=True)]
    model = Backoff(held, [one[keep] for one, keep in zip(likely, kept, strict=True)], [], [], 1e-7)
    for n in range(2, ORDER + 1):
        rows, row = np.unique(held[n - 1] >> BITS, return_inverse=True)
        here = np.bincount(row, model.likely[n - 1])
        shorter = np.bincount(row, model.of(last(held[n - 1], n - 1), n - 1))
        model.rows.append(rows)
        model.left.append(np.maximum(1 - here, LEAST_LEFT) / np.maximum(1 - shorter, LEAST_LEFT))
    return model
