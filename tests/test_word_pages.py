"""Saved Word files: what their paragraphs are, and files that mean harm or no good."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Mapping, Sequence
from operator import methodcaller
from pathlib import Path
from types import MappingProxyType

import pytest
from conftest import Yubei
from docx import Document

from yubei_pub import pages
from yubei_pub.findings import YubeiError
from yubei_pub.layout import PartKind
from yubei_pub.pages import docx
from yubei_pub.pipeline import importing

PICTURE = Path(__file__).parents[1] / "source" / "2024-07-10-yubei" / "six-centers.png"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def made() -> bytes:
    document = Document()
    document.add_paragraph("更智慧的城市", style="Title")
    document.add_paragraph("2024-07-10 來源:本項(xiàng)目")
    document.add_paragraph(
        "7月10日,重慶市舉行新聞發(fā)布會(huì),渝北區(qū)介紹相關(guān)情況,會(huì)議在會(huì)堂開始。"
    )
    document.add_heading("城市建設(shè)", 1)
    paragraph = document.add_paragraph("接入")
    paragraph.add_run("44類").bold = True
    paragraph.add_run("35.6萬(wàn)余個(gè)設(shè)備。")
    document.add_heading("數(shù)字賦能", 2)
    for style in ("List Bullet", "List Number"):
        document.add_paragraph("第一件事", style=style)
        document.add_paragraph("第二件事", style=style)
    table = document.add_table(2, 3)
    for cell, text in zip(
        (*table.rows[0].cells, *table.rows[1].cells), ("年", "個(gè)", "", "2024", "", "新"), strict=True
    ):
        cell.text = text
    document.add_picture(str(PICTURE))
    document.add_paragraph("六大中心。王某 攝", style="Caption")
    document.add_paragraph("還將建設(shè)更多。", style="Quote")
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def changed(part: str, change: Callable[[bytes], bytes], more: Mapping[str, str] = MappingProxyType({})) -> bytes:
    """The file with one part of its zip changed, and more parts."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(made())) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name not in more:
                new.writestr(name, change(old.read(name)) if name == part else old.read(name))
        for name, text in more.items():
            new.writestr(name, text)
    return file.getvalue()


def with_body(xml: str, more: Mapping[str, str] = MappingProxyType({})) -> list[tuple[PartKind, str]]:
    """The lines of a file with this body."""
    body = f"<w:document {W}><w:body>{xml}</w:body></w:document>".encode()
    page = pages.read("page.docx", changed("word/document.xml", lambda _: body, more))
    lines = page.source.text.splitlines(keepends=False)
    ends = [page.source.text.index(line) for line in lines]
    return [
        (part.kind if (part := page.layout.at(at)) else PartKind.TEXT, line)
        for at, line in zip(ends, lines, strict=True)
    ]


def test_a_word_file_becomes_zh_md(tmp_path: Path, yubei: Yubei) -> None:
    (tmp_path / "source").mkdir()
    (tmp_path / "saved.docx").write_bytes(made())
    result = yubei("import", "saved.docx", "--id", "new")
    assert result.code == 0, result.all
    zh = (tmp_path / "source/new/zh.md").read_text("utf-8")
    assert zh.split("---\n\n", 1)[1] == (
        "# 更智慧的城市\n\n7月10日，重慶市舉行新聞發布會，渝北區介紹相關情況，會議在會堂開始。\n\n"
        "## 城市建設 {#s1}\n\n接入44類35.6萬余個設備。\n\n### 數字賦能 {#s1-1}\n\n"
        "- 第一件事\n- 第二件事\n1. 第一件事\n2. 第二件事\n\n"
        "| 年 | 個 |  |\n| --- | --- | --- |\n| 2024 |  | 新 |\n\n"
        "![六大中心。王某 攝](image1.png)\n\n> 還將建設更多。\n"
    )
    assert "source: 本項目" in zh
    provenance = yubei("status", "--provenance", "new").out
    assert " 0 an editor’s" in provenance
    assert re.search(
        r"← page\.docx 4:5-4:8 repair pinyin|← page\.docx 4:\d+-4:\d+ ", provenance
    )  # the fourth paragraph


