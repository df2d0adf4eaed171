"""The zip of an EPUB 3: mimetype, container, package document and what they list (W3C EPUB 3.3, sections 4 and 5)."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from typing import NamedTuple

from yubei_pub.wording import matter
from yubei_pub.writers._html_elements import element, text
from yubei_pub.zipped import entry

_CONTAINER = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles></container>\n'
)
_XHTML = "application/xhtml+xml"


class Item(NamedTuple):
    """A file of the book; one of XHTML is read in its turn."""

    name: str
    kind: str
    data: bytes | str
    properties: str | None = None

    @property
    def id(self) -> str:
        """Its name as an XML name."""
        return self.name.replace("/", "-").replace(".", "-")


@dataclass
class Book:
    """The files of a book in their order, each under its name once."""

    items: dict[str, Item] = field(default_factory=dict)

    def add(self, name: str, data: bytes | str, kind: str = _XHTML, properties: str | None = None) -> None:
        """Add a file."""
        self.items.setdefault(name, Item(name, kind, data, properties))

    def save(self, metadata: str, language: str) -> bytes:
        """The book's bytes, the same each time."""
        buffer = BytesIO()
        with zipfile.ZipFile(buffer, "w") as archive:
            # First and not compressed, so that its bytes tell what the file is (OCF 4.2.2).
            archive.writestr(entry("mimetype", zipfile.ZIP_STORED), b"application/epub+zip")
            archive.writestr(entry("META-INF/container.xml"), _CONTAINER)
            archive.writestr(entry("EPUB/package.opf"), _package(metadata, language, list(self.items.values())))
            for item in self.items.values():
                archive.writestr(entry(f"EPUB/{item.name}"), item.data)
        return buffer.getvalue()


def _package(metadata: str, language: str, items: Sequence[Item]) -> str:
    manifest = "".join(
        element("item", id=item.id, href=item.name, media_type=item.kind, properties=item.properties) for item in items
    )
    spine = "".join(element("itemref", idref=item.id) for item in items if item.kind == _XHTML)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<package xmlns="http://www.idpf.org/2007/opf" version="3.0"'
        f' unique-identifier="id" xml:lang="{language}">'
        f'<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">{metadata}</metadata>'
        f"<manifest>{manifest}</manifest><spine>{spine}</spine></package>\n"
    )


def metadata(values: Mapping[str, Sequence[str]]) -> str:
    """The elements of the metadata that have a value: `dc:title` itself, anything else as the property of a `meta`."""
    return "".join(_meta(name, value) for name, several in values.items() for value in several if value)


def _meta(name: str, value: str) -> str:
    if name.startswith("dc:"):
        language = ' xml:lang="zh-CN"' if matter.is_chinese(value) else ""
        return f"<{name}{language}>{text(value)}</{name}>"
    return f'<meta property="{name}">{text(value)}</meta>'
