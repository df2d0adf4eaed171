"""The number cases of ../shared/data and of cases/values, and the list of those that are read differently."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

PATH = Path(__file__).parents[1] / "benchmarks" / "quantities.py"
spec = importlib.util.spec_from_file_location("bench_quantities", PATH)
assert spec
assert spec.loader
bench = importlib.util.module_from_spec(spec)
spec.loader.exec_module(bench)


def test_every_difference_has_a_reason() -> None:
    files = [measure.name for measure in bench.MEASURES] + [file.stem for file in bench.WRITTEN]
    reasons = [reason for name in files for reason in bench.known(name).values()]
    lines = [line for line in bench.KNOWN.read_text(encoding="utf-8").splitlines() if line[:1] != "#"]
    assert len(reasons) == len(lines) > 0
    assert all(len(reason) > 10 for reason in reasons)


@pytest.mark.parametrize("file", bench.WRITTEN, ids=lambda file: str(file.stem))
def test_written(file: Path) -> None:
    """Exactly the listed cases of those written here differ."""
    read = list(bench.written(file))
    assert {number for number, (_, wanted, said) in enumerate(read) if wanted != said} == set(bench.known(file.stem))
    assert len(read) >= 40


@pytest.mark.parametrize("measure", bench.MEASURES, ids=lambda measure: str(measure.name))
def test_data(measure: tuple[str, ...]) -> None:
    """Exactly the listed cases differ: one more is a fault, one fewer wants its line struck."""
    if not bench.DATA.exists():
        print("the folder `shared` is not beside this checkout")
        pytest.skip("the folder `shared` is not beside this checkout")
    name, _, _, goal = measure
    differing, total = bench.differing(measure), len(bench.cases(measure))
    print(f"{name}: {total - len(differing)} of {total}")
    assert differing == set(bench.known(name))
    assert len(differing) <= (1 - float(goal)) * total
