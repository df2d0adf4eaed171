"""What good translators do with a rendering beyond inflecting it; none of it is another term.

together        *urban planning* in “urban and rural planning”, *Bijin Lake* in “Bijin and Shuanglong lakes”,
                *Global Security Initiative* in “Global Development, Security and Civilization Initiatives”
a bracket       *Urban Governance Center* in “Urban Governance (UG) Center”
turned round    *Jiangbei District* in “the districts of Yubei and Jiangbei”,
                *public service* in “services for the public”
an office       *Ministry of Finance* in “the vice minister of finance”, “finance ministers”
a place         *District Head* in “Head of Yubei District”
verb and noun   *install elevators* in “elevators have been installed”, “the installation of elevators”,
                “install more than 3,000 new elevators”; *integration of services* in “integrate services”

They are looked for where the rendering itself does not stand, and never for renderings to avoid.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import combinations, product
from typing import NamedTuple, TypeAlias

from yubei_pub.patterns import lazy_regex
from yubei_pub.renderings import GAP_WORDS, EnglishIndex, Hit, Part, Pattern
from yubei_pub.renderings.forms import key
from yubei_pub.renderings.verbs import NOUNS, VERB_OF, noun_of, verb_keys, verb_of
from yubei_pub.renderings.words import Word, words_of

Fits: TypeAlias = Callable[[str, Sequence[Word]], bool]  # whether a text and its words may stand between two parts

# A rendering with an article is a short name, one with a gap says itself what may stand there.
_FIXED = lazy_regex(r"^the\b|…|\.\.\.", re.IGNORECASE)
_RANKS = frozenset(
    "district county city town township village subdistrict province provincial municipal municipality".split()
)
_RANK_OF = {"municipal": ("city", "municipality"), "provincial": ("province",)}
_AND = frozenset(("and", "or", "&"))
_BE = frozenset("is are was were be been being get gets got has have had having".split())
_OFTEN_SMALL = frozenset(("of", *NOUNS, *VERB_OF))  # in a name that is said otherwise
_LINKS = ("for", "in", "at", "on")  # behind a noun that is turned round: services for the public
_PLAIN = lazy_regex(r"[^.!?;:]*")


class _Reading(NamedTuple):
    """A rendering said in another way: the keys that each word may have, and the words as the glossary has them."""

    keys: tuple[tuple[str, ...], ...]
    words: tuple[str, ...]

    def part(self, start: int, end: int) -> Part:
        joined = tuple(map("".join, product(*self.keys[start:end])))
        return Part(joined, self.words[start:end], "")


class _Way(NamedTuple):
    """A way to say a rendering: two parts with something between them that `fits`, or one part.

    Or three: `middle` is the item that it is in a list, of which the others share the rest with it.
    """

    left: Part
    right: Part | None
    fits: Fits
    exact: bool  # whether capitals matter, if the rendering is `exact`
    middle: Part | None = None


def find(index: EnglishIndex, wanted: Pattern) -> list[Hit]:
    """The places where a rendering stands in one of these ways, in the order of the text."""
    if wanted.definite:
        return []
    found = {hit for way in _ways(wanted.rendering, wanted.exact) for hit in _hits(index, way)}
    return sorted(found, key=lambda hit: (hit.start, -hit.size))


def _hits(index: EnglishIndex, way: _Way) -> Iterator[Hit]:
    if way.right is None:
        return _alone(index, way.left, way.exact)
    if way.middle is None:
        return _pairs(index, way.left, way.right, way.fits, way.exact)
    return _listed(index, way.left, way.middle, way.right, way.exact)


@lru_cache(4096)
def _ways(rendering: str, exact: bool) -> tuple[_Way, ...]:
    words = tuple(word.text for word in words_of(rendering) if not word.stop)
    return () if len(words) < 2 or _FIXED.search(rendering) else tuple(_ways_of(words, exact))


def _ways_of(words: tuple[str, ...], exact: bool) -> Iterator[_Way]:
    phrased = [Part(("".join(map(key, order)),), order, "") for order in _phrased(words)]
    if phrased and not exact:  # capitals do not matter, so one look finds any of them
        phrased = [Part(tuple(part.keys[0] for part in phrased), words, "")]
    yield from (_Way(part, None, _joined, exact) for part in phrased)
    for reading in _readings(words):
        if exact or reading.words != words:  # as it is written it was looked for before, but for its capitals
            yield _Way(reading.part(0, len(reading.words)), None, _joined, exact)
        for cut in range(1, len(reading.words)):
            left, right = reading.part(0, cut), reading.part(cut, len(reading.words))
            yield _Way(left, right, _joined, exact)
            if right.words[0].casefold() in _RANKS:
                yield _Way(left, right, _place, exact)
    base = _Reading(tuple((key(word),) for word in words), words)
    for first, last in combinations(range(1, len(words)), 2):
        yield _Way(base.part(0, first), base.part(last, len(words)), _joined, exact, base.part(first, last))
    if phrase := _verb_phrase(words):
        verb, *object_ = phrase
        left = Part(verb_keys(verb, definite=True), (verb,), "")
        right = Part(("".join(map(key, object_)),), tuple(object_), "")
        yield _Way(left, right, _described, False)
        yield _Way(right, left, _passive, False)


def _readings(words: tuple[str, ...]) -> list[_Reading]:
    """The orders of the words, and the noun for the verb or the verb for the noun."""
    orders = [words, *_turned(words)]
    if words[0].casefold() == "ministry" and len(words) > 2:
        matters = words[2:-1] if words[-1].casefold() == "affairs" else words[2:]
        orders += [("Minister", *words[1:]), (*(matters or words[2:]), "Minister")]
    if noun := noun_of(words[0].casefold()):
        orders += [(noun, "of", *words[1:]), (*words[1:], noun)]
    readings = [_Reading(tuple((key(word),) for word in order), order) for order in orders]
    if phrase := _verb_phrase(words):
        keys = (verb_keys(phrase[0], definite=True), *((key(word),) for word in phrase[1:]))
        readings.append(_Reading(keys, phrase))
    return readings


def _turned(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """*District of Yubei* for *Yubei District*, and the other way round."""
    small = [word.casefold() for word in words]
    at = next((at for at, word in enumerate(small[1:-1], 1) if word in ("of", "to", *_LINKS)), 0)
    if at:
        yield (*words[at + 1 :], *words[:at])
    elif not {"to", "in", "for"} & set(small):
        yield (words[-1], "of", *words[:-1])


def _phrased(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """*services for public*, *Party committee of county*, *water and soil conservation*."""
    small = [word.casefold() for word in words]
    if not {"of", "to", *_LINKS} & set(small):
        yield from ((words[-1], link, *words[:-1]) for link in _LINKS)
        if small[0] in _RANKS:
            yield from ((*words[1:], "of", rank) for rank in (words[0], *_RANK_OF.get(small[0], ())))
    if "and" in small[1:-1]:
        at = small.index("and", 1)
        yield (*words[: at - 1], words[at + 1], words[at], words[at - 1], *words[at + 2 :])


def _verb_phrase(words: tuple[str, ...]) -> tuple[str, ...]:
    """A rendering as a verb and its object, *install elevators*; nothing if it is neither that nor its noun."""
    first, last = words[0].casefold(), words[-1].casefold()
    if noun_of(first) or len(verb_keys(first, definite=False)) > 1:
        return (first, *words[1:])
    if len(words) > 2 and words[1].casefold() == "of" and (verb := verb_of(first)):
        return (verb, *words[2:])
    return (verb, *words[:-1]) if (verb := verb_of(last)) else ()


def _alone(index: EnglishIndex, part: Part, exact: bool) -> Iterator[Hit]:
    for first, last in index.occurrences(part):
        yield from _hit(index, ((first, last, part),), exact)


def _pairs(index: EnglishIndex, left: Part, right: Part, fits: Fits, exact: bool) -> Iterator[Hit]:
    """Places of two parts in their order, with something between them that `fits`."""
    behind = sorted(index.occurrences(right)) if (before := list(index.occurrences(left))) else []
    for first, last in before:
        for start, end in behind:
            between = index.words[last + 1 : start]
            if 0 < len(between) <= GAP_WORDS and not any(w.stop for w in index.words[last + 1 : start + 1]):
                text = index.text[index.words[last].end : index.words[start].start]
                if fits(text, between):
                    yield from _hit(index, ((first, last, left), (start, end, right)), exact)


def _listed(index: EnglishIndex, left: Part, middle: Part, right: Part, exact: bool) -> Iterator[Hit]:
    """Places of three parts in a list: *Global* Development, *Security* and Civilization *Initiatives*."""
    ends = list(_pairs(index, middle, right, _joined, exact))
    for begin in _pairs(index, left, middle, _items, exact) if ends else ():
        for end in ends:
            if begin.pieces[1] == end.pieces[0]:
                yield Hit(begin.start, end.end, (*begin.pieces, end.pieces[1]))


def _hit(index: EnglishIndex, places: Sequence[tuple[int, int, Part]], exact: bool) -> Iterator[Hit]:
    words = index.words
    if not exact or all(_same_case(words[first : last + 1], part.words) for first, last, part in places):
        pieces = tuple((words[first].start, words[last].end) for first, last, _ in places)
        yield Hit(pieces[0][0], pieces[-1][1], pieces)


def _same_case(found: Sequence[Word], written: Sequence[str]) -> bool:
    """Capitals as in the glossary; but what two names share is often small: *Yubei and Jiangbei districts*."""
    if [word.text[0].casefold() for word in found] != [word[0].casefold() for word in written]:
        return False  # letters may be one where words are not: Ou Yangxue is not Ouyang Xue
    for here, there in zip(found, written, strict=False):
        shared = here.text.endswith("s") and len(here.text) > len(there)
        skip = shared or here.begins or there.casefold() in _OFTEN_SMALL
        if not skip and here.text[:1].isupper() != there[:1].isupper():
            return False
    return True


def _joined(text: str, between: Sequence[Word]) -> bool:
    """*and rural*, *, rural and regional*, *Municipal and*, *(UG)*."""
    inside = text.strip()
    if inside.startswith("(") and inside.endswith(")"):
        return True
    words = [word.text.casefold() for word in between]
    if not _PLAIN.fullmatch(text) or not _AND & set(words):
        return False
    return words[0] in _AND or words[-1] in _AND or inside.startswith(",")


def _items(text: str, between: Sequence[Word]) -> bool:
    """What stands in a list before another item: *Development,* or *Development, Security and*."""
    return _PLAIN.fullmatch(text) is not None and (text.rstrip().endswith(",") or between[-1].text.casefold() in _AND)


def _place(text: str, between: Sequence[Word]) -> bool:
    """The name before *District* in *Head of Yubei District*, for 区长 is the head of any."""
    return "," not in text and all(word.text[0].isupper() for word in between)


def _described(text: str, between: Sequence[Word]) -> bool:
    """What may stand before the object of a verb: *more than 3,000 new*."""
    return _PLAIN.fullmatch(text) is not None and "," not in re.sub(r"(?<=\d),(?=\d)", "", text)


def _passive(text: str, between: Sequence[Word]) -> bool:
    """*elevators* have been *installed*."""
    return _PLAIN.fullmatch(text) is not None and any(word.text.casefold() in _BE for word in between)
