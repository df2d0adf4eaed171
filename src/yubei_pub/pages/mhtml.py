"""Web archives, the single file that Edge and Chrome save a page in: its HTML and its pictures, as a mail has them.

A place in such a page is one in the HTML that the archive holds.
"""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Collection, Iterator
from dataclasses import replace
from email import message_from_bytes
from email.errors import CloseBoundaryNotFoundDefect, InvalidBase64LengthDefect

from yubei_pub.findings import Finding, Message, Place, Severity
from yubei_pub.pages import Page, _web

EXTENSIONS = (".mhtml", ".mht")
LARGEST = 64 * 1024 * 1024  # bytes: they carry the pictures, a third larger than they are


def read(path: str, data: bytes) -> Page:
    """The page in the bytes of a web archive.

    Raises YubeiError if it holds none, or its encoding cannot be told.
    """
    page = _web.read_archive(path, _held(data))
    if not any(isinstance(defect, CloseBoundaryNotFoundDefect) for defect in message_from_bytes(data).defects):
        return page
    words = Message("the web archive breaks off; compare the end with the publisher’s page, or save it again")
    end = Place(page.source, len(page.source.text), len(page.source.text))
    return replace(page, findings=(*page.findings, Finding("encoding", Severity.WARNING, end, words)))


def pictures(data: bytes, names: Collection[str]) -> Iterator[tuple[str, bytes]]:
    """The pictures in a web archive that was read, by the names that its lines give them."""
    return _web.archived_pictures(_held(data), names)


def _held(data: bytes) -> Iterator[_web.Resource]:
    for part in message_from_bytes(data).walk():
        payload = part.get_payload(decode=True)
        if isinstance(payload, bytes) and any(isinstance(defect, InvalidBase64LengthDefect) for defect in part.defects):
            whole = b"".join(payload.split())
            payload = b64decode(whole[: len(whole) // 4 * 4])
        address = "".join(str(part.get("Content-Location") or "").split())
        yield _web.Resource(address, part.get_content_type(), payload if isinstance(payload, bytes) else b"")
