"""What a build leaves for the next changes nothing but its time: not the documents, not the findings."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from briefings import png
from conftest import EN, GLOSSARY, NO_LINKS, ZH, Yubei, write
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import yubei_pub
from yubei_pub import glossary, glossary_kept, pipeline, recorded
from yubei_pub.dismissals import Answered
from yubei_pub.document import Block
from yubei_pub.files import kept
from yubei_pub.findings import Finding, Message, Place, Severity
from yubei_pub.pipeline.rows import Row, rows
from yubei_pub.project import Project
from yubei_pub.remembered import Remembered
from yubei_pub.simplify import simplify_text
from yubei_pub.terms import TermFinder
from yubei_pub.trace import Source

MORE = {
    "zh": "去年，全市新建口袋公園12個，完成投資3.5億元。\n\n*感知設備*增長[近三成](https://example.org/)。\n\n呂偉說，第三批項目將於7月開工。\n\n",
    "en": "Last year 15 new pocket parks were built, with 3.5 billion yuan invested.\n\nPerception equipment grew by "
    "nearly [30 percent](https://example.org/).\n\nLu Wei said that the second batch will start in June.\n\n",
}
# What is said of it hangs on the other sections: a name, a short form, a sentence, dashes, marks and headings.
LAST = {
    "zh": "\n## 公園與人 {#s2}\n\n區長張小明說，口袋公園很好——很好。\n\n居民都說好。\n\n### 又一個 {#s2-1}\n\n"
    "張小明說，感知設備很多，7月開工，見https://example.org/plain。\n",
    "en": "\n## Parks And People {#s2}\n\nZhang Xiao-ming, head of the district, said that the parks are “good” — very "
    'good.\n\nResidents love them.\n\n### one more {#s2-1}\n\nZhang Xiaomin said that there are "many" sensing '
    "devices - they start in July: https://example.org/plain.\n",
}
FILES = {
    "source/small/zh.md": ZH.replace("## 數字", MORE["zh"] + "## 數字") + LAST["zh"],
    "source/small/en.md": EN.replace("## Empowered", MORE["en"] + "## Empowered") + LAST["en"],
    "glossary.yaml": GLOSSARY.replace("en: pocket parks", "en: pocket parks\n    short: parks"),
}
LAYOUTS = [("docx", "parallel"), ("docx", "stacked"), ("docx", "english"), ("md", "parallel"), ("md", "table")]
GLOSSED: list[tuple[str, dict[str, Any]]] = [
    (form, {"glosses": "first-use"}) for form in ("docx", "md")
]  # which hang on the whole briefing
STYLES: list[tuple[str, dict[str, Any]]] = [*((form, {"layout": layout}) for form, layout in LAYOUTS), *GLOSSED]


def made(root: Path, remembering: bool) -> tuple[Answered, list[bytes]]:
    """What a build of a project finds and writes."""
    project = Project(root)
    if remembering:
        project.kept.read()
    briefing = project.briefing("small")
    answered = project.check([briefing])
    style = project.settings.style
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("yubei_pub.word.package._WORTH_COPYING", 1000)  # a section here is short
        documents = [pipeline.typeset([briefing], style._replace(**asked), form)[0] for form, asked in STYLES]
    if remembering:
        project.kept.keep(["small"], project.tree.ids())
    return answered, documents


def after_changing(root: Path, name: str, old: str, new: str) -> tuple[Answered, list[bytes]]:
    """What a build finds and writes that remembers one before a change: what a first build does."""
    made(root, remembering=True)
    put(name, old, new)(root)
    after = made(root, remembering=True)
    assert after == made(root, remembering=False)
    return after


def edit(root: Path, name: str, line: int, how: str) -> None:
    """Change one line of a file."""
    lines = (root / name).read_text("utf-8").split("\n")
    at = line % len(lines)
    there = lines[at]
    changed = {
        "out": [],
        "twice": [there, "", there],
        "down": ["", there],
        "figure": [there.translate(str.maketrans("0123456789", "1234567890"))],
        "word": [there.replace("sensing", "smart").replace("公園", "花園").replace("pocket", "small")],
        "name": [there.replace("區長", "").replace("min ", "ming ").replace("s And", "s and")],
        "mark": [there.replace("，", "，**", 1).replace("。", "**。", 1)],
        "note": ["<!-- yubei: ignore numbers: as on the page -->", there],
    }[how]
    write(root / name, "\n".join([*lines[:at], *changed, *lines[at + 1 :]]))


HOW = st.sampled_from(["out", "twice", "down", "figure", "word", "name", "mark", "note"])
EDITS = st.lists(st.tuples(st.sampled_from(sorted(FILES)), st.integers(0, 48), HOW), min_size=1, max_size=4)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(edits=EDITS)
def test_after_any_edits_all_is_as_in_a_first_build(edits: list[tuple[str, int, str]]) -> None:
    with TemporaryDirectory() as folder:
        root = Path(folder)
        for name, text in FILES.items():
            write(root / name, text)
        for name, line, how in edits:
            made_or_refused(root, remembering=True)
            edit(root, name, line, how)
        assert made_or_refused(root, remembering=True) == made_or_refused(root, remembering=False)


# Spellings that overlap, with marks inside, of the text and of none; what entries say of them.
SPELT = ["公园", "口袋公园", "“口袋公园”", "感知", "感知设备", "设备很多", "７月", "开工", "张小明", "夜市"]
SAID = [
    "en: parks",
    "en: pocket parks",
    "en: devices, short: it",
    "en: parks, also: [pocket parks]",
    "en: parks, note: seen",
]
MORE_SAID = [
    "",
    ", status: deprecated",
    ", traditional: [張小明]",
    ", unless: [口袋公园12个, 新建口袋公园]",
    ", kind: person",
]
ENTRY = st.tuples(*map(st.sampled_from, (SPELT, SAID, MORE_SAID)))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(glossaries=st.lists(st.lists(ENTRY, max_size=4), min_size=2, max_size=4), plain=st.booleans(), data=st.data())
def test_after_any_edits_of_the_glossary_too(
    glossaries: list[list[tuple[str, str, str]]], plain: bool, data: st.DataObject
) -> None:
    with TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys.modules[__name__], "STYLES", [("md", {}), ("docx", {})])
        root = Path(folder)
        for name, text in FILES.items():
            write(root / name, simplify_text(text) if plain else text)
        for entries in glossaries:
            lines = [f"  - {{zh: {zh}, {said}, status: proposed{more}}}" for zh, said, more in entries]
            lines = [line.replace("status: proposed, status", "status") for line in lines]
            write(root / "glossary.yaml", "\n".join(["terms:", *lines, ""]) if lines else "terms: []\n")
            if data.draw(st.booleans()):
                edit(root, "source/small/zh.md", data.draw(st.integers(0, 48)), data.draw(HOW))
            last = made_or_refused(root, remembering=True)
        assert last == made_or_refused(root, remembering=False)


def made_or_refused(root: Path, remembering: bool) -> object:
    try:
        return made(root, remembering)
    except yubei_pub.findings.YubeiError as error:
        return str(error)


def test_something_is_remembered(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Else the law above would say nothing."""
    first = made(folder, remembering=True)

    def asked(*_: object) -> object:
        raise AssertionError("a paragraph that is known is looked at again")

    monkeypatch.setattr("yubei_pub.annotate.english.find", asked)
    monkeypatch.setattr("yubei_pub.checks.modality.check_bead", asked)
    assert made(folder, remembering=True) == first
    with pytest.raises(AssertionError):
        made(folder, remembering=False)


