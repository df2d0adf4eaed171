"""A glossary as a table, for CSV and XLSX: a header row, then a term a row.

Several renderings stand in one cell behind one another, parted by `; ` (one in a rendering is written `\\;`).
A cell that a spreadsheet would run as a formula is defused by the format that writes it.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from io import StringIO
from itertools import chain, islice

from yubei_pub import han
from yubei_pub.exchanges import _caps
from yubei_pub.findings import Message, YubeiError
from yubei_pub.glossary import STATUSES, Citation
from yubei_pub.interchange import Entry, one_line
from yubei_pub.patterns import lazy_regex

HEADER = ("zh", "en", "status", "also", "avoid", "short", "domain", "note", "title", "publisher", "date", "url")
# What people and other tools write above a column; a language's code may name a country too (zh-CN, en_GB).
_NAMES = {
    **dict.fromkeys(("chinese", "simplified chinese", "chinese (simplified)", "source", "term"), "zh"),
    **dict.fromkeys(("english", "target", "translation"), "en"),
    **dict.fromkeys(("notes", "comment", "comments"), "note"),
    "subject": "domain",
}
# What is in the Chinese names of columns (词条, 规范译法, 英文简称), the first that fits; "" is none of ours.
_IN_CHINESE = (
    (lazy_regex("备注|注释|说明"), "note"),
    (lazy_regex("[者人日号源处]|时间|定义|解释|拼音"), ""),
    (lazy_regex("状态"), "status"),
    (lazy_regex("领域|类别|分类"), "domain"),
    (lazy_regex("简称|缩写"), "short"),
    (lazy_regex("[英译]"), "en"),
    (lazy_regex("[中汉简]文|汉语|原文|术语|词"), "zh"),
)
_LONGEST = 8  # characters of a column's name; a sentence above the table is longer
_LANGUAGE = lazy_regex("(zh|en)(?:[-_][a-z]{2,4})+")
ABOVE = 10  # rows in which the names of the columns are looked for: a title may stand above them
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
    """The entries of numbered rows; YubeiError where there are no columns `zh` and `en`, or one is empty.

    A row that has nothing but a number, as people fill down, or the name of a group, is none.
    """
    lines = told(name, table)
    above = list(islice(lines, ABOVE))
    header = next((at for at, (_, row) in enumerate(above) if names_columns(row)), None)
    if header is None:
        first, row = above[0] if above else (1, [])
        message = "the first row names the columns, and none of them is “{column}”; the columns are: {all}"
        raise YubeiError(Message(message, column=_missing(row), all=", ".join(HEADER)), path=f"{name}:{first}")
    names = _columns(above[header][1])
    called = _cells(names, above[header][1])
    each = ((number, _cells(names, row)) for number, row in chain(above[header + 1 :], lines))
    return [_entry(f"{name}:{number}", cells, called) for number, cells in each if any(map(cells.get, HEADER))]


def told(name: str, table: Iterable[tuple[int, Sequence[str]]]) -> Iterator[tuple[int, list[str]]]:
    """The rows that say something, each cell on one line; YubeiError where there are more than a glossary has."""
    for number, row in table:
        if number > _caps.MAX_ROWS:
            raise YubeiError(Message("there are more rows than a glossary has"), path=f"{name}:{number}")
        if any(cells := [one_line(cell) for cell in row]):
            yield number, cells


def saved(name: str, text: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """The rows of a table saved as text, each with its line."""
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter)
    line = 1
    try:
        for row in reader:
            yield line, row
            line = 1 + reader.line_num
    except csv.Error as error:
        message = "this row cannot be read ({why}); is a quotation mark missing?"
        raise YubeiError(Message(message, why=error), path=f"{name}:{line}") from None


def names_columns(row: Sequence[str]) -> bool:
    """Whether a row has the names of both columns that have to be there."""
    return _missing(row) is None


def _missing(row: Sequence[str]) -> str | None:
    return next((column for column in ("zh", "en") if column not in _columns(row)), None)


def _columns(row: Sequence[str]) -> list[str]:
    """What the columns are called here, by what stands above them."""
    return [_column(one_line(cell).lower()) for cell in row]


def _column(name: str) -> str:
    if language := _LANGUAGE.fullmatch(name):
        return language[1]
    if han.holds(name) and len(name) <= _LONGEST:
        return next((column for words, column in _IN_CHINESE if words.search(name)), name)
    return _NAMES.get(name, name)


def _cells(names: Sequence[str], row: Sequence[str]) -> dict[str, str]:
    """The cells of a row by column; of two columns of a language the first counts."""
    return dict(reversed([*zip(names, row, strict=False)]))


def _entry(at: str, cells: dict[str, str], called: Mapping[str, str]) -> Entry:
    """The entry of a row; `called` says what the table calls its columns."""

    def cell(column: str) -> str:
        return cells.get(column, "")

    for column, what in (("zh", "Chinese"), ("en", "English")):
        if not cell(column):
            message = "this row has no {what} in the column “{column}”; fill it in, or delete the row"
            raise YubeiError(Message(message, what=what, column=called[column]), path=at)
    if "??" in cell("zh") and not han.holds(cell("zh")):
        message = "the Chinese of this row is only question marks; export it again, from Excel as .xlsx or “CSV UTF-8”"
        raise YubeiError(Message(message), path=at)
    for column, text in cells.items():
        if _SPOILED.fullmatch(text):
            message = (
                "Excel has made “{text}” of what stood in the column “{column}”; type it again with an apostrophe "
                "before it, which Excel does not show"
            )
            raise YubeiError(Message(message, text=text, column=called[column]), path=at)
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
