"""Annotation and the two checks of terms, from a glossary and paired lines to findings."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import cases

from yubei_pub import checks, glossary
from yubei_pub.annotate import annotate
from yubei_pub.beads import Bead, Segment, Stretch
from yubei_pub.document import Block, BlockKind, Document, Section
from yubei_pub.findings import Finding
from yubei_pub.model import Briefing, BriefingSection, Passage, State
from yubei_pub.remembered import Remembered
from yubei_pub.terms import TermFinder
from yubei_pub.trace import Edit, Source, TracedText

CASES = cases("term_checks")
RULES = ("terms", "avoided-renderings")


def blocks(source: Source) -> Iterator[Block]:
    """A block a line, the first a heading; `*` is markup and no text."""
    at = 0
    for number, line in enumerate(source.text.split("\n")):
        text = TracedText.of(source, at, at + len(line))
        text = text.edit(Edit(i, i + 1, "", "markup") for i, char in enumerate(line) if char == "*")
        yield Block(BlockKind.PARAGRAPH if number else BlockKind.HEADING, text, (at, at + len(line)))
        at += len(line) + 1


def document(path: str, text: str) -> Document:
    source = Source(path, text)
    heading, *rest = blocks(source)
    return Document(source, {}, (Section("lead", 1, heading, tuple(rest)),))


def briefing(terms: str, zh: str, en: str) -> Briefing:
    """Lines paired one to one and annotated."""
    source, target = document("zh.md", zh), document("en.md", en)
    pairs = list(zip(source.blocks(), target.blocks(), strict=True))
    read = glossary.read(Source("glossary.yaml", terms))
    assert not read.findings
    finder = TermFinder(read.terms)
    plain = (Bead((Segment(ours.text, ours),), (Segment(theirs.text, theirs),)) for ours, theirs in pairs)
    heading, *beads = (annotate(bead, finder, Remembered()) for bead in plain)
    passages = tuple(
        Passage(number, (ours,), (theirs,), (bead,))
        for number, ((ours, theirs), bead) in enumerate(zip(pairs[1:], beads, strict=True), 1)
    )
    blocks = (*source.blocks(), *target.blocks())
    section = BriefingSection("lead", 1, *pairs[0], (heading,), passages, State.UNREVIEWED, blocks=blocks)
    return Briefing("small", source, target, (section,), {}, None, (), "", "")


def line(finding: Finding) -> str:
    related = "".join(f" [{place}]" for place, _ in finding.related)
    word = "fix" if finding.fix and finding.fix.certain else "perhaps"
    fix = f" [{word}: {finding.fix.edits[0].replacement}]" if finding.fix else ""
    return f"{finding.place} {finding.severity.value} {finding.rule}: {finding.message}{related}{fix}"


@pytest.mark.parametrize("path", CASES, ids=lambda p: p.stem)
def test_case(path: Path) -> None:
    text, expected = path.read_text(encoding="utf-8").rsplit("---\n", 1)
    terms, zh, en = text.split("===\n")
    made = briefing(terms, zh.rstrip("\n"), en.removesuffix("\n"))
    found = [f for f in checks.run([made], glossary.read(Source("glossary.yaml", terms))) if f.rule in RULES]
    assert "\n".join(map(line, found)) == expected.rstrip("\n")


TWICE = """\
terms:
  - zh: 公园
    en: park
    status: proposed
    also: [public garden]
  - zh: 公园城市
    en: park city
    status: proposed
"""


def test_stretches_are_given_out_longest_first_and_in_order() -> None:
    made = briefing(TWICE, "题\n公园城市的公园、公园、公园", "T\nThe park city has a park and public gardens")
    [bead] = [bead for section in made.sections for bead in list(section.beads())[1:]]
    english = bead.target[0].text.text
    given = [
        (use.term.zh, use.rendering, use.target and english[use.target.start : use.target.end]) for use in bead.terms
    ]
    assert given == [
        ("公园城市", "park city", "park city"),
        ("公园", "park", "park"),
        ("公园", "public garden", "public gardens"),
        ("公园", "", None),
    ]
    assert [use.source for use in bead.terms] == [
        Stretch(0, 0, 4),
        Stretch(0, 5, 7),
        Stretch(0, 8, 10),
        Stretch(0, 11, 13),
    ]


def test_a_longer_rendering_comes_before_the_one_inside_it() -> None:
    [_, bead] = [
        b for section in briefing(TWICE, "题\n公园和公园城市", "T\nThe park city").sections for b in section.beads()
    ]
    assert [(use.term.zh, use.rendering) for use in bead.terms] == [("公园", ""), ("公园城市", "park city")]


def test_quantities_are_attached_to_both_sides() -> None:
    made = briefing("terms: []", "题\n接入35.6万个感知设备", "T\nIt connects 356,000 sensing devices")
    [bead] = [bead for section in made.sections for bead in list(section.beads())[1:]]
    assert [use.quantity.value for use in bead.source_quantities] == [356_000]
    assert [use.quantity.value for use in bead.target_quantities] == [356_000]


def test_no_such_rule() -> None:
    with pytest.raises(KeyError):
        checks.manual("no-such-rule")


NUMBERED = """\
terms:
  - zh: 八一桥
    en: Bayi 81 Bridge
    status: proposed
  - zh: 公园
    en: park
    status: proposed
"""


@pytest.mark.parametrize(
    ("en", "told"),
    [
        ("A park is by Bayi 81 Bridge.", []),
        ("A green is by Bayi 81 Bridge.", []),  # a term that is missing has no place to look for numbers in
        ("A green is by Bayi 81 Bridge, for 72.", ["the English says 72, which the Chinese does not"]),
    ],
)
def test_numbers_in_a_name_are_the_name_s(en: str, told: list[str]) -> None:
    made = briefing(NUMBERED, "题\n八一桥边有公园。", f"T\n{en}")
    found = checks.run([made], glossary.read(Source("glossary.yaml", NUMBERED)))
    assert [str(f.message) for f in found if f.rule == "numbers"] == told
