"""What stands around the text of a briefing in HTML: title block, contents, notes, terms appendix, colophon.

The words come from `wording`, the looks from the style sheet.
"""

from __future__ import annotations

from collections.abc import Sequence

from yubei_pub.document import Block
from yubei_pub.inline import as_written, link_target
from yubei_pub.wording import colophon, matter, term_rows, volume
from yubei_pub.wording.colophon import Sentence
from yubei_pub.wording.matter import Fact
from yubei_pub.wording.term_rows import TermRow
from yubei_pub.writers import _html_body as body
from yubei_pub.writers._html_elements import Entry, element, nested, text
from yubei_pub.writers._html_inline import Note
from yubei_pub.writers._html_sheet import CHINESE, TERMS, Sheet
from yubei_pub.writers._widths import points

_LONG = 45  # ems: a title of so many would fill more than two lines of a wide screen


def article(sheet: Sheet) -> str:
    """One briefing whole, with contents and terms where no other page has those of all."""
    alone = not sheet.number and not sheet.medium.epub
    parts = (
        element("header", _kicker(sheet) + _titles(sheet) + facts(sheet)),
        contents([sheet]) if alone else "",
        "".join(body.sections(sheet)),
        _notes(sheet),
        _loose(sheet),
        terms([sheet]) if alone else "",
        _colophon(sheet),
    )
    return element("article", "".join(parts), id=f"{sheet.prefix}text", lang=sheet.english.language)


def volume_block(sheets: Sequence[Sheet]) -> str:
    """Both titles of a volume, the warning of a draft, what is known of it."""
    sheet, briefings = sheets[0], [sheet.briefing for sheet in sheets]
    first, *second = (
        sheet.setter(title).words(title) for title in sheet.style.ordered(*volume.title(sheet.style)) if title
    )
    title = element("h1", " ".join((element("span", first, class_="first"), *second)))
    return element("header", title + _warned(sheet, volume.draft_line(briefings), volume.facts(briefings)))


def facts(sheet: Sheet) -> str:
    """What is known of a briefing; a draft says so first."""
    return _warned(sheet, matter.draft_line(sheet.briefing), matter.facts(sheet.briefing))


def _warned(sheet: Sheet, draft: str, facts: Sequence[Fact]) -> str:
    warning = element("p", text(draft), class_="draft", role="note", lang="en") if draft else ""
    rows = (
        element(
            "div",
            element("dt", sheet.both(fact.label)) + element("dd", sheet.linked(fact.value)),
            class_="wide" if fact.wide else None,
        )
        for fact in facts
    )
    return warning + element("dl", "".join(rows), class_="facts")


def _kicker(sheet: Sheet) -> str:
    """What this is; in a volume with its number, by which the terms name it."""
    english, chinese = matter.KICKER
    counted = f"{english} {sheet.number}" if sheet.number else english
    words = element("span", counted, lang="en") + " " + element("span", chinese, lang=CHINESE)
    return element("p", words, class_="kicker")


def _titles(sheet: Sheet) -> str:
    lead = sheet.briefing.lead
    first, *second = body.headings(sheet, lead) or [sheet.setter(sheet.briefing.id).words(sheet.briefing.id)]
    head = " ".join(filter(None, (first, body.mark(lead))))
    long = max(points(title, 1, matter.is_chinese(title)) for title in matter.title(sheet.briefing)) > _LONG
    return element("h1", " ".join((element("span", head, class_="first"), *second)), class_="long" if long else None)


def entries(sheets: Sequence[Sheet]) -> list[Entry]:
    """The contents: the sections (of several briefings under their titles), then the terms."""
    found: list[Entry] = []
    for sheet in sheets:
        if sheet.number:
            found.append(entry(1, sheet.address(f"{sheet.prefix}text"), f"{sheet.number}\u2002{title_of(sheet)}"))
        for at, level in enumerate(body.levels(sheet)):
            section = sheet.briefing.sections[at]
            if not section.is_lead:
                found.append(entry(level, sheet.address(sheet.anchors[at]), _plain_heading(sheet, at)))
        if sheet.style.layout == "english":
            found.append(entry(2, sheet.address(f"{sheet.prefix}zh-text"), sheet.both(matter.ORIGINAL)))
    if sheets[0].terms:
        where = f"{sheets[0].medium.page(TERMS)}#terms"
        found.append(
            entry(1 if len(sheets) > 1 or sheets[0].medium.epub else 2, where, sheets[0].both(term_rows.TITLE))
        )
    return found


def entry(depth: int, address: str, content: str) -> Entry:
    """An entry of the contents."""
    return Entry(depth, element("a", content, href=address))


def title_of(sheet: Sheet) -> str:
    """Both titles in one line."""
    return sheet.both(matter.title(sheet.briefing)) or text(sheet.briefing.id)


def _plain_heading(sheet: Sheet, at: int) -> str:
    """A heading without marks: an entry of the contents is a link already."""
    section = sheet.briefing.sections[at]
    words = [block.text.text if block else "" for block in (section.target_heading, section.source_heading)]
    return sheet.both(matter.Pair(*(" ".join(each.split()) for each in words))) or text(section.id)


