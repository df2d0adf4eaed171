"""Word files: sound, readable by others to the last character, the same each time."""

from __future__ import annotations

import re
import shutil
import subprocess
import zipfile
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import docx as python_docx
import pytest
from briefings import briefing, plain, png, term
from conftest import cases
from docx_lint import W, lint
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from yubei_pub.document import Block, BlockKind, Mark, MarkKind
from yubei_pub.glossary import Citation
from yubei_pub.model import Briefing, Passage, State
from yubei_pub.settings import Style
from yubei_pub.word import template
from yubei_pub.writers import docx

CASES = cases("docx")

ZH = """# 更智慧的城市

7月10日，“新使命”发布会举行……

## 城市建设 更智慧

中心接入44类35.6万余个**感知设备**[^1]。

![各类感知设备数量。制图：本项目](图 1.png)

- 一张*清单*

> 要有耐心。

### 身边的公园

=| 区 | 数量 |

| 渝北 | 300 |

居民都说好。
"""
EN = """# A smarter city

On July 10, the “New Mission” press conference was held…

## Smarter building

The center connects 356,000 **sensing devices**[^1] ([site](https://example.org/a b?x=1&y=2)).

![Sensing devices by category. Chart: this project](图 1.png)

- One *list*

> Patience is needed.

### Parks close at hand

=| District | Number |

| Yubei | 300 |

Residents like them.
"""
CITED = Citation("A page", "iChongqing", "2024-04-09", "https://example.org/a?b=1&c=2")


def sample(**changes: object) -> Briefing:
    """A briefing with one of everything."""
    known: dict[str, object] = {
        "front": {
            "date": "2024-07-10",
            "publisher": "示例新闻网",
            "place": "重庆",
            "rights": "版权所有。",
            "url": "https://example.org/x",
        },
        "en_front": {"place": "Chongqing", "translators": "A. Translator"},
        "states": {"s2": State.UNREVIEWED},
        "pictures": [png("图 1.png", 60, 20)],
        "terms": [term("感知设备", "sensing devices", "approved", CITED), term("清单", "Lists")],
        "notes": {"1": "A note by the translator."},
    }
    return briefing(ZH, EN, **(known | changes))  # type: ignore[arg-type]


def write(*briefings: Briefing, **style: object) -> bytes:
    return docx.write(briefings, Style(**style))  # type: ignore[arg-type]


def part(data: bytes, name: str = "word/document.xml") -> etree._Element:
    with zipfile.ZipFile(BytesIO(data)) as package:
        return etree.fromstring(package.read(name))


def words(element: etree._Element) -> str:
    """The text of an element; tabs and line breaks as such."""
    names = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}noBreakHyphen": "-"}
    found = element.iter(f"{W}t", *names)
    return "".join(names.get(str(e.tag), e.text or "") for e in found if e.getparent().tag == f"{W}r")  # type: ignore[union-attr]


def rows(data: bytes, caption: str = "paragraph") -> list[list[str]]:
    """The cells of the parallel tables and of those in the text, read by python-docx."""
    document = python_docx.Document(BytesIO(data))
    tables = [t for t in document.tables if t.style is not None and t.style.style_id in ("Parallel", "TextTable")]
    return [[words(cell._tc) for cell in row.cells] for table in tables for row in table.rows]


def described(data: bytes) -> list[str]:
    """The body, a line a paragraph or row: style or |, then the text with marks of what surrounds it."""
    lines = []
    for element in part(data)[0]:
        if element.tag == f"{W}p":
            style = element.find(f"{W}pPr/{W}pStyle")
            name = style.get(f"{W}val") if style is not None else ""
            lines.append(f"{name}: {words(element)}".replace("\t", " ⇥ ").rstrip())
        elif element.tag == f"{W}tbl":
            for row in element.findall(f"{W}tr"):
                lines.append("| " + " | ".join(words(c).replace("\t", " ⇥ ") for c in row.findall(f"{W}tc")))
    return lines


@pytest.mark.parametrize("path", CASES, ids=lambda p: p.stem)
def test_case(path: Path) -> None:
    """zh, `===`, en; below `---` the body between title block and colophon.  The name may begin with a layout."""
    given, expected = path.read_text(encoding="utf-8").split("\n---\n")
    zh, en = given.split("\n===\n")
    made = briefing(zh, en, states={"s1": State.UNREVIEWED}, terms=[term("感知设备", "sensing devices")])
    layout = path.stem.partition("-")[0]
    data = write(made, layout=layout if layout in docx.LAYOUTS else "parallel")
    lines = described(data)
    start, end = lines.index("TitleRule:") + 1, next(i for i, x in enumerate(lines) if x.startswith("Colophon"))
    assert "\n".join(lines[start:end]) == expected.strip()
    assert lint(data) == []


