"""Text that knows where every character came from.

A `TracedText` is a string with *runs*: each run says which stretch of the source file a stretch of the text stands for,
and which rule put it there.  Positions travel with the text through repair, markup removal and simplification, so
nobody ever searches for them again (compare the alignments of HuggingFace's `NormalizedString`).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256
from operator import attrgetter
from typing import NamedTuple


class Position(NamedTuple):
    """A place in a file: line and column, both 1-based, columns in Unicode code points."""

    line: int
    column: int


@dataclass(frozen=True)
class Source:
    """The text of a file with the path it is known by (relative to the project, `/` between parts)."""

    path: str
    text: str = field(repr=False)

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(found.end() for found in re.finditer("\n", self.text))]

    @cached_property
    def digest(self) -> str:
        """The SHA-256 of the text."""
        return sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    def beside(self, name: str) -> str:
        """The path of another file in the same folder."""
        return f"{self.path.rpartition('/')[0]}/{name}".lstrip("/")

    def locate(self, offset: int) -> Position:
        """The position of a code point offset; the end of the text is a valid offset."""
        if not 0 <= offset <= len(self.text):
            raise IndexError(f"offset {offset} outside {self.path} of {len(self.text)} characters")
        line = bisect_right(self._line_starts, offset)
        return Position(line, offset - self._line_starts[line - 1] + 1)

    def line(self, number: int) -> str:
        """The text of a 1-based line, without its line break."""
        start = self._line_starts[number - 1]
        return self.text[start : self.line_end(start)]

    def line_end(self, offset: int) -> int:
        """Where the line that an offset is on ends, before its line break."""
        end = self.text.find("\n", offset)
        end = len(self.text) if end < 0 else end
        return end - self.text.endswith("\r", offset, end)

    @property
    def newline(self) -> str:
        """How its lines end."""
        return "\r\n" if "\r\n" in self.text else "\n"


class Edit(NamedTuple):
    """Replace `[start, end)` of a text by `replacement`, because `rule` says so; in a fix that is the finding's.

    `certain` is False where the rule guessed: such an edit must be shown to an editor.  A tuple, for a damaged
    page has one for every tenth character.
    """

    start: int
    end: int
    replacement: str
    rule: str = ""
    certain: bool = True


class Run(NamedTuple):
    """Text `[start, end)` stands for source `[origin, origin_end)`.

    `rule` is empty for text taken over unchanged.  Where both stretches are equally long,
    characters correspond one to one; otherwise all of them stand for the whole stretch.
    A deletion is a run of no text.
    """

    start: int
    end: int
    origin: int
    origin_end: int
    rule: str = ""
    certain: bool = True
    cut: bool = False  # part of a longer replacement: it has no inner origins, whatever its length

    @property
    def one_to_one(self) -> bool:
        return not self.cut and self.end - self.start == self.origin_end - self.origin


class TracedText:
    """A text, the source it was made from, and the origin of its characters as runs.

    Laws: origins never decrease; a character in a run without a rule equals its original.
    """

    __slots__ = ("_ends", "runs", "source", "text")

    def __init__(self, text: str, source: Source, runs: Sequence[Run]) -> None:
        self.text = text
        self.source = source
        self.runs = tuple(runs)
        self._ends = [run.end for run in self.runs]

    @classmethod
    def of(cls, source: Source, start: int = 0, end: int | None = None) -> TracedText:
        """A stretch of a source, unchanged."""
        end = len(source.text) if end is None else end
        text = source.text[start:end]
        return cls(text, source, [Run(0, len(text), start, end)])

    @classmethod
    def join(cls, parts: Iterable[TracedText], source: Source, at: int) -> TracedText:
        """Parts of one source put together; `at` is the origin of an empty result."""
        texts: list[str] = []
        runs: list[Run] = []
        length = 0
        for part in parts:
            texts.append(part.text)
            runs.extend(run._replace(start=run.start + length, end=run.end + length) for run in part.runs)
            length += len(part.text)
        return cls("".join(texts), source, runs or [Run(0, 0, at, at)])

    def __len__(self) -> int:
        return len(self.text)

    def __repr__(self) -> str:
        return f"TracedText({self.text!r})"

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, TracedText):
            return NotImplemented
        return (self.text, self.source, self.runs) == (other.text, other.source, other.runs)

    def __hash__(self) -> int:
        return hash((self.text, self.source.path, self.runs))

    def __getitem__(self, key: slice) -> TracedText:
        """`text[a:b]`, with its origins.  Steps are not supported."""
        start, end, step = key.indices(len(self.text))
        if step != 1:
            raise ValueError("a TracedText is sliced without a step")
        first = bisect_right(self._ends, start)
        last = bisect_left(self.runs, end, first, key=attrgetter("start"))
        cut = (_cut(run, start, end) for run in self.runs[first:last])
        moved = [run._replace(start=run.start - start, end=run.end - start) for run in cut]
        at = self.origin(start)
        return TracedText(self.text[start:end], self.source, moved or [Run(0, 0, at, at)])

    def strip(self) -> TracedText:
        """Without white space (U+3000 too) at both ends."""
        start = len(self.text) - len(self.text.lstrip())
        return self[start : max(start, len(self.text.rstrip()))]

    def run(self, index: int) -> Run:
        """The run that the character at `index` belongs to."""
        if not 0 <= index < len(self.text):
            raise IndexError(index)
        return self.runs[bisect_right(self._ends, index)]

    def origin(self, index: int) -> int:
        """The source offset of the character at `index`; of the end, for `len(text)`."""
        if index == len(self.text):
            return self.runs[-1].origin_end
        run = self.run(index)
        return run.origin + (index - run.start if run.one_to_one else 0)

    def origin_span(self, start: int, end: int) -> tuple[int, int]:
        """The source stretch `[a, b)` that `[start, end)` of the text stands for."""
        if start >= end:
            origin = self.origin(start)
            return origin, origin
        last = self.run(end - 1)
        stop = last.origin + (end - last.start) if last.one_to_one else last.origin_end
        return self.origin(start), stop

    def locate(self, index: int) -> Position:
        """The line and column in the source of the character at `index`."""
        return self.source.locate(self.origin(index))

    def edit(self, edits: Iterable[Edit]) -> TracedText:
        """Apply edits given in offsets of this text: in order, not overlapping.

        An edit that cuts into an earlier replacement that has no inner positions takes the
        whole of that replacement's origin with it.  What is made of a guess stays uncertain, by
        whatever rule: a guess in Simplified characters is still one.  Where nothing is left of
        it, the edit is as certain as its rule.
        """
        texts: list[str] = []
        runs: list[Run] = []
        at = length = index = 0
        for edit in self._whole(edits):
            index, length = self._copy(index, at, edit.start, length, runs)
            certain = edit.certain
            while index < len(self.runs) and self.runs[index].start < edit.end:
                certain = certain and (self.runs[index].certain or not edit.replacement)
                if self.runs[index].end > edit.end:
                    break
                index += 1
            texts.append(self.text[at : edit.start])
            texts.append(edit.replacement)
            origin, origin_end = self.origin_span(edit.start, edit.end)
            end = length + len(edit.replacement)
            runs.append(Run(length, end, origin, origin_end, edit.rule, certain))
            at, length = edit.end, end
        self._copy(index, at, len(self.text), length, runs)
        texts.append(self.text[at:])
        return TracedText("".join(texts), self.source, runs or self.runs)

    def _whole(self, edits: Iterable[Edit]) -> Iterator[Edit]:
        """The edits, widened where they would cut a replacement that has no inner positions.

        Those that meet in one become one, which carries the rule of the last and is certain only if all are.
        """
        start = end = 0  # of the edit in hand, before its end is moved
        body: list[str] = []
        hand: Edit | None = None
        for edit in edits:
            if not end <= edit.start <= edit.end <= len(self.text):
                raise ValueError(f"edit out of order or out of the text: {edit}")
            edge = self._snap(edit.start, left=True)
            if hand is not None and edge < self._snap(end, left=False):
                body += (self.text[end : edit.start], edit.replacement)
                hand = edit if hand.certain else edit._replace(certain=False)
            else:
                if hand is not None:
                    yield self._closed(hand, start, end, body)
                start, body, hand = edge, [self.text[edge : edit.start], edit.replacement], edit
            end = edit.end
        if hand is not None:
            yield self._closed(hand, start, end, body)

    def _closed(self, edit: Edit, start: int, end: int, body: list[str]) -> Edit:
        edge = self._snap(end, left=False)
        return Edit(start, edge, "".join(body) + self.text[end:edge], edit.rule, edit.certain)

    def _snap(self, index: int, left: bool) -> int:
        """`index`, moved to the edge of the run if it lies inside one without inner positions."""
        if not 0 < index < len(self.text):
            return index
        run = self.runs[bisect_right(self._ends, index)]
        if run.start == index or run.one_to_one:
            return index
        return run.start if left else run.end

    def _copy(self, index: int, start: int, end: int, length: int, runs: list[Run]) -> tuple[int, int]:
        """Take `[start, end)` over unchanged, from run `index` on, behind `length` characters."""
        while index < len(self.runs):
            run = self.runs[index]
            if run.start > end or run.start == end < run.end:
                break
            cut = _cut(run, start, end)
            if cut.start < cut.end or run.start == run.end:
                runs.append(cut._replace(start=length, end=length + cut.end - cut.start))
                length += cut.end - cut.start
            if run.end > end:
                break
            index += 1
        return index, length


def _cut(run: Run, start: int, end: int) -> Run:
    """The part of a run inside `[start, end)`; only a one-to-one run has inner origins."""
    left, right = max(run.start, start), min(run.end, end)
    if run.one_to_one:
        return run._replace(
            start=left, end=right, origin=run.origin + left - run.start, origin_end=run.origin_end - (run.end - right)
        )
    return run._replace(start=left, end=right, cut=run.cut or right - left < run.end - run.start)
