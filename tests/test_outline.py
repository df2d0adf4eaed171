"""Pages taken apart: what is text, what is not, and that nothing goes without a word."""

from __future__ import annotations

import re
from itertools import accumulate
from pathlib import Path

import pytest
from conftest import cases
from hypothesis import given
from hypothesis import strategies as st
from opencc import OpenCC

from yubei_pub import markdown, outline, repairs
from yubei_pub.document import Block, BlockKind
from yubei_pub.findings import YubeiError
from yubei_pub.layout import Layout, Part, PartKind
from yubei_pub.outline.lines import Kind, Line, continues, is_dateline, lines
from yubei_pub.trace import Source, TracedText

CASES = cases("outline")
PAGES = Path(__file__).parents[2] / "shared" / "pages"
needs_pages = pytest.mark.skipif(not PAGES.is_dir(), reason="the folder of real pages is not beside this checkout")


def taken_apart(text: str) -> outline.Outline:
    return outline.outline(TracedText.of(Source("page.txt", text)))


def rendered(text: str) -> str:
    """zh.md, then a line for each finding (`!`) and each line left out (`-`), with their places."""
    try:
        page = taken_apart(text)
    except YubeiError as error:
        return str(error)
    lines = [outline.to_markdown(page).rstrip("\n")]
    lines += [f"! {f.place.position.line}:{f.place.position.column} {f.message}" for f in page.findings]
    away = sorted((*page.dropped, *page.moved), key=lambda line: line.place.start)
    lines += [f"- {line.place.position.line}:{line.place.position.column} {line.reason}" for line in away]
    return "\n".join(lines)


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_case(case: Path) -> None:
    text, expected = case.read_text(encoding="utf-8").split("\n=====\n", 1)
    assert rendered(text) == expected.rstrip("\n")


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_the_other_script_is_taken_apart_alike(case: Path) -> None:
    text = case.read_text(encoding="utf-8").split("\n=====\n", 1)[0]
    to_simplified, to_traditional = OpenCC("t2s"), OpenCC("s2t")
    both = [rendered(to_simplified.convert(text)), rendered(to_traditional.convert(text))]
    assert to_simplified.convert(both[0]) == to_simplified.convert(both[1])


PIECES = st.sampled_from(
    (
        f"當前位置：首頁 > 新聞¦城市建設¦數字賦能¦一、短題¦（一）小題¦這是一個完整的句子。¦{'長' * 50}¦"
        "云.jpg¦某某。王某 攝¦（ 作者：王某 ）¦來源：某網 2024-07-10 10:00¦【版權聲明】凡本網¦1. 未經授權。¦"
        "相關新聞¦分享到¦———¦7月10日，某事。¦¦ ¦　　¦\ufeff¦![x](y.jpg)¦<!-- a -->¦# 號¦**¦渝ICP備1號¦"
        "王某 攝¦重慶手機臺¦a.png"
    ).split("¦")
)


@given(st.lists(PIECES, max_size=15).map("\n".join))
def test_every_line_is_text_or_has_a_reason(text: str) -> None:
    try:
        page = taken_apart(text)
    except YubeiError:
        return
    blocks = [block for section in page.sections for block in (section.heading, *section.blocks)]
    kept = [span for block in blocks for span in [block.span] if span[0] < span[1]]
    spans = sorted([*kept, *((line.place.start, line.place.end) for line in (*page.dropped, *page.moved))])
    covered = [any(a <= i < b for a, b in spans) for i in range(len(text))]
    for line in re.finditer(r"[^\n]+", text):
        if line[0].strip().strip("\ufeff"):
            assert any(covered[line.start() : line.end()]), line[0]
    for block in blocks:
        for run in block.text.runs:
            if not run.rule:
                assert block.text.text[run.start : run.end] == text[run.origin : run.origin_end]