@pytest.mark.parametrize("order", ["en-zh", "zh-en"])
@pytest.mark.parametrize("layout", docx.LAYOUTS)
@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_sound(order: str, layout: str, paper: str) -> None:
    made = write(sample(), sample(id="other"), order=order, layout=layout, paper=paper, contents="always")
    assert lint(made) == []


# What is planted in a sound file, in its first place: a part, what stands there, what shall, and what is said of it.
DOCUMENT, LINKS, CORE = "word/document.xml", "word/_rels/document.xml.rels", "docProps/core.xml"
FAULTS = [
    (DOCUMENT, 'w:pStyle w:val="Kicker"', 'w:pStyle w:val="None"', "the style None is missing"),
    (DOCUMENT, 'w:lang w:val="en-US"', 'w:lang w:val="English"', "'English' is no language tag"),
    (DOCUMENT, ' descr="[^"]*"', "", "a picture without alternative text"),
    (DOCUMENT, "</w:p></w:tc>", "</w:p><w:tbl/></w:tc>", "a cell does not end with a paragraph"),
    (
        DOCUMENT,
        "</w:tr>",
        "<w:tc><w:p/></w:tc></w:tr>",
        "a row with another number of cells than its table has columns",
    ),
    (DOCUMENT, "(?s)<w:tr>.*?</w:tbl>", "</w:tbl>", "a table without rows"),
    (DOCUMENT, "<w:tblCaption [^>]*>", "", "a table without a caption for screen readers"),
    (DOCUMENT, "</w:tbl>", "</w:tbl><w:tbl/>", "two tables touch: Word makes one of them"),
    (DOCUMENT, 'w:fldCharType="begin"', 'w:fldCharType="end"', "a field ends that never began"),
    (DOCUMENT, '<w:fldChar w:fldCharType="end"/>', "", "a field is not closed"),
    (DOCUMENT, "(<w:fldChar [^>]*>)", r"\1\1", "a whole field in one run: WPS hides it"),
    (DOCUMENT, "(<w:pStyle [^>]*>)", r"\1\1", "says something twice"),
    (DOCUMENT, 'r:embed="rId', 'r:embed="rNo', "the relationship rNo8 is missing"),
    (LINKS, 'Target="media/', 'Target="other/', "is missing"),
    (DOCUMENT, "(?s)(<w:drawing>.*?</w:drawing>)", r"\1\1", "two pictures share an id"),
    (DOCUMENT, "<w:footnoteReference [^>]*>", "", "footnotes and their marks do not match"),
    (DOCUMENT, 'w:name="_Toc000002"', 'w:name="_Toc000001"', "two bookmarks share a name or an id"),
    (DOCUMENT, "<w:bookmarkEnd [^>]*>", "", "a bookmark does not end"),
    (DOCUMENT, 'w:name="_Toc000001"', f'w:name="{"a" * 41}"', "is longer than 40 characters"),
    (DOCUMENT, "PAGEREF _Toc000001", "PAGEREF _Toc", "no bookmark _Toc"),
    (DOCUMENT, 'w:anchor="_Toc000001"', 'w:anchor="_Toc"', "no bookmark _Toc"),
    (CORE, "<dc:title>.*</dc:title>", "", "the core property title is empty"),
    (CORE, "(<dc:title>.*</dc:title>)", r"\1\1", "a core property is there twice"),
    (CORE, "<dc:title>", f"<dc:title>{'a' * 255}", "a core property is longer than 255 characters"),
]


@pytest.mark.parametrize(("name", "old", "new", "said"), FAULTS)
def test_a_fault_that_is_planted_is_told(name: str, old: str, new: str, said: str) -> None:
    file = BytesIO()
    with zipfile.ZipFile(BytesIO(write(sample(), contents="always"))) as sound, zipfile.ZipFile(file, "w") as planted:
        for each in sound.namelist():
            text = sound.read(each)
            planted.writestr(each, re.sub(old, new, text.decode(), count=1) if each == name else text)
    assert any(said in fault for fault in lint(file.getvalue()))