def test_what_stands_in_content_controls_and_revisions_is_read_once() -> None:
    xml = (
        "<w:sdt><w:sdtContent><w:p><w:r><w:t>在控件裡。</w:t></w:r></w:p></w:sdtContent></w:sdt>"
        "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:p><w:r><w:t>按這裡輸入。</w:t></w:r></w:p>"
        "</w:sdtContent></w:sdt>"
        "<w:p><w:ins><w:r><w:t>加上的</w:t></w:r></w:ins><w:del><w:r><w:delText>刪掉的</w:delText></w:r></w:del>"
        "<w:hyperlink><w:r><w:t>鏈接</w:t><w:br/><w:t>換行。</w:t></w:r></w:hyperlink></w:p>"
        '<w:p xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:r><mc:AlternateContent>'
        "<mc:Choice><w:txbxContent><w:p><w:r><w:t>框裡。</w:t></w:r></w:p></w:txbxContent></mc:Choice>"
        "<mc:Fallback><w:txbxContent><w:p><w:r><w:t>框裡。</w:t></w:r></w:p></w:txbxContent></mc:Fallback>"
        "</mc:AlternateContent></w:r></w:p>"
        '<w:p><w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:r><w:t>大綱級別</w:t></w:r></w:p>'
    )
    body = f"<w:document {W}><w:body>{xml}</w:body></w:document>".encode()
    page = pages.read("page.docx", changed("word/document.xml", lambda _: body))
    assert page.source.text == "在控件裡。\n加上的鏈接\u2028換行。\n框裡。\n大綱級別\n"
    assert [part.kind for part in page.layout.parts][-1] is PartKind.HEADING


@pytest.mark.parametrize(
    ("sizes", "title"),
    [((0, 44, 32), "2"), ((72, 44, 32), "1"), ((0, 32, 32), ""), ((0, 28, 0), ""), ((0, 0, 0), "")],
)
def test_the_largest_line_above_the_text_is_the_title(sizes: Sequence[int], title: str) -> None:
    runs = [f'<w:r><w:rPr><w:sz w:val="{size}"/></w:rPr><w:t>{{}}</w:t></w:r>' for size in sizes]
    words = ("十點以後刊發", "運河邊的節日開幕", "節日在廣場上開幕。")
    xml = "".join(f"<w:p>{run.format(each)}</w:p>" for run, each in zip(runs, words, strict=True))
    body = f"<w:document {W}><w:body>{xml}</w:body></w:document>".encode()
    parts = pages.read("page.docx", changed("word/document.xml", lambda _: body)).layout.parts
    assert [str(number) for number, part in enumerate(parts, 1) if part.kind is PartKind.HEADING] == [*title]


def test_notes_readings_and_symbols_are_kept_and_hidden_text_is_not() -> None:
    run = "<w:r><w:t>{}</w:t></w:r>"
    note = '<w:footnotes {W}><w:footnote w:id="2"><w:p>{run}</w:p></w:footnote></w:footnotes>'
    found = with_body(
        f'<w:p>{run.format("甲")}<w:r><w:footnoteReference w:id="2"/></w:r>{run.format("乙")}'
        '<w:r><w:rPr><w:vanish/></w:rPr><w:t>隱</w:t></w:r><w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>顯</w:t></w:r>'
        '<w:r><w:sym w:font="Symbol" w:char="F0B7"/></w:r>'
        f"<w:r><w:ruby><w:rt>{run.format('bó')}</w:rt><w:rubyBase>{run.format('亳')}</w:rubyBase></w:ruby></w:r>州</w:p>",
        {"word/footnotes.xml": note.format(W=W, run=run.format("注釋。"))},
    )
    assert found == [(PartKind.TEXT, "甲[1]乙顯\uf0b7亳(bó)"), (PartKind.TEXT, "[1] 注釋。")]


