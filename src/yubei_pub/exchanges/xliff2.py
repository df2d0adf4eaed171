"""XLIFF 2.1: https://docs.oasis-open.org/xliff/xliff-core/v2.1/os/xliff-core-v2.1-os.html.

A briefing is a `file`, a section a `group`, a unit a `unit` with its `segment`s.  XLIFF 2 has no word for a
translation whose source moved on: it is `translated`, and its `subState` says stale.  Formatting is `pc`, a footnote's
reference `ph`; other tools make `sc` and `ec` of `pc`, which the standard lets them do.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import count, groupby

from yubei_pub.document import MarkKind
from yubei_pub.exchanges import _xml
from yubei_pub.exchanges._codes import Codes
from yubei_pub.interchange import Pair, Unit, number_of
from yubei_pub.model import State
from yubei_pub.patterns import lazy_regex

NAME = "XLIFF 2"
CARRIES = Unit
ENDINGS = ("xlf", "xliff")
LOOKS = lazy_regex(rb"<(?:\w+:)?xliff\s[^>]*version\s*=\s*[\"']2\.")
TELLS_STATE = True

_STATES = {
    State.REVIEWED: {"state": "final"},
    State.UNREVIEWED: {"state": "translated"},
    State.STALE: {"state": "translated", "subState": "yubei:stale"},
    State.MISSING: {"state": "initial"},
}
_KNOWN = {"final": State.REVIEWED, "reviewed": State.REVIEWED, "initial": State.MISSING}
_KINDS = {
    MarkKind.STRONG: {"type": "fmt", "subType": "xlf:b"},
    MarkKind.EMPHASIS: {"type": "fmt", "subType": "xlf:i"},
    MarkKind.CODE: {"type": "other", "subType": "yubei:code"},
    MarkKind.LINK: {"type": "link"},
    MarkKind.NOTE: {"type": "other", "subType": "yubei:note"},
}
_CODES = Codes("pc", "ph", ("sc",), ("ec",), _KINDS)
_BY, _ON = "reviewed-by", "reviewed-on"  # categories of notes


def write(units: Sequence[Unit]) -> bytes:
    """All units, translated or not."""
    numbers = count(1)
    files = [_file(briefing, list(some), numbers) for briefing, some in groupby(units, key=lambda u: u.briefing)]
    root = {"xmlns": "urn:oasis:names:tc:xliff:document:2.0", "version": "2.1", "srcLang": "zh-CN", "trgLang": "en-US"}
    return _xml.document(_xml.element("xliff", root, _xml.indented(files, 1)))


def _file(briefing: str, units: Sequence[Unit], numbers: Iterator[int]) -> str:
    groups = (
        _xml.element(
            "group",
            {"id": f"g{next(numbers)}", "name": section},
            _xml.indented([_unit(unit, next(numbers)) for unit in some], 3),
        )
        for section, some in groupby(units, key=lambda unit: unit.section)
    )
    return _xml.element("file", {"id": f"f{next(numbers)}", "original": briefing}, _xml.indented(groups, 2))


def _unit(unit: Unit, number: int) -> str:
    review = ((_BY, unit.by), (_ON, unit.on))
    notes = [_xml.text("note", value, category=key) for key, value in review if value]
    notes += (_xml.text("note", note) for note in unit.notes)
    return _xml.element(
        "unit",
        {"id": f"u{number}", "name": unit.name},
        _xml.element("notes", {}, *notes) if notes else "",
        *(_segment(pair, unit.state, at) for at, pair in enumerate(unit.segments, 1)),
    )


def _segment(pair: Pair, state: State, number: int) -> str:
    zh, en = map(_CODES.written, pair.sides)
    states = _STATES[state if pair.en else State.MISSING]
    target = _xml.element("target", {}, en) if pair.en else ""
    return _xml.element("segment", {"id": f"s{number}", **states}, _xml.element("source", {}, zh), target)


def read(name: str, data: bytes) -> list[Unit]:
    """The units of all files in it."""
    file = _xml.File(name, data, "xliff")
    file.refuse_english_source("srcLang", file.root)
    return [unit for each in file.root.all("file") for unit in _units(name, each, each.get("original"), "")]


def _units(name: str, inside: _xml.Element, briefing: str, section: str) -> Iterator[Unit]:
    for child in inside.children("group", "unit"):
        if child.name == "group":
            yield from _units(name, child, briefing, child.get("name") or section)
        elif (unit := _read(name, child, briefing, section)).zh:
            yield unit


def _read(name: str, unit: _xml.Element, briefing: str, section: str) -> Unit:
    parts = list(unit.children("segment", "ignorable"))
    notes = list(unit.all("note"))
    review = {note.get("category"): note.text() for note in notes}
    segments, odd = _CODES.pairs(name, [(part.child("source"), part.child("target")) for part in parts])
    return Unit(
        tuple(filter(any, segments)),
        briefing,
        section,
        number_of(unit.get("name")),
        _state([part for part, pair in zip(parts, segments, strict=True) if pair.en]),
        review.get(_BY, ""),
        review.get(_ON, ""),
        tuple(note.text() for note in notes if note.get("category") not in (_BY, _ON)),
        tuple(odd),
        _xml.at(name, unit),
    )


def _state(translated: Sequence[_xml.Element]) -> State:
    """The state of a unit: it is reviewed if all its translated segments are."""
    states = {_KNOWN.get(segment.get("state"), State.UNREVIEWED) for segment in translated}
    if not states:
        return State.MISSING
    if any(segment.get("subState") == "yubei:stale" for segment in translated):
        return State.STALE
    return State.REVIEWED if states == {State.REVIEWED} else State.UNREVIEWED
