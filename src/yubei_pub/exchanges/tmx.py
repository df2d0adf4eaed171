"""TMX 1.4b: translation memories, which OmegaT, Trados, memoQ and all others read.

https://www.gala-global.org/tmx-14b.  A segment is a `tu`; props that begin with `x-` say where it
stands and what its reviewers think, which other tools keep or show.  TMX has no place for a unit
that is not translated.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from yubei_pub.exchanges import _xml
from yubei_pub.interchange import Pair, Unit, number_of
from yubei_pub.model import State
from yubei_pub.patterns import lazy_regex

NAME = "TMX 1.4"
CARRIES = Unit
ENDINGS = ("tmx",)
LOOKS = lazy_regex(rb"<tmx[\s>]")
TELLS_STATE = False

_ON = lazy_regex(r"(\d{4})-?(\d\d)-?(\d\d)")


def write(units: Sequence[Unit]) -> bytes:
    """The translated segments of units."""
    tus = _xml.indented((_tu(unit, pair) for unit in units for pair in unit.segments if pair.zh and pair.en), 2)
    header = {
        "creationtool": "yubei-pub",
        "creationtoolversion": "1",
        "segtype": "sentence",
        "o-tmf": "yubei-pub",
        "adminlang": "en",
        "srclang": "zh-CN",
        "datatype": "plaintext",
    }
    parts = (_xml.element("header", header), _xml.element("body", {}, tus))
    root = _xml.element("tmx", {"version": "1.4"}, _xml.indented(parts, 1))
    return _xml.document(root, '<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n')


def _tu(unit: Unit, pair: Pair) -> str:
    props = {
        "briefing": unit.briefing,
        "section": unit.section,
        "paragraph": str(unit.number),
        "state": unit.state.value,
    }
    day = {"changedate": f"{unit.on.replace('-', '')}T000000Z"} if _ON.fullmatch(unit.on) else {}
    return _xml.element(
        "tu",
        {**day, "changeid": unit.by} if unit.by else day,
        *(_xml.text("note", note) for note in unit.notes),
        *(_xml.text("prop", value, type=f"x-{key}") for key, value in props.items() if value),
        _xml.element("tuv", {_xml.XML_LANG: "zh-CN"}, _xml.text("seg", pair.zh)),
        _xml.element("tuv", {_xml.XML_LANG: "en-US"}, _xml.text("seg", pair.en)),
    )


def read(name: str, data: bytes) -> list[Unit]:
    """The units; of other tools' files, a segment each."""
    file = _xml.File(name, data, "tmx")
    units: list[Unit] = []
    for unit in filter(None, map(_unit, file.root.all("tu"))):
        if units and unit.briefing and (units[-1].briefing, units[-1].name) == (unit.briefing, unit.name):
            units[-1] = replace(units[-1], segments=units[-1].segments + unit.segments)
        else:
            units.append(unit)
    return units


def _unit(tu: _xml.Element) -> Unit | None:
    texts = dict(reversed(list(_texts(tu))))  # of two English ones the first counts
    if not (texts.get("zh") and texts.get("en")):
        return None
    props = {prop.get("type").removeprefix("x-"): prop.text() for prop in tu.children("prop")}
    on = _ON.match(tu.get("changedate"))
    return Unit(
        (Pair(texts["zh"], texts["en"]),),
        props.get("briefing", ""),
        props.get("section", ""),
        number_of(props.get("paragraph", "")),
        next((state for state in State if state.value == props.get("state")), State.UNREVIEWED),
        tu.get("changeid"),
        "-".join(on.groups()) if on else "",
        tuple(note.text() for note in tu.children("note")),
    )


def _texts(tu: _xml.Element) -> Iterator[tuple[str, str]]:
    for tuv in tu.children("tuv"):
        if seg := tuv.child("seg"):
            yield _xml.language(tuv.get(_xml.XML_LANG) or tuv.get("lang")), seg.text()
