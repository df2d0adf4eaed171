"""Where the Chinese of a briefing stands, with the English that renders it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from yubei_pub.beads import Bead
from yubei_pub.document import Block, Mark
from yubei_pub.findings import Place
from yubei_pub.interchange import Pair, Said, coded, merged, rows, segmented, whole
from yubei_pub.model import Briefing, BriefingSection
from yubei_pub.patterns import lazy_regex
from yubei_pub.trace import TracedText

# As `import` writes it: with the mark of an item or a quotation, earlier translations on lines below.
_COMMENT = lazy_regex(r"<!--\s*+(?P<marked>(?:(?:[-+*>]|\d{1,9}[.)])\s)?(?P<words>[^\n]*?))\s*(?:\n.*?)?-->", re.S)


@dataclass(frozen=True)
class Spot:
    """Chinese of a briefing and the English that renders it.

    `behind` is the offset in en.md that English goes to where there is none yet; None if it has no place.
    `codes` are the marks of its unit by the ids that they have in files, `label` is a footnote's.
    """

    briefing: str
    section: BriefingSection
    number: int
    pair: Pair
    blocks: tuple[Block, ...]
    english: tuple[TracedText, ...]
    target: tuple[Block, ...]
    behind: int | None
    codes: Mapping[str, Mark] = field(default_factory=dict, compare=False)
    label: str = ""

    @property
    def zh(self) -> str:
        return self.pair.zh

    @property
    def en(self) -> str:
        return self.pair.en

    @property
    def said(self) -> Said:
        """The English with its marks."""
        marks = (mark._replace(target=self.codes[mark.target].target) for mark in self.pair.en_codes)
        return merged(Said(self.en, tuple(marks)))

    @property
    def block(self) -> Block | None:
        """The paragraph that the English is, if it is one and the whole of it."""
        block, *others = self.target or (None,)
        alone = block and not others and sum(map(len, self.english)) == len(block.text)
        return block if alone else None

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
    labels = {note.span: label for label, note in briefing.source.notes.items()}
    for section in briefing.sections:
        heading = section.target_heading
        end = heading.span[1] if heading else None
        for number, beads in enumerate(rows(section)):
            translated = any(bead.target for bead in beads)
            behind = end if translated else _behind(briefing, beads, end)
            parts = segmented(beads)
            pairs, codes = coded(parts)
            several = list(zip(parts, pairs, strict=True)) if len(parts) > 1 else []
            for some, pair in [(beads, whole(pairs)), *several]:
                if pair.zh:
                    source = [s for bead in some for s in bead.source]
                    target = [s for bead in some for s in bead.target]
                    ours, theirs = (tuple({id(s.block): s.block for s in side}.values()) for side in (source, target))
                    place = behind if some is beads else None
                    texts, label = tuple(s.text for s in target), labels.get(ours[0].span, "")
                    yield Spot(briefing.id, section, number, pair, ours, texts, theirs, place, codes, label)
            end = max([end or 0, *(segment.block.span[1] for bead in beads for segment in bead.target)]) or None


def _behind(briefing: Briefing, beads: Sequence[Bead], end: int | None) -> int | None:
    """Where English that is not there yet belongs: below the comment with its Chinese, else below what comes before."""
    chinese = {"".join(_raw(segment.text).replace("\\", "").split()) for bead in beads for segment in bead.source}
    if briefing.target and end is not None:
        text = briefing.target.source.text
        for comment in _COMMENT.finditer(text, end):
            words, marked = ("".join(comment[group].split()) for group in ("words", "marked"))
            if words in chinese or marked in chinese:
                return comment.end()
    return end


def _raw(text: TracedText) -> str:
    start, end = text.origin_span(0, len(text))
    return text.source.text[start:end]
