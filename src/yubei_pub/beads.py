"""What stands side by side in a row: a bead of Chinese and English, with the terms and quantities marked in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from yubei_pub.document import Block
from yubei_pub.findings import Place
from yubei_pub.glossary import Term
from yubei_pub.trace import TracedText


class Segment(NamedTuple):
    """A stretch of a block that is translated as one: a whole block, or a sentence of it.

    `start` is its offset in the block's plain text.
    """

    text: TracedText
    block: Block
    start: int = 0


class Stretch(NamedTuple):
    """`[start, end)` of the text of one segment of a side of a bead."""

    segment: int
    start: int
    end: int

    def holds(self, other: Stretch) -> bool:
        """Whether another stretch lies within this one."""
        return self.segment == other.segment and self.start <= other.start and other.end <= self.end


class Quantity(NamedTuple):
    """A number with what it counts, found in `[start, end)` of a text.

    `value` is None for a range, which has `low` and `high` (inclusive); a percentage is a
    fraction of 1.  `kind` is one of number, percent, ordinal, date, money, multiple;
    `unit` a canonical unit (m2, km, CNY, …) or empty; for a date it is the precision of
    `value`, which is written as digits: `y` 2021, `ym` 202107, `ymd` 20240710, `md` 710, `m` 7, `d` 10.
    `approximator` is one of "", "more" (余, 多, over), "less" (近, nearly), "about" (约),
    "least" (以上, 上百亿, at least), "most" (以下, up to).
    """

    value: int | float | None
    low: int | float | None
    high: int | float | None
    kind: str
    unit: str
    approximator: str
    start: int
    end: int


class TermUse(NamedTuple):
    """A glossary term met in the Chinese of a bead.

    `target` is None where no rendering of it was found; else `rendering` is the one of the
    glossary's renderings (full, short or admitted) that stands there.
    """

    term: Term
    source: Stretch
    target: Stretch | None = None
    rendering: str = ""


class QuantityUse(NamedTuple):
    """A quantity in one segment of a side of a bead; its offsets are the segment's."""

    segment: int
    quantity: Quantity

    @property
    def stretch(self) -> Stretch:
        return Stretch(self.segment, self.quantity.start, self.quantity.end)


# A translator merges or splits a paragraph or two; past this, one finding of the rule
# `structure` is worth more than hundreds of others.
MOST_UNEVEN = 12
# The confidence below which a bead of paragraphs is no basis for checks: of such beads one in four or more was wrong
# (benchmarks/RESULTS.md).
SURE = 0.75


class Bead(NamedTuple):
    """Source segments and the target segments that render them; either side may be empty.

    `confidence` is the probability that just these belong together, 1.0 where nothing was to be
    decided; `pinned` says that an editor did.  `ties` are the quantities that both sides share, as
    places in `source_quantities` and `target_quantities`.
    """

    source: tuple[Segment, ...]
    target: tuple[Segment, ...]
    confidence: float = 1.0
    pinned: bool = False
    terms: tuple[TermUse, ...] = ()
    source_quantities: tuple[QuantityUse, ...] = ()
    target_quantities: tuple[QuantityUse, ...] = ()
    ties: Sequence[tuple[int, int]] = ()

    @property
    def lopsided(self) -> bool:
        """Both sides have text, but so many segments too many or too few that no word can be told to render another."""
        ours, theirs = len(self.source), len(self.target)
        return ours != theirs and bool(ours and theirs) and max(ours, theirs) > MOST_UNEVEN

    @property
    def chinese(self) -> str:
        """The text of the Chinese, a line a segment."""
        return "\n".join([segment.text.text for segment in self.source])

    @property
    def english(self) -> str:
        """The text of the English, a line a segment."""
        return "\n".join([segment.text.text for segment in self.target])

    @property
    def uses(self) -> Mapping[str, list[TermUse]]:
        """Where each term stands, by its Chinese."""
        found: dict[str, list[TermUse]] = {}
        for use in self.terms:
            found.setdefault(use.term.zh, []).append(use)
        return found

    def source_text(self, stretch: Stretch) -> str:
        """What a stretch of the Chinese says."""
        return self.source[stretch.segment].text.text[stretch.start : stretch.end]

    def target_text(self, stretch: Stretch) -> str:
        """What a stretch of the English says."""
        return self.target[stretch.segment].text.text[stretch.start : stretch.end]

    def source_place(self, stretch: Stretch) -> Place:
        """Where a stretch of the Chinese stands in zh.md."""
        return Place.of(self.source[stretch.segment].text, stretch.start, stretch.end)

    def target_place(self, stretch: Stretch) -> Place:
        """Where a stretch of the English stands in en.md."""
        return Place.of(self.target[stretch.segment].text, stretch.start, stretch.end)
