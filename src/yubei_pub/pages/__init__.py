"""Readers of saved pages: one format a file, each gives a `TracedText`.

A reader is a module with `EXTENSIONS`, the file name endings it reads (lower case, with the
dot), and `read(path, data) -> Page`, all but its digest; one whose files hold pictures has `pictures(data, names)`.
A new format is one new file.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Collection
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import PurePath
from types import ModuleType

from yubei_pub.findings import Finding, Message, YubeiError
from yubei_pub.layout import NO_LAYOUT, Layout
from yubei_pub.pages._foreign import foreign
from yubei_pub.patterns import lazy_regex
from yubei_pub.plugins import discover
from yubei_pub.trace import Source, TracedText

# A page is some kilobytes; what is larger than this is something else, or means harm.
LARGEST = 8 * 1024 * 1024
_EMPTY = Message("the file is empty; save the page again and check that it has text")
# Where the text of a page stands in another file, or is written by a script when somebody looks.
_FRAME = lazy_regex(r"<i?frame\b[^>]{0,500}\bsrc", re.I)
_SCRIPT = lazy_regex(r"<script\b", re.I)
_NO_TEXT = Message(
    "the page has no text of its own: it stands in a frame or is written by a script; save the page as “Web page, "
    "complete” and look in the folder beside it for the file that has the text (saved_resource.html, say), or copy "
    "the text from the browser and save it as .txt"
)
_SENTENCE = lazy_regex(r"[。！？]|[^\n]{46}")
# A text of question marks: its Chinese was lost when it was saved in an encoding that has none.
_BEYOND = lazy_regex(r"[^\x00-\x7f]")
_LOSSES, _FEW = 0.3, 9
_ALL_LOST = Message(
    "question marks stand where the Chinese was: the file was saved in an encoding that has none; save the page again "
    "as UTF-8"
)


@dataclass(frozen=True)
class Page:
    """A saved page as received.

    `source` is its text as decoded, line breaks as in the file; `text` the part of it that may
    hold content, every character traced to `source`.  `encoding` says how the bytes were read,
    by Python's name for it; `sha256` is the digest of the bytes, in hexadecimal.  `layout` is
    what the page's format says about its lines, `address` where it stood in the web and `published` the
    day it says to machines, if the file says so.
    """

    source: Source
    text: TracedText
    encoding: str
    findings: tuple[Finding, ...] = ()
    layout: Layout = NO_LAYOUT
    address: str = ""
    published: str = ""
    sha256: str = ""


def extensions() -> list[str]:
    """The endings of the files that can be read."""
    return sorted(ending for reader in discover(sys.modules[__name__]).values() for ending in reader.EXTENSIONS)


def encoding_of(data: bytes) -> str:
    """The encoding of a text that is not UTF-8, by Python's name for it; empty if it cannot be told."""
    from yubei_pub.pages._decoding import decode

    try:
        return decode("", data).encoding
    except YubeiError:
        return ""


def read(path: str, data: bytes) -> Page:
    """The page in the bytes of a file; `path` is the name it is reported by.

    Raises YubeiError if the file is empty, too large, of a kind that no reader knows, or if
    its encoding cannot be told.
    """
    if not data:
        raise YubeiError(_EMPTY, path=path)
    if words := foreign(path, data):
        raise YubeiError(words, path=path)
    reader = _reader(path)
    limit = getattr(reader, "LARGEST", LARGEST)
    if len(data) > limit:
        template = "the file has {size} MB; a page may have {limit} MB: save the page as text, without pictures"
        size = -(-len(data) // (1024 * 1024))
        raise YubeiError(Message(template, size=size, limit=limit // (1024 * 1024)), path=path)
    page: Page = reader.read(path, data)
    text, markup = page.text.text, page.source.text
    if not text.strip("\ufeff\0 \t\r\n\u3000"):
        raise YubeiError(_NO_TEXT if _FRAME.search(markup) or _SCRIPT.search(markup) else _EMPTY, path=path)
    if _FRAME.search(markup) and not _SENTENCE.search(text):
        raise YubeiError(_NO_TEXT, path=path)
    if text.count("?") > max(_FEW, _LOSSES * len("".join(text.split()))) and not _BEYOND.search(text):
        raise YubeiError(_ALL_LOST, path=path)
    return replace(page, sha256=sha256(data).hexdigest())


def pictures(path: str, data: bytes, names: Collection[str]) -> dict[str, bytes]:
    """Those pictures of a page that was read that its own file holds: a Word file does."""
    reader = _reader(path)
    return dict(reader.pictures(data, names)) if hasattr(reader, "pictures") else {}


def _reader(path: str) -> ModuleType:
    ending = PurePath(path).suffix.lower()
    for reader in discover(sys.modules[__name__]).values():
        if ending in reader.EXTENSIONS:
            return reader
    template = "files ending in {ending} cannot be read; save the page as one of: {known}"
    known = ", ".join(extensions())
    raise YubeiError(Message(template, ending=ending or "nothing", known=known), path=path)
