"""Chinese characters told and counted as the expressions do that they stand for."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from yubei_pub import han

TEXTS = st.text(st.sampled_from("aé “”—…　，㏿㐀䶿一龥鿿ꀀ𠀀\U0003ffff\n")) | st.text()


@given(TEXTS)
def test_they_are_told_and_counted(text: str) -> None:
    found = re.findall("[\u3400-\u9fff]", text)
    assert han.holds(text) == bool(found)
    assert han.count(text) == len(found)


@given(TEXTS)
def test_what_may_hold_none_holds_none_of_any_block(text: str) -> None:
    if not han.may_hold(text):
        assert not re.search("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]", text)
