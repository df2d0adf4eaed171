"""Blocks of a briefing as HTML: paragraphs, items, quotations, the rows of tables, figures with both captions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from yubei_pub.document import Block, BlockKind
from yubei_pub.model import Passage, Picture
from yubei_pub.wording import captions, matter
from yubei_pub.writers._columns import Column, columns_of, fits
from yubei_pub.writers._html_elements import element, text
from yubei_pub.writers._html_inline import Setter
from yubei_pub.writers._html_sheet import Sheet

_CROWDED = 310  # points of a table whose words a telephone has no room for
_NARROW = 480  # pixels: both captions of a picture do not fit under it side by side


def side(setter: Setter, blocks: Sequence[Block]) -> str:
    """One language of a passage: its blocks, or a grey word for what is not there."""
    content = "".join(_block(setter, block) for block in blocks) if blocks else absent(setter)
    return element("div", content, class_="side", lang=setter.language)


def absent(setter: Setter, name: str = "p") -> str:
    """What stands in the place of a text that is not there."""
    return setter.words(matter.absent(setter.chinese), name, class_="absent")


def _block(setter: Setter, block: Block) -> str:
    if block.kind is BlockKind.ITEM:
        return _item(setter, block)
    if block.kind is BlockKind.ROW:
        row = "".join(cells(setter, block, columns_of([block], setter.chinese)))
        return element("table", element("tbody", element("tr", row)))
    paragraph = _paragraph(setter, block)
    return element("blockquote", paragraph) if block.kind is BlockKind.QUOTATION else paragraph


def _paragraph(setter: Setter, block: Block, *looks: str, before: str = "") -> str:
    if setter.chinese and matter.is_ragged(block):
        looks += ("ragged",)
    return element("p", before + setter.content(block), class_=" ".join(looks) or None)


def _item(setter: Setter, block: Block) -> str:
    sign = matter.sign(block)
    if sign == matter.BULLET:
        return _paragraph(setter, block, "item", "bullet")
    label = element("span", f"{text(sign)} ", class_="label") if sign else ""
    return _paragraph(setter, block, "item", before=label)


def table(setter: Setter, rows: Sequence[tuple[str, Sequence[Block]]]) -> str:
    """Rows of a table in the text; each has the markup of its number and the blocks of this language."""
    head, body = "", ""
    columns = columns_of([block for _, blocks in rows for block in blocks], setter.chinese)
    for number, blocks in rows:
        for at, block in enumerate(blocks or (None,)):
            is_head = block is not None and block.label == "header" and not body
            row = cells(setter, block, columns, "th" if is_head else "td") if block else [absent(setter, "td")]
            line = element("tr", element("td", "" if at else number, class_="number") + "".join(row))
            if is_head:
                head += line
            else:
                body += line
    whole = element("table", (element("thead", head) if head else "") + element("tbody", body))
    looks = "side table" if fits(columns, _CROWDED) else "side table crowded"
    return element("div", whole, class_=looks, lang=setter.language)


def cells(setter: Setter, block: Block, columns: Sequence[Column], name: str = "td") -> Iterator[str]:
    """The cells of a row.  Figures stand at the right, under each other."""
    scope = "col" if name == "th" else None
    for content, column in zip(setter.cells(block), columns, strict=False):
        looks = " ".join(["amount"] * column.figures + ["whole"] * column.short)
        if content or not scope:
            yield element(name, content, scope=scope, class_=looks or None)
        else:  # an empty cell heads nothing
            yield element("td", class_=looks or None)


def figures(sheet: Sheet, passage: Passage) -> Iterator[str]:
    """Each picture once, with both captions under it."""
    for figure in captions.figures(passage):
        picture = sheet.briefing.pictures.get(figure.path)
        shown = _picture(sheet, picture, figure) if picture else _missing(sheet, figure.path)
        under = "".join(_caption(setter, block) for setter, block in sheet.captions(figure))
        narrow = picture is not None and (picture.width < _NARROW or picture.width < picture.height)
        caption = element("figcaption", under) if under else ""
        yield element("figure", shown + caption, class_="narrow" if narrow else None)


def _picture(sheet: Sheet, picture: Picture, figure: captions.Figure) -> str:
    """Its alternative text is the caption in the language that comes first, or in the only one."""
    said = ((setter, block.text.text) for setter, block in sheet.captions(figure) if block and block.text.text.strip())
    setter, words = next(said, (sheet.english, captions.UNCAPTIONED))
    return element(
        "img",
        src=sheet.medium.picture(picture),
        alt=words,
        lang=setter.language,
        width=str(picture.width),
        height=str(picture.height),
    )


def _missing(sheet: Sheet, path: str) -> str:
    return element("p", sheet.english.words("Picture missing: ") + sheet.setter(path).words(path), class_="missing")


def _caption(setter: Setter, block: Block | None) -> str:
    if block is None:
        return absent(setter)
    content = setter.content(block, captions.credit_start(block.text.text, setter.chinese))
    return element("p", content, lang=setter.language)
