"""The sections of a briefing as values for data/briefing.typ, in each of the three layouts.

A section has `heads` (one language or two), `level` (how it looks), `depth` (its place among the
headings), `mark` and `parts`: rows of cells under each other, or a figure.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby, zip_longest

from yubei_pub import captions, colophon
from yubei_pub.document import Block, BlockKind
from yubei_pub.model import BriefingSection, Passage
from yubei_pub.word.wordml import clean
from yubei_pub.writers._typst_sheet import Sheet, Values
from yubei_pub.writers._typst_words import Setter, Words, words

_BULLETS = "-*+"  # Markdown's own markers; "1." stays as it is
_NUMBER = 37  # points of the column of numbers
_ENGLISH_SHARE = 55  # of a hundred: English takes about a fifth more room than the Chinese it renders
_GUTTER = 15
_RIGHT = 25  # lines over the full width would be longer than the eye follows
_AFTER, _AFTER_UNIT = 4.5, 12  # points under a row, and under one in which both languages stand
# As in Word, pages break between rows; only one of more lines may be split.  typst leaves no line alone.
_WHOLE = 20
_WHOLE_UNIT = 12  # both languages one under the other
_CHARACTER = {False: 4.85, True: 10.2}  # points a character takes in English, in Chinese, as measured
_FORMATS = {"png": "png", "jpeg": "jpg", "gif": "gif"}  # a picture's kind as typst calls it

Row = Callable[[Passage], Values]


def sections(sheet: Sheet) -> list[Values]:
    """All sections in the layout of the style; one that PDF has not is taken for the default, as in Word."""
    return list(_LAYOUTS.get(sheet.style.layout, _parallel)(sheet))


def _parallel(sheet: Sheet) -> Iterator[Values]:
    room = sheet.width - _NUMBER
    english = room * _ENGLISH_SHARE / 100
    widths = (english - _GUTTER * (not sheet.chinese_first), room - english - _GUTTER * sheet.chinese_first)

    def row(passage: Passage) -> Values:
        lines = max(_lines(passage.target, widths[0], False), _lines(passage.source, widths[1], True))
        return {"number": passage.number, "whole": lines <= _WHOLE, "cells": _cells(sheet, passage)}

    shares = [_ENGLISH_SHARE, 100 - _ENGLISH_SHARE]
    names = sheet.sides(lambda: words("English", False), lambda: words("中文", True))
    columns = {"widths": shares[::-1] if sheet.chinese_first else shares, "names": names, "after": _AFTER, "right": 0}
    for section in sheet.briefing.sections:
        yield _section(sheet, section, columns, row)


def _stacked(sheet: Sheet) -> Iterator[Values]:
    room = sheet.width - _NUMBER - _RIGHT

    def row(passage: Passage) -> Values:
        lines = _lines(passage.target, room, False) + _lines(passage.source, room, True)
        first, second = _cells(sheet, passage)
        return {"number": passage.number, "whole": lines <= _WHOLE_UNIT, "cells": [first + second]}

    columns = _one_column("English, 中文") | {"after": _AFTER_UNIT}
    for section in sheet.briefing.sections:
        yield _section(sheet, section, columns, row)


def _english(sheet: Sheet) -> Iterator[Values]:
    """The English with the figures, then the Chinese without them."""
    for section in sheet.briefing.sections:
        made = _section(sheet, section, _one_column("English"), lambda passage: _alone(sheet.english, passage))
        yield made | {"heads": made["heads"][:1]}
    yield {"heads": sheet.pair(colophon.ORIGINAL), "level": 2, "depth": 2, "mark": "", "parts": []}
    for section in sheet.briefing.sections:
        heading = _said(sheet.chinese, section.source_heading) if section.id != "lead" else None
        passages = [passage for passage in section.passages if passage.number is not None]
        rows = [_alone(sheet.chinese, passage) for passage in passages]
        level = max(section.level, 2) + 1
        yield {
            "heads": [heading] if heading else [],
            "level": level,
            "depth": level,
            "mark": "",
            "listed": False,  # the list of contents has one language's headings
            "parts": [_one_column("中文") | {"rows": rows}] if rows else [],
        }


_LAYOUTS: Mapping[str, Callable[[Sheet], Iterator[Values]]] = {
    "parallel": _parallel,
    "stacked": _stacked,
    "english": _english,
}


def _one_column(name: str) -> Values:
    return {"widths": [100], "names": [words(name)], "after": _AFTER, "right": _RIGHT}


def _section(sheet: Sheet, section: BriefingSection, columns: Values, row: Row) -> Values:
    """A heading (the lead's is the title, set before) and its passages: rows, with the figures between them."""
    lead = section.id == "lead"
    heads = [] if lead else titles(sheet, section)
    parts: list[Values] = []
    for is_figure, run in groupby(section.passages, lambda passage: passage.number is None):
        if is_figure:
            parts += [figure for passage in run for figure in _figures(sheet, passage)]
        else:
            parts.append(columns | {"rows": [row(passage) for passage in run]})
    level = max(section.level, 2)
    return {"level": level, "depth": level, "heads": heads, "mark": "" if lead else mark(section), "parts": parts}


def mark(section: BriefingSection) -> str:
    """The words at a heading whose translation nobody stands behind; empty for a reviewed section."""
    return colophon.DRAFT_MARKS.get(section.state, "")


def titles(sheet: Sheet, section: BriefingSection) -> list[Words]:
    """What there is of a heading in both languages, in their order."""
    sides = sheet.sides(
        lambda: _said(sheet.english, section.target_heading), lambda: _said(sheet.chinese, section.source_heading)
    )
    return [side for side in sides if side]


def _said(setter: Setter, block: Block | None) -> Words | None:
    return setter.words(block) if block and colophon.says_something(block) else None


# -- Rows ---------------------------------------------------------------------------------------------------------


def _cells(sheet: Sheet, passage: Passage) -> list[list[Values]]:
    return sheet.sides(lambda: _side(sheet.english, passage.target), lambda: _side(sheet.chinese, passage.source))


def _alone(setter: Setter, passage: Passage) -> Values:
    blocks = passage.source if setter.chinese else passage.target
    return {"number": passage.number, "whole": False, "cells": [_side(setter, blocks)]}


def _side(setter: Setter, blocks: Sequence[Block]) -> list[Values]:
    """The blocks of one language of a passage, or a grey word for what is not there."""
    if not blocks:
        instead = colophon.NO_SOURCE if setter.chinese else colophon.UNTRANSLATED
        return [{"kind": "paragraph", "words": words(instead, setter.chinese, "grey")}]
    return [_block(setter, block) for block in blocks]


def _block(setter: Setter, block: Block) -> Values:
    if block.kind is BlockKind.ROW:
        return {"kind": "row", "header": block.label == "header", "cells": setter.cells(block)}
    values: Values = {"kind": block.kind.value, "words": setter.words(block)}
    if block.kind is BlockKind.ITEM:
        label = block.label.strip()
        values |= {"marker": words("•" if label in _BULLETS else label, setter.chinese), "level": block.depth}
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
            "captions": _captions(sheet, colophon.spoken(target), colophon.spoken(source))
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
    width = min(sheet.width - _NUMBER, pixels, sheet.page["height"] * 0.6 * pixels / lines)
    said = clean(" ".join(block.text.text for block in (target, source) if block)).strip()
    return {"file": name, "format": _FORMATS[picture.kind], "alt": said or clean(path), "width": round(width, 2)}


def _captions(sheet: Sheet, english: Block | None, chinese: Block | None) -> list[Words]:
    """What there is of both captions, their credits grey; one that is not translated says so."""
    if not english and not chinese:
        return []
    sides = sheet.sides(
        lambda: _credited(sheet.english, english) if english else words(colophon.UNTRANSLATED, False, "grey"),
        lambda: _credited(sheet.chinese, chinese) if chinese else None,
    )
    return [side for side in sides if side]


def _credited(setter: Setter, block: Block) -> Words:
    return setter.words(block, captions.credit_start(block.text.text, setter.chinese))
