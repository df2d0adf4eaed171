"""The simulator of the damage in benchmarks/: it agrees with the shared one, and makes the real page of its repair."""

from __future__ import annotations

import importlib.util
import random
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yubei_pub.repairs import _seam, _table, pinyin
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
        ours = {_table.gbk(char): reading for char, reading in table.items()}
        assert _seam.damaged(text, ours, split) == damaged


def test_makes_the_real_page_of_its_repair() -> None:
    if not PAGE.exists():
        pytest.skip(f"{PAGE} is not there")
    # Browsers make a no-break space of `&nbsp;`: the bytes that were damaged held the entity.
    page = PAGE.read_bytes().decode("utf-8").replace("\xa0", "&nbsp;")
    table = {char: readings[0] for char, readings in _table.page_table(page).readings.items()}
    assert OURS.damage(applied(page, list(pinyin.edits(page))), table) == page


def test_a_table_is_the_same_for_the_same_seed() -> None:
    first = OURS.table(KNOWN, lambda char: char, 70, 1)
    assert first == OURS.table(KNOWN, lambda char: char, 70, 1)
    assert first != OURS.table(KNOWN, lambda char: char, 70, 2)
    assert len(first) == 70
    assert set(first) <= set(KNOWN[:140])
