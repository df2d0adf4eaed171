"""A glossary as JSON can say it, and back again: in a tenth of the time that reading its YAML takes.

Only values and places are in it; the text itself is in glossary.yaml, of which it is kept by the digest.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import MISSING, fields
from functools import cached_property
from typing import Any

from yubei_pub import glossary, recorded
from yubei_pub.findings import Place
from yubei_pub.garbage import no_garbage_collection
from yubei_pub.glossary import Avoided, Citation, Glossary, Term
from yubei_pub.remembered import Json, Remembered
from yubei_pub.trace import Source

_DEFAULTS = {each.name: each.default for each in fields(Term) if each.default is not MISSING}
_NOTHING: Mapping[str, Any] = {}
# What most terms do not have, with what they have instead; texts and lists of texts.
_OPTIONAL = {
    each.name: each.default
    for each in fields(Term)
    if each.default is not MISSING and each.name not in ("citation", "avoid")
}


def read(source: Source, remembered: Remembered) -> Glossary:
    """The glossary in glossary.yaml, read anew only if it is not known; raises as `glossary.read`."""
    made: list[Glossary] = []

    def make() -> Json:
        made.append(glossary.read(source))
        return _written(made[0])

    try:
        known = remembered(f"glossary\n{source.text}", make)
    except recorded.UnwritableError:
        return made[0]
    return made[0] if made else _read(known, source)


def _written(known: Glossary) -> list[Json]:
    return [[*map(_term, known.terms)], [recorded.write(finding, _place) for finding in known.findings]]


@no_garbage_collection()
def _read(written: Json, source: Source) -> Glossary:
    terms, findings = written
    return Glossary(
        source,
        tuple(_read_term(each, source) for each in terms),
        tuple(recorded.finding(each, lambda place: Place(source, *place)) for each in findings),
    )


def _place(place: Place) -> list[int]:
    return [place.start, place.end]


def _term(term: Term) -> list[Json]:
    more: dict[str, Json] = {
        name: value for name, default in _OPTIONAL.items() if (value := getattr(term, name)) != default
    }
    if term.citation:
        citation = term.citation
        more["citation"] = [citation.title, citation.publisher, citation.date, citation.url]
    if term.avoid:
        more["avoid"] = [[each.en, each.use, each.why, *_place(each.place)] for each in term.avoid]
    places = [[key, value, *_place(place)] for (key, value), place in term.places.items()]
    return [term.zh, term.en, term.status, _place(term.place), _place(term.en_place), places, more]


def _read_term(written: Sequence[Any], source: Source) -> Term:
    zh, en, status, (start, end), (en_start, en_end), places, more = written
    term = object.__new__(Term)  # what the class would do itself takes six times as long: it is frozen
    vars(term).update(
        _DEFAULTS,
        zh=zh,
        en=en,
        status=status,
        place=Place(source, start, end),
        en_place=Place(source, en_start, en_end),
        places=_Places(places, source),
        **_optional(more, source) if more else _NOTHING,
    )
    return term


class _Places(Mapping[tuple[str, str], Place]):
    """The places of the values of an entry, made when one of them is asked for."""

    def __init__(self, written: Sequence[Sequence[Any]], source: Source) -> None:
        self._written, self._source = written, source

    @cached_property
    def _made(self) -> Mapping[tuple[str, str], Place]:
        return {(key, value): Place(self._source, a, b) for key, value, a, b in self._written}

    def __getitem__(self, key: tuple[str, str]) -> Place:
        return self._made[key]

    def __iter__(self) -> Iterator[tuple[str, str]]:
        return iter(self._made)

    def __len__(self) -> int:
        return len(self._made)


def _optional(written: Mapping[str, Any], source: Source) -> dict[str, Any]:
    read = {name: tuple(value) if isinstance(value, list) else value for name, value in written.items()}
    if "citation" in written:
        read["citation"] = Citation(*written["citation"])
    if "avoid" in written:
        read["avoid"] = tuple(Avoided(en, use, why, Place(source, a, b)) for en, use, why, a, b in written["avoid"])
    return read
