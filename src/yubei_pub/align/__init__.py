"""Which sentences (or paragraphs) of the Chinese stand against which of the English: n to m, in order.

For human translations that merge, split and leave out, and reorder little.  Two passes: rare words, names and figures
that both sides have mark sure points (`corridor`), then dynamic programming between them weighs how usual a bead is,
how its lengths go together, and what its words have in common (`path`, `worth`, `evidence`).  What can stand
for what comes from the glossary, from CC-CEDICT where it is installed (`dictionary`), and from the two texts
themselves: the first way through them teaches which words keep company.

    >>> align(["他来了。", "雨停了，风小了。"], ["He came.", "The rain stopped.", "The wind fell."])
    [(range(0, 1), range(0, 1)), (range(1, 2), range(1, 3))]
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import accumulate
from statistics import median

from yubei_pub.align import dictionary, evidence, weights
from yubei_pub.align.borders import Borders
from yubei_pub.align.corridor import around, corridor
from yubei_pub.align.evidence import Evidence
from yubei_pub.align.path import Bead, walk
from yubei_pub.align.shapes import shapes
from yubei_pub.align.sides import FOUND, Figures, Side, marked, sides
from yubei_pub.align.worth import Lengths
from yubei_pub.garbage import no_garbage_collection
from yubei_pub.terms import TermFinder

__all__ = ["Bead", "Figures", "align", "beads", "surely_in_order", "with_dictionary"]

_SHORT = 2  # characters, the mark of its kind with them: figures of one digit meet by chance
_TEACHES = 20  # beads, under which a text teaches nothing about its words
_LIKELY = 0.5  # the confidence over which a bead teaches: what is rather wrong than right would teach itself


def align(
    source: Sequence[str],
    target: Sequence[str],
    *,
    terms: TermFinder | None = None,
    ties: Sequence[tuple[int, int]] = (),
) -> list[tuple[range, range]]:
    """Beads as index ranges into the two sequences (Chinese, English), in order, covering both.

    An empty range is what the other side leaves out.  `terms` finds the glossary's terms; `ties` are places in
    the two sequences at which something stands that is known to be the same.
    """
    return [(bead.source, bead.target) for bead in beads(source, target, terms=terms, ties=ties)]


def beads(
    source: Sequence[str],
    target: Sequence[str],
    *,
    terms: TermFinder | None = None,
    ties: Sequence[tuple[int, int]] = (),
    figures: Figures = FOUND,
) -> list[Bead]:
    """What `align` gives, each with the probability that it is right."""
    if not source or not target:
        alone = [(range(i, i + 1), range(0)) for i in range(len(source))]
        return [Bead(*one, 1.0) for one in alone or [(range(0), range(j, j + 1)) for j in range(len(target))]]
    with no_garbage_collection():
        return _beads(*sides(source, target, terms, ties, figures))


def surely_in_order(
    source: Sequence[str], target: Sequence[str], terms: TermFinder | None = None, figures: Figures = FOUND
) -> bool:
    """Whether as many paragraphs on both sides stand in order beyond doubt, so that nobody need look for a way.

    Each has a figure, a name or a term that stands once in it, once in its counterpart and nowhere else: a merge here
    and a split there would leave one without.  Names and terms are looked for where figures do not tell.
    """
    if len(source) != len(target):
        return False
    unsure = list(range(len(source)))
    for here, there in marked(source, target, terms, figures):
        ours, theirs = (Counter(unit for one in side for unit in one if len(unit) > _SHORT) for side in (here, there))
        once = {unit for unit, count in ours.items() if count == theirs[unit] == 1}
        unsure = [place for place in unsure if once.isdisjoint({*here[place]} & {*there[place]})]
        if not unsure:
            return True
    return False


def _beads(ours: Side, theirs: Side) -> list[Bead]:
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


def with_dictionary() -> bool:
    """Whether CC-CEDICT is there to be used."""
    return dictionary.installed()


def _taught(way: Sequence[Bead], source: Side, target: Side, known: evidence.Lexicon) -> Evidence:
    pairs = [(bead.source, bead.target) for bead in way if bead.confidence > _LIKELY]
    return Evidence(source, target, evidence.both(known, evidence.learnt(pairs, source, target)))


def _lengths(way: Sequence[Bead], source: Side, target: Side) -> Lengths:
    """The letters for a character: the median of the likely beads, drawn to that of the whole where they are few."""
    ours, theirs = ([0, *accumulate(side.letters)] for side in (source, target))
    whole = (theirs[-1] + weights.LETTERS * weights.USUAL) / (ours[-1] + weights.USUAL)
    ratios = [whole] * _TEACHES
    for bead in way:
        characters = ours[bead.source.stop] - ours[bead.source.start]
        if bead.source and bead.target and characters > 4 and bead.confidence > _LIKELY:
            ratios.append((theirs[bead.target.stop] - theirs[bead.target.start]) / characters)
    return Lengths(source.letters, target.letters, median(ratios))
