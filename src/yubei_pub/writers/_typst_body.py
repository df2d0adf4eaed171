"""The sections of a briefing as values for data/briefing.typ, in each of the three layouts.

A section has `heads` (one language or two), `level` (how it looks), `depth` (its place among the
headings), `mark` and `parts`: rows of cells under each other, or a figure.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import groupby, islice, zip_longest

from yubei_pub.document import Block, BlockKind, MarkKind
from yubei_pub.model import BriefingSection, Passage
from yubei_pub.wording import captions, matter
from yubei_pub.writers._columns import Column, Grid, Grids, grids, is_header, shared, tables
from yubei_pub.writers._columns import columns as columns_of
from yubei_pub.writers._typst_sheet import Sheet, Values
from yubei_pub.writers._typst_words import Setter, Words, words
from yubei_pub.writers._widths import highest
from yubei_pub.xmltext import clean

_NUMBER = 37  # points of the column of numbers
_ENGLISH_SHARE = 55  # of a hundred: English takes about a fifth more room than the Chinese it renders
_GUTTER = 15
_RIGHT = 25  # lines over the full width would be longer than the eye follows
_AFTER, _AFTER_UNIT = 4.5, 12  # points under a row, and under one in which both languages stand
# As in Word, pages break between rows; only one of more lines may be split.  typst leaves no line alone.
_WHOLE = 20
_WHOLE_UNIT = 12  # both languages one under the other
_SHORT = 1500  # characters of both languages
_CHARACTER = {False: 4.85, True: 10.2}  # points a character takes in English, in Chinese, as measured
_FORMATS = {"png": "png", "jpeg": "jpg", "gif": "gif"}  # a picture's kind as typst calls it

Row = Callable[[Passage, Grids], Values]


def sections(sheet: Sheet) -> list[Values]:
    """All sections in the layout of the style; one that PDF has not is taken for the default, as in Word."""
    return list(_LAYOUTS.get(sheet.style.layout, _parallel)(sheet))


def _parallel(sheet: Sheet) -> Iterator[Values]:
    room = sheet.width - _NUMBER
    english = room * _ENGLISH_SHARE / 100
    widths = (english - _GUTTER * (not sheet.chinese_first), room - english - _GUTTER * sheet.chinese_first)

    def row(passage: Passage, found: Grids) -> Values:
        lines = max(_lines(passage.target, widths[0], False), _lines(passage.source, widths[1], True))
        return {"number": passage.number, "whole": lines <= _WHOLE, "cells": _cells(sheet, passage, found, widths)}

    shares = [_ENGLISH_SHARE, 100 - _ENGLISH_SHARE]
    names = sheet.sides(lambda: words("English", False), lambda: words("中文", True))
    columns = {"widths": shares[::-1] if sheet.chinese_first else shares, "names": names, "after": _AFTER, "right": 0}
    for section in sheet.briefing.sections:
        yield _section(sheet, section, columns, row)


def _stacked(sheet: Sheet) -> Iterator[Values]:
    room = sheet.width - _NUMBER - _RIGHT

    def row(passage: Passage, found: Grids) -> Values:
        lines = _lines(passage.target, room, False) + _lines(passage.source, room, True)
        first, second = _cells(sheet, passage, found, (room, room))
        return {"number": passage.number, "whole": lines <= _WHOLE_UNIT, "cells": [first + second]}

    columns = _one_column("English, 中文") | {"after": _AFTER_UNIT}
    for section in sheet.briefing.sections:
        yield _section(sheet, section, columns, row)


def _english(sheet: Sheet) -> Iterator[Values]:
    """The English with the figures, then the Chinese without them."""
    room = sheet.width - _NUMBER - _RIGHT
    for section in sheet.briefing.sections:
        yield _section(sheet, section, _one_column("English"), partial(_alone, sheet.english, room), [sheet.english])
    yield {"heads": sheet.pair(matter.ORIGINAL), "level": 2, "depth": 2, "mark": "", "parts": []}
    for section in sheet.briefing.sections:
        heading = _said(sheet.chinese, section.source_heading) if section.id != "lead" else None
        passages = [passage for passage in section.passages if passage.number is not None]
        level = max(section.level, 2) + 1
        yield {
            "heads": [heading] if heading else [],
            "level": level,
            "depth": level,
            "mark": "",
            "listed": False,  # the list of contents has one language's headings
            "parts": _parts(
                sheet, passages, _one_column("中文"), partial(_alone, sheet.chinese, room), [sheet.chinese]
            ),
        }


_LAYOUTS: Mapping[str, Callable[[Sheet], Iterator[Values]]] = {
    "parallel": _parallel,
    "stacked": _stacked,
    "english": _english,
}


def _one_column(name: str) -> Values:
    return {"widths": [100], "names": [words(name)], "after": _AFTER, "right": _RIGHT}


def _section(
    sheet: Sheet, section: BriefingSection, columns: Values, row: Row, setters: Sequence[Setter] = ()
) -> Values:
    """A heading (the lead's is the title, set before) and its passages."""
    lead = section.id == "lead"
    level = max(section.level, 2)
    return {
        "level": level,
        "depth": level,
        "heads": [] if lead else titles(sheet, section, alone=len(setters) == 1),
        "mark": "" if lead else matter.draft_mark(section),
        "parts": _parts(sheet, section.passages, columns, row, setters or sheet.setters),
    }


def _parts(
    sheet: Sheet, passages: Sequence[Passage], columns: Values, row: Row, setters: Sequence[Setter]
) -> list[Values]:
    """Passages as rows, with the figures between them and the tables that take the page's whole width."""
    found = grids(passages)
    beside = sheet.style.layout not in ("stacked", "english")
    across = {number for number, grid in found.items() if not (beside and grid.beside)}
    parts: list[Values] = []
    for (is_figure, is_table), run in groupby(passages, lambda p: (p.number is None, p.number in across)):
        if is_figure:
            parts += [figure for passage in run for figure in _figures(sheet, passage)]
        elif is_table:
            room, right = sheet.width - _NUMBER - columns["right"], {"right": columns["right"]}
            parts += [_table(setter, rows, room) | right for rows in tables(run) for setter in setters]
        else:
            for whole, those in _stretches(run):
                parts.append(columns | {"rows": [row(passage, found) for passage in those], "whole": whole})
    return parts


def _stretches(passages: Iterable[Passage]) -> Iterator[tuple[bool, list[Passage]]]:
    """Passages that are one block, and whether it stands on one page.

    Those are a short one with notes, which typst 0.15 leaves behind of a row that moves to the next page, and the
    header row of a table with the row behind it.
    """
    whole, those = False, list[Passage]()
    for passage in passages:
        alone = _is_short(passage) and (_has_notes(passage) or is_header(passage))
        below_header = len(those) == 1 and whole and is_header(those[0]) and _is_short(passage)
        if those and (whole or alone) and not below_header:
            yield whole, those
            whole, those = False, []
        whole = whole or alone
        those.append(passage)
    if those:
        yield whole, those


def _is_short(passage: Passage) -> bool:
    """What is kept whole and higher than a page would be cut off."""
    return sum(len(block.text.text) for block in (*passage.source, *passage.target)) <= _SHORT


def _has_notes(passage: Passage) -> bool:
    blocks = (*passage.source, *passage.target)
    return any(mark.kind is MarkKind.NOTE for block in blocks for mark in block.marks)


def _table(setter: Setter, passages: Sequence[Passage], room: float) -> Values:
    """Rows of a table in one language and so many points, each line with the number of its passage."""
    sides = [(passage.number, passage.source if setter.chinese else passage.target) for passage in passages]
    columns = columns_of([block for _, blocks in sides for block in blocks], setter.chinese)
    lines = [
        {"number": number, "header": bool(block and block.label == "header"), "cells": _line(setter, block)}
        for number, blocks in sides
        for block in blocks or (None,)
    ]
    return {"lines": lines, "columns": _widths(columns, room)}


def _line(setter: Setter, block: Block | None) -> list[Words]:
    if block is not None:
        return setter.cells(block)
    return [words(matter.NO_SOURCE if setter.chinese else matter.UNTRANSLATED, setter.chinese, "grey")]


def _widths(columns: Sequence[Column], width: float) -> list[Values]:
    """The shares of columns in so many points, and which of them hold figures."""
    shares = shared(columns, width)
    return [{"share": round(share, 2), "figures": each.figures} for share, each in zip(shares, columns, strict=True)]


def titles(sheet: Sheet, section: BriefingSection, alone: bool = False) -> list[Words]:
    """What there is of a heading in both languages, in their order; `alone`: in the first that has one.

    The notes of a heading that is not printed here must not count as set, so it is not made.
    """
    sides = [(sheet.english, section.target_heading), (sheet.chinese, section.source_heading)]
    said = (_said(setter, block) for setter, block in (sides[::-1] if sheet.chinese_first else sides))
    return list(islice(filter(None, said), 1 if alone else None))


def _said(setter: Setter, block: Block | None) -> Words | None:
    return setter.words(block) if block and matter.says_something(block) else None


# -- Rows ---------------------------------------------------------------------------------------------------------


def _cells(sheet: Sheet, passage: Passage, found: Grids, rooms: tuple[float, float]) -> list[list[Values]]:
    """Both languages; `rooms` are the points that English and Chinese have."""
    return sheet.sides(
        lambda: _side(sheet.english, passage.target, found.get(passage.number), rooms[0]),
        lambda: _side(sheet.chinese, passage.source, found.get(passage.number), rooms[1]),
    )


def _alone(setter: Setter, room: float, passage: Passage, found: Grids) -> Values:
    blocks = passage.source if setter.chinese else passage.target
    cell = _side(setter, blocks, found.get(passage.number), room)
    return {"number": passage.number, "whole": False, "cells": [cell]}


def _side(setter: Setter, blocks: Sequence[Block], grid: Grid | None, room: float) -> list[Values]:
    """The blocks of one language of a passage, or a grey word for what is not there."""
    if not blocks:
        return [{"kind": "paragraph", "words": _line(setter, None)[0]}]
    return [_block(setter, block, grid, room) for block in blocks]


def _block(setter: Setter, block: Block, grid: Grid | None, room: float) -> Values:
    if block.kind is BlockKind.ROW:
        columns = grid.columns(setter.chinese) if grid else columns_of([block], setter.chinese)
        widths = _widths(columns, room)
        return {"kind": "row", "header": block.label == "header", "cells": setter.cells(block), "columns": widths}
    values: Values = {"kind": block.kind.value, "words": setter.words(block)}
    if block.kind is BlockKind.ITEM:
        values |= {"marker": words(matter.sign(block), setter.chinese), "level": block.depth}
    return values


def _lines(blocks: Sequence[Block], width: float, chinese: bool) -> int:
    """About how many lines the blocks fill in a column of `width` points."""
    length = int(width / _CHARACTER[chinese])
    return sum(len(line) // length + 1 for block in blocks for line in block.text.text.split("\n"))


# -- Figures ------------------------------------------------------------------------------------------------------


def _figures(sheet: Sheet, passage: Passage) -> Iterator[Values]:
    """Each picture once, with both captions under it."""
    for target, source in zip_longest(passage.target, passage.source):
        yield _picture(sheet, target, source) | {
            "captions": _captions(sheet, matter.spoken(target), matter.spoken(source))
        }


def _picture(sheet: Sheet, target: Block | None, source: Block | None) -> Values:
    """As wide as the text columns, unless it were too high or coarser than 72 pixels an inch."""
    path = next(block.picture for block in (source, target) if block)
    picture = sheet.briefing.pictures.get(path)
    if picture is None:
        return {"missing": [words("Picture missing: ", False), words(path)]}
    name = f"{sheet.name}-{list(sheet.briefing.pictures).index(path)}.{picture.kind}"
    sheet.files[name] = picture.data
    pixels, lines = max(picture.width, 1), max(picture.height, 1)
    width = min(sheet.width - _NUMBER, pixels, highest(pixels, lines, sheet.page["height"]) * pixels / lines)
    said = clean(" ".join(block.text.text for block in (target, source) if block)).strip()
    return {"file": name, "format": _FORMATS[picture.kind], "alt": said or clean(path), "width": round(width, 2)}


def _captions(sheet: Sheet, english: Block | None, chinese: Block | None) -> list[Words]:
    """What there is of both captions, their credits grey; one that is not translated says so."""
    if not english and not chinese:
        return []
    sides = sheet.sides(
        lambda: _credited(sheet.english, english) if english else words(matter.UNTRANSLATED, False, "grey"),
        lambda: _credited(sheet.chinese, chinese) if chinese else None,
    )
    return [side for side in sides if side]


def _credited(setter: Setter, block: Block) -> Words:
    return setter.words(block, captions.credit_start(block.text.text, setter.chinese))
