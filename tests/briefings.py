"""Briefings for the tests of the writers, made straight from short Markdown-like texts.

Headings are `#`, figures `![caption](path)`, items `- ` or `1. `, quotations `> `, table rows
`| a | b |`; `**strong**`, `*emphasis*`, `[text](url)` and `[^label]` become marks.  Blocks pair in order.
"""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterable, Iterator, Mapping
from itertools import zip_longest

from yubei_pub.beads import Bead, Segment, Stretch, TermUse
from yubei_pub.document import Block, BlockKind, Document, Mark, MarkKind, Section
from yubei_pub.findings import Place
from yubei_pub.glossary import Citation, Term
from yubei_pub.model import Briefing, BriefingSection, Passage, Picture, State
from yubei_pub.origins import Provenance
from yubei_pub.trace import Source, TracedText

_MARKS = re.compile(
    r"\*\*(?P<strong>.+?)\*\*|\*(?P<emphasis>.+?)\*|`(?P<code>.+?)`|\[\^(?P<note>\w+)\]"
    r"|\[(?P<link>[^\]]+)\]\((?P<url>[^)]+)\)|(?P<break>\\\n)"
)
_KINDS = {
    "strong": MarkKind.STRONG,
    "emphasis": MarkKind.EMPHASIS,
    "code": MarkKind.CODE,
    "link": MarkKind.LINK,
    "note": MarkKind.NOTE,
    "break": MarkKind.BREAK,
}


def block(written: str) -> Block:
    """One block from its Markdown."""
    if found := re.fullmatch(r"!\[(.*)\]\((.*)\)", written):
        return _made(BlockKind.FIGURE, found[1], picture=found[2])
    if found := re.fullmatch(r"(#+) (.*)", written):
        return _made(BlockKind.HEADING, found[2], depth=len(found[1]))
    if found := re.fullmatch(r"( *)(-|\d+\.) (.*)", written, re.S):
        return _made(BlockKind.ITEM, found[3], depth=len(found[1]) // 2, label=found[2])
    if written.startswith("> "):
        return _made(BlockKind.QUOTATION, written[2:])
    if found := re.fullmatch(r"(=?)\| (.*) \|", written):
        return _made(BlockKind.ROW, found[2].replace(" | ", "\t"), label="header" if found[1] else "")
    return _made(BlockKind.PARAGRAPH, written)


def _made(kind: BlockKind, written: str, picture: str = "", depth: int = 0, label: str = "") -> Block:
    text, marks, at = "", [], 0
    for found in _MARKS.finditer(written):
        text += written[at : found.start()]
        name = str(found.lastgroup if found.lastgroup != "url" else "link")
        body = {"note": "", "break": "\n"}.get(name, found[name])
        target = found["url"] or (found["note"] or "")
        marks.append(Mark(len(text), len(text) + len(body), _KINDS[name], target))
        text += body
        at = found.end()
    text += written[at:]
    traced = TracedText.of(Source("zh.md", text))
    return Block(kind, traced, (0, len(text)), tuple(marks), picture=picture, depth=depth, label=label)


def plain(text: str, kind: BlockKind = BlockKind.PARAGRAPH, *marks: Mark) -> Block:
    """A block whose text is exactly `text`."""
    return Block(kind, TracedText.of(Source("zh.md", text)), (0, len(text)), marks)


def briefing(
    zh: str,
    en: str = "",
    *,
    front: Mapping[str, str] | None = None,
    en_front: Mapping[str, str] | None = None,
    states: Mapping[str, State] | None = None,
    pictures: Iterable[Picture] = (),
    terms: Iterable[Term] = (),
    notes: Mapping[str, str] | None = None,
    id: str = "2024-07-10-sample",
) -> Briefing:
    """A briefing; sections are reviewed unless `states` says otherwise (by id: lead, s1, s2, …)."""
    made_notes = {label: plain(text) for label, text in (notes or {}).items()}
    source = _document(zh, front or {}, made_notes)
    target = _document(en, en_front or {}, made_notes) if en else None
    sections, number = [], 1
    for ours, theirs in zip_longest(source.sections, target.sections if target else ()):
        passages = []
        for pair in zip_longest(ours.blocks if ours else (), theirs.blocks if theirs else ()):
            passages.append(_passage(pair[0], pair[1], number, terms))
            number += passages[-1].number is not None
        heads = ours.heading if ours else None, theirs.heading if theirs else None
        id_, level = (ours or theirs).id, (ours or theirs).level
        state = (states or {}).get(id_, State.REVIEWED)
        blocks = [*filter(None, heads), *(each for half in (ours, theirs) if half for each in half.blocks)]
        sections.append(
            BriefingSection(id_, level, *heads, (_bead(*heads, terms),), tuple(passages), state, blocks=blocks)
        )
    return Briefing(
        id=id,
        source=source,
        target=target,
        sections=tuple(sections),
        pictures={p.path: p for p in pictures},
        provenance=Provenance("page.txt", "5f0c" * 16, (), {"page": 1234, "repair": 567, "editor": 0}),
        findings=(),
        text_digest="3f9a2c",
        glossary_digest="91bc00",
        glossary={term.zh: term for term in terms},
    )


def _document(text: str, front: Mapping[str, str], notes: Mapping[str, Block]) -> Document:
    blocks = [block(part) for part in _split(text)]
    sections: list[tuple[Block, list[Block]]] = []
    for each in blocks:
        if each.kind is BlockKind.HEADING:
            sections.append((each, []))
        else:
            sections[-1][1].append(each)
    made = tuple(
        Section("lead" if not at else f"s{at}", heading.depth, heading, tuple(body))
        for at, (heading, body) in enumerate(sections)
    )
    return Document(Source("zh.md", text), front, made, notes)


def _split(text: str) -> Iterator[str]:
    yield from (part.strip("\n") for part in re.split(r"\n{2,}", text) if part.strip())


def _passage(ours: Block | None, theirs: Block | None, number: int, terms: Iterable[Term]) -> Passage:
    figure = any(each is not None and each.kind is BlockKind.FIGURE for each in (ours, theirs))
    source, target = (ours,) if ours else (), (theirs,) if theirs else ()
    return Passage(None if figure else number, source, target, (_bead(ours, theirs, terms),))


def _bead(ours: Block | None, theirs: Block | None, terms: Iterable[Term]) -> Bead:
    source = (Segment(ours.text, ours),) if ours else ()
    target = (Segment(theirs.text, theirs),) if theirs else ()
    uses = [
        TermUse(term, Stretch(0, at, at + len(term.zh)))
        for term in terms
        if ours and (at := ours.text.text.find(term.zh)) >= 0
    ]
    return Bead(source, target, terms=tuple(uses))


def term(zh: str, en: str, status: str = "proposed", citation: Citation | None = None) -> Term:
    """A glossary term."""
    place = Place(Source("glossary.yaml", zh), 0, len(zh))
    return Term(zh, en, status, place, place, citation)


def png(path: str, width: int, height: int) -> Picture:
    """A picture: a gradient from mist to blue, written here so that no picture lies in the tree."""
    line = b"".join(bytes((224 - x * 40 // width, 234 - x * 30 // width, 236 - x * 24 // width)) for x in range(width))
    data = zlib.compress((b"\0" + line) * height)
    chunks = ((b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)), (b"IDAT", data), (b"IEND", b""))
    body = b"".join(
        struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
        for kind, content in chunks
    )
    return Picture(path, b"\x89PNG\r\n\x1a\n" + body, "png", width, height)
