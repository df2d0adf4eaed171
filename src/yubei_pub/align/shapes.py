"""How usual a bead of a Chinese sentences and b English ones is, as the text at hand has it.

A translator goes on to one sentence more with a chance of its own for each side, so that sizes are geometric, as
they are in counts by hand.  The chances are those of the way found so far, drawn to the usual ones.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import product
from math import log

from yubei_pub.align import weights
from yubei_pub.align.path import Ranges


def shapes(way: Sequence[Ranges] = (), most: int = weights.MOST) -> Mapping[tuple[int, int], float]:
    """The logarithm of the chance of each shape (a, b) up to `most` on a side, given the beads found so far."""
    full = [bead for bead in way if bead.source and bead.target]
    ours = _chance(sum(len(bead.source) - 1 for bead in full), len(full), weights.GOES_ON)
    theirs = _chance(sum(len(bead.target) - 1 for bead in full), len(full), weights.GOES_ON)
    # Never rarer than usual: a way that was found without one does not show that there is none.
    left = max(weights.LEFT_OUT, _chance(len(way) - len(full), len(full), weights.LEFT_OUT))
    alone = log((1 - left) * (1 - ours) * (1 - theirs))
    found = {
        (a, b): alone + (a - 1) * log(ours) + (b - 1) * log(theirs)
        for a, b in product(range(1, most + 1), repeat=2)
        if a + b <= most + 1
    }
    return {(1, 0): log(left / 2), (0, 1): log(left / 2), **found}


def _chance(met: int, others: int, usual: float) -> float:
    return (met + usual * weights.USUAL_BEADS) / (met + others + weights.USUAL_BEADS)
