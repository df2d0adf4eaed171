"""Word: briefings in one of three layouts, written as a stream over a template.

`parallel` has both languages side by side, `stacked` one under the other, `english` the Chinese as an appendix.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from yubei_pub.model import Briefing
from yubei_pub.settings import Style
from yubei_pub.word import wordml
from yubei_pub.word.package import Properties, WordPackage, Xml
from yubei_pub.word.template import Template, office
from yubei_pub.wording import matter, term_rows, volume
from yubei_pub.writers import _word_contents, _word_flow, _word_matter, _word_parallel
from yubei_pub.writers._word_headings import heading, named
from yubei_pub.writers._word_sheet import TERMS, Sheet

LAYOUTS: Mapping[str, Callable[[Sheet], Iterator[Xml]]] = {
    "parallel": _word_parallel.sections,
    "stacked": _word_flow.stacked,
    "english": _word_flow.english,
}


def write(briefings: Sequence[Briefing], style: Style) -> bytes:
    """A Word file of a briefing, or of several as a volume.

    A volume has one title block, one contents list and one appendix of terms, whose pages have a running header of
    all; each briefing has its own.
    """
    package = WordPackage(_template(style))
    sheets = [Sheet(package, briefing, style, number) for number, briefing in volume.numbered(briefings)]
    _word_contents.prepare(sheets)
    ends = [_word_matter.section_properties(sheet) for sheet in sheets]
    shared = _word_matter.section_properties(*sheets) if len(sheets) > 1 else ""
    return package.save(_body(sheets, ends, shared), _properties(briefings, style))


def _template(style: Style) -> Template:
    if not style.house:
        return office(style.paper)
    from yubei_pub.word import house  # wants lxml

    return house.read(style.template, style.house)


def _properties(briefings: Sequence[Briefing], style: Style) -> Properties:
    first, last = briefings[0], briefings[-1]
    return Properties(
        title=volume.name(briefings, style),
        creator=first.printed_front.get("publisher", "") or "yubei-pub",
        language=matter.language(first),
        date=matter.core_date(last),
    )


def _body(sheets: Sequence[Sheet], ends: Sequence[str], shared: str) -> Iterator[Xml]:
    # The last section is the body's own (17.6.17); the others end in a paragraph (17.6.18).
    if len(sheets) == 1:
        yield from _briefing(sheets[0], _word_contents.contents(sheets), _terms(sheets))
        yield ends[0]
        return
    yield from _word_matter.volume_block(sheets)
    yield from _word_contents.contents(sheets)
    yield wordml.paragraph("Gap", "", shared)
    terms = [*_terms(sheets)]
    for sheet, end in zip(sheets, ends, strict=True):
        yield from _briefing(sheet)
        if sheet is not sheets[-1] or terms:
            yield wordml.paragraph("Gap", "", end)
    yield from terms
    yield shared if terms else ends[-1]


def _briefing(sheet: Sheet, contents: Iterable[str] = (), terms: Iterable[Xml] = ()) -> Iterator[Xml]:
    yield from _word_matter.title_block(sheet)
    yield from contents
    yield from LAYOUTS.get(sheet.style.layout, _word_parallel.sections)(sheet)
    yield from terms
    yield from _word_matter.closing(sheet)


def _terms(sheets: Sequence[Sheet]) -> Iterator[Xml]:
    if rows := [*_word_matter.terms(sheets)]:
        yield from heading(sheets[-1], 1, named(sheets[-1], term_rows.TITLE), key=TERMS)
        yield from rows
