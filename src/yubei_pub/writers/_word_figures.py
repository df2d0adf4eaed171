"""Figures of a Word file: each picture once, with both captions under it.  Shared by every layout."""

from __future__ import annotations

from collections.abc import Iterator

from yubei_pub.document import Block
from yubei_pub.model import Passage, Picture
from yubei_pub.word import wordml
from yubei_pub.wording import captions, matter
from yubei_pub.wording.captions import Figure
from yubei_pub.writers._widths import SANS, picture_width, points
from yubei_pub.writers._word_blocks import KEEP, LEFT, NUMBER, TWIPS_PER_POINT, Typesetter
from yubei_pub.writers._word_sheet import Sheet

# Under the picture, and whole in the office's own size: what their style Caption says of both is made for other pages.
_PLACED = f'<w:ind w:left="{NUMBER}"/>'
_PLACED_ABOVE = f'<w:spacing w:line="240" w:lineRule="auto"/>{_PLACED}'
_NOT_KEPT = '<w:keepNext w:val="0"/>'  # a row of pictures kept together were higher than a page

_CAPTION_SIZE = 9
_BETWEEN = 12  # points to keep free between both captions on one line; the estimates are for the widest font


def figures(sheet: Sheet, passage: Passage, leading: bool) -> Iterator[str]:
    """Each picture once, with both captions under it; `leading` says that no page parts them from the next."""
    keep = KEEP if leading else ""
    for shown in captions.figures(passage):
        picture = sheet.briefing.pictures.get(shown.path)
        if picture is None:
            width = _whole(sheet)
            note = sheet.english.text("Picture missing: ") + sheet.setter(shown.path).text(shown.path)
            yield wordml.paragraph("MissingPicture", note, keep)
        else:
            width, height = size(sheet, picture)
            relationship, number = sheet.package.media(picture.data, picture.kind)
            said = shown.alternative or captions.UNCAPTIONED
            content = wordml.picture(relationship, number, width, height, said)
            yield wordml.paragraph("Figure", content, "" if shown.english or shown.chinese else keep or _NOT_KEPT)
        yield from _captions(sheet, shown, width, keep)


def size(sheet: Sheet, picture: Picture) -> tuple[int, int]:
    """Twips of a picture's width and height."""
    page = sheet.package.template.page
    width = max(int(picture_width(picture, _whole(sheet), page.height, TWIPS_PER_POINT)), 1)
    return width, max(width * picture.height // picture.width, 1)


def _whole(sheet: Sheet) -> int:
    """Twips of the width of a picture that fills the text columns."""
    return sheet.width - NUMBER


def _captions(sheet: Sheet, figure: Figure, width: int, keep: str) -> Iterator[str]:
    """Both captions on one line as wide as the picture, or one under the other if they do not fit; credits in grey."""
    said = [_caption(setter, block) for setter, block in sheet.captions(figure)]
    theirs = sheet.package.template.foreign
    if len(said) == 1 or (said and in_one_line(figure, width)):
        place = keep + wordml.tabs(("right", NUMBER + width)) + _PLACED * theirs
        yield wordml.paragraph("Caption", wordml.TAB.join(said), place)
    elif said:
        needed = _widths(figure)[0 if sheet.style.chinese_first else 1]
        at_right = needed * TWIPS_PER_POINT <= width == _whole(sheet)
        yield wordml.paragraph("CaptionAbove", said[0], _PLACED_ABOVE * theirs)
        yield wordml.paragraph("CaptionBelow", said[1], keep + ("" if at_right else LEFT))


def _caption(setter: Typesetter, block: Block | None) -> str:
    if block is None:
        return setter.absent()
    start = captions.credit_start(block.text.text, setter.chinese)
    return setter.content(block, tail_at=start, tail_style="Credit")


def in_one_line(figure: Figure, width: int) -> bool:
    """Whether both captions fit beside each other into so many twips."""
    needed = sum(_widths(figure)) + (_BETWEEN if figure.chinese else 0)
    return needed * TWIPS_PER_POINT <= width


def _widths(figure: Figure) -> tuple[float, float]:
    """Points of both captions, each on one line."""
    english, chinese = figure.english, figure.chinese
    words = english.text.text if english else matter.UNTRANSLATED
    return (
        points(words, _CAPTION_SIZE * SANS),
        points(chinese.text.text, _CAPTION_SIZE, chinese=True) if chinese else 0,
    )