def test_a_raised_figure_does_not_run_together_with_the_one_before_it() -> None:
    raised = '<w:r><w:rPr><w:vertAlign w:val="{}"/></w:rPr><w:t>{}</w:t></w:r>'
    runs = ["<w:r><w:t>10</w:t></w:r>", raised.format("superscript", "2"), raised.format("superscript", "th")]
    found = with_body(f"<w:p>{''.join(runs)}{raised.format('baseline', '3')}</w:p>", {})
    assert found == [(PartKind.TEXT, "10²th3")]


def test_a_list_inside_another_is_counted_anew() -> None:
    level = '<w:lvl w:ilvl="{}"><w:numFmt w:val="decimal"/></w:lvl>'
    numbering = (
        f'<w:numbering {W}><w:abstractNum w:abstractNumId="1">{level.format(0)}{level.format(1)}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num></w:numbering>'
    )
    of_list = '<w:pPr><w:numPr><w:ilvl w:val="{}"/><w:numId w:val="1"/></w:numPr></w:pPr>'
    items = (f"<w:p>{of_list.format(level)}<w:r><w:t>一件事。</w:t></w:r></w:p>" for level in (0, 1, 1, 0, 1))
    body = f"<w:document {W}><w:body>{''.join(items)}</w:body></w:document>".encode()
    data = changed("word/document.xml", lambda _: body, {"word/numbering.xml": numbering})
    page = pages.read("page.docx", data)
    assert [(part.level, part.label) for part in page.layout.parts] == [
        *((0, "1."), (1, "1."), (1, "2."), (0, "2."), (1, "1."))
    ]


NUMBERING = f"""<w:numbering {W}><w:abstractNum w:abstractNumId="7">
<w:lvl w:ilvl="0"><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="%1、"/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="9"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/></w:lvl>
<w:lvl w:ilvl="2"><w:numFmt w:val="decimal"/><w:lvlText w:val="%3."/></w:lvl>
<w:lvl w:ilvl="3"><w:numFmt w:val="bullet"/><w:lvlText w:val="●"/></w:lvl>
<w:lvl w:ilvl="4"><w:numFmt w:val="decimalEnclosedCircle"/><w:lvlText w:val="%5"/></w:lvl>
<w:lvl w:ilvl="5"><w:numFmt w:val="decimal"/><w:lvlRestart w:val="0"/><w:lvlText w:val="第%6条"/></w:lvl>
</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="7"/>
<w:lvlOverride w:ilvl="2"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="7"/>
<w:lvlOverride w:ilvl="1"><w:startOverride w:val="5"/></w:lvlOverride></w:num>
<w:num w:numId="4"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="5">
<w:lvl w:ilvl="5"><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="第%6款"/></w:lvl></w:lvlOverride></w:num>
</w:numbering>"""


def test_the_numbers_that_word_counts_stand_before_headings_and_paragraphs() -> None:
    def paragraph(level: int, words: str, number: int = 1) -> str:
        heading = f'<w:outlineLvl w:val="{level}"/>' if level < 2 else ""
        listed = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
        return f"<w:p><w:pPr>{listed}{heading}</w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>"

    body = (
        *(paragraph(0, "甲"), paragraph(1, "乙"), paragraph(1, "丙"), paragraph(2, "子"), paragraph(2, "丑")),
        *(paragraph(2, "寅", 2), paragraph(3, "卯"), paragraph(4, "辰"), paragraph(5, "巳"), paragraph(0, "丁")),
        *(paragraph(1, "戊"), paragraph(1, "己", 3), paragraph(1, "庚", 3), paragraph(5, "辛")),
        paragraph(5, "壬", 4),
    )
    found = with_body("".join(body), {"word/numbering.xml": NUMBERING})
    heading, item, text = PartKind.HEADING, PartKind.ITEM, PartKind.TEXT
    assert found == [
        *((heading, "一、甲"), (heading, "（九）乙"), (heading, "（十）丙"), (item, "子"), (item, "丑"), (item, "寅")),
        *((item, "卯"), (text, "①辰"), (text, "第1条 巳"), (heading, "二、丁"), (heading, "（九）戊")),
        *((heading, "（五）己"), (heading, "（六）庚"), (text, "第2条 辛"), (text, "第三款 壬")),
    ]


