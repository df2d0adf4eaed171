"""What `repair` works on: pages, and lines of JSON of which one field is text.

A record goes in as bytes and comes out as bytes with what is to be said about it, so that
several processes can work on records and one can write.
"""

from __future__ import annotations

import json
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from typing import BinaryIO, NamedTuple, TypeVar

from yubei_pub import pages, repairs
from yubei_pub.cli import told
from yubei_pub.cli._terminal import quoted
from yubei_pub.findings import YubeiError
from yubei_pub.patterns import lazy_regex
from yubei_pub.reports import text as report
from yubei_pub.simplify import simplify_text
from yubei_pub.trace import Edit, Source, TracedText

BATCH = 1 << 16  # bytes: a process is given as many lines at once, so that handing over costs little
_MOST = 61  # processes that Windows can wait for at once
_SPACE = lazy_regex(r"[ \t\r\n]*")
_DECODER = json.JSONDecoder()

Task = TypeVar("Task")
Done = TypeVar("Done")


@dataclass(frozen=True)
class Way:
    """How records are repaired: simplified too, every edit listed, and in which field of a JSON line."""

    simplified: bool = False
    explain: bool = False
    field: str = "text"


class Lines(NamedTuple):
    """Some lines of JSON: the name of the input, the number of the first, and their bytes.

    The number is 0 for a piece of a line that is too long.
    """

    name: str
    first: int
    lines: tuple[bytes, ...]


class Outcome(NamedTuple):
    """The bytes to write and, as lines, what could not be done, what is in doubt, and the edits."""

    data: bytes
    broken: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
    explained: tuple[str, ...] = ()


def page(name: str, data: bytes, way: Way) -> Outcome:
    """One repaired page as UTF-8; the message of a YubeiError where it cannot be read."""
    if not data.strip():
        return Outcome(b"")
    try:
        read = pages.read(name, data)
    except YubeiError as error:
        return Outcome(b"", (told(error),))
    text, doubts, explained = _repaired(read.text, way)
    return Outcome(text.encode("utf-8", "replace"), (), (*report.write(read.findings).splitlines(), *doubts), explained)


def batches(name: str, file: BinaryIO) -> Iterator[Lines]:
    """The lines of a file, some at a time; of a line too long to be held, the pieces."""
    number, size = 1, 0
    lines: list[bytes] = []
    while line := file.readline(pages.LARGEST + 1):
        lines.append(line)
        size += len(line)
        too_long = len(line) > pages.LARGEST and not line.endswith(b"\n")
        if size >= BATCH or too_long:
            yield Lines(name, number, tuple(lines))
            number, size = number + len(lines), 0
            lines = []
        if too_long:
            yield from _rest(name, file)
    yield Lines(name, number, tuple(lines))


def _rest(name: str, file: BinaryIO) -> Iterator[Lines]:
    while piece := file.readline(BATCH):
        yield Lines(name, 0, (piece,))
        if piece.endswith(b"\n"):
            return


def repaired_lines(batch: Lines, way: Way) -> Outcome:
    """Lines of JSON with one field repaired; every other byte stays.  A line that is broken stays whole."""
    if not batch.first:
        return Outcome(b"".join(batch.lines))
    done = [_repaired_line(f"{batch.name}:{number}", line, way) for number, line in enumerate(batch.lines, batch.first)]
    return Outcome(
        b"".join(each.data for each in done),
        tuple(line for each in done for line in each.broken),
        tuple(line for each in done for line in each.doubts),
        tuple(line for each in done for line in each.explained),
    )


def in_order(work: Callable[[Task], Done], tasks: Iterable[Task], jobs: int) -> Iterator[Done]:
    """The results in the order of the tasks, by several processes; only a few tasks are in hand at once."""
    if jobs == 1:
        yield from map(work, tasks)
        return
    waiting: deque[Future[Done]] = deque()
    with ProcessPoolExecutor(min(jobs, _MOST), initializer=_leave_interrupts) as pool:
        for task in tasks:
            waiting.append(pool.submit(work, task))
            if len(waiting) > 2 * jobs:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