def test_same_bytes_and_no_date_of_today() -> None:
    data = write(sample())
    assert data == write(sample())
    with zipfile.ZipFile(BytesIO(data)) as package:
        assert {i.date_time for i in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {(i.create_system, i.external_attr) for i in package.infolist()} == {(0, 0o600 << 16)}
        assert package.namelist()[0] == "[Content_Types].xml"
    assert python_docx.Document(BytesIO(data)).core_properties.created.isoformat()[:10] == "2024-07-10"


def test_python_docx_reads_every_character_of_both_texts() -> None:
    made = sample()
    data = write(made)
    text = words(part(data))
    for document in (made.source, made.target):
        for each in document.blocks() if document else ():
            for cell in each.text.text.split("\t"):
                assert cell in text
    for passage in (p for section in made.sections for p in section.passages if p.number):
        row = next(r for r in rows(data) if r[0] == str(passage.number))
        cells = [cell for each in (passage.target, passage.source) for cell in each[0].text.text.split("\t")]
        assert len(row) == 1 + len(cells)
        assert all(cell in beside for cell, beside in zip(cells, row[1:], strict=True))


def test_order_is_a_setting() -> None:
    assert rows(write(sample()))[1][1].startswith("On July 10")
    assert rows(write(sample(), order="zh-en"))[1][1].startswith("7月10日")


def test_headings_stand_outside_tables() -> None:
    document = python_docx.Document(BytesIO(write(sample())))
    assert [p.text for p in document.paragraphs if p.style and p.style.name == "Heading 1"] == [
        "Smarter building\t城市建设 更智慧",
        "Terms\t术语",
    ]
    tree = part(write(sample()))
    assert not [p for p in tree.iterfind(f".//{W}tc//{W}pStyle") if "Heading" in str(p.get(f"{W}val"))]


def test_draft_is_said_in_header_and_at_the_heading_and_only_there() -> None:
    data = write(sample())
    assert words(part(data, "word/header1.xml")) == "A smarter city\t10 July 2024\tDRAFT: 1 of 3 sections not reviewed"
    assert "Parks close at hand \xa0NOT\xa0REVIEWED\xa0 ⇥ 身边的公园" in "\n".join(described(data))
    clean = write(sample(states={}))
    assert "DRAFT" not in words(part(clean, "word/header1.xml"))
    assert "REVIEWED" not in words(part(clean))


def test_footer_has_versions_and_real_page_fields() -> None:
    footer = part(write(sample()), "word/footer2.xml")
    assert words(footer) == "text 3f9a2c · glossary 91bc00\tPage 1 of 1"
    assert [e.text for e in footer.iter(f"{W}instrText")] == [" PAGE ", " NUMPAGES "]


def test_every_run_of_text_names_its_languages() -> None:
    made = sample(en_front={"language": "en-GB"})
    for run in part(write(made)).iter(f"{W}r"):
        if run.find(f"{W}t") is None:
            continue
        language = run.find(f"{W}rPr/{W}lang")
        assert language is not None
        assert (language.get(f"{W}val"), language.get(f"{W}eastAsia")) == ("en-GB", "zh-CN")


def test_quotation_marks_go_to_the_font_of_their_language() -> None:
    hinted = {True: "", False: ""}
    for run in part(write(sample())).iter(f"{W}r"):
        fonts = run.find(f"{W}rPr/{W}rFonts")
        hinted[fonts is not None and fonts.get(f"{W}hint") == "eastAsia"] += words(run)
    assert "“新使命”" in hinted[True]
    assert "“New Mission”" in hinted[False]


def test_chinese_is_never_slanted_or_bold() -> None:
    made = briefing(
        "# 题\n\n这是**重点**和*着重*，[**链**](https://example.org)。", "# T\n\nThis is **bold**, *slanted*."
    )
    data = write(made)
    styles = {s.get(f"{W}styleId"): s for s in part(data, "word/styles.xml").iter(f"{W}style")}
    for run in part(data).iter(f"{W}r"):
        if not re.search("[\u4e00-\u9fff]", words(run)):
            continue
        style = run.find(f"{W}rPr/{W}rStyle")
        for found in (run, styles[style.get(f"{W}val")] if style is not None else run):
            assert found.find(f".//{W}i") is None
            bold = found.find(f".//{W}b")
            assert bold is None or bold.get(f"{W}val") == "0"
    assert part(data, "word/styles.xml").find(f".//{W}em") is not None


def test_marks_may_lie_on_one_another() -> None:
    text = plain(
        "bold both link", BlockKind.PARAGRAPH, *(Mark(*m) for m in ((0, 9, MarkKind.STRONG), (5, 9, MarkKind.EMPHASIS)))
    )
    made = with_blocks(text, plain("文"))
    found = {words(r): r for r in part(write(made)).iter(f"{W}r")}
    assert found["both"].find(f"{W}rPr/{W}i") is not None
    assert found["both"].find(f"{W}rPr/{W}rStyle").get(f"{W}val") == "Strong"  # type: ignore[union-attr]
    assert found["bold "].find(f"{W}rPr/{W}i") is None


def with_blocks(target: Block, source: Block) -> Briefing:
    """A briefing of one passage of two given blocks."""
    made = briefing("# 题\n\n文", "# T\n\nText")
    section = replace(made.sections[0], passages=(Passage(1, (source,), (target,), ()),))
    return replace(made, sections=(section,))


def test_picture_once_with_alternative_text_in_both_languages() -> None:
    data = write(sample())
    inlines = part(data).findall(".//{*}inline")
    assert [i.find("{*}docPr").get("descr") for i in inlines] == [  # type: ignore[union-attr]
        "Sensing devices by category. Chart: this project 各类感知设备数量。制图：本项目"
    ]
    with zipfile.ZipFile(BytesIO(data)) as package:
        assert [n for n in package.namelist() if "media" in n]


def test_a_picture_without_a_caption_says_so_to_who_does_not_see_it() -> None:
    data = write(briefing("# 题\n\n![](图 1.png)", "# T\n\n![](图 1.png)", pictures=[png("图 1.png", 9, 9)]))
    assert lint(data) == []
    assert [d.get("descr") for d in part(data).iter("{*}docPr")] == ["Picture without a caption"]


@pytest.mark.parametrize(("width", "height"), [(5000, 100), (100, 5000), (1, 1), (3000, 3000)])
def test_picture_keeps_its_proportions_and_the_page(width: int, height: int) -> None:
    extent = part(write(sample(pictures=[png("图 1.png", width, height)]))).find(".//{*}extent")
    assert extent is not None
    cx, cy = int(extent.get("cx", "")), int(extent.get("cy", ""))
    assert 0 < cx <= 8672 * 635
    assert 0 < cy <= 16838 * 635 * 0.6
    assert abs(cx / cy - width / height) <= width / height * 0.01 or min(width, height) <= 100


def test_a_picture_is_kept_with_its_caption_and_with_nothing_else() -> None:
    """Pictures without captions were kept with the next: a row higher than a page, and the last lost its own."""
    zh, en = (f"# {title}\n\n![](图 1.png)\n\n![{title}](图 1.png)" for title in ("题", "T"))
    made = briefing(zh, en, pictures=[png("图 1.png", 300, 100)])
    found = [p for p in part(write(made)).iter(f"{W}p") if p.find(f"{W}pPr/{W}pStyle[@{W}val='Figure']") is not None]
    kept = [p.find(f"{W}pPr/{W}keepNext") for p in found]  # where it says nothing, the style says that it is kept
    assert [None if each is None else each.get(f"{W}val") for each in kept] == ["0", None]


@pytest.mark.parametrize("layout", ["parallel", "stacked", "english"])
def test_what_does_not_fit_of_a_line_of_verse_goes_on_further_in(layout: str) -> None:
    """Its end looked like a line of its own; behind w:br a line begins where the others go on."""
    verse = "> A *cloud* goes off,\\\nnever tired.\\\n\\\nThere is only the mountain."
    made = briefing("# 题\n\n> 一行。", f"# T\n\n{verse}\n\nText.")
    quoted = [p for p in part(write(made, layout=layout)).iter(f"{W}p") if _styled(p) == "EnglishQuotation"]
    said = ["".join(t.text or "" for t in p.iter(f"{W}t")) for p in quoted]
    assert [words.removeprefix("1") for words in said] == [
        "A cloud goes off,",
        "never tired.",
        "",
        "There is only the mountain.",
    ]
    indents = [p.find(f"{W}pPr/{W}ind").attrib for p in quoted]  # type: ignore[union-attr]
    assert len({tuple(indent.items()) for indent in indents}) == 1
    assert int(indents[0][f"{W}hanging"]) > 0
    spaces = [p.find(f"{W}pPr/{W}spacing[@{W}after='0']") is not None for p in quoted]
    assert spaces == [True, True, True, False]


def _styled(paragraph: etree._Element) -> str:
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    return "" if style is None else str(style.get(f"{W}val"))


@pytest.mark.parametrize(("title", "kept"), [("Table 1 (km)", True), ("As follows:", True), ("This is all.", False)])
@pytest.mark.parametrize("layout", ["parallel", "stacked", "english"])
def test_the_title_of_a_table_is_kept_with_it(layout: str, title: str, kept: bool) -> None:
    zh = "# 题\n\n文。\n\n表\n\n=| 河段 | 长度 |\n\n| 上游 | 4504 |"
    en = f"# T\n\nText.\n\n{title}\n\n=| Section | Length |\n\n| Upper | 4,504 |"
    body = part(write(briefing(zh, en), layout=layout))
    those = [*body.iter(f"{W}p")]
    said = ["".join(t.text or "" for t in p.iter(f"{W}t")) for p in those]
    begins, ends = (
        said.index(title if layout == "parallel" else f"2{title}"),
        said.index("3"),
    )  # the header row's number
    keeps = [p.find(f"{W}pPr/{W}keepNext") is not None for p in those[begins:ends]]
    assert keeps[-1] is kept
    assert keeps[0] is kept or layout == "stacked"  # where both languages of a paragraph are kept together anyway


@pytest.mark.parametrize("wide", [900, 1600])
@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_two_upright_or_square_pictures_stand_on_a_page_with_their_captions(paper: str, wide: int) -> None:
    page = template.office(paper).page
    extent = part(write(sample(pictures=[png("图 1.png", wide, 1600)]), paper=paper)).find(".//{*}extent")
    height = int(extent.get("cy", "")) / 635  # type: ignore[union-attr]
    around, second_line = 100 + 80 + 240 + 100, 240  # twips of the styles Figure and Caption
    assert 2 * (height + around) - 100 + second_line <= page.height - page.top - page.bottom


@pytest.mark.parametrize(("count", "left"), [(20, False), (60, True)])
def test_what_takes_two_lines_begins_at_the_left(count: int, left: bool) -> None:
    """A second heading or caption of one line stands at the right; lines that begin anywhere are hard to read."""
    zh = f"# 题\n\n## {'很' * count}\n\n![{'长' * count}](a.png)"
    en = f"# T\n\n## {'Word ' * 20}\n\n![{'Word ' * 25}](a.png)"
    data = write(briefing(zh, en, states={"s1": State.REVIEWED}))
    styled = {p.find(f"{W}pPr/{W}pStyle").get(f"{W}val"): p for p in part(data).iter(f"{W}p")}  # type: ignore[union-attr]
    of_each = [styled[name].find(f"{W}pPr") for name in ("SecondHeading1", "CaptionBelow")]
    at_left = [each.find(f"{W}jc") is not None and each.find(f"{W}tabs") is None for each in of_each]  # type: ignore[union-attr]
    assert at_left == [left, left]


def test_captions_end_where_their_picture_does() -> None:
    """The second one of a small picture stood at the edge of the page, far from it."""

    def under(width: int) -> list[tuple[str, str]]:
        data = write(briefing("# 题\n\n![图](a.png)", "# T\n\n![Picture](a.png)", pictures=[png("a.png", width, 40)]))
        of_page = [p for p in part(data).iter(f"{W}p") if "Caption" in str(p.find(f"{W}pPr/{W}pStyle").get(f"{W}val"))]  # type: ignore[union-attr]
        stops = [p.find(f"{W}pPr/{W}tabs/{W}tab") for p in of_page]
        return [(words(p), "" if s is None else str(s.get(f"{W}pos"))) for p, s in zip(of_page, stops, strict=True)]

    assert under(200) == [("Picture\t图", str(740 + 4000))]
    assert under(40) == [("Picture", ""), ("图", "")]


def test_missing_picture_is_named_and_its_caption_printed() -> None:
    lines = described(write(sample(pictures=[])))
    at = lines.index("MissingPicture: Picture missing: 图 1.png")
    assert lines[at + 1].startswith("Caption: Sensing devices by category.")


def test_untranslated_passages_say_so() -> None:
    made = briefing(ZH, states={"lead": State.MISSING, "s1": State.MISSING, "s2": State.MISSING})
    assert [row[1] for row in rows(write(made)) if row[0] == "1"] == ["[Not translated]"]
    assert lint(write(made)) == []
    assert "NOT\xa0TRANSLATED" in words(part(write(made)))


def test_notes_are_footnotes_and_links_can_be_followed() -> None:
    data = write(sample())
    assert "A note by the translator." in words(part(data, "word/footnotes.xml"))
    targets = [r.get("Target") for r in part(data, "word/_rels/document.xml.rels") if r.get("TargetMode")]
    assert "https://example.org/a%20b?x=1&y=2" in targets


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert",
        "javascript://x/%0aalert",
        "http://[bad",
        "file:///etc/passwd",
        "http://",
        "https://a b/c",
        "x",
        "http://a:b:c",
    ],
)
def test_an_address_that_cannot_be_followed_is_text(url: str) -> None:
    made = briefing("# 题\n\n文", f"# T\n\nSee [here]({url}).")
    assert part(write(made)).find(f".//{W}hyperlink") is None
    assert "See here." in words(part(write(made)))


