"""An editor's day, and an editor's mistakes: what the program says, writes and leaves alone."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import docx as python_docx
import pytest
from conftest import EN, GLOSSARY, NO_LINKS, ZH, Yubei, write
from docx_lint import lint
from PIL import Image

from yubei_pub import pipeline
from yubei_pub.project import Project
from yubei_pub.settings import FORMATS
from yubei_pub.writers import _typst

PAGE = """\
當(dāng)前位置:首頁(yè) > 新聞 > 正文

渝北:讓城市建設(shè)更美

7月10日,重慶市舉行新聞發(fā)布會(huì),渝北區(qū)介紹相關(guān)情況。

城市建設(shè)更智慧

數(shù)字賦能

渝北區(qū)接入44類35.6萬(wàn)余個(gè)感知設(shè)備,讓數(shù)據(jù)下沉到基層、賦能到末梢、應(yīng)用到日常。

(  責(zé)任編輯:本項(xiàng)目  )

【版權(quán)聲明】本頁(yè)由本項(xiàng)目撰寫。
"""


def snapshot(folder: Path) -> dict[str, bytes]:
    """Every file of the editors' (not build/), byte for byte."""
    files = (p for p in folder.rglob("*") if p.is_file() and "build" not in p.relative_to(folder).parts)
    return {str(p.relative_to(folder)): p.read_bytes() for p in files}


def test_clean_briefing_builds_and_checks_clean(folder: Path, yubei: Yubei) -> None:
    before = snapshot(folder)
    check = yubei("check")
    assert (check.code, check.out) == (0, ""), check.all
    build = yubei("build")
    assert build.code == 0, build.all
    assert "build/small.docx" in build.out
    assert "build/small.md" in build.out
    assert (folder / "build/small.docx").stat().st_size > 2000
    assert snapshot(folder) == before


def test_a_build_counts_what_it_found(folder: Path, yubei: Yubei) -> None:
    assert yubei("build").err == ""
    write(folder / "source/small/en.md", EN.replace("sensing devices", "widgets"))
    *_, last = yubei("build").err.splitlines()
    assert last == "1 error"


def test_second_build_gives_the_same_bytes(folder: Path, yubei: Yubei) -> None:
    yubei("build")
    first = {p.name: p.read_bytes() for p in (folder / "build").glob("small.*")}
    for path in (folder / "build").glob("small.*"):
        path.unlink()
    yubei("build")
    assert {p.name: p.read_bytes() for p in (folder / "build").glob("small.*")} == first


def test_import_keeps_the_page_and_repairs_the_text(folder: Path, yubei: Yubei) -> None:
    page = write(folder / "saved.txt", PAGE)
    result = yubei("import", "saved.txt", "--id", "2024-07-10-yubei")
    assert result.code == 0, result.all
    home = folder / "source/2024-07-10-yubei"
    assert (home / "page.txt").read_bytes() == page.read_bytes()
    zh = (home / "zh.md").read_text("utf-8")
    assert "# 渝北：讓城市建設更美" in zh
    assert "## 城市建設更智慧 {#s1}" in zh
    assert "### 數字賦能 {#s1-1}" in zh
    assert "首頁" not in zh
    assert "版權聲明" in zh.split("---")[1]
    en = (home / "en.md").read_text("utf-8")
    assert "{#s1-1}" in en
    result = yubei("check", "2024-07-10-yubei")
    assert result.code == 1
    assert "untranslated" in result.out
    assert "structure" not in result.out


def test_import_never_overwrites(folder: Path, yubei: Yubei) -> None:
    write(folder / "saved.txt", PAGE)
    before = snapshot(folder)
    result = yubei("import", "saved.txt", "--id", "small")
    assert result.code == 2
    assert "source/small/zh.md" in result.err
    assert snapshot(folder) == before


def test_import_keeps_a_page_that_is_there_and_goes_on_with_the_same_one(folder: Path, yubei: Yubei) -> None:
    write(folder / "saved.txt", PAGE)
    for name, text in (("page.txt", f"{PAGE}\n文。\n"), ("page.html", PAGE)):
        there = write(folder / "source/new" / name, text)
        before = snapshot(folder)
        result = yubei("import", "saved.txt", "--id", "new")
        assert result.code == 2
        assert f"source/new/{name}: error: another saved page is already there" in result.err
        assert snapshot(folder) == before
        there.unlink()
    write(folder / "source/new/page.txt", PAGE)
    assert yubei("import", "saved.txt", "--id", "new").code == 0


@pytest.mark.parametrize(
    "id", ["../evil", "a/b", "", ".hidden", "nul", "CON.txt", "a\\b", "x:y", "dot.", "-x", "渝" * 41, "SMALL"]
)
def test_import_refuses_what_is_no_folder_name(folder: Path, yubei: Yubei, id: str) -> None:
    write(folder / "saved.txt", PAGE)
    before = snapshot(folder)
    assert yubei("import", "saved.txt", "--id", id).code == 2
    assert snapshot(folder) == before


def test_build_imports_a_page_without_zh_md(folder: Path, yubei: Yubei) -> None:
    write(folder / "source/new/page.txt", PAGE)
    result = yubei("build", "new")
    assert (folder / "source/new/zh.md").is_file()
    assert (folder / "build/new.docx").is_file()
    assert result.code == 1  # nothing is translated yet


def test_a_section_that_nobody_has_begun_is_one_finding(folder: Path, yubei: Yubei) -> None:
    write(folder / "saved.txt", PAGE)
    yubei("import", "saved.txt", "--id", "new")
    said = [line for line in yubei("check", "new").out.splitlines() if " untranslated: " in line]
    status = yubei("status", "new").out
    assert len(said) == status.count("not translated  ") == 3
    assert "is not translated yet, neither the heading nor the paragraph or caption below it" in said[0]
    en = folder / "source/new/en.md"
    en.write_text(en.read_text("utf-8").replace("### {#s1-1}", "### Digital tools {#s1-1}"), "utf-8")
    said = [line for line in yubei("check", "new").out.splitlines() if " untranslated: " in line]
    assert len(said) == 3
    assert "this paragraph has no English yet" in said[-1]


BAD_FILES = [
    ("glossary-duplicate-key", "glossary.yaml", GLOSSARY + "    status: approved\n", "glossary.yaml:10:5"),
    ("glossary-no", "glossary.yaml", GLOSSARY.replace("pocket parks", "no"), "glossary.yaml:8:9"),
    ("glossary-wide-colon", "glossary.yaml", GLOSSARY.replace("zh: 口袋", "zh：口袋"), "glossary.yaml:7"),
    ("glossary-not-utf8", "glossary.yaml", GLOSSARY.encode("gbk"), "glossary.yaml:2:9"),
    ("zh-not-utf8", "source/small/zh.md", ZH.encode("gb18030"), "source/small/zh.md:3"),
    ("zh-empty", "source/small/zh.md", "", "source/small/zh.md"),
    ("front-matter", "source/small/en.md", EN.replace("status: draft", "status: [draft"), "source/small/en.md:"),
    ("outside", "source/small/zh.md", ZH + "\n![圖](../../../etc/passwd)\n", "source/small/zh.md:22:1"),
    ("bad-ledger", "source/small/review.yaml", "sections: 3\n", "source/small/review.yaml:1"),
    ("bad-settings", "yubei-pub.yaml", "order: backwards\n", "yubei-pub.yaml:1"),
]