def test_a_glossary_recalled_is_the_one_that_was_read() -> None:
    source, remembered = Source("glossary.yaml", GLOSSARY), Remembered()
    read = glossary_kept.read(source, remembered)
    assert read == glossary.read(source)
    recalled = glossary_kept.read(source, Remembered(remembered.lines()))
    assert not any("place" in vars(term) for term in recalled.terms)  # each is made when somebody asks for it
    assert recalled == read
    assert read == recalled
    assert {*recalled.terms} == {*read.terms}
    assert [dict(term.places) for term in recalled.terms] == [term.places for term in read.terms]
    assert recalled.terms[0] != read.terms[1]


def test_nobody_looks_at_the_rows_of_a_section_that_is_as_it_was(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, text in FILES.items():
        write(folder / name, text)
    monkeypatch.setattr(sys.modules[__name__], "STYLES", STYLES[: len(LAYOUTS)])
    made(folder, remembering=True)
    english = folder / "source/small/en.md"
    write(english, english.read_text("utf-8").replace("Five pocket", "Six pocket"))
    asked: list[str] = []

    def looked(ours: Sequence[Block], *rest: Any) -> list[Row]:
        asked.append(ours[0].text.text)
        return rows(ours, *rest)

    monkeypatch.setattr("yubei_pub.pipeline.assembly.rows", looked)
    made(folder, remembering=True)
    # What has a link, whose number in the Word file hangs on all before it.
    linked = {"7月10日，城市建设有了新进展。", "张小明说，感知设备很多，7月开工，见https://example.org/plain。"}
    assert set(asked) == {"今年建成5个口袋公园。", *linked}


def test_a_section_in_another_script_changes_how_the_others_are_read(folder: Path) -> None:
    """A page all in Simplified script is left alone; one that is not becomes so, and then 乾 is 干."""
    write(folder / "source/small/en.md", "# T\n\nText.\n\n## A {#s1}\n\nZhang Qian.\n\n## B {#s2}\n\nPeople.\n")
    write(folder / "source/small/zh.md", "# 题\n\n文。\n\n## 甲 {#s1}\n\n张乾说好。\n\n## 乙 {#s2}\n\n居民说好。\n")
    _findings, documents = after_changing(folder, "source/small/zh.md", "居民说好", "居民說後來會發展")
    assert "张干".encode() in documents[-1]


def test_a_figure_that_goes_above_is_missed_below(folder: Path) -> None:
    """A count that the English leaves to the text above it hangs on paragraphs beyond the next."""
    write(folder / "source/small/zh.md", "# 题\n\n夜市有260个摊位。\n\n天气很好。\n\n260个摊主中，年轻人很多。\n")
    write(folder / "source/small/en.md", "# T\n\nThe market has 260 stalls.\n\nIt is fine.\n\nMany are young.\n")
    findings, _documents = after_changing(folder, "source/small/zh.md", "夜市有260个摊位", "夜市有250个摊位")
    assert "does not say 260" in str(findings)


def test_a_term_met_in_fewer_paragraphs_of_a_section_may_divide_it_otherwise(folder: Path) -> None:
    """Of the same terms: what is excepted in one paragraph may stand in the next."""
    write(folder / "source/small/zh.md", "# 题\n\n居民说好。\n\n天气很好。\n\n大家都去森林公园。\n\n公园很多。\n")
    write(folder / "source/small/en.md", "# T\n\nAll go there.\n\nThere are many parks.\n\nThe weather is fine.\n")
    write(folder / "glossary.yaml", "terms:\n  - zh: 公园\n    en: parks\n    status: proposed\n")
    after_changing(folder, "glossary.yaml", "en: parks", "en: parks\n    unless: [森林公园]")


def test_only_sections_that_have_a_changed_term_are_looked_through(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sections = [f"## {n} {{#s{n}}}\n\n第{n}個{'“口袋” 公園' if n == 3 else '花園'}。\n" for n in range(1, 9)]
    write(folder / "source/small/zh.md", simplify_text("\n".join(["# 題\n", *sections])))
    write(folder / "source/small/en.md", "# T\n")
    monkeypatch.setattr(sys.modules[__name__], "STYLES", STYLES[: len(LAYOUTS)])
    made(folder, remembering=True)
    asked: list[str] = []
    find = TermFinder.find
    monkeypatch.setattr(TermFinder, "find", lambda self, text: asked.append(text) or find(self, text))  # type: ignore[func-returns-value]
    for old, new in (("pocket parks", "small parks"), ("status: proposed", "status: deprecated"), ("公园", "公园三")):
        put("glossary.yaml", old, new)(folder)
        after = made(folder, remembering=True)
        # Where no term is left, the colophon follows the last section, which is typeset anew.
        last = {"第8个花园。"} if new == "公园三" else set()
        assert set(asked) <= {"题", "3", "第3个“口袋” 公园。", *last}
        assert "第3个“口袋” 公园。" in asked
        asked.clear()
        assert after == made(folder, remembering=False)
        asked.clear()


def test_a_picture_is_scaled_once(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, size in (("large.png", 2400), ("small.png", 4)):
        (folder / "source/small" / name).write_bytes(png(name, size, size).data)
        with (folder / "source/small/zh.md").open("a", encoding="utf-8") as file:
            file.write(f"\n![圖。]({name})\n")
    first = made(folder, remembering=True)
    monkeypatch.setattr("yubei_pub.pictures.inspect", None)
    assert made(folder, remembering=True) == first
    project = Project(folder)
    project.kept.read()
    shown = project.briefing("small").pictures
    assert shown["large.png"].width < 2400
    assert shown["large.png"].original
    assert not shown["small.png"].original


def built(folder: Path) -> dict[str, bytes]:
    return {
        path.name: path.read_bytes()
        for path in sorted((folder / "build").iterdir())
        if path.is_file() and path.name[0] != "."
    }


@pytest.fixture
def flawed(folder: Path) -> Path:
    """A project with findings of several kinds."""
    for name, text in FILES.items():
        write(folder / name, text)
    return folder


def first_build(yubei: Yubei, folder: Path) -> tuple[object, dict[str, bytes]]:
    shutil.rmtree(folder / "build", ignore_errors=True)
    return yubei("build"), built(folder)


def test_a_build_with_nothing_to_do_says_the_same(flawed: Path, yubei: Yubei, monkeypatch: pytest.MonkeyPatch) -> None:
    first = first_build(yubei, flawed)
    assert "numbers" in first[0].err  # type: ignore[attr-defined]
    monkeypatch.setattr("yubei_pub.project.Project.briefing", None)  # nobody reads a text
    assert (yubei("build"), built(flawed)) == first


def approve(root: Path) -> None:
    project = Project(root)
    project.approve(project.briefing("small"), [], "R. Viewer", "2026-11-26")


def put(name: str, old: str, new: str) -> Callable[[Path], object]:
    """One text for another in a file that has it."""

    def replace(root: Path) -> None:
        before = (root / name).read_text("utf-8")
        assert old in before
        write(root / name, before.replace(old, new))

    return replace


CHANGES: dict[str, Callable[[Path], object]] = {
    "a text": lambda root: edit(root, "source/small/en.md", 8, "figure"),
    "the date of the page": put("source/small/zh.md", "date: 2024", "date: 2020"),
    "the language": put("source/small/en.md", "en-US", "en-GB"),
    "where a link leads": put("source/small/zh.md", "https://example.org/)", "https://example.org/b)"),
    "the glossary": lambda root: edit(root, "glossary.yaml", 2, "word"),
    "settings": lambda root: write(root / "yubei-pub.yaml", "order: zh-en\n"),
    "an empty ledger": lambda root: write(root / "source/small/review.yaml", "sections: {}\n"),
    "an approval": approve,
    "a page": lambda root: write(root / "source/small/page.txt", ZH),
    "another briefing": lambda root: shutil.copytree(root / "source/small", root / "source/other"),
    "a document was changed": lambda root: write(root / "build/small.md", "mine"),
    "a document is gone": lambda root: (root / "build/small.docx").unlink(),
}


@pytest.mark.parametrize("change", CHANGES)
def test_whatever_changes_is_seen(change: str, flawed: Path, yubei: Yubei) -> None:
    first_build(yubei, flawed)
    CHANGES[change](flawed)
    second = yubei("build"), built(flawed)
    assert second == first_build(yubei, flawed)


def test_an_approval_that_is_taken_back_is_seen(flawed: Path, yubei: Yubei) -> None:
    approve(flawed)
    approved = first_build(yubei, flawed)
    (flawed / "source/small/review.yaml").unlink()
    second = yubei("build"), built(flawed)
    assert second == first_build(yubei, flawed) != approved


@NO_LINKS
def test_what_comes_into_a_folder_that_a_link_leads_to_is_seen(flawed: Path, yubei: Yubei) -> None:
    real = flawed.parent / f"{flawed.name} elsewhere"
    (flawed / "source/small").rename(real)
    (flawed / "source/small").symlink_to(real)
    for name, leads_to in (("back", flawed / "source"), ("itself", real / "itself"), ("nowhere", real / "none")):
        (real / name).symlink_to(leads_to)
    first = first_build(yubei, flawed)
    approve(flawed)
    second = yubei("build"), built(flawed)
    assert second == first_build(yubei, flawed) != first


def test_a_missing_picture_that_comes_is_seen(folder: Path, yubei: Yubei) -> None:
    path = folder / "source/small/zh.md"
    write(path, path.read_text("utf-8") + "\n![圖。](a.png)\n")
    assert "there is no picture" in yubei("build").err
    (folder / "source/small/a.png").write_bytes(png("a.png", 4, 3).data)
    assert "there is no picture" not in yubei("build").err


def damaged(change: Callable[[bytes], bytes]) -> Callable[[Path], None]:
    def every(root: Path) -> None:
        for path in (root / "build" / kept.FOLDER).iterdir():
            path.write_bytes(change(path.read_bytes()))

    return every


def folders(root: Path) -> None:
    for path in list((root / "build" / kept.FOLDER).iterdir()):
        path.unlink()
        path.mkdir()


def the_folder_is_a_file(root: Path) -> None:
    shutil.rmtree(root / "build" / kept.FOLDER)
    (root / "build" / kept.FOLDER).write_bytes(b"")


DAMAGE: dict[str, Callable[[Path], object]] = {
    "deleted": lambda root: shutil.rmtree(root / "build" / kept.FOLDER),
    "emptied": damaged(lambda data: b""),
    "cut off": damaged(lambda data: data[: len(data) // 2]),
    "one figure is another": damaged(lambda data: data.replace(b"2101", b"2102").replace(b"3.5", b"3.6")),
    "of another version": damaged(lambda data: data.replace(b"yubei-pub ", b"yubei-pub 0", 1)),
    "not JSON": damaged(lambda data: b"\xff\x00{"),
    "a file is a folder": folders,
    "the folder is a file": the_folder_is_a_file,
}


@pytest.mark.parametrize("change", DAMAGE)
def test_damage_costs_nothing_but_time(change: str, flawed: Path, yubei: Yubei) -> None:
    first = first_build(yubei, flawed)
    DAMAGE[change](flawed)
    assert (yubei("build"), built(flawed)) == first
    assert (yubei("build"), built(flawed)) == first


LONG = b"longer than all that is added"


def by_key(lines: Iterable[bytes], first: int = 0) -> dict[bytes, bytes]:
    """Lines under keys of sixteen bytes."""
    return {number.to_bytes(16, "big"): line for number, line in enumerate(lines, first)}


def test_a_stretch_without_the_end_of_its_first_line_is_not_whole(tmp_path: Path) -> None:
    log, first, new = tmp_path / "log", by_key([LONG * 9]), by_key([b"new"], 1)
    kept.Log(log).add(first, lambda: first)
    whole = log.read_bytes()
    log.write_bytes(whole + whole.partition(b"\n")[0])
    assert dict(kept.Log(log)) == first
    kept.Log(log).add(new, lambda: new)
    assert dict(kept.Log(log)) == first | new


@given(
    st.lists(st.lists(st.binary(max_size=9), min_size=1, max_size=9), max_size=4),
    st.data(),
)
def test_what_is_added_is_read_as_far_as_it_is_whole(added: list[list[bytes]], data: st.DataObject) -> None:
    first, new = by_key([LONG * 200]), by_key([b"new"], 10_000)
    stretches = [first, *(by_key(lines, 100 * at) for at, lines in enumerate(added, 1))]
    with TemporaryDirectory() as folder:
        path, ends = Path(folder) / "log", list[int]()
        for each in stretches:
            kept.Log(path).add(each, lambda: first)  # which is written only where nothing is there yet
            ends.append(path.stat().st_size)
        assert dict(kept.Log(path)) == dict(item for each in stretches for item in each.items())
        cut = data.draw(st.integers(0, ends[-1] - 1))
        path.write_bytes(path.read_bytes()[:cut])
        known = dict(item for each in stretches[: sum(end <= cut for end in ends)] for item in each.items())
        assert dict(kept.Log(path)) == known
        kept.Log(path).add(new, lambda: new)
        assert dict(kept.Log(path)) == known | new


def test_a_changed_word_adds_to_what_is_kept(flawed: Path, yubei: Yubei) -> None:
    many = {"zh": "第{0}个公园今年接待群众21{0}人次。", "en": "This year 21{0} people went to park number {0}."}
    for side, line in many.items():
        with (flawed / f"source/small/{side}.md").open("a", encoding="utf-8") as text:
            text.write("\n\n## A {#s9}\n\n" + "\n\n".join(line.format(number) for number in range(10, 40)) + "\n")
    first_build(yubei, flawed)
    file = flawed / "build" / kept.FOLDER / "small"
    before = file.read_bytes()
    english = flawed / "source/small/en.md"
    write(english, english.read_text("utf-8").replace("Five pocket", "Six pocket"))
    second = yubei("build"), built(flawed)
    after = file.read_bytes()
    assert after != before
    assert after.startswith(before)
    file.write_bytes(after[:-1])
    write(english, english.read_text("utf-8").replace("Six pocket", "Seven pocket"))
    third = yubei("build"), built(flawed)
    assert third == first_build(yubei, flawed) != second


def test_nothing_is_kept_of_a_briefing_that_is_gone(flawed: Path, yubei: Yubei) -> None:
    first_build(yubei, flawed)
    (flawed / "source/small").rename(flawed / "source/renamed")
    there = flawed / "build" / kept.FOLDER
    (there / ".small.x8.part").write_bytes(b"of a build that was killed")
    (flawed / "build/.renamed.docx.x8.part").write_bytes(b"of the same")
    yubei("build")
    assert {path.name for path in there.iterdir()} == {".last.json", ".glossary", "renamed"}
    assert not list((flawed / "build").glob(".*.part"))


ASKED = st.lists(st.tuples(st.integers(0, 2), st.integers(0, 5)), max_size=9)  # a page (0: by itself, 1: bytes), a name


@given(st.lists(ASKED, max_size=5))
def test_what_the_last_build_asked_for_is_known_and_as_it_would_be_made(builds: list[list[tuple[int, int]]]) -> None:
    """What stands on something else keeps that too; of a page what nobody asked for may go."""
    with TemporaryDirectory() as folder:
        path, last = Path(folder) / "log", set[tuple[int, int]]()
        for asked in builds:
            log, made = kept.Log(path), set[tuple[int, int]]()
            remembered = Remembered(log)

            def value(page: int, name: int, remembered: Remembered = remembered, made: Any = made) -> object:
                def make() -> object:
                    made.add((page, name))
                    below = value(page, name - 1) if name else []
                    return bytes([10, 0, page, name]) if page == 1 else [f"{page} {name}\n", below]

                if page == 1:
                    return remembered.data(f"bytes {name}", make)  # type: ignore[arg-type]
                return (remembered.page(f"of {page}") if page else remembered)(f"{name}", make)

            for page, name in asked:
                below: Any = []
                for n in range(name + 1):
                    below = [f"{page} {n}\n", below]
                assert value(page, name) == (bytes([10, 0, page, name]) if page == 1 else below)
            assert made.isdisjoint(last)
            log.add(remembered.made(), remembered.lines)
            last = set(asked)


def test_check_and_a_release_do_not_read_what_is_kept(
    flawed: Path, yubei: Yubei, monkeypatch: pytest.MonkeyPatch
) -> None:
    yubei("build")
    monkeypatch.setattr(kept, "load", None)
    monkeypatch.setattr(kept, "Log", None)
    assert yubei("check").code == 1
    assert yubei("build", "--release").code == 1


def test_a_finding_comes_back_as_it_was() -> None:
    source = Source("a.md", "0123456789")
    found = Finding("numbers", Severity.NOTE, Place(source, 1, 3), Message("{a} {b}", a=1, b="x"))
    written = recorded.write(found, lambda place: [place.start, place.end])
    assert recorded.finding(written, lambda at: Place(source, *at)) == found
    odd = Finding("numbers", Severity.NOTE, Place(source, 1, 3), Message("{a}", a=("x",)))
    with pytest.raises(recorded.UnwritableError):
        recorded.write(odd, lambda place: [])


@pytest.mark.parametrize("asked", ["--version", "--help"])
def test_what_is_not_needed_is_not_imported(asked: str) -> None:
    """Version and help are as quick as click alone; a build with nothing to do loads none of these either."""
    program = (
        "import sys; from yubei_pub.cli import main\n"
        f"sys.argv = ['yubei-pub', {asked!r}]\n"
        "try: main()\nexcept SystemExit: pass\n"
        "heavy = {'yaml', 'lxml', 'opencc', 'docx', 'PIL', 'markdown_it', 'importlib.metadata'}\n"
        "print(sorted(heavy & set(sys.modules)), file=sys.stderr)\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stderr.strip() == "[]"


def test_a_build_with_nothing_to_do_imports_no_stage(folder: Path, yubei: Yubei) -> None:
    yubei("build")
    program = (
        "import sys; from yubei_pub.cli import main\n"
        "sys.argv = ['yubei-pub', 'build']\n"
        "try: main()\nexcept SystemExit: pass\n"
        "ours = {'pipeline', 'project', 'markdown', 'checks', 'glossary'}\n"
        "heavy = {'yaml', 'lxml', 'opencc', 'docx', 'PIL', 'markdown_it', *(f'yubei_pub.{name}' for name in ours)}\n"
        "print(sorted(heavy & set(sys.modules)), file=sys.stderr)\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=folder)
    assert done.stderr.strip().splitlines()[-1] == "[]"


def test_the_version_is_that_of_the_package() -> None:
    import tomllib

    with (Path(__file__).parents[1] / "pyproject.toml").open("rb") as file:
        assert tomllib.load(file)["project"]["version"] == yubei_pub.__version__


def test_the_digest_of_the_program_changes_with_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = kept.program()
    kept.program.cache_clear()
    assert kept.program() == before
    kept.program.cache_clear()
    module = write(tmp_path / "files" / "kept.py", "")
    monkeypatch.setattr(kept, "__file__", str(module))
    first = kept.program()
    kept.program.cache_clear()
    os.utime(module, (1, 1))
    touched = kept.program()
    assert touched != first != before
    monkeypatch.syspath_prepend(str(tmp_path))
    for described in ("OpenCC-1.1.9.dist-info", "OpenCC-1.1.9.egg-info"):  # which Debian has
        (tmp_path / described).mkdir()
        kept.program.cache_clear()
        assert kept.program() != touched
        (tmp_path / described).rmdir()
    kept.program.cache_clear()
