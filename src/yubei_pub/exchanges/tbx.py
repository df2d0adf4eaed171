"""TBX version 2 (ISO 30042:2008) in the dialect TBX-Basic, which OmegaT and most termbases read."""

from __future__ import annotations

from collections.abc import Sequence

from yubei_pub.exchanges import _tbx, _xml
from yubei_pub.interchange import Entry
from yubei_pub.patterns import lazy_regex

NAME = "TBX version 2"
CARRIES = Entry
ENDINGS = ("tbx",)
LOOKS = lazy_regex(rb"<martif[\s>]")
TELLS_STATE = False

_NAMES = _tbx.Names("termEntry", "langSet", "tig")


def write(entries: Sequence[Entry]) -> bytes:
    """A concept for each entry."""
    text = _xml.element("text", {}, _xml.indented([_tbx.body(entries, _NAMES)], 2))
    parts = [*_tbx.header("martifHeader"), text]
    return _xml.document(_xml.element("martif", {"type": "TBX-Basic", _xml.XML_LANG: "en"}, _xml.indented(parts, 1)))


def read(name: str, data: bytes) -> list[Entry]:
    """The concepts with Chinese and English; of several Chinese terms the first."""
    return _tbx.read(_xml.File(name, data, "martif"), _NAMES)
