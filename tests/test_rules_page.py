"""docs/rules.md: it says what the docstrings say, and GitHub shows it as it is meant."""

from __future__ import annotations

import re
import runpy
from itertools import pairwise
from pathlib import Path

from markdown_it import MarkdownIt

from yubei_pub import checks, repairs

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "rules.md").read_text("utf-8")
TOKENS = MarkdownIt("gfm-like", {"linkify": False}).parse(PAGE)


def test_it_is_up_to_date() -> None:
    made = runpy.run_path(str(ROOT / "tools" / "rules.py"))["page"]()
    assert made == PAGE, "a rule's docstring or severity has changed: run `make rules` and commit docs/rules.md"


def test_every_rule_has_its_chapter_and_every_link_leads_to_one() -> None:
    inline = [token for token in TOKENS if token.type == "inline"]
    chapters = [after.content for head, after in pairwise(TOKENS) if head.type == "heading_open" and head.tag == "h2"]
    assert chapters[: len(checks.rules())] == checks.rules()
    assert [c.removeprefix("Repair: ") for c in chapters[len(checks.rules()) :] if c] == list(repairs.REPAIRS)
    links = [
        str(child.attrGet("href")) for token in inline for child in token.children or () if child.type == "link_open"
    ]
    anchors = {"#" + re.sub(r"[^\w -]", "", chapter).lower().replace(" ", "-") for chapter in chapters}
    assert {link for link in links if link.startswith("#")} == anchors


def test_nothing_of_it_is_taken_for_html_or_emphasis() -> None:
    assert [t.content.strip()[:4] for t in TOKENS if t.type == "html_block"] == ["<!--"]
    children = [child for token in TOKENS for child in token.children or ()]
    assert not [child.content for child in children if child.type == "html_inline"]
    emphasised = {after.content for em, after in pairwise(children) if em.type == "em_open"}
    assert emphasised <= {"error", "warning", "note", "Usually an error.", "Usually a warning.", "Usually a note."}


SHORT = ("leftover-chinese", "settings", "unreviewed")  # whose good example says what to do


def test_every_manual_has_an_example_of_each() -> None:
    for rule in checks.rules():
        manual = checks.manual(rule)
        assert "Bad:" in manual, rule
        assert "Good:" in manual, rule
        assert "What to do:" in manual or rule in SHORT, rule
