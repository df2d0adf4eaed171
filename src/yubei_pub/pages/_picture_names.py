"""The names of the pictures of an HTML page, as zh.md writes them."""

from __future__ import annotations

import re
from hashlib import sha256
from html import unescape
from typing import NamedTuple
from urllib.parse import unquote

from yubei_pub.layout import PICTURE
from yubei_pub.pages._markup import Node
from yubei_pub.patterns import lazy_regex

_PICTURE = lazy_regex(rf"{PICTURE}$", re.IGNORECASE)
_SAVED_BESIDE = lazy_regex(r"[^/:]{1,200}_files/[^/.]{1,80}")  # WeChat's pictures have names without an ending
# A picture in its own address, as programs write that save a page in one file; a shorter one only holds a place.
EMBEDDED = lazy_regex(r"data:image/(png|jpeg|gif|webp);base64,([A-Za-z0-9+/=]{600,})")


class Piece(NamedTuple):
    """`[start, end)` of the file, as it is or, where `text` is given, replaced by it."""

    start: int
    end: int
    text: str | None = None


def file_name(node: Node) -> Piece | None:
    """The name of a picture's file as zh.md writes it: relative to the page, or the last part of an address."""
    text = node.page
    saved = "_files/" in node.value("src")  # the browser put it beside the page
    for name in ("src",) if saved else ("data-src", "data-original", "src"):
        start, end = node.attributes.get(name, (0, 0))
        if embedded := EMBEDDED.fullmatch(text, start, end):
            return Piece(start, end, embedded_name(embedded[0]))
        path = re.split(r"[?#]", text[start:end])[0]
        if not path or (":" in path.split("/")[0] and not path.startswith(("http:", "https:"))):
            continue
        if path.startswith(("http:", "https:", "/")) or ".." in path:
            start += path.rfind("/") + 1
            path = path[path.rfind("/") + 1 :]
        elif path.startswith("./"):
            start, path = start + 2, path[2:]
        meant = unquote(unescape(path))
        if _PICTURE.search(meant) or _SAVED_BESIDE.fullmatch(meant):
            return Piece(start, start + len(path), None if meant == path else meant)
    return None


def embedded_name(address: str) -> str:
    """A name for a picture that an address holds itself: it has none, and this is the same each time."""
    kind = address[len("data:image/") : address.index(";")]
    return f"{sha256(address.encode()).hexdigest()[:12]}.{kind.replace('jpeg', 'jpg')}"
