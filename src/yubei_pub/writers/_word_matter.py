"""What stands around the text of a Word file: running lines, title block, terms appendix, colophon.

Shared by every layout.  The words come from `colophon`, the looks from the template's styles.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from yubei_pub import colophon, wordml
from yubei_pub.colophon import Fact, Pair, Sentence, TermRow
from yubei_pub.model import Briefing, BriefingSection
from yubei_pub.wordml import Page, Voice
from yubei_pub.wordpackage import WordPackage
from yubei_pub.writers._widths import SANS, points
from yubei_pub.writers._word_blocks import Typesetter

TEMPLATE = "office-a4"
PAGE = Page(width=11906, height=16838, top=1420, bottom=1360, side=1247, header=780, footer=700)
TWIPS_PER_POINT = 20

_TERM_WIDTHS = (2900, 2050, 900, 900, 2662)  # the columns of colophon.TERM_COLUMNS, twips
_FACT_SIZE, _FACT_GAP = 9, 200  # points; twips between a label and its value
_SHORT_TITLE = 185  # points left of the date in the running header
_HEADER_SIZE = 8

# The styles of both titles by the lines that the English fills at the size of the first: none may take half a page.
_TITLE_SIZE = 23
_TITLE_STYLES = ((1.0, ""), (2.0, "Medium"))
_LONGEST_TITLE_STYLE = "Long"


@dataclass(frozen=True)
class Sheet:
    """One briefing on its way to paper: who sets its English, who its Chinese, and which stands left."""

    package: WordPackage
    briefing: Briefing
    english: Typesetter
    chinese: Typesetter
    chinese_first: bool

    @classmethod
    def of(cls, package: WordPackage, briefing: Briefing, chinese_first: bool) -> Sheet:
        tag = language(briefing)
        notes = briefing.target.notes if briefing.target else {}
        english = Typesetter(package, Voice(False, tag), notes)
        chinese = Typesetter(package, Voice(True, tag), briefing.source.notes)
        return cls(package, briefing, english, chinese, chinese_first)

    def sides(self, english: str, chinese: str) -> tuple[str, str]:
        """Left and right."""
        return (chinese, english) if self.chinese_first else (english, chinese)

    def setter(self, text: str) -> Typesetter:
        """Who sets a text whose language only its characters tell."""
        return self.chinese if colophon.is_chinese(text) else self.english

    def pair(self, pair: Pair) -> str:
        """Both languages on one line, whatever script each is in."""
        return self.english.text(" ").join(self.setter(text).text(text) for text in pair if text)


def language(briefing: Briefing) -> str:
    """The tag of the translation, if it is one: Word calls a file with a bad tag damaged."""
    return briefing.language if re.fullmatch("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*", briefing.language) else "en-US"


def section_properties(sheet: Sheet) -> str:
    """The page with its running header (short title, date, draft line) and footer (versions, page X of Y)."""
    header = sheet.package.frame("header", _header(sheet))
    footer = sheet.package.frame("footer", _footer(sheet))
    return wordml.section_properties(PAGE, header, footer)


def _header(sheet: Sheet) -> str:
    title = colophon.title(sheet.briefing)
    name = title.english or title.chinese or sheet.briefing.id
    date = colophon.printed_date(sheet.briefing.front.get("date", ""))
    parts = (
        sheet.setter(name).text(_shortened(name)),
        sheet.setter(date).text(date),
        sheet.english.text(colophon.draft_line(sheet.briefing), "DraftLine"),
    )
    return wordml.paragraph("Header", wordml.tab().join(parts))


def _shortened(title: str) -> str:
    """As many words (characters, in Chinese) of a title as there is room for."""
    size = _HEADER_SIZE * (1 if colophon.is_chinese(title) else SANS)
    if points(title, size) <= _SHORT_TITLE:
        return title
    short = ""
    for word in re.findall(r"[\u2e80-\uffff]|[^\s\u2e80-\uffff]+\s*|\s+", title):
        if points(f"{short}{word}…", size) > _SHORT_TITLE:
            break
        short += word
    return short.rstrip(" ,;:.，、；：（(“「《") + "…"


def _footer(sheet: Sheet) -> str:
    text, voice = sheet.english.text, sheet.english.voice
    page, pages = wordml.field("PAGE", "1", voice), wordml.field("NUMPAGES", "1", voice)
    versions = text(colophon.versions(sheet.briefing))
    return wordml.paragraph(
        "Footer", f"{versions}{wordml.tab()}{wordml.tab()}{text('Page ')}{page}{text(' of ')}{pages}"
    )


def draft_mark(sheet: Sheet, section: BriefingSection) -> str:
    """The shaded mark behind a heading; nothing for a reviewed section."""
    words = colophon.DRAFT_MARKS.get(section.state, "")
    # No-break spaces give the shade its margin: a run has no padding of its own.
    return sheet.english.text(" ") + sheet.english.text(f"\u00a0{words}\u00a0", "DraftMark") if words else ""


def title_block(sheet: Sheet) -> Iterator[str]:
    """Kicker, both titles, what is known of the briefing, a rule."""
    english, chinese = sheet.english, sheet.chinese
    kicker = english.text(f"{colophon.KICKER[0]}  ") + chinese.text(colophon.KICKER[1], "KickerChinese")
    yield wordml.paragraph("Kicker", kicker)
    if sheet.briefing.sections:
        yield from _titles(sheet, sheet.briefing.sections[0])
    yield _facts(sheet, colophon.facts(sheet.briefing))
    yield wordml.paragraph("TitleRule", "")


def _titles(sheet: Sheet, lead: BriefingSection) -> Iterator[str]:
    lines = points(colophon.title(sheet.briefing).english, _TITLE_SIZE) * TWIPS_PER_POINT / PAGE.text_width
    size = next((name for limit, name in _TITLE_STYLES if lines <= limit), _LONGEST_TITLE_STYLE)
    mark = draft_mark(sheet, lead)
    if lead.target_heading:
        yield wordml.paragraph(f"Title{size}", sheet.english.content(lead.target_heading) + mark)
        mark = ""
    if lead.source_heading:
        yield wordml.paragraph(f"Subtitle{size}", sheet.chinese.content(lead.source_heading) + mark)


def _facts(sheet: Sheet, facts: Sequence[Fact]) -> str:
    """Two facts a line: label, value, label, value."""
    labels = [max((_label_width(fact) for fact in facts[side::2]), default=0) for side in (0, 1)]
    half = PAGE.text_width // 2
    columns = (labels[0], half - labels[0], labels[1], PAGE.text_width - half - labels[1])
    blank = wordml.paragraph("Fact", "")
    rows: list[str] = []
    for at in range(0, len(facts), 2):
        cells = [
            wordml.paragraph(style, sheet.pair(pair))
            for fact in facts[at : at + 2]
            for style, pair in (("FactLabel", fact.label), ("Fact", fact.value))
        ]
        cells += [blank] * (4 - len(cells))
        rows.append(wordml.row(wordml.cell(width, text) for width, text in zip(columns, cells, strict=True)))
    return wordml.table("Facts", columns, rows, "About this briefing")


def _label_width(fact: Fact) -> int:
    width = points(f"{fact.label.english} ", _FACT_SIZE * SANS) + points(fact.label.chinese, _FACT_SIZE)
    return int(width * TWIPS_PER_POINT) + _FACT_GAP


def terms(sheet: Sheet) -> Iterator[str]:
    """The appendix of the terms that occur."""
    rows = colophon.term_rows(sheet.briefing)
    if not rows:
        return
    names = [sheet.setter(name).text(name) for name in colophon.TERM_COLUMNS]
    yield wordml.table_start("Terms", _TERM_WIDTHS, "Terms used in this briefing")
    yield _term_line(("TermHead",) * 2 + ("TermHeadPlaces",) + ("TermHead",) * 2, names, header=True)
    for row in rows:
        yield _term_line(("Term", "Term", "TermPlaces", "Term", "Term"), _term_cells(sheet, row))
    yield wordml.TABLE_END


def _term_line(styles: Sequence[str], texts: Sequence[str], header: bool = False) -> str:
    cells = (
        wordml.cell(width, wordml.paragraph(style, text))
        for width, style, text in zip(_TERM_WIDTHS, styles, texts, strict=True)
    )
    return wordml.row(cells, header=header, whole=True)


def _term_cells(sheet: Sheet, row: TermRow) -> list[str]:
    text = sheet.english.text
    source = text("–")
    if row.citation:
        link = sheet.package.link(row.citation.url)
        where = row.citation.date or row.citation.title
        style = "Hyperlink" if link else ""
        date = sheet.setter(where).text(where, style)
        if row.citation.date and not colophon.is_chinese(where):
            date = wordml.unbroken(where, sheet.english.voice, style)
        publisher = row.citation.publisher + (", " if where else "")
        source = sheet.setter(publisher).text(publisher) + (wordml.hyperlink(link, date) if link and date else date)
    return [text(row.term.en), sheet.chinese.text(row.term.zh), text(row.places), text(row.term.status), source]


def closing(sheet: Sheet) -> Iterator[str]:
    """The colophon."""
    for at, sentences in enumerate(colophon.colophon(sheet.briefing)):
        content = "".join(_sentence(sheet, sentence) for sentence in sentences)
        yield wordml.paragraph("Colophon" if at else "ColophonFirst", content)


def _sentence(sheet: Sheet, sentence: Sentence) -> str:
    link = sheet.package.link(sentence.url) if sentence.url else ""
    setter = sheet.chinese if sentence.chinese else sheet.english
    content = setter.text(sentence.text)
    return wordml.hyperlink(link, content) if link else content
