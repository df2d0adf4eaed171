"""What several rules read of a bead, and how they speak of both its sides."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from yubei_pub.beads import Bead, Segment, Stretch
from yubei_pub.checks._prose import LATIN
from yubei_pub.document import Block
from yubei_pub.findings import Message, Place, Remark, Severity
from yubei_pub.names import Match, matches


class Found(NamedTuple):
    """A match of a pattern in one segment of a side of a bead."""

    segment: int
    match: re.Match[str]

    @property
    def stretch(self) -> Stretch:
        return Stretch(self.segment, *self.match.span())


def search(pattern: re.Pattern[str], segments: Sequence[Segment]) -> list[Found]:
    """All matches of a pattern, segment by segment."""
    return [Found(number, m) for number, segment in enumerate(segments) for m in pattern.finditer(segment.text.text)]


def texts(bead: Bead) -> tuple[str, str]:
    """The Chinese and the English of a bead, a line a segment; both empty where there is nothing to compare."""
    source, target = bead.chinese, bead.english
    return (source, target) if source.strip() and LATIN.search(target) and not bead.lopsided else ("", "")


def met(bead: Bead) -> Iterator[tuple[Stretch, Match]]:
    """The names in pinyin that the English of a bead has of its Chinese, and where."""
    chinese = bead.chinese
    for number, segment in enumerate(bead.target if chinese else ()):
        yield from ((Stretch(number, one.start, one.end), one) for one in matches(chinese, segment.text.text))


def governed(bead: Bead, found: Found) -> bool:
    """Whether a term of the glossary stands over a stretch of the Chinese: then the glossary says what is right."""
    start, end = found.match.span()
    return any(u.source.segment == found.segment and u.source.start < end and start < u.source.end for u in bead.terms)


def against(
    bead: Bead, ours: Stretch, theirs: Stretch, template: str, severity: Severity | None = None, **args: str
) -> Remark:
    """A remark on a stretch of the English (`en`), held against one of the Chinese (`zh`)."""
    zh, en = bead.source_text(ours), bead.target_text(theirs)
    related = ((bead.source_place(ours), Message("the Chinese: {zh}", zh=zh)),)
    return Remark(bead.target_place(theirs), Message(template, zh=zh, en=en, **args), severity, related)


def over(blocks: Sequence[Block]) -> Place:
    """The stretch of a file from the first of some blocks to the last."""
    return Place(blocks[0].text.source, blocks[0].span[0], blocks[-1].span[1])
