"""Finding a glossary's renderings in an English text.

A text is cut into words once (`EnglishIndex`) and each word folded to its key; a rendering
becomes a `Pattern` of keys.  Matches begin and end at whole words, so "site" is never found
in "website", while "tea-houses", "tea houses" and "teahouses" are one.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property, lru_cache
from itertools import product
from typing import NamedTuple, TypeVar

from yubei_pub.patterns import lazy_regex
from yubei_pub.renderings.forms import key
from yubei_pub.renderings.verbs import verb_keys
from yubei_pub.renderings.words import OTHER, OWNER, POINTING, REST, STOP_KEY, UNTOLD, Word, chunks_of, joined, words_of

GAP_WORDS = 6  # what an … in a rendering may stand for: "install more than 3,000 new passenger elevators"

_DEFINITE = POINTING | {"the", OWNER}  # what a short form such as "the center" needs before it
_BEFORE_WORD, _BEHIND_KEY = f" {OTHER}", f" {OTHER}{REST}{STOP_KEY}"
_BEFORE_VERB = lazy_regex(r"^to$|ly$", re.IGNORECASE)
_ELLIPSIS = lazy_regex(r"\s*(?:…+|\.{3})\s*")
_BRACKETS = lazy_regex(r"\s*\([^()]*\)")


class Hit(NamedTuple):
    """`[start, end)` of a text, and the stretches of it that are the rendering's own words."""

    start: int
    end: int
    pieces: tuple[tuple[int, int], ...]

    @property
    def size(self) -> int:
        """Characters that are the rendering's own: what stands in a gap belongs to others."""
        return sum(end - start for start, end in self.pieces)

    def within(self, other: Hit) -> bool:
        """Whether all words of this are words of the other, which has more."""
        inside = all(any(c <= a and b <= d for c, d in other.pieces) for a, b in self.pieces)
        return inside and self.size < other.size


class Part(NamedTuple):
    """The words between two gaps of a rendering: as joined keys, any of which will do, and as written.

    `in_place` are the keys of these words in their places, empty where that does not tell all places.
    """

    keys: tuple[str, ...]
    words: tuple[str, ...]
    tail: str  # a bracket that closes behind the last word
    in_place: str = ""


class Pattern(NamedTuple):
    """A rendering ready to be looked up.  `variants` are its readings with and without what is in brackets.

    `plain` is its one part where it has no more to be heeded than the words: as most have.
    """

    rendering: str
    variants: tuple[tuple[Part, ...], ...]
    exact: bool
    definite: bool
    plain: Part | None


@lru_cache(32_768)
def pattern(rendering: str, case: str = "free", definite: bool = False) -> Pattern:
    """The pattern of a rendering.

    An article at its head is optional, and so are articles inside it; with `definite` (for
    short forms) a rendering that has one is only found behind the, this, its, …
    """
    spellings = dict.fromkeys((rendering, _BRACKETS.sub("", rendering) if "(" in rendering else rendering))
    variants = tuple(tuple(_parts(spelling)) for spelling in spellings)
    needs_article = definite and rendering.casefold().startswith("the ")
    parts = tuple(v for v in variants if v)
    simple = len(parts) == 1 and len(parts[0]) == 1 and not (case == "exact" or needs_article or parts[0][0].tail)
    return Pattern(rendering, parts, case == "exact", needs_article, parts[0][0] if simple else None)


_Place = TypeVar("_Place", bound=tuple[int, int] | Hit)


def _apart(places: list[_Place]) -> list[_Place]:
    """The first of places that overlap, the longer of those that begin together."""
    if len(places) < 2:
        return places
    kept: list[_Place] = []
    for place in sorted(places, key=lambda place: (place[0], -place[1])):
        if not kept or kept[-1][1] <= place[0]:
            kept.append(place)
    return kept


