"""The office's own Word file (`template: house.docx`) as a template: all but its text is used as it is.

The file is taken for hostile, for it may have come by mail: what unpacks to more than a template can have, brings
a document type, a macro or a link to elsewhere is refused with what to do in Word.  Styles are known by their names,
because Word renames their ids in each language; those that are not there are ours.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from io import BytesIO
from posixpath import normpath
from typing import TYPE_CHECKING
from zipfile import ZipFile

from yubei_pub.findings import Message, YubeiError
from yubei_pub.patterns import lazy_regex
from yubei_pub.word.elements import R, W, parsed, text_of
from yubei_pub.word.styles import completed, settled
from yubei_pub.word.template import Frame, Template
from yubei_pub.word.wordml import Page
from yubei_pub.xmltext import clean
from yubei_pub.zipped import BROKEN

if TYPE_CHECKING:
    from lxml.etree import _Element

_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_LARGEST = 64 * 1024 * 1024  # bytes of all parts, unpacked
_KEPT = ("styles", "settings", "fontTable", "theme", "numbering", "webSettings")
_UNPRINTED = 283  # twips: five millimeters
_OLE = b"\xd0\xcf\x11\xe0"  # the container of .doc, and of .docx with a password

_BROKEN = "the file is not a whole Word file; open it in Word and save it anew as “Word Document (.docx)”"
_OTHER = "this is not a Word Document (.docx): it is {what}; open it in Word and save it as “Word Document (.docx)”"
_DIRTY = "the file has {what}; accept or delete them all in Word (Review), save, and build again"
_LINKED = "the {part} takes something from elsewhere ({target}); insert the picture itself in Word, not a link to it"
_NAMED = lazy_regex(r"\{(title|date|draft|versions)\}")


def read(path: str, data: bytes) -> Template:
    """The template in the bytes of a Word file; YubeiError for one that cannot be used."""
    try:
        return _House(path, _parts(path, data)).template()
    except BROKEN:
        raise YubeiError(Message(_BROKEN), path=path) from None


def _parts(path: str, data: bytes) -> dict[str, bytes]:
    """The parts by name."""
    if data.startswith(_OLE):
        what = "an old .doc, or one with a password"
        raise YubeiError(Message(_OTHER, what=what), path=path)
    with ZipFile(BytesIO(data)) as archive:
        entries = archive.infolist()
        if sum(entry.file_size for entry in entries) > _LARGEST:
            message = "the file unpacks to more than {limit} MB, which no template does; make a new one in Word"
            raise YubeiError(Message(message, limit=_LARGEST >> 20), path=path)
        return {entry.filename: archive.open(entry).read(entry.file_size) for entry in entries if not entry.is_dir()}


def filled(xml: str, values: Mapping[str, str]) -> str:
    """A running header or footer with {title}, {date}, {draft} and {versions} filled in.

    Word cuts text into runs where it likes, so that a name may lie in several: its value takes the looks of the first.
    """
    from lxml import etree

    root = etree.fromstring(xml.encode())
    for paragraph in root.iter(f"{W}p"):
        texts = list(paragraph.iter(f"{W}t"))
        for found in reversed(list(_NAMED.finditer(text_of(paragraph)))):
            _put(texts, found.start(), found.end(), clean(values[found[1]]))
    return _bytes(root).decode()


def _put(texts: list[_Element], start: int, end: int, value: str) -> None:
    """A value in the place of [start, end) of the texts together."""
    at = 0
    for text in texts:
        words = text.text or ""
        first, last = max(start - at, 0), min(end - at, len(words))
        if first < last:
            text.text = words[:first] + (value if start >= at else "") + words[last:]
            text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        at += len(words)


class _House:
    """A file on its way to be a template."""

    def __init__(self, path: str, parts: dict[str, bytes]) -> None:
        self.path, self.parts = path, parts
        self.types = self._types()
        self._refuse_other_kinds()
        self.document = self.xml("word/document.xml")
        self.relations = self._relations("word/document.xml")
        self._refuse_changes()

    def template(self) -> Template:
        section = self.document.find(f"{W}body/{W}sectPr")
        if section is None:
            raise KeyError
        frames = tuple(self._frames(section))
        _make_room(section, {"header", "footer"} - {frame.kind for frame in frames})
        page = _page(section)
        kept = {kind: name for _, kind, name in self.relations if kind in _KEPT and name in self.parts}
        numbered = enumerate(kept.items(), 1)
        styles, ids, added = completed(self.xml(kept["styles"]))
        parts = {name: self.parts[name] for name in kept.values()}
        parts |= dict(self._companions([*kept.values(), *(name for _, name in self._framed(section))]))
        parts[kept["styles"]] = _bytes(styles)
        if "settings" in kept:
            parts[kept["settings"]] = _bytes(settled(self.xml(kept["settings"])))
            parts.pop(_rels(kept["settings"]), None)  # the template that it was attached to
        return Template(
            parts=parts,
            overrides={name: self.types[name] for name in parts if name in self.types},
            relations=tuple((f"rId{n}", kind, name.removeprefix("word/")) for n, (kind, name) in numbered),
            page=page,
            section=_inner(section),
            endings={each: self.types[each] for each in self.types if "/" not in each},
            frames=frames,
            styles=ids,
            added=added,
            foreign=True,
        )

    def xml(self, name: str) -> _Element:
        return parsed(self.path, name, self.parts[name])

    def _types(self) -> dict[str, str]:
        """The content type by the name of a part, and by ending."""
        found = {}
        for each in self.xml("[Content_Types].xml"):
            name = each.get("PartName")
            found[name.lstrip("/") if name else (each.get("Extension") or "").lower()] = each.get("ContentType") or ""
        return found

    def _refuse_other_kinds(self) -> None:
        kind = self.types["word/document.xml"]
        macros = "macroEnabled" in kind or any("vbaProject" in name for name in self.parts)
        what = "one with macros" if macros else "a template (.dotx)" if "template" in kind else ""
        if what or kind != _MAIN:
            raise YubeiError(Message(_OTHER, what=what or kind), path=self.path)
        if b"http://purl.oclc.org/ooxml/" in self.parts["word/document.xml"][:4096]:
            what = "a “Strict Open XML Document”"
            raise YubeiError(Message(_OTHER, what=what), path=self.path)

    def _refuse_changes(self) -> None:
        """What a reviewer left would be published, or vanish: neither silently."""
        running = [name for _, kind, name in self.relations if kind in ("header", "footer") and name in self.parts]
        for tree in (self.document, *map(self.xml, running)):
            if next(tree.iter(f"{W}ins", f"{W}del", f"{W}moveFrom", f"{W}moveTo"), None) is not None:
                raise YubeiError(Message(_DIRTY, what="tracked changes"), path=self.path)
            if next(tree.iter(f"{W}commentReference"), None) is not None:
                raise YubeiError(Message(_DIRTY, what="comments"), path=self.path)

    def _relations(self, part: str) -> list[tuple[str, str, str]]:
        """(id, kind, name of the part or address) of what a part refers to."""
        if _rels(part) not in self.parts:
            return []
        found = []
        for each in self.xml(_rels(part)):
            kind, target = (each.get("Type") or "").rpartition("/")[2], each.get("Target") or ""
            outside = each.get("TargetMode") == "External"
            if outside and kind != "hyperlink" and part.startswith(("word/header", "word/footer")):
                raise YubeiError(Message(_LINKED, part=part, target=target), path=self.path)
            folder = part.rpartition("/")[0]
            name = target if outside else normpath(target.lstrip("/") if target[:1] == "/" else f"{folder}/{target}")
            found.append((each.get("Id") or "", kind, name))
        return found

    def _framed(self, section: _Element) -> Iterator[tuple[_Element, str]]:
        """The references to headers and footers, with the names of the parts."""
        names = {id: name for id, kind, name in self.relations if kind in ("header", "footer")}
        for reference in section.iter(f"{W}headerReference", f"{W}footerReference"):
            yield reference, names[reference.get(f"{R}id") or ""]

    def _frames(self, section: _Element) -> Iterator[Frame]:
        for reference, name in self._framed(section):
            kind = "header" if reference.tag == f"{W}headerReference" else "footer"
            relations = self.parts.get(_rels(name), b"")
            tree = self.xml(name)
            drafts = any("{draft}" in text_of(paragraph) for paragraph in tree.iter(f"{W}p"))
            yield Frame(kind, reference.get(f"{W}type") or "default", _bytes(tree).decode(), relations, drafts)

    def _companions(self, names: list[str]) -> Iterator[tuple[str, bytes]]:
        """What these parts refer to: the logo of a header, an embedded font."""
        for name in names:
            if _rels(name) in self.parts and not name.startswith(("word/header", "word/footer")):
                yield _rels(name), self.parts[_rels(name)]
            yield from ((to, self.parts[to]) for _, _, to in self._relations(name) if to in self.parts)


def _rels(part: str) -> str:
    folder, _, name = part.rpartition("/")
    return f"{folder}/_rels/{name}.rels"


def _bytes(tree: _Element) -> bytes:
    from lxml import etree

    written: bytes = etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)
    return written


def _make_room(section: _Element, lacking: Collection[str]) -> None:
    """Away from the edge of the sheet with a header or footer that is ours: LibreOffice writes 0 where it has none."""
    margins = section.find(f"{W}pgMar")
    for name, side in (("header", "top"), ("footer", "bottom")):
        if margins is not None and name in lacking and _twips(margins, name) < _UNPRINTED:
            margins.set(f"{W}{name}", str(max(abs(_twips(margins, side)) // 2, _UNPRINTED)))


def _twips(element: _Element, name: str) -> int:
    return int(float(element.get(f"{W}{name}") or 0))


def _page(section: _Element) -> Page:
    """The sheet, its margins evened out: only the width and height of the text are of use."""
    size, margins = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
    if size is None or margins is None:
        raise KeyError
    width, height = (int(size.get(f"{W}{side}") or 0) for side in "wh")
    left, right, gutter, top, bottom, header, footer = (
        _twips(margins, name) for name in ("left", "right", "gutter", "top", "bottom", "header", "footer")
    )
    return Page(width, height, abs(top), abs(bottom), (left + right + gutter) // 2, header, footer)


def _inner(section: _Element) -> str:
    """What stands behind the headers and footers of a section, in the schema's order (17.6.17)."""
    from lxml import etree

    ours = "headerReference footerReference footnotePr endnotePr type sectPrChange printerSettings"
    names = {f"{W}{name}" for name in ours.split()}
    return "".join(
        etree.tostring(each, encoding="unicode", with_tail=False) for each in section if each.tag not in names
    )
