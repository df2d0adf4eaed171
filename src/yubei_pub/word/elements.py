"""The XML of Word files from elsewhere, read with care: its namespaces, as lxml writes them, and the values in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yubei_pub.findings import Message, YubeiError

if TYPE_CHECKING:
    from lxml.etree import _Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
V = "{urn:schemas-microsoft-com:vml}"


def parsed(path: str, name: str, data: bytes) -> _Element:
    """A part of the file at `path`; ValueError if it is no XML, YubeiError if a document type defines entities."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError:
        raise ValueError(name) from None
    if root.getroottree().docinfo.internalDTD is not None:
        message = "{name} defines a document type, which Word never does and which can do harm; save it anew in Word"
        raise YubeiError(Message(message, name=name), path=path)
    return root


def value(parent: _Element | None, *path: str) -> str:
    """The `w:val` of an element by the names that lead to it; empty where there is none."""
    found = None if parent is None else parent.find("/".join(f"{W}{name}" for name in path))
    return "" if found is None else found.get(f"{W}val") or ""


def text_of(element: _Element) -> str:
    """All words in an element, one after another."""
    return "".join(each.text or "" for each in element.iter(f"{W}t"))
