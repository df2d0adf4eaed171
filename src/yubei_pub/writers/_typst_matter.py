"""What stands around a briefing's text as values for data/briefing.typ: running lines, title block, terms, colophon."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from yubei_pub.inline import link_target
from yubei_pub.patterns import lazy_regex
from yubei_pub.wording import colophon, matter, term_rows, volume
from yubei_pub.wording.matter import Fact
from yubei_pub.wording.term_rows import TermRow
from yubei_pub.writers import _typst_body
from yubei_pub.writers._typst_sheet import Sheet, Values
from yubei_pub.writers._typst_words import Words, linked, pair, words

_PLACE = lazy_regex(r"\s+|\S+")


def briefing(sheet: Sheet) -> Values:
    """Everything that is printed of a briefing, made in the order of the page: so its footnotes are numbered."""
    lead = sheet.briefing.lead
    return {
        "running": running([sheet]),
        "kicker": pair(matter.KICKER),
        "titles": _typst_body.titles(sheet, lead),
        "mark": matter.draft_mark(lead),
        "facts": _facts(matter.facts(sheet.briefing)),
        "sections": _in_order(list(_typst_body.sections(sheet))),
        "closing": list(_closing(sheet)),
    }


def opening(sheets: Sequence[Sheet]) -> Values:
    """What a volume begins with: its titles, and what is known of it."""
    first = sheets[0]
    facts = volume.facts([sheet.briefing for sheet in sheets])
    return {"titles": first.pair(volume.title(first.style)), "mark": "", "facts": _facts(facts)}


def _facts(facts: Sequence[Fact]) -> list[Values]:
    return [
        {"label": pair(fact.label), "value": [linked(text) for text in fact.value if text], "wide": fact.wide}
        for fact in facts
    ]


def _in_order(sections: list[Values]) -> list[Values]:
    """The sections with headings none of whose levels skips one, which PDF/UA does not take; the title is level 1."""
    depth = 1
    for section in sections:
        if section["heads"]:
            depth = section["depth"] = min(section["depth"], depth + 1)
    return sections


def running(sheets: Sequence[Sheet]) -> Values:
    """The running lines of a briefing's pages; of several, those of the pages that they share."""
    first = sheets[0]
    lines = volume.running([sheet.briefing for sheet in sheets], first.style)
    return lines._asdict() | {"title": words(lines.title), "date": words(lines.date)}


def terms(sheets: Sequence[Sheet]) -> Values | None:
    """The appendix of the terms that occur, one for all briefings; its heading is a section's."""
    first = sheets[0]
    rows = term_rows.rows_of([sheet.briefing for sheet in sheets], first.style.terms)
    if not rows:
        return None
    return {
        "level": 2,
        "depth": 1 if len(sheets) > 1 else 2,
        "heads": first.pair(term_rows.TITLE),
        "mark": "",
        "columns": [words(name) for name in term_rows.COLUMNS],
        "rows": [_term(row) for row in rows],
        "end": term_rows.WITH_THE_END,
    }


def _term(row: TermRow) -> Values:
    """The cells of a term, each of one or two texts, and what stands below them."""
    places = row.places
    below = term_rows.are_below(places)
    source = [words("–", False)]
    if cited := row.term.citation:
        where = cited.date or cited.title
        source = [words(cited.publisher + (", " if where else "")), words(where, to=link_target(cited.url))]
    named = [[words(row.term.en, False)], [words(row.term.zh, True)]]
    cells = [
        *named,
        [words(term_rows.BELOW, False) if below else _places(places)],
        [words(row.term.status, False)],
        source,
    ]
    return {"cells": cells, "below": _places(f"¶ {places}") if below else None}


def _places(places: str) -> Words:
    """The numbers, none of whose stretches is parted by a line."""
    return {"zh": False, "runs": [{"text": part, "whole": "–" in part} for part in _PLACE.findall(places)]}


def _closing(sheet: Sheet) -> Iterator[list[Words]]:
    """Footnotes that nothing refers to, then the colophon."""
    loose = [*sheet.english.loose_notes(), *sheet.chinese.loose_notes()]
    if loose:
        yield [words(f"{matter.LOOSE_NOTES.english} ", False), words(matter.LOOSE_NOTES.chinese, True)]
    yield from loose
    for sentences in colophon.paragraphs(sheet.briefing):
        yield [
            words(s.text, s.chinese, to=link_target(s.url)) if s.url else linked(s.text, s.chinese) for s in sentences
        ]
