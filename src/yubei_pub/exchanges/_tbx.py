"""What both versions of TBX-Basic say alike; their elements have other form.

TBX-Basic knows preferred, admitted, deprecated and superseded terms, and none that is only proposed: such a
term goes out without a status, and only on request.  The short form is a term of the type `shortForm`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from yubei_pub.exchanges import _xml
from yubei_pub.glossary import Citation
from yubei_pub.interchange import Entry


class Form(NamedTuple):
    """The elements of a version: the file and its header, a concept, its terms in a language, and one of them."""

    root: str
    attributes: Mapping[str, str]
    header: str
    entry: str
    language: str
    term: str

    def write(self, entries: Sequence[Entry]) -> bytes:
        """A concept for each entry; TBX wants one at least."""
        concepts = (_concept(number, entry, self) for number, entry in enumerate(entries, 1))
        text = _xml.element("text", {}, _xml.indented([_xml.element("body", {}, _xml.indented(concepts, 3))], 2))
        title = _xml.element("titleStmt", {}, _xml.text("title", "Glossary"))
        source = _xml.element("sourceDesc", {}, _xml.text("p", "The glossary of this project, written by yubei-pub"))
        header = _xml.element(self.header, {}, _xml.element("fileDesc", {}, title, source))
        attributes = {"type": "TBX-Basic", **self.attributes}
        return _xml.document(_xml.element(self.root, attributes, _xml.indented([header, text], 1)))

    def read(self, name: str, data: bytes) -> list[Entry]:
        """The concepts with Chinese and English; of several Chinese terms the first."""
        concepts = _xml.File(name, data, self.root).root.all(self.entry)
        return [entry for concept in concepts if (entry := _entry(name, concept, self))]


_STATUS = "administrativeStatus"
_ADMITTED, _DEPRECATED = "admittedTerm-admn-sts", "deprecatedTerm-admn-sts"
_STATUSES = {"approved": "preferredTerm-admn-sts", "deprecated": "supersededTerm-admn-sts", "proposed": ""}
_KNOWN = {name: status for status, name in _STATUSES.items()}
_SHORT = "shortForm"


def _concept(number: int, entry: Entry, form: Form) -> str:
    english = [(entry.en, _STATUSES[entry.status], "", _cited(entry.citation))]
    english += ((text, _ADMITTED, "", "") for text in entry.also)
    english += ((text, _DEPRECATED, "", "") for text in entry.avoid)
    english += ((text, _ADMITTED, _SHORT, "") for text in [entry.short] if text)
    terms = (_term(form, *term) for term in english)
    return _xml.element(
        form.entry,
        {"id": f"c{number}"},
        _xml.text("descrip", entry.domain, type="subjectField") if entry.domain else "",
        _xml.text("note", entry.note) if entry.note else "",
        _xml.element(form.language, {_xml.XML_LANG: "zh-CN"}, _term(form, entry.zh, "", "", "")),
        _xml.element(form.language, {_xml.XML_LANG: "en"}, *terms),
    )


def _term(form: Form, text: str, status: str, kind: str, more: str) -> str:
    return _xml.element(
        form.term,
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


def _entry(name: str, concept: _xml.Element, form: Form) -> Entry | None:
    terms = {"zh": list[_xml.Element](), "en": list[_xml.Element]()}
    for language in concept.children(form.language):
        code = _xml.language(language.get(_xml.XML_LANG))
        terms.get(code, []).extend(t for t in language.children(form.term, "ntig") if _said(t, "term"))
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
        at=_xml.at(name, concept),
    )


def _said(element: _xml.Element, name: str, direct: bool = False) -> str:
    """The text of an element inside, at any depth unless it has to be `direct`."""
    found = element.child(name) if direct else next(element.all(name), None)
    return found.text() if found else ""


def _note(term: _xml.Element, kind: str) -> str:
    return _told(term, "termNote", kind)


def _told(inside: _xml.Element, name: str, kind: str) -> str:
    """What a category of data says: <termNote type="…">, or in the style DCT of TBX an element by its name."""
    return next((data.text() for data in inside.all(name, kind) if kind in (data.name, data.get("type"))), "")


def _citation(term: _xml.Element) -> Citation | None:
    source = _told(term, "admin", "source")
    link = next(term.all("xref", "externalCrossReference"), None)
    publisher, _, date = source.rpartition(" · ") if " · " in source else (source, "", "")
    title, url = (link.text(), link.get("target")) if link else ("", "")
    return Citation(title, publisher, date, url) if source or link else None
