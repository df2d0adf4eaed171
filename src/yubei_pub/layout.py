"""What a page's own format says about its lines: this is a heading, that a caption.

A text file says nothing; HTML and Word files know.  Parts are given by offsets of the source,
so they hold however the text is repaired on the way.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

# How the name of a picture's file ends, in either case.
PICTURE = r"\.(?:jpe?g|png|gif|webp|bmp|tiff?|svg|heic|avif|image)"


class PartKind(Enum):
    """What a line is; OUTSIDE is menus, links and notices around the article, PARAGRAPH text that is no caption."""

    TEXT = "text"
    PARAGRAPH = "paragraph"
    HEADING = "heading"
    ITEM = "item"
    ROW = "row"
    QUOTATION = "quotation"
    PICTURE = "picture"
    CAPTION = "caption"
    OUTSIDE = "outside"


@dataclass(frozen=True, slots=True)
class Part:
    """A line of a page that stands in `[start, end)` of its source.

    `level` is that of a heading (1 is the title's) or the nesting of an item (0 is outermost);
    `label` an item's own marker or "header" for the header row of a table.
    """

    start: int
    end: int
    kind: PartKind
    level: int = 0
    label: str = ""


class Layout:
    """The parts of a page in their order; none where the format says nothing."""

    def __init__(self, parts: Sequence[Part] = ()) -> None:
        self.parts = tuple(parts)
        self._starts = [part.start for part in self.parts]

    def at(self, offset: int) -> Part | None:
        """The part that an offset of the source lies in, or the nearest before it; None if there is none."""
        index = bisect_right(self._starts, offset) - 1
        return self.parts[index] if index >= 0 else None


NO_LAYOUT = Layout()
