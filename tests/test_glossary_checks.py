"""What the glossary's own lint says; with a text, as if it were the only briefing of the project."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import cases

from yubei_pub import checks, glossary, markdown, pipeline
from yubei_pub.findings import Finding, Severity
from yubei_pub.terms import TermFinder
from yubei_pub.trace import Source

CASES = cases("glossary_checks")
RULES = ("glossary", "glossary-entries", "glossary-conflicts", "unused-terms")


def lint(terms: str, zh: str = "", en: str = "") -> list[Finding]:
    read = glossary.read(Source("glossary.yaml", terms))
    folder = pipeline.Folder("a", markdown.read(Source("zh.md", f"# {zh}")), Source("en.md", f"# {en}"), None, None, {})
    briefings = [pipeline.brief(folder, read, TermFinder(read.terms))] if zh else []
    return [f for f in (*read.findings, *checks.run(briefings, read, whole=True)) if f.rule in RULES]


def line(finding: Finding) -> str:
    related = "".join(f" [{place}]" for place, _ in finding.related)
    fix = finding.fix
    mend = f" [{'fix' if fix.certain else 'perhaps'}: {fix.edits[0].replacement!r}]" if fix else ""
    return f"{finding.place} {finding.severity.value} {finding.rule}: {finding.message}{related}{mend}"


@pytest.mark.parametrize("path", CASES, ids=lambda p: p.stem)
def test_case(path: Path) -> None:
    text, expected = path.read_text("utf-8").rsplit("---\n", 1)
    assert "\n".join(map(line, lint(*text.split("===\n")))) == expected.rstrip("\n")


def test_terms_are_only_unused_when_all_briefings_were_read() -> None:
    read = glossary.read(Source("glossary.yaml", "terms: [{zh: 公园, en: park, status: proposed}]"))
    assert [f.rule for f in checks.run([], read) if f.rule == "unused-terms"] == []


def test_the_glossary_of_this_project_needs_no_change() -> None:
    text = (Path(__file__).parents[1] / "glossary.yaml").read_text("utf-8")
    assert [line(f) for f in lint(text) if f.severity is not Severity.NOTE] == []
