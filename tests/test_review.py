"""The ledger: what makes a section stale or unreviewed, and what does not."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from conftest import cases
from hypothesis import given
from hypothesis import strategies as st

from yubei_pub import markdown, provenance
from yubei_pub.findings import YubeiError
from yubei_pub.model import Picture, State
from yubei_pub.review import ledger, written
from yubei_pub.trace import Source, TracedText
from yubei_pub.wording import matter

ZH = "# 标题\n\n完成了碧津湖等5个[湖库](https://a.org)的修复[^1]。\n\n![碧津湖。](a.png)\n\n[^1]: 去年是3个。\n"
EN = (
    "# Title\n\nFive *lakes*, [Bijin Lake](https://a.org) among them, were restored[^1].\n\n![Bijin Lake.](a.png)\n\n"
    "[^1]: Three last year.\n"
)


def seen(zh: str, en: str | None, picture: bytes = b"picture") -> ledger.Seen:
    """The first section of two texts, as a reviewer sees it."""
    documents = [markdown.read(Source("x.md", text)) if text is not None else None for text in (zh, en)]
    ours, theirs = (d.content(d.sections[0]) if d else () for d in documents)
    return ledger.Seen(ours, theirs, {"a.png": Picture("a.png", picture, "png", 1, 1)})


APPROVED = ledger.Ledger((ledger.approve("lead", seen(ZH, EN), "R. Viewer", "2026-01-01"),))


def state(zh: str, en: str | None) -> State:
    return ledger.state("lead", seen(zh, en), APPROVED)


REVIEWED = {
    "the same": (ZH, EN),
    "width": (ZH.replace("。", "."), EN),
    "spacing": (ZH.replace("5个", " 5 个"), EN),
    "lines broken otherwise": (ZH, EN.replace("lakes*, ", "lakes*,\n")),
    "ids added": (ZH.replace("标题", "标题 {#lead}"), EN),
}
STALE = {
    "one 不 more": (ZH.replace("完成了", "没有完成"), EN),
    "a digit": (ZH.replace("5", "6"), EN),
    "a paragraph made two": (ZH.replace("湖等", "湖\n\n等"), EN),
    "a paragraph more": (ZH + "\n又一段。\n", EN),
    "a caption": (ZH.replace("碧津湖。]", "双龙湖。]"), EN),
    "a footnote": (ZH.replace("去年是", "去年不是"), EN),
    "where a link leads": (ZH.replace("a.org", "b.org"), EN),
    "a line broken": (ZH.replace("的修复", "\\\n的修复"), EN),
    "both": (ZH.replace("5", "6"), EN.replace("Five", "Six")),
}
UNREVIEWED = {
    "a word": (ZH, EN.replace("Five", "Six")),
    "emphasis": (ZH, EN.replace("*lakes*", "lakes")),
    "a caption": (ZH, EN.replace("Bijin Lake.]", "The lake.]")),
    "a footnote": (ZH, EN.replace("Three", "Four")),
    "where a link leads": (ZH, EN.replace("a.org", "b.org")),
    "an item of a list": (ZH, EN.replace("Five", "- Five")),
}


@pytest.mark.parametrize("name", REVIEWED)
def test_cosmetic_edits_keep_the_review(name: str) -> None:
    assert state(*REVIEWED[name]) is State.REVIEWED


@pytest.mark.parametrize("name", STALE)
def test_chinese_that_changed_makes_stale(name: str) -> None:
    assert state(*STALE[name]) is State.STALE


@pytest.mark.parametrize("name", UNREVIEWED)
def test_english_that_changed_is_unreviewed(name: str) -> None:
    assert state(*UNREVIEWED[name]) is State.UNREVIEWED


def test_spacing_counts_between_figures_and_between_latin_letters_alone() -> None:
    assert ledger.same_meaning(["增设车位 15 个，至 20 3 0个。"], ["增设 车位15个，至20  3 0 个。"])
    assert not ledger.same_meaning(["增设车位15个。"], ["增设车位1 5个。"])
    assert ledger.same_meaning(["用 5G 和 Wi Fi。"], ["用5 G和Wi  Fi 。"])
    assert not ledger.same_meaning(["用Wi Fi。"], ["用WiFi。"])
    assert ledger.same_meaning(["绿地3.5万亩. 2024年"], ["绿地 3．5 万亩。2024年"])


@pytest.mark.parametrize("otherwise", ["3. 5", "3 .5", "3 . 5", "3。5"])
def test_a_decimal_point_is_no_full_stop(otherwise: str) -> None:
    assert not ledger.same_meaning(["绿地3.5万亩。"], [f"绿地{otherwise}万亩。"])


def test_an_enumeration_comma_is_no_comma_of_another_width() -> None:
    assert ledger.same_meaning(["步道,水池。"], ["步道，水池."])
    assert not ledger.same_meaning(["步道，水池。"], ["步道、水池。"])


def test_a_line_broken_is_where_it_was_even_if_what_stands_beside_it_was_repaired_since() -> None:
    assert ledger.same_meaning(["增设車位,\n共5個。"], ["增设車位，\n共 5個。"])
    assert not ledger.same_meaning(["增设车位，\n共5个。"], ["增设车位，共\n5个。"])
    assert not ledger.same_meaning(["增设车位。\n共5个。"], ["增设车位。", "共5个。"])


def test_no_english_is_missing() -> None:
    assert state(ZH, None) is State.MISSING
    assert state(ZH, "#\n\n![](a.png)\n") is State.MISSING
    assert state(ZH, "#\n\n| | |\n|-|-|\n") is State.MISSING


def test_nobody_approved_is_unreviewed() -> None:
    assert ledger.state("lead", seen(ZH, EN), ledger.Ledger()) is State.UNREVIEWED


def test_damage_that_is_repaired_keeps_the_review() -> None:
    damaged = "# 標題\n\n渝北區(qū)數(shù)字化城市運(yùn)行和治理中心投用后,渝北率先承接貫通。\n"
    repaired = "# 標題\n\n渝北區數字化城市運行和治理中心投用后，渝北率先承接貫通。\n"
    approved = ledger.Ledger((ledger.approve("lead", seen(damaged, EN), "R. Viewer", "2026-01-01"),))
    assert ledger.state("lead", seen(repaired, EN), approved) is State.REVIEWED
    assert ledger.state("lead", seen(repaired.replace("率先", ""), EN), approved) is State.STALE


def test_another_picture_is_unreviewed() -> None:
    assert ledger.state("lead", seen(ZH, EN, b"another"), APPROVED) is State.UNREVIEWED


def test_a_picture_that_is_only_scaled_otherwise_is_still_reviewed() -> None:
    """Pillow may scale otherwise tomorrow; what was approved is the editors' own file."""
    before, after = (
        seen(ZH, EN)._replace(pictures={"a.png": Picture("a.png", data, "png", 1, 1, original="0" * 64)})
        for data in (b"scaled", b"scaled otherwise")
    )
    approved = ledger.Ledger((ledger.approve("lead", before, "R. Viewer", "2026-01-01"),))
    assert ledger.state("lead", after, approved) is State.REVIEWED


