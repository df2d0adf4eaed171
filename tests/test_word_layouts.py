"""The layouts of Word: the same texts under the same numbers, a contents list that leads somewhere."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from briefings import block, briefing, plain, png, term
from docx_lint import W, lint
from hypothesis import example, given
from hypothesis import strategies as st
from lxml import etree
from test_docx import described, part, sample, with_blocks, words, write

from yubei_pub.document import Block
from yubei_pub.model import Passage
from yubei_pub.project import Project
from yubei_pub.settings import Style
from yubei_pub.word import template
from yubei_pub.word.package import WordPackage
from yubei_pub.wording import matter, term_rows
from yubei_pub.writers import _word_blocks, _word_parallel, docx
from yubei_pub.writers._word_sheet import Sheet

# More sections than a reader finds without a list.
LONG_ZH = "# 题\n\n文。\n\n" + "\n\n".join(f"## 第{n}节\n\n第{n}段。" for n in "一二三四五六")
LONG_EN = "# T\n\nText.\n\n" + "\n\n".join(f"## Part {n}\n\nParagraph {n}." for n in range(1, 7))

R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


def paragraphs(data: bytes, style: str) -> list[etree._Element]:
    """The paragraphs of the body in a style."""
    return [p for p in part(data).iter(f"{W}p") if p.find(f"{W}pPr/{W}pStyle[@{W}val='{style}']") is not None]


@pytest.mark.parametrize("layout", docx.LAYOUTS)
@pytest.mark.parametrize("order", ["en-zh", "zh-en"])
def test_our_reader_gets_every_character_of_both_texts(layout: str, order: str) -> None:
    made = sample()
    seen = words(part(write(made, layout=layout, order=order)))
    for document in (made.source, made.target):
        for each in document.blocks() if document else ():
            assert all(cell in seen for cell in each.text.text.split("\t"))


@pytest.mark.parametrize("layout", docx.LAYOUTS)
def test_a_figure_is_shown_once_with_both_captions(layout: str) -> None:
    data = write(sample(pictures=[png("图 1.png", 600, 200)]), layout=layout)
    assert len(part(data).findall(".//{*}inline")) == 1
    captions = "".join(words(p) for p in paragraphs(data, "Caption"))
    assert captions == "Sensing devices by category. Chart: this project\t各类感知设备数量。制图：本项目"


@given(st.text() | st.text("长&<\n", min_size=400), st.text(), st.sampled_from(["en-zh", "zh-en"]))
@example("00000000", "0", "en-zh")  # a figure that Chinese is set around
def test_a_row_made_around_plain_paragraphs_is_the_row_made_of_elements(zh: str, en: str, order: str) -> None:
    made = with_blocks(plain(en), plain(zh))
    sheet = Sheet(WordPackage(template.office("a4")), made, Style(order=order))
    (passage,) = made.sections[0].passages
    quick = "".join(_word_parallel.Tables(sheet).plain(passage))
    whole = _word_parallel.row_of(sheet, passage)
    assert quick in ("", whole)
    if zh.isalnum() and en.isalnum() and len(zh + en) < 300 and not matter.has_long_word(zh):
        assert quick


def test_the_chinese_behind_the_english_begins_a_page() -> None:
    """So the English can be sent alone."""
    of_page = part(write(sample(), layout="english")).iter(f"{W}p")
    assert [words(p) for p in of_page if p.find(f"{W}pPr/{W}pageBreakBefore") is not None] == [
        "The Chinese text\t中文原文"
    ]


def test_stacked_has_one_number_for_both_languages() -> None:
    lines = described(write(sample(), layout="stacked"))
    at = lines.index("English: 1 ⇥ On July 10, the “New Mission” press conference was held…")
    assert lines[at + 1] == "Chinese: 7月10日，“新使命”发布会举行……"
    other = described(write(sample(), layout="stacked", order="zh-en"))
    at = other.index("Chinese: 1 ⇥ 7月10日，“新使命”发布会举行……")
    assert other[at + 1] == "English: On July 10, the “New Mission” press conference was held…"


def test_a_short_unit_stays_on_one_page_and_a_long_one_does_not() -> None:
    made = briefing("# 题\n\n短。\n\n" + "长。" * 300, "# T\n\nShort.\n\n" + "Long words. " * 60)
    short, long = paragraphs(write(made, layout="stacked"), "English")
    assert short.find(f"{W}pPr/{W}keepNext") is not None
    assert long.find(f"{W}pPr/{W}keepNext") is None


def test_a_number_hangs_before_all_lines_of_a_quotation_and_behind_its_rule() -> None:
    """Within the first line it would move that of a poem, in the margin the rule would stand on it."""
    made = briefing("# 题\n\n> 一行，\\\n二行。", "# T\n\n> One line,\\\nand two.")
    found = [
        p for name in ("English", "Chinese") for p in paragraphs(write(made, layout="stacked"), f"{name}Quotation")
    ]
    assert [words(p) for p in found] == ["1\tOne line,", "\tand two.", "\t一行，", "\t二行。"]
    indents = [dict(p.find(f"{W}pPr/{W}ind").attrib) for p in found]  # type: ignore[union-attr]
    assert indents == [indents[0]] * 4
    left, label = int(indents[0][f"{W}left"]), int(indents[0][f"{W}left"]) - int(indents[0][f"{W}hanging"])
    assert label > _word_blocks.NUMBER
    stops = [[t.get(f"{W}pos") for t in p.iter(f"{W}tab") if t.get(f"{W}pos")] for p in found]
    assert stops == [stops[0]] * 4
    assert label < int(stops[0][0] or 0) < left  # where all lines begin, and what does not fit of them goes on


@pytest.mark.parametrize("layout", docx.LAYOUTS)
@pytest.mark.parametrize("before", ["", "> ", "- "])
@pytest.mark.parametrize("long", ["https://example.org/a", "d41d8cd98f00b204e9800998ecf8427e", "32,054,159人"])
def test_an_address_or_a_long_word_does_not_pull_a_line_of_chinese_apart(layout: str, before: str, long: str) -> None:
    made = briefing(
        f"# 题\n\n{before}全文见 {long} 。\n\n文a，数据共123,456个。", f"# T\n\n{before}https://b.c\n\nText."
    )
    data = write(made, layout=layout)
    assert lint(data) == []
    ragged = [words(p) for p in part(data).iter(f"{W}p") if p.find(f"{W}pPr/{W}jc[@{W}val='left']") is not None]
    assert len(ragged) == 1
    assert "全文见" in ragged[0]


def test_headings_that_follow_one_another_keep_their_rules() -> None:
    """Of neighbours with the same borders Word prints the upper one's alone, if no `between` is said (17.3.1.5)."""
    styles = part(write(sample()), "word/styles.xml")
    borders = styles.find(f"{W}style[@{W}styleId='Heading1']/{W}pPr/{W}pBdr")
    assert borders is not None
    top, between = borders
    assert (top.tag, between.tag) == (f"{W}top", f"{W}between")
    assert top.attrib == between.attrib


