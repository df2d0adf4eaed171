"""What readers notice at once in a Word file, as far as a test can see it; and what Microsoft's validator finds."""

from __future__ import annotations

import os
import re
import subprocess
import zipfile
from functools import cache
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from briefings import briefing
from docx_lint import W
from lxml import etree
from test_docx import part, sample, words, write
from test_word_house import OFFICE, built
from test_word_layouts import converted, office

from yubei_pub.writers import docx

FILES = {
    **{
        f"{layout}-{paper}": {"layout": layout, "paper": paper} for layout in docx.LAYOUTS for paper in ("a4", "letter")
    },
    "house": {},
}


@pytest.mark.skipif("OOXML_VALIDATOR" not in os.environ, reason="OOXML_VALIDATOR does not name the Open XML validator")
@pytest.mark.parametrize("name", FILES)
def test_the_open_xml_sdk_finds_nothing(name: str, tmp_path: Path) -> None:
    made = sample(), sample(id="other")
    data = (
        built(OFFICE, made[0], contents="always") if name == "house" else write(*made, **FILES[name], contents="always")
    )
    (tmp_path / "a.docx").write_bytes(data)
    command = [os.environ["OOXML_VALIDATOR"], str(tmp_path / "a.docx")]
    ran = subprocess.run(command, check=False, capture_output=True, timeout=120)
    assert (ran.returncode, ran.stdout.decode()[-2000:]) == (0, ran.stdout.decode()[-2000:])


@cache
def styles() -> dict[str, etree._Element]:
    return {str(s.get(f"{W}styleId")): s for s in part(write(sample()), "word/styles.xml").iter(f"{W}style")}


def value(element: etree._Element, path: str, name: str = "val") -> str:
    found = element.find("/".join(f"{W}{step}" for step in path.split("/")))
    return "" if found is None else str(found.get(f"{W}{name}"))


def test_both_languages_stand_on_the_same_leading_and_english_is_not_stretched() -> None:
    english, chinese = styles()["English"], styles()["Chinese"]
    for each in (english, chinese):
        assert (value(each, "pPr/spacing", "line"), value(each, "pPr/spacing", "lineRule")) == ("280", "exact")
    assert (value(english, "pPr/jc"), value(chinese, "pPr/jc")) == ("left", "both")
    assert (value(english, "rPr/sz"), value(chinese, "rPr/sz")) == ("21", "20")  # 10.5 and 10 points


def test_every_chinese_font_is_a_simplified_one() -> None:
    parts = [part(write(sample()), "word/styles.xml"), part(write(sample()))]
    named = {f.get(f"{W}eastAsia") for tree in parts for f in tree.iter(f"{W}rFonts")} - {None}
    assert named == {"SimSun", "Microsoft YaHei"}
    table = {str(f.get(f"{W}name")): value(f, "altName") for f in part(write(sample()), "word/fontTable.xml")}
    assert (table["SimSun"], table["Microsoft YaHei"]) == ("宋体", "微软雅黑")


def test_headings_and_captions_stay_with_what_they_belong_to() -> None:
    for name in ("Heading1", "Heading2", "Heading3", "SecondHeading1", "Title", "Figure", "CaptionAbove", "TermHead"):
        assert styles()[name].find(f"{W}pPr/{W}keepNext") is not None, name
    for element in ("widowControl", "kinsoku", "autoSpaceDE", "autoSpaceDN"):
        found = list(part(write(sample()), "word/styles.xml").iter(f"{W}{element}"))
        assert found, element
        assert all(each.get(f"{W}val") in (None, "1") for each in found), element


def test_word_is_told_where_a_chinese_line_may_not_break() -> None:
    """Digits and characters may part in Word; 万 and 亿 at no start of a line keep 35.6万 whole, and — keeps —— so."""
    settings = part(write(sample()), "word/settings.xml")
    before, after = (settings.find(f"{W}noLineBreaks{side}") for side in ("Before", "After"))
    assert before is not None
    assert after is not None
    assert set("，。、；：？！”’）》」』】…—％万亿") <= set(str(before.get(f"{W}val")))
    assert set("“‘（《「『【") <= set(str(after.get(f"{W}val")))
    assert before.get(f"{W}lang") == after.get(f"{W}lang") == "zh-CN"


@pytest.mark.parametrize("layout", docx.LAYOUTS)
def test_chinese_is_in_no_layout_slanted_or_bold(layout: str) -> None:
    for run in part(write(sample(), layout=layout, contents="always")).iter(f"{W}r"):
        if re.search("[\u4e00-\u9fff]", words(run)):
            style = styles().get(value(run, "rPr/rStyle"))
            for found in (run, *([style] if style is not None else [])):
                assert found.find(f".//{W}i") is None
                assert value(found, "rPr/b") in ("", "0")


@pytest.mark.parametrize("layout", docx.LAYOUTS)
def test_every_run_names_its_languages_in_every_layout(layout: str) -> None:
    data = write(sample(), layout=layout, contents="always", glosses="first-use")
    with zipfile.ZipFile(BytesIO(data)) as package:
        names = [n for n in package.namelist() if re.fullmatch(r"word/(document|footnotes|header\d|footer\d)\.xml", n)]
    for name in names:
        for run in part(data, name).iter(f"{W}r"):
            if run.find(f"{W}t") is not None and words(run).strip():
                assert (value(run, "rPr/lang"), value(run, "rPr/lang", "eastAsia")) == ("en-US", "zh-CN"), words(run)


SENTENCE = "35.6万余个感知设备接入，同一平台——数据来到管理每条街道的人手中……《好的》（真的），“嗯”。"


@cache
def lines() -> list[str]:
    """Lines of Chinese that begin at every offset, as LibreOffice breaks them in columns and across the page."""
    body = "\n\n".join("字" * n + SENTENCE * 2 for n in range(1, 42))
    made = briefing(f"# 题\n\n{body}", "# T\n\n" + "\n\n".join(["T."] * 41))
    with TemporaryDirectory() as folder:
        files = {layout: write(made, layout=layout) for layout in ("parallel", "english")}
        found: list[str] = []
        for path in converted(Path(folder), "pdf", **files).values():
            read = subprocess.run(["pdftotext", "-layout", path, "-"], check=True, capture_output=True).stdout.decode()
            chinese = (re.sub(r"^\s*(\d+(?=\s))?\s*(T\.)?\s*", "", line) for line in read.splitlines())
            found += [line.strip() for line in chinese if re.search("[\u4e00-\u9fff]", line)]
    return found


@office
def test_no_line_begins_with_a_closing_or_ends_with_an_opening_mark() -> None:
    assert len(lines()) > 200
    assert not [line for line in lines() if line[0] in "，。、；：？！”’）》」』】"]
    assert not [line for line in lines() if line[-1] in "“‘（《「『【"]


@office
def test_no_line_breaks_a_dash_or_a_number() -> None:
    assert not [line for line in lines() if re.search("^—(?!—)|(?<!—)—$|^[.6]|\\d\\.$", line)]


@office
@pytest.mark.xfail(reason="LibreOffice 7.4 does not read w:noLineBreaksBefore, which Word obeys", strict=True)
@pytest.mark.parametrize("broken", ["^…(?!…)|(?<!…)…$", "^[万亿]"])
def test_no_line_breaks_an_ellipsis_or_a_number_before_its_unit(broken: str) -> None:
    assert not [line for line in lines() if re.search(broken, line)]
