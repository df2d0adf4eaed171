"""Word, one language after the other: paragraphs across the page with their numbers in the margin.

`stacked` sets the second language of a passage under the first, as one unit under one number; `english` sets all
English first, and the Chinese as an appendix with the same numbers.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import groupby

from yubei_pub.document import Block, BlockKind
from yubei_pub.model import BriefingSection, Passage
from yubei_pub.word.package import Xml
from yubei_pub.wording import matter
from yubei_pub.writers import _columns, _word_tables
from yubei_pub.writers._keeping import leading
from yubei_pub.writers._word_blocks import NUMBER, Flow, Typesetter
from yubei_pub.writers._word_figures import figures
from yubei_pub.writers._word_headings import DEEPEST, PAGE_BEFORE, heading, headings, named, section_heading
from yubei_pub.writers._word_sheet import CHINESE, Measure, Sheet, lines_of

RIGHT = 500  # twips: lines over the full width would be longer than the eye follows
WITHIN, BETWEEN = 50, 240  # twips under the first language of a unit, and under the unit
# A unit of more lines may be split by a page between its languages: kept whole it would leave a gap, and LibreOffice
# does not split at all a paragraph that is kept with the next.
WHOLE_LINES = 12


def stacked(sheet: Sheet) -> Iterator[Xml]:
    """Each section: its heading, then units of both languages with the figures between them."""
    for section in sheet.briefing.sections:
        yield from sheet.text("units", section, partial(_section, sheet, section, sheet.setters))


def english(sheet: Sheet) -> Iterator[Xml]:
    """The English with the figures, then, on pages of its own, the Chinese without them."""
    for section in sheet.briefing.sections:
        yield from sheet.text("units", section, partial(_section, sheet, section, [sheet.english]))
    yield from heading(sheet, 1, named(sheet, matter.ORIGINAL), key=CHINESE, before=PAGE_BEFORE)
    for section in sheet.originals:
        parts = headings(sheet, None, section.source_heading)
        if not section.is_lead and parts:
            yield from heading(sheet, min(max(section.level, 2), DEEPEST), parts)
        yield from sheet.text("original", section, partial(_original, sheet, section))


def _section(sheet: Sheet, section: BriefingSection, setters: Sequence[Typesetter]) -> Iterator[str]:
    yield from section_heading(sheet, section)
    yield from _flow(sheet, section.passages, setters, sheet.ends_with(section) and len(setters) > 1)


def _original(sheet: Sheet, section: BriefingSection) -> Iterator[str]:
    passages = [passage for passage in section.passages if passage.number is not None]
    return _flow(sheet, passages, [sheet.chinese], sheet.ends_with(section))


def _flow(sheet: Sheet, passages: Sequence[Passage], setters: Sequence[Typesetter], last: bool) -> Iterator[str]:
    """Passages with the figures between them, rows of tables as a table in each language; the `last` of the text."""
    led = leading(passages, last)
    for kind, run in groupby(passages, _kind):
        if kind is BlockKind.FIGURE:
            for passage in run:
                yield from figures(sheet, passage, last and passage is passages[-1])
        elif kind is BlockKind.ROW:
            yield from _word_tables.across(run, setters, sheet.width, led, RIGHT)
        else:
            for passage in run:
                yield from _unit(passage, setters, sheet.width, passage.number in led)


def _kind(passage: Passage) -> BlockKind:
    """A figure, a row of a table, or text."""
    if passage.number is None:
        return BlockKind.FIGURE
    return BlockKind.ROW if _columns.is_table_row(passage) else BlockKind.PARAGRAPH


def _unit(passage: Passage, setters: Sequence[Typesetter], width: int, leading: bool) -> Iterator[str]:
    """The languages of a passage under one number, on one page if they are short (`leading`: with the next)."""
    number, (english, chinese) = str(passage.number), measure(width)
    lines = lines_of(passage.target, english) + lines_of(passage.source, chinese)
    short = (leading or len(setters) > 1) and lines <= WHOLE_LINES
    for setter in setters:
        blocks: Sequence[Block | None] = passage.side(setter.chinese) or [None]
        for at, block in enumerate(blocks):
            ends, final = at == len(blocks) - 1, setter is setters[-1]
            after = None if not ends or len(setters) == 1 else BETWEEN if final else WITHIN
            flow = Flow(NUMBER, RIGHT, keep=short and (leading or not (ends and final)), after=after)
            yield setter.flowing(block, number, flow)
            number = ""


def measure(width: int) -> Measure:
    """What a line across a page holds whose text is `width` twips wide."""
    text = width - NUMBER - RIGHT
    return Measure.of(text, text)
