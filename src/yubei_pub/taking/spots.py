"""Where the Chinese of a briefing stands, with the English that renders it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from yubei_pub.beads import Bead
from yubei_pub.document import Block
from yubei_pub.findings import Place
from yubei_pub.interchange import joined, one_line, rows, segmented
from yubei_pub.model import Briefing, BriefingSection
from yubei_pub.patterns import lazy_regex
from yubei_pub.trace import TracedText

_COMMENT = lazy_regex(r"<!--(.*?)-->", re.S)


@dataclass(frozen=True)
class Spot:
    """Chinese of a briefing and the English that renders it.

    `behind` is the offset in en.md that English goes to where there is none yet; None if it has no place.
    """

    briefing: str
    section: BriefingSection
    number: int
    zh: str
    blocks: tuple[Block, ...]
    english: tuple[TracedText, ...]
    target: tuple[Block, ...]
    behind: int | None

    @property
    def en(self) -> str:
        return joined(one_line(text.text) for text in self.english)

    @property
    def place(self) -> tuple[str, str, int]:
        """Briefing, section and number: the same for a unit and the segments in it."""
        return self.briefing, self.section.id, self.number

    @property
    def name(self) -> str:
        return f"{self.briefing} {self.section.id}/{self.number}"

    @property
    def start(self) -> int:
        """The offset in en.md of the first word; 0 where there is none."""
        return next((text.origin(0) for text in self.english if text.text.strip()), 0)

    @property
    def at(self) -> str:
        texts = [text for text in self.english if text.text.strip()]
        return str(Place.of(texts[0])) if texts else str(self.blocks[0].place)


def spots(briefing: Briefing) -> Iterator[Spot]:
    """Every unit of a briefing and, where it has several segments, each of these."""
    for section in briefing.sections:
        heading = section.target_heading
        end = heading.span[1] if heading else None
        for number, beads in enumerate(rows(section)):
            translated = any(bead.target for bead in beads)
            behind = end if translated else _behind(briefing, beads, end)
            parts = segmented(beads)
            for some in [beads, *(parts if len(parts) > 1 else [])]:
                if spot := _spot(briefing, section, number, some, behind if some is beads else None):
                    yield spot
            end = max([end or 0, *(segment.block.span[1] for bead in beads for segment in bead.target)]) or None


def _spot(
    briefing: Briefing, section: BriefingSection, number: int, beads: Sequence[Bead], behind: int | None
) -> Spot | None:
    source, target = [s for bead in beads for s in bead.source], [s for bead in beads for s in bead.target]
    zh = "".join(one_line(segment.text.text) for segment in source)
    if not zh:
        return None
    blocks, theirs = (tuple({id(s.block): s.block for s in side}.values()) for side in (source, target))
    return Spot(briefing.id, section, number, zh, blocks, tuple(s.text for s in target), theirs, behind)


def _behind(briefing: Briefing, beads: Sequence[Bead], end: int | None) -> int | None:
    """Where English that is not there yet belongs: below the comment with its Chinese, else below what comes before."""
    chinese = {"".join(_raw(segment.text).split()) for bead in beads for segment in bead.source}
    if briefing.target and end is not None:
        text = briefing.target.source.text
        for comment in _COMMENT.finditer(text, end):
            if "".join(comment[1].split()) in chinese:
                return comment.end()
    return end


def _raw(text: TracedText) -> str:
    start, end = text.origin_span(0, len(text))
    return text.source.text[start:end]
