"""The names of the pictures of an HTML page, as zh.md writes them."""

from __future__ import annotations

import re
from hashlib import sha256
from html import unescape
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from yubei_pub.layout import PICTURE
from yubei_pub.pages._markup import Node
from yubei_pub.patterns import lazy_regex

_PICTURE = lazy_regex(rf"{PICTURE}$", re.IGNORECASE)
_SAVED_BESIDE = lazy_regex(r"[^/:]{1,200}_files/[^/.]{1,80}")  # WeChat's pictures have names without an ending
# Where the address stands until a script shows the picture, for which another holds the place.
_LATE = lazy_regex(r"data-(?:.*-)?(?:src|original|lazy|echo|url)$|original$|_src$|lazy-?src$|file$")
# A picture in its own address, as programs write that save a page in one file; a shorter one only holds a place.
EMBEDDED = lazy_regex(r"data:image/(png|jpeg|gif|webp);base64,([A-Za-z0-9+/=]{600,})")


class Piece(NamedTuple):
    """`[start, end)` of the file, as it is or, where `text` is given, replaced by it."""

    start: int
    end: int
    text: str | None = None


def file_name(node: Node) -> Piece | None:
    """The name of a picture's file as zh.md writes it: relative to the page, or the end of an address."""
    text = node.page
    saved = "_files/" in node.value("src")  # the browser put it beside the page
    late = () if saved else (name for name in node.attributes if _LATE.match(name))
    for name in (*late, "src"):
        start, end = node.attributes.get(name, (0, 0))
        if embedded := EMBEDDED.fullmatch(text, start, end):
            return Piece(start, end, embedded_name(embedded[0]))
        path = re.split(r"[?#]", text[start:end])[0]
        if not path or (":" in path.split("/")[0] and not path.startswith(("http:", "https:"))):
            continue
        if path.startswith(("http:", "https:", "/")):
            meant = last_of(path)
            counts = node.number("width", 2) < 2 or node.number("height", 2) < 2  # readers, and shows nothing
            named = bool(meant) and not counts
        else:
            meant = unquote(unescape(path.rsplit("/", 1)[-1] if ".." in path else path.removeprefix("./")))
            named = bool(_PICTURE.search(meant) or _SAVED_BESIDE.fullmatch(meant))
        if named:
            at = start + path.rfind(meant)
            return Piece(at, at + len(meant)) if at >= start else Piece(start, start + len(path), meant)
    return None


def last_of(address: str) -> str:
    """The last part of an address, where that does not end like a picture with the one before it, as in WeChat."""
    *_, before, last = ("", *urlsplit(unescape(address)).path.split("/"))
    return unquote(last if _PICTURE.search(last) or not (before and last) else f"{before}-{last}")


def embedded_name(address: str) -> str:
    """A name for a picture that an address holds itself: it has none, and this is the same each time."""
    kind = address[len("data:image/") : address.index(";")]
    return f"{sha256(address.encode()).hexdigest()[:12]}.{kind.replace('jpeg', 'jpg')}"
