"""Saved pages: encodings told and reported, and files that are no page refused with what to do."""

from __future__ import annotations

import hashlib

import pytest

from yubei_pub import pages
from yubei_pub.findings import Severity, YubeiError

TEXT = "重慶市政府新聞辦舉行新聞發布會,城市治理涉及到方方面面。\r\n第二行\n"


@pytest.mark.parametrize(
    ("encoding", "reported"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8-sig"),
        ("utf-16", "utf-16"),
        ("utf-32", "utf-32"),
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


SIMPLIFIED = "城市治理涉及到方方面面，居民都说好。市政府新闻办举行发布会，介绍情况。"
TRADITIONAL = "城市治理涉及到方方面面，居民都說好。市政府新聞辦舉行發布會，介紹情況。"
# Damaged as mirrors do it, and full of figures: fewer common characters than any sound page.
DAMAGED = "當(dāng)前位置:2024年7月10日,雷亞?wèn)| 攝,渝北區(qū)接入44類(lèi)35.6萬(wàn)余個(gè)設(shè)備\n"


@pytest.mark.parametrize("length", [14, 20, 30, None])
@pytest.mark.parametrize(
    ("text", "encoding", "reported"),
    [
        *((SIMPLIFIED, encoding, "gb18030") for encoding in ("gb2312", "gbk", "gb18030")),
        *((TRADITIONAL, encoding, "gb18030") for encoding in ("gbk", "gb18030")),
        *((TRADITIONAL, encoding, "big5") for encoding in ("big5", "cp950", "big5hkscs")),
        *((text, name, name) for text in (SIMPLIFIED, TRADITIONAL) for name in ("utf-16-le", "utf-16-be")),
        (DAMAGED, "gbk", "gb18030"),
        (DAMAGED, "utf-16-le", "utf-16-le"),
    ],
)
def test_short_pages_without_a_mark(text: str, encoding: str, reported: str, length: int | None) -> None:
    text = text[:length]
    page = pages.read("page.txt", text.encode(encoding))
    assert (page.source.text, page.encoding) == (text, reported)
    [note] = page.findings
    assert (note.rule, note.severity, str(note.place)) == ("encoding", Severity.NOTE, "page.txt:1:1")
    assert reported.upper() in str(note.message)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030", "big5", "utf-16-le", "utf-16-be"])
def test_a_page_that_breaks_off_in_a_character_is_read_and_reported(encoding: str) -> None:
    whole = TRADITIONAL.encode(encoding)
    page = pages.read("page.txt", whole[:-1])
    assert page.source.text == TRADITIONAL[:-1]
    last = page.findings[-1]
    assert (last.severity, str(last.place)) == (Severity.WARNING, f"page.txt:1:{len(TRADITIONAL)}")
    assert "breaks off" in str(last.message)


def test_utf_8_is_nothing_to_report() -> None:
    assert pages.read("page.txt", TEXT.encode()).findings == ()


@pytest.mark.parametrize(
    ("data", "char"),
    [(b"\xa8\xbc", "\u1e3f"), (b"\xfe\x51", "\U00020087"), (b"\xfe\xa0", "\u9fbb"), (b"\xa6\xd9", "︐")],
)
def test_what_gb18030_assigned_later_is_no_private_use(data: bytes, char: str) -> None:
    assert pages.read("page.txt", SIMPLIFIED.encode("gbk") + data).source.text == SIMPLIFIED + char


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
        (
            "page.html",
            b"From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n",
            "page.html: this is a web archive; give it the ending .mhtml",
        ),
        (
            "page.mht",
            b"MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n",
            "page.mht: the web archive holds no page",
        ),
        ("page.html", b"PK\x03\x04" + bytes(100), "give it the ending .docx"),
        ("page.zip", b"PK\x03\x04" + bytes(100), r"this is an archive \(zip\); unpack it"),
        ("page.zip", b"PK\x03\x04" + bytes(26) + b"word/document.xml", "give it the ending .docx"),
        ("page.odt", b"PK\x03\x04" + bytes(26) + b"mimetypeapplication/vnd", r"LibreOffice \(OpenDocument\); open it"),
        ("page.docx", b"PK\x03\x04" + bytes(26) + b"mimetypeapplication/vnd", r"LibreOffice \(OpenDocument\); open it"),
        ("page.txt", bytes(5000), "nothing but zeros: it was not wholly downloaded"),
        ("page.docx", bytes(5000), "nothing but zeros"),
        ("page.html", b"bplist00" + bytes(9) + b"WebMainResource", "archive of Safari; give it the ending .webarchive"),
        ("page.foo", b"text", r"page.foo: files ending in .foo cannot be read; save the page as one of: .*\.txt"),
        ("page", b"text", "page: files ending in nothing cannot be read"),
        ("page.txt", b"x" * (pages.LARGEST + 1), "page.txt: the file has 9 MB; a page may have 8 MB"),
        ("page.txt", bytes(range(256)) * 8, "page.txt: the encoding of the file cannot be told"),
        ("page.txt", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8, "page.txt: this is a picture, no page"),
        ("page.html", b"%PDF-1.6\r%\xe2\xe3\xcf\xd3", "page.html: this is a PDF; open it in Word"),
        ("page.pdf", b"%PDF-1.6\r%\xe2\xe3\xcf\xd3", "page.pdf: this is a PDF"),
        ("page.docx", b"{\\rtf1\\ansi", "page.docx: this is an RTF file; open it in Word and save it as .docx"),
        ("page.html", b"\x1f\x8b\x08", "page.html: the file is compressed"),
        ("page.txt", b"<!DOCTYPE html><p>text", "page.txt: this is a web page; give it the ending .html"),
        ("page.docx", b"<html><p>text", "page.docx: this is a web page; give it the ending .html"),
        (
            "page.xml",
            b'<?xml version="1.0"?><?mso-application progid="Word.Document"?>',
            "page.xml: this is a file of an old",
        ),
        (
            "page.html",
            b'<frameset><frame src="a.htm"></frameset>',
            "page.html: the page has no text of its own: it stands in",
        ),
        ("page.html", "<p>菜單</p><iframe src=a.htm></iframe>".encode(), "page.html: the page has no text of its own"),
        (
            "page.html",
            b'<div id="app"></div><script src="app.js"></script>',
            "page.html: the page has no text of its own",
        ),
        ("page.txt", b"?????2024?7?10????????,?????????\r\n", "page.txt: question marks stand where the Chinese was"),
        ("page.txt", (SIMPLIFIED + "\n").encode() * 9 + SIMPLIFIED.encode("gbk"), "all is UTF-8 but line 10, which"),
        ("page.txt", "café à la française".encode("latin-1"), "page.txt: the encoding of the file cannot be told"),
        ("page.txt", b"\xef\xbb\xbfgood\nbad\xff", "page.txt: the file says it is UTF-8, but line 2 is not"),
        ("page.txt", b"\xff\xfe\x00\xd8\x00", "page.txt: the file says it is UTF-16, but line 1 is not"),
        ("page.txt", SIMPLIFIED.encode("gbk") + b"\xaa\xa1", "page.txt: the encoding of the file cannot be told"),
        ("page.txt", "Dieser Text ist weiß, größer und ärmlich".encode("cp1252"), "page.txt: the encoding of the file"),
        ("page.txt", "Это русский текст, а не китайский".encode("koi8-r"), "page.txt: the encoding of the file"),
        ("page.txt", "これは日本語の文章です。".encode("euc-jp"), "page.txt: the encoding of the file"),
        ("page.txt", "重慶".encode() * 20 + b"\xff\n", "page.txt: the encoding of the file cannot be told"),
    ],
)
def test_refused(path: str, data: bytes, message: str) -> None:
    with pytest.raises(YubeiError, match=message):
        pages.read(path, data)


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        *((SIMPLIFIED, "utf-8", wrong) for wrong in ("latin-1", "cp1252", "gbk")),
        *((SIMPLIFIED, "gbk", wrong) for wrong in ("latin-1", "cp1252", "big5")),
        *((TRADITIONAL, "big5", wrong) for wrong in ("latin-1", "cp1252", "gbk")),
    ],
)
def test_what_was_read_in_a_wrong_encoding_and_saved_is_no_text(text: str, right: str, wrong: str) -> None:
    garbled = (text * 2).encode(right).decode(wrong, "ignore")
    with pytest.raises(YubeiError, match="was read in a wrong encoding before it was saved"):
        pages.read("page.txt", garbled.encode())
    with pytest.raises(YubeiError, match="was read in a wrong encoding before it was saved"):
        pages.read("page.txt", garbled.encode("utf-8-sig"))


@pytest.mark.parametrize(
    "text",
    [
        *(
            SIMPLIFIED,
            TRADITIONAL,
            DAMAGED,
            "café à la française, déjà vu",
            "これは日本語の文章です。東京の気象庁が発表した。",
        ),
        *(
            "Это русский текст, а не китайский",
            "한국어 문장입니다. 서울에서 열렸다.",
            "“Plain” – text…",
            "魑魅魍魎饕餮耄耋",
            "?",
        ),
    ],
)
def test_what_makes_sense_as_utf_8_is_not_taken_for_garbled(text: str) -> None:
    assert pages.read("page.txt", text.encode()).source.text == text
