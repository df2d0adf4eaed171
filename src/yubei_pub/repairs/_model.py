"""How likely a stretch of Chinese is, by counts of one, two and three characters in modern texts.

Counted is the *folded* form: Simplified, so that it does not matter by which standard a mirror
converted (爲 or 為), figures as `0`, Latin letters as `a`, punctuation in one width.  Which of
several characters with one folded form is meant is a share of its own: 发 hardly stands on a
page that is Traditional.

The file (built by tools/build_model.py, which names the sources) is packed with LZMA: a line of
JSON, then columns of bytes.  It is read when the first page needs it, and what follows a
character is unpacked when that character is first asked for.
"""

from __future__ import annotations

import json
import sys
from array import array
from collections.abc import Mapping
from functools import cache
from itertools import accumulate
from math import log
from typing import NamedTuple, Protocol, TypeAlias

from yubei_pub import shipped
from yubei_pub.simplify import simplify_text

_GBK = "".join(map(chr, (*range(0x20, 0x7F), *range(0x3000, 0x3040), *range(0x4E00, 0xA000))))
_PUNCTUATION = dict(zip("，：；？！（）．％ \u3000\t", ",:;?!().%\n\n\n", strict=True))
_DIGITS = dict.fromkeys("0123456789０１２３４５６７８９", "0")
_LETTERS = dict.fromkeys("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", "a")

# Counts are stored in eighths of a power of two.
_COUNTS = [2 ** (level / 8) for level in range(256)]
_BIT = log(2) / 8

# Absolute discounting: each count gives up this much, and each row besides counts this much for the
# shorter sequence, per sequence in the row and once.  Tuned on the text set apart for that.
DISCOUNT = 0.9
PAIR_SHARE, PAIR_BASE = 3.9, 5.0
TRIPLE_SHARE, TRIPLE_BASE = 6.9, 10.0
_DISCOUNTED = [count - DISCOUNT for count in _COUNTS]
# How likely a character is that the model never met.
UNSEEN = 1e-7


# What follows a group: by symbol the number of the longer sequence; its count, less the discount; all counts together.
Row: TypeAlias = tuple[dict[int, int], dict[int, float], float]

_CACHED = 50_000  # contexts that are kept; each is a few references


class Char(NamedTuple):
    """A character: its symbol (-1 if never met), how likely that is anywhere, the logarithm of its share of it."""

    symbol: int
    alone: float
    share: float


class Scored(Protocol):
    """What has a symbol, a likelihood and a share."""

    @property
    def symbol(self) -> int: ...
    @property
    def alone(self) -> float: ...
    @property
    def share(self) -> float: ...


class Context(NamedTuple):
    """What follows two symbols.

    A symbol `s` that is likely `alone` anywhere is likely `p = (pairs[s] + pair_rest * alone) * pair_part`
    behind the last symbol, and `(triples[s] + triple_rest * p) * triple_part` behind both, if there are triples.
    """

    pairs: Mapping[int, float]
    pair_rest: float
    pair_part: float
    triples: Mapping[int, float]
    triple_rest: float
    triple_part: float

    def likely(self, char: Scored) -> float:
        """How likely a symbol is here."""
        likely = (self.pairs.get(char.symbol, 0.0) + self.pair_rest * char.alone) * self.pair_part
        if self.triples:
            likely = (self.triples.get(char.symbol, 0.0) + self.triple_rest * likely) * self.triple_part
        return likely


@cache
def _folding() -> dict[int, str]:
    """The table for `str.translate`."""
    simple = simplify_text("\n".join(_GBK)).split("\n")
    table = {ord(char): form for char, form in zip(_GBK, simple, strict=True) if char != form}
    return table | {ord(char): form for char, form in (_PUNCTUATION | _DIGITS | _LETTERS).items()}


def folded(text: str) -> str:
    """The form in which sequences are counted, as long as the text."""
    return text.translate(_folding())


