"""The formats of other tools: one a file, `write(data) -> bytes` and `read(name, data)`.

Each says what it carries (`CARRIES` is Unit or Entry), the endings of its files (`ENDINGS`, the first is
that of files we write), and by `LOOKS` what stands near the beginning of its files, where several formats
share an ending.  `TELLS_STATE` says that it can tell what is approved from what is not; of the others only
approved data goes out, unless somebody asks for all.
"""

from __future__ import annotations

import sys
from types import ModuleType

from yubei_pub import plugins
from yubei_pub.exchanges._caps import refuse_large
from yubei_pub.findings import Message, YubeiError
from yubei_pub.interchange import Data

_WRITTEN = ("docx", "doc", "odt", "rtf", "pdf")  # what a translator works in who has no such tool
_START = 4096  # bytes in which a file says what it is


def formats() -> dict[str, ModuleType]:
    """The formats by their name."""
    return plugins.discover(sys.modules[__name__])


def read(name: str, data: bytes) -> tuple[ModuleType, Data]:
    """The format of a file and what is in it; YubeiError says what is wrong and where."""
    refuse_large(name, data)
    ending = name.lower().rpartition(".")[2]
    known = formats().values()
    named = [form for form in known if ending in form.ENDINGS]
    if ending in _WRITTEN:
        message = "a translation in such a file is not taken in; copy its text into en.md, below the headings there"
        raise YubeiError(Message(message), path=name)
    if not named:
        endings = ", ".join(sorted({f".{ending}" for form in known for ending in form.ENDINGS}))
        message = "cannot tell the format from the name; it should end in {all} (save a table as .xlsx)"
        raise YubeiError(Message(message, all=endings), path=name)
    start = data[:_START].replace(b"\0", b"")  # UTF-16 reads like ASCII then
    form = next((form for form in named if form.LOOKS.search(start)), None)
    if form is None:
        what = " or ".join(form.NAME for form in named)
        raise YubeiError(Message("this is not {what}; export it from your tool again", what=what), path=name)
    return form, form.read(name, data)
