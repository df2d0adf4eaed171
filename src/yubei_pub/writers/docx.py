"""Word, side by side: English beside Chinese in tables whose rows carry the paragraph numbers.

Headings stand outside the tables, because Word's navigation pane hides headings in tables.
Numbers are literal: automatic ones would run across both columns.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, zip_longest

from yubei_pub import captions, colophon, wordml
from yubei_pub.document import Block
from yubei_pub.model import Briefing, BriefingSection, Passage, Picture
from yubei_pub.settings import Style
from yubei_pub.wordpackage import Properties, WordPackage
from yubei_pub.writers import _word_matter
from yubei_pub.writers._widths import SANS, points
from yubei_pub.writers._word_blocks import Typesetter
from yubei_pub.writers._word_headings import DEEPEST, heading, headings, named
from yubei_pub.writers._word_sheet import PAGE, TEMPLATE, TWIPS_PER_POINT, Sheet, language

EXTENSION = "docx"

NUMBER = 740  # twips of the column of numbers; the styles Figure and Caption are indented by as much
ENGLISH_SHARE = 0.55  # of what is left: English takes about a fifth more room than the Chinese it renders
GUTTER = 300
MAX_PICTURE_HEIGHT = PAGE.height * 6 // 10
PICTURE_TWIPS_PER_PIXEL = 20  # at least 72 pixels an inch: a small picture is not blown up
# A page may split a row of more lines than this: moved whole behind its headings, a row of fifteen lines left half
# of a page empty.  Word keeps two lines together by widow control, LibreOffice only one in a row that may split.
WHOLE_LINES = 12
ENGLISH_LINE, CHINESE_LINE = 46, 19  # characters of a line in the columns, as measured

CAPTION_SIZE = 9
BETWEEN = 12  # points to keep free between both captions on one line; the estimates are for the widest font


def write(briefings: Sequence[Briefing], style: Style) -> bytes:
    """A Word file of the briefings one after the other, each with its own running header."""
    package = WordPackage(TEMPLATE)
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
        language=language(first),
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
        yield from heading(sheet, 1, named(sheet, colophon.TERMS))
        yield rows


def _section(sheet: Sheet, section: BriefingSection) -> Iterator[str]:
    """A heading (the lead's is the title, set before) and its passages: tables, with the figures between them."""
    if section.id != "lead":
        level = min(max(section.level - 1, 1), DEEPEST)
        yield from heading(sheet, level, headings(sheet, section.target_heading, section.source_heading), section)
    for is_figure, run in groupby(section.passages, lambda passage: passage.number is None):
        if is_figure:
            for passage in run:
                yield from _figure(sheet, passage)
        else:
            yield from _parallel(sheet, list(run), colophon.section_name(section))


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
    names = sheet.sides(lambda: sheet.english.text("English"), lambda: sheet.chinese.text("中文"))
    heads = (sheet.english.text("¶"), *names)
    yield _row(columns, [wordml.paragraph("ColumnHead", head) for head in heads], header=True)
    for passage in passages:
        yield _passage(sheet, passage, columns)
    yield wordml.TABLE_END


def _passage(sheet: Sheet, passage: Passage, columns: tuple[int, int, int]) -> str:
    left, right = columns[1] - GUTTER, columns[2]
    english_width, chinese_width = (right, left) if sheet.chinese_first else (left, right)
    number = wordml.paragraph("ParagraphNumber", sheet.english.text(str(passage.number)))
    sides = sheet.sides(
        lambda: _side(sheet.english, passage.target, english_width, colophon.UNTRANSLATED),
        lambda: _side(sheet.chinese, passage.source, chinese_width, colophon.NO_SOURCE),
    )
    lines = max(_lines(passage.target, ENGLISH_LINE), _lines(passage.source, CHINESE_LINE))
    return _row(columns, [number, *sides], whole=lines <= WHOLE_LINES)


def _lines(blocks: Sequence[Block], length: int) -> int:
    """About how many lines of so many characters the blocks fill."""
    return sum(len(line) // length + 1 for block in blocks for line in block.text.text.split("\n"))


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
    english, chinese = (block if block and colophon.says_something(block) else None for block in (target, source))
    if not english and not chinese:
        return
    content = sheet.sides(
        lambda: _credited(sheet.english, english) if english else _untranslated(sheet),
        lambda: _credited(sheet.chinese, chinese) if chinese else "",
    )
    first, *second = filter(None, content)
    needed = points(english.text.text if english else colophon.UNTRANSLATED, CAPTION_SIZE * SANS)
    needed += points(chinese.text.text, CAPTION_SIZE, chinese=True) + BETWEEN if chinese else 0
    if not second or needed * TWIPS_PER_POINT <= PAGE.text_width - NUMBER:
        yield wordml.paragraph("Caption", wordml.tab().join((first, *second)))
        return
    yield wordml.paragraph("CaptionAbove", first)
    yield wordml.paragraph("CaptionBelow", second[0])


def _untranslated(sheet: Sheet) -> str:
    return sheet.english.text(colophon.UNTRANSLATED, "Untranslated")


def _credited(setter: Typesetter, block: Block) -> str:
    start = captions.credit_start(block.text.text, setter.voice.chinese)
    return setter.content(block, tail_at=start, tail_style="Credit")
