"""What comes back from other tools: what is shown, what is spliced in, and what stays byte for byte."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from conftest import EN, GLOSSARY, Yubei, cases
from hypothesis import given, settings
from hypothesis import strategies as st

from yubei_pub import exchanges, glossary, han, markdown, pipeline, strict_yaml
from yubei_pub.beads import Bead, Segment
from yubei_pub.interchange import Entry, Pair, Unit, cleaned, units
from yubei_pub.model import Briefing
from yubei_pub.pipeline import approval, exchange
from yubei_pub.pipeline.exchange import Kind, Taken
from yubei_pub.review import ledger, written
from yubei_pub.terms import TermFinder
from yubei_pub.trace import Source

CASES = Path(__file__).parent / "cases"
TERMS = cases("taking_terms")
TEXTS = cases("taking_texts")
NO_TERMS = glossary.Glossary(Source("glossary.yaml", ""), ())


def brief(zh: str, en: str, approved: Sequence[str] = ()) -> Briefing:
    source = markdown.read(Source("source/a/zh.md", zh))
    folder = pipeline.Folder("a", source, Source("source/a/en.md", en), None, None, {})
    briefing = pipeline.brief(folder, NO_TERMS, TermFinder(()))
    if not approved:
        return briefing
    review = written.write(approval.approve(briefing, approved, ledger.Ledger(), "A. Reader", "2026-11-23", {}))
    folder = pipeline.Folder("a", source, Source("source/a/en.md", en), Source("review.yaml", review), None, {})
    return pipeline.brief(folder, NO_TERMS, TermFinder(()))


def told(taken: Sequence[Taken]) -> Iterator[str]:
    for step in (step for each in taken for step in each.steps):
        yield f"{step.kind.value}: {step.name}{f' ({step.why})' if step.why else ''}"
        yield from (f"    {key}: {before} → {after}" for key, before, after in step.changes)


@pytest.mark.parametrize("path", TERMS, ids=lambda path: path.stem)
def test_terms(path: Path) -> None:
    """The glossary, a table that came in (first line `reviewed-too` if it may); what is told, and the glossary then."""
    given_, expected = path.read_text("utf-8").rsplit("---\n", 1)
    before, table = given_.split("===\n")
    said, after = expected.split("===\n")
    reviewed_too = table.startswith("reviewed-too\n")
    _, data = exchange.read("table.csv", table.removeprefix("reviewed-too\n").encode())
    taken = exchange.take(data, [], glossary.read(Source("glossary.yaml", before)), reviewed_too)
    assert "\n".join(told(taken)) == said.rstrip("\n")
    assert taken[0].text == after


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_texts(path: Path) -> None:
    """zh.md, en.md, what came in (Chinese, tab, English; first line the sections that are approved); en.md then."""
    given_, expected = path.read_text("utf-8").rsplit("---\n", 1)
    zh, en, table = given_.split("===\n")
    said, after = expected.split("===\n")
    approved, *lines = table.splitlines()
    data = [Unit((Pair(*line.split("\t")),)) for line in lines]
    taken = exchange.take(data, [brief(zh, en, approved.split())], NO_TERMS, reviewed_too=False)
    assert "\n".join(told(taken)) == said.rstrip("\n")
    assert next((each.text for each in taken if each.source.path), en) == after


def test_what_is_added_ends_its_lines_as_the_file_does() -> None:
    zh, en = "# 题\r\n\r\n一。\r\n\r\n二。\r\n", "# T\r\n\r\n<!-- yubei: zh 1 -->\r\n\r\nOne.\r\n"
    [taken] = exchange.take([Unit((Pair("二。", "Two."),))], [brief(zh, en)], NO_TERMS, reviewed_too=False)
    assert taken.text == f"{en}\r\nTwo.\r\n"


def test_where_it_stands_says_which_of_two_is_meant() -> None:
    zh, en = (
        "# 题\n\n## 一 {#s1}\n\n同样。\n\n## 二 {#s2}\n\n同样。\n",
        "# T\n\n## One {#s1}\n\nSame.\n\n## Two {#s2}\n\nSame.\n",
    )
    pair = (Pair("同样。", "The same."),)
    for unit, said, after in (
        (Unit(pair), "not taken", en),
        (Unit(pair, "a", "s2", 1), "changed", en.removesuffix("Same.\n") + "The same.\n"),
    ):
        (taken,) = exchange.take([unit], [brief(zh, en)], NO_TERMS, reviewed_too=False)
        assert (taken.steps[0].kind.value, taken.text) == (said, after)


# What would mean something else to Markdown if it were not written as text.
HOSTILE = r"<!-- yubei: ignore numbers: x -->|# x|- x|[^1]|![x](y)|{#s1}|**b**|&amp;|1. x|---|> x|［字］（x）|\|<b>|x #"

DIRTY = "terms:\r\n  - zh: 词   # aligned\r\n    en:   word\r\n    status: proposed \r\n\r\n# the end"


def test_every_other_byte_of_the_glossary_stays() -> None:
    known = glossary.read(Source("glossary.yaml", DIRTY))
    (taken,) = exchange.take([Entry("词", "words"), Entry("新", "no", note="x: #y")], [], known, reviewed_too=False)
    added = '\r\n\r\n  - zh: 新\r\n    en: "no"\r\n    status: proposed\r\n    note: "x: #y"'
    assert taken.text == DIRTY.replace("en:   word", "en:   words").replace("proposed ", "proposed " + added)


words = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=10)
said = words.filter(lambda text: bool(cleaned([text])[0][0])).map(lambda text: cleaned([text])[0][0])


@given(said)
@settings(max_examples=300, deadline=None)
def test_a_scalar_reads_back(text: str) -> None:
    for line in (f"key: {strict_yaml.scalar(text)}\n", f"key: [{strict_yaml.scalar(text)}, b]\n"):
        root = strict_yaml.parse(Source("", line))
        assert isinstance(root, strict_yaml.Mapping)
        node = root.get("key")
        first = node.items[0] if isinstance(node, strict_yaml.Sequence) else node
        assert isinstance(first, strict_yaml.Scalar)
        assert first.value == text
        assert not strict_yaml.ambiguous(first)


@given(
    st.dictionaries(said, said.filter(lambda en: not han.holds(en)), max_size=4),
    st.sampled_from(["", DIRTY, "terms: []\n"]),
)
@settings(max_examples=60, deadline=None)
def test_terms_that_were_taken_are_there_and_nothing_is_lost(pairs: dict[str, str], before: str) -> None:
    known = glossary.read(Source("glossary.yaml", before))
    data = [Entry(zh, en) for zh, en in pairs.items()]
    taken = exchange.take(data, [], known, reviewed_too=False)
    after = {term.zh: term for term in glossary.read(Source("glossary.yaml", taken[0].text if taken else before)).terms}
    assert {term.zh for term in known.terms} <= set(after)
    for step in taken[0].steps if taken else ():
        assert step.kind in (Kind.ADDED, Kind.CHANGED, Kind.SAME), step
        assert after[step.name].status == "proposed"


MARKED = """\
# A *park* near [home](https://www.example.org)

