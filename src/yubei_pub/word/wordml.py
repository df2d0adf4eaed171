"""WordprocessingML, an element a function: each returns one element as a string.

Strings, because a document is written as a stream: building a tree first costs python-docx
time that grows with the square of a table's rows.  Lengths are in twips (twentieths of a
point) unless a docstring says otherwise.  Clauses are those of ECMA-376, part 1.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from yubei_pub.patterns import lazy_regex
from yubei_pub.xmltext import attribute, escape

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
)

EMU_PER_TWIP = 635  # 914,400 EMU an inch, 1,440 twips an inch
# Stands for a text in an element that is made once for many texts, and is split there.
HERE = "\N{OBJECT REPLACEMENT CHARACTER}"

_BREAKS = lazy_regex(r"(\r\n|\r|\n|\t)")


class Voice(NamedTuple):
    """The language of a run: Chinese or not, and the tag of the translation (`en-US`).

    The tag stands on Chinese runs too: it is the language of the Latin words in them.  `upright` keeps Chinese
    from being slanted or made bold by a style that is not ours.
    """

    chinese: bool
    language: str
    upright: bool = False


@lru_cache(maxsize=1024)
def run_properties(voice: Voice, style: str = "", direct: str = "") -> str:
    """`w:rPr`: a character style, direct formatting, the languages.

    The hint sends “”, —— and …… of a Chinese run to the Chinese font (17.3.2.26: these
    characters belong to both scripts).  `direct` holds elements that the schema puts between
    `w:rFonts` and `w:lang`.
    """
    named = f'<w:rStyle w:val="{style}"/>' if style else ""
    hint = '<w:rFonts w:hint="eastAsia"/>' if voice.chinese else ""
    language = f'<w:lang w:val="{attribute(voice.language)}" w:eastAsia="zh-CN"/>'
    upright = '<w:b w:val="0"/><w:i w:val="0"/>' if voice.chinese and voice.upright else ""
    return f"<w:rPr>{named}{hint}{upright}{direct}{language}</w:rPr>"


def run(text: str, voice: Voice, style: str = "", direct: str = "") -> str:
    """`w:r` with a text; its line breaks and tabs become elements.  No text, no run."""
    if not text:
        return ""
    return f"<w:r>{run_properties(voice, style, direct)}{_characters(text)}</w:r>"


def _characters(text: str) -> str:
    if text.isprintable() or not _BREAKS.search(text):
        return f'<w:t xml:space="preserve">{escape(text)}</w:t>'
    return "".join(
        "<w:tab/>" if part == "\t" else "<w:br/>" if part in "\r\n" else _characters(part)
        for part in _BREAKS.split(text)
        if part
    )


def unbroken(text: str, voice: Voice, style: str) -> str:
    """A run that no line may break at its hyphens (a date: 2013-07-03)."""
    parts = "<w:noBreakHyphen/>".join(_characters(part) for part in text.split("-"))
    return f"<w:r>{run_properties(voice, style)}{parts}</w:r>"


TAB = "<w:r><w:tab/></w:r>"  # a run: to the next tab stop of the paragraph
LINE_BREAK = "<w:r><w:br/></w:r>"


def tabs(*stops: tuple[str, int]) -> str:
    """`w:tabs` with stops (left, center or right, twips)."""
    return "<w:tabs>" + "".join(f'<w:tab w:val="{kind}" w:pos="{at}"/>' for kind, at in stops) + "</w:tabs>"


def paragraph(style: str, content: str, properties: str = "") -> str:
    """`w:p`; `properties` are elements of `w:pPr` behind `w:pStyle`, in the schema's order."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{content}</w:p>'


def cell(width: int, content: str, right: int = 0, columns: int = 1, bare: str = "") -> str:
    """`w:tc` over some columns; `content` must end with a paragraph (17.4.65), `right` is its own right margin.

    `bare` is an edge (top, bottom) without the rule that the table's style gives it.
    """
    return f"<w:tc>{_cell_properties(width, right, columns, bare)}{content}</w:tc>"


@lru_cache(maxsize=1024)
def _cell_properties(width: int, right: int, columns: int, bare: str) -> str:
    span = f'<w:gridSpan w:val="{columns}"/>' if columns > 1 else ""
    span += f'<w:tcBorders><w:{bare} w:val="nil"/></w:tcBorders>' if bare else ""
    margin = f'<w:tcMar><w:right w:w="{right}" w:type="dxa"/></w:tcMar>' if right else ""
    return f'<w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{margin}</w:tcPr>'


def row(cells: Iterable[str], header: bool = False, whole: bool = False) -> str:
    """`w:tr`; a header row is repeated on every page, a whole row is not split by a page."""
    kept = f"<w:trPr><w:cantSplit/>{'<w:tblHeader/>' * header}</w:trPr>" if header or whole else ""
    return f"<w:tr>{kept}{''.join(cells)}</w:tr>"


