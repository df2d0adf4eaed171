"""Units of other tools into en.md: only what a translator changed, inside its own paragraph.

A unit is found by its Chinese, which must be what it was; where it stands says which one is meant if the
same Chinese stands there twice.  Formatting, notes and line breaks that other formats cannot say stay,
because only the words that differ are replaced; what then does not read back as it came is refused.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial

from yubei_pub import markdown
from yubei_pub.beads import Segment
from yubei_pub.document import Block, Document, Mark, MarkKind
from yubei_pub.findings import Message, shortened
from yubei_pub.inline import as_written
from yubei_pub.interchange import Said, Unit, joined, merged, one_line, told, whole
from yubei_pub.markdown import writing
from yubei_pub.model import Briefing, State
from yubei_pub.simplify import simplified
from yubei_pub.taking.spots import Spot, spots
from yubei_pub.taking.steps import Kind, Step, Taken, refused, taken
from yubei_pub.taking.words import edits
from yubei_pub.trace import Source

# What they mean hangs on nothing in another place, as an address or a footnote does.
_OF_THEMSELVES = (MarkKind.STRONG, MarkKind.EMPHASIS, MarkKind.CODE)
_NAMES = {
    MarkKind.STRONG: "bold",
    MarkKind.EMPHASIS: "italics",
    MarkKind.CODE: "code",
    MarkKind.LINK: "a link",
    MarkKind.NOTE: "a footnote",
}


def take(briefings: Sequence[Briefing], coming: Sequence[Unit], reviewed_too: bool) -> list[Taken]:
    """en.md of each briefing with the units in it; units that belong nowhere come last, without a file."""
    taker = _Taker(briefings, reviewed_too)
    for spot in (spot for unit in coming if unit.en for spot in taker.spots.get(simplified(unit.zh), ())):
        taker.notes[spot.briefing].add(spot.label)
    for unit in coming:
        taker.add(unit)
    documents = {briefing.id: briefing.target for briefing in briefings}
    theirs = ((document, taker.steps[id]) for id, document in documents.items() if document and taker.steps[id])
    takes = [taken(document.source, steps, partial(_holds, document)) for document, steps in theirs]
    lost = [step for id, steps in taker.steps.items() if not documents.get(id) for step in steps]
    return [*takes, Taken(Source("", ""), "", tuple(lost))] if lost else takes


class _Taker:
    """The spots of some briefings by their Chinese, and the steps so far by briefing."""

    def __init__(self, briefings: Sequence[Briefing], reviewed_too: bool) -> None:
        self.reviewed_too = reviewed_too
        self.spots: dict[str, list[Spot]] = defaultdict(list)
        for briefing in briefings:
            for spot in spots(briefing):
                self.spots[spot.zh].append(spot)
        self.there = {b.id: b.target.notes.keys() for b in briefings if b.target}
        # The footnotes that each en.md has or gets.
        self.notes = defaultdict(set, {id: set(labels) for id, labels in self.there.items()})
        self.steps: dict[str, list[Step]] = defaultdict(list)
        self.given: dict[tuple[object, ...], Said] = {}

    def add(self, unit: Unit) -> None:
        """Add what becomes of a unit, or of its segments where only they are known."""
        segments = tuple(pair._replace(zh=simplified(pair.zh)) for pair in unit.segments)
        unit = replace(unit, segments=segments)
        as_one = len(segments) == 1 or unit.zh in self.spots
        for pair in [whole(segments)] if as_one else segments:
            piece = replace(unit, segments=(pair,))
            found = self._found(piece)
            if found:
                self.steps[found[0].briefing].append(self._step(piece, found))
            else:
                name = f"{unit.briefing} {unit.name}" if unit.section else shortened(piece.zh, 30)
                self.steps[""].append(Step(Kind.UNKNOWN, name, "", (("en", "", piece.en),), self._unknown(piece)))

    def _unknown(self, unit: Unit) -> Message:
        if unit.zh not in self.spots:
            return Message("no briefing has this Chinese now: it was changed or taken out")
        what = "this Chinese is in “{other}”; if that is the same briefing, write its name for “{id}” in the file"
        return Message(what, other=self.spots[unit.zh][0].briefing, id=unit.briefing)

    def _found(self, unit: Unit) -> list[Spot]:
        """The spots that a unit may mean."""
        found = [spot for spot in self.spots.get(unit.zh, ()) if unit.briefing in ("", spot.briefing)]
        exact = [spot for spot in found if spot.place == (unit.briefing, unit.section, unit.number)]
        return exact or found

    def _step(self, unit: Unit, found: Sequence[Spot]) -> Step:
        spot = found[0]
        said, odd = self._said(unit, spot)
        why = Message("{what}", what="; ".join(dict.fromkeys(odd))) if odd and unit.en else None
        there = unit.en in (one_line(block.text.text) for block in spot.target if not spot.block)  # cut in two by guess
        if not unit.en or there or all(unit.en == s.en and said.marks in ((), s.said.marks) for s in found):
            return Step(Kind.SAME, spot.name, spot.at, why=why)
        before = spot.said if said.marks else Said(spot.en)
        changes = (("en", _shown(before), _shown(said)),)
        kind = Kind.CHANGED if spot.en else Kind.ADDED
        step = Step(kind, spot.name, spot.at, changes, why, before=before, after=said)
        if refusal := self._refusal(said, found):
            return refused(step, refusal)
        if spot.section.state is State.REVIEWED and not self.reviewed_too:
            why = Message("{by} approved it on {on}", by=spot.section.reviewed_by, on=spot.section.reviewed_on)
            return replace(step, kind=Kind.REVIEWED, why=why)
        made = edits(spot, said)
        if isinstance(made, Message):
            return refused(step, made)
        return replace(step, edits=tuple(made), start=spot.start)

    def _said(self, unit: Unit, spot: Spot) -> tuple[Said, list[str]]:
        """The English with the marks that its codes mean, and what is odd about them."""
        (pair,) = unit.segments
        odd, marks = list(unit.odd), list[Mark]()
        for code in pair.en_codes:
            own = spot.codes.get(code.target)
            if own and own.kind is code.kind is MarkKind.NOTE and own.target not in self.notes[spot.briefing]:
                odd.append(f"{unit.at}: en.md has no footnote {as_written(own.target)} yet, and its mark is left out")
            elif own and own.kind is code.kind:
                marks.append(code._replace(target=own.target))
            elif code.kind in _OF_THEMSELVES:
                marks.append(code._replace(target=""))
            else:
                odd.append(f"{unit.at}: nothing here says what the code “{code.target}” means, and it is left out")
        wanted = {code.target for code in (spot.pair.en_codes if spot.en else spot.pair.zh_codes)}
        missing = wanted - {code.target for code in pair.en_codes}
        if missing and (unit.odd or pair.zh_codes or pair.en_codes):
            names = dict.fromkeys(_NAMES[mark.kind] for id, mark in spot.codes.items() if id in missing)
            stay = "" if marks or not spot.en else "; what is there in en.md stays with its words"
            odd.append(f"{unit.at}: did not come back: {', '.join(names)}{stay}")
        said = merged(Said(unit.en, tuple(marks)))
        if spot.en and not spot.block and said.marks:
            if said.marks != spot.said.marks:
                odd.append("it is not one paragraph of en.md, so its formatting stays as it is there")
            return Said(unit.en), odd
        return said, odd

    def _refusal(self, said: Said, found: Sequence[Spot]) -> Message | None:
        places = {spot.place for spot in found}
        if len(places) > 1:
            return Message("this Chinese stands in {n} places, and the file does not say which is meant", n=len(places))
        if self.given.setdefault((*found[0].place, found[0].zh), said) != said:
            return Message("the file has another English for it, which comes first")
        label = found[0].label
        if label and not found[0].en and label in self.there.get(found[0].briefing, ()):
            return Message("en.md has this footnote, but no {mark} that refers to it", mark=as_written(label))
        return None


def _shown(said: Said) -> str:
    """A text as people are shown it: in Markdown, where it has marks."""
    return writing.inline(said.text, marks=said.marks) if said.marks else said.text


def _holds(document: Document, text: str, done: Sequence[Step]) -> bool:
    """Whether en.md reads back with the English taken, and with all else, the formatting too, as it was."""
    now = markdown.read(Source(document.source.path, text))
    if {s.id: s.level for s in now.sections} != {s.id: s.level for s in document.sections}:
        return False
    said = [told(Segment(block.text, block)) for block in _blocks(now)]
    words = [each.text for each in said]
    for step in done:
        if step.after.marks and step.after not in said:
            return False
        if step.kind is Kind.ADDED:
            if step.after.text not in words:
                return False
            words.remove(step.after.text)
    expected = _expected(document, [step for step in done if step.kind is Kind.CHANGED])
    marks = _marks(told(Segment(block.text, block)) for block in _blocks(document))
    marks.subtract(_marks(step.before for step in done))
    marks.update(_marks(step.after for step in done))
    return joined(words) == expected and _marks(said) == +marks


def _expected(document: Document, changed: Sequence[Step]) -> str:
    """All words of a file after some changes; empty where one of them has no place."""
    parts: list[str] = []
    starts: list[tuple[int, int, int]] = []  # of each block: its stretch of the file, and where its words begin
    length = 0
    for block in _blocks(document):
        starts.append((*block.span, length))
        if said := one_line(block.text.text):
            parts.append(said)
            length += len(said) + 1
    starts.sort()
    whole = " ".join(parts)
    found: list[tuple[int, str, str]] = []
    for step in changed:
        before, after = step.before.text, step.after.text
        _, end, at = starts[bisect_left(starts, (step.start + 1,)) - 1]
        at = at if step.start < end else length
        found.append((whole.find(before, at), before, after))
    for at, before, after in sorted(found, reverse=True):
        if at < 0:
            return ""
        whole = whole[:at] + after + whole[at + len(before) :]
    return whole


def _blocks(document: Document) -> list[Block]:
    return [*document.blocks(), *document.notes.values()]


def _marks(texts: Iterable[Said]) -> Counter[tuple[MarkKind, str]]:
    return Counter((mark.kind, mark.target) for said in texts for mark in said.marks)
