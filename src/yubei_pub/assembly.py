"""Two documents put together: the sections of a briefing, paired, aligned, annotated and dated."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from yubei_pub import annotate, pairing
from yubei_pub.document import BlockKind, Document, Section
from yubei_pub.model import Bead, BriefingSection, Passage, Picture
from yubei_pub.remembered import Remembered
from yubei_pub.review import ledger
from yubei_pub.rows import Row, rows, sentences
from yubei_pub.terms import TermFinder


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
        heading = Row((ours.heading,) if ours else (), (theirs.heading,) if theirs else ())
        body = rows(ours.blocks if ours else (), theirs.blocks if theirs else (), self.finder, self.remembered)
        notes = self._notes(ours, theirs)
        beads = self._annotated([row.bead() for row in (heading, *body, *notes)])
        approval = self.approvals.get(ours.id) if ours else None
        before_the_reviewer = seen(self.source, ours, self.target, theirs, self.pictures)
        return BriefingSection(
            id=either.id,
            level=either.level,
            source_heading=ours.heading if ours else None,
            target_heading=theirs.heading if theirs else None,
            heading=beads[0],
            passages=_passages(body, beads[1 : len(body) + 1], number),
            state=ledger.state(either.id, before_the_reviewer, self.approvals),
            reviewed_by=approval.by if approval else "",
            reviewed_on=approval.on if approval else "",
            notes=tuple(beads[len(body) + 1 :]),
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
            return [Row((a,), (b,)) for a, b in zip(source, target, strict=True)]
        return [Row((a,), ()) for a in source] + [Row((), (b,)) for b in target]


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


def _passages(rows: Sequence[Row], beads: Sequence[Bead], number: int) -> tuple[Passage, ...]:
    """Rows with their beads; a figure has no number, for both languages show it once."""
    passages: list[Passage] = []
    for row, bead in zip(rows, beads, strict=True):
        figure = (row.source or row.target)[0].kind is BlockKind.FIGURE
        passages.append(Passage(None if figure else number, row.source, row.target, (bead,), sentences))
        number += not figure
    return tuple(passages)
