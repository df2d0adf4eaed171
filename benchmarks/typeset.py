"""How long a build takes beside pandoc, which writes the same text as a Word table, and how it grows.

    make bench-typeset                          # 10,000 pairs and 50,000 rows: half an hour of a loaded machine
    make bench-typeset ARGS="--pairs 1000 --rows 5000"

Everything is measured in one run by both clocks, start-up included: the time that an editor waits, by which the goals
are judged, and that of the processor in the process and those that it started, on which other work on the machine
has less bearing.  pandoc uses one processor; of ours only a first build of long texts uses more.  Of short runs the
median of five counts.  Our modules are compiled before, as pip leaves them in an editor's installation; from a
working tree they may be compiled anew at each start.  pandoc reads a pipe table in GitHub's Markdown, which of its
formats for tables it reads fastest.
"""

from __future__ import annotations

import argparse
import compileall
import math
import os
import statistics
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import NamedTuple

import projects
from projects import Pair

import yubei_pub

PROGRAM = str(Path(sys.executable).with_name("yubei-pub"))
HERE = Path(__file__).parent
FEW = 5  # runs of what takes less than seconds
BRIEFINGS = 200


class Cost(NamedTuple):
    """Seconds by the clock and of the processor; megabytes of memory, of several processes those of the largest."""

    elapsed: float
    processor: float
    memory: float

    def __str__(self) -> str:
        digits = 1 if self.elapsed > 2 else 2
        return f"{self.elapsed:.{digits}f} s ({self.processor:.{digits}f})"


def cost(*command: str, cwd: Path | None = None, runs: int = 1) -> Cost:
    """What a command takes; the median of some runs.  Exit code 1 is one with findings."""
    costs = []
    for _ in range(runs):
        start = perf_counter()
        with subprocess.Popen(command, cwd=cwd, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
            _, status, used = os.wait4(process.pid, 0)
            elapsed = perf_counter() - start
            process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode not in (0, 1):
            raise SystemExit(f"{' '.join(command)} ended with {process.returncode}")
        costs.append(Cost(elapsed, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024))
    return Cost(*(statistics.median(each) for each in zip(*costs, strict=True)))


def pandoc(folder: Path, pairs: list[Pair], runs: int = 1) -> Cost:
    """What pandoc takes for a Word file with a table of the pairs."""
    rows = "".join(f"| {number} | {en} | {zh} |\n" for number, (zh, en) in enumerate(pairs, 1))
    (folder / "table.md").write_text(f"| ¶ | English | 中文 |\n|---|---|---|\n{rows}", "utf-8")
    return cost("pandoc", "table.md", "-f", "gfm", "-o", "table.docx", cwd=folder, runs=runs)


def build(folder: Path, *options: str, runs: int = 1) -> Cost:
    """What a first build takes: nothing is left of one before."""
    costs = []
    for _ in range(runs):
        cost("rm", "-rf", "build", cwd=folder)
        costs.append(cost(PROGRAM, "build", *options, cwd=folder))
    return Cost(*(statistics.median(each) for each in zip(*costs, strict=True)))


def tell(what: str, ours: Cost, theirs: Cost, goal: float | None, more: str = "") -> None:
    """One row of a table in Markdown: how often theirs goes into ours, by the clock and of the processor."""
    elapsed, processor = ours.elapsed / theirs.elapsed, ours.processor / theirs.processor
    wanted = f"at most {goal}×" if goal else ""
    times, of_processor = (f"{ratio:.{3 if elapsed < 0.1 else 2}f}×" for ratio in (elapsed, processor))
    print(f"| {what} | {times} | {wanted} | {of_processor} | {ours} | {theirs} | {more} |", flush=True)


def small(folder: Path) -> None:
    """A briefing as an office has it."""
    pairs = projects.pairs(40, 1_000)
    projects.write(folder, pairs, 1_000)
    table, first = pandoc(folder, pairs, FEW), build(folder, "--format", "docx,md,html", runs=FEW)
    tell("40 paragraphs, 1,000 terms, first build, DOCX + MD + HTML", first, table, 0.8)


def large(folder: Path, count: int) -> None:
    """A briefing of many pairs, at first and after a paragraph was changed."""
    pairs = projects.pairs(count, 10_000)
    projects.write(folder, pairs, 10_000)
    table, first, alone = pandoc(folder, pairs), build(folder), build(folder, "--jobs", "1")
    what = f"{count:,} pairs, 10,000 terms, first build"
    tell(f"{what}, {os.cpu_count()} processors", first, table, 0.5, f"{first.memory:.0f} MB")
    tell(f"{what}, `--jobs 1`", alone, table, None, f"{alone.memory:.0f} MB")
    file = folder / "source/briefing/en.md"
    file.write_text(file.read_text("utf-8").replace(pairs[count // 2].en, "A new sentence."), "utf-8")
    again = cost(PROGRAM, "build", cwd=folder)
    tell("the same after one paragraph changed", again, table, 0.1)
    tell("the same with nothing to do", cost(PROGRAM, "build", cwd=folder), table, None)


def writer(folder: Path, count: int) -> None:
    """The writer alone: what writing adds to making the briefing, at a tenth and at the whole of the rows."""
    pairs = projects.pairs(count, 10_000)
    table = pandoc(folder, pairs)
    some, all_ = (_written(n) for n in (count // 10, count))
    tell(f"{count:,} pairs, DOCX writer alone", all_, table, 0.03)
    exponents = [math.log10(b / a) for a, b in zip(some[:2], all_[:2], strict=True)]
    print("| how its time grows: exponent | {:.2f} | at most 1.1 | {:.2f} | | | |".format(*exponents))
    memory = f"{all_.memory:.0f} MB | {table.memory:.0f} MB"
    print(f"| its memory | {all_.memory / table.memory:.2f}× | at most 0.5× | | {memory} | |", flush=True)


def _written(count: int) -> Cost:
    """Seconds of writing as the process itself takes them; its memory at the end, the briefing included."""
    command = [sys.executable, str(HERE / "writing.py"), str(count)]
    return Cost(*map(float, subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()))


def start(folder: Path) -> None:
    """Start-up, and many briefings of which none has changed."""
    click = cost(sys.executable, "-c", "import click", runs=FEW)
    version = cost(PROGRAM, "--version", runs=FEW)
    tell("`yubei-pub --version` beside `import click`", version, click, 1.5)
    for number in range(BRIEFINGS):
        projects.write(folder, projects.pairs(8, 1_000), 1_000, f"briefing-{number}")
    build(folder)
    nothing = cost(PROGRAM, "build", cwd=folder, runs=FEW)
    what = f"a build with nothing to do, {BRIEFINGS} briefings"
    print(f"| {what} | {nothing.elapsed:.2f} s | at most 0.3 s | {nothing.processor:.2f} s | | | |", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pairs", type=int, default=10_000)
    parser.add_argument("--rows", type=int, default=50_000)
    chosen = parser.parse_args()
    compileall.compile_dir(Path(yubei_pub.__file__).parent, quiet=1)
    print(
        "| | elapsed | goal | processor | ours: elapsed (processor) | pandoc, click | |\n" + "|---" * 7 + "|",
        flush=True,
    )
    for measure in (small, start, lambda f: large(f, chosen.pairs), lambda f: writer(f, chosen.rows)):
        with TemporaryDirectory() as folder:
            measure(Path(folder))


if __name__ == "__main__":
    main()
