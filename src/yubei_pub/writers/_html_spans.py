"""What a web page does to stretches of a text: a term leads to its entry, a figure stays on one line with its unit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from yubei_pub.beads import Bead, QuantityUse, Segment
from yubei_pub.document import Block, MarkKind
from yubei_pub.glossary import Term
from yubei_pub.model import Briefing
from yubei_pub.patterns import lazy_regex

# "July 10, 2024" and "15.8 square meters"; a longer stretch on one line tears a hole into a column on a phone.
_LONGEST_FIGURE = 18
# What a reader does not want to find on the next line: 15.8 | 平方米, 3 billion | yuan.
_UNIT = lazy_regex(
    "[余多]?(?:平方)?(?:公里|千米|米)|[余多]?[个元类部座年人户名次件条项家所处吨亩]"
    "| (?:yuan|percent|(?:square )?(?:kilo)?met(?:er|re)s)\\b"
)


class Span(NamedTuple):
    """`[start, end)` of a block's text; `term` is None for a figure."""

    start: int
    end: int
    term: Term | None = None


def spans(briefing: Briefing) -> Mapping[int, Sequence[Span]]:
    """The spans of the blocks by the `id` of the block, in order, none over another.

    A term is one where it is first met in each language, under the headings.
    """
    found: dict[int, tuple[Block, list[Span]]] = {}
    met: set[tuple[bool, Term]] = set()
    headings = {id(section.heading) for section in briefing.sections}
    for bead in (bead for section in briefing.sections for bead in section.beads()):
        of_terms = _terms(bead, met) if id(bead) not in headings else ()
        for block, span in (*of_terms, *_figures(bead)):
            found.setdefault(id(block), (block, []))[1].append(span)
    return {key: _apart(block, several) for key, (block, several) in found.items()}


def _terms(bead: Bead, met: set[tuple[bool, Term]]) -> Iterator[tuple[Block, Span]]:
    for use in bead.terms:
        for segments, stretch in ((bead.source, use.source), (bead.target, use.target)):
            side = (segments is bead.source, use.term)
            if stretch is not None and side not in met:
                met.add(side)
                segment = segments[stretch.segment]
                yield segment.block, Span(segment.start + stretch.start, segment.start + stretch.end, use.term)


def _figures(bead: Bead) -> Iterator[tuple[Block, Span]]:
    yield from _written(bead.source, bead.source_quantities)
    yield from _written(bead.target, bead.target_quantities)


def _written(segments: Sequence[Segment], uses: Iterable[QuantityUse]) -> Iterator[tuple[Block, Span]]:
    """Quantities written in digits, with their units."""
    for use in uses:
        segment, start, end = segments[use.segment], use.quantity.start, use.quantity.end
        unit = _UNIT.match(segment.text.text, end)
        end = unit.end() if unit else end
        words = segment.text.text[start:end]
        if len(words) <= _LONGEST_FIGURE and any(char.isdecimal() for char in words):
            yield segment.block, Span(segment.start + start, segment.start + end)


def _apart(block: Block, several: Sequence[Span]) -> list[Span]:
    """The spans in order, of two that touch each other's words the term, else the longer; none in or around a link."""
    inside = [mark for mark in block.marks if mark.kind in (MarkKind.LINK, MarkKind.NOTE)]
    kept: list[Span] = []
    for span in sorted(several, key=lambda span: (span.term is None, span.start - span.end)):
        linked = any(mark.start < span.end and span.start < mark.end for mark in inside if mark.kind is MarkKind.LINK)
        noted = any(span.start < mark.start < span.end for mark in inside)
        if not linked and not noted and all(span.end <= other.start or other.end <= span.start for other in kept):
            kept.append(span)
    return sorted(kept)
