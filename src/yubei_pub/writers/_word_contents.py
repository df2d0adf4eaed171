"""The contents list of a Word file: the headings of one language with links and page numbers.

It is a TOC field with its result, so that a reader has it at once and Word can make it anew (right-click, Update
Field).  Word then takes the entries from the TC fields at the headings, because the headings themselves have both
languages.  The page numbers are estimates until then: asking Word to renew them when it opens the file (w:dirty,
w:updateFields) would make it ask every reader a question first.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from yubei_pub.word import wordml
from yubei_pub.wording import matter, term_rows, volume
from yubei_pub.writers._widths import CALIBRI, filled
from yubei_pub.writers._word_blocks import TWIPS_PER_POINT
from yubei_pub.writers._word_headings import Words, depth, in_list, named, of_section
from yubei_pub.writers._word_pages import pages
from yubei_pub.writers._word_sheet import CHINESE, TERMS, TITLE, Sheet

_SIZE, _INDENT, _NUMBER = 10, 18, 30  # points of the first level's type, of each level, and before a page number


class _Entry(NamedTuple):
    """A line of the list; `key` is the section's id, TITLE, TERMS or CHINESE."""

    sheet: Sheet
    key: str
    level: int
    words: Words


def prepare(sheets: Sequence[Sheet]) -> None:
    """Name the bookmarks of the headings, if there is to be a contents list; a volume has one."""
    if volume.has_contents([sheet.briefing for sheet in sheets], sheets[0].style):
        for entry in _entries(sheets):
            entry.sheet.anchors[entry.key] = entry.sheet.package.next_anchor()


def contents(sheets: Sequence[Sheet]) -> Iterator[str]:
    """The list, if there is one."""
    entries = [entry for entry in _entries(sheets) if entry.key in entry.sheet.anchors]
    if not entries:
        return
    yield wordml.paragraph("ContentsHead", sheets[0].pair(matter.CONTENTS))
    numbers = pages(sheets)
    begin = wordml.field_mark("begin") + wordml.instruction(r"TOC \f e \l 1-3 \h \z") + wordml.field_mark("separate")
    for entry in entries:
        yield _line(entry, begin, numbers.get(entry.sheet.anchors[entry.key], 1))
        begin = ""
    yield wordml.paragraph("TitleRule", wordml.field_mark("end"))


def _line(entry: _Entry, begin: str, page: int) -> str:
    sheet = entry.sheet
    anchor, voice = sheet.anchors[entry.key], sheet.english.voice
    before = f"{sheet.number}\u2002" if entry.key == TITLE else ""
    hanging = len(before) * _SIZE // 2  # as wide as the number and the blank behind it
    number = wordml.field(rf"PAGEREF {anchor} \h", str(page), voice)
    # Broken here, or a line may reach the page number; with an indent at the right LibreOffice leaves that out.
    room = sheet.line - _INDENT * (entry.level - 1) - _NUMBER - hanging
    words = filled(entry.words.plain(), _SIZE * (1 if entry.words.chinese else CALIBRI), room, entry.words.chinese)
    whole = sheet.english.text(before) + entry.words.setter.text(words) + wordml.TAB + number
    content = begin + wordml.link_inside(anchor, whole)
    looks = f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{sheet.width}"/></w:tabs>'
    if hanging:
        looks += '<w:ind w:left="{0}" w:hanging="{0}"/>'.format(hanging * TWIPS_PER_POINT)
    return wordml.paragraph(f"TOC{entry.level}", content, looks)


def _entries(sheets: Sequence[Sheet]) -> list[_Entry]:
    """The headings that have words, in their order, the terms of all last."""
    found = [entry for sheet in sheets for entry in _of(sheet)]
    if any(sheet.briefing.terms for sheet in sheets):
        found.append(_Entry(sheets[-1], TERMS, 1, named(sheets[-1], term_rows.TITLE)[0]))
    return found


def _of(sheet: Sheet) -> Iterator[_Entry]:
    for section in sheet.briefing.sections:
        words = of_section(sheet, section)
        if words and not section.is_lead:
            yield _Entry(sheet, section.id, in_list(sheet, depth(section)), words[0])
        elif words and sheet.number:
            yield _Entry(sheet, TITLE, 1, words[0])
    if sheet.style.layout == "english":
        yield _Entry(sheet, CHINESE, in_list(sheet, 1), named(sheet, matter.ORIGINAL)[0])
