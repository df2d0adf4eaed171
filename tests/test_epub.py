"""EPUB: epubcheck has nothing to say, every address leads somewhere, both texts come back."""

from __future__ import annotations

import re
import shutil
import subprocess
import zipfile
from dataclasses import replace
from io import BytesIO
from pathlib import Path, PurePosixPath

import pytest
from briefings import briefing, plain
from lxml import etree
from test_docx import sample
from web_reading import attribute, book, having, language, local, named, squeezed, words

from yubei_pub.document import BlockKind, Mark, MarkKind
from yubei_pub.model import Briefing, Passage
from yubei_pub.settings import Style
from yubei_pub.writers import epub

EPUBCHECK = Path("/usr/share/java/epubcheck.jar")
OPS = "{http://www.idpf.org/2007/ops}"


def pages(data: bytes) -> dict[str, etree._Element]:
    """The pages of a book by name."""
    return {
        PurePosixPath(name).name: etree.fromstring(content)
        for name, content in book(data).items()
        if name.endswith(".xhtml")
    }


def write(*made: Briefing, order: str = "en-zh", layout: str = "parallel") -> bytes:
    return epub.write(made, Style(order=order, layout=layout))


def odd() -> Briefing:
    """What texts may hold: markup, control characters, no English, no front matter."""
    made = briefing(
        '# <b>题</b>\n\n## 节 & "节"\n\n文[^1]\n\n- 项\n\n![图](x.png)', notes={"1": "a\0b <i>"}, id="odd & 奇"
    )
    quoted = plain("a\x1b<br>]]>", BlockKind.QUOTATION, Mark(0, 3, MarkKind.LINK, "https://例.cn/?a=1&b"))
    lead = replace(made.sections[0], passages=(Passage(9, (quoted,), (), ()),))
    return replace(made, sections=(lead, *made.sections[1:]))


@pytest.mark.skipif(
    not (shutil.which("java") and EPUBCHECK.is_file()), reason="epubcheck is not installed (Debian: epubcheck)"
)
@pytest.mark.parametrize(
    ("made", "order", "layout"),
    [
        ([sample()], "en-zh", "parallel"),
        ([sample()], "en-zh", "english"),
        ([sample(), odd()], "zh-en", "parallel"),
        ([odd()], "en-zh", "stacked"),
    ],
    ids=["one of everything", "english", "several", "odd"],
)
def test_epubcheck_has_nothing_to_say(tmp_path: Path, made: list[Briefing], order: str, layout: str) -> None:
    data = write(*made, order=order, layout=layout)
    path = tmp_path / "book.epub"
    path.write_bytes(data)
    done = subprocess.run(
        ["java", "-jar", EPUBCHECK, "--failonwarnings", path], check=False, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_address_leads_somewhere() -> None:
    for made in ([sample()], [sample(), odd()]):
        found = pages(write(*made))
        anchors = {f"{name}#{e.get('id')}" for name, root in found.items() for e in root.iter() if attribute(e, "id")}
        for name, root in found.items():
            ids = [attribute(e, "id") for e in root.iter() if attribute(e, "id")]
            assert len(ids) == len(set(ids))
            assert language(root)
            for link in named(root, "a"):
                address = attribute(link, "href")
                if not address.startswith("http"):
                    assert (f"{name}{address}" if address.startswith("#") else address) in anchors | set(found)


@pytest.mark.parametrize("order", ["en-zh", "zh-en"])
def test_every_character_of_both_texts_is_in_the_book(order: str) -> None:
    made = sample()
    root = pages(write(made, order=order))["briefing-1.xhtml"]
    read = named(root, "h1", "h2", "h3", "p", "td", "th")
    seen = squeezed(" ".join(words(each, without="sup") for each in read))
    for document in (made.source, made.target):
        assert document is not None
        for block in document.blocks():
            assert all(squeezed(cell) in seen for cell in block.text.text.split("\t"))


def test_notes_open_where_they_are_referred_to() -> None:
    root = pages(write(sample()))["briefing-1.xhtml"]
    marks = [attribute(a, "href") for a in named(root, "a") if a.get(f"{OPS}type") == "noteref"]
    notes = {f"#{a.get('id')}": words(a) for a in named(root, "aside") if a.get(f"{OPS}type") == "footnote"}
    assert marks == list(notes)
    assert squeezed(notes["#note-1"]) == "1. A note by the translator."


def test_contents_landmarks_and_title_page() -> None:
    found = pages(write(sample(), sample()))
    toc, landmarks = named(found["nav.xhtml"], "nav")
    assert [words(a) for a in named(toc, "a")] == [
        *("1\u2002A smarter city 更智慧的城市", "Smarter building 城市建设 更智慧", "Parks close at hand 身边的公园"),
        *("2\u2002A smarter city 更智慧的城市", "Smarter building 城市建设 更智慧", "Parks close at hand 身边的公园"),
        "Terms 术语",
    ]
    assert [a.get(f"{OPS}type") for a in named(landmarks, "a")] == ["titlepage", "toc", "bodymatter"]
    assert [words(e) for e in having(found["title.xhtml"], "draft")] == [
        "DRAFT: 2 of 2 briefings",
        *["DRAFT: 1 of 3 sections not reviewed"] * 2,
    ]
    heads = [(local(e), words(e)) for e in named(found["title.xhtml"], "h1", "h2")]
    assert heads == [("h1", "Bilingual briefings 双语通稿"), *[("h2", "A smarter city 更智慧的城市")] * 2]
    assert list(found) == ["title.xhtml", "nav.xhtml", "briefing-1.xhtml", "briefing-2.xhtml", "terms.xhtml"]


def test_what_a_library_is_told() -> None:
    package = etree.fromstring(book(write(sample()))["EPUB/package.opf"])
    told = [(e.get("property") or local(e), e.text) for e in package[0]]
    assert {
        ("title", "A smarter city"),
        ("language", "en-US"),
        ("language", "zh-CN"),
        ("publisher", "示例新闻网"),
        ("date", "2024-07-10"),
        ("rights", "版权所有。"),
        ("dcterms:modified", "2024-07-10T00:00:00Z"),
        ("schema:accessMode", "textual"),
        ("schema:accessModeSufficient", "textual"),
        ("schema:accessibilityHazard", "none"),
        ("schema:accessibilityFeature", "alternativeText"),
    } <= set(told)
    chinese = {local(e) for e in package[0] if e.get("{http://www.w3.org/XML/1998/namespace}lang") == "zh-CN"}
    assert chinese == {"publisher", "creator", "rights"}


def test_the_same_bytes_each_time_and_the_kind_of_file_first() -> None:
    data = write(sample())
    assert data == write(sample())
    assert data[30:58] == b"mimetypeapplication/epub+zip"
    with zipfile.ZipFile(BytesIO(data)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_a_picture_is_in_the_book_once() -> None:
    names = [name for name in book(write(sample(), sample())) if "/pictures/" in name]
    assert len(names) == 1
    assert re.fullmatch(r"EPUB/pictures/[0-9a-f]{16}\.png", names[0])
