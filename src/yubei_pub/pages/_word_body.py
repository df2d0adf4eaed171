"""The body of a Word file as lines: paragraphs with their styles, lists, tables, pictures.

Read from the XML itself: python-docx passes over what stands in content controls, and Word
writes text boxes twice, for itself and for older readers.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from yubei_pub.layout import PartKind
from yubei_pub.pages._raised import raised
from yubei_pub.patterns import lazy_regex

if TYPE_CHECKING:
    from lxml.etree import _Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
V = "{urn:schemas-microsoft-com:vml}"

# What holds no text of the document as it stands: deleted, moved away, said of the text, shown twice.
_SKIPPED = frozenset(
    {
        f"{W}{name}"
        for name in ("del", "moveFrom", "delText", "instrText", "rPr", "pPr", "sectPr", "tblPr", "trPr", "tcPr")
    }
    | {f"{MC}Fallback"}
)
_NOTES = {f"{W}footnoteReference": "footnote", f"{W}endnoteReference": "endnote"}
_BREAKS = {f"{W}br": "\u2028", f"{W}cr": "\u2028", f"{W}tab": " ", f"{W}noBreakHyphen": "-"}
# The names of styles that say what a paragraph is, as Word, WPS and LibreOffice write them.
_TITLE = lazy_regex(r"^(?:title|标题|文档标题)$", re.IGNORECASE)
HEADING = lazy_regex(r"^(?:heading|标题|標題)\s*([1-9])", re.IGNORECASE)
_CAPTION = lazy_regex(r"^(?:caption|题注|題注|图注|圖注)", re.IGNORECASE)
_CONTENTS = lazy_regex(r"^(?:toc|目录|目錄)\s*[1-9]$", re.IGNORECASE)
_QUOTE = lazy_regex(r"^(?:intense )?quot(?:e|ations?)$|^引用|^明显引用", re.IGNORECASE)


class Style(NamedTuple):
    """What a style says of its paragraphs: name, outline level (0 is the highest, None no heading), list."""

    name: str
    outline: int | None
    listed: tuple[str, int] | None


@dataclass
class Line:
    """A paragraph, a row of a table or a picture; `\\u2028` is a break inside a paragraph."""

    text: str
    kind: PartKind
    level: int = 0
    label: str = ""


@dataclass
class Body:
    """Walks the body; `pictures` maps relations to file names, `decimal` says which list levels count."""

    styles: Mapping[str, Style]
    pictures: Mapping[str, str]
    decimal: Mapping[tuple[str, int], bool]
    counts: Counter[tuple[str, int]] = field(default_factory=Counter)
    notes: list[tuple[str, str]] = field(default_factory=list)  # footnotes and endnotes by their ids, as they come

    def lines(self, parent: _Element) -> Iterator[Line]:
        """The lines of a body, a cell, a content control or a text box."""
        for child in parent:
            if child.tag == f"{W}p":
                yield from self._paragraph(child)
            elif child.tag == f"{W}tbl":
                yield from self._table(child)
            elif isinstance(child.tag, str) and child.tag not in _SKIPPED:
                yield from self.lines(child)

    def _paragraph(self, paragraph: _Element) -> Iterator[Line]:
        texts: list[str] = []
        apart: list[Line] = []  # pictures and text boxes, which are lines of their own
        self._words(paragraph, texts, apart)
        words = "".join(texts).strip()
        pictures = [line for line in apart if line.kind is PartKind.PICTURE]
        yield from pictures
        if words:
            yield self._line(paragraph, words)
        yield from (line for line in apart if line.kind is not PartKind.PICTURE)

    def _words(self, element: _Element, texts: list[str], apart: list[Line]) -> None:
        for child in element:
            tag = child.tag
            if not isinstance(tag, str) or tag in _SKIPPED or (tag == f"{W}r" and _hidden(child)):
                continue
            if tag == f"{W}txbxContent":
                apart.extend(self.lines(child))
            elif tag in (f"{A}blip", f"{V}imagedata"):
                relation = child.get(f"{R}embed") or child.get(f"{R}link") or child.get(f"{R}id") or ""
                if name := self.pictures.get(relation):
                    apart.append(Line(name, PartKind.PICTURE))
            elif tag == f"{W}ruby":
                self._ruby(child, texts, apart)
            else:
                texts.append(self._said(child))
                self._words(child, texts, apart)

    def _said(self, element: _Element) -> str:
        """The text that an element itself stands for."""
        tag = str(element.tag)
        if tag == f"{W}t":
            run = element.getparent()
            above = run is not None and _value(run.find(f"{W}rPr"), "vertAlign") == "superscript"
            return raised(element.text or "") if above else element.text or ""
        if tag == f"{W}sym":
            return _symbol(element)
        if tag in _NOTES:
            self.notes.append((_NOTES[tag], element.get(f"{W}id") or ""))
            return f"[{len(self.notes)}]"
        return _BREAKS.get(tag, "")

    def _ruby(self, ruby: _Element, texts: list[str], apart: list[Line]) -> None:
        """Characters with their reading above, which stands first in the file, as 亳(bó)."""
        for name, opening, closing in (("rubyBase", "", ""), ("rt", "(", ")")):
            for part in ruby.iterfind(f"{W}{name}"):
                texts.append(opening)
                self._words(part, texts, apart)
                texts.append(closing)

    def _line(self, paragraph: _Element, words: str) -> Line:
        properties = paragraph.find(f"{W}pPr")
        style = self.styles.get(_value(properties, "pStyle"), Style("", None, None))
        own = _value(properties, "outlineLvl")
        outline = int(own) if own.isdigit() else style.outline
        if _TITLE.match(style.name):
            return Line(words, PartKind.HEADING, 1)
        if outline is not None and outline < 9:  # 9 is body text
            return Line(words, PartKind.HEADING, outline + 2)  # 1 is the title's
        if _CAPTION.match(style.name):
            return Line(words, PartKind.CAPTION)
        if _CONTENTS.match(style.name):
            return Line(words, PartKind.OUTSIDE)
        if _QUOTE.match(style.name):
            return Line(words, PartKind.QUOTATION)
        item = numbering(properties) or style.listed
        return self._item(words, *item) if item and item[0] != "0" else Line(words, PartKind.TEXT)

    def _item(self, words: str, number: str, level: int) -> Line:
        if not self.decimal.get((number, level), False):
            return Line(words, PartKind.ITEM, level, "-")
        self.counts[number, level] += 1
        for deeper in range(level + 1, 9):
            self.counts.pop((number, deeper), None)
        return Line(words, PartKind.ITEM, level, f"{self.counts[number, level]}.")

    def _table(self, table: _Element) -> Iterator[Line]:
        rows = [[list(self.lines(cell)) for cell in _under(row, f"{W}tc")] for row in _under(table, f"{W}tr")]
        if max((len(row) for row in rows), default=0) < 2:  # a frame around text
            yield from (line for row in rows for cell in row for line in cell)
            return
        for number, row in enumerate(rows):
            cells = [" ".join(line.text for line in cell if line.kind is not PartKind.PICTURE) for cell in row]
            text = "\t".join(cell.replace("\t", " ").replace("\u2028", " ") for cell in cells)
            if text.strip():
                yield Line(text, PartKind.ROW, 0, "header" if number == 0 else "")
            yield from (line for cell in row for line in cell if line.kind is PartKind.PICTURE)


def numbering(properties: _Element | None) -> tuple[str, int] | None:
    """The list and the level in it that paragraph properties name."""
    listed = None if properties is None else properties.find(f"{W}numPr")
    if listed is None:
        return None
    level = _value(listed, "ilvl")
    return _value(listed, "numId"), int(level) if level.isdigit() else 0


def _hidden(run: _Element) -> bool:
    vanish = run.find(f"{W}rPr/{W}vanish")
    return vanish is not None and vanish.get(f"{W}val") not in ("0", "false", "off")


def _symbol(symbol: _Element) -> str:
    """The character of a symbol font: nobody can read it elsewhere, which is reported."""
    code = symbol.get(f"{W}char") or ""
    return (
        chr(int(code, 16)) if re.fullmatch("[0-9A-Fa-f]{4}", code) and not code.upper().startswith(("D", "00")) else ""
    )


def _value(parent: _Element | None, name: str) -> str:
    child = None if parent is None else parent.find(f"{W}{name}")
    return "" if child is None else child.get(f"{W}val") or ""


def _under(parent: _Element, tag: str) -> Iterator[_Element]:
    """The rows of a table or the cells of a row, also those in content controls."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}ins", f"{W}customXml"):
            yield from _under(child, tag)
