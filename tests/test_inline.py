"""Marks of a text as pieces, and the addresses that a reader may follow."""

from __future__ import annotations

from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yubei_pub import inline
from yubei_pub.document import Block, BlockKind, Mark, MarkKind
from yubei_pub.trace import Source, TracedText


@pytest.mark.parametrize(
    ("written", "followed"),
    [
        ("https://example.org/a b?q=1&r=2#x", "https://example.org/a%20b?q=1&r=2#x"),
        (" https://example.org/100%/x%20y ", "https://example.org/100%25/x%20y"),
        ("https://example.org/#a#b", "https://example.org/#a%23b"),
        ("https://example.org/\"'<>", "https://example.org/%22'%3C%3E"),
        ("http://例子.中国/路", "http://xn--fsqu00a.xn--fiqs8s/%E8%B7%AF"),
        ("https://[::1]:80/", "https://[::1]:80/"),
        ("mailto:press@example.org", "mailto:press@example.org"),
    ],
)
def test_an_address_is_a_valid_uri(written: str, followed: str) -> None:
    assert inline.link_target(written) == followed


@pytest.mark.parametrize(
    "written",
    [
        *("javascript:alert(1)", "JavaScript:alert(1)", "data:text/html,x", "file:///etc/passwd", "ftp://example.org/"),
        *(
            "https:///a",
            "https://example.org:99999/",
            "https://exa mple.org/",
            "https://[::1",
            "//example.org",
            "a.html",
        ),
        *("", "https://" + "例" * 70 + ".cn"),
    ],
)
def test_what_is_no_address_of_a_page_is_not_followed(written: str) -> None:
    assert inline.link_target(written) == ""


def pieces(text: str, *marks: Mark, cuts: tuple[int, ...] = ()) -> list[inline.Piece]:
    block = Block(BlockKind.PARAGRAPH, TracedText.of(Source("a.md", text)), (0, len(text)), marks)
    return list(inline.pieces(block, cuts))


def test_marks_that_overlap_are_cut_into_pieces() -> None:
    strong, link = Mark(0, 4, MarkKind.STRONG), Mark(2, 6, MarkKind.LINK, "https://example.org")
    note = Mark(6, 6, MarkKind.NOTE, "1")
    assert pieces("abcdefgh", strong, link, note, cuts=(7,)) == [
        inline.Piece(0, "ab", frozenset({MarkKind.STRONG})),
        inline.Piece(2, "cd", frozenset({MarkKind.STRONG, MarkKind.LINK}), "https://example.org"),
        inline.Piece(4, "ef", frozenset({MarkKind.LINK}), "https://example.org"),
        inline.Piece(6, "", note="1"),
        inline.Piece(6, "g"),
        inline.Piece(7, "h"),
    ]


KINDS = st.sampled_from([MarkKind.STRONG, MarkKind.EMPHASIS, MarkKind.CODE])


@given(
    st.text(max_size=8),
    st.lists(st.tuples(st.integers(-1, 9), st.integers(-1, 9), KINDS), max_size=4),
    st.lists(st.integers(-1, 9), max_size=2),
)
def test_pieces_are_the_text_each_with_what_is_marked_there(
    text: str, drawn: list[tuple[int, int, MarkKind]], cuts: list[int]
) -> None:
    made = pieces(text, *(Mark(*mark) for mark in drawn), cuts=tuple(cuts))
    assert "".join(piece.text for piece in made) == text
    assert all(piece.text for piece in made)
    assert [piece.start for piece in made] == [0, *accumulate(len(piece.text) for piece in made)][:-1]
    for piece in made:
        for at in range(piece.start, piece.start + len(piece.text)):
            assert piece.kinds == {kind for start, end, kind in drawn if start <= at < end}