@pytest.mark.parametrize(
    ("zh", "en", "whole"),
    [
        ("短。", "Short.", True),
        ("长。" * 160, "Eighteen lines of English. " * 29, True),
        ("长。" * 230, "Short.", False),
        ("短。", "Lines and lines of English. " * 40, False),
        ("一\\\n" * 20 + "二", "Short.", False),
    ],
)
def test_pages_break_between_rows_and_in_none_but_long_ones(zh: str, en: str, whole: bool) -> None:
    data = write(briefing(f"# 题\n\n{zh}", f"# T\n\n{en}"))
    row = part(data).findall(f"{W}body/{W}tbl")[-1][-1]
    assert (row.find(f"{W}trPr/{W}cantSplit") is not None) == whole


def test_a_table_in_the_text_stays_clear_of_the_other_column() -> None:
    """Its rules are of one height in both languages because they are those of one table."""
    tables = list(part(write(sample(), order="zh-en")).iter(f"{W}tbl"))
    beside, text = (next(t for t in tables if _style(t) == style) for style in ("Parallel", "TextTable"))
    left = [_width(cell) for cell in beside.iterfind(f"{W}tr[1]/{W}tc")]
    for row in text.iterfind(f"{W}tr"):
        cells = list(row.iterfind(f"{W}tc"))
        clear = [cell.find(f"{W}tcPr/{W}tcMar/{W}right") is not None for cell in cells]
        assert clear == [False, False, True, False, False]
        assert abs(sum(map(_width, cells[:3])) - sum(left[:2])) < len(cells)
    assert text.find(f"{W}tr/{W}trPr/{W}tblHeader") is not None