def test_the_title_block_is_approved_with_the_text() -> None:
    front = ("zh.md date: 2024-07-10", "en.md contact: a: b")
    shown = seen(ZH, EN)._replace(front=front)
    approved = ledger.Ledger((ledger.approve("lead", shown, "R. Viewer", "2026-01-01"),))
    assert ledger.state("lead", shown, approved) is State.REVIEWED
    for other in (front[:1], (*front, "zh.md place: 渝北"), ("zh.md date: 2024-07-11", front[1])):
        assert ledger.state("lead", shown._replace(front=other), approved) is State.UNREVIEWED
    assert ledger.state("lead", shown, APPROVED) is State.UNREVIEWED, "a ledger that lost the title block"


def test_the_saved_page_is_approved_with_the_text_whatever_its_line_ends() -> None:
    lines = [
        matter.printed({}, {}, provenance.trace(markdown.read(Source("zh.md", ZH)), TracedText.of(page), "0"))
        for page in (Source("a/page.txt", text) for text in ("题\n文\n", "题\r\n文\r\n", "题\n文。\n"))
    ]
    assert lines[0] == lines[1] != lines[2]
    assert lines[0][0].startswith("page.txt SHA-256: ")


@pytest.mark.parametrize("path", cases("ledgers"), ids=lambda path: path.stem)
def test_what_was_approved_long_ago_still_holds(path: Path) -> None:
    """zh.md, en.md, and the review.yaml that was written then: another way to say the same makes all of it void."""
    texts, before = path.read_text("utf-8").rsplit("---\n", 1)
    zh, en = texts.split("===\n")
    shown = seen(zh, en)._replace(front=("zh.md date: 2024-07-10",), order=("lead", "s1"))
    then = written.read(Source("review.yaml", before))
    assert ledger.state("lead", shown, then) is State.REVIEWED
    again = then.with_approval(ledger.approve("lead", shown, "R. Viewer", "2026-01-01"))
    assert _unsealed(written.write(again)) == _unsealed(before)


