"""A glossary as JSON can say it, and back again: in a tenth of the time that reading its YAML takes.

Only values and places are in it; the text itself is in glossary.yaml, of which it is kept by the digest.  The places of
all values are half of it, and are apart, of some terms together: hardly anybody asks for one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import MISSING, fields
from functools import cached_property, partial
from typing import Any

from yubei_pub import glossary, recorded
from yubei_pub.findings import Place
from yubei_pub.garbage import no_garbage_collection
from yubei_pub.glossary import Avoided, Citation, Glossary, Term
from yubei_pub.remembered import Json, Remembered
from yubei_pub.trace import Source

_TOGETHER = 100  # terms whose places are kept together
# What most terms do not have, with what they have instead; texts and lists of texts.
_OPTIONAL = {
    each.name: each.default
    for each in fields(Term)
    if each.default is not MISSING and each.name not in ("citation", "avoid")
}


def read(source: Source, remembered: Remembered) -> Glossary:
    """The glossary in glossary.yaml, read anew only if it is not known; raises as `glossary.read`."""
    made: list[Glossary] = []

    def places(part: int) -> list[Json]:
        known: list[Json] = remembered(f"glossary places {part}\n{source.digest}", partial(make_places, part))
        return known

    def make_places(part: int) -> list[Json]:
        made[:] = made or [glossary.read(source)]
        terms = made[0].terms[part * _TOGETHER :][:_TOGETHER]
        return [[[*key, *_place(place)] for key, place in term.places.items()] for term in terms]

    def make() -> Json:
        made.append(glossary.read(source))
        for part in range(0, len(made[0].terms), _TOGETHER):
            places(part // _TOGETHER)  # what is asked for now is kept as long as this is
        return _written(made[0])

    try:
        known = remembered(_terms_of(source.digest), make)
    except recorded.UnwritableError:
        return made[0]
    return made[0] if made else _read(known, source, places)


def before(source: Source, remembered: Remembered) -> tuple[str, Glossary] | None:
    """The glossary of the last build behind the digest of its text, if it was another; this is the last from now on."""
    last = remembered.page("last glossary")
    last(source.digest, lambda: True)
    for digest in last.known:
        known = remembered.known(_terms_of(digest)) if digest != source.digest else None
        if known:
            return digest, _read(known, Source(source.path, ""), lambda _: [])
    return None


def _terms_of(digest: str) -> str:
    return f"glossary terms\n{digest}"


def _written(known: Glossary) -> list[Json]:
    return [[*map(_term, known.terms)], [recorded.write(finding, _place) for finding in known.findings]]


@no_garbage_collection()
def _read(written: Json, source: Source, places: Callable[[int], list[Json]]) -> Glossary:
    terms, findings = written
    return Glossary(
        source,
        tuple([_read_term(each, source, number, places) for number, each in enumerate(terms)]),
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
    return [term.zh, term.en, term.status, *_place(term.place), *_place(term.en_place), more]


def _read_term(written: Sequence[Any], source: Source, number: int, recall: Callable[[int], list[Json]]) -> Term:
    term = object.__new__(_Kept)  # what the class would do itself takes six times as long: it is frozen
    said = vars(term)
    said["zh"], said["en"], said["status"], _, _, _, _, more = written  # the class has the rest
    said["_where"] = written, source, number, recall
    if more:
        said.update(_optional(more, source))
    return term


class _Kept(Term):
    """A term whose places are made when one of them is asked for, as of few."""

    def __getattr__(self, name: str) -> Any:
        if name not in glossary.WHERE:
            raise AttributeError(name)
        written, source, number, recall = self._where
        start, end, en_start, en_end = written[3:7]
        places = _Places(recall, number, source)
        vars(self).update(place=Place(source, start, end), en_place=Place(source, en_start, en_end), places=places)
        return vars(self)[name]

    def __eq__(self, other: object) -> bool:
        """Also to one that was read from YAML."""
        compared = (each.name for each in fields(self) if each.compare)
        return isinstance(other, Term) and all(getattr(self, name) == getattr(other, name) for name in compared)

    __hash__ = Term.__hash__


class _Places(Mapping[tuple[str, str], Place]):
    """The places of the values of an entry, by its number, made when one of them is asked for."""

    def __init__(self, recall: Callable[[int], list[Json]], number: int, source: Source) -> None:
        self._recall, self._number, self._source = recall, number, source

    @cached_property
    def _made(self) -> Mapping[tuple[str, str], Place]:
        part, at = divmod(self._number, _TOGETHER)
        return {(key, value): Place(self._source, a, b) for key, value, a, b in self._recall(part)[at]}

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
