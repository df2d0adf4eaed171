"""A section of nothing but pictures in the layout `english`: its heading stands in both languages, above them."""

from __future__ import annotations

import re

import pytest
from briefings import briefing
from test_docx import part
from test_pdf import text, typeset

from yubei_pub.settings import Style
from yubei_pub.writers import docx, html, md, pdf

ZH = "# 题\n\n一。\n\n## 图集\n\n![甲](a.png)\n\n## 城市\n\n![乙](b.png)\n\n### 道路\n\n路。\n\n## 结尾\n\n![丙](c.png)"
EN = "# T\n\nOne.\n\n## Views\n\n![A](a.png)\n\n## City\n\n![B](b.png)\n\n### Roads\n\nRoads.\n\n## End\n\n![C](c.png)"
MADE, STYLE = briefing(ZH, EN), Style(layout="english")


def of_word() -> str:
    return "".join(t.text or "" for t in part(docx.write([MADE], STYLE)).iter("{*}t"))


def of_page() -> str:
    body = html.write([MADE], STYLE).decode().partition("</nav>")[2]  # the headings are listed, too
    return re.sub("<[^>]+>", "", body)


@pytest.mark.parametrize(
    "written",
    [
        pytest.param(of_word, id="docx"),
        pytest.param(of_page, id="html"),
        pytest.param(lambda: md.write([MADE], STYLE).decode(), id="md"),
        pytest.param(lambda: text(pdf.write([MADE], STYLE)), id="pdf", marks=typeset),
    ],
)
def test_its_chinese_heading_is_not_set_apart(written: object) -> None:
    """One with a part that has text stands there, or that part would seem another's."""
    assert callable(written)
    english, _, chinese = written().rpartition("中文原文")
    assert ("图集" in english, "图集" in chinese) == (True, False)
    assert ("结尾" in english, "结尾" in chinese) == (True, False)
    assert "城市" in chinese
    assert "道路" in chinese
