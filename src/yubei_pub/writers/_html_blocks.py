"""Blocks of a briefing as HTML: paragraphs, items, quotations, the rows of tables, figures with both captions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from yubei_pub.document import Block, BlockKind
from yubei_pub.model import Passage, Picture
from yubei_pub.wording import captions, matter
from yubei_pub.writers._columns import Column, columns_of
from yubei_pub.writers._html_elements import element, text
from yubei_pub.writers._html_inline import Voice
from yubei_pub.writers._html_sheet import Sheet

_NARROW = 480  # pixels: both captions of a picture do not fit under it side by side


def side(voice: Voice, blocks: Sequence[Block]) -> str:
    """One language of a passage: its blocks, or a grey word for what is not there."""
    content = "".join(_block(voice, block) for block in blocks) if blocks else absent(voice)
    return element("div", content, class_="side", lang=voice.language)


def absent(voice: Voice, name: str = "p") -> str:
    """What stands in the place of a text that is not there."""
    return voice.words(matter.NO_SOURCE if voice.chinese else matter.UNTRANSLATED, name, class_="absent")


def _block(voice: Voice, block: Block) -> str:
    match block.kind:
        case BlockKind.ITEM:
            return _item(voice, block)
        case BlockKind.QUOTATION:
            return element("blockquote", _paragraph(voice, block))
        case BlockKind.ROW:
            row = "".join(cells(voice, block, columns_of([block], voice.chinese)))
            return element("table", element("tbody", element("tr", row)))
        case _:
            return _paragraph(voice, block)


def _paragraph(voice: Voice, block: Block, *looks: str, before: str = "") -> str:
    if voice.chinese and matter.is_ragged(block):
        looks += ("ragged",)
    return element("p", before + voice.content(block), class_=" ".join(looks) or None)


def _item(voice: Voice, block: Block) -> str:
    sign = matter.sign(block)
    if sign == matter.BULLET:
        return _paragraph(voice, block, "item", "bullet")
    label = element("span", f"{text(sign)} ", class_="label") if sign else ""
    return _paragraph(voice, block, "item", before=label)


def table(voice: Voice, rows: Sequence[tuple[str, Sequence[Block]]]) -> str:
    """Rows of a table in the text; each has the markup of its number and the blocks of this language."""
    head, body = "", ""
    columns = columns_of([block for _, blocks in rows for block in blocks], voice.chinese)
    for number, blocks in rows:
        for at, block in enumerate(blocks or (None,)):
            first = element("td", "" if at else number, class_="number")
            if block is not None and block.label == "header" and not body:
                head += element("tr", first + "".join(cells(voice, block, columns, "th")))
            else:
                body += element("tr", first + ("".join(cells(voice, block, columns)) if block else absent(voice, "td")))
    whole = element("table", (element("thead", head) if head else "") + element("tbody", body))
    return element("div", whole, class_="side table", lang=voice.language)


def cells(voice: Voice, block: Block, columns: Sequence[Column], name: str = "td") -> Iterator[str]:
    """The cells of a row: a tab ends one.  Figures stand at the right, under each other."""
    scope = "col" if name == "th" else None
    start, words = 0, block.text.text
    for cell, column in zip(words.split("\t"), columns, strict=False):
        end = start + len(cell)
        # a note at the end of a cell belongs to it: what starts before the next cell is taken, and the tab left out
        content = voice.content(block, start, end + 1 if end < len(words) else None)
        looks = " ".join(["amount"] * column.figures + ["whole"] * column.short)
        content = content.replace("\t", "")
        if content or not scope:
            yield element(name, content, scope=scope, class_=looks or None)
        else:  # an empty cell heads nothing
            yield element("td", class_=looks or None)
        start = end + 1


def figures(sheet: Sheet, passage: Passage) -> Iterator[str]:
    """Each picture once, with both captions under it."""
    for target, source in zip_longest(passage.target, passage.source):
        block = source or target
        picture = sheet.briefing.pictures.get(block.picture)
        shown = _picture(sheet, picture, target, source) if picture else _missing(sheet, block.picture)
        under = "".join(_captions(sheet, target, source))
        narrow = picture is not None and (picture.width < _NARROW or picture.width < picture.height)
        caption = element("figcaption", under) if under else ""
        yield element("figure", shown + caption, class_="narrow" if narrow else None)


def _picture(sheet: Sheet, picture: Picture, target: Block | None, source: Block | None) -> str:
    voice, described = _described(sheet, target, source)
    return element(
        "img",
        src=sheet.medium.picture(picture),
        alt=described,
        lang=voice.language,
        width=str(max(picture.width, 1)),
        height=str(max(picture.height, 1)),
    )


def _described(sheet: Sheet, target: Block | None, source: Block | None) -> tuple[Voice, str]:
    """The alternative text: the caption in the language that comes first, or in the only one."""
    for voice, block in sheet.style.ordered((sheet.english, target), (sheet.chinese, source)):
        if block and block.text.text.strip():
            return voice, block.text.text
    return sheet.english, captions.UNCAPTIONED


def _missing(sheet: Sheet, path: str) -> str:
    return element("p", sheet.english.words("Picture missing: ") + sheet.voice(path).words(path), class_="missing")


def _captions(sheet: Sheet, target: Block | None, source: Block | None) -> Iterator[str]:
    english, chinese = matter.spoken(target), matter.spoken(source)
    if english or chinese:
        yield from sheet.style.in_turn(
            lambda: _credited(sheet.english, english) if english else absent(sheet.english),
            lambda: _credited(sheet.chinese, chinese) if chinese else "",
        )


def _credited(voice: Voice, block: Block) -> str:
    """A caption, its credit in grey."""
    start = captions.credit_start(block.text.text, voice.chinese)
    content = voice.content(block, end=start)
    if start < len(block.text.text):
        content += element("span", voice.content(block, start), class_="credit")
    elif block.marks:
        content = voice.content(block)
    return element("p", content, lang=voice.language)
