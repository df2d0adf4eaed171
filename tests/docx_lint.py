"""Faults of a Word file that the Open XML SDK's validator passes, and that Word or its readers trip over."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from io import BytesIO

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_STYLED = ("pStyle", "rStyle", "tblStyle", "basedOn", "next", "link")


def lint(data: bytes) -> list[str]:
    """One sentence a fault; none for a sound file."""
    return list(_faults(data))


def _faults(data: bytes) -> Iterator[str]:
    with zipfile.ZipFile(BytesIO(data)) as package:
        names = package.namelist()
        if len(names) != len(set(names)):
            yield "a part is there twice"
        parts = {name: package.read(name) for name in names}
    for name in parts:
        if any(entry in name for entry in ("thumbnail", "\\", "//")):
            yield f"{name} does not belong here"
    trees = {n: etree.fromstring(b) for n, b in parts.items() if n.endswith((".xml", ".rels"))}
    styles = {s.get(f"{W}styleId"): s.get(f"{W}type") for s in trees["word/styles.xml"].iter(f"{W}style")}
    for name, tree in trees.items():
        if name.startswith("word/") and name.endswith(".xml"):
            yield from (f"{name}: {fault}" for fault in _word_part(tree, set(styles)))
            yield from _relationships(name, tree, trees, set(parts))
    yield from _ids(trees)
    yield from _links(trees["word/document.xml"])
    yield from _core(trees["docProps/core.xml"])


def _word_part(tree: etree._Element, styles: set[str | None]) -> Iterator[str]:
    yield from _tables(tree)
    yield from _fields(tree)
    yield from _twice(tree)
    for element in tree.iter(*(f"{W}{name}" for name in _STYLED)):
        if element.get(f"{W}val") not in styles:
            yield f"the style {element.get(f'{W}val')} is missing"
    for element in tree.iter(f"{W}lang"):
        yield from (f"{v!r} is no language tag" for v in element.attrib.values() if not _TAG.fullmatch(str(v)))
    for drawing in tree.iter(f"{WP}docPr"):
        if not drawing.get("descr"):
            yield "a picture without alternative text"


def _span(cell: etree._Element) -> int:
    span = cell.find(f"{W}tcPr/{W}gridSpan")
    return int(span.get(f"{W}val", "1")) if span is not None else 1


def _tables(tree: etree._Element) -> Iterator[str]:
    for cell in tree.iter(f"{W}tc"):
        if not len(cell) or cell[-1].tag != f"{W}p":
            yield "a cell does not end with a paragraph"
    for table in tree.iter(f"{W}tbl"):
        columns = len(table.findall(f"{W}tblGrid/{W}gridCol"))
        if any(sum(map(_span, row.findall(f"{W}tc"))) != columns for row in table.findall(f"{W}tr")):
            yield "a row with another number of cells than its table has columns"
        if table.find(f"{W}tr") is None:
            yield "a table without rows"
        if table.find(f"{W}tblPr/{W}tblCaption") is None:
            yield "a table without a caption for screen readers"
        follower = table.getnext()
        if follower is not None and follower.tag == f"{W}tbl":
            yield "two tables touch: Word makes one of them"


def _fields(tree: etree._Element) -> Iterator[str]:
    depth = 0
    for mark in tree.iter(f"{W}fldChar"):
        kind = mark.get(f"{W}fldCharType")
        depth += {"begin": 1, "end": -1}.get(str(kind), 0)
        if depth < 0:
            yield "a field ends that never began"
        run = mark.getparent()
        if run is not None and len(run.findall(f"{W}fldChar")) > 1:
            yield "a whole field in one run: WPS hides it"
    if depth:
        yield "a field is not closed"


def _twice(tree: etree._Element) -> Iterator[str]:
    """Properties that are said twice, as the alignment of a style or the header of a section."""
    for properties in tree.iter(*(f"{W}{name}" for name in ("pPr", "rPr", "sectPr", "tblPr", "trPr", "tcPr"))):
        said = [(str(each.tag), each.get(f"{W}type", "")) for each in properties]
        if len(said) != len(set(said)):
            yield f"{properties.tag} says something twice: {sorted(said)}"


def _relationships(name: str, tree: etree._Element, trees: dict[str, etree._Element], parts: set[str]) -> Iterator[str]:
    rels = trees.get(name.replace("word/", "word/_rels/") + ".rels")
    entries = {r.get("Id"): r for r in rels} if rels is not None else {}
    used = {str(v) for e in tree.iter() for k, v in e.attrib.items() if str(k).startswith(R)}
    yield from (f"{name}: the relationship {id} is missing" for id in sorted(used - {str(k) for k in entries}))
    for entry in entries.values():
        if entry.get("TargetMode") != "External" and f"word/{entry.get('Target')}" not in parts:
            yield f"{name}: {entry.get('Target')} is missing"


def _ids(trees: dict[str, etree._Element]) -> Iterator[str]:
    body = trees["word/document.xml"]
    pictures = [d.get("id") for d in body.iter(f"{WP}docPr")]
    if len(pictures) != len(set(pictures)):
        yield "two pictures share an id"
    notes = [n.get(f"{W}id") for n in trees["word/footnotes.xml"].iter(f"{W}footnote")]
    references = [n.get(f"{W}id") for n in body.iter(f"{W}footnoteReference")]
    if sorted(references, key=str) != sorted(notes[2:], key=str):
        yield "footnotes and their marks do not match"


def _links(body: etree._Element) -> Iterator[str]:
    """Links and page numbers that lead to no bookmark, and bookmarks that Word would drop."""
    names = [str(mark.get(f"{W}name")) for mark in body.iter(f"{W}bookmarkStart")]
    ids = [mark.get(f"{W}id") for mark in body.iter(f"{W}bookmarkStart")]
    if len(set(names)) != len(names) or len(set(ids)) != len(ids):
        yield "two bookmarks share a name or an id"
    if sorted(ids, key=str) != sorted((mark.get(f"{W}id") for mark in body.iter(f"{W}bookmarkEnd")), key=str):
        yield "a bookmark does not end"
    yield from (f"the bookmark name {name} is longer than 40 characters" for name in names if len(name) > 40)
    told = [str(each.text).split() for each in body.iter(f"{W}instrText")]
    wanted = {words[1] for words in told if words[:1] == ["PAGEREF"]}
    wanted |= {str(link.get(f"{W}anchor")) for link in body.iter(f"{W}hyperlink") if link.get(f"{W}anchor")}
    yield from (f"no bookmark {name}" for name in sorted(wanted - set(names)))


def _core(tree: etree._Element) -> Iterator[str]:
    names = [child.tag for child in tree]
    if len(names) != len(set(names)):
        yield "a core property is there twice"
    for name in ("title", "language"):
        if not tree.findtext(f"{{http://purl.org/dc/elements/1.1/}}{name}"):
            yield f"the core property {name} is empty"
    if any(len(child.text or "") > 255 for child in tree):
        yield "a core property is longer than 255 characters"
