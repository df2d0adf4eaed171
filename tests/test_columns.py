"""Tables in the texts: how their columns share the width, and which need the whole page."""

from __future__ import annotations

import re
from io import BytesIO
from itertools import pairwise

import pytest
from briefings import block, briefing
from docx_lint import W, lint
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from test_docx import described, part, words
from test_docx import write as write_docx
from test_pdf import pypdf, typeset
from test_pdf import text as text_of_pdf
from web_reading import having, strict
from web_reading import words as words_of_web

from yubei_pub.document import Block
from yubei_pub.model import Briefing, Passage
from yubei_pub.settings import Style
from yubei_pub.word import template
from yubei_pub.word.package import WordPackage
from yubei_pub.writers import _word_pages, html, md, pdf
from yubei_pub.writers._columns import (
    Column,
    across,
    columns_of,
    ends_of_lines,
    fits,
    grids,
    is_short,
    is_table_row,
    lines,
    shared,
)
from yubei_pub.writers._html_sheet import stylesheet
from yubei_pub.writers._word_sheet import Sheet

NARROW = (["=| 区 | 数量 |", "| 渝北 | 300 |"], ["=| District | Number |", "| Yubei | 300 |"])
WIDE = (
    [
        "=| 季度 | 投资（亿元） | 增速 | 项目 | 涉及街道 |",
        "| 第一 | 1,234.5 | 3.5% | 120余个 | 龙溪、龙山、双龙湖、回兴 |",
    ],
    [
        "=| Quarter | Investment | Growth | Projects | Subdistricts |",
        "| First | 1,234.5 | 3.5% | 120 | Longxi, Longshan, Shuanglonghu and Huixing |",
    ],
)


def rows(*written: str) -> list[Block]:
    return [block(each) for each in written]


def made(table: tuple[list[str], list[str]]) -> Briefing:
    zh, en = ("\n\n".join(each) for each in table)
    return briefing(f"# 题\n\n前。\n\n{zh}\n\n后。", f"# T\n\nBefore.\n\n{en}\n\nAfter.")


def of_table(table: tuple[list[str], list[str]]) -> list[Passage]:
    """The passages of its rows."""
    return [passage for passage in made(table).lead.passages if is_table_row(passage)]


@given(
    st.lists(
        st.tuples(st.floats(1, 300), st.floats(0, 900), st.floats(0, 1), st.floats(0.1, 1)).map(
            lambda t: Column(t[0], t[0] + t[1], False, t[0] * t[2], t[0] * t[3])
        ),
        min_size=1,
    ),
    st.floats(1, 900),
)
def test_columns_fill_the_width(those: list[Column], width: float) -> None:
    found = shared(those, width)
    assert sum(found) == pytest.approx(width)
    assert all(each > 0 for each in found)
    for enough in ([column.least for column in those], [column.needed for column in those]):
        if sum(enough) <= width:
            assert all(share >= each - 1e-6 for share, each in zip(found, enough, strict=True))


def test_a_long_column_is_wider_and_no_word_is_broken() -> None:
    those = columns_of(rows(*WIDE[1]), False)
    widths = shared(those, 300)
    assert widths[-1] == max(widths)
    assert all(width >= column.least for width, column in zip(widths, those, strict=True))
    assert [lines(row, those, 300, False) for row in rows(*WIDE[1])] == [1, 3]


def test_no_word_is_broken_for_columns_of_short_ones_to_be_wide() -> None:
    """Of eight headers each had the same width: Urbaniza | tion, and white space around Grain."""
    names = "Town or subdistrict | Area (square kilometres) | Permanent residents (persons) | Urbanization rate (%)"
    more = (
        "Grain output (tonnes) | Industrial output value (10,000 yuan) | Retail sales (10,000 yuan) | Remarks made here"
    )
    those = columns_of(
        rows(f"=| {names} | {more} |", "| Longxi | 6.1 | 121,877 | 100 | 1,204 | 20,480 | 7,330 | old |"), False
    )
    widths = shared(those, 450)
    assert sum(column.least for column in those) > 450
    assert all(width >= column.needed for width, column in zip(widths, those, strict=True))
    assert widths[3] > widths[4]


