"""Two documents put together: the sections of a briefing, paired, aligned, annotated and dated."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from typing import NamedTuple

from yubei_pub import align, annotate, pairing
from yubei_pub.beads import Bead
from yubei_pub.document import Block, BlockKind, Document, Section
from yubei_pub.findings import Place
from yubei_pub.later import Later
from yubei_pub.model import BriefingSection, Passage, Picture, State
from yubei_pub.origins import Provenance
from yubei_pub.pipeline.rows import Row, rows, sentences
from yubei_pub.remembered import Recall, Remembered, digest
from yubei_pub.review import ledger
from yubei_pub.term_changes import TermChanges
from yubei_pub.terms import TermFinder
from yubei_pub.wording import matter


class Since(NamedTuple):
    """The glossary of the last build by its digest, and what has become of its terms since.

    `traditional`: there are spellings that are told only in the simplified text, the same as there were.
    """

    glossary: str
    changes: TermChanges
    traditional: bool


@dataclass(frozen=True)
class Assembly:
    """What the sections of a briefing are made from; `source` is simplified, `target` None without en.md.

    `glossary` names the state of the glossary whose terms `finder` finds, `since` what it was in the last build.
    """

    source: Document
    target: Document | None
    pictures: Mapping[str, Picture]
    approvals: ledger.Ledger
    finder: TermFinder
    remembered: Remembered
    glossary: str = ""
    provenance: Provenance | None = None
    since: Since | None = None

    def sections(self, part: slice) -> tuple[BriefingSection, ...]:
        """The sections in the order of the Chinese, or some of them, their passages numbered through."""
        pairs = pairing.pair_sections(self.source.sections, self.target.sections if self.target else ())[part]
        first, taken = 1, {section.id for section in self.source.sections}
        sections: list[BriefingSection] = []
        for ours, theirs in pairs:
            id = ours.id if ours else theirs.id if theirs else ""
            while ours is None and id in taken:  # in both files a heading without an id has that of its place
                id += "_"
            taken.add(id)
            section = self._section(id, ours, theirs, first)
            first += section.recall("numbered", partial(_numbered, section.passages))
            sections.append(section)
        return tuple(sections)

    def _section(self, id: str, ours: Section | None, theirs: Section | None, first: int) -> BriefingSection:
        """A section whose rows are not looked for before somebody looks at its passages."""
        either = ours or theirs
        assert either is not None  # noqa: S101  (a pair has at least one side)
        heading = Row((ours.heading,) if ours else (), (theirs.heading,) if theirs else ())
        approval = self.approvals.get(ours.id) if ours else None
        before_the_reviewer = seen(self.source, ours, self.target, theirs, self.pictures, self.provenance)
        plain = self._plain(ours, theirs)
        pieces = [half.plain.digest if half and half.plain else "" for half in (ours, theirs)]
        digest = self._digest(ours, before_the_reviewer, pieces if plain else ())
        of_section, recall = self.remembered.page(digest), self.remembered.page(f"paragraphs of {id}")
        return BriefingSection(
            id=id,
            level=either.level,
            source_heading=ours.heading if ours else None,
            target_heading=theirs.heading if theirs else None,
            headings=Later(partial(self._beads, heading, recall)),
            passages=Later(lambda: self._passages(ours, theirs, first, recall, of_section)),
            state=self._state(id, before_the_reviewer, digest if plain and ours is not self.source.sections[0] else ""),
            reviewed_by=approval.by if approval else "",
            reviewed_on=approval.on if approval else "",
            notes=Later(lambda: map(partial(self._annotated, recall), self._notes(ours, theirs))),
            changes=Later(lambda: ledger.changes(before_the_reviewer, approval) if approval else ()),
            front_changes=ledger.front_changes(before_the_reviewer, approval) if approval else (),
            blocks=Later(lambda: (*before_the_reviewer.source, *before_the_reviewer.target)),
            first=first,
            plain=plain,
            recall=of_section,
            recall_bead=recall,
        )

    def _plain(self, ours: Section | None, theirs: Section | None) -> tuple[Place, ...]:
        """The stretches of both files that a section is, if it is nothing but words."""
        halves = [(document, half) for document, half in ((self.source, ours), (self.target, theirs)) if half]
        found = [Place(d.source, half.plain.start, half.plain.end) for d, half in halves if d and half.plain]
        return tuple(found) if len(found) == len(halves) else ()

    def _state(self, id: str, section: ledger.Seen, digest: str) -> State:
        """Where it stands with its reviewers; remembered where no more than the texts that `digest` names has a say."""

        def make() -> str:
            return ledger.state(id, section, self.approvals).value

        approval = self.approvals.get(id)
        return State(self.remembered.page(digest)(f"state {id} {approval}", make) if digest else make())

    def _digest(self, ours: Section | None, section: ledger.Seen, plain: Sequence[str]) -> str:
        """A name for all that a section is made from: both texts, and all that the entries of its terms say.

        `plain` are the digests of both texts, if it is nothing but words.
        """
        words = plain or _words(section)
        page = self.remembered.page("\0".join(("section", self._front, *words)))

        def make() -> str:
            before = page.known.get(self.since.glossary) if self.since else None
            if self.since and before and not self.since.changes.may_concern(self._chinese(ours, section)):
                return str(before)
            met = [(a, b, term.meaning) for block in section.source for a, b, term in self.finder.find(block.text.text)]
            return digest(self._front, *words, *_words(section), repr(met))

        known: str = page(self.glossary, make)
        return known

    def _chinese(self, ours: Section | None, section: ledger.Seen) -> str:
        """The text of a section in which its terms stand; as it is in the file, where no other script has a say."""
        if ours and ours.plain and not (self.source.script or (self.since and self.since.traditional)):
            return self.source.source.text[ours.plain.start : ours.plain.end]
        return "\n".join(block.text.text for block in section.source)

    @cached_property
    def _front(self) -> str:
        """What each section hangs on beside its own texts."""
        front = [sorted(document.front.items()) for document in (self.source, self.target) if document]
        page = self.provenance and self.provenance.text_sha256
        return repr((align.with_dictionary(), front, self.source.script, page))

    def _passages(
        self, ours: Section | None, theirs: Section | None, first: int, recall: Recall, of_section: Recall
    ) -> Iterator[Passage]:
        """Rows with their beads; a figure has no number, for both languages show it once."""
        number = first
        source, target = (half.blocks if half else () for half in (ours, theirs))
        for row in rows(source, target, self.finder, recall, of_section):
            figure = (row.source or row.target)[0].kind is BlockKind.FIGURE
            beads = Later(partial(self._beads, row, recall))
            yield Passage(None if figure else number, row.source, row.target, beads, sentences)
            number += not figure

    def _beads(self, row: Row, recall: Recall) -> list[Bead]:
        return [self._annotated(recall, row)]

    def _annotated(self, recall: Recall, row: Row) -> Bead:
        """With terms and quantities, but for a miscount over more paragraphs than anything could be told from."""
        bead = row.bead()
        return bead if bead.lopsided else annotate.annotate(bead, self.finder, recall)

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
    provenance: Provenance | None,
) -> ledger.Seen:
    """What a reviewer of the two halves of a section has before them; of the first one, what is around the text too."""
    first = ours is source.sections[0]
    halves = (_read(source, ours, first), _read(target, theirs, first))
    if not first:
        return ledger.Seen(*halves, pictures)
    front = matter.printed(source.front, target.front if target else {}, provenance)
    return ledger.Seen(*halves, pictures, front, tuple(section.id for section in source.sections))


def _read(document: Document | None, section: Section | None, first: bool) -> Sequence[Block]:
    """What is read of a section; notes that nothing refers to are printed, too, and go with the first one."""
    if document is None or section is None:
        return ()
    loose = document.loose_notes().values() if first and document.notes else ()
    return [*document.content(section), *loose] if loose else document.content(section)


def _numbered(passages: Sequence[Passage]) -> int:
    return sum(passage.number is not None for passage in passages)


def _words(section: ledger.Seen) -> list[str]:
    """All that is said in a section, so that nothing else gives the same."""
    said = [*map(_said, section.source), "", *map(_said, section.target)]
    return [repr([*map(len, said)]), *said]


def _said(block: Block) -> str:
    """A block as written in its file and as read; in most there is nothing but words, the same in both."""
    written, read = block.text.source.text[slice(*block.span)], block.text.text
    if block.kind is BlockKind.PARAGRAPH and not (block.marks or block.directives):
        return f"={read}" if written == read else f"{len(written)} {written}{read}"
    return repr((written, read, block.form))