@pytest.mark.parametrize(("name", "path", "text", "place"), BAD_FILES, ids=[c[0] for c in BAD_FILES])
@pytest.mark.parametrize("command", ["check", "build"])
def test_bad_file_gets_one_clear_message(
    folder: Path, yubei: Yubei, command: str, name: str, path: str, text: str | bytes, place: str
) -> None:
    file = folder / path
    if name == "outside":
        write(folder / "source/small/en.md", EN + "\n![A figure](../../../etc/passwd)\n")
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    before = snapshot(folder)
    result = yubei(command)
    assert result.code in (1, 2), result.all
    errors = [line for line in result.all.splitlines() if " error" in line and path in line]
    assert len(errors) == 1, result.all
    assert errors[0].startswith(place), result.all
    assert snapshot(folder) == before


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (ZH.encode("gb18030"), "not UTF-8 but GB18030; in VS Code click the encoding at the bottom right, “Reopen"),
        (ZH.encode("big5", "replace"), "not UTF-8 but BIG5; in VS Code click the encoding at the bottom right, “Reop"),
        (ZH.encode("utf-16"), "not UTF-8 but UTF-16; in VS Code click the encoding at the bottom right, “Save with"),
        (
            EN.encode() + b"It\x92s \x93good\x94 \x96",
            "not UTF-8 but Windows 1252; in VS Code click the encoding at",
        ),
        (b"\xff" + ZH.encode(), "not UTF-8; in VS Code click the encoding at the bottom right, “Reopen with Encoding”"),
    ],
)
def test_another_encoding_is_named_with_the_way_that_loses_nothing(
    folder: Path, yubei: Yubei, data: bytes, told: str
) -> None:
    """Saved as UTF-8 at once, what VS Code shows of GB18030 would be question marks for good."""
    (folder / "source/small/zh.md").write_bytes(data)
    result = yubei("check", "small")
    assert told in result.err
    assert result.err.splitlines()[-1] == "1 error"  # and not that all is well


def test_a_document_that_is_open_in_word_does_not_stop_the_others(folder: Path, yubei: Yubei) -> None:
    (folder / "build/small.docx").mkdir(parents=True)  # nor can this be replaced
    write(folder / "source/tall/zh.md", ZH)
    write(folder / "source/tall/en.md", EN)
    said = yubei("build", "--format", "docx,md")
    assert said.code == 2
    assert "build/small.docx: error: cannot be written" in said.err
    assert [line for line in said.out.splitlines() if line.startswith("Wrote")] == [
        *("Wrote build/small.md", "Wrote build/tall.docx", "Wrote build/tall.md"),
    ]
    (folder / "build/small.docx").rmdir()
    assert yubei("build", "--format", "docx,md").code == 0
    assert (folder / "build/small.docx").is_file()


