"""The stage that marks what the checks compare: terms and quantities on both sides of a bead."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from yubei_pub import liberties
from yubei_pub.glossary import Term
from yubei_pub.model import Bead, Quantity, QuantityUse, Segment, Stretch, TermUse
from yubei_pub.quantities import chinese, english
from yubei_pub.terms import EnglishIndex, Hit, TermFinder, official_patterns, short_pattern


def annotate(beads: Sequence[Bead], finder: TermFinder) -> list[Bead]:
    """The beads with their terms and quantities.

    Every occurrence of a term in the Chinese is a `TermUse`.  English stretches are given out
    one to an occurrence, the longest first, then in order; an occurrence for which none is
    left has no target.
    """
    return [_annotated(bead, finder) for bead in beads]


def _annotated(bead: Bead, finder: TermFinder) -> Bead:
    return replace(
        bead,
        terms=_term_uses(bead, finder),
        source_quantities=_quantities(bead.source, chinese.find),
        target_quantities=_quantities(bead.target, english.find),
    )


def _quantities(segments: Sequence[Segment], find: Callable[[str], Iterable[Quantity]]) -> tuple[QuantityUse, ...]:
    return tuple(QuantityUse(number, q) for number, segment in enumerate(segments) for q in find(segment.text.text))


class _Offer(NamedTuple):
    """An English stretch that could render a term; `hit` is in the text of segment `segment`."""

    zh: str
    rendering: str
    segment: int
    hit: Hit

    @property
    def stretch(self) -> Stretch:
        return Stretch(self.segment, self.hit.start, self.hit.end)


def _term_uses(bead: Bead, finder: TermFinder) -> tuple[TermUse, ...]:
    """The terms of a bead in the order of the Chinese."""
    met = [
        (term, Stretch(number, start, end))
        for number, segment in enumerate(bead.source)
        for start, end, term in finder.find(segment.text.text)
    ]
    if not met:
        return ()
    counts: dict[str, int] = {}
    for term, _ in met:
        counts[term.zh] = counts.get(term.zh, 0) + 1
    terms = {term.zh: term for term, _ in met}
    indices = [EnglishIndex(segment.text.text) for segment in bead.target]
    given = _given_out(list(_offers(terms.values(), indices)), counts)
    for term in terms.values():
        if not given.get(term.zh):
            given[term.zh] = list(_free_offers(term, indices))[: counts[term.zh]]
    queues = {zh: iter(sorted(offers, key=lambda offer: offer.stretch)) for zh, offers in given.items()}
    return tuple(_use(term, source, next(queues.get(term.zh, iter(())), None)) for term, source in met)


def _use(term: Term, source: Stretch, offer: _Offer | None) -> TermUse:
    return TermUse(term, source, offer.stretch, offer.rendering) if offer else TermUse(term, source)


def _offers(terms: Iterable[Term], indices: Sequence[EnglishIndex]) -> Iterator[_Offer]:
    """Every place of every rendering of the terms."""
    for term in terms:
        short = short_pattern(term)
        patterns = (*official_patterns(term), *([short] if short else []))
        for number, index in enumerate(indices):
            for pattern in patterns:
                yield from (_Offer(term.zh, pattern.rendering, number, hit) for hit in index.find(pattern))


def _free_offers(term: Term, indices: Sequence[EnglishIndex]) -> Iterator[_Offer]:
    """Where a term is rendered in another order or together with others, which may share words with them."""
    for number, index in enumerate(indices):
        for pattern in official_patterns(term):
            yield from (_Offer(term.zh, pattern.rendering, number, hit) for hit in liberties.find(index, pattern))


def _given_out(offers: Sequence[_Offer], counts: dict[str, int]) -> dict[str, list[_Offer]]:
    """The offers taken up by each term, no more than it occurs, no word twice.

    Of stretches equally long the term with fewer offers chooses first, so that of two terms
    sharing a rendering the one that has another leaves it to the one that has not.
    """
    choice: dict[str, int] = {}
    for offer in offers:
        choice[offer.zh] = choice.get(offer.zh, 0) + 1
    taken: set[tuple[int, int]] = set()
    given: dict[str, list[_Offer]] = {}
    for offer in sorted(offers, key=lambda o: (-o.hit.size, choice[o.zh], o.segment, o.hit.start)):
        letters = {(offer.segment, at) for start, end in offer.hit.pieces for at in range(start, end)}
        mine = given.setdefault(offer.zh, [])
        if len(mine) < counts[offer.zh] and taken.isdisjoint(letters):
            taken |= letters
            mine.append(offer)
    return given
