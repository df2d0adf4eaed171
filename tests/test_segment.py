"""Sentences: cases as files, and laws."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import cases
from hypothesis import given
from hypothesis import strategies as st

from yubei_pub import segment

CASES = cases("segment")
CUTTERS: dict[str, Callable[[str], list[tuple[int, int]]]] = {"zh": segment.chinese, "en": segment.english}
SIGNS = st.text("他走了。！？…；（）“”《》\n .?!\"'’)(aA1U.S Mr.No", max_size=60)


def test_there_are_cases() -> None:
    assert {case.name[:2] for case in CASES} == set(CUTTERS)


@pytest.mark.parametrize("case", CASES, ids=lambda p: p.stem)
def test_case(case: Path) -> None:
    """A sentence a line, ⏎ for a line break."""
    text, _, expected = case.read_text(encoding="utf-8").partition("---\n")
    found = [text[start:end].replace("\n", "⏎") for start, end in CUTTERS[case.name[:2]](text)]
    assert found == expected.splitlines()


@pytest.mark.parametrize("cut", CUTTERS.values())
@given(text=st.one_of(SIGNS, st.text(max_size=60)))
def test_nothing_is_lost(cut: Callable[[str], list[tuple[int, int]]], text: str) -> None:
    spans = cut(text)
    assert "".join(text[start:end] for start, end in spans) == text
    assert all(start < end for start, end in spans)


@given(text=SIGNS)
def test_a_line_break_ends_a_sentence(text: str) -> None:
    for cut in CUTTERS.values():
        assert all("\n" not in text[start:end].strip() for start, end in cut(text))