@given(st.lists(PIECES, max_size=15).map("\n".join))
def test_what_is_written_is_read_as_the_outline(text: str) -> None:
    try:
        page = taken_apart(text)
    except YubeiError:
        return
    document = markdown.read(Source("zh.md", outline.to_markdown(page)))
    assert document.front == page.front
    assert [(s.id, s.level) for s in document.sections] == [(s.id, s.level) for s in page.sections]
    assert [_shape(b) for b in document.blocks()] == [_shape(b) for s in page.sections for b in (s.heading, *s.blocks)]


def _shape(block: Block) -> tuple[object, ...]:
    return block.kind, block.text.text, block.picture


@needs_pages
def test_the_real_page_is_the_expected_text() -> None:
    source = Source("page.txt", (PAGES / "yubei-2024-07-10.txt").read_text(encoding="utf-8"))
    page = outline.outline(repairs.repair_traced(TracedText.of(source)))
    assert [(s.id, s.level) for s in page.sections[1:]] == [
        *(("s1", 2), ("s1-1", 3), ("s1-2", 3), ("s1-3", 3)),
        *(("s2", 2), ("s2-1", 3), ("s2-2", 3), ("s2-3", 3)),
    ]
    body = re.sub(r" \{#[\w-]+\}$", "", outline.to_markdown(page).split("---\n\n", 1)[1], flags=re.MULTILINE)
    t2s = OpenCC("t2s").convert
    simplified = re.sub(
        r"^!\[(.*)\]\((.*)\)$|^.+$", lambda m: f"![{t2s(m[1])}]({m[2]})" if m[2] else t2s(m[0]), body, flags=re.M
    )
    assert simplified == (PAGES / "yubei-2024-07-10.expected.zh.md").read_text(encoding="utf-8")
    assert page.front["byline"] == "王鐸翰 周凱航"
    assert page.front["editors"] == "王鐸翰"
    assert [line[:6] for line in page.front["rights"].split("\n")] == ["【版權聲明】", "【免責聲明】"]
    assert [f.place.position for f in page.findings] == [(5, 1)]  # 7月10日: of which year?


@needs_pages
def test_the_expected_text_in_traditional_is_taken_apart_as_it_is() -> None:
    expected = (PAGES / "yubei-2024-07-10.expected.zh.md").read_text(encoding="utf-8")
    traditional = OpenCC("s2t").convert(expected)
    plain = re.sub(r"^!\[(.*)\]\((.*)\)$", r"\2\n\n\1", re.sub(r"^#+ ", "", traditional, flags=re.M), flags=re.M)
    page = taken_apart(plain)
    body = outline.to_markdown(page).split("---\n\n", 1)[1]
    assert re.sub(r" \{#[\w-]+\}$", "", body, flags=re.M) == traditional


def test_the_skeleton_shows_the_chinese_in_comments() -> None:
    text = outline.skeleton(taken_apart("題目\n7月10日，某事--續-->某事。\n甲\n乙\n某事。\n"))
    assert [line for line in text.splitlines() if "<!--" in line] == [
        "<!-- 題目 -->",
        "<!-- 7月10日，某事- -續- ->某事。 -->",
        *("<!-- 甲 -->", "<!-- 乙 -->", "<!-- 某事。 -->"),
    ]


def test_the_skeleton_has_ids_and_figures_and_no_word() -> None:
    page = taken_apart("題目\n7月10日，某事。\na b.jpg\n現場。王某 攝\n甲\n乙\n某事。\n")
    document = markdown.read(Source("en.md", outline.skeleton(page)))
    assert [(s.id, s.declared) for s in document.sections] == [("lead", ""), ("s1", "s1"), ("s1-1", "s1-1")]
    assert [b.picture for b in document.blocks()] == ["", "a b.jpg", "", ""]
    assert not any(block.text.text for block in document.blocks())
    assert document.front["language"] == "en-US"
    assert not document.findings
    place = "題目\n地點：渝北區\n7月10日，某事。\n"
    assert [
        name
        for name in ("place", "byline")
        if name in markdown.read(Source("en.md", outline.skeleton(taken_apart(place)))).front
    ] == ["place"]
    assert "place" not in document.front