def test_an_address_takes_no_word_of_its_neighbours_apart() -> None:
    """Annex stood as A | nn | ex beside it."""
    those = columns_of(rows("=| Annex | Address |", f"| Plan | https://www.example.gov.cn/{'a1b2c3d4/' * 20} |"), False)
    assert shared(those, 434)[0] >= those[0].needed


TEN = (
    [
        "=| 名称 | 面积（平方公里） | 2000年人口（人） | 2010年人口（人） | 2020年人口（人） "
        "| 增长（%） | 简称 | 设立直辖市年份 | 所辖区县数（个） | 备注 |",
        "| 重庆市 | 82,402 | 30,512,763 | 28,846,170 | 32,054,159 | 11.1 | 渝 | 1997 | 38 | 面积最大 |",
    ],
    [
        "=| Name | Area (square kilometers) | Population in 2000 | Population in 2010 | Population in 2020 "
        "| Growth (%) | Abbreviation | Year when it became a municipality | Districts and counties | Remarks |",
        "| Chongqing | 82,402 | 30,512,763 | 28,846,170 | 32,054,159 | 11.1 | Yu | 1997 | 38 | The largest in area |",
    ],
)


def test_a_table_too_crowded_for_its_words_is_set_in_small_type() -> None:
    """Ten columns on A4 stood as Populatio | n and 13,866,00 | 9."""
    assert not fits(columns_of(rows(*TEN[1]), False), 434)
    (english, chinese), _ = across(of_table(TEN), [False, True], 434)
    assert {column.small for column in (*english, *chinese)} == {True}
    assert fits(chinese, 434)
    # Cambria's figures are 0.554 em wide, its commas 0.22; 5 points are free at the right of a cell of 8.
    assert shared(english, 434)[2] > 8 * (8 * 0.554 + 2 * 0.22) + 5
    (usual,), _ = across(of_table(WIDE), [False], 434)
    assert not usual[0].small


@pytest.mark.parametrize(
    ("names", "chinese", "broken"),
    [
        ("新世纪超市 | 便利店", True, "新世纪/超市 | 便利店"),
        ("2020年比重（%） | 60岁及以上", True, "2020年/比重/（%） | 60岁/及以上"),
        ("“双碳”目标任务 | 总数", True, "“双碳”/目标任务 | 总数"),
        ("Ages 0–14 (%) | Ages 60 and over (%)", False, "Ages /0–14 (%) | Ages 60 and over (%)"),
    ],
)
def test_no_character_of_a_name_stands_alone_and_no_range_is_parted(names: str, chinese: bool, broken: str) -> None:
    """新世纪超|市, 60岁及以|上 and Ages 15–|59 did; nothing is done to a name that has room, or to what is no name."""
    header, below = rows(f"=| {names} |", f"| {names} |")
    those = [Column(45, 45, True)] * 2
    ends = ends_of_lines(header, those, 100, chinese)
    parts = [header.text.text[start:end] for start, end in pairwise([0, *ends, len(header.text.text)])]
    assert "/".join(parts).replace("\t", " | ") == broken
    assert ends_of_lines(header, those, 600, chinese) == ends_of_lines(below, those, 100, chinese) == []


def test_the_contents_list_of_word_knows_the_type_of_a_crowded_table() -> None:
    """Reckoned in the usual type each row had a line too many, and headings behind it stood a page earlier."""
    zh, en = ([*side, *side[1:] * 11] for side in TEN)
    assert not fits(columns_of(rows(*zh), True), 434)
    sheet = Sheet(WordPackage(template.office("a4")), made((zh, en)), Style())
    ((heights, short),) = _word_pages._tables(sheet, sheet.briefing.sections[0].passages, [True])
    _, *below = heights.values()
    assert (set(below), short) == ({_word_pages._CELL_LINE + _word_pages._AROUND_CELL}, False)