def _unsealed(text: str) -> str:
    return re.sub(r"    seal: .*\n", "", text)


def test_two_approvals_of_a_section_that_git_made_one_are_none() -> None:
    """Each changed another paragraph and approved the section, on one day: only the seals are in git's way."""
    texts = (
        re.sub("Title", title, EN).replace("Three", note) for note in ("Three", "Four") for title in ("Title", "Head")
    )
    shown = [seen(ZH, text) for text in texts]
    ours, theirs, both = (ledger.Ledger((ledger.approve("lead", s, "R. Viewer", "2026-01-01"),)) for s in shown[1:])
    for sealed in (ours, theirs):
        seal = re.search(r"    seal: .*\n", written.write(sealed))
        assert seal
        merged = re.sub(r"    seal: .*\n", seal[0], written.write(both))
        assert ledger.state("lead", shown[3], written.read(Source("review.yaml", merged))) is State.UNREVIEWED
    assert ledger.state("lead", shown[3], written.read(Source("review.yaml", written.write(both)))) is State.REVIEWED


def approvals() -> st.SearchStrategy[ledger.Approval]:
    text = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=20)
    texts = st.lists(text, max_size=3).map(tuple)
    name, day, maybe = text.filter(str.strip), st.dates().map(str), st.none() | texts
    known = {"section": name, "by": name, "on": day, "zh": texts, "en": texts}
    return st.builds(ledger.Approval, **known, front=maybe, form=maybe, order=maybe)


@given(st.lists(approvals(), max_size=4, unique_by=lambda a: a.section), st.sampled_from(["", "2024-07-10-a"]))
def test_what_is_written_is_read(entries: list[ledger.Approval], briefing: str) -> None:
    entered = ledger.Ledger(tuple(entries), briefing)
    assert written.read(Source("review.yaml", written.write(entered))) == entered


SET = (
    "# 标题\n\n一年**不**加价，两年不加价，见[方案](https://a.org)。\n\n> 他说好。\n\n- 甲\n- 乙\n\n![图](a.png)\n\n"
    "## 二 {#s1}\n\n文。\n"
)
SET_EN = "# Title\n\nNo rise in one year, none in two: [plan](https://a.org).\n\n> Good, he said.\n\n- A\n- B\n"


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("**不**", "不", State.UNREVIEWED),
        ("**不**加价，两年不", "不加价，两年**不**", State.UNREVIEWED),
        ("**不**", "*不*", State.UNREVIEWED),
        ("见[方案]", "[见方案]", State.UNREVIEWED),
        ("> 他", "他", State.UNREVIEWED),
        ("- 乙", "  - 乙", State.UNREVIEWED),
        ("- 乙", "\n乙", State.UNREVIEWED),
        ("**不**加价，", "**不** 加价,", State.REVIEWED),
    ],
)
def test_how_the_chinese_is_set_is_approved_with_it(before: str, after: str, expected: State) -> None:
    approval = ledger.approve("lead", seen(SET, SET_EN), "R. Viewer", "2026-01-01")
    now = seen(SET.replace(before, after), SET_EN)
    assert before in SET
    assert ledger.state("lead", now, ledger.Ledger((approval,))) is expected
    assert ledger.state("lead", now, ledger.Ledger((approval._replace(form=None),))) is State.REVIEWED, "one of before"


def test_what_an_english_paragraph_is_pinned_to_is_approved_with_it() -> None:
    approved = ledger.Ledger((ledger.approve("lead", seen(SET, SET_EN), "R. Viewer", "2026-01-01"),))
    pinned = seen(SET, SET_EN.replace("> Good", "<!-- yubei: zh 1 -->\n\n> Good"))
    assert ledger.state("lead", pinned, approved) is State.UNREVIEWED
    (change,) = ledger.changes(pinned, approved.approvals[0])
    assert (change.block.text.text, change.form) == ("Good, he said.", True)


