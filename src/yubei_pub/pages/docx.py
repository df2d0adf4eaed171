"""Saved Word files: paragraphs, headings, lists, tables and captions; a line is a paragraph.

A place in such a page is the number of the paragraph and the column in it.  The file is taken for
hostile: what unpacks to more than a page can have, or brings a document type declaration (by
which entities are defined), is refused.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from io import BytesIO
from itertools import accumulate
from typing import TYPE_CHECKING
from zipfile import ZipFile

from yubei_pub.findings import Finding, Message, Place, Severity, YubeiError, shortened
from yubei_pub.layout import Layout, Part, PartKind
from yubei_pub.pages import Page
from yubei_pub.pages._foreign import LOCKED
from yubei_pub.pages._word_body import HEADING, Body, Style, numbering
from yubei_pub.pages._word_lists import Lists
from yubei_pub.pages._word_tables import Line
from yubei_pub.patterns import lazy_regex
from yubei_pub.trace import Source, TracedText
from yubei_pub.word.elements import A, M, R, W, parsed, text_of, value
from yubei_pub.zipped import BROKEN

if TYPE_CHECKING:
    from lxml.etree import _Element

EXTENSIONS = (".docx",)
LARGEST = 64 * 1024 * 1024  # bytes: Word files carry their pictures

# Of one part, unpacked: a page has some hundred kilobytes of XML, a bomb has gigabytes.
_LARGEST_PART = 32 * 1024 * 1024
_FOLDER = "word/"
# The names of "Strict Open XML", which Word and WPS offer to save as well.
_STRICT = {
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": W[1:-1].encode(),
    b"http://purl.oclc.org/ooxml/drawingml/main": A[1:-1].encode(),
    b"http://purl.oclc.org/ooxml/officeDocument/relationships": R[1:-1].encode(),
    b"http://purl.oclc.org/ooxml/officeDocument/math": M[1:-1].encode(),
}
_MARGIN = lazy_regex(r"word/(?:header|footer)\d*\.xml")
_LETTERS = lazy_regex(r"[^\W\d_]{2}")
_PLAIN = (PartKind.TEXT, PartKind.PARAGRAPH)
_LARGE = 29  # half points: titles have 16 points and more
_SHOWN = 40  # characters of a comment
_MISSING = "{what} stands here and was not taken in: copy its text into zh.md, or save it from Word as a picture"
_BROKEN = "the file is not a whole Word file; open it in Word, save it anew and import that"


def read(path: str, data: bytes) -> Page:
    """The page in the bytes of a Word file.

    Raises YubeiError if it is damaged, unpacks to too much or brings a document type declaration.
    """
    try:
        with ZipFile(BytesIO(data)) as archive:
            found, said = _lines(path, archive)
    except BROKEN as error:
        raise YubeiError(Message(LOCKED if "password" in str(error) else _BROKEN), path=path) from None
    _name_title(found)
    starts = accumulate((len(line.text) + 1 if line.text else 0 for line in found), initial=0)
    placed = list(zip(starts, found, strict=False))  # behind the last line is none
    parts = [Part(at, at + len(line.text), line.kind, line.level, line.label) for at, line in placed if line.text]
    source = Source(path, "".join(line.text + "\n" for line in found if line.text))
    layout = Layout(parts) if any(part.kind is not PartKind.TEXT for part in parts) else Layout()
    told = [Finding("outline", Severity.NOTE, Place(source, 0, 0), words) for words in said]
    missing = ((Place(source, at, at), Message(_MISSING, what=line.label)) for at, line in placed if not line.text)
    told += (Finding("outline", Severity.WARNING, place, words) for place, words in missing)
    return Page(source, TracedText.of(source), "utf-8", tuple(told), layout)


def pictures(data: bytes, names: Collection[str]) -> Iterator[tuple[str, bytes]]:
    """The pictures in a Word file that was read, by the names that its lines give them."""
    left = 2 * LARGEST  # pictures are packed already: what unpacks to more than the file is none
    with ZipFile(BytesIO(data)) as archive:
        for part in archive.infolist():
            name = part.filename.rsplit("/", 1)[-1]
            if not part.filename.startswith(f"{_FOLDER}media/") or name not in names or part.file_size > left:
                continue
            left -= part.file_size
            try:
                yield name, archive.read(part)
            except BROKEN:
                continue


def _lines(path: str, archive: ZipFile) -> tuple[list[Line], list[Message]]:
    """The lines of the file, and what an editor should know of it."""
    names = set(archive.namelist())
    name = _document(path, archive)
    document = _xml(path, archive, name)
    body = document.find(f"{W}body")
    if body is None:
        raise ValueError(name)

    def held(name: str) -> _Element:
        return _xml(path, archive, name) if name in names else parsed(path, name, b"<nothing/>")

    def part(kind: str) -> _Element:
        target = targets.get(kind) or f"{kind}.xml"
        return held(target[1:] if target.startswith("/") else _FOLDER + target)

    relations = held(f"{_FOLDER}_rels/{name.removeprefix(_FOLDER)}.rels")
    targets = {str(each.get("Type")).rpartition("/")[2]: each.get("Target") for each in relations}
    walk = Body(_styles(part("styles")), _pictures(relations), Lists(part("numbering")))
    try:
        found = [*walk.lines(body), *_notes(walk, {kind: part(f"{kind}s") for kind in ("footnote", "endnote")})]
        lines = [replace(line, text=_clean(line)) for line in found]
    except RecursionError:
        raise YubeiError(Message("the file is nested too deeply to be read"), path=path) from None
    margins = [_xml(path, archive, each) for each in sorted(names) if _MARGIN.fullmatch(each)]
    return lines, [*_remarks(document, part("comments")), *_in_margins(margins)]


def _in_margins(parts: Sequence[_Element]) -> Iterator[Message]:
    """What headers and footers say, but for the page's number."""
    said = dict.fromkeys(" ".join(text_of(part).split()) for part in parts)
    if words := [each for each in said if _LETTERS.search(each)]:
        yield Message("the file's header or footer was not taken in: “{words}”", words=shortened(" / ".join(words), 80))


