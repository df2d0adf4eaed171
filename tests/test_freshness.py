"""What changed since a section was approved: the differences, and the rules `stale` and `unreviewed`."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import cases
from hypothesis import given
from hypothesis import strategies as st

from yubei_pub import checks, differences, glossary, markdown, pipeline
from yubei_pub.findings import Finding
from yubei_pub.model import Briefing
from yubei_pub.pipeline import approval
from yubei_pub.review import ledger, written
from yubei_pub.terms import TermFinder
from yubei_pub.trace import Source

CASES = Path(__file__).parent / "cases"
DIFFERENCES = cases("differences")
FRESHNESS = cases("freshness")
NO_TERMS = glossary.read(Source("glossary.yaml", "terms: []"))


def brief(zh: str, en: str, review: str = "") -> Briefing:
    written = Source("review.yaml", review) if review else None
    folder = pipeline.Folder("a", markdown.read(Source("zh.md", zh)), Source("en.md", en), written, None, {})
    return pipeline.brief(folder, NO_TERMS, TermFinder(()))


def line(finding: Finding) -> str:
    related = "".join(f" [{place}-{place.end_position.column}]" for place, _ in finding.related)
    return f"{finding.place} {finding.severity.value} {finding.rule}: {finding.message}{related}"


@pytest.mark.parametrize("path", DIFFERENCES, ids=lambda p: p.stem)
def test_differences(path: Path) -> None:
    text, expected = path.read_text("utf-8").rsplit("---\n", 1)
    pairs = [pair.split("\n") for pair in text.rstrip("\n").split("\n\n")]
    assert "\n".join(differences.shown(old, new) for old, new in pairs) == expected.rstrip("\n")


@pytest.mark.parametrize("path", FRESHNESS, ids=lambda p: p.stem)
def test_what_changed_since_the_approval(path: Path) -> None:
    text, expected = path.read_text("utf-8").rsplit("---\n", 1)
    zh, en, zh_now, en_now = text.split("===\n")
    approved = approval.approve(brief(zh, en), [], ledger.Ledger(), "R. Viewer", "2026-11-23", {})
    now = brief(zh_now, en_now or en, written.write(approved))
    found = [f for f in checks.run([now], NO_TERMS) if f.rule in ("stale", "unreviewed")]
    assert "\n".join(map(line, found)) == expected.rstrip("\n")


TEXTS = st.text(alphabet="渝北区不修建成了123,.，。 aB", max_size=20)


@given(TEXTS, TEXTS)
def test_differences_lead_from_the_old_text_to_the_new(old: str, new: str) -> None:
    made, at = "", 0
    for d in differences.compare(old, new):
        made += old[at : d.start] + new[d.new_start : d.new_end]
        at = d.end
    assert essence(made + old[at:]) == essence(new)


def essence(text: str) -> str:
    return "".join(text.split()).translate(differences.WIDTH).casefold()


@given(TEXTS)
def test_a_text_does_not_differ_from_itself(text: str) -> None:
    assert differences.compare(text, text) == []
    assert differences.compare(text, text.replace("，", ", ").replace("。", " .")) == []
