"""Finding Chinese quantities: the numerals first, then what stands around each decides its kind (`kinds`)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from yubei_pub.beads import Quantity
from yubei_pub.patterns import lazy_regex
from yubei_pub.quantities.chinese.approximators import approximator
from yubei_pub.quantities.chinese.kinds import readers
from yubei_pub.quantities.chinese.numerals import Numeral, numerals, plain
from yubei_pub.quantities.values import Read, lookahead, quantity

# Between a figure and Chinese some type a blank, which says nothing: 7 点 30 分; but between two numerals it does.
_NUMERAL = "零〇一二两三四五六七八九十百千"
_BLANK = lazy_regex(
    rf" (?:(?<=[\u4e00-\u9fff] )(?<![{_NUMERAL}万亿] )(?=[0-9])|(?<=[0-9] )(?![{_NUMERAL}])(?=[\u4e00-\u9fff]))"
)
_REACH = 3  # numerals that a reader may look ahead: 三百五 又 三分之一


def find(text: str) -> Iterator[Quantity]:
    """The quantities of a text from left to right, not overlapping; offsets in code points.

    `[start, end)` is the number itself with what makes its kind (第三, 百分之五, 50%, 7月10日),
    without unit, currency and approximator.
    """
    offset = 0
    for line in text.split("\n"):
        blanks = [match.start() for match in _BLANK.finditer(line)] if " " in line else []
        if not blanks:  # as nearly every line
            yield from _line(line, offset)
        for found in _line(_BLANK.sub("", line), 0) if blanks else ():
            start, end = (_with(blanks, at) for at in (found.start, found.end - 1))
            yield found._replace(start=offset + start, end=offset + end + 1)
        offset += len(line) + 1


def _with(blanks: Sequence[int], at: int) -> int:
    """A place of a line without its blanks as one of the line itself."""
    for blank in blanks:
        if blank > at:
            break
        at += 1
    return at


def bare(text: str) -> Iterator[float]:
    """Sizes without a digit, which count nothing here but may in English: 10,000 for the 万 of 万言书."""
    for numeral in numerals(plain(text)):
        if numeral.bare and numeral.end - numeral.start == 1:
            yield float(numeral.low)


def _line(line: str, offset: int) -> Iterator[Quantity]:
    text = plain(line)
    used = 0
    for found, index in lookahead(numerals(text), _REACH):
        numeral = found[index]
        if numeral.start < used:
            continue
        read = _read(text, found, index)
        if read is None:
            continue
        used = read.end
        if read.counts:
            said = approximator(text, read, numeral) if read.approximator is None else read.approximator
            yield quantity(read, said, offset)


def _read(text: str, found: list[Numeral], index: int) -> Read | None:
    """What the first reader that can says of a numeral."""
    for reader in readers(found[index].behind):
        if (read := reader(text, found, index)) is not None:
            return read
    return None
