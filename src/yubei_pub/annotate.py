"""The stage that marks terms and quantities on both sides of a bead and ties those that belong together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from itertools import starmap
from operator import itemgetter
from typing import NamedTuple, TypeAlias
from weakref import WeakKeyDictionary

from yubei_pub.beads import Bead, Quantity, QuantityUse, Segment, Stretch, TermUse
from yubei_pub.glossary import Term
from yubei_pub.later import Later
from yubei_pub.quantities import chinese, comparing, english
from yubei_pub.quantities.comparing.items import Half
from yubei_pub.remembered import Recall
from yubei_pub.renderings import EnglishIndex, Hit, Pattern, liberties
from yubei_pub.terms import TermFinder, official_patterns

# By what is asked for them; all rows of a section are found before the first is marked.
_MADE: WeakKeyDictionary[Recall, dict[str, tuple[Quantity, ...]]] = WeakKeyDictionary()


def annotate(bead: Bead, finder: TermFinder, recall: Recall) -> Bead:
    """The bead with its terms, quantities and ties.

    Every occurrence of a term in the Chinese is a `TermUse`.  English stretches are given out
    one to an occurrence, the longest first, then in order; an occurrence for which none is
    left has no target.
    """
    ours = _quantities(bead.source, partial(in_chinese, recall))
    theirs = _quantities(bead.target, partial(in_english, recall))
    ties = Later(lambda: comparing.ties(_half(bead.source, ours), _half(bead.target, theirs)))
    return bead._replace(terms=terms_of(bead, finder), source_quantities=ours, target_quantities=theirs, ties=ties)


def _half(segments: Sequence[Segment], uses: tuple[QuantityUse, ...]) -> Half:
    return Half(tuple(segment.text.text for segment in segments), uses)


def _quantities(segments: Sequence[Segment], find: Callable[[str], Iterable[Quantity]]) -> tuple[QuantityUse, ...]:
    """The quantities of one side."""
    return tuple(QuantityUse(n, quantity) for n, segment in enumerate(segments) for quantity in find(segment.text.text))


def in_chinese(recall: Recall, text: str) -> tuple[Quantity, ...]:
    """The quantities of a Chinese text, which is asked for twice: to see how paragraphs stand, and to mark them."""
    return _made(recall, f"quantities zh\n{text}", lambda: list(chinese.find(text)))


def in_english(recall: Recall, text: str) -> tuple[Quantity, ...]:
    """The same of an English text."""
    return _made(recall, f"quantities en\n{text}", lambda: list(english.find(text)))


def _made(recall: Recall, made_from: str, make: Callable[[], list[Quantity]]) -> tuple[Quantity, ...]:
    made = _MADE.setdefault(recall, {})
    if made_from not in made:
        made[made_from] = tuple(starmap(Quantity, recall(made_from, make)))
    return made[made_from]


_STRETCH = itemgetter(0)
_Place: TypeAlias = tuple[Stretch, str]  # an English stretch, and the rendering of a term that stands there


def terms_of(bead: Bead, finder: TermFinder) -> tuple[TermUse, ...]:
    """The terms of a bead in the order of the Chinese."""
    met = [finder.met(segment.text.text) for segment in bead.source]
    entries = [entry for matches in met for _, _, entry in matches]
    if not entries:
        return ()
    wanted = {entry.zh: entry.renderings for entry in entries}
    indices = [EnglishIndex(segment.text.text) for segment in bead.target]
    given = _undisputed(wanted, indices)
    if given is None:
        given = _given_out(wanted, Counter([entry.zh for entry in entries]), indices)
    uses = []
    for number, matches in enumerate(met):
        for start, end, entry in matches:
            if entry.zh not in given:
                times = sum(each.zh == entry.zh for each in entries)  # in any of its spellings
                given[entry.zh] = sorted(_free(entry.term, indices)[:times], key=_STRETCH)
            source = Stretch(number, start, end)
            if mine := given[entry.zh]:
                target, rendering = mine.pop(0)
                uses.append(TermUse(entry.term, source, target, rendering))
            else:
                uses.append(TermUse(entry.term, source))
    return tuple(uses)


def _undisputed(
    wanted: Mapping[str, Sequence[Pattern]], indices: Sequence[EnglishIndex]
) -> dict[str, list[_Place]] | None:
    """The places of the terms, where there is nothing to choose: each has one at most, and no two share a word.

    So it is in nineteen of twenty beads.
    """
    places = [
        (number, start, end, zh, pattern.rendering)
        for number, index in enumerate(indices)
        for zh, patterns in wanted.items()
        for pattern in patterns
        for start, end in index.stretches(pattern)
    ]
    places.sort()
    given: dict[str, list[_Place]] = {}
    segment, reach = 0, 0
    for number, start, end, zh, rendering in places:
        if zh in given or (number == segment and start < reach):
            return None
        given[zh] = [(Stretch(number, start, end), rendering)]
        segment, reach = number, end
    return given


class _Offer(NamedTuple):
    """A stretch that could render a term, and what of it are the rendering's own words."""

    zh: str
    rendering: str
    stretch: Stretch
    hit: Hit


