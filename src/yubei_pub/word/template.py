"""What a Word file is written into: page, styles, running header and footer; ours, or the office's own Word file."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from yubei_pub import shipped
from yubei_pub.word.wordml import Page

# The names of the parts that are ours, and the kinds of their relationships to the document.
_OURS = {"styles": "word/styles.xml", "settings": "word/settings.xml", "fontTable": "word/fontTable.xml"}
_A4 = Page(width=11906, height=16838, top=1420, bottom=1360, side=1247, header=780, footer=700)
# As wide a text as on A4, so that a briefing has the same lines on both.
_LETTER = Page(width=12240, height=15840, top=1300, bottom=1240, side=1414, header=700, footer=620)
PAPERS: Mapping[str, Page] = {"a4": _A4, "letter": _LETTER}

TYPES = {  # of parts, by the kind of their relationship
    kind: f"application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}+xml"
    for kind in (*_OURS, "footnotes", "header", "footer")
}


class Frame(NamedTuple):
    """A running header or footer of the template.

    `kind` is header or footer, `page` the pages it is for: default, first or even.  `relationships`
    are those of the part, as XML, empty where it has none; `drafts` says that it has a place for the draft line.
    """

    kind: str
    page: str
    xml: str
    relationships: bytes = b""
    drafts: bool = False


class Template(NamedTuple):
    """The parts that no briefing changes, and what the others must agree with.

    `parts` are by name; `overrides` the content types of those that have one of their own, `endings` the content
    types by ending; `relations` those of the document: (id, kind, target).  `section` is what stands in
    `w:sectPr` behind the headers and footers; `styles` gives the template's id of a style by ours where they
    differ, `added` the names of the styles that the template did not have.  `foreign` is one that is not ours.
    """

    parts: Mapping[str, bytes]
    overrides: Mapping[str, str]
    relations: tuple[tuple[str, str, str], ...]
    page: Page
    section: str
    endings: Mapping[str, str] = MappingProxyType({})
    frames: tuple[Frame, ...] = ()
    styles: Mapping[str, str] = MappingProxyType({})
    added: tuple[str, ...] = ()
    foreign: bool = False

    @property
    def says_drafts(self) -> bool:
        """Whether a running line has a place for the draft line: ours has."""
        return any(frame.drafts for frame in self.frames) or all(frame.kind != "header" for frame in self.frames)


@cache
def office(paper: str) -> Template:
    """Our own template on one of PAPERS."""
    parts = {part: shipped.data(f"office/{part.rpartition('/')[2]}") for part in _OURS.values()}
    relations = tuple((f"rId{n}", kind, f"{kind}.xml") for n, kind in enumerate(_OURS, 1))
    page = PAPERS[paper]
    overrides = {part: TYPES[kind] for kind, part in _OURS.items()}
    return Template(parts, overrides, relations, page, page.xml())
