"""Which findings concern what was changed: the lines themselves, and what they speak of.

A changed paragraph concerns the paragraph that renders it and the headings above both; one taken
out, those of its section that do not pair; a changed entry of the glossary, every
paragraph that has the term; another picture, its captions; another ledger, all that is not as it was
approved.  What steers the whole text (the page's date, its script, the settings) concerns all of it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from yubei_pub.beads import Bead
from yubei_pub.document import Block, Document
from yubei_pub.findings import Finding, Place
from yubei_pub.model import Briefing, BriefingSection

# Lines changed, by the path of their file: 1-based, ends exclusive.
Lines = Mapping[str, Sequence[range]]

SETTINGS = "yubei-pub.yaml"
_STEERING = ("date", "script", "language")
_OF_THE_LEDGER = ("stale", "unreviewed")


def concerned(findings: Iterable[Finding], briefings: Sequence[Briefing], changed: Lines) -> list[Finding]:
    """The findings whose place, or a related one, is in lines that changed or in what these concern."""
    if changed.get(SETTINGS):
        return list(findings)
    touched = _Touched(changed)
    touched.add([place for briefing in briefings for place in _concerned(briefing, touched)])
    return [
        finding
        for finding in findings
        if touched.has(finding.place)
        or any(touched.has(place) for place, _ in finding.related)
        or (finding.rule in _OF_THE_LEDGER and touched.file(finding.place.source.beside("review.yaml")))
    ]


class _Touched:
    """Lines of files, to be asked whether a place lies on one of them."""

    def __init__(self, lines: Lines) -> None:
        self._lines = {path: _merged(ranges) for path, ranges in lines.items()}

    def add(self, places: Iterable[Place]) -> None:
        """Take up the lines of some places."""
        more: dict[str, list[range]] = {}
        for place in places:
            more.setdefault(place.path, []).append(_lines(place))
        for path, ranges in more.items():
            self._lines[path] = _merged([*self._lines.get(path, ()), *ranges])

    def file(self, path: str) -> bool:
        """Whether any line of a file is among them."""
        return bool(self._lines.get(path))

    def has(self, place: Place) -> bool:
        """Whether a line of the place is among them; any line, where it is the file as a whole."""
        if not place.source.text:
            return self.file(place.path)
        ranges = self._lines.get(place.path, [])
        lines = _lines(place)
        at = bisect_right(ranges, lines.stop - 1, key=lambda each: each.start)
        return at > 0 and ranges[at - 1].stop > lines.start


def _merged(ranges: Iterable[range]) -> list[range]:
    """The same lines in order and apart."""
    merged: list[range] = []
    for each in sorted(ranges, key=lambda r: r.start):
        if merged and each.start <= merged[-1].stop:
            merged[-1] = range(merged[-1].start, max(merged[-1].stop, each.stop))
        else:
            merged.append(each)
    return merged


def _lines(place: Place) -> range:
    """The lines of a place; one that ends at the start of a line does not reach it."""
    start, end = place.position, place.end_position
    return range(start.line, max(start.line, end.line - (end.column == 1)) + 1)


def _concerned(briefing: Briefing, touched: _Touched) -> Iterator[Place]:
    documents = [document for document in (briefing.source, briefing.target) if document]
    if any(touched.has(d.places[key]) for d in documents for key in _STEERING if key in d.places):
        yield from (Place(document.source, 0, len(document.source.text)) for document in documents)
        return
    for section in briefing.sections:
        rows = list(_rows(section, documents, touched))
        yield from (place for row in rows for place in row)
        if rows:
            yield from _places(filter(None, (section.source_heading, section.target_heading)))


def _rows(section: BriefingSection, documents: Sequence[Document], touched: _Touched) -> Iterator[list[Place]]:
    """What stands side by side in a section and was touched: on a side, by a term, or where a side has too little."""
    rows = list(_sides(section))
    extents = [
        _extent(document, [block for sides, _ in rows for block in sides[number]])
        for number, document in enumerate(documents)
    ]
    for sides, beads in rows:
        places = [place for blocks in sides for place in _places(blocks)]
        terms = (use.term.place for bead in beads for use in bead.terms)
        pictures = (b.place.source.beside(b.picture) for blocks in sides for b in blocks if b.picture)
        gaps = extents if len(sides[0]) != len(sides[1]) else ()
        if any(map(touched.has, chain(places, terms, gaps))) or any(map(touched.file, pictures)):
            yield places


def _sides(section: BriefingSection) -> Iterator[tuple[tuple[Sequence[Block], Sequence[Block]], Sequence[Bead]]]:
    """The Chinese and the English blocks of each row of a section, and the beads of both."""
    ours, theirs = section.source_heading, section.target_heading
    yield ((ours,) if ours else (), (theirs,) if theirs else ()), (section.heading,)
    for passage in section.passages:
        yield (passage.source, passage.target), passage.beads
    for note in section.notes:
        yield ([segment.block for segment in note.source], [segment.block for segment in note.target]), (note,)


def _extent(document: Document, blocks: Sequence[Block]) -> Place:
    """Where a section's text could have been taken out: up to the line below its blocks, or anywhere if it has none."""
    text = document.source.text
    if not blocks:
        return Place(document.source, 0, len(text))
    start, end = min(block.span[0] for block in blocks), max(block.span[1] for block in blocks)
    for _ in range(2):
        end = text.find("\n", end) + 1 or len(text)
    return Place(document.source, start, end)


def _places(blocks: Iterable[Block]) -> Iterator[Place]:
    """The blocks, and the comments above them."""
    for block in blocks:
        yield block.place
        yield from (directive.place for directive in block.directives)
