"""Readers of saved pages: one format a file, each gives a `TracedText`.

A reader is a module with `EXTENSIONS`, the file name endings it reads (lower case, with the
dot), and `read(path, data) -> Page`.  A new format is one new file.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import PurePath

from yubei_pub.findings import Finding, Message, YubeiError
from yubei_pub.plugins import discover
from yubei_pub.trace import Source, TracedText

# A page is some kilobytes; what is larger than this is something else, or means harm.
LARGEST = 8 * 1024 * 1024
_EMPTY = Message("the file is empty; save the page again and check that it has text")


@dataclass(frozen=True)
class Page:
    """A saved page as received.

    `source` is its text as decoded, line breaks as in the file; `text` the part of it that may
    hold content, every character traced to `source`.  `encoding` says how the bytes were read,
    by Python's name for it; `sha256` is the digest of the bytes, in hexadecimal.
    """

    source: Source
    text: TracedText
    encoding: str
    sha256: str
    findings: tuple[Finding, ...] = ()


def extensions() -> list[str]:
    """The endings of the files that can be read."""
    return sorted(ending for reader in discover(sys.modules[__name__]).values() for ending in reader.EXTENSIONS)


def read(path: str, data: bytes) -> Page:
    """The page in the bytes of a file; `path` is the name it is reported by.

    Raises YubeiError if the file is empty, too large, of a kind that no reader knows, or if
    its encoding cannot be told.
    """
    if len(data) > LARGEST:
        template = "the file has {size} MB; a page may have {limit} MB: save the page as text, without pictures"
        size = -(-len(data) // (1024 * 1024))
        raise YubeiError(Message(template, size=size, limit=LARGEST // (1024 * 1024)), path=path)
    if not data:
        raise YubeiError(_EMPTY, path=path)
    ending = PurePath(path).suffix.lower()
    for reader in discover(sys.modules[__name__]).values():
        if ending in reader.EXTENSIONS:
            page: Page = reader.read(path, data)
            if not page.text.text.strip("\ufeff\0 \t\r\n\u3000"):
                raise YubeiError(_EMPTY, path=path)
            return page
    template = "files ending in {ending} cannot be read; save the page as one of: {known}"
    known = ", ".join(extensions())
    raise YubeiError(Message(template, ending=ending or "nothing", known=known), path=path)