def _style(table: etree._Element) -> str:
    return table.find(f"{W}tblPr/{W}tblStyle").get(f"{W}val", "")  # type: ignore[union-attr]


def _width(cell: etree._Element) -> int:
    return int(cell.find(f"{W}tcPr/{W}tcW").get(f"{W}w", ""))  # type: ignore[union-attr]


def test_a_row_of_a_table_beside_a_paragraph_is_a_table_of_one_row() -> None:
    data = write(briefing("# 题\n\n| 长寿 | 500 |", "# T\n\nChangshou has 500."))
    assert lint(data) == []
    tables = part(data).iter(f"{W}tbl")
    assert ["长寿", "500"] in [[words(cell) for cell in table.iter(f"{W}tc")] for table in tables]


@pytest.mark.parametrize("order", ["en-zh", "zh-en"])
def test_footnotes_stand_in_the_order_of_their_marks(order: str) -> None:
    """LibreOffice takes them from footnotes.xml one after the other, whatever their ids say."""
    made = briefing(
        "# 题[^a]\n\n文[^b]，[^a]又[^c]。\n\n## 节[^d]\n\n![图[^e]](a.png)",
        "# T[^a]\n\nText[^b], [^c].\n\n## S[^d]\n\n![F[^e]](a.png)",
        notes={label: f"note {label}" for label in "edcba"},
    )
    data = write(made, order=order)
    marks = [m.get(f"{W}id") for m in part(data).iter(f"{W}footnoteReference")]
    notes = [n.get(f"{W}id") for n in part(data, "word/footnotes.xml").iter(f"{W}footnote")]
    assert marks == notes[2:] == [str(number) for number in range(1, 11)]


