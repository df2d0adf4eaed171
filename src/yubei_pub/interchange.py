"""What is exchanged with other tools, said in no tool's own way: units of translation and entries of a glossary.

Texts stand on one line, and without the characters that XML has no place for: `cleaned` makes them so,
and says what it left out.  Formatting stands beside them as marks, whose `target` is the id of the code that says it
in a file: both languages say the same mark by the same id.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, fields, is_dataclass, replace
from typing import Any, NamedTuple, TypeAlias, TypeVar

from yubei_pub.beads import Bead, Segment
from yubei_pub.document import Mark, MarkKind
from yubei_pub.glossary import Citation, Term
from yubei_pub.model import Briefing, BriefingSection, State
from yubei_pub.xmltext import FORBIDDEN

T = TypeVar("T")


class Said(NamedTuple):
    """A text on one line, and the marks beside it."""

    text: str
    marks: tuple[Mark, ...] = ()


NOTHING = Said("")


class Pair(NamedTuple):
    """Chinese (Simplified) and the English that renders it; empty where there is none."""

    zh: str
    en: str
    zh_codes: tuple[Mark, ...] = ()
    en_codes: tuple[Mark, ...] = ()

    @property
    def sides(self) -> tuple[Said, Said]:
        return Said(self.zh, self.zh_codes), Said(self.en, self.en_codes)


@dataclass(frozen=True)
class Unit:
    """A heading, paragraph, caption or footnote in both languages, in the segments it was aligned in.

    `number` counts inside its section, 0 is the heading; `by` and `on` are the reviewer's.
    A unit of another tool may know neither `briefing` nor `section` (both empty, `number` 0).
    `odd` is what is wrong with its codes, `at` where in the file of another tool it stands.
    """

    segments: tuple[Pair, ...]
    briefing: str = ""
    section: str = ""
    number: int = 0
    state: State = State.UNREVIEWED
    by: str = ""
    on: str = ""
    notes: tuple[str, ...] = ()
    odd: tuple[str, ...] = field(default=(), compare=False)
    at: str = field(default="", compare=False)

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
            segments, _ = coded(segmented(beads))
            if any(pair.zh for pair in segments):
                state = section.state if any(pair.en for pair in segments) else State.MISSING
                reviewed = (state, section.reviewed_by, section.reviewed_on)
                yield Unit(segments, briefing.id, section.id, number, *reviewed, tuple(_terms(beads)))


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


def coded(segments: Sequence[Sequence[Bead]]) -> tuple[tuple[Pair, ...], dict[str, Mark]]:
    """The segments of a unit with their marks as codes, and what each code is, by its id.

    Where both languages have a mark, the id is one and says what the English has; a mark that goes on in the next
    segment is a mark in each.
    """
    ours, theirs = ([_said(beads, chinese) for beads in segments] for chinese in (True, False))
    known: dict[str, Mark] = {}
    zh_codes = [[_coded(mark, known) for mark in side.marks] for side in ours]
    free = dict(known)
    en_codes = [[_coded(mark, known, free) for mark in side.marks] for side in theirs]
    sides = zip(ours, theirs, zh_codes, en_codes, strict=True)
    return tuple(Pair(zh.text, en.text, tuple(zhs), tuple(ens)) for zh, en, zhs, ens in sides), known


def _coded(mark: Mark, known: dict[str, Mark], free: dict[str, Mark] | None = None) -> Mark:
    """A mark with the id of one of the same kind that is still free, best of the same address, or with a new one."""
    alike = [id for id, other in (free or {}).items() if other.kind is mark.kind]
    id = min(alike, key=lambda id: known[id].target != mark.target, default=str(len(known) + 1))
    (free or {}).pop(id, None)
    known[id] = mark
    return mark._replace(target=id)


def _said(beads: Sequence[Bead], chinese: bool) -> Said:
    segments = (segment for bead in beads for segment in (bead.source if chinese else bead.target))
    return merged(run_on((told(segment) for segment in segments), "" if chinese else " "))


def told(segment: Segment) -> Said:
    """What a segment says, its marks cut off at its ends; where its lines break is none of them."""
    start, end = segment.start, segment.start + len(segment.text)
    marks = (
        mark.within(start, end)
        for mark in segment.block.marks
        if mark.kind is not MarkKind.BREAK
        and (mark.start < end or mark.start == mark.end == end)
        and (start < mark.end or mark.end == start == 0)  # a note between two sentences is the first one's
    )
    return merged(on_one_line(Said(segment.text.text, tuple(marks)), one_line))


def on_one_line(said: Said, clean: Callable[[str], str]) -> Said:
    """A text made shorter by `clean`, with its marks around what is left of theirs, blanks at their ends outside."""
    text = clean(said.text)
    before = str.rstrip if text == said.text else clean
    marks = []
    for mark in said.marks:
        end = len(before(said.text[: mark.end]))
        start = end if mark.kind is MarkKind.NOTE else len(before(said.text[: mark.start] + "x")) - 1
        start += text.startswith(" ", start, end)
        if start < end or mark.kind is MarkKind.NOTE:
            marks.append(mark._replace(start=start, end=end))
    return Said(text, in_order(marks))


def in_order(marks: Iterable[Mark]) -> tuple[Mark, ...]:
    """Marks in the order of a text, of two that begin together the longer one first, code inside of all others."""

    def key(mark: Mark) -> tuple[int, int, bool, str, str]:
        return mark.start, -mark.end, mark.kind is MarkKind.CODE, mark.kind.value, mark.target

    return tuple(sorted(marks, key=key))


def run_on(parts: Iterable[Said], blank: str) -> Said:
    """Stretches of text one after another, with a blank between those that say something."""
    text, marks = "", list[Mark]()
    for part in parts:
        text += blank if text and part.text else ""
        marks += (mark.moved(len(text)) for mark in part.marks)
        text += part.text
    return Said(text, tuple(marks))


def merged(said: Said) -> Said:
    """The marks of a text in order, of two of one kind with nothing but a blank between one."""
    made: dict[tuple[MarkKind, str], list[Mark]] = {}
    for mark in sorted(said.marks, key=lambda mark: mark.start):
        alike = made.setdefault((mark.kind, mark.target), [])
        if alike and mark.kind is not MarkKind.NOTE and not said.text[alike[-1].end : mark.start].strip():
            alike[-1] = alike[-1]._replace(end=max(alike[-1].end, mark.end))
        else:
            alike.append(mark)
    return Said(said.text, in_order(mark for alike in made.values() for mark in alike))


def whole(segments: Sequence[Pair]) -> Pair:
    """Some segments as one."""
    zh = run_on((pair.sides[0] for pair in segments), "")
    en = run_on((pair.sides[1] for pair in segments), " ")
    return Pair(zh.text, en.text, zh.marks, en.marks)


def _terms(beads: Sequence[Bead]) -> Iterator[str]:
    """What the glossary says of the terms in a unit, for who translates it."""
    for term in dict.fromkeys(use.term for bead in beads for use in bead.terms):
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
        lost.update(dict.fromkeys(FORBIDDEN.findall(one_line(text))))
        return one_line(FORBIDDEN.sub("", text))

    return [_mapped(each, clean) for each in data], [f"U+{ord(char):04X}" for char in sorted(lost)]


def _mapped(value: Any, change: Callable[[str], str]) -> Any:
    """A value with all texts in it changed."""
    if isinstance(value, str):
        return change(value)
    if isinstance(value, Pair):
        zh, en = (on_one_line(said, change) for said in value.sides)
        return Pair(zh.text, en.text, zh.marks, en.marks)
    if isinstance(value, tuple):
        changed = (_mapped(each, change) for each in value)
        return type(value)(*changed) if hasattr(value, "_fields") else tuple(changed)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{f.name: _mapped(getattr(value, f.name), change) for f in fields(value)})
    return value
