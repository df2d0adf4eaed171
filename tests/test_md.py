"""Markdown: GitHub's parser reads it back as the same texts under the same numbers."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from briefings import briefing, plain, png, term
from conftest import cases
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin
from test_docx import sample as docx_sample

from yubei_pub.document import BlockKind, Mark, MarkKind
from yubei_pub.glossary import Citation
from yubei_pub.model import Briefing, Passage, State
from yubei_pub.project import Project
from yubei_pub.settings import Style
from yubei_pub.writers import md
from yubei_pub.writers._markdown_inline import escape

TOP = Path(__file__).parents[1]
CASES = cases("md")
PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"]).use(footnote_plugin)


def write(made: Briefing, order: str = "en-zh") -> str:
    return md.write([made], Style(order=order)).decode()


def words(token: Token) -> str:
    """What a reader sees of an inline token."""
    return "".join(
        "\n" if child.type in ("hardbreak", "softbreak") or child.content == "<br>" else child.content
        for child in token.children or ()
        if child.type != "html_inline" or child.content == "<br>"
    )


def paragraphs(written: str) -> list[tuple[int, str]]:
    """The paragraphs, headings and cells of a text with the number of quotations around them."""
    found, depth = [], 0
    for token in PARSER.parse(written):
        depth += {"blockquote_open": 1, "blockquote_close": -1}.get(token.type, 0)
        if token.type == "inline":
            found.append((depth, words(token)))
    return found


@pytest.mark.parametrize("path", CASES, ids=lambda p: p.stem)
def test_case(path: Path) -> None:
    """zh, `===`, en; below `- - -` the Markdown between the facts and the colophon."""
    given, expected = path.read_text(encoding="utf-8").split("\n- - -\n")
    zh, en = given.split("\n===\n")
    cited = Citation("A page", "iChongqing", "2024-04-09", "https://example.org/a_(b)")
    made = briefing(
        zh,
        en,
        states={"s1": State.UNREVIEWED},
        terms=[term("感知设备", "sensing devices", "approved", cited)],
        notes={"1": "A note."},
        pictures=[png("图 1.png", 60, 20)],
    )
    body = write(made).split("\n\n")
    start = next(i for i, part in enumerate(body) if part.startswith("**Status")) + 1
    assert "\n\n".join(body[start : body.index("---")]) == expected.strip()


def test_order_is_a_setting() -> None:
    made = briefing("# 题\n\n文", "# Title\n\nText")
    assert [text for _, text in paragraphs(write(made))[:2]] == ["Title", "题"]
    assert (0, "1 文") in paragraphs(write(made, "zh-en"))
    assert (1, "Text") in paragraphs(write(made, "zh-en"))


def test_items_are_nested_as_deep_as_they_were() -> None:
    path = next(path for path in CASES if path.stem == "nested-lists")
    zh, en = path.read_text(encoding="utf-8").split("\n- - -\n")[0].split("\n===\n")
    for order in ("en-zh", "zh-en"):
        seen, depth = [], 0
        for token in PARSER.parse(write(briefing(zh, en), order)):
            depth += {"list_item_open": 1, "list_item_close": -1}.get(token.type, 0)
            if token.type == "inline" and (found := re.match(r"(\d) ", words(token))):
                seen.append((found[1], depth))
        assert seen == [("1", 1), ("2", 2), ("3", 3), ("4", 4), ("5", 2), ("6", 1), ("7", 0), ("8", 1)]


@pytest.mark.parametrize("layout", ["parallel", "english"])
def test_a_second_paragraph_of_an_item_belongs_to_it(layout: str) -> None:
    made = briefing("# 题\n\n1. 甲\n\n  - 乙\n\n1. 丙\n\n2. 丁", "# T\n\n1. A\n\n  - B\n\n1. C\n\n2. D")
    passages = [*made.sections[0].passages]
    passages[2] = Passage(3, (plain("丙", BlockKind.ITEM),), (plain("C", BlockKind.ITEM),), ())
    made = replace(made, sections=(replace(made.sections[0], passages=tuple(passages)),))
    seen, depth = [], 0
    for token in PARSER.parse(md.write([made], Style(layout=layout)).decode()):
        depth += {"list_item_open": 1, "list_item_close": -1}.get(token.type, 0)
        if token.type == "inline" and (found := re.match(r"(\d) ", words(token))):
            seen.append((found[1], depth))
    assert seen[:4] == [("1", 1), ("2", 2), ("3", 1), ("4", 1)]


@pytest.mark.parametrize("order", ["en-zh", "zh-en"])
def test_what_is_empty_is_not_translated(order: str) -> None:
    zh = "# 题\n\n## 节\n\n![图](a.png)\n\n![](b.png)"
    for en in ("", "#  \n\n##  \n\n![](a.png)\n\n![](b.png)"):
        written = write(briefing(zh, en, states={"lead": State.MISSING, "s1": State.MISSING}), order).split("\n\n")
        assert written[0] == "# 题 `NOT TRANSLATED`"
        assert "## 节 `NOT TRANSLATED`" in written
        captions = ["图", "> *\\[Not translated\\]*"] if order == "zh-en" else ["*\\[Not translated\\]*", "> 图"]
        at = written.index("*Picture missing:* a.png")
        assert written[at + 1 : at + 4] == [*captions, "*Picture missing:* b.png"]
        assert written[at + 4] == "---"


def test_draft_rights_provenance_and_versions_are_said() -> None:
    made = briefing("# 题\n\n文", "# T\n\nx", front={"rights": "版权所有。\n翻版必究。"}, states={"lead": State.STALE})
    seen = paragraphs(write(made))
    assert (1, "DRAFT: 1 of 1 sections stale") in seen
    assert (0, "T STALE") in seen
    assert (0, "版权所有。") in seen
    assert (0, "翻版必究。") in seen
    assert any("Versions: text 3f9a2c · glossary 91bc00." in text for _, text in seen)
    assert any("567 repaired, 0 by an editor. Stale: the introduction." in text for _, text in seen)


def test_a_reviewed_briefing_has_no_draft_line() -> None:
    assert "DRAFT" not in write(briefing("# 题\n\n文", "# T\n\nx"))


def test_untranslated_passages_say_so() -> None:
    assert (0, "1 [Not translated]") in paragraphs(write(briefing("# 题\n\n文", states={"lead": State.MISSING})))


def test_several_briefings_follow_one_another() -> None:
    made = briefing("# 题\n\n文[^1]", "# T\n\nx[^1]", notes={"1": "N"}, terms=[term("文", "x")])
    written = md.write([made, made], Style()).decode()
    assert [text for depth, text in paragraphs(written) if text == "T 题"] == ["T 题"] * 2  # the contents
    assert written.count("</a>T\n") == 2
    assert written.count("## Terms") == 1
    assert "[1.1](#b1-p1), [2.1](#b2-p1)" in written
    assert written.startswith(
        "# Bilingual briefings\n\n**双语通稿**\n\n**Status 状态** Reviewed 已审校\n\n"
        "1. [T 题](#b1-text)\n2. [T 题](#b2-text)\n"
    )
    assert set(re.findall(r"\]\(#([\w-]+)\)", written)) <= set(re.findall(r'id="([\w-]+)"', written))
    defined = re.findall(r"^\[\^([\w-]+)\]:", written, re.M)
    assert len(defined) == len(set(defined)) == 4


def test_a_table_side_by_side() -> None:
    zh, en = "# 题\n\n甲|乙\n\n- 项[^1]\n\n![图](a.png)\n\n`c|d`\n\n> 引", "# T\n\na|b\n\n1. i\n\n![F](a.png)\n\n`c|d`"
    written = md.write([briefing(zh, en, notes={"1": "N"})], Style(layout="table")).decode()
    cells = [text for _, text in paragraphs(written)]
    at = cells.index("English")
    assert cells[at - 1 : at + 8] == ["¶", "English", "中文", "1", "a|b", "甲|乙", "2", "1. i", "• 项"]
    assert written.count("| ¶ | English | 中文 |") == 2  # before and behind the figure
    assert cells[cells.index("3") :][:6] == ["3", "c|d", "c|d", "4", "[Not translated]", "引"]
    swapped = md.write([briefing(zh, en)], Style("zh-en", layout="table")).decode()
    assert "| ¶ | 中文 | English |" in swapped


def test_only_what_would_be_a_list_is_kept_from_being_one() -> None:
    assert list(map(escape, ("35.6", "3.6.", "3. May", "4) May", "5."))) == [
        "35.6",
        "3.6.",
        "3\\. May",
        "4\\) May",
        "5\\.",
    ]


def test_addresses_are_links_to_themselves() -> None:
    """GitHub makes links of them in any case, and took the backslash before & for part of the address."""
    written = write(
        briefing("# 题\n\n见https://a.cn/b_c?d=1&e=2，或写信给x@b.cn。", "# T\n\nSee (https://a.cn/b_c?d=1&e=2).")
    )
    links = [t.attrs["href"] for token in PARSER.parse(written) for t in token.children or () if t.type == "link_open"]
    assert links == ["https://a.cn/b_c?d=1&e=2", "https://a.cn/b_c?d=1&e=2", "mailto:x@b.cn"]


def test_english_with_the_chinese_behind_it() -> None:
    made = briefing("# 题\n\n## 节\n\n甲\n\n=| 乙 | 丙 |", "# T\n\n## S\n\nx\n\n=| y | z |")
    written = md.write([made], Style(layout="english")).decode()
    assert md.write([made], Style("zh-en", layout="english")).decode() == written
    english, chinese = written.split("## The Chinese text · 中文原文")
    assert '<a id="p1"></a>**1** x' in english
    assert "甲" not in english
    assert chinese.startswith('\n\n### 节\n\n<a id="zh-p1"></a>**1** 甲')
    assert "乙 \\| 丙" in chinese


@pytest.mark.skipif(not shutil.which("pandoc"), reason="pandoc is not installed (Debian: pandoc)")
@pytest.mark.parametrize("layout", ["parallel", "english", "table"])
def test_pandoc_reads_the_same_text(layout: str) -> None:
    """Every block of both languages, and every footnote, by a reader that is not ours."""
    made = docx_sample(notes={"1": "A note, 50% & more."})
    for each in (made, Project(TOP).briefing("2024-07-10-yubei")):
        written = md.write([each], Style(layout=layout))
        call = ["pandoc", "-f", "gfm+footnotes", "-t", "json"]
        seen = _said(json.loads(subprocess.run(call, input=written, check=True, capture_output=True).stdout)["blocks"])
        for document in (each.source, each.target):
            assert document is not None
            for block in [*document.blocks(), *document.notes.values()]:
                for cell in block.text.text.split("\t"):
                    assert re.sub(r"\s", "", cell) in seen


def _said(node: object) -> str:
    """The text of a tree of pandoc's, without blanks; footnotes behind it, so that they part no sentence."""
    notes: list[str] = []

    def walk(node: object) -> str:
        if isinstance(node, list):
            return "".join(map(walk, node))
        if not isinstance(node, dict):
            return ""
        match node.get("t"):
            case "Str":
                return str(node["c"])
            case "Code":
                return str(node["c"][1])
            case "Note":
                notes.append(walk(node["c"]))
                return ""
            case _:
                return walk(node.get("c", []))

    return re.sub(r"\s", "", walk(node) + "".join(notes))


