"""One reading of the bytes that a damaged stretch was shown from, as far as they have been read."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from math import log
from operator import itemgetter
from typing import NamedTuple, TypeAlias

from yubei_pub.repairs._gbk import cannot_follow

IN_STEP, ANY = 0, -1
ASCII_BEHIND = 0x7F  # no lead byte: the second byte of what is shown is a character of its own
# The score; the lead byte that waits (IN_STEP if none does; ANY, or the negative of the byte before it, if it is
# lost); the text; the model's history of it; the pairs known to be annotated, with their readings; how many times
# as likely as this path all are that were given up for it, because they go on in the same way.
Path: TypeAlias = tuple[float, int, str, int, Mapping[bytes, str], float]
# A path with one more character, not yet built: the score, the lead byte that waits, the path, the character and its
# symbol.
Step: TypeAlias = tuple[float, int, Path, str, int]


class Found(NamedTuple):
    """What stands before `end` of the damaged text, in place of what is shown there."""

    end: int
    text: str
    score: float
    inserted: Mapping[bytes, str]
    mass: float  # how many times as likely it is with all that end in the same way


@cache
def waiting(pending: int) -> float:
    """What a path costs that has lost a lead byte, until that is known: how many of the 126 it may have been."""
    return log(len(cannot_follow(-pending)) / 126) if pending < ANY else 0.0


by_score, waits_for = itemgetter(0), itemgetter(1)  # of a path or a step
