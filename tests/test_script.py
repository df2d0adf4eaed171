"""Simplification as an editor meets it: names from the glossary, regional pages, and what is left over."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from conftest import EN, GLOSSARY, ZH, Yubei, write

from yubei_pub.simplify import simplify_text

NAMES = """\
  - {zh: 张乾, en: Zhang Qian, status: proposed, kind: person, traditional: [張乾]}
  - {zh: 文徵明, en: Wen Zhengming, status: proposed, kind: person, traditional: [文徵明]}
  - {zh: 钟馗, en: Zhong Kui, status: proposed, kind: person, traditional: [鍾馗]}
  - {zh: 于右任, en: Yu Youren, status: proposed, kind: person, traditional: [於右任]}
"""
PEOPLE = "居民都說好。張乾談乾隆，文徵明、鍾馗、於右任的畫跟著展出，甚麼人都能看。"
ENGLISH = (
    "Residents like them. Zhang Qian speaks of Qianlong; works of Wen Zhengming, Zhong Kui and Yu Youren are on show."
)


def built(folder: Path, yubei: Yubei) -> str:
    yubei("build", "small")
    return (folder / "build/small.md").read_text("utf-8")


def test_names_are_as_the_glossary_has_them(folder: Path, yubei: Yubei) -> None:
    write(folder / "glossary.yaml", GLOSSARY + NAMES)
    write(folder / "source/small/zh.md", ZH.replace("居民都說好。", PEOPLE))
    write(folder / "source/small/en.md", EN.replace("Residents like them.", ENGLISH))
    text = built(folder, yubei)
    assert "张乾谈乾隆，文徵明、钟馗、于右任的画跟着展出，什么人都能看。" in text
    check = yubei("check")
    assert (check.code, check.out) == (0, ""), check.all


def test_title_block_and_colophon_are_in_the_script_of_the_text(folder: Path, yubei: Yubei) -> None:
    """They had 项目 and 項目組 in one line; what made them so is said, and an address stays one."""
    write(folder / "glossary.yaml", GLOSSARY + NAMES)
    url = "https://example.org/渝北區/新聞"
    front = f"byline: 張乾 劉華\nplace: 重慶\nurl: {url}"
    write(folder / "source/small/zh.md", ZH.replace("url: https://example.org/page", front))
    text = built(folder, yubei)
    assert "Source: 示例新闻网, " in text
    assert "Byline: 张乾 刘华. " in text
    assert "版权所有" in text
    assert "重庆" in text
    assert "Simplified from Traditional characters by OpenCC (t2s). " in text
    assert re.search("渝北區|%E6%B8%9D%E5%8C%97%E5%8D%80", text)


def test_a_text_in_simplified_script_is_not_said_to_have_been_made_so(folder: Path, yubei: Yubei) -> None:
    write(folder / "source/small/zh.md", simplify_text(ZH))
    assert "OpenCC" not in built(folder, yubei)


def test_a_character_outside_gb2312_is_one_note(folder: Path, yubei: Yubei) -> None:
    write(folder / "source/small/zh.md", ZH.replace("居民都說好。", "居民都說好。李堃和王喆、張堃。"))
    write(folder / "glossary.yaml", GLOSSARY + "  - {zh: 王喆, en: Residents, status: proposed, kind: person}\n")
    check = yubei("check")
    [line] = [line for line in check.out.splitlines() if "gb2312" in line]
    assert line.startswith("source/small/zh.md:20:8: note outside-gb2312: “堃” (U+5803, 2 times) is not in GB2312")
    assert check.code == 0


def test_the_letters_of_another_script_are_one_note(folder: Path, yubei: Yubei) -> None:
    more = "居民都說好。ขอบคุณครับ，感謝ขอ。مرحبا。李堃、ө、Ӡ、ө。張喆。"
    write(folder / "source/small/zh.md", ZH.replace("居民都說好。", more))
    found = [line.partition("outside-gb2312: ")[2] for line in yubei("check").out.splitlines() if "gb2312" in line]
    assert found == [
        "“ข” (U+0E02) and other Thai letters (10 times) are not in GB2312: are they meant?",
        "“م” (U+0645) and other Arabic letters (5 times) are not in GB2312: are they meant?",
        "“堃” (U+5803, once) is not in GB2312: is a Traditional character left, or is it damage?",
        "“ө” (U+04E9) and other Cyrillic letters (3 times) are not in GB2312: are they meant?",
        "“喆” (U+5586, once) is not in GB2312: is a Traditional character left, or is it damage?",
    ]


def test_latin_symbols_and_picture_names_are_no_note(folder: Path, yubei: Yubei) -> None:
    more = "居民都說好。Café Zürich 36℃·①②㎡€→……——丨“好”。\n\n![圖](綠地鍾.png)"
    write(folder / "source/small/zh.md", ZH.replace("居民都說好。", more))
    assert "outside-gb2312" not in yubei("check").all


def test_a_page_of_a_region_is_simplified_by_its_rules(folder: Path, yubei: Yubei) -> None:
    write(folder / "source/small/zh.md", ZH.replace("居民都說好。", "居民在裡面沿著湖畫藍圖，原著著名。"))
    plain = built(folder, yubei)
    write(
        folder / "source/small/zh.md",
        ZH.replace("date:", "script: tw2s\ndate:").replace("居民都說好。", "居民在裡面沿著湖畫藍圖，原著著名。"),
    )
    regional = built(folder, yubei)
    for text in (plain, regional):
        assert "居民在里面沿着湖画蓝图，原著著名。" in text
    assert yubei("check").code in (0, 1)


@pytest.mark.parametrize(
    ("config", "reason"),
    [
        ("tw2sp", "script: tw2sp also replaces wording, such as 線上 by 在线, and changes the length of the text"),
        ("hk2sp", "changes the length of the text"),
        ("s2t", "script: s2t is not known; use t2s, tw2s (pages from Taiwan) or hk2s"),
    ],
)
@pytest.mark.parametrize("command", ["check", "build"])
def test_a_script_that_cannot_be_used_is_refused_in_its_line(
    folder: Path, yubei: Yubei, command: str, config: str, reason: str
) -> None:
    write(folder / "source/small/zh.md", ZH.replace("date:", f"script: {config}\ndate:"))
    result = yubei(command)
    assert result.code == 2
    [line] = [line for line in result.all.splitlines() if "error: " in line]
    assert line.startswith("source/small/zh.md:2:9: error: ")
    assert reason in line


def test_an_empty_script_is_the_usual_one(folder: Path, yubei: Yubei) -> None:
    write(folder / "source/small/zh.md", ZH.replace("date:", "script:\ndate:"))
    assert "城市建设有了新进展" in built(folder, yubei)
