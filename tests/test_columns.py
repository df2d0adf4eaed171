"""Tables in the texts: how their columns share the width, and which need the whole page."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from briefings import block, briefing
from docx_lint import W, lint
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from test_docx import described, part, words
from test_docx import write as write_docx
from test_pdf import text as text_of_pdf
from test_pdf import typeset
from web_reading import having, strict
from web_reading import words as words_of_web

from yubei_pub.document import Block
from yubei_pub.model import Briefing
from yubei_pub.settings import Style
from yubei_pub.writers import html, pdf
from yubei_pub.writers._columns import Column, columns, grids, lines, shared

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


@given(
    st.lists(
        st.tuples(st.floats(1, 300), st.floats(0, 900)).map(lambda t: Column(t[0], t[0] + t[1], False)), min_size=1
    ),
    st.floats(1, 900),
)
def test_columns_fill_the_width(those: list[Column], width: float) -> None:
    found = shared(those, width)
    assert sum(found) == pytest.approx(width)
    assert all(each > 0 for each in found)
    if sum(column.least for column in those) <= width:
        assert all(share >= column.least - 1e-6 for share, column in zip(found, those, strict=True))


def test_a_long_column_is_wider_and_no_word_is_broken() -> None:
    those = columns(rows(*WIDE[1]), False)
    widths = shared(those, 300)
    assert widths[-1] == max(widths)
    assert all(width >= column.least for width, column in zip(widths, those, strict=True))
    assert [lines(row, those, 300, False) for row in rows(*WIDE[1])] == [1, 3]


def test_columns_of_figures_are_told() -> None:
    found = columns(
        rows("=| 甲 | 乙 | 丙 | 丁 | 戊 |", "| 1,234.5 | 3.5% | 35.6万余个 | – | 第1 |", "| 约30 | 2% | 7万 | – | 2 |"),
        True,
    )
    assert [column.figures for column in found] == [True, True, True, False, False]


@pytest.mark.parametrize(("table", "beside"), [(NARROW, True), (WIDE, False)])
def test_a_table_that_half_a_page_is_too_narrow_for_is_told(table: tuple[list[str], list[str]], beside: bool) -> None:
    found = grids(made(table).sections[0].passages)
    assert {number: each.beside for number, each in found.items()} == {2: beside, 3: beside}


def test_rows_of_different_lengths_and_on_one_side_only_are_set() -> None:
    given = briefing("# 题\n\n=| 甲 | 乙 | 丙 |\n\n| 一 |", "# T\n\n=| A |")
    assert [line for line in described(write_docx(given)) if line.startswith("| 2")] == ["| 2 | [Not translated] | 一"]
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
    across = [t for t in part(data)[0].iterfind(f"{W}tbl") if _style(t) == "TextTable"]
    assert len(across) == 2
    for table in across:
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


@pytest.mark.parametrize(("table", "across"), [(NARROW, 0), (WIDE, 1)])
def test_a_web_page_sets_a_wide_table_across(table: tuple[list[str], list[str]], across: int) -> None:
    root = strict(html.write([made(table)], Style()))
    assert len(having(root, "across")) == across
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
