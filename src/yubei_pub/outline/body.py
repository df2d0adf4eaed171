"""The lines of the text as sections: figures, headings of two levels, paragraphs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from yubei_pub.model import Block, BlockKind, Section
from yubei_pub.outline import cues
from yubei_pub.outline.lines import LONG, RULE, Kind, Line, Notes
from yubei_pub.trace import Run, TracedText

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
    items = _with_levels(_items(rest, notes), notes)
    made = [Section("lead", 1, title, ())]
    blocks: list[Block] = []
    numbers = [0, 0]
    for item in items:
        if not item.level:
            blocks.append(item.block)
            continue
        made[-1] = _filled(made[-1], blocks)
        blocks = []
        numbers = [numbers[0] + 1, 0] if item.level == 2 or not numbers[0] else [numbers[0], numbers[1] + 1]
        id = f"s{numbers[0]}" + (f"-{numbers[1]}" if numbers[1] else "")
        made.append(Section(id, 3 if numbers[1] else 2, item.block, (), id))
    made[-1] = _filled(made[-1], blocks)
    return tuple(made)


def _filled(section: Section, blocks: Sequence[Block]) -> Section:
    return Section(section.id, section.level, section.heading, tuple(blocks), section.declared)


def _title(body: Sequence[Line], notes: Notes) -> tuple[Block, Sequence[Line]]:
    first = body[0]
    if first.kind is Kind.FILE or (first.is_sentence and len(first.words) > LONG and first.words.endswith("。")):
        notes.doubt(first.place, "The page has no title above this line. Write it behind the # in zh.md.")
        at = first.text.origin(0)
        return Block(BlockKind.HEADING, first.text[0:0], (at, at), depth=1), body
    again = [line for line in body[1:3] if line.words == first.words]
    for line in again:
        notes.drop(line, "the title once more")
    return _block(BlockKind.HEADING, first.text, depth=1), [line for line in body[1:] if line not in again]


def _items(body: Sequence[Line], notes: Notes) -> list[Item]:
    items: list[Item] = []
    index = 0
    while index < len(body):
        line = body[index]
        if line.kind is Kind.FILE:
            below = _caption(line, body[index + 1 : index + 3], notes)
            items.append(Item(line, _figure(line, below)))
            index += 1 + len(below)
            continue
        if line.has_credit and not line.words.endswith("。"):
            words = "This looks like a picture's caption, but no file name stands above it. It was kept as a paragraph."
            notes.doubt(line.place, words)
        items.append(Item(line, _block(BlockKind.PARAGRAPH, line.text)))
        index += 1
    return items


def _caption(file: Line, below: Sequence[Line], notes: Notes) -> list[Line]:
    """The caption of a picture among the two lines below its file name, with a credit on a line of its own."""
    line = below[0] if below else None
    if line is None or line.kind is Kind.FILE or (len(line.words) > LONG and not line.has_credit):
        notes.doubt(
            file.place, "No caption stands below this picture's file name. Write one in zh.md, or take the picture out."
        )
        return []
    if len(below) > 1 and not cues.CREDIT.search(line.words) and cues.CREDIT_ONLY.search(below[1].words):
        return list(below)
    if not line.has_credit:
        words = (
            "This line was taken for the caption of the picture above it, though it names no photographer. Is it one?"
        )
        notes.doubt(line.place, words)
    return [line]


def _figure(file: Line, below: Sequence[Line]) -> Block:
    texts = [line.text for line in below]
    if len(texts) > 1:
        at = texts[1].origin(0)
        gap = "" if texts[0].text.endswith("。") else " "
        texts.insert(1, TracedText(gap, file.text.source, [Run(0, len(gap), at, at, RULE)]))
    end = len(file.text)
    caption = TracedText.join(texts, file.text.source, file.text.origin(end))
    start = file.text.origin(0)
    stop = below[-1].place.end if below else file.place.end
    return Block(BlockKind.FIGURE, caption, (start, stop), picture=file.words)


def _with_levels(items: Sequence[Item], notes: Notes) -> list[Item]:
    """The items with the levels of those that are headings."""
    found: list[Item] = []
    inside = False  # a pair of headings came before
    runs = [(heading, list(run)) for heading, run in groupby(items, key=lambda item: _may_head(item.block))]
    for number, (heading, run) in enumerate(runs):
        if not heading:
            found += run
        elif number == len(runs) - 1 or len(run) > 2:
            _doubt_run(run, number == len(runs) - 1, notes)
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
        made.append(
            Item(item.line, _block(BlockKind.HEADING, item.line.text, depth=numbered or level), numbered or level)
        )
    if first and len(run) == 1:
        notes.doubt(run[0].line.place, "This line below the title was taken for the first heading. Is it a subtitle?")
    return made


def _doubt_run(run: Sequence[Item], last: bool, notes: Notes) -> None:
    first, end = run[0].line.place, run[-1].line.place
    place = type(first)(first.source, first.start, end.end)
    if last:
        notes.doubt(
            place, "Nothing follows below this short line, so it was kept as a paragraph. Does it belong to the text?"
        )
    else:
        words = "These {count} short lines in a row were kept as paragraphs. Are there headings among them?"
        notes.doubt(place, words, count=len(run))


def _may_head(block: Block) -> bool:
    """A short line without a full stop that does not announce what follows."""
    words = block.text.text
    if block.kind is not BlockKind.PARAGRAPH or len(words) > LONG or not cues.CHINESE.search(words):
        return False
    return not (cues.SENTENCE_END.search(words) or cues.GOES_ON.search(words) or cues.CREDIT.search(words))


def _block(kind: BlockKind, text: TracedText, depth: int = 0) -> Block:
    return Block(kind, text, text.origin_span(0, len(text)), depth=depth)
