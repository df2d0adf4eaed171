"""What is taken off a page, or guessed on it, is never silent: at import, and in zh.md and en.md."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from conftest import EN, ZH, Yubei, write
from test_repairs import SENTENCES, tables

from yubei_pub import checks, repairs
from yubei_pub.findings import Place
from yubei_pub.glossary import Glossary
from yubei_pub.model import Briefing
from yubei_pub.origins import Origin, Provenance
from yubei_pub.project import Project
from yubei_pub.repairs import _seam, _table
from yubei_pub.trace import Source

PAGE = (
    "渝北：讓城市更美\n\n7月10日，重\u200b慶市舉行發布會\ue5e5，介紹情\x02\x03況\ufffd。\n\n2024年，cafe\u0301開放。\n"
)


def lines(text: str, rule: str) -> list[str]:
    return [line for line in text.splitlines() if f" {rule}: " in line]


def test_import_says_what_it_took_out_and_what_nobody_can_read(folder: Path, yubei: Yubei) -> None:
    write(folder / "saved.txt", PAGE)
    result = yubei("import", "saved.txt", "--id", "new")
    assert result.code == 0, result.all
    found = lines(result.err, "characters")
    assert re.findall(r"^source/new/page\.txt:(\d+:\d+: \w+)", "\n".join(found), re.M) == [
        *("3:8: note", "3:16: warning", "3:21: note", "3:24: warning"),
    ]
    assert "U+200B (zero width space) was taken out" in found[0]
    assert "U+E5E5 (private use)" in found[1]
    assert "U+0002 (a control character), U+0003 (a control character)" in found[2]
    assert "U+FFFD (replacement character)" in found[3]
    zh = (folder / "source/new/zh.md").read_text("utf-8")
    assert "重慶市舉行發布會\ue5e5，介紹情況\ufffd。" in zh
    assert "café" in zh


def test_import_says_how_the_bytes_were_read(folder: Path, yubei: Yubei) -> None:
    (folder / "saved.txt").write_bytes(PAGE[:10].encode("gbk") + "\n2024年7月10日，城市治理有進展。\n".encode("gbk"))
    result = yubei("import", "saved.txt", "--id", "new")
    assert lines(result.err, "encoding")[0].startswith(
        "source/new/page.txt:1:1: note encoding: the page was read as GB"
    )


@pytest.mark.parametrize(
    ("name", "old", "new", "start"),
    [
        ("zh.md", "感知設備", "感\u200b知設備", "zh.md:14:16: warning characters: U+200B (zero width space)"),
        ("zh.md", "感知設備", "感\x02知設備", "zh.md:14:16: error characters: U+0002 (a control character)"),
        ("zh.md", "感知設備", "感知\ue5e5設備", "zh.md:14:17: error characters: U+E5E5 (private use)"),
        (
            "en.md",
            "Residents",
            "\uf06c Residents",
            "en.md:19:1: error characters: U+F06C (private use) is a sign of Word’s Symbol",
        ),
        ("zh.md", "感知設備", "感知\ufffd設備", "zh.md:14:17: error characters: U+FFFD (replacement character)"),
        (
            "en.md",
            "Residents",
            "Re\u202esidents",
            "en.md:19:3: error characters: U+202E (right-to-left override) turns",
        ),
        ("en.md", "Residents", "Resi\xaddents", "en.md:19:5: warning characters: U+00AD (soft hyphen) should not be"),
        ("en.md", "Residents", "Re\u0301sidents", "en.md:19:2: note characters: “é” is written with 2 characters"),
    ],
)
def test_what_stands_in_the_files_is_found(
    folder: Path, yubei: Yubei, name: str, old: str, new: str, start: str
) -> None:
    text = {"zh.md": ZH, "en.md": EN}[name]
    write(folder / "source/small" / name, text.replace(old, new))
    [line] = lines(yubei("check").all, "characters")
    assert line.startswith(f"source/small/{start}")
    assert not lines(yubei("check").all, "leftover-damage")


@pytest.mark.parametrize("cut", ["感知設備?！翱平倘诤", "感知設備?；瑒虞S", "感知設備?：瑒虞S", "感知設備?wèn)設備"])
def test_a_place_where_a_mirror_cut_the_page_is_told(folder: Path, yubei: Yubei, cut: str) -> None:
    write(folder / "source/small/zh.md", ZH.replace("感知設備", cut))
    [line] = lines(yubei("check").all, "leftover-damage")
    assert "damage that no repair could decide" in line


def test_damage_that_is_beyond_doubt_is_an_error_and_mended(folder: Path, yubei: Yubei) -> None:
    zh = ZH.replace("都說好", "都說渝北區數字化城市運行好")
    damaged = zh.replace("區", "區(qū)").replace("數", "數(shù)").replace("運", "運(yùn)").replace("設", "設(shè)")
    write(folder / "source/small/zh.md", damaged)
    found = lines(yubei("check").all, "leftover-damage")
    assert all("error leftover-damage: damage of the saved page: " in line for line in found)
    assert len(found) == damaged.count("(")
    yubei("check", "--fix")
    assert (folder / "source/small/zh.md").read_text("utf-8") == zh


@pytest.mark.parametrize("read", ["網(wǎng)", "網（wǎng）", "網(wang)", "網(wang3)"])
def test_a_reading_that_nobody_needs_is_told_once(folder: Path, yubei: Yubei, read: str) -> None:
    """網 stands without it in the notice, so the repair took it for an author's: said to the editor, and not mended."""
    zh = ZH.replace("版權所有", "版權所有 某某新聞網").replace("數字賦能", f"線{read}規模")
    write(folder / "source/small/zh.md", zh.replace("都說好", "都說亳(bó)州和龜(qiū)茲好"))
    [line] = lines(yubei("check").all, "leftover-damage")
    assert line.startswith(
        "source/small/zh.md:12:5: warning leftover-damage: nobody needs to be told how these are read"
    )
    assert f"put it in: {read};" in line
    assert yubei("check", "--fix").code == 0
    assert read in (folder / "source/small/zh.md").read_text("utf-8")