Yubei has **many** parks,
large and small[^1].

- 12\\. June, a_b and `code`

[^1]: Counted in 2023.
"""
MARKED_ZH = "# 公园\n\n渝北公园多[^1]。\n\n- 六月\n\n[^1]: 数。\n"


@given(st.sampled_from(["公园", "渝北公园多。", "六月"]), st.data())
@settings(max_examples=150, deadline=None)
def test_what_is_taken_reads_back_and_the_formatting_stays(zh: str, data: st.DataObject) -> None:
    briefing = brief(MARKED_ZH, MARKED)
    old = next(unit.en for unit in units(briefing) if unit.zh == zh).split()
    at = data.draw(st.integers(0, len(old)))
    words = st.one_of(said, st.sampled_from(HOSTILE.split("|")).filter(str.strip))
    new = " ".join([*old[:at], *data.draw(st.lists(words, max_size=2)), *old[data.draw(st.integers(at, len(old))) :]])
    (taken,) = exchange.take([Unit((Pair(zh, new),))], [briefing], NO_TERMS, reviewed_too=False)
    then = {unit.zh: unit.en for unit in units(brief(MARKED_ZH, taken.text))}
    before = {unit.zh: unit.en for unit in units(briefing)}
    wanted = new if taken.steps[0].kind is Kind.CHANGED else before[zh]
    assert then == before | {zh: wanted}


def test_a_file_of_a_briefing_that_was_renamed_is_told_where_its_chinese_is_now() -> None:
    (taken,) = exchange.take(
        [Unit((Pair("六月", "June"),), "old", "lead", 1)], [brief(MARKED_ZH, MARKED)], NO_TERMS, False
    )
    assert str(taken.steps[0].why) == (
        "this Chinese is in “a”; if that is the same briefing, write its name for “old” in the file"
    )


@pytest.mark.parametrize("name", ["tmx", "xliff", "xliff2"])
def test_nothing_changed_changes_no_byte(name: str) -> None:
    form = exchanges.formats()[name]
    briefing = brief(MARKED_ZH, MARKED)
    data = exchange.read(f"a.{form.ENDINGS[0]}", form.write(cleaned(list(units(briefing)))[0]))[1]
    (taken,) = exchange.take(data, [briefing], NO_TERMS, reviewed_too=False)
    assert {step.kind for step in taken.steps} == {Kind.SAME}
    assert taken.text == MARKED


def cut(briefing: Briefing) -> Briefing:
    """The briefing with its one paragraph aligned by sentences, of which the second renders nothing."""
    (section,) = briefing.sections
    (passage,) = section.passages
    (ours,), (theirs,) = passage.source, passage.target
    zh = [Segment(ours.text[0:4], ours), Segment(ours.text[4:8], ours, 4)]
    en = [Segment(theirs.text[start:end], theirs, start) for start, end in ((0, 6), (7, 13), (14, 21))]
    beads = (Bead((zh[0],), (en[0],)), Bead((), (en[1],)), Bead((zh[1],), (en[2],)))
    return replace(briefing, sections=(replace(section, passages=(replace(passage, beads=beads),)),))


@pytest.mark.parametrize("name", ["tmx", "xliff", "xliff2"])
def test_sentences_go_out_as_segments_and_come_back_to_their_places(name: str) -> None:
    briefing = cut(brief("# 题\n\n第一句。第二句。\n", "# T\n\nFirst. Extra. Second.\n"))
    unit = list(units(briefing))[-1]
    assert unit.segments == (Pair("第一句。", "First. Extra."), Pair("第二句。", "Second."))
    form = exchanges.formats()[name]
    written = form.write(list(units(briefing)))
    for before, after in (("Second", "Another"), ("Extra", "More")):
        changed = written.replace(before.encode(), after.encode())
        data = exchange.read(f"a.{form.ENDINGS[0]}", changed)[1]
        (taken,) = exchange.take(data, [briefing], NO_TERMS, reviewed_too=False)
        assert taken.text == "# T\n\nFirst. Extra. Second.\n".replace(before, after)
    (taken,) = exchange.take([Unit((Pair("第二句。", "Last."),))], [briefing], NO_TERMS, reviewed_too=False)
    assert taken.text == "# T\n\nFirst. Extra. Last.\n"


def test_an_editor_hands_out_a_glossary_and_takes_it_back(folder: Path, yubei: Yubei) -> None:
    said = yubei("exchange", "out", "csv")
    assert (said.code, "Wrote build/glossary.csv" in said.out) == (0, True), said.all
    path = folder / "build" / "glossary.csv"
    path.write_bytes(path.read_bytes() + "新词,new word,approved,,,,,,,,,\r\n".encode())
    before = (folder / "glossary.yaml").read_text("utf-8")
    shown = yubei("exchange", "in", "build/glossary.csv")
    assert shown.code == 0, shown.all
    assert "added: 新词\n    en: new word\n" in shown.out
    assert "--apply writes it" in shown.err
    assert (folder / "glossary.yaml").read_text("utf-8") == before
    assert yubei("exchange", "in", "build/glossary.csv", "--apply").err.endswith("Wrote glossary.yaml\n")
    after = (folder / "glossary.yaml").read_text("utf-8")
    assert after == before + "  - zh: 新词\n    en: new word\n    status: proposed\n"
    assert yubei("check").code == 0


def test_reviewed_text_waits_for_a_yes(folder: Path, yubei: Yubei) -> None:
    yubei("approve", "small", "--by", "A. Reader")
    assert yubei("exchange", "out", "tmx").code == 0
    path = folder / "build" / "texts.tmx"
    memory = path.read_text("utf-8")
    old = next(line for line in EN.splitlines() if line and not line.startswith(("#", "-", "l", "t", "s", "!")))
    word = old.split()[0]
    path.write_text(memory.replace(f"<seg>{word} ", "<seg>Now "), "utf-8")
    said = yubei("exchange", "in", "build/texts.tmx", "--apply")
    assert said.code == 1, said.all
    assert "A. Reader approved it on" in said.out
    assert (folder / "source/small/en.md").read_text("utf-8") == EN
    said = yubei("exchange", "in", "build/texts.tmx", "--apply", "--reviewed-too")
    assert said.code == 0, said.all
    assert (folder / "source/small/en.md").read_text("utf-8") == EN.replace(f"{word} ", "Now ", 1)


SKELETON_ZH = "# 标题\n\n导语。\n\n## 一 {#s1}\n\n第一段。\n\n![图](a.png)\n\n第二段。\n"
SKELETON = (
    "<!-- # 标题 -->\n\n#\n\n<!-- 导语。 -->\n\n<!-- ## 一 -->\n\n## {#s1}\n\n<!-- 第一段。 -->\n\n<!-- 图 -->\n\n"
    "![](a.png)\n\n<!-- 第二段。 -->\n"
)


@given(
    st.dictionaries(
        st.sampled_from(["标题", "导语。", "一", "第一段。", "图", "第二段。"]),
        st.one_of(said, st.sampled_from(HOSTILE.split("|"))),
    )
)
@settings(max_examples=100, deadline=None)
def test_a_skeleton_takes_any_english_or_says_no(english: dict[str, str]) -> None:
    briefing = brief(SKELETON_ZH, SKELETON)
    taken = exchange.take([Unit((Pair(*pair),)) for pair in english.items()], [briefing], NO_TERMS, reviewed_too=False)
    text = taken[0].text if taken else SKELETON
    added = {change[2] for each in taken for step in each.steps if step.kind is Kind.ADDED for change in step.changes}
    said = [unit.en for unit in units(brief(SKELETON_ZH, text)) if unit.en]
    assert set(said) == added
    kept = iter(text.splitlines())
    assert all(line in kept for line in SKELETON.splitlines() if line.startswith("<!--"))


def test_a_file_changed_meanwhile_is_not_overwritten(folder: Path) -> None:
    from yubei_pub.findings import YubeiError
    from yubei_pub.project import Project

    project = Project(folder)
    source = project.glossary.source
    (folder / "glossary.yaml").write_text(GLOSSARY + "# more\n", "utf-8")
    with pytest.raises(YubeiError, match="was changed while it was being checked"):
        project.tree.rewrite(source, "terms: []\n")


@pytest.mark.parametrize("form", ["tbx", "tbx3", "omegat"])
def test_a_term_that_nobody_approved_stays_at_home(form: str, folder: Path, yubei: Yubei) -> None:
    """Where the format cannot tell what it is."""
    said = yubei("exchange", "out", form, "-o", "out.txt")
    written = (folder / "out.txt").read_text("utf-8")
    assert ("sensing devices" in written, "pocket parks" in written) == (True, False)
    assert said.err == "Left out, because nobody approved them: 1; --all takes them along.\n"
    assert yubei("exchange", "out", form, "-o", "out.txt", "--all").err == ""
    assert "pocket parks" in (folder / "out.txt").read_text("utf-8")


def test_every_format_has_a_file_of_its_own(folder: Path, yubei: Yubei) -> None:
    forms = exchanges.formats()
    said = [yubei("exchange", "out", form).out.split(": ")[0] for form in forms]
    assert len(set(said)) == len(forms)
    assert {"Wrote build/texts.xlf", "Wrote build/texts.xliff2.xlf", "Wrote build/glossary.tbx"} <= set(said)
    for path in (folder / "build").glob("texts.*xlf"):
        assert yubei("exchange", "in", f"build/{path.name}").code == 0


def test_a_glossary_is_not_that_of_a_briefing(yubei: Yubei) -> None:
    said = yubei("exchange", "out", "csv", "small")
    assert (said.code, "csv holds the glossary" in said.err) == (2, True)


def test_a_translation_that_nobody_approved_stays_at_home(folder: Path, yubei: Yubei) -> None:
    assert yubei("approve", "small", "s1-1", "--by", "R. Viewer").code == 0
    said = yubei("exchange", "out", "tmx", "-o", "out.tmx")
    written = (folder / "out.tmx").read_text("utf-8")
    assert ("Residents like them." in written, "44 categories" in written) == (True, False)
    assert said.err == "Left out, because nobody approved them: 4; --all takes them along.\n"
    assert yubei("exchange", "out", "tmx", "-o", "out.tmx", "--all").err == ""
    assert "44 categories" in (folder / "out.tmx").read_text("utf-8")
