"""OmegaT's glossaries: Chinese, English and a comment, parted by tabs, in UTF-8, without quotes.

https://omegat.sourceforge.io/manual-standard/en/chapter.glossaries.html.  What else may be written stands on lines of
its own under the same Chinese, as OmegaT wants it; the comment begins with the status.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from yubei_pub.exchanges import _caps, _table
from yubei_pub.findings import Message, YubeiError
from yubei_pub.glossary import STATUSES
from yubei_pub.interchange import Entry
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
        return _table.entries(name, _table.saved(name, source.text, "\t"))
    lines = ([] if line.startswith("#") else line.split("\t") for line in source.text.split("\n"))
    entries: dict[str, Entry] = {}
    for number, cells in _table.told(name, enumerate(lines, 1)):
        zh, en, comment, *_ = (*cells, "", "")
        if not (zh and en):
            message = "a line has the Chinese, a tab and the English; one of them is missing here"
            raise YubeiError(Message(message), path=f"{name}:{number}:1")
        zh = zh.removeprefix("\\")
        if known := entries.get(zh):
            entries[zh] = replace(known, also=(*known.also, en))
            continue
        found = _COMMENT.fullmatch(comment)
        status, note = found.groups() if found else ("proposed", comment)
        entries[zh] = Entry(zh, en, status, note=note, at=f"{name}:{number}")
    return list(entries.values())