def _given_out(
    wanted: Mapping[str, Sequence[Pattern]], counts: Mapping[str, int], indices: Sequence[EnglishIndex]
) -> dict[str, list[_Place]]:
    """The places that each term takes up: no more than it occurs, no word twice, the longest stretches first.

    Of stretches equally long the term with fewer offers chooses first, so that of two terms
    sharing a rendering the one that has another leaves it to the one that has not.
    """
    offers = [
        _Offer(zh, pattern.rendering, Stretch(number, hit.start, hit.end), hit)
        for zh, patterns in wanted.items()
        for number, index in enumerate(indices)
        for pattern in patterns
        for hit in index.find(pattern)
    ]
    choice = Counter([offer.zh for offer in offers])
    taken = [bytearray(len(index.text)) for index in indices]  # 1 for a character that renders something
    given: dict[str, list[_Place]] = {}
    for offer in sorted(offers, key=lambda o: (-o.hit.size, choice[o.zh], o.stretch[:2])):
        mine, mask = given.setdefault(offer.zh, []), taken[offer.stretch.segment]
        if len(mine) < counts[offer.zh] and not any(1 in mask[start:end] for start, end in offer.hit.pieces):
            for start, end in offer.hit.pieces:
                mask[start:end] = b"\1" * (end - start)
            mine.append((offer.stretch, offer.rendering))
    return {zh: sorted(mine, key=_STRETCH) for zh, mine in given.items() if mine}


def _free(term: Term, indices: Sequence[EnglishIndex]) -> list[_Place]:
    """Where a term is rendered in another order or together with others, which may share words with them."""
    return [
        (Stretch(number, hit.start, hit.end), pattern.rendering)
        for number, index in enumerate(indices)
        for pattern in official_patterns(term)
        for hit in liberties.find(index, pattern)
    ]


def within(whole: Bead, part: Bead) -> Bead:
    """A part of a bead with what was marked in the whole: what stands in it, tied where both ends do."""
    here, there = _Moved(whole.source, part.source), _Moved(whole.target, part.target)
    terms = []
    for use in whole.terms:
        source, target = here.stretch(use.source), there.stretch(use.target) if use.target else None
        if source:
            terms.append(TermUse(use.term, source, target, use.rendering if target else ""))
    ours, theirs = here.quantities(whole.source_quantities), there.quantities(whole.target_quantities)
    places = [{number: place for place, number in enumerate(found)} for found in (ours, theirs)]
    return part._replace(
        terms=tuple(terms),
        source_quantities=tuple(ours.values()),
        target_quantities=tuple(theirs.values()),
        ties=tuple((places[0][a], places[1][b]) for a, b in whole.ties if a in ours and b in theirs),
    )


class _Moved:
    """Places in the segments of a bead as places in those of a part of it."""

    def __init__(self, whole: Sequence[Segment], part: Sequence[Segment]) -> None:
        blocks = [id(segment.block) for segment in whole]
        self._parts = [(blocks.index(id(segment.block)), segment) for segment in part]

    def stretch(self, stretch: Stretch) -> Stretch | None:
        """The same stretch, None where it begins in another part; what runs over the end is cut."""
        for number, (whole, segment) in enumerate(self._parts):
            start = stretch.start - segment.start
            if whole == stretch.segment and 0 <= start < len(segment.text):
                return Stretch(number, start, min(stretch.end - segment.start, len(segment.text)))
        return None

    def quantities(self, uses: Sequence[QuantityUse]) -> dict[int, QuantityUse]:
        """Those of some quantities that stand here, by their places among all."""
        found: dict[int, QuantityUse] = {}
        for place, use in enumerate(uses):
            moved = self.stretch(use.stretch)
            if moved:
                found[place] = QuantityUse(moved.segment, use.quantity._replace(start=moved.start, end=moved.end))
        return found
