"""What is exchanged with other tools, said in no tool's own way: units of translation and entries of a glossary.

Texts stand on one line, and without the characters that XML has no place for: `cleaned` makes them so,
and says what it left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, fields, is_dataclass, replace
from typing import Any, NamedTuple, TypeAlias, TypeVar

from yubei_pub.beads import Bead
from yubei_pub.glossary import Citation, Term
from yubei_pub.model import Briefing, BriefingSection, State
from yubei_pub.xmltext import FORBIDDEN

T = TypeVar("T")


class Pair(NamedTuple):
    """Chinese (Simplified) and the English that renders it; empty where there is none."""

    zh: str
    en: str


@dataclass(frozen=True)
class Unit:
    """A heading, paragraph, caption or footnote in both languages, in the segments it was aligned in.

    `number` counts inside its section, 0 is the heading; `by` and `on` are the reviewer's.
    A unit of another tool may know neither `briefing` nor `section` (both empty, `number` 0).
    """

    segments: tuple[Pair, ...]
    briefing: str = ""
    section: str = ""
    number: int = 0
    state: State = State.UNREVIEWED
    by: str = ""
    on: str = ""
    notes: tuple[str, ...] = ()

    @property
    def zh(self) -> str:
        return "".join(pair.zh for pair in self.segments)

    @property
    def en(self) -> str:
        return joined(pair.en for pair in self.segments)

    @property
    def name(self) -> str:
        """Its place as `section/number`."""
        return f"{self.section}/{self.number}"


def number_of(name: str) -> int:
    """The number in `s1-2/3`; 0 in the name that another tool gave a unit."""
    number = name.rpartition("/")[2]
    return int(number) if number.isascii() and number.isdecimal() and len(number) < 7 else 0


@dataclass(frozen=True)
class Entry:
    """A term with what other tools know of one; `at` says where in their file it stands."""

    zh: str
    en: str
    status: str = "proposed"
    also: tuple[str, ...] = ()
    avoid: tuple[str, ...] = ()
    short: str = ""
    domain: str = ""
    note: str = ""
    citation: Citation | None = None
    at: str = field(default="", compare=False)


Data: TypeAlias = Sequence[Unit | Entry]


def joined(english: Iterable[str]) -> str:
    """Stretches of English, one after another."""
    return " ".join(filter(None, english))


def units(briefing: Briefing) -> Iterator[Unit]:
    """What is to translate in a briefing and how it is translated; English without Chinese is none of it."""
    for section in briefing.sections:
        for number, beads in enumerate(rows(section)):
            segments = tuple(_pair(some) for some in segmented(beads))
            if any(pair.zh for pair in segments):
                missing = not any(pair.en for pair in segments)
                yield Unit(
                    segments=segments,
                    briefing=briefing.id,
                    section=section.id,
                    number=number,
                    state=State.MISSING if missing else section.state,
                    by=section.reviewed_by,
                    on=section.reviewed_on,
                    notes=tuple(_terms(beads)),
                )


def rows(section: BriefingSection) -> Iterator[tuple[Bead, ...]]:
    """The beads of a section by unit: the heading's, those of each passage, each footnote's."""
    yield (section.heading,)
    for passage in section.passages:
        yield passage.sentences
    yield from ((note,) for note in section.notes)


def segmented(beads: Sequence[Bead]) -> list[tuple[Bead, ...]]:
    """The beads of a unit by segment; English that renders nothing goes with the segment before it."""
    groups: list[tuple[Bead, ...]] = []
    for bead in beads:
        if groups and not (bead.source and any(each.source for each in groups[-1])):
            groups[-1] = (*groups[-1], bead)
        else:
            groups.append((bead,))
    return groups


def _pair(beads: Sequence[Bead]) -> Pair:
    source = (one_line(segment.text.text) for bead in beads for segment in bead.source)
    target = (one_line(segment.text.text) for bead in beads for segment in bead.target)
    return Pair("".join(source), joined(target))


def _terms(beads: Sequence[Bead]) -> Iterator[str]:
    """What the glossary says of the terms in a unit, for who translates it."""
    used = dict.fromkeys(use.term for bead in beads for use in bead.terms)
    for term in used:
        yield f"{term.zh}: {term.en} ({term.status})"


def entry(term: Term) -> Entry:
    """A term of a glossary as an entry."""
    avoid = tuple(avoided.en for avoided in term.avoid)
    return Entry(term.zh, term.en, term.status, term.also, avoid, term.short, term.domain, term.note, term.citation)


def one_line(text: str) -> str:
    """A text without line breaks and double blanks."""
    return " ".join(text.split())


def cleaned(data: Sequence[T]) -> tuple[list[T], list[str]]:
    """The same on one line each and fit for XML, and the characters that had to be left out, each once."""
    lost: dict[str, None] = {}

    def clean(text: str) -> str:
        lost.update(dict.fromkeys(FORBIDDEN.findall(" ".join(text.split()))))
        return one_line(FORBIDDEN.sub("", text))

    return [_mapped(each, clean) for each in data], [f"U+{ord(char):04X}" for char in sorted(lost)]


def _mapped(value: Any, change: Callable[[str], str]) -> Any:
    """A value with all texts in it changed."""
    if isinstance(value, str):
        return change(value)
    if isinstance(value, tuple):
        changed = (_mapped(each, change) for each in value)
        return type(value)(*changed) if hasattr(value, "_fields") else tuple(changed)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{f.name: _mapped(getattr(value, f.name), change) for f in fields(value)})
    return value
