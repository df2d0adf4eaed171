"""Whether two right figures stand before each other's nouns: 44类35.6万个设备, "44 devices in 356,000 categories"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from yubei_pub.patterns import Lookout, lazy_regex
from yubei_pub.quantities.comparing.items import Item
from yubei_pub.quantities.comparing.order import Anchor, near
from yubei_pub.quantities.comparing.tables import NOUNS

_SPOKEN_OF = Lookout([chinese] for chinese, _ in NOUNS)
_REACH = 60  # characters behind a figure in which its noun is looked for
_BEFORE_FIGURE = 24  # the same before it: a population of 32 million
_FAR = 160  # figures further apart are not neighbours
# What may stand between a Chinese number and its noun.
_AFTER = lazy_regex("[余多几]?[个座所家条名户项件处]?(?:[大小新老中]|重点|主要|特色)?")
_BEFORE = lazy_regex(
    r"(?:[ -](?!(?:and|in|of|with|for|to|at|from|on|by|or|are|were|was|is|has|have|had|including|across|per)\b)"
    r"[A-Za-z’'-]+){0,3}?[ -]"
)
_BLANKS = 4  # that `_BEFORE` has at most


def misplaced(
    source: str, target: str, ours: tuple[Item, Item], theirs: tuple[Item, Item], given: Sequence[Anchor]
) -> bool:
    """Whether every noun that says so says that two counts have changed places.

    `theirs` are the partners of `ours`; `given` are offsets of terms that render each other.
    """
    if not all(map(_counts, (*ours, *theirs))):
        return False
    if ours[1].start - ours[0].start > _FAR or abs(theirs[1].start - theirs[0].start) > _FAR:
        return False
    said = False
    for (start, end), other in _nouns(source, target, ours, theirs, given):
        one, two = _owner(ours, start, end, source), _owner_english(theirs, other, target)
        if one is not None and one == two:
            return False
        said = said or (one is not None and two is not None)
    return said


def _counts(item: Item) -> bool:
    return item.quantity.kind == "number" and not item.quantity.unit


def _nouns(
    source: str, target: str, ours: tuple[Item, Item], theirs: tuple[Item, Item], given: Sequence[Anchor]
) -> Iterator[tuple[tuple[int, int], int]]:
    """Nouns near the figures: their stretch in the Chinese, their place in the English."""
    a, b = max(0, ours[0].start - 8), _end(ours[1]) + 12
    c, d = max(0, min(item.start for item in theirs) - _BEFORE_FIGURE), max(_end(item) for item in theirs) + _REACH
    yield from (((one, one), other) for one, other in near(given, a, b) if c <= other <= d)
    for number in _spoken_of(source):
        chinese, english = NOUNS[number]
        if (found := list(chinese.finditer(source, a, b))) and len(found) == 1:
            said = list(english.finditer(target, c, d))
            if len(said) == 1:
                yield found[0].span(), said[0].start()


@lru_cache(16)  # asked for once more by each two neighbours
def _spoken_of(source: str) -> Sequence[int]:
    """The nouns that a Chinese passage may speak of."""
    return _SPOKEN_OF.look(source)


def _owner(figures: tuple[Item, Item], start: int, end: int, text: str) -> int | None:
    """Which Chinese figure a noun belongs to: the one it follows at once, else the one it stands right before."""
    for index, item in enumerate(figures):
        if _end(item) <= start <= _end(item) + 4 and _AFTER.fullmatch(text, _end(item), start):
            return index
    between = text[_end(figures[1]) : start] if start > _end(figures[1]) else "，"
    if not re.search(r"[，。；、：]", between):
        return 1
    return next((index for index, item in enumerate(figures) if start < end == item.start), None)


def _owner_english(figures: tuple[Item, Item], start: int, text: str) -> int | None:
    """Which English figure stands before a noun, with at most a few adjectives between."""
    for index, item in enumerate(figures):
        end = _end(item)
        if end < start and text.count(" ", end, start) <= _BLANKS and _BEFORE.fullmatch(text, end, start):
            return index
    return None


def _end(item: Item) -> int:
    return item.offset + item.quantity.end
