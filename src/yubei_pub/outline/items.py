"""The lines of a text as items: paragraphs, and figures with their captions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise, takewhile

from yubei_pub.document import Block, BlockKind
from yubei_pub.layout import PartKind
from yubei_pub.outline import cues
from yubei_pub.outline.lines import LONG, RULE, Kind, Line, Notes
from yubei_pub.trace import Edit, TracedText

_KINDS = {PartKind.ITEM: BlockKind.ITEM, PartKind.ROW: BlockKind.ROW, PartKind.QUOTATION: BlockKind.QUOTATION}

LINES_OF_CAPTION = 4
_UNNAMED = "This line was taken for the caption of the picture above it, though it names no photographer. Is it one?"


@dataclass(frozen=True)
class Item:
    """A line of the text, or a figure made of up to three; `level` of a heading, 0 for all else."""

    line: Line
    block: Block
    level: int = 0


def items(body: Sequence[Line], notes: Notes) -> list[Item]:
    """The lines below a title, pictures with their captions as figures."""
    found: list[Item] = []
    rows = _rows_of_figures(body)
    tables = _tables(body)
    index = 0
    while index < len(body):
        line = body[index]
        if many := rows.get(index, 0):
            row = zip(body[index : index + many], body[index + many : index + 2 * many], strict=True)
            found += [Item(file, _figure(file, [caption])) for file, caption in row]
            index += 2 * many
        elif (above := _above(body, index)) or line.kind is Kind.FILE:
            caption = above or _caption(line, body[index + 1 : index + 3], notes)
            found.append(Item(line, _figure(body[index + len(above)], caption)))
            index += 1 + len(caption)
        else:
            block = _text(line, notes) if index not in tables else block_of(BlockKind.ROW, line.text)
            found.append(Item(line, block._replace(label=tables.get(index, block.label))))
            index += 1
    return found


def _tables(body: Sequence[Line]) -> dict[int, str]:
    """The lines that a browser made of the rows of a table, whose cells it parts by tabs: the first is the header."""
    found: dict[int, str] = {}
    for tabs, run in groupby(enumerate(body), key=lambda row: _tabs(row[1])):
        rows = [index for index, _ in run]
        if tabs and len(rows) > 1:
            found |= dict.fromkeys(rows, "") | {rows[0]: "header"}
    return found


def _tabs(line: Line) -> int:
    return line.words.count("\t") if line.kind is Kind.TEXT and not line.part else 0


def _rows_of_figures(body: Sequence[Line]) -> dict[int, int]:
    """How many pictures begin at a line that have their captions in one row below them, as in a table."""
    found: dict[int, int] = {}
    stop = 0  # behind a run of pictures, or of captions, or of anything else
    runs = [(what, len([*run])) for what, run in groupby(body, key=lambda line: (line.kind, line.is_caption))]
    for ((kind, _), size), ((_, captions), below) in pairwise(runs):
        stop += size
        if kind is Kind.FILE and captions:
            found |= {stop - many: many for many in range(2, min(size, below) + 1)}
    return found


def _above(body: Sequence[Line], index: int) -> Sequence[Line]:
    """The caption that begins here, 圖2 say, if it belongs to the picture below it: that has none of its own."""
    numbered = body[index].is_plain and bool(cues.FIGURE.search(body[index].words))
    captions = takewhile(lambda line: line.is_caption, body[index : index + LINES_OF_CAPTION])
    above = body[index : index + 1] if numbered else [*captions]
    picture, *below = (*body[index + len(above) : index + len(above) + 2], None)
    own = any(line and (line.is_caption or (numbered and line.has_credit)) for line in below)
    return above if picture and picture.kind is Kind.FILE and not own else []


def _text(line: Line, notes: Notes) -> Block:
    """A paragraph, or what the page's format says of the line."""
    part = line.part
    if part and part.kind in _KINDS:
        return block_of(_KINDS[part.kind], line.text)._replace(depth=part.level, label=part.label)
    if line.has_credit and not line.words.endswith("。"):
        words = "This looks like a picture's caption, but no file name stands above it. It was kept as a paragraph."
        notes.doubt(line.place, words)
    return block_of(BlockKind.PARAGRAPH, line.text)


def _caption(file: Line, below: Sequence[Line], notes: Notes) -> list[Line]:
    """The caption of a picture among the two lines below its file name, with a credit on a line of its own."""
    line = below[0] if below else None
    if line and line.is_caption:
        return [each for each in below if each.is_caption]
    credited = len(below) > 1 and bool(cues.CREDIT_ONLY.search(below[1].words))
    if line is None or not _may_be_caption(line, credited):
        words = "No caption stands below this picture's file name. Write one in zh.md, or take the picture out."
        notes.doubt(file.place, words)
        return []
    if credited and not cues.CREDIT.search(line.words):
        return list(below)
    if not line.has_credit:
        notes.doubt(line.place, _UNNAMED)
    return [line]


def _may_be_caption(line: Line, credited: bool) -> bool:
    paragraph = line.is_part(PartKind.PARAGRAPH) and not credited and not cues.TAKEN.search(line.words)
    short = len(line.words) <= LONG and line.words.count("。") < 2
    return line.kind is not Kind.FILE and line.is_plain and (line.has_credit or (short and not paragraph))


def _figure(file: Line, caption: Sequence[Line]) -> Block:
    texts = [line.text for line in caption[:1]]
    for above, line in pairwise(caption):
        texts.append(behind("" if above.words.endswith("。") else " ", line.text))
    text = TracedText.join(texts, file.text.source, file.text.origin(len(file.text)))
    places = [file.place, *(line.place for line in caption)]
    span = min(place.start for place in places), max(place.end for place in places)
    return Block(BlockKind.FIGURE, text, span, picture=file.words)


def behind(gap: str, text: TracedText) -> TracedText:
    """A line that another stands before, with what parts them."""
    return text.edit([Edit(0, 0, gap, RULE)])


def block_of(kind: BlockKind, text: TracedText) -> Block:
    """A whole line as a block."""
    return Block(kind, text, text.origin_span(0, len(text)))
