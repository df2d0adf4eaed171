"""A second reader of our web pages and EPUBs: what a reader sees, by the parser of lxml and not by our own code."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from io import BytesIO

from lxml import etree, html

_UNSEEN = {"head", "style", "title"}


def parsed(data: bytes) -> html.HtmlElement:
    """A page as a browser's parser reads it."""
    return html.document_fromstring(data.decode(), parser=html.HTMLParser(encoding="utf-8"))


def strict(data: bytes) -> etree._Element:
    """The same page as XML, which forgives nothing."""
    return etree.fromstring(data.replace(b"<!DOCTYPE html>\n", b"", 1), etree.XMLParser(huge_tree=True))


def local(element: etree._Element) -> str:
    """The name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]


def attribute(element: etree._Element, name: str) -> str:
    """The value of an attribute, empty where it is not there."""
    return str(element.get(name) or "")


def texts(root: etree._Element) -> Iterator[tuple[etree._Element, str]]:
    """What is read, with the element it stands in."""
    if local(root) in _UNSEEN:
        return
    if root.text:
        yield root, root.text
    for child in root:
        yield from texts(child)
        if child.tail:
            yield root, child.tail


def language(element: etree._Element | None) -> str:
    """The language that a screen reader speaks the text of an element in."""
    while element is not None:
        if found := element.get("lang"):
            return str(found)
        element = element.getparent()
    return ""


def words(element: etree._Element, without: str = "") -> str:
    """All that is read of an element, but for those of a name; line breaks as such."""
    own = "\n" if local(element) == "br" else element.text or ""
    inner = (("" if local(child) == without else words(child, without)) + (child.tail or "") for child in element)
    return own + "".join(inner)


def squeezed(text: str) -> str:
    """Without what neither HTML nor XML can hold, blanks as one."""
    text = re.sub("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "", text)
    return re.sub(r"\s+", " ", text).strip()


def having(root: etree._Element, name: str) -> list[etree._Element]:
    """The elements of a class."""
    return [e for e in root.iter() if isinstance(e.tag, str) and name in (e.get("class") or "").split()]


def named(root: etree._Element, *names: str) -> list[etree._Element]:
    """The elements of some names, in order."""
    return [e for e in root.iter() if isinstance(e.tag, str) and local(e) in names]


def book(data: bytes) -> dict[str, bytes]:
    """The files of an EPUB by name, in order."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
