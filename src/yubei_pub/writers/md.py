"""Markdown for GitHub: the same texts under the same numbers as in Word.

Each passage is a paragraph that begins with its number, and the other language under it as a
quotation: no HTML, no table that a phone would have to scroll.  Pictures are linked where they
lie in source/, seen from the file.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby, zip_longest
from urllib.parse import quote

from yubei_pub import colophon
from yubei_pub.colophon import Sentence, TermRow
from yubei_pub.document import Block, BlockKind, Document
from yubei_pub.inline import Piece, link_target, pieces
from yubei_pub.model import Briefing, BriefingSection, Passage
from yubei_pub.settings import Style
from yubei_pub.writers._markdown_inline import escape, fragment, inline
from yubei_pub.writers._markdown_items import Items

EXTENSION = "md"

_RULE = "---"


def write(briefings: Sequence[Briefing], style: Style) -> bytes:
    """A Markdown file of the briefings, one after the other."""
    texts = ["\n\n".join(_Sheet(briefing, style).parts()) for briefing in briefings]
    return (f"\n\n{_RULE}\n\n".join(texts) + "\n").encode("utf-8", "ignore")  # a lone surrogate is no text


@dataclass
class _Notes:
    """The footnotes of one language, numbered as they are met; `prefix` keeps the languages apart."""

    prefix: str
    document: Document | None
    met: dict[str, str] = field(default_factory=dict)

    def mark(self, label: str) -> str:
        if self.document is None or label not in self.document.notes:
            return fragment(f"[^{label}]")
        return f"[^{self.met.setdefault(label, f'{self.prefix}{len(self.met) + 1}')}]"

    def definitions(self) -> Iterator[str]:
        """Each as its own paragraph."""
        for label, mark in self.met.items():
            yield f"[^{mark}]: " + _indented(self._text(label), "    ")

    def loose(self) -> Iterator[str]:
        """Items of the notes that nothing met refers to: GitHub would not show their definitions."""
        for label in self.document.notes if self.document else ():
            if label not in self.met:
                yield "- " + _indented(fragment(f"[^{label}] ") + self._text(label), "  ")

    def _text(self, label: str) -> str:
        """A note inside a note stays text."""
        note = self.document.notes[label] if self.document else None
        return inline(pieces(note), lambda inner: fragment(f"[^{inner}]")) if note else ""


@dataclass(frozen=True)
class _Side:
    """One language of a briefing."""

    notes: _Notes
    missing: str

    def content(self, block: Block) -> str:
        return inline(pieces(block), self.notes.mark)

    def caption(self, block: Block | None) -> str:
        """Empty where it is still to be written."""
        return self.content(block) if block and colophon.says_something(block) else ""

    def one_line(self, block: Block | None) -> str:
        """For a heading or a cell, which cannot hold a line break."""
        return self.content(block).replace("\\\n", "<br>") if block else ""


def _indented(text: str, prefix: str) -> str:
    """Lines behind the first one under the same prefix."""
    return text.replace("\n", f"\n{prefix}")


def _quoted(text: str) -> str:
    return "> " + _indented(text, "> ").replace("\n> \n", "\n>\n")


class _Sheet:
    """One briefing as paragraphs of Markdown."""

    def __init__(self, briefing: Briefing, style: Style) -> None:
        self.briefing = briefing
        self.english = _Side(_Notes("en", briefing.target), colophon.UNTRANSLATED)
        self.chinese = _Side(_Notes("zh", briefing.source), colophon.NO_SOURCE)
        self.chinese_first = style.order == "zh-en"
        self.pictures = style.pictures

    def parts(self) -> Iterator[str]:
        """The paragraphs in order, to be joined by empty lines."""
        yield from self._title_block()
        for section in self.briefing.sections:
            if section.id != "lead":
                yield self._heading(section)
            for is_row, run in groupby(section.passages, _is_row):
                if is_row:
                    yield from self._table(list(run))
                else:
                    items = Items()
                    for passage in run:
                        yield from self._passage(passage, items)
        yield from self._terms()
        yield from self.english.notes.definitions()
        yield from self.chinese.notes.definitions()
        loose = [*self.english.notes.loose(), *self.chinese.notes.loose()]
        if loose:
            yield "**" + " ".join(colophon.LOOSE_NOTES) + "**"
            yield "\n".join(loose)
        yield from self._closing()

    def _title_block(self) -> Iterator[str]:
        lead = self.briefing.sections[0] if self.briefing.sections else None
        if lead:
            titles = self._both(lead)
            yield "# " + titles[0] + _mark(lead) if titles else "# " + escape(self.briefing.id)
            yield from (f"**{title}**" for title in titles[1:])
        if line := colophon.draft_line(self.briefing):
            yield f"> **{line}**"
        facts = colophon.facts(self.briefing)
        yield " · ".join(f"**{' '.join(fact.label)}** {escape(' '.join(filter(None, fact.value)))}" for fact in facts)

    def _heading(self, section: BriefingSection) -> str:
        words = " · ".join(self._both(section))
        return f"{'#' * min(max(section.level, 2), 6)} {words}{_mark(section)}"

    def _both(self, section: BriefingSection) -> list[str]:
        """What there is of a section's heading, in the order of the languages."""
        sides = self._sides(section.target_heading, section.source_heading)
        return [side.one_line(block) for side, block in sides if block and colophon.says_something(block)]

    def _sides(self, english: Block | None, chinese: Block | None) -> list[tuple[_Side, Block | None]]:
        sides = [(self.english, english), (self.chinese, chinese)]
        return sides[::-1] if self.chinese_first else sides

    def _passage(self, passage: Passage, items: Items) -> Iterator[str]:
        """The first language, then the second as a quotation: inside the item, where the first is one."""
        if passage.number is None:
            items.close()
            yield from self._figures(passage)
            return
        sides = [(self.english, passage.target), (self.chinese, passage.source)]
        (first, ours), (second, theirs) = sides[::-1] if self.chinese_first else sides
        yield from _blocks(first, ours, f"**{passage.number}** ", items)
        yield items.inside(_quoted("\n\n".join(_blocks(second, theirs, "", Items()))))

    def _figures(self, passage: Passage) -> Iterator[str]:
        for target, source in zip_longest(passage.target, passage.source):
            path = (source or target).picture
            if path in self.briefing.pictures:
                where = "/".join(quote(part, safe="/") for part in (self.pictures, self.briefing.id, path))
                yield f"![{escape(_alternative(target, source))}]({where})".replace("\\\n", " ")
            else:
                yield f"*Picture missing:* {escape(path)}"
            captions = [text for side, block in self._sides(target, source) if (text := side.caption(block))]
            untranslated = not self.english.caption(target) and captions
            if untranslated:
                captions.insert(self.chinese_first, f"*{escape(self.english.missing)}*")
            yield from captions[:1]
            yield from map(_quoted, captions[1:])

    def _table(self, passages: Sequence[Passage]) -> Iterator[str]:
        """Rows as a table in each language, the numbers in its first column."""
        english = _rows(self.english, [(p.number, p.target) for p in passages])
        chinese = _rows(self.chinese, [(p.number, p.source) for p in passages])
        first, second = (chinese, english) if self.chinese_first else (english, chinese)
        yield first
        yield _quoted(second)

    def _terms(self) -> Iterator[str]:
        rows = colophon.term_rows(self.briefing)
        if rows:
            yield "## " + " · ".join(colophon.TERMS)
            yield _gfm_table([list(colophon.TERM_COLUMNS), *(_term_cells(row) for row in rows)])

    def _closing(self) -> Iterator[str]:
        yield _RULE
        for sentences in colophon.colophon(self.briefing):
            yield "".join(_sentence(sentence) for sentence in sentences).strip()
        yield colophon.versions(self.briefing)


