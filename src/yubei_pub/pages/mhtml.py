"""Web archives, the single file that Edge and Chrome save a page in: its HTML and its pictures, as a mail has them.

A place in such a page is one in the HTML that the archive holds.  Of a page with frames the one with the most
sentences is read.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from email import message_from_bytes
from email.message import Message as Mail
from hashlib import sha256
from itertools import islice
from urllib.parse import unquote, urlsplit

from yubei_pub.findings import Message, YubeiError
from yubei_pub.pages import Page, _web

EXTENSIONS = (".mhtml", ".mht")
LARGEST = 64 * 1024 * 1024  # bytes: they carry the pictures, a third larger than they are

_FRAMES = 20  # of a page with more, only advertisements are left
_NO_PAGE = Message(
    "the web archive holds no page that can be read; save the page again as “Web page, complete” (.html)"
)


def read(path: str, data: bytes) -> Page:
    """The page in the bytes of a web archive.

    Raises YubeiError if it holds none, or its encoding cannot be told.
    """
    found: list[Page] = []
    failed = YubeiError(_NO_PAGE, path=path)
    for part in islice(_parts(data, "text/html"), _FRAMES):
        try:
            page = _web.read(path, _bytes(part))
        except YubeiError as error:
            failed = error
        else:
            found.append(replace(page, address=page.address or _address(part)))
    if not found:
        raise failed
    page = max(found, key=lambda each: each.text.text.count("。"))
    return replace(page, sha256=sha256(data).hexdigest())


def pictures(data: bytes, names: Collection[str]) -> Iterator[tuple[str, bytes]]:
    """The pictures in a web archive that was read, by the names that its lines give them."""
    for part in _parts(data, "image/"):
        name = unquote(urlsplit(_address(part)).path).rsplit("/", 1)[-1]
        if name in names:
            yield name, _bytes(part)


def _parts(data: bytes, kind: str) -> Iterator[Mail]:
    return (part for part in message_from_bytes(data).walk() if part.get_content_type().startswith(kind))


def _bytes(part: Mail) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _address(part: Mail) -> str:
    return "".join(str(part.get("Content-Location") or "").split())
