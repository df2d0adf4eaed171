"""Word, side by side: English beside Chinese in tables whose rows carry the paragraph numbers.

Headings stand outside the tables, because Word's navigation pane hides headings in tables.
Numbers are literal: automatic ones would run across both columns.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, zip_longest

from yubei_pub import captions, colophon, wordml
from yubei_pub.colophon import Pair
from yubei_pub.model import Block, Briefing, BriefingSection, Passage, Picture
from yubei_pub.settings import Style
from yubei_pub.wordpackage import Properties, WordPackage
from yubei_pub.writers import _word_matter
from yubei_pub.writers._widths import SANS, points
from yubei_pub.writers._word_blocks import Typesetter
from yubei_pub.writers._word_matter import PAGE, TWIPS_PER_POINT, Sheet

EXTENSION = "docx"

NUMBER = 740  # twips of the column of numbers; the styles Figure and Caption are indented by as much
ENGLISH_SHARE = 0.55  # of what is left: English takes about a fifth more room than the Chinese it renders
GUTTER = 300
MAX_PICTURE_HEIGHT = PAGE.height * 6 // 10
PICTURE_TWIPS_PER_PIXEL = 20  # at least 72 pixels an inch: a small picture is not blown up
SPLIT_FROM = 600  # characters of a row that a page may split: some 15 lines, and a gap as large is worse

# Points of English and Chinese by level, as in the template's styles Heading1-3 and ChineseHeading1-3.
HEADING_SIZES = ((15, 13), (12, 10.5), (11, 10))
MARK_SIZE = 7
CAPTION_SIZE = 9
BETWEEN = 12  # points to keep free between two texts on one line; the estimates are for the widest font


def write(briefings: Sequence[Briefing], style: Style) -> bytes:
    """A Word file of the briefings one after the other, each with its own running header."""
    package = WordPackage(_word_matter.TEMPLATE)
    sheets = [Sheet.of(package, briefing, style.order == "zh-en") for briefing in briefings]
    ends = [_word_matter.section_properties(sheet) for sheet in sheets]
    return package.save(_body(sheets, ends), _properties(briefings))


def _properties(briefings: Sequence[Briefing]) -> Properties:
    if not briefings:
        return Properties("", "yubei-pub", "en-US", "1980-01-01")
    first = briefings[0]
    title = colophon.title(first)
    return Properties(
        title=title.english or title.chinese or first.id,
        creator=first.front.get("publisher", "").strip() or "yubei-pub",
        language=_word_matter.language(first),
        date=colophon.core_date(first),
    )


def _body(sheets: Sequence[Sheet], ends: Sequence[str]) -> Iterator[str]:
    for sheet, end in zip(sheets, ends, strict=True):
        yield from _word_matter.title_block(sheet)
        for section in sheet.briefing.sections:
            yield from _section(sheet, section)
        yield from _terms(sheet)
        yield from _word_matter.closing(sheet)
        # The section of the last briefing is the body's own (17.6.17); the others end in a paragraph (17.6.18).
        yield end if sheet is sheets[-1] else wordml.paragraph("Gap", "", end)
    if not sheets:
        yield wordml.paragraph("English", "")


def _terms(sheet: Sheet) -> Iterator[str]:
    rows = "".join(_word_matter.terms(sheet))
    if rows:
        words = colophon.TERMS
        yield from _heading(
            sheet, 1, words, sheet.english.text(words.english), sheet.chinese.text(words.chinese, "ChineseInHeading1")
        )
        yield rows


def _section(sheet: Sheet, section: BriefingSection) -> Iterator[str]:
    """A heading (the lead's is the title, set before) and its passages: tables, with the figures between them."""
    if section.id != "lead":
        yield from _section_heading(sheet, section)
    for is_figure, run in groupby(section.passages, lambda passage: passage.number is None):
        if is_figure:
            for passage in run:
                yield from _figure(sheet, passage)
        else:
            yield from _parallel(sheet, list(run), colophon.section_name(section))


def _section_heading(sheet: Sheet, section: BriefingSection) -> Iterator[str]:
    level = min(max(section.level - 1, 1), len(HEADING_SIZES))
    english = sheet.english.content(section.target_heading) if section.target_heading else ""
    chinese = (
        sheet.chinese.content(section.source_heading, f"ChineseInHeading{level}") if section.source_heading else ""
    )
    words = Pair(_text(section.target_heading), _text(section.source_heading))
    yield from _heading(sheet, level, words, english, chinese, section)


def _text(block: Block | None) -> str:
    return block.text.text if block else ""


def _heading(
    sheet: Sheet, level: int, words: Pair, english: str, chinese: str, section: BriefingSection | None = None
) -> Iterator[str]:
    """One line with both headings, or two if they do not fit."""
    sizes = HEADING_SIZES[level - 1]
    state = colophon.DRAFT_MARKS.get(section.state, "") if section else ""
    mark = _word_matter.draft_mark(sheet, section) if section else ""
    needed = points(words.english, sizes[0]) + points(words.chinese, sizes[1], chinese=True)
    needed += points(state, MARK_SIZE * SANS) + BETWEEN
    style = f"Heading{level}"
    if not english or not chinese:
        yield wordml.paragraph(style, (english or chinese) + mark)
    elif needed * TWIPS_PER_POINT <= PAGE.text_width:
        left, right = sheet.sides(english + mark, chinese)
        yield wordml.paragraph(style, left + wordml.tab() + right)
    else:
        yield wordml.paragraph(style, english + mark, '<w:spacing w:after="0"/>')
        yield wordml.paragraph(f"ChineseHeading{level}", chinese)


def _columns(sheet: Sheet) -> tuple[int, int, int]:
    """Twips of the columns: number, left, right."""
    english = int((PAGE.text_width - NUMBER) * ENGLISH_SHARE)
    chinese = PAGE.text_width - NUMBER - english
    return NUMBER, *((chinese, english) if sheet.chinese_first else (english, chinese))


def _parallel(sheet: Sheet, passages: Sequence[Passage], name: str) -> Iterator[str]:
    """A table of numbered rows, written row by row.

    Its header row is there for screen readers and so that a page after a break names its
    columns to them: it is two points high and white, because on paper nobody needs to be
    told which column is Chinese.
    """
    columns = _columns(sheet)
    first, last = passages[0].number, passages[-1].number
    yield wordml.table_start("Parallel", columns, f"{name}: paragraphs {first} to {last} in English and Chinese")
    heads = (sheet.english.text("¶"), *sheet.sides(sheet.english.text("English"), sheet.chinese.text("中文")))
    yield _row(columns, [wordml.paragraph("ColumnHead", head) for head in heads], header=True)
    for passage in passages:
        yield _passage(sheet, passage, columns)
    yield wordml.TABLE_END


def _passage(sheet: Sheet, passage: Passage, columns: tuple[int, int, int]) -> str:
    english_width, chinese_width = columns[:0:-1] if sheet.chinese_first else columns[1:]
    english = _side(sheet.english, passage.target, english_width, colophon.UNTRANSLATED)
    chinese = _side(sheet.chinese, passage.source, chinese_width, colophon.NO_SOURCE)
    number = wordml.paragraph("ParagraphNumber", sheet.english.text(str(passage.number)))
    length = max(sum(len(block.text) for block in side) for side in (passage.source, passage.target))
    return _row(columns, [number, *sheet.sides(english, chinese)], whole=length < SPLIT_FROM)


def _side(setter: Typesetter, blocks: Sequence[Block], width: int, instead: str) -> str:
    """The content of a cell: blocks, or a grey word for what is not there."""
    if not blocks:
        return wordml.paragraph(setter.style, setter.text(instead, "Untranslated"))
    return "".join(setter.block(block, width) for block in blocks)


def _row(columns: Sequence[int], cells: Iterable[str], header: bool = False, whole: bool = False) -> str:
    gutters = (0, GUTTER, 0)
    return wordml.row(
        (wordml.cell(*each) for each in zip(columns, cells, gutters, strict=True)), header=header, whole=whole
    )


def _figure(sheet: Sheet, passage: Passage) -> Iterator[str]:
    """Each picture once, with both captions under it."""
    for target, source in zip_longest(passage.target, passage.source):
        block = source or target
        picture = sheet.briefing.pictures.get(block.picture)
        if picture is None:
            note = sheet.english.text("Picture missing: ") + sheet.setter(block.picture).text(block.picture)
            yield wordml.paragraph("MissingPicture", note)
        else:
            yield wordml.paragraph("Figure", _picture(sheet, picture, _described(target, source)))
        yield from _caption(sheet, target, source)


def _described(*captions_of: Block | None) -> str:
    """The alternative text: what both captions say."""
    return " ".join(block.text.text for block in captions_of if block)


def _picture(sheet: Sheet, picture: Picture, description: str) -> str:
    """As wide as the text columns, unless it were too high or too coarse."""
    pixels, lines = max(picture.width, 1), max(picture.height, 1)
    width = min(PAGE.text_width - NUMBER, pixels * PICTURE_TWIPS_PER_PIXEL, MAX_PICTURE_HEIGHT * pixels // lines)
    relationship, number = sheet.package.media(picture.data, picture.kind)
    return wordml.picture(relationship, number, max(width, 1), max(width * lines // pixels, 1), description)


def _caption(sheet: Sheet, target: Block | None, source: Block | None) -> Iterator[str]:
    """Both captions on one line, or one under the other if they do not fit; credits in grey."""
    english = _credited(sheet.english, target) if target else sheet.english.text(colophon.UNTRANSLATED, "Untranslated")
    chinese = _credited(sheet.chinese, source) if source else ""
    needed = points(_text(target) or colophon.UNTRANSLATED, CAPTION_SIZE * SANS)
    needed += points(_text(source), CAPTION_SIZE, chinese=True) + BETWEEN
    if needed * TWIPS_PER_POINT <= PAGE.text_width - NUMBER:
        left, right = sheet.sides(english, chinese)
        yield wordml.paragraph("Caption", left + wordml.tab() + right)
        return
    yield wordml.paragraph("CaptionAbove" if chinese else "Caption", english)
    if chinese:
        yield wordml.paragraph("ChineseCaption", chinese)


def _credited(setter: Typesetter, block: Block) -> str:
    start = captions.credit_start(block.text.text, setter.voice.chinese)
    return setter.content(block, tail_at=start, tail_style="Credit")