@pytest.mark.parametrize("layout", docx.LAYOUTS)
def test_the_hundredth_item_has_room_for_its_number(layout: str) -> None:
    """In the room of 99. its point touched the text."""
    made = briefing("# 题\n\n99. 甲\n\n100. 乙", "# T\n\n99. A\n\n100. B")
    found = [p for p in paragraphs(write(made, layout=layout), "English") if words(p)[-1:] in "AB"]
    lefts = [int(p.find(f"{W}pPr/{W}ind").get(f"{W}left")) for p in found]  # type: ignore[union-attr,arg-type]
    assert lefts[1] - lefts[0] >= 100


@pytest.mark.parametrize("layout", docx.LAYOUTS)
def test_no_page_parts_what_leads_to_a_list_from_it(layout: str) -> None:
    zh = "# 题\n\n按下列次序：\n\n1. 春\n\n  - 讲课\n\n  - 参观\n\n2. 夏\n\n完。"
    en = "# T\n\nIn this order:\n\n1. Spring\n\n  - Lessons\n\n  - Visits\n\n2. Summer\n\nThe end."
    data = write(briefing(zh, en), layout=layout)
    assert lint(data) == []
    last = (
        ("按下列次序：", "春", "讲课", "参观", "夏", "完。")
        if layout == "stacked"
        else ("order:", "Spring", "Lessons", "Visits", "Summer", "end.")
    )
    found = [[p for p in part(data).iter(f"{W}p") if words(p).endswith(each)][-1] for each in last]
    kept = [p.find(f"{W}pPr/{W}keepNext") is not None for p in found]
    # The last one so that the colophon is not alone; in the layout `english` it stands behind the Chinese.
    assert kept == [True, True, False, False, False, layout != "english"]


