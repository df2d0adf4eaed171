"""Web archives of Safari, which it saves a page as unless told otherwise: HTML and pictures in a property list.

A place in such a page is one in the HTML that the archive holds.
https://developer.apple.com/documentation/webkit/webarchive
"""

from __future__ import annotations

import plistlib
from collections.abc import Collection, Iterator
from xml.parsers.expat import ExpatError

from yubei_pub.pages import Page, _web

EXTENSIONS = (".webarchive",)
LARGEST = 64 * 1024 * 1024  # bytes: they carry the pictures

_ARCHIVES = 100  # a page and its frames, each an archive; more than `_web` reads, for some hold no page


def read(path: str, data: bytes) -> Page:
    """The page in the bytes of a web archive.

    Raises YubeiError if it holds none, or its encoding cannot be told.
    """
    return _web.read_archive(path, _held(_root(data)))


def pictures(data: bytes, names: Collection[str]) -> Iterator[tuple[str, bytes]]:
    """The pictures in a web archive that was read, by the names that its lines give them."""
    return _web.archived_pictures(_held(_root(data)), names)


def _root(data: bytes) -> object:
    """The property list; nothing where it is none: cut off, or made to do harm."""
    try:
        return plistlib.loads(data)
    except (plistlib.InvalidFileException, ExpatError, ValueError, LookupError, ArithmeticError, RecursionError):
        return {}


def _held(archive: object) -> Iterator[_web.Resource]:
    """The page, its pictures and those of its frames, which are archives in the archive."""
    archives = [archive]
    for entry in archives:  # which grows meanwhile, but never for ever: a list may hold itself
        if not isinstance(entry, dict):
            continue
        for resource in (entry.get("WebMainResource"), *_list(entry, "WebSubresources")):
            if isinstance(resource, dict) and isinstance(content := resource.get("WebResourceData"), bytes):
                address, kind = (str(resource.get(f"WebResource{key}", "")) for key in ("URL", "MIMEType"))
                yield _web.Resource(address, kind, content)
        archives += _list(entry, "WebSubframeArchives")[: max(0, _ARCHIVES - len(archives))]


def _list(entry: dict[str, object], key: str) -> list[object]:
    found = entry.get(key)
    return found if isinstance(found, list) else []