def _mark(section: BriefingSection) -> str:
    words = colophon.DRAFT_MARKS.get(section.state, "")
    return f" `{words}`" if words else ""


def _is_row(passage: Passage) -> bool:
    blocks = (*passage.source, *passage.target)
    return bool(blocks) and all(block.kind is BlockKind.ROW for block in blocks)


def _blocks(side: _Side, blocks: Sequence[Block], number: str, items: Items) -> Iterator[str]:
    """The blocks of one side; the number stands before the first."""
    if not blocks:
        items.close()
        yield f"{number}*{escape(side.missing)}*"
    for at, block in enumerate(blocks):
        text = (number if at == 0 else "") + side.content(block)
        if block.kind is BlockKind.ITEM:
            yield items.item(block, text)
            continue
        items.close()
        match block.kind:
            case BlockKind.QUOTATION:
                yield _quoted(text)
            case BlockKind.ROW:
                yield text.replace("\t", " \\| ")
            case _:
                yield text


def _alternative(*captions: Block | None) -> str:
    return " ".join(block.text.text for block in captions if block)


def _rows(side: _Side, numbered: Sequence[tuple[int | None, Sequence[Block]]]) -> str:
    rows: list[list[str]] = []
    for number, blocks in numbered:
        cells = [cell for block in blocks for cell in _cells(side, block)] or [escape(side.missing)]
        rows.append([str(number), *cells])
    if not any(block.label == "header" for block in numbered[0][1]):
        rows.insert(0, ["¶"])
    return _gfm_table(rows)


def _cells(side: _Side, block: Block) -> list[str]:
    cells: list[list[Piece]] = [[]]
    tabs = [edge for at, char in enumerate(block.text.text) if char == "\t" for edge in (at, at + 1)]
    for piece in pieces(block, tabs):
        if piece.text == "\t":
            cells.append([])
        else:
            cells[-1].append(piece)
    return [inline(cell, side.notes.mark) for cell in cells]


def _gfm_table(rows: Sequence[Sequence[str]]) -> str:
    """Rows of equal length, the first one as the header."""
    columns = max(map(len, rows))
    lines = ["| " + " | ".join(_cell(cell) for cell in [*row, *[""] * (columns - len(row))]) + " |" for row in rows]
    return "\n".join([lines[0], "|" + " --- |" * columns, *lines[1:]])


def _cell(text: str) -> str:
    return text.replace("\\\n", "<br>")


def _term_cells(row: TermRow) -> list[str]:
    source = "–"
    if row.citation:
        words = escape(", ".join(filter(None, (row.citation.publisher, row.citation.date))) or row.citation.title)
        link = link_target(row.citation.url)
        source = f"[{words}]({link.replace('(', '%28').replace(')', '%29')})" if link else words
    return [escape(row.term.en), escape(row.term.zh), row.places, row.term.status, source]


def _sentence(sentence: Sentence) -> str:
    link = link_target(sentence.url) if sentence.url else ""
    return f"<{link}>" if link else fragment(sentence.text)
