"""XLIFF 1.2, which Trados, memoQ, OmegaT and most others translate in; also as `.sdlxliff`, `.mqxliff` and `.mxliff`.

https://docs.oasis-open.org/xliff/v1.2/os/xliff-core.html.  A briefing is a `file`, a section a `group`, a unit a
`trans-unit` whose segments are `mrk`s.  What is not translated has the Chinese in its `target`, because
OmegaT translates what stands there, and a state that says so.  Formatting is `g`, a footnote's reference `x`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from yubei_pub.document import MarkKind
from yubei_pub.exchanges import _xml
from yubei_pub.exchanges._codes import Codes
from yubei_pub.interchange import Pair, Said, Unit, number_of
from yubei_pub.model import State
from yubei_pub.patterns import lazy_regex

NAME = "XLIFF 1.2"
CARRIES = Unit
ENDINGS = ("xlf", "xliff", "sdlxliff", "mqxliff", "mxliff")
LOOKS = lazy_regex(rb"<(?:\w+:)?xliff\s[^>]*version\s*=\s*[\"']1\.")
TELLS_STATE = True

_STATES = {
    State.REVIEWED: "signed-off",
    State.UNREVIEWED: "translated",
    State.STALE: "needs-review-translation",
    State.MISSING: "needs-translation",
}
_KNOWN = {name: state for state, name in _STATES.items()} | {"final": State.REVIEWED, "new": State.MISSING}
_KINDS = {
    MarkKind.STRONG: {"ctype": "bold"},
    MarkKind.EMPHASIS: {"ctype": "italic"},
    MarkKind.CODE: {"ctype": "x-code"},
    MarkKind.LINK: {"ctype": "link"},
    MarkKind.NOTE: {"ctype": "x-note"},
}
_CODES = Codes("g", "x", ("bx", "bpt"), ("ex", "ept"), _KINDS)


def write(units: Sequence[Unit]) -> bytes:
    """All units, translated or not."""
    files = [_file(briefing, list(some)) for briefing, some in groupby(units, key=lambda unit: unit.briefing)]
    files = files or [_file("", [])]  # there is no XLIFF without a file
    root = {"version": "1.2", "xmlns": "urn:oasis:names:tc:xliff:document:1.2"}
    return _xml.document(_xml.element("xliff", root, _xml.indented(files, 1)))


def _file(briefing: str, units: Sequence[Unit]) -> str:
    groups = (
        _xml.element("group", {"resname": section}, _xml.indented(map(_unit, some), 4))
        for section, some in groupby(units, key=lambda unit: unit.section)
    )
    languages = {"source-language": "zh-CN", "target-language": "en-US"}
    body = _xml.element("body", {}, _xml.indented(groups, 3))
    return _xml.element("file", {"original": briefing, **languages, "datatype": "plaintext"}, _xml.indented([body], 2))


def _unit(unit: Unit) -> str:
    review = {"reviewed-by": unit.by, "reviewed-on": unit.on}
    contexts = [_xml.text("context", value, **{"context-type": f"x-{key}"}) for key, value in review.items() if value]
    missing = unit.state is State.MISSING
    source, target = ([pair.sides[chinese] for pair in unit.segments] for chinese in (0, 0 if missing else 1))
    several = len(unit.segments) > 1
    return _xml.element(
        "trans-unit",
        {"id": unit.name, "approved": "yes" if unit.state is State.REVIEWED else "no"},
        _xml.element("source", {}, *map(_CODES.written, source)),
        _xml.element("seg-source", {}, *_segments(source)) if several else "",
        _xml.element("target", {"state": _STATES[unit.state]}, ("" if missing else " ").join(_segments(target))),
        _xml.element("context-group", {"purpose": "information"}, *contexts) if contexts else "",
        *(_xml.text("note", note) for note in unit.notes),
    )


def _segments(sides: Sequence[Said]) -> Iterator[str]:
    """Texts as marked segments, a single one without a mark."""
    written = list(map(_CODES.written, sides))
    if len(sides) == 1:
        return iter(written)
    return (_xml.element("mrk", {"mtype": "seg", "mid": f"{n}"}, text) for n, text in enumerate(written, 1))


def read(name: str, data: bytes) -> list[Unit]:
    """The units of all files in it."""
    whole = _xml.File(name, data, "xliff")
    files = list(whole.root.all("file"))
    for file in files:
        whole.refuse_english_source("source-language", file)
    return [unit for file in files for unit in _units(name, file, file.get("original"), "")]


def _units(name: str, inside: _xml.Element, briefing: str, section: str) -> Iterator[Unit]:
    for child in inside.children():
        if child.name == "group":
            yield from _units(name, child, briefing, child.get("resname") or section)
        elif child.name in ("body", "bin-unit"):
            yield from _units(name, child, briefing, section)
        elif child.name == "trans-unit" and (unit := _read(name, child, briefing, section)).zh:
            yield unit


def _read(name: str, unit: _xml.Element, briefing: str, section: str) -> Unit:
    target = unit.child("target")
    contexts = {context.get("context-type"): context.text() for context in unit.all("context")}
    state = _KNOWN.get(target.get("state") if target else "", State.UNREVIEWED)
    pairs, odd = _CODES.pairs(name, _sides(unit, target))
    if state is State.MISSING:  # or was, before somebody translated it and left the state alone
        pairs = [Pair(p.zh, "", p.zh_codes) if p.en.replace(" ", "") == p.zh.replace(" ", "") else p for p in pairs]
    if (state is State.MISSING) is any(pair.en for pair in pairs):
        state = State.UNREVIEWED if state is State.MISSING else State.MISSING
    return Unit(
        tuple(pairs),
        briefing,
        section,
        number_of(unit.get("id")),
        state,
        contexts.get("x-reviewed-by", ""),
        contexts.get("x-reviewed-on", ""),
        tuple(note.text() for note in unit.children("note")),
        tuple(odd),
        _xml.at(name, target or unit),
    )


def _sides(unit: _xml.Element, target: _xml.Element | None) -> list[tuple[_xml.Element | None, _xml.Element | None]]:
    """The segments in both languages; the whole as one where the two sides are not cut alike."""
    ours, theirs = (_marked(side) for side in (unit.child("seg-source"), target))
    if len(ours) > 1 and list(ours) == list(theirs):
        return [(zh, theirs[mid]) for mid, zh in ours.items()]
    return [(unit.child("source"), target)]


def _marked(side: _xml.Element | None) -> dict[str, _xml.Element]:
    """The segments of a side by their ids; none where something stands outside of them, or two have one id."""
    parts = [part for part in side.content if not isinstance(part, str) or part.strip()] if side else []
    marks = {part.get("mid"): part for part in parts if isinstance(part, _xml.Element) and part.get("mtype") == "seg"}
    return marks if len(marks) == len(parts) else {}