def test_chinese_text_in_a_crowded_table_has_four_characters_in_a_line() -> None:
    """Of a remark beside ten prices two stood in each."""
    names = "=| 品种 | 两路市场 | 回兴市场 | 龙溪市场 | 人和市场 | 悦来市场 | 备注 |"
    those = columns_of(rows(names, "| 黄瓜 | 3.80 | 4.00 | 4.20 | 4.00 | 3.90 | 台风过后13日起上涨 |"), True)
    assert shared(those, sum(column.needed for column in those))[-1] >= 4 * 9 + 9
    short = columns_of(rows(names, "| 黄瓜 | 3.80 | 4.00 | 4.20 | 4.00 | 3.90 | 散装 |"), True)
    assert short[-1].needed < 4 * 9


def test_a_table_has_the_margin_too_where_words_would_be_broken_beside_it() -> None:
    """Beside it stood Averag | e and Cucumber | s."""
    (columns,), width = across(of_table(WIDE), [False], 180, 434)
    assert width == 434
    assert not columns[0].small
    assert across(of_table(WIDE), [False], 409, 434)[1] == 409
    assert across(of_table(TEN), [False, True], 409, 434)[1] == 434


@pytest.mark.parametrize("layout", ["stacked", "english"])
def test_word_sets_lines_and_tables_beside_the_margin_and_a_crowded_table_in_it(layout: str) -> None:
    widths = [
        sum(int(c.get(f"{W}w", "")) for c in table.iterfind(f"{W}tblGrid/{W}gridCol"))
        for given in (WIDE, TEN)
        for table in part(write_docx(made(given), layout=layout))[0].iterfind(f"{W}tbl")
        if _style(table).endswith("TextTable")
    ]
    usual, crowded = set(widths[:2]), set(widths[2:])
    assert max(crowded) > max(usual) + 490


def test_word_has_styles_for_a_crowded_table() -> None:
    data = write_docx(made(TEN))
    assert lint(data) == []
    tables = [t for t in part(data)[0].iterfind(f"{W}tbl") if _style(t).endswith("TextTable")]
    assert [_style(t) for t in tables] == ["SmallTextTable"] * 2
    styles = {str(style.get(f"{W}val")) for t in tables for style in t.iterfind(f"{W}tr/{W}tc/{W}p/{W}pPr/{W}pStyle")}
    assert styles == {"ParagraphNumber", "SmallTableHead", "SmallTableCell"}


def test_a_unit_in_the_head_of_a_column_is_not_broken() -> None:
    """It stood as 面积（平方公 | 里）."""
    root = strict(html.write([made(TEN)], Style()))
    heads = [words_of_web(span) for th in root.iter("{*}th") for span in having(th, "figure")]
    assert {"（平方公里）", "（人）", "（%）", "（个）"} <= set(heads)
    those = columns_of(rows(*TEN[0]), True)
    assert those[1].word > 6 * 9
    in_word = {words(cell) for cell in part(write_docx(made(TEN)))[0].iter(f"{W}tc")}
    assert {"名称", "面积\n（平方公里）", "2000年人口\n（人）"} <= in_word
    roomy = (["=| 名称 | 面积（平方公里） |", "| 重庆 | 82,402 |"], ["=| Name | Area |", "| Chongqing | 82,402 |"])
    assert "面积（平方公里）" in {words(cell) for cell in part(write_docx(made(roomy)))[0].iter(f"{W}tc")}


def test_what_was_merged_with_the_cell_above_does_not_hide_a_column_of_figures() -> None:
    """The second row of a header has nothing in its first cell, and neither has a remark."""
    head = "=| 市 | 2010年 |  | 2020年 |  |"
    merged = "|  | 人口 | 排名 | 人口 | 排名 |"
    those = columns_of(rows(head, merged, "| 重庆 | 2,884.6 | 1 | 3,205.4 | 1 |", "|  | 连年第一 |  |  |  |"), True)
    assert [column.figures for column in those] == [False, True, True, True, True]
    assert not columns_of(rows(head, "| 重庆 | 多 | 1 | 3 | 1 |"), True)[1].figures


