"""A glossary as a table, for CSV and XLSX: a header row, then a term a row.

Several renderings stand in one cell behind one another, parted by `; ` (one in a rendering is written `\\;`).
A cell that a spreadsheet would run as a formula is defused by the format that writes it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from yubei_pub.findings import Message, YubeiError
from yubei_pub.glossary import STATUSES, Citation
from yubei_pub.interchange import Entry, one_line
from yubei_pub.patterns import lazy_regex

HEADER = ("zh", "en", "status", "also", "avoid", "short", "domain", "note", "title", "publisher", "date", "url")
# What people write above the two columns that have to be there.
_NAMES = {"chinese": "zh", "中文": "zh", "source": "zh", "english": "en", "英文": "en", "target": "en", "term": "zh"}
_CITATION = HEADER[-4:]

# https://owasp.org/www-community/attacks/CSV_Injection
FORMULA = lazy_regex(r"[=+\-@\t\r]")
# What stands in a cell whose text Excel took for a formula or a number.
_SPOILED = lazy_regex(r"#(?:NAME\?|REF!|VALUE!|N/A|DIV/0!|NUM!|NULL!|SPILL!)|\d(?:\.\d+)?E[+-]\d+")
_DAY = lazy_regex(r"(\d{4})[/.](\d{1,2})[/.](\d{1,2})")  # as Excel writes 2024-04-09 back
_PART = lazy_regex(r"(?:[^\\;]|\\.)+", re.S)


def rows(entries: Sequence[Entry]) -> Iterator[tuple[str, ...]]:
    """The header and a row for each entry."""
    yield HEADER
    for entry in entries:
        cited = [getattr(entry.citation, key) for key in _CITATION] if entry.citation else [""] * len(_CITATION)
        lists = (_listed(entry.also), _listed(entry.avoid))
        yield (entry.zh, entry.en, entry.status, *lists, entry.short, entry.domain, entry.note, *cited)


def entries(name: str, table: Iterable[tuple[int, Sequence[str]]]) -> list[Entry]:
    """The entries of numbered rows; YubeiError where there are no columns `zh` and `en`, or one is empty."""
    lines = ((number, [one_line(cell) for cell in row]) for number, row in table)
    lines = ((number, row) for number, row in lines if any(row))
    first, header = next(lines, (1, []))
    names = [_NAMES.get(cell.lower(), cell.lower()) for cell in header]
    for column in ("zh", "en"):
        if column not in names:
            message = "the first row names the columns, and none of them is “{column}”; the columns are: {all}"
            raise YubeiError(Message(message, column=column, all=", ".join(HEADER)), path=f"{name}:{first}")
    return [_entry(f"{name}:{number}", dict(zip(names, row, strict=False))) for number, row in lines]


def _entry(at: str, cells: dict[str, str]) -> Entry:
    def cell(column: str) -> str:
        return cells.get(column, "")

    for column, what in (("zh", "Chinese"), ("en", "English")):
        if not cell(column):
            message = "this row has no {what} in the column “{column}”; fill it in, or delete the row"
            raise YubeiError(Message(message, what=what, column=column), path=at)
    for column, text in cells.items():
        if _SPOILED.fullmatch(text):
            message = (
                "Excel has made “{text}” of what stood in the column “{column}”; type it again with an apostrophe "
                "before it, which Excel does not show"
            )
            raise YubeiError(Message(message, text=text, column=column), path=at)
    status = cell("status").lower() or "proposed"
    if status not in STATUSES:
        message = "the status “{status}” is not known; write one of: {all}"
        raise YubeiError(Message(message, status=status, all=", ".join(STATUSES)), path=at)
    cited = [_DAY.sub(_iso, cell(key)) if key == "date" else cell(key) for key in _CITATION]
    return Entry(
        zh=cell("zh"),
        en=cell("en"),
        status=status,
        also=_parts(cell("also")),
        avoid=_parts(cell("avoid")),
        short=cell("short"),
        domain=cell("domain"),
        note=cell("note"),
        citation=Citation(*cited) if any(cited) else None,
        at=at,
    )


def _iso(day: re.Match[str]) -> str:
    return f"{day[1]}-{day[2]:>02}-{day[3]:>02}"


def _listed(texts: Iterable[str]) -> str:
    return "; ".join(re.sub(r"[\\;]", r"\\\g<0>", text) for text in texts)


def _parts(cell: str) -> tuple[str, ...]:
    parts = (re.sub(r"\\(.)", r"\1", part).strip() for part in _PART.findall(cell))
    return tuple(filter(None, parts))
