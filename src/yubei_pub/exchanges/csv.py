"""CSV for spreadsheets: UTF-8 with a byte order mark, by which Excel knows it, and CRLF (RFC 4180).

A cell that begins like a formula gets an apostrophe in front, which is taken away again on reading.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from io import StringIO

from yubei_pub.exchanges import _caps, _table
from yubei_pub.interchange import Entry
from yubei_pub.patterns import lazy_regex

NAME = "CSV"
CARRIES = Entry
ENDINGS = ("csv",)
LOOKS = lazy_regex(rb"")
TELLS_STATE = True

_QUOTED = lazy_regex(rf"'+{_table.FORMULA.pattern}")
_DELIMITERS = ",;\t"  # Excel writes the one of the country


def write(entries: Sequence[Entry]) -> bytes:
    """The table of a glossary."""
    out = StringIO()
    writer = csv.writer(out)
    for row in _table.rows(entries):
        writer.writerow([_defused(cell) for cell in row])
    return ("\ufeff" + out.getvalue()).encode()


def _defused(cell: str) -> str:
    return f"'{cell}" if _table.FORMULA.match(cell) or _QUOTED.match(cell) else cell


def read(name: str, data: bytes) -> list[Entry]:
    """The entries of a table with at least the columns `zh` and `en`."""
    return _table.entries(name, _rows(name, _caps.decoded(name, data).text))


def _rows(name: str, text: str) -> Iterator[tuple[int, list[str]]]:
    first = text.partition("\n")[0]  # the names of the columns, or sep=; which tells Excel the delimiter
    for line, row in _table.saved(name, text, max(_DELIMITERS, key=first.count)):
        yield line, [cell[1:] if _QUOTED.match(cell) else cell for cell in row]
