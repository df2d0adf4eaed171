"""What speaks for a border between beads before words are looked at.

A question is rendered by a question, a heading by a heading; what is said in one language between quotation
marks is so in the other.
"""

from __future__ import annotations

from collections import Counter
from math import log

from yubei_pub.align import weights
from yubei_pub.align.sides import Side

_USUAL = Counter(stop=18, asks=1, open=1)  # how sentences end, where a text is too short to tell


class Borders:
    """What a place behind both sentences i and j, counted from 1, is worth as the end of a bead that has both."""

    def __init__(self, source: Side, target: Side) -> None:
        self._ours, self._theirs = source, target
        self._ends = ["stop", *source.ends], ["stop", *target.ends]
        self._quotes = any(source.quoted) and any(target.quoted)  # else one side does not write them
        counts = Counter(target.ends) + _USUAL
        chance = {end: count / counts.total() for end, count in counts.items()}
        self._alike = {end: log(weights.ALIKE / share + 1 - weights.ALIKE) for end, share in chance.items()}
        self._unlike = log(1 - weights.ALIKE)

    def row(self, i: int, low: int, high: int) -> list[float]:
        """How much likelier the two sentences end one bead than any two, as a logarithm, for j from `low` to `high`."""
        ours, theirs = self._ends
        found = [self._alike[end] if end == ours[i] else self._unlike for end in theirs[low : high + 1]]
        if self._quotes:
            quoted, marks = self._ours.quoted[i], self._theirs.quoted[low : high + 1]
            found = [one if mark == quoted else one + weights.QUOTED for one, mark in zip(found, marks, strict=True)]
        return found
