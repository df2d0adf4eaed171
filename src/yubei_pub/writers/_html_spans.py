"""What a web page does to stretches of a text: a term leads to its entry, a figure stays on one line with its unit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from yubei_pub import addresses
from yubei_pub.beads import Bead
from yubei_pub.document import Block, MarkKind
from yubei_pub.glossary import Term
from yubei_pub.model import Briefing
from yubei_pub.writers._figures import HYPHENATED, figures, units


class Span(NamedTuple):
    """`[start, end)` of a block's text; `term` is None for a figure."""

    start: int
    end: int
    term: Term | None = None


def spans(briefing: Briefing) -> Mapping[int, Sequence[Span]]:
    """The spans of the blocks by the `id` of the block, in order, none over another.

    A term is one where it is first met in each language, under the headings.  Those of footnotes are not asked for.
    """
    found: dict[int, tuple[Block, list[Span]]] = {}
    met: set[tuple[bool, Term]] = set()
    for section in briefing.sections:
        rows = [bead for passage in section.passages for bead in passage.beads]
        for bead in (section.heading, *rows):
            of_terms = _terms(bead, met) if bead is not section.heading else ()
            for block, span in (*of_terms, *_figures(bead), *_units(bead)):
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
    sides = ((bead.source, bead.source_quantities), (bead.target, bead.target_quantities))
    return ((block, Span(start, end)) for side in sides for block, start, end in figures(*side))


def _units(bead: Bead) -> Iterator[tuple[Block, Span]]:
    for block in {id(segment.block): segment.block for segment in bead.source}.values():
        if block.label == "header":
            yield from ((block, Span(start, end)) for start, end in units(block.text.text))


def _apart(block: Block, several: Sequence[Span]) -> list[Span]:
    """The spans in order, of two that touch each other's words the term, else the longer.

    None is in or around a link, or ends within a telephone number.
    """
    links = [(mark.start, mark.end) for mark in block.marks if mark.kind is MarkKind.LINK]
    links += [(address.start, address.end) for address in addresses.find(block.text.text)]
    notes = [mark.start for mark in block.marks if mark.kind is MarkKind.NOTE]
    numbers = [found.span() for found in HYPHENATED.finditer(block.text.text)]
    kept: list[Span] = []
    for span in sorted(several, key=lambda span: (span.term is None, span.start - span.end)):
        linked = any(start < span.end and span.start < end for start, end in links)
        noted = any(span.start < at < span.end for at in notes)
        parted = any(start < at < end for start, end in numbers for at in (span.start, span.end))
        taken = any(other.start < span.end and span.start < other.end for other in kept)
        if not (linked or noted or parted or taken):
            kept.append(span)
    return sorted(kept)