def _one(text: str, kind: BlockKind, marks: list[Mark]) -> Briefing:
    made = briefing("# 题\n\n文", "# T\n\nText")
    passage = Passage(1, (plain("文"),), (plain(text, kind, *marks),), ())
    return replace(made, sections=(replace(made.sections[0], passages=(passage,)),))


_MARKUP = st.text(alphabet="ab 中。“”*_`[]()<>!#+-=.1~|&$\\\n\t")
_KINDS = st.sampled_from([MarkKind.STRONG, MarkKind.EMPHASIS, MarkKind.CODE, MarkKind.LINK])


@given(
    _MARKUP | st.text(),
    st.sampled_from([BlockKind.PARAGRAPH, BlockKind.QUOTATION, BlockKind.ITEM]),
    st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12), _KINDS), max_size=4),
)
@example("**“减负”**后", BlockKind.PARAGRAPH, [(2, 6, MarkKind.STRONG)])
@example("减负后", BlockKind.PARAGRAPH, [(0, 2, MarkKind.STRONG), (1, 3, MarkKind.EMPHASIS)])
@example("!link", BlockKind.PARAGRAPH, [(1, 5, MarkKind.LINK)])
@example("`a` b", BlockKind.PARAGRAPH, [(0, 3, MarkKind.CODE)])
@example(" a ", BlockKind.PARAGRAPH, [(0, 3, MarkKind.CODE)])
@example("1. a\n# b\n- c\n===\n| d", BlockKind.PARAGRAPH, [])
@example("a@-b.c，x_y@b-c.cn：https://a.cn/b_c?d=1&e=*f*。", BlockKind.PARAGRAPH, [])
@example("https://a.cn/b_c", BlockKind.PARAGRAPH, [(0, 16, MarkKind.LINK)])
def test_any_text_comes_back(text: str, kind: BlockKind, marks: list[tuple[int, int, MarkKind]]) -> None:
    made = _one(text, kind, [Mark(a, b, k, "https://example.org/(x)") for a, b, k in marks])
    seen = [found for _, found in paragraphs(write(made)) if re.match(r"1(\s|$)", found)]
    # Blank or control characters, and a line break inside code, are the parser's to change.
    assert [_squeezed(found) for found in seen[:1]] == [_squeezed("1 " + text)]


