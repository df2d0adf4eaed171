"""The items of a text as sections: the title, headings of two levels and what stands below each."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from yubei_pub.document import LEAD, Block, BlockKind, Section
from yubei_pub.layout import PartKind
from yubei_pub.outline import cues
from yubei_pub.outline.items import Item, behind, block_of, items
from yubei_pub.outline.lines import LONG, Kind, Line, Notes, fields
from yubei_pub.trace import TracedText

_NO_HEADING = 20  # characters, of a line with a comma or a full stop in it
_WIDE = 30  # characters; no heading with a comma is so long
_OFFICES = tuple("府室會会局委廳厅部院處处校")  # who writes, above what it is about
SURE = 24  # characters; a longer line without a full stop may as well be a short paragraph


def sections(body: Sequence[Line], notes: Notes) -> tuple[Section, ...]:
    """The lead and the sections of a text, with ids for every heading."""
    title, rest = _title(body, notes)
    plain = items(rest, notes)
    made = [Section(LEAD, 1, title, ())]
    numbers, inside = [0, 0], False  # a heading of the first level stands above
    for level, run in groupby(_with_levels(plain, _broken(plain, notes), notes), key=lambda item: item.level):
        if not level:
            made[-1] = replace(made[-1], blocks=tuple(item.block for item in run))
        inside = inside or level == 2
        for item in run if level else ():
            numbers = [numbers[0], numbers[1] + 1] if level > 2 and inside else [numbers[0] + 1, 0]
            id = f"s{numbers[0]}" + (f"-{numbers[1]}" if numbers[1] else "")
            made.append(Section(id, 3 if numbers[1] else 2, item.block, (), id))
    return tuple(made)


def _title(body: Sequence[Line], notes: Notes) -> tuple[Block, Sequence[Line]]:
    first, above = _first(body, notes)
    if first.kind is Kind.FILE or first.words.endswith("。"):
        notes.doubt(first.place, "The page has no title above this line. Write it behind the # in zh.md.")
        at = first.text.origin(0)
        return Block(BlockKind.HEADING, first.text[0:0], (at, at)), body
    below = body[body.index(first) + 1 :]
    again = [line for line in below[:2] if line.words == first.words]
    for line in again:
        notes.drop(line, "the title once more")
    title = first.text
    if label := cues.TITLED.match(first.words):
        title = title[label.end() :]
    if below and first.words.endswith(_OFFICES) and below[0].words.startswith(("关于", "關於")):  # on two lines
        whole = [title, behind(" ", below[0].text)]
        title, below = TracedText.join(whole, title.source, title.origin(0)), below[1:]
    return block_of(BlockKind.HEADING, title), [*above, *(line for line in below if line not in again)]


def _first(body: Sequence[Line], notes: Notes) -> tuple[Line, Sequence[Line]]:
    """The line of the title, and what is text of those above it."""
    titles = (n for n, line in enumerate(body) if line.heading == 1)
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


def _with_levels(items: Sequence[Item], broken: Container[int], notes: Notes) -> list[Item]:
    """The items with the levels of those that are headings; what the page's format says wins."""
    said = [item.line.heading for item in items]
    if any(said[1:]):  # a lone one right below the title is a subtitle, and says nothing of the others
        levels = {level: 2 if level == min(filter(None, said)) else 3 for level in said}
        return [_as_heading(item, levels[level]) if level else item for item, level in zip(items, said, strict=True)]
    found: list[Item] = []
    inside = False  # a pair of headings came before
    runs = [
        (heading, list(run))
        for heading, run in groupby(items, key=lambda item: item.block.span[0] not in broken and _may_head(item))
    ]
    for number, (heading, run) in enumerate(runs):
        # Who signs a notice stands last, with the day below, or above what is attached.
        last = number == len(runs) - 1 or bool(cues.ATTACHED.match(runs[number + 1][1][0].line.words))
        last = last or (len(run) > 1 and bool(cues.ONLY_A_DAY.fullmatch(run[-1].line.words)))
        if not heading:
            found += run
        elif last or len(run) > 2:
            found += _in_a_row(run, last, notes)
        else:
            found += _headings(run, inside, first=number == 0, notes=notes)
            inside = inside or len(run) == 2
    return found


