"""How long a build takes beside pandoc, which writes the same text as a Word table, and how it grows.

    make bench-typeset                          # 10,000 pairs and 50,000 rows: half an hour of a loaded machine
    make bench-typeset ARGS="--pairs 1000 --rows 5000"

Everything is measured in one run as the processor time of the whole process, start-up included, so that other work on
the machine does not count; of short ones the median of five.  Our modules are compiled before, as pip leaves them in
an editor's installation; from a working tree they may be compiled anew at each start.  pandoc reads a pipe table in
GitHub's Markdown, which of its formats for tables it reads fastest.
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
from typing import NamedTuple

import projects
from projects import Pair

import yubei_pub

PROGRAM = str(Path(sys.executable).with_name("yubei-pub"))
HERE = Path(__file__).parent
FEW = 5  # runs of what takes less than seconds
BRIEFINGS = 200


class Cost(NamedTuple):
    """Seconds of the processor and megabytes of memory of a process."""

    seconds: float
    memory: float


def cost(*command: str, cwd: Path | None = None, runs: int = 1) -> Cost:
    """What a command takes; the median of some runs.  Exit code 1 is one with findings."""
    costs = []
    for _ in range(runs):
        with subprocess.Popen(command, cwd=cwd, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
            _, status, used = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode not in (0, 1):
            raise SystemExit(f"{' '.join(command)} ended with {process.returncode}")
        costs.append(Cost(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024))
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


def tell(what: str, figure: float, goal: float, more: str) -> None:
    """One row of a table in Markdown."""
    print(f"| {what} | {figure:.2f}× | at most {goal}× | {more} |", flush=True)


def small(folder: Path) -> None:
    """A briefing as an office has it."""
    pairs = projects.pairs(40, 1_000)
    projects.write(folder, pairs, 1_000)
    table, first = pandoc(folder, pairs, FEW), build(folder, "--format", "docx,md,html", runs=FEW)
    more = f"{first.seconds:.2f} s, pandoc {table.seconds:.2f} s"
    tell("40 paragraphs, 1,000 terms, first build, DOCX + MD + HTML", first.seconds / table.seconds, 0.8, more)


def large(folder: Path, count: int) -> None:
    """A briefing of many pairs, at first and after a paragraph was changed."""
    pairs = projects.pairs(count, 10_000)
    projects.write(folder, pairs, 10_000)
    table, first = pandoc(folder, pairs), build(folder)
    more = f"{first.seconds:.1f} s, pandoc {table.seconds:.1f} s; {first.memory:.0f} MB"
    tell(f"{count:,} pairs, 10,000 terms, first build", first.seconds / table.seconds, 0.5, more)
    file = folder / "source/briefing/en.md"
    file.write_text(file.read_text("utf-8").replace(pairs[count // 2].en, "A new sentence."), "utf-8")
    again = cost(PROGRAM, "build", cwd=folder)
    tell("the same after one paragraph changed", again.seconds / table.seconds, 0.1, f"{again.seconds:.1f} s")
    nothing = cost(PROGRAM, "build", cwd=folder)
    print(f"| the same with nothing to do | {nothing.seconds / table.seconds:.2f}× | | {nothing.seconds:.2f} s |")


def writer(folder: Path, count: int) -> None:
    """The writer alone: what writing adds to making the briefing, at a tenth and at the whole of the rows."""
    pairs = projects.pairs(count, 10_000)
    table = pandoc(folder, pairs)
    some, all_ = (_written(n) for n in (count // 10, count))
    more = f"{all_.seconds:.2f} s, pandoc {table.seconds:.1f} s"
    tell(f"{count:,} pairs, DOCX writer alone", all_.seconds / table.seconds, 0.03, more)
    print(f"| how its time grows: exponent | {math.log10(all_.seconds / some.seconds):.2f} | at most 1.1 | |")
    tell("its memory", all_.memory / table.memory, 0.5, f"{all_.memory:.0f} MB, pandoc {table.memory:.0f} MB")


def _written(count: int) -> Cost:
    """Seconds of writing as the process itself takes them; its memory at the end, the briefing included."""
    command = [sys.executable, str(HERE / "writing.py"), str(count)]
    seconds, memory = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
    return Cost(float(seconds), float(memory))


def start(folder: Path) -> None:
    """Start-up, and many briefings of which none has changed."""
    click = cost(sys.executable, "-c", "import click", runs=FEW)
    version = cost(PROGRAM, "--version", runs=FEW)
    more = f"{version.seconds * 1000:.0f} ms, import click {click.seconds * 1000:.0f} ms"
    tell("`yubei-pub --version` beside `import click`", version.seconds / click.seconds, 1.5, more)
    for number in range(BRIEFINGS):
        projects.write(folder, projects.pairs(8, 1_000), 1_000, f"briefing-{number}")
    build(folder)
    nothing = cost(PROGRAM, "build", cwd=folder, runs=FEW)
    print(
        f"| a build with nothing to do, {BRIEFINGS} briefings | {nothing.seconds:.2f} s | at most 0.3 s | |", flush=True
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pairs", type=int, default=10_000)
    parser.add_argument("--rows", type=int, default=50_000)
    chosen = parser.parse_args()
    compileall.compile_dir(Path(yubei_pub.__file__).parent, quiet=1)
    print("| | measured | goal | |\n|---|---|---|---|", flush=True)
    for measure in (small, start, lambda f: large(f, chosen.pairs), lambda f: writer(f, chosen.rows)):
        with TemporaryDirectory() as folder:
            measure(Path(folder))


if __name__ == "__main__":
    main()
