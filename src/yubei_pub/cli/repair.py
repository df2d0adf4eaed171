"""`yubei-pub repair`: the repair as a filter, for any text."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from functools import partial
from pathlib import Path, PurePath
from typing import Any, BinaryIO

import click

from yubei_pub import files, pages
from yubei_pub.cli import _records, show_error, told
from yubei_pub.cli._records import Outcome, Way
from yubei_pub.findings import Message, YubeiError
from yubei_pub.pages import text

HELP = """Repair FILES (or standard input) and write the text to standard output, as UTF-8.

Each file is one page.  With --jsonl each line is a JSON object whose field --field is a text; all else in the line
stays as it is, and so does a line that is broken.

What is only a guess, or cannot be read by anybody, is listed on standard error with its line and column.
"""

STANDARD_INPUT = Path("-")


@click.command(help=HELP, short_help="Repair files or standard input, which need no project.")
@click.argument("names", nargs=-1, metavar="[FILE]...", type=click.Path(path_type=Path))
@click.option("--simplify", "simplified", is_flag=True, help="Simplify the repaired text (OpenCC t2s).")
@click.option("--jsonl", is_flag=True, help="The input is JSON Lines.")
@click.option("--field", default="text", show_default=True, help="The field of a JSON line that is repaired.")
@click.option("--jobs", type=click.IntRange(1, 256), default=1, show_default=True, help="Work with N processes.")
@click.option("--in-place", is_flag=True, help="Write each text file back instead of to standard output.")
@click.option("--explain", is_flag=True, help="List every edit on standard error: place, rule, before and after.")
@click.pass_obj
def command(start: Path, /, names: tuple[Path, ...], jsonl: bool, jobs: int, in_place: bool, **way: Any) -> None:
    """Text in, repaired text out; what is in doubt is listed.

    Exits with 1 if a line of JSON was broken, with 2 if a file could not be read.
    """
    if in_place and (jsonl or not names or STANDARD_INPUT in names):
        raise click.UsageError("--in-place is for text files; with --jsonl or standard input, redirect the output")
    run = _Run(start, Way(**way), jobs)
    if jsonl:
        run.lines(names or (STANDARD_INPUT,))
    else:
        run.pages(names or (STANDARD_INPUT,), in_place)
    if run.way.explain:
        click.echo(f"{run.edits} edits", err=True)
    raise SystemExit(run.code)


class _Run:
    """One run over the inputs; `code` is what it exits with, `edits` how many were listed."""

    def __init__(self, start: Path, way: Way, jobs: int) -> None:
        self.start, self.way, self.jobs = start, way, jobs
        self.code = 0
        self.edits = 0

    def pages(self, names: Sequence[Path], in_place: bool) -> None:
        """One page after the other, to standard output or back into its file."""
        work = partial(_page, start=self.start, way=self.way, in_place=in_place)
        jobs = 1 if STANDARD_INPUT in names else min(self.jobs, len(names))  # another process has another input
        for outcome in _records.in_order(work, names, jobs):
            self._write(outcome, broken=2)

    def lines(self, names: Iterable[Path]) -> None:
        """The lines of the inputs, a few at a time."""
        work = partial(_records.repaired_lines, way=self.way)
        for outcome in _records.in_order(work, self._batches(names), self.jobs):
            self._write(outcome, broken=1)

    def _batches(self, names: Iterable[Path]) -> Iterator[_records.Lines]:
        for name in names:
            with ExitStack() as stack:
                try:
                    file: BinaryIO = (
                        sys.stdin.buffer
                        if name == STANDARD_INPUT
                        else stack.enter_context((self.start / name).open("rb"))
                    )
                except OSError as error:
                    show_error(YubeiError(files.unread(self.start / name, error), path=name.as_posix()))
                    self.code = 2
                    continue
                yield from _records.batches("standard-input" if name == STANDARD_INPUT else name.as_posix(), file)

    def _write(self, outcome: Outcome, broken: int) -> None:
        sys.stdout.buffer.write(outcome.data)
        sys.stdout.buffer.flush()
        for line in (*outcome.broken, *outcome.doubts, *outcome.explained):
            click.echo(line, err=True)
        self.edits += len(outcome.explained)
        self.code = max(self.code, broken if outcome.broken else 0)


def _page(file: Path, start: Path, way: Way, in_place: bool) -> Outcome:
    """One page, read, repaired and, in place, written."""
    try:
        name, data = _input(start, file)
        if in_place and PurePath(name).suffix.lower() not in text.EXTENSIONS:
            raise YubeiError(Message("only text files are repaired in place"), path=name)
        outcome = _records.page(name, data, way)
        if in_place and not outcome.broken:
            files.write(start / file, outcome.data, file.as_posix())
            return outcome._replace(data=b"")
    except YubeiError as error:
        return Outcome(b"", (told(error),))
    return outcome


def _input(start: Path, file: Path) -> tuple[str, bytes]:
    """A name that says it is text, and the bytes."""
    if file == STANDARD_INPUT:
        return "standard-input.txt", sys.stdin.buffer.read(pages.LARGEST + 1)
    name = file.as_posix()
    known = PurePath(name).suffix.lower() in pages.extensions()
    return name if known else f"{name}.txt", files.read_bytes(start / file, name)
