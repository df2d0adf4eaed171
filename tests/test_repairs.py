"""The repairs: cases, the laws of edits, the mechanism of the damage, and the real page."""

from __future__ import annotations

import importlib.util
import random
import re
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yubei_pub import repairs
from yubei_pub.repairs import _lattice, _seam, _table, pinyin
from yubei_pub.repairs._edits import composed
from yubei_pub.repairs._model import model
from yubei_pub.repairs._page import Page
from yubei_pub.simplify import simplify_text
from yubei_pub.trace import Edit, Source, TracedText

SHARED = Path(__file__).parents[2] / "shared"
PAGE = SHARED / "pages" / "yubei-2024-07-10.txt"
EXPECTED = SHARED / "pages" / "yubei-2024-07-10.expected.zh.md"
DAMAGE = SHARED / "tools" / "damage.py"
FOLDER = Path(__file__).parent / "cases" / "repairs"
CASES = sorted(FOLDER.glob("*.txt"))
FALSE_ALARMS = sorted(FOLDER.glob("false_alarms/*.txt"))
KNOWN_FAILURES = sorted(FOLDER.glob("known_failures/*.txt"))

# Written for this test: Traditional as a mirror makes it, half-width punctuation, figures, Latin.
SENTENCES = """\
東亞各國的經濟專家認為,這個問題應當從長計議,還須聽取居民的意見。
會議討論了2024年的規劃:新建公園12個,改造舊樓300多棟,投資1,200萬元。
學校門前的馬路變寬了,車輛不再擁堵,孩子們過馬路更安全。
咨詢如何成為志願者的人很多,報名點設在圖書館(二樓),從9:30開始。
重擔從基層肩上卸下來,幹部有時間走訪群眾,發現問題當場解決。
這項技術讓機器運轉更穩,APP上還能查詢維修記錄,質量問題減少了50%。
醫院與養老院聯合辦公,老人看病不用來回跑,護士還會上門服務。
環境監測數據顯示,湖水變清,魚類種數增加,岸邊樹木長勢良好。
""".splitlines()


def apply(text: str, edits: tuple[Edit, ...]) -> str:
    pieces, at = [], 0
    for edit in edits:
        assert at <= edit.start <= edit.end <= len(text)
        pieces += [text[at : edit.start], edit.replacement]
        at = edit.end
    return "".join(pieces) + text[at:]


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_case(path: Path) -> None:
    damaged, expected = path.read_text("utf-8").removesuffix("\n").split("\n---\n")
    repaired = repairs.repair(damaged)
    assert repaired.text == expected
    assert apply(damaged, repaired.edits) == expected
    assert any(not edit.certain for edit in repaired.edits) == path.stem.startswith("guess-")


@pytest.mark.parametrize("path", FALSE_ALARMS, ids=lambda path: path.stem)
def test_what_an_author_wrote_stays(path: Path) -> None:
    text = path.read_text("utf-8")
    assert repairs.repair(text).text == text


@pytest.mark.parametrize("path", KNOWN_FAILURES, ids=lambda path: path.stem)
def test_known_failure(path: Path, request: pytest.FixtureRequest) -> None:
    reason, damaged, expected = path.read_text("utf-8").removesuffix("\n").split("\n---\n")
    request.applymarker(pytest.mark.xfail(reason=reason, strict=True))
    assert repairs.repair(damaged).text == expected


@pytest.mark.parametrize(
    ("damaged", "expected"),
    [
        ("甲\r\n乙\r丙\u2028丁\x0c戊\n", "甲\n乙\n丙\n丁\n戊\n"),
        ("\ufeff重\u200b慶\ufeff市\x00\x02", "重慶市"),
        ("會\u200d議\u202e", "會議"),
        ("會\u200b(huì)議(yì)", "會議"),
        ("\U0001f468\u200d\U0001f469\ttab", "\U0001f468\u200d\U0001f469\ttab"),
        ("\ud800a\ufffe", "a"),
    ],
)
def test_characters_nobody_sees(damaged: str, expected: str) -> None:
    assert repairs.repair(damaged).text == expected


