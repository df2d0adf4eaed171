"""The body of a Word file as lines: paragraphs with their styles, lists, tables, pictures.

Read from the XML itself: python-docx passes over what stands in content controls, and Word
writes text boxes twice, for itself and for older readers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from yubei_pub.layout import PartKind
from yubei_pub.pages._raised import raised
from yubei_pub.pages._word_lists import Lists
from yubei_pub.pages._word_tables import Cell, Line, laid_out
from yubei_pub.patterns import lazy_regex
from yubei_pub.word.elements import MC, WP, A, M, R, V, W, value

if TYPE_CHECKING:
    from lxml.etree import _Element


# What holds no text of the document as it stands: deleted, moved away, said of the text, shown twice.
_SKIPPED = frozenset(
    {f"{W}{name}" for name in ("del", "moveFrom", "delText", "rPr", "pPr", "sectPr", "tblPr", "trPr", "tcPr")}
    | {f"{MC}Fallback"}
)
_NOTES = {f"{W}footnoteReference": "footnote", f"{W}endnoteReference": "endnote"}
_BREAKS = {f"{W}br": "\u2028", f"{W}cr": "\u2028", f"{W}tab": " ", f"{W}noBreakHyphen": "-"}
# A number that an item of a list can have in Markdown.
_COUNTED = lazy_regex(r"[（(]?([0-9]{1,3})[.)、）．]?")
# What holds text or figures that are not in the paragraphs.
_ELSEWHERE = {
    f"{W}altChunk": "another file",
    f"{W}subDoc": "another file",
    "{http://schemas.openxmlformats.org/drawingml/2006/chart}chart": "a chart",
    "{http://schemas.openxmlformats.org/drawingml/2006/diagram}relIds": "a diagram",
}
# A line of a table of contents that Word made: its page number at the end.
_ENTRY = lazy_regex(r"[\s.…·]\d{1,4}$")
# Characters set over one another by a field: a reading above them, 亳(bó), or a circle around them.
_OVER = lazy_regex(
    r"EQ\b.*?\\o\s?\\a[dc]\s?\((?:\\s\\up\s?\d+\((?P<above>[^)]*)\)|[^,;，；()]*)[,;，；](?P<base>[^)]*)\)", re.I
)
# The names of styles that say what a paragraph is, as Word, WPS and LibreOffice write them.
_TITLE = lazy_regex(r"^(?:title|标题|文档标题)$", re.IGNORECASE)
HEADING = lazy_regex(r"^(?:heading|标题|標題)\s*([1-9])", re.IGNORECASE)
_NAMED = (
    (lazy_regex(r"^(?:caption|题注|題注|图注|圖注)", re.IGNORECASE), PartKind.CAPTION),
    (lazy_regex(r"^(?:toc|目录|目錄)\s*[1-9]$", re.IGNORECASE), PartKind.OUTSIDE),
    (lazy_regex(r"^(?:intense )?quot(?:e|ations?)$|^引用|^明显引用", re.IGNORECASE), PartKind.QUOTATION),
)


class Style(NamedTuple):
    """What a style says of its paragraphs: name, outline level (0 is the highest, None no heading), list."""

    name: str
    outline: int | None
    listed: tuple[str, int] | None


@dataclass
class _Taken:
    """What a paragraph holds: its words, and the lines of their own above and below them."""

    texts: list[str]
    above: list[Line] = field(default_factory=list)
    below: list[Line] = field(default_factory=list)

    def picture(self, line: Line, floats: bool) -> None:
        """A picture stands above the words that follow it, but not one that floats beside them."""
        (self.below if floats or any(map(str.strip, self.texts)) else self.above).append(line)


@dataclass
class Body:
    """Walks the body; `pictures` maps relations to file names, `lists` says how lists count."""

    styles: Mapping[str, Style]
    pictures: Mapping[str, str]
    lists: Lists
    notes: list[tuple[str, str]] = field(default_factory=list)  # footnotes and endnotes by their ids, as they come
    fields: list[str] = field(default_factory=list)  # the codes of those that are open here
    joined: list[str] = field(default_factory=list)  # of a paragraph whose end is deleted: it goes on in the next

    def lines(self, parent: _Element) -> Iterator[Line]:
        """The lines of a body, a cell, a content control or a text box."""
        for child in parent:
            if child.tag == f"{W}p":
                yield from self._paragraph(child)
            elif child.tag == f"{W}tbl":
                yield from self._table(child)
            elif child.tag in _ELSEWHERE:
                yield Line("", PartKind.OUTSIDE, 0, _ELSEWHERE[child.tag])
            elif isinstance(child.tag, str) and child.tag not in _SKIPPED and not _is_placeholder(child):
                yield from self.lines(child)

    def _paragraph(self, paragraph: _Element) -> Iterator[Line]:
        taken = _Taken(self.joined)
        self.joined = []
        contents = self._in_contents()
        self._words(paragraph, taken)
        words = "".join(taken.texts)
        following = paragraph.getnext()
        if paragraph.find(f"{W}pPr/{W}rPr/{W}del") is not None and following is not None and following.tag == f"{W}p":
            self.joined, words = [words], ""
        yield from taken.above
        if words.strip() and not ((contents or self._in_contents()) and _ENTRY.search(words.strip())):
            yield self._line(paragraph, words)
        yield from taken.below

    def _in_contents(self) -> bool:
        return any(code.split()[:1] == ["TOC"] for code in self.fields)

    def _words(self, element: _Element, taken: _Taken) -> None:
        for child in element:
            tag = child.tag
            if not isinstance(tag, str) or tag in _SKIPPED or _is_placeholder(child) or _hidden(child):
                continue
            if tag == f"{W}txbxContent":
                taken.below.extend(self.lines(child))
            elif tag in (f"{A}blip", f"{V}imagedata"):
                relation = child.get(f"{R}embed") or child.get(f"{R}link") or child.get(f"{R}id") or ""
                if name := self.pictures.get(relation):
                    floats = next(child.iterancestors(f"{WP}anchor"), None) is not None
                    taken.picture(Line(name, PartKind.PICTURE), floats)
            elif tag in _ELSEWHERE:
                taken.below.append(Line("", PartKind.OUTSIDE, 0, _ELSEWHERE[tag]))
            elif tag == f"{W}ruby":
                self._ruby(child, taken)
            elif tag == f"{W}fldChar":
                taken.texts.append(self._field(child.get(f"{W}fldCharType") or ""))
            elif tag == f"{W}instrText":
                self.fields[-1:] = [self.fields[-1] + (child.text or "")] if self.fields else []
            else:
                taken.texts.append(self._said(child))
                self._words(child, taken)

    def _field(self, kind: str) -> str:
        """A field begins or ends; what it shows where Word keeps that in its code alone."""
        if kind == "begin":
            self.fields.append("")
        elif kind == "end" and self.fields and (over := _OVER.search(self.fields.pop())):
            return over["base"] + (f"({over['above']})" if over["above"] else "")
        return ""

    def _said(self, element: _Element) -> str:
        """The text that an element itself stands for."""
        tag = str(element.tag)
        if tag == f"{W}t":
            run = element.getparent()
            above = run is not None and value(run.find(f"{W}rPr"), "vertAlign") == "superscript"
            return raised(element.text or "") if above else element.text or ""
        if tag == f"{W}sym":
            return _symbol(element)
        if tag == f"{M}t":
            above = next(element.iterancestors(f"{M}sup"), None) is not None
            return raised(element.text or "") if above else element.text or ""
        if tag in (f"{M}den", f"{M}rad"):
            return "/" if tag == f"{M}den" else "√"
        if tag in _NOTES:
            self.notes.append((_NOTES[tag], element.get(f"{W}id") or ""))
            return f"[{len(self.notes)}]"
        return _BREAKS.get(tag, "")

    def _ruby(self, ruby: _Element, taken: _Taken) -> None:
        """Characters with their reading above, which stands first in the file, as 亳(bó)."""
        for name, opening, closing in (("rubyBase", "", ""), ("rt", "(", ")")):
            for part in ruby.iterfind(f"{W}{name}"):
                taken.texts.append(opening)
                self._words(part, taken)
                taken.texts.append(closing)

    def _line(self, paragraph: _Element, written: str) -> Line:
        properties = paragraph.find(f"{W}pPr")
        words = written.strip()
        style = self.styles.get(value(properties, "pStyle"), Style("", None, None))
        own = value(properties, "outlineLvl")
        outline = int(own) if own.isdigit() else style.outline
        item = numbering(properties) or style.listed
        marker = self.lists.marker(*item) if item else ""
        if _TITLE.match(style.name):
            return Line(words, PartKind.HEADING, 1)
        if outline is not None and outline < 9:  # 9 is body text
            return Line(_marked(marker, words), PartKind.HEADING, outline + 2)  # 1 is the title's
        if kind := next((kind for names, kind in _NAMED if names.match(style.name)), None):
            return Line(words, kind)
        if item and item[0] != "0":
            return _item(words, marker, item[1])
        indented = written.startswith("\u3000") or _is_indented(properties)
        return Line(words, PartKind.PARAGRAPH if indented else PartKind.TEXT, size=_size(paragraph))

    def _table(self, table: _Element) -> Iterator[Line]:
        rows = [row for row in _under(table, f"{W}tr") if row.find(f"{W}trPr/{W}del") is None]
        yield from laid_out([[self._cell(cell) for cell in _under(row, f"{W}tc")] for row in rows])

    def _cell(self, cell: _Element) -> Cell:
        span = value(cell.find(f"{W}tcPr"), "gridSpan")
        return Cell(list(self.lines(cell)), int(span) if span.isdigit() and len(span) < 3 else 1)


def _marked(marker: str, words: str) -> str:
    """Words behind the marker that Word shows before them: 一、概況, 第一条 總則."""
    last = marker[-1:]
    return f"{marker}{' ' if last.isalpha() or last.isdecimal() or last == '.' else ''}{words}"


def _item(words: str, marker: str, level: int) -> Line:
    """An item of a list, or a paragraph where its number is more than one: 第一条."""
    if counted := _COUNTED.fullmatch(marker):
        return Line(words, PartKind.ITEM, level, f"{counted[1]}.")
    return Line(_marked(marker, words), PartKind.TEXT) if marker else Line(words, PartKind.ITEM, level, "-")


def _size(paragraph: _Element) -> int:
    said = (size.get(f"{W}val") or "" for size in paragraph.iterfind(f"{W}r/{W}rPr/{W}sz"))
    return max((int(size) for size in said if re.fullmatch("[0-9]{1,4}", size)), default=0)


def _is_indented(properties: _Element | None) -> bool:
    indent = None if properties is None else properties.find(f"{W}ind")
    said = () if indent is None else (indent.get(f"{W}{name}") for name in ("firstLineChars", "firstLine"))
    return any(each not in (None, "", "0") for each in said)


def numbering(properties: _Element | None) -> tuple[str, int] | None:
    """The list and the level in it that paragraph properties name."""
    listed = None if properties is None else properties.find(f"{W}numPr")
    if listed is None:
        return None
    level = value(listed, "ilvl")
    return value(listed, "numId"), int(level) if level.isdigit() else 0


def _hidden(element: _Element) -> bool:
    vanish = element.find(f"{W}rPr/{W}vanish") if element.tag == f"{W}r" else None
    return vanish is not None and vanish.get(f"{W}val") not in ("0", "false", "off")


def _is_placeholder(element: _Element) -> bool:
    """Whether it is a content control that nobody filled in: 单击此处输入文字."""
    return element.tag == f"{W}sdt" and element.find(f"{W}sdtPr/{W}showingPlcHdr") is not None


def _symbol(symbol: _Element) -> str:
    """The character of a symbol font: nobody can read it elsewhere, which is reported."""
    code = re.fullmatch("(?![Dd]|00)[0-9A-Fa-f]{4}", symbol.get(f"{W}char") or "")
    return chr(int(code[0], 16)) if code else ""


def _under(parent: _Element, tag: str) -> Iterator[_Element]:
    """The rows of a table or the cells of a row, also those in content controls."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}ins", f"{W}customXml"):
            yield from _under(child, tag)
