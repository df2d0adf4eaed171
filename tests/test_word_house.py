"""The office's own Word file as a template: used as it is, filled in, refused with what to do."""

from __future__ import annotations

import importlib.util
import re
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from briefings import briefing, png
from docx_lint import W, lint
from lxml import etree
from test_docx import described, part, sample, words, write
from test_sample import content

from yubei_pub import pipeline, settings
from yubei_pub.findings import YubeiError
from yubei_pub.model import Briefing
from yubei_pub.settings import Style
from yubei_pub.trace import Source
from yubei_pub.word import house
from yubei_pub.writers import docx

TOP = Path(__file__).parents[1]
TEMPLATES = TOP / "docs" / "templates"
SHORT_LINES = "doNotExpandShiftReturn"
LOGO = b"\x89PNG\r\n\x1a\n" + b"logo"


def tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("word_templates", TOP / "tools" / "word_templates.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


OFFICE = tool().template("a4")


def changed(edit: Callable[[dict[str, bytes]], object], data: bytes = OFFICE) -> bytes:
    """A Word file with its parts changed by a function."""
    with zipfile.ZipFile(BytesIO(data)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    edit(parts)
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return buffer.getvalue()


def replaced(name: str, old: str, new: str) -> bytes:
    """The office template with a text replaced in a part."""

    def edit(parts: dict[str, bytes]) -> None:
        assert old.encode() in parts[name]
        parts[name] = parts[name].replace(old.encode(), new.encode())

    return changed(edit)


def built(house: bytes, made: Briefing | None = None, **style: Any) -> bytes:
    return docx.write([made or sample()], Style(template="house.docx", house=house)._replace(**style))


def style_of(element: etree._Element, path: str) -> str:
    """The style named at a path of WordprocessingML elements below an element."""
    found = element.find("/".join(f"{W}{name}" for name in path.split("/")))
    return "" if found is None else str(found.get(f"{W}val"))


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_the_templates_that_ship_are_up_to_date(paper: str, tmp_path: Path) -> None:
    tool().build(tmp_path)
    name = f"office-{paper}.docx"
    assert content(tmp_path / name) == content(TEMPLATES / name), "docs/templates is out of date: make sample"


@pytest.mark.parametrize("layout", docx.LAYOUTS)
@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_a_template_of_ours_gives_what_we_give_without_one(layout: str, paper: str) -> None:
    theirs = built(tool().template(paper), layout=layout, contents="always")
    ours = write(sample(), layout=layout, paper=paper, contents="always")
    assert lint(theirs) == []
    assert described(theirs) == described(ours)
    assert part(theirs).find(f".//{W}pgSz").attrib == part(ours).find(f".//{W}pgSz").attrib  # type: ignore[union-attr]
    for running in ("header", "footer"):
        assert [words(part(d, f"word/{n}")) for d, n in _running(theirs, running)] == [
            words(part(d, f"word/{n}")) for d, n in _running(ours, running)
        ]


def _running(data: bytes, kind: str) -> list[tuple[bytes, str]]:
    with zipfile.ZipFile(BytesIO(data)) as package:
        return [(data, n.removeprefix("word/")) for n in package.namelist() if re.fullmatch(rf"word/{kind}\d+.xml", n)]


def test_the_text_of_the_template_is_not_used() -> None:
    assert "house.docx" not in words(part(built(OFFICE)))


def test_styles_page_and_settings_are_used_as_they_are() -> None:
    def edit(parts: dict[str, bytes]) -> None:
        parts["word/styles.xml"] = parts["word/styles.xml"].replace(b"Cambria", b"Georgia")
        page = parts["word/document.xml"].replace(b'w:left="1247"', b'w:left="2247"')
        parts["word/document.xml"] = page.replace(b'w:gutter="0"', b'w:gutter="200"')

    data = built(changed(edit))
    assert b"Georgia" in zipfile.ZipFile(BytesIO(data)).read("word/styles.xml")
    assert part(data).find(f".//{W}pgMar").get(f"{W}left") == "2247"  # type: ignore[union-attr]
    table = next(t for t in part(data).iter(f"{W}tbl") if style_of(t, "tblPr/tblStyle") == "Parallel")
    assert sum(int(c.get(f"{W}w", "0")) for c in table.iter(f"{W}gridCol")) == 11906 - 2247 - 1247 - 200
    assert lint(data) == []


def test_a_name_in_the_header_is_found_although_word_cut_it() -> None:
    cut = replaced("word/header1.xml", "{title}", "About {ti</w:t></w:r><w:r><w:t>tle}")
    assert words(part(built(cut), "word/header1.xml")).startswith("About A smarter city\t")


def test_a_logo_in_the_header_stays() -> None:
    def edit(parts: dict[str, bytes]) -> None:
        parts["word/media/logo.png"] = LOGO
        parts["word/_rels/header1.xml.rels"] = (
            b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship '
            b'Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" '
            b'Target="media/logo.png"/></Relationships>'
        )

    data = built(changed(edit))
    with zipfile.ZipFile(BytesIO(data)) as package:
        assert package.read("word/media/logo.png") == LOGO
        assert b"logo.png" in package.read("word/_rels/header1.xml.rels")


def test_a_header_without_a_place_for_the_draft_line_hides_no_draft() -> None:
    made = sample()
    data = built(replaced("word/header1.xml", "{draft}", "Press Office"), made)
    assert described(data)[0] == "Fact: DRAFT: 1 of 3 sections not reviewed"
    assert not described(built(OFFICE, made))[0].startswith("Fact")
    assert not described(built(replaced("word/header1.xml", "{draft}", "Press Office"), sample(states={})))[
        0
    ].startswith("Fact")


def test_styles_are_known_by_name_and_missing_ones_named_in_one_message() -> None:
    def edit(parts: dict[str, bytes]) -> None:
        text = parts["word/styles.xml"].decode()
        text = re.sub(
            r'(w:styleId=|w:(?:basedOn|next) w:val=)"Heading(\d)"', r'\1"\2"', text
        )  # as Word in Chinese has it
        parts["word/styles.xml"] = re.sub(
            r'  <w:style [^>]*w:styleId="(?:Gloss|Term)".*?</w:style>\n', "", text, flags=re.S
        ).encode()
        parts["word/document.xml"] = re.sub(
            rb"<w:body>.*?<w:sectPr>", b"<w:body><w:sectPr>", parts["word/document.xml"]
        )

    house = changed(edit)
    data = built(house)
    assert lint(data) == []
    assert [style_of(p, "pPr/pStyle") for p in part(data)[0] if "Smarter building" in words(p)] == ["1"]
    read, _ = settings.read(Source("yubei-pub.yaml", "template: house.docx\n"))
    style, found = pipeline.house_style(read, house)
    assert style.house == house
    assert [(str(f.place), str(f.message)) for f in found] == [
        (
            "yubei-pub.yaml:1:11",
            "house.docx does not have these styles, so ours are used for them: Briefing Term, Briefing Gloss",
        )
    ]


def test_a_bare_word_file_will_do() -> None:
    """Word's own new document: no header, no styles of ours."""
    import docx as python_docx

    buffer = BytesIO()
    python_docx.Document().save(buffer)
    data = built(buffer.getvalue(), layout="stacked")
    assert lint(data) == []
    assert "DRAFT" in words(part(data, "word/header1.xml"))
    assert len(house.read("house.docx", buffer.getvalue()).added) > 30


def test_no_style_of_theirs_slants_or_smears_chinese() -> None:
    """Word's own Subtitle is italic, its Caption and Headings are bold."""
    import docx as python_docx

    buffer = BytesIO()
    python_docx.Document().save(buffer)
    data = built(buffer.getvalue(), glosses="first-use", contents="always")
    chinese = [run for run in part(data).iter(f"{W}r") if re.search("[\u4e00-\u9fff]", words(run))]
    assert len(chinese) > 20
    for run in chinese:
        assert [style_of(run, f"rPr/{name}") for name in "bi"] == ["0", "0"], words(run)


def test_a_number_stays_whole_under_their_settings_too() -> None:
    without = replaced("word/settings.xml", "<w:noLineBreaksBefore ", '<w:saveInvalidXml w:val="0"/><!-- ')
    without = changed(lambda parts: parts.update({"word/settings.xml": _closed(parts["word/settings.xml"])}), without)
    names = [etree.QName(e).localname for e in part(built(without), "word/settings.xml") if isinstance(e.tag, str)]
    at = names.index("noLineBreaksAfter")
    assert names[at : at + 5] == ["noLineBreaksAfter", "noLineBreaksBefore", "saveInvalidXml", "footnotePr", "compat"]


@pytest.mark.parametrize(
    ("theirs", "names"),
    [
        ("<w:compat><w:ulTrailSpace/><w:useFELayout/></w:compat>", ["ulTrailSpace", SHORT_LINES, "useFELayout"]),
        ("<w:compat><w:doNotExpandShiftReturn/></w:compat>", [SHORT_LINES]),
        ("", [SHORT_LINES]),
    ],
)
def test_no_line_of_verse_is_pulled_apart_under_their_settings(theirs: str, names: list[str]) -> None:
    def edit(parts: dict[str, bytes]) -> None:
        ours = re.compile(rb"<w:compat>.*</w:compat>", re.S)
        parts["word/settings.xml"] = ours.sub(theirs.encode(), parts["word/settings.xml"])

    data = built(changed(edit))
    compat = part(data, "word/settings.xml").find(f"{W}compat")
    assert [etree.QName(each).localname for each in compat] == names  # type: ignore[union-attr]
    assert lint(data) == []


def test_our_header_does_not_stand_on_the_edge_of_their_sheet() -> None:
    """LibreOffice writes 0 twips for the header and the footer that a file does not have."""

    def edit(parts: dict[str, bytes]) -> None:
        document = re.sub(rb"<w:(?:header|footer)Reference[^>]*/>", b"", parts["word/document.xml"])
        parts["word/document.xml"] = re.sub(rb'w:(header|footer)="\d+"', rb'w:\1="0"', document)

    margins = part(built(changed(edit))).find(f".//{W}pgMar").attrib  # type: ignore[union-attr]
    assert (margins[f"{W}header"], margins[f"{W}footer"]) == ("710", "680")
    kept = part(built(replaced("word/document.xml", 'w:header="780"', 'w:header="0"'))).find(f".//{W}pgMar")
    assert kept.get(f"{W}header") == "0"  # type: ignore[union-attr]  # of a header of their own


def test_a_caption_in_their_style_stands_under_its_picture() -> None:
    def edit(parts: dict[str, bytes]) -> None:
        name = "word/styles.xml"
        caption = re.compile(rb'(<w:style [^>]*w:styleId="Caption">.*?</w:style>)', re.S)
        theirs = b'<w:style w:type="paragraph" w:styleId="Caption"><w:name w:val="caption"/></w:style>'
        parts[name] = caption.sub(theirs, parts[name])

    small = briefing("# 题\n\n![题](图 1.png)", "# T\n\n![A seal](图 1.png)", pictures=[png("图 1.png", 30, 30)])
    wide = briefing("# 题\n\n![题](图 1.png)", "# T\n\n![T](图 1.png)", pictures=[png("图 1.png", 900, 400)])
    for each, style in ((small, "CaptionAbove"), (wide, "Caption")):
        paragraphs = part(built(changed(edit), each)).iter(f"{W}p")
        [indent] = [p.find(f"{W}pPr/{W}ind") for p in paragraphs if style_of(p, "pPr/pStyle") == style]
        assert indent.get(f"{W}left") == "740"  # type: ignore[union-attr]


def _closed(xml: bytes) -> bytes:
    """With the comment closed behind the element that was opened in it."""
    return re.sub(rb"(<!-- w:lang=[^>]*/)>", rb"\1 -->", xml)


def _typed(kind: str) -> bytes:
    return replaced("[Content_Types].xml", "wordprocessingml.document.main+xml", kind)


BROKEN = {
    "no zip": (b"PK\x03\x04 and nothing more", "not a whole Word file"),
    "a text": (b"template", "not a whole Word file"),
    "old or locked": (b"\xd0\xcf\x11\xe0" + b"\0" * 600, "old .doc, or one with a password"),
    "no body": (changed(lambda parts: parts.pop("word/document.xml")), "not a whole Word file"),
    "no styles": (changed(lambda parts: parts.pop("word/styles.xml")), "not a whole Word file"),
    "no section": (replaced("word/document.xml", "w:sectPr", "w:p"), "not a whole Word file"),
    "no sheet": (replaced("word/document.xml", "w:pgSz", "w:vAlign"), "not a whole Word file"),
    "cut": (replaced("word/document.xml", "</w:document>", ""), "not a whole Word file"),
    "dotx": (_typed("wordprocessingml.template.main+xml"), "a template (.dotx)"),
    "docm": (changed(lambda parts: parts.update({"word/vbaProject.bin": b"x"})), "one with macros"),
    "doctype": (
        replaced("word/styles.xml", "<w:styles ", '<!DOCTYPE w:styles [<!ENTITY a "b">]><w:styles '),
        "word/styles.xml defines a document type",
    ),
    "a bomb": (
        changed(lambda parts: parts.update({"word/media/a.png": b"\0" * (65 << 20)})),
        "unpacks to more than 64 MB",
    ),
    "tracked changes": (replaced("word/header1.xml", "<w:r>", '<w:ins w:id="1"/><w:r>'), "has tracked changes"),
    "comments": (
        replaced("word/document.xml", "<w:r>", '<w:r><w:commentReference w:id="1"/></w:r><w:r>'),
        "has comments",
    ),
    "a linked picture": (
        changed(
            lambda parts: parts.update(
                {
                    "word/_rels/header1.xml.rels": b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
                    b'relationships"><Relationship Id="rId1" Type="http://x/image" Target="https://example.org/a.png" '
                    b'TargetMode="External"/></Relationships>'
                }
            )
        ),
        "takes something from elsewhere (https://example.org/a.png)",
    ),
}


@pytest.mark.parametrize("name", BROKEN)
def test_what_cannot_be_a_template_gets_one_clear_message(name: str) -> None:
    data, message = BROKEN[name]
    with pytest.raises(YubeiError, match=re.escape(message)) as raised:
        built(data)
    assert raised.value.path == "house.docx"


def test_the_indent_and_the_alignment_of_the_offices_normal_are_not_those_of_our_styles() -> None:
    """首行缩进 2 字符 in Normal is what many offices have; in a cell it broke numbers in two."""

    def edit(parts: dict[str, bytes]) -> None:
        styles = etree.fromstring(parts["word/styles.xml"])
        for style in styles.findall(f"{W}style"):
            if style.get(f"{W}styleId") == "Normal":
                style.append(
                    etree.fromstring(
                        f'<w:pPr xmlns:w="{W[1:-1]}"><w:ind w:firstLineChars="200"/><w:jc w:val="center"/></w:pPr>'
                    )
                )
            elif style.get(f"{W}styleId") in ("English", "TableCell", "ParagraphNumber", "TOC1", "TitleLong"):
                styles.remove(style)
        parts["word/styles.xml"] = etree.tostring(styles)

    data = built(changed(edit))
    styles = {
        style.get(f"{W}styleId"): style.find(f"{W}pPr") for style in part(data, "word/styles.xml").iter(f"{W}style")
    }
    for name in ("English", "TableCell", "ParagraphNumber", "TOC1"):
        properties = styles[name]
        assert properties is not None
        assert properties.find(f"{W}ind").get(f"{W}firstLineChars") == "0"  # type: ignore[union-attr]
        assert properties.find(f"{W}jc").get(f"{W}val") == "left"  # type: ignore[union-attr]
    title = styles["TitleLong"]
    assert title is not None
    assert title.find(f"{W}jc") is None, "it stands as the office's Title does"
    assert lint(data) == []
