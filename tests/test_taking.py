"""What comes back from other tools: what is shown, what is spliced in, and what stays byte for byte."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from conftest import EN, GLOSSARY, Yubei, cases
from hypothesis import given, settings
from hypothesis import strategies as st

from yubei_pub import exchanges, glossary, han, markdown, pipeline, strict_yaml
from yubei_pub.beads import Bead, Segment
from yubei_pub.document import Mark, MarkKind
from yubei_pub.interchange import Entry, Pair, Said, Unit, cleaned, coded, in_order, merged, segmented, units
from yubei_pub.model import Briefing, State
from yubei_pub.pipeline import approval, exchange
from yubei_pub.pipeline.exchange import Kind, Taken
from yubei_pub.review import ledger, written
from yubei_pub.taking.spots import spots
from yubei_pub.terms import TermFinder
from yubei_pub.trace import Source

TAB, BETWEEN = "\t", "</source><target>"
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
    """zh.md, en.md, what came in (first line the sections that are approved); what is told, and en.md then.

    What came in is Chinese, tab, English, which may have codes as XLIFF does.
    """
    given_, expected = path.read_text("utf-8").rsplit("---\n", 1)
    zh, en, table = given_.split("===\n")
    said, after = expected.split("===\n")
    approved, *lines = table.splitlines()
    units = (f"<trans-unit><source>{line.replace(TAB, BETWEEN)}</target></trans-unit>" for line in lines)
    xliff = "\n".join(('<xliff version="1.2"><file><body>', *units, "</body></file></xliff>"))
    _, data = exchange.read("a.xlf", xliff.encode())
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
    en = [Segment(theirs.text[start:end], theirs, start) for start, end in ((0, 7), (7, 14), (14, 21))]
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


def test_what_a_terminal_would_obey_is_told_by_its_number(folder: Path, yubei: Yubei) -> None:
    (folder / "terms.csv").write_bytes("zh,en,note\r\n新词,new\x9b2J word,a\u202eb\r\n新\x1b词,-,\r\n".encode())
    said = yubei("exchange", "in", "terms.csv")
    assert "    en: new\\u009b2J word\n    note: a\\u202eb\n" in said.out
    (folder / "terms.csv").write_bytes("zh,en,e\x1b[2Jn\r\n新词,new,word\r\n".encode())
    assert not {"\x1b", "\x9b"} & set(said.all + yubei("exchange", "in", "terms.csv").all)


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


CODED_ZH = "# 标题\n\n**公园**很*多*，见[网页](https://example.org/a_(b))和`代码`[^1]。\n\n[^1]: 数。\n"
CODED_EN = (
    "# Title\n\nMany **big *green*** parks, see [the page](<https://example.org/en (x)>) and `a_b`[^1], *all of* it.\n"
    "\n[^1]: Counted.\n"
)
CODED_EMPTY = "# Title\n\n[^1]: Counted.\n"
KINDS = {kind: str(id) for id, kind in enumerate(("STRONG", "EMPHASIS", "LINK", "CODE", "NOTE"), 1)}


@st.composite
def coded_english(draw: st.DrawFn, words: st.SearchStrategy[str]) -> Said:
    """Words, some marked by the codes of the Chinese, as Markdown can say it: nothing in code, no note in a link."""
    text = " ".join(draw(st.lists(words, min_size=1, max_size=7)))
    starts = [0, *(found.end() for found in re.finditer(" ", text))]
    marks: list[Mark] = []
    for kind in draw(st.lists(st.sampled_from([kind for kind in MarkKind if kind.name in KINDS]), max_size=4)):
        start, last = sorted((draw(st.sampled_from(starts)), draw(st.sampled_from(starts))))
        end = text.find(" ", last) if " " in text[last:] else len(text)
        new = Mark(end if kind is MarkKind.NOTE else start, end, kind, KINDS[kind.name])
        if all(_fits(new, mark) for mark in marks):
            marks.append(new)
    return merged(Said(text, in_order(marks)))


def _fits(one: Mark, other: Mark) -> bool:
    if one.end <= other.start or other.end <= one.start:
        return one.kind is not other.kind
    outer, inner = in_order([one, other])
    return inner.end <= outer.end and outer.kind not in (MarkKind.CODE, inner.kind) and MarkKind.NOTE is not inner.kind


def come(name: str, before: str, said: Said) -> tuple[Taken, Said]:
    """What becomes of an English of the first paragraph of CODED_ZH that comes in by a file, and what is there then."""
    briefing, form = brief(CODED_ZH, before), exchanges.formats()[name]
    unit = list(units(briefing))[1]
    pair = unit.segments[0]._replace(en=said.text, en_codes=said.marks)
    written = form.write([replace(unit, segments=(pair,), state=State.UNREVIEWED)])
    (taken,) = exchange.take(exchange.read("a.xlf", written)[1], [briefing], NO_TERMS, reviewed_too=False)
    now = list(units(brief(CODED_ZH, taken.text)))[1].segments[0]
    ids = {spot.number: spot.codes for spot in spots(brief(CODED_ZH, taken.text)) if spot.section.id == "lead"}[1]
    codes = (code._replace(target=KINDS.get(ids[code.target].kind.name, "")) for code in now.en_codes)
    return taken, merged(Said(now.en, tuple(codes)))


@pytest.mark.parametrize("name", ["xliff", "xliff2"])
@pytest.mark.parametrize("before", [CODED_EN, CODED_EMPTY])
@given(coded_english(st.sampled_from(["parks", "are", "big", "Yubei's", "a*b", "12", "and_green"])))
@settings(max_examples=60, deadline=None)
def test_formatting_comes_back(name: str, before: str, said: Said) -> None:
    taken, now = come(name, before, said)
    if said.marks or before == CODED_EMPTY:
        assert taken.steps[0].kind in (Kind.ADDED, Kind.CHANGED)
        assert now == said, taken.text


@pytest.mark.parametrize("name", ["xliff", "xliff2"])
@pytest.mark.parametrize("before", [CODED_EN, CODED_EMPTY])
@given(coded_english(st.one_of(said.filter(lambda text: " " not in text), st.sampled_from(HOSTILE.split("|")))))
@settings(max_examples=100, deadline=None)
def test_hostile_words_with_formatting_come_back_or_nothing_is_changed(name: str, before: str, said: Said) -> None:
    taken, now = come(name, before, said)
    if taken.steps[0].kind in (Kind.ADDED, Kind.CHANGED):
        assert now.text == said.text
        assert not said.marks or now == said, taken.text
    else:
        assert taken.text == before


@pytest.mark.parametrize("name", ["xliff", "xliff2"])
def test_a_mark_over_two_segments_is_a_code_in_each_and_one_mark_again(name: str) -> None:
    briefing = cut(brief("# 题\n\n第**一句。第二**句。\n", "# T\n\nFir**st.** Extra. *Second.*\n"))
    *_, unit = units(briefing)
    first, second = unit.segments
    assert [mark[:2] for mark in (*first.zh_codes, *second.zh_codes)] == [(1, 4), (0, 2)]
    bold = (Mark(3, 13, MarkKind.STRONG, "1"),), (Mark(0, 4, MarkKind.STRONG, "2"),)
    segments = tuple(pair._replace(en_codes=marks) for pair, marks in zip(unit.segments, bold, strict=True))
    form = exchanges.formats()[name]
    data = exchange.read("a.xlf", form.write([replace(unit, segments=segments)]))[1]
    (taken,) = exchange.take(data, [briefing], NO_TERMS, reviewed_too=False)
    assert taken.text == "# T\n\nFir**st. Extra. Seco**nd.\n"


def test_a_footnote_between_two_sentences_is_the_first_one_s() -> None:
    zh, en = "# 题\n\n第一句。[^1]第二句。\n\n[^1]: 注。\n", "# T\n\nFirst.[^1] Extra. Second.\n\n[^1]: Note.\n"
    (section,) = brief(zh, en).sections
    (alone,) = cut(replace(brief(zh, en), sections=(replace(section, notes=()),))).sections
    first, second = coded(segmented(alone.passages[0].sentences))[0]
    assert (first.zh_codes, second.zh_codes) == ((Mark(4, 4, MarkKind.NOTE, "1"),), ())
    assert (first.en_codes, second.en_codes) == ((Mark(6, 6, MarkKind.NOTE, "1"),), ())


def test_codes_of_a_table_stay_in_their_cells() -> None:
    zh, en = (f"# 题\n\n| **{a}** | {b} |\n| --- | --- |\n" for a, b in (("甲", "乙"), ("A", "B")))
    for target, after in (
        ('<g id="1" ctype="bold">A</g> C', en.replace("B", "C")),
        ('<g id="1" ctype="bold">A B</g>', en),
        ('A <g id="1" ctype="bold">B</g>', en),
    ):
        source = '<source><g id="1" ctype="bold">甲</g> 乙</source>'
        unit = f'<trans-unit id="lead/1">{source}<target>{target}</target></trans-unit>'
        xliff = (
            f'<xliff version="1.2"><file original="a"><body><group resname="lead">{unit}</group></body></file></xliff>'
        )
        (taken,) = exchange.take(exchange.read("a.xlf", xliff.encode())[1], [brief(zh, en)], NO_TERMS, False)
        assert taken.text == after
        assert taken.steps[0].kind is (Kind.REFUSED if after == en else Kind.CHANGED)