def test_an_empty_cell_heads_nothing() -> None:
    """A screen reader would say that a column has a name; axe calls it empty-table-header."""
    root = strict(html.write([made((["=| 市 |  |", "| 渝 | 1 |"], ["=| City |  |", "| Yu | 1 |"]))], Style()))
    heads = [words_of_web(cell) for cell in root.iter("{*}th") if cell.get("scope") == "col"]
    assert "" not in heads
    assert {"City", "市"} <= set(heads)


def test_columns_of_figures_are_told() -> None:
    found = columns_of(
        rows(
            "=| 甲 | 乙 | 丙 | 丁 | 戊 | 己 |",
            "| 1,234.5 | 3.5% | 35.6万余个 | – | 第1 | 14:30 |",
            "| 约30 | 2% | 7万 | – | 2 | 9:00 |",
        ),
        True,
    )
    assert [column.figures for column in found] == [True, True, True, False, False, False]


@pytest.mark.parametrize(("table", "beside"), [(NARROW, True), (WIDE, False)])
def test_a_table_that_half_a_page_is_too_narrow_for_is_told(table: tuple[list[str], list[str]], beside: bool) -> None:
    found = grids(made(table).sections[0].passages)
    assert {number: each.beside for number, each in found.items()} == {2: beside, 3: beside}


def test_rows_of_different_lengths_and_on_one_side_only_are_set() -> None:
    given = briefing("# 题\n\n=| 甲 | 乙 | 丙 |\n\n| 一 |", "# T\n\n=| A |")
    rows = [line for line in described(write_docx(given)) if line.startswith("| 2")]
    assert rows == ["| 2 | [Not translated] | 一 |  | "]
    for layout in ("parallel", "stacked", "english"):
        assert "一" in words(part(write_docx(given, layout=layout)))


@pytest.mark.parametrize("order", ["en-zh", "zh-en"])
def test_word_sets_a_wide_table_across_the_page_once_in_each_language(order: str) -> None:
    data = write_docx(made(WIDE), order=order)
    assert lint(data) == []
    found = [line for line in described(data) if line.startswith("| ")]
    english = ["| 2 | Quarter", "| 3 | First"]
    chinese = ["| 2 | 季度", "| 3 | 第一"]
    first, second = (chinese, english) if order == "zh-en" else (english, chinese)
    assert [line[:8] for line in found if line[2] in "23"] == [line[:8] for line in first + second]
    wide = [t for t in part(data)[0].iterfind(f"{W}tbl") if _style(t) == "TextTable"]
    assert len(wide) == 2
    for table in wide:
        assert table.find(f"{W}tr/{W}trPr/{W}tblHeader") is not None
        sides = [[_right(cell) for cell in row.iterfind(f"{W}tc")] for row in table.iterfind(f"{W}tr")]
        assert sides[0] == sides[1]
        assert sides[0][2:4] == [True, True]
        assert not sides[0][-1]


def _style(table: etree._Element) -> str:
    return table.find(f"{W}tblPr/{W}tblStyle").get(f"{W}val", "")  # type: ignore[union-attr]


def _right(cell: etree._Element) -> bool:
    jc = cell.find(f"{W}p/{W}pPr/{W}jc")
    return jc is not None and jc.get(f"{W}val") == "right"


@typeset
@pytest.mark.parametrize("layout", ["parallel", "stacked", "english"])
def test_pdf_has_each_cell_of_a_wide_table_after_the_other(layout: str) -> None:
    found = text_of_pdf(pdf.write([made(WIDE)], Style(layout=layout)))
    for language in WIDE:
        for row in language:
            cells = [re.sub(r"\s", "", cell) for cell in row.strip("=| ").split(" | ")]
            assert all(found.index("".join(pair)) >= 0 for pair in pairwise(cells))