class EnglishIndex:
    """The words of an English text and their keys, for any number of look-ups.

    A text is asked for many renderings and has few.  So no more is made at first than the string of its
    joined keys, which tells how often a rendering may be there, however it is written.  Where it is tells
    the text with the key of each word in the word's place, as long as that has it as often: it mostly
    stands there as in the glossary, but for its last word.  If not, all words are looked at.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self._chunks = chunks_of(text)
        self._keys = joined(self._chunks)
        self._in_place = ""

    def in_place(self) -> str:
        """The text with the key of each word in its place, between two spaces.

        Nothing but a space where more than one character is between two chunks, or any around them.
        """
        if not self._in_place:
            in_place = " ".join([chunk.in_place for chunk in self._chunks])
            self._in_place = f" {in_place} " if len(in_place) == len(self.text) else " "
        return self._in_place

    @cached_property
    def words(self) -> list[Word]:
        """The words with what stands before them, without the articles."""
        return list(words_of(self.text))

    @cached_property
    def _numbers(self) -> tuple[dict[int, int], dict[int, int]]:
        """The place in `words` of the word that begins, or ends, at an offset of the joined keys."""
        starts: dict[int, int] = {}
        ends: dict[int, int] = {}
        at = 0
        for number, word in enumerate(self.words):
            starts[at + word.stop] = number
            at += word.stop + len(key(word.text))
            ends[at] = number
        return starts, ends

    def find(self, wanted: Pattern) -> list[Hit]:
        """The places of a rendering in the order of the text, not overlapping."""
        if wanted.plain:
            return [Hit(start, end, ((start, end),)) for start, end in self.stretches(wanted)]
        return _apart([hit for parts in wanted.variants for hit in self._variant(parts, wanted)])

    def stretches(self, wanted: Pattern) -> list[tuple[int, int]]:
        """The start and end of each place that `find` finds."""
        if wanted.plain:
            return _apart(self.places(wanted.plain))
        return [(hit.start, hit.end) for hit in self.find(wanted)]

    def _variant(self, parts: tuple[Part, ...], wanted: Pattern) -> Iterator[Hit]:
        for chain in self._chains(parts):
            if wanted.definite and self.words[chain[0][0]].determiner not in _DEFINITE:
                continue
            if wanted.exact and not all(map(self._same_case, chain, parts)):
                continue
            pieces = tuple(self._piece(place, part) for place, part in zip(chain, parts, strict=True))
            yield Hit(pieces[0][0], pieces[-1][1], pieces)

    def _piece(self, place: tuple[int, int], part: Part) -> tuple[int, int]:
        end = self.words[place[1]].end
        closed = part.tail and self.text.startswith(part.tail, end)
        return self.words[place[0]].start, end + len(part.tail) if closed else end

    def _chains(self, parts: tuple[Part, ...]) -> list[tuple[tuple[int, int], ...]]:
        """First and last word of each part, the parts at most a gap apart."""
        chains: list[tuple[tuple[int, int], ...]] = [(place,) for place in self.occurrences(parts[0])]
        for part in parts[1:]:
            places = sorted(self.occurrences(part)) if chains else []
            chains = [(*chain, place) for chain in chains if (place := self._next(chain[-1][1], places))]
        return chains

    def _next(self, last: int, places: list[tuple[int, int]]) -> tuple[int, int] | None:
        """The first place behind word `last`, if it is within a gap and in the same sentence."""
        index = bisect_right(places, (last, len(self.words)))
        if index == len(places) or places[index][0] - last - 1 > GAP_WORDS:
            return None
        return None if any(w.stop for w in self.words[last + 1 : places[index][0] + 1]) else places[index]

    def occurrences(self, part: Part) -> Iterator[tuple[int, int]]:
        """First and last word of each occurrence."""
        for keys in part.keys:
            at = self._keys.find(keys)
            while at >= 0:
                starts, ends = self._numbers
                if at in starts and at + len(keys) in ends:
                    yield starts[at], ends[at + len(keys)]
                at = self._keys.find(keys, at + 1)

    def places(self, part: Part) -> list[tuple[int, int]]:
        """Where each occurrence begins and ends in the text."""
        times = 0
        for keys in part.keys:
            times += self._keys.count(keys)
        if times == 0:
            return []
        found = []
        in_place, wanted = self._in_place or self.in_place(), part.in_place
        at = in_place.find(wanted) if wanted else -1
        while at >= 0:
            times -= 1
            end = at + len(wanted)
            if in_place[at - 1] in _BEFORE_WORD and in_place[end] in _BEHIND_KEY:
                while in_place[end] == REST:
                    end += 1
                found.append((at - 1, end - 1))
            at = in_place.find(wanted, at + 1)
        if times > 0:  # somewhere it is written otherwise than in the glossary, or with parts of words
            return sorted({(self.words[first].start, self.words[last].end) for first, last in self.occurrences(part)})
        return found

    def _same_case(self, place: tuple[int, int], part: Part) -> bool:
        """Whether capitals are as in the glossary; the first word of a sentence may have one more."""
        found = self.words[place[0] : place[1] + 1]
        here, there = [word.text for word in found], list(part.words)
        if _initials(here) != _initials(there):  # the letters are one, the words are not: Ou Yangxue, Ouyang Xue
            here, there = ["".join(here)], ["".join(there)]
        for word, text, written in zip(found, here, there, strict=False):
            skip = 1 if word.begins and written[0].islower() else 0
            letters = zip(text[skip:], written[skip:], strict=False)
            if any(one.isupper() != other.isupper() for one, other in letters):
                return False
        return True


def _initials(words: list[str]) -> list[str]:
    return [word[0].casefold() for word in words]


def _parts(rendering: str) -> Iterator[Part]:
    """The words of a rendering between its gaps."""
    stretches = _ELLIPSIS.split(rendering) if "…" in rendering or "..." in rendering else [rendering]
    for number, stretch in enumerate(stretches):
        words = list(words_of(stretch))
        if not words:
            continue
        verbs = {} if number else _verb_places(words, alone=len(stretches) == 1)
        choices = [
            tuple(STOP_KEY * (word.stop and place > 0) + folded for folded in _word_keys(word.text, verbs.get(place)))
            for place, word in enumerate(words)
        ]
        keys = tuple(map("".join, product(*choices)))
        ends = ["".join(folded[0] for folded in choices[place:]) for place in range(1, len(choices))]
        in_place = EnglishIndex(stretch).in_place().strip(f" {OTHER}{REST}{STOP_KEY}")
        if UNTOLD in in_place or any(map(keys[0].startswith, ends)):  # two of "face to face" may share a word
            in_place = ""
        yield Part(keys, tuple(word.text for word in words), ")" * stretch.endswith(")"), in_place)


def _word_keys(word: str, article_follows: bool | None) -> tuple[str, ...]:
    """The keys of a word; of a verb, if it is known whether an article follows."""
    return (key(word),) if article_follows is None else verb_keys(word, article_follows)


def _verb_places(words: list[Word], alone: bool) -> dict[int, bool]:
    """Where a rendering may have a verb, and whether an article follows: (to jointly) build and share a …

    `alone` says that nothing but these words belongs to it: one word is a name, not a verb phrase.
    """
    at = next((i for i, word in enumerate(words) if not _BEFORE_VERB.search(word.text)), len(words))
    places = [at] if at + alone < len(words) else []
    if at + 3 < len(words) and words[at + 1].text.casefold() in ("and", "or"):
        places.append(at + 2)
    return {place: any(word.determiner for word in words[place + 1 : place + 2]) for place in places}
