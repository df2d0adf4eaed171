"""A briefing's sections as HTML in the three layouts: side by side, one under the other, English and then the Chinese.

Which of the first two it is, the style sheet says; on a phone both stand one under the other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from yubei_pub.document import Block, BlockKind
from yubei_pub.model import BriefingSection, Passage
from yubei_pub.wording import matter
from yubei_pub.writers import _html_blocks as blocks
from yubei_pub.writers._columns import grids, tables
from yubei_pub.writers._html_elements import Entry, element, nested
from yubei_pub.writers._html_inline import Setter
from yubei_pub.writers._html_sheet import Sheet

_DEEPEST = 6  # of HTML's headings


def sections(sheet: Sheet) -> Iterator[str]:
    """The sections in order; in the layout `english` the Chinese follows as an appendix with the same numbers."""
    apart = sheet.style.layout == "english"
    text = _Text(sheet, [sheet.english] if apart else sheet.setters)
    for section, level, anchor in zip(sheet.briefing.sections, levels(sheet), sheet.anchors, strict=True):
        head = _heading(sheet, section, level) if not section.is_lead else ""
        yield element("section", head + "".join(text.passages(section)), id=anchor)
    if apart:
        yield _original(sheet)


def levels(sheet: Sheet) -> list[int]:
    """The levels of the sections' headings; none is passed over, or a screen reader's list of headings has a hole."""
    found: list[int] = []
    for section in sheet.briefing.sections:
        last = found[-1] if found else 1
        found.append(1 if section.is_lead else max(2, min(section.level, last + 1, _DEEPEST)))
    return found


def headings(sheet: Sheet, section: BriefingSection) -> list[str]:
    """What there is of a section's heading, in the order of the languages."""
    return [_in_language(setter, block) for setter, block in sheet.heading(section)]


def _in_language(setter: Setter, block: Block) -> str:
    return element("span", setter.content(block), lang=setter.language)


def mark(section: BriefingSection) -> str:
    """The mark of a section nobody stands behind."""
    words = matter.draft_mark(section)
    return element("span", words, class_="mark", lang="en") if words else ""


def _heading(sheet: Sheet, section: BriefingSection, level: int) -> str:
    first, *second = headings(sheet, section) or [sheet.setter(section.id).words(section.id)]
    parts = filter(None, (element("span", " ".join(filter(None, (first, mark(section)))), class_="first"), *second))
    return element(f"h{level}", " ".join(parts))


def _original(sheet: Sheet) -> str:
    """The appendix: the Chinese under its own headings."""
    content, text = element("h2", sheet.both(matter.ORIGINAL)), _Text(sheet, [sheet.chinese], original=True)
    for section, level in zip(sheet.briefing.sections, levels(sheet), strict=True):
        if section.id in sheet.pictured:
            continue
        if not section.is_lead:
            for setter, block in sheet.said(None, section.source_heading):
                content += element(f"h{min(level + 1, _DEEPEST)}", _in_language(setter, block))
        content += "".join(text.passages(section))
    return element("section", content, id=f"{sheet.prefix}zh-text", class_="original")


class _Text(NamedTuple):
    """Sets passages in some languages; `original` is the appendix, which has no figures and anchors of its own."""

    sheet: Sheet
    setters: Sequence[Setter]
    original: bool = False

    def passages(self, section: BriefingSection) -> Iterator[str]:
        """The passages of a section: runs of items as lists, of rows as tables, the others one by one."""
        for kind, run in groupby(section.passages, _kind):
            passages = list(run)
            if kind is BlockKind.FIGURE:
                yield from (figure for p in passages if not self.original for figure in blocks.figures(self.sheet, p))
            elif kind is BlockKind.ITEM:
                entries = [Entry(_depth(p), self._content(p), self._anchor(p)) for p in passages]
                yield nested(entries, "ul", "passage", class_="items", role="list")
            elif kind is BlockKind.ROW:
                yield from map(self._table, tables(passages))
            else:
                yield from (element("div", self._content(p), class_="passage", id=self._anchor(p)) for p in passages)

    def _anchor(self, passage: Passage) -> str:
        return f"{self.sheet.prefix}zh-p{passage.number}" if self.original else self.sheet.place(passage.number)

    def _number(self, passage: Passage) -> str:
        """The number, which leads to itself; from the appendix, to the passage it renders."""
        where = self.sheet.place(passage.number)
        number = str(passage.number)
        return element(
            "a", number, class_="number", href=f"#{where}", title=f"¶ {number}", aria_label=f"Paragraph {number}"
        )

    def _content(self, passage: Passage) -> str:
        sides = (blocks.side(setter, passage.side(setter.chinese)) for setter in self.setters)
        return self._number(passage) + "".join(sides)

    def _table(self, passages: Sequence[Passage]) -> str:
        """Rows as a table in each language, the numbers in its first column."""
        numbered = [(self._number(p), p) for p in passages]
        sides = (blocks.table(v, [(number, p.side(v.chinese)) for number, p in numbered]) for v in self.setters)
        anchors = "".join(element("span", id=self._anchor(p)) for p in passages)
        across = not grids(passages)[passages[0].number].beside
        return element("div", anchors + "".join(sides), class_="passage tables across" if across else "passage tables")


def _kind(passage: Passage) -> BlockKind:
    """How a passage is set: by the kind of its blocks, as a paragraph where they differ."""
    kinds = {block.kind for block in passage.blocks}
    if passage.number is None:
        return BlockKind.FIGURE
    if kinds == {BlockKind.ROW}:
        return BlockKind.ROW
    return BlockKind.ITEM if BlockKind.ITEM in kinds else BlockKind.PARAGRAPH


def _depth(passage: Passage) -> int:
    return max(b.depth for b in passage.blocks if b.kind is BlockKind.ITEM)