def _remarks(document: _Element, comments: _Element) -> Iterator[Message]:
    """What somebody wanted changed or asked in the file, which is no part of its text."""
    if next(document.iter(f"{W}ins", f"{W}del", f"{W}moveFrom", f"{W}moveTo"), None) is not None:
        yield Message(
            "the file has tracked changes, and was read as if all were accepted; see in Word if that is right"
        )
    if said := [" ".join(text_of(each).split()) for each in comments.iter(f"{W}comment")]:
        words = "{count} comments in the file were not taken in, the first of them “{first}”; read them in Word"
        one = "a comment in the file was not taken in: “{first}”"
        yield Message(words if len(said) > 1 else one, count=len(said), first=shortened(said[0], _SHOWN))


def _document(path: str, archive: ZipFile) -> str:
    """The name of the part that holds the text, as a rule word/document.xml."""
    if "_rels/.rels" in archive.namelist():
        for relation in _xml(path, archive, "_rels/.rels"):
            target = (relation.get("Target") or "").lstrip("/")
            if str(relation.get("Type")).endswith("/officeDocument") and target.startswith(_FOLDER):
                return target
    return f"{_FOLDER}document.xml"


def _notes(walk: Body, parts: Mapping[str, _Element]) -> Iterator[Line]:
    """The footnotes and endnotes that the text refers to, behind it."""
    for number, (kind, id) in enumerate(tuple(walk.notes), 1):
        found = (note for note in parts[kind].iter(f"{W}{kind}") if note.get(f"{W}id") == id)
        words = " ".join(line.text for note in found for line in walk.lines(note))
        yield Line(f"[{number}] {words}".rstrip(), PartKind.TEXT)


def _name_title(found: list[Line]) -> None:
    """Without a title of its own, a heading at the top is the title, else the largest line above the text."""
    words = [line for line in found if line.kind is not PartKind.PICTURE]
    if not words or any(line.kind is PartKind.HEADING and line.level == 1 for line in words):
        return
    begins = next((number for number, line in enumerate(words) if "。" in line.text), 0)
    above = [line for line in words[:begins] if line.kind in _PLAIN and not line.text.endswith("文件")]
    largest = max(above, key=lambda line: line.size, default=words[begins])
    if words[0].kind is PartKind.HEADING:
        words[0].level = 1
    elif largest.size > max(_LARGE, words[begins].size):
        largest.kind, largest.level = PartKind.HEADING, 1


def _clean(line: Line) -> str:
    """Its text without line feeds, which would begin another line, a heading or an item without breaks, too."""
    breaks = "\r\n\u2028" if line.kind in (PartKind.HEADING, PartKind.ITEM) else "\r\n"
    return re.sub(rf"[ {breaks}]*[{breaks}][ {breaks}]*", " ", line.text)


def _xml(path: str, archive: ZipFile, name: str) -> _Element:
    with archive.open(name) as file:
        data = file.read(_LARGEST_PART + 1)
    if len(data) > _LARGEST_PART:
        template = "the file unpacks to more than {limit} MB of text; save the page as text instead"
        raise YubeiError(Message(template, limit=_LARGEST_PART // (1024 * 1024)), path=path)
    for strict, usual in _STRICT.items():
        data = data.replace(strict, usual)
    return parsed(path, name, data)


def _styles(root: _Element) -> Mapping[str, Style]:
    """The styles by their id, with what they inherit."""
    elements = {each.get(f"{W}styleId") or "": each for each in root.iter(f"{W}style")}
    return {id: _style(id, elements) for id in elements}


def _style(id: str, elements: Mapping[str, _Element]) -> Style:
    name, outline, listed = "", None, None
    seen: set[str] = set()
    while id in elements and id not in seen:
        seen.add(id)
        element = elements[id]
        name = name or value(element, "name")
        if outline is None and len(level := value(element, "pPr", "outlineLvl")) == 1 and level.isdigit():
            outline = int(level)
        if outline is None and (heading := HEADING.match(value(element, "name"))):
            outline = int(heading[1]) - 1
        listed = listed or numbering(element.find(f"{W}pPr"))
        id = value(element, "basedOn")
    return Style(name, outline, listed)


def _pictures(relations: _Element) -> Mapping[str, str]:
    """The names of the picture files by the id of their relation."""
    images = (relation for relation in relations if str(relation.get("Type")).endswith("/image"))
    return {each.get("Id") or "": (each.get("Target") or "").rsplit("/", 1)[-1] for each in images}
