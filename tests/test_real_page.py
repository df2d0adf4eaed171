"""The main job on a real page, which is not ours to ship: read beside the checkout where it is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from conftest import SHARED, Yubei

from yubei_pub.simplify import simplify_text

PAGES = SHARED / "pages"
TOP = Path(__file__).parents[1]

pytestmark = pytest.mark.skipif(
    not (PAGES / "yubei-2024-07-10.txt").exists(), reason="../shared/pages is not there: the real page was not tried"
)


@pytest.fixture
def real(tmp_path: Path, yubei: Yubei) -> Path:
    """The real page, imported, with its translation and the project's own glossary."""
    (tmp_path / "source").mkdir()
    (tmp_path / "glossary.yaml").write_bytes((TOP / "glossary.yaml").read_bytes())
    result = yubei("import", str(PAGES / "yubei-2024-07-10.txt"), "--id", "real")
    assert result.code == 0, result.all
    home = tmp_path / "source/real"
    (home / "en.md").write_bytes((PAGES / "yubei-2024-07-10.en.md").read_bytes())
    return home


def test_the_page_comes_out_as_expected(real: Path) -> None:
    assert (real / "page.txt").read_bytes() == (PAGES / "yubei-2024-07-10.txt").read_bytes()
    zh = (real / "zh.md").read_text("utf-8")
    _, front, body = zh.split("---\n", 2)
    body = re.sub(r" \{#[\w-]+\}$", "", body.strip(), flags=re.M)
    # Picture paths keep the page's spelling; everything else is compared in Simplified.
    lines = [re.sub(r"^!\[(.*)\]\((.*)\)$", r"\1|\2", line) for line in body.splitlines()]
    simplified = [simplify_text(line.split("|")[0]) + line[len(line.split("|")[0]) :] for line in lines]
    expected = (PAGES / "yubei-2024-07-10.expected.zh.md").read_text("utf-8").strip().splitlines()
    assert simplified == [re.sub(r"^!\[(.*)\]\((.*)\)$", r"\1|\2", line) for line in expected]
    assert "當前位置" not in zh
    assert "版權聲明" in front
    assert "免責聲明" in front
    assert "byline: 王鐸翰 周凱航" in front


def test_it_builds_and_only_pictures_and_the_date_are_missing(real: Path, yubei: Yubei) -> None:
    result = yubei("build", "real")
    assert result.code == 0, result.all
    findings = [line for line in result.err.splitlines() if re.match(r"source/.*(error|warning|note) ", line)]
    missing = [line for line in findings if "warning pictures: there is no picture" in line]
    assert len(missing) == 4, result.err
    assert sorted(line.split(" ", 1)[1] for line in findings if line not in missing) == [
        "note undated: the first date, “July 10”, has no year",
        "warning front-matter: the page has no date: write “date: ” and the day it was published, like 2024-07-10",
    ]
    build = real.parents[1] / "build"
    assert (build / "real.docx").is_file()
    assert (build / "real.md").is_file()


# What is planted, what it becomes, the rule that says so, and a word of its message.
PLANTED = [
    ("more than 356,000 sensing", "more than 35,600 sensing", "356,000"),
    ("351.2 billion yuan", "35.12 billion yuan", "351.2 billion"),
    ("the third batch", "the second batch", "third"),
    ("On July 10", "On June 10", "July 10"),
    ("On July 10", "On July 11", "July 10"),
    ("of five urban lakes", "of fifteen urban lakes", "5"),
    ("in 44 categories", "in 45 categories", "44"),
    ("by more than 50%", "by more than 15%", "50%"),
    ("more than 3,000 elevators", "more than 300 elevators", "3,000"),
    ("nine major municipal", "six major municipal", "9"),
    ("reached 15.8 square", "reached 18.5 square", "15.8"),
    ("ratio is 36.6%", "ratio is 36.5%", "36.6%"),
    ("Since 2021", "Since 2012", "2021"),
    ("over 3 billion yuan", "over 30 billion yuan", "3 billion"),
    ("built 130 kilometers", "built 13 kilometers", "130"),
    ("for 16 consecutive years", "for 15 consecutive years", "16"),
    ("growing by 20% this", "growing by 2% this", "20%"),
    ("upwards of 10 billion", "upwards of 1 billion", "10 billion"),
]


@pytest.mark.parametrize(("right", "wrong", "word"), PLANTED, ids=[p[1] for p in PLANTED])
def test_a_wrong_figure_is_an_error_at_its_place(real: Path, yubei: Yubei, right: str, wrong: str, word: str) -> None:
    file = real / "en.md"
    text = file.read_text("utf-8")
    assert text.count(right) == 1
    file.write_text(text.replace(right, wrong), encoding="utf-8")
    changed = next(i for i, (a, b) in enumerate(zip(right, wrong, strict=False)) if a != b)
    offset = text.index(right)
    line = text[:offset].count("\n") + 1
    start = offset - text.rindex("\n", 0, offset)
    result = yubei("check", "real")
    assert result.code == 1
    errors = [e for e in result.out.splitlines() if " error numbers: " in e]
    assert len(errors) == 1, result.out
    place = re.match(r"source/real/en\.md:(\d+):(\d+): ", errors[0])
    assert place
    assert int(place[1]) == line
    assert start <= int(place[2]) <= start + changed
    assert word in errors[0]


def test_swapped_figures_are_errors(real: Path, yubei: Yubei) -> None:
    file = real / "en.md"
    text = file.read_text("utf-8")
    swapped = (
        text.replace("130 kilometers", "X").replace("110 kilometers", "130 kilometers").replace("X", "110 kilometers")
    )
    file.write_text(swapped, encoding="utf-8")
    result = yubei("check", "real")
    assert result.code == 1
    assert " error numbers: " in result.out


def test_an_avoided_rendering_names_what_to_use(real: Path, yubei: Yubei) -> None:
    file = real / "en.md"
    text = file.read_text("utf-8")
    file.write_text(
        text.replace(
            "Zhao Bing, Deputy Head of Yubei District, said", "Zhao Bing, Deputy Governor of Yubei District, said"
        ),
        encoding="utf-8",
    )
    result = yubei("check", "real")
    (error,) = [e for e in result.out.splitlines() if " error avoided-renderings: " in e]
    assert error.startswith("source/real/en.md:38:12: ")
    assert "deputy" in error.lower()
    assert "Head" in error


def test_a_second_build_is_the_same(real: Path, yubei: Yubei) -> None:
    build = real.parents[1] / "build"
    yubei("build", "real")
    first = [(build / name).read_bytes() for name in ("real.docx", "real.md")]
    for name in ("real.docx", "real.md"):
        (build / name).unlink()
    yubei("build", "real")
    assert [(build / name).read_bytes() for name in ("real.docx", "real.md")] == first
