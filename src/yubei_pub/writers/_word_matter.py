"""What stands around the text of a Word file: running lines, title block, terms appendix, colophon.

Shared by every layout.  The words come from `wording`, the looks from the template's styles.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from yubei_pub.word import wordml
from yubei_pub.word.package import Xml
from yubei_pub.word.template import Frame
from yubei_pub.wording import colophon, matter, term_rows, volume
from yubei_pub.wording.colophon import Sentence
from yubei_pub.wording.matter import Fact, Pair, Running
from yubei_pub.wording.term_rows import TermRow
from yubei_pub.writers._widths import CALIBRI, SANS, filled, points, shortened
from yubei_pub.writers._word_blocks import KEEP, TWIPS_PER_POINT
from yubei_pub.writers._word_headings import of_section, titles, volume_words
from yubei_pub.writers._word_sheet import Sheet

_TERM_SHARES = (0.308, 0.218, 0.096, 0.096)  # of the text's width: the columns of term_rows.COLUMNS but the last
_FACT_SIZE, _FACT_GAP = 9, 200  # points; twips between a label and its value
_TERM_SIZE, _TERM_MARGINS, _PLACES_MARGINS = 8.5, 120, 220  # points; twips at both sides of a cell
_SPLIT = 2000  # characters of places that may be on two pages
_HEADER_SIZE, _HEADER_GAP = 8, 10  # points


def section_properties(sheet: Sheet, *others: Sheet) -> str:
    """The page with its running header and footer: the template's, filled in, and ours where it has none.

    With `others` those of the pages that all briefings of a volume share.
    """
    package, template = sheet.package, sheet.package.template
    lines = volume.running([each.briefing for each in (sheet, *others)], sheet.style)
    frames = [
        (frame.kind, frame.page, package.whole_frame(frame.kind, _filled(lines, frame), frame.relationships))
        for frame in template.frames
    ]
    kinds = {kind for kind, _, _ in frames}
    if "header" not in kinds:
        frames.append(("header", "default", package.frame("header", _header(sheet, lines))))
    if "footer" not in kinds:
        frames.append(("footer", "default", package.frame("footer", _footer(sheet, lines))))
    return wordml.section_properties(frames, template.section)


def _filled(lines: Running, frame: Frame) -> str:
    from yubei_pub.word import house

    return house.filled(frame.xml, lines._asdict())


def _header(sheet: Sheet, lines: Running) -> str:
    name, date, draft, _ = lines
    dated, warning = sheet.setter(date).text(date), sheet.english.text(draft, "DraftLine")
    room = sheet.line / 2 - points(date, _HEADER_SIZE) / 2 - _HEADER_GAP
    width = points(draft, _HEADER_SIZE * SANS)
    if width <= room:
        tabs = wordml.tabs(("center", sheet.width // 2), ("right", sheet.width))
        return wordml.paragraph("BriefingHeader", wordml.TAB.join((_short(sheet, name, room), dated, warning)), tabs)
    # A long warning reaches over the middle: the date moves to the title.
    left = _short(sheet, name, sheet.line - width - points(date, _HEADER_SIZE) - 3 * _HEADER_GAP)
    both = sheet.english.text(" · ").join(filter(None, (left, dated)))
    return wordml.paragraph("BriefingHeader", both + wordml.TAB + warning, wordml.tabs(("right", sheet.width)))


def _short(sheet: Sheet, title: str, room: float) -> str:
    size = _HEADER_SIZE * (1 if matter.is_chinese(title) else SANS)
    return sheet.setter(title).text(shortened(title, size, room))


def _footer(sheet: Sheet, lines: Running) -> str:
    text, voice = sheet.english.text, sheet.english.voice
    page, pages = wordml.field("PAGE", "1", voice), wordml.field("NUMPAGES", "1", voice)
    versions = text(lines.versions)
    content = f"{versions}{wordml.TAB}{text('Page ')}{page}{text(' of ')}{pages}"
    return wordml.paragraph("BriefingFooter", content, wordml.tabs(("right", sheet.width)))


def title_block(sheet: Sheet) -> Iterator[str]:
    """Kicker, both titles, what is known of the briefing, a rule; a draft says so, if the running lines do not."""
    english, chinese = sheet.english, sheet.chinese
    yield from _draft(sheet, matter.draft_line(sheet.briefing))
    counted = f" {sheet.number}" if sheet.number else ""
    kicker = english.text(f"{matter.KICKER[0]}{counted}  ") + chinese.text(matter.KICKER[1], "KickerChinese")
    yield wordml.paragraph("Kicker", kicker)
    yield from titles(sheet, of_section(sheet, sheet.briefing.lead), sheet.briefing.lead)
    yield _facts(sheet, matter.facts(sheet.briefing), "About this briefing")
    yield wordml.paragraph("TitleRule", "")


def volume_block(sheets: Sequence[Sheet]) -> Iterator[str]:
    """Both titles of a volume, what is known of it, a rule."""
    sheet, briefings = sheets[0], [sheet.briefing for sheet in sheets]
    yield from _draft(sheet, volume.draft_line(briefings))
    yield from titles(sheet, volume_words(sheet))
    yield _facts(sheet, volume.facts(briefings), "About these briefings")
    yield wordml.paragraph("TitleRule", "")


def _draft(sheet: Sheet, warning: str) -> Iterator[str]:
    if warning and not sheet.package.template.says_drafts:
        yield wordml.paragraph("Fact", sheet.english.text(warning, "DraftMark"))


def _facts(sheet: Sheet, facts: Sequence[Fact], caption: str) -> str:
    """Two facts a line: label, value, label, value; a wide one has a line of its own."""
    narrow, wide = [fact for fact in facts if not fact.wide], [fact for fact in facts if fact.wide]
    labels = [max(map(_label_width, each), default=0) for each in ([*narrow[::2], *wide], narrow[1::2])]
    half = sheet.width // 2
    columns = (labels[0], half - labels[0], labels[1], sheet.width - half - labels[1])
    blank = wordml.paragraph("Fact", "")
    rows: list[str] = []
    for at in range(0, len(narrow), 2):
        both = zip(narrow[at : at + 2], columns[1::2], strict=False)
        cells = [text for fact, room in both for text in _fact(sheet, fact, room)]
        cells += [blank] * (4 - len(cells))
        rows.append(wordml.row(wordml.cell(width, text) for width, text in zip(columns, cells, strict=True)))
    for fact in wide:
        room = sheet.width - labels[0]
        label, value = _fact(sheet, fact, room)
        rows.append(wordml.row([wordml.cell(labels[0], label), wordml.cell(room, value, columns=3)]))
    return wordml.table("Facts", columns, rows, caption)


def _fact(sheet: Sheet, fact: Fact, room: int) -> tuple[str, str]:
    """The paragraphs of a label and of a value that has so many twips."""
    value = _value(sheet, fact.value, 0 if fact.wide else room)
    return wordml.paragraph("FactLabel", sheet.pair(fact.label)), wordml.paragraph("Fact", value)


def _value(sheet: Sheet, value: Pair, room: int) -> str:
    """Both languages on one line of so many twips, or each on its own."""
    width = points(value.english, _FACT_SIZE * SANS) + points(value.chinese, _FACT_SIZE, chinese=True)
    beside = not all(value) or width * TWIPS_PER_POINT + _FACT_GAP <= room
    between = sheet.english.text(" ") if beside else wordml.LINE_BREAK
    return between.join(sheet.setter(text).linked(text) for text in value if text)


def _label_width(fact: Fact) -> int:
    width = points(f"{fact.label.english} ", _FACT_SIZE * SANS) + points(fact.label.chinese, _FACT_SIZE)
    return int(width * TWIPS_PER_POINT) + _FACT_GAP


def terms(sheets: Sequence[Sheet]) -> Iterator[Xml]:
    """The appendix of the terms that occur in some briefings."""
    sheet = sheets[-1]
    groups = term_rows.groups_of([each.briefing for each in sheets], sheet.style.terms)
    if not groups:
        return
    names = [sheet.setter(name).text(name) for name in term_rows.COLUMNS]
    widths = [int(sheet.width * share) for share in _TERM_SHARES]
    widths.append(sheet.width - sum(widths))
    yield wordml.table_start(
        "Terms", widths, "Terms used in these briefings" if sheet.number else "Terms used in this briefing"
    )
    yield _term_line(widths, ("TermHead",) * 2 + ("TermHeadPlaces",) + ("TermHead",) * 2, names, header=True)
    for group in groups:
        kept = term_rows.WITH_THE_END if group is groups[-1] and not sheet.number else 0
        yield sheet.terms(group, kept, partial(_term_lines, sheet, widths, group.rows, kept))
    yield wordml.TABLE_END


def _term_lines(sheet: Sheet, widths: Sequence[int], rows: Sequence[TermRow], kept: int) -> Iterator[str]:
    """Rows, the last ones kept with what follows."""
    styles = ("Term", "Term", "TermPlaces", "Term", "Term")
    room = (widths[2] - _PLACES_MARGINS) / TWIPS_PER_POINT
    for left, row in zip(range(len(rows), 0, -1), rows, strict=True):
        keep, places = KEEP if left <= kept else "", row.places
        if term_rows.are_below(places):
            yield _term_line(widths, styles, _term_cells(sheet, row, term_rows.BELOW), KEEP, bare="bottom")
            yield _places_line(sheet, sum(widths), places, keep)
        else:  # else 4– | 7
            places = filled(places, _TERM_SIZE * CALIBRI, room) if "–" in places else places
            yield _term_line(widths, styles, _term_cells(sheet, row, places), keep)


def _places_line(sheet: Sheet, width: int, places: str, keep: str) -> str:
    words = filled(f"¶ {places}", _TERM_SIZE * CALIBRI, (width - _TERM_MARGINS) / TWIPS_PER_POINT)
    content = wordml.paragraph("Term", sheet.english.text(words), keep)
    columns = len(term_rows.COLUMNS)
    return wordml.row([wordml.cell(width, content, columns=columns, bare="top")], whole=len(places) < _SPLIT)


def _term_line(
    widths: Sequence[int],
    styles: Sequence[str],
    texts: Sequence[str],
    keep: str = "",
    header: bool = False,
    bare: str = "",
) -> str:
    cells = (
        wordml.cell(width, wordml.paragraph(style, text, keep), bare=bare)
        for width, style, text in zip(widths, styles, texts, strict=True)
    )
    return wordml.row(cells, header=header, whole=True)


def _term_cells(sheet: Sheet, row: TermRow, places: str) -> list[str]:
    text = sheet.english.text
    source = text("–")
    if cited := row.term.citation:
        link, where = sheet.package.link(cited.url), cited.date or cited.title
        style = "Hyperlink" if link else ""
        date = sheet.setter(where).text(where, style)
        if cited.date and not matter.is_chinese(where):
            date = wordml.unbroken(where, sheet.english.voice, style)
        publisher = cited.publisher + (", " if where else "")
        source = sheet.setter(publisher).text(publisher) + (wordml.hyperlink(link, date) if link and date else date)
    return [text(row.term.en), sheet.chinese.text(row.term.zh), text(places), text(row.term.status), source]


def closing(sheet: Sheet) -> Iterator[str]:
    """Footnotes that nothing refers to, then the colophon."""
    loose = [*sheet.english.loose_notes(), *sheet.chinese.loose_notes()]
    if loose:
        yield wordml.paragraph("ColophonFirst", sheet.pair(matter.LOOSE_NOTES))
    yield from (wordml.paragraph("Colophon", note) for note in loose)
    for at, sentences in enumerate(colophon.paragraphs(sheet.briefing)):
        content = "".join(_sentence(sheet, sentence) for sentence in sentences)
        yield wordml.paragraph("Colophon" if at else "ColophonFirst", content)


def _sentence(sheet: Sheet, sentence: Sentence) -> str:
    link = sheet.package.link(sentence.url)
    setter = sheet.chinese if sentence.chinese else sheet.english
    return wordml.hyperlink(link, setter.text(sentence.text)) if link else setter.linked(sentence.text)
