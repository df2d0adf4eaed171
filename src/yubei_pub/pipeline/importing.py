"""What becomes of a saved page, values to values: nothing here reads or writes a file.

saved page ─ read ─ repair ─ outline ─▶ zh.md, and an en.md skeleton
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from yubei_pub import outline, pages, pictures, provenance, repairs
from yubei_pub.document import Block, BlockKind, Document
from yubei_pub.findings import Finding, Message, Place, Severity, in_order, shortened
from yubei_pub.origins import Provenance
from yubei_pub.repairs import characters
from yubei_pub.simplify import simplified
from yubei_pub.trace import TracedText

if TYPE_CHECKING:
    from yubei_pub.memory import Near


_LEFT_OUT = "{count} lines of the page are left out; the longest: {shown}"
SHOWN, SHOWN_OF_A_LINE = 3, 30  # lines, and characters of each


class Imported(NamedTuple):
    """What became of a saved page: the texts to write, and what an editor should look at.

    `pictures` are those that zh.md names, with their bytes where the page's own file holds them.
    """

    zh: str
    en: str
    findings: tuple[Finding, ...]
    pictures: Mapping[str, bytes | None]


def import_page(path: str, data: bytes, earlier: Callable[[str], Sequence[Near]] = lambda _: ()) -> Imported:
    """A saved page's bytes as zh.md and a skeleton of en.md; YubeiError where there is nothing to publish.

    `earlier` gives the earlier translations of a paragraph in Simplified script, which the skeleton points at.
    """
    page = pages.read(path, data)
    repaired = repairs.repair(page.text.text)
    outlined = outline.outline(page.text.edit(repaired.edits), page.layout, page.published)
    outlined = replace(outlined, front={**outlined.front, "url": page.address or outlined.front["url"]})
    doubts = repairs.doubts(page.text, repaired)
    findings = in_order(
        (*page.findings, *_removed(page.text), *doubts, *outlined.findings, *_left_out(outlined.dropped))
    )
    en = outline.skeleton(outlined, lambda block: _pointers(block, earlier))
    figures = (block for section in outlined.sections for block in section.blocks if block.kind is BlockKind.FIGURE)
    named = dict.fromkeys(block.picture for block in figures if pictures.is_inside(block.picture))
    held = pages.pictures(path, data, named)
    return Imported(outline.to_markdown(outlined), en, tuple(findings), {**named, **held})


def _pointers(block: Block, earlier: Callable[[str], Sequence[Near]]) -> str:
    from yubei_pub import memory

    zh = " ".join(simplified(block.text.text).split())
    return "\n".join(memory.pointer(zh, near) for near in earlier(zh))


def _removed(page: TracedText) -> Iterator[Finding]:
    """What is taken off the page though nobody saw it there."""
    for edit in characters.removals(page.text):
        words = Message(
            "{names} was taken out: nobody sees it", names=characters.names(page.text[edit.start : edit.end])
        )
        yield Finding("characters", Severity.NOTE, Place.of(page, edit.start, edit.end), words)


def _left_out(dropped: Sequence[outline.Away]) -> Iterator[Finding]:
    """What of a page is not in zh.md, told at its longest line, which is the likeliest to be text after all."""
    if not dropped:
        return
    longest = sorted(dropped, key=lambda line: -len(line.words))
    shown = ", ".join(f"“{shortened(line.words, SHOWN_OF_A_LINE)}” ({line.reason})" for line in longest[:SHOWN])
    template = "left out of the page: {shown}" if len(dropped) <= SHOWN else _LEFT_OUT
    yield Finding("outline", Severity.NOTE, longest[0].place, Message(template, shown=shown, count=len(dropped)))


def provenance_of(zh: Document, path: str, data: bytes) -> Provenance:
    """Where each character of zh.md (as read, not simplified) comes from: its saved page read and repaired again."""
    page = pages.read(path, data)
    return provenance.trace(zh, repairs.repair_traced(page.text), page.sha256)