@pytest.mark.parametrize(("zh", "en"), [("**小标题**", "**A title**"), ("问：去哪里？", "Q: Where to?")])
def test_no_page_parts_a_line_in_bold_or_a_question_from_what_follows(zh: str, en: str) -> None:
    made = briefing(f"# 题\n\n{zh}\n\n很远。\n\n完。", f"# T\n\n{en}\n\nFar away.\n\nThe end.")
    kept = [p.find(f"{W}pPr/{W}keepNext") is not None for p in paragraphs(write(made, layout="english"), "English")]
    assert kept == [True, False, False]


@pytest.mark.parametrize("layout", docx.LAYOUTS)
def test_items_in_items_begin_under_their_text_and_a_second_paragraph_has_no_sign(layout: str) -> None:
    def items(text: str) -> tuple[Block, ...]:
        of_two = (block(f"1. {text}"), block(f"  - {text}"))
        return (*of_two, *(each._replace(label="") for each in of_two[::-1]))

    made = briefing("# 题\n\n文", "# T\n\nText")
    section = replace(made.sections[0], passages=(Passage(1, items("文"), items("text"), ()),))
    data = write(replace(made, sections=(section,)), layout=layout)
    assert lint(data) == []
    for text, style in (("text", "English"), ("文", "Chinese")):
        found = [p for p in paragraphs(data, style) if words(p).endswith(text)]
        numbered = "1\t" * (layout != "parallel" and not (layout == "stacked" and style == "Chinese"))
        assert [words(p) for p in found] == [f"{numbered}1.\t{text}", f"•\t{text}", text, text]
        lefts = [int(p.find(f"{W}pPr/{W}ind").get(f"{W}left")) for p in found]  # type: ignore[union-attr,arg-type]
        assert [left - lefts[0] for left in lefts] == [0, 360, 360, 0]


def test_english_has_the_chinese_behind_it_under_the_same_numbers() -> None:
    lines = described(write(sample(), layout="english", order="zh-en"))
    split = lines.index("Heading1: The Chinese text ⇥ 中文原文")
    numbered = re.compile(r"(?:(?:English|Chinese)\w*: |\| )(\d+)(?: ⇥| \|)")
    first, second = ([int(n[1]) for x in half if (n := numbered.match(x))] for half in (lines[:split], lines[split:]))
    assert first == second == [1, 2, 3, 4, 5, 6, 7]
    assert not [line for line in lines[:split] if line.startswith("Chinese")]
    assert "Heading1: Smarter building" in lines[:split]
    assert "Heading2: 城市建设 更智慧" in lines[split:]


def test_footnotes_stand_in_the_order_of_their_marks_in_every_layout() -> None:
    made = briefing("# 题\n\n文[^a]。\n\n又[^b]。", "# T\n\nText[^a].\n\nMore[^b].", notes={"a": "A", "b": "B"})
    for layout in docx.LAYOUTS:
        data = write(made, layout=layout)
        marks = [m.get(f"{W}id") for m in part(data).iter(f"{W}footnoteReference")]
        assert marks == [n.get(f"{W}id") for n in part(data, "word/footnotes.xml").iter(f"{W}footnote")][2:]


