"""Addresses of pages and of mail as they stand in a text: whoever reads it expects to follow them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from yubei_pub import han
from yubei_pub.patterns import lazy_regex

_NAME = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_REST = "(?:(?![,;]https?://)[A-Za-z0-9./?#@:%&=+,;~_$*!()'-])*"
_ADDRESS = lazy_regex(
    f"(?P<page>(?<![A-Za-z0-9])https?://[A-Za-z0-9]{_REST}"
    rf"|(?<![A-Za-z0-9./@_-])www\.(?:{_NAME}\.)+[A-Za-z]{{2,}}(?![A-Za-z0-9-])(?:[/?#:]{_REST})?)"
    rf"|(?<![A-Za-z0-9.+_@-])[A-Za-z0-9][A-Za-z0-9.+_-]*@(?:{_NAME}\.)+{_NAME}(?![A-Za-z0-9@-])",
    re.IGNORECASE,
)
_ENDS = ".,:;!?'*$@("  # of the sentence, not of the address; so is a bracket that opened before it
_GOES_ON = "/=_&#%-+~"
_HOME = lazy_regex("(?:https?://)?[^/]+/", re.IGNORECASE)
# All of an address, wherever it leads: its words are no prose, and its figures count nothing.  Chinese behind one goes
# on with a Chinese sentence; between English words it belongs to the address.
_MAIL = r"(?<![A-Za-z0-9._+-])[A-Za-z0-9._+-]{1,64}+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*"
IN_CHINESE = rf"(?:https?://|www\.)[^\s\u3000-\u9fff，。；、）】》”]+|{_MAIL}"
IN_ENGLISH = lazy_regex(rf"(?:(?i:https?)://|www\.)[^\s\u3000-\u303f\uff01-\uff65]+|{_MAIL}")


class Address(NamedTuple):
    """`[start, end)` of a text is an address, and `target` where it leads."""

    start: int
    end: int
    target: str


def may_hold(text: str) -> bool:
    """False where a text has no address, as nearly every text; single characters are found in next to no time."""
    return (":" in text and "://" in text) or "@" in text or "www." in text


def find(text: str) -> Iterator[Address]:
    """The addresses of a text in order.

    Full-width punctuation behind one is never part of it.  Chinese may be: https://example.org/渝北 leads on, and
    nobody can tell it from the sentence going on, so what would lead elsewhere is left alone.
    """
    if not may_hold(text):
        return
    for found in _ADDRESS.finditer(text):
        start, end = found.span()
        if not found["page"]:
            yield Address(start, end, f"mailto:{found[0]}")
            continue
        end = _end(text, start, end)
        page = text[start:end]
        if page[-1] not in _GOES_ON or not han.holds(text[end : end + 1]) or _HOME.fullmatch(page):
            yield Address(start, end, page if "://" in page else f"http://{page}")


def _end(text: str, start: int, end: int) -> int:
    """Where a page's address ends that begins at `start`, without what ends the sentence or a bracket around it."""
    inside = text.count("(", start, end) - text.count(")", start, end)
    while text[end - 1] in _ENDS or (text[end - 1] == ")" and inside < 0):
        inside += (text[end - 1] == ")") - (text[end - 1] == "(")
        end -= 1
    return end
