"""PDF files: both texts in their order, tagged, with bookmarks and the right fonts inside, the same each time."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from briefings import briefing, plain, png, term
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from test_glosses import FIRST_USE, glossed

from yubei_pub.document import BlockKind
from yubei_pub.findings import YubeiError
from yubei_pub.glossary import Citation
from yubei_pub.model import Briefing, State
from yubei_pub.project import Project
from yubei_pub.settings import Style
from yubei_pub.writers import _typst, _typst_words, pdf

pypdf = pytest.importorskip("pypdf", reason="pypdf is not installed: nothing reads the PDF back")


def _missing() -> str:
    try:
        _typst.fonts()
    except YubeiError as error:
        return str(error)
    return ""


MISSING = _missing()
typeset = pytest.mark.skipif(bool(MISSING), reason=f"no PDF can be made here: {MISSING}")

ZH = """# 更智慧的城市

7月10日，“新使命”发布会举行……

## 城市建设 更智慧

中心接入44类35.6万余个**感知设备**[^1]，*重点*是——人。

![各类感知设备数量。制图：本项目](图 1.png)

- 一张清单

> 要有耐心。

#### 身边的公园

=| 区 | 数量 |

| 渝北 | 300 |

没有译文的一段。
"""
EN = """# A smarter city

On July 10, the “New Mission” press conference was held…

## Smarter building