def test_without_typst_all_but_the_pdfs_are_written(
    folder: Path, yubei: Yubei, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    _typst._installed.cache_clear()
    write(folder / "source/tall/zh.md", ZH)
    write(folder / "source/tall/en.md", EN)
    said = yubei("build", "--format", "pdf,md")
    _typst._installed.cache_clear()
    assert said.code == 2
    assert said.err.count("a PDF needs the package typst") == 1
    assert [line for line in said.out.splitlines() if line.startswith("Wrote")] == [
        *("Wrote build/small.md", "Wrote build/tall.md"),
    ]


def test_a_heading_without_its_mark_is_told(folder: Path, yubei: Yubei) -> None:
    en = EN.replace("## Empowered by digital technology", "Empowered by digital technology")
    write(folder / "source/small/en.md", en)
    said = yubei("check").out
    assert "en.md:11:33: error structure: this line has an id like a heading, and no # before it" in said
    assert "no section in en.md that pairs" in said


def test_english_without_any_chinese_is_told_once(folder: Path, yubei: Yubei) -> None:
    """That none of its figures is in the Chinese need not be said of each."""
    write(folder / "source/small/en.md", f"{EN}\n## Trees {{#s9}}\n\nThere are 345 trees on 67 hectares.\n")
    said = [line for line in yubei("check").out.splitlines() if " error " in line]
    assert len(said) == 1
    assert "en.md:21:1: error structure: no section of zh.md pairs with “Trees”" in said[0]


def test_what_is_left_of_the_skeleton_is_told_by_what_to_do(folder: Path, yubei: Yubei) -> None:
    """A heading and a figure that an editor took out of zh.md, under a title that nobody has translated yet."""
    en = EN.replace("# A smarter city", "#\n\n![](x.png)", 1)
    write(folder / "source/small/en.md", f"{en}\n## {{#s9}}\n")
    no_title, *said = [line for line in yubei("check").out.splitlines() if " structure: " in line]
    assert "The text has no title" in no_title
    assert len(said) == 2
    assert "a figure in en.md under “更智慧的城市” that" in said[0]
    assert said[0].endswith("that zh.md does not have; take it out, or put it into zh.md")
    assert said[1].endswith("zh.md has no heading for this empty one; delete the line")


@pytest.mark.parametrize("group", [(), ("glossary",), ("exchange",)])
def test_each_command_is_told_in_a_whole_line(folder: Path, yubei: Yubei, group: tuple[str, ...]) -> None:
    commands = yubei(*group, "--help").out.partition("Commands:")[2]
    assert commands
    assert "..." not in commands


def test_what_is_said_can_be_typed_again(folder: Path, yubei: Yubei) -> None:
    """An id with a blank in it stands in quotes behind a command, and a path with one in < > in Markdown."""
    (folder / "source/small").rename(folder / "source/my briefing")
    zh, en = folder / "source/my briefing/zh.md", folder / "source/my briefing/en.md"
    assert '`yubei-pub status "my briefing"` shows which.' in yubei("build", "my briefing", "--format", "md").out
    write(zh, ZH.replace("居民都說好。", "居民都說好。\n\n![圖](<a park.png>)\n\n- 一\n- 二"))
    write(en, EN.replace("Residents like them.", "Residents like them.\n\nOne\n\nTwo"))
    said = yubei("check", "my briefing").out
    assert "add ![English caption](<a park.png>) there" in said
    assert "this is a paragraph in en.md and an item of a list in zh.md" in said


def picture() -> bytes:
    buffer = BytesIO()
    Image.new("RGB", (60, 30), "white").save(buffer, "PNG")
    return buffer.getvalue()


def test_import_takes_the_pictures_of_a_word_file_along(tmp_path: Path, yubei: Yubei) -> None:
    document = python_docx.Document()
    document.add_heading("城市建設有了新進展", 0)
    document.add_paragraph("7月10日，城市建設有了新進展，居民都說好。")
    document.add_picture(BytesIO(picture()))
    document.add_paragraph("圖為公園。某某 攝")
    document.save(str(tmp_path / "稿件 终稿.docx"))
    assert yubei("import", "稿件 终稿.docx", "--id", "a").err.splitlines()[-3:-1] == [
        *("Wrote source/a/en.md", "Wrote source/a/image1.png"),
    ]
    assert (tmp_path / "source/a/image1.png").read_bytes() == picture()
    assert "there is no picture" not in yubei("check", "a").out


def test_import_takes_what_the_browser_saved_beside_the_page(tmp_path: Path, yubei: Yubei) -> None:
    """Pictures below the page's own folder, nothing else, and none over one that is there."""
    names = ("頁面_files/a%20b.png", "link.png", "secret.png", "there.png", "none.png")
    shown = "".join(f'<p><img src="{name}"></p><p>圖為公園。某某 攝</p><p>7月10日，居民都說好。</p>' for name in names)
    write(tmp_path / "saved/頁面.html", f"<meta charset=utf-8><article><h1>更智慧的城市</h1>{shown}</article>")
    (tmp_path / "saved/頁面_files").mkdir()
    (tmp_path / "saved/頁面_files/a b.png").write_bytes(picture())
    (tmp_path / "outside.png").write_bytes(picture())
    if sys.platform != "win32":  # NO_LINKS
        (tmp_path / "saved/link.png").symlink_to(tmp_path / "outside.png")
    (tmp_path / "saved/secret.png").write_text("no picture", "utf-8")
    (tmp_path / "saved/there.png").write_bytes(picture())
    write(tmp_path / "source/a/there.png", "an editor's")
    assert yubei("import", "saved/頁面.html", "--id", "a").code == 0
    taken = tmp_path / "source/a"
    assert sorted(path.relative_to(taken).as_posix() for path in taken.rglob("*.png")) == [
        *("there.png", "頁面_files/a b.png"),
    ]
    assert (taken / "there.png").read_text("utf-8") == "an editor's"


def test_an_address_is_no_file(tmp_path: Path, yubei: Yubei) -> None:
    said = yubei("import", "https://www.example.org/a/page.html", "--id", "x")
    assert said.err.startswith("page.html: error: this is an address of the web; open it in")


def test_a_saved_page_that_nobody_imported_is_told(folder: Path, yubei: Yubei) -> None:
    for name in (
        "a.html",
        "later/頁.mhtml",
        "small/attachment.html",
        "later/~$b.docx",
        "later/notes.txt",
        "later/c.jpg",
    ):
        write(folder / f"source/{name}", "頁")
    found = [line.partition(":1:1: warning stray-files: ") for line in yubei("check").out.splitlines()]
    assert [place for place, rule, _ in found if rule] == ["source/a.html", "source/later/頁.mhtml"]


def test_files_with_nearly_our_names_are_told(folder: Path, yubei: Yubei) -> None:
    """OneDrive, Explorer and Notepad leave them, and what was written there would be missed in silence."""
    small = folder / "source/small"
    for name in ("en-LAPTOP.md", "zh - 副本.md", "review (1).yaml", "english.md", "entry.md", "note.md", "page.txt"):
        (small / name).write_text("x", "utf-8")
    (folder / "glossary (1).yaml").write_text("x", "utf-8")
    (folder / "glossary-notes.txt").write_text("x", "utf-8")
    found = [line.partition(" warning stray-files: ") for line in yubei("check").out.splitlines()]
    assert [(place, what[:28]) for place, rule, what in found if rule] == [
        ("glossary (1).yaml:1:1:", "this looks like a copy of gl"),
        ("source/small/en-LAPTOP.md:1:1:", "this looks like a copy of en"),
        ("source/small/review (1).yaml:1:1:", "this is not read, for it is "),
        ("source/small/zh - 副本.md:1:1:", "this looks like a copy of zh"),
    ]
    (small / "en.docx").write_bytes(b"x")
    assert "en.docx:1:1: warning stray-files: this is not read; copy its text into en.md" in yubei("check").out
    (small / "en.md").rename(small / "en.md.txt")
    assert "en.md.txt:1:1: warning stray-files: this is not read, for it is not called en.md" in yubei("check").out
    (small / "en.md.txt").rename(small / "ｅｎ。md")
    assert "ｅｎ。md:1:1: warning stray-files: this is not read, for it is not called en.md" in yubei("check").out


def test_a_copy_of_a_briefing_is_told(folder: Path, yubei: Yubei) -> None:
    """Explorer makes them, and both would be released."""
    for name in ("small - 副本", "small (1)", "small - Copy (2)", "small-2", "smaller"):
        write(folder / f"source/{name}/zh.md", ZH)
    told = [line.split(":")[0] for line in yubei("check").out.splitlines() if "looks like a copy of “small”" in line]
    assert told == ["source/small (1)", "source/small - Copy (2)", "source/small - 副本"]


TO_WINDOWS = pytest.mark.skipif(os.name == "nt", reason="to Windows that is zh.md, which is read")


@pytest.mark.parametrize("name", [pytest.param("Zh.md", marks=TO_WINDOWS), "zh.md.txt", "en (1).md"])
def test_a_text_by_another_name_stops_an_import(name: str, tmp_path: Path, yubei: Yubei) -> None:
    """What is renamed on Windows is another file on Linux: a new zh.md beside it hid what the editor had written."""
    write(tmp_path / "source/a/page.txt", "题目\n\n渝北区修建了300个公园。\n")
    write(tmp_path / "source/a" / name, "# 题目\n")
    said = yubei("check")
    assert (said.code, said.err.splitlines()[0]) == (
        2,
        f"source/a/{name}: error: is neither zh.md nor en.md, so it is not read; rename it, or delete it to have the "
        "page taken in again",
    )
    assert sorted(path.name for path in (tmp_path / "source/a").iterdir()) == sorted(("page.txt", name))


@pytest.mark.parametrize("data", [b"PK\x03\x04...", b"\xd0\xcf\x11\xe0\xa1", b"{\\rtf1 Yes}", b"%PDF-1.7"])
def test_a_file_of_another_program_is_no_text(data: bytes, folder: Path, yubei: Yubei) -> None:
    (folder / "source/small/en.md").write_bytes(data)
    said = yubei("check")
    assert said.code == 2
    assert "source/small/en.md: error: this is a" in said.err
    assert "not a plain text; open it there, and copy its text into a new file of this name" in said.err


@pytest.mark.parametrize(
    ("zh", "en", "said"),
    [
        (EN, ZH, "the English stands here and the Chinese in en.md; exchange the names of the two files"),
        (EN, EN, "there is no Chinese here; write the Chinese text into this file"),
        ("", EN, None),
        ("# 题\n\nEnglish.\n", ZH, None),
    ],
)
def test_a_zh_md_without_chinese_is_told(zh: str, en: str, said: str | None, folder: Path, yubei: Yubei) -> None:
    write(folder / "source/small/zh.md", zh)
    write(folder / "source/small/en.md", en)
    told = [line for line in yubei("check").out.splitlines() if "the two files" in line or "no Chinese here" in line]
    assert told == ([f"source/small/zh.md:1:1: error structure: {said}"] if said else [])


def test_status_has_a_line_a_section_in_columns(folder: Path, yubei: Yubei) -> None:
    assert yubei("status").out.splitlines() == [
        "small: 3 not reviewed of 3 sections",
        "  lead  not reviewed  更智慧的城市 / A smarter city",
        "  s1    not reviewed  数字赋能 / Empowered by digital technology",
        "  s1-1  not reviewed  身边的公园 / Parks close at hand",
    ]


@pytest.mark.parametrize(
    "named",
    ["source/small", "source\\small\\", "./source/small/en.md", "C:\\source\\项目\\source\\small\\en.md", "small/"],
)
def test_a_briefing_may_be_named_by_its_folder(named: str, folder: Path, yubei: Yubei) -> None:
    """The Tab key and VS Code name it so."""
    assert yubei("status", named).out.startswith("small: ")
    for other in ("other/small", "source"):
        assert f"there is no briefing “{other}”" in yubei("status", other).err


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (
            ("——release",),
            "(there are: small); an option begins with two hyphens: --",
        ),  # as Chinese mode and Word have it
        (("small", "#", "drafts"), "no briefing “#” (there are: small); cmd.exe knows no remark"),  # copied from README
        (("–release",), "(there are: small); an option begins with two hyphens: --"),
        (
            ("--format", "docx", "md"),
            'PowerShell wants quotation marks around several formats: "docx,md"',
        ),  # docx,md there
        (("smal",), "there is no briefing “smal” (there are: small)\n"),
    ],
)
def test_what_a_keyboard_or_powershell_made_of_an_option_is_told(
    typed: tuple[str, ...], told: str, folder: Path, yubei: Yubei
) -> None:
    assert told in yubei("build", *typed).err