def test_notes_that_nothing_refers_to_are_printed() -> None:
    made = briefing("# 题\n\n文[^1]", "# T\n\nText", notes={"1": "Met.", "2": "Lost."})
    lines = described(write(made))
    at = lines.index("ColophonFirst: Notes that nothing refers to 未被引用的注释")
    assert lines[at + 1 : at + 4] == [
        "Colophon: [^1] Met.",  # of the English, where nothing refers to it
        "Colophon: [^2] Lost.",
        "Colophon: [^2] Lost.",
    ]
    assert lint(write(made)) == []
    assert "nothing refers to" not in words(part(write(sample())))


def test_chinese_first_has_the_larger_titles_and_headings() -> None:
    lines = described(write(sample(), order="zh-en"))
    assert [line for line in lines if line.startswith(("Title:", "Subtitle", "Heading"))] == [
        "Title: 更智慧的城市",
        "Subtitle: A smarter city",
        "Heading1: 城市建设 更智慧 ⇥ Smarter building",
        "Heading2: 身边的公园 \xa0NOT\xa0REVIEWED\xa0 ⇥ Parks close at hand",
        "Heading1: 术语 ⇥ Terms",
    ]


def test_what_is_empty_is_not_translated() -> None:
    made = briefing(
        "# 题\n\n## 节\n\n![图](a.png)\n\n![](b.png)",
        "#  \n\n##  \n\n![](a.png)\n\n![](b.png)",
        states={"lead": State.MISSING, "s1": State.MISSING},
    )
    lines = described(write(made))
    assert [line for line in lines if line.startswith(("Title:", "Sub", "Heading", "Caption"))] == [
        "Title: 题 \xa0NOT\xa0TRANSLATED",
        "Heading1: 节 \xa0NOT\xa0TRANSLATED",
        "Caption: [Not translated] ⇥ 图",
    ]


