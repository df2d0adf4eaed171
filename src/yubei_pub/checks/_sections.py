"""What the rules say of beads, paragraphs and sections, remembered from the last build where nothing that they look at
has changed.

A rule that looks beyond its bead (`numbers` at the paragraphs around a missing figure) is found out while it runs, and
asked anew when its section has changed; one that looks beyond the section, each time.
"""

from __future__ import annotations

import json
from collections.abc import Container, Iterator, Mapping, Sequence
from functools import cached_property, partial
from types import ModuleType
from typing import Any, TypeAlias

from yubei_pub import recorded
from yubei_pub.beads import Bead, Segment
from yubei_pub.checks._prose import Prose, loose_prose, prose
from yubei_pub.checks._recall import Spots
from yubei_pub.findings import Remark
from yubei_pub.model import Briefing, BriefingSection
from yubei_pub.recorded import UnwritableError
from yubei_pub.remembered import Json, digest

Said: TypeAlias = dict[str, list[Remark]]  # by rule

# What a rule may read of a briefing and still be remembered: it is part of what beads and sections are made from.
_SEEN = frozenset({"front", "english_front", "language"})
_IN_SECTION = _SEEN | {"around", "above"}
_WRITE = json.JSONEncoder(ensure_ascii=False).encode


def remarks(checks: Mapping[str, ModuleType], briefing: Briefing) -> Said:
    """What the rules that look at one section at a time say of a briefing."""
    found: Said = {rule: [] for rule in checks}
    for section in briefing.sections:
        for rule, said in _Asked(checks, section, briefing).remarks().items():
            found[rule] += said
    for piece in loose_prose(briefing):
        for rule, check in checks.items():
            found[rule] += check.check_prose(piece, briefing) if hasattr(check, "check_prose") else ()
    return found


class _Outlook:
    """A briefing that notes what somebody looks at beside the section in hand."""

    def __init__(self, briefing: Briefing, section: BriefingSection) -> None:
        self._briefing, self._section = briefing, section
        self.looked: set[str] = set()

    def around(self, bead: Bead) -> tuple[Bead, ...]:
        self.looked.add("around")
        return self._section.around(bead)

    def above(self, bead: Bead) -> Sequence[Bead]:
        self.looked.add("above")
        return self._section.above(bead)

    def __getattr__(self, name: str) -> Any:
        self.looked.add(name)
        return getattr(self._briefing, name)


