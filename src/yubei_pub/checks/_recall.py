"""What checks see of the sections of a briefing, remembered; places in it are told from where their stretch begins."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property, partial
from typing import Any, NamedTuple, TypeAlias

from yubei_pub import recorded
from yubei_pub.checks._prose import Prose, loose_prose, prose
from yubei_pub.document import Document, Piece
from yubei_pub.findings import Place, Remark
from yubei_pub.glossary import Term
from yubei_pub.model import Briefing, BriefingSection
from yubei_pub.recorded import UnwritableError
from yubei_pub.remembered import Json


class Spots:
    """Places in some stretches of files, and those of the renderings of terms in the glossary of a briefing."""

    def __init__(self, extents: Sequence[Place], briefing: Briefing | None = None) -> None:
        self._extents, self._briefing = extents, briefing

    def write(self, place: Place) -> list[Any]:
        """The stretches it begins and ends in by number, with the offsets there; `UnwritableError` for others."""
        edges = [self._edge(place, place.start), self._edge(place, place.end)]
        if edges[0] and edges[1]:
            return [*edges[0], *edges[1]]
        if self._briefing and (zh := _rendered_at(self._briefing.glossary, place)):
            return [zh]
        raise UnwritableError

    def _edge(self, place: Place, offset: int) -> tuple[int, int] | None:
        starts = self._starts.get(id(place.source), [])
        at = bisect_right(starts, (offset, len(self._extents)))
        start, number = starts[at - 1] if at else (0, -1)
        return (number, offset - start) if at and offset <= self._extents[number].end else None

    @cached_property
    def _starts(self) -> Mapping[int, list[tuple[int, int]]]:
        """Where the stretches of each file begin, with their numbers."""
        found: dict[int, list[tuple[int, int]]] = {}
        for number, extent in enumerate(self._extents):
            found.setdefault(id(extent.source), []).append((extent.start, number))
        return {source: sorted(starts) for source, starts in found.items()}

    def read(self, written: Any) -> Place:
        if self._briefing and len(written) == 1:
            return self._briefing.glossary[written[0]].en_place
        first, start, last, end = written
        begins = self._extents[first]
        return Place(begins.source, begins.start + start, self._extents[last].start + end)


def _rendered_at(glossary: Mapping[str, Term], place: Place) -> str:
    """The Chinese of the term whose rendering stands at a place of the glossary; empty for any other."""
    terms = tuple(glossary.values())  # as they stand in the file
    at = bisect_left(terms, place.start, key=lambda term: term.en_place.start)
    return terms[at].zh if at < len(terms) and terms[at].en_place == place else ""


class Seen(NamedTuple):
    """Something that stands in a briefing, as JSON can say it, and how to find its place."""

    what: Json
    place: Callable[[], Place]


Met: TypeAlias = Iterable[tuple[Json, Place]]


def seen(briefing: Briefing, what: str, look: Callable[[BriefingSection], Met]) -> Iterator[Seen]:
    """What somebody looks for in each section, recalled where the section is as it was; every place inside of it."""
    for section in briefing.sections:
        spots = Spots(section.extents)

        def make() -> Json:
            return [(found, spots.write(place)) for found, place in look(section)]  # noqa: B023  (called at once)

        for found, spot in section.recall(what, make):
            yield Seen(found, partial(spots.read, spot))


def at_hand(met: Met) -> Iterator[Seen]:
    """What was seen just now, and is not remembered."""
    return (Seen(found, partial(Place, *place)) for found, place in met)


def seen_in_prose(briefing: Briefing, what: str, look: Callable[[Prose], Met]) -> Iterator[Seen]:
    """The same in each paragraph of the English."""
    yield from seen(briefing, what, lambda section: (met for piece in prose(section) for met in look(piece)))
    for piece in loose_prose(briefing):
        yield from at_hand(look(piece))


def suspected(briefing: Briefing, document: Document, what: str, look: Callable[[str], object]) -> bool:
    """Whether somebody sees something in a piece of a file, so that it is worth looking at the whole of it."""
    source = document.source

    def is_suspect(piece: Piece) -> bool:
        text = source.text[piece.start : piece.end]
        return bool(briefing.remembered.page(piece.digest)(what, lambda: bool(look(text))))

    return any(map(is_suspect, document.cover))


def recalled(
    briefing: Briefing,
    what: str,
    section: BriefingSection,
    make: Callable[[], Iterable[Remark]],
    beside: Sequence[Place] = (),
) -> list[Remark]:
    """Remarks on a section, made anew where it, or `what` they hang on beside it, is another.

    `beside` are the stretches of the files that they may speak of too.
    """
    spots = Spots([*section.extents, *beside], briefing)
    return recorded.recalled(partial(section.recall, what), make, spots.write, spots.read)
