"""Saved text pages: plain text and Markdown as a browser or an editor saved them."""

from __future__ import annotations

from yubei_pub.pages import Page
from yubei_pub.pages._decoding import decode, findings
from yubei_pub.trace import Source, TracedText

EXTENSIONS = (".txt", ".text", ".md")


def read(path: str, data: bytes) -> Page:
    """The page in the bytes of a text file.

    Raises YubeiError if the encoding cannot be told or the file is not text.
    """
    decoded = decode(path, data)
    source = Source(path, decoded.text)
    return Page(source, TracedText.of(source), decoded.encoding, tuple(findings(decoded, source)))
