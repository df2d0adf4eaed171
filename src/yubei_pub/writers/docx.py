"""Word: briefings in one of three layouts, written as a stream over a template.

`parallel` has both languages side by side, `stacked` one under the other, `english` the Chinese as an appendix.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from yubei_pub import colophon, wordml
from yubei_pub.model import Briefing
from yubei_pub.settings import Style
from yubei_pub.wordpackage import Properties, WordPackage
from yubei_pub.wordtemplate import Template, office
from yubei_pub.writers import _word_contents, _word_flow, _word_matter, _word_parallel
from yubei_pub.writers._word_headings import heading, named
from yubei_pub.writers._word_sheet import TERMS, Sheet, language

EXTENSION = "docx"

LAYOUTS: Mapping[str, Callable[[Sheet], Iterator[str]]] = {
    "parallel": _word_parallel.sections,
    "stacked": _word_flow.stacked,
    "english": _word_flow.english,
}


def write(briefings: Sequence[Briefing], style: Style) -> bytes:
    """A Word file of the briefings one after the other, each with its own running header."""
    package = WordPackage(_template(style))
    sheets = [Sheet.of(package, briefing, style) for briefing in briefings]
    for sheet in sheets:
        _word_contents.prepare(sheet)
    ends = [_word_matter.section_properties(sheet) for sheet in sheets]
    return package.save(_body(sheets, ends), _properties(briefings))


def _template(style: Style) -> Template:
    if not style.house:
        return office(style.paper)
    from yubei_pub import wordhouse  # wants lxml

    return wordhouse.read(style.template, style.house)


def _properties(briefings: Sequence[Briefing]) -> Properties:
    if not briefings:
        return Properties("", "yubei-pub", "en-US", "1980-01-01")
    first = briefings[0]
    title = colophon.title(first)
    return Properties(
        title=title.english or title.chinese or first.id,
        creator=first.front.get("publisher", "").strip() or "yubei-pub",
        language=language(first),
        date=colophon.core_date(first),
    )


def _body(sheets: Sequence[Sheet], ends: Sequence[str]) -> Iterator[str]:
    for sheet, end in zip(sheets, ends, strict=True):
        yield from _word_matter.title_block(sheet)
        yield from _word_contents.contents(sheet)
        yield from LAYOUTS.get(sheet.style.layout, _word_parallel.sections)(sheet)
        yield from _terms(sheet)
        yield from _word_matter.closing(sheet)
        # The section of the last briefing is the body's own (17.6.17); the others end in a paragraph (17.6.18).
        yield end if sheet is sheets[-1] else wordml.paragraph("Gap", "", end)
    if not sheets:
        yield wordml.paragraph("English", "")


def _terms(sheet: Sheet) -> Iterator[str]:
    rows = "".join(_word_matter.terms(sheet))
    if rows:
        yield from heading(sheet, 1, named(sheet, colophon.TERMS), key=TERMS)
        yield rows
