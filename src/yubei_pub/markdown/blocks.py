"""Markdown's blocks as ours: paragraphs, figures, items, quotations, rows; directives and footnotes beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import TYPE_CHECKING, Any

from yubei_pub.document import Block, BlockKind, Directive, Mark, MarkKind
from yubei_pub.findings import Finding, Message, Place, Severity
from yubei_pub.markdown.inline import DIRECTIVE, Image, Plain, parser, plain
from yubei_pub.markdown.lines import RULE, Lines
from yubei_pub.markdown.stretches import Heading
from yubei_pub.patterns import lazy_regex
from yubei_pub.trace import Edit, Run, TracedText

if TYPE_CHECKING:
    from markdown_it.token import Token

_ID = lazy_regex(r"[ \t　]*\{#(?P<id>[^\s{}]+)\}[ \t　]*$")
_VERBS = ("ignore", "zh")  # FORMATS
_CONTAINERS = {"bullet_list": "list", "ordered_list": "list", "blockquote": "quote", "footnote_reference": "footnote"}
_NOT_CLOSED = "This comment is not closed, so all below it was read as plain text. Put --> at its end."
_RUNS_ON = "This comment is not closed before the next one, and all between is part of it. Put --> at its end."
_LITERAL = "This line could not be read as Markdown and was kept as plain text."


Item = Heading | Block


class Blocks:
    """Walks the tokens of a text once; what it met is in its fields."""

    def __init__(self, lines: Lines) -> None:
        self.lines = lines
        self.findings: list[Finding] = []
        self.items: list[Item] = []
        self.notes: dict[str, Block] = {}
        self._waiting: list[Directive] = []
        self._containers: list[tuple[str, str]] = []  # (list, quote, footnote), label
        self._covered: set[int] = set()
        self._env: dict[str, Any] = {}

    def read(self) -> None:
        md = self._md = parser()
        tokens = md.parse(self.lines.text.text, self._env)
        self._labels = frozenset(t.meta["label"] for t in tokens if t.type == "footnote_reference_open")
        for token, following in zip_longest(tokens, tokens[1:]):
            container = _CONTAINERS.get(token.type.rpartition("_")[0], "")
            if container and token.nesting < 0:
                self._containers.pop()
            elif container:
                self._containers.append((container, ""))
            if step := getattr(self, f"_{token.type}", None):
                step(token, following)
        self._keep_the_rest()
        for directive in self._waiting:
            self._report("No paragraph follows this directive, so it does nothing.", directive.place)

    def _list_item_open(self, token: Token, following: Token) -> None:
        self._containers[-1] = ("list", token.info + token.markup)

    def _footnote_reference_open(self, token: Token, following: Token) -> None:
        label = str(token.meta["label"])
        if label in self.notes:
            place = Place.of(self.lines.text, *self.lines.span(_map(token)[0]))
            words = "There is another footnote of this name above. Give this one a name of its own."
            self._report(words, place, "structure")
            label += f"_{len(self.notes) + 1}"
        self._containers[-1] = ("footnote", label)

    def _heading_open(self, token: Token, following: Token) -> None:
        rows, content = _map(token), following.content
        underlined = token.markup[0] != "#"
        if underlined:
            traced = self.lines.content(rows[0], content)
        else:
            traced = self.lines.heading(rows[0], token.markup, content)
        declared = ""
        if match := _ID.search(traced.text):
            declared = match["id"]
            traced = traced.edit([Edit(match.start(), match.end(), "", RULE)])
        level = int(token.tag[1])
        block = self._block(BlockKind.HEADING, traced, rows)[0]._replace(depth=level)
        if self._containers:
            self._add(block._replace(kind=self._kind()))
        else:
            self.items.append(Heading(self._directed(block), level, declared, underlined))

    def _paragraph_open(self, token: Token, following: Token) -> None:
        rows = _map(token)
        for block in self._block(self._kind(), self.lines.content(rows[0], following.content), rows):
            self._add(block)

    def _fence(self, token: Token, following: Token) -> None:
        first, last = _map(token)
        closed = self.lines.line(last - 1).strip(" \t>")[:3] == token.markup[:3]
        self._covered.update(range(first, last))
        end = last - 1 if closed else last
        if first + 1 < end:
            self._literal(self.lines.rows(first + 1, end), (first, last))

    def _html_block(self, token: Token, following: Token) -> None:
        """Comments, of which some are directives; all other HTML is text."""
        rows = _map(token)
        text = self.lines.rows(*rows)
        comments = list(_comments(text.text))
        rest = text.edit(Edit(start, end, "", RULE) for start, end in comments)
        alone = not rest.text.strip(" \t\n>")
        for start, end in comments:
            inside = text.text[start + 4 : end - 3]
            if "<!--" in inside:
                self._report(_RUNS_ON, Place.of(text, start, start + 4))
            if directive := DIRECTIVE.match(inside):
                self._direct(inside[directive.end() :].strip(), Place.of(text, start, end), alone)
        self._covered.update(range(*rows))
        if "<!--" in rest.text:
            self._report(_NOT_CLOSED, Place.of(rest, at := rest.text.index("<!--"), at + 4))
        if not alone:
            self._literal(rest, rows)

    def _hr(self, token: Token, following: Token) -> None:
        self._covered.update(range(*_map(token)))

    def _tr_open(self, token: Token, following: Token) -> None:
        line = _map(token)[0]
        header = following.type == "th_open"
        cells = [self._plain(cell)[:2] for cell in self.lines.cells(line)]
        text, marks = _joined(cells, "\t") if cells else (self.lines.rows(line, line + 1)[:0], ())
        rows = (line, line + 2 if header else line + 1)  # the line of dashes belongs to the header
        row = self._made(BlockKind.ROW, text, rows, marks)
        self._add(row._replace(label="header") if header else row)

    def _kind(self) -> BlockKind:
        kinds = {"list": BlockKind.ITEM, "quote": BlockKind.QUOTATION, "footnote": BlockKind.PARAGRAPH}
        return kinds[self._containers[-1][0]] if self._containers else BlockKind.PARAGRAPH

    def _plain(self, content: TracedText) -> Plain:
        found = plain(self._md, self._env, content, self._labels)
        for odd in found.odd:
            self._report(odd.words, Place.of(content, odd.start, odd.end))
        return found

    def _block(self, kind: BlockKind, content: TracedText, rows: tuple[int, int]) -> list[Block]:
        """The blocks of a content: figures, if it is pictures and nothing else, or one."""
        plain = self._plain(content)
        if kind is BlockKind.PARAGRAPH and _only_images(content.text, plain.images):
            self._covered.update(range(*rows))
            return [self._figure(content, image) for image in plain.images]
        for image in plain.images:
            words = "A picture inside a text is printed as its caption only. Give it a paragraph of its own."
            self._report(words, Place.of(content, image.start, image.end))
        return [self._made(kind, plain.text, rows, plain.marks)]

    def _figure(self, content: TracedText, image: Image) -> Block:
        caption = self._plain(content[slice(*image.caption)])
        span = content.origin_span(image.start, image.end)
        return _stripped(Block(BlockKind.FIGURE, caption.text, span, caption.marks, image.path))

    def _made(self, kind: BlockKind, text: TracedText, rows: tuple[int, int], marks: tuple[Mark, ...]) -> Block:
        self._covered.update(range(*rows))
        return _stripped(Block(kind, text, self._span(*rows), marks))

    def _span(self, first: int, last: int) -> tuple[int, int]:
        """The file's stretch of some lines, from their first character to their last that is not blank."""
        start, end = self.lines.starts[first], self.lines.span(last - 1)[1]
        text = self.lines.text.text[start:end]
        start += len(text) - len(text.lstrip())
        return self.lines.text.origin_span(start, max(start, end - (len(text) - len(text.rstrip()))))

    def _literal(self, text: TracedText, rows: tuple[int, int]) -> None:
        """Lines as they stand, one text with hard line breaks."""
        breaks = tuple(Mark(m.start(), m.end(), MarkKind.BREAK) for m in re.finditer("\n", text.text))
        self._add(self._made(self._kind(), text, rows, breaks))

    def _add(self, block: Block) -> None:
        kind, label = self._containers[-1] if self._containers else ("", "")
        if kind == "footnote":
            self._note(label, self._directed(block))
            return
        if block.kind in (BlockKind.ITEM, BlockKind.QUOTATION):
            block = block._replace(depth=sum(k == kind for k, _ in self._containers) - 1)
        if block.kind is BlockKind.ITEM:
            block = block._replace(label=label)
            self._containers[-1] = (kind, "")  # a second paragraph of the item has no mark of its own
        self.items.append(self._directed(block))

    def _note(self, label: str, block: Block) -> None:
        if known := self.notes.get(label):
            text, marks = _joined([(known.text, known.marks), (block.text, block.marks)], "\n")
            directives = (*known.directives, *block.directives)
            block = known._replace(text=text, marks=marks, span=(known.span[0], block.span[1]), directives=directives)
        self.notes[label] = block

    def _directed(self, block: Block) -> Block:
        directives, self._waiting = tuple(self._waiting), []
        return block._replace(directives=directives)

    def _direct(self, words: str, place: Place, alone: bool) -> None:
        verb, *_ = words.split() or [""]
        if verb not in _VERBS:
            template = "There is no directive “{verb}”; there are “ignore RULE: reason” and “zh 3-4”."
            self._report(template, place, verb=verb)
        if not alone:
            self._report("Put this directive on a line of its own, above the paragraph it is for.", place)
        self._waiting.append(Directive(words, place))

    def _keep_the_rest(self) -> None:
        """Lines that Markdown dropped (too deep a nesting) are kept as text, at their place."""
        for reference in [*self._env.get("references", {}).values(), *self._env.get("duplicate_refs", [])]:
            self._covered.update(range(*reference["map"]))
        for line in range(len(self.lines)):
            if line not in self._covered and re.search(r"[^\s>|#*+\-\d.):=`~]", self.lines.line(line)):
                rows = (line, line + 1)
                block = self._made(BlockKind.PARAGRAPH, self.lines.rows(*rows), rows, ())
                self._report(_LITERAL, block.place)
                spans = [(item.block if isinstance(item, Heading) else item).span[0] for item in self.items]
                self.items.insert(sum(at < block.span[0] for at in spans), block)

    def _report(self, words: str, place: Place, rule: str = "markup", **args: object) -> None:
        self.findings.append(Finding(rule, Severity.WARNING, place, Message(words, **args)))


