"""GBK by its bytes: which pairs are characters, and which of them are met in modern texts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from copy import copy
from functools import cache, lru_cache
from math import log
from operator import itemgetter
from typing import NamedTuple, TypeAlias

from yubei_pub.repairs._model import Char, Context, Model, folded
from yubei_pub.repairs._seam import PAIR_LOST
from yubei_pub.repairs._table import universal

# Characters rarer than this are not guessed, only read: once in ten million.
RAREST = log(1e-7)
CORNERS = "「」"
# So many of the commonest are tried wherever both bytes of a character are lost.
COMMONEST = 60
_CACHED = 30_000  # characters that are kept
# So many of those that share a byte are tried though they have not been seen behind the character before.
COMMON = 8


def _chars() -> list[str]:
    chars = [""] * 0x10000
    trails = range(0x40, 0xFF)
    for lead in range(0x81, 0xFF):
        shown = bytes(byte for trail in trails for byte in (lead, trail)).decode("gbk", PAIR_LOST)
        chars[lead << 8 | 0x40 : lead << 8 | 0xFF] = ["" if char == "?" else char for char in shown]
    return chars


# The character of each pair, by the number of its two bytes; empty if there is none.
CHARS = _chars()
_LEADS = [lead for lead in range(0x81, 0xFF) if any(CHARS[lead << 8 : (lead + 1) << 8])]


@cache
def cannot_follow(byte: int) -> frozenset[int]:
    """The lead bytes that make no character behind this one, so that a decoder loses both."""
    return frozenset(lead for lead in _LEADS if not CHARS[byte << 8 | lead])


class Known:
    """A character with its GBK bytes (the first is 0 if it has but one) and what the model knows of it (as `Char`)."""

    __slots__ = ("alone", "char", "lead", "share", "symbol", "trail")

    def __init__(self, char: str, lead: int, trail: int, met: Char) -> None:
        self.char, self.lead, self.trail = char, lead, trail
        self.symbol, self.alone, self.share = met

    @property
    def frequency(self) -> float:
        """How likely this form of its symbol is anywhere (a logarithm)."""
        return self.alone + self.share


# A character, its symbol, its share of that, and how likely it is behind the last symbol (both logarithms).
# A plain tuple of plain values, which Python's collector of garbage leaves alone.
Fit: TypeAlias = tuple[str, int, float, float]


class Row:
    """Characters that have bytes in common, ready to be looked through for those that fit a place.

    `common` are tried though they have not been seen behind the character before.
    """

    def __init__(self, wholes: Iterable[Known], common: Sequence[Known] | None = None) -> None:
        self.by_char = {whole.char: whole for whole in wholes}
        self.by_symbol: dict[int, list[Known]] = {}
        for whole in self.by_char.values():
            self.by_symbol.setdefault(whole.symbol, []).append(whole)
        self._most = COMMON if common is None else len(common)
        self._ranked = common or sorted(self.by_char.values(), key=lambda whole: -whole.frequency)
        self.common = self._ranked[: self._most]
        self.leads = frozenset(range(256))  # those that are out of the question are passed over
        self._behind: dict[int, Row] = {}

    def behind(self, byte: int) -> Row:
        """Those of them whose lead byte makes no character behind this one."""
        row = self._behind.get(byte)
        if row is None:
            row = self._behind[byte] = copy(self)
            row.leads = cannot_follow(byte)
            row.common = [whole for whole in self._ranked if whole.lead in row.leads][: self._most]
        return row

    def seen(self, pairs: Mapping[int, float]) -> list[Known]:
        """Those that follow a character in the model."""
        by_symbol, leads = self.by_symbol, self.leads
        both = by_symbol.keys() & pairs.keys()
        return [whole for symbol in both for whole in by_symbol[symbol] if whole.lead in leads]

    def new(self, met: Mapping[str, float], pairs: Mapping[int, float]) -> list[Known]:
        """Those that only the page itself shows behind a character, which `pairs` follow in the model."""
        both = self.by_char.keys() & met.keys()
        found = [self.by_char[char] for char in both if self.by_char[char].lead in self.leads]
        return [whole for whole in found if whole.symbol not in pairs and whole not in self.common]


by_likelihood = itemgetter(3)  # of a fit


@lru_cache(maxsize=10_000)
def fitting(row: Row, model: Model, last: int) -> Sequence[Fit]:
    """Those of a row that the model has seen behind a symbol (the last of a history) and the commonest others.

    The same are asked for again and again, over all pages.
    """
    context = model.context(last)
    others = [whole for whole in row.common if whole.symbol not in context.pairs]
    return tuple(sorted(fits(row.seen(context.pairs) + others, context), key=by_likelihood, reverse=True))


def fits(wholes: Iterable[Known], context: Context) -> Sequence[Fit]:
    """What makes steps of characters behind others."""
    behind_last = context.behind_last
    return [(w.char, w.symbol, w.share, behind_last(w.symbol, w.alone) + w.share) for w in wholes]


class Index(NamedTuple):
    """The characters that are guessed, by what may be left of them."""

    by_lead: Mapping[int, Row]  # with trails from 0x80 on
    by_trail: Mapping[int, Row]
    # Of `by_lead` those that some lead byte cannot follow, so that both are lost; and all of them.
    losing: Mapping[int, Row]
    losing_both: Row
    by_symbol: Mapping[int, Sequence[Known]]
    by_reading: Mapping[str, Sequence[Known]]
    commonest: Sequence[Known]


class Characters(dict[str, Known]):
    """Characters, of GBK or not, with what the model knows of them, as they are asked for."""

    def __init__(self, model: Model) -> None:
        self._model = model

    def __missing__(self, char: str) -> Known:
        if len(self) > _CACHED:
            self.clear()
        lead, trail = char.encode("gbk", "ignore").rjust(2, b"\0")
        whole = self[char] = Known(char, lead, trail, self._model.char(char))
        return whole


characters = cache(Characters)  # of a model


@cache
def known(model: Model, corners: bool) -> Index:
    """The characters that the model has met, with their bytes; 「 and 」 of Taiwan only if asked for."""
    chars = model.met("".join(CHARS))
    data = chars.encode("gbk")
    wholes = [
        Known(char, lead, trail, met)
        for char, lead, trail, met in zip(chars, data[::2], data[1::2], model.chars(chars), strict=True)
    ]
    by_lead: dict[int, list[Known]] = {byte: [] for byte in range(256)}
    by_trail: dict[int, list[Known]] = {byte: [] for byte in range(256)}
    by_symbol: defaultdict[int, list[Known]] = defaultdict(list)
    by_reading: defaultdict[str, list[Known]] = defaultdict(list)
    for whole in filter(_guessed, wholes):
        if whole.char in CORNERS and not corners:
            continue
        if whole.trail >= 0x80:
            by_lead[whole.lead].append(whole)
        by_trail[whole.trail].append(whole)
        by_symbol[whole.symbol].append(whole)
        for reading in universal().readings.get(whole.char, ()):
            by_reading[reading].append(whole)
    forms = [max(row, key=lambda whole: whole.share) for row in by_symbol.values()]
    commonest = sorted(forms, key=lambda whole: -whole.alone)[:COMMONEST]
    leads, trails = ({byte: Row(row) for byte, row in rows.items()} for rows in (by_lead, by_trail))
    losing = {lead: [whole for whole in row if cannot_follow(whole.trail)] for lead, row in by_lead.items()}
    both = [whole for row in losing.values() for whole in row]
    alone = {whole.symbol: whole.alone for whole in both}
    usual = sorted(alone, key=lambda symbol: -alone[symbol])[:COMMONEST]
    losing_both = Row(both, [whole for whole in both if whole.symbol in usual])
    all_losing = {lead: Row(row, row) for lead, row in losing.items()}
    return Index(leads, trails, all_losing, losing_both, dict(by_symbol), dict(by_reading), commonest)


def _guessed(whole: Known) -> bool:
    """Whether it is; full-width figures and letters are not, which mirrors leave as they are typed today."""
    full_width = whole.char > "\uff00" and folded(whole.char).isalnum()
    return whole.frequency >= RAREST and not full_width