def test_one_usual_reading_in_a_long_text_is_the_author_s() -> None:
    line = "本站說明：國(guó)字在下文不再注音。\n"
    assert repairs.repair(line).text == line.replace("(guó)", "")
    long = line + "下文很長，也沒有注音。\n" * 100
    assert repairs.repair(long).text == long


@pytest.mark.parametrize("name", repairs.REPAIRS)
def test_every_repair_has_its_manual(name: str) -> None:
    manual = repairs.manual(name)
    assert "\nBad: " in manual
    assert "\nGood: " in manual


# Texts out of the pieces that damage is made of.
PIECES = [
    "會",
    "(huì)",
    "長",
    "(zhǎng)",
    "(cháng)",
    "亞",
    "?wèn)",
    "?",
    "|",
    "東",
    "詢",
    "?nèi)",
    "绾",
    "纬",
    "蔀",
    "?wéi)",
]
PIECES += [
    "家(jiā)",
    "(",
    ")",
    "（",
    "）",
    ",",
    ":",
    "!",
    "“",
    "”",
    "a",
    "1",
    " ",
    "\n",
    "\r",
    "\u200b",
    ".jpg",
    "//",
    "@",
    "`",
]


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join) | st.text())
def test_edits_give_the_text_and_nothing_is_left(text: str) -> None:
    repaired = repairs.repair(text)
    assert apply(text, repaired.edits) == repaired.text
    assert repairs.repair(repaired.text).text == repaired.text
    traced = repairs.repair_traced(TracedText.of(Source("page.txt", text)))
    assert traced.text == repaired.text
    origins = [traced.origin(index) for index in range(len(traced) + 1)]
    assert origins == sorted(origins)


@given(st.text("abc", max_size=12), st.data())
def test_edits_on_edits(text: str, data: st.DataObject) -> None:
    """Three lists of edits, one after the other, are one list on the original."""
    edited = text
    done: tuple[Edit, ...] = ()
    for _ in range(3):
        cuts = sorted(data.draw(st.sets(st.integers(0, len(edited)), max_size=8)))
        edits = [
            Edit(start, end, data.draw(st.text("xyz", max_size=3)), "rule")
            for start, end in zip(cuts[::2], cuts[1::2], strict=False)
        ]
        edited, done = apply(edited, tuple(edits)), tuple(composed(text, done, edits))
    assert apply(text, done) == edited


def test_a_repaired_guess_stays_a_guess() -> None:
    guess, later = Edit(0, 2, "xy", "a", certain=False), Edit(1, 3, "z", "b")
    assert composed("abc", [guess], [later]) == [Edit(0, 3, "xz", "b", certain=False)]


@pytest.mark.parametrize(
    ("shown", "in_step"),
    [
        ("去年年底在塔什干", True),
        ("姨峁┝巳?", False),  # 提供了全, from its second byte to the first of the next
        ("年，", None),  # one pair is too little
        ("去5", True),  # no character ends with a figure
        ("罰(", None),  # what stands behind may be a reading
        ("重要", True),  # read out of step, it has a character of the table, which would have been annotated
    ],
)
def test_what_is_shown_tells_whether_the_bytes_are_in_step(shown: str, in_step: bool | None) -> None:
    table = _table.Table({"匾": ("biǎn",)})
    told = Page(_table.Sites(f"國家?{shown}"), table, model()).told(3)
    assert in_step is (None if abs(told) < _lattice.TOLD else told > 0)


def test_a_bracket_is_lost_only_before_one_that_closes_it() -> None:
    def marks(line: str) -> str:
        text = f"會(huì)議(上午)在重慶?{line}\n"
        page = Page(_table.Sites(text), _table.Table({}), model())
        return "".join(page.ascii_before(text.index("?") + 1).by_char)

    assert "(" in marks("第一次)召開。")
    assert "(" not in marks("第一次會(huì)議，獎?jù)薄(見下文)。")