SAID = "7月10日上午，重庆市渝北区举行城市治理新闻发布会。"
TITLE, TEXT = ("渝北举行发布会", PartKind.HEADING, 1), (SAID, PartKind.PARAGRAPH, 0)
PICTURE, PARAGRAPH = ("a.jpg", PartKind.PICTURE, 0), (BlockKind.PARAGRAPH, SAID)


def blocks(*page: tuple[str, PartKind, int]) -> list[tuple[BlockKind, str]]:
    """Below the title, of lines with what the page's format says of them."""
    ends = accumulate(len(words) + 1 for words, _, _ in page)
    parts = [Part(end - 1 - len(words), end - 1, kind, n) for end, (words, kind, n) in zip(ends, page, strict=True)]
    text = TracedText.of(Source("page.html", "\n".join(words for words, _, _ in page)))
    sections = outline.outline(text, Layout(parts)).sections
    return [(block.kind, block.text.text) for one in sections for block in (one.heading, *one.blocks)][1:]


def test_a_picture_stands_above_the_title_and_what_the_page_calls_something_else_is_no_caption() -> None:
    assert blocks(PICTURE, TITLE, TEXT) == [(BlockKind.FIGURE, ""), PARAGRAPH]
    for part, level, kind in ((PartKind.HEADING, 2, BlockKind.HEADING), (PartKind.ITEM, 0, BlockKind.ITEM)):
        found = blocks(TITLE, TEXT, PICTURE, ("治理的成效", part, level), TEXT)
        assert found == [PARAGRAPH, (BlockKind.FIGURE, ""), (kind, "治理的成效"), PARAGRAPH]
        found = blocks(TITLE, TEXT, ("图1 治理的成效", part, level), PICTURE, TEXT)
        assert found == [PARAGRAPH, (kind, "图1 治理的成效"), (BlockKind.FIGURE, ""), PARAGRAPH]


def test_when_and_where_is_text_between_sentences_but_not_around_the_article() -> None:
    when = "时间：2024年7月11日"
    assert blocks(TITLE, TEXT, (when, PartKind.TEXT, 0), TEXT) == [PARAGRAPH, (BlockKind.PARAGRAPH, when), PARAGRAPH]
    assert blocks(TITLE, TEXT, (when, PartKind.OUTSIDE, 0), TEXT) == [PARAGRAPH, PARAGRAPH]
    day = "2024年7月10日"
    assert blocks(TITLE, (day, PartKind.HEADING, 2), TEXT) == [(BlockKind.HEADING, day), PARAGRAPH]
    assert blocks(TITLE, (day, PartKind.PARAGRAPH, 0), TEXT) == [PARAGRAPH]


