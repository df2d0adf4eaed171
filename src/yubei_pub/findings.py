"""What the program has to say about an editor's files: findings, and the one exception.

A message is a template with arguments, so that it can be translated later; a place is a
pair of offsets in a file, from which lines and columns are derived.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import Enum
from typing import NamedTuple

from yubei_pub.trace import Edit, Position, Source, TracedText


class Severity(Enum):
    """How grave a finding is: an error stops a release, a warning wants a look, a note informs."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def rank(self) -> int:
        """0 for the gravest."""
        return list(Severity).index(self)


class Message:
    """A template and its arguments: `Message("found {count} of them", count=3)`."""

    __slots__ = ("args", "template")

    def __init__(self, template: str, **args: object) -> None:
        self.template = template
        self.args: Mapping[str, object] = args

    def __str__(self) -> str:
        return self.template.format_map(self.args)

    def __repr__(self) -> str:
        return f"Message({str(self)!r})"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Message) and (self.template, self.args) == (other.template, other.args)

    def __hash__(self) -> int:
        return hash(str(self))


def shortened(text: str, most: int) -> str:
    """A text as a message quotes it, of `most` characters, … where it was cut."""
    return text if len(text) <= most else text[: most - 1] + "…"


class Place(NamedTuple):
    """The stretch `[start, end)` of a file, in code point offsets of its text."""

    source: Source
    start: int
    end: int

    @classmethod
    def of(cls, text: TracedText, start: int = 0, end: int | None = None) -> Place:
        """The place in the file of `[start, end)` of a traced text."""
        return cls(text.source, *text.origin_span(start, len(text) if end is None else end))

    @property
    def path(self) -> str:
        return self.source.path

    @property
    def written(self) -> str:
        """What the file has there."""
        return self.source.text[self.start : self.end]

    @property
    def position(self) -> Position:
        return self.source.locate(self.start)

    @property
    def end_position(self) -> Position:
        return self.source.locate(self.end)

    def __str__(self) -> str:
        line, column = self.position
        return f"{self.path}:{line}:{column}"


class Fix(NamedTuple):
    """Edits, in offsets of the file a finding is in, that would mend it.

    Only a certain fix may ever be applied without asking.
    """

    edits: tuple[Edit, ...]
    certain: bool

    @classmethod
    def of(cls, place: Place, found: str, replacement: str, certain: bool = False) -> Fix | None:
        """The edit that puts one text for another; None where the file has markup between the words."""
        if place.written != found:
            return None
        return cls((Edit(place.start, place.end, replacement),), certain)


class Remark(NamedTuple):
    """What a check yields: a place and a message.  `severity` None means the check's own."""

    place: Place
    message: Message
    severity: Severity | None = None
    related: tuple[tuple[Place, Message], ...] = ()
    fix: Fix | None = None


class Finding(NamedTuple):
    """A remark with the rule that made it and how grave it is."""

    rule: str
    severity: Severity
    place: Place
    message: Message
    related: tuple[tuple[Place, Message], ...] = ()
    fix: Fix | None = None

    @classmethod
    def from_remark(cls, rule: str, severity: Severity, remark: Remark) -> Finding:
        """A remark under its rule; the remark's own severity wins over the rule's."""
        return cls(rule, remark.severity or severity, remark.place, remark.message, remark.related, remark.fix)

    @property
    def full_message(self) -> str:
        """The message and, a line each, what is to be seen at the related places."""
        return "\n".join((str(self.message), *(f"{place}: {message}" for place, message in self.related)))


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """By file, then place, then gravity: the order in which every report lists them."""
    return sorted(
        findings, key=lambda f: (f.place.path, f.place.start, f.severity.rank, f.rule, f.place.end, str(f.message))
    )


def under(folder: str, findings: Iterable[Finding]) -> list[Finding]:
    """The same findings in files of a folder: `folder`, which ends in `/`, stands before their paths."""
    sources: dict[Source, Source] = {}

    def moved(place: Place) -> Place:
        old = place.source
        source = sources.setdefault(old, Source(folder + old.path, old.text))
        return Place(source, place.start, place.end)

    return [
        f._replace(place=moved(f.place), related=tuple((moved(place), message) for place, message in f.related))
        for f in findings
    ]


def errors(findings: Iterable[Finding]) -> int:
    """How many findings are errors."""
    return sum(finding.severity is Severity.ERROR for finding in findings)


class YubeiError(Exception):
    """The program cannot continue.  Says where, what is wrong and what to do.

    `place` is None where there is no text to point into (a missing file, an unknown
    encoding); `path` names the file all the same.
    """

    def __init__(self, message: Message, place: Place | None = None, path: str = "") -> None:
        super().__init__(str(message))
        self.message = message
        self.place = place
        self.path = place.path if place else path

    @property
    def where(self) -> str:
        """`path:line:column`, `path`, or nothing: as much as is known."""
        return str(self.place) if self.place else self.path

    def of(self, path: str) -> YubeiError:
        """The same of a file by another name."""
        place = self.place and Place(Source(path, self.place.source.text), self.place.start, self.place.end)
        return YubeiError(self.message, place, path)

    def __str__(self) -> str:
        return f"{self.where}: {self.message}" if self.where else str(self.message)