def listed(data: bytes) -> list[tuple[str, str, str, str]]:
    """The contents list: level, words, page, and the words at the bookmark it leads to."""
    tree = part(data)
    marked = {b.get(f"{W}name"): words(b.getparent()) for b in tree.iter(f"{W}bookmarkStart")}  # type: ignore[arg-type]
    found = []
    for link in tree.iter(f"{W}hyperlink"):
        anchor = link.get(f"{W}anchor")
        if anchor:
            assert [i.text for i in link.iter(f"{W}instrText")] == [f" PAGEREF {anchor} \\h "]
            name, page = words(link).split("\t")
            style = link.getparent().find(f"{W}pPr/{W}pStyle")  # type: ignore[union-attr]
            found.append((str(style.get(f"{W}val")), name, page, marked[anchor]))  # type: ignore[union-attr]
    return found


@pytest.mark.parametrize("order", ["en-zh", "zh-en"])
def test_a_long_entry_of_the_contents_list_leaves_room_before_its_page(order: str) -> None:
    """A line that was filled touched the number."""
    zh, en = "关于推进城市更新、改造老旧小区的“三年行动”计划" * 2, "A plan for renewal, and for old compounds " * 4
    made = briefing(f"# 题\n\n## {zh}", f"# T\n\n## {en}")
    ((_, name, _, _),) = listed(write(made, contents="always", order=order))
    first, second = name.split("\n")
    widest = 44 if order == "zh-en" else 95  # characters of what is left of a line of 470 points
    assert widest - 15 < len(first) <= widest
    assert not second.startswith(tuple("”、"))
    assert (first + second if order == "zh-en" else f"{first} {second}") == (zh if order == "zh-en" else en.strip())


@pytest.mark.parametrize("layout", docx.LAYOUTS)
def test_the_contents_list_has_one_language_and_leads_to_the_headings(layout: str) -> None:
    made = sample()
    found = listed(write(made, layout=layout, contents="always"))
    original = [("TOC1", "The Chinese text", "2", "The Chinese text\t中文原文")] if layout == "english" else []
    second = {"Smarter building": "\t城市建设 更智慧", "Parks close at hand": " \xa0NOT\xa0REVIEWED\xa0\t身边的公园"}
    at = {name: name + ("" if layout == "english" else rest) for name, rest in second.items()}
    if layout == "english":
        at["Parks close at hand"] += " \xa0NOT\xa0REVIEWED\xa0"
    assert found == [
        *(("TOC1" if n == "Smarter building" else "TOC2", n, "1", at[n]) for n in at),
        *original,
        ("TOC1", "Terms", "1" if layout == "parallel" else "2", "Terms\t术语"),  # as LibreOffice has it
    ]


def test_the_contents_list_is_there_where_there_are_many_headings() -> None:
    assert len(listed(write(briefing(LONG_ZH, LONG_EN)))) == 6
    assert not listed(write(briefing(LONG_ZH, LONG_EN), contents="never"))
    assert not listed(write(sample()))
    assert listed(write(briefing(LONG_ZH, LONG_EN), order="zh-en"))[0][1] == "第一节"


def test_the_contents_list_can_be_made_anew_in_word_in_one_language() -> None:
    """The TOC field collects TC fields: the headings have both languages."""
    data = write(briefing(LONG_ZH, LONG_EN.replace("Part 1", 'A "part" \\ more')))
    told = [str(i.text) for i in part(data).iter(f"{W}instrText")]
    assert [i for i in told if i.startswith(" TOC")] == [r" TOC \f e \l 1-3 \h \z "]
    assert [i for i in told if i.startswith(" TC")][:2] == [
        r' TC "A \"part\" \\ more" \f e \l 1 ',
        r' TC "Part 2" \f e \l 1 ',
    ]
    assert part(data, "word/settings.xml").find(f"{W}updateFields") is None  # Word would ask the reader first


