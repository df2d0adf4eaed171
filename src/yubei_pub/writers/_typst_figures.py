"""Figures as values for data/briefing.typ: each picture once, with both captions under it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from yubei_pub.document import Block
from yubei_pub.model import Passage
from yubei_pub.wording import captions, matter
from yubei_pub.writers._typst_sheet import NUMBER, Sheet, Values
from yubei_pub.writers._typst_words import Setter, Words, words
from yubei_pub.writers._widths import highest
from yubei_pub.xmltext import clean

_FORMATS = {"png": "png", "jpeg": "jpg", "gif": "gif"}  # a picture's kind as typst calls it


def figures(sheet: Sheet, passage: Passage) -> Iterator[Values]:
    """Each picture once, with both captions under it."""
    for target, source in zip_longest(passage.target, passage.source):
        yield _picture(sheet, target, source) | {
            "captions": _captions(sheet, matter.spoken(target), matter.spoken(source))
        }


def _picture(sheet: Sheet, target: Block | None, source: Block | None) -> Values:
    """As wide as the text columns, unless it were too high or coarser than 72 pixels an inch."""
    path = next(block.picture for block in (source, target) if block)
    picture = sheet.briefing.pictures.get(path)
    if picture is None:
        return {"missing": [words("Picture missing: ", False), words(path)]}
    name = f"{sheet.name}-{list(sheet.briefing.pictures).index(path)}.{picture.kind}"
    sheet.files[name] = picture.data
    pixels, lines = max(picture.width, 1), max(picture.height, 1)
    width = min(sheet.width - NUMBER, pixels, highest(pixels, lines, sheet.page["height"]) * pixels / lines)
    said = clean(captions.alternative(target, source)).strip() or captions.UNCAPTIONED
    return {"file": name, "format": _FORMATS[picture.kind], "alt": said, "width": round(width, 2)}


def _captions(sheet: Sheet, english: Block | None, chinese: Block | None) -> list[Words]:
    """What there is of both captions, their credits grey; one that is not translated says so."""
    if not english and not chinese:
        return []
    sides = sheet.style.in_turn(
        lambda: _credited(sheet.english, english) if english else words(matter.UNTRANSLATED, False, "grey"),
        lambda: _credited(sheet.chinese, chinese) if chinese else None,
    )
    return [side for side in sides if side]


def _credited(setter: Setter, block: Block) -> Words:
    return setter.words(block, captions.credit_start(block.text.text, setter.chinese))
