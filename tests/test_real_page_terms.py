"""The real page with its human translation: every term of this project's glossary is found right, none misjudged."""

from __future__ import annotations

from pathlib import Path

import pytest
from test_term_checks import RULES, briefing, line

from yubei_pub import checks, glossary
from yubei_pub.findings import Severity
from yubei_pub.model import Briefing
from yubei_pub.trace import Source

ROOT = Path(__file__).parents[1]
PAGES = Path(__file__).parents[2] / "shared" / "pages"
TERMS = (ROOT / "glossary.yaml").read_text(encoding="utf-8")


def lines(name: str) -> str:
    if not PAGES.is_dir():
        pytest.skip(f"{PAGES} is not there")
    text = (PAGES / name).read_text(encoding="utf-8")
    body = text.split("---\n", 2)[2] if text.startswith("---\n") else text
    return "\n".join(line for line in body.split("\n") if line.strip())


def page(english: str) -> Briefing:
    return briefing(TERMS, lines("yubei-2024-07-10.expected.zh.md"), english)


def findings(english: str) -> list[str]:
    found = checks.run([page(english)], glossary.read(Source("glossary.yaml", TERMS)))
    return [line(f) for f in found if f.rule in RULES and f.severity is not Severity.NOTE]


def test_no_false_alarm() -> None:
    assert findings(lines("yubei-2024-07-10.en.md")) == []


def test_most_occurrences_have_their_rendering() -> None:
    uses = [
        use for section in page(lines("yubei-2024-07-10.en.md")).sections for b in section.beads() for use in b.terms
    ]
    assert len(uses) > 80
    assert sum(use.target is not None for use in uses) / len(uses) > 0.9


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("Digital Urban Operations and Governance Center", "City Brain"),
        ("more than 356,000 sensing devices", "more than 356,000 detectors"),
        ("“community-concerns teahouses”", "“people’s feelings tea rooms”"),
        ("black and odorous water bodies", "dark and smelly waters"),
        ("modern governance of megacities", "modern administration of super-large cities"),
        ("urban green space ratio", "green coverage"),
    ],
)
def test_a_wrong_rendering_is_found_at_its_line(right: str, wrong: str) -> None:
    english = lines("yubei-2024-07-10.en.md")
    assert right in english
    broken = english.replace(right, wrong)
    numbers = {n for n, (a, b) in enumerate(zip(english.split("\n"), broken.split("\n"), strict=True), 1) if a != b}
    assert {int(found.split(":")[1]) for found in findings(broken)} == numbers
