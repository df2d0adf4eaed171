"""What both texts write alike, figures, names and terms, and whether it tells that they stand in order."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate, pairwise, product
from typing import NamedTuple, TypeAlias

from yubei_pub.beads import Quantity
from yubei_pub.glossary import Term
from yubei_pub.names import pinyin
from yubei_pub.patterns import lazy_regex
from yubei_pub.quantities import chinese, english
from yubei_pub.renderings import EnglishIndex
from yubei_pub.terms import TermFinder, patterns_of

# A mark before a unit that both sides share, so that it is no word: figures, names, terms, signs.
FIGURE, NAME, TERM, SIGN = "#@§!"
SHARED = frozenset(FIGURE + NAME + TERM + SIGN)
_TELLS = lazy_regex("[0-9０-９万亿]|百分之|[零〇一二三四五六七八九十百千]{2}|illion|hundred|thousand")
_CAPITAL = lazy_regex("[A-Z][a-z]{3,}")
_Units: TypeAlias = tuple[list[list[str]], list[list[str]]]  # of each sentence, Chinese and English
_SHORT = 2  # characters, the mark of its kind with them: figures of one digit meet by chance


class Figures(NamedTuple):
    """Who finds the quantities of a text in each language; somebody may remember them."""

    chinese: Callable[[str], Iterable[Quantity]] = chinese.find
    english: Callable[[str], Iterable[Quantity]] = english.find


FOUND = Figures()


class Alike:
    """What both texts write alike, figures, names and terms of each sentence, as units that both sides share.

    It is looked for when somebody asks for it, and once.
    """

    def __init__(
        self, source: Sequence[str], target: Sequence[str], terms: TermFinder | None = None, figures: Figures = FOUND
    ) -> None:
        self.source, self.target = source, target
        self._finder, self._find = terms, figures

    def __iter__(self) -> Iterator[_Units]:
        yield self._figures
        yield self._names
        yield self._terms

    @cached_property
    def _figures(self) -> _Units:
        ours = [[*_figures(text, self._find.chinese)] for text in self.source]
        return ours, [[*_figures(text, self._find.english)] for text in self.target]

    @cached_property
    def _names(self) -> _Units:
        return self._placed(_names(self.source, self.target))

    @cached_property
    def _terms(self) -> _Units:
        return self._placed(_terms(self.source, self.target, self._finder))

    def _placed(self, units: Iterable[tuple[int, bool, str]]) -> _Units:
        ours: list[list[str]] = [[] for _ in self.source]
        theirs: list[list[str]] = [[] for _ in self.target]
        for place, is_source, unit in units:
            (ours if is_source else theirs)[place].append(unit)
        return ours, theirs


def surely_in_order(alike: Alike) -> bool:
    """Whether as many paragraphs on both sides stand in order beyond doubt, so that nobody need look for a way.

    Each has a figure, a name or a term that stands once in it, once in its counterpart and nowhere else: a merge here
    and a split there would leave one without.  Names and terms are looked for where figures do not tell.
    """
    if len(alike.source) != len(alike.target):
        return False
    unsure = list(range(len(alike.source)))
    for here, there in alike:
        ours, theirs = (Counter(unit for one in side for unit in one if len(unit) > _SHORT) for side in (here, there))
        once = {unit for unit, count in ours.items() if count == theirs[unit] == 1}
        unsure = [place for place in unsure if once.isdisjoint({*here[place]} & {*there[place]})]
        if not unsure:
            return True
    return False


def _figures(text: str, find: Callable[[str], Iterable[Quantity]]) -> Iterator[str]:
    """Figures by value; looked for only where a digit or a large numeral stands, for small ones are often idiom."""
    for quantity in find(text) if _TELLS.search(text) else ():
        value = quantity.low if quantity.value is None else quantity.value
        if quantity.kind == "date" and value is not None and "y" in quantity.unit:
            value = int(str(value)[:4])  # the day is often left out, or stands in another sentence
        if value is not None:
            yield f"{FIGURE}{value:g}"


def _names(source: Sequence[str], target: Sequence[str]) -> Iterator[tuple[int, bool, str]]:
    """Words with a capital that are the pinyin of what stands in the Chinese: (sentence, whether Chinese, unit)."""
    places: dict[str, set[int]] = {}
    for number, text in enumerate(target):
        for word in _CAPITAL.findall(text):
            places.setdefault(word.lower(), set()).add(number)
    ways = {way: word for word in places for way in pinyin.syllables(word) if len(way) > 1}
    met: dict[str, set[int]] = {}
    for number, way in _spoken(source, ways):
        met.setdefault(ways[way], set()).add(number)
    for word, here in met.items():
        yield from ((number, True, NAME + word) for number in here)
        yield from ((number, False, NAME + word) for number in places[word])


def _spoken(source: Sequence[str], ways: Iterable[tuple[str, ...]]) -> Iterator[tuple[int, tuple[str, ...]]]:
    """The sentences in which characters stand together that are read as one of some ways."""
    heads: dict[tuple[str, str], list[tuple[str, ...]]] = {}
    for way in ways:
        heads.setdefault((way[0], way[1]), []).append(way)
    known: dict[tuple[str, str], list[tuple[str, ...]]] = {}
    for number, text in enumerate(source) if heads else ():
        for at, two in enumerate(pairwise(text)):
            if two not in known:
                read = product(pinyin.spellings(two[0]), pinyin.spellings(two[1]))
                known[two] = [way for pair in read for way in heads.get(pair, ())]
            for way in known[two]:
                rest = text[at + 2 : at + len(way)]
                if len(rest) == len(way) - 2 and all(map(pinyin.reads, rest, way[2:])):
                    yield number, way


def _terms(source: Sequence[str], target: Sequence[str], finder: TermFinder | None) -> Iterator[tuple[int, bool, str]]:
    """The glossary's terms and their renderings: (sentence, whether Chinese, unit)."""
    if finder is None or not finder.terms:
        return
    met: dict[str, Term] = {}
    for number, text in enumerate(source):
        for _, _, term in finder.find(text):
            met[term.zh] = term
            yield number, True, TERM + term.zh
    whole = EnglishIndex("\n".join(target) if met else "")  # one index: a term is looked up once, not in each sentence
    starts = [0, *accumulate(len(text) + 1 for text in target)]
    for term in met.values():
        places = {bisect_right(starts, hit.start) - 1 for pattern in patterns_of(term) for hit in whole.find(pattern)}
        yield from ((number, False, TERM + term.zh) for number in sorted(places))
