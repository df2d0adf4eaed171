"""The benchmark of the checks: its pairs are read as they are meant, and right and wrong are told apart."""

from __future__ import annotations

import importlib
from collections import Counter
from pathlib import Path
from types import ModuleType

import pytest

from yubei_pub import glossary
from yubei_pub.trace import Source

ROOT = Path(__file__).parents[1]
PAIRS = ROOT / "benchmarks" / "pairs"
CASE = Path(__file__).parent / "cases" / "sentence_pairs" / "judged.txt"
HEAD = "# 题 | Title | 2024-07-10 | en-US\n\n## 节 | Section\n\n"
TERMS = "terms:\n  - {zh: 口袋公园, en: pocket park, status: proposed}\n"


@pytest.fixture
def pairs(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(ROOT / "benchmarks"))
    return importlib.import_module("sentence_pairs")


@pytest.fixture
def bench(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(ROOT / "benchmarks"))
    return importlib.import_module("checks")


def test_a_pair_is_read_right_and_wrong(pairs: ModuleType) -> None:
    (page,) = pairs.read(HEAD + "digit\n共5个。\nThere are [5 => 6].\n\npercentage\n增5%。\nIt grew[, by 5% =>].\n")
    first, second = page.pairs()
    assert first == pairs.Pair("digit", "共5个。", "There are 5.", "There are 6.", 5)
    assert second == pairs.Pair("percentage", "增5%。", "It grew, by 5%.", "It grew.", 9)


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [
        ("digits\n共5个。\n[5 => 6]", "'digits' is no kind of error"),
        ("digit\n共5个。\n5", "there must be one"),
        ("digit\n共5个。\n[5 => 6] and [7 => 8]", "there must be one"),
        ("digit\n[5 => 6]", "not enough values"),
        ("digit\n共5个。\n[5 => 6]\nmore", "too many values"),
    ],
)
def test_a_pair_that_cannot_be_read_is_named_by_its_line(pairs: ModuleType, wrong: str, reason: str) -> None:
    with pytest.raises(ValueError, match=f"^line 5: .*{reason}"):
        pairs.read(HEAD + wrong)


def test_one_error_is_planted_and_the_others_are_not(pairs: ModuleType) -> None:
    (page,) = pairs.read(HEAD + "digit\n共5个。\n[5 => 6] of them.\n\ndigit\n共7个。\n[7 => 8] of them.\n")
    for planted in page.pairs():
        written = pairs.write(page, planted)
        for pair, lines in written.lines.items():
            assert written.zh.split("\n")[lines.zh - 1] == pair.zh
            assert written.en.split("\n")[lines.en - 1] == (pair.wrong if pair is planted else pair.right)


def test_false_alarms_and_misses_are_told(pairs: ModuleType, bench: ModuleType) -> None:
    text, _, expected = CASE.read_text(encoding="utf-8").partition("---\n")
    report = bench.measure(pairs.read(text), bench.Project(TERMS))
    told = [
        f"pairs {len(report.pairs)}, with terms {report.with_terms}",
        *(f"false {f.severity.value} {f.rule}, line {pair.line}" for f, pair in report.alarms),
        *(f"missed {pair.kind}, line {pair.line}" for pair in report.missed),
    ]
    assert told == expected.splitlines()
    assert report.false_alarms == pytest.approx(100 / 3)
    assert report.caught(["digit", "month"]) == (1, 2)


@pytest.mark.parametrize("name", ["first", "second"])
def test_the_pairs_are_enough_of_every_kind(pairs: ModuleType, name: str) -> None:
    read = [pair for page in pairs.read((PAIRS / f"{name}.txt").read_text(encoding="utf-8")) for pair in page.pairs()]
    kinds = Counter(pair.kind for pair in read)
    assert len(read) >= 320
    assert min(kinds[kind] for kind in (*pairs.VALUES, "term")) >= 25
    assert len({pair.zh for pair in read}) == len(read)


def test_the_terms_of_the_pairs_are_in_order() -> None:
    read = glossary.read(Source("glossary.yaml", (PAIRS / "glossary.yaml").read_text(encoding="utf-8")))
    assert not read.findings
    assert len(read.terms) >= 120
