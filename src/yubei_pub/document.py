"""A file of the editors taken apart: blocks, sections, footnotes, every text traced to its place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import Any, NamedTuple

from yubei_pub.findings import Finding, Place
from yubei_pub.later import Later
from yubei_pub.remembered import digest
from yubei_pub.trace import Source, TracedText


class BlockKind(Enum):
    """What a block is; `ROW` is one row of a table, its cells joined by tabs."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    FIGURE = "figure"
    ITEM = "item"
    QUOTATION = "quotation"
    ROW = "row"


class MarkKind(Enum):
    """Inline formatting beside the plain text."""

    STRONG = "strong"
    EMPHASIS = "emphasis"
    CODE = "code"
    LINK = "link"
    NOTE = "note"
    BREAK = "break"


class Mark(NamedTuple):
    """`[start, end)` of a block's plain text is strong, a link to `target`, …

    A note is a mark of no length whose `target` is the label of a footnote; a break is a
    hard line break and covers the newline that stands for it.
    """

    start: int
    end: int
    kind: MarkKind
    target: str = ""

    def moved(self, by: int) -> Mark:
        """The mark where its text stands behind `by` characters."""
        return self._replace(start=self.start + by, end=self.end + by)

    def within(self, start: int, end: int) -> Mark:
        """What of the mark is in `[start, end)` of its text, as a mark of that stretch alone."""
        first, last = (min(max(offset, start), end) - start for offset in self[:2])
        return self._replace(start=first, end=last)


class Directive(NamedTuple):
    """An HTML comment `<!-- yubei: words -->` alone on its lines; `place` is the whole comment."""

    words: str
    place: Place


class Block(NamedTuple):
    """A paragraph, figure, item, … of a file.

    `text` is plain: markup removed, every character traced to the file.  `span` is the
    block's stretch of the file in code point offsets, so that a write-back touches only it.
    `depth` is the nesting of an item (0 is outermost) or the level of a heading; `label`
    the item's own marker ("1.", "-") or "header" for the header row of a table.
    A figure's text is its caption, `picture` its path as written in the file.
    """

    kind: BlockKind
    text: TracedText
    span: tuple[int, int]
    marks: tuple[Mark, ...] = ()
    picture: str = ""
    depth: int = 0
    label: str = ""
    directives: tuple[Directive, ...] = ()

    @property
    def place(self) -> Place:
        return Place(self.text.source, *self.span)

    @property
    def form(self) -> list[Any]:
        """All that its file says of it beside its text, as JSON can say it."""
        directives = [directive.words for directive in self.directives]
        marks = [(mark.start, mark.end, mark.kind.value, mark.target) for mark in self.marks]
        return [self.kind.value, self.label, self.depth, self.picture, directives, marks]

    def with_text(self, text: TracedText) -> Block:
        """The same block with a text of the same length (simplified, say)."""
        if len(text) != len(self.text):
            raise ValueError("marks would move: the new text has another length")
        return self._replace(text=text)


class Piece(NamedTuple):
    """`[start, end)` of a file, which ends at an empty line and can be looked at by itself, with a digest of it."""

    start: int
    end: int
    digest: str

    @classmethod
    def of(cls, source: Source, start: int, end: int) -> Piece:
        return cls(start, end, digest(source.text[start:end]))


LEAD = "lead"  # the id of the first section


@dataclass(frozen=True)
class Section:
    """A heading and the blocks under it, up to the next heading of any level.

    The first section has the id LEAD and level 1; its heading is the document's title.
    `declared` is the id written in the file, empty where there is none.  `plain` is the piece of the file that the
    section is, if that is a heading and paragraphs of nothing but words: these are made when somebody looks at them.
    """

    id: str
    level: int
    heading: Block
    blocks: Sequence[Block]
    declared: str = ""
    plain: Piece | None = field(default=None, compare=False)

    def written(self) -> Iterator[Block]:
        """The heading, then the blocks."""
        yield self.heading
        yield from self.blocks


@dataclass(frozen=True)
class Document:
    """A file taken apart: front matter, sections in their order, footnotes by label.

    A list in the front matter is joined by ", "; `places` are those of its values.
    `findings` is what was odd about the file's form; whatever it was, no text is lost.
    `pieces` is what the file was cut into.  `simplified` are the values of the front matter in Simplified script, each
    as long as it was written, and `script` is OpenCC's configuration that made them and the text; empty if none did.
    """

    source: Source
    front: Mapping[str, str]
    sections: tuple[Section, ...]
    notes: Mapping[str, Block] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()
    places: Mapping[str, Place] = field(default_factory=dict)
    pieces: Sequence[Piece] = field(default=(), compare=False)
    simplified: Mapping[str, str] = field(default_factory=dict, compare=False)
    script: str = ""

    @property
    def cover(self) -> Sequence[Piece]:
        """Pieces that cover the file: those that it was cut into, or itself."""
        return self.pieces or [Piece.of(self.source, 0, len(self.source.text))]

    def notes_of(self, section: Section) -> list[Block]:
        """The footnotes a section refers to, in the order of reference, each once."""
        if not self.notes:
            return []
        marks = (m for block in section.written() for m in block.marks if m.kind is MarkKind.NOTE)
        return [self.notes[label] for label in dict.fromkeys(m.target for m in marks) if label in self.notes]

    def loose_notes(self) -> dict[str, Block]:
        """The footnotes that nothing refers to, by label."""
        used = {id(note) for section in self.sections for note in self.notes_of(section)}
        return {label: note for label, note in self.notes.items() if id(note) not in used}

    def content(self, section: Section) -> Sequence[Block]:
        """All that is read under a heading: the heading, its blocks and the footnotes they refer to."""
        return Later(lambda: [*section.written(), *self.notes_of(section)])

    def blocks(self) -> Iterator[Block]:
        """Headings and blocks in the order of the file."""
        return (block for section in self.sections for block in section.written())

    def rich(self) -> Iterator[Block]:
        """The headings and blocks that may be more than words: marked, pictures, under directives."""
        return (block for s in self.sections if s.plain is None for block in s.written())
