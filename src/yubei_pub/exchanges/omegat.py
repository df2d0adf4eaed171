"""OmegaT's glossaries: Chinese, English and a comment, parted by tabs, in UTF-8, without quotes.

https://omegat.sourceforge.io/manual-standard/en/chapter.glossaries.html.  What else may be written stands on lines of
its own under the same Chinese, as OmegaT wants it; the comment begins with the status.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from io import StringIO

from yubei_pub.exchanges import _caps, _table
from yubei_pub.findings import Message, Place, YubeiError
from yubei_pub.glossary import STATUSES
from yubei_pub.interchange import Entry, one_line
from yubei_pub.patterns import lazy_regex

NAME = "an OmegaT glossary"
CARRIES = Entry
ENDINGS = ("txt", "utf8", "tab", "tsv")
LOOKS = lazy_regex(rb"\t")
TELLS_STATE = False

_COMMENT = lazy_regex(rf"\[({'|'.join(STATUSES)})\] ?(.*)")


def write(entries: Sequence[Entry]) -> bytes:
    """A line for each rendering that may be used.  A deprecated term is none."""
    lines = ["# Written by yubei-pub: Chinese, English, comment\n"]
    for entry in entries:
        if entry.status != "deprecated":
            comment = f"[{entry.status}] {entry.note}".rstrip()
            # A line that begins with # is a comment.
            zh = f"\\{entry.zh}" if entry.zh.startswith(("#", "\\")) else entry.zh
            lines += (f"{zh}\t{en}\t{comment}\n" for en in (entry.en, *entry.also))
    return "".join(lines).encode()


def read(name: str, data: bytes) -> list[Entry]:
    """The entries; of several lines with the same Chinese, the first has the rendering and the others admit more.

    A file whose first line names columns is a table that Excel saved as text.
    """
    source = _caps.decoded(name, data)
    if _table.names_columns(source.text.partition("\n")[0].split("\t")):
        return _table.entries(name, _table.saved(name, StringIO(source.text, newline=""), "\t"))
    entries: dict[str, Entry] = {}
    at = 0
    for number, line in enumerate(source.text.split("\n"), 1):
        cells = [one_line(cell) for cell in line.split("\t")]
        if number > _caps.MAX_ROWS:
            raise YubeiError(Message("there are more lines than a glossary has"), Place(source, at, at))
        if any(cells) and not line.startswith("#"):
            if len(cells) < 2 or not cells[0] or not cells[1]:
                message = "a line has the Chinese, a tab and the English; one of them is missing here"
                raise YubeiError(Message(message), Place(source, at, at + len(line)))
            _add(entries, cells[0].removeprefix("\\"), cells[1], cells[2] if len(cells) > 2 else "", f"{name}:{number}")
        at += len(line) + 1
    return list(entries.values())


def _add(entries: dict[str, Entry], zh: str, en: str, comment: str, at: str) -> None:
    if known := entries.get(zh):
        entries[zh] = replace(known, also=(*known.also, en))
        return
    found = _COMMENT.fullmatch(comment)
    status, note = found.groups() if found else ("proposed", comment)
    entries[zh] = Entry(zh, en, status, note=note, at=at)
