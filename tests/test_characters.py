"""Composition and the removal of what nobody sees: laws over all of Unicode."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yubei_pub import repairs
from yubei_pub.repairs import characters, punctuation

FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")  # XML 1.0, section 2.2
ANY = st.text(st.characters(codec=None))
MARKS = st.text("eaE\u0301\u0300\u0323\u200b\u200d 1\u1100\u1161\u11a8\u093c\ud55c\u91cd\uf92c\U0001f468")


def test_what_is_clean_needs_no_repair() -> None:
    """A clean text is not looked at again, so nothing of it may be forbidden, unseen or not composed."""
    for char in map(chr, range(0x110000)):
        if characters._clean(char):
            assert unicodedata.is_normalized("NFC", char), hex(ord(char))
            assert not characters._STRETCH.match(char), hex(ord(char))


@given(ANY | MARKS)
def test_what_is_not_changed_is_clean_or_cannot_be_mended(text: str) -> None:
    edits = list(characters.removals(text)) + list(characters._compositions(text))
    assert not (edits and characters._clean(text))


@given(ANY | MARKS)
def test_repaired_text_is_composed_and_fits_into_xml(text: str) -> None:
    repaired = repairs.repair(text).text
    assert not FORBIDDEN.search(repaired)
    assert unicodedata.is_normalized("NFC", repaired)


@given(ANY | MARKS)
def test_nothing_is_folded_that_means_something(text: str) -> None:
    """An edit composes, or takes out what is neither letter nor figure."""
    edits = list(characters.edits(text))
    at = 0
    for edit in edits:
        assert at <= edit.start < edit.end
        old = text[edit.start : edit.end]
        assert edit.replacement == unicodedata.normalize("NFC", old) or not edit.replacement
        assert edit.replacement or not old.isalnum()
        at = edit.end


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("cafe\u0301", "café"),
        ("\u1112\u1161\u11ab", "한"),
        ("\uf92c", "\u90ce"),
        ("問\uf92c?wèn)|", "問\uf92c?wèn)|"),  # out of step: FD 9C may be two halves
        ("１（ａ）①ﬁ㎡", "１（ａ）①ﬁ㎡"),
        ("\ue000\ufffd", "\ue000\ufffd"),  # reported, not removed
    ],
)
def test_composed(text: str, expected: str) -> None:
    edits = list(characters.edits(text))
    out, at = "", 0
    for edit in edits:
        out += text[at : edit.start] + edit.replacement
        at = edit.end
    assert out + text[at:] == expected


def test_what_was_lost_is_told_also_as_gbk_shows_it() -> None:
    text = "渝北區錕斤拷錕斤拷會，锟斤拷。"
    assert [str(characters.unreadable(found[0])).split(" stands")[0] for found in characters.lost(text)] == [
        *("錕斤拷錕斤拷", "锟斤拷"),
    ]


@given(st.text('會a1,:;?!()"“”-.。 \n`h:/', max_size=40))
def test_punctuation_comes_to_rest_and_keeps_order(text: str) -> None:
    at = 0
    for edit in punctuation.edits(text):
        assert at <= edit.start < edit.end
        at = edit.end
    once = repairs.repair(text).text
    assert repairs.repair(once).text == once