def _squeezed(text: str) -> str:
    return re.sub(r"\s+", " ", re.sub("[\0\ud800-\udfff\ufffd]", "", text)).strip()


@given(st.text(alphabet="ab中。“” ", min_size=1), st.data())
def test_marks_are_seen_as_marks(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    written = write(_one(text, BlockKind.PARAGRAPH, [Mark(start, end, MarkKind.STRONG)]))
    inline = next(t for t in PARSER.parse(written) if t.type == "inline" and re.match(r"1(\s|$)", words(t)))
    level, strong = 0, ""
    children = inline.children or []
    number = next(at for at, child in enumerate(children) if child.type == "strong_close")
    for child in children[number + 1 :]:
        level += child.type == "strong_open" or child.content == "<strong>"
        level -= child.type == "strong_close" or child.content == "</strong>"
        strong += child.content if level and child.type == "text" else ""
    assert strong.strip() == text[start:end].strip()


def test_a_term_says_whether_it_is_approved() -> None:
    terms = [term("公园", "parks"), term("湖泊", "lakes", "approved")]
    written = write(briefing("# 题\n\n公园、湖泊", "# T\n\nparks, lakes", terms=terms))
    assert re.search(r"^\| lakes \| 湖泊 \| [^|]+ \| approved \|", written, re.MULTILINE)
    assert re.search(r"^\| parks \| 公园 \| [^|]+ \| proposed \|", written, re.MULTILINE)
