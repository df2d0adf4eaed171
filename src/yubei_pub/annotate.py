"""The stage that marks terms and quantities on both sides of a bead and ties those that belong together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, replace
from functools import partial
from itertools import pairwise
from operator import attrgetter
from typing import NamedTuple

from yubei_pub import liberties
from yubei_pub.glossary import Term
from yubei_pub.model import Bead, Quantity, QuantityUse, Segment, Stretch, TermUse
from yubei_pub.quantities import compare, found
from yubei_pub.quantities.items import Passage
from yubei_pub.remembered import Remembered
from yubei_pub.terms import EnglishIndex, Hit, Pattern, TermFinder, official_patterns


def annotate(beads: Sequence[Bead], finder: TermFinder, remembered: Remembered | None = None) -> list[Bead]:
    """The beads with their terms, quantities and ties.

    Every occurrence of a term in the Chinese is a `TermUse`.  English stretches are given out
    one to an occurrence, the longest first, then in order; an occurrence for which none is
    left has no target.
    """
    remembered = remembered or Remembered()
    return [_annotated(bead, finder, remembered) for bead in beads]


def _annotated(bead: Bead, finder: TermFinder, remembered: Remembered) -> Bead:
    ours = _quantities(bead.source, partial(in_chinese, remembered))
    theirs = _quantities(bead.target, partial(in_english, remembered))
    ties = _ties(_passage(bead.source, ours), _passage(bead.target, theirs), remembered) if ours and theirs else ()
    return replace(bead, terms=terms_of(bead, finder), source_quantities=ours, target_quantities=theirs, ties=ties)


def _passage(segments: Sequence[Segment], uses: tuple[QuantityUse, ...]) -> Passage:
    return Passage(tuple(segment.text.text for segment in segments), uses)


def _ties(source: Passage, target: Passage, remembered: Remembered) -> tuple[tuple[int, int], ...]:
    """The quantities that both sides share."""
    made_from = f"ties\n{source.text}\0{target.text}"
    return tuple((a, b) for a, b in remembered(made_from, lambda: [*map(list, compare.ties(source, target))]))


def _quantities(segments: Sequence[Segment], find: Callable[[str], Iterable[Quantity]]) -> tuple[QuantityUse, ...]:
    """The quantities of one side."""
    return tuple(QuantityUse(n, quantity) for n, segment in enumerate(segments) for quantity in find(segment.text.text))


def in_chinese(remembered: Remembered, text: str) -> list[Quantity]:
    """The quantities of a Chinese text; to find them takes 2 ms a paragraph, to remember them a tenth."""
    known = remembered(f"quantities zh\n{text}", lambda: [*map(_fields, found.in_chinese(text))])
    return [Quantity(*values) for values in known]


def in_english(remembered: Remembered, text: str) -> list[Quantity]:
    """The same of an English text."""
    known = remembered(f"quantities en\n{text}", lambda: [*map(_fields, found.in_english(text))])
    return [Quantity(*values) for values in known]


_fields = attrgetter(*(field.name for field in fields(Quantity)))


class _Offer(NamedTuple):
    """An English stretch that could render a term, and what of it are the rendering's own words."""

    zh: str
    rendering: str
    stretch: Stretch
    hit: Hit


def terms_of(bead: Bead, finder: TermFinder) -> tuple[TermUse, ...]:
    """The terms of a bead in the order of the Chinese."""
    met = [
        (term, Stretch(number, start, end))
        for number, segment in enumerate(bead.source)
        for start, end, term in finder.find(segment.text.text)
    ]
    if not met:
        return ()
    terms = {term.zh: term for term, _ in met}
    indices = [EnglishIndex(segment.text.text) for segment in bead.target]
    offers = [offer for term in terms.values() for offer in _offers(term, finder.renderings(term), indices)]
    if len(met) == len(offers) and list(terms) == [offer.zh for offer in offers] and _apart(offers):
        # As in most paragraphs there is nothing to choose.
        pairs = zip(met, offers, strict=True)
        return tuple([TermUse(term, source, offer.stretch, offer.rendering) for (term, source), offer in pairs])
    counts = Counter(term.zh for term, _ in met)
    given = _given_out(offers, counts, [len(index.text) for index in indices])
    for term in terms.values():
        if not given.get(term.zh):
            given[term.zh] = list(_free_offers(term, indices))[: counts[term.zh]]
    queues = {zh: iter(sorted(offers, key=lambda offer: offer.stretch)) for zh, offers in given.items()}
    return tuple(_use(term, source, next(queues.get(term.zh, iter(())), None)) for term, source in met)


def _apart(offers: Sequence[_Offer]) -> bool:
    """Whether no two offers could share a word."""
    places = sorted([offer.stretch for offer in offers])
    return all(a[0] < b[0] or a[2] <= b[1] for a, b in pairwise(places))


def _use(term: Term, source: Stretch, offer: _Offer | None) -> TermUse:
    return TermUse(term, source, offer.stretch, offer.rendering) if offer else TermUse(term, source)


def _offers(term: Term, patterns: Sequence[Pattern], indices: Sequence[EnglishIndex]) -> list[_Offer]:
    """Every place of every rendering of a term."""
    return [
        _Offer(term.zh, pattern.rendering, Stretch(number, hit.start, hit.end), hit)
        for number, index in enumerate(indices)
        for pattern in patterns
        for hit in index.find(pattern)
    ]


def _free_offers(term: Term, indices: Sequence[EnglishIndex]) -> Iterator[_Offer]:
    """Where a term is rendered in another order or together with others, which may share words with them."""
    for number, index in enumerate(indices):
        for pattern in official_patterns(term):
            for hit in liberties.find(index, pattern):
                yield _Offer(term.zh, pattern.rendering, Stretch(number, hit.start, hit.end), hit)


def _given_out(offers: Sequence[_Offer], counts: Mapping[str, int], lengths: Sequence[int]) -> dict[str, list[_Offer]]:
    """The offers taken up by each term, no more than it occurs, no word twice.

    Of stretches equally long the term with fewer offers chooses first, so that of two terms
    sharing a rendering the one that has another leaves it to the one that has not.
    """
    choice: dict[str, int] = {}
    for offer in offers:
        choice[offer.zh] = choice.get(offer.zh, 0) + 1
    taken = [bytearray(length) for length in lengths]  # 1 for a character that renders something
    given: dict[str, list[_Offer]] = {}
    for offer in sorted(offers, key=lambda o: (-o.hit.size, choice[o.zh], o.stretch[:2])):
        mine, mask = given.setdefault(offer.zh, []), taken[offer.stretch.segment]
        if len(mine) < counts[offer.zh] and not any(1 in mask[start:end] for start, end in offer.hit.pieces):
            for start, end in offer.hit.pieces:
                mask[start:end] = b"\1" * (end - start)
            mine.append(offer)
    return given


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
    return replace(
        part,
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
            moved = self.stretch(Stretch(use.segment, use.quantity.start, use.quantity.end))
            if moved:
                found[place] = QuantityUse(moved.segment, replace(use.quantity, start=moved.start, end=moved.end))
        return found