def guessed(folder: Path, words: str = "感知") -> Briefing:
    """The small briefing, as if these two characters in zh.md were a guess of the repair."""
    briefing = Project(folder).briefing("small")
    zh = briefing.source.source
    at = zh.text.index(words)
    origins = (
        Origin(at - 2, at, page_place(zh.text, at)),
        Origin(at, at + 2, page_place("?倲?", 0), "pinyin", certain=False),
    )
    return replace(briefing, provenance=Provenance("page.txt", "", origins, {}))


def page_place(text: str, at: int) -> Place:
    return Place(Source("page.txt", text), at, at + 2)


def found(briefing: Briefing) -> list[str]:
    remarks = checks.run([briefing], Glossary(Source("glossary.yaml", ""), ()))
    return [f"{f.place} {f.related[0][0]} {f.message}" for f in remarks if f.rule == "uncertain-repairs"]


def test_a_guess_is_found_until_its_section_is_approved(folder: Path, yubei: Yubei) -> None:
    [line] = found(guessed(folder))
    assert line.startswith("source/small/zh.md:14:15 page.txt:1:1 a guess of the repair: the page has “?倲” here")
    assert yubei("approve", "small", "s1-1", "--by", "R. Viewer").code == 0
    assert len(found(guessed(folder))) == 1
    assert yubei("approve", "small", "s1", "--by", "R. Viewer").code == 0
    assert found(guessed(folder)) == []
    write(folder / "source/small/zh.md", ZH.replace("44類", "45類"))
    assert len(found(guessed(folder))) == 1  # nobody stands behind the section any more


def test_a_guess_in_a_footnote_is_found_until_its_section_is_approved(folder: Path, yubei: Yubei) -> None:
    write(folder / "source/small/zh.md", ZH.replace("感知設備。", "感知設備[^1]。") + "\n[^1]: 攝像頭最多。\n")
    write(folder / "source/small/en.md", EN.replace("categories.", "categories[^1].") + "\n[^1]: Most are cameras.\n")
    assert len(found(guessed(folder, "攝像"))) == 1
    assert yubei("approve", "small", "s1", "--by", "R. Viewer").code == 0
    assert found(guessed(folder, "攝像")) == []


def test_a_guess_in_the_front_matter_is_found_until_the_first_section_is_approved(folder: Path, yubei: Yubei) -> None:
    write(folder / "source/small/zh.md", ZH.replace("---\n", "---\nrights: 高校總數網\n", 1))
    [line] = found(guessed(folder, "高校"))
    assert line.startswith("source/small/zh.md:2:9 ")
    assert yubei("approve", "small", "s1", "--by", "R. Viewer").code == 0
    assert len(found(guessed(folder, "高校"))) == 1
    assert yubei("approve", "small", "lead", "--by", "R. Viewer").code == 0
    assert found(guessed(folder, "高校")) == []


def test_a_real_guess_is_told_at_import_and_until_somebody_answers_for_it(folder: Path, yubei: Yubei) -> None:
    table = {_table.gbk(char): reading for char, reading in tables()[2].items()}
    page = "城市建設\n" + "\n".join(_seam.damaged(line, table) for line in SENTENCES) + "\n"
    guesses = [edit for edit in repairs.repair(page).edits if not edit.certain]
    assert guesses
    write(folder / "saved.txt", page)
    result = yubei("import", "saved.txt", "--id", "new")
    source = Source("source/new/page.txt", page)
    told = lines(result.err, "uncertain-repairs")
    places = [Place(source, edit.start, edit.end) for edit in guesses]
    assert [line.split(": ")[0] for line in told] == [str(place) for place in places]
    assert all(f"restored as “{edit.replacement}”" in line for edit, line in zip(guesses, told, strict=True))

    found = lines(yubei("check", "new").out, "uncertain-repairs")
    assert len(found) == len(guesses)
    assert yubei("status", "--provenance", "new").out.count(" repair pinyin (uncertain)\n") == len(guesses)
    zh = folder / "source/new/zh.md"
    text = zh.read_text("utf-8")
    for edit in guesses:
        assert text.count(edit.replacement) == 1
        text = text.replace(edit.replacement, "由編輯改過的文字")
    zh.write_text(text, encoding="utf-8")
    assert lines(yubei("check", "new").out, "uncertain-repairs") == []
