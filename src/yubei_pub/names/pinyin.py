"""The syllables of Hanyu Pinyin, how characters are read, and how a word is cut into syllables."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from yubei_pub import shipped

_TONES = frozenset("\u0300\u0301\u0304\u030c")  # grave, acute, macron, caron; not the diaeresis of ü
_LONGEST = 6  # zhuang
# ü as passports (GB/T 28039: lyu) and keyboards (lv) write it; u is what is left when it is dropped.
_SPELLED = {f"{a}ü{z}": tuple(f"{a}{v}{z}" for v in ("ü", "yu", "v", "u")) for a in "ln" for z in ("", "e")}
APOSTROPHES = "'’ʼ＇‘`"


class _Table(NamedTuple):
    """The syllables of each character, the usual one first, the characters of each, and all spellings of syllables."""

    readings: Mapping[str, tuple[str, ...]]
    characters: Mapping[str, str]
    spelled: frozenset[str]


def readings(char: str) -> tuple[str, ...]:
    """How a character is read, without tone, the usual reading first: 单 → dan, chan, shan; none if it is unknown."""
    return _table().readings.get(char, ())


@lru_cache(16_384)
def spellings(char: str) -> tuple[str, ...]:
    """How a character can be spelled: 吕 → lü, lyu, lv, lu; none if it is unknown."""
    return tuple(spelled for syllable in readings(char) for spelled in _SPELLED.get(syllable, (syllable,)))


def reads(char: str, spelled: str) -> bool:
    """Whether a syllable as it is spelled can be a reading of a character: `lyu`, `lv`, `lu` and `lü` can be 吕."""
    return spelled in spellings(char)


@lru_cache(1024)
def characters(spelled: str) -> frozenset[str]:
    """The characters that a syllable as it is spelled can be a reading of."""
    known = _table().characters.items()
    return frozenset("".join(chars for syllable, chars in known if spelled in _SPELLED.get(syllable, (syllable,))))


def bare(word: str) -> str:
    """A word in small letters without tones; ü stays: `Lǚliáng` → `lüliang`."""
    return without_tones(word).lower()


def without_tones(word: str) -> str:
    """The same in the letters it has: `Níngbō-Zhōushān` → `Ningbo-Zhoushan`."""
    if word.isascii():
        return word
    letters = (char for char in unicodedata.normalize("NFD", word) if char not in _TONES)
    return unicodedata.normalize("NFC", "".join(letters))


@lru_cache(65_536)
def syllables(word: str) -> tuple[tuple[str, ...], ...]:
    """All ways to read a word as pinyin, none if it is no pinyin: `xian` → (xian), (xi, an).

    Apostrophes and hyphens only cut (`Xi’an` is not xian); tones and capitals do not matter.
    """
    ways: tuple[tuple[str, ...], ...] = ((),)
    for part in _parts(bare(word)):
        ways = tuple((*before, *way) for before in ways for way in _cut(part))
    return ways if ways != ((),) else ()


def join(spelled: Sequence[str]) -> str:
    """Syllables as one word, an apostrophe before a, e and o: (xi, an) → `xi’an`."""
    return "".join("’" * (place > 0 and syllable[0] in "aeo") + syllable for place, syllable in enumerate(spelled))


def _parts(word: str) -> list[str]:
    for sign in APOSTROPHES + "-":
        word = word.replace(sign, " ")
    return word.split()


def _cut(part: str) -> tuple[tuple[str, ...], ...]:
    """The ways to cut letters into syllables; a word of a hundred letters is no name."""
    if len(part) > 4 * _LONGEST:
        return ()
    known = _table().spelled
    ways: list[list[tuple[str, ...]]] = [[()]]
    for end in range(1, len(part) + 1):
        found: list[tuple[str, ...]] = []
        for start in range(max(0, end - _LONGEST), end):
            if ways[start] and part[start:end] in known:
                found += [(*way, part[start:end]) for way in ways[start]]
        ways.append(found)
    return tuple(ways[-1])


@cache
def _table() -> _Table:
    lines = [line.partition(" ") for line in shipped.text("pinyin.txt").splitlines() if not line.startswith("#")]
    rows = [(syllable, *chars.split("|")) for syllable, _, chars in lines]
    known: dict[str, tuple[str, ...]] = {}
    for syllable, usual, *_ in rows:
        known.update(dict.fromkeys(usual, (syllable,)))  # a character has one usual reading
    for syllable, _, *others in rows:
        for char in "".join(others):
            known[char] += (syllable,)
    spelled = frozenset(each for syllable, *_ in rows for each in _SPELLED.get(syllable, (syllable,)))
    return _Table(known, {syllable: "".join(chars) for syllable, *chars in rows}, spelled)