def _comments(text: str) -> Iterator[tuple[int, int]]:
    """The HTML comments of a text that are closed."""
    at = text.find("<!--")
    while at >= 0 and (end := text.find("-->", at + 4)) >= 0:
        yield at, end + 3
        at = text.find("<!--", end + 3)


def _joined(parts: Sequence[tuple[TracedText, Sequence[Mark]]], sign: str) -> tuple[TracedText, tuple[Mark, ...]]:
    """Texts with a sign between them, which is a hard line break or parts two cells, and their marks moved along."""
    texts, marks, length = list[TracedText](), list[Mark](), 0
    for text, own in parts:
        if texts:
            at = text.runs[0].origin
            texts.append(TracedText(sign, text.source, [Run(0, 1, at, at, RULE)]))
            marks += [Mark(length, length + 1, MarkKind.BREAK)] if sign == "\n" else []
            length += 1
        marks += (mark.moved(length) for mark in own)
        texts.append(text)
        length += len(text)
    return TracedText.join(texts, parts[0][0].source, 0), tuple(marks)


def _map(token: Token) -> tuple[int, int]:
    first, last = token.map or (0, 0)
    return first, last


def _only_images(content: str, images: Sequence[Image]) -> bool:
    at = 0
    for image in images:
        if content[at : image.start].strip():
            return False
        at = image.end
    return not content[at:].strip()


def _stripped(block: Block) -> Block:
    """The block without white space at the ends of its text, its marks moved along."""
    text = block.text.text
    cut, end = len(text) - len(text.lstrip()), len(text.rstrip())
    if (cut == 0 and end == len(text)) or block.kind is BlockKind.ROW:
        return block
    moved = (mark.within(cut, max(cut, end)) for mark in block.marks)
    kept = tuple(m for m in moved if m.start < m.end or m.kind is MarkKind.NOTE)
    return block._replace(text=block.text.strip(), marks=kept)