def test_a_picture_that_only_the_chinese_has_is_approved_with_it() -> None:
    approved = ledger.Ledger((ledger.approve("lead", seen(SET, SET_EN), "R. Viewer", "2026-01-01"),))
    assert ledger.state("lead", seen(SET, SET_EN, b"another"), approved) is State.UNREVIEWED


def test_the_first_section_stands_for_which_there_are_and_in_which_order() -> None:
    before = seen(ZH, EN)._replace(front=(), order=("lead", "s1", "s2"))
    approved = ledger.Ledger((ledger.approve("lead", before, "R. Viewer", "2026-01-01"),))
    moved = before._replace(order=("lead", "s2", "s1"))
    assert ledger.state("lead", moved, approved) is State.UNREVIEWED
    assert ledger.state("lead", before._replace(order=("lead", "s1", "new", "s2")), approved) is State.REVIEWED
    two = approved.with_approval(ledger.approve("s1", seen(ZH, EN), "R. Viewer", "2026-01-01"))
    assert ledger.state("lead", before._replace(order=("lead", "s2")), two) is State.UNREVIEWED


def test_a_later_approval_replaces_the_earlier_one_in_place() -> None:
    a, b = (ledger.Approval(id, "A", "2026-01-01", (), ()) for id in "ab")
    again = ledger.Approval("a", "B", "2026-02-01", (), ())
    assert ledger.Ledger((a, b)).with_approval(again).approvals == (again, b)


BY = "sections:\n  s1:\n    by: A\n    on: 2026-01-01\n"


@pytest.mark.parametrize(
    "text",
    [
        *("sections: 3\n", "- a\n", "sections:\n  s1:\n    by: A\n", "sections:\n  s1: x\n"),
        *(BY, f"{BY}    zh: 甲\n    en: []\n", f"{BY}    zh: []\n    en: []\n    form: x\n"),
    ],
)
def test_a_broken_ledger_says_so(text: str) -> None:
    with pytest.raises(YubeiError, match="ledger"):
        written.read(Source("review.yaml", text))


@pytest.mark.parametrize(("by", "on"), [("", "2026-01-01"), (" ", "2026-01-01"), ("A", ""), ("A", "20260101")])
def test_nobody_and_no_day_approve_nothing(by: str, on: str) -> None:
    text = written.write(ledger.Ledger((ledger.Approval("s1", by, on, (), ()),)))
    with pytest.raises(YubeiError, match="ledger"):
        written.read(Source("review.yaml", text))


LISTED = "# 标题\n\n| 项目 | 2023 | 2024 |\n|-|-|-|\n| 新建 |  | 10 |\n\n1. 公园[^a]建设。\n\n[^a]: 注。\n"
LISTED_EN = "# Title\n\n| Item | 2023 | 2024 |\n|-|-|-|\n| New |  | 10 |\n\n1. Parks[^a] built.\n\n[^a]: Note.\n"


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("|  | 10 |", "| 10 |  |", State.STALE),
        ("| 新建 |", "|  新 建  |", State.REVIEWED),
        ("1. ", "4. ", State.STALE),
        ("1. ", "- ", State.STALE),
        ("1. ", "1.  ", State.REVIEWED),
        ("[^a]建设", "建设[^a]", State.STALE),
        ("[^a]", "[^b]", State.REVIEWED),
    ],
)
def test_cells_numbers_and_notes_of_the_chinese_stay_where_they_were(before: str, after: str, expected: State) -> None:
    approved = ledger.Ledger((ledger.approve("lead", seen(LISTED, LISTED_EN), "R. Viewer", "2026-01-01"),))
    assert before in LISTED
    assert ledger.state("lead", seen(LISTED.replace(before, after), LISTED_EN), approved) is expected


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("|  | 10 |", "| 10 |  |", State.UNREVIEWED),
        ("| New |", "|  New  |", State.REVIEWED),
        ("1. ", "4. ", State.UNREVIEWED),
        ("1. ", "- 1. ", State.UNREVIEWED),
        ("1. ", "1.  ", State.REVIEWED),
        ("[^a] built", " built[^a]", State.UNREVIEWED),
    ],
)
def test_cells_numbers_and_notes_of_the_english_stay_where_they_were(before: str, after: str, expected: State) -> None:
    approved = ledger.Ledger((ledger.approve("lead", seen(LISTED, LISTED_EN), "R. Viewer", "2026-01-01"),))
    assert before in LISTED_EN
    assert ledger.state("lead", seen(LISTED, LISTED_EN.replace(before, after)), approved) is expected
