"""How many number cases are read as given, and whether finding is lazy and linear.

    make bench-quantities

Those of ../shared/data are half of the cases that microsoft/Recognizers-Text tests its Chinese and English readers
with; those of tests/cases/values were written here, in their style: `open` ones that the readers were mended by, and
`sealed` ones that were not looked at meanwhile; `fresh` and `third` to `tenth` ones came when all was done.
Each difference is printed with its reason, from tests/known_differences.txt; one without a reason is a fault.
Then texts of one piece said over and over, ten times as long each: linear is about ten times as much.
"""

from __future__ import annotations

import json
import statistics
import time
from collections.abc import Callable, Iterator
from math import isclose
from pathlib import Path
from typing import NamedTuple

from yubei_pub.beads import Quantity
from yubei_pub.quantities import chinese, english

ROOT = Path(__file__).parents[1]
DATA = ROOT.parent / "shared" / "data" / "quantities"
KNOWN = ROOT / "tests" / "known_differences.txt"
WRITTEN = sorted((ROOT / "tests" / "cases" / "values").glob("*.txt"))
SIZES = (5_000, 50_000)  # characters
RUNS = 3  # of which the median is printed

Find = Callable[[str], Iterator[Quantity]]
Case = dict[str, str | list[dict[str, str]]]


class Measure(NamedTuple):
    """A file of cases, who reads it, the kind that it is about (all if empty) and the share this project wants."""

    name: str
    find: Find
    kind: str
    goal: float


MEASURES = (
    Measure("chinese-number", chinese.find, "", 0.97),
    Measure("chinese-ordinal", chinese.find, "ordinal", 0.97),
    Measure("chinese-percent", chinese.find, "percent", 0.97),
    Measure("english-number", english.find, "", 0.95),
    Measure("english-percent", english.find, "percent", 0.95),
)
PIECES = {
    "chinese": (
        chinese.find,
        ("1", "一", "百", "第", "5万", "三又", "1/", "1,", "百分之", "7月", "1 ", "111 ", "、5", "，", "a@"),
    ),
    "english": (
        english.find,
        ("1", "one hundred ", "1,", "and ", "half ", "1/", "July ", "tens of ", "1 ", "a third ", "word ", "a@"),
    ),
}


def written(file: Path) -> Iterator[tuple[str, str, str]]:
    """The texts of a file of tests/cases/values, the values wanted and those read: `5 30% 3..5`, or `-` for none."""
    text, _, expected = file.read_text(encoding="utf-8").partition("\n---\n")
    find = chinese.find if file.stem.startswith("zh") else english.find
    given = [case for line in text.split("\n") for case in line.split(" | ")]
    for case, line in zip(given, expected.splitlines(), strict=True):
        yield case, line.removeprefix(f"{case} | "), " ".join(map(_said, find(case))) or "-"


def _said(quantity: Quantity) -> str:
    times, sign = (100, "%") if quantity.kind == "percent" else (1, "")
    ends = (quantity.low, quantity.high) if quantity.value is None else (quantity.value,)
    return "..".join(f"{float(end or 0) * times:.12g}" for end in ends) + sign


def cases(measure: Measure) -> list[Case]:
    """The cases of a file; an OSError where `shared` is not beside the checkout."""
    found: list[Case] = json.loads((DATA / f"{measure.name}.json").read_text(encoding="utf-8"))
    return found


def known(name: str) -> dict[int, str]:
    """The differing cases of a file, by number, with their reasons."""
    lines = [line.split(maxsplit=2) for line in KNOWN.read_text(encoding="utf-8").splitlines() if line[:1] != "#"]
    return {int(number): reason for file, number, reason in lines if file == name}


def agrees(measure: Measure, case: Case) -> bool:
    """Whether the values are those of the case, in order; a range has no value and is not counted."""
    text, wanted = case["input"], case["found"]
    assert isinstance(text, str)
    assert isinstance(wanted, list)
    values = [float(q.value) for q in measure.find(text) if q.value is not None and measure.kind in ("", q.kind)]
    given = [_value(found["value"]) for found in wanted]
    return len(values) == len(given) and all(
        isclose(one, other, rel_tol=1e-9, abs_tol=1e-12) for one, other in zip(values, given, strict=True)
    )


def differing(measure: Measure) -> set[int]:
    """The numbers of the cases that are read otherwise."""
    return {number for number, case in enumerate(cases(measure)) if not agrees(measure, case)}


def _value(written: str) -> float:
    return float(written[:-1]) / 100 if written.endswith("%") else float(written)


def seconds(find: Find, text: str) -> tuple[float, float]:
    """How long the first quantity and all of them take: medians."""
    runs = [_timed(find, text) for _ in range(RUNS)]
    return statistics.median(first for first, _ in runs), statistics.median(all_ for _, all_ in runs)


def _timed(find: Find, text: str) -> tuple[float, float]:
    begun = time.perf_counter()
    found = find(text)
    next(found, None)
    first = time.perf_counter() - begun
    for _ in found:
        pass
    return first, time.perf_counter() - begun


def main() -> None:
    """Print both tables."""
    for measure in MEASURES:
        wrong, reasons = differing(measure), known(measure.name)
        total = len(cases(measure))
        print(
            f"{measure.name}: {total - len(wrong)} of {total}, {1 - len(wrong) / total:.1%} (goal {measure.goal:.0%})"
        )
        for number in sorted(wrong):
            print(f"    {number}: {reasons.get(number, 'NO REASON GIVEN')}")
    for file in WRITTEN:
        read = list(written(file))
        others = [f"    {text!r} is {wanted}, read as {said}" for text, wanted, said in read if wanted != said]
        right = len(read) - len(others)
        print(f"{file.stem}: {right} of {len(read)}, {right / len(read):.1%}", *others, sep="\n")
    print(f"\n{SIZES[1]:,} characters of one piece, times as long as {SIZES[0]:,}; microseconds a character; the first")
    for language, (find, pieces) in PIECES.items():
        for piece in pieces:
            _, short = seconds(find, piece * (SIZES[0] // len(piece)))
            first, long = seconds(find, piece * (SIZES[1] // len(piece)))
            print(f"{language} {piece!r:15} {long / short:5.1f}×  {long / SIZES[1] * 1e6:7.2f} µs  {first / long:8.2%}")


if __name__ == "__main__":
    main()
