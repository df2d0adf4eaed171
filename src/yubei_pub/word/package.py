"""A Word file as a zip of parts: static parts from a template, the rest as it is written.

The same parts give the same bytes: entries in a fixed order and dated 1980-01-01, no mark
of the system that wrote them.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO
from itertools import chain
from typing import NamedTuple, TypeAlias

from yubei_pub.inline import link_target
from yubei_pub.patterns import lazy_regex
from yubei_pub.word.deflated import Deflated, Member, deflated, quick_turns
from yubei_pub.word.template import TYPES, Template
from yubei_pub.word.wordml import NAMESPACES, footnote
from yubei_pub.xmltext import attribute, escape
from yubei_pub.zipped import entry

Xml: TypeAlias = str | Deflated  # a part of the document, written or packed

_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_CONTENT = "application/vnd.openxmlformats-officedocument."
_CHUNK = 1 << 16  # characters written at once: fewer would spend the time in zlib calls
_WORTH_COPYING = 1 << 14  # characters of a part of the text: smaller ones would be compressed less well

_RELATIONSHIPS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
_RELATIONS = (
    ("officeDocument/2006/relationships/officeDocument", "word/document.xml"),
    ("package/2006/relationships/metadata/core-properties", "docProps/core.xml"),
    ("officeDocument/2006/relationships/extended-properties", "docProps/app.xml"),
)
_APP = (
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Application>yubei-pub</Application></Properties>"
)
# The content types of what is always there, by ending and by part.
_ENDINGS = {
    "rels": "application/vnd.openxmlformats-package.relationships+xml",
    "xml": "application/xml",
    "png": "image/png",
    "jpeg": "image/jpeg",
    "gif": "image/gif",
}
_OVERRIDES = {
    "docProps/app.xml": f"{_CONTENT}extended-properties+xml",
    "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    "word/document.xml": f"{_CONTENT}wordprocessingml.document.main+xml",
    "word/footnotes.xml": TYPES["footnotes"],
}
_STYLED = lazy_regex(r'(<w:[prt]\w*Style w:val=")([^"]+)')  # pStyle, rStyle, tblStyle

# Footnotes 0 and -1 are the lines above the notes (ECMA-376 part 1, 17.11.23); Word wants them.
_SEPARATORS = "".join(
    f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:r><w:{kind}/></w:r></w:p></w:footnote>'
    for kind, number in (("separator", -1), ("continuationSeparator", 0))
)
MAX_PROPERTY = 255  # Word's limit for a core property; a longer title makes it call the file damaged


class Relationships:
    """The relationships of one part; `add` gives the id, the same for the same target."""

    def __init__(self, relations: Iterable[tuple[str, str, str]] = ()) -> None:
        self.entries = {(kind, target): id for id, kind, target in relations}

    def add(self, kind: str, target: str) -> str:
        return self.entries.setdefault((kind, target), f"rId{len(self.entries) + 1}")

    def xml(self) -> str:
        body = "".join(
            f'<Relationship Id="{id}" Type="{_OFFICE}{kind}" Target="{attribute(target)}"'
            + (' TargetMode="External"/>' if kind == "hyperlink" else "/>")
            for (kind, target), id in self.entries.items()
        )
        return f"{_DECLARATION}{_RELATIONSHIPS}{body}</Relationships>"


class Properties(NamedTuple):
    """The core properties; `date` is YYYY-MM-DD."""

    title: str
    creator: str
    language: str
    date: str

    def xml(self) -> str:
        stamp = f'xsi:type="dcterms:W3CDTF">{self.date}T00:00:00Z'
        return (
            f'{_DECLARATION}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
            'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
            'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
            f"<dc:title>{escape(self.title[:MAX_PROPERTY])}</dc:title>"
            f"<dc:creator>{escape(self.creator[:MAX_PROPERTY])}</dc:creator>"
            f"<dc:language>{escape(self.language)}</dc:language>"
            f"<dcterms:created {stamp}</dcterms:created><dcterms:modified {stamp}</dcterms:modified>"
            "</cp:coreProperties>"
        )


class WordPackage:
    """Collects what the body refers to while it is written; `save` puts the file together."""

    def __init__(self, template: Template) -> None:
        self.template = template
        self._document = Relationships(template.relations)
        self._document.add("footnotes", "footnotes.xml")
        self._notes = Relationships()
        self._footnotes: list[str] = []
        self._media: dict[str, bytes] = {}
        self._frames: dict[_Part, str] = {}
        self._pictures = 0
        self._anchors = 0

    def link(self, url: str, in_note: bool = False) -> str:
        """The relationship of an address, empty if it cannot be followed."""
        target = link_target(url)
        relationships = self._notes if in_note else self._document
        return relationships.add("hyperlink", target) if target else ""

    def frame(self, kind: str, content: str) -> str:
        """Adds a `header` or a `footer` of these paragraphs; its relationship."""
        element = "hdr" if kind == "header" else "ftr"
        return self.whole_frame(kind, self._styled(f"{_DECLARATION}<w:{element} {NAMESPACES}>{content}</w:{element}>"))

    def whole_frame(self, kind: str, xml: str, relationships: bytes = b"") -> str:
        """Adds a `header` or a `footer` as a whole part (once, however often it is the same); its relationship."""
        name = f"{kind}{len(self._frames) + 1}.xml"
        return self._document.add(kind, self._frames.setdefault(_Part(kind, xml, relationships), name))

    def media(self, data: bytes, kind: str) -> tuple[str, int]:
        """Adds a picture (once, however often it is shown): its relationship and the number of this showing."""
        from hashlib import sha256

        name = f"media/{sha256(data).hexdigest()[:16]}.{kind}"
        self._media[name] = data
        self._pictures += 1
        return self._document.add("image", name), self._pictures

    def next_anchor(self) -> str:
        """The name of a bookmark that no other has."""
        self._anchors += 1
        return f"_Toc{self._anchors:06}"

    def add_footnote(self, content: str) -> int:
        """Adds a footnote of these runs; its number."""
        number = len(self._footnotes) + 1
        self._footnotes.append(footnote(number, content))
        return number

    def packed(self, xml: str) -> Deflated | None:
        """A part of the body to be copied again and again; None if it is so small that it is written in no time."""
        return deflated(self._styled(xml).encode()) if len(xml) >= _WORTH_COPYING else None

    def save(self, body: Iterable[Xml], properties: Properties) -> bytes:
        """The bytes of the file; `body` is the content of `w:body`, read once, while it is written.

        Headers and footers must have been added before: [Content_Types].xml names them, and it
        stands first, because that is how mail gateways recognise a Word file.
        """
        buffer = BytesIO()
        with quick_turns(), zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
            for name, data in self._before(properties):
                package.writestr(entry(name), data)
            document = Member()
            opening = f"{_DECLARATION}<w:document {NAMESPACES}><w:body>"
            for part in _chunks(chain((opening,), body, ("</w:body></w:document>",))):
                if isinstance(part, Deflated):
                    document.put(part)
                else:
                    document.write(self._encoded(part))
            document.save(package, entry("word/document.xml"))
            for name, data in self._after():
                package.writestr(entry(name), data)
        return buffer.getvalue()

    def _before(self, properties: Properties) -> Iterator[tuple[str, bytes | str]]:
        yield "[Content_Types].xml", self._types()
        yield "_rels/.rels", _relations()
        yield "docProps/app.xml", _DECLARATION + _APP
        yield from self.template.parts.items()
        yield "docProps/core.xml", properties.xml()
        for part, name in self._frames.items():
            yield f"word/{name}", part.xml
            if part.relationships:
                yield f"word/_rels/{name}.rels", part.relationships

    def _types(self) -> str:
        endings = {**self.template.endings, **_ENDINGS}
        frames = {f"word/{name}": TYPES[part.kind] for part, name in self._frames.items()}
        overrides = {**_OVERRIDES, **self.template.overrides, **frames}
        body = "".join(f'<Default Extension="{attribute(e)}" ContentType="{t}"/>' for e, t in endings.items())
        body += "".join(f'<Override PartName="/{attribute(n)}" ContentType="{t}"/>' for n, t in overrides.items())
        head = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        return f"{_DECLARATION}{head}{body}</Types>"

    def _styled(self, xml: str) -> str:
        """With the template's ids of our styles, where it has others."""
        ids = self.template.styles
        return _STYLED.sub(lambda found: found[1] + ids.get(found[2], found[2]), xml) if ids else xml

    def _encoded(self, parts: Sequence[str]) -> bytes:
        """Each by itself: where a text has one Chinese character, all others take as long as if they were Chinese."""
        own = map(self._styled, parts) if self.template.styles else parts
        return b"".join(map(str.encode, own))

    def _after(self) -> Iterator[tuple[str, bytes | str]]:
        """What only the written body knows."""
        yield "word/_rels/document.xml.rels", self._document.xml()
        notes = _SEPARATORS + "".join(self._footnotes)
        yield "word/footnotes.xml", self._styled(f"{_DECLARATION}<w:footnotes {NAMESPACES}>{notes}</w:footnotes>")
        if self._notes.entries:
            yield "word/_rels/footnotes.xml.rels", self._notes.xml()
        for name, data in self._media.items():
            yield f"word/{name}", data


class _Part(NamedTuple):
    """A running header or footer; `relationships` is the part that says where its pictures are."""

    kind: str
    xml: str
    relationships: bytes


def _relations() -> str:
    """The relationships of the package."""
    body = "".join(
        f'<Relationship Id="rId{n}" Type="http://schemas.openxmlformats.org/{kind}" Target="{target}"/>'
        for n, (kind, target) in enumerate(_RELATIONS, 1)
    )
    return f"{_DECLARATION}{_RELATIONSHIPS}{body}</Relationships>"


def _chunks(parts: Iterable[Xml]) -> Iterator[list[str] | Deflated]:
    """The parts put together into stretches worth a call of the compressor."""
    waiting: list[str] = []
    size = 0
    for part in parts:
        if isinstance(part, str):
            waiting.append(part)
            size += len(part)
            if size < _CHUNK:
                continue
        yield waiting
        waiting, size = [], 0
        if isinstance(part, Deflated):
            yield part
    yield waiting