def table_start(style: str, widths: Sequence[int], caption: str) -> str:
    """The opening of a `w:tbl` of fixed columns, for rows that are written one by one.

    `caption` is what a screen reader announces (`w:tblCaption`).
    """
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/><w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" '
        'w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
        f'<w:tblCaption w:val="{attribute(caption)}"/></w:tblPr><w:tblGrid>{columns}</w:tblGrid>'
    )


TABLE_END = "</w:tbl>"


def table(style: str, widths: Sequence[int], rows: Iterable[str], caption: str) -> str:
    """A whole `w:tbl`."""
    return table_start(style, widths, caption) + "".join(rows) + TABLE_END


def hyperlink(relationship: str, content: str) -> str:
    """`w:hyperlink` to the external target of a relationship."""
    return f'<w:hyperlink r:id="{relationship}" w:history="1">{content}</w:hyperlink>'


def bookmark(anchor: str, content: str) -> str:
    """Runs between the marks of a bookmark; the digits at the end of its name are its id."""
    number = anchor.lstrip("_abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
    return f'<w:bookmarkStart w:id="{int(number)}" w:name="{anchor}"/>{content}<w:bookmarkEnd w:id="{int(number)}"/>'


def link_inside(anchor: str, content: str) -> str:
    """`w:hyperlink` to a bookmark."""
    return f'<w:hyperlink w:anchor="{anchor}" w:history="1">{content}</w:hyperlink>'


def field_mark(kind: str, properties: str = "") -> str:
    """A run that begins, separates or ends a complex field (17.16.18)."""
    return f'<w:r>{properties}<w:fldChar w:fldCharType="{kind}"/></w:r>'


def instruction(words: str, properties: str = "") -> str:
    """A run with what a complex field is to show."""
    return f'<w:r>{properties}<w:instrText xml:space="preserve"> {escape(words)} </w:instrText></w:r>'


def contents_entry(text: str, level: int) -> str:
    """A TC field (17.16.5.62): nothing on paper, an entry of the contents list when Word makes it anew."""
    quoted = text.replace("\\", "\\\\").replace('"', '\\"')
    return field_mark("begin") + instruction(f'TC "{quoted}" \\f e \\l {level}') + field_mark("end")


def field(words: str, cached: str, voice: Voice) -> str:
    """A complex field with its cached result, each part in a run of its own.

    WPS hides a page number whose whole field shares one run.
    """
    looks = run_properties(voice)
    begin, separate, end = (field_mark(kind, looks) for kind in ("begin", "separate", "end"))
    return f"{begin}{instruction(words, looks)}{separate}<w:r>{looks}<w:t>{escape(cached)}</w:t></w:r>{end}"


def footnote_reference(number: int) -> str:
    """The mark in the text of footnote `number`."""
    return f'<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteReference w:id="{number}"/></w:r>'


def footnote(number: int, content: str) -> str:
    """A `w:footnote`; its own mark stands before its text."""
    mark = '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>'
    blank = '<w:r><w:t xml:space="preserve"> </w:t></w:r>'
    return f'<w:footnote w:id="{number}">{paragraph("FootnoteText", mark + blank + content)}</w:footnote>'


def picture(relationship: str, number: int, width: int, height: int, description: str) -> str:
    """A run with an inline picture of `width` × `height` twips.

    `number` is unique in the document; `description` is the alternative text.
    """
    size = f'cx="{width * EMU_PER_TWIP}" cy="{height * EMU_PER_TWIP}"'
    identity = f'id="{number}" name="Picture {number}" descr="{attribute(description)}"'
    return (
        f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {size}/>'
        f"<wp:docPr {identity}/>"
        '<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>'
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">'
        f"<pic:pic><pic:nvPicPr><pic:cNvPr {identity}/><pic:cNvPicPr/></pic:nvPicPr>"
        f'<pic:blipFill><a:blip r:embed="{relationship}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


class Page(NamedTuple):
    """A sheet and its margins; `header` and `footer` are their distances from its edges."""

    width: int
    height: int
    top: int
    bottom: int
    side: int
    header: int
    footer: int

    @property
    def text_width(self) -> int:
        return self.width - 2 * self.side

    def xml(self) -> str:
        """The page as elements of `w:sectPr` (17.6.13, 17.6.11)."""
        return (
            f'<w:pgSz w:w="{self.width}" w:h="{self.height}"/>'
            f'<w:pgMar w:top="{self.top}" w:right="{self.side}" w:bottom="{self.bottom}" w:left="{self.side}" '
            f'w:header="{self.header}" w:footer="{self.footer}" w:gutter="0"/>'
        )


def section_properties(frames: Iterable[tuple[str, str, str]], page: str) -> str:
    """`w:sectPr`: the running lines as (header or footer, default, first or even, relationship), then the page."""
    references = "".join(f'<w:{kind}Reference w:type="{on}" r:id="{id}"/>' for kind, on, id in frames)
    return f'<w:sectPr>{references}<w:type w:val="nextPage"/>{page}</w:sectPr>'
