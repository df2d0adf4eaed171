"""GBK by its bytes: which pairs are characters, and which of them are met in modern texts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from functools import cache
from math import exp
from typing import NamedTuple

from yubei_pub.repairs._model import Model, folded
from yubei_pub.repairs._table import universal

# Characters rarer than this are not guessed, only read: once in ten million.
RAREST = 1e-7
# So many of the commonest are tried wherever both bytes of a character are lost.
COMMONEST = 60
# So many of those that share a byte are tried though they have not been seen behind the character before.
COMMON = 8


def _chars() -> list[str]:
    chars = [""] * 0x10000
    for lead in range(0x81, 0xFF):
        for trail in range(0x40, 0xFF):
            char = bytes((lead, trail)).decode("gbk", "ignore")
            if len(char) == 1 and char > "\x7f":
                chars[lead << 8 | trail] = char
    return chars


# The character of each pair, by the number of its two bytes; empty if there is none.
CHARS = _chars()


@cache
def cannot_follow(byte: int) -> frozenset[int]:
    """The lead bytes that make no character behind this one, so that a decoder loses both."""
    leads = (lead for lead in range(0x81, 0xFF) if any(CHARS[lead << 8 : (lead + 1) << 8]))
    return frozenset(lead for lead in leads if not CHARS[byte << 8 | lead])


class Known(NamedTuple):
    """A character with what the model knows of it (as `Char`)."""

    char: str
    symbol: int
    alone: float
    share: float


class Row:
    """Characters that share a byte, with their other byte, ready to be looked through for those that fit a place."""

    def __init__(self, entries: Iterable[tuple[int, Known]]) -> None:
        self.by_char = {whole.char: (byte, whole) for byte, whole in entries}
        self.by_symbol: dict[int, list[tuple[int, Known]]] = {}
        for entry in self.by_char.values():
            self.by_symbol.setdefault(entry[1].symbol, []).append(entry)
        likely = sorted(self.by_char.values(), key=lambda entry: -entry[1].alone * exp(entry[1].share))
        self.common = likely[:COMMON]

    def fitting(self, followers: Mapping[int, float], met: Mapping[str, float]) -> list[tuple[int, Known]]:
        """Those that have been seen behind a character, in the model or on the page, and the commonest others."""
        seen = [entry for symbol in self.by_symbol.keys() & followers.keys() for entry in self.by_symbol[symbol]]
        others = [entry for entry in self.common if entry[1].symbol not in followers]
        new = [char for char in self.by_char.keys() & met.keys() if self.by_char[char][1].symbol not in followers]
        return seen + others + [self.by_char[char] for char in new if self.by_char[char] not in others]


class Index(NamedTuple):
    """The characters that are guessed, by what may be left of them, with their other bytes."""

    by_lead: Mapping[int, Row]  # with trails from 0x80 on
    by_trail: Mapping[int, Row]
    # Of `by_lead` those that some lead byte cannot follow, so that both are lost; the same by symbol; their commonest.
    losing: Mapping[int, Sequence[tuple[int, Known]]]
    losing_both: Mapping[int, Sequence[tuple[int, int, Known]]]
    commonest_losing: Set[int]
    by_symbol: Mapping[int, Sequence[tuple[int, int, Known]]]
    by_reading: Mapping[str, Sequence[tuple[int, int, Known]]]
    commonest: Sequence[Known]


@cache
def known(model: Model) -> Index:
    """The characters that the model has met, with their bytes."""
    by_lead: dict[int, list[tuple[int, Known]]] = {byte: [] for byte in range(256)}
    by_trail: dict[int, list[tuple[int, Known]]] = {byte: [] for byte in range(256)}
    by_symbol: defaultdict[int, list[tuple[int, int, Known]]] = defaultdict(list)
    by_reading: defaultdict[str, list[tuple[int, int, Known]]] = defaultdict(list)
    for lead, trail, whole in _met(model):
        if trail >= 0x80:
            by_lead[lead].append((trail, whole))
        by_trail[trail].append((lead, whole))
        by_symbol[whole.symbol].append((lead, trail, whole))
        for reading in universal().readings.get(whole.char, ()):
            by_reading[reading].append((lead, trail, whole))
    forms = [max((form for *_, form in row), key=lambda form: form.share) for row in by_symbol.values()]
    commonest = sorted(forms, key=lambda form: -form.alone)[:COMMONEST]
    leads, trails = ({byte: Row(row) for byte, row in rows.items()} for rows in (by_lead, by_trail))
    losing = {lead: [entry for entry in row if cannot_follow(entry[0])] for lead, row in by_lead.items()}
    losing_both: defaultdict[int, list[tuple[int, int, Known]]] = defaultdict(list)
    for lead, row in losing.items():
        for trail, whole in row:
            losing_both[whole.symbol].append((lead, trail, whole))
    usual = frozenset(sorted(losing_both, key=lambda symbol: -losing_both[symbol][0][2].alone)[:COMMONEST])
    return Index(leads, trails, losing, dict(losing_both), usual, dict(by_symbol), dict(by_reading), commonest)


def _met(model: Model) -> Iterator[tuple[int, int, Known]]:
    """Characters with their bytes; but full-width figures and letters, which mirrors leave as they are typed today."""
    for pair, char in enumerate(CHARS):
        if char and not (char > "\uff00" and folded(char).isalnum()):
            whole = Known(char, *model.char(char))
            if whole.symbol >= 0 and whole.alone * exp(whole.share) >= RAREST:
                yield pair >> 8, pair & 0xFF, whole
