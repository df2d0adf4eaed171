"""Files that are something else than their ending says or than can be read, told by how they begin, with what to do."""

from __future__ import annotations

import re
from pathlib import PurePath

from yubei_pub.findings import Message
from yubei_pub.patterns import lazy_regex

# How the files of Word before 2007 begin, and Word files with a password, which lie in such a one.
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PROTECTED = "EncryptedPackage".encode("utf-16-le")
_OLD = "this is a file of an old Word (.doc) or another program; open it in Word and save it as .docx"
LOCKED = "the file is protected by a password; open it in Word and save it without one"
_ZIP = b"PK\x03\x04"
_WORD = "this is a Word file or another archive, no text; if it is from Word, give it the ending .docx"
_ODT = "this is a file of LibreOffice (OpenDocument); open it there or in Word and save it as .docx"
_ZIPPED = "this is an archive (zip); unpack it and import the page that is in it"
_ZEROS = (
    "the file holds nothing but zeros: it was not wholly downloaded or copied (OneDrive, a memory stick); get it again"
)
_BEGINNINGS: tuple[tuple[bytes | tuple[bytes, ...], str], ...] = (
    (
        b"%PDF-",
        "this is a PDF; open it in Word, which makes a text of it, compare that with the PDF and save it as .docx",
    ),
    (b"{\\rtf", "this is an RTF file; open it in Word and save it as .docx"),
    ((b"\x89PNG", b"\xff\xd8\xff", b"GIF8"), "this is a picture, no page; save the page itself"),
    (b"\x1f\x8b", "the file is compressed (gzip); unpack it first, or save the page again from the browser"),
)
# How the single file begins that browsers save a page with its pictures in.
_ARCHIVE = lazy_regex(rb"(?:From|MIME-Version|Subject|Date):.{0,2000}?Content-Type: *multipart/related", re.I | re.S)
_ARCHIVED = "this is a web archive; give it the ending .mhtml"
_SAFARIS = "this is a web archive of Safari; give it the ending .webarchive"
_ARCHIVES = (".mhtml", ".mht")
_MARKUP = lazy_regex(rb"(?:\xef\xbb\xbf)?\s*(?:<!--.{0,500}?-->\s*)?<(?:!doctype html|html)\b", re.I | re.S)
_WEB_PAGE = "this is a web page; give it the ending .html"
_WORD_XML = lazy_regex(rb"(?:\xef\xbb\xbf)?\s*<\?xml.{0,300}<\?mso-application progid=\"Word", re.I | re.S)
_NO_PAGE_OF_THE_WEB = (".txt", ".text", ".docx")


def foreign(path: str, data: bytes) -> Message | None:
    """What a file is and what to do with it, where it cannot be read; `path` is the name it is reported by."""
    ending = PurePath(path).suffix.lower()
    words = next((words for beginning, words in _BEGINNINGS if data.startswith(beginning)), "")
    if data.startswith(_OLD_OFFICE):
        words = LOCKED if _PROTECTED in data else _OLD
    elif ending not in _ARCHIVES and _ARCHIVE.match(data):
        words = _ARCHIVED
    elif ending != ".webarchive" and data.startswith(b"bplist00") and b"WebMainResource" in data:
        words = _SAFARIS
    elif data.startswith(_ZIP):
        words = _zipped(data, ending)
    elif not data.strip(b"\0"):
        words = _ZEROS
    elif ending in _NO_PAGE_OF_THE_WEB and _MARKUP.match(data):
        words = _WEB_PAGE
    elif _WORD_XML.match(data):
        words = _OLD
    return Message(words) if words else None


def _zipped(data: bytes, ending: str) -> str:
    if data[30:].startswith(b"mimetype"):
        return _ODT
    if ending == ".docx":
        return ""
    return _ZIPPED if ending == ".zip" and b"word/document.xml" not in data else _WORD