@pytest.mark.parametrize("states", [{"lead": State.STALE}, {"lead": State.STALE, "s1": State.MISSING}])
def test_a_long_warning_takes_the_place_of_the_date(states: dict[str, State]) -> None:
    title = "A briefing whose title alone would fill the whole of a running header and more"
    made = briefing(
        "# 题\n\n## 甲\n\n## 乙",
        f"# {title}\n\n## A\n\n## B",
        front={"date": "2024-07-10"},
        states={"s2": State.UNREVIEWED, **states},
    )
    header = words(part(write(made), "word/header1.xml"))
    title, *rest = header.split("\t")
    if len(states) == 1:
        assert title == "A briefing whose title alone would fill the…"
        assert rest == ["10 July 2024", "DRAFT: 1 of 3 sections not reviewed, 1 stale"]
    else:
        assert title == "A briefing whose title alone… · 10 July 2024"
        assert rest == ["DRAFT: 1 of 3 sections not reviewed, 1 stale, 1 not translated"]


@pytest.mark.parametrize(
    ("english", "expected"),
    [
        ("Short", ["Heading1: Short \xa0STALE\xa0 ⇥ 节"]),
        ("Word " * 8 + "words", ["Heading1: " + "Word " * 8 + "words", "SecondHeading1: \xa0STALE\xa0 ⇥ 节"]),
        ("Word " * 16 + "words", ["Heading1: " + "Word " * 16 + "words \xa0STALE", "SecondHeading1: 节"]),
        ("", ["Heading1: 节 \xa0STALE"]),
    ],
)
def test_the_mark_of_a_draft_is_never_broken(english: str, expected: list[str]) -> None:
    made = briefing("# 题\n\n## 节", f"# T\n\n## {english or ' '}", states={"s1": State.STALE})
    lines = described(write(made))
    assert [line for line in lines if "Heading" in line] == expected


def test_the_mark_of_a_draft_stands_behind_the_last_title_that_has_room_for_it() -> None:
    title = "A three-year plan for modernizing governance at the primary level"
    for order, marked in (("en-zh", "Subtitle"), ("zh-en", "Title")):
        made = briefing("# 三年计划", f"# {title}", states={"lead": State.STALE})
        (line,) = [line for line in described(write(made, order=order)) if "STALE" in line]
        assert line.startswith(marked)


def test_header_row_repeats_and_names_the_columns() -> None:
    for table in part(write(sample())).iter(f"{W}tbl"):
        style = table.find(f"{W}tblPr/{W}tblStyle")
        if style is not None and style.get(f"{W}val") in ("Parallel", "Terms"):
            assert table.find(f"{W}tr/{W}trPr/{W}tblHeader") is not None
    assert rows(write(sample()))[0] == ["¶", "English", "中文"]


def test_terms_cite_their_source_with_a_date_in_one_piece() -> None:
    lines = described(write(sample()))
    assert "| sensing devices | 感知设备 | 2 | approved | iChongqing, 2024-04-09" in lines
    assert len(part(write(sample())).findall(f".//{W}hyperlink//{W}noBreakHyphen")) == 2