def test_a_heading_or_an_item_that_breaks_its_line_is_one() -> None:
    listed = '<w:numPr><w:ilvl w:val="2"/><w:numId w:val="1"/></w:numPr>'
    words = "<w:r><w:t>{}上半</w:t><w:br/><w:t>{}下半</w:t></w:r>"
    kinds = {"题": '<w:outlineLvl w:val="0"/>', "项": listed, "句": ""}
    body = (f"<w:p><w:pPr>{of}</w:pPr>{words.format(word, word)}</w:p>" for word, of in kinds.items())
    found = with_body("".join(body), {"word/numbering.xml": NUMBERING})
    assert found[:2] == [(PartKind.HEADING, "题上半 题下半"), (PartKind.ITEM, "项上半 项下半")]
    assert [words for _, words in found[2:]] == ["句上半", "句下半"]


def test_a_paragraph_whose_end_is_deleted_goes_on_in_the_next() -> None:
    deleted = '<w:pPr><w:rPr><w:del w:id="1" w:author="a"/></w:rPr></w:pPr>'
    body = f"<w:p>{deleted}<w:r><w:t>這一段與</w:t></w:r></w:p><w:p><w:r><w:t>下一段是一段。</w:t></w:r></w:p>"
    assert with_body(body) == [(PartKind.TEXT, "這一段與下一段是一段。")]


def test_changes_and_comments_of_others_are_told_of() -> None:
    """A question in a comment was left behind without a word, and so was that somebody's changes were taken."""
    comments = "".join(f"<w:comment><w:p><w:r><w:t>{said}</w:t></w:r></w:p></w:comment>" for said in ("請核實", "同意"))
    more = {"word/comments.xml": f"<w:comments {W}>{comments}</w:comments>"}
    row = "<w:tr>{}<w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc><w:tc><w:p/></w:tc></w:tr>"
    deleted = row.format('<w:trPr><w:del w:id="1" w:author="a"/></w:trPr>', "刪掉的")
    body = f"<w:document {W}><w:body><w:tbl>{row.format('', '一行。')}{deleted}</w:tbl></w:body></w:document>".encode()
    page = pages.read("page.docx", changed("word/document.xml", lambda _: body, more))
    assert page.source.text == "一行。\t\n"
    assert [str(finding.message) for finding in page.findings] == [
        "the file has tracked changes, and was read as if all were accepted; see in Word if that is right",
        "2 comments in the file were not taken in, the first of them “請核實”; read them in Word",
    ]


def test_headers_and_footers_are_told_of_but_not_page_numbers() -> None:
    def margin(words: str) -> str:
        return f"<w:hdr {W}><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:hdr>"

    more = {"word/header1.xml": margin("文旅委 新聞通稿"), "word/footer1.xml": margin("— 1 —")}
    body = f"<w:document {W}><w:body><w:p><w:r><w:t>一行。</w:t></w:r></w:p></w:body></w:document>".encode()
    page = pages.read("page.docx", changed("word/document.xml", lambda _: body, more))
    assert page.source.text == "一行。\n"
    assert [str(finding.message) for finding in page.findings] == [
        "the file's header or footer was not taken in: “文旅委 新聞通稿”",
    ]


def field(code: str, shown: str = "") -> str:
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    result = f"{mark.format('separate')}{shown}" if shown else ""
    return f"{mark.format('begin')}<w:r><w:instrText>{code}</w:instrText></w:r>{result}{mark.format('end')}"


