"""Addresses that stand in a text: where they begin and end, and that every document leads there."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from briefings import briefing
from conftest import cases
from docx_lint import R, W
from hypothesis import given
from hypothesis import strategies as st
from test_docx import part
from web_reading import attribute, named, parsed

from yubei_pub import addresses
from yubei_pub.inline import link_target
from yubei_pub.model import Briefing
from yubei_pub.settings import Style
from yubei_pub.writers import docx, html

CASES = cases("addresses")
PARTS = ("https://", "www.", "a.cn", "/", "?", "q=", "(", ")", ".", "，", "渝北", " ", "x@", "-", "&", "#", ",", "_")
WHOLE = ("https://a.cn/b", "www.b.cn", "x@c.cn")


@pytest.mark.parametrize("path", CASES, ids=lambda p: p.stem)
def test_case(path: Path) -> None:
    """Texts, a line each; below, where the addresses in them lead."""
    given, expected = path.read_text(encoding="utf-8").split("\n---\n")
    assert [found.target for line in given.splitlines() for found in addresses.find(line)] == expected.splitlines()


@given(st.lists(st.sampled_from(WHOLE) | st.sampled_from(PARTS) | st.text(max_size=3)).map("".join))
def test_addresses_stand_apart_and_say_where_they_lead(text: str) -> None:
    found = list(addresses.find(text))
    assert all(one.end <= other.start for one, other in pairwise(found))
    for start, end, target in found:
        assert target.removeprefix("mailto:").removeprefix("http://") == text[start:end].removeprefix("http://")
        assert text[start:end].isascii()
        assert text[end - 1] not in ".,:;!?'"


def targets_of(data: bytes) -> list[str | None]:
    known = {r.get("Id"): r.get("Target") for r in part(data, "word/_rels/document.xml.rels")}
    return [known[link.get(f"{R}id")] for link in part(data).iter(f"{W}hyperlink")]


def made() -> Briefing:
    return briefing(
        "# 题\n\n见https://a.cn/zh。\n\n写信给x@a.cn；`https://a.cn/code`。\n\n=| 部门 | www.a.cn |",
        "# T\n\nSee https://a.cn/en.\n\n[Here](https://b.cn): https://a.cn:99999/.\n\n=| Office | www.a.cn |",
        front={"contact": "电话 023-1，p@a.cn", "url": "https://a.cn/source", "rights": "见https://a.cn/rights。"},
    )


LINKS = {
    *("https://a.cn/zh", "https://a.cn/en", "mailto:x@a.cn", "https://b.cn", "http://www.a.cn"),
    *("mailto:p@a.cn", "https://a.cn/source", "https://a.cn/rights"),
}


def test_word_leads_there() -> None:
    assert set(targets_of(docx.write([made()], Style()))) == LINKS


def test_web_pages_lead_there() -> None:
    found = [attribute(a, "href") for a in named(parsed(html.write([made()], Style())), "a")]
    assert {href for href in found if not href.startswith("#")} == LINKS


def test_a_target_is_one_that_may_be_followed() -> None:
    assert link_target("https://a.cn:99999/") == ""
