"""Finding quantities in running text: cases as files, and laws."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from conftest import cases
from hypothesis import example, given
from hypothesis import strategies as st

from yubei_pub.beads import Quantity
from yubei_pub.quantities import chinese, english
from yubei_pub.quantities.comparing.writing import describe, figure, like, ordinal

CASES = cases("quantities")
FINDERS: dict[str, Callable[[str], Iterator[Quantity]]] = {"zh": chinese.find, "en": english.find}


def test_there_are_cases() -> None:
    assert {case.name[:2] for case in CASES} == {"zh", "en"}


def shown(text: str, quantity: Quantity) -> str:
    value = f"{quantity.low}..{quantity.high}" if quantity.value is None else str(quantity.value)
    span = text[quantity.start : quantity.end]
    return " | ".join((span, value, quantity.kind, quantity.unit, quantity.approximator)).replace("|  |", "| |")


@pytest.mark.parametrize("case", CASES, ids=lambda p: p.stem)
def test_case(case: Path) -> None:
    """`text | value or low..high | kind | unit | approximator`, in the order of the text."""
    text, _, expected = case.read_text(encoding="utf-8").partition("---\n")
    found = [shown(text, quantity).rstrip() for quantity in FINDERS[case.name[:2]](text)]
    assert found == [line.rstrip() for line in expected.splitlines()]


@pytest.mark.parametrize("find", FINDERS.values())
@given(text=st.text("第三百分之.,35万亿元月日年—-% 至半个\none two half and third of July1/0", max_size=60))
def test_found_left_to_right_without_overlap(find: Callable[[str], Iterator[Quantity]], text: str) -> None:
    end = 0
    for quantity in find(text):
        assert end <= quantity.start < quantity.end <= len(text)
        assert (quantity.value is None) == (quantity.low is not None) == (quantity.high is not None)
        assert quantity.low is None or quantity.high is None or quantity.low < quantity.high
        end = quantity.end


@pytest.mark.parametrize("find", FINDERS.values())
@given(text=st.text(max_size=80))
def test_any_text_is_read(find: Callable[[str], Iterator[Quantity]], text: str) -> None:
    for quantity in find(text):
        describe(quantity)
        like(quantity, text[quantity.start : quantity.end])


@pytest.mark.parametrize("find", FINDERS.values())
@given(text=st.text("0123456789.^e-×⁸ 万亿兆k", max_size=60))
@example(text="9^999 0^-5 1e999 " + "亿" * 39)
def test_no_value_is_beyond_reckoning(find: Callable[[str], Iterator[Quantity]], text: str) -> None:
    for quantity in find(text):
        assert all(
            abs(float(value)) < 1e101 for value in (quantity.value, quantity.low, quantity.high) if value is not None
        )


def chinese_numeral(number: int) -> str:
    """A whole number below 10**12 in Chinese, the long way (一十二, 一百零三)."""
    if number >= 10**8:
        rest = number % 10**8
        return chinese_numeral(number // 10**8) + "亿" + (gap(rest, 10**7) if rest else "")
    if number >= 10**4:
        rest = number % 10**4
        return chinese_numeral(number // 10**4) + "万" + (gap(rest, 10**3) if rest else "")
    text = ""
    for size, unit in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // size % 10
        if digit:
            text += ("两" if digit == 2 and size > 10 else "零一二三四五六七八九"[digit]) + unit
        elif text and number % size and not text.endswith("零"):
            text += "零"
    return text


def gap(rest: int, size: int) -> str:
    return ("零" if rest < size else "") + chinese_numeral(rest)


@given(st.integers(1, 10**12 - 1))
def test_a_written_out_chinese_number_has_its_value(number: int) -> None:
    text = f"共有{chinese_numeral(number)}件"
    assert [quantity.value for quantity in chinese.find(text)] == [number]


TENS = ",,twenty,thirty,forty,fifty,sixty,seventy,eighty,ninety".split(",")
ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()


def english_numeral(number: int, link: str, hyphen: str) -> str:
    """A whole number below 10**15 in words, with " and " or " " behind the hundreds and "-" or " " behind the tens."""
    for size, name in ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"), (1000, "thousand")):
        if number >= size:
            head, rest = f"{english_numeral(number // size, link, hyphen)} {name}", number % size
            return head + ((link if rest < 100 else " ") + english_numeral(rest, link, hyphen) if rest else "")
    if number >= 100:
        head, rest = f"{ONES[number // 100]} hundred", number % 100
        return head + (link + english_numeral(rest, link, hyphen) if rest else "")
    if number < 20:
        return ONES[number]
    return TENS[number // 10] + (hyphen + ONES[number % 10] if number % 10 else "")


@given(st.integers(1, 10**15 - 1), st.sampled_from([" and ", " "]), st.sampled_from("- "), st.integers(0, 13))
@example(220_000_000, " and ", "-", 0)
def test_a_written_out_english_number_has_its_value(number: int, link: str, hyphen: str, zeros: int) -> None:
    """Of any size: round ones such as two hundred and twenty million are as common."""
    number = number // 10**zeros * 10**zeros or number
    text = f"There were {english_numeral(number, link, hyphen)} people"
    assert [quantity.value for quantity in english.find(text)] == [number]


@given(st.integers(0, 10**15))
def test_figures_have_their_value(number: int) -> None:
    assert [q.value for q in english.find(f"There are {number:,} parks.")] == [number]
    assert [q.value for q in chinese.find(f"共有{number:,}个公园")] == [number]


@given(st.integers(1, 10**14), st.sampled_from([1, 10, 1000]))
def test_what_a_message_says_is_read_back(number: int, parts: int) -> None:
    value = number // parts if number % parts == 0 else number / parts
    written = figure(value)
    if parts == 1 or value < 10**6:
        (found,) = english.find(f"the value {written}")
        assert found.value == pytest.approx(value)


@given(st.integers(1, 999))
def test_ordinals_are_read_back(number: int) -> None:
    (found,) = english.find(f"the {ordinal(number)} session")
    assert (found.value, found.kind) == (number, "ordinal")


@pytest.mark.parametrize(
    ("text", "weak"),
    [("一件事", True), ("六中心合一", True), ("三峡", True), ("四张清单", False), ("九大院团", False), ("5个", False)],
)
def test_idiom_is_told_from_count(text: str, weak: bool) -> None:
    assert chinese.weak(text, next(iter(chinese.find(text)))) is weak


@pytest.mark.parametrize(
    ("text", "weak"), [("COVID-19 came", True), ("19 came", False), ("19 were stopped mid-", False)]
)
def test_a_number_behind_a_hyphen_may_be_of_a_name(text: str, weak: bool) -> None:
    assert english.weak(text, next(iter(english.find(text)))) is weak


PIECES = {
    "zh": "一 百 第 三又 百分之 1, 1/ 1- 、5 7月 年 翻 万 余 点五 -".split(" "),
    "en": ["one hundred ", "1,", "and ", "half ", "1/", "1 ", "July ", "a third ", "point ", "1-", "tens of ", "x10^1"],
}


@pytest.mark.parametrize(("language", "piece"), [(lang, piece) for lang in PIECES for piece in PIECES[lang]])
def test_a_thing_said_thousands_of_times_is_read(language: str, piece: str) -> None:
    text = piece * 1100
    assert all(0 <= quantity.start < quantity.end <= len(text) for quantity in FINDERS[language](text))


@given(st.data(), st.sampled_from(sorted(PIECES)))
def test_any_sequence_of_pieces_is_read(data: st.DataObject, language: str) -> None:
    text = "".join(data.draw(st.lists(st.sampled_from(PIECES[language]), max_size=12)))
    for quantity in FINDERS[language](text):
        assert shown(text, quantity)
        assert describe(quantity)


@pytest.mark.parametrize("text", ["2021年第三批，共5个。", "In July the third batch doubled; 5 in 2021–2025. "])
def test_a_long_line_is_read_like_a_short_one(text: str) -> None:
    find = FINDERS["zh" if "第" in text else "en"]
    once = [(q.value, q.low, q.kind, q.start) for q in find(text)]
    all_ = [(q.value, q.low, q.kind, q.start % len(text)) for q in find(text * 200)]
    assert all_ == once * 200


@pytest.mark.parametrize("text", ["第三批，共5个。", "the third batch, 5 in all; "])
def test_finding_is_lazy_within_a_line(text: str) -> None:
    """The first of a million is there after as many steps of the interpreter as the first of a hundred."""

    def steps(times: int) -> int:
        count = 0

        def step(*_: object) -> None:
            nonlocal count
            count += 1

        found = FINDERS["zh" if text[0] == "第" else "en"](text * times)
        sys.setprofile(step)
        next(found)
        sys.setprofile(None)
        return count

    steps(1)  # what is prepared once
    assert steps(100_000) == steps(100)
