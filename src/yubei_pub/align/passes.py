"""Two passes through two texts: sure points, then the likeliest way between them, which teaches and is gone again."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from statistics import median

from yubei_pub.align import dictionary, evidence, weights
from yubei_pub.align.borders import Borders
from yubei_pub.align.corridor import around, corridor
from yubei_pub.align.evidence import Evidence
from yubei_pub.align.path import Ranges, walk
from yubei_pub.align.shapes import shapes
from yubei_pub.align.sides import Side
from yubei_pub.align.worth import Lengths

_TEACHES = 20  # beads, under which a text teaches nothing about its words
_LIKELY = 0.5  # the confidence over which a bead teaches: what is rather wrong than right would teach itself


def beads(ours: Side, theirs: Side) -> list[Ranges]:
    """The beads of two texts in order, covering both."""
    borders = Borders(ours, theirs)
    known = evidence.known(ours, theirs)
    found = Evidence(ours, theirs, known)
    way = walk(found, _lengths((), ours, theirs), corridor(found), shapes(most=2), borders)
    if len(way.beads) >= _TEACHES:
        if not dictionary.installed():  # then the first way was found by lengths: learn twice
            found = _taught(way.beads, ours, theirs, known)
            way = walk(found, _lengths(way.beads, ours, theirs), around(way), shapes(way.beads), borders)
        found = _taught(way.beads, ours, theirs, known)
    return walk(found, _lengths(way.beads, ours, theirs), around(way), shapes(way.beads), borders).beads


def _taught(way: Sequence[Ranges], source: Side, target: Side, known: evidence.Lexicon) -> Evidence:
    pairs = [(bead.source, bead.target) for bead in way if bead.confidence > _LIKELY]
    return Evidence(source, target, evidence.both(known, evidence.learnt(pairs, source, target)))


def _lengths(way: Sequence[Ranges], source: Side, target: Side) -> Lengths:
    """The letters for a character: the median of the likely beads, drawn to that of the whole where they are few."""
    ours, theirs = ([0, *accumulate(side.letters)] for side in (source, target))
    whole = (theirs[-1] + weights.LETTERS * weights.USUAL) / (ours[-1] + weights.USUAL)
    ratios = [whole] * _TEACHES
    for bead in way:
        characters = ours[bead.source.stop] - ours[bead.source.start]
        if bead.source and bead.target and characters > 4 and bead.confidence > _LIKELY:
            ratios.append((theirs[bead.target.stop] - theirs[bead.target.start]) / characters)
    return Lengths(source.letters, target.letters, median(ratios))