def test_the_pages_that_the_briefings_of_a_volume_share_name_none_of_them() -> None:
    data = write(sample(), briefing("# 另一份", "# Another", front={"date": "2024-07-12"}))
    targets = {r.get("Id"): r.get("Target") for r in part(data, "word/_rels/document.xml.rels")}
    headers = [
        words(part(data, f"word/{targets[reference.get(f'{R}id')]}")).split("\t")[0]
        for section in part(data).iter(f"{W}sectPr")
        for reference in section.iter(f"{W}headerReference")
    ]
    assert headers == ["Bilingual briefings", "A smarter city", "Another", "Bilingual briefings"]


@pytest.mark.parametrize("layout", docx.LAYOUTS)
def test_a_volume_has_one_contents_list_and_one_appendix_of_terms(layout: str) -> None:
    first, second = sample(id="first"), sample(id="second")
    data = write(first, second, layout=layout)
    found = listed(data)
    assert lint(data) == []
    assert [(level, name) for level, name, *_ in found if level == "TOC1"] == [
        ("TOC1", "1\u2002A smarter city"),
        ("TOC1", "2\u2002A smarter city"),
        ("TOC1", "Terms"),
    ]
    assert [page for _, name, page, _ in found if "city" in name or name == "Terms"] == (
        ["2", "4", "6"] if layout == "english" else ["2", "3", "4"]  # the Chinese begins a page
    )
    terms = [line for line in described(data) if line.startswith("| sensing devices")]
    assert terms == ["| sensing devices | 感知设备 | 1.2, 2.2 | approved | iChongqing, 2024-04-09"]
    assert described(data)[:3] == [
        *("Title: Bilingual briefings", "Subtitle: 双语通稿"),
        "| Date 日期 | 10 July 2024 | Publisher 发布 | 示例新闻网",
    ]
    assert described(write(first, second, layout=layout, volume=("Our week", "")))[:2] == [
        "Title: Our week",
        "| Date 日期 | 10 July 2024 | Publisher 发布 | 示例新闻网",
    ]
    assert [line for line in described(data) if line.startswith("Kicker")] == [
        f"Kicker: BILINGUAL BRIEFING {n}  双语通稿" for n in (1, 2)
    ]


def test_terms_can_be_sorted_by_pinyin() -> None:
    terms = [term("重庆", "Chongqing"), term("渝北", "Yubei"), term("清单", "Lists"), term("中心", "centre")]
    terms += [term("单位", "Units"), replace(term("单明", "Shan Ming"), kind="person")]
    made = briefing("# 题\n\n重庆渝北的清单和中心，单位和单明", "# T\n\nText", terms=terms)
    rows = [[row.term.zh for row in term_rows.rows_of([made], order)] for order in ("a-z", "pinyin")]
    assert rows == [
        ["中心", "重庆", "清单", "单明", "单位", "渝北"],
        ["重庆", "单位", "清单", "单明", "渝北", "中心"],
    ]
    table = [line for line in described(write(made, terms="pinyin")) if line.startswith("| ") and "proposed" in line]
    assert [line.split(" | ")[1] for line in table] == rows[1]


def test_the_title_block_names_the_press_contact_and_the_place() -> None:
    made = briefing(
        "# 题\n\n文",
        "# T\n\nx",
        front={"contact": "press@example.org", "place": "重庆"},
        en_front={"place": "Chongqing"},
    )
    lines = "\n".join(described(write(made)))
    assert "Contact 联系 | press@example.org" in lines
    assert "Place 地点 | Chongqing 重庆" in lines


def test_long_facts_stand_on_a_line_in_each_language_and_telephones_are_whole() -> None:
    contact, zh = "Press Section of the Office, +86 23 5555 0100", "新闻办公室新闻科，+86 23 5555 0100"
    made = briefing("# 题\n\n文", "# T\n\nx", front={"contact": zh}, en_front={"contact": contact})
    cells = [words(cell) for cell in part(write(made)).iter(f"{W}tc")]
    assert "\n".join((contact, zh)).replace("86 23 5555 0100", "86\xa023\xa05555\xa00100") in cells


