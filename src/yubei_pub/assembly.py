"""Two documents put together: the sections of a briefing, paired, aligned, annotated and dated."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from yubei_pub import align, annotate, pairing
from yubei_pub.document import Block, BlockKind, Document, Section
from yubei_pub.model import Bead, BriefingSection, Passage, Picture, Segment
from yubei_pub.remembered import Remembered
from yubei_pub.review import ledger
from yubei_pub.terms import TermFinder

Row: TypeAlias = tuple[Sequence[Block], Sequence[Block]]  # Chinese, English


@dataclass(frozen=True)
class Assembly:
    """What the sections of a briefing are made from; `source` is simplified, `target` None without en.md."""

    source: Document
    target: Document | None
    pictures: Mapping[str, Picture]
    approvals: ledger.Ledger
    finder: TermFinder
    remembered: Remembered

    def sections(self) -> tuple[BriefingSection, ...]:
        """The sections in the order of the Chinese, their passages numbered through."""
        pairs = pairing.pair_sections(self.source.sections, self.target.sections if self.target else ())
        number = 1
        sections: list[BriefingSection] = []
        for ours, theirs in pairs:
            section = self._section(ours, theirs, number)
            number += sum(passage.number is not None for passage in section.passages)
            sections.append(section)
        return tuple(sections)

    def _section(self, ours: Section | None, theirs: Section | None, number: int) -> BriefingSection:
        either = ours or theirs
        assert either is not None  # noqa: S101  (a pair has at least one side)
        heading = ((ours.heading,) if ours else (), (theirs.heading,) if theirs else ())
        rows = _rows(ours.blocks if ours else (), theirs.blocks if theirs else ())
        notes = self._notes(ours, theirs)
        beads = self._annotated([_bead(row) for row in (heading, *rows, *notes)])
        approval = self.approvals.get(ours.id) if ours else None
        before_the_reviewer = seen(self.source, ours, self.target, theirs, self.pictures)
        return BriefingSection(
            id=either.id,
            level=either.level,
            source_heading=ours.heading if ours else None,
            target_heading=theirs.heading if theirs else None,
            heading=beads[0],
            passages=_passages(rows, beads[1 : len(rows) + 1], number),
            state=ledger.state(either.id, before_the_reviewer, self.approvals),
            reviewed_by=approval.by if approval else "",
            reviewed_on=approval.on if approval else "",
            notes=tuple(beads[len(rows) + 1 :]),
            changes=ledger.changes(before_the_reviewer, approval) if approval else (),
        )

    def _annotated(self, beads: Sequence[Bead]) -> list[Bead]:
        """With terms and quantities, but for a miscount over more paragraphs than anything could be told from."""
        return [bead if bead.lopsided else annotate.annotate([bead], self.finder, self.remembered)[0] for bead in beads]

    def _notes(self, ours: Section | None, theirs: Section | None) -> list[Row]:
        """The footnotes side by side: in order where both sides have as many, else each alone.

        A translator adds notes that the Chinese does not have, so a count that differs is no fault.
        """
        source = self.source.notes_of(ours) if ours else []
        target = self.target.notes_of(theirs) if self.target and theirs else []
        if len(source) == len(target):
            return [((a,), (b,)) for a, b in zip(source, target, strict=True)]
        return [((a,), ()) for a in source] + [((), (b,)) for b in target]


def seen(
    source: Document,
    ours: Section | None,
    target: Document | None,
    theirs: Section | None,
    pictures: Mapping[str, Picture],
) -> ledger.Seen:
    """What a reviewer of the two halves of a section has before them."""
    return ledger.Seen(
        source.content(ours) if ours else (), target.content(theirs) if target and theirs else (), pictures
    )


def _rows(ours: Sequence[Block], theirs: Sequence[Block]) -> list[Row]:
    """The blocks of a section side by side, in the order of the Chinese."""
    rows: list[Row] = []
    for group in pairing.pair_blocks(ours, theirs):
        if group.figure:
            rows.append((group.source, group.target))
            continue
        texts = [[block.text.text for block in side] for side in (group.source, group.target)]
        for source, target in align.align(*texts):
            rows.append((group.source[source.start : source.stop], group.target[target.start : target.stop]))
    return _in_source_order(rows)


def _in_source_order(rows: Sequence[Row]) -> list[Row]:
    """As zh.md has them; what only en.md has stands behind what it follows there."""
    ordered = sorted((row for row in rows if row[0]), key=lambda row: row[0][0].span)
    for extra in sorted((row for row in rows if not row[0]), key=lambda row: row[1][0].span):
        before = [i for i, (_, theirs) in enumerate(ordered) if theirs and theirs[-1].span < extra[1][0].span]
        ordered.insert(before[-1] + 1 if before else 0, extra)
    return ordered


def _passages(rows: Sequence[Row], beads: Sequence[Bead], number: int) -> tuple[Passage, ...]:
    """Rows with their beads; a figure has no number, for both languages show it once."""
    passages: list[Passage] = []
    for (source, target), bead in zip(rows, beads, strict=True):
        figure = (source or target)[0].kind is BlockKind.FIGURE
        passages.append(Passage(None if figure else number, tuple(source), tuple(target), (bead,)))
        number += not figure
    return tuple(passages)


def _bead(row: Row) -> Bead:
    source, target = row
    return Bead(tuple(Segment(b.text, b) for b in source), tuple(Segment(b.text, b) for b in target))