def test_core_properties() -> None:
    core = python_docx.Document(BytesIO(write(sample()))).core_properties
    assert (core.title, core.language, core.author) == ("A smarter city", "en-US", "示例新闻网")
    long = briefing(f"# {'长' * 400}\n\n文", f"# {'Long ' * 100}\n\nText", front={"publisher": "社" * 300})
    assert lint(write(long)) == []
    assert len(python_docx.Document(BytesIO(write(long))).core_properties.title) == 255


def test_a_bad_language_or_date_does_no_harm() -> None:
    made = briefing("# 题\n\n文", "# T\n\nx", front={"date": "2024年13月40日"}, en_front={"language": 'English "US"'})
    assert lint(write(made)) == []
    assert "2024年13月40日" in words(part(write(made)))


def test_the_colophon_says_where_the_text_comes_from() -> None:
    text = words(part(write(sample())))
    assert "版权所有。" in text
    assert "1,234 characters as on the page, 567 repaired, 0 by an editor" in text
    assert "Not reviewed: Parks close at hand." in text
    assert "SHA-256 5f0c5f0c5f0c…" in text


def printed(data: bytes, folder: Path) -> str:
    """The pages as LibreOffice prints them, as text."""
    if not shutil.which("soffice") or not shutil.which("pdftotext"):
        pytest.skip("LibreOffice and poppler are not both installed: nothing prints the pages")
    (folder / "a.docx").write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run([*command, str(folder / "a.docx")], check=True, capture_output=True, timeout=120)
    read = ["pdftotext", "-layout", str(folder / "a.pdf"), "-"]
    return subprocess.run(read, check=True, capture_output=True, timeout=60).stdout.decode()


@pytest.mark.parametrize("order", ["en-zh", "zh-en"])
def test_libreoffice_prints_each_footnote_under_its_number(order: str, tmp_path: Path) -> None:
    made = briefing("# 题\n\n文[^1]。", "# T\n\nText[^1].", notes={"1": "?"})
    assert made.target is not None
    made = replace(
        made,
        source=replace(made.source, notes={"1": plain("汉语的注")}),
        target=replace(made.target, notes={"1": plain("The English note")}),
    )
    text = printed(write(made, order=order), tmp_path)
    marks = {"en": re.search(r"Text(\d)", text), "zh": re.search(r"文(\d)", text)}
    notes = {"en": re.search(r"(\d)\s*The English note", text), "zh": re.search(r"(\d)\s*汉语的注", text)}
    numbers = {order[:2]: "1", order[3:]: "2"}
    for found in (marks, notes):
        assert {language: match[1] for language, match in found.items() if match} == numbers


def test_libreoffice_does_not_stretch_a_line_before_a_break(tmp_path: Path) -> None:
    made = briefing("# 题\n\n普通段落。\\\n第二行很长，" + "长到需要换行，" * 9, "# T\n\nText.")
    assert "普通段落。" in printed(write(made), tmp_path)


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed: no second reader")
def test_libreoffice_reads_every_character_of_both_texts(tmp_path: Path) -> None:
    made = sample()
    (tmp_path / "a.docx").write_bytes(write(made))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir", str(tmp_path)]
    subprocess.run([*command, str(tmp_path / "a.docx")], check=True, capture_output=True, timeout=120)
    seen = re.sub(r"\s+", "", (tmp_path / "a.txt").read_text(encoding="utf-8-sig"))
    for document in (made.source, made.target):
        for each in document.blocks() if document else ():
            # Between text and the text behind a footnote LibreOffice writes the note's number.
            for stretch in re.split(r"\s+|(?<=感知设备)|(?<=sensing devices)", each.text.text):
                assert stretch in seen


@given(st.text(), st.text(), st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9), st.sampled_from(MarkKind))))
def test_any_text_comes_back(zh: str, en: str, marks: list[tuple[int, int, MarkKind]]) -> None:
    kept = [Mark(a, b, kind, "https://example.org") for a, b, kind in marks if kind is not MarkKind.NOTE]
    data = write(with_blocks(plain(en, BlockKind.PARAGRAPH, *kept), plain(zh)))
    assert lint(data) == []
    seen = [
        re.sub("\r\n?", "\n", re.sub("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "", t))
        for t in (en, zh)
    ]
    assert rows(data)[1] == ["1", *seen]
