"""XLSX for Excel, LibreOffice and WPS.

Read by openpyxl, which knows what all of them write.  Written here: a sheet of texts is four small parts,
and openpyxl would put the time of day into each file.  Cells are inline strings in the format “text” with
`quotePrefix`, so that nothing in them is ever taken for a formula, a date or a number (ECMA-376 part 1, 18.8.45).
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape

from yubei_pub.exchanges import _caps, _table
from yubei_pub.findings import Message, YubeiError
from yubei_pub.interchange import Entry
from yubei_pub.patterns import lazy_regex
from yubei_pub.zipped import BROKEN, entry

NAME = "an Excel workbook (.xlsx)"
CARRIES = Entry
ENDINGS = ("xlsx",)
LOOKS = lazy_regex(rb"\APK")
TELLS_STATE = True

_MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SHEETML = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_WIDTHS = (24, 44, 12, 30, 30, 20, 16, 40, 30, 24, 12, 40)
_TEXT, _BOLD = 1, 2  # of the formats in _STYLES

_TYPES = f"""{_HEAD}<Types xmlns="{_PACKAGE}/content-types">\
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
<Override PartName="/xl/workbook.xml" ContentType="{_SHEETML}.sheet.main+xml"/>\
<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_SHEETML}.worksheet+xml"/>\
<Override PartName="/xl/styles.xml" ContentType="{_SHEETML}.styles+xml"/></Types>"""
_RELS = f"""{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">\
<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>"""
_WORKBOOK = f"""{_HEAD}<workbook {_MAIN} xmlns:r="{_OFFICE}"><sheets>\
<sheet name="glossary" sheetId="1" r:id="rId1"/></sheets></workbook>"""
_WORKBOOK_RELS = f"""{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">\
<Relationship Id="rId1" Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>\
<Relationship Id="rId2" Type="{_OFFICE}/styles" Target="styles.xml"/></Relationships>"""
_STYLES = f"""{_HEAD}<styleSheet {_MAIN}><fonts count="2">\
<font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>\
<fills count="2"><fill><patternFill patternType="none"/></fill>\
<fill><patternFill patternType="gray125"/></fill></fills>\
<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>\
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3">\
<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>\
<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1" applyNumberFormat="1" applyAlignment="1">\
<alignment vertical="top" wrapText="1"/></xf>\
<xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/></cellXfs>\
<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>"""


def write(entries: Sequence[Entry]) -> bytes:
    """A workbook of one sheet: the header stays in sight, and every column can be filtered."""
    rows = list(_table.rows(entries))
    last = f"{_column(len(_table.HEADER))}{len(rows)}"
    widths = "".join(f'<col min="{n}" max="{n}" width="{w}" customWidth="1"/>' for n, w in enumerate(_WIDTHS, 1))
    cells = "".join(_row(number, row) for number, row in enumerate(rows, 1))
    sheet = (
        f'{_HEAD}<worksheet {_MAIN}><dimension ref="A1:{last}"/><sheetViews><sheetView workbookViewId="0">'
        '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
        f'<cols>{widths}</cols><sheetData>{cells}</sheetData><autoFilter ref="A1:{last}"/></worksheet>'
    )
    parts = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _RELS,
        "xl/workbook.xml": _WORKBOOK,
        "xl/_rels/workbook.xml.rels": _WORKBOOK_RELS,
        "xl/styles.xml": _STYLES,
        "xl/worksheets/sheet1.xml": sheet,
    }
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name, content in parts.items():
            package.writestr(entry(name), content)
    return out.getvalue()


def _row(number: int, row: Sequence[str]) -> str:
    style = _TEXT if number > 1 else _BOLD
    cells = (
        f'<c r="{_column(at)}{number}" s="{style}" t="inlineStr"><is><t xml:space="preserve">{_escaped(text)}</t></is>'
        "</c>"
        for at, text in enumerate(row, 1)
        if text
    )
    return f'<row r="{number}">{"".join(cells)}</row>'


def _escaped(text: str) -> str:
    """A text; `_x000D_` in it would be read as the character of that number (ECMA-376 part 1, 22.4.2.4)."""
    return escape(re.sub(r"_(?=x[0-9A-Fa-f]{4}_)", "_x005F_", text))


def _column(number: int) -> str:
    return chr(ord("A") + number - 1)


def read(name: str, data: bytes) -> list[Entry]:
    """The entries of the first sheet with at least the columns `zh` and `en`."""
    _inspect(name, data)
    return _table.entries(name, _rows(name, data))


def _inspect(name: str, data: bytes) -> None:
    """Refuse what unpacks to more than anybody means, and document types, before anything is parsed."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            parts = package.infolist()
            if len(parts) > 1000 or sum(part.file_size for part in parts) > _caps.MAX_UNPACKED:
                raise YubeiError(Message("the workbook unpacks to more than a glossary has"), path=name)
            for part in parts:
                if part.filename.endswith((".xml", ".rels")) and b"<!DOCTYPE" in package.read(part).replace(b"\0", b""):
                    message = "{part} in the workbook declares a document type, which no spreadsheet writes"
                    raise YubeiError(Message(message, part=part.filename), path=name)
    except BROKEN:
        message = "this is not an Excel workbook, or it is damaged; save it again as .xlsx"
        raise YubeiError(Message(message), path=name) from None


def _rows(name: str, data: bytes) -> Iterator[tuple[int, list[str]]]:
    from openpyxl import load_workbook

    try:
        sheets = load_workbook(BytesIO(data), read_only=True, data_only=True, keep_links=False).worksheets
        sheet = next((sheet for sheet in sheets if _has_terms(sheet)), sheets[0])
        for number, row in enumerate(sheet.iter_rows(values_only=True), 1):
            yield number, [_shown(value) for value in row]
    except Exception as error:  # openpyxl raises whatever its parts do
        message = "the workbook cannot be read ({why}); open it in Excel and save it again as .xlsx"
        raise YubeiError(Message(message, why=type(error).__name__), path=name) from None


def _has_terms(sheet: Any) -> bool:
    """Whether the columns of a sheet are named: a cover or a list of sources may stand before it."""
    rows = sheet.iter_rows(max_row=_table.ABOVE, values_only=True)
    return any(_table.names_columns([_shown(value) for value in row]) for row in rows)


def _shown(value: object) -> str:
    """A cell as people see it: a day without its midnight, a number without a fraction it has not."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    # openpyxl leaves in inline strings what _escaped wrote.
    return re.sub(r"_x005F_(?=x[0-9A-Fa-f]{4}_)", "_", str(value)).removesuffix(" 00:00:00")
