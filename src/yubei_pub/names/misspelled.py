"""Names that an English text has almost right: the surname in another reading, or one syllable wrong."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from yubei_pub.names import pinyin
from yubei_pub.names.matching import Match, matches
from yubei_pub.names.romanised import Word, runs, words
from yubei_pub.names.surnames import SURNAMES, is_read, romanise, surname
from yubei_pub.patterns import lazy_regex

_TWO_WORDS = lazy_regex(r"(?<![\w-])(?=([A-ZÜ][a-zü’']+) ([A-ZÜ][a-zü’']+)(?![\w-]))")  # overlapping


class Misspelled(NamedTuple):
    """`[start, end)` of the English should be `right`, the name at `zh_start` of Chinese segment `segment`."""

    zh: str
    segment: int
    zh_start: int
    start: int
    end: int
    right: str


def misspelled(
    chinese: Sequence[str], english: str, known: Collection[str], settled: Collection[str]
) -> Iterator[Misspelled]:
    """The names that the Chinese has, the English has not, and has something like instead.

    `known` are the persons of the briefing, `settled` those whom the glossary has.
    """
    met = matches("\n".join(chinese), english)
    told = list(_known(chinese, english, set(known) - set(settled), met))
    yield from told
    persons = [one for one in met if one.kind == "person"]  # 玉兰 of 解玉兰 is met as a word
    taken = [(one.start, one.end) for side in (persons, told) for one in side]
    others = {*settled, *(one.zh for side in (persons, told) for one in side)}
    for family, given in runs(words(english), english, 2):
        free = all(given.end <= start or end <= family.start for start, end in taken)
        if free and f"{family.text} {given.text}" not in map(romanise, known):
            yield from islice(_like(chinese, family, given, others), 1)


def _known(chinese: Sequence[str], english: str, known: Iterable[str], met: Sequence[Match]) -> Iterator[Misspelled]:
    """Those of persons whom the Chinese tells to be such; what is another’s name is nobody’s misspelled."""
    taken = [range(one.start, one.end) for one in met if one.kind == "person"]
    for zh in sorted(known):
        segment = next((number for number, text in enumerate(chinese) if zh in text), None)
        right = romanise(zh)
        if segment is None or not right or any(zh.startswith(one.zh) or one.zh.startswith(zh) for one in met):
            continue
        for match in _TWO_WORDS.finditer(english):
            if not any(match.start() in one for one in taken) and _almost(zh, match[1], match[2]):
                yield Misspelled(zh, segment, chinese[segment].index(zh), match.start(), match.end(2), right)
                break


def _like(chinese: Sequence[str], family: Word, given: Word, others: Collection[str]) -> Iterator[Misspelled]:
    """Names of three characters that two words are but for one: Ye Guangming for 叶光富, Ceng Guofan for 曾国藩."""
    ways = [way for way in given.ways if len(way) == 2] if given.joined else []
    for number, text in enumerate(chinese if ways else ()):
        for start, char in enumerate(text):
            if char in SURNAMES and pinyin.reads(char, pinyin.bare(family.text)):
                zh, wanted = text[start : start + 3], 1 if is_read(char, family.text) else 2
                right = romanise(zh)
                if right and zh not in others and any(_is_off(zh[1:], way, wanted) for way in ways):
                    yield Misspelled(zh, number, start, family.start, given.end, right)


def _read(name: str, way: Sequence[str]) -> int:
    """How many characters of a given name of two are read so."""
    return sum(map(pinyin.reads, name, way)) if len(name) == 2 else 0


def _is_off(name: str, way: Sequence[str], right: int = 1) -> bool:
    """Whether so many characters of a given name of two are right, or both are and have changed places."""
    return _read(name, way) == right or (right == 1 and _read(name[::-1], way) == 2)


def _almost(zh: str, family: str, given: str) -> bool:
    """Whether two words are a name but for one thing, so that they can be no other."""
    ours = surname(zh)
    name = zh[len(ours) :]
    ways = [way for way in pinyin.syllables(given) if len(way) == len(name)]
    if any(all(map(pinyin.reads, name, way)) for way in ways):
        others = [way for way in pinyin.syllables(family) if len(way) == len(ours)]
        return any(all(map(pinyin.reads, ours, way)) for way in others)  # 单 read dan, as elsewhere
    if not is_read(ours, family):
        return False
    if len(name) == 2 and ways:
        return any(_is_off(name, way) for way in ways)
    usual = pinyin.join([pinyin.readings(char)[0] for char in name])
    return (len(name) == 1 or not pinyin.syllables(given)) and _slip(pinyin.bare(given), usual)


def _slip(written: str, right: str) -> bool:
    """One letter too many, too few, another, or two that changed places."""
    if written == right or len(right) < 3:  # of two letters, any syllable is one letter off
        return False
    start = next(
        (i for i, (a, b) in enumerate(zip(written, right, strict=False)) if a != b), min(len(written), len(right))
    )
    a, b = written[start:], right[start:]
    return a[1:] == b[1:] or a[1:] == b or a == b[1:] or (a[:2] == b[1::-1] and a[2:] == b[2:])
