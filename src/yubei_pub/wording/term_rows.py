"""The rows of the terms' table: which glossary terms occur in a text, and where; the same for each format."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from struct import Struct
from typing import NamedTuple
from zlib import crc32

from yubei_pub.glossary import Term
from yubei_pub.model import Briefing
from yubei_pub.names.dictionary_order import read_aloud, read_name
from yubei_pub.patterns import lazy_regex
from yubei_pub.wording.matter import Pair

TITLE = Pair("Terms", "术语")
COLUMNS = ("English", "中文", "¶", "Status", "Source")
_LONGEST = 44  # characters of places that a narrow column takes in about four lines
BELOW = "below"  # what stands in their place then
WITH_THE_END = 2  # rows that a colophon has with it, if it begins a page
_IN_A_GROUP = 64  # rows of the terms' table, about
_STRETCH = 3  # paragraphs in a row that are named by the first and the last
_SIGNS = lazy_regex(r"[^\w ]")
_NUMERAL = lazy_regex(r"\d+")
_NUMBER = lazy_regex(r"(?:(\d+)\.)?(\d+)")  # as printed; of several briefings "2.14", the second's fourteenth paragraph
_DIGITS = 12  # to which numerals are filled up, so that 2 comes before 10


class TermRow(NamedTuple):
    """A row of the terms appendix; `numbers` has those of its passages behind what names their briefing in a volume."""

    term: Term
    numbers: Sequence[tuple[str, Sequence[int | None]]]

    @property
    def places(self) -> str:
        """The same as it is printed: "1, 4–7"."""
        return ", ".join(dict.fromkeys(_places(numbers, at) for at, numbers in self.numbers))


def linked(places: str, link: Callable[[int, int, str], str]) -> str:
    """Printed places, each number put into a link: of its briefing (0, if there is one), itself and what is printed."""
    return _NUMBER.sub(lambda found: link(int(found[1] or 0), int(found[2]), found[0]), places)


def are_below(places: str) -> bool:
    """Whether the places of a term want the width of the table: in their column they filled a page."""
    return len(places) > _LONGEST


class Group(NamedTuple):
    """A few dozen rows in their order, and all that is printed of them."""

    rows: Sequence[TermRow]
    said: str


def rows_of(briefings: Sequence[Briefing], order: str = "a-z") -> Sequence[TermRow]:
    """The terms that occur, each once, A–Z by their English or ("pinyin") by how their Chinese is read.

    Of several briefings, "2.14" is the fourteenth paragraph of the second.
    """
    return _rows(tuple(briefings), order)


def groups_of(briefings: Sequence[Briefing], order: str) -> Sequence[Group]:
    """The same in groups; one term more or less changes the group it is in and no other."""
    return _groups(tuple(briefings), order)


@lru_cache(1)
def _rows(briefings: tuple[Briefing, ...], order: str) -> Sequence[TermRow]:
    if len(briefings) == 1:
        return _as_before(briefings[0], _of_one(briefings[0]), order)
    merged: dict[tuple[str, str], TermRow] = {}
    for at, briefing in enumerate(briefings, 1):
        for row in _of_one(briefing, f"{at}."):
            known = merged.get((row.term.zh, row.term.en))
            numbers = (*known.numbers, *row.numbers) if known else row.numbers
            merged[row.term.zh, row.term.en] = row._replace(numbers=numbers)
    return _in_order(merged.values(), order)


@lru_cache(1)
def _groups(briefings: tuple[Briefing, ...], order: str) -> Sequence[Group]:
    return [Group(rows, _said(rows)) for rows in _divided(_rows(briefings, order))]


def _of_one(briefing: Briefing, at: str = "") -> list[TermRow]:
    return [TermRow(term, [(at, numbers)]) for term, numbers in briefing.terms.items()]


def _as_before(briefing: Briefing, rows: Sequence[TermRow], order: str) -> list[TermRow]:
    """In order, told anew only where there are other terms than in the last build."""
    terms = "\0".join([f"{row.term.en}\0{row.term.zh}\0{row.term.kind}" for row in rows])
    numbers = Struct(f"<{len(rows)}I")

    def make() -> bytes:
        places = {id(row): at for at, row in enumerate(rows)}
        return numbers.pack(*(places[id(row)] for row in _in_order(rows, order)))

    known = briefing.remembered.data(f"order of terms {order}\n{terms}", make)
    return [rows[at] for at in numbers.unpack(known)]


def _in_order(rows: Iterable[TermRow], order: str) -> list[TermRow]:
    key = _read_aloud if order == "pinyin" else _alphabetical
    return sorted(rows, key=lambda row: key(row.term))


def _read_aloud(term: Term) -> tuple[list[str], str]:
    """What a Chinese dictionary sorts a term by: how it is read, then how it is written."""
    return (read_name if term.kind == "person" else read_aloud)(_filled(term.zh)), term.zh


def _alphabetical(term: Term) -> tuple[str, str, str]:
    """What a reader sorts a term by: the letters and digits of its English, no article, signs or capitals."""
    letters = " ".join(_SIGNS.sub("", term.en).casefold().split()).removeprefix("the ")
    return _filled(letters), term.en, term.zh


def _filled(text: str) -> str:
    return _NUMERAL.sub(lambda numeral: numeral[0].zfill(_DIGITS), text)


def _divided(rows: Iterable[TermRow]) -> Iterator[list[TermRow]]:
    group: list[TermRow] = []
    for row in rows:
        if group and crc32(row.term.zh.encode("utf-8", "surrogatepass")) % _IN_A_GROUP == 0:
            yield group
            group = []
        group.append(row)
    if group:
        yield group


def _said(rows: Iterable[TermRow]) -> str:
    return repr([(row.term.en, row.term.zh, row.term.status, row.numbers, row.term.citation) for row in rows])


def _places(places: Iterable[int | None], at: str) -> str:
    """The numbers behind what names their briefing in a volume; three in a row and more as "4–7"."""
    numbers = [number for number in places if number]
    if not numbers:
        return "caption" if 0 in places else "heading"
    runs = groupby(enumerate(numbers), lambda pair: pair[1] - pair[0])  # in a stretch both grow alike
    return ", ".join(_stretch([number for _, number in run], at) for _, run in runs)


def _stretch(numbers: Sequence[int], at: str) -> str:
    if len(numbers) < _STRETCH:
        return ", ".join(f"{at}{number}" for number in numbers)
    return f"{at}{numbers[0]}–{at}{numbers[-1]}"
