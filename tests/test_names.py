"""Pinyin: syllables and readings, surnames, and which English stands for which Chinese."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import cases
from hypothesis import given
from hypothesis import strategies as st
from pypinyin import Style
from pypinyin import pinyin as spoken

from yubei_pub import shipped
from yubei_pub.names import Match, matches, persons, pinyin, romanise, surnames
from yubei_pub.names.dictionary_order import read_aloud, read_name

CASES = cases("names")
SYLLABLES = sorted(
    {reading for char in "一渝北区重庆安西吕绿女虐单解查曾欧阳爱儿" for reading in pinyin.readings(char)}
)


def pairs() -> Iterator[tuple[str, str, list[str]]]:
    for path in CASES:
        for case in path.read_text("utf-8").split("===\n"):
            texts, expected = case.split("---\n")
            chinese, english = texts.strip().split("\n")
            yield chinese, english, expected.splitlines()


def line(match: Match, english: str) -> str:
    form = [match.kind, *["given name first"][: not match.family_first], *[match.given][: match.given != "joined"]]
    return f"{match.zh} = {english[match.start : match.end]} ({', '.join(form)})"


@pytest.mark.parametrize(("chinese", "english", "expected"), list(pairs()))
def test_case(chinese: str, english: str, expected: list[str]) -> None:
    found = matches(chinese, english)
    assert [line(match, english) for match in found] == expected
    assert all(chinese[match.zh_start : match.zh_end] == match.zh for match in found)


@given(st.lists(st.sampled_from(SYLLABLES), min_size=1, max_size=4))
def test_joined_syllables_are_cut_again(way: list[str]) -> None:
    """The apostrophe makes one reading of two: join and cut undo each other."""
    assert tuple(way) in pinyin.syllables(pinyin.join(way).capitalize())


@given(st.text(max_size=40), st.text(max_size=40))
def test_matches_lie_in_both_texts(chinese: str, english: str) -> None:
    for match in matches(chinese, english):
        assert chinese[match.zh_start : match.zh_end] == match.zh
        assert 0 <= match.start < match.end <= len(english)


@given(st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5), min_size=2, max_size=3))
def test_a_name_is_found_by_its_own_spelling(name: str) -> None:
    written = romanise(name)
    family = surnames.surname(name)
    if written and len(name) - len(family) <= 2:
        english = f"Yesterday {written} said so."
        assert any(match.zh == name and match.family_first for match in matches(name, english))


def test_a_name_in_the_wrong_order_is_still_the_name() -> None:
    (found,) = matches("王小明", "Xiaoming Wang")
    assert not found.family_first


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("单田芳", "Shan Tianfang"),
        ("欧阳修", "Ouyang Xiu"),
        ("王安安", "Wang An’an"),
        ("吕伟", "Lü Wei"),
        ("陈西欧", "Chen Xi’ou"),
        ("王", ""),
        ("", ""),
    ],
)
def test_romanise(name: str, written: str) -> None:
    assert romanise(name) == written


def test_a_name_is_a_surname_with_a_given_name_behind_it() -> None:
    assert [name for name in ("欧阳修", "司马光复", "司马", "王小明") if not surnames.is_name(name)] == []
    assert [name for name in ("王", "王小明明", "的小明", "") if surnames.is_name(name)] == []


def test_a_word_is_a_surname_only_if_all_of_it_is() -> None:
    assert [word for word in ("Lü", "Lyu", "Lv", "Lu", "Lǚ", "Lüan", "Luwei") if surnames.is_read("吕", word)] == [
        *("Lü", "Lyu", "Lv", "Lu", "Lǚ")
    ]


def test_the_longest_known_word_says_how_it_is_read() -> None:
    assert read_aloud("长三角5G") == ["chang", "san", "jiao", "5", "g"]
    assert read_aloud("重庆市长") == ["chong", "qing", "shi", "zhang"]
    assert read_aloud("“十四五” 规划") == ["shi", "si", "wu", "gui", "hua"]


@pytest.mark.parametrize(
    ("name", "read"),
    [("单志刚", "shan zhi gang"), ("尉迟恭", "yu chi gong"), ("马克思", "ma ke si"), ("阿凡提", "a fan ti"), ("·", "")],
)
def test_a_person_is_sorted_by_the_reading_of_the_surname(name: str, read: str) -> None:
    assert read_name(name) == read.split()


def test_a_word_that_nobody_is_called_is_not_cut() -> None:
    """It could be cut in more ways than there is room for."""
    assert len(pinyin.syllables("xian" * 6)) == 2**6
    assert pinyin.syllables("xian" * 7) == ()


def test_every_surname_has_a_reading_that_its_characters_have() -> None:
    """A reading as a surname may be rare, but some reading of the table must be pinyin."""
    for family in surnames.SURNAMES:
        readings = surnames.surname_readings(family)
        assert readings, family
        assert all(pinyin.syllables(reading) for reading in readings if reading != "park"), family


@pytest.mark.parametrize("table", ["pinyin.txt", "readings.txt"])
def test_the_notice_names_what_a_table_was_made_from(table: str) -> None:
    notice = (Path(__file__).parents[1] / "NOTICE").read_text("utf-8")
    works = re.findall(r"pypinyin \d[\d.]*\d|OpenCC \d[\d.]*\d", shipped.text(table)[:1000])
    assert len(works) == 2
    assert [work for work in works if work not in notice] == []


def test_readings_are_those_of_pypinyin() -> None:
    for char in "渝北重庆单解查曾行长乐":
        heard = set(spoken(char, style=Style.NORMAL, heteronym=True, v_to_u=True)[0])
        assert set(pinyin.readings(char)) <= heard


def test_persons() -> None:
    text = "渝北区委书记杨晓云、副区长赵兵介绍了情况。王小明表示满意。书记王向东说，会议很好。图为公园。王铎翰 摄"
    assert persons.names(text) == ["杨晓云", "赵兵", "王小明", "王向东", "王铎翰"]
    assert persons.names("王铎翰 文") == ["王铎翰"]


@pytest.mark.parametrize(
    ("text", "sure"), [("书记王向在重庆", False), ("记者王伟报道", True), ("书记王建国在重庆", True)]
)
def test_a_name_may_go_on_where_the_next_character_is_one_of_names(text: str, sure: bool) -> None:
    assert bool(persons.names(text)) == sure
