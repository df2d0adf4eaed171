"""What a change of the glossary does to the sections of a project: two readings of the same texts compared."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from yubei_pub.beads import Bead, TermUse
from yubei_pub.findings import Finding
from yubei_pub.glossary import Avoided, Glossary, Term
from yubei_pub.model import Briefing, BriefingSection


@dataclass(frozen=True)
class Reading:
    """The project under one glossary: its briefings and what the checks find in their texts."""

    glossary: Glossary
    briefings: Sequence[Briefing]
    findings: Sequence[Finding]


class English(Enum):
    """What the English of a paragraph has of a term."""

    RIGHT = "right"  # a rendering of the glossary as it is now
    OLD = "old"  # one that only the glossary of then had
    NEITHER = "neither"
    NONE = "none"  # nothing is translated there


@dataclass(frozen=True)
class Occurrence:
    """Paragraphs of a section that have a term and whose English has the same of it.

    `paragraphs` are named as readers name them (¶3, heading); `rendering` is what stands there.
    """

    briefing: str
    section: BriefingSection
    english: English
    rendering: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True)
class TermChange:
    """A term that was added (`before` None), removed (`after` None) or changed, and where the Chinese has it.

    `fields` are (key, then, now), as an editor reads them.
    """

    before: Term | None
    after: Term | None
    fields: tuple[tuple[str, str, str], ...]
    places: tuple[Occurrence, ...]

    @property
    def zh(self) -> str:
        term = self.after or self.before
        return term.zh if term else ""


@dataclass(frozen=True)
class Impact:
    """All changes of terms in the order of the file, what was removed last; findings gained and lost by them."""

    changes: tuple[TermChange, ...]
    gained: tuple[Finding, ...]
    lost: tuple[Finding, ...]


def compare(then: Reading, now: Reading) -> Impact:
    """What became of the sections of `then` under the glossary of `now`."""
    before, after = then.glossary.by_chinese, now.glossary.by_chinese
    each = ((zh, _fields(before.get(zh), after.get(zh))) for zh in dict.fromkeys((*after, *before)))
    changed = {zh: differing for zh, differing in each if differing}
    places = _places(then.briefings, now.briefings, changed)
    changes = tuple(
        TermChange(before.get(zh), after.get(zh), differing, tuple(places.get(zh, ())))
        for zh, differing in changed.items()
    )
    return Impact(changes, tuple(_without(now.findings, then.findings)), tuple(_without(then.findings, now.findings)))


def shown(term: Term, key: str) -> str:
    """What an entry has under a key, in one line; nothing where it has nothing."""
    if key == "citation":
        cited = term.citation
        return f"{cited.title}, {cited.publisher}, {cited.date}" if cited else ""
    if key == "reviewed":
        return f"{term.reviewed_by}, {term.reviewed_on}" if term.reviewed_by else ""
    value = getattr(term, key)
    return ", ".join(map(_item, value)) if isinstance(value, tuple) else str(value)


_NOTHING = Bead((), ())
_KEYS = (
    *("en", "status", "short", "also", "avoid", "forms", "unless", "traditional", "case", "quotes", "kind", "domain"),
    *("citation", "reviewed", "note"),
)


def _item(value: str | Avoided) -> str:
    if isinstance(value, str):
        return value
    return f"{value.en} (use {value.use})" if value.use else value.en


def _fields(before: Term | None, after: Term | None) -> tuple[tuple[str, str, str], ...]:
    """The keys that differ; of a term that is new or gone, all it has but the defaults."""
    found = ((key, shown(before, key) if before else "", shown(after, key) if after else "") for key in _KEYS)
    known = before is not None and after is not None
    return tuple(f for f in found if f[1] != f[2] and (known or f[0] in ("en", "status", "short", "also", "avoid")))


def _places(
    then: Sequence[Briefing], now: Sequence[Briefing], terms: Collection[str]
) -> Mapping[str, list[Occurrence]]:
    """Where each of some terms stands, in the order of the briefings."""
    places: dict[str, list[Occurrence]] = {}
    for old, new in zip(then, now, strict=True):
        for earlier, section in zip(old.sections, new.sections, strict=True):
            found: dict[tuple[str, English, str], list[str]] = {}
            beads = {_start(bead): bead for bead in earlier.beads()}
            for after in section.beads():  # a changed term may align paragraphs in another way
                before = beads.get(_start(after), _NOTHING)
                for zh, english, rendering in _met(before, after, terms):
                    name = section.name_of((after.source or after.target)[0].block)
                    found.setdefault((zh, english, rendering), []).append(name)
            for (zh, english, rendering), names in found.items():
                place = Occurrence(new.id, section, english, rendering, tuple(dict.fromkeys(names)))
                places.setdefault(zh, []).append(place)
    return places


def _start(bead: Bead) -> tuple[bool, tuple[int, int]]:
    """What a bead begins with, in the Chinese if it has any."""
    return bool(bead.source), (bead.source or bead.target)[0].block.span


def _met(before: Bead, after: Bead, terms: Collection[str]) -> Iterator[tuple[str, English, str]]:
    """The terms of a paragraph under either glossary, and what its English has of each."""
    ours, theirs = before.uses, after.uses
    for zh in dict.fromkeys((*theirs, *ours)):
        if zh in terms:
            right, old = _rendering(after, theirs.get(zh, ())), _rendering(before, ours.get(zh, ()))
            if not any(segment.text.text.strip() for segment in after.target):
                yield zh, English.NONE, ""
            else:
                english = English.RIGHT if right else English.OLD if old else English.NEITHER
                yield zh, english, right or old


def _rendering(bead: Bead, uses: Sequence[TermUse]) -> str:
    """The words of the English that render a term, the first of several; nothing where there are none."""
    target = next((use.target for use in uses if use.target), None)
    return bead.target_text(target) if target else ""


def _without(findings: Sequence[Finding], others: Sequence[Finding]) -> Iterator[Finding]:
    """The findings in the texts that the others do not have."""
    known = {_key(finding) for finding in others}
    return (f for f in findings if _key(f) not in known and f.place.path.startswith("source/"))


def _key(finding: Finding) -> tuple[object, ...]:
    return finding.rule, finding.severity, finding.place.path, finding.place.start, str(finding.message)
