"""What a reviser looks for: right pairs without a finding, cases with theirs, fixes that mend."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import cases
from hypothesis import given
from hypothesis import strategies as st

from yubei_pub import checks, glossary, markdown, pipeline
from yubei_pub.findings import Finding, Severity
from yubei_pub.model import Briefing
from yubei_pub.terms import TermFinder
from yubei_pub.trace import Source

ROOT = Path(__file__).parent / "cases"
CASES = cases("reviser")
RIGHT = cases("press_pairs")
RULES = sorted({path.stem.split("_")[0] for path in CASES})
GLOSSARY = glossary.read(Source("glossary.yaml", "terms: []\n"))
FRONT_ZH = "---\ndate: 2024-07-10\npublisher: 示例\nrights: 版权所有\n---\n\n"
FRONT_EN = "---\nlanguage: en-US\n---\n\n"


def briefing(zh: str, en: str) -> Briefing:
    """Two files as an editor writes them, put together as `check` does."""
    folder = pipeline.Folder("case", markdown.read(Source("zh.md", zh)), Source("en.md", en), None, None, {})
    return pipeline.brief(folder, GLOSSARY, TermFinder([]))


def pair(zh: str, en: str) -> Briefing:
    return briefing(f"{FRONT_ZH}# 题目\n\n{zh}\n", f"{FRONT_EN}# Title\n\n{en}\n")


def pairs(text: str) -> Iterator[Briefing]:
    """One briefing a pair of lines; a text with `===` is one briefing of two whole files."""
    if "===\n" in text:
        zh, en = text.split("===\n")
        yield briefing(zh, en)
        return
    for lines in text.strip().split("\n\n"):
        zh, en = lines.split("\n")
        yield pair(zh, en)


def found(made: Briefing, rule: str = "") -> list[Finding]:
    return [finding for finding in checks.run([made], GLOSSARY) if rule in ("", finding.rule)]


def line(finding: Finding) -> str:
    place = finding.place.source.text[finding.place.start : finding.place.end]
    fix = ""
    if finding.fix:
        fix = f" | {'fix' if finding.fix.certain else 'perhaps'} “{finding.fix.edits[0].replacement}”"
    return f"{finding.severity.value} | {' / '.join(place.splitlines())} | {finding.message}{fix}"


def mended(finding: Finding) -> str:
    """The file with the fix of a finding."""
    text = finding.place.source.text
    assert finding.fix is not None
    for edit in sorted(finding.fix.edits, key=lambda edit: -edit.start):
        text = text[: edit.start] + edit.replacement + text[edit.end :]
    return text


def test_there_are_cases() -> None:
    assert len(RULES) >= 15
    assert sum(len(list(pairs(path.read_text("utf-8")))) for path in RIGHT) >= 200


@pytest.mark.parametrize("path", CASES, ids=lambda p: p.stem)
def test_case(path: Path) -> None:
    """Right and wrong pairs of one rule, and what it says of all of them."""
    text, expected = path.read_text("utf-8").rsplit("---\n", 1)
    rule = path.stem.split("_")[0]
    assert [line(f) for made in pairs(text) for f in found(made, rule)] == expected.splitlines()


@pytest.mark.parametrize("path", RIGHT, ids=lambda p: p.stem)
def test_right_pairs_have_no_finding(path: Path) -> None:
    """Notes too; only the year of a first date is asked for."""
    quiet = {"undated", "glossary"}
    said = [f for made in pairs(path.read_text("utf-8")) for f in found(made) if f.rule not in quiet]
    assert [line(f) for f in said] == []


@pytest.mark.parametrize("path", CASES, ids=lambda p: p.stem)
def test_a_certain_fix_answers_its_finding(path: Path) -> None:
    """With the fix there is one finding less of the rule, and no other one more."""
    rule = path.stem.split("_")[0]
    for made in pairs(path.read_text("utf-8").rsplit("---\n", 1)[0]):
        before = found(made)
        for finding in (f for f in before if f.rule == rule and f.fix and f.fix.certain):
            after = found(briefing(made.source.source.text, mended(finding)))
            count = len([f for f in before if f.rule == rule])
            assert len([f for f in after if f.rule == rule]) < count, line(finding)
            assert len(after) < len(before)


def test_a_given_name_is_mended_behind_the_surname() -> None:
    (finding,) = found(pair("记者江吉安报道。", "Jiang Jian reports."), "apostrophes")
    assert "Jiang Ji’an reports." in mended(finding)


def test_what_is_certain_is_small() -> None:
    """Nothing certain ever changes a word of the Chinese, or more of the English than the finding shows."""
    for path in CASES:
        for made in pairs(path.read_text("utf-8").rsplit("---\n", 1)[0]):
            for finding in found(made):
                if finding.fix and finding.fix.certain and finding.rule in RULES:
                    assert finding.place.path == "en.md"
                    assert finding.severity is not Severity.NOTE


ZH_LETTERS = "渝北区王小明单吕伟副区长书记说介绍增长到了将已建成力争绿地率产值同比常住西安、，。《》“”0123万亿%年月日 "
EN_LETTERS = "abeinotwXWYLlüvǎ’'\"“”—–- .,;:!?，、《》０１ＡthTMayor10%\n"


@given(st.text(ZH_LETTERS, max_size=60), st.text(EN_LETTERS, max_size=120))
def test_no_rule_ever_raises_and_every_place_is_in_its_file(zh: str, en: str) -> None:
    for finding in found(pair(zh.strip() or "段", en.strip() or "A")):
        assert 0 <= finding.place.start <= finding.place.end <= len(finding.place.source.text)
        assert str(finding.message)


def rules_beside(term: str, zh: str, en: str) -> set[str]:
    """The rules that speak of a pair where the glossary has a term."""
    terms = glossary.read(Source("glossary.yaml", f"terms:\n  - {term}\n"))
    files = markdown.read(Source("zh.md", f"{FRONT_ZH}# 题目\n\n{zh}\n")), Source("en.md", f"# Title\n\n{en}\n")
    made = pipeline.brief(pipeline.Folder("case", *files, None, None, {}), terms, TermFinder(terms.terms))
    return {finding.rule for finding in checks.run([made], terms)}


def test_what_the_glossary_has_is_left_to_the_rule_of_terms() -> None:
    zh, en = "副区长赵兵介绍情况。", "Zhao Bing, Deputy Governor, gave an account."
    rules = rules_beside("{zh: 副区长, en: Deputy Head, status: proposed}", zh, en)
    assert "terms" in rules
    assert "offices" not in rules
    assert "offices" in {finding.rule for finding in found(pair(zh, en))}


def test_a_deputy_for_a_chief_is_told_beside_the_glossary_which_finds_its_rendering_there() -> None:
    rules = rules_beside("{zh: 局长, en: director, status: proposed}", "局长说", "The deputy director said so.")
    assert "terms" not in rules
    assert "offices" in rules