@given(st.text(), st.text(), st.sampled_from(["stacked", "english"]))
def test_any_text_comes_back_from_a_flowing_layout(zh: str, en: str, layout: str) -> None:
    data = write(with_blocks(plain(en), plain(zh)), layout=layout)
    assert lint(data) == []
    forbidden = "[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
    english, chinese = (re.sub("\r\n?", "\n", re.sub(forbidden, "", text)) for text in (en, zh))
    assert [words(p) for p in paragraphs(data, "English")] == [f"1\t{english}"]
    assert [words(p) for p in paragraphs(data, "Chinese")] == [chinese if layout == "stacked" else f"1\t{chinese}"]


office = pytest.mark.skipif(
    not (shutil.which("soffice") and shutil.which("pdftotext")),
    reason="LibreOffice and poppler are not both installed: no second reader",
)


def converted(folder: Path, kind: str, **files: bytes) -> dict[str, Path]:
    """Word files as LibreOffice converts them, in one go."""
    for name, data in files.items():
        (folder / f"{name}.docx").write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    sources = [str(folder / f"{name}.docx") for name in files]
    command = ["soffice", profile, "--headless", "--convert-to", kind, "--outdir", str(folder), *sources]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    return {name: folder / f"{name}.{kind.partition(':')[0]}" for name in files}


@office
def test_libreoffice_reads_every_character_of_both_texts_in_every_layout(tmp_path: Path) -> None:
    made = sample()
    files = {layout: write(made, layout=layout, contents="always") for layout in docx.LAYOUTS}
    for path in converted(tmp_path, "txt:Text (encoded):UTF8", **files).values():
        seen = re.sub(r"\s+", "", path.read_text(encoding="utf-8-sig"))
        for document in (made.source, made.target):
            for each in document.blocks() if document else ():
                # Behind a footnote's mark LibreOffice writes its number.
                for stretch in re.split(r"\s+|(?<=感知设备)|(?<=sensing devices)", each.text.text):
                    assert stretch in seen


@office
def test_the_pages_in_the_contents_list_are_those_that_libreoffice_finds(tmp_path: Path) -> None:
    """The sample's own sections three times over: each heading within a page of where it is."""
    made = Project(Path(__file__).parents[1]).briefing("2024-07-10-yubei")
    lead, *rest = made.sections
    many = [replace(s, id=f"{s.id}-{n}") for n in range(3) for s in rest]
    made = replace(made, sections=(lead, *many), pictures={})
    files = {layout: write(made, layout=layout) for layout in docx.LAYOUTS}
    for layout, path in converted(tmp_path, "pdf", **files).items():
        assert max(_pages_off(files[layout], path)) <= 1, layout


def test_the_contents_list_knows_that_a_short_table_is_kept_together() -> None:
    """What leads to it begins a page with it as soon as its last row does not fit; of a long one the first has to."""

    def turns(rows: int) -> int:
        table = ("=| 区 |", "=| District |"), *[("| 渝北 |", "| Yubei |")] * rows
        heads = [("## 表", "## Table"), ("如下：", "As follows:"), *table, ("## 乙", "## B"), ("完。", "End.")]
        for before in range(60):
            all_of_it = [("# 题", "# T"), *[("行。", "A line.")] * before, *heads]
            zh, en = ("\n\n".join(each) for each in zip(*all_of_it, strict=True))
            pages = {name: page for _, name, page, _ in listed(write(briefing(zh, en), contents="always"))}
            if next(page for name, page in pages.items() if "Table" in name) == "2":
                return before
        raise AssertionError("no page ends")

    assert turns(7) < turns(8)


