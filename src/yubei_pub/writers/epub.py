"""EPUB 3: the texts of the web page for readers of books; notes open where they are referred to.

A title page, a file a briefing, the terms.  What is accessible is told in schema.org's terms (EPUB Accessibility 1.1).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from hashlib import sha256
from uuid import NAMESPACE_URL, uuid5

from yubei_pub.model import Briefing, Picture
from yubei_pub.settings import Style
from yubei_pub.wording import colophon, matter, volume
from yubei_pub.writers import _html_matter
from yubei_pub.writers._epub_package import Book, metadata
from yubei_pub.writers._html_elements import element, nested, text
from yubei_pub.writers._html_pictures import for_screen
from yubei_pub.writers._html_sheet import CHINESE, TERMS, Medium, Sheet, layout, stylesheet

_NAMESPACES = 'xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"'
_FEATURES = ("alternativeText", "readingOrder", "structuralNavigation", "tableOfContents")
_SUMMARY = (
    "English and Chinese, each marked as such; headings in their order, paragraphs numbered alike in both languages; "
    "every picture has its caption as alternative text."
)
_TITLE_PAGE = "Title page"


def write(briefings: Sequence[Briefing], style: Style) -> bytes:
    """A book of the briefings."""
    book = Book()
    sheets = Sheet.all(briefings, style, Medium(partial(_picture, book), epub=True))
    language = sheets[0].english.language
    pages = [(sheet.file, volume.name([sheet.briefing], style), _html_matter.article(sheet)) for sheet in sheets]
    terms = _html_matter.terms(sheets)
    book.add("style.css", stylesheet("type.css") + stylesheet("epub.css"), "text/css")
    book.add("title.xhtml", _page(_TITLE_PAGE, _title_page(sheets), language, "titlepage", style))
    book.add("nav.xhtml", _page("Contents", _navigation(sheets), language, None, style), properties="nav")
    for name, title, content in pages:
        book.add(f"{name}.xhtml", _page(title, content, language, "bodymatter", style))
    if terms:
        book.add(f"{TERMS}.xhtml", _page("Terms", terms, language, "glossary", style))
    return book.save(_metadata(sheets, language, style), language)


def _picture(book: Book, picture: Picture) -> str:
    """The address of a picture, which is in the book once however often it is shown."""
    shown = for_screen(picture)
    name = f"pictures/{sha256(shown.data).hexdigest()[:16]}.{shown.kind}"
    book.add(name, shown.data, f"image/{shown.kind}")
    return name


def _page(title: str, content: str, language: str, kind: str | None, style: Style) -> str:
    head = (
        element("meta", charset="utf-8")
        + element("title", text(title))
        + element("link", rel="stylesheet", type="text/css", href="style.css")
    )
    body = element("body", content, class_=layout(style), epub_type=kind)
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html>\n<html {_NAMESPACES} lang="{language}"'
        f' xml:lang="{language}">{element("head", head)}{body}</html>\n'
    )


def _title_page(sheets: Sequence[Sheet]) -> str:
    """The titles, what is known of each briefing, whether it is a draft, and of which texts it was made."""
    whole = _html_matter.volume_block(sheets) if len(sheets) > 1 else ""
    titles = whole + "".join(
        element("h2" if whole else "h1", _html_matter.title_of(sheet))
        + _html_matter.facts(sheet)
        + element("p", text(matter.versions(sheet.briefing)), class_="versions", lang="en")
        for sheet in sheets
    )
    return element("section", titles)


def _navigation(sheets: Sequence[Sheet]) -> str:
    """The list of contents, which readers also show as their own, and the landmarks."""
    first = sheets[0]
    entries = [_html_matter.entry(1, s.medium.page(s.file), _html_matter.title_of(s)) for s in sheets if not s.number]
    content = element("h1", first.both(matter.CONTENTS)) + nested([*entries, *_html_matter.entries(sheets)], "ol")
    toc = element("nav", content, epub_type="toc", id="toc", role="doc-toc")
    marks = [("titlepage", "title.xhtml", _TITLE_PAGE), ("toc", "nav.xhtml#toc", "Contents")]
    marks.append(("bodymatter", f"{first.file}.xhtml", "Text"))
    links = "".join(
        element("li", element("a", text(words), href=where, epub_type=kind)) for kind, where, words in marks
    )
    landmarks = element(
        "nav", element("h2", "Landmarks") + element("ol", links), epub_type="landmarks", hidden="hidden"
    )
    return toc + landmarks


def _metadata(sheets: Sequence[Sheet], language: str, style: Style) -> str:
    """Dublin Core, then what is accessible; every date is the briefing's."""
    briefings = [sheet.briefing for sheet in sheets]
    first = briefings[0]
    date = max(matter.core_date(briefing) for briefing in briefings)
    name = "\n".join(f"{briefing.id} {briefing.front.get('url', '')}" for briefing in briefings)
    front = first.printed_front
    publisher = " ".join(front.get("publisher", "").split())
    known = {
        "dc:title": [volume.name(briefings, style)],
        "dc:language": [language, CHINESE],
        "dc:publisher": [publisher],
        "dc:creator": [publisher or "yubei-pub"],
        "dc:date": [date],
        "dc:rights": [" ".join(" ".join(colophon.rights(first)).split())],
        "dc:source": [front.get("url", "")],
        "dcterms:modified": [f"{date}T00:00:00Z"],
        "schema:accessMode": ["textual", "visual"],
        "schema:accessModeSufficient": ["textual"],
        "schema:accessibilityFeature": list(_FEATURES),
        "schema:accessibilityHazard": ["none"],
        "schema:accessibilitySummary": [_SUMMARY],
    }
    identifier = f'<dc:identifier id="id">urn:uuid:{uuid5(NAMESPACE_URL, f"yubei-pub {name}")}</dc:identifier>'
    return identifier + metadata(known)
