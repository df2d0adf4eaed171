"""The lines of the text as sections: figures, headings of two levels, paragraphs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from yubei_pub.document import LEAD, Block, BlockKind, Section
from yubei_pub.layout import PartKind
from yubei_pub.outline import cues
from yubei_pub.outline.lines import LONG, RULE, Kind, Line, Notes
from yubei_pub.trace import Edit, TracedText

_KINDS = {
    PartKind.ITEM: BlockKind.ITEM,
    PartKind.ROW: BlockKind.ROW,
    PartKind.QUOTATION: BlockKind.QUOTATION,
}

LINES_OF_CAPTION = 4

_NO_HEADING = 20  # characters, of a line with a comma or a full stop in it
SURE = 24  # characters; a longer line without a full stop may as well be a short paragraph


@dataclass(frozen=True)
class Item:
    """A line of the text, or a figure made of up to three; `level` of a heading, 0 for all else."""

    line: Line
    block: Block
    level: int = 0


def sections(body: Sequence[Line], notes: Notes) -> tuple[Section, ...]:
    """The lead and the sections of a text, with ids for every heading."""
    title, rest = _title(body, notes)
    items = _items(rest, notes)
    _doubt_broken(items, notes)
    items = _with_levels(items, notes)
    made = [Section(LEAD, 1, title, ())]
    blocks: list[Block] = []
    numbers = [0, 0]
    for item in items:
        if not item.level:
            blocks.append(item.block)
            continue
        made[-1] = replace(made[-1], blocks=tuple(blocks))
        blocks = []
        numbers = [numbers[0] + 1, 0] if item.level == 2 or not numbers[0] else [numbers[0], numbers[1] + 1]
        id = f"s{numbers[0]}" + (f"-{numbers[1]}" if numbers[1] else "")
        made.append(Section(id, 3 if numbers[1] else 2, item.block, (), id))
    made[-1] = replace(made[-1], blocks=tuple(blocks))
    return tuple(made)


def _title(body: Sequence[Line], notes: Notes) -> tuple[Block, Sequence[Line]]:
    first, above = _first(body, notes)
    if first.kind is Kind.FILE or (first.is_sentence and len(first.words) > LONG and first.words.endswith("。")):
        notes.doubt(first.place, "The page has no title above this line. Write it behind the # in zh.md.")
        at = first.text.origin(0)
        return Block(BlockKind.HEADING, first.text[0:0], (at, at)), body
    below = body[body.index(first) + 1 :]
    again = [line for line in below[:2] if line.words == first.words]
    for line in again:
        notes.drop(line, "the title once more")
    return _block(BlockKind.HEADING, first.text), [*above, *(line for line in below if line not in again)]


def _first(body: Sequence[Line], notes: Notes) -> tuple[Line, Sequence[Line]]:
    """The line of the title, and what is text of those above it."""
    titles = (n for n, line in enumerate(body) if line.is_part(PartKind.HEADING) and line.part and line.part.level == 1)
    letterhead = _letterhead(body)
    number = next(titles, letterhead)
    above: list[Line] = []
    for line in body[:number]:
        row = line.is_part(PartKind.ROW)  # of the table that offices give their notices: 索引号, 发布机构, 文号
        if (line.is_sentence and not row) or line.kind is Kind.FILE or letterhead:
            above.append(line)
        else:
            notes.drop(line, "it stands above the title")
    return body[number], above


def _letterhead(body: Sequence[Line]) -> int:
    """How many lines at the top are the red head of an official document: 某某人民政府文件, and its number."""
    numbered = [n for n, line in enumerate(body[:4]) if cues.OFFICIAL_NUMBER.search(line.words)]
    headed = bool(numbered) and numbered[0] + 1 < len(body) and bool(cues.LETTERHEAD.search(body[0].words))
    return numbered[0] + 1 if headed else 0


def _items(body: Sequence[Line], notes: Notes) -> list[Item]:
    items: list[Item] = []
    rows = _rows_of_figures(body)
    index = 0
    while index < len(body):
        line = body[index]
        if many := rows.get(index, 0):
            row = zip(body[index : index + many], body[index + many : index + 2 * many], strict=True)
            items += [Item(file, _figure(file, [caption])) for file, caption in row]
            index += 2 * many
        elif above := _above(body, index):
            items.append(Item(line, _figure(body[index + len(above)], above)))
            index += len(above) + 1
        elif line.kind is Kind.FILE:
            below = _caption(line, body[index + 1 : index + 3], notes)
            items.append(Item(line, _figure(line, below)))
            index += 1 + len(below)
        else:
            items.append(Item(line, _text(line, notes)))
            index += 1
    return items


def _rows_of_figures(body: Sequence[Line]) -> dict[int, int]:
    """How many pictures begin at a line that have their captions in one row below them, as in a table."""
    found: dict[int, int] = {}
    stop = 0  # behind a run of pictures, or of captions, or of anything else
    runs = [(what, len([*run])) for what, run in groupby(body, key=lambda line: (line.kind, _is_caption(line)))]
    for ((kind, _), size), ((_, captions), below) in pairwise(runs):
        stop += size
        if kind is Kind.FILE and captions:
            found |= {stop - many: many for many in range(2, min(size, below) + 1)}
    return found


def _is_caption(line: Line) -> bool:
    return line.is_part(PartKind.CAPTION)


def _above(body: Sequence[Line], index: int) -> Sequence[Line]:
    """The caption that begins here, if it belongs to the picture below it: that has none of its own."""
    stop = index
    while stop < min(len(body), index + LINES_OF_CAPTION) and body[stop].is_part(PartKind.CAPTION):
        stop += 1
    pictured = stop < len(body) and body[stop].kind is Kind.FILE
    own = stop + 1 < len(body) and body[stop + 1].is_part(PartKind.CAPTION)
    if pictured and not own and stop > index:
        return body[index:stop]
    return body[index : index + 1] if _is_numbered_above(body[index : index + 3]) else []


def _is_numbered_above(lines: Sequence[Line]) -> bool:
    """Whether 圖2 stands above its picture: below that is no other caption."""
    if len(lines) < 2 or not cues.FIGURE.search(lines[0].words) or lines[1].kind is not Kind.FILE:
        return False
    below = lines[2] if len(lines) > 2 else None
    plain = lines[0].part is None or lines[0].part.kind in (PartKind.TEXT, PartKind.PARAGRAPH)
    return plain and not (below and (below.has_credit or below.is_part(PartKind.CAPTION)))


def _text(line: Line, notes: Notes) -> Block:
    """A paragraph, or what the page's format says of the line."""
    part = line.part
    if part and part.kind in _KINDS:
        return _block(_KINDS[part.kind], line.text)._replace(depth=part.level, label=part.label)
    if line.has_credit and not line.words.endswith("。"):
        words = "This looks like a picture's caption, but no file name stands above it. It was kept as a paragraph."
        notes.doubt(line.place, words)
    return _block(BlockKind.PARAGRAPH, line.text)