def test_what_fields_keep_in_their_code_and_formulas_are_read() -> None:
    m = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    formula = (
        f"<m:oMath {m}><m:r><m:t>E=</m:t></m:r><m:f><m:num><m:r><m:t>Q</m:t></m:r></m:num>"
        "<m:den><m:r><m:t>G</m:t></m:r></m:den></m:f><m:sSup><m:e/><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup></m:oMath>"
    )
    reading = field(r'EQ \\* jc2 \\* "Font:宋体" \\* hps10 \\o\\ad(\\s\\up 9(niè),乜)'.replace("\\\\", "\\"))
    circled = field(r"eq \\o\\ac(○,密)".replace("\\\\", "\\"))
    day = field(r"DATE", "<w:r><w:t>6月30日</w:t></w:r>")
    body = f"<w:p>{reading}<w:r><w:t>家</w:t></w:r>{circled}{day}</w:p><w:p>{formula}</w:p>"
    assert with_body(body) == [(PartKind.TEXT, "乜(niè)家密6月30日"), (PartKind.TEXT, "E=Q/G²")]


def test_a_table_of_contents_is_left_out_and_no_more_than_it() -> None:
    begin = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC \\o</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
    entry = "<w:r><w:t>一、概況</w:t></w:r><w:r><w:tab/></w:r><w:r><w:t>2</w:t></w:r>"
    body = f"<w:p>{begin}{entry}</w:p><w:p>{entry}</w:p><w:p><w:r><w:t>沒有結束的目錄後面的一句話。</w:t></w:r></w:p>"
    assert with_body(body) == [(PartKind.TEXT, "沒有結束的目錄後面的一句話。")]


def test_a_cell_that_spans_columns_does_not_move_those_behind_it() -> None:
    def row(*cells: tuple[str, int]) -> str:
        cell = '<w:tc><w:tcPr><w:gridSpan w:val="{1}"/></w:tcPr><w:p><w:r><w:t>{0}</w:t></w:r></w:p></w:tc>'
        return f"<w:tr>{''.join(cell.format(*each) for each in cells)}</w:tr>"

    body = f"<w:tbl>{row(('甲', 1), ('乙', 2), ('丙', 1))}{row(('1', 1), ('2', 1), ('3', 1), ('4', 1))}</w:tbl>"
    assert with_body(body) == [(PartKind.ROW, "甲\t乙\t\t丙"), (PartKind.ROW, "1\t2\t3\t4")]


def test_charts_and_files_inside_are_told_of() -> None:
    chart = '<w:drawing><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"/></w:drawing>'
    body = f"<w:p><w:r><w:t>一句話。</w:t>{chart}</w:r></w:p><w:altChunk/><w:p><w:r><w:t>又一句。</w:t></w:r></w:p>"
    document = f"<w:document {W}><w:body>{body}</w:body></w:document>".encode()
    page = pages.read("page.docx", changed("word/document.xml", lambda _: document))
    assert page.source.text == "一句話。\n又一句。\n"
    assert [(str(f.place), str(f.message).split(" stands")[0]) for f in page.findings] == [
        ("page.docx:2:1", "a chart"),
        ("page.docx:2:1", "another file"),
    ]


def test_pictures_that_a_table_arranges_have_the_captions_below_them() -> None:
    rel = '<Relationship Id="{0}" Type="http://x/image" Target="media/{0}.png"/>'
    relations = "".join(map(rel.format, "pqrs"))
    a = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    blip = f'<w:r><w:drawing>{{}}<a:blip {a} r:embed="{{}}"/>{{}}</w:drawing></w:r>'
    names = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    cell = "<w:tc><w:p>{}</w:p></w:tc>"
    rows = [
        [blip.format("", name, "") for name in "pq"],
        [f"<w:r><w:t>{words}</w:t></w:r>" for words in ("左圖", "右圖")],
    ]
    table = "".join(f"<w:tr>{''.join(map(cell.format, row))}</w:tr>" for row in rows)
    wp = 'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    floating = f"<w:p>{blip.format(f'<wp:anchor {wp}>', 'r', '</wp:anchor>')}<w:r><w:t>旁邊的一段。</w:t></w:r></w:p>"
    body = f"<w:p {names}/><w:tbl {names}>{table}</w:tbl>{floating.replace('<w:p>', f'<w:p {names}>', 1)}"
    found = with_body(body, {"word/_rels/document.xml.rels": f"<Relationships>{relations}</Relationships>"})
    picture, caption = PartKind.PICTURE, PartKind.CAPTION
    assert found[:4] == [(picture, "p.png"), (caption, "左圖"), (picture, "q.png"), (caption, "右圖")]
    assert found[4:] == [(PartKind.TEXT, "旁邊的一段。"), (picture, "r.png")]


