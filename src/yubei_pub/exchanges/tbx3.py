"""TBX version 3 (ISO 30042:2019) in the dialect TBX-Basic, categories as attributes (DCA): https://www.tbxinfo.net."""

from __future__ import annotations

from collections.abc import Sequence

from yubei_pub.exchanges import _tbx, _xml
from yubei_pub.interchange import Entry
from yubei_pub.patterns import lazy_regex

NAME = "TBX version 3"
CARRIES = Entry
ENDINGS = ("tbx",)
LOOKS = lazy_regex(rb"<tbx[\s>]")
TELLS_STATE = False

_NAMES = _tbx.Names("conceptEntry", "langSec", "termSec")
_ROOT = {"type": "TBX-Basic", "style": "dca", _xml.XML_LANG: "en", "xmlns": "urn:iso:std:iso:30042:ed-2"}


def write(entries: Sequence[Entry]) -> bytes:
    """A concept for each entry."""
    text = _xml.element("text", {}, _xml.indented([_tbx.body(entries, _NAMES)], 2))
    return _xml.document(_xml.element("tbx", _ROOT, _xml.indented([*_tbx.header("tbxHeader"), text], 1)))


def read(name: str, data: bytes) -> list[Entry]:
    """The concepts with Chinese and English; of several Chinese terms the first."""
    return _tbx.read(_xml.File(name, data, "tbx"), _NAMES)
