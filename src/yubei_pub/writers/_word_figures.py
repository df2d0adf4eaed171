"""Figures of a Word file: each picture once, with both captions under it.  Shared by every layout."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from yubei_pub.document import Block
from yubei_pub.model import Passage, Picture
from yubei_pub.word import wordml
from yubei_pub.wording import captions, matter
from yubei_pub.writers._widths import SANS, highest, points
from yubei_pub.writers._word_blocks import LEFT, NUMBER, TWIPS_PER_POINT, Typesetter
from yubei_pub.writers._word_sheet import Sheet

_TWIPS_PER_PIXEL = 20  # at least 72 pixels an inch: a small picture is not blown up

# Under the picture, and whole in the office's own size: what their style Caption says of both is made for other pages.
_PLACED = f'<w:ind w:left="{NUMBER}"/>'
_PLACED_ABOVE = f'<w:spacing w:line="240" w:lineRule="auto"/>{_PLACED}'
_NOT_KEPT = '<w:keepNext w:val="0"/>'  # a row of pictures kept together were higher than a page

_CAPTION_SIZE = 9
_BETWEEN = 12  # points to keep free between both captions on one line; the estimates are for the widest font


def figure(sheet: Sheet, passage: Passage) -> Iterator[str]:
    """Each picture once, with both captions under it."""
    for target, source in zip_longest(passage.target, passage.source):
        block = source or target
        picture, width = sheet.briefing.pictures.get(block.picture), _whole(sheet)
        if picture is None:
            note = sheet.english.text("Picture missing: ") + sheet.setter(block.picture).text(block.picture)
            yield wordml.paragraph("MissingPicture", note)
        else:
            width, _ = size(sheet, picture)
            alone = not (matter.spoken(target) or matter.spoken(source))
            said = captions.alternative(target, source)
            content = _picture(sheet, picture, said if said.strip() else captions.UNCAPTIONED)
            yield wordml.paragraph("Figure", content, _NOT_KEPT if alone else "")
        yield from _caption(sheet, target, source, width)


def _picture(sheet: Sheet, picture: Picture, description: str) -> str:
    relationship, number = sheet.package.media(picture.data, picture.kind)
    return wordml.picture(relationship, number, *size(sheet, picture), description)


def size(sheet: Sheet, picture: Picture) -> tuple[int, int]:
    """Twips of a picture's width and height: as wide as the text columns, unless it were too high or too coarse."""
    pixels, lines = max(picture.width, 1), max(picture.height, 1)
    most = int(highest(pixels, lines, sheet.package.template.page.height))
    width = min(_whole(sheet), pixels * _TWIPS_PER_PIXEL, most * pixels // lines)
    return max(width, 1), max(width * lines // pixels, 1)


def _whole(sheet: Sheet) -> int:
    """Twips of the width of a picture that fills the text columns."""
    return sheet.width - NUMBER


def _caption(sheet: Sheet, target: Block | None, source: Block | None, width: int) -> Iterator[str]:
    """Both captions on one line as wide as the picture, or one under the other if they do not fit; credits in grey."""
    english, chinese = matter.spoken(target), matter.spoken(source)
    if not english and not chinese:
        return
    content = sheet.style.in_turn(
        lambda: (
            _credited(sheet.english, english) if english else sheet.english.text(matter.UNTRANSLATED, "Untranslated")
        ),
        lambda: _credited(sheet.chinese, chinese) if chinese else "",
    )
    first, *second = filter(None, content)
    theirs = sheet.package.template.foreign
    if not second or in_one_line(english, chinese, width):
        yield wordml.paragraph(
            "Caption", wordml.tab().join((first, *second)), wordml.right_tab(NUMBER + width) + _PLACED * theirs
        )
        return
    needed = _widths(english, chinese)[0 if sheet.style.chinese_first else 1]
    at_right = needed * TWIPS_PER_POINT <= width == _whole(sheet)
    yield wordml.paragraph("CaptionAbove", first, _PLACED_ABOVE * theirs)
    yield wordml.paragraph("CaptionBelow", second[0], "" if at_right else LEFT)


def in_one_line(english: Block | None, chinese: Block | None, width: int) -> bool:
    """Whether both captions of a figure, as far as they say something, fit beside each other into so many twips."""
    needed = sum(_widths(english, chinese)) + (_BETWEEN if chinese else 0)
    return needed * TWIPS_PER_POINT <= width


def _widths(english: Block | None, chinese: Block | None) -> tuple[float, float]:
    """Points of both captions, each on one line."""
    words = english.text.text if english else matter.UNTRANSLATED
    return (
        points(words, _CAPTION_SIZE * SANS),
        points(chinese.text.text, _CAPTION_SIZE, chinese=True) if chinese else 0,
    )


def _credited(setter: Typesetter, block: Block) -> str:
    start = captions.credit_start(block.text.text, setter.voice.chinese)
    return setter.content(block, tail_at=start, tail_style="Credit")
