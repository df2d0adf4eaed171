"""The sections of a briefing as values for data/briefing.typ, in each of the three layouts.

A section has `heads` (one language or two), `level` (how it looks), `depth` (its place among the
headings), `mark` and `parts`: rows of cells under each other, or a figure.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from yubei_pub.document import Block, BlockKind, MarkKind
from yubei_pub.model import BriefingSection, Passage
from yubei_pub.wording import matter
from yubei_pub.writers import _typst_tables
from yubei_pub.writers._columns import Grid, columns_of, grids, tables
from yubei_pub.writers._keeping import leading
from yubei_pub.writers._typst_figures import figures
from yubei_pub.writers._typst_sheet import NUMBER, Sheet, Values
from yubei_pub.writers._typst_tables import Part
from yubei_pub.writers._typst_words import Setter, Words, absent, words

_ENGLISH_SHARE = 55  # of a hundred: English takes about a fifth more room than the Chinese it renders
_GUTTER = 15
_RIGHT = 25  # lines over the full width would be longer than the eye follows
_AFTER, _AFTER_UNIT = 4.5, 12  # points under a row, and under one in which both languages stand
# As in Word, pages break between rows; only one of more lines may be split.  typst leaves no line alone.
_WHOLE = 20
_WHOLE_UNIT = 12  # both languages one under the other
_SHORT = 1500  # characters of both languages
_CHARACTER = {False: 4.85, True: 10.2}  # points a character takes in English, in Chinese, as measured


class _Look(NamedTuple):
    """How the passages of a layout stand: their columns, what makes their rows, the languages in their order.

    `beside` are the points of English and Chinese, should they stand side by side.
    """

    columns: Values
    row: Callable[[Passage], Values]
    setters: Sequence[Setter]
    beside: tuple[float, float] | None = None


def sections(sheet: Sheet) -> Iterator[Values]:
    """All sections in the layout of the style; one that PDF has not is taken for the default, as in Word."""
    if sheet.style.layout == "english":
        look = _alone(sheet, sheet.english)
    else:
        look = _stacked(sheet) if sheet.style.layout == "stacked" else _parallel(sheet)
    for section in sheet.briefing.sections:
        yield _section(sheet, section, look)
    if sheet.style.layout == "english":
        yield from _original(sheet)


def _parallel(sheet: Sheet) -> _Look:
    room = sheet.width - NUMBER
    english = room * _ENGLISH_SHARE / 100
    chinese_first = sheet.style.chinese_first
    widths = (english - _GUTTER * (not chinese_first), room - english - _GUTTER * chinese_first)

    def row(passage: Passage) -> Values:
        lines = max(_lines(passage.target, widths[0], False), _lines(passage.source, widths[1], True))
        return {"number": passage.number, "whole": lines <= _WHOLE, "cells": _cells(sheet, passage, widths)}

    shares = sheet.style.ordered(_ENGLISH_SHARE, 100 - _ENGLISH_SHARE)
    columns = {"widths": shares, "names": sheet.pair(matter.LANGUAGES), "after": _AFTER, "right": 0}
    return _Look(columns, row, sheet.setters, widths)


def _stacked(sheet: Sheet) -> _Look:
    room = sheet.width - NUMBER - _RIGHT

    def row(passage: Passage) -> Values:
        lines = _lines(passage.target, room, False) + _lines(passage.source, room, True)
        first, second = _cells(sheet, passage, (room, room))
        return {"number": passage.number, "whole": lines <= _WHOLE_UNIT, "cells": [first + second]}

    return _Look(_one_column(", ".join(matter.LANGUAGES)) | {"after": _AFTER_UNIT}, row, sheet.setters)


def _alone(sheet: Sheet, setter: Setter) -> _Look:
    room = sheet.width - NUMBER - _RIGHT

    def row(passage: Passage) -> Values:
        return {"number": passage.number, "whole": False, "cells": [_side(setter, passage, room)]}

    return _Look(_one_column(matter.LANGUAGES[setter.chinese]), row, [setter])


def _original(sheet: Sheet) -> Iterator[Values]:
    """The Chinese without the figures, as an appendix on pages of its own."""
    look = _alone(sheet, sheet.chinese)
    yield {"heads": sheet.pair(matter.ORIGINAL), "level": 2, "depth": 2, "mark": "", "parts": [], "fresh": True}
    for section in sheet.originals:
        heads = sheet.said(None, section.source_heading) if not section.is_lead else []
        passages = [passage for passage in section.passages if passage.number is not None]
        level = max(section.level, 2) + 1
        yield {
            "heads": [setter.words(block) for setter, block in heads],
            "level": level,
            "depth": level,
            "mark": "",
            "listed": False,  # the list of contents has one language's headings
            "parts": _parts(sheet, passages, look, sheet.ends_with(section)),
        }


def _one_column(name: str) -> Values:
    return {"widths": [100], "names": [words(name)], "after": _AFTER, "right": _RIGHT}


def _section(sheet: Sheet, section: BriefingSection, look: _Look) -> Values:
    """A heading (the lead's is the title, set before) and its passages."""
    lead = section.is_lead
    level = max(section.level, 2)
    return {
        "level": level,
        "depth": level,
        "heads": [] if lead else titles(sheet, section),
        "mark": "" if lead else matter.draft_mark(section),
        "parts": _parts(sheet, section.passages, look, len(look.setters) > 1 and sheet.ends_with(section)),
    }


def _parts(sheet: Sheet, passages: Sequence[Passage], look: _Look, last: bool) -> list[Values]:
    """Passages as rows, with the figures and the tables between them; `last`, before the colophon."""
    # What is kept with the next moves without its notes.
    found, led = grids(passages), leading(passages, last and not any(map(_has_notes, passages[-1:])))
    parts: list[Values] = []
    for (is_figure, grid), run in groupby(passages, lambda p: (p.number is None, found.get(p.number))):
        if is_figure:
            parts += [figure for passage in run for figure in figures(sheet, passage, last and passage is passages[-1])]
        elif grid:
            parts += _tables(sheet, tables(run), grid, look)
        else:
            for stretch in _stretches(list(run), led):
                rows = [look.row(passage) for passage in stretch.passages]
                parts.append(look.columns | {"rows": rows, "whole": stretch.whole, "leading": stretch.leading})
    return parts


def _tables(sheet: Sheet, found: Iterable[list[Passage]], grid: Grid, look: _Look) -> list[Values]:
    """Tables side by side where half the page is wide enough, else each in one language and then the other."""
    if grid.beside and look.beside:
        english = Part(sheet.english, grid.english, look.beside[0])
        chinese = Part(sheet.chinese, grid.chinese, look.beside[1])
        first, second = sheet.style.ordered(english, chinese)
        both = [first._replace(gutter=_GUTTER), second]
        return [_typst_tables.table(rows, both) | {"right": 0} for rows in found]
    room, right = sheet.width - NUMBER, look.columns["right"]
    return [
        _typst_tables.table(rows, [part]) | {"right": 0 if part.room == room else right}
        for rows in found
        for part in Part.across(look.setters, rows, room - right, room)
    ]


class _Stretch(NamedTuple):
    """Passages that are one block: `whole`, on one page; `leading`, not parted from the next by one.

    Whole is a short one with notes, which typst 0.15 leaves behind of a row that moves to the next page, and what leads
    to it, which it leaves behind of a block that its notes move.
    """

    passages: Sequence[Passage]
    whole: bool = False
    leading: bool = False


def _stretches(passages: Sequence[Passage], led: frozenset[int]) -> Iterator[_Stretch]:
    waiting: list[_Stretch] = []  # with the one that they lead to
    for stretch in _apart(passages, led):
        waiting.append(stretch)
        if stretch.leading:
            continue
        those = [passage for each in waiting for passage in each.passages]
        if stretch.whole and _is_short(*those):
            yield stretch._replace(passages=those)
        else:
            yield from waiting
        waiting = []
    yield from waiting


def _apart(passages: Sequence[Passage], led: frozenset[int]) -> Iterator[_Stretch]:
    start = 0
    for at, passage in enumerate(passages):
        short = _is_short(passage)
        whole, leading = short and _has_notes(passage), short and passage.number in led
        if whole or leading:
            if start < at:
                yield _Stretch(passages[start:at])
            yield _Stretch([passage], whole, leading)
            start = at + 1
    if start < len(passages):
        yield _Stretch(passages[start:])


def _is_short(*passages: Passage) -> bool:
    """What is kept whole and higher than a page would be cut off."""
    return sum(len(block.text.text) for passage in passages for block in passage.blocks) <= _SHORT


def _has_notes(passage: Passage) -> bool:
    return any(mark.kind is MarkKind.NOTE for block in passage.blocks for mark in block.marks)


def titles(sheet: Sheet, section: BriefingSection) -> list[Words]:
    """What is printed of a heading, in the order of the languages.

    The notes of a heading that is not printed here must not count as set, so it is not made.
    """
    said = sheet.heading(section)
    return [setter.words(block) for setter, block in (said[:1] if sheet.is_alone(section) else said)]


def _cells(sheet: Sheet, passage: Passage, rooms: tuple[float, float]) -> list[list[Values]]:
    """Both languages; `rooms` are the points that English and Chinese have."""
    return [_side(setter, passage, room) for setter, room in sheet.sides(*rooms)]


def _side(setter: Setter, passage: Passage, room: float) -> list[Values]:
    """The blocks of one language of a passage, or a grey word for what is not there."""
    blocks = [_block(setter, block, room) for block in passage.side(setter.chinese)]
    return blocks or [{"kind": "paragraph", "words": absent(setter)}]


def _block(setter: Setter, block: Block, room: float) -> Values:
    if block.kind is BlockKind.ROW:
        columns = _typst_tables.widths(columns_of([block], setter.chinese), room)
        return {"kind": "row", "header": block.label == "header", "cells": setter.cells(block), "columns": columns}
    values: Values = {"kind": block.kind.value, "words": setter.words(block)}
    if block.kind is BlockKind.ITEM:
        values |= {"marker": words(matter.sign(block), setter.chinese), "level": block.depth}
    return values


def _lines(blocks: Sequence[Block], width: float, chinese: bool) -> int:
    """About how many lines the blocks fill in a column of `width` points."""
    length = int(width / _CHARACTER[chinese])
    return sum(len(line) // length + 1 for block in blocks for line in block.text.text.split("\n"))
