"""Which section of zh.md is which of en.md, and which figure is which.

Sections pair by id where both sides carry one, else by order and level among their
siblings: two ids that differ never pair.  What does not pair stays alone on its side: a wrong guess would hold every
paragraph behind it against the wrong text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from yubei_pub.document import LEAD, Block, BlockKind, Section
from yubei_pub.pins import Pin, texts


class Group(NamedTuple):
    """Blocks of a section that belong together: one figure, text between two figures, or what an editor pinned."""

    source: tuple[Block, ...]
    target: tuple[Block, ...]
    figure: bool
    pinned: bool = False


def pair_sections(source: Sequence[Section], target: Sequence[Section]) -> list[tuple[Section | None, Section | None]]:
    """Pairs in the order of the Chinese; English sections that pair with nothing follow the one before them."""
    partner = _by_id(source, target)
    _by_order(source, target, partner)
    taken = set(partner.values())
    pairs: list[tuple[Section | None, Section | None]] = [
        (section, target[partner[i]] if i in partner else None) for i, section in enumerate(source)
    ]
    for j, section in enumerate(target):
        if j not in taken:
            pairs.insert(_behind(pairs, target[:j]), (None, section))
    return pairs


def _by_id(source: Sequence[Section], target: Sequence[Section]) -> dict[int, int]:
    """The lead with the lead, and what carries the same declared id on both sides (the first, if twice)."""
    ours: dict[str, int] = {}
    for i, section in enumerate(source):
        ours.setdefault(_name(section), i)
    partner: dict[int, int] = {}
    for j, section in enumerate(target):
        if (name := _name(section)) and name in ours:
            partner.setdefault(ours[name], j)
    return partner


def _name(section: Section) -> str:
    return section.declared or (LEAD if section.id == LEAD else "")


def _by_order(source: Sequence[Section], target: Sequence[Section], partner: dict[int, int]) -> None:
    """Siblings without a partner pair in order where both sides have as many of them, level by level."""
    levels = sorted({s.level for s in source} | {s.level for s in target})
    for level in levels:
        theirs = _siblings(target, level)
        taken = set(partner.values())
        for parent, children in _siblings(source, level).items():
            ours = [i for i in children if i not in partner]
            counterpart = partner.get(parent) if parent is not None else None
            if parent is not None and counterpart is None:
                continue
            free = [j for j in theirs.get(counterpart, []) if j not in taken]
            pairs = list(zip(ours, free, strict=False))
            if len(ours) == len(free) and not any(source[i].declared and target[j].declared for i, j in pairs):
                partner.update(pairs)


def _siblings(sections: Sequence[Section], level: int) -> dict[int | None, list[int]]:
    """Sections of one level by the index of the section they are under."""
    found: dict[int | None, list[int]] = {}
    parents: list[int] = []
    for i, section in enumerate(sections):
        while parents and sections[parents[-1]].level >= section.level:
            parents.pop()
        if section.level == level:
            found.setdefault(parents[-1] if parents else None, []).append(i)
        parents.append(i)
    return found


def _behind(pairs: Sequence[tuple[Section | None, Section | None]], before: Sequence[Section]) -> int:
    """The index behind the nearest earlier English section that already has its place."""
    placed = {id(theirs): at for at, (_, theirs) in enumerate(pairs) if theirs is not None}
    return next((placed[id(s)] + 1 for s in reversed(before) if id(s) in placed), len(pairs))


def pair_blocks(source: Sequence[Block], target: Sequence[Block], pinned: Sequence[Pin] = ()) -> Iterator[Group]:
    """Figures pair by picture; one that only one side has makes a group alone.

    The text is one group where both sides have as many paragraphs, wherever the figures
    stand; else paired figures cut it, so that a miscount stays between two of them.  What an editor
    pinned is a group of its own.
    """
    ours, theirs = texts(source), texts(target)
    if not pinned and len(ours) != len(theirs):
        yield from _between_figures(source, target)
        return
    here, there = _figures(source), _figures(target)
    for picture in dict.fromkeys((*here, *there)):
        yield Group(tuple(here.get(picture, ())), tuple(there.get(picture, ())), figure=True)
    i = j = 0
    for pin in (*pinned, Pin(range(len(ours), len(ours)), range(len(theirs), len(theirs)))):
        if i < pin.source.start or j < pin.target.start:
            yield Group(ours[i : pin.source.start], theirs[j : pin.target.start], figure=False)
        i, j = pin.source.stop, pin.target.stop
        if pin.source:
            yield Group(ours[pin.source.start : i], theirs[pin.target.start : j], figure=False, pinned=True)


def _figures(blocks: Sequence[Block]) -> dict[tuple[str, int], list[Block]]:
    """Figures by picture, and by how often it was shown before."""
    found: dict[tuple[str, int], list[Block]] = {}
    for block in blocks:
        if block.kind is BlockKind.FIGURE:
            earlier = sum(picture == block.picture for picture, _ in found)
            found[block.picture, earlier] = [block]
    return found


def _between_figures(source: Sequence[Block], target: Sequence[Block]) -> Iterator[Group]:
    at = 0
    text: list[Block] = []
    for block in source:
        if block.kind is not BlockKind.FIGURE:
            text.append(block)
            continue
        found = next((j for j in range(at, len(target)) if target[j].picture == block.picture), None)
        if found is None:
            yield Group((block,), (), figure=True)
            continue
        yield from _between(text, target[at:found])
        yield Group((block,), (target[found],), figure=True)
        at, text = found + 1, []
    yield from _between(text, target[at:])


def _between(source: Sequence[Block], target: Sequence[Block]) -> Iterator[Group]:
    english = texts(target)
    if source or english:
        yield Group(tuple(source), english, figure=False)
    for block in target:
        if block.kind is BlockKind.FIGURE:
            yield Group((), (block,), figure=True)
