"""The check of numbers: pairs of sentences and what it says of them, and errors planted in right pages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import pytest

from yubei_pub.annotate import annotate
from yubei_pub.beads import Bead, Segment
from yubei_pub.checks import numbers
from yubei_pub.document import Block, BlockKind, Document
from yubei_pub.findings import Remark, Severity
from yubei_pub.model import Briefing, BriefingSection, Passage, State
from yubei_pub.quantities.comparing.items import Half
from yubei_pub.remembered import Remembered
from yubei_pub.terms import TermFinder
from yubei_pub.trace import Source, TracedText

ROOT = Path(__file__).parent / "cases" / "numbers"
CASES = sorted(ROOT.glob("*.txt"))
PAGES = Path(__file__).parents[2] / "shared" / "pages"
FRONT = {"date": "2024-07-10"}
PAGE = Document(Source("zh.md", ""), FRONT, ())
BRIEFING = Briefing("2024-07-10", PAGE, None, (), {}, None, (), "", "")  # of which the check reads the date alone


class Pair(NamedTuple):
    zh: str
    en: str


def segment(path: str, text: str) -> Segment:
    traced = TracedText.of(Source(path, text))
    return Segment(traced, Block(BlockKind.PARAGRAPH, traced, (0, len(text))))


def remarks(pair: Pair, briefing: Briefing = BRIEFING) -> list[Remark]:
    bead = Bead((segment("zh.md", pair.zh),), (segment("en.md", pair.en),))
    return list(numbers.check_bead(annotate(bead, TermFinder([]), Remembered()), briefing))


def shown(remark: Remark) -> str:
    place = remark.place.source.text[remark.place.start : remark.place.end]
    severity = remark.severity or numbers.SEVERITY
    fix = f"fix {remark.fix.edits[0].replacement}{' certain' * remark.fix.certain}" if remark.fix else ""
    return f"{severity.value} | {place} | {remark.message} | {fix}".rstrip()


def pairs(case: Path) -> tuple[list[Pair], list[str]]:
    """Pairs of lines with an empty line between, and the remarks expected of all of them."""
    text, _, expected = case.read_text(encoding="utf-8").partition("---\n")
    return [Pair(*pair.split("\n")) for pair in text.strip().split("\n\n")], expected.splitlines()


def real_page() -> list[Pair]:
    """The blocks of the real page with its translation, in order; empty where it is not there."""
    files = (PAGES / "yubei-2024-07-10.expected.zh.md", PAGES / "yubei-2024-07-10.en.md")
    if not all(file.exists() for file in files):
        return []
    zh, en = (file.read_text(encoding="utf-8").split("\n---\n")[-1].strip().split("\n\n") for file in files)
    return [Pair(*(re.sub(r"^!\[(.*)\]\(.*\)$", r"\1", text) for text in pair)) for pair in zip(zh, en, strict=True)]


def test_a_place_in_the_whole_is_one_in_a_segment() -> None:
    half = Half(("去年", "今年"), ())
    assert [half.locate(at) for at in (0, 2, 3, 5)] == [(0, 0), (0, 2), (1, 0), (1, 2)]


def test_there_are_cases() -> None:
    assert any(case.name.startswith("clean-") for case in CASES)
    assert any(not case.name.startswith("clean-") for case in CASES)


@pytest.mark.parametrize("case", CASES, ids=lambda p: p.stem)
def test_case(case: Path) -> None:
    """`severity | English place | message | fix`, in the order of the pairs."""
    found, expected = pairs(case)
    assert [shown(remark) for pair in found for remark in remarks(pair)] == [line.rstrip() for line in expected]
    notes = [line for line in expected if line.startswith("note ")]
    assert not case.name.startswith("clean-") or notes == expected  # right pairs have no error and no warning


CHANGES = [
    ("356,000", "35,600"),
    ("351.2 billion", "35.12 billion"),
    ("third batch", "second batch"),
    ("July 10", "June 10"),
    ("July 10", "July 11"),
    ("five urban lakes", "fifteen urban lakes"),
    ("44 categories", "45 categories"),
    ("50%", "15%"),
    ("3,000", "300"),
    ("nine ", "six "),
    ("15.8", "18.5"),
    ("36.6%", "36.5%"),
    ("2021", "2012"),
    ("3 billion", "30 billion"),
    ("130 kilometers", "110 kilometers"),
    ("110 kilometers", "130 kilometers"),
    ("16 consecutive", "15 consecutive"),
    ("20%", "2%"),
    ("10 billion", "1 billion"),
    ("four lists", "five lists"),
    ("ranked first", "ranked second"),
    ("more than 50%", "less than 50%"),
    ("July 10", "July"),
    ("July 10", "July 10, 2019"),
    ("Since 2021", "Since March 2021"),
    ("third batch", "first batch"),
]


def errors(pair: Pair) -> Iterator[Remark]:
    return (remark for remark in remarks(pair) if (remark.severity or numbers.SEVERITY) is Severity.ERROR)


def page(name: str) -> list[Pair]:
    if name == "ours":
        return pairs(ROOT / "clean-page.txt")[0]
    found = real_page()
    if not found:
        print("the real page is not there: the folder `shared` is not beside this checkout")
        pytest.skip("the folder `shared` is not beside this checkout")
    return found


@pytest.mark.parametrize("name", ["ours", "real"])
def test_a_right_page_has_no_finding(name: str) -> None:
    assert [shown(remark) for pair in page(name) for remark in remarks(pair)] == []


@pytest.mark.parametrize("name", ["ours", "real"])
@pytest.mark.parametrize(("right", "wrong"), CHANGES, ids=["→".join(change) for change in CHANGES])
def test_a_planted_error_is_found_in_its_place(name: str, right: str, wrong: str) -> None:
    (pair,) = (pair for pair in page(name) if right in pair.en)
    at = pair.en.index(right)
    changed = pair.en[:at] + wrong + pair.en[at + len(right) :]
    (error,) = errors(Pair(pair.zh, changed))
    assert at <= error.place.start < error.place.end <= at + len(wrong)
    assert error.related[0][0].path == "zh.md"


@pytest.mark.parametrize("name", ["ours", "real"])
def test_a_multiple_left_out_is_found(name: str) -> None:
    (pair,) = (pair for pair in page(name) if "翻番" in pair.zh)
    (error,) = errors(Pair(pair.zh, pair.en.replace("double ", "raise ")))
    assert "翻番" in str(error.message)


@pytest.mark.parametrize("name", ["ours", "real"])
def test_figures_that_changed_places_are_found(name: str) -> None:
    (pair,) = (pair for pair in page(name) if "130公里" in pair.zh)
    changed = pair.en.replace("130", "@").replace("110", "130").replace("@", "110")
    first, second = errors(Pair(pair.zh, changed))
    assert {changed[e.place.start : e.place.end] for e in (first, second)} == {"110", "130"}
    clauses = "Old pipes of 110 kilometers were renovated and 130 kilometers of new pipes built."
    assert not remarks(Pair("新建管网130公里，改造老旧管网110公里。", clauses))  # translators do turn clauses round


def test_a_certain_fix_makes_the_pair_right() -> None:
    pair = Pair("建成公园300余个。", "It has built more than 30 parks.")
    (remark,) = remarks(pair)
    assert remark.fix is not None
    assert remark.fix.certain
    (edit,) = remark.fix.edits
    assert not remarks(Pair(pair.zh, pair.en[: edit.start] + edit.replacement + pair.en[edit.end :]))


def test_a_year_is_held_against_the_date_of_the_page() -> None:
    pair = Pair("去年，投资增长。", "In 2020, investment grew.")
    page = replace(BRIEFING, source=replace(PAGE, front={"date": "2021-03-01"}))
    undated = replace(BRIEFING, source=replace(PAGE, front={}))
    assert len(remarks(pair)) == 1
    assert not remarks(pair, page)
    assert not remarks(pair, undated)  # nothing says which year the last one is


def briefing_of(*pairs: Pair) -> tuple[Briefing, list[Bead]]:
    """A briefing of one section with a paragraph for each pair, and its beads."""
    plain = (Bead((segment("zh.md", p.zh),), (segment("en.md", p.en),)) for p in pairs)
    beads = [annotate(bead, TermFinder([]), Remembered()) for bead in plain]
    passages = tuple(Passage(number, (), (), (bead,)) for number, bead in enumerate(beads))
    section = BriefingSection("s1", 2, None, None, (Bead((), ()),), passages, State.UNREVIEWED)
    return replace(BRIEFING, sections=(section,)), beads


def test_a_figure_moved_to_the_next_paragraph_is_only_noted() -> None:
    briefing, (first, second, _) = briefing_of(
        Pair("建成公园300个。新增学位2100个。", "It has built 300 parks."),
        Pair("改造老旧小区186个。", "It has added 2,100 school places and renovated 186 old compounds."),
        Pair("加装电梯45部。", "It has fitted 45 elevators."),
    )
    (remark,) = numbers.check_bead(first, briefing)
    assert remark.severity is Severity.NOTE
    assert "2100" in str(remark.message)
    assert not list(numbers.check_bead(second, briefing))


def test_a_date_left_to_the_paragraph_before_is_only_noted() -> None:
    briefing, (_, second, third) = briefing_of(
        Pair("17日凌晨4时，部分路段中断。", "Roads were cut off at 4 a.m. on July 17."),
        Pair("17日上午9时，抢修结束。", "Repairs were finished at 9 a.m."),
        Pair("18日上午9时，恢复供电。", "Power was back at 9 a.m."),
    )
    (remark,) = numbers.check_bead(second, briefing)
    assert remark.severity is Severity.NOTE
    (remark,) = numbers.check_bead(third, briefing)
    assert remark.severity is None


def test_a_date_left_to_the_last_paragraph_that_names_a_day_is_only_noted() -> None:
    briefing, (*_, same, other) = briefing_of(
        Pair("截至8日14时，9人受伤。", "As of 2 p.m. on July 8, nine people were injured."),
        Pair("有关部门启动响应。", "The authorities responded."),
        Pair("消防员赶赴灾区。", "Firefighters set out."),
        Pair("截至8日18时，安置群众6200人。", "By 6 p.m., 6,200 people had found shelter."),
        Pair("截至9日18时，安置群众7200人。", "By 6 p.m., 7,200 people had found shelter."),
    )
    assert [remark.severity for remark in numbers.check_bead(same, briefing)] == [Severity.NOTE]
    assert [remark.severity for remark in numbers.check_bead(other, briefing)] == [None]


@pytest.mark.parametrize(("en", "said"), [("Rain fell on May 15.", 0), ("Rain fell on March 15.", 1)])
def test_a_bare_day_is_of_the_last_month_that_is_named(en: str, said: int) -> None:
    briefing, (*_, day) = briefing_of(
        Pair("5月多雨。", "May was wet."), Pair("风大。", "It blew."), Pair("15日，下雨。", en)
    )
    assert len(list(numbers.check_bead(day, briefing))) == said
    assert remarks(Pair("15日，下雨。", en))  # of a page of July


def test_a_month_that_the_title_names_is_only_noted() -> None:
    briefing, (_, lost, wrong, title) = briefing_of(
        Pair("物价平稳。", "Prices were stable."),
        Pair("8月份上涨0.6%。", "Prices rose 0.6 percent."),
        Pair("8月份上涨0.6%。", "In July, prices rose 0.6 percent."),
        Pair("8月份物价", "Prices in August"),
    )
    (section,) = briefing.sections
    section = replace(section, headings=[title], passages=section.passages[:-1])
    briefing = replace(briefing, sections=(section,))
    (remark,) = numbers.check_bead(lost, briefing)
    assert remark.severity is Severity.NOTE
    (remark,) = numbers.check_bead(wrong, briefing)
    assert remark.severity is None


@pytest.mark.parametrize(
    ("zh", "en", "said"),
    [
        ("500米口径望远镜的新发现", "New Finds by the Sky Eye", [Severity.NOTE]),
        ("500米口径望远镜的新发现", "New Finds by the 300-Meter Telescope", [None]),
        ("望远镜的5个新发现和30个项目", "Thirty Projects of the Telescope", [None]),
        ("三年建成公园百余座", "A Hundred Parks in Three Years", [Severity.NOTE]),
        ("三年建成公园百余座", "Nearly a Hundred Parks in Three Years", [None]),
    ],
)
def test_a_heading_may_leave_its_figures_out_but_not_some_of_them(
    zh: str, en: str, said: list[Severity | None]
) -> None:
    ours, theirs = (segment(path, text) for path, text in (("zh.md", zh), ("en.md", en)))
    ours = ours._replace(block=ours.block._replace(kind=BlockKind.HEADING))
    found = numbers.check_bead(annotate(Bead((ours,), (theirs,)), TermFinder([]), Remembered()), BRIEFING)
    assert [remark.severity for remark in found] == said


@pytest.mark.parametrize(
    ("en", "said"),
    [
        ("58 Projects Begun", Severity.NOTE),
        ("7.36 Million Visits in a Week", Severity.NOTE),
        ("Visits Up 5.6 Percent", Severity.NOTE),
        ("85 Projects Begun", None),
        ("Visits Up 6.5 Percent", None),
    ],
)
def test_a_figure_that_a_heading_takes_from_the_text_is_only_noted(en: str, said: Severity | None) -> None:
    briefing, (heading, _) = briefing_of(
        Pair("江北项目集中开工", en),
        Pair(
            "58个项目开工，其中4个在江北，接待736.2万人次，增长5.6%。",
            "Of 58 projects, four are in Jiangbei; 7.362 million visits, 5.6 percent more.",
        ),
    )
    title = heading.source[0]
    title = title._replace(block=title.block._replace(kind=BlockKind.HEADING))
    (remark,) = numbers.check_bead(heading._replace(source=(title,)), briefing)
    assert remark.severity is said


def test_a_figure_that_a_heading_leaves_to_the_text_is_only_noted() -> None:
    briefing, (heading, _) = briefing_of(
        Pair("十四届常委会第二十二次会议举行", "Standing Committee Holds Its 22nd Session"),
        Pair("十四届常委会第二十二次会议开幕。", "The 14th Standing Committee opened its 22nd session."),
    )
    title = heading.source[0]
    title = title._replace(block=title.block._replace(kind=BlockKind.HEADING))
    (remark,) = numbers.check_bead(heading._replace(source=(title,)), briefing)
    assert remark.severity is Severity.NOTE


def test_a_figure_that_the_next_paragraph_has_of_its_own_is_missing() -> None:
    briefing, (first, second) = briefing_of(
        Pair("新增学位2100个。", "It has added school places."),
        Pair("加装电梯2100部。", "It has fitted 2,100 elevators."),
    )
    (remark,) = numbers.check_bead(first, briefing)
    assert (remark.severity or numbers.SEVERITY) is Severity.ERROR
    assert not list(numbers.check_bead(second, briefing))


def test_many_figures_in_one_paragraph_have_no_finding() -> None:
    assert not remarks(Pair("建成公园5个，" * 500, "Five parks were built, " * 500))


def test_nothing_is_said_without_a_translation() -> None:
    bead = Bead((segment("zh.md", "建成公园300个。"),), ())
    assert not list(numbers.check_bead(annotate(bead, TermFinder([]), Remembered()), BRIEFING))
    assert not remarks(Pair("建成公园300个。", " "))