def contents(sheets: Sequence[Sheet]) -> str:
    """The list of contents; none for a text without sections, nor where the office wants none."""
    found = entries(sheets)
    if len(found) < 2 or sheets[0].style.contents == "never":
        return ""
    head = element("h2", sheets[0].both(matter.CONTENTS), id="contents")
    return element("nav", head + nested(found, "ol"), class_="contents", aria_labelledby="contents")


def _notes(sheet: Sheet) -> str:
    """The footnotes in the order of their numbers, each with the way back."""
    met = list(sheet.english.numbering.met.values())
    if not met:
        return ""
    head = element("h2", sheet.both(matter.NOTES))
    notes = "".join(_note(sheet, note) for note in met)
    kind = "footnotes" if sheet.medium.epub else None
    return element("section", head + notes, class_="notes", role="doc-endnotes", epub_type=kind)


def _note(sheet: Sheet, note: Note) -> str:
    anchor = sheet.english.numbering.anchor(note)
    words = element("span", f"{note.number}. ", class_="label") + note.setter.note(note.block)
    if sheet.medium.epub:  # nothing but the text: a reader shows it in a window of its own
        content = element("p", words, lang=_spoken(sheet, note.block))
        return element("aside", content, id=anchor, epub_type="footnote", role="doc-footnote")
    return element("div", element("p", words + _back(sheet, note), lang=_spoken(sheet, note.block)), id=anchor)


def _spoken(sheet: Sheet, note: Block) -> str:
    """The language of a note: a translator's may be English in the Chinese."""
    return sheet.setter(note.text.text).language


def _back(sheet: Sheet, note: Note) -> str:
    """The ways back from a note to each place that refers to it."""
    places = (sheet.english.numbering.reference(note, at) for at in range(1, note.references + 1))
    return "".join(
        " " + element("a", "↩", href=f"#{place}", role="doc-backlink", aria_label="Back to the text")
        for place in places
    )


def _loose(sheet: Sheet) -> str:
    """Notes that nothing refers to are printed, not lost."""
    found = [
        element("li", text(f"{as_written(label)} ") + setter.note(note), lang=_spoken(sheet, note))
        for setter in (sheet.english, sheet.chinese)
        for label, note in setter.loose()
    ]
    if not found:
        return ""
    head = element("h2", sheet.both(matter.LOOSE_NOTES))
    return element("section", head + element("ul", "".join(found)), class_="notes")


def terms(sheets: Sequence[Sheet]) -> str:
    """The appendix of the terms that occur in some briefings."""
    sheet, rows = sheets[0], sheets[0].terms
    if not rows:
        return ""
    head = element("h2", sheet.both(term_rows.TITLE))
    names = "".join(sheet.setter(name).words(name, "th", scope="col") for name in term_rows.COLUMNS)
    body_rows = "".join(_term(sheets, row, at) for at, row in enumerate(rows, 1))
    table = element("table", element("thead", element("tr", names)) + element("tbody", body_rows), class_="terms")
    return element("section", head + table, id="terms")


def _term(sheets: Sequence[Sheet], row: TermRow, at: int) -> str:
    english, chinese = sheets[0].english, sheets[0].chinese
    below, places = term_rows.are_below(row.places), _places(sheets, row.places)
    cells = (
        english.words(row.term.en, "th", scope="row"),
        chinese.words(row.term.zh, "td"),
        element("td", term_rows.BELOW if below else places, class_="places", lang=english.language),
        element("td", text(row.term.status), class_="status", lang="en"),
        element("td", _cited(sheets[0], row), class_="source"),
    )
    line = element("tr", "".join(cells), id=f"term-{at}", class_="spread" if below else None)
    if not below:
        return line
    wide = element("td", "¶ " + places, class_="places", colspan=str(len(cells)), lang=english.language)
    return line + element("tr", wide, class_="below")


def _places(sheets: Sequence[Sheet], places: str) -> str:
    """The numbers as links, none of whose stretches is parted by a line."""

    def link(briefing: int, number: int, said: str) -> str:
        sheet = sheets[max(briefing - 1, 0)]
        return element("a", said, href=sheet.address(sheet.place(number)))

    links = term_rows.linked(text(places), link)
    return ", ".join(element("span", at, class_="whole") if "–" in at else at for at in links.split(", "))


def _cited(sheet: Sheet, row: TermRow) -> str:
    cited = row.term.citation
    if cited is None:
        return "–"
    words, link = cited.source or cited.title, link_target(cited.url)
    content = sheet.setter(words).words(words)
    return element("a", content, href=link) if link else content


def _colophon(sheet: Sheet) -> str:
    paragraphs = [
        element("p", "".join(_sentence(sheet, sentence) for sentence in sentences))
        for sentences in colophon.paragraphs(sheet.briefing)
    ]
    return element("footer", "".join(paragraphs), class_="colophon")


def _sentence(sheet: Sheet, sentence: Sentence) -> str:
    setter = sheet.chinese if sentence.chinese else sheet.english
    link = link_target(sentence.url)
    return element("a", text(sentence.text), href=link, lang="en") if link else setter.linked(sentence.text)
