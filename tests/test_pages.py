"""Saved pages: encodings told and reported, and files that are no page refused with what to do."""

from __future__ import annotations

import hashlib

import pytest

from yubei_pub import pages
from yubei_pub.findings import YubeiError

TEXT = "重慶市政府新聞辦舉行新聞發布會,城市治理涉及到方方面面。\r\n第二行\n"


@pytest.mark.parametrize(
    ("encoding", "reported"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8-sig"),
        ("utf-16", "utf-16"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
        ("gb18030", "gb18030"),
        ("gbk", "gb18030"),
        ("big5", "big5"),
    ],
)
def test_encodings(encoding: str, reported: str) -> None:
    data = TEXT.encode(encoding)
    page = pages.read("page.txt", data)
    assert page.source.text == TEXT
    assert page.text.text == TEXT
    assert page.source.path == "page.txt"
    assert page.encoding == reported
    assert page.sha256 == hashlib.sha256(data).hexdigest()


@pytest.mark.parametrize("path", ["page.txt", "PAGE.TXT", "page.text", "page.md", "a.b/page.txt"])
def test_endings(path: str) -> None:
    assert pages.read(path, b"text").source.text == "text"


def test_a_stray_nul_is_kept_for_the_repair() -> None:
    text = "字" * 100 + "\0"
    assert pages.read("page.txt", text.encode()).source.text == text


@pytest.mark.parametrize(
    ("path", "data", "message"),
    [
        ("page.txt", b"", "page.txt: the file is empty; save the page again"),
        ("page.txt", b" \r\n\t", "page.txt: the file is empty"),
        ("page.txt", b"\xef\xbb\xbf", "page.txt: the file is empty"),
        ("page.txt", "\ufeff\n".encode("utf-16-le"), "page.txt: the file is empty"),
        ("page.foo", b"text", r"page.foo: files ending in .foo cannot be read; save the page as one of: .*\.txt"),
        ("page", b"text", "page: files ending in nothing cannot be read"),
        ("page.txt", b"x" * (pages.LARGEST + 1), "page.txt: the file has 9 MB; a page may have 8 MB"),
        ("page.txt", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8, "page.txt: the encoding of the file cannot be told"),
        ("page.txt", "café à la française".encode("latin-1"), "page.txt: the encoding of the file cannot be told"),
        ("page.txt", b"\xef\xbb\xbfgood\nbad\xff", "page.txt: the file says it is UTF-8, but line 2 is not"),
        ("page.txt", b"\xff\xfe\x00\xd8\x00", "page.txt: the file says it is UTF-16, but line 1 is not"),
        ("page.txt", "重慶".encode() * 20 + b"\xff\n", "page.txt: the encoding of the file cannot be told"),
    ],
)
def test_refused(path: str, data: bytes, message: str) -> None:
    with pytest.raises(YubeiError, match=message):
        pages.read(path, data)
