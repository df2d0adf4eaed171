"""What both versions of TBX-Basic say alike; their elements have other names.

TBX-Basic knows preferred, admitted, deprecated and superseded terms, and none that is only proposed: such a
term goes out without a status, and only on request.  The short form is a term of the type `shortForm`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from yubei_pub.exchanges import _xml
from yubei_pub.glossary import Citation
from yubei_pub.interchange import Entry


class Names(NamedTuple):
    """The elements of a version: a concept, its terms in a language, and one of them."""

    entry: str
    language: str
    term: str


_STATUS = "administrativeStatus"
_ADMITTED, _DEPRECATED = "admittedTerm-admn-sts", "deprecatedTerm-admn-sts"
_STATUSES = {"approved": "preferredTerm-admn-sts", "deprecated": "supersededTerm-admn-sts", "proposed": ""}
_KNOWN = {name: status for status, name in _STATUSES.items()}
_SHORT = "shortForm"


def body(entries: Sequence[Entry], names: Names) -> str:
    """The concepts, in an element `body`; TBX wants one at least."""
    concepts = (_concept(number, entry, names) for number, entry in enumerate(entries, 1))
    return _xml.element("body", {}, _xml.indented(concepts, 3))


def _concept(number: int, entry: Entry, names: Names) -> str:
    english = [(entry.en, _STATUSES[entry.status], "", _cited(entry.citation))]
    english += ((text, _ADMITTED, "", "") for text in entry.also)
    english += ((text, _DEPRECATED, "", "") for text in entry.avoid)
    english += ((text, _ADMITTED, _SHORT, "") for text in [entry.short] if text)
    terms = (_term(names, *term) for term in english)
    return _xml.element(
        names.entry,
        {"id": f"c{number}"},
        _xml.text("descrip", entry.domain, type="subjectField") if entry.domain else "",
        _xml.text("note", entry.note) if entry.note else "",
        _xml.element(names.language, {_xml.XML_LANG: "zh-CN"}, _term(names, entry.zh, "", "", "")),
        _xml.element(names.language, {_xml.XML_LANG: "en"}, *terms),
    )


def _term(names: Names, text: str, status: str, kind: str, more: str) -> str:
    return _xml.element(
        names.term,
        {},
        _xml.text("term", text),
        _xml.text("termNote", status, type=_STATUS) if status else "",
        _xml.text("termNote", kind, type="termType") if kind else "",
        more,
    )


def _cited(citation: Citation | None) -> str:
    """The public document: who published it and when, and its title with its address."""
    if citation is None:
        return ""
    source = _xml.text("admin", f"{citation.publisher} · {citation.date}", type="source")
    return source + _xml.text("xref", citation.title, type="externalCrossReference", target=citation.url)


def read(file: _xml.File, names: Names) -> list[Entry]:
    """The concepts that have a Chinese and an English term."""
    return [entry for concept in file.root.all(names.entry) if (entry := _entry(file, concept, names))]


def _entry(file: _xml.File, concept: _xml.Element, names: Names) -> Entry | None:
    terms = {"zh": list[_xml.Element](), "en": list[_xml.Element]()}
    for language in concept.children(names.language):
        code = _xml.language(language.get(_xml.XML_LANG))
        terms.get(code, []).extend(t for t in language.children(names.term, "ntig") if _said(t, "term"))
    # A superseded term is the concept's own only where there is no other.
    own = [term for term in terms["en"] if _note(term, _STATUS) not in (_ADMITTED, _DEPRECATED)]
    first = next((term for term in own if _note(term, _STATUS) != _STATUSES["deprecated"]), own[0] if own else None)
    if not terms["zh"] or first is None:
        return None
    rest = [term for term in terms["en"] if term is not first]
    bad = [term for term in rest if _note(term, _STATUS) in (_DEPRECATED, _STATUSES["deprecated"])]
    short = [term for term in rest if _note(term, "termType") == _SHORT]
    return Entry(
        zh=_said(terms["zh"][0], "term"),
        en=_said(first, "term"),
        status=_KNOWN.get(_note(first, _STATUS), "proposed"),
        also=tuple(_said(t, "term") for t in rest if t not in short and t not in bad),
        avoid=tuple(_said(t, "term") for t in rest if t not in short and t in bad),
        short=_said(short[0], "term") if short else "",
        domain=_told(concept, "descrip", "subjectField"),
        note=_said(concept, "note", direct=True),
        citation=_citation(first),
        at=file.at(concept),
    )


def _said(element: _xml.Element, name: str, direct: bool = False) -> str:
    """The text of an element inside, at any depth unless it has to be `direct`."""
    found = element.child(name) if direct else next(element.all(name), None)
    return found.text(("hi",)) if found else ""


def _note(term: _xml.Element, kind: str) -> str:
    return _told(term, "termNote", kind)


def _told(inside: _xml.Element, name: str, kind: str) -> str:
    """What a category of data says: <termNote type="…">, or in the style DCT of TBX an element by its name."""
    return next((data.text() for data in inside.all(name, kind) if kind in (data.name, data.get("type"))), "")


def _citation(term: _xml.Element) -> Citation | None:
    source = _told(term, "admin", "source")
    link = next(term.all("xref", "externalCrossReference"), None)
    publisher, _, date = source.rpartition(" · ") if " · " in source else (source, "", "")
    return (
        Citation(link.text() if link else "", publisher, date, link.get("target") if link else "")
        if source or link
        else None
    )


def header(name: str) -> Iterator[str]:
    """What stands above the concepts."""
    said = _xml.element("titleStmt", {}, _xml.text("title", "Glossary"))
    source = _xml.element("sourceDesc", {}, _xml.text("p", "The glossary of this project, written by yubei-pub"))
    yield _xml.element(name, {}, _xml.element("fileDesc", {}, said, source))
