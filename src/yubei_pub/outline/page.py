"""From a repaired page to its outline, and to the files an import writes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from yubei_pub import markdown
from yubei_pub.document import Block, BlockKind, Section
from yubei_pub.findings import Finding, Message, YubeiError, in_order
from yubei_pub.layout import NO_LAYOUT, Layout, PartKind
from yubei_pub.outline import cues
from yubei_pub.outline.body import sections
from yubei_pub.outline.front import front
from yubei_pub.outline.lines import Away, Kind, Line, Notes, continues, fields, is_dateline, lines
from yubei_pub.trace import Source, TracedText

_IN_A_TEXT = {"date", "place", "byline", "url"}  # what a line may say that is no note on the page


@dataclass(frozen=True)
class Outline:
    """A page taken apart.

    `sections` are the lead (its heading the title) and those under headings, every text
    traced to the page; `dropped` are the lines that are left out, `moved` those that went
    to `front`.
    """

    source: Source
    front: Mapping[str, str]
    sections: tuple[Section, ...]
    dropped: tuple[Away, ...]
    moved: tuple[Away, ...]
    findings: tuple[Finding, ...]


def outline(page: TracedText, layout: Layout = NO_LAYOUT, published: str = "") -> Outline:
    """The outline of a repaired page, in either script; YubeiError where nothing of it is text.

    `layout` is what the page's format says about its lines, and wins over what is guessed of their words;
    `published` the day that the page gives to machines, for where it gives none to readers.
    """
    notes = Notes()
    parts = _Parts(list(lines(page, layout)), notes)
    if not any(line.is_sentence for line in parts.body):
        words = "nothing to publish in {path}: the page has menus, links or notices, but no paragraph of text"
        raise YubeiError(Message(words, path=page.source.path), path=page.source.path)
    made = sections(parts.body, notes)
    values = front(parts.labelled, parts.rights, parts.body, notes, published)
    dropped, moved = (tuple(sorted(away, key=lambda line: line.place.start)) for away in (notes.dropped, notes.moved))
    return Outline(page.source, values, made, dropped, moved, tuple(in_order(notes.findings)))


class _Parts:
    """The lines of a page by what becomes of them."""

    def __init__(self, page: Sequence[Line], notes: Notes) -> None:
        self.body: list[Line] = []
        self.labelled: list[Line] = []
        self.rights: list[Line] = []
        self.notes = notes
        self.related = False  # links to other pages go on until the next sentence
        self.notice = False  # the line above is a notice
        self.begun = False  # a sentence stands above
        self.closed = False  # below the end of the text, and a cue came
        begins = next((at for at, line in enumerate(page) if line.is_content and line.is_sentence), 0)
        above = [line for line in page[:begins] if line.kind is Kind.TEXT]
        self.lowest = above[-1:]  # of those above the first sentence
        top, end, running = _top(page), _end(page), _running(page)
        for number, line in enumerate(page):
            if number < top and line.is_content:
                notes.drop(line, "it stands above the breadcrumbs")
            elif number in running:
                notes.drop(line, "a running head")
            elif number < end and self._tells(line):
                self._content(replace(line, kind=Kind.TEXT))
            elif line.is_content:
                self._content(line)
            else:
                self._cue(line, number > end)

    def _tells(self, line: Line) -> bool:
        """Whether a labelled line belongs to the text: when an event is that lasts for days, and below that or a
        sentence when and where one is, who holds it, or who speaks.
        """
        if line.reason == cues.OPERATOR:
            return self.begun and bool(self.body and cues.SPOKEN.search(self.body[-1].words))
        inside = line.kind is Kind.FIELDS and not line.is_part(PartKind.OUTSIDE)
        return inside and (self.begun or _lasts(line)) and {key for key, _ in fields(line.words)} <= _IN_A_TEXT

    def _cue(self, line: Line, below: bool) -> None:
        self.notice = line.kind is Kind.NOTICE
        self.related = line.kind is Kind.RELATED or (self.related and line.kind is not Kind.NOTICE)
        self.closed = below
        if line.kind is Kind.NOTICE:
            self.rights.append(line)
        elif line.kind is Kind.FIELDS:
            self.labelled.append(line)
        else:
            self.notes.drop(line, line.reason)

    def _content(self, line: Line) -> None:
        self.related = self.related and not line.is_sentence
        if self.notice and _goes_on(self.rights[-1], line):
            self.rights.append(line)
            return
        self.notice = False
        if self.related:
            self.notes.drop(line, "a link to another page")
        elif self._is_dateline(line):
            self.labelled.append(line)
        elif self.closed and not cues.ATTACHED.match(line.words):
            self.notes.drop(line, "the site's footer: it stands below the end of the article")
        else:
            self.body.append(line)
            self.begun = self.begun or (line.is_sentence and not line.is_caption) or _lasts(line)

    def _is_dateline(self, line: Line) -> bool:
        """Whether it stands between the title and the text, or above both, and says when the page was published."""
        words = line.kind is Kind.TEXT and not line.heading and is_dateline(line.words)
        above = line not in self.lowest and bool(cues.PUBLISHER.search(line.words))
        return words and not self.begun and (bool(self.body) or above)


def _lasts(line: Line) -> bool:
    """Whether it says when an event is that lasts for days."""
    return bool(cues.SPOKEN.search(line.words) and cues.LASTS.search(line.words))


def _goes_on(notice: Line, line: Line) -> bool:
    return line.kind is Kind.TEXT and line.is_sentence and continues(notice.words, line.words)


def _top(page: Sequence[Line]) -> int:
    """The number of the breadcrumbs, if nothing but short lines stands above them; else 0."""
    top = next((number for number, line in enumerate(page[:12]) if line.kind is Kind.BREADCRUMBS), 0)
    return 0 if any(line.is_content and line.is_sentence for line in page[:top]) else top


def _running(page: Sequence[Line]) -> set[int]:
    """The numbers of the running heads: beside a page number, of words that stand elsewhere as lines, too."""
    times = Counter(line.words for line in page)
    numbered = (number for number, line in enumerate(page) if line.reason == "a page number")
    beside = {at for number in numbered for at in (number - 1, number + 1) if 0 <= at < len(page)}
    short = {at: page[at].words for at in beside if page[at].kind is Kind.TEXT and not page[at].is_sentence}
    return {at for at, words in short.items() if all(times[part] > (part == words) for part in words.split())}


def _end(page: Sequence[Line]) -> int:
    """The number of the last line that is surely text: a sentence, a file name or a caption."""
    end, notice = -1, None
    for number, line in enumerate(page):
        if line.kind is Kind.NOTICE or (notice and _goes_on(notice, line)):
            notice = line
        elif line.is_content:
            notice = None
            end = number if line.kind is Kind.FILE or line.is_sentence or line.has_credit else end
    return end


def to_markdown(outlined: Outline) -> str:
    """zh.md for an outline, with an id behind every heading but the title."""
    return markdown.write(outlined.front, outlined.sections)


def skeleton(outlined: Outline, beside: Callable[[Block], str] = lambda _: "") -> str:
    """en.md for an outline: ids and figures in their places and the Chinese in comments, without a word of English.

    What there is to say `beside` a block stands in its comment, too.
    """
    written = (block for section in outlined.sections for block in section.written())
    chinese = {block.span: "\n".join(filter(None, (_shown(block), beside(block)))) for block in written}
    empty = [
        replace(section, heading=_emptied(section.heading), blocks=tuple(map(_emptied, section.blocks)))
        for section in outlined.sections
    ]
    place = {"place": ""} if outlined.front.get("place") else {}  # for whoever translates to fill in
    front = {"language": "en-US", **place, "translators": ""}
    return markdown.write(front, empty, remark=lambda block: chinese[block.span])


def _shown(block: Block) -> str:
    """The Chinese on one line, with the marks that a translator repeats."""
    if block.kind is BlockKind.ROW:
        return "| " + " | ".join(" ".join(cell.split()) for cell in block.text.text.split("\t")) + " |"
    mark = {BlockKind.ITEM: f"{block.label} ", BlockKind.QUOTATION: "> "}.get(block.kind, "")
    return mark + " ".join(block.text.text.split())


def _emptied(block: Block) -> Block:
    """The block without its text; of items, rows and quotations only the comment stays."""
    if block.kind in (BlockKind.ITEM, BlockKind.ROW, BlockKind.QUOTATION):
        block = block._replace(kind=BlockKind.PARAGRAPH, label="", depth=0)
    return block._replace(text=block.text[0:0], marks=())