@pytest.mark.parametrize(
    ("comment", "told"),
    [
        ("<!-- Residents like them. -->", True),
        ("<!-- 居民都說好。\n\nResidents like them. -->", True),
        ("<!-- 居民都說好。 APP and GDP -->", False),
        ("<!-- 居民都說好。\nEarlier, in x ¶ 2 (not reviewed; a:1:2)\n    Residents like them. -->", False),
    ],
)
def test_english_in_a_comment_is_told_where_there_is_none(comment: str, told: bool, folder: Path, yubei: Yubei) -> None:
    write(folder / "source/small/zh.md", "# 題\n\n居民都說好。\n\n## 二\n\n公園。\n")
    write(folder / "source/small/en.md", f"# T\n\n{comment}\n\n## Two\n\nParks. <!-- nothing to see here -->\n")
    said = [line for line in yubei("check").out.splitlines() if "this English stands between" in line]
    assert [line.split(":")[1] for line in said] == (["3"] if told else [])


def test_a_month_may_be_named_by_its_beginning(folder: Path, yubei: Yubei) -> None:
    for name in ("2024-07-01-a", "2024-07-02-b", "2024-08-01-c", "2024-07-0[1]-a"):
        write(folder / f"source/{name}/zh.md", ZH)
    lines = yubei("status", "2024-07-*", "2024-07-01-a").out.splitlines()
    named = ["2024-07-01-a", "2024-07-02-b", "2024-07-0[1]-a"]
    assert [line.split(":")[0] for line in lines if not line.startswith(" ")] == named
    assert yubei("status", "2024-07-0[1]-a").out.startswith("2024-07-0[1]-a: ")
    said = yubei("approve", "2024-07*", "--by", "A")
    assert (said.code, "approve one at a time" in said.err) == (2, True)
    assert "there is no briefing “2023*”" in yubei("build", "2023*").err


def test_what_is_left_of_the_only_briefing_is_told(folder: Path, yubei: Yubei) -> None:
    """Its zh.md is lost: “none yet” would send an editor to import what is there."""
    (folder / "source/small/zh.md").unlink()
    (folder / "source/small/page.txt").unlink(missing_ok=True)
    for asked in ((), ("small",)):
        assert "; source/small/en.md: this is not read, for there is no zh.md beside it" in yubei("status", *asked).err
    write(folder / "source/other/zh.md", ZH)
    assert "(there are: other); source/small/en.md: this is not read" in yubei("build", "small").err


def test_an_approved_section_that_is_gone_is_told(folder: Path, yubei: Yubei) -> None:
    """A merge that lost it in both files was released without a word."""
    texts = {"zh.md": "# 題\n\n文。\n\n## 公園 {#s1}\n\n很好。\n", "en.md": "# T\n\nText.\n\n## Parks {#s1}\n\nGood.\n"}
    for name, text in texts.items():
        write(folder / "source/small" / name, text)
    yubei("approve", "small", "--by", "A")
    for name, text in texts.items():
        write(folder / "source/small" / name, text[: text.index("\n##")])
    said = yubei("build", "--release")
    line = next(i for i, text in enumerate(_review(folder).splitlines(), 1) if '"s1":' in text)
    assert f"review.yaml:{line}:3: warning stale: section “s1”, which A approved on " in said.err
    assert said.code == 1
    assert "Not released: small: 1 not reviewed of 1 section" in said.err
    yubei("approve", "small", "lead", "--by", "A")
    assert "warning stale" not in yubei("build", "--release").err
    assert "s1" not in _review(folder)


def test_a_folder_that_was_copied_has_no_approvals(folder: Path, yubei: Yubei) -> None:
    """A briefing copied as a pattern for the next one: what was not changed yet was released as reviewed."""
    write(folder / "source/small/zh.md", "# 題\n\n文。\n")
    write(folder / "source/small/en.md", "# T\n\nText.\n")
    yubei("approve", "small", "--by", "A")
    shutil.copytree(folder / "source/small", folder / "source/next")
    said = yubei("build", "--release", "next")
    assert said.code == 1
    assert "source/next/review.yaml:3:1: warning stale: these approvals are of the briefing “small”" in said.err
    assert "Not released: next: 1 not reviewed of 1 section" in said.err
    yubei("approve", "next", "--by", "B")
    assert 'briefing: "next"' in (folder / "source/next/review.yaml").read_text("utf-8")
    (folder / "source/small").rename(folder / "source/renamed")
    assert yubei("build", "--release").code == 0


def _review(folder: Path) -> str:
    return (folder / "source/small/review.yaml").read_text("utf-8")


def test_a_date_that_is_not_that_of_the_folder_is_asked_for(folder: Path, yubei: Yubei) -> None:
    for name, date in (("2024-07-10-a", "2024-07-10"), ("2024-07-10-b", "2014-07-10"), ("c", "2014-07-10")):
        write(folder / f"source/{name}/zh.md", f"---\ndate: {date}\nrights: x\n---\n\n# 題\n")
    asked = [line for line in yubei("check").out.splitlines() if "which of them is right" in line]
    assert [line.split(": ")[0] for line in asked] == ["source/2024-07-10-b/zh.md:2:7"]


def test_files_in_the_wrong_folder_are_told(folder: Path, yubei: Yubei) -> None:
    """Somebody sorts the briefings by years, or drops a file beside its folder: they were gone without a word."""
    assert "stray-files" not in yubei("build").all
    for name in ("en.md", "source/zh.md", "source/2024/other/zh.md", "source/half/en.md", "source/small/old/zh.md"):
        write(folder / name, ZH)
    found = [line.partition(" warning stray-files: ") for line in yubei("build").err.splitlines()]
    assert [(place, what[:33]) for place, rule, what in found if rule] == [
        ("en.md:1:1:", "this is not read; the files of a "),
        ("source/2024/other/zh.md:1:1:", "this is not read, for a briefing'"),
        ("source/half/en.md:1:1:", "this is not read, for there is no"),
        ("source/zh.md:1:1:", "this is not read; the files of a "),
    ]


def test_missing_en_md_is_one_finding(folder: Path, yubei: Yubei) -> None:
    (folder / "source/small/en.md").unlink()
    result = yubei("build")
    assert result.code == 1
    assert next(line for line in result.err.splitlines() if "error" in line).startswith(
        "source/small/zh.md:1:1: error untranslated:"
    )
    assert result.err.count("untranslated") == 1
    assert (folder / "build/small.docx").is_file()


BAD_PAGES = [
    ("empty", b"", "empty"),
    ("binary", bytes(range(256)) * 40, "page.bin"),
    ("notices", "【版權聲明】凡本網註明來源的作品。\n\n【免責聲明】均為轉載稿。\n".encode(), ""),
]


@pytest.mark.parametrize(("name", "data", "word"), BAD_PAGES, ids=[c[0] for c in BAD_PAGES])
def test_bad_page_gets_one_clear_message(folder: Path, yubei: Yubei, name: str, data: bytes, word: str) -> None:
    (folder / "saved.txt").write_bytes(data)
    before = snapshot(folder)
    result = yubei("import", "saved.txt", "--id", "bad")
    assert result.code in (1, 2)
    lines = [line for line in result.err.splitlines() if "error" in line]
    assert len(lines) == 1, result.all
    assert lines[0].startswith("saved.txt: error: ")
    assert snapshot(folder) == before
    assert not (folder / "source/bad").exists()


def test_one_broken_briefing_does_not_stop_the_others(folder: Path, yubei: Yubei) -> None:
    (folder / "source/broken").mkdir()
    (folder / "source/broken/zh.md").write_bytes(b"\xff\xfe\x00")
    result = yubei("build")
    assert result.code == 2
    assert "source/broken/zh.md" in result.err
    assert (folder / "build/small.docx").is_file()