def test_the_contents_list_of_a_volume_has_as_many_pages_as_its_lines_fill() -> None:
    """Long titles take several lines, so the first briefing began a page later than the list said."""
    long = "A title that goes on and on, as the titles of press conferences do. " * 4
    zh, en = (f"# {t}\n\n" + "\n\n".join(f"## {t} {n}" for n in range(4)) for t in ("题", long))
    for number, first in ((2, 2), (4, 3)):
        made = [briefing(zh, en, id=f"2024-07-{n:02}-long") for n in range(1, number + 1)]
        data = write(*made)
        assert listed(data)[0][2] == str(first)
        hanging = [p.find(f"{W}pPr/{W}ind") is not None for p in paragraphs(data, "TOC1")]
        assert hanging == [True] * number  # the second line of a title begins under its first, not under its number


@pytest.mark.parametrize("layout", docx.LAYOUTS)
def test_the_contents_list_of_a_volume_knows_that_a_colophon_takes_the_last_paragraph_along(layout: str) -> None:
    """Two of four briefings had a page more than the list knew, and all headings behind them stood two pages later."""

    def turns(rights: str) -> int:
        for before in range(60):
            zh = "\n\n".join(["# 题", *["行。"] * before, "## 乙", "完。"])
            en = "\n\n".join(["# T", *["A line."] * before, "## B", "End."])
            made = [briefing(zh, en, front={"rights": rights}, id=f"2024-07-{day}") for day in (10, 11)]
            pages = {name: int(page) for _, name, page, _ in listed(write(*made, layout=layout))}
            if pages["2\u2002T"] > (4 if layout == "english" else 3):
                return before
        raise AssertionError("no page ends")

    assert turns("权利。" * 400) + 2 < turns("权利。")


@office
def test_headings_of_several_lines_and_notes_of_two_move_what_follows(tmp_path: Path) -> None:
    zh = "\n\n".join(f"## 第{n}节：{'把城市更新作为推动高质量发展的抓手，' * 4}\n\n文[^a]。" for n in range(1, 25))
    heading = "urban renewal as a means of high-quality development, " * 4
    en = "\n\n".join(f"## Section {n}: {heading}\n\nText[^a]." for n in range(1, 25))
    made = briefing(f"# 题\n\n{zh}", f"# T\n\n{en}", notes={"a": "A note that says a little more. " * 6})
    data = write(made)
    told = {name.split(":")[0]: int(page) for _, name, page, _ in listed(data)}
    text = _text_of(converted(tmp_path, "pdf", long=data)["long"])
    # The last that is found is the heading: the contents list comes first.
    found = {
        m[0]: page for page, part in enumerate(text.split("\f"), 1) for m in re.finditer(r"^Section \d+", part, re.M)
    }
    assert len(found) == 24
    assert max(abs(told[name] - page) for name, page in found.items()) <= 1


def _text_of(pdf: Path) -> str:
    return subprocess.run(["pdftotext", "-layout", pdf, "-"], check=True, capture_output=True).stdout.decode()


def _pages_off(data: bytes, path: Path) -> list[int]:
    """By how many pages each entry of the contents list is wrong."""
    entries = listed(data)
    names = {name for _, name, _, _ in entries}
    heading = re.compile(rf"^ *({'|'.join(map(re.escape, names))})\b(?! *\.\.)", re.M)
    found = [(m[1], at) for at, part in enumerate(_text_of(path).split("\f"), 1) for m in heading.finditer(part)]
    told = [(name, int(page)) for _, name, page, _ in entries]
    assert [name for name, _ in found] == [name for name, _ in told]
    return [abs(ours - theirs) for (_, ours), (_, theirs) in zip(told, found, strict=True)]


def _kept(row: etree._Element) -> set[bool]:
    return {p.find(f"{W}pPr/{W}keepNext") is not None for p in row.iter(f"{W}p")}


@pytest.mark.parametrize("layout", docx.LAYOUTS)
def test_the_colophon_has_the_last_terms_with_it(layout: str) -> None:
    names = [(f"区{at}", f"District {at}") for at in range(5)]
    made = briefing(f"# 题\n\n{''.join(zh for zh, _ in names)}", "# T\n\nText", terms=[term(*each) for each in names])
    (table,) = [t for t in part(write(made, layout=layout)).iter(f"{W}tbl") if "District" in words(t)]
    assert [_kept(row) for row in table.iter(f"{W}tr")][1:] == [*[{False}] * 3, *[{True}] * 2]
    (table,) = [
        t for t in part(docx.write([made, made], Style(layout=layout))).iter(f"{W}tbl") if "District" in words(t)
    ]
    assert [_kept(row) for row in table.iter(f"{W}tr")][1:] == [{False}] * 5  # behind which there is none


