"""The number cases of ../shared/data, and the list of those we deliberately read differently."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from yubei_pub.model import Quantity
from yubei_pub.quantities import chinese, english

DATA = Path(__file__).parents[2] / "shared" / "data" / "quantities"
KNOWN = Path(__file__).parent / "known_differences.txt"
# The share of cases that must come out as given: the figures this project has set itself.
SETS = [
    ("chinese-number", chinese.find, "", 0.97),
    ("chinese-ordinal", chinese.find, "ordinal", 0.97),
    ("chinese-percent", chinese.find, "percent", 0.97),
    ("english-number", english.find, "", 0.95),
    ("english-percent", english.find, "percent", 0.95),
]


def known(name: str) -> dict[int, str]:
    """The differing cases of a file with their reasons."""
    lines = [line.split(maxsplit=2) for line in KNOWN.read_text(encoding="utf-8").splitlines() if line[:1] != "#"]
    return {int(number): reason for file, number, reason in lines if file == name}


def expected(value: str) -> float:
    return float(value[:-1]) / 100 if value.endswith("%") else float(value)


def reads(find: Callable[[str], Iterator[Quantity]], kind: str, case: dict[str, list[dict[str, str]] | str]) -> bool:
    """Whether the values are those of the case, in order; a range has no value and is not counted."""
    text, wanted = case["input"], case["found"]
    assert isinstance(text, str)
    assert isinstance(wanted, list)
    values = [float(q.value) for q in find(text) if q.value is not None and (not kind or q.kind == kind)]
    return values == pytest.approx([expected(found["value"]) for found in wanted], rel=1e-9)


def test_every_difference_has_a_reason() -> None:
    names = [name for name, *_ in SETS]
    lines = [line for line in KNOWN.read_text(encoding="utf-8").splitlines() if line[:1] != "#"]
    assert lines
    assert all(line.split()[0] in names and len(line.split(maxsplit=2)[2]) > 10 for line in lines)


@pytest.mark.parametrize(("name", "find", "kind", "share"), SETS, ids=[name for name, *_ in SETS])
def test_data(name: str, find: Callable[[str], Iterator[Quantity]], kind: str, share: float) -> None:
    """Exactly the listed cases differ: one more is a fault, one fewer wants its line struck."""
    path = DATA / f"{name}.json"
    if not path.exists():
        print(f"{path.name} is not there: the folder `shared` is not beside this checkout")
        pytest.skip("the folder `shared` is not beside this checkout")
    cases = json.loads(path.read_text(encoding="utf-8"))
    differing = {number for number, case in enumerate(cases) if not reads(find, kind, case)}
    print(f"{name}: {len(cases) - len(differing)} of {len(cases)}")
    assert differing == set(known(name))
    assert len(differing) <= (1 - share) * len(cases)
