"""The reviewed glossary: official terms and their renderings (FORMATS: glossary.yaml)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields
from functools import cached_property
from typing import Any, NamedTuple

from yubei_pub import strict_yaml
from yubei_pub.findings import Finding, Message, Place
from yubei_pub.garbage import no_garbage_collection
from yubei_pub.records import Key, Record, RecordReader, Shape, is_day
from yubei_pub.trace import Source

RULE = "glossary"
STATUSES = ("approved", "proposed", "deprecated")
KINDS = ("person", "place", "body", "office", "policy", "slogan", "number", "term")
WHERE = ("place", "en_place", "places")  # what is not said, but where
DAY = r"^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$"

_CITATION = (
    Key("title", "Digital Chongqing Calls for Participation", required=True),
    Key("publisher", "iChongqing", required=True),
    Key("date", "2024-04-09", required=True),
    Key("url", "https://www.example.org/page", required=True, pattern=r"^https?://\S+$"),
)
_REVIEWED = (Key("by", "the name of who did", required=True), Key("on", "2026-11-23", required=True, pattern=DAY))
_AVOID = (
    Key("en", "Smart City Center", required=True),
    Key("use", "Digital Urban Operations and Governance Center"),
    Key("why", "names another body"),
)
TERM_KEYS = (
    Key("zh", "数字化城市运行和治理中心", required=True),
    Key("en", "the official English rendering", required=True),
    Key("status", "proposed", required=True, choices=STATUSES),
    Key("citation", "{title: …, publisher: …, date: 2024-04-09, url: https://…}", Shape.RECORD, keys=_CITATION),
    Key("reviewed", "{by: …, on: 2026-11-23}", Shape.RECORD, keys=_REVIEWED),
    Key("short", "the center"),
    Key("also", "[the operations center]", Shape.TEXTS),
    Key("avoid", "[{en: Smart City Center, why: names another body}]", Shape.RECORDS, keys=_AVOID),
    Key("forms", "[criteria]", Shape.TEXTS),
    Key("traditional", "[張乾]", Shape.TEXTS),
    Key("unless", "[重庆市数字化城市运行和治理中心]", Shape.TEXTS),
    Key("kind", "body", choices=KINDS),
    Key("case", "exact", choices=("exact", "free")),
    Key("quotes", "keep", choices=("keep",)),
    Key("domain", "governance"),
    Key("note", "seen in machine translation only"),
)
FILE_KEYS = (Key("terms", "[{zh: …, en: …, status: proposed}]", Shape.RECORDS, required=True, keys=TERM_KEYS),)


class Citation(NamedTuple):
    """The public document an approved rendering was taken from; `date` as written."""

    title: str
    publisher: str
    date: str
    url: str

    @property
    def source(self) -> str:
        """Who published it when, as far as that is known."""
        return ", ".join(filter(None, (self.publisher, self.date)))


class Avoided(NamedTuple):
    """A rendering not to use, what to use instead (empty: the term's own) and why."""

    en: str
    use: str
    why: str
    place: Place


@dataclass(frozen=True)
class Term:
    """One entry of the glossary.  `zh` is Simplified, `en` the official rendering.

    `status` is approved, proposed or deprecated; `case` is "free" or "exact"; `quotes` is
    "keep" or empty; `kind` person, place, body, office, policy, slogan, number or term.
    `place` is the entry in the file, `en_place` the value of its `en`, `places` those of all
    texts and lists of texts, by key and value.
    """

    zh: str
    en: str
    status: str
    place: Place
    en_place: Place
    citation: Citation | None = None
    reviewed_by: str = ""
    reviewed_on: str = ""
    short: str = ""
    also: tuple[str, ...] = ()
    avoid: tuple[Avoided, ...] = ()
    forms: tuple[str, ...] = ()
    traditional: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    kind: str = "term"
    case: str = "free"
    quotes: str = ""
    domain: str = ""
    note: str = ""
    places: Mapping[tuple[str, str], Place] = field(default_factory=dict, compare=False, repr=False)

    def __hash__(self) -> int:
        """Of what tells most terms apart: a hash of all that an entry says took longer than what it was for."""
        return hash((self.zh, self.en))

    @cached_property
    def meaning(self) -> str:
        """All that the entry says, wherever in the file it stands."""
        said = {each.name: getattr(self, each.name) for each in fields(self) if each.name not in WHERE}
        said["avoid"] = [(avoided.en, avoided.use, avoided.why) for avoided in self.avoid]
        return repr(said)

    @property
    def renderings(self) -> tuple[str, ...]:
        """What may stand for the term in full: the official rendering first, then the admitted ones."""
        return (self.en, *self.also)

    def place_of(self, key: str, value: str) -> Place:
        """Where a value stands behind a key; the whole entry, if that is not known."""
        return self.places.get((key, value), self.place)


@dataclass(frozen=True)
class Glossary:
    """The terms that could be read, in the order of the file, and what is wrong with the rest."""

    source: Source
    terms: tuple[Term, ...]
    findings: tuple[Finding, ...] = ()

    @cached_property
    def by_chinese(self) -> Mapping[str, Term]:
        """The terms by their `zh`."""
        return {term.zh: term for term in self.terms}

    def overrides(self) -> Mapping[str, str]:
        """Traditional spelling → what it becomes in Simplified script, of the same length; the first entry counts."""
        return {spelling: term.zh for term in reversed(self.terms) for spelling in term.traditional}


@no_garbage_collection()
def read(source: Source) -> Glossary:
    """The glossary in glossary.yaml.

    What is wrong with a term is a finding, and the term is kept if it has `zh` and `en`.
    Raises YubeiError where the file is not YAML and no term can be told from the next.
    """
    reader = RecordReader(RULE)
    node = strict_yaml.parse(source)
    if isinstance(node, strict_yaml.Sequence):
        reader.error(node.place, Message("Above the first term a line of its own is missing: terms:"))
        return Glossary(source, (), tuple(reader.findings))
    file = reader.read(node, FILE_KEYS) if node else None
    terms: dict[str, Term] = {}
    for record in file.records.get("terms", ()) if file else ():
        if term := _term(record, reader):
            first = terms.setdefault(term.zh, term)
            if first is not term:
                _twice(first, term, record, reader)
    return Glossary(source, tuple(terms.values()), tuple(reader.findings))


def _term(record: Record, reader: RecordReader) -> Term | None:
    """The term of an entry, None if it has no `zh` or no `en`."""
    zh, en = record.texts.get("zh"), record.texts.get("en")
    if zh is None or en is None:
        return None
    citation, reviewed = record.record("citation"), record.record("reviewed")
    if record.text("status") == "approved" and citation is None:
        message = (
            '"{zh}" is approved, but cites no public document. Add a citation with title, publisher, date and url, '
            "or write status: proposed"
        )
        reader.error(record.texts["status"].place, Message(message, zh=zh.value))
    said: dict[str, Any] = {"status": "proposed"}
    said |= ((key, scalar.value) for key, scalar in record.texts.items())
    said |= ((key, record.values(key)) for key in record.lists)
    said |= {
        "citation": _citation(citation, reader) if citation else None,
        "reviewed_by": reviewed.text("by") if reviewed else "",
        "reviewed_on": reviewed.text("on") if reviewed else "",
        "avoid": tuple(_avoided(record)),
        "traditional": tuple(_traditional(record, zh.value, reader)),
        "unless": tuple(_unless(record, zh.value, reader)),
    }
    return Term(**said, place=record.place, en_place=en.place, places=_places(record))


def _places(record: Record) -> dict[tuple[str, str], Place]:
    """Where each text of an entry stands."""
    places = {(key, scalar.value): scalar.place for key, scalar in record.texts.items()}
    for key, scalars in record.lists.items():
        for scalar in scalars:
            places.setdefault((key, scalar.value), scalar.place)
    return places


def _citation(record: Record, reader: RecordReader) -> Citation:
    day = record.texts.get("date")
    if day and not _is_date(day.value):
        message = '"{value}" is no date. Write the day of the document, its month or its year: date: 2024-04-09'
        reader.warning(day.place, Message(message, value=day.value))
    return Citation(record.text("title"), record.text("publisher"), record.text("date"), record.text("url"))


def _is_date(text: str) -> bool:
    """A day of the calendar, a month or a year, as documents give one of them."""
    return text[-1:] != "-" and is_day(text + "-01-01"[len(text) - 4 :])


def _avoided(record: Record) -> Iterator[Avoided]:
    for entry in record.records.get("avoid", ()):
        if en := entry.text("en"):
            yield Avoided(en, entry.text("use"), entry.text("why"), entry.place)


def _traditional(record: Record, zh: str, reader: RecordReader) -> Iterator[str]:
    """The Traditional spellings that simplification can obey: it never changes the length of a text."""
    for scalar in record.lists.get("traditional", ()):
        if len(scalar.value) == len(zh):
            yield scalar.value
        else:
            message = '"{spelling}" cannot become "{zh}": a Traditional spelling has as many characters as the term.'
            reader.error(scalar.place, Message(message, spelling=scalar.value, zh=zh))


def _unless(record: Record, zh: str, reader: RecordReader) -> Iterator[str]:
    """The contexts that can keep the term from being found."""
    for scalar in record.lists.get("unless", ()):
        if zh in scalar.value:
            yield scalar.value
        else:
            message = '"{context}" does not contain "{zh}", so it changes nothing. Write the longer text that does.'
            reader.warning(scalar.place, Message(message, context=scalar.value, zh=zh))


def _twice(first: Term, second: Term, record: Record, reader: RecordReader) -> None:
    message = '"{zh}" stands twice, on lines {first} and {second}. Keep one; put other renderings under "also".'
    place = record.texts["zh"].place
    lines = {"first": first.place.position.line, "second": place.position.line}
    related = ((first.place, Message("the first one, which is used")),)
    reader.error(place, Message(message, zh=second.zh, **lines), related)
