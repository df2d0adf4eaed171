"""Markdown for GitHub: the same texts under the same numbers as in Word.

Each passage is a paragraph that begins with its number, and the other language under it as a
quotation: no table that a phone would have to scroll, unless the layout `table` asks for one.
An `<a id="p3">` before a number is the anchor that the terms lead to (GitHub keeps it).  Pictures
are linked where they lie in source/, seen from the file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from typing import TypeAlias
from urllib.parse import quote

from yubei_pub.document import Block, BlockKind
from yubei_pub.model import Briefing, BriefingSection, Passage
from yubei_pub.settings import Style
from yubei_pub.wording import captions, colophon, glosses, matter, volume
from yubei_pub.writers import _markdown_matter as around
from yubei_pub.writers._columns import is_table_row, tables
from yubei_pub.writers._markdown_inline import escape, fragment
from yubei_pub.writers._markdown_items import Items
from yubei_pub.writers._markdown_sides import Notes, Side, quoted, table
from yubei_pub.writers._sheet import Sheet, prefix

_RULE = "---"
_BETWEEN = "\n\n"  # paragraphs

_Part: TypeAlias = str | bytes  # a paragraph; several, as they were written before


def write(briefings: Sequence[Briefing], style: Style) -> bytes:
    """A Markdown file of the briefings, one after the other."""
    sheets = [_Sheet(number, briefing, style) for number, briefing in volume.numbered(briefings)]
    texts = [_joined(sheet.parts()) for sheet in sheets]
    if len(sheets) > 1:
        titles = [escape(title) for title in style.ordered(*volume.title(style)) if title]
        head = around.opening(titles, volume.draft_line(briefings), volume.facts(briefings))
        opening = _joined([*head, "\n".join(sheet.entry() for sheet in sheets)])
        texts = [opening, *texts, _joined(around.terms(briefings, style.terms))]
    return f"\n\n{_RULE}\n\n".encode().join(filter(None, texts)) + b"\n"


def _joined(parts: Iterable[_Part]) -> bytes:
    """Parts with an empty line between; a lone surrogate is no text."""
    return _BETWEEN.encode().join(part if isinstance(part, bytes) else part.encode("utf-8", "ignore") for part in parts)


class _Sheet(Sheet[Side]):
    """One briefing as paragraphs of Markdown."""

    def __init__(self, number: int, briefing: Briefing, style: Style) -> None:
        before = prefix(number)
        english = Side(False, Notes(f"{before}en", briefing.english_notes), glosses.of(briefing, style))
        super().__init__(briefing, style, number, english, Side(True, Notes(f"{before}zh", briefing.source.notes)))

    def parts(self) -> Iterator[_Part]:
        """The paragraphs in order, to be joined by empty lines."""
        yield from self._title_block()
        for section in self.briefing.sections:
            yield from self._recalled(section, self._section)
        if self.style.layout == "english":
            yield from self._original()
        if not self.prefix:
            yield from around.terms([self.briefing], self.style.terms)
        yield from self.english.notes.definitions()
        yield from self.chinese.notes.definitions()
        loose = [*self.english.notes.loose(), *self.chinese.notes.loose()]
        if loose:
            yield "**" + " ".join(matter.LOOSE_NOTES) + "**"
            yield "\n".join(loose)
        yield from self._closing()

    def entry(self) -> str:
        """This briefing in the list of contents of several."""
        title = " ".join(filter(None, matter.title(self.briefing))) or self.briefing.id
        return f"{self.number}. [{fragment(title)}](#{self.prefix}text)"

    def _title_block(self) -> Iterator[str]:
        lead = self.briefing.lead
        titles = self._both(lead)
        anchor = f'<a id="{self.prefix}text"></a>' if self.prefix else ""
        first = titles[0] + _mark(lead) if titles else escape(self.briefing.id)
        draft, facts = matter.draft_line(self.briefing), matter.facts(self.briefing)
        return around.opening([anchor + first, *titles[1:]], draft, facts)

    def _section(self, section: BriefingSection) -> Iterator[str]:
        """Its heading (the lead's is the title) and its passages."""
        if not section.is_lead:
            words = " · ".join(self._both(section))
            yield f"{'#' * min(max(section.level, 2), 6)} {words}{_mark(section)}"
        yield from self._passages(section)

    def _both(self, section: BriefingSection) -> list[str]:
        """What there is of a section's heading, in the order of the languages."""
        return [side.one_line(block) for side, block in self.heading(section)]

    def _recalled(self, section: BriefingSection, write: Callable[[BriefingSection], Iterator[str]]) -> Iterable[_Part]:
        """What is written of a section, anew only where its texts, their numbers, its state or the style are others."""
        if self.style.glosses != "none" or not section.stands_alone:  # they hang on all that was written before
            return write(section)
        looks = f"{self.prefix} {self.style.layout} {self.style.chinese_first}"
        hangs_on = f"md {write.__name__} {looks} {section.id} {section.state.value} {section.first}"
        known = section.recall.data(hangs_on, lambda: _joined(write(section)))
        return [known] if known else []

    def _passages(self, section: BriefingSection) -> Iterator[str]:
        """The passages of a section, tables row by row together."""
        if self.style.layout == "table":
            yield from self._parallel(section)
            return
        for is_row, run in groupby(section.passages, is_table_row):
            if is_row:
                yield from (part for rows in tables(run) for part in self._table(rows))
            else:
                items = Items()
                for passage in run:
                    yield from self._passage(passage, items)

    def _passage(self, passage: Passage, items: Items) -> Iterator[str]:
        """The first language, then the second as a quotation: inside the item, where the first is one."""
        if passage.number is None:
            items.close()
            yield from self._figures(passage)
            return
        if self.style.layout == "english":
            yield from _blocks(self.english, passage.target, self._number(passage, "**"), items)
            return
        (first, ours), (second, theirs) = self.sides(passage.target, passage.source)
        yield from _blocks(first, ours, self._number(passage, "**"), items)
        yield items.inside(quoted("\n\n".join(_blocks(second, theirs, "", Items()))))

    def _number(self, passage: Passage, mark: str = "", before: str = "") -> str:
        """The number of a passage behind its anchor."""
        blank = " " if mark else ""
        return f'<a id="{self.prefix}{before}p{passage.number}"></a>{mark}{passage.number}{mark}{blank}'

    def _original(self) -> Iterator[_Part]:
        """The Chinese as an appendix under the same numbers."""
        yield "## " + " · ".join(matter.ORIGINAL)
        for section in self.originals:
            if not section.is_lead:
                for side, block in self.said(None, section.source_heading):
                    yield f"{'#' * min(max(section.level, 2) + 1, 6)} {side.one_line(block)}"
            yield from self._recalled(section, self._chinese_only)

    def _chinese_only(self, section: BriefingSection) -> Iterator[str]:
        items = Items()
        for passage in section.passages:
            if passage.number is not None:
                yield from _blocks(self.chinese, passage.source, self._number(passage, "**", "zh-"), items)

    def _parallel(self, section: BriefingSection) -> Iterator[str]:
        """Tables with a row a passage, the figures between them."""
        for is_figure, run in groupby(section.passages, lambda passage: passage.number is None):
            if is_figure:
                for passage in run:
                    yield from self._figures(passage)
                continue
            rows = [["¶", *self.style.ordered(*matter.LANGUAGES)]]
            for passage in run:
                cells = (_in_cell(side, blocks) for side, blocks in self.sides(passage.target, passage.source))
                rows.append([self._number(passage), *cells])
            yield table(rows)

    def _figures(self, passage: Passage) -> Iterator[str]:
        for figure in captions.figures(passage):
            if figure.path in self.briefing.pictures:
                where = "/".join(quote(part, safe="/") for part in (self.style.pictures, self.briefing.id, figure.path))
                yield f"![{escape(figure.alternative)}]({where})".replace("\\\n", " ")
            else:
                yield f"*Picture missing:* {escape(figure.path)}"
            under = [side.content(block) if block else side.absent() for side, block in self.captions(figure)]
            yield from under[:1]
            yield from map(quoted, under[1:])

    def _table(self, passages: Sequence[Passage]) -> Iterator[str]:
        """Rows as a table in each language, the numbers in its first column."""
        targets, sources = [p.target for p in passages], [p.source for p in passages]
        (first, ours), (second, theirs) = self.sides(targets, sources)
        yield first.rows([(self._number(p), blocks) for p, blocks in zip(passages, ours, strict=True)])
        if self.style.layout != "english":
            yield quoted(second.rows([(str(p.number), blocks) for p, blocks in zip(passages, theirs, strict=True)]))

    def _closing(self) -> Iterator[str]:
        yield _RULE
        for sentences in colophon.paragraphs(self.briefing):
            yield "".join(around.sentence(sentence) for sentence in sentences).strip()


def _mark(section: BriefingSection) -> str:
    words = matter.draft_mark(section)
    return f" `{words}`" if words else ""


def _blocks(side: Side, blocks: Sequence[Block], number: str, items: Items) -> Iterator[str]:
    """The blocks of one side; the number stands before the first."""
    if not blocks:
        items.close()
        yield number + side.absent()
    for at, block in enumerate(blocks):
        text = (number if at == 0 else "") + side.content(block)
        if block.kind is BlockKind.ITEM:
            yield items.item(block, text)
            continue
        items.close()
        text = text.replace("\t", " \\| ") if block.kind is BlockKind.ROW else text
        yield quoted(text) if block.kind is BlockKind.QUOTATION else text


def _in_cell(side: Side, blocks: Sequence[Block]) -> str:
    """The blocks of one side for a cell, which holds one line."""
    written = [side.absent()] if not blocks else []
    for block in blocks:
        text = side.content(block)
        match block.kind:
            case BlockKind.ITEM:
                sign = escape(matter.sign(block))
                written.append("&emsp;" * block.depth + (f"{sign} {text}" if sign else text))
            case BlockKind.QUOTATION:
                written.append(f"<blockquote>{text}</blockquote>")
            case _:
                written.append(text.replace("\t", " \\| "))
    return "\n\n".join(written)
