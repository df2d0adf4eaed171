"""Web archives, the single file that Edge and Chrome save a page in: its HTML and its pictures, as a mail has them.

A place in such a page is one in the HTML that the archive holds.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from email import message_from_bytes

from yubei_pub.pages import Page, _web

EXTENSIONS = (".mhtml", ".mht")
LARGEST = 64 * 1024 * 1024  # bytes: they carry the pictures, a third larger than they are


def read(path: str, data: bytes) -> Page:
    """The page in the bytes of a web archive.

    Raises YubeiError if it holds none, or its encoding cannot be told.
    """
    return _web.read_archive(path, _held(data))


def pictures(data: bytes, names: Collection[str]) -> Iterator[tuple[str, bytes]]:
    """The pictures in a web archive that was read, by the names that its lines give them."""
    return _web.archived_pictures(_held(data), names)


def _held(data: bytes) -> Iterator[_web.Resource]:
    for part in message_from_bytes(data).walk():
        payload = part.get_payload(decode=True)
        address = "".join(str(part.get("Content-Location") or "").split())
        yield _web.Resource(address, part.get_content_type(), payload if isinstance(payload, bytes) else b"")
