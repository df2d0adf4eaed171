"""The rows of a section: which paragraphs of the Chinese stand beside which of the English, and their sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import groupby
from typing import Any, NamedTuple

from yubei_pub import align, annotate, han, pairing, pins, segment
from yubei_pub.beads import SURE, Bead, Segment, Stretch
from yubei_pub.document import Block, BlockKind
from yubei_pub.remembered import Recall
from yubei_pub.terms import TermFinder

# Where both sides have as many paragraphs, only this much speaks against pairing them in order.
_AGAINST = 0.95
# That an item of a list and the paragraph behind it are rendered by one item: likelier one of them was left out.
_MIXED = 0.5


class Row(NamedTuple):
    """Blocks that render each other; `confidence` and `pinned` as in a Bead."""

    source: tuple[Block, ...]
    target: tuple[Block, ...]
    confidence: float = 1.0
    pinned: bool = False

    def bead(self) -> Bead:
        """The row as one bead of whole blocks."""
        ours, theirs = (tuple(Segment(block.text, block) for block in side) for side in (self.source, self.target))
        return Bead(ours, theirs, self.confidence, self.pinned)


def rows(
    source: Sequence[Block], target: Sequence[Block], terms: TermFinder, recall: Recall, section: Recall
) -> list[Row]:
    """The blocks of a section side by side, in the order of the Chinese.

    `section` knows them of the same section, `recall` what the aligner said of the same texts.
    """

    def make() -> list[list[Any]]:
        here, there = ({id(block): at for at, block in enumerate(side)} for side in (source, target))
        found = _rows(source, target, terms, recall)
        return [[[here[id(b)] for b in row.source], [there[id(b)] for b in row.target], *row[2:]] for row in found]

    return [
        Row(tuple(source[at] for at in ours), tuple(target[at] for at in theirs), *how)
        for ours, theirs, *how in section("rows", make)
    ]


def _rows(source: Sequence[Block], target: Sequence[Block], terms: TermFinder, recall: Recall) -> list[Row]:
    found: list[Row] = []
    for group in pairing.pair_blocks(source, target, pins.read(source, target).good):
        if group.figure or group.pinned:
            found.append(Row(group.source, group.target, pinned=group.pinned))
        else:
            for ours, theirs in _alike(group.source, group.target):
                found += _merged(_aligned(ours, theirs, terms, recall))
    return _in_source_order(found)


def _alike(source: Sequence[Block], target: Sequence[Block]) -> Iterator[tuple[Sequence[Block], Sequence[Block]]]:
    """The blocks in stretches of a sort, where both sides have the same ones: a table beside the table, a list beside
    the list.  A paragraph that was left out then pushes no row out of its table.
    """
    ours, theirs = ([list(run) for _, run in groupby(side, key=_sort)] for side in (source, target))
    if [_sort(run[0]) for run in ours] == [_sort(run[0]) for run in theirs]:
        yield from zip(ours, theirs, strict=True)
    else:
        yield source, target


def _sort(block: Block) -> BlockKind | None:
    return block.kind if block.kind in (BlockKind.ROW, BlockKind.ITEM) else None


def _aligned(source: Sequence[Block], target: Sequence[Block], terms: TermFinder, recall: Recall) -> list[Row]:
    """Paragraphs beside paragraphs: in order where there are as many, unless the words say clearly otherwise."""
    ours, theirs = ([block.text.text for block in side] for side in (source, target))
    in_order = [Row((a,), (b,)) for a, b in zip(source, target, strict=False)]
    if len(ours) == len(theirs) and (len(ours) == 1 or not all(map(_is_english, theirs))):
        return in_order  # one beside one, or a translation that is not finished
    beads = _beads(ours, theirs, terms, recall)
    found = [Row(tuple(source[i:k]), tuple(target[j:m]), sure) for i, k, j, m, sure in beads]
    return [row._replace(confidence=min(row.confidence, _MIXED)) if _mixed(row) else row for row in found] or in_order


def _mixed(row: Row) -> bool:
    """Whether blocks of several sorts stand together, and not the same ones on both sides."""
    ours, theirs = (set(map(_sort, side)) for side in (row.source, row.target))
    return bool(ours and theirs) and ours != theirs and max(len(ours), len(theirs)) > 1


def _beads(source: list[str], target: list[str], terms: TermFinder, recall: Recall) -> list[list[Any]]:
    """What the aligner says, or said before of the same texts under the same terms; nothing if they stand in order."""
    met = [
        [(term.zh, term.en, term.short, term.also, term.forms, term.case) for _, _, term in terms.find(text)]
        for text in source
    ]
    made_from = f"rows\n{align.with_dictionary()}\n{source}\n{target}\n{met}"

    def make() -> list[list[Any]]:
        figures = align.Figures(partial(annotate.in_chinese, recall), partial(annotate.in_english, recall))
        alike = align.Alike(source, target, terms, figures)
        if align.surely_in_order(alike):
            return []
        found = align.beads(source, target, alike=alike)
        if len(source) == len(target):
            doubtful = min((b.confidence for b in found if not len(b.source) == len(b.target) == 1), default=0.0)
            if doubtful < _AGAINST:
                return []
        return [[b.source.start, b.source.stop, b.target.start, b.target.stop, b.confidence] for b in found]

    known: list[list[Any]] = recall(made_from, make)
    return known


def _is_english(text: str) -> bool:
    return bool(text.strip()) and not han.holds(text)


def _merged(found: Sequence[Row]) -> Iterator[Row]:
    """Rows, those in a run that is not sure made one: a wrong pair would hold figures against the wrong text."""
    for weak, run in groupby(found, key=lambda row: row.confidence < SURE):
        together = list(run)
        if weak:
            ours = tuple(block for row in together for block in row.source)
            theirs = tuple(block for row in together for block in row.target)
            yield Row(ours, theirs, min(row.confidence for row in together))
        else:
            yield from together


def _in_source_order(found: Sequence[Row]) -> list[Row]:
    """As zh.md has them; what only en.md has stands behind what it follows there."""
    ordered = sorted((row for row in found if row.source), key=lambda row: row.source[0].span)
    for extra in sorted((row for row in found if not row.source), key=lambda row: row.target[0].span):
        before = [i for i, row in enumerate(ordered) if row.target and row.target[-1].span < extra.target[0].span]
        ordered.insert(before[-1] + 1 if before else 0, extra)
    return ordered


def sentences(bead: Bead) -> tuple[Bead, ...]:
    """A bead of whole blocks as beads of sentences, with what was marked in it; what is not sure stays together.

    A memory of translations shows them as what renders what, to people who see nothing around them.
    """
    figure = any(s.block.kind is BlockKind.FIGURE for s in (*bead.source, *bead.target))
    if figure or bead.lopsided or bead.confidence < SURE or not bead.source or not bead.target:
        return (bead,)
    ours = [part for whole in bead.source for part in _cut(whole, segment.chinese(whole.text.text))]
    theirs = [part for whole in bead.target for part in _cut(whole, segment.english(whole.text.text))]
    if len(ours) == len(theirs) == 1:
        return (bead,)
    ties = _ties(bead, ours, theirs)
    found = align.beads([s.text.text for s in ours], [s.text.text for s in theirs], ties=ties)
    parts: list[Bead] = []
    for weak, run in groupby(found, key=lambda one: one.confidence < SURE):
        for some in [list(run)] if weak else ([one] for one in run):
            source = tuple(ours[some[0].source.start : some[-1].source.stop])
            target = tuple(theirs[some[0].target.start : some[-1].target.stop])
            sure = min(bead.confidence, *(one.confidence for one in some))
            parts.append(annotate.within(bead, Bead(source, target, sure, bead.pinned)))
    return tuple(parts)


def _cut(whole: Segment, spans: Sequence[tuple[int, int]]) -> Iterator[Segment]:
    return (Segment(whole.text[start:end], whole.block, start) for start, end in spans)


def _ties(bead: Bead, ours: Sequence[Segment], theirs: Sequence[Segment]) -> list[tuple[int, int]]:
    """The sentences of both sides in which terms and quantities stand that belong together."""
    pairs = [(use.source, use.target) for use in bead.terms if use.target]
    pairs += [(bead.source_quantities[a].stretch, bead.target_quantities[b].stretch) for a, b in bead.ties]
    return [(_at(bead.source, ours, zh), _at(bead.target, theirs, en)) for zh, en in pairs]


def _at(whole: Sequence[Segment], parts: Sequence[Segment], stretch: Stretch) -> int:
    """The sentence in which a stretch begins."""
    block = whole[stretch.segment].block
    here = [number for number, part in enumerate(parts) if part.block is block and part.start <= stretch.start]
    return here[-1]
