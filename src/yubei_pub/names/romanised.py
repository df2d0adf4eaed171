"""The words of an English text that may be pinyin."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from yubei_pub.names import pinyin
from yubei_pub.names._english import ENGLISH
from yubei_pub.patterns import lazy_regex

_LETTER, _JOINER = r"[^\W\d_]", f"[{pinyin.APOSTROPHES}-]"
# From a letter that is no small one of English and begins a word: most words are passed over at once.
_WORD = lazy_regex(rf"[^\Wa-z\d_](?<!{_LETTER}.)(?<!{_LETTER}{_JOINER}.){_LETTER}*(?:{_JOINER}{_LETTER}+)*", re.DOTALL)
_OWNER = lazy_regex(rf"[{pinyin.APOSTROPHES}][sS]$")


class Word(NamedTuple):
    """`[start, end)` of a text: a word with a capital that can be read as pinyin, in the ways of `ways`."""

    text: str
    start: int
    end: int
    ways: tuple[tuple[str, ...], ...]

    @property
    def english(self) -> bool:
        """Whether it is an English word as well: alone it is then no evidence, as a given name it is."""
        return self.text.lower() in ENGLISH

    @property
    def joined(self) -> bool:
        """Whether it is written as one, without hyphen; an apostrophe does not cut it."""
        return "-" not in self.text


@lru_cache(1 << 14)  # asked for where names are met, and where they are nearly
def words(text: str) -> tuple[Word, ...]:
    """The words with a capital that can be pinyin, possessive taken off: `Xi’an’s` → `Xi’an`."""
    found: list[Word] = []
    for match in _WORD.finditer(text):
        if not match[0][0].isupper():
            continue
        word = match[0][:-2] if _OWNER.search(match[0]) else match[0]
        if ways := pinyin.syllables(word):
            found.append(Word(word, match.start(), match.start() + len(word), ways))
    return tuple(found)


def runs(found: Sequence[Word], text: str, most: int) -> Iterator[tuple[Word, ...]]:
    """Two to `most` neighbouring words with one blank between them, the longer runs first."""
    for size in range(most, 1, -1):
        for first in range(len(found) - size + 1):
            run = tuple(found[first : first + size])
            if all(text[a.end : b.start] in (" ", "\u00a0") for a, b in pairwise(run)):
                yield run
