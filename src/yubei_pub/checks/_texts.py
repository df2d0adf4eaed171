"""What several checks read and say alike: English as prose, patterns in a side of a bead, names, remarks, fixes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from yubei_pub import addresses, han
from yubei_pub.beads import Bead, Segment, Stretch
from yubei_pub.document import Block, BlockKind, MarkKind
from yubei_pub.findings import Fix, Message, Place, Remark, Severity
from yubei_pub.model import Briefing, BriefingSection
from yubei_pub.names import Match, matches
from yubei_pub.patterns import lazy_regex
from yubei_pub.trace import Edit

BLANK = "\ufffc"  # stands for what is no prose: neither a letter nor a sign nor a space
# Chinese with the signs that belong to it, as in a gloss: (《管子》), (“一件事”).
_CHINESE = lazy_regex(rf"[“‘「《〈（【]*{han.ONE}(?:[^A-Za-z\n()]*{han.ONE})?[”’」》〉）】。、，：；！？]*")
LATIN = lazy_regex("[A-Za-z]")


class Prose(NamedTuple):
    """A block of the English and its text, code, addresses and Chinese blanked out, of the same length."""

    block: Block
    text: str

    def place(self, start: int, end: int) -> Place:
        """Where `[start, end)` of the text stands in the file."""
        return Place.of(self.block.text, start, end)


class Found(NamedTuple):
    """A match of a pattern in one segment of a side of a bead."""

    segment: int
    match: re.Match[str]

    @property
    def stretch(self) -> Stretch:
        return Stretch(self.segment, *self.match.span())


def prose(section: BriefingSection) -> Iterator[Prose]:
    """Heading, blocks and footnotes of a section that have English in them, in the order of en.md."""
    blocks = (segment.block for bead in section.beads() for segment in bead.target)
    return _prose(sorted(blocks, key=lambda block: block.span))


def loose_prose(briefing: Briefing) -> Iterator[Prose]:
    """The same of the footnotes of en.md that nothing refers to, which are in no section."""
    return _prose(briefing.target.loose_notes().values() if briefing.target else ())


def _prose(blocks: Iterable[Block]) -> Iterator[Prose]:
    for block in blocks:
        text = block.text.text
        if LATIN.search(text):
            code = ((mark.start, mark.end) for mark in block.marks if mark.kind is MarkKind.CODE)
            yield Prose(block, _blanked(text, tuple(code)))


@lru_cache(1 << 14)  # rules of a section ask for a paragraph, and then those of the whole briefing
def _blanked(text: str, code: tuple[tuple[int, int], ...]) -> str:
    spans = list(code)
    if han.holds(text):
        spans += [match.span() for match in _CHINESE.finditer(text)]
    if addresses.may_hold(text):
        spans += [match.span() for match in addresses.IN_ENGLISH.finditer(text)]
    for start, end in spans:
        text = text[:start] + BLANK * (end - start) + text[end:]
    return text


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
    bead: Bead, ours: Found, theirs: Found | Stretch, template: str, severity: Severity | None = None, **args: str
) -> Remark:
    """A remark on a stretch of the English (`en`), held against one of the Chinese (`zh`)."""
    zh = ours.match[0]
    related = ((bead.source_place(ours.stretch), Message("the Chinese: {zh}", zh=zh)),)
    if isinstance(theirs, Found):
        args["en"], theirs = theirs.match[0], theirs.stretch
    return Remark(bead.target_place(theirs), Message(template, zh=zh, **args), severity, related)


def fix(rule: str, place: Place, found: str, replacement: str, certain: bool = False) -> Fix | None:
    """The edit that puts one text for another; None where the file has markup between the words."""
    if place.source.text[place.start : place.end] != found:
        return None
    return Fix((Edit(place.start, place.end, replacement, rule),), certain)


def over(blocks: Sequence[Block]) -> Place:
    """The stretch of a file from the first of some blocks to the last."""
    return Place(blocks[0].text.source, blocks[0].span[0], blocks[-1].span[1])


def is_heading(prose: Prose) -> bool:
    return prose.block.kind is BlockKind.HEADING
