"""Both texts have the same sections and figures, and nothing that the other does not have.

Sections pair by their id (`{#s1-2}` behind the heading) where both files carry it, else by
order and level.  Paragraphs are aligned by what they say, so a translator may merge and split them; where
that is not sure, the rule `weak-alignment` says so.  What pairs with nothing is never guessed: it is
reported here, and printed beside an empty place.

Bad:   en.md has a section, a paragraph or a figure that zh.md does not have.
Good:  the same sections and figures in both, or the same ids behind both headings.

A zh.md without a Chinese character, whose Chinese may stand in en.md, is an error.
A paragraph that ends with an id was meant as a heading, and has lost its `##`.

A footnote of the Chinese needs one in the English; translators may add notes of their own.  One that nothing refers
to is in no section, so nobody could approve what is printed of it.  A pin
(`<!-- yubei: zh 3-4 -->` above an English paragraph) that names no paragraphs is an error.

What to do: where a section does not pair, write the id of the Chinese heading behind the English one; where a
paragraph was taken for an addition and is none, pin it.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from yubei_pub import han, pins
from yubei_pub.checks._beads import over
from yubei_pub.checks._recall import recalled
from yubei_pub.document import Block, BlockKind, Document
from yubei_pub.findings import Message, Place, Remark, Severity
from yubei_pub.markdown import picture_path
from yubei_pub.model import Briefing, BriefingSection, Passage
from yubei_pub.patterns import lazy_regex

SEVERITY = Severity.ERROR

_ID = lazy_regex(r"\{#[\w-]+\}$")
_OTHER_KIND = "this is {english} in en.md and {chinese} in zh.md"
_OTHER_CELLS = "cells with a text: {english} in this row, {chinese} in the Chinese; is a | missing, or typed ｜?"
_ADDED_FIGURE = "a figure", "take it out, or put it into zh.md"
_ADDED = "a paragraph", "take it out, or say with a pin what it renders"
_UNPINNED = (BlockKind.HEADING, BlockKind.FIGURE)


def check_briefing(briefing: Briefing) -> Iterator[Remark]:
    """Sections, figures and paragraphs that only one side has."""
    if briefing.target is None:
        return
    yield from _languages(briefing.source, briefing.target)
    for section in briefing.sections:
        if section.source_heading is None or section.target_heading is None:
            yield _alone(section)
        else:
            yield from recalled(briefing, "structure", section, partial(_remarks, section))
    for document in (briefing.source, briefing.target):
        yield from _loose_notes(document)
    elsewhere = [*briefing.source.rich(), *(b for b in briefing.target.rich() if b.kind in _UNPINNED)]
    yield from (Remark(place, message, Severity.WARNING) for place, message in pins.misplaced(elsewhere))


def _languages(source: Document, target: Document) -> Iterator[Remark]:
    """A zh.md without Chinese: the two files were taken for each other, or both are in English."""
    if any(_is_chinese(block) for block in source.blocks()) or not any(len(block.text) for block in source.blocks()):
        return
    words = "there is no Chinese here; write the Chinese text into this file"
    if any(map(_is_chinese, target.blocks())):
        words = "the English stands here and the Chinese in en.md; exchange the names of the two files"
    yield Remark(Place(source.source, 0, 0), Message(words))


def _is_chinese(block: Block) -> bool:
    return han.holds(block.text.text)


def _remarks(section: BriefingSection) -> Iterator[Remark]:
    for passage in section.passages:
        yield from _passage(passage, section)
    yield from _pins(section)
    for bead in section.notes:
        if not bead.target:
            message = Message("en.md has no footnote that renders this one")
            yield Remark(bead.source[0].block.place, message)


def _pins(section: BriefingSection) -> Iterator[Remark]:
    ours, theirs = (
        sorted((block for passage in section.passages for block in passage.side(chinese)), key=lambda block: block.span)
        for chinese in (True, False)
    )
    yield from (Remark(place, message) for place, message in pins.read(ours, theirs).bad)


def _headless(block: Block) -> Iterator[Remark]:
    """A heading that has lost its mark: an id stands behind it, which nothing else has."""
    if block.kind is BlockKind.PARAGRAPH and (match := _ID.search(block.text.text)):
        message = "this line has an id like a heading, and no # before it; write ## and a blank there"
        yield Remark(Place.of(block.text, *match.span()), Message(message))


def _loose_notes(document: Document) -> Iterator[Remark]:
    for label, note in document.loose_notes().items():
        message = Message(
            "nothing refers to this footnote; write [^{label}] where it belongs, or delete it", label=label
        )
        yield Remark(note.place, message)


def _alone(section: BriefingSection) -> Remark:
    heading = section.source_heading or section.target_heading
    assert heading is not None  # noqa: S101  (a section has at least one heading)
    if section.source_heading is not None:
        message = (
            "“{heading}” has no section in en.md that pairs with it; "
            "write {{#{id}}} behind the English heading that renders it"
        )
        return Remark(heading.place, Message(message, heading=heading.text.text, id=section.id))
    message = "no section of zh.md pairs with “{heading}”; write the id of the Chinese heading behind it, like {{#s1}}"
    if not heading.text.text.strip():
        message = "zh.md has no heading for this empty one; delete the line"
    return Remark(heading.place, Message(message, heading=heading.text.text))


def _passage(passage: Passage, section: BriefingSection) -> Iterator[Remark]:
    ours, theirs = passage.source, passage.target
    for block in (*ours, *theirs):
        yield from _headless(block)
    if ours and theirs:
        if len(ours) == len(theirs):
            yield from _kinds(ours, theirs)
    elif theirs:
        what, do = _ADDED_FIGURE if theirs[0].kind is BlockKind.FIGURE else _ADDED
        message = "{what} in en.md under “{heading}” that zh.md does not have; {do}"
        yield Remark(over(theirs), Message(message, what=what, heading=_name(section), do=do))
    elif ours[0].kind is BlockKind.FIGURE:
        message = (
            "the figure “{path}” is not in en.md; add ![English caption]({written}) there "
            "(the path must be written the same in both files)"
        )
        path = ours[0].picture
        yield Remark(over(ours), Message(message, path=path, written=picture_path(path)))


def _kinds(ours: tuple[Block, ...], theirs: tuple[Block, ...]) -> Iterator[Remark]:
    for chinese, english in zip(ours, theirs, strict=True):
        here, there, template = _kind(english), _kind(chinese), _OTHER_KIND
        if here == there:
            here, there, template = _cells(english), _cells(chinese), _OTHER_CELLS
        if here != there:
            related = ((chinese.place, Message("the Chinese")),)
            yield Remark(english.place, Message(template, english=here, chinese=there), Severity.WARNING, related)


def _cells(block: Block) -> str:
    """How many cells of a row have a text; what is no row has none."""
    return str(sum(1 for cell in block.text.text.split("\t") if cell.strip()) if block.kind is BlockKind.ROW else 0)


def _kind(block: Block) -> str:
    item = "an item within an item" if block.depth else "an item of a list"
    named = {BlockKind.ITEM: item, BlockKind.ROW: "a row of a table"}
    return named.get(block.kind, f"a {block.kind.value}")


def _name(section: BriefingSection) -> str:
    headings = filter(None, (section.target_heading, section.source_heading))
    return next((heading.text.text for heading in headings if heading.text.text.strip()), section.id)
