"""Right figures that have changed places: told by the nouns and other words beside them, and by what leads to them.

44类35.6万个设备 as "44 devices in 356,000 categories", 从42分钟缩短为35分钟 as "from 35 minutes to 42".
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice, pairwise

from yubei_pub.beads import QuantityUse
from yubei_pub.patterns import Lookout, lazy_regex
from yubei_pub.quantities import chinese
from yubei_pub.quantities.comparing.agreement import same
from yubei_pub.quantities.comparing.anchors import ANCHORS, FEW_WORDS, NOUNS
from yubei_pub.quantities.comparing.items import Half, Item

Anchor = tuple[int, int]  # offsets in the Chinese and in the English that render each other
Places = tuple[tuple[int, int], tuple[int, int]]
_INSTEAD = lazy_regex(r"\b(?:instead of|rather than|not|from|against|compared|previously|used to)\b", re.IGNORECASE)

_YEAR = "(?:[0-9]{4}年[初底末]?的?|上年的?)?"
_LED = (  # from … to
    lazy_regex(rf"[从由]{_YEAR}[^，。；、0-9]{{0,10}}$"),
    lazy_regex(rf"[到至为]了?{_YEAR}[^，。；、0-9]{{0,3}}$"),
)
_LED_ENGLISH = (
    lazy_regex(r"\bfrom[ ](?:[a-z]+[ ]){0,2}[^ A-Za-z0-9]*$", re.IGNORECASE),
    lazy_regex(r"\bto[ ](?:[a-z]+[ ]){0,2}[^ A-Za-z0-9]*$", re.IGNORECASE),
)
_LEAD = 24  # characters in which what leads to a figure stands

_SPOKEN_OF = Lookout([zh] for zh, _ in NOUNS)
_BEFORE_FIGURE, _BEHIND = 24, 60  # characters around an English figure in which its noun is looked for
_FAR = 160  # figures further apart are not neighbours
# What may stand between a Chinese number and its noun, and between an English one and its.
_AFTER = lazy_regex("[余多几]?[个座所家条名户项件处]?(?:[大小新老中]|重点|主要|特色)?")
_BETWEEN = lazy_regex(FEW_WORDS)
_OWNED = lazy_regex(rf"[0-9A-Za-z][0-9A-Za-z.,%]*{FEW_WORDS}")  # up to a word of the figure's own: 24 meters long
_BLANKS = 4  # that `_BETWEEN` has at most

_REACH = 200  # characters around two figures in which a word may belong to one of them
_BEHIND_FIGURE = (
    "的",
    *" by | at | in | for | in the | for the | during the | on | on the | along the ".split("|"),
)  # 1.2米的管道
_EACH = lazy_regex("分别(?:[0-9]{4}年|[^，。；、0-9]){0,12}$")
_AND, _AND_ENGLISH = (
    lazy_regex("[^，。；、和与及]+[和与及、]"),
    lazy_regex(r"[\w.,]+(?:%| [a-z]+){0,3},?(?: and)? [$¥€]?"),
)
_CLAUSE = lazy_regex(r"[，；;。：]|,(?!\d)")  # a comma inside 356,000 separates nothing


def swaps(
    source: Half, target: Half, ours: list[Item], anchors: Sequence[Anchor]
) -> Iterator[tuple[QuantityUse, QuantityUse]]:
    """Figures of the Chinese, each with the one of the English that stands in its place; `anchors` are sorted."""
    matched = ((i, i.partner) for i in ours if i.partner and i.strong and _is_plain(i) and not _is_ranking(i))
    for (one, first), (two, second) in pairwise(pair for pair in matched if pair[1].strong):
        if same(one.value, two.value):
            continue
        wrong = _misplaced(source.text, target.text, (one, two), (first, second), anchors)
        if not wrong and first.start > second.start and _alike(one, two) and not _said_twice(one, two, ours):
            places = (one.start, two.start), (second.start, first.start)
            wrong = _swapped(source.text, target.text, places, anchors)
        if wrong and not _INSTEAD.search(target.text, *sorted((first.start, second.start))):
            yield one.use, second.use
            yield two.use, first.use
    yield from _turned(source, target, ours)


def _turned(source: Half, target: Half, ours: list[Item]) -> Iterator[tuple[QuantityUse, QuantityUse]]:
    """从42分钟缩短为35分钟 as "from 35 minutes to 42": what leads to the figures tells, whatever is between them."""
    paired = ((i, i.partner) for i in ours if i.partner and i.strong and i.kind != "date")
    figures = (pair for pair in paired if pair[0].level <= 1 or pair[0].kind == "percent")
    for (one, first), (two, second) in pairwise(figures):
        if first.start < second.start or not _is_one_kind(one, two):
            continue
        if not _led(_LED, source.text, one.start, two.start):
            continue
        if first.use is second.use:
            if first.value > second.value:  # 由57降至37 as "from 37 to 57"
                yield one.use, first.use
        elif _led(_LED_ENGLISH, target.text, second.start, first.start):
            yield one.use, second.use
            yield two.use, first.use


def _said_twice(one: Item, two: Item, ours: list[Item]) -> bool:
    """Whether a figure stands on the other side as well: 200米、500米两枚，其中200米, "over 200 and 500 meters"."""
    return any(
        (i.start < one.start and same(i.value, two.value)) or (i.start > two.start and same(i.value, one.value))
        for i in ours
        if _is_one_kind(i, one)
    )


def _is_plain(item: Item) -> bool:
    """Whether a figure is the same in both languages but for a unit that one of them leaves to the context."""
    return item.level == 0 or (item.level == 1 and item.kind in ("money", "number"))


def _is_ranking(item: Item) -> bool:
    """世界500强 names a ranking and counts nothing."""
    return chinese.counter(item.text, item.quantity) == "强"


def _alike(one: Item, two: Item) -> bool:
    """Whether two Chinese figures could be taken for each other: one kind, one unit or else one classifier."""
    if not _is_one_kind(one, two):
        return False
    if one.unit or one.kind == "percent":
        return True
    return chinese.counter(one.text, one.quantity) == chinese.counter(two.text, two.quantity)


def _is_one_kind(one: Item, two: Item) -> bool:
    return (one.kind, one.unit) == (two.kind, two.unit)


def _misplaced(
    source: str, target: str, ours: tuple[Item, Item], theirs: tuple[Item, Item], given: Sequence[Anchor]
) -> bool:
    """Whether every noun that says so says that two counts have changed places.

    `theirs` are the partners of `ours`; `given` are offsets of terms that render each other.
    """
    if not all(map(_counts, (*ours, *theirs))):
        return False
    if abs(theirs[1].start - theirs[0].start) > _FAR:
        return False
    said = False
    for (start, end), other in _nouns(source, target, ours, theirs, given):
        one, two = _owner(ours, start, end, source), _owner_english(theirs, other, target)
        if one is not None and one == two:
            return False
        said = said or (one is not None and two is not None)
    return said


def _counts(item: Item) -> bool:
    return item.kind == "number" and not item.unit


def _nouns(
    source: str, target: str, ours: tuple[Item, Item], theirs: tuple[Item, Item], given: Sequence[Anchor]
) -> Iterator[tuple[tuple[int, int], int]]:
    """Nouns near the figures: their stretch in the Chinese, their place in the English."""
    a, b = max(0, ours[0].start - 8), ours[1].end + 12
    c, d = max(0, min(item.start for item in theirs) - _BEFORE_FIGURE), max(item.end for item in theirs) + _BEHIND
    yield from (((one, one), other) for one, other in _near(given, a, b) if c <= other <= d)
    for number in _spoken_of(source):
        zh, en = NOUNS[number]
        if (spoken := _once(zh, source, a, b)) and (said := _once(en, target, c, d)):
            yield spoken.span(), said.start()


@lru_cache(16)  # asked for once more by each two neighbours
def _spoken_of(source: str) -> Sequence[int]:
    """The nouns that a Chinese passage may speak of."""
    return _SPOKEN_OF.look(source)


def _owner(figures: tuple[Item, Item], start: int, end: int, text: str) -> int | None:
    """Which Chinese figure a noun belongs to: the one it follows at once, else the one it stands right before."""
    for index, item in enumerate(figures):
        if item.end <= start <= item.end + 4 and _AFTER.fullmatch(text, item.end, start):
            return index
    between = text[figures[1].end : start] if start > figures[1].end else "，"
    if not re.search(r"[，。；、：]", between):
        return 1
    return next((index for index, item in enumerate(figures) if start < end == item.start), None)


def _owner_english(figures: tuple[Item, Item], start: int, text: str) -> int | None:
    """Which English figure stands before a noun, with at most a few adjectives between."""
    for index, item in enumerate(figures):
        end = item.end
        if end < start and text.count(" ", end, start) <= _BLANKS and _BETWEEN.fullmatch(text, end, start):
            return index
    return None


def _swapped(source: str, target: str, places: Places, anchors: Sequence[Anchor]) -> bool:
    """Whether the words say that two figures stand each in the other's place.

    `places` are the offsets of two neighbouring figures in the Chinese and of the two figures
    at their place, in order of the English.  Each word whose rendering is known votes: it stands
    nearer to one figure in each language.  A word outside the two figures in both languages has
    no vote: it is near the outer one whatever the order.  A majority for the order of the Chinese means that
    the values, found the other way round, were swapped; without a majority translators get
    the benefit of the doubt, for clauses do change places.
    """
    votes = 0
    for one, other in _anchors(source, target, places, anchors):
        if not (_stands_between(one, places[0]) or _stands_between(other, places[1])):
            continue
        first, second = _nearer(source, one, places[0]), _nearer(target, other, places[1])
        if first is not None and second is not None:
            votes += 1 if first == second else -1
    return votes > 0 or (votes == 0 and _in_turn(source, target, places, anchors))


def _in_turn(source: str, target: str, places: Places, anchors: Sequence[Anchor]) -> bool:
    """Whether figures that 分别 gives one after the other stand so in the English, but not in that order.

    The things they are said of must not have changed places too.
    """
    (a, b), (c, d) = places
    if not (_EACH.search(source, max(0, a - _LEAD), a) and _AND.fullmatch(source, a, b)):
        return False
    if not _AND_ENGLISH.fullmatch(target, c, d):
        return False
    things = sorted((one, other) for one, other in _anchors(source, target, places, anchors) if one < a and other < c)
    return all(one < two for (_, one), (_, two) in pairwise(things))


def _led(words: tuple[re.Pattern[str], re.Pattern[str]], text: str, first: int, second: int) -> bool:
    """Whether a change is said to go from one figure to another: 从42分钟缩短为35分钟, from 42 minutes to 35."""
    return all(word.search(text, max(0, at - _LEAD), at) for word, at in zip(words, (first, second), strict=True))


def _stands_between(word: int, figures: tuple[int, int]) -> bool:
    return min(figures) < word < max(figures)


def _anchors(source: str, target: str, places: Places, given: Sequence[Anchor]) -> Iterator[Anchor]:
    """Words near the figures that occur once in each language, and the given ones."""
    (a, b), (c, d) = ((min(p) - _REACH, max(p) + _REACH) for p in places)
    yield from ((one, other) for one, other in _near(given, a, b) if c <= other <= d)
    for zh, en in ANCHORS:
        if (ours := _once(zh, source, max(0, a), b)) and (theirs := _once(en, target, max(0, c), d)):
            yield ours.start(), theirs.start()


def _near(given: Sequence[Anchor], start: int, end: int) -> Sequence[Anchor]:
    """Those of some anchors, sorted, that stand in a stretch of the Chinese."""
    return given[bisect_left(given, (start, -1)) : bisect_left(given, (end + 1, -1))]


def _once(pattern: re.Pattern[str], text: str, start: int, end: int) -> re.Match[str] | None:
    """Where some words stand, if that is one place."""
    found = list(islice(pattern.finditer(text, start, end), 2))
    return found[0] if len(found) == 1 else None


def _nearer(text: str, word: int, figures: tuple[int, int]) -> int | None:
    """Which of two figures (0 or 1) a word belongs to: the one in its clause, the one it follows, else the nearer."""
    if not text.startswith(("to ", "from "), word):
        for index, figure in enumerate(figures):
            if _OWNED.fullmatch(text, figure, max(figure, word)):
                return index
    apart = [len(_CLAUSE.findall(text, min(word, f), max(word, f))) for f in figures]
    if apart[0] != apart[1]:
        return 0 if apart[0] < apart[1] else 1
    if text.endswith(_BEHIND_FIGURE, 0, word) and min(figures) < word:
        return max((0, 1), key=lambda index: (figures[index] < word, figures[index]))
    far = [abs(word - f) for f in figures]
    return None if far[0] == far[1] else 0 if far[0] < far[1] else 1
