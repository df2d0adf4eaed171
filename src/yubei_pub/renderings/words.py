"""An English text cut into words, and each word folded to its key (`forms.key`)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from yubei_pub.patterns import lazy_regex
from yubei_pub.renderings.forms import key

_WORD = lazy_regex(r"\d+(?:[.,]\d+)+|[^\W_]+(?:['’ʼ＇][^\W_]+)*|[&%]")
_POSSESSIVE = lazy_regex(r"['’ʼ＇][sS]$")
_STOP = lazy_regex(r"[.!?;][\"'”’)\]]*\s")  # a rendering does not run on from one sentence into the next
_LONE_A = lazy_regex(r"A(?<![^\W_]A)(?![^\W_])")
ARTICLES = frozenset(("the", "a", "an"))
POINTING = frozenset("this that these those its their our his her".split())
OWNER = "’s"
_OPENING = '“"‘(:'
_CHUNKS_AT_HAND = 65_536

# What stands among the keys for the end of a sentence, and in the places of the words for what is no key: the rest of a
# word that is longer, anything between words, and a chunk whose keys do not fit.  No text is cut into words with these.
STOP_KEY, REST, OTHER, UNTOLD = "\x1f", "\x01", "\x02", "\x03"


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
        determiner = OWNER if owner else folded if folded in POINTING else ""


class Chunk(str):
    """What stands between two spaces, as the joined keys of its words.

    `in_place` is as long as what stands there: each key where its word begins, then filling.
    It is all `UNTOLD` where a key is longer than its word or two words touch: *R&D*, *5%*.
    """

    __slots__ = ("in_place",)
    in_place: str


def _chunk(text: str, begins: bool = False) -> Chunk:
    """`begins` says that a sentence does: a capital A inside one is a letter."""
    keys, in_place, fits = "", "", True
    for number, match in enumerate(_WORD.finditer(text)):
        word, start = match[0], match.start()
        first = (begins and not number) or text[start - 1 : start] in tuple(_OPENING)
        if word.casefold() in ARTICLES and (word != "A" or first):
            continue
        folded, end = key(word), match.end() - (2 if _POSSESSIVE.search(word) else 0)
        fits = fits and (len(in_place) < start or not start) and len(folded) <= end - start
        keys += folded
        in_place = in_place.ljust(start, OTHER) + folded.ljust(end - start, REST)
    stop = STOP_KEY if _STOP.search(f"{text} ") else ""
    chunk = Chunk(keys + stop)
    chunk.in_place = in_place.ljust(len(text) - len(stop), OTHER) + stop if fits else UNTOLD * len(text)
    return chunk


class _Chunks(dict[str, Chunk]):
    """The chunks that were cut so far, by their text; a text is mostly made of words that came before."""

    def __missing__(self, text: str) -> Chunk:
        if len(self) == _CHUNKS_AT_HAND:
            self.clear()
        self[text] = chunk = _chunk(text)
        return chunk


_chunks = _Chunks()


def chunks_of(text: str) -> list[Chunk]:
    """What stands between the spaces of a text."""
    written = text.split()
    chunks = list(map(_chunks.__getitem__, written))
    if "A" in text and _LONE_A.search(text):
        begins = True  # a sentence, with this chunk or the next that has a word
        for number, each in enumerate(written):
            if begins and _LONE_A.search(each):
                chunks[number] = _chunk(each, begins)
            begins = chunks[number].endswith(STOP_KEY) or (begins and not _WORD.search(each))
    return chunks


def joined(chunks: Sequence[Chunk]) -> str:
    """The keys of a text, with one stop between two sentences."""
    keys = "".join(chunks)
    return "".join(_single_stops(chunks)) if STOP_KEY * 2 in keys else keys


def keys_of(rendering: str) -> str:
    """A rendering by what it is compared by: `The Sensing-Devices` and `sensing device` are one."""
    return joined(chunks_of(rendering)).strip(STOP_KEY)


def _single_stops(chunks: Iterable[str]) -> Iterator[str]:
    """The chunks with one stop between two words, however many stand there: *end. … Begin*."""
    stopped = False
    for chunk in chunks:
        yield "" if stopped and chunk == STOP_KEY else chunk
        stopped = chunk.endswith(STOP_KEY) or (stopped and not chunk)