def _caption(file: Line, below: Sequence[Line], notes: Notes) -> list[Line]:
    """The caption of a picture among the two lines below its file name, with a credit on a line of its own."""
    line = below[0] if below else None
    if line and line.is_part(PartKind.CAPTION):
        return [each for each in below if each.is_part(PartKind.CAPTION)]
    credited = len(below) > 1 and bool(cues.CREDIT_ONLY.search(below[1].words))
    if line is None or not _may_be_caption(line, credited):
        notes.doubt(
            file.place, "No caption stands below this picture's file name. Write one in zh.md, or take the picture out."
        )
        return []
    if credited and not cues.CREDIT.search(line.words):
        return list(below)
    if not line.has_credit:
        words = (
            "This line was taken for the caption of the picture above it, though it names no photographer. Is it one?"
        )
        notes.doubt(line.place, words)
    return [line]


def _may_be_caption(line: Line, credited: bool) -> bool:
    if line.kind is Kind.FILE or (line.part and line.part.kind not in (PartKind.TEXT, PartKind.PARAGRAPH)):
        return False
    if line.is_part(PartKind.PARAGRAPH) and not credited and not cues.TAKEN.search(line.words):
        return line.has_credit
    return len(line.words) <= LONG or line.has_credit


def _figure(file: Line, caption: Sequence[Line]) -> Block:
    texts = [line.text for line in caption[:1]]
    for above, line in pairwise(caption):
        texts.append(line.text.edit([Edit(0, 0, "" if above.words.endswith("。") else " ", RULE)]))
    text = TracedText.join(texts, file.text.source, file.text.origin(len(file.text)))
    places = [file.place, *(line.place for line in caption)]
    span = min(place.start for place in places), max(place.end for place in places)
    return Block(BlockKind.FIGURE, text, span, picture=file.words)