def test_what_stands_beside_a_picture_is_its_caption_by_its_words_and_by_how_many_they_are() -> None:
    taken, other = ("7月9日航拍的中央公园", PartKind.PARAGRAPH, 0), ("7月9日的中央公园", PartKind.PARAGRAPH, 0)
    assert blocks(TITLE, PICTURE, taken, TEXT) == [(BlockKind.FIGURE, taken[0]), PARAGRAPH]
    assert blocks(TITLE, TEXT, PICTURE, other, TEXT)[1:] == [
        (BlockKind.FIGURE, ""),
        (BlockKind.HEADING, other[0]),
        PARAGRAPH,
    ]
    above = [(word, PartKind.CAPTION, 0) for word in "春夏秋冬"]
    assert blocks(TITLE, TEXT, *above, PICTURE) == [PARAGRAPH, (BlockKind.FIGURE, "春 夏 秋 冬")]
    more = blocks(TITLE, TEXT, ("四季", PartKind.CAPTION, 0), *above, PICTURE)
    assert more == [PARAGRAPH, (BlockKind.PARAGRAPH, "四季"), (BlockKind.FIGURE, "春 夏 秋 冬")]


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (["字" * 24, "某事。"], ""),
        (["字" * 25, "某事。"], "taken for a heading"),
        (["一、" + "字" * 30, "某事。"], ""),
        (["字" * 45, "某事。"], "taken for a heading"),
        (["字" * 46, "某事。"], ""),
        (["某事，", "某事。"], "lines end within a sentence"),
        (["字，" * 15 + "字", "a.jpg", "现场。王某 摄"] * 2 + ["某事。"], "taken for a heading"),
        (["某事，", "a.jpg", "现场。王某 摄", "某事。"], ""),
        (["甲方", "乙方", "一、概况"], "Nothing follows below"),
        (["一、概况", "二、特点", "三、成效", "某事。"], "These 3 short lines"),
        (["甲方", "乙方", "一、概况", "某事。"], "These 2 short lines"),
        (["字，" * 9 + "字", "字，" * 10 + "字", "某事。"], ""),
        (["字，" * 9 + "字字", "字，" * 10 + "字", "某事。"], "lines end within a sentence"),
        (["字" * 20, "字，" * 10 + "字", "某事。"], ""),
        (["字，" * 14 + "字", "某事。", "字，" * 15 + "字", "某事。"], "taken for a heading"),
        (["字，" * 14 + "字字", "某事。", "字，" * 15 + "字", "某事。"], "lines end within a sentence"),
        (["字，" * 14 + "字字", "某事。"], "taken for a heading"),
    ],
)
def test_how_long_lines_are_and_how_they_end_and_begin_says_what_is_doubtful(lines: list[str], said: str) -> None:
    findings = taken_apart("\n".join(["题目", "7月10日，某事。", *lines])).findings
    found = " | ".join(str(finding.message) for finding in findings if "without a year" not in str(finding.message))
    assert bool(found) is bool(said)
    assert re.search(said, found)


def test_what_the_format_of_a_page_says_of_a_line_tells_whether_it_may_be_a_heading() -> None:
    def line(words: str, kind: PartKind) -> Line:
        text = TracedText.of(Source("page.html", words))
        [found] = lines(text, Layout([Part(0, len(words), kind)]))
        return found

    no_heading = {PartKind.ITEM, PartKind.ROW, PartKind.CAPTION, PartKind.QUOTATION}
    assert {kind for kind in PartKind if line("短", kind).is_sentence} == no_heading
    assert [line("字" * length, PartKind.PARAGRAPH).is_sentence for length in (45, 46)] == [False, True]
    assert line("真好！", PartKind.PARAGRAPH).is_sentence
    assert [line("图为" + "字" * length, PartKind.PARAGRAPH).has_credit for length in (88, 89)] == [True, False]
    two = [line(words, PartKind.TEXT).kind for words in ("图｜王立提供", "作者｜林静 图｜王立提供")]
    assert two == [Kind.TEXT, Kind.FIELDS]
    sources = [line("来源：" + "字" * length, PartKind.TEXT).kind for length in (60, 61)]
    assert sources == [Kind.FIELDS, Kind.TEXT]
    links = {kind for kind in PartKind if line("相关阅读", kind).kind is Kind.RELATED}
    assert links == {PartKind.TEXT, PartKind.PARAGRAPH, PartKind.HEADING}
    assert [line("版权声明", kind).kind for kind in (PartKind.TEXT, PartKind.HEADING)] == [Kind.NOTICE, Kind.TEXT]
    long = [line("字" * length + "ICP备", PartKind.TEXT).kind for length in (116, 117)]
    assert long == [Kind.FURNITURE, Kind.TEXT]
    assert [continues("题" * length, "天气很好。") for length in (12, 13)] == [True, False]
    assert [is_dateline("2024年7月10日 " + "字" * length) for length in (10, 11)] == [True, False]
