"""The English of a briefing as prose, paragraph by paragraph: what is no English in it is blanked out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from yubei_pub import addresses, han
from yubei_pub.document import Block, BlockKind, MarkKind
from yubei_pub.findings import Place
from yubei_pub.model import Briefing, BriefingSection
from yubei_pub.patterns import lazy_regex

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

    @property
    def is_heading(self) -> bool:
        return self.block.kind is BlockKind.HEADING


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
