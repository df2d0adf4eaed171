"""The simulator of the damage in benchmarks/: it agrees with the shared one, and makes the real page of its repair."""

from __future__ import annotations

import importlib.util
import random
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yubei_pub import repairs
from yubei_pub.repairs import _model, _seam, _table, pinyin
from yubei_pub.repairs._edits import applied

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"
PAGE = SHARED / "pages" / "yubei-2024-07-10.txt"
DAMAGE = SHARED / "tools" / "damage.py"


def module(path: Path, name: str) -> ModuleType:
    if not path.exists():
        pytest.skip(f"{path} is not there")
    spec = importlib.util.spec_from_file_location(name, path)
    assert spec is not None
    assert spec.loader is not None
    found = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(found)
    return found


OURS = module(ROOT / "benchmarks" / "damage.py", "our_damage")

KNOWN = sorted(_table.universal().readings)
# Whatever a page holds: Chinese of GBK, marks whose bytes meet, ASCII, and what GBK does not have.
CHARS = st.sampled_from([*KNOWN, *"，。！？：“”《》、—…校科啊会國", *"a1,.:?!(<>\n |@_"]) | st.characters(
    codec="gbk", exclude_categories=["Cs"]
)
TABLES = st.lists(st.sampled_from(KNOWN), min_size=1, max_size=300, unique=True).map(
    lambda chars: {char: _table.universal().readings[char][0] for char in chars}
)


@given(st.text(CHARS, max_size=60), TABLES, st.booleans())
def test_agrees_with_the_shared_simulator(text: str, table: dict[str, str], split: bool) -> None:
    theirs = module(DAMAGE, "shared_damage")
    assert OURS.damage(text, table, split) == theirs.damage(text, table, split)


@pytest.mark.parametrize("number", range(30))
def test_agrees_where_seams_are_many(number: int) -> None:
    """A text out of the characters of a table of 300 and of their neighbours in GBK."""
    theirs = module(DAMAGE, "shared_damage")
    rng = random.Random(number)
    table = {char: _table.universal().readings[char][0] for char in rng.sample(KNOWN, 300)}
    text = "".join(rng.choices([*table, *KNOWN[:400], *"，。！？“”校科", "\n", "9", "A"], k=4000))
    for split in (False, True):
        damaged = OURS.damage(text, table, split)
        assert damaged == theirs.damage(text, table, split)
        assert damaged != OURS.lossless(text, table)
        ours = _table.Table({char: (reading,) for char, reading in table.items()}).pairs
        assert _seam.damaged(text, ours, split) == damaged


def test_makes_the_real_page_of_its_repair() -> None:
    if not PAGE.exists():
        pytest.skip(f"{PAGE} is not there")
    # Browsers make a no-break space of `&nbsp;`: the bytes that were damaged held the entity.
    page = PAGE.read_bytes().decode("utf-8").replace("\xa0", "&nbsp;")
    table = {char: readings[0] for char, readings in _table.page_table(_table.Sites(page)).readings.items()}
    assert OURS.damage(applied(page, list(pinyin.edits(page))), table) == page


def test_a_table_is_the_same_for_the_same_seed() -> None:
    first = OURS.table(KNOWN, lambda char: char, 70, 1)
    assert first == OURS.table(KNOWN, lambda char: char, 70, 1)
    assert first != OURS.table(KNOWN, lambda char: char, 70, 2)
    assert len(first) == 70
    assert set(first) <= set(KNOWN[:140])


# Written for these tests: what a mirror destroys in them is not known from the bytes alone.
LINES = """\
學校與院校、企業合作，發展專業，國際會議很多。
他說：“國際會議很好。”學會發展了。
國家調查報告揭曉，每個人都知道，每個民族都有代表。
設備和數據總是不夠，問題還是老問題，無法解決。
這個公園執行新的規定，為了學生，也為了長輩。
""".splitlines()


@pytest.mark.parametrize("split", [False, True])
@pytest.mark.parametrize("number", range(25))
def test_repaired_damage_is_right_or_marked_or_left_and_stays(number: int, split: bool) -> None:
    everyday = sorted(char for char in set("".join(LINES)) if char in _table.universal().readings)
    others = random.Random(number).sample(sorted(_table.universal().everyday), 40)
    table = {char: _table.universal().readings[char][0] for char in [*everyday[number % 3 :: 2], *others]}
    page = "\n".join(random.Random(number).sample(LINES, len(LINES)))
    damaged = OURS.damage(page, table, split)
    repaired = repairs.repair(damaged)
    assert repairs.repair(repaired.text).text == repaired.text
    certain = [edit for edit in repaired.edits if edit.certain and edit.rule == "pinyin" and edit.replacement]
    clean = repairs.repair(page).text
    assert all(edit.replacement in clean for edit in certain)
    guessed = {damaged.count("\n", 0, edit.start) for edit in repaired.edits if not edit.certain}
    for at, line in enumerate(repaired.text.split("\n")):
        assert line in clean or "?" in line or at in guessed


def test_a_page_whose_bytes_decide_needs_no_model(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_model.Model, "__init__", lambda *_: pytest.fail("the model was read"))
    _model.model.cache_clear()
    assert repairs.repair("東亞各國?").text == "東亞各國？"
    assert repairs.repair("歐亞?wèn)|部").text == "歐亞東部"
    _model.model.cache_clear()


def test_the_model_is_smaller_than_a_megabyte() -> None:
    assert (ROOT / "src" / "yubei_pub" / "data" / "characters.model").stat().st_size < 1_000_000
