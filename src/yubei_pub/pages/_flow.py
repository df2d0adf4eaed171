"""The lines of an HTML page as a reader sees them, every character with its place in the file.

Elements that begin a line begin a line; white space collapses, and between Chinese characters
it goes; the cells of a table row stand in one line with tabs between; a picture is a line with
the name of its file.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, fields, replace
from typing import Any

from yubei_pub.layout import PartKind
from yubei_pub.pages._elements import arranges, is_hidden, is_outside, is_title, size_of, word_label
from yubei_pub.pages._markup import BLOCKS, HEADINGS, PICTURES, RAW, SCRIPTLESS, Node
from yubei_pub.pages._picture_names import Piece, file_name
from yubei_pub.pages._raised import raised
from yubei_pub.pages._tables import captioned
from yubei_pub.pages._tables import rows as table_rows
from yubei_pub.patterns import lazy_regex

_SPACE = lazy_regex(r"[ \t\r\n\f]+")
_BREAK = lazy_regex(r"\r?\n")
_CHINESE = lazy_regex("[\u3000-\u303f\u3400-\u9fff\uff01-\uff60“”‘’…—]")
# How Word says that a paragraph is an item of a list, and where its number stands.
_LISTED = lazy_regex(r"mso-list\s*:\s*\S+\s+level([1-9])", re.IGNORECASE)
_WINGDINGS = lazy_regex(r"font-family\s*:\s*[\"']?(?:Wingdings|Symbol)\b", re.IGNORECASE)
_INDENT = lazy_regex(r"text-indent\s*:\s*\.?[1-9]", re.IGNORECASE)
_INDENTS = ("\u3000", "\xa0\xa0")


@dataclass
class Context:
    """What a stretch of the page is by the elements around it.

    `path` has these elements, by the offsets of their tags, `fences` those of them that by their names stand around
    an article; `size` is that of its letters in pixels, 0 where it is not said; `titled` whether its element is called
    a title, `hidden` whether no reader saw it.
    """

    kind: PartKind = PartKind.TEXT
    level: int = 0
    label: str = ""
    path: tuple[int, ...] = ()
    fences: tuple[int, ...] = ()
    size: float = 0
    indented: bool = False
    titled: bool = False
    hidden: bool = False


@dataclass
class Line(Context):
    """A line of the page; `linked` and `strong` count its characters that are, `outside` is of the page's furniture."""

    outside: bool = False
    pieces: list[Piece] = field(default_factory=list)
    words: str = ""
    linked: int = 0
    strong: int = 0

    @property
    def compact(self) -> str:
        """Its text without white space."""
        return "".join(self.words.split())

    def go_on(self, line: Line) -> None:
        """Take in the line below, behind a blank."""
        at = self.pieces[-1].end
        self.pieces += [Piece(at, at, " "), *line.pieces]
        self.words += " " + line.words


@dataclass
class _Inline(Context):
    """What a stretch is inside its line, besides."""

    link: bool = False
    strong: bool = False
    main: bool = False
    cell: bool = False
    kept: bool = False  # white space, as in a `<pre>`
    raised: bool = False


_MEANING: dict[str, dict[str, Any]] = {
    **{tag: {"kind": PartKind.HEADING, "level": level} for tag, level in HEADINGS.items()},
    "figcaption": {"kind": PartKind.CAPTION},
    "blockquote": {"kind": PartKind.QUOTATION, "level": 0},
    "pre": {"kept": True},
    "a": {"link": True},
    "sup": {"raised": True},
    "b": {"strong": True},
    "strong": {"strong": True},
}


def lines(text: str, root: Node) -> list[Line]:
    """The lines of a page that hold something."""
    flow = _Flow(text)
    flow.inside(root, _Inline())
    flow.end()
    return [line for line in flow.lines if line.words.strip()]


