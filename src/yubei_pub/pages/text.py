"""Saved text pages: plain text and Markdown as a browser or an editor saved them.

The encoding is told in this order: a byte order mark; UTF-8 if every byte is; else
charset-normalizer's judgement over the encodings Chinese pages come in.  A guess that shows
itself to be wrong is an error, never text.
"""

from __future__ import annotations

import codecs
import re
from hashlib import sha256

from yubei_pub.findings import Message, YubeiError
from yubei_pub.pages import Page
from yubei_pub.trace import Source, TracedText

EXTENSIONS = (".txt", ".text", ".md")

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CANDIDATES = ["gb18030", "big5", "utf_16_le", "utf_16_be"]
# What a wrongly guessed encoding produces: controls, private use, replacement characters.
_NOT_TEXT = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x80-\x84\x86-\x9f\ue000-\uf8ff\ufffd-\uffff]")
# A text may have a stray NUL or two, which the repair removes; a binary file has many.
_NULS = 0.01


def read(path: str, data: bytes) -> Page:
    """The page in the bytes of a text file.

    Raises YubeiError if the encoding cannot be told or the file is not text.
    """
    text, encoding = decode(path, data)
    source = Source(path, text)
    return Page(source, TracedText.of(source), encoding, sha256(data).hexdigest())


def decode(path: str, data: bytes) -> tuple[str, str]:
    """The text of the bytes and the encoding it was read in; YubeiError if it cannot be told."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strict(path, data, encoding), encoding
    if data.count(0) <= len(data) * _NULS:
        try:
            return data.decode("utf-8"), "utf-8"
        except UnicodeDecodeError:
            pass
    return _detected(path, data)


def _strict(path: str, data: bytes, encoding: str) -> str:
    """Decoded as its byte order mark says; a byte that is wrong is named by its line."""
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        template = "the file says it is {encoding}, but line {line} is not; open it in an editor and save it as UTF-8"
        raise YubeiError(
            Message(template, encoding=encoding.removesuffix("-sig").upper(), line=line), path=path
        ) from None


def _detected(path: str, data: bytes) -> tuple[str, str]:
    from charset_normalizer import from_bytes

    best = from_bytes(data, cp_isolation=_CANDIDATES).best()
    if best is not None:
        encoding = best.encoding.replace("_", "-")
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            text = "\ufffd"
        if text.strip() and not _NOT_TEXT.search(text):
            return text, encoding
    template = (
        "the encoding of the file cannot be told (it is not UTF-8, and neither GB18030, Big5 nor UTF-16 make sense), "
        "or it is not a text file; open it in an editor and save it as UTF-8 text"
    )
    raise YubeiError(Message(template), path=path)
