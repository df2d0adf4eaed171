"""What speaks for a border between beads before words are looked at.

A question is rendered by a question, a heading by a heading, what opens with a quotation mark or a label by the like;
what is said in one language between quotation marks is so in the other.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from math import log

from yubei_pub.align import weights
from yubei_pub.align.sides import Side

# How sentences begin and end, where a text is too short to tell.
_STARTS = Counter(word=18, quote=1, label=1)
_ENDS = Counter(stop=18, asks=1, open=1)
_UNLIKE = log(1 - weights.ALIKE)


class Borders:
    """What a place behind sentences i and j, counted from 1, is worth as where a bead that has both begins or ends."""

    def __init__(self, source: Side, target: Side) -> None:
        self._ours, self._theirs = source, target
        written = {"word"} | {*source.starts} & {*target.starts}  # what one side never writes tells nothing
        self._starts = [[one if one in written else "word" for one in side.starts] for side in (source, target)]
        self._ends = ["stop", *source.ends], ["stop", *target.ends]
        self._start_alike, self._end_alike = _alike(self._starts[1], _STARTS), _alike(target.ends, _ENDS)
        self._quotes = any(source.quoted) and any(target.quoted)  # else one side does not write them

    def starts(self, i: int, low: int, high: int) -> list[float]:
        """How much likelier what follows begins one bead than any two, as a logarithm, for j from `low` to `high`."""
        ours, theirs = self._starts
        here = ours[i] if i < len(ours) else ""
        found = [self._start_alike[one] if one == here else _UNLIKE for one in theirs[low : high + 1]]
        return found if high < len(theirs) else [*found, 0.0]

    def ends(self, i: int, low: int, high: int) -> list[float]:
        """How much likelier the two sentences end one bead than any two, as a logarithm, for j from `low` to `high`."""
        ours, theirs = self._ends
        found = [self._end_alike[end] if end == ours[i] else _UNLIKE for end in theirs[low : high + 1]]
        if self._quotes:
            quoted, marks = self._ours.quoted[i], self._theirs.quoted[low : high + 1]
            found = [one if mark == quoted else one + weights.QUOTED for one, mark in zip(found, marks, strict=True)]
        return found


def _alike(theirs: Sequence[str], usual: Counter[str]) -> Mapping[str, float]:
    """What it tells that two sentences begin or end alike, by how: the more the rarer."""
    counts = Counter(theirs) + usual
    return {one: log(weights.ALIKE * counts.total() / count + 1 - weights.ALIKE) for one, count in counts.items()}
