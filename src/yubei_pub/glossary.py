"""The reviewed glossary: official terms and their renderings (FORMATS: glossary.yaml)."""

from __future__ import annotations

from dataclasses import dataclass

from yubei_pub.findings import Finding, Place
from yubei_pub.trace import Source


@dataclass(frozen=True)
class Citation:
    """The public document an approved rendering was taken from; `date` as written."""

    title: str
    publisher: str
    date: str
    url: str


@dataclass(frozen=True)
class Avoided:
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
    `place` is the entry in the file, `en_place` the value of its `en`.
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

    @property
    def renderings(self) -> tuple[str, ...]:
        """All that may stand for the term: in full, admitted, irregular forms, short."""
        return tuple(r for r in (self.en, *self.also, *self.forms, self.short) if r)


@dataclass(frozen=True)
class Glossary:
    """The terms that could be read, in the order of the file, and what is wrong with the rest."""

    source: Source
    terms: tuple[Term, ...]
    findings: tuple[Finding, ...] = ()
