"""Figures as values for data/briefing.typ: each picture once, with both captions under it."""

from __future__ import annotations

from collections.abc import Iterator

from yubei_pub.document import Block
from yubei_pub.model import Passage
from yubei_pub.wording import captions
from yubei_pub.writers._typst_sheet import NUMBER, Sheet, Values
from yubei_pub.writers._typst_words import Setter, Words, absent, words
from yubei_pub.writers._widths import picture_width
from yubei_pub.xmltext import clean


def figures(sheet: Sheet, passage: Passage, leading: bool) -> Iterator[Values]:
    """Each picture once, with what there is of both captions under it, their credits grey; `leading`, not parted
    from the next.
    """
    for figure in captions.figures(passage):
        under = [_caption(setter, block) for setter, block in sheet.captions(figure)]
        yield _picture(sheet, figure) | {"captions": under, "leading": leading}


def _picture(sheet: Sheet, figure: captions.Figure) -> Values:
    picture = sheet.briefing.pictures.get(figure.path)
    if picture is None:
        return {"missing": [words("Picture missing: ", False), words(figure.path)]}
    name = f"b{sheet.number}-{list(sheet.briefing.pictures).index(figure.path)}.{picture.kind}"
    sheet.files[name] = picture.data
    width = picture_width(picture, sheet.width - NUMBER, sheet.page["height"])
    said = clean(figure.alternative) or captions.UNCAPTIONED
    return {"file": name, "alt": said, "width": round(width, 2)}


def _caption(setter: Setter, block: Block | None) -> Words:
    if block is None:
        return absent(setter)
    return setter.words(block, captions.credit_start(block.text.text, setter.chinese))
