"""The quantities of one half of a bead, one item for each end of a range."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from yubei_pub.beads import Quantity, QuantityUse
from yubei_pub.quantities.comparing.agreement import Side, sides

Read = Callable[[str, Quantity], tuple[Quantity, ...]]


@dataclass(eq=False)
class Item:
    """One end of a quantity in its half of a bead; `at` is its place there from 0 to 1."""

    use: QuantityUse
    side: Side
    text: str
    offset: int  # of its segment in the half
    at: float
    weak: bool
    partner: Item | None = None
    level: int = 0

    def __post_init__(self) -> None:
        self.quantity, self.value = self.side.quantity, self.side.value
        self.kind, self.unit, self.approximator = self.quantity[3:6]

    @property
    def start(self) -> int:
        return self.offset + self.quantity.start

    @property
    def end(self) -> int:
        return self.offset + self.quantity.end

    @property
    def span(self) -> str:
        return self.text[self.quantity.start : self.quantity.end]

    @property
    def strong(self) -> bool:
        return not self.weak

    def before(self, reach: int) -> str:
        """So many characters before the figure."""
        return self.text[max(0, self.quantity.start - reach) : self.quantity.start]

    def led_by(self, pattern: re.Pattern[str], reach: int) -> re.Match[str] | None:
        """What leads to the figure, found in so many characters before it."""
        return pattern.search(self.text, max(0, self.quantity.start - reach), self.quantity.start)

    def followed_by(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """What stands right behind the figure."""
        return pattern.match(self.text, self.quantity.end)

    def follows(self, words: str | tuple[str, ...]) -> bool:
        """Whether some words stand right before the figure."""
        return self.text.endswith(words, 0, self.quantity.start)

    def precedes(self, words: str | tuple[str, ...]) -> bool:
        """Whether some words stand right behind the figure."""
        return self.text.startswith(words, self.quantity.end)


@dataclass(frozen=True)
class Half:
    """One language of a bead: the texts of its segments and the quantities found in them."""

    texts: tuple[str, ...]
    uses: tuple[QuantityUse, ...]

    @cached_property
    def text(self) -> str:
        return "\n".join(self.texts)

    def plain(self, form: Callable[[str], str]) -> Half:
        """The same with digits and spaces in one form, which changes no length."""
        return Half(tuple(form(text) for text in self.texts), self.uses)

    def locate(self, offset: int) -> tuple[int, int]:
        """The segment and the offset in it of an offset in the whole."""
        for segment, text in enumerate(self.texts):
            if offset <= len(text):
                return segment, offset
            offset -= len(text) + 1
        raise IndexError(offset)


def items_of(
    half: Half, is_weak: Callable[[str, Quantity], bool], read: Read = lambda _, whole: (whole,)
) -> list[Item]:
    """The items of a half in order; `is_weak` tells what may be idiom, `read` what else a quantity may be."""
    offsets = [0]
    for text in half.texts:
        offsets.append(offsets[-1] + len(text) + 1)
    length = max(1, offsets[-1])
    found = []
    for use in half.uses:
        text = half.texts[use.segment]
        for quantity in read(text, use.quantity):
            at = (offsets[use.segment] + quantity.start) / length
            doubtful = is_weak(text, quantity)
            for side in sides(quantity):
                # 1—5月 may be "the first five months": January is then not said
                first = quantity.unit in ("m", "ym") and side.value % 100 == 1 and quantity.low is not None
                found.append(Item(use, side, text, offsets[use.segment], at, doubtful or first))
    return found
