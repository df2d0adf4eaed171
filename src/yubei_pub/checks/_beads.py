"""What the rules say of single beads, remembered from the last build where nothing that they look at has changed.

A rule that looks beyond its bead and the front matter (`numbers` at the paragraphs around a missing figure) is found
out while it runs, and asked anew each time.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from types import ModuleType
from typing import Any

from yubei_pub import recorded
from yubei_pub.document import Block
from yubei_pub.findings import Place, Remark
from yubei_pub.model import Bead, Briefing, Segment
from yubei_pub.recorded import UnwritableError
from yubei_pub.remembered import Remembered

_SEEN = ("front", "language")  # what a check may read of a briefing and still be remembered


def remarks(
    checks: Mapping[str, ModuleType], briefing: Briefing, remembered: Remembered | None = None
) -> dict[str, list[Remark]]:
    """By rule, what the checks of beads say of a briefing, bead by bead."""
    found: dict[str, list[Remark]] = {rule: [] for rule in checks}
    front = json.dumps([briefing.language, *sorted(briefing.front.items())])
    for bead in (bead for section in briefing.sections for bead in section.beads()):
        for rule, said in _of_bead(checks, bead, briefing, front, remembered):
            found[rule] += said
    return found


def _of_bead(
    checks: Mapping[str, ModuleType], bead: Bead, briefing: Briefing, front: str, remembered: Remembered | None
) -> Iterator[tuple[str, list[Remark]]]:
    if remembered is None:
        for rule, check in checks.items():
            yield rule, list(check.check_bead(bead, briefing))
        return
    places = _Places(bead)
    fresh: dict[str, list[Remark]] = {}

    def make() -> dict[str, Any]:
        """By rule, the remarks where there are any; None where they must be asked for anew."""
        written: dict[str, Any] = {}
        for rule, check in checks.items():
            outlook = _Outlook(briefing)
            fresh[rule] = list(check.check_bead(bead, outlook))
            try:
                said = None if outlook.beyond else [recorded.write(remark, places.write) for remark in fresh[rule]]
            except UnwritableError:
                said = None
            if said is None or said:
                written[rule] = said
        return written

    known: Any = remembered(_made_from(bead, front), make)
    if fresh:
        yield from fresh.items()
        return
    for rule, said in known.items():
        if said is None:
            yield rule, list(checks[rule].check_bead(bead, briefing))
        else:
            yield rule, [recorded.remark(each, places.read) for each in said]


def _made_from(bead: Bead, front: str) -> str:
    """All that a check can see of a bead, wherever in its file it stands.

    Quantities are not in it: they follow from the texts.
    """
    terms = [(use.term.meaning, *use.source, use.target, use.rendering) for use in bead.terms]
    sides = [[_segment(segment) for segment in side] for side in (bead.source, bead.target)]
    return json.dumps(["bead", front, bead.confidence, bead.pinned, terms, sides], ensure_ascii=False)


def _segment(segment: Segment) -> list[Any]:
    """A segment with the block it is of, as written in the file and as read."""
    block, text = segment.block, segment.text
    start, end = block.span
    directives = [directive.words for directive in block.directives]
    marks = [(mark.start, mark.end, mark.kind.value, mark.target) for mark in block.marks]
    written = text.source.text[start:end]
    return [written, text.text, segment.start, block.kind.value, block.label, block.depth, directives, marks]


class _Places:
    """Places in the blocks of a bead, told from where each block begins, so that they move with it."""

    def __init__(self, bead: Bead) -> None:
        self._blocks: list[Block] = [segment.block for side in (bead.source, bead.target) for segment in side]

    def write(self, place: Place) -> list[Any]:
        """Number of the block, start, end; `UnwritableError` for a place outside of them."""
        for number, block in enumerate(self._blocks):
            start, end = block.span
            if block.text.source is place.source and start <= place.start <= place.end <= end:
                return [number, place.start - start, place.end - start]
        raise UnwritableError

    def read(self, written: Any) -> Place:
        number, start, end = written
        block = self._blocks[number]
        return Place(block.text.source, block.span[0] + start, block.span[0] + end)


class _Outlook:
    """A briefing that notes whether somebody looks at more of it than is in what a result is remembered by."""

    def __init__(self, briefing: Briefing) -> None:
        self._briefing = briefing
        self.beyond = False

    def __getattr__(self, name: str) -> Any:
        self.beyond = self.beyond or name not in _SEEN
        return getattr(self._briefing, name)
