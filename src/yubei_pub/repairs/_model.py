"""How likely a stretch of Chinese is, by how characters follow one or two others in modern texts.

Counted is the *folded* form: Simplified, so that it does not matter by which standard a mirror
converted (爲 or 為), figures as `0`, Latin letters as `a`, punctuation in one width.  Which of
several characters with one folded form is meant is a share of its own: 发 hardly stands on a
page that is Traditional.

A sequence that the model does not hold is looked up without its first character, and costs what that is
worth (interpolated Kneser-Ney, pruned; tools/language_model.py).

The file (built by tools/build_model.py, which names the sources) is packed with LZMA: a line of
JSON, then columns of bytes.  It is read when the first page needs it, and what follows a
character is unpacked when that character is first asked for.
"""

from __future__ import annotations

import json
import sys
from array import array
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import accumulate
from math import log
from typing import NamedTuple, TypeAlias

from yubei_pub import shipped
from yubei_pub.simplify import simplify_text

_GBK = "".join(map(chr, (*range(0x20, 0x7F), *range(0x3000, 0x3040), *range(0x4E00, 0xA000))))
_PUNCTUATION = dict(zip("，：；？！（）．％「」 \u3000\t\r", ",:;?!().%“”\n\n\n\n", strict=True))
_DIGITS = dict.fromkeys("0123456789０１２３４５６７８９", "0")
_LETTERS = dict.fromkeys("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", "a")

# Likelihoods are stored as logarithms, in parts of a power of two; of what is left to others, MIDDLE is 1.
PARTS, MIDDLE = 2, 128
_LIKELY = [-level * log(2) / PARTS for level in range(256)]
_LEFT = [(MIDDLE - level) * log(2) / PARTS for level in range(256)]
# How likely a character is that the model never met (a logarithm).
UNSEEN = log(1e-7)

# What follows a group: by symbol how likely it is, and what one that is not there costs besides (both logarithms).
Row: TypeAlias = tuple[Mapping[int, float], float]
NOTHING: Row = ({}, 0.0)

_CACHED = 50_000  # contexts that are kept; each is a few references


class Char(NamedTuple):
    """A character: its symbol (-1 if never met), how likely that is anywhere, its share of it (both logarithms)."""

    symbol: int
    alone: float
    share: float


class Context:
    """What follows two symbols (all logarithms).

    A symbol `s` that is likely `alone` anywhere is likely `pairs[s]` behind the last, or, if it was not met there,
    `pair_rest + alone`.  Behind both it is likely `longer[s]`, or `rest` more than that.

    No named tuple, of which Python takes a value five times as long as of this.
    """

    __slots__ = ("longer", "pair_rest", "pairs", "rest")

    def __init__(self, both: Row, last: Row) -> None:
        self.longer, self.rest = both
        self.pairs, self.pair_rest = last

    def behind_last(self, symbol: int, alone: float) -> float:
        """How likely a symbol is behind the last."""
        return self.pairs.get(symbol, self.pair_rest + alone)

    def behind_both(self, symbol: int, alone: float) -> float:
        """How likely a symbol is behind both."""
        if symbol in self.longer:
            return self.longer[symbol]
        return self.rest + self.pairs.get(symbol, self.pair_rest + alone)


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
    """How likely symbols are anywhere, behind another, and behind two."""

    def __init__(self, packed: bytes) -> None:
        import lzma

        line, _, body = lzma.decompress(packed).partition(b"\n")
        head = json.loads(line)
        symbols: str = head["symbols"]
        # One object a number: a dictionary finds a key that is the very object without comparing.
        numbers = list(range(len(symbols)))
        self._number = dict(zip(symbols, numbers, strict=True))
        columns = _Columns(body)
        self._ones = columns.bytes(len(symbols))
        self._shares = dict(zip(head["variants"], columns.bytes(len(head["variants"])), strict=True))
        self._pairs = _Successors(columns, numbers, len(symbols), head["pairs"])
        self._triples = _Successors(columns, numbers, head["pairs"], head["triples"])
        self.base = len(symbols) + 1
        self.contexts: dict[int, Context] = {}

    def char(self, char: str) -> Char:
        """What the model knows of a character."""
        return next(self.chars(char))

    def chars(self, text: str) -> Iterator[Char]:
        """The same of each character of a text."""
        for char, form in zip(text, folded(text), strict=True):
            symbol = self._number.get(form, -1)
            alone = _LIKELY[self._ones[symbol]] if symbol >= 0 else UNSEEN
            yield Char(symbol, alone, _LIKELY[self._shares.get(char, 0)])

    def met(self, text: str) -> str:
        """Those characters of a text that have a symbol."""
        return "".join(char for char, form in zip(text, folded(text), strict=True) if form in self._number)

    def history(self, before: int, symbol: int) -> int:
        """The number that the last two symbols make, given the one before and one more symbol."""
        return before % self.base * self.base + symbol + 1

    def context(self, history: int) -> Context:
        """What is likely behind the last two symbols, by the number that they make; `contexts` has those asked for."""
        context = self.contexts.get(history)
        if context is None:
            if len(self.contexts) > _CACHED:
                self.contexts.clear()
            before, last = history // self.base - 1, history % self.base - 1
            number = self._pairs.number(before, last) if min(before, last) >= 0 else None
            both = NOTHING if number is None else self._triples.row(number)
            context = self.contexts[history] = Context(both, self._pairs.row(last) if last >= 0 else NOTHING)
        return context


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
    """What follows each of a number of groups, and how likely."""

    def __init__(self, columns: _Columns, numbers: list[int], groups: int, size: int) -> None:
        self._starts = array("L", accumulate(columns.numbers(groups), initial=0))
        self._steps = columns.numbers(size)
        self._levels = columns.bytes(size)
        self._left = columns.bytes(groups)
        self._numbers = numbers
        self._symbols: dict[int, array[int]] = {}
        self._rows: dict[int, Row] = {}

    def number(self, group: int, symbol: int) -> int | None:
        """The number of the sequence that a symbol behind a group makes; None if it was never met."""
        start = self._starts[group]
        symbols = self._symbols.get(group)
        if symbols is None:
            symbols = self._symbols[group] = array("H", accumulate(self._steps[start : self._starts[group + 1]]))
        place = bisect_left(symbols, symbol)
        return start + place if place < len(symbols) and symbols[place] == symbol else None

    def row(self, group: int) -> Row:
        """The row of a group."""
        row = self._rows.get(group)
        if row is None:
            start, end = self._starts[group], self._starts[group + 1]
            if start == end:
                return NOTHING
            symbols = map(self._numbers.__getitem__, accumulate(self._steps[start:end]))
            likely = map(_LIKELY.__getitem__, self._levels[start:end])
            row = self._rows[group] = (dict(zip(symbols, likely, strict=True)), _LEFT[self._left[group]])
        return row


@cache
def model() -> Model:
    """The model of the package, read when it is first needed."""
    return Model(shipped.data("characters.model"))