def _in_a_row(run: Sequence[Item], last: bool, notes: Notes) -> list[Item]:
    """Short lines: headings are those with a number above one that has none (一、时间, 9月26日), or above the text."""
    made = []
    for above, item, below in zip([None, *run], run, [*run[1:], None], strict=False):
        listed = below or (not last and above)
        heads = _numbered(item) if listed and not _numbered(listed) else 0
        made.append(_as_heading(item, heads) if heads else item)
    for heads, lines in groupby(made, key=lambda item: item.level > 0):
        kept = list(lines)
        at_end = last and kept[-1] is made[-1]
        if not heads and (len(kept) > 1 or at_end):
            _doubt_run(kept, at_end, notes)
    return made


def _headings(run: Sequence[Item], inside: bool, first: bool, notes: Notes) -> list[Item]:
    levels = [2, 3] if len(run) == 2 else [3 if inside else 2]
    made = []
    for item, level in zip(run, levels, strict=True):
        numbered = _numbered(item)
        if not numbered and len(item.line.words) > SURE:
            notes.doubt(item.line.place, "This line was taken for a heading. Is it a short paragraph?")
        made.append(_as_heading(item, numbered or level))
    if first and len(run) == 1 and not numbered:
        notes.doubt(run[0].line.place, "This line below the title was taken for the first heading. Is it a subtitle?")
    return made


def _numbered(item: Item) -> int:
    """The level that the number of a heading says, 0 without one."""
    return next((level for pattern, level in cues.NUMBERED if pattern.search(item.line.words)), 0)


def _as_heading(item: Item, level: int) -> Item:
    return Item(item.line, block_of(BlockKind.HEADING, item.line.text), level)


def _doubt_run(run: Sequence[Item], last: bool, notes: Notes) -> None:
    words = "These {count} short lines in a row were kept as paragraphs. Are there headings among them?"
    if last:
        words = "Nothing follows below this short line, so it was kept as a paragraph. Does it belong to the text?"
    notes.doubt(run[0].line.place._replace(end=run[-1].line.place.end), words, count=len(run))


def _broken(items: Sequence[Item], notes: Notes) -> set[int]:
    """Tell of lines that a PDF or an editor broke, and where those begin that are surely no headings.

    One ends with a comma, or two in a row, or two that are longer than headings, end in a word.
    """
    first: Line | None = None
    wide: list[Line] = []
    plain = (each for each in pairwise(items) if {item.block.kind for item in each} == {BlockKind.PARAGRAPH})
    for line, below in ((item.line, under.line) for item, under in plain):
        ends = _ends_in_a_word(line)
        wide += [line] if ends and len(line.words) >= _WIDE else []
        broken = (ends and _ends_in_a_word(below)) or line.words.endswith(cues.COMMA)
        first = first or (line if broken else wide[0] if len(wide) > 1 else None)
    if first:
        words = "From here on lines end within a sentence. Join each with the line below it in zh.md."
        notes.doubt(first.place, words)
    return {line.place.start for line in wide} if len(wide) > 1 else set()


def _ends_in_a_word(line: Line) -> bool:
    """Whether a line that is no heading ends without a sign."""
    parted = len(line.words) >= _NO_HEADING and any(sign in line.words for sign in "，。；")
    return parted and bool(cues.IN_A_WORD.match(line.words[-1]))


def _may_head(item: Item) -> bool:
    """A short line without a full stop that does not announce what follows."""
    words = item.block.text.text
    if item.block.kind is not BlockKind.PARAGRAPH or item.line.is_caption or len(words) > LONG or "。" in words:
        return False
    ended = bool(cues.SENTENCE_END.search(words)) and not _numbered(item)  # 一、為什麼？
    names = bool(fields(words)) and not cues.DATE.search(words)
    no_heads = (cues.GOES_ON, cues.CREDIT, cues.SPOKEN, cues.NO_HEADING)
    other = ended or names or any(pattern.search(words) for pattern in no_heads)
    return bool(cues.CHINESE.search(words)) and not other
