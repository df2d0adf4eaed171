"""XML of other tools read with care (defusedxml), every element with its place; our own written.

A document type may be named, as TMX does, but declares nothing: entities and whatever lies outside the
file are refused.  Comments and processing instructions mean nothing to us.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any
from xml.sax import ContentHandler, SAXException, SAXParseException
from xml.sax.handler import feature_external_ges
from xml.sax.saxutils import escape, quoteattr
from xml.sax.xmlreader import Locator

from yubei_pub.exchanges._caps import MAX_DEPTH, MAX_NODES, decoded
from yubei_pub.findings import Message, Place, YubeiError
from yubei_pub.patterns import lazy_regex
from yubei_pub.trace import Source

XML_LANG = "xml:lang"
_OF_THREE_LETTERS = {"zho": "zh", "chi": "zh", "cmn": "zh", "eng": "en"}
_DECLARED = lazy_regex(rb"""<\?xml[^>]*?encoding\s*=\s*["']([\w.-]+)""")


@dataclass
class Element:
    """An element: its name without prefix, its attributes as written, and texts and elements in their order."""

    name: str
    attributes: Mapping[str, str]
    at: tuple[int, int]  # line and column, from 1
    content: list[str | Element] = field(default_factory=list)

    def get(self, attribute: str) -> str:
        return self.attributes.get(attribute, "")

    def children(self, *names: str) -> Iterator[Element]:
        """The elements inside, of these names if any are given."""
        return (c for c in self.content if isinstance(c, Element) and (not names or c.name in names))

    def child(self, name: str) -> Element | None:
        return next(self.children(name), None)

    def all(self, *names: str) -> Iterator[Element]:
        """The elements of these names at any depth, in order; not those inside one another."""
        for inner in self.children():
            if inner.name in names:
                yield inner
            else:
                yield from inner.all(*names)

    def text(self) -> str:
        """The text on one line; of the elements inside only `hi` holds text, the others another program's codes."""
        return " ".join("".join(self._texts()).split())

    def _texts(self) -> Iterator[str]:
        for part in self.content:
            if isinstance(part, str):
                yield part
            elif part.name == "hi":
                yield from part._texts()


class File:
    """A parsed file: its root, and how to point into it."""

    def __init__(self, name: str, data: bytes, root: str) -> None:
        self.name, self.data = name, data
        self.root = _parsed(self)
        if self.root.name != root:
            raise self.error(f"the outermost element is <{self.root.name}>, and <{root}> was expected", self.root.at)

    def error(self, what: str, at: tuple[int, int]) -> YubeiError:
        """What is wrong at a line and column, as near as the text has them; a text in no encoding says more."""
        declared = _DECLARED.match(self.data)
        other = declared and declared[1].lower() not in (b"utf-8", b"utf-16")
        try:
            source = Source(self.name, self.data.decode("latin-1")) if other else decoded(self.name, self.data)
        except YubeiError as undecodable:
            return undecodable
        above = sum(len(line) + 1 for line in source.text.split("\n")[: at[0] - 1])
        offset = min(above + at[1] - 1, len(source.text))
        return YubeiError(Message("{what}", what=what), Place(source, offset, offset))

    def refuse_english_source(self, attribute: str, inside: Element) -> None:
        """YubeiError where a file says that it translates out of English: its sides would be swapped."""
        if language(inside.get(attribute)) == "en":
            what = "this translates out of English; export the project that translates Chinese into English"
            raise self.error(what, inside.at)


class _Builder(ContentHandler):
    def __init__(self) -> None:
        super().__init__()
        self.locator: Any = None
        self.open: list[Element] = []
        self.root: Element | None = None
        self.count = 0

    def setDocumentLocator(self, locator: Locator) -> None:  # noqa: N802  (sax's name)
        self.locator = locator

    @property
    def at(self) -> tuple[int, int]:
        return self.locator.getLineNumber(), self.locator.getColumnNumber() + 1

    def startElement(self, name: str, attrs: Any) -> None:  # noqa: N802  (sax's name)
        self.count += 1
        if len(self.open) >= MAX_DEPTH or self.count > MAX_NODES:
            raise SAXException("it has more elements, or more inside one another, than any tool writes")
        element = Element(name.rpartition(":")[2], dict(attrs.items()), self.at)
        if self.open:
            self.open[-1].content.append(element)
        else:
            self.root = element
        self.open.append(element)

    def endElement(self, name: str) -> None:  # noqa: N802  (sax's name)
        self.open.pop()

    def characters(self, content: str) -> None:
        self.open[-1].content.append(content)


def _parsed(file: File) -> Element:
    from defusedxml.common import DefusedXmlException
    from defusedxml.sax import make_parser

    builder = _Builder()
    parser = make_parser()
    # TMX names its document type, which is never fetched: this reader loads nothing from outside (external_ges).
    parser.forbid_dtd, parser.forbid_entities, parser.forbid_external = False, True, False
    parser.setFeature(feature_external_ges, False)
    parser.setContentHandler(builder)
    try:
        parser.parse(BytesIO(file.data))
    except SAXParseException as error:
        what, at = error.getMessage(), (error.getLineNumber() or 1, (error.getColumnNumber() or 0) + 1)
        hint = "save it as UTF-8" if "encoding" in what else "export it again, or mend it in a text editor"
        if "mismatched" in what:
            hint = f"a code may have lost its other half (in OmegaT, Tools → Check Issues finds it); {hint}"
        raise file.error(f"this is not well-formed XML: {what}; {hint}", at) from None
    except DefusedXmlException:
        what = "the file declares entities, which are not safe to read; export it without a document type"
        raise file.error(what, builder.at) from None
    except (SAXException, LookupError, ValueError) as error:
        raise file.error(f"cannot be read: {error}; export it again as UTF-8", builder.at) from None
    assert builder.root is not None  # noqa: S101  (the parser refuses a file without one)
    return builder.root


def language(code: str) -> str:
    """The language in a code that may name a country too: zh-CN, EN_us, and of three letters (ISO 639-2 and -3)."""
    named = code.lower().replace("_", "-").partition("-")[0]
    return _OF_THREE_LETTERS.get(named, named)


def at(name: str, element: Element) -> str:
    """`path:line:column` of an element."""
    return f"{name}:{element.at[0]}:{element.at[1]}"


def element(name: str, attributes: Mapping[str, str], *content: str) -> str:
    """An element as text; `content` is XML already."""
    given = "".join(f" {key}={quoteattr(value)}" for key, value in attributes.items())
    inside = "".join(content)
    return f"<{name}{given}>{inside}</{name}>" if inside else f"<{name}{given}/>"


def text(name: str, value: str, **attributes: str) -> str:
    """An element that holds a text."""
    return element(name, attributes, escape(value))


def indented(parts: Iterable[str], by: int) -> str:
    """Elements a line each."""
    return "".join(f"\n{' ' * by}{part}" for part in parts) + "\n" + " " * (by - 1)


def document(root: str, doctype: str = "") -> bytes:
    """The bytes of a file."""
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{doctype}{root}\n'.encode()