def _leave_interrupts() -> None:
    """Ctrl-C is for the process that others work for: one that it ends while it holds a lock is waited for for ever."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _repaired_line(where: str, line: bytes, way: Way) -> Outcome:
    """A line with its field repaired, or as it is where that cannot be done."""
    try:
        return _read_and_repaired(where, line, way)
    except (ValueError, RecursionError) as error:
        what = f"not JSON from column {error.pos + 1} on" if isinstance(error, json.JSONDecodeError) else error
        return Outcome(line, (f"{where}: error: {what}; the line is passed through as it is",))


def _read_and_repaired(where: str, line: bytes, way: Way) -> Outcome:
    """ValueError says what is wrong with the line."""
    if not line.strip():
        return Outcome(line)
    if len(line) > pages.LARGEST:
        raise ValueError(f"the line has more than {pages.LARGEST // (1024 * 1024)} MB")
    try:
        text = line.decode("utf-8")
    except UnicodeDecodeError:
        raise ValueError("the line is not UTF-8") from None
    span = _field(text, way.field)
    if span is None:
        return Outcome(line)
    start, end, value = span
    repaired, doubts, explained = _repaired(TracedText.of(Source(where, value)), way)
    if repaired == value:
        return Outcome(line, (), doubts, explained)
    written = json.dumps(repaired, ensure_ascii=text[start:end].isascii())  # \\u… stays \\u…
    return Outcome((text[:start] + written + text[end:]).encode("utf-8"), (), doubts, explained)


def _field(text: str, name: str) -> tuple[int, int, str] | None:
    """Where the value of a field stands in a JSON object, and the value; None if it is null."""
    at = _blank(text, 1 if text.startswith("\ufeff") else 0)
    if text[at : at + 1] != "{":
        raise ValueError("the line is not a JSON object")
    found: tuple[int, int, object] | None = None
    at = _blank(text, at + 1)
    more = text[at : at + 1] != "}"
    while more:
        if text[at : at + 1] != '"':
            raise ValueError(f"not JSON from column {at + 1} on")
        key, at = _DECODER.raw_decode(text, at)
        at = _blank(text, at)
        if text[at : at + 1] != ":":
            raise ValueError(f"not JSON from column {at + 1} on")
        start = _blank(text, at + 1)
        value, end = _DECODER.raw_decode(text, start)
        if key == name:
            found = (start, end, value)  # of two, the last counts, as everywhere
        at = _blank(text, end)
        more = text[at : at + 1] == ","
        at = _blank(text, at + 1) if more else at
    if text[at : at + 1] != "}" or _blank(text, at + 1) != len(text):
        raise ValueError(f"not JSON from column {at + 1} on")
    return _string(found, name)


def _string(found: tuple[int, int, object] | None, name: str) -> tuple[int, int, str] | None:
    if found is None:
        raise ValueError(f"there is no field “{name}”")
    start, end, value = found
    if value is None:
        return None
    if not isinstance(value, str):
        raise ValueError(f"the field “{name}” is not a text")
    return start, end, value


def _blank(text: str, at: int) -> int:
    match = _SPACE.match(text, at)
    return match.end() if match else at


def _repaired(text: TracedText, way: Way) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    repaired = repairs.repair(text.text)
    doubts = report.write(list(repairs.doubts(text, repaired)))
    explained = tuple(_line(text, edit) for edit in repaired.edits) if way.explain else ()
    written = simplify_text(repaired.text) if way.simplified else repaired.text
    return written, tuple(doubts.splitlines()), explained


def _line(text: TracedText, edit: Edit) -> str:
    """`page.txt:1:2: pinyin: "(dāng)" → ""`."""
    line, column = text.locate(edit.start)
    before, after = quoted(text.text[edit.start : edit.end]), quoted(edit.replacement)
    unsure = "" if edit.certain else " (uncertain)"
    return f"{text.source.path}:{line}:{column}: {edit.rule}: {before} → {after}{unsure}"
