"""The translation memory: what is found, where it says it stands, and that its file is only ever a cache."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Yubei, write
from hypothesis import given
from hypothesis import strategies as st

from yubei_pub import glossary, markdown, pipeline
from yubei_pub.cli import find
from yubei_pub.files import memory_file
from yubei_pub.findings import YubeiError
from yubei_pub.memory import Memory, Pair, pairs_of, pointer
from yubei_pub.model import State
from yubei_pub.terms import TermFinder
from yubei_pub.trace import Source

BOTH = "paragraph sentence"


def pair(zh: str, en: str = "English", state: State = State.REVIEWED, number: int = 1, id: str = "a") -> Pair:
    return Pair(id, "s1", number, zh, en, "zh.md:1:1", "en.md:1:1", state, "A Name", "2026-11-26")


def memory(*pairs: Pair) -> Memory:
    filled = Memory(sqlite3.connect(":memory:", isolation_level=None))
    filled.learn("a", "digest", [(each, BOTH) for each in pairs])
    return filled


def found(known: Memory, query: str, most: int = 9) -> list[str]:
    return [
        "".join(text[slice(*span)] for text, spans in ((hit.pair.zh, hit.zh), (hit.pair.en, hit.en)) for span in spans)
        for hit in known.find(query, most)
    ]


@pytest.mark.parametrize(
    ("query", "marked"),
    [
        ("渝", "渝渝"),
        ("渝北", "渝北"),
        ("綠水青山", "绿水青山"),  # Traditional
        ("绿水青山，就是金山银山", "绿水青山就是金山银山"),  # a sign more or less
        ("5G", "5G5G"),
        ("lucid water", "lucid waters"),
        ("WATERS", "waters"),
        ("mountains are invaluable", "mountains are invaluable"),
    ],
)
def test_a_phrase_is_found_and_marked(query: str, marked: str) -> None:
    text = "渝北有5G，绿水青山就是金山银山，渝是简称。"
    assert found(memory(pair(text, "5G, lucid waters; mountains are invaluable.")), query) == [marked]


@pytest.mark.parametrize(
    "query", ["北渝", "绿青", "", "，。", '"', "waters lucid", "zh : 渝", "* OR", "渝 NOT 北", "\x02"]
)
def test_what_is_not_a_phrase_of_the_text_is_not_found(query: str) -> None:
    assert found(memory(pair("渝北，绿水青山。", "lucid waters")), query) == []


@given(st.text(st.sampled_from("渝北青山、。“” A5b\x00\x1f\x02\x03'\"*\U00020000"), max_size=12), st.data())
def test_any_words_of_a_text_find_it(text: str, data: st.DataObject) -> None:
    known = memory(pair("前" + text + "后"))
    start = data.draw(st.integers(0, len(text)))
    query = text[start : data.draw(st.integers(start, len(text)))]
    whole = not (query[:1].isascii() and query[:1].isalnum()) and not (query[-1:].isascii() and query[-1:].isalnum())
    if whole and any(char in "渝北青山\U00020000" for char in query):
        assert known.find(query, 1)


def test_reviewed_first_then_the_latest() -> None:
    known = memory(pair("山一", state=State.STALE), pair("山二"), pair("山三", state=State.UNREVIEWED), pair("山四"))
    assert [hit.pair.zh for hit in known.find("山", 9)] == ["山四", "山二", "山三", "山一"]
    assert [hit.pair.zh for hit in known.find("山", 3)] == ["山四", "山二", "山三"]
    assert [hit.pair.zh for hit in known.find("山", 9, reviewed_only=True)] == ["山四", "山二"]


def test_learning_again_replaces_and_forgetting_leaves_the_others() -> None:
    known = memory(pair("山一"))
    known.learn("b", "d", [(pair("山二", id="b"), BOTH)])
    known.learn("a", "new", [(pair("水三"), BOTH)])
    assert known.digests() == {"a": "new", "b": "d"}
    assert [hit.pair.zh for hit in known.find("山", 9)] == ["山二"]
    known.forget("b")
    assert not known.find("山", 9)
    assert [hit.pair.zh for hit in known.find("水", 9)] == ["水三"]
    known.learn("a", "newer", [(pair("火四"), BOTH)])  # where the last one stood
    assert [hit.pair.zh for query in "水火" for hit in known.find(query, 9)] == ["火四"]


def test_near_paragraphs() -> None:
    text = "渝北区在全市率先推进六中心合一，区联合值班中心就是其中之一，两件事都着眼于为基层减负。"
    other = text.replace("两件事", "这些事")
    known = memory(pair("城市治理千头万绪。"), pair(other, "Old."), pair(text, "Same."))
    same, near = known.near(text)
    assert (same.pair.en, same.likeness) == ("Same.", 1.0)
    assert near.pair.en == "Old."
    assert 0.9 < near.likeness < 1
    assert pointer(text, near).startswith(
        "Earlier, in a ¶ 1 (reviewed by A Name, 2026-11-26; en.md:1:1), 95% the same: "
    )
    assert "[-这些-]{+两件+}事" in pointer(text, near)
    assert "the same Chinese\n" in pointer(text, same)
    assert known.near("别的段落说的是别的事情。") == []
    twice = memory(pair(text, "Draft.", State.UNREVIEWED), pair(text, "Reviewed."), pair(text, "Old.", State.STALE))
    assert twice.near(text)[0].pair.en == "Reviewed."
    assert known.near("") == known.near("，") == []


def test_how_near_is_near() -> None:
    """Seven characters of ten, and in a long paragraph whatever is said in it again and again."""
    known = memory(pair("一二三四五六七甲乙丙"), pair("公园里的花开了。" * 40))
    assert [near.likeness for near in known.near("一二三四五六七子丑寅")] == [0.7]
    assert known.near("一二三四五六子丑寅卯") == []
    assert [near.likeness for near in known.near("公园里的花开了。" * 39 + "城市里的花谢了。")] == [0.99]


def test_what_is_remembered_of_a_briefing() -> None:
    """Paragraphs, and each of their sentences if there are several; nothing that one side alone has."""
    zh = "# 题目\n\n公园建好了。人们很喜欢。\n\n路通了。\n\n## 一节 {#s7}\n\n没有译。\n"
    en = "# A title\n\nThe park is built. People like it.\n\nThe road is open.\n\n## Own {#s8}\n\nNobody wrote it.\n"
    folder = pipeline.Folder("a", markdown.read(Source("zh.md", zh)), Source("en.md", en), None, None, {})
    made = pipeline.brief(folder, glossary.read(Source("glossary.yaml", "")), TermFinder([]))
    assert [(pair.zh, pair.en, unit) for pair, unit in pairs_of(made)] == [
        ("题目", "A title", BOTH),
        ("公园建好了。人们很喜欢。", "The park is built. People like it.", "paragraph"),
        ("公园建好了。", "The park is built.", "sentence"),
        ("人们很喜欢。", "People like it.", "sentence"),
        ("路通了。", "The road is open.", BOTH),
    ]


def test_find_shows_both_languages_where_they_stand(yubei: Yubei, folder: Path) -> None:
    assert " · not reviewed\n" in yubei("find", "感知設備").out
    assert yubei("approve", "small", "--by", "A Name").code == 0
    write(folder / "source/later/page.txt", "還沒有收進來的網頁。\n")
    result = yubei("find", "感知設備")
    assert (result.code, "later" in result.err) == (0, False), result.err
    assert "reviewed (A Name, " in result.out
    assert "»感知设备«" in result.out
    assert "»sensing devices«" in result.out
    assert "source/small/zh.md:" in result.out
    assert "source/small/en.md:" in result.out


def test_find_finds_a_name_that_opencc_would_change(yubei: Yubei, folder: Path) -> None:
    zh, glossary = folder / "source/small/zh.md", folder / "glossary.yaml"
    write(glossary, glossary.read_text("utf-8") + "  - {zh: 张乾, en: X, status: proposed, traditional: [張乾]}\n")
    write(zh, zh.read_text("utf-8").replace("感知設備", "張乾用的乾燥機"))
    assert "»张乾«" in yubei("find", "张乾").out
    assert "»张乾«" in yubei("find", "張乾").out
    assert "»干燥«" in yubei("find", "乾燥").out


def test_what_was_found_twice_is_marked_once() -> None:
    spans = [(8, 9), (0, 3), (2, 5), (5, 6), (1, 2)]
    assert find._highlighted("one two three", spans, colours=False) == "»one tw«o »t«hree"


def test_find_names_no_number_that_it_would_refuse(yubei: Yubei, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(find, "MOST", 2)
    assert "--most 2 shows it" in yubei("find", "the", "--most", "1").err
    monkeypatch.setattr(find, "MOST", 1)
    assert "There is more; look for more words." in yubei("find", "the", "--most", "1").err


def test_find_says_why_it_shows_nothing_more(yubei: Yubei, folder: Path) -> None:
    assert "There is no word in “%”" in yubei("find", "%").err
    assert "“无此词” stands in no translated text" in yubei("find", "无此词").err
    assert "--most 10 shows it" in yubei("find", "the", "--most", "1").err
    assert yubei("find", "the").err == ""


def test_find_follows_the_files(yubei: Yubei, folder: Path) -> None:
    assert "»感知设备«" in yubei("find", "感知设备").out
    zh = folder / "source/small/zh.md"
    write(zh, zh.read_text("utf-8").replace("感知設備", "電力設備"))
    assert yubei("find", "感知设备").out == ""
    assert "»电力设备«" in yubei("find", "电力设备").out
    zh.parent.rename(folder / "source/large")
    assert "large" in (out := yubei("find", "电力").out)
    assert "small" not in out
    (folder / "source/large/en.md").unlink()
    assert yubei("find", "电力").out == ""


DAMAGE: dict[str, Callable[[bytes], bytes]] = {
    "emptied": lambda data: b"",
    "no database": lambda data: b"no database at all" * 999,
    "cut off": lambda data: data[: len(data) // 2],
    "another letter in a text": lambda data: data.replace(b"devices", b"devises"),
    "a table is called otherwise": lambda data: data.replace(b"TABLE place", b"TABLE plac\xe7"),
    "of another version": lambda data: data.replace(b"en_at text", b"en_to text"),
}


@pytest.mark.parametrize("damage", DAMAGE)
def test_a_damaged_file_costs_only_time(yubei: Yubei, folder: Path, damage: str) -> None:
    before = yubei("find", "感知设备").out
    path = folder / "build/memory.sqlite"
    data = path.read_bytes()
    path.write_bytes(DAMAGE[damage](data))
    assert path.read_bytes() != data
    assert yubei("find", "感知设备").out == before
    assert path.read_bytes() != DAMAGE[damage](data)


def test_where_no_file_can_be_it_is_said_why(tmp_path: Path) -> None:
    with (
        pytest.raises(YubeiError, match="cannot be kept here: unable to open database file"),
        memory_file.opened(tmp_path / "build/memory.sqlite", {}, lambda _: None),
    ):
        pass


def test_a_memory_is_made_once_and_anew_by_another_program(
    yubei: Yubei, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = yubei("find", "感知设备").out
    with monkeypatch.context() as patch:
        patch.setattr("yubei_pub.project.Project.briefing", None)
        assert yubei("find", "感知设备").out == before
    monkeypatch.setattr("yubei_pub.files.kept.program", lambda: "another")
    monkeypatch.setattr("yubei_pub.memory.pairs_of", lambda _: [])
    assert yubei("find", "感知设备").out == ""


def test_a_briefing_that_cannot_be_read_is_told_and_left_out(yubei: Yubei, folder: Path) -> None:
    write(folder / "source/broken/zh.md", "---\nscript: tw2sp\n---\n# 題\n\n感知设备。\n")
    write(folder / "source/broken/en.md", "# T\n\nSensing devices.\n")
    result = yubei("find", "感知设备")
    assert "source/broken/zh.md" in result.err
    assert "small" in result.out
    small = folder / "source/small/zh.md"  # which was known before
    write(small, f"---\nscript: tw2sp\n---\n{small.read_text('utf-8')}")
    assert yubei("find", "感知设备").out == ""


def test_an_import_points_at_earlier_translations(yubei: Yubei, folder: Path) -> None:
    zh = (folder / "source/small/zh.md").read_text("utf-8")
    paragraph = max((line for line in zh.split("\n") if "感知設備" in line), key=len)
    write(folder / "page.txt", f"新的标题\n\n{paragraph}\n\n{paragraph[:-1]}，很好。\n")
    assert yubei("import", "page.txt", "--id", "new").code == 0
    skeleton = (folder / "source/new/en.md").read_text("utf-8")
    assert "Earlier, in small ¶ 2 (not reviewed; source/small/en.md:" in skeleton
    assert "the same Chinese" in skeleton
    assert "{+，很好+}" in skeleton
    assert "sensing devices" in skeleton
    checked = yubei("check", "new")
    assert "untranslated" in checked.out  # what stands in a comment is no translation
    assert "this English stands between" not in checked.out  # nor has anybody written it there