@pytest.mark.parametrize(("between", "certain"), [("，", False), ("2，", True), ("。\n", True)])
def test_what_is_read_in_step_with_a_guess_is_a_guess(between: str, certain: bool) -> None:
    """Up to the next ASCII character of the page the bytes are in step only if the guess is right."""
    text = f"設計?yīng)娫挾悇?wù)預警樞(shū)紐{between}雷亞?wèn)|攝"
    guess, _, later = repairs.repair(text).edits
    assert (guess.replacement, guess.certain) == ("電話稅務", False)
    assert (later.replacement, later.certain) == ("東", certain)


def tables() -> list[dict[str, str]]:
    """Tables as mirrors use them, of characters that the sentences hold and others."""
    known = _table.universal()
    used = sorted({char for char in "".join(SENTENCES) if char in known.everyday})
    found = []
    for seed in range(40):
        chosen = random.Random(seed).sample(used, 25) + random.Random(seed).sample(sorted(known.everyday), 50)
        found.append({char: known.readings[char][0] for char in chosen})
    return found


@pytest.mark.parametrize("lost", [_seam.PAIR_LOST, _seam.PAIR_DROPPED])
@pytest.mark.parametrize("number", range(40))
def test_damage_is_undone_or_left(number: int, lost: str) -> None:
    """Whatever the table, a line comes back as it was or keeps a question mark that was not there."""
    table = {_table.gbk(char): reading for char, reading in tables()[number].items()}
    damaged = "\n".join(_seam.damaged(line, table, lost=lost) for line in SENTENCES)
    repaired = repairs.repair(damaged)
    expected = repairs.repair("\n".join(SENTENCES)).text.split("\n")
    undone = 0
    for line, wanted in zip(repaired.text.split("\n"), expected, strict=True):
        assert line == wanted or line.count("?") > wanted.count("?"), (line, wanted)
        undone += line == wanted
    assert undone >= len(SENTENCES) - 1


def simulator() -> ModuleType:
    if not DAMAGE.exists():
        pytest.skip(f"{DAMAGE} is not there")
    spec = importlib.util.spec_from_file_location("damage", DAMAGE)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("number", range(40))
def test_the_mechanism_agrees_with_the_shared_one(number: int) -> None:
    table = tables()[number]
    ours = {_table.gbk(char): reading for char, reading in table.items()}
    text = "".join(SENTENCES)
    assert _seam.damaged(text, ours) == simulator().damage(text, table)


def test_the_real_page() -> None:
    if not PAGE.exists():
        pytest.skip(f"{PAGE} is not there")
    page = PAGE.read_bytes().decode("utf-8")
    repaired = repairs.repair(page)
    lines = repaired.text.split("\n")
    simplified = simplify_text(repaired.text).split("\n")
    at = 0
    for line in filter(None, EXPECTED.read_text("utf-8").split("\n")):
        figure = re.fullmatch(r"!\[(.*)\]\((.*)\)", line)
        if figure:
            at = lines.index(figure[2], at)
        at = simplified.index(figure[1] if figure else re.sub("^#+ ", "", line), at)
    assert "?" not in repaired.text
    assert not re.search(rf"\({_table.READING}\)", repaired.text)
    assert all(edit.certain for edit in repaired.edits)
    assert sum(edit.rule == "pinyin" for edit in repaired.edits) == len(re.findall(rf"{_table.READING}\)", page))


def test_the_real_page_damaged_again_is_the_page() -> None:
    if not PAGE.exists():
        pytest.skip(f"{PAGE} is not there")
    # Browsers make a no-break space of `&nbsp;`: the bytes that were damaged held the entity.
    page = PAGE.read_bytes().decode("utf-8").replace("\xa0", "&nbsp;")
    table = {_table.gbk(char): readings[0] for char, readings in _table.page_table(_table.Sites(page)).readings.items()}
    assert len(table) == 70
    before = apply(page, tuple(pinyin.edits(page)))
    assert before.count("雷亞東") == 2
    assert _seam.damaged(before, table) == page