class Model:
    """The counts, and the probabilities they give."""

    def __init__(self, packed: bytes) -> None:
        import lzma

        line, _, body = lzma.decompress(packed).partition(b"\n")
        head = json.loads(line)
        symbols: str = head["symbols"]
        self._number = {symbol: number for number, symbol in enumerate(symbols)}
        columns = _Columns(body)
        self._ones = columns.bytes(len(symbols))
        self._shares = dict(zip(head["variants"], columns.bytes(len(head["variants"])), strict=True))
        self._pairs = _Successors(columns, len(symbols), head["pairs"])
        self._triples = _Successors(columns, head["pairs"], head["triples"])
        self._total = sum(_COUNTS[level] for level in self._ones)
        self._base = len(symbols) + 1
        self._known: dict[str, Char] = {}
        self._contexts: dict[int, Context] = {}

    def char(self, char: str) -> Char:
        """What the model knows of a character."""
        known = self._known.get(char)
        if known is None:
            symbol = self._number.get(folded(char), -1)
            alone = _COUNTS[self._ones[symbol]] / self._total if symbol >= 0 else UNSEEN
            known = self._known[char] = Char(symbol, alone, -_BIT * self._shares.get(char, 0))
        return known

    def history(self, before: int, symbol: int) -> int:
        """The number that the last two symbols make, given the one before and one more symbol."""
        return before % self._base * self._base + symbol + 1

    def context(self, history: int) -> Context:
        """What is likely behind the last two symbols."""
        context = self._contexts.get(history)
        if context is None:
            if len(self._contexts) > _CACHED:
                self._contexts.clear()
            context = self._contexts[history] = self._context(history // self._base - 1, history % self._base - 1)
        return context

    def _context(self, before: int, last: int) -> Context:
        if last < 0:
            return Context({}, 1.0, 1.0, {}, 1.0, 1.0)
        _, pairs, total = self._pairs.row(last)
        rest = PAIR_BASE + PAIR_SHARE * len(pairs)
        whole = total + PAIR_BASE + (PAIR_SHARE - DISCOUNT) * len(pairs)
        number = self._pairs.row(before)[0].get(last) if before >= 0 else None
        triples: Mapping[int, float] = {}
        if number is not None:
            _, triples, total = self._triples.row(number)
        if not triples:
            return Context(pairs, rest, 1 / whole, {}, 1.0, 1.0)
        longer = TRIPLE_BASE + TRIPLE_SHARE * len(triples)
        all_ = total + TRIPLE_BASE + (TRIPLE_SHARE - DISCOUNT) * len(triples)
        return Context(pairs, rest, 1 / whole, triples, longer, 1 / all_)


class _Columns:
    """The columns of the file, one after the other."""

    def __init__(self, body: bytes) -> None:
        self._body = body
        self._at = 0

    def bytes(self, size: int) -> bytes:
        self._at += size
        return self._body[self._at - size : self._at]

    def numbers(self, size: int) -> array[int]:
        """Numbers of two bytes; all low bytes stand before all high ones."""
        raw = bytearray(2 * size)
        raw[::2], raw[1::2] = self.bytes(size), self.bytes(size)
        out = array("H", bytes(raw))
        if sys.byteorder == "big":
            out.byteswap()
        return out


class _Successors:
    """What follows each of a number of groups, with counts."""

    def __init__(self, columns: _Columns, groups: int, size: int) -> None:
        self._starts = array("L", accumulate(columns.numbers(groups), initial=0))
        self._steps = columns.numbers(size)
        self._levels = columns.bytes(size)
        self._rows: dict[int, Row] = {}

    def row(self, group: int) -> Row:
        """The row of a group."""
        row = self._rows.get(group)
        if row is None:
            start, end = self._starts[group], self._starts[group + 1]
            symbols = list(accumulate(self._steps[start:end]))
            levels = self._levels[start:end]
            counts = dict(zip(symbols, map(_DISCOUNTED.__getitem__, levels), strict=True))
            numbers = dict(zip(symbols, range(start, end), strict=True))
            row = self._rows[group] = (numbers, counts, sum(map(_COUNTS.__getitem__, levels)))
        return row


@cache
def model() -> Model:
    """The model of the package, read when it is first needed."""
    return Model(shipped.data("characters.model"))
