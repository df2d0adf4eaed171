"""The laws of traced text, on random texts and random edits."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yubei_pub.trace import Edit, Position, Source, TracedText


def apply(text: str, edits: list[Edit]) -> str:
    pieces, at = [], 0
    for edit in edits:
        pieces += [text[at : edit.start], edit.replacement]
        at = edit.end
    return "".join(pieces) + text[at:]


@st.composite
def edits_of(draw: st.DrawFn, text: TracedText) -> list[Edit]:
    """Edits in order, not overlapping, some of them guesses."""
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=8)))
    return [
        Edit(start, end, draw(st.text("xyz", max_size=3)), "rule", draw(st.booleans()))
        for start, end in zip(cuts[::2], cuts[1::2], strict=False)
    ]


@st.composite
def edited(draw: st.DrawFn) -> tuple[TracedText, str]:
    """A text edited up to three times, and what plain string editing makes of it."""
    wanted = draw(st.text("abc\n", max_size=12))
    text = TracedText.of(Source("file.txt", wanted))
    for _ in range(draw(st.integers(0, 3))):
        edits = draw(edits_of(text))
        text, wanted = text.edit(edits), apply(wanted, edits)
    return text, wanted


@given(edited())
def test_edited_as_a_string_would_be(case: tuple[TracedText, str]) -> None:
    text, wanted = case
    assert text.text == wanted
    told = [Edit(r.origin, r.origin_end, wanted[r.start : r.end], r.rule) for r in text.runs if r.rule]
    assert apply(text.source.text, told) == wanted


@given(edited())
def test_origins_never_decrease(case: tuple[TracedText, str]) -> None:
    text, _ = case
    origins = [text.origin(index) for index in range(len(text) + 1)]
    assert origins == sorted(origins)


@given(edited())
def test_runs_cover_the_text_and_keep_what_has_no_rule(case: tuple[TracedText, str]) -> None:
    text, _ = case
    assert text.runs[0].start == 0
    assert text.runs[-1].end == len(text)
    assert all(left.end == right.start for left, right in pairwise(text.runs))
    for run in text.runs:
        if not run.rule:
            assert text.text[run.start : run.end] == text.source.text[run.origin : run.origin_end]


@given(st.text("xyz", min_size=2, max_size=6), st.data())
def test_what_was_guessed_is_never_certain(read: str, data: st.DataObject) -> None:
    """Character by character: what a guess put there, and what is made of that, stays a guess."""
    text = TracedText.of(Source("file.txt", "a&amp;b")).edit([Edit(1, 6, read, "read")])
    guessed = [False] * len(text)
    for _ in range(3):
        edits = data.draw(edits_of(text))
        for edit in reversed(edits):
            guess = not edit.certain or any(guessed[edit.start : edit.end])
            guessed[edit.start : edit.end] = [guess] * len(edit.replacement)
        text = text.edit(edits)
        assert not any(guess and text.run(index).certain for index, guess in enumerate(guessed))


@given(edited())
def test_a_slice_has_the_origins_of_the_whole(case: tuple[TracedText, str]) -> None:
    text, _ = case
    for start in range(len(text) + 1):
        for end in range(start, len(text) + 1):
            part = text[start:end]
            assert part.text == text.text[start:end]
            assert [part.origin(i) for i in range(end - start)] == [text.origin(i) for i in range(start, end)]
            left, right = text.origin_span(start, end)
            assert left <= right


@given(edited(), st.data())
def test_parts_joined_are_the_whole(case: tuple[TracedText, str], data: st.DataObject) -> None:
    text, _ = case
    cut = data.draw(st.integers(0, len(text)))
    joined = TracedText.join([text[:cut], text[cut:]], text.source, 0)
    assert joined.text == text.text
    assert [joined.origin(i) for i in range(len(text))] == [text.origin(i) for i in range(len(text))]


@given(st.text("ab\n", max_size=20))
def test_positions_count_lines_and_columns(text: str) -> None:
    source = Source("file.txt", text)
    for offset in range(len(text) + 1):
        before = text[:offset].split("\n")
        assert source.locate(offset) == Position(len(before), len(before[-1]) + 1)
    with pytest.raises(IndexError):
        source.locate(len(text) + 1)


def test_edits_out_of_order_are_refused() -> None:
    text = TracedText.of(Source("file.txt", "abc"))
    with pytest.raises(ValueError, match="out of order"):
        text.edit([Edit(2, 3, "", "rule"), Edit(0, 1, "", "rule")])


@pytest.mark.parametrize(
    ("edit", "certain"),
    [
        (Edit(2, 4, "XY", "simplify"), False),  # the whole guess, in other characters
        (Edit(3, 4, "Y", "simplify"), False),  # a part of it
        (Edit(0, 6, "abXYef", "simplify"), False),  # the guess among others
        (Edit(1, 5, "", "markup"), True),  # nothing is left of the guess
        (Edit(3, 4, "", "markup", certain=False), False),
        (Edit(0, 2, "AB", "simplify"), True),  # beside the guess
        (Edit(4, 6, "EF", "simplify"), True),
        (Edit(4, 6, "EF", "simplify", certain=False), False),
    ],
)
def test_what_is_made_of_a_guess_is_a_guess(edit: Edit, certain: bool) -> None:
    guessed = TracedText.of(Source("file.txt", "ab??ef")).edit([Edit(2, 4, "xy", "pinyin", certain=False)])
    runs = guessed.edit([edit]).runs
    assert next(run for run in runs if run.rule == edit.rule and run.origin == edit.start).certain == certain
    assert all(run.certain for run in runs if not run.rule)