def test_the_colophon_has_the_last_row_of_a_table_with_it() -> None:
    zh, en = "=| 甲 | 乙 |\n\n| 1 | 2 |\n\n" * 1, "=| A | B |\n\n| 1 | 2 |\n\n"
    tree = part(write(briefing(f"# 题\n\n{zh}", f"# T\n\n{en}")))
    *_, last = tree.iter(f"{W}tr")
    gap = last.getparent().getnext()  # type: ignore[union-attr]
    assert _kept(last) == _kept(gap) | {True} == {True}  # type: ignore[arg-type]


@pytest.mark.parametrize("caption", ["Short", "A caption that is too long to stand beside the Chinese", ""])
@pytest.mark.parametrize("layout", ["parallel", "stacked"])
def test_the_colophon_has_the_last_picture_with_it(layout: str, caption: str) -> None:
    figures = [f"\n\n![{caption and text}]({at}.png)" for text in ("图", caption) for at in "ab"]
    zh, en = (f"# T\n\nText{''.join(those)}" for those in (figures[:2], figures[2:]))
    data = write(briefing(zh, en, pictures=[png(f"{at}.png", 100, 100) for at in "ab"]), layout=layout)
    assert lint(data) == []
    of_last = paragraphs(data, "ColophonFirst")[0].getprevious()
    assert _kept(of_last) == {True}  # type: ignore[arg-type]
    assert not caption or _kept(paragraphs(data, "CaptionBelow" if len(caption) > 9 else "Caption")[0]) == {False}


def test_the_places_of_a_term_that_is_met_everywhere_have_the_width_of_the_table() -> None:
    """In their column they were 45 lines."""
    zh, en = "# 题" + "\n\n公园\n\n路" * 80, "# T" + "\n\nPark\n\nRoad" * 80
    data = write(briefing(zh, en, terms=[term("公园", "park"), term("路", "road")]))
    assert lint(data) == []
    (table,) = [t for t in part(data).iter(f"{W}tbl") if "below" in words(t)]
    rows = [[words(cell) for cell in row.iter(f"{W}tc")] for row in table.iter(f"{W}tr")]
    assert rows[1][:4] == ["park", "公园", "below", "proposed"]
    assert "¶ " + ", ".join(map(str, range(1, 160, 2))) == rows[2][0].replace("\n", " ")
    assert rows[2][0].count("\n") == 2
    assert _kept(list(table.iter(f"{W}tr"))[1]) == {True}


def test_no_line_parts_a_stretch_of_places() -> None:
    """It was 1–4, 6– | 9 in Word."""
    zh = "# 题" + "\n\n公园" * 14 + "\n\n路" + "\n\n公园" * 7 + "\n\n路" + "\n\n公园" * 3
    data = write(briefing(zh, "# T", terms=[term("公园", "park"), term("路", "road")]))
    assert "1–14,\n16–22,\n24–26" in [words(cell) for cell in part(data).iter(f"{W}tc")]


@pytest.mark.parametrize("layout", docx.LAYOUTS)
def test_the_short_lines_of_an_item_in_another_are_not_pulled_apart(layout: str) -> None:
    zh, en = (f"# {t}\n\n- {t}0\n\n  - {t}1\n\n    - {t}2" for t in "项T")
    said = {words(p).split("\t")[-1]: p for p in part(write(briefing(zh, en), layout=layout)).iter(f"{W}p")}
    ragged = [said[f"项{depth}"].find(f"{W}pPr/{W}jc[@{W}val='left']") is not None for depth in range(3)]
    assert ragged == [False, True, True]