def _with_levels(items: Sequence[Item], notes: Notes) -> list[Item]:
    """The items with the levels of those that are headings; what the page's format says wins."""
    headings = [item for item in items if _said(item)]
    # A lone one right below the title is a subtitle, and says nothing of the others.
    if said := sorted(map(_said, headings if headings != items[:1] else [])):
        return [_as_heading(item, 2 if _said(item) == said[0] else 3) if _said(item) else item for item in items]
    found: list[Item] = []
    inside = False  # a pair of headings came before
    runs = [(heading, list(run)) for heading, run in groupby(items, key=_may_head)]
    for number, (heading, run) in enumerate(runs):
        # Who signs a notice stands last, or above what is attached.
        last = number == len(runs) - 1 or bool(cues.ATTACHED.match(runs[number + 1][1][0].line.words))
        if not heading:
            found += run
        elif last or len(run) > 2:
            _doubt_run(run, last, notes)
            found += run
        else:
            found += _headings(run, inside, first=number == 0, notes=notes)
            inside = inside or len(run) == 2
    return found


def _headings(run: Sequence[Item], inside: bool, first: bool, notes: Notes) -> list[Item]:
    levels = [2, 3] if len(run) == 2 else [3 if inside else 2]
    made = []
    for item, level in zip(run, levels, strict=True):
        numbered = next((n for pattern, n in cues.NUMBERED if pattern.search(item.line.words)), 0)
        if not numbered and len(item.line.words) > SURE:
            notes.doubt(item.line.place, "This line was taken for a heading. Is it a short paragraph?")
        made.append(_as_heading(item, numbered or level))
    if first and len(run) == 1:
        notes.doubt(run[0].line.place, "This line below the title was taken for the first heading. Is it a subtitle?")
    return made


def _as_heading(item: Item, level: int) -> Item:
    return Item(item.line, _block(BlockKind.HEADING, item.line.text), level)


def _said(item: Item) -> int:
    """The level that the page's format gives a heading, 0 for all else."""
    part = item.line.part
    return part.level if part and part.kind is PartKind.HEADING else 0


def _doubt_run(run: Sequence[Item], last: bool, notes: Notes) -> None:
    place = run[0].line.place._replace(end=run[-1].line.place.end)
    if last:
        notes.doubt(
            place, "Nothing follows below this short line, so it was kept as a paragraph. Does it belong to the text?"
        )
    else:
        words = "These {count} short lines in a row were kept as paragraphs. Are there headings among them?"
        notes.doubt(place, words, count=len(run))


def _doubt_broken(items: Sequence[Item], notes: Notes) -> None:
    """Tell of lines that a PDF broke: one ends with a comma, or two in a row are no headings and end in a word."""
    first, broken = None, False
    for item, below in pairwise(items):
        plain = item.block.kind is below.block.kind is BlockKind.PARAGRAPH
        several = (broken or _ends_in_a_word(below.line)) and _ends_in_a_word(item.line)
        broken = plain and (several or item.line.words.endswith(cues.COMMA))
        first = first or (item if broken else None)
    if first:
        words = "From here on lines end within a sentence. Join each with the line below it in zh.md."
        notes.doubt(first.line.place, words)


def _ends_in_a_word(line: Line) -> bool:
    """Whether a line that is no heading ends without a sign."""
    words = line.words
    return (
        len(words) >= _NO_HEADING and any(sign in words for sign in "，。；") and bool(cues.IN_A_WORD.match(words[-1]))
    )


def _may_head(item: Item) -> bool:
    """A short line without a full stop that does not announce what follows."""
    block, words = item.block, item.block.text.text
    if (
        item.line.is_part(PartKind.CAPTION)
        or block.kind is not BlockKind.PARAGRAPH
        or len(words) > LONG
        or not cues.CHINESE.search(words)
    ):
        return False
    no_heads = (cues.SENTENCE_END, cues.GOES_ON, cues.CREDIT, cues.SPOKEN, cues.NO_HEADING)
    return "。" not in words and not any(pattern.search(words) for pattern in no_heads)


def _block(kind: BlockKind, text: TracedText) -> Block:
    return Block(kind, text, text.origin_span(0, len(text)))
