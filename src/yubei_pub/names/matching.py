"""Which words of an English text are the pinyin of which stretches of a Chinese one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from yubei_pub.names import pinyin, romanised
from yubei_pub.names.romanised import Word
from yubei_pub.names.surnames import SURNAMES, is_read

_MOST_WORDS = 3  # Yang Xiao Yun


class Match(NamedTuple):
    """`[start, end)` of the English stands for `[zh_start, zh_end)` of the Chinese.

    `kind` is "person" where a surname and a given name meet in the Chinese, else "word" (a
    place, a river, a brand).  `family_first` says in which order a person's name stands, `given`
    how the given name is written: as one word ("joined"), with a hyphen ("hyphen") or as two words ("spaced").
    `way` are the syllables of a word, of a person's name those of the given name.
    """

    zh: str
    zh_start: int
    zh_end: int
    start: int
    end: int
    kind: str
    way: tuple[str, ...]
    family_first: bool = True
    given: str = "joined"


class ChineseText:
    """A Chinese text in which readings are looked for, each first syllable once."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._first: dict[str, list[int]] = {}

    def find(self, way: Sequence[str]) -> Iterator[int]:
        """Where characters stand that can be read as these syllables."""
        first, rest = way[0], way[1:]
        if first not in self._first:
            read_so = pinyin.characters(first)
            self._first[first] = [place for place, char in enumerate(self.text) if char in read_so]
        for place in self._first[first]:
            behind = self.text[place + 1 : place + len(way)]
            if len(behind) == len(rest) and all(map(pinyin.reads, behind, rest)):
                yield place


@lru_cache(1 << 14)  # checks of beads ask for a paragraph, and then those of the whole briefing
def matches(chinese: str, english: str) -> tuple[Match, ...]:
    """The persons and other names in pinyin that both texts have, in the order of the English.

    A word is matched with the first place in the Chinese that it can stand for; no word
    is matched twice.  A single syllable is no evidence and never matched.
    """
    words = romanised.words(english)
    if not words:
        return ()
    source = ChineseText(chinese)
    found: list[Match] = []
    taken: set[int] = set()
    for run in romanised.runs(words, english, _MOST_WORDS):
        if taken.isdisjoint(word.start for word in run) and (person := _person(source, run)):
            found.append(person)
            taken.update(word.start for word in run)
    rest = (word for word in words if word.start not in taken and not word.english)
    found += [place for word in rest if (place := _word(source, word))]
    return tuple(sorted(found, key=lambda match: match.start))


def _person(source: ChineseText, run: Sequence[Word]) -> Match | None:
    """Surname first if it can be read so: 王洋 is Wang Yang, and no 杨旺 in the wrong order."""
    for family_first in (True, False):
        family, given = (run[0], run[1:]) if family_first else (run[-1], run[:-1])
        for way in _given(given):
            for place in source.find(way):
                start = _surname_before(source.text, place, family.text)
                if start is not None:
                    end = place + len(way)
                    zh = source.text[start:end]
                    style = "spaced" if len(given) > 1 else "joined" if given[0].joined else "hyphen"
                    return Match(zh, start, end, run[0].start, run[-1].end, "person", way, family_first, style)
    return None


def _given(words: Sequence[Word]) -> Iterator[tuple[str, ...]]:
    """The given names of one or two syllables that some words can be; each of several words is one syllable."""
    if len(words) == 1:
        yield from (way for way in words[0].ways if len(way) <= 2)
    elif len(words) == 2 and all((word.text.lower(),) in word.ways for word in words):
        yield tuple(word.text.lower() for word in words)


def _surname_before(text: str, place: int, word: str) -> int | None:
    """Where the surname starts that stands before `place` and can be read so; 欧阳 before 阳."""
    for length in (2, 1):
        start = place - length
        if start >= 0 and text[start:place] in SURNAMES and is_read(text[start:place], word):
            return start
    return None


def _word(source: ChineseText, word: Word) -> Match | None:
    for way in word.ways:
        if len(way) < 2:
            continue
        for start in source.find(way):
            end = start + len(way)
            return Match(source.text[start:end], start, end, word.start, word.end, "word", way)
    return None
