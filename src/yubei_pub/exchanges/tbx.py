"""TBX version 2 (ISO 30042:2008) in the dialect TBX-Basic, which OmegaT and most termbases read."""

from __future__ import annotations

from yubei_pub.exchanges import _tbx
from yubei_pub.interchange import Entry
from yubei_pub.patterns import lazy_regex

NAME = "TBX version 2"
CARRIES = Entry
ENDINGS = ("tbx",)
LOOKS = lazy_regex(rb"<martif[\s>]")
TELLS_STATE = False

_FORM = _tbx.Form("martif", {"xml:lang": "en"}, "martifHeader", "termEntry", "langSet", "tig")
write, read = _FORM.write, _FORM.read
