"""Where half-width punctuation belongs: addresses, file names, code and markup inside Chinese text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from yubei_pub.patterns import lazy_regex

_BRACKET = lazy_regex(r"[()（）]")
_ENDING = r"\.(?:jpe?g|png|gif|bmp|webp|svg|tiff?|pdf|docx?|xlsx?|pptx?|wps|zip|rar|mp3|mp4|html?)"
_FILE_NAME = lazy_regex(_ENDING + r"(?![A-Za-z0-9])", re.IGNORECASE)
_FILE_NAME_AT_END = lazy_regex(_ENDING + r"\s*$", re.IGNORECASE)
_LONGEST_NAME = 255  # the limit of common file systems
_NOT_IN_NAME = lazy_regex(r"[\s,:;?!，：；？！。、“”《》【】]")
_SENTENCE = lazy_regex("[,:;，：；。、]")  # a line with one of them is more than the name of a file
_TOKEN_HINT = lazy_regex(r"://|@|`|&|!\[|\]\(")
_TOKEN = lazy_regex(
    r"[A-Za-z]{2,8}://[!-~]*[A-Za-z0-9/=_&#%-]"  # web addresses, without punctuation behind them
    r"|[A-Za-z0-9_.+-]{1,64}@[A-Za-z0-9.-]+"  # mail addresses
    r"|`[^`\n]*`"  # code
    r"|!(?=\[)|\]\((?:[^()\n]|\([^()\n]*\))*\)"  # Markdown pictures and links
    r"|&#?[A-Za-z0-9]{1,31};"  # HTML entities
)


def protected(line: str) -> Sequence[int]:
    """For each offset of the line, 1 if it is inside an address, a file name, code or markup, else 0."""
    spans = [m.span() for m in _TOKEN.finditer(line)] if _TOKEN_HINT.search(line) else []
    if "." in line:
        spans += _file_names(line)
    inside = bytearray(len(line))
    for start, end in spans:
        inside[start:end] = b"\1" * (end - start)
    return inside


def _file_names(line: str) -> Iterator[tuple[int, int]]:
    """File names: a whole line that is one, else the words before a known ending."""
    if len(line) <= _LONGEST_NAME and _FILE_NAME_AT_END.search(line) and not _SENTENCE.search(line):
        yield 0, len(line)
        return
    last = 0
    for ending in _FILE_NAME.finditer(line):
        start = max(last, ending.start() - _LONGEST_NAME)
        for stop in _NOT_IN_NAME.finditer(line, start, ending.start()):
            start = stop.end()
        yield _behind_open_bracket(line, start, ending.start()), ending.end()
        last = ending.end()


def _behind_open_bracket(line: str, start: int, end: int) -> int:
    """`start`, or the place behind the last bracket that is opened and not closed in `[start, end)`."""
    closed = 0
    for bracket in reversed(list(_BRACKET.finditer(line, start, end))):
        closed += 1 if bracket[0] in ")）" else -1
        if closed < 0:
            return bracket.end()
    return start