def test_review_goes_from_unreviewed_to_reviewed_to_stale(folder: Path, yubei: Yubei) -> None:
    assert "not reviewed" in yubei("status").out
    assert yubei("build", "--release").code == 1
    assert not (folder / "build/small.docx").exists()
    result = yubei("approve", "small", "--by", "R. Viewer")
    assert result.code == 0, result.all
    assert "all sections are reviewed" in yubei("status").out
    assert yubei("build", "--release").code == 0

    zh = folder / "source/small/zh.md"
    cosmetic = ZH.replace("7月10日，城市", "7月10日,城市").replace("居民都說好。", "居民都說 好。")
    zh.write_text(cosmetic, encoding="utf-8")
    assert "all sections are reviewed" in yubei("status").out

    zh.write_text(ZH.replace("居民都說好", "居民都不說好"), encoding="utf-8")
    status = yubei("status").out
    assert [line.split()[0] for line in status.splitlines() if "stale" in line][1:] == ["s1-1"]
    assert " stale: " in yubei("check").out
    assert yubei("build", "--release").code == 1
    assert "\nApproved: s1-1 (was stale)\n" in yubei("approve", "small", "--by", "R. Viewer").out
    assert "\nApproved: nothing that was not reviewed\n" in yubei("approve", "small", "--by", "R. Viewer").out

    zh.write_text(ZH, encoding="utf-8")
    assert "\nApproved: s1-1 (was stale)\n" in yubei("approve", "small", "--by", "R. Viewer").out
    en = folder / "source/small/en.md"
    en.write_text(EN.replace("Residents like them.", "Residents like\nthem."), encoding="utf-8")
    assert "all sections are reviewed" in yubei("status").out
    en.write_text(EN.replace("Residents like them.", "Residents love them."), encoding="utf-8")
    assert "1 not reviewed" in yubei("status").out

    en.write_text(EN.replace("---\n", "---\ncontact: another@example.org\n", 1), encoding="utf-8")
    assert "en.md:2:10: note unreviewed: “contact: another@example.org” is new" in yubei("check").out
    assert yubei("build", "--release").code == 1


def test_an_approval_that_holds_is_its_reviewer_s(folder: Path, yubei: Yubei) -> None:
    """Somebody who approves the rest has not read what another person stands behind."""
    yubei("approve", "small", "s1", "--by", "A. Reader")
    said = yubei("approve", "small", "--by", "B. Reader")
    assert said.err == "Left as others approved them: s1 (A. Reader)\n"
    status = yubei("status").out
    assert (status.count("(A. Reader, "), status.count("(B. Reader, ")) == (1, 2)
    said = yubei("approve", "small", "s1", "--by", "B. Reader")
    assert (said.err, yubei("status").out.count("(B. Reader, ")) == ("", 3)


def test_who_approves_is_told_that_the_documents_show_another_text(folder: Path, yubei: Yubei) -> None:
    """A reviewer who read the Word file does not know that a translator has gone on since."""
    assert yubei("build").code == 0
    assert yubei("approve", "small", "--by", "R. Viewer").err == ""
    write(folder / "source/small/en.md", EN.replace("like them.", "love them."))
    told = "source/small/en.md has changed since the last build, so its documents do not show what you approved.\n"
    assert yubei("approve", "small", "--by", "R. Viewer").err == told


def test_no_release_while_anything_is_wrong(folder: Path, yubei: Yubei) -> None:
    """Though every section is approved: an error, or another briefing that cannot be read."""
    en = folder / "source/small/en.md"
    write(en, EN.replace("356,000", "35,600"))
    assert yubei("approve", "small", "--by", "R. Viewer").code == 0
    refused = yubei("build", "--release")
    assert (refused.code, refused.err.splitlines()[-1]) == (1, "Not released: errors: 1")
    write(en, EN)
    assert yubei("approve", "small", "--by", "R. Viewer").code == 0
    write(folder / "source/other/zh.md", ZH)
    (folder / "source/other/en.md").write_bytes(b"\xff")
    refused = yubei("build", "--release")
    assert (refused.code, refused.err.splitlines()[-1]) == (2, "Not released: a briefing could not be read")
    assert not list((folder / "build").glob("[a-z]*"))
    assert yubei("build", "--release", "small").code == 0


def test_an_import_says_how_the_page_was_encoded(folder: Path, yubei: Yubei) -> None:
    (folder / "page.txt").write_bytes(
        "渝北城市更美\n\n在重慶市政府舉行的發布會上，渝北區介紹了城市建設的情況。\n".encode("gbk")
    )
    told = yubei("import", "page.txt", "--id", "new").err
    assert "source/new/page.txt:1:1: note encoding: the page was read as GB18030" in told


def test_approving_one_section_leaves_the_others(folder: Path, yubei: Yubei) -> None:
    assert yubei("approve", "small", "s1-1", "--by", "R. Viewer").code == 0
    assert "2 not reviewed" in yubei("status").out
    assert yubei("approve", "small", "s9", "--by", "R. Viewer").code == 2
    assert yubei("approve", "small", "--by", "  ").code == 2
    assert yubei("approve", "small", "--by", "Your Name").code == 2
    said = yubei("approve", "small", "--by", "“R.", "Viewer”").err  # cmd.exe knows no curly ones
    assert "no section “Viewer”” (there are: lead, s1, s1-1); a name of two words wants quotation marks" in said
    yubei("approve", "small", "s1", "--by", "“李明”")
    assert "reviewed (李明, " in yubei("status").out


def test_json_report_has_the_fields_of_the_contract(folder: Path, yubei: Yubei) -> None:
    write(folder / "source/small/en.md", EN.replace("sensing devices", "perception equipment"))
    findings = json.loads(yubei("check", "--format", "json").out)
    avoided = next(f for f in findings if f["rule"] == "avoided-renderings")
    assert set(avoided) == {
        *("rule", "severity", "path", "line", "column", "endLine", "endColumn", "message", "related", "fix"),
    }
    assert (avoided["path"], avoided["line"], avoided["column"]) == ("source/small/en.md", 13, 39)
    assert "sensing devices" in avoided["message"]


def test_provenance_names_the_page_and_the_editor(folder: Path, yubei: Yubei) -> None:
    write(folder / "source/new/page.txt", PAGE)
    yubei("build", "new")
    zh = folder / "source/new/zh.md"
    zh.write_text(zh.read_text("utf-8").replace("應用到日常。", "應用到日常生活。"), encoding="utf-8")
    out = yubei("status", "--provenance", "new").out
    assert "page.txt" in out
    assert "repair punctuation" in out
    assert "生活 ← editor" in out
    without = yubei("status", "--provenance", "small")
    assert (without.code, without.err) == (2, "source/small: error: there is no saved page in this folder\n")


