"""Finding a glossary's renderings in an English text.

A text is cut into words once (`EnglishIndex`) and each word folded to its key; a rendering
becomes a `Pattern` of keys.  Matches begin and end at whole words, so "site" is never found
in "website", while "tea-houses", "tea houses" and "teahouses" are one.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import accumulate, product
from typing import NamedTuple, TypeVar

from yubei_pub.patterns import lazy_regex
from yubei_pub.wordforms import key, verb_keys

GAP_WORDS = 6  # what an … in a rendering may stand for: "install more than 3,000 new passenger elevators"

_WORD = lazy_regex(r"\d+(?:[.,]\d+)+|[^\W_]+(?:['’ʼ＇][^\W_]+)*|[&%]")
_POSSESSIVE = lazy_regex(r"['’ʼ＇][sS]$")
_STOP = lazy_regex(r"[.!?;][\"'”’)\]]*\s")  # a rendering does not run on from one sentence into the next
_STOP_KEY = "\x1f"  # stands for it among the keys: no word contains it
_CHUNKS_AT_HAND = 65_536
_SPACED = lazy_regex(r"\S+")
_LONE_A = lazy_regex(r"A(?<![^\W_]A)(?![^\W_])")
ARTICLES = frozenset(("the", "a", "an"))
POINTING = frozenset("this that these those its their our his her".split())
_OWNER = "’s"
_DEFINITE = POINTING | {"the", _OWNER}  # what a short form such as "the center" needs before it
_OPENING = '“"‘(:'
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
    """The words between two gaps of a rendering: as joined keys, any of which will do, and as written."""

    keys: tuple[str, ...]
    words: tuple[str, ...]
    tail: str  # a bracket that closes behind the last word


@dataclass(frozen=True, slots=True)
class Pattern:
    """A rendering ready to be looked up.  `variants` are its readings with and without what is in brackets.

    `plain` are the keys of its one part where it has no more to be heeded than the words: as most have.
    """

    rendering: str
    variants: tuple[tuple[Part, ...], ...]
    exact: bool
    definite: bool
    plain: tuple[str, ...]


@lru_cache(32_768)
def pattern(rendering: str, case: str = "free", definite: bool = False) -> Pattern:
    """The pattern of a rendering.

    An article at its head is optional, and so are articles inside it; with `definite` (for
    short forms) a rendering that has one is only found behind the, this, its, …
    """
    spellings = dict.fromkeys((rendering, _BRACKETS.sub("", rendering)))
    variants = tuple(tuple(_parts(spelling)) for spelling in spellings)
    needs_article = definite and rendering.casefold().startswith("the ")
    parts = tuple(v for v in variants if v)
    simple = len(parts) == 1 and len(parts[0]) == 1 and not (case == "exact" or needs_article or parts[0][0].tail)
    return Pattern(rendering, parts, case == "exact", needs_article, parts[0][0].keys if simple else ())


def find_rendering(rendering: str, text: str, case: str = "free") -> Iterator[tuple[int, int]]:
    """Where a rendering stands in a text, in any regular inflection; `case` is "free" or "exact"."""
    for hit in EnglishIndex(text).find(pattern(rendering, case)):
        yield hit.start, hit.end


class Word(NamedTuple):
    """A word of an English text; articles are not words but what stands before one."""

    text: str
    start: int
    end: int  # without the possessive
    determiner: str  # the article, pointing pronoun or ’s before it, in small letters
    begins: bool  # a sentence or a quotation
    stop: bool  # whether a sentence ended before it


def words_of(text: str) -> Iterator[Word]:
    """The words of an English text in their order."""
    at, determiner, stop = 0, "", False
    for match in _WORD.finditer(text):
        word, start, end = match[0], *match.span()
        ended = _STOP.search(text, at, start) is not None
        stop, determiner = stop or ended, "" if ended else determiner
        begins = ended or at == 0 or text[start - 1] in _OPENING
        folded = word.casefold()
        if folded in ARTICLES and (word != "A" or begins):  # a capital A inside a sentence is a letter: Class A
            at, determiner = end, folded
            continue
        owner = _POSSESSIVE.search(word)
        yield Word(word, start, end - 2 if owner else end, determiner, begins, stop)
        at, stop = end, False
        determiner = _OWNER if owner else folded if folded in POINTING else ""


class _Chunk(str):
    """What stands between two spaces: its keys joined, and where in them its words begin and end.

    `starts` and `ends` lead from an offset in the keys to one in the text of the chunk.
    """

    __slots__ = ("ends", "starts")
    starts: dict[int, int]
    ends: dict[int, int]


def _chunk(text: str, begins: bool = False) -> _Chunk:
    """`begins` says that a sentence does: a capital A inside one is a letter."""
    starts: dict[int, int] = {}
    ends: dict[int, int] = {}
    keys = ""
    for number, match in enumerate(_WORD.finditer(text)):
        word, start = match[0], match.start()
        first = (begins and not number) or text[start - 1 : start] in tuple(_OPENING)
        if word.casefold() in ARTICLES and (word != "A" or first):
            continue
        starts[len(keys)] = start
        keys += key(word)
        ends[len(keys)] = match.end() - (2 if _POSSESSIVE.search(word) else 0)
    chunk = _Chunk(keys + _STOP_KEY if _STOP.search(f"{text} ") else keys)
    chunk.starts, chunk.ends = starts, ends
    return chunk


class _Chunks(dict[str, _Chunk]):
    """The chunks that were cut so far, by their text; a text is mostly made of words that came before."""

    def __missing__(self, text: str) -> _Chunk:
        if len(self) == _CHUNKS_AT_HAND:
            self.clear()
        self[text] = chunk = _chunk(text)
        return chunk


_chunks = _Chunks()


def _single_stops(chunks: list[_Chunk]) -> Iterator[_Chunk]:
    """The chunks with one stop between two words, however many stand there: *end. … Begin*."""
    stopped = False
    for chunk in chunks:
        yield _chunks[""] if stopped and chunk == _STOP_KEY else chunk
        stopped = chunk.endswith(_STOP_KEY) or (stopped and not chunk)


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

    A text is asked for many renderings and has few.  So it is only cut at its spaces, the keys of what stands
    between them, which are remembered from text to text, are joined into one string, and
    what else there is to know of a word is looked at where a rendering was found.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self._borders: tuple[list[int], list[int]] | None = None
        self._written = text.split()
        self._chunks = list(map(_chunks.__getitem__, self._written))
        if "A" in text and _LONE_A.search(text):
            self._begin_sentences()
        self._keys = "".join(self._chunks)
        if _STOP_KEY * 2 in self._keys:
            self._chunks = list(_single_stops(self._chunks))
            self._keys = "".join(self._chunks)

    def _begin_sentences(self) -> None:
        """Take a capital A for an article where a sentence begins with it."""
        for number, written in enumerate(self._written):
            if _LONE_A.search(written) and (number == 0 or self._chunks[number - 1].endswith(_STOP_KEY)):
                self._chunks[number] = _chunk(written, True)

    @cached_property
    def words(self) -> list[Word]:
        """The words with what stands before them, without the articles."""
        return list(words_of(self.text))

    def _measured(self) -> tuple[list[int], list[int]]:
        """Where each chunk begins: in the joined keys, and in the text less one space for each chunk before it."""
        offsets = list(accumulate(map(len, self._written), initial=0))
        if offsets[-1] + len(self._written) - 1 != len(self.text):  # not one space between two and none around them
            offsets = [match.start() - number for number, match in enumerate(_SPACED.finditer(self.text))]
        self._borders = list(accumulate(map(len, self._chunks), initial=0)), offsets
        return self._borders

    @cached_property
    def _numbers(self) -> tuple[dict[int, int], dict[int, int]]:
        """The place in `words` of the word that begins, or ends, at an offset of the text."""
        starts = {word.start: number for number, word in enumerate(self.words)}
        return starts, {word.end: number for number, word in enumerate(self.words)}

    def find(self, wanted: Pattern) -> list[Hit]:
        """The places of a rendering in the order of the text, not overlapping."""
        if wanted.plain:
            return [Hit(start, end, ((start, end),)) for start, end in self.stretches(wanted)]
        return _apart([hit for parts in wanted.variants for hit in self._variant(parts, wanted)])

    def stretches(self, wanted: Pattern) -> list[tuple[int, int]]:
        """The start and end of each place that `find` finds."""
        if wanted.plain:
            return _apart(self._stretches(wanted.plain))
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
        for start, end in self._stretches(part.keys):
            starts, ends = self._numbers
            if start in starts and end in ends:
                yield starts[start], ends[end]

    def _stretches(self, any_of: Sequence[str]) -> list[tuple[int, int]]:
        """Where some joined keys stand in the text as whole words: the start and end of each place."""
        found = []
        for keys in any_of:
            start = self._keys.find(keys)
            while start >= 0:
                end = start + len(keys)
                borders, offsets = self._borders or self._measured()
                first, last = bisect_right(borders, start) - 1, bisect_left(borders, end) - 1
                begins = self._chunks[first].starts.get(start - borders[first])
                ends = self._chunks[last].ends.get(end - borders[last])
                if begins is not None and ends is not None:
                    found.append((offsets[first] + first + begins, offsets[last] + last + ends))
                start = self._keys.find(keys, start + 1)
        return found

    def _same_case(self, place: tuple[int, int], part: Part) -> bool:
        """Whether capitals are as in the glossary; the first word of a sentence may have one more."""
        first, last = place
        for word, written in zip(self.words[first : last + 1], part.words, strict=False):
            skip = 1 if word.begins and written[0].islower() else 0
            letters = zip(word.text[skip:], written[skip:], strict=False)
            if any(here.isupper() != there.isupper() for here, there in letters):
                return False
        return True


def _parts(rendering: str) -> Iterator[Part]:
    """The words of a rendering between its gaps."""
    stretches = _ELLIPSIS.split(rendering)
    for number, stretch in enumerate(stretches):
        words = list(words_of(stretch))
        if not words:
            continue
        verbs = {} if number else _verb_places(words, alone=len(stretches) == 1)
        choices = [
            tuple(_STOP_KEY * (word.stop and place > 0) + folded for folded in _word_keys(word.text, verbs.get(place)))
            for place, word in enumerate(words)
        ]
        yield Part(
            tuple(map("".join, product(*choices))), tuple(word.text for word in words), ")" * stretch.endswith(")")
        )


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
