"""The contents list of a Word file: the headings of one language with links and page numbers.

It is a TOC field with its result, so that a reader has it at once and Word can make it anew (right-click, Update
Field).  Word then takes the entries from the TC fields at the headings, because the headings themselves have both
languages.  The page numbers are estimates until then: asking Word to renew them when it opens the file (w:dirty,
w:updateFields) would make it ask every reader a question first.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from yubei_pub import colophon, wordml
from yubei_pub.writers._word_headings import Words, depth, headings, named
from yubei_pub.writers._word_pages import pages
from yubei_pub.writers._word_sheet import CHINESE, TERMS, Sheet

MOST_WITHOUT = 5  # headings that need no list


class _Entry(NamedTuple):
    """A line of the list; `key` is the section's id, TERMS or CHINESE."""

    key: str
    level: int
    words: Words


def prepare(sheet: Sheet) -> None:
    """Name the bookmarks of the headings, if the briefing is to have a contents list."""
    wanted = sheet.style.contents
    entries = _entries(sheet)
    if wanted == "always" or (wanted == "auto" and len(sheet.briefing.sections) - 1 > MOST_WITHOUT):
        sheet.anchors.update({entry.key: sheet.package.next_anchor() for entry in entries})


def contents(sheet: Sheet) -> Iterator[str]:
    """The list, if there is one."""
    entries = [entry for entry in _entries(sheet) if entry.key in sheet.anchors]
    if not entries:
        return
    yield wordml.paragraph("ContentsHead", sheet.pair(colophon.CONTENTS))
    numbers = pages(sheet)
    begin = wordml.field_mark("begin") + wordml.instruction(r"TOC \f e \l 1-3 \h \z") + wordml.field_mark("separate")
    for entry in entries:
        yield _line(sheet, entry, begin, numbers.get(entry.key, 1))
        begin = ""
    yield wordml.paragraph("Gap", wordml.field_mark("end"))


def _line(sheet: Sheet, entry: _Entry, begin: str, page: int) -> str:
    anchor, voice = sheet.anchors[entry.key], sheet.english.voice
    number = wordml.field(rf"PAGEREF {anchor} \h", str(page), voice)
    content = begin + wordml.link_inside(anchor, entry.words.plain() + wordml.tab() + number)
    tabs = f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{sheet.width}"/></w:tabs>'
    return wordml.paragraph(f"TOC{entry.level}", content, tabs)


def _entries(sheet: Sheet) -> list[_Entry]:
    """The headings that have words, in their order."""
    found: list[tuple[str, int, Sequence[Words]]] = [
        (section.id, depth(section), headings(sheet, section.target_heading, section.source_heading))
        for section in sheet.briefing.sections
        if section.id != "lead"
    ]
    if sheet.style.layout == "english":
        found.append((CHINESE, 1, named(sheet, colophon.ORIGINAL)))
    if sheet.briefing.terms():
        found.append((TERMS, 1, named(sheet, colophon.TERMS)))
    return [_Entry(key, level, words[0]) for key, level, words in found if words]
