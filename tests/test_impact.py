"""What a change of the glossary does: as it is printed, and with git beneath it."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import Yubei, cases
from test_history import alone, commit, git, write  # noqa: F401  (a fixture for every test)

from yubei_pub import glossary, markdown, pipeline
from yubei_pub.cli import glossary as command
from yubei_pub.glossary import Glossary
from yubei_pub.model import Briefing
from yubei_pub.terms import TermFinder
from yubei_pub.trace import Source

CASES = cases("impact")
TERMS = "terms:\n  - {zh: 公园, en: park, status: proposed}\n"


def reading(terms: str, zh: str, en: str) -> tuple[Glossary, list[Briefing]]:
    read = glossary.read(Source("glossary.yaml", terms))
    source = markdown.read(Source("source/a/zh.md", zh))
    folder = pipeline.Folder("a", source, Source("source/a/en.md", en), None, None, {})
    return read, [pipeline.brief(folder, read, TermFinder(read.terms))]


def printed(then: str, now: str, zh: str, en: str) -> str:
    found = pipeline.impact(reading(then, zh, en), reading(now, zh, en), pipeline.NO_SETTINGS)
    return "\n".join(command.markdown("1234567890abcdef", found))


@pytest.mark.parametrize("path", CASES, ids=lambda p: p.stem)
def test_case(path: Path) -> None:
    text, expected = path.read_text("utf-8").rsplit("---\n", 1)
    then, now, zh, en = text.split("===\n")
    assert printed(then, now, zh, en) == expected.rstrip("\n")


def test_of_many_findings_some_are_listed_and_the_others_counted() -> None:
    zh, en = (head + 42 * f"\n{words}\n" for head, words in (("# 题\n", "公园。"), ("# T\n", "A garden.")))
    said = printed("", TERMS, zh, en)
    assert "### Findings gained: 42\n" in said
    assert said.count("\n- source/a/en.md:") == 40
    assert said.endswith("\n- … and 2 more")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    git(tmp_path, "init", "-q", "-b", "main")
    commit(tmp_path, {"glossary.yaml": TERMS, "source/a/zh.md": "# 公园\n", "source/a/en.md": "# Park\n"})
    return tmp_path


def test_since_the_last_commit(project: Path, yubei: Yubei) -> None:
    write(project, {"glossary.yaml": TERMS.replace("park", "garden")})
    said = yubei("glossary", "impact")
    assert said.code == 0
    assert "| a | lead 公园 / Park | heading | still “Park” | not reviewed |" in said.out
    assert "### Findings gained: 1" in said.out


def test_a_briefing_that_cannot_be_read_is_told(project: Path, yubei: Yubei) -> None:
    (project / "source/a/zh.md").write_bytes(b"# \xff\xfe\n")
    said = yubei("glossary", "impact")
    assert said.code == 2
    assert said.err.startswith("source/a/zh.md")


def test_since_the_branch_left_the_main_one(project: Path, yubei: Yubei) -> None:
    git(project, "switch", "-qc", "term")
    commit(project, {"glossary.yaml": TERMS.replace("park", "garden")})
    assert "- en: “park” → “garden”" in yubei("glossary", "impact").out
    assert "No term was" in yubei("glossary", "impact", "HEAD").out


def test_a_glossary_that_was_not_there(project: Path, yubei: Yubei) -> None:
    git(project, "mv", "glossary.yaml", "words.yaml")
    first = commit(project, {})
    write(project, {"glossary.yaml": "terms:\n  - {zh: 电梯, en: lift, status: proposed}\n"})
    said = yubei("glossary", "impact", first).out
    assert "### Added: 电梯" in said
    assert "No briefing has it." in said


@pytest.mark.parametrize("revision", ["nowhere", "main~9"])
def test_one_clear_message(project: Path, yubei: Yubei, revision: str) -> None:
    said = yubei("glossary", "impact", revision)
    assert (said.code, said.out) == (2, "")
    assert said.err.startswith(f"error: there is no revision “{revision}” here")


def test_a_glossary_of_then_that_cannot_be_read(project: Path, yubei: Yubei) -> None:
    first = commit(project, {"glossary.yaml": "terms:\n  - zh: [\n"})
    write(project, {"glossary.yaml": TERMS})
    said = yubei("glossary", "impact", first)
    assert said.code == 2
    assert said.err.startswith(f"glossary.yaml of {first[:10]}:3:1: error: ")