class _Flow:
    def __init__(self, text: str) -> None:
        self.text = text
        self.lines: list[Line] = []
        self.line = Line()
        self.bullet = False  # stood before the line
        self.space: Piece | None = None  # white space that counts only if something follows in its line

    def end(self) -> None:
        """End the line."""
        if self.line.pieces:
            self.lines.append(self.line)
        self.line, self.space, self.bullet = Line(), None, False

    def inside(self, node: Node, context: _Inline) -> None:
        """What an element holds."""
        count = node.number("start", 1) - 1
        # Asked of the outermost list only: what arranges nothing has none inside that does.
        outer = node.tag in ("ul", "ol") and context.kind is not PartKind.ITEM
        arranged = outer and any(map(arranges, node.children))
        for child in node.children:
            if child.tag == "li" and not arranged:
                count = child.number("value", count + 1)
                label = f"{count}." if node.tag == "ol" else "-"
                self.element(child, replace(context, kind=PartKind.ITEM, label=label))
            elif child.tag == "rt" and not any(other.tag == "rp" for other in node.children):
                self._add(Piece(child.start, child.start, "("), context)
                self.element(child, context)
                self._add(Piece(child.end, child.end, ")"), context)
            elif child.tag:
                self.element(child, context)
            else:
                self.words(child, context)

    def element(self, node: Node, context: _Inline) -> None:
        """An element with what it means for the lines."""
        told = node.tag in BLOCKS and (context.hidden or "。" in node.words) if is_hidden(node) else True
        if node.tag in RAW or not told:
            return
        if node.tag in ("br", "hr"):
            self._break(context)
        elif node.tag in PICTURES or node.tag == SCRIPTLESS:
            self._pictures(node, context)
        elif node.tag == "table" and (rows := table_rows(node)):
            self._table(rows, node, context)
        elif node.tag == "table" and (pictured := captioned(node)):
            self._captioned(pictured, self._context(node, context))
        elif _WINGDINGS.search(node.value("style")) and not self.line.pieces:
            self.bullet = True  # a letter that the font shows as a dot or a tick
        elif node.tag in BLOCKS:
            self._break(context)
            self.inside(node, self._context(node, context))
            self._break(context)
        else:
            self.inside(node, self._context(node, context))

    def words(self, node: Node, context: _Inline) -> None:
        """A stretch of text."""
        at = node.start
        for start, end, meaning in (*node.entities(), (node.end, node.end, "")):
            for match in (_BREAK if context.kept else _SPACE).finditer(self.text, at, start):
                self._add(Piece(at, match.start()), context)
                if context.kept:
                    self._break(context)
                self.space = self.space or Piece(*match.span())
                at = match.end()
            self._add(Piece(at, start), context)
            if meaning:
                self._add(Piece(start, end, meaning), context)
            at = end

    def _add(self, piece: Piece, context: _Inline) -> None:
        words = self.text[piece.start : piece.end] if piece.text is None else piece.text
        if not words:
            return
        if context.raised and (above := raised(words)) != words:
            piece, words = Piece(piece.start, piece.end, above), above
        line = self.line
        if not line.pieces:
            for each in fields(Context):
                setattr(line, each.name, getattr(context, each.name))
            if self.bullet and line.kind is PartKind.TEXT:
                line.kind, line.label = PartKind.ITEM, "-"
            line.outside = bool(line.fences)
            line.indented = line.indented or words.startswith(_INDENTS)
        elif self.space and not line.words.endswith("\t"):
            broken = "\n" in self.text[self.space.start : self.space.end]
            joined = broken and _CHINESE.match(line.words, len(line.words) - 1) and _CHINESE.match(words)
            if not joined:
                line.pieces.append(Piece(*self.space[:2], " "))
                line.words += " "
        self.space = None
        line.pieces.append(piece)
        line.words += words
        line.linked += len(words.strip()) if context.link else 0
        line.strong += len(words.strip()) if context.strong else 0

    def _break(self, context: _Inline) -> None:
        if not context.cell:
            self.end()
        elif self.line.pieces and self.space is None:
            at = self.line.pieces[-1].end
            self.space = Piece(at, at)

    def _context(self, node: Node, context: _Inline) -> _Inline:
        """What stands in an element is besides."""
        style = node.value("style")
        context = replace(context, main=context.main or node.tag in ("article", "main"))
        context.size = size_of(node) or context.size
        if node.tag in BLOCKS:
            context.path, context.titled = (*context.path, node.start), is_title(node)
        if "text-indent" in style:
            context.indented = bool(_INDENT.search(style))
        hidden = is_hidden(node)
        context.hidden = context.hidden or hidden
        if hidden or is_outside(node, context.main):
            context.fences = (*context.fences, node.start)
        if listed := _LISTED.search(style):
            return replace(context, kind=PartKind.ITEM, level=int(listed[1]) - 1, label=word_label(node))
        if node.tag in ("ul", "ol", "menu", "dir"):
            nested = context.kind is PartKind.ITEM
            return replace(context, level=context.level + 1 if nested else 0)
        return replace(context, **_MEANING.get(node.tag, {}))

    def _pictures(self, node: Node, context: _Inline) -> None:
        """A picture, or those for readers without scripts, which the others may have seen above."""
        held = (node, *(node.descendants() if node.tag == SCRIPTLESS else ()))
        for piece in filter(None, (file_name(each) for each in held if each.tag in PICTURES and not context.cell)):
            self.end()
            self._add(piece, replace(context, kind=PartKind.PICTURE, link=False))
            if self.lines and (self.lines[-1].kind, self.lines[-1].words) == (PartKind.PICTURE, self.line.words):
                self.line = Line()
            self.end()

    def _captioned(self, cells: list[tuple[Node, bool]], context: _Inline) -> None:
        """Rows of pictures, each with a row of captions below it."""
        for cell, is_caption in cells:
            self.end()
            self.inside(cell, replace(context, kind=PartKind.CAPTION) if is_caption else context)
        self.end()

    def _table(self, rows: list[list[Node | None]], table: Node, context: _Inline) -> None:
        self.end()
        context = self._context(table, context)
        for child in table.children:
            if child.tag == "caption":
                self.inside(child, context)
                self.end()
        for nth, row in enumerate(rows):
            label = "header" if nth == 0 else ""
            inner = replace(context, kind=PartKind.ROW, level=0, label=label, cell=True)
            last = next(cell.start for cell in row if cell)
            for column, cell in enumerate(row):
                if column:
                    self.space = None
                    self._add(Piece(last, last, "\t"), inner)
                if cell:
                    self.inside(cell, inner)
                    last = max(last, self.line.pieces[-1].end if self.line.pieces else last)
            self.end()