The center connects 356,000 **sensing devices**[^1] ([site](https://example.org/a)).

![Sensing devices by category. Chart: this project](图 1.png)

- A list

> Be patient.

#### Parks near home

=| District | Number |

| Yubei | 300 |
"""
FRONT = {"date": "2024-07-10", "publisher": "某单位"}


def sample(**more: Any) -> Briefing:
    given: dict[str, Any] = {
        "front": FRONT,
        "states": {"s1": State.UNREVIEWED},
        "pictures": [png("图 1.png", 300, 100)],
        "terms": [term("感知设备", "sensing device")],
        "notes": {"1": "注#1。"},
    }
    return briefing(ZH, EN, **(given | more))


def read(data: bytes) -> Any:
    return pypdf.PdfReader(BytesIO(data))


def text(data: bytes) -> str:
    """All text without blanks: PDF has none between Chinese and Latin, readers guess them."""
    return re.sub(r"\s", "", "".join(page.extract_text() for page in read(data).pages))


def bookmarks(outline: list[Any], depth: int = 1) -> Iterator[tuple[int, str]]:
    for entry in outline:
        if isinstance(entry, list):
            yield from bookmarks(entry, depth + 1)
        else:
            yield depth, entry.title


def tags(node: Any) -> Iterator[Any]:
    """The elements of the structure tree in order, which is the order of reading."""
    kids = node.get("/K", [])
    found = (each.get_object() for each in (kids if isinstance(kids, list) else [kids]))
    for kid in found:
        if isinstance(kid, dict) and "/S" in kid:
            yield kid
            yield from tags(kid)


@pytest.fixture(scope="module")
def made() -> bytes:
    data, warnings = pdf.typeset([sample()], Style())
    assert warnings == []
    return data


@typeset
@pytest.mark.parametrize("layout", ["parallel", "stacked", "english"])
def test_no_note_stands_on_a_page_before_its_mark(layout: str) -> None:
    """Of rows that just do not fit typst moved the text and left the notes."""
    notes = {f"n{i}": f"NOTE{i}x " + "more words of this note " * 4 for i in range(12)}
    marked = "，".join(f"段[^n{i}]" for i in range(12))
    marks = ", ".join(f"MARK{i}x[^n{i}]" for i in range(12))
    for rows in (4, 10, 12):
        zh = "# 题\n\n" + "\n\n".join(["文字很多。" * 20] * rows) + f"\n\n## 节\n\n{marked}。"
        en = "# T\n\n" + "\n\n".join(["Many words of text. " * 8] * rows) + f"\n\n## S\n\n{marks}."
        pages = read(pdf.write([briefing(zh, en, notes=notes)], Style(layout=layout))).pages
        found = {
            m[0]: at for at, page in enumerate(pages) for m in re.finditer(r"(MARK|NOTE)\d+x", page.extract_text())
        }
        assert len(found) == 24
        assert all(found[f"NOTE{i}x"] >= found[f"MARK{i}x"] for i in range(12)), found


@typeset
def test_addresses_in_the_texts_and_of_the_contact_can_be_followed() -> None:
    made = briefing("# 题\n\n见https://a.cn/zh。", "# T\n\nSee www.a.cn.", front={"contact": "电话 023，p@a.cn"})
    (page,) = read(pdf.write([made], Style())).pages
    targets = {link.get_object()["/A"]["/URI"] for link in page["/Annots"]}
    assert targets == {"https://a.cn/zh", "http://www.a.cn", "mailto:p@a.cn"}


@typeset
def test_no_endless_word_runs_into_the_other_column_or_off_the_page() -> None:
    query = "from=timeline&" * 8
    long = f"{'W' * 400} https://example.org/{'a' * 300}?{query} {'—' * 60} {'!' * 200}"
    data = pdf.write([briefing(f"# 题\n\n{long}", f"# T\n\n{long}")], Style())
    printed = "\n".join(page.extract_text() for page in read(data).pages)
    assert max(map(len, re.findall("W+|a+|—+", printed))) < 60
    assert max(map(len, re.findall("[a-z]*=[a-z=&]*", printed))) < 60
    assert max(map(len, re.findall("!+", printed))) < 100  # 56 or 72, by the font that this machine has
    assert text(data).count("W") == 800


@typeset
@pytest.mark.parametrize("order", ["en-zh", "zh-en"])
def test_both_texts_are_read_row_by_row(order: str) -> None:
    found = text(pdf.write([sample()], Style(order=order)))
    rows = [
        ("Asmartercity", "更智慧的城市"),
        ("OnJuly10,the“NewMission”pressconferencewasheld…", "7月10日，“新使命”发布会举行……"),
        ("Smarterbuilding", "城市建设更智慧"),
        ("Thecenterconnects356,000sensingdevices", "中心接入44类35.6万余个感知设备"),
        ("Sensingdevicesbycategory.Chart:thisproject", "各类感知设备数量。制图：本项目"),
        ("Alist", "一张清单"),
        ("Bepatient.", "要有耐心。"),
        ("Parksnearhome", "身边的公园"),
        ("DistrictNumber", "区数量"),
        ("Yubei300", "渝北300"),
        ("[Nottranslated]", "没有译文的一段。"),
    ]
    at = found.index("状态")
    for row in rows[1:]:
        for part in row if order == "en-zh" else row[::-1]:
            assert part in found[at:], f"{part} is missing or not in its place: {found[at:][:200]}"
            at = found.index(part, at) + len(part)
    assert all(part in found for part in rows[0])


@typeset
@pytest.mark.parametrize("layout", ["stacked", "english"])
def test_other_layouts_have_the_same_numbers_in_both_languages(layout: str) -> None:
    data = pdf.write([sample()], Style(layout=layout))
    found = text(data)
    english, chinese = "Thecenterconnects", "中心接入44类"
    assert f"2{english}" in found
    assert (f"2{chinese}" in found) == (layout == "english")
    assert found.index("Bepatient.") > found.index(english)
    assert (found.index("Bepatient.") < found.index(chinese)) == (layout == "english")
    assert ("TheChinesetext" in found) == (layout == "english")
    behind = [page.extract_text() for page in read(data).pages if "Be patient." not in page.extract_text()]
    assert (layout == "english") == any("The Chinese text" in page for page in behind)  # on a page of its own


@typeset
def test_it_is_tagged_for_readers_who_do_not_see_it(made: bytes) -> None:
    root = read(made).trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "en-US"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    found = list(tags(root["/StructTreeRoot"]))
    kinds = [tag["/S"] for tag in found]
    for kind in ("/H1", "/H2", "/H3", "/P", "/Table", "/TH", "/TD", "/L", "/BlockQuote", "/Figure", "/Link", "/Note"):
        assert kind in kinds, f"{kind} is not among {sorted(set(kinds))}"
    assert "zh-CN" in {str(tag.get("/Lang", "")) for tag in found}
    alts = [tag["/Alt"] for tag in found if tag["/S"] == "/Figure"]
    assert alts == ["Sensing devices by category. Chart: this project 各类感知设备数量。制图：本项目"]
    assert b"pdfuaid" in made


@typeset
def test_bookmarks_are_the_headings_of_the_first_language(made: bytes) -> None:
    expected = [(1, "A smarter city"), (2, "Smarter building"), (3, "Parks near home"), (2, "Terms")]
    assert list(bookmarks(read(made).outline)) == expected


@typeset
def test_drafts_say_so() -> None:
    """In the running header and at the headings, that of the title behind its Chinese, as in Word."""
    marks = ("DRAFT:1of3sectionsnotreviewed,1stale", "更智慧的城市STALE", "SmarterbuildingNOTREVIEWED")
    states = {"lead": State.STALE, "s1": State.UNREVIEWED}
    drafts, reviewed = (text(pdf.typeset([sample(states=s)], Style())[0]) for s in (states, {}))
    assert [mark for mark in marks if mark not in drafts] == []
    assert not any(word in reviewed for word in ("DRAFT", "STALE", "NOTREVIEWED"))


@typeset
def test_title_and_date_are_in_the_properties(made: bytes) -> None:
    found = read(made).metadata
    assert (found.title, found.author) == ("A smarter city", "某单位")
    assert found["/CreationDate"].startswith("D:20240710")


@typeset
def test_fonts_are_inside_and_simplified(made: bytes) -> None:
    names = set()
    for page in read(made).pages:
        for font in page["/Resources"]["/Font"].values():
            inner = font.get_object()["/DescendantFonts"][0].get_object()
            descriptor = inner["/FontDescriptor"].get_object()
            assert any(key in descriptor for key in ("/FontFile2", "/FontFile3"))
            names.add(str(inner["/BaseFont"]).partition("+")[2])
    song = _typst.fonts()["song"].replace(" ", "").lower()
    assert any(name.lower().replace("-", "").startswith(song) for name in names), names
    assert not [name for name in names if re.search("jp|kr|tc|hk", name.lower().partition("cjk")[2][:2])]


@typeset
def test_no_line_of_english_parts_a_figure_from_its_unit(tmp_path: Path) -> None:
    """At any width: each paragraph has a word more before it."""
    figures = ("±0.5 °C", "15.8 square meters", "US$3 billion", "July 10")
    en = [f"{'word ' * count}{figure} and so on" for figure in figures for count in range(4, 14)]
    folder = tmp_path / "source" / "2024-07-10-a"
    folder.mkdir(parents=True)
    (folder / "zh.md").write_text("# 题\n\n" + "文。\n\n" * len(en), encoding="utf-8")
    (folder / "en.md").write_text("\n\n".join(("---\nlanguage: en-US\n---\n# T", *en)), encoding="utf-8")
    made = [Project(tmp_path).briefing("2024-07-10-a")]
    lines = "\n".join(page.extract_text() for page in read(pdf.write(made, Style())).pages)
    assert [lines.count(figure) for figure in figures] == [10] * 4


@typeset
def test_greek_and_cyrillic_are_in_a_font_that_has_them() -> None:
    """A Chinese font has them as wide as its characters, and the accents of another beside them."""
    words = ("Ἀριστοτέλης", "Σωκράτης", "Толстой")
    made = briefing(f"# 题\n\n专家{'、'.join(words)}的意见。", f"# T\n\nThe opinions of {', '.join(words)}.")
    found = text(pdf.write([made], Style()))
    assert [found.count(word) for word in words] == [2, 2, 2]


@typeset
def test_same_input_same_bytes(made: bytes) -> None:
    assert pdf.write([sample()], Style()) == made


HOSTILE = (
    '#panic("x") $x^2$ @ref <label> \\u{41} `raw` [b] = H - + / // /* */ *s* _e_ ~ -- --- ... "q" \'q\' {{}} &amp; <b>'
)


@typeset
def test_no_text_is_code() -> None:
    zh = plain(f"中{HOSTILE}文")
    en = plain(HOSTILE)
    made = sample(front=FRONT | {"publisher": HOSTILE, "rights": HOSTILE}, notes={"1": HOSTILE})
    lead = made.sections[0]
    heading = plain(HOSTILE, BlockKind.HEADING)
    row = replace(lead.passages[0], source=(zh,), target=(en,))
    lead = replace(lead, source_heading=heading, target_heading=heading, passages=(row,))
    found = text(pdf.write([replace(made, sections=(lead, *made.sections[1:]))], Style()))
    expected = re.sub(r"\s", "", HOSTILE)
    assert found.count(expected) >= 6, found


@typeset
@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.text(max_size=40), st.text(max_size=40))
def test_any_text_is_typeset(zh: str, en: str) -> None:
    made = sample(front=FRONT | {"rights": zh, "place": en})
    assert pdf.write([made], Style()).startswith(b"%PDF-")


@typeset
def test_a_character_that_no_font_has_costs_the_standard_and_not_the_file() -> None:
    data, warnings = pdf.typeset([sample(front=FRONT | {"rights": "\U0010fffd"})], Style())
    assert warnings == [
        "No font of this computer has “\U0010fffd” (U+10FFFD): a box stands for it. "
        "Install such a font, or write it otherwise."
    ]
    assert read(data).trailer["/Root"]["/MarkInfo"]["/Marked"]


@typeset
def test_a_volume_has_one_list_of_contents_one_of_terms_and_every_note() -> None:
    data = pdf.write([sample(), sample(id="2024-07-11-other")], Style())
    titles = [title for depth, title in bookmarks(read(data).outline) if depth == 1]
    assert titles == ["Bilingual briefings", "1. A smarter city", "2. A smarter city", "Terms"]
    found = text(data)
    assert found.index("Bilingualbriefings双语通稿") < found.index("目录") < found.index("1.Asmartercity")
    assert read(data).metadata.title == "Bilingual briefings"
    assert found.count("目录") == found.count("术语") == 1
    assert found.count("注#1。") == 4
    assert "感知设备1.2,2.2proposed" in found


@typeset
@pytest.mark.parametrize("several", [False, True])
def test_an_office_that_wants_no_list_of_contents_has_none(several: bool) -> None:
    made = [sample(), sample(id="2024-07-11-other")][: 1 + several]
    assert "目录" in text(pdf.write(made, Style(contents="always")))
    assert "目录" not in text(pdf.write(made, Style(contents="never")))


NOTED_ZH = "# 题[^a]\n\n文。\n\n## 节[^b]\n\n再说一次[^b]。"
NOTED_EN = "# Title[^a]\n\nText.\n\n## Section[^b]\n\nSaid again[^b]."


@typeset
@pytest.mark.parametrize("layout", ["parallel", "stacked", "english"])
@pytest.mark.parametrize("several", [False, True])
def test_notes_of_headings_are_set_where_the_heading_stands(layout: str, several: bool) -> None:
    """They were set in the contents list as well, or promised by a heading that a layout does not print."""
    notes = {"a": "NOTE a.", "b": "NOTE b."}
    made = [briefing(NOTED_ZH, NOTED_EN, notes=notes, id=f"2024-07-1{n}-noted") for n in range(1 + several)]
    pages = [page.extract_text() for page in read(pdf.write(made, Style(layout=layout, contents="always"))).pages]
    assert "".join(pages).count("NOTE") == 4 * len(made)
    assert not [page for page in pages[: 1 if several else 0] if "NOTE" in page]
    assert [title for _, title in bookmarks(read(pdf.write(made[:1], Style())).outline)] == ["Title", "Section"]


@typeset
@pytest.mark.parametrize("before", range(14, 20))
def test_no_line_begins_with_the_number_of_a_note(before: int) -> None:
    made = briefing(f"# 题\n\n{'文' * before}[^a]。", "# T\n\nText.", notes={"a": "注"})
    lines = read(pdf.write([made], Style())).pages[0].extract_text().replace("\u2060", "").split("\n")
    assert any(re.search("文1。$", line) for line in lines)


@typeset
def test_what_does_not_fit_of_a_line_of_verse_goes_on_further_in() -> None:
    """Its end looked like a line of its own."""
    zh, en = (
        "孤云独去闲。\\\n相看两不厌，",
        f"A solitary cloud {'goes its way ' * 5}home.\\\n\\\nWe look at each other.",
    )
    page = read(pdf.write([briefing(f"# 题\n\n> {zh}", f"# T\n\n> {en}")], Style())).pages[0]
    lines = page.extract_text(extraction_mode="layout").splitlines()
    start, verse, rest = (next(line for line in lines if words in line) for words in ("A solitary", "We look", "home."))
    assert start.index("A solitary") == verse.index("We look")
    assert len(rest) - len(rest.lstrip()) > verse.index("We look")
    assert lines.index(verse) - lines.index(rest) == 2


@typeset
def test_an_address_does_not_pull_a_line_of_chinese_apart() -> None:
    """Justified, the three characters before it stood over the width of the column."""
    address = "https://example.org/" + "a" * 40
    made = briefing(f"# 题\n\n全文见 {address} 。", "# T\n\nText.")
    assert "全文见" in "\n".join(page.extract_text() for page in read(pdf.write([made], Style())).pages)


@typeset
@pytest.mark.parametrize(
    ("layout", "before"), [("parallel", 29), ("parallel", 30), ("parallel", 31), ("stacked", 12), ("stacked", 13)]
)
def test_no_page_parts_what_leads_to_a_list_from_it(layout: str, before: int) -> None:
    zh = "\n\n".join(["# 题", *["行。"] * before, "按次序：", "1. 春", "  - 讲课"])
    en = "\n\n".join(["# T", *["A line."] * before, "In this order:", "1. Spring", "  - Lessons"])
    pages = [page.extract_text() for page in read(pdf.write([briefing(zh, en)], Style(layout=layout))).pages]
    on = [at for at, page in enumerate(pages) for words in ("In this order", "Spring", "Lessons") if words in page]
    assert len(on) == 3
    assert len({*on}) == 1


@typeset
@pytest.mark.parametrize(
    ("layout", "before"), [("parallel", range(29, 33)), ("stacked", range(12, 16)), ("english", range(29, 33))]
)
def test_no_page_parts_the_title_of_a_table_from_it(layout: str, before: range) -> None:
    for lines in before:
        zh = "\n\n".join(["# 题", *["行。"] * lines, "表1（单位：公里）", "=| 河段 | 长度 |", "| 上游 | 4504 |"])
        en = "\n\n".join(
            ["# T", *["A line."] * lines, "Table 1 (kilometers)", "=| Section | Length |", "| Upper | 4,504 |"]
        )
        pages = [page.extract_text() for page in read(pdf.write([briefing(zh, en)], Style(layout=layout))).pages]
        on = [[words in page for page in pages].index(True) for words in ("Table 1", "Section", "Upper")]
        assert len({*on}) == 1, lines


@typeset
@pytest.mark.parametrize("above", ["", "### 小节|### Part", "引出：|It leads:"])
@pytest.mark.parametrize(("layout", "lines"), [("parallel", range(24, 28)), ("stacked", range(10, 12))])
def test_no_heading_stays_behind_where_notes_move_what_is_below_it(layout: str, lines: range, above: str) -> None:
    """It stood alone at the foot of a page: the text fitted there, its notes did not."""
    between = [tuple(above.split("|"))] if above else []
    for before in lines:
        rows = [("# 题", "# T"), *[("行。", "A line.")] * before, ("## 节", "## Heading"), *between]
        rows.append(("正文的注[^1]，" * 6, "Text with a note[^1] " * 6))
        zh, en = ("\n\n".join(side) for side in zip(*rows, strict=True))
        made = briefing(zh, en, notes={"1": "A note of a few words."})
        pages = [page.extract_text() for page in read(pdf.write([made], Style(layout=layout))).pages]
        on = [[words in page for page in pages].index(True) for words in ("Heading", "Text with")]
        assert on[0] == on[1], before


@typeset
@pytest.mark.parametrize("noted", [("## 节", "## Head"), ("![图[^1]](a.png)", "![Picture[^1]](a.png)"), None])
@pytest.mark.parametrize(("layout", "lines"), [("parallel", range(24, 29)), ("stacked", range(9, 12))])
def test_all_notes_of_a_paragraph_stand_on_its_page(layout: str, lines: range, noted: tuple[str, str] | None) -> None:
    """The first alone did, and the Chinese half of nearly every note is a second one."""
    notes = {"1": "NOTE one.", "2": "NOTE two, a long one, " * 9 + "END", "3": "注三。"}
    for before in lines:
        rows = [("# 题", "# T"), *[("行。", "A line.")] * before, *filter(None, [noted])]
        rows.append(("文[^1]又[^2]又[^3]。", "TEXT with a note[^1], another[^2] and one more[^3]."))
        zh, en = ("\n\n".join(side) for side in zip(*rows, strict=True))
        made = briefing(zh, en, notes=notes, pictures=[png("a.png", 400, 40)])
        pages = [page.extract_text() for page in read(pdf.write([made], Style(layout=layout))).pages]
        on = {at for at, page in enumerate(pages) for words in ("TEXT", "NOTE two", "END", "注三") if words in page}
        assert len(on) == 1, before


@typeset
def test_a_running_title_that_has_room_is_not_shortened() -> None:
    """It was measured in the size of the text, not in its own."""
    title = "Facts about the Yangtze River"
    made = briefing(f"# 题\n\n文。\n\n{'一' * 9000}", f"# {title}\n\nText.")
    assert title in read(pdf.write([made], Style())).pages[-1].extract_text()


def test_figures_and_what_they_count_stay_on_one_line() -> None:
    runs = _typst_words.words("共35.6万余个，7月10日，50%，3000多部，3 215人", True)["runs"]
    assert [run["text"] for run in runs if run.get("whole")] == ["35.6万余", "7月", "10日", "3000多", "3 215"]
    assert "".join(run["text"] for run in runs) == "共35.6万余个，7月10日，50%，3000多部，3 215人"
    assert [run["text"] for run in runs if run.get("behind")] == ["7月", "3 215"]


def test_chinese_words_in_english_are_marked_as_chinese() -> None:
    runs = _typst_words.words("the hub (剧汇, “智”)", False)["runs"]
    assert [(run["text"], run.get("zh", False)) for run in runs] == [
        ("the hub (", False),
        ("剧汇", True),
        (", “", False),
        ("智", True),
        ("”)", False),
    ]


@typeset
@pytest.mark.parametrize("before", range(12))
def test_a_figure_is_never_broken(before: int) -> None:
    """Whatever stands before it, somewhere a line would end inside it."""
    zh = "# 题\n\n" + "城" * (before + 10) + "35.6万余个设备" * 3
    pages = read(pdf.write([briefing(zh, "# T\n\nText.")], Style())).pages
    lines = [line.strip().replace(" ", "") for line in pages[0].extract_text().split("\n")]
    assert not [line for line in lines if line.startswith(("万", "余", ".6", "6万"))], lines


@typeset
def test_the_places_of_a_term_that_is_met_everywhere_are_all_printed() -> None:
    """A row higher than a page was cut off at its end."""
    count = 300
    zh, en = "# 题" + "\n\n公园\n\n路" * count, "# T" + "\n\nPark\n\nRoad" * count
    pages = read(pdf.write([briefing(zh, en, terms=[term("公园", "park")])], Style())).pages
    lines = [line for page in pages if "Status" in (text := page.extract_text()) for line in text.split("\n")]
    assert 1 <= sum("Status" in line for line in lines) <= 2  # the head of the table, once on each of its pages
    places = {int(number) for line in lines for number in re.findall("[0-9]+(?=,)", line)}
    assert places >= set(range(1, 2 * count - 2, 2))
    assert len(lines) < 100  # they have the width of the table


@typeset
@pytest.mark.parametrize("terms", [0, 2, 9])
def test_no_colophon_begins_a_page_alone(terms: int) -> None:
    named = [(f"区{'一二三四五六七八九'[at]}", f"District {at}") for at in range(terms)]
    last = set()
    for count in range(13, 37, 1 if terms else 2):
        rows = [f"行{''.join(zh for zh, _ in named)}"] + ["行"] * count, ["A line"] * (count + 1)
        zh, en = ("\n\n".join(["# T", *side]) for side in rows)
        pages = read(pdf.write([briefing(zh, en, terms=[term(*each) for each in named])], Style())).pages
        lines = pages[-1].extract_text().split("\n")
        (at,) = [at for at, line in enumerate(lines) if "Typeset by" in line or "Versions:" in line][:1]
        last.add((len(pages), at))
        assert any("District" in line or "A line" in line for line in lines[:at]), lines
        assert not terms or "Status" in pages[-1].extract_text()
    assert {pages for pages, _ in last} == {1, 2}


@typeset
def test_no_page_parts_the_rights_from_what_stands_behind_them() -> None:
    found = set()
    for count in range(26, 34):
        zh, en = ("\n\n".join(["# T", *[line] * count]) for line in ("行", "A line"))
        pages = read(pdf.write([briefing(zh, en, front={"rights": "With leave."})], Style())).pages
        last = pages[-1].extract_text()
        assert ("With leave" in last, "Typeset by" in last) == (True, True)
        found.add(len(pages))
    assert found == {1, 2}


@typeset
def test_no_colophon_begins_a_page_behind_the_last_picture() -> None:
    found = set()
    for count in range(16, 34, 2):
        zh, en = (
            "\n\n".join(["# T", *[line] * count, f"![{caption}](a.png)"])
            for line, caption in (("行", "图"), ("A line", "Last"))
        )
        pages = read(pdf.write([briefing(zh, en, pictures=[png("a.png", 300, 200)])], Style())).pages
        assert "Last" in pages[-1].extract_text()
        found.add(len(pages))
    assert found == {1, 2}


@typeset
def test_a_picture_without_a_caption_is_told_of() -> None:
    def made(chinese: str, english: str) -> bytes:
        sides = (f"# T\n\n![{caption}](a.png)" for caption in (chinese, english))
        return pdf.write([briefing(*sides, pictures=[png("a.png", 300, 200)])], Style())

    assert "[Nottranslated]图" in text(made("图", ""))
    assert "Reviewed已审校Last" in text(made("", "Last"))  # the Chinese page has none: nothing to tell
    [figure] = [tag for tag in tags(read(made("", "")).trailer["/Root"]["/StructTreeRoot"]) if tag["/S"] == "/Figure"]
    assert figure["/Alt"] == "Picture without a caption"


@typeset
def test_first_uses_get_their_chinese_in_brackets() -> None:
    made = glossed("# 题\n\n文", "# T\n\nThe Hub opened.", ("剧汇", "Hub"))
    assert "TheHub(剧汇)opened." in text(pdf.write([made], FIRST_USE))
    assert "(剧汇)" not in text(pdf.write([made], Style()))


@typeset
def test_what_few_briefings_have_is_printed_too() -> None:
    """A citation, a picture and a note that are not there, a row of a table beside what is none."""
    cited = term("感知设备", "sensing devices", citation=Citation("Plan", "State Council", "2023", "https://a.cn/plan"))
    zh, en = ZH.replace("没有译文的一段。", "| 长寿 | 500 |"), f"{EN}\nChangshou has 500.\n"
    made = briefing(zh, en, terms=[cited])
    said = text(pdf.write([made], Style()))
    assert "StateCouncil,2023" in said
    assert "Picturemissing:图1.png" in said
    assert "[^1]" in said
    assert "长寿500" in said
    assert "Changshouhas500." in said


def test_without_typst_one_message_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    _typst._installed.cache_clear()
    with pytest.raises(YubeiError, match=r'pip install "yubei-pub\[pdf\]"'):
        pdf.write([sample()], Style())
    _typst._installed.cache_clear()


def test_without_a_chinese_font_one_message_names_some_for_each_system() -> None:
    with pytest.raises(YubeiError) as caught:
        _typst.chosen(["Caladea", "Noto Serif CJK JP", "Noto Sans CJK TC"])
    for word in ("SimSun", "Windows", "macOS", "Songti SC", "fonts-noto-cjk"):
        assert word in str(caught.value)


def test_one_chinese_font_serves_for_both() -> None:
    found = _typst.chosen(["Libertinus Serif", "DejaVu Sans Mono", "Microsoft YaHei"])
    assert (found["song"], found["hei"]) == ("Microsoft YaHei",) * 2
    assert found["serif"] == found["sans"] == "Libertinus Serif"
