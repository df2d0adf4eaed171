"""A file to a `Document`: front matter, sections, and what is odd about them as findings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from yubei_pub.document import LEAD, Block, BlockKind, Document, Piece, Section
from yubei_pub.findings import Finding, Message, Place, Severity, YubeiError, in_order
from yubei_pub.markdown import front, stretches
from yubei_pub.markdown.stretches import Heading, Plain
from yubei_pub.patterns import lazy_regex
from yubei_pub.remembered import Remembered
from yubei_pub.trace import Source, TracedText

if TYPE_CHECKING:
    from yubei_pub.markdown.blocks import Blocks

RULE = "structure"
_UNDERLINED = "The line under this text makes it a heading. Put an empty line between, or write ## before the text."
_NO_SPACE = lazy_regex("[#＃](?=[^\\s#＃])")  # of two and more `meant` says so; one may be a hashtag


def read(source: Source, remembered: Remembered | None = None) -> Document:
    """zh.md or en.md taken apart.  Whatever is odd is a finding; no text is lost.

    `remembered` has what stretches of a file were, so that those that have not changed need not be looked at.
    Raises YubeiError where brackets or lists are nested so deeply that no person wrote them.
    """
    remembered = remembered or Remembered()
    head = front.read(source, remembered)
    sections = _Sections(source, head.end)
    findings, notes, pieces = list(head.findings), dict[str, Block](), [Piece.of(source, 0, head.end)]
    for stretch in stretches.cut(source, head.end, remembered):
        pieces.append(stretch.piece)
        if stretch.plain is not None:
            sections.add_plain(stretch.piece, stretch.plain)
            continue
        blocks = _parsed(source, stretch.piece.start, stretch.piece.end, findings)
        notes |= blocks.notes
        for item in blocks.items:
            sections.add(item)
    findings += sections.findings()
    return Document(source, head.values, sections.made(), notes, tuple(in_order(findings)), head.places, pieces)


def _parsed(source: Source, start: int, end: int, findings: list[Finding]) -> Blocks:
    """A stretch read by the parser; what is odd about it is added to the findings."""
    from yubei_pub.markdown.blocks import Blocks
    from yubei_pub.markdown.lines import Lines
    from yubei_pub.markdown.meant import prepare

    text, odd = prepare(source, start, end)
    blocks = Blocks(Lines(text))
    try:
        blocks.read()
    except RecursionError:
        raise YubeiError(Message("The text is nested too deeply to be read."), path=source.path) from None
    findings += (*odd, *blocks.findings)
    return blocks


@dataclass
class _Part:
    """A heading and what stands under it; `plain` is the piece that this is, if it is no more than words."""

    heading: Heading
    blocks: Sequence[Block]
    plain: Piece | None = None

    def add(self, block: Block) -> None:
        if not isinstance(self.blocks, list):
            self.blocks, self.plain = [*self.blocks], None
        self.blocks.append(block)


class _Sections:
    """Blocks by the heading they stand under."""

    def __init__(self, source: Source, start: int) -> None:
        self.source, self.start = source, start
        self.title: Heading | None = None
        self.lead: list[Block] = []
        self.rest: list[_Part] = []
        self.odd: list[Finding] = []

    def add_plain(self, piece: Piece, plain: Plain) -> None:
        """A heading and paragraphs; in the lead, and where nothing says whose they are, they are looked at now."""
        if plain.heading:
            self.add(plain.heading)
        if plain.heading and self.rest:
            self.rest[-1] = _Part(plain.heading, plain.blocks, piece)
            return
        for block in plain.blocks:
            self.add(block)

    def add(self, item: Heading | Block) -> None:
        if isinstance(item, Block):
            (self.rest[-1].add if self.rest else self.lead.append)(item)
            return
        if item.underlined:
            self.odd.append(_finding(item.block.place, _UNDERLINED))
        if item.level == 1 and self.title is None and not self.rest:
            self.title = item
            if self.lead:
                self.odd.append(_finding(item.block.place, "The title stands below other text. Move it to the top."))
        else:
            self.rest.append(_Part(item, []))

    def made(self) -> tuple[Section, ...]:
        """The lead and the sections, each with an id of its own."""
        taken = {LEAD} | {part.heading.declared for part in self.rest if part.heading.declared}
        made, numbers, used = [], [0, 0], {LEAD}
        for part in self.rest:
            heading = part.heading
            level = max(heading.level, 2)
            numbers = [numbers[0] + 1, 0] if level == 2 else [numbers[0] or 1, numbers[1] + 1]
            id = heading.declared
            if not id or id in used:
                id = f"s{numbers[0]}" if level == 2 else f"s{numbers[0]}-{numbers[1]}"
                while id in taken or id in used:
                    id += "_"
            used.add(id)
            blocks = part.blocks if part.plain else tuple(part.blocks)
            made.append(Section(id, level, heading.block, blocks, heading.declared, part.plain))
        return (Section(LEAD, 1, self._title(), tuple(self.lead), self.title.declared if self.title else ""), *made)

    def _title(self) -> Block:
        if self.title:
            return self.title.block
        nothing = TracedText.of(self.source, self.start, self.start)
        return Block(BlockKind.HEADING, nothing, (self.start, self.start), depth=1)

    def findings(self) -> Iterator[Finding]:
        """What is odd about the headings."""
        yield from self.odd
        if self.title is None or (not self.title.block.text.text and self._says_something()):
            yield self._no_title()
        seen: dict[str, Block] = {}
        level = 1
        for part in self.rest:
            yield from self._odd_heading(part.heading, level, seen)
            level = max(part.heading.level, 2)

    def _no_title(self) -> Finding:
        place = self._title().place
        words = "The text has no title. Write it on the first line, behind one # and a space."
        if self.title is None and self.lead and _NO_SPACE.match(self.lead[0].place.written):
            place, words = self.lead[0].place, "The text has no title. If this line is it, write a space behind the #."
        return _finding(place, words, Severity.ERROR)

    def _says_something(self) -> bool:
        """A skeleton, empty all through, waits for its translation."""
        blocks = [*self.lead, *(block for part in self.rest for block in (part.heading.block, *part.blocks))]
        return any(block.text.text for block in blocks)

    def _odd_heading(self, heading: Heading, above: int, seen: dict[str, Block]) -> Iterator[Finding]:
        block, place = heading.block, heading.block.place
        if heading.level == 1:
            words = "This is a second title. Write a section's heading behind ## and a part of a section behind ###."
            yield _finding(place, words)
        elif heading.level > above + 1:
            words = "This heading has {now} # and the one before it {above}; write {right}, or is a heading missing?"
            yield _finding(place, words, now=heading.level, above=above, right="#" * (above + 1))
        if not block.text.text and not heading.declared:  # with an id it waits for its translation
            yield _finding(place, "This heading is empty. Write it, or delete the line.")
        if heading.declared == LEAD:
            words = "The id “lead” is that of the text before the first ##. Choose another one."
            yield _finding(place, words, Severity.ERROR)
        elif first := seen.get(heading.declared):
            words = "The id “{id}” stands behind two headings, on lines {first} and {second}. Give one of them another."
            lines = {"first": first.place.position.line, "second": place.position.line}
            odd = _finding(place, words, Severity.ERROR, id=heading.declared, **lines)
            yield odd._replace(related=((first.place, Message("the first one")),))
        elif heading.declared:
            seen[heading.declared] = block


def _finding(place: Place, words: str, severity: Severity = Severity.WARNING, **args: object) -> Finding:
    return Finding(RULE, severity, place, Message(words, **args))