@pytest.mark.parametrize(("table", "crowded"), [(WIDE, 0), (TEN, 2)])
def test_a_table_wider_than_a_telephone_may_break_its_names_in_a_book(
    table: tuple[list[str], list[str]], crowded: int
) -> None:
    """A page that is turned cannot be moved: two of eleven columns were cut off, on a tablet one."""
    assert len(having(strict(html.write([made(table)], Style())), "crowded")) == crowded
    everywhere, telephone = stylesheet("epub.css").split("@media (max-width", 1)
    assert ".crowded th { overflow-wrap: anywhere;" in telephone
    assert ".crowded th .figure { white-space: normal;" in telephone
    assert ".across th.whole { white-space: normal;" in everywhere
    assert ".crowded table { font-size" in everywhere


@pytest.mark.parametrize(("table", "whole"), [(NARROW, 0), (WIDE, 1)])
def test_a_web_page_sets_a_wide_table_across(table: tuple[list[str], list[str]], whole: int) -> None:
    root = strict(html.write([made(table)], Style()))
    assert len(having(root, "across")) == whole
    assert [words_of_web(cell) for cell in having(root, "amount")] == [
        each for language in table[::-1] for row in language for each in _amounts(language, row)
    ]


def _amounts(language: list[str], row: str) -> list[str]:
    cells = [each.strip("=| ").split(" | ") for each in language]
    return [
        cell
        for cell, below in zip(row.strip("=| ").split(" | "), cells[1], strict=True)
        if re.search(r"\d", below) and not below.startswith("第")
    ]


FOLLOWING = (
    ["=| 街道 | 数量 |", "| 龙溪 | 300 |", "=| 名单 |", "| 甲 |"],
    ["=| Subdistrict | Number |", "| Longxi | 300 |", "=| List |", "| Alpha |"],
)


@pytest.mark.parametrize("layout", ["parallel", "stacked", "english"])
def test_tables_that_follow_one_another_stay_apart(layout: str) -> None:
    """Each in both languages; the second's header row was a row of the first, in its columns."""
    made_of = made(FOLLOWING)
    assert {number: len(each.english) for number, each in grids(made_of.sections[0].passages).items()} == {
        2: 2,
        3: 2,
        4: 1,
        5: 1,
    }
    data = write_docx(made_of, layout=layout)
    assert lint(data) == []
    tables = [t for t in part(data).iter(f"{W}tbl") if _style(t) == "TextTable"]
    assert not [t for t in tables if {"Longxi", "Alpha"} <= {words(cell) for cell in t.iter(f"{W}tc")}]
    if layout != "parallel":
        first_rows = [words(t.find(f"{W}tr")) for t in tables]  # type: ignore[arg-type]
        english, chinese = ["2SubdistrictNumber", "4List"], ["2街道数量", "4名单"]
        both = [each for pair in zip(english, chinese, strict=True) for each in pair]
        assert first_rows == (both if layout == "stacked" else english + chinese)
    root = strict(html.write([made_of], Style(layout=layout)))
    heads = [[words_of_web(cell) for cell in e if cell.get("scope")] for e in root.iter("{*}tr")]
    assert [row for row in heads if len(row) == 1 and row[0] in ("List", "名单")] == [["List"], ["名单"]]
    assert re.findall(r"\| List \|\n\|( --- \|)+", md.write([made_of], Style(layout=layout)).decode())


def test_the_header_row_of_a_table_is_kept_with_the_row_behind_it() -> None:
    data = write_docx(made(NARROW))
    header, behind = (r for r in part(data).iter(f"{W}tr") if words(r)[:1] in "23" and words(r)[1:])
    assert all(p.find(f"{W}pPr/{W}keepNext") is not None for p in header.iter(f"{W}p") if words(p))
    assert behind.find(f".//{W}keepNext") is None


