"""Both texts have the same sections, the same paragraphs and the same figures.

Sections pair by their id (`{#s1-2}` behind the heading) where both files carry it, else by
order and level.  Paragraphs pair in order.  What does not pair is never guessed: it is
reported here, and printed beside an empty place.

Bad:   zh.md has three paragraphs under “減負增效”, en.md two.
Good:  as many paragraphs in en.md as in zh.md, or the same ids behind both headings.

A footnote of the Chinese needs one in the English; translators may add notes of their own.

What to do: split or merge the English paragraphs as the Chinese has them; where a whole
section does not pair, write the id of the Chinese heading behind the English one.
"""

from __future__ import annotations

from collections.abc import Iterator

from yubei_pub.document import Block, BlockKind, Document
from yubei_pub.findings import Message, Place, Remark, Severity
from yubei_pub.model import Briefing, BriefingSection, Passage

SEVERITY = Severity.ERROR

_UNCHECKED = ", and their figures and terms are not checked"


def check_briefing(briefing: Briefing) -> Iterator[Remark]:
    """Sections, figures and paragraphs that only one side has."""
    if briefing.target is None:
        return
    for section in briefing.sections:
        if section.source_heading is None or section.target_heading is None:
            yield _alone(section)
            continue
        for passage in section.passages:
            yield from _passage(passage, section)
        for bead in section.notes:
            if not bead.target:
                message = Message("en.md has no footnote that renders this one")
                yield Remark(bead.source[0].block.place, message)
    for document in (briefing.source, briefing.target):
        yield from _loose_notes(document)


def _loose_notes(document: Document) -> Iterator[Remark]:
    used = {note for section in document.sections for note in map(id, document.notes_of(section))}
    for label, note in document.notes.items():
        if id(note) not in used:
            message = Message("nothing refers to this footnote; write [^{label}] where it belongs", label=label)
            yield Remark(note.place, message, Severity.WARNING)


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
    return Remark(heading.place, Message(message, heading=heading.text.text))


def _passage(passage: Passage, section: BriefingSection) -> Iterator[Remark]:
    ours, theirs = passage.source, passage.target
    if len(ours) == len(theirs):
        yield from _kinds(ours, theirs)
    elif ours and theirs:
        message = (
            "the paragraphs differ in number here, {theirs} in English against {ours} in Chinese; "
            "until they are as many, they are printed as one passage{unchecked}"
        )
        related = ((_over(ours), Message("the Chinese paragraphs")),)
        unchecked = _UNCHECKED if any(bead.lopsided for bead in passage.beads) else ""
        words = Message(message, ours=len(ours), theirs=len(theirs), unchecked=unchecked)
        yield Remark(_over(theirs), words, related=related)
    elif theirs:
        what = "a figure" if theirs[0].kind is BlockKind.FIGURE else "a paragraph"
        message = "{what} in en.md under “{heading}” that zh.md does not have"
        yield Remark(_over(theirs), Message(message, what=what, heading=_name(section)))
    elif ours[0].kind is BlockKind.FIGURE:
        message = (
            "the figure “{path}” is not in en.md; add ![English caption]({path}) there "
            "(the path must be written the same in both files)"
        )
        yield Remark(_over(ours), Message(message, path=ours[0].picture))


def _kinds(ours: tuple[Block, ...], theirs: tuple[Block, ...]) -> Iterator[Remark]:
    for chinese, english in zip(ours, theirs, strict=True):
        if chinese.kind is not english.kind:
            message = "this is a {english} in en.md and a {chinese} in zh.md"
            related = ((chinese.place, Message("the Chinese")),)
            words = Message(message, english=english.kind.value, chinese=chinese.kind.value)
            yield Remark(english.place, words, Severity.WARNING, related)


def _over(blocks: tuple[Block, ...]) -> Place:
    return Place(blocks[0].text.source, blocks[0].span[0], blocks[-1].span[1])


def _name(section: BriefingSection) -> str:
    heading = section.target_heading or section.source_heading
    return heading.text.text if heading else section.id