def test_strict_files_and_other_names_of_the_main_part_are_read() -> None:
    strict = made_with(lambda data: data.replace(*STRICT[0]).replace(*STRICT[1]), {})
    assert pages.read("page.docx", strict).source.text == pages.read("page.docx", made()).source.text


STRICT = (
    (
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
    ),
    (
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
    ),
)


def made_with(change: Callable[[bytes], bytes], names: Mapping[str, str]) -> bytes:
    """The file with all its parts changed, and some renamed."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(made())) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(names.get(name, name), change(old.read(name)))
    return file.getvalue()


def test_the_parts_may_have_other_names() -> None:
    usual = pages.read("page.docx", made())
    other = made_with(
        lambda data: data.replace(b"word/document.xml", b"word/document2.xml"),
        {"word/document.xml": "word/document2.xml", "word/_rels/document.xml.rels": "word/_rels/document2.xml.rels"},
    )
    assert pages.read("page.docx", other).source.text == usual.source.text
    # As Word in a browser names them; a target may begin at the top of the file.
    for target in (b"styles2.xml", b"/word/styles2.xml"):
        named = methodcaller("replace", b'"styles.xml"', b'"%s"' % target)
        online = made_with(named, {"word/styles.xml": "word/styles2.xml"})
        assert pages.read("page.docx", online).layout.parts == usual.layout.parts


def test_a_picture_that_unpacks_to_more_than_a_page_has_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    names = ["image1.png"]
    assert pages.pictures("page.docx", made(), names) == {"image1.png": PICTURE.read_bytes()}
    monkeypatch.setattr(docx, "LARGEST", PICTURE.stat().st_size // 3)
    assert pages.pictures("page.docx", made(), names) == {}


def test_a_table_that_frames_text_is_text() -> None:
    cell = "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    assert with_body(cell.format("一句話。")) == [(PartKind.TEXT, "一句話。")]


DEEP = f"<w:document {W}><w:body>{'<w:sdt>' * 5000}{'</w:sdt>' * 5000}</w:body></w:document>".encode()
BOMB = b"<w:document " + W.encode() + b"><w:body>" + b"<w:p/>" * 6_000_000 + b"</w:body></w:document>"
DTD = b'<!DOCTYPE w:document [<!ENTITY a "aaaa">]>'


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("old", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500), "a file of an old Word .*save it as .docx"),
        ("locked", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "by a password"),
        ("no-zip", b"PK\x03\x04 nothing", "not a whole Word file"),
        ("cut", made()[:-3000], "not a whole Word file"),
        ("no-document", changed("word/document.xml", lambda _: b""), "not a whole Word file"),
        ("bomb", changed("word/document.xml", lambda _: BOMB), "unpacks to more than 32 MB"),
        ("dtd", changed("word/document.xml", lambda xml: xml.replace(b"<w:document", DTD + b"<w:document", 1)), "type"),
        ("deep", changed("word/document.xml", lambda _: DEEP), "not a whole Word file|nested too deeply"),
        ("empty", changed("word/document.xml", lambda _: f"<w:document {W}><w:body/></w:document>".encode()), "empty"),
    ],
    ids=lambda value: value if isinstance(value, str) and " " not in value else "",
)
def test_refused(name: str, data: bytes, message: str) -> None:
    with pytest.raises(YubeiError, match=message):
        importing.import_page("page.docx", data)


def test_an_old_word_file_is_named_by_its_ending_too() -> None:
    with pytest.raises(YubeiError, match="old Word"):
        pages.read("page.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500))