class _Asked:
    """The rules before a section."""

    def __init__(self, checks: Mapping[str, ModuleType], section: BriefingSection, briefing: Briefing) -> None:
        self._checks, self._section, self._briefing = checks, section, briefing
        self._fresh: Said = {}
        self._far: set[str] = set()  # the rules that looked beyond the section

    def remarks(self) -> Said:
        """What is to be said, by rule."""
        known: Json = self._section.recall("rules", self._make)
        if self._fresh:
            return self._fresh
        spots = Spots(self._section.extents, self._briefing)
        return {rule: self._anew(rule) if said is None else _read(said, spots) for rule, said in known.items()}

    def _make(self) -> Json:
        self._fresh = {rule: [] for rule in self._checks}
        for of_bead in self._of_beads():
            for rule, said in of_bead.items():
                self._fresh[rule] += said
        for rule, check in self._checks.items():
            outlook = _Outlook(self._briefing, self._section)
            self._fresh[rule] += self._of_section(check, outlook)
            self._note(rule, outlook)
        return _written(self._fresh, self._far, Spots(self._section.extents, self._briefing))

    def _anew(self, rule: str) -> list[Remark]:
        check, outlook = self._checks[rule], _Outlook(self._briefing, self._section)
        beads = self._section.beads() if hasattr(check, "check_bead") else ()
        said = [remark for bead in beads for remark in check.check_bead(bead, outlook)]
        return [*said, *self._of_section(check, outlook)]

    def _of_section(self, check: ModuleType, outlook: _Outlook) -> Iterator[Remark]:
        if hasattr(check, "check_prose"):
            for piece in self._prose:
                yield from check.check_prose(piece, outlook)
        if hasattr(check, "check_section"):
            yield from check.check_section(self._section, outlook)

    @cached_property
    def _prose(self) -> Sequence[Prose]:
        return list(prose(self._section))

    def _of_beads(self) -> Iterator[Said]:
        """What is to be said of each bead: a section where one word has changed is mostly as it was."""
        beads, recall = list(self._section.beads()), self._section.recall_bead
        names = [digest(_made_from(bead, self._front)) for bead in beads]
        known = [name in recall.known for name in names]
        fresh = iter(self._asked_of([bead for bead, is_known in zip(beads, known, strict=True) if not is_known]))
        for bead, name, is_known in zip(beads, names, known, strict=True):
            spots = Spots([segment.block.place for side in (bead.source, bead.target) for segment in side])
            if is_known:
                written: dict[str, Json] = recall(name, dict)
                yield {r: self._look(r, bead)[0] if said is None else _read(said, spots) for r, said in written.items()}
            else:
                answer, near = next(fresh)
                recall(name, partial(_written, answer, near, spots))
                yield answer

    def _asked_of(self, beads: Sequence[Bead]) -> list[tuple[Said, set[str]]]:
        """What the rules say of each bead, and which of them looked beyond it.

        One rule goes through all before the next is asked: what it needs is then still in the processor's own memory,
        which is a fifth quicker.
        """
        answers: list[tuple[Said, set[str]]] = [({}, set()) for _ in beads]
        for rule in self._bead_rules:
            for bead, (said, near) in zip(beads, answers, strict=True):
                said[rule], looked = self._look(rule, bead)
                if looked - _SEEN:
                    near.add(rule)
        return answers

    def _look(self, rule: str, bead: Bead) -> tuple[list[Remark], set[str]]:
        outlook = _Outlook(self._briefing, self._section)
        said = list(self._checks[rule].check_bead(bead, outlook))
        self._note(rule, outlook)
        return said, outlook.looked

    def _note(self, rule: str, outlook: _Outlook) -> None:
        if outlook.looked - _IN_SECTION:
            self._far.add(rule)

    @cached_property
    def _bead_rules(self) -> list[str]:
        return [rule for rule, check in self._checks.items() if hasattr(check, "check_bead")]

    @cached_property
    def _front(self) -> str:
        return json.dumps([sorted(front.items()) for front in (self._briefing.front, self._briefing.english_front)])


def _written(said: Said, beyond: Container[str], spots: Spots) -> dict[str, Json]:
    """By rule, the remarks where there are any; None where they must be asked for anew."""
    written: dict[str, Json] = {}
    for rule, remarks in said.items():
        try:
            found = None if rule in beyond else [recorded.write(remark, spots.write) for remark in remarks]
        except UnwritableError:
            found = None
        if found is None or found:
            written[rule] = found
    return written


def _read(written: Json, spots: Spots) -> list[Remark]:
    return [recorded.remark(each, spots.read) for each in written]


def _made_from(bead: Bead, front: str) -> str:
    """All that a check can see of a bead, wherever in its file it stands.

    Quantities are not in it: they follow from the texts.
    """
    terms = [(use.term.meaning, *use.source, use.target, use.rendering) for use in bead.terms]
    sides = [[_segment(segment) for segment in side] for side in (bead.source, bead.target)]
    return _WRITE(["bead", front, bead.confidence, bead.pinned, terms, sides])


def _segment(segment: Segment) -> list[Any]:
    """A segment with the block it is of, as written in the file and as read."""
    block, text = segment.block, segment.text
    written = text.source.text[slice(*block.span)]
    other = None if written == text.text else written  # as in nearly all
    return [other, text.text, segment.start, *block.form]