@typeset
@pytest.mark.parametrize("before", range(36, 41))
def test_pdf_has_no_header_row_alone_at_the_foot_of_a_page(before: int) -> None:
    lines = "\n\n".join(["行。"] * before), "\n\n".join(["A line."] * before)
    zh, en = ("\n\n".join(each) for each in NARROW)
    data = pdf.write([briefing(f"# 题\n\n{lines[0]}\n\n{zh}", f"# T\n\n{lines[1]}\n\n{en}")], Style())
    on = [page for page in pypdf.PdfReader(BytesIO(data)).pages if "District" in page.extract_text()]
    assert ["Yubei" in page.extract_text() for page in on] == [True]


SHORT = (
    ["=| 区 | 数量 |", "| 渝北 | 300 |", "| 江北 | 200 |", "| 南岸 | 100 |"],
    ["=| District | Number |", "| Yubei | 300 |", "| Jiangbei | 200 |", "| Nan'an | 100 |"],
)


def test_the_rows_of_a_short_table_are_kept_together_and_those_of_a_long_one_are_not() -> None:
    zh, en = ([*language, *[language[-1]] * 5] for language in SHORT)
    for table, kept in ((SHORT, [True, True, True, False]), ((zh, en), [True, *[False] * 5])):
        rows = [r for r in part(write_docx(made(table))).iter(f"{W}tr") if words(r)[:1] in "234567" and words(r)[1:]]
        keeps = [[p.find(f"{W}pPr/{W}keepNext") is not None for p in row.iter(f"{W}p")] for row in rows]
        assert [set(row) for row in keeps[: len(kept)]] == [{each} for each in kept]


@pytest.mark.parametrize(("words", "kept"), [(300, True), (500, False)])
def test_the_rows_of_a_short_table_may_be_long(words: int, kept: bool) -> None:
    head, row = block("=| Ministry | Task |"), block(f"| Water | {'x' * words} |")
    table = [Passage(at, (), (each,), ()) for at, each in enumerate((head, row, row), 1)]
    assert is_short(table) == kept


@typeset
@pytest.mark.parametrize("before", range(26, 41))
def test_pdf_has_a_short_table_on_one_page(before: int) -> None:
    lines = "\n\n".join(["行。"] * before), "\n\n".join(["A line."] * before)
    zh, en = ("\n\n".join(each) for each in SHORT)
    data = pdf.write([briefing(f"# 题\n\n{lines[0]}\n\n{zh}", f"# T\n\n{lines[1]}\n\n{en}")], Style())
    (page,) = [text for p in pypdf.PdfReader(BytesIO(data)).pages if "District" in (text := p.extract_text())]
    assert "Nan" in page


@pytest.mark.parametrize("width", [150, 186, 414])
def test_a_short_cell_is_not_broken(width: float) -> None:
    """Chinese may be broken between any two characters, so 养老 stood in two lines."""
    those = columns_of(rows("=| 项目 | 内容 |", "| 养老 | " + "街道、社区和物业每周碰头一次，" * 4 + " |"), True)
    assert [column.short for column in those] == [True, False]
    assert shared(those, width)[0] > 2 * 9 + 8  # two characters of nine points, and eight between the columns


def test_figures_do_not_take_the_room_of_chinese() -> None:
    """Thirteen columns of figures, whose widths are estimates, left the header 1月 too little."""
    months = " | ".join(f"{month}月" for month in range(1, 13))
    figures = " | ".join(f"{month * 851:,}" for month in range(1, 13))
    those = columns_of(rows(f"=| 年份 | {months} | 合计 |", f"| 2024 | {figures} | 66,378 |"), True)
    assert shared(those, 389)[1] > 0.5 * 9 + 9 + 2.25 + 8  # 1, 月, the gap between them and that to the next column


def test_a_short_cell_of_a_web_page_is_not_broken() -> None:
    root = strict(html.write([made(WIDE)], Style()))
    whole = [words_of_web(cell) for cell in having(root, "whole")]
    assert {"Quarter", "第一", "120余个"} <= set(whole)
    assert not [cell for cell in whole if "龙溪" in cell or "Longxi" in cell]
