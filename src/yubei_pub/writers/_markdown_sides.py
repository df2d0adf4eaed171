"""One language of a briefing in Markdown: its texts, the footnotes they refer to, its tables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest
from types import MappingProxyType
from typing import NamedTuple

from yubei_pub.document import Block
from yubei_pub.inline import as_written, of_note, parted
from yubei_pub.wording import matter
from yubei_pub.wording.glosses import Gloss, as_piece, glossed
from yubei_pub.writers._columns import columns_of
from yubei_pub.writers._markdown_inline import escape, fragment, inline


class Notes:
    """The footnotes of one language, numbered as they are met; `prefix` keeps the languages apart."""

    def __init__(self, prefix: str, notes: Mapping[str, Block]) -> None:
        self.prefix, self.notes, self.met = prefix, notes, dict[str, str]()

    def mark(self, label: str) -> str:
        """The mark of a note in the text."""
        if label not in self.notes:
            return fragment(as_written(label))
        return f"[^{self.met.setdefault(label, f'{self.prefix}{len(self.met) + 1}')}]"

    def definitions(self) -> Iterator[str]:
        """Each as its own paragraph."""
        for label, mark in self.met.items():
            yield f"[^{mark}]: " + indented(inline(of_note(self.notes[label]), self.mark), "    ")

    def loose(self) -> Iterator[str]:
        """Items of the notes that nothing met refers to: GitHub would not show their definitions."""
        for label, note in self.notes.items():
            if label not in self.met:
                yield "- " + indented(fragment(f"{as_written(label)} ") + inline(of_note(note), self.mark), "  ")


class Side(NamedTuple):
    """One language of a briefing."""

    chinese: bool
    notes: Notes
    glosses: Mapping[int, Sequence[Gloss]] = MappingProxyType({})

    def content(self, block: Block) -> str:
        glosses = self.glosses.get(id(block), ())
        if not block.marks and not glosses:  # as nearly every block
            return escape(block.text.text)
        return inline(map(as_piece, glossed(block, glosses)), self.notes.mark)

    def absent(self) -> str:
        """What stands where this language has nothing."""
        return f"*{escape(matter.absent(self.chinese))}*"

    def one_line(self, block: Block) -> str:
        """For a heading, which cannot hold a line break."""
        return self.content(block).replace("\\\n", "<br>")

    def rows(self, numbered: Sequence[tuple[str, Sequence[Block]]]) -> str:
        """Rows of a table in the text, the markup of their numbers in the first column."""
        rows: list[list[str]] = []
        for number, blocks in numbered:
            cells = [inline(cell, self.notes.mark) for block in blocks for cell in parted(block, "\t")]
            rows.append([number, *(cells or [self.absent()])])
        if not any(block.label == "header" for block in numbered[0][1]):
            rows.insert(0, ["¶"])
        columns = columns_of([block for _, blocks in numbered for block in blocks], False)
        return table(rows, [False, *(column.figures for column in columns)])


def indented(text: str, prefix: str) -> str:
    """Lines behind the first one under the same prefix."""
    return text.replace("\n", f"\n{prefix}")


def quoted(text: str) -> str:
    """Paragraphs as a quotation."""
    return "> " + indented(text, "> ").replace("\n> \n", "\n>\n")


def table(rows: Sequence[Sequence[str]], figures: Sequence[bool] = ()) -> str:
    """Rows of equal length, the first one as the header; columns of `figures` stand at the right."""
    columns = max(map(len, rows))
    lines = [row_of([*row, *[""] * (columns - len(row))]) for row in rows]
    rules = ("---:" if right else "---" for right, _ in zip_longest(figures, range(columns)))
    return "\n".join([lines[0], row_of(list(rules)), *lines[1:]])


def row_of(cells: Sequence[str]) -> str:
    """One line of a table."""
    return "| " + " | ".join(map(_cell, cells)) + " |"


def _cell(text: str) -> str:
    """One line; a bar inside code ends a cell too, unless it is escaped (GFM 4.10)."""
    line = text.replace("\\\n", "<br>").replace("\n\n", "<br><br>").replace("\n", " ")
    return re.sub(r"(?<!\\)\|", r"\\|", line) if "|" in line else line
