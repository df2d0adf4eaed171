"""Finding English quantities: dates and words such as "doubled" first, numerals between them.

What stands around a numeral decides its kind (`kinds`).
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from itertools import islice

from yubei_pub.beads import Quantity
from yubei_pub.patterns import lazy_regex
from yubei_pub.quantities.currencies import sign_before
from yubei_pub.quantities.english.approximators import approximator
from yubei_pub.quantities.english.dates import OPENING as DATE_OPENING
from yubei_pub.quantities.english.dates import dates
from yubei_pub.quantities.english.kinds import numeral_at
from yubei_pub.quantities.english.numerals import KINDS, numerals, plain, without_addresses
from yubei_pub.quantities.english.tokens import openings
from yubei_pub.quantities.english.units import PERCENT, SYMBOL, unit_at
from yubei_pub.quantities.english.words import OPENING, worded
from yubei_pub.quantities.values import LONGEST, Read, quantity

_BATCH = 100  # places of a line at which is looked at a time, and all behind them up to an end
_ENDS = lazy_regex(r"; |\. [A-Z]")  # over which no date, word or numeral goes
_OPENING = frozenset((*DATE_OPENING, *OPENING, *KINDS))


def find(text: str) -> Iterator[Quantity]:
    """The quantities of a text from left to right, not overlapping; offsets in code points.

    `[start, end)` is the number itself with what makes its kind (third, 50 percent, July 10,
    351.2 billion), without unit, currency and approximator.
    """
    offset = 0
    for line in plain(text).split("\n"):
        for read in _line(line):
            if read.counts:
                said = approximator(line, read) if read.approximator is None else read.approximator
                yield quantity(read, said, offset)
        offset += len(line) + 1


def _line(text: str) -> Iterator[Read]:
    """Dates, words and numerals of a line in their order; what comes first wins its stretch."""
    text = without_addresses(text)
    used = 0
    for places in _batches(text):
        stop = min(len(text), places[-1][0] + LONGEST)
        reads = [date for date in dates(text, places, stop) if not _counts(text, date)]
        reads += worded(text, places, stop)
        fixed = deque(sorted(reads, key=lambda read: (read.start, -read.end)))
        found = list(numerals(text, places))
        for index, numeral in enumerate(found):
            while fixed and fixed[0].start <= numeral.start:
                if (read := fixed.popleft()).start >= used:
                    used = read.end
                    yield read
            limit = fixed[0].start if fixed else len(text)
            if numeral.start >= used and (counted := numeral_at(text, found, index, limit)):
                used = max(used, counted.end)
                yield counted
        for read in fixed:
            if read.start >= used:
                used = read.end
                yield read


def _batches(text: str) -> Iterator[list[tuple[int, str]]]:
    """The places of a line at which something may begin, some hundred at a time: what is found stays lazy."""
    places = openings(text, _OPENING)
    ahead: list[tuple[int, str]] = []
    while batch := ahead + list(islice(places, _BATCH)):
        ahead = []
        for place in places:
            if _ENDS.search(text, batch[-1][0], place[0] + 1):
                ahead = [place]
                break
            batch.append(place)
        yield batch


def _counts(text: str, date: Read) -> bool:
    """Whether four digits that could be a year count something (2000 km) or are money."""
    if date.unit != "y":
        return False
    end = date.end
    behind = unit_at(text, end) or SYMBOL.match(text, end) or PERCENT.match(text, end)
    return bool(behind or sign_before(text, date.start))
