"""What every output says around the text."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from briefings import briefing, term

from yubei_pub.model import Briefing, State
from yubei_pub.settings import Style
from yubei_pub.wording import colophon, matter, term_rows, volume
from yubei_pub.wording.matter import Pair


@pytest.mark.parametrize(
    ("written", "printed", "core"),
    [
        ("2024-07-10", "10 July 2024", "2024-07-10"),
        ("2024年7月1日", "1 July 2024", "2024-07-01"),
        ("2024/12/31", "31 December 2024", "2024-12-31"),
        ("2024-02-30", "2024-02-30", "1980-01-01"),
        ("2024.7.10", "10 July 2024", "2024-07-10"),
        ("next week", "next week", "1980-01-01"),
        ("", "", "1980-01-01"),
    ],
)
def test_dates(written: str, printed: str, core: str) -> None:
    assert matter.printed_date(written) == printed
    assert matter.core_date(briefing("# 题", "# T", front={"date": written})) == core


@pytest.mark.parametrize(
    ("chinese", "english", "row"),
    [
        ("某报", "A Paper", ("A Paper", "某报")),
        ("某报", "", ("", "某报")),
        ("A Paper", "A Paper", ("A Paper", "")),
        ("某报", "某报", ("", "某报")),
        ("", "", None),
    ],
)
def test_a_row_of_the_title_block_says_a_thing_once(chinese: str, english: str, row: tuple[str, str] | None) -> None:
    made = briefing("# 题", "# T", front={"publisher": chinese}, en_front={"publisher": english})
    rows = {fact.label.english: tuple(fact.value) for fact in matter.facts(made)}
    assert rows.get("Publisher") == row


def test_terms_stand_in_the_order_of_their_english_with_where_they_are() -> None:
    terms = [term("丙", "“alpha” first"), term("乙", "(the) Beta"), term("甲", "alpha second"), term("丁", "gamma")]
    made = briefing("# 丁\n\n甲乙\n\n![丙](a.png)\n\n乙", "# T\n\nx\n\n![y](a.png)\n\nz", terms=terms)
    rows = [(row.term.en, row.places) for row in term_rows.rows_of([made])]
    assert rows == [("“alpha” first", "caption"), ("alpha second", "1"), ("(the) Beta", "1, 2"), ("gamma", "heading")]


@pytest.mark.parametrize(
    ("order", "wanted"),
    [
        ("a-z", ["Ring 1A", "Ring 2", "Ring 10", "Ring 1,000"]),
        ("pinyin", ["Ring 1A", "Ring 1,000", "Ring 2", "Ring 10"]),
    ],
)
def test_numerals_in_terms_stand_in_the_order_of_their_values(order: str, wanted: list[str]) -> None:
    names = {"第10号": "Ring 10", "第2号": "Ring 2", "第1号": "Ring 1A", "第1号线": "Ring 1,000"}
    terms = [term(zh, en) for zh, en in names.items()]
    made = briefing(f"# {'、'.join(names)}", "# T", terms=terms)
    rows = [row.term.en for row in term_rows.rows_of([made], order)]
    assert rows == wanted


def test_of_several_briefings_a_place_names_its_briefing_and_is_named_once() -> None:
    terms = [term("乙", "Beta"), term("丁", "gamma")]
    one, other = (briefing(zh, "# T\n\nx", terms=terms) for zh in ("# 丁\n\n乙", "# 丁\n\n乙和丁"))
    rows = [(row.term.en, row.places) for row in term_rows.rows_of([one, one, other])]
    assert rows == [("Beta", "1.1, 2.1, 3.1"), ("gamma", "heading, 3.1")]


@pytest.mark.parametrize(
    ("of_eight", "said"),
    [
        ("11111111", "1–8"),
        ("11011101", "1, 2, 4–6, 8"),
        ("00100110", "3, 6, 7"),
    ],
)
def test_paragraphs_in_a_row_are_named_by_the_first_and_the_last(of_eight: str, said: str) -> None:
    zh = "\n\n".join("甲" if here == "1" else "乙" for here in of_eight)
    made = briefing(f"# 题\n\n{zh}", "# T\n\n" + "\n\n".join("xxxxxxxx"), terms=[term("甲", "alpha")])
    assert [row.places for row in term_rows.rows_of([made])] == [said]
    first, second = (re.sub(r"\d+", rf"{at}.\g<0>", said) for at in (1, 2))
    assert [row.places for row in term_rows.rows_of([briefing("# 题", "# T"), made])] == [second]
    assert [row.places for row in term_rows.rows_of([made, made])] == [f"{first}, {second}"]


def test_the_pages_that_the_briefings_of_a_volume_share_are_named_for_all() -> None:
    first = briefing("# 甲", "# A", front={"date": "2024-07-10"}, states={"lead": State.STALE})
    last = briefing("# 乙", "# B", front={"date": "2024-07-12"})
    usual, own = Style(), Style(volume=("", "渝北新闻通稿"))
    chinese = Style("zh-en")
    assert volume.running([first], own)[:3] == ("A", "10 July 2024", "DRAFT: 1 of 1 sections stale")
    assert volume.running([last], chinese)[:3] == ("乙", "12 July 2024", "")
    said = ("10 July 2024 – 12 July 2024", "DRAFT: 1 of 2 briefings")
    assert volume.running([first, last], usual)[:3] == ("Bilingual briefings", *said)
    assert volume.running([first, last], chinese)[:3] == ("双语通稿", *said)
    assert volume.running([first, last], own)[:3] == ("渝北新闻通稿", *said)
    assert volume.running([last, last], own).draft == ""
    assert volume.name([first, last], own) == "渝北新闻通稿"
    assert volume.name([first], own) == "A"


def test_what_is_known_of_a_volume_is_said_once() -> None:
    fronts = [
        {"date": "2024-07-10", "publisher": "渝北区融媒体中心"},
        {"date": "2024-07-11", "publisher": "Chongqing Daily"},
        {"date": "2024-07-12", "publisher": "渝北区融媒体中心"},
    ]
    made = [briefing("# 题", "# T", front=front) for front in fronts]
    assert [(fact.label.english, *fact.value) for fact in volume.facts(made)] == [
        ("Date", "10 July 2024 – 12 July 2024", ""),
        ("Publisher", "Chongqing Daily", "渝北区融媒体中心"),
        ("Status", "Reviewed", "已审校"),
    ]
    draft = briefing("# 题", "# T", states={"lead": State.STALE})
    assert volume.facts([draft, made[0]])[-1].value.english == "Draft"
    assert volume.facts([draft, *made])[0].value.english == "10 July 2024 – 12 July 2024"
    assert not any(fact.label == matter.DATE for fact in volume.facts([draft, draft]))


def test_facts_have_only_rows_with_a_value_and_always_the_status() -> None:
    bare = briefing("# 题", "# T")
    assert [fact.label.english for fact in matter.facts(bare)] == ["Status"]
    made = briefing(
        "# 题", "# T", front={"place": "重庆", "publisher": "社", "date": "2024-07-10"}, en_front={"place": "Chongqing"}
    )
    values = {fact.label.english: fact.value for fact in matter.facts(made)}
    assert values == {
        "Date": Pair("10 July 2024", ""),
        "Publisher": Pair("", "社"),
        "Place": Pair("Chongqing", "重庆"),
        "Status": Pair("Reviewed", "已审校"),
    }


@pytest.mark.parametrize(
    ("states", "line", "said"),
    [
        ({}, "", "All sections reviewed."),
        ({"s1": State.STALE}, "DRAFT: 1 of 2 sections stale", "Stale: Section."),
        ({"lead": State.UNREVIEWED}, "DRAFT: 1 of 2 sections not reviewed", "Not reviewed: the introduction."),
        (
            {"lead": State.UNREVIEWED, "s1": State.UNREVIEWED},
            "DRAFT: 2 of 2 sections not reviewed",
            "No section has been reviewed.",
        ),
        (
            {"lead": State.MISSING, "s1": State.MISSING},
            "DRAFT: 2 of 2 sections not translated",
            "No section has been translated.",
        ),
        ({"lead": State.MISSING}, "DRAFT: 1 of 2 sections not translated", "Not translated: the introduction."),
        (
            {"lead": State.MISSING, "s1": State.STALE},
            "DRAFT: 1 of 2 sections stale, 1 not translated",
            "Stale: Section. Not translated: the introduction.",
        ),
    ],
)
def test_what_is_not_reviewed_is_said(states: dict[str, State], line: str, said: str) -> None:
    made = briefing("# 题\n\n## 节", "# T\n\n## Section", states=states)
    assert matter.draft_line(made) == line
    assert said in "".join(sentence.text for sentence in colophon.paragraphs(made)[-1])


def test_sections_that_are_not_named_are_counted() -> None:
    names = [f"s{number}" for number in range(1, 15)]
    zh, en = ("# 题\n\n" + "\n\n".join(f"## {name}" for name in names) for _ in range(2))
    made = briefing(zh, en, states=dict.fromkeys(names, State.STALE))
    said = "".join(sentence.text for sentence in colophon.paragraphs(made)[-1])
    assert "Stale: s1; s2; " in said
    assert "; s12; and 2 more." in said


def test_rights_are_printed_word_for_word() -> None:
    made = briefing("# 题", "# T", front={"rights": "版权所有 © 2024  某社\nAll rights reserved."})
    paragraphs = ["".join(s.text for s in sentences) for sentences in colophon.paragraphs(made)]
    assert paragraphs[:2] == ["版权所有 © 2024  某社", "All rights reserved."]


def test_what_the_english_front_matter_says_of_them_is_printed_too() -> None:
    """It was approved with the lead and printed nowhere, even where zh.md has no rights at all."""
    front = {"rights": "版权所有", "byline": "陈宁", "editors": "周然"}
    english = {"rights": "All rights reserved.", "byline": "Chen Ning", "url": "https://example.org/"}
    paragraphs = ["".join(s.text for s in sentences) for sentences in colophon.paragraphs(_both_fronts(front, english))]
    assert paragraphs[:2] == ["版权所有", "All rights reserved."]
    assert paragraphs[2].startswith("Source: https://example.org/. Byline: Chen Ning 陈宁. Editors: 周然. ")
    only = colophon.paragraphs(_both_fronts({}, {"rights": "All rights reserved."}))
    assert [sentence.text for sentence in only[0]] == ["All rights reserved."]


def _both_fronts(front: dict[str, str], english: dict[str, str]) -> Briefing:
    return briefing("# 题", "# T", front=front, en_front=english)


def test_the_saved_page_is_named_without_its_folder() -> None:
    made = briefing("# 题", "# T")
    assert made.provenance is not None
    moved = replace(made, provenance=made.provenance._replace(page="source/x/page.txt"))
    said = "".join(sentence.text for sentence in colophon.paragraphs(moved)[-1])
    assert said.startswith(
        "Saved page page.txt, SHA-256 5f0c5f0c5f0c…; of the Chinese, 1,234 characters as on the page"
    )
