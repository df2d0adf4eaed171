"""zh.md and en.md: what is read, where it stands, and that nothing is lost on the way."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest
from conftest import cases
from hypothesis import example, given
from hypothesis import strategies as st

from yubei_pub import markdown
from yubei_pub.document import Block, BlockKind, Document, Piece, Section
from yubei_pub.markdown import meant, stretches
from yubei_pub.trace import Source, TracedText

CASES = cases("markdown")
SHARED = Path(__file__).parents[2] / "shared" / "pages"


def read(text: str) -> Document:
    return markdown.read(Source("zh.md", text))


def rendered(text: str) -> str:
    """Findings, front matter, sections and blocks of a file, one a line, with their lines and columns."""
    document = read(text)
    lines = [
        f"! {f.place.position.line}:{f.place.position.column} {f.severity.value} {f.message}" for f in document.findings
    ]
    lines += [f"{key} = {value!r}" for key, value in document.front.items()]
    for section in document.sections:
        lines.append(f"{section.id} {'#' * section.level} {_shown(section.heading)}")
        lines += [_shown(block) for block in section.blocks]
    lines += [f"[^{label}] {_shown(block)}" for label, block in document.notes.items()]
    return "\n".join(lines)


def _shown(block: Block) -> str:
    line, column = block.place.position
    marks = " ".join(
        f"{m.kind.value}({block.text.text[m.start : m.end]}{m.target and ' → ' + m.target})" for m in block.marks
    )
    parts = [
        f"{line}:{column} {block.kind.value}{block.depth or ''}",
        block.label,
        repr(block.text.text),
        marks,
        block.picture and f"picture={block.picture}",
        *(f"<{directive.words}>" for directive in block.directives),
    ]
    return " ".join(part for part in parts if part)


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_case(case: Path) -> None:
    text, expected = case.read_text(encoding="utf-8").rsplit("\n---\n", 1)
    assert rendered(text.replace("\\r\n", "\r\n")) == expected.rstrip("\n")


def as_meant(line: str) -> str:
    return meant.prepare(Source("zh.md", line), 0)[0].text


@pytest.mark.parametrize("path", cases("habits"), ids=lambda path: path.stem)
def test_what_is_typed_is_read_as_it_was_meant(path: Path) -> None:
    """A line, and below it how it is read where that is something else; ⇥ is a tab, ␣ a no-break space."""
    pairs = path.read_text("utf-8").replace("⇥", "\t").replace("␣", "\xa0").strip("\n").split("\n\n")
    for typed, *other in (pair.split("\n") for pair in pairs):
        assert [as_meant(typed)] == (other or [typed])
        assert as_meant(as_meant(typed)) == as_meant(typed)


@pytest.mark.parametrize("line", ["~~~", "```", "   ```zh"])
def test_what_is_typed_in_code_is_code(line: str) -> None:
    code = f"{line}\n#　題\n{line.strip('zh')}\n"
    assert as_meant(f"{code}#　題") == f"{code}# 題"
    assert as_meant(f"    {code}") != f"    {code}"  # which opens none


@pytest.mark.parametrize("char", "\0\x08\x0e\x1f\x7f\x84\x86\x9f\ud800\udfff\ufffe\uffff")
def test_controls_are_left_out(char: str) -> None:
    assert as_meant(f"一{char}二") == "一二"


@pytest.mark.parametrize("char", "\v\f\x85\u2028\u2029")
def test_a_line_break_of_another_program_ends_a_line_where_one_may_end(char: str) -> None:
    assert as_meant(f"文{char}二") == "文\n二"
    assert [as_meant(f"{start} 一{char}二") for start in (" #", "\t#", "＃", "|")] == [
        *(" # 一 二", "\t# 一 二", "# 一 二", "| 一 二")
    ]


def test_only_other_blanks_are_taken_off_an_empty_line() -> None:
    assert as_meant("一\n \t\n二\n 　\t\n三\n　\n") == "一\n \t\n二\n\n三\n\n"


def test_the_line_of_dashes_belongs_to_the_header_of_a_table() -> None:
    text = "# 題\n\n| 年 | 個 |\n| --- | --- |\n| 2024 | 5 |\n"
    header, row = read(text).sections[0].blocks
    assert text[slice(*header.span)] == "| 年 | 個 |\n| --- | --- |"
    assert text[slice(*row.span)] == "| 2024 | 5 |"


def test_a_link_to_what_is_called_like_a_note_refers_to_none() -> None:
    document = read("# 題\n\n見[圖](a)和附註[^b]。\n\n[^a]: 甲。\n\n[^b]: 乙。\n")
    assert list(document.loose_notes()) == ["a"]


def test_a_text_of_another_length_would_move_the_marks() -> None:
    [block] = read("# 題\n\n一**字**\n").sections[0].blocks
    assert block.with_text(TracedText.of(Source("zh.md", "一二"))).text.text == "一二"
    with pytest.raises(ValueError, match="marks would move"):
        block.with_text(TracedText.of(Source("zh.md", "一二三")))


def fixed(document: Document) -> str:
    """The file with every certain fix applied."""
    edits = sorted((e for f in document.findings if f.fix for e in f.fix.edits), key=lambda e: e.start)
    text, at = "", 0
    for edit in edits:
        text += document.source.text[at : edit.start] + edit.replacement
        at = edit.end
    return text + document.source.text[at:]


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_the_fix_says_what_was_understood(case: Path) -> None:
    document = read(case.read_text(encoding="utf-8").rsplit("\n---\n", 1)[0].replace("\\r\n", "\r\n"))
    again = read(fixed(document))
    assert not [finding for finding in again.findings if finding.fix]
    assert [_texts(b) for b in again.blocks()] == [_texts(b) for b in document.blocks()]
    assert [s.id for s in again.sections] == [s.id for s in document.sections]


def _texts(block: Block) -> tuple[object, ...]:
    marks = [(m.start, m.end, m.kind, m.target) for m in block.marks]
    return block.kind, block.text.text, block.picture, marks, [d.words for d in block.directives]


PIECES = st.sampled_from(
    (
        "中文¦text¦ ¦  ¦**¦*¦_¦`¦``¦[¦]¦](u)¦![¦](图.jpg)¦<b>¦<!-- c -->¦&amp;¦\\*¦\\¦\n¦\r\n¦\n\n¦"
        "# ¦## ¦> ¦- ¦1. ¦    ¦\t¦{#s1}¦[^1]¦[^1]: ¦|¦\n|-|-|\n¦　¦＃＃ ¦！［¦］（¦）¦：¦<http://a.b>¦---¦"
        "===¦```¦~~~¦<div>¦<!--¦-->¦\x00¦𠀀¦<!-- yubei: zh 3 -->¦&#x4e2d;¦“引”¦1、¦\u2028¦\ufeff¦"
        "  \n¦\\\n¦：¦｛#a｝¦\ufeff"
    ).split("¦")
)
MIXED = st.lists(PIECES, max_size=30).map("".join)


@given(MIXED)
@example("- - a\n  b\n> > c\nd")
@example("# a **b** {#s1}\n\n![x](y z.jpg)")
def test_every_character_has_its_origin(text: str) -> None:
    document = read(text)
    for block in [*document.blocks(), *document.notes.values()]:
        runs = block.text.runs
        assert [r.start for r in runs] == [0, *(r.end for r in runs[:-1])]
        assert runs[-1].end == len(block.text)
        assert [r.origin for r in runs] == sorted(r.origin for r in runs)
        for run in runs:
            if not run.rule:
                assert block.text.text[run.start : run.end] == text[run.origin : run.origin_end]
            if run.start < run.end:
                assert block.span[0] <= run.origin <= run.origin_end <= block.span[1]
        for mark in block.marks:
            assert 0 <= mark.start <= mark.end <= len(block.text)


@given(MIXED)
@example("中文\x85")
@example("# 中文\u3000\n\n引\u2028")
@example("中文```<!--  \n中文中文<!-- yubei: zh 3 -->")
@example("``\x00`中文")
def test_blocks_do_not_overlap_and_no_text_is_lost(text: str) -> None:
    document = read(text)
    blocks = [*document.blocks(), *document.notes.values()]
    spans = sorted(b.span for b in blocks if b.span[0] < b.span[1])
    for (_, end), (start, _) in pairwise(spans):
        assert end <= start
    shown = "".join(b.text.text for b in blocks)
    read_as = text.replace("\x00", "")  # three ` around it are a fence
    bare = UNPRINTED.sub("", COMMENT.sub("", read_as))
    for word in ("中文", "text", "引"):
        assert shown.count(word) >= bare.count(word)


COMMENT = re.compile("<!--.*?-->", re.DOTALL)  # first: one that begins on the line of a fence hides what is below

# What may rightly not be printed: targets, ids, names of footnotes and of languages.
UNPRINTED = re.compile(
    r"[\])］][(（].*?[)）]|\[\^?.*?\]:?[^\n]*\n?|[{｛]#.*?[}｝]|<.*?>|^.*(```|~~~)[^\n]*|---.*?---",
    re.DOTALL | re.MULTILINE,
)

WORDS = st.text("中文字“”，。：（）［］！＃｛｝　 ab1.)#>-+*_`[]()<>!&;|~=\\{}:/^\"'%", max_size=20).map(str.strip)
TEXTS = st.lists(WORDS.filter(bool), min_size=1, max_size=3).map("\n".join)
LINES = WORDS.filter(bool)
PATHS = st.text("云图a1%() .-（）&", min_size=1, max_size=8).map(str.strip).filter(bool)

STARTS = st.sampled_from(
    ("# ¦## ¦### ¦#¦- ¦1. ¦> ¦¦¦¦ ¦　¦!¦=¦[a]: ¦<b>¦<!-- yubei: ignore numbers: a -->\n\n").split("¦")
)
ENDS = st.sampled_from(["", "", "", " {#s1}", " {#一}", " #", " ", "**", "  ", "\\", "｝", "\x85", "\u2028a"])
PARAGRAPHS = st.builds(lambda start, words, end: start + words + end, STARTS, st.one_of(LINES, MIXED), ENDS)
BREAKS = st.sampled_from(["\n\n", "\n\n", "\n\n", "\n\n\n", "\n", "\n \n", "\r\n\r\n"])


@given(st.lists(st.tuples(PARAGRAPHS, BREAKS), max_size=8))
@example([("- \u2028  \n中文\n|-|-|\n", "\n\n")])
@example([("- a\x00\nb\n", "\n\n")])
@example([("# a", "\n\n"), ("```\ncode", "\n\n"), ("## b", "\n\n"), ("```", "\n\n"), ("c", "\n")])
@example([("# a", "\n\n"), ("~~~\ncode", "\n\n"), ("## b", "\n\n"), ("~~~", "\n\n"), ("c", "\n")])
@example([("# a", "\n\n"), ("b[^1]", "\n\n"), ("## c", "\n\n"), ("[^1]: d", "\n\n")])
@example([("# a", "\n\n"), ("[b][c]", "\n\n"), ("## d", "\n\n"), ("[c]: https://a.b", "\n\n")])
@example([("# a", "\n\n"), ("<!-- b", "\n\n"), ("## c", "\n\n"), ("d -->", "\n\n")])
@example([("<!-- yubei: ignore numbers: a -->\n\n> ", "\n\n"), ("# a", "\n\n")])
@example([("\u2028<!-- a", "\n\n"), ("# b", "\n\n")])
def test_a_file_read_stretch_by_stretch_is_as_the_parser_reads_it(parts: list[tuple[str, str]]) -> None:
    text = "".join(map("".join, parts))
    found = read(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            stretches,
            "cut",
            lambda source, start, _: [stretches.Stretch(Piece.of(source, start, len(source.text)), None)],
        )
        assert read(text) == found


def test_a_section_with_a_table_behind_its_words_is_not_plain() -> None:
    document = read("# 题\n\n## 甲\n\n文字。\n\n## 名 | 值\n| --- | --- |\n\n## 乙\n\n文字。\n")
    assert [section.plain is None for section in document.sections] == [True, True, False]


@pytest.mark.parametrize("blank", ["\u3000", "\u2028"])
def test_a_blank_alone_behind_a_mark_moves_no_place(blank: str) -> None:
    """Python strips it off, with the line that it is alone on."""
    [section] = read(f"- {blank}  \n  中文\n  {blank}\n").sections
    [item] = section.blocks
    assert item.text.text == "中文"
    assert item.text.locate(0).line == 2


@pytest.mark.parametrize("blank", ["\u3000", "\u3000 \u3000", "\xa0"])
def test_a_wide_blank_alone_in_a_quotation_stands_where_it_is(blank: str) -> None:
    text = f"> 甲。\n> {blank}\n> 乙。\n"
    [section] = read(text).sections
    [quotation] = section.blocks
    assert quotation.text.text.split() == ["甲。", "乙。"]
    at = quotation.text.text.index(blank[0])
    assert quotation.text.origin(at) == text.index(blank)


def block(kind: BlockKind, text: str, picture: str = "", depth: int = 0, label: str = "") -> Block:
    return Block(kind, TracedText.of(Source("", text)), (0, 0), (), picture, depth, label)


ROWS = st.lists(LINES, min_size=2, max_size=2).map("\t".join)
WRITABLE = st.one_of(
    TEXTS.map(lambda text: [block(BlockKind.PARAGRAPH, text)]),
    TEXTS.map(lambda text: [block(BlockKind.QUOTATION, text)]),
    st.builds(lambda text, path: [block(BlockKind.FIGURE, text, path)], LINES, PATHS),
    st.lists(TEXTS, min_size=1, max_size=3).map(lambda texts: [block(BlockKind.ITEM, t, label="-") for t in texts]),
    st.builds(  # a table of a page may have no header: its first row is one then
        lambda rows, first: [block(BlockKind.ROW, r, label="" if n else first) for n, r in enumerate(rows)],
        st.lists(ROWS, min_size=1, max_size=3),
        st.sampled_from(["header", ""]),
    ),
)


@given(
    # a date and a language that are none are reported, see the cases
    st.dictionaries(st.sampled_from(sorted({*markdown.KEYS} - {"date", "language"})), st.text(max_size=20)),
    LINES,
    st.lists(
        st.tuples(st.sampled_from([2, 3]), LINES, st.sampled_from(["", "s1", "甲"]), st.lists(WRITABLE, max_size=3)),
        max_size=3,
    ),
)
def test_what_is_written_reads_back(
    front: dict[str, str], title: str, parts: list[tuple[int, str, str, list[list[Block]]]]
) -> None:
    front = {key: "".join(c for c in value if c.isprintable() or c == "\n").strip() for key, value in front.items()}
    sections = [Section("lead", 1, block(BlockKind.HEADING, title), (block(BlockKind.PARAGRAPH, "導語"),))]
    for level, heading, id, groups in parts:
        # two lists or quotations in a row would be one: a paragraph stands between
        blocks = [b for group in groups for b in (*group, block(BlockKind.PARAGRAPH, "隔"))]
        sections.append(Section(id, level, block(BlockKind.HEADING, heading), tuple(blocks), id))
    document = read(markdown.write(front, sections))
    assert document.front == front
    assert [s.declared for s in document.sections] == [s.declared for s in sections]
    assert [(b.kind, b.text.text, b.picture) for b in document.blocks()] == [
        (b.kind, b.text.text, b.picture) for s in sections for b in (s.heading, *s.blocks)
    ]
    assert not [f for f in document.findings if f.rule == "markup"]


@pytest.mark.parametrize(
    "text", ["见［文字］（https://example.org）。", "［^1］是什么", "注［^甲］，［乙］（mailto:a@b.cn）"]
)
def test_full_width_markup_of_a_page_stays_text(text: str) -> None:
    document = read(
        markdown.write({}, [Section("lead", 1, block(BlockKind.HEADING, text), (block(BlockKind.PARAGRAPH, text),))])
    )
    assert [b.text.text for b in document.blocks()] == [text, text]
    assert not document.notes
    assert not document.findings


@pytest.mark.parametrize("path", ["50%20off.png", "a b%.png", "(1)\\2.png", "圖<1>.png", "a&amp;b.png"])
def test_the_path_of_a_picture_reads_back(path: str) -> None:
    figure = block(BlockKind.FIGURE, "圖", path)
    text = markdown.write({}, [Section("lead", 1, block(BlockKind.HEADING, "題"), (figure,))])
    assert [b.picture for b in read(text).sections[0].blocks] == [path]


def test_an_indented_list_is_written_with_its_depth() -> None:
    items = [(0, "1."), (1, "-"), (1, "-"), (0, "2.")]
    blocks = tuple(block(BlockKind.ITEM, f"第{n}", depth=depth, label=label) for n, (depth, label) in enumerate(items))
    document = read(markdown.write({}, [Section("lead", 1, block(BlockKind.HEADING, "題"), blocks)]))
    assert [(b.depth, b.label) for b in document.sections[0].blocks] == items


@pytest.mark.skipif(not SHARED.is_dir(), reason="the folder of real pages is not beside this checkout")
@pytest.mark.parametrize("name", ["yubei-2024-07-10.expected.zh.md", "yubei-2024-07-10.en.md"])
def test_the_real_texts_are_written_as_they_are(name: str) -> None:
    text = (SHARED / name).read_text(encoding="utf-8")
    document = read(text)
    assert not document.findings
    assert len(list(document.blocks())) == 27
    assert markdown.write(document.front, document.sections) == text


def test_what_is_typed_above_front_matter_ends_as_the_lines_of_the_file_do() -> None:
    front = "date: 2024-07-10\r\n---\r\n\r\n# 题\r\n"
    (odd,) = markdown.read(Source("zh.md", front)).findings
    assert odd.fix is not None
    assert [edit.replacement for edit in odd.fix.edits] == ["---\r\n"]
