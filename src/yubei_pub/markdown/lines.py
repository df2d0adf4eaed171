"""The stretches of a text that Markdown's blocks are made of, with every character's place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from yubei_pub.patterns import lazy_regex
from yubei_pub.trace import Edit, TracedText

RULE = "markdown"
_WIDE = lazy_regex("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0010ffff]")
_QUOTES_AND_DASHES = "“”‘’—…·"  # as wide as their neighbours


class Lines:
    """A traced text by its lines (0-based, as in Markdown's token maps)."""

    def __init__(self, text: TracedText) -> None:
        self.text = text
        self.starts = [0, *(m.end() for m in re.finditer("\n", text.text))]

    def __len__(self) -> int:
        return len(self.starts)

    def span(self, line: int) -> tuple[int, int]:
        """`[start, end)` of a line, without its line break."""
        end = self.starts[line + 1] - 1 if line + 1 < len(self.starts) else len(self.text)
        return self.starts[line], end

    def line(self, line: int) -> str:
        """A line without its line break."""
        return self.text.text[slice(*self.span(line))]

    def rows(self, first: int, last: int) -> TracedText:
        """The lines `[first, last)`, without the last line break."""
        return self.text[self.starts[first] : self.span(last - 1)[1]]

    def content(self, first: int, content: str) -> TracedText:
        """The content of an inline token that begins on line `first`.

        What Markdown takes from a line is always its tail: list marks, `>` and indentation stand before it.
        A full-width blank alone behind a list mark is stripped off, but begins a paragraph.
        """
        parts = content.split("\n")
        while first + len(parts) < len(self) and not self.line(first).rstrip().endswith(parts[0].rstrip()):
            first += 1
        spans = list(self._tails(first, parts))
        start, end = spans[0][0], spans[-1][1]
        joints = [Edit(a[1] - start, b[0] - start, "\n", RULE) for a, b in pairwise(spans)]
        return self.text[start:end].edit(joints)

    def _tails(self, first: int, parts: list[str]) -> Iterator[tuple[int, int]]:
        for number, part in enumerate(parts):
            line = self.line(first + number)
            if part.strip():  # else it is all that stands there
                line = line.rstrip() + part[len(part.rstrip()) :]
            end = self.starts[first + number] + len(line)
            yield end - len(part.lstrip(" \t")), end  # a tab before it may have been taken in part

    def heading(self, line: int, hashes: str, content: str) -> TracedText:
        """The content of a `#` heading: what stands behind its marks."""
        start, text = self.starts[line], self.line(line)
        at = text.index(hashes) + len(hashes)
        at += len(text[at:]) - len(text[at:].lstrip()) - (len(content) - len(content.lstrip()))
        return self.text[start + at : start + at + len(content)]

    def cells(self, line: int) -> list[TracedText]:
        """The cells of a table's row, `\\|` in them as `|`: all of them, also more than the header has."""
        start, text = self.starts[line], self.line(line)
        bars = [m.start() for m in re.finditer(r"\|", text) if text[m.start() - 1 : m.start()] != "\\"]
        first = re.match(r"[ \t>]*(?:(?:[-+*]|\d+[.)])[ \t]+)*", text)
        edges = [(first.end() if first else 0) - 1, *bars, len(text)]
        spans = [(a + 1, b) for a, b in pairwise(edges)]
        if not text[slice(*spans[0])].strip():
            spans.pop(0)
        if spans and not text[slice(*spans[-1])].strip():
            spans.pop()
        return [self._cell(start + a, start + b) for a, b in spans]

    def _cell(self, start: int, end: int) -> TracedText:
        cell = self.text[start:end].strip()
        edits = [
            Edit(m.start(), m.end(), " " if m[0] == "\t" else "|", RULE) for m in re.finditer(r"\\\||\t", cell.text)
        ]
        return cell.edit(edits)


def joins(before: str, after: str, content: str) -> bool:
    """Whether a line break stands for nothing, as between Chinese characters, and not for a space."""
    sides = [_wide(before), _wide(after)]
    if False not in sides:
        return True in sides
    if True not in sides:
        return False
    letters = sum(c.isascii() and c.isalpha() for c in content)
    return 2 * len(_WIDE.findall(content)) > letters  # 接入⏎44类: as the rest of the text


def _wide(char: str) -> bool | None:
    """True for a Chinese character or full-width mark, None for one that is as wide as its neighbours."""
    return None if char in _QUOTES_AND_DASHES else bool(_WIDE.match(char))
