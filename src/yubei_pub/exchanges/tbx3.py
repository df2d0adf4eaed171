"""TBX version 3 (ISO 30042:2019) in the dialect TBX-Basic, categories as attributes (DCA): https://www.tbxinfo.net."""

from __future__ import annotations

from yubei_pub.exchanges import _tbx
from yubei_pub.interchange import Entry
from yubei_pub.patterns import lazy_regex

NAME = "TBX version 3"
CARRIES = Entry
ENDINGS = ("tbx",)
LOOKS = lazy_regex(rb"<tbx[\s>]")
TELLS_STATE = False

_DIALECT = {"style": "dca", "xml:lang": "en", "xmlns": "urn:iso:std:iso:30042:ed-2"}
_FORM = _tbx.Form("tbx", _DIALECT, "tbxHeader", "conceptEntry", "langSec", "termSec")
write, read = _FORM.write, _FORM.read
