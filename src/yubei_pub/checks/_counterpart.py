"""Where the English should say what a stretch of the Chinese says: the sentence, as well as it can be told."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from yubei_pub.beads import Bead, QuantityUse, Segment, Stretch
from yubei_pub.patterns import lazy_regex

_TIME_WORDS = 4  # 今年以来，渝北区…… still begins with the district
_CHINESE_END = lazy_regex(r"[。！？；\n]+[”’」』）]*")
_ENGLISH_END = lazy_regex(r"(?<!\b[A-Z])(?<!\b(?:Mr|Ms|Dr|St|No))(?<!\bMrs)[.!?;][\"”’)]*\s+(?=[“\"‘(]*[A-Z\d])|\n")
_ENGLISH_STOP = lazy_regex(r"(?<!\bNo)[.!?;][”’\"')]*\s+")  # whatever goes on behind it


def sentence(bead: Bead, source: Stretch) -> Stretch:
    """The English sentence that should render `source`; the bead must have English.

    What both sides surely say (terms, numbers that occur once) fixes points; the nearest
    by clauses in the same Chinese sentence decides, else the place is interpolated between its neighbours.
    """
    ours, theirs = _offsets(bead.source), _offsets(bead.target)
    at = ours[source.segment] + source.start
    points = sorted((ours[s] + i, theirs[t] + j) for (s, i), (t, j) in _fixed(bead))
    start, end = _around(source, bead.source[source.segment].text.text)
    near = [p for p in points if ours[source.segment] + start <= p[0] < ours[source.segment] + end]
    if near:
        text = bead.chinese
        commas = {p: text.count("，", min(p[0], at), max(p[0], at)) for p in near}
        nearest = min(near, key=lambda p: (commas[p], p[0] > at, abs(p[0] - at)))  # what comes before rather than after
        return _sentence_at(bead, theirs, nearest[1])
    low = max((p for p in points if p[0] <= at), default=(0, 0))
    high = min((p for p in points if p[0] > at), default=(ours[-1], theirs[-1]))
    share = (at - low[0]) / max(1, high[0] - low[0])
    return _sentence_at(bead, theirs, round(low[1] + share * (max(high[1], low[1]) - low[1])))


def abreast(bead: Bead) -> list[tuple[Stretch, Stretch]]:
    """Chinese and English sentences in pairs, of a paragraph that has as many on both sides; else none."""
    if len(bead.source) != 1 or len(bead.target) != 1:
        return []
    ours, theirs = _cut(bead.source, _CHINESE_END), _cut(bead.target, _ENGLISH_STOP)
    return list(zip(ours, theirs, strict=True)) if len(ours) == len(theirs) else []


def sentences(bead: Bead) -> list[Stretch]:
    """The English sentences in their order."""
    return _cut(bead.target, _ENGLISH_END)


def surplus(bead: Bead) -> int:
    """How many sentences more the English has than the Chinese."""
    return len(sentences(bead)) - len(_cut(bead.source, _CHINESE_END))


def leads(bead: Bead, source: Stretch) -> bool:
    """Whether a stretch of the Chinese stands where its sentence has the subject, behind a word of time at most."""
    text = bead.source[source.segment].text.text
    before = text[_around(source, text)[0] : source.start]
    return len(before.rstrip("，,“")) <= _TIME_WORDS


def is_first(bead: Bead, source: Stretch) -> bool:
    """Whether a stretch stands in the first Chinese sentence of its bead."""
    return source.segment == 0 and _around(source, bead.source[0].text.text)[0] == 0


def is_last(bead: Bead, source: Stretch) -> bool:
    """Whether a stretch stands in the last Chinese sentence of its bead."""
    text = bead.source[source.segment].text.text
    return source.segment == len(bead.source) - 1 and _around(source, text)[1] >= len(text.rstrip())


def clause(text: str, start: int, end: int, most: int) -> str:
    """A stretch of Chinese with as much of its sentence as fits into `most` characters, … where it was cut."""
    first, last = _around(Stretch(0, start, end), text)
    room = max(0, most - (end - start))
    left = max(first, start - room // 2)
    right = min(last, end + room - (start - left))
    return f"{'…' * (left > first)}{text[left:right].strip()}{'…' * (right < last)}"


def _cut(segments: Sequence[Segment], ends: re.Pattern[str]) -> list[Stretch]:
    """The sentences of a side, without the blanks between them."""
    found: list[Stretch] = []
    for number, segment in enumerate(segments):
        text, at = segment.text.text, 0
        for end in (*(match.end() for match in ends.finditer(text)), len(text)):
            if text[at:end].strip() or not found:
                found.append(Stretch(number, at, at + len(text[at:end].rstrip())))
            at = end
    return found


def _offsets(segments: Sequence[Segment]) -> list[int]:
    """Where each segment begins in all of them put together, and where the last ends."""
    offsets = [0]
    for segment in segments:
        offsets.append(offsets[-1] + len(segment.text) + 1)
    return offsets


def _fixed(bead: Bead) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """Pairs of (segment, offset) that render each other."""
    for use in bead.terms:
        if use.target:
            yield (use.source.segment, use.source.start), (use.target.segment, use.target.start)
    ours, theirs = (_once(side) for side in (bead.source_quantities, bead.target_quantities))
    yield from ((ours[value], theirs[value]) for value in ours.keys() & theirs.keys())


def _once(uses: Sequence[QuantityUse]) -> dict[object, tuple[int, int]]:
    """The quantities that occur once, by what they are."""
    of = {use: (use.quantity.kind, use.quantity.value, use.quantity.low) for use in uses}
    counts = Counter(of.values())
    return {key: (use.segment, use.quantity.start) for use, key in of.items() if counts[key] == 1}


def _around(stretch: Stretch, text: str) -> tuple[int, int]:
    """The Chinese sentence that a stretch begins in."""
    ends = [match.end() for match in _CHINESE_END.finditer(text)]
    start = max((end for end in ends if end <= stretch.start), default=0)
    return start, min((end for end in ends if end > stretch.start), default=len(text))


def _sentence_at(bead: Bead, offsets: Sequence[int], at: int) -> Stretch:
    """The sentence that an offset in all English segments falls into."""
    found = sentences(bead)
    return next((s for s in reversed(found) if offsets[s.segment] + s.start <= at), found[0])