def test_a_fault_of_ours_is_told_in_one_line(yubei: Yubei, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        monkeypatch.delenv("YUBEI_DEBUG")
        raise ZeroDivisionError("by 0")

    monkeypatch.setattr(Project, "find", broken)
    told = yubei("status")
    assert told.code == 2
    assert told.err.startswith("error: yubei-pub has a fault (ZeroDivisionError: by 0); your files are as they were.")
    assert told.err.count("\n") == 1


def test_explain_knows_every_rule(folder: Path, yubei: Yubei) -> None:
    rules = [line.split()[0] for line in yubei("explain").out.splitlines()]
    assert {"numbers", "terms", "avoided-renderings", "structure", "untranslated", "stale"} <= set(rules)
    for rule in rules:
        manual = yubei("explain", rule).out
        assert "Bad:" in manual, rule
        assert "Good:" in manual, rule
    assert yubei("explain", "nonsense").code == 2
    assert "did you mean “avoided-renderings”?" in yubei("explain", "avoided").err
    write(folder / "source/small/en.md", EN.replace("Residents", "<!-- yubei: ignore number: why -->\n\nResidents"))
    assert "there is no rule “number” to ignore (did you mean “numbers”?)" in yubei("check").out


def test_a_narrow_console_does_not_fail(folder: Path) -> None:
    env = {**os.environ, "PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0"}
    program = [sys.executable, "-c", "from yubei_pub.cli import main; main()", "status"]
    result = subprocess.run(program, cwd=folder, env=env, capture_output=True, check=False)
    assert result.returncode == 0, result.stderr.decode()


PROGRAM = f"{shlex.quote(sys.executable)} -m yubei_pub"


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has /dev/full, a disk without room")
@pytest.mark.parametrize("command", ["check", "status", "build", "explain", "find 公园", "repair"])
def test_a_closed_or_full_output_is_no_fault(folder: Path, command: str) -> None:
    for redirected, words in (("<&- >&-", ""), ("> /dev/full", "error: No space left on device\n")):
        program = f"{PROGRAM} {command} {redirected}"
        result = subprocess.run(program, cwd=folder, shell=True, capture_output=True, text=True, check=False)
        assert "fault" not in result.stderr
        assert result.returncode == 0 or result.stderr.endswith(words), result.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere no name of a file is anything but Unicode")
def test_a_name_in_another_encoding_is_told_or_goes_along(folder: Path, yubei: Yubei) -> None:
    picture = "青.png".encode("gbk")
    Path(os.fsdecode(os.fsencode(folder / "source/small") + b"/" + picture)).write_bytes(b"x")
    assert yubei("find", "a").code == 0
    words = subprocess.run(
        f"{PROGRAM} find $(printf '\\307\\340')", cwd=folder, shell=True, capture_output=True, text=True, check=False
    )
    assert words.returncode == 2
    assert words.stderr.startswith("error: '\\udcc7\\udce0' is in another encoding than UTF-8; rename")


def test_a_memory_that_cannot_be_kept_is_not_laid_to_the_page(folder: Path, yubei: Yubei) -> None:
    (folder / "build/memory.sqlite").mkdir(parents=True)
    write(folder / "saved.txt", "标题\n\n一句话。\n")
    result = yubei("import", "saved.txt", "--id", "new")
    assert "saved.txt" not in result.err
    assert str(Path("build/memory.sqlite")) in result.err


@pytest.mark.parametrize("kind", ["file", pytest.param("dangling link", marks=NO_LINKS)])
@pytest.mark.parametrize(
    "command", [("build",), ("import", "saved.txt", "--id", "new"), ("approve", "small", "--by", "X")]
)
def test_a_file_in_the_place_of_build_is_told_plainly(
    folder: Path, yubei: Yubei, command: tuple[str, ...], kind: str
) -> None:
    write(folder / "saved.txt", "标题\n\n一句话。\n")
    if kind == "file":
        write(folder / "build", "mine")
    else:
        (folder / "build").symlink_to("nowhere")
    result = yubei(*command)
    assert result.code == 2
    assert result.err == (
        "build: error: is no folder, and what is made goes into a folder of this name; delete it or rename it\n"
    )


@pytest.mark.parametrize("name", ["zh.md", "en.md"])
def test_a_text_with_the_line_ends_of_an_old_mac_is_told_once(folder: Path, yubei: Yubei, name: str) -> None:
    file = folder / "source/small" / name
    old = file.read_bytes().replace(b"\n", b"\r")
    file.write_bytes(old)
    for command in ("check", "build"):
        [said] = [line for line in yubei(command).all.splitlines() if "error: " in line]
        assert said.startswith(f"source/small/{name}:1:1: error: the lines end as on an old Mac (CR)")
    assert file.read_bytes() == old


@pytest.mark.parametrize(
    ("named", "there"), [("figures/Park.png", "figures/park.PNG"), ("caf\u00e9.png", "cafe\u0301.png")]
)
def test_a_picture_of_nearly_the_name_is_told(folder: Path, yubei: Yubei, named: str, there: str) -> None:
    write(folder / "source/small/zh.md", f"{ZH}\n![图。]({named})\n")
    picture = folder / "source/small" / there
    picture.parent.mkdir(exist_ok=True)
    Image.new("RGB", (4, 4)).save(picture, "PNG")
    if (folder / "source/small" / named).exists():
        pytest.skip("on this system both names are one")
    assert f"the picture “{named}” is called “{there}” in the briefing’s folder" in yubei("check").out


@pytest.mark.parametrize("name", ["glossary.yaml", "yubei-pub.yaml", "source/small/en.md", "source/small/review.yaml"])
def test_a_file_of_nothing_but_zeros_is_lost_and_no_invisible_character(folder: Path, yubei: Yubei, name: str) -> None:
    (folder / name).write_bytes(bytes(300))
    said = yubei("check")
    assert said.code != 0
    assert f"{name}: error: this holds nothing but zeros, its text is lost; take it back from git" in said.all
    assert yubei("check", "--fix").code != 0
    assert (folder / name).read_bytes() == bytes(300)


def test_stopping_the_program_while_it_is_loading_shows_no_traceback() -> None:
    stop = "class Stop:\n    def find_spec(self, name, *_):\n        if name == 'click': raise KeyboardInterrupt\n"
    program = f"import sys\n{stop}sys.meta_path.insert(0, Stop())\nfrom yubei_pub.__main__ import main\nmain()"
    result = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert (result.returncode, result.stderr) == (1, "Aborted!\n")


def test_stopping_the_program_while_a_class_is_made_is_no_fault() -> None:
    stop = "def stop(**_): raise RuntimeError('Error calling __set_name__') from KeyboardInterrupt()"
    program = f"from yubei_pub import cli\n{stop}\ncli.cli.main = stop\ncli.main()"
    result = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert (result.returncode, result.stderr) == (1, "Aborted!\n")


def test_stopping_the_program_while_opencc_is_loaded_is_no_fault() -> None:
    """A module in C makes an ImportError of it, and OpenCC, which then looks elsewhere, another."""
    stop = (
        "def stop(**_):\n try:\n  raise ImportError('initialization failed') from KeyboardInterrupt()\n"
        " except ImportError: raise ImportError('opencc_clib not found in Bazel runfiles')"
    )
    program = f"from yubei_pub import cli\n{stop}\ncli.cli.main = stop\ncli.main()"
    result = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert (result.returncode, result.stderr) == (1, "Aborted!\n")


def test_files_are_replaced_at_once(folder: Path, yubei: Yubei, monkeypatch: pytest.MonkeyPatch) -> None:
    yubei("build")
    good = (folder / "build/small.docx").read_bytes()
    write(folder / "source/small/en.md", EN.replace("Residents like", "Residents really like"))

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.replace", full)
    result = yubei("build")
    assert result.code == 2
    assert "No space left" in result.err
    assert (folder / "build/small.docx").read_bytes() == good
    assert not list((folder / "build").glob(".small*"))


def test_a_dismissal_needs_a_rule_a_reason_and_something_to_dismiss(folder: Path, yubei: Yubei) -> None:
    en = folder / "source/small/en.md"
    wrong = EN.replace("more than 356,000", "more than 35,600")

    def errors(line: str, text: str = wrong) -> list[str]:
        en.write_text(text.replace("The center connects", f"<!-- yubei: {line} -->\n\nThe center connects"), "utf-8")
        found = yubei("check").out.splitlines()
        return [" ".join(f.split(": ")[1].split()[:2]) for f in found if f.startswith("source/small/en.md")]

    assert errors("ignore numbers: the annex counts otherwise") == []
    assert errors("ignore numbers") == ["error dismissals", "error numbers"]
    assert errors("ignore nombres: x") == ["error dismissals", "error numbers"]
    assert errors("ignore terms: x") == ["warning dismissals", "error numbers"]
    assert errors("ignore numbers: x", EN) == ["warning dismissals"]
    assert errors("zh 1", EN) == []
    assert errors("zh 3-4", EN) == ["error structure"]
    assert errors("zh one", EN) == ["error structure"]
    assert errors("zh 1 and 2", EN) == ["error structure"]
    assert errors("nonsense", EN) == ["warning markup"]


def test_import_begins_a_project_in_an_empty_folder(tmp_path: Path, yubei: Yubei) -> None:
    write(tmp_path / "saved.txt", PAGE)
    assert yubei("import", "saved.txt", "--id", "first").code == 0
    assert (tmp_path / "source/first/zh.md").is_file()
    assert yubei("status").code == 0


def test_other_files_beside_the_page_are_no_pages(folder: Path, yubei: Yubei) -> None:
    write(folder / "source/new/page.txt", PAGE)
    for name in ("page.png", "page.txt.bak"):
        (folder / "source/new" / name).write_bytes(b"x")
    assert (yubei("status", "new")).code == 0


def test_approving_nothing_is_said(folder: Path, yubei: Yubei) -> None:
    (folder / "source/small/en.md").unlink()
    result = yubei("approve", "small", "--by", "R. Viewer")
    assert result.code == 2
    assert "nothing is translated yet" in result.err
    assert not (folder / "source/small/review.yaml").exists()


def test_a_section_translated_in_part_is_not_approved(folder: Path, yubei: Yubei) -> None:
    """Nobody can have read English that is not there, and a page with a gap would not be marked as a draft."""
    long = "明年，全區還要在3個街道的老舊小區裡修建9個口袋公園，讓更多的老人和孩子出門就有地方坐下來。"
    write(folder / "source/small/zh.md", ZH.replace("居民都說好。", f"居民都說好。\n\n{long}"))
    said = yubei("approve", "small", "--by", "R. Viewer")
    assert said.code == 0
    assert "Not approved, for it is not wholly translated: s1-1; source/small/zh.md:22:1: this paragraph" in said.err
    assert "1 not reviewed of 3 sections" in said.out
    assert "s1-1  translated in part" in yubei("status").out
    named = yubei("approve", "small", "s1-1", "--by", "R. Viewer")
    assert named.code == 2
    assert "source/small/zh.md:22:1: error: section “s1-1” is not wholly translated" in named.err
    why = "<!-- yubei: ignore untranslated: for Chinese readers only -->"
    write(folder / "source/small/zh.md", ZH.replace("居民都說好。", f"居民都說好。\n\n{why}\n\n{long}"))
    assert yubei("approve", "small", "s1-1", "--by", "R. Viewer").code == 0


def test_a_refused_release_names_the_drafts_that_are_still_there(folder: Path, yubei: Yubei) -> None:
    yubei("build")
    yubei("build", "--volume", "--format", "md")
    told = yubei("build", "--release").err.splitlines()[-1]
    assert told.startswith(
        "Nothing was written; from an earlier build there is still build/small.docx, build/small.md, build/"
    )
    assert told.endswith("-volume.md")


def test_a_release_without_a_glossary_says_that_no_term_was_checked(folder: Path, yubei: Yubei) -> None:
    yubei("approve", "small", "--by", "R. Viewer")
    assert yubei("build", "--release").err == ""
    (folder / "glossary.yaml").unlink()
    said = yubei("build", "--release")
    assert (said.code, said.err) == (0, "No term was checked: there is none in glossary.yaml.\n")


def test_a_release_names_what_an_earlier_build_left_beside_it(folder: Path, yubei: Yubei) -> None:
    yubei("build", "small", "--format", "docx,html")
    yubei("approve", "small", "--by", "R. Viewer")
    said = yubei("build", "small", "--release", "--format", "docx")
    assert said.code == 0
    assert said.err.splitlines()[-1] == "Not of this release, but of an earlier build: build/small.html"
    assert yubei("build", "small", "--release", "--format", "docx,html").err == ""
    (folder / "source/small").rename(folder / "source/parks")
    said = yubei("build", "--release", "--format", "docx")
    assert said.err.splitlines()[-1] == (
        "Not of this release, but of an earlier build: build/small.docx, build/small.html"
    )
    shutil.rmtree(folder / "source/parks")
    said = yubei("build", "--release")
    assert said.code == 2
    assert "From an earlier build there is still build/parks.docx, build/small.docx, build/small.html" in said.err
    shutil.rmtree(folder / "build")
    assert "an earlier build" not in yubei("build", "--release").err


@pytest.mark.parametrize("name", ["glossary.yaml", "source/small/zh.md", "source/small/en.md"])
def test_a_merge_conflict_is_called_one(folder: Path, yubei: Yubei, name: str) -> None:
    file = folder / name
    text = file.read_text("utf-8")
    file.write_text(text + "\n<<<<<<< HEAD\none\n=======\ntwo\n>>>>>>> branch\n", encoding="utf-8")
    result = yubei("check")
    assert result.code == 2
    (line,) = [line for line in result.err.splitlines() if " error: " in line]
    assert line.startswith(f"{name}:{text.count(chr(10)) + 2}:1: error: git left two versions")
    file.write_text(text + "\none\n=======\ntwo\n>>>>>>> branch\n", encoding="utf-8")
    assert f"{name}:{text.count(chr(10)) + 5}:1: error: git left two versions" in yubei("check").err


def test_the_first_merge_conflict_names_the_other_files(folder: Path, yubei: Yubei) -> None:
    for name in ("zh.md", "en.md"):
        file = folder / "source/small" / name
        file.write_text(f"{file.read_text('utf-8')}\n<<<<<<< HEAD\none\n=======\ntwo\n>>>>>>> branch\n", "utf-8")
    shutil.copytree(folder / "source/small", folder / "source/small2")
    said = [line for line in yubei("check").err.splitlines() if " error: " in line]
    others = "source/small/en.md, source/small2/en.md, source/small2/zh.md"
    assert [line.split(":")[0] for line in said] == ["source/small/zh.md", "source/small2/zh.md"]
    assert said[0].endswith(f"delete the three marked lines; there are such lines in {others} too")
    assert said[1].endswith("delete the three marked lines")


def test_approvals_of_two_people_are_both_kept_from_a_merge(folder: Path, yubei: Yubei) -> None:
    """Each approved a section on a branch of their own; what the message says keeps both."""
    ledger = folder / "source/small/review.yaml"
    halves = []
    for section, person in (("s1", "A. Reader"), ("s1-1", "B. Reader")):
        yubei("approve", "small", section, "--by", person)
        head, half = ledger.read_text("utf-8").split("sections:\n")
        halves.append(half)
        ledger.unlink()
    merged = f"{head}sections:\n<<<<<<< HEAD\n{halves[0]}=======\n{halves[1]}>>>>>>> other\n"
    ledger.write_text(merged, "utf-8")
    said = yubei("status").err
    assert "source/small/review.yaml:5:1: error: git left the approvals of two people here" in said
    assert "so delete the three marked lines alone" in said
    ledger.write_text(re.sub(r"(?m)^(?:<{7}|={7}|>{7}).*\n", "", merged), "utf-8")
    assert yubei("status").out.count("  reviewed (") == 2


def test_a_traditional_term_is_an_error(folder: Path, yubei: Yubei) -> None:
    traditional = GLOSSARY.replace("zh: 感知设备", "zh: 感知設備")
    name = "  - zh: 张乾\n    en: Zhang Qian\n    status: proposed\n    traditional: [張乾]\n"
    write(folder / "glossary.yaml", traditional + name)
    found = [line for line in yubei("check").out.splitlines() if "error glossary" in line]
    assert found == ["glossary.yaml:2:9: error glossary: “感知設備” is in Traditional script; write “感知设备”"]


def test_footnotes_are_checked_and_reviewed(folder: Path, yubei: Yubei) -> None:
    zh = ZH.replace("都說好。", "都說好[^1]。") + "\n[^1]: 去年為3512億元。\n"
    en = EN.replace("like them.", "like them.[^1]") + "\n[^1]: 351.2 billion yuan last year.\n"
    write(folder / "source/small/zh.md", zh)
    write(folder / "source/small/en.md", en)
    assert yubei("check").code == 0
    assert yubei("approve", "small", "--by", "R. Viewer").code == 0
    write(folder / "source/small/en.md", en.replace("351.2", "35.12"))
    result = yubei("check")
    assert " error numbers: " in result.out
    assert "1 not reviewed" in yubei("status").out
    write(folder / "source/small/en.md", EN)
    assert "no footnote that renders this one" in yubei("check").out
    write(folder / "source/small/en.md", en.replace("them.[^1]", "them."))
    assert "nothing refers to this footnote" in yubei("check").out


def test_a_footnote_that_nobody_could_approve_is_not_released(folder: Path, yubei: Yubei) -> None:
    """It is in no section, and would be printed at the end."""
    assert yubei("approve", "small", "--by", "R. Viewer").code == 0
    write(folder / "source/small/en.md", EN + "\n[^1]: A note of somebody’s own.\n")
    refused = yubei("build", "--release")
    assert (refused.code, "error structure: nothing refers to this footnote" in refused.err) == (1, True)


def test_one_paragraph_left_out_of_many_is_told_where_it_is(folder: Path, yubei: Yubei) -> None:
    paragraphs = [f"第{i}段有{i * 7}個項目。" for i in range(1, 41)]
    english = [f"Paragraph {i} has {i * 7} projects." for i in range(1, 41)]
    write(folder / "source/small/zh.md", "# 題\n\n" + "\n\n".join(paragraphs) + "\n")
    write(folder / "source/small/en.md", "# T\n\n" + "\n\n".join(english[:7] + english[8:]) + "\n")
    out = yubei("check").out
    errors = [line for line in out.splitlines() if " error " in line]
    assert errors, out
    assert all("zh.md:17:" in line for line in errors), "the eighth paragraph, and no other"


def test_paragraphs_that_cannot_be_told_apart_are_one_passage(folder: Path, yubei: Yubei) -> None:
    write(folder / "source/small/zh.md", "# 題\n\n" + "同一句話。\n\n" * 40)
    write(folder / "source/small/en.md", "# T\n\n" + "The same words.\n\n" * 39)
    out = yubei("check").out
    assert len([line for line in out.splitlines() if "source/small/en.md" in line]) == 1, out
    assert "warning weak-alignment: it is not sure which of these" in out
    assert "not checked" in out


def test_a_pin_says_what_a_paragraph_renders(folder: Path, yubei: Yubei) -> None:
    write(folder / "source/small/zh.md", "# 題\n\n" + "同一句話。\n\n" * 3)
    en = folder / "source/small/en.md"
    write(en, "# T\n\nThe same words.\n\n<!-- yubei: zh 2-3 -->\n\nThe same words, twice.\n")
    assert "source/small/en.md" not in yubei("check").out
    yubei("build", "--format", "md")
    write(en, "# T\n\n<!-- yubei: zh 2-3 -->\n\nThe same words, twice.\n\n<!-- yubei: zh 1 -->\n\nThe same words.\n")
    assert "pins go forward" in yubei("check").out
    write(en, "# T\n\n<!-- yubei: zh 1-2 -->\n\nThe same words.\n\n<!-- yubei: zh 2-3 -->\n\nThe same words.\n")
    assert "paragraph 2 of the Chinese does not come after" in yubei("check").out
    write(en, "# T\n\n<!-- yubei: zh 4 -->\n\nThe same words, twice.\n")
    assert "it has 3" in yubei("check").out


def test_formats_are_chosen_on_the_line_or_in_the_settings(folder: Path, yubei: Yubei) -> None:
    built = folder / "build"
    assert yubei("build", "--format", "html,epub").code == 0
    assert sorted(p.name for p in built.glob("small.*")) == ["small.epub", "small.html"]
    write(folder / "yubei-pub.yaml", "formats: [md]\nlayout: table\n")
    assert yubei("build").code == 0
    assert "| ¶ | English | 中文 |" in (built / "small.md").read_text("utf-8")
    assert not (built / "small.docx").exists()
    assert yubei("build", "--layout", "english").code == 0
    assert "## The Chinese text" in (built / "small.md").read_text("utf-8")
    unknown = yubei("build", "--layout", "columns")
    assert unknown.code == 2
    assert "'columns' is not one of " in unknown.err


def test_an_unknown_format_is_told_and_nothing_is_written(folder: Path, yubei: Yubei) -> None:
    result = yubei("build", "--format", "docx,word")
    assert result.code == 2
    assert "there is no format “word” (there are: docx, epub, html, md, pdf" in result.err
    assert not (folder / "build").exists()


def test_the_settings_know_every_format() -> None:
    assert set(FORMATS) == set(pipeline.formats())


def test_a_volume_has_the_briefings_in_the_order_of_their_dates(folder: Path, yubei: Yubei) -> None:
    write(folder / "source/early/zh.md", ZH.replace("2024-07-10", "2024-07-08").replace("更智慧", "更綠色"))
    write(folder / "source/early/en.md", EN.replace("smarter", "greener"))
    done = yubei("build", "--volume", "--format", "docx,md")
    assert "Wrote build/2024-07-10-volume.docx" in done.out
    assert "early is a draft" in done.out
    assert "small is a draft" in done.out
    assert not (folder / "build/small.md").exists()
    text = (folder / "build/2024-07-10-volume.md").read_text("utf-8")
    assert text.rindex("A greener city") < text.rindex("A smarter city")
    assert text.count("## Terms") == 1
    assert yubei("build", "--volume", "--format", "docx,md").out == done.out


def test_sections_that_pair_with_nothing_have_ids_of_their_own(folder: Path, yubei: Yubei) -> None:
    """In both files the first heading without an id is s1; two bookmarks of one name are no Word file."""
    home = folder / "source/small"
    write(home / "zh.md", "# 题\n\n## 一\n\n文。\n\n## 二\n\n文。\n")
    write(home / "en.md", "# T\n\n## One\n\nText.\n\n## Two {#s2}\n\nText.\n\n## Three\n\nText.\n")
    ids = [section.id for section in Project(folder).briefing("small").sections]
    assert sorted(ids) == ["lead", "s1", "s1_", "s2", "s2_", "s3"]
    write(folder / "yubei-pub.yaml", "contents: always\n")
    assert yubei("build").code == 1
    assert lint((folder / "build/small.docx").read_bytes()) == []


def test_a_template_is_a_file_of_the_project(
    folder: Path, yubei: Yubei, tmp_path_factory: pytest.TempPathFactory
) -> None:
    data = (Path(__file__).parents[1] / "docs/templates/office-letter.docx").read_bytes()
    outside = tmp_path_factory.mktemp("elsewhere") / "house.docx"
    outside.write_bytes(data)
    for name in ("house.docx", Path(os.path.relpath(outside, folder)).as_posix()):
        write(folder / "yubei-pub.yaml", f"template: {name}\n")
        said = yubei("build")
        assert said.code == 2
        assert f"yubei-pub.yaml:1:11: error: there is no file “{name}” in the project's folder" in said.err
    (folder / "house.docx").write_bytes(data)
    write(folder / "yubei-pub.yaml", "template: house.docx\n")
    assert "Wrote build/small.docx" in yubei("build").out
    sheet = python_docx.Document(str(folder / "build/small.docx")).sections[0].page_width
    assert sheet is not None
    assert sheet.inches == 8.5, "the sheet of the template, not A4"
