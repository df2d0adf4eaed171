"""The HTML of a page, alone in a file or in a web archive: its lines with what they are, traced to the text."""

from __future__ import annotations

import re
from base64 import b64decode
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from html import unescape
from itertools import groupby, islice
from typing import NamedTuple

from yubei_pub.findings import Message, YubeiError
from yubei_pub.layout import Layout, Part, PartKind
from yubei_pub.pages import Page
from yubei_pub.pages._article import MOST_LINES, tell_apart, tell_captions
from yubei_pub.pages._decoding import decode, findings
from yubei_pub.pages._flow import Line, lines
from yubei_pub.pages._markup import parse
from yubei_pub.pages._picture_names import EMBEDDED, embedded_name, last_of
from yubei_pub.patterns import lazy_regex
from yubei_pub.trace import Edit, Source, TracedText

RULE = "html"

_FRAMES = 20  # of a page with more, only advertisements are left
_NO_PAGE = Message(
    "the web archive holds no page that can be read; save the page again as “Web page, complete” (.html)"
)
# The declaration stands in the first kilobyte, by the standard; pages put long comments above it.
_CHARSET = lazy_regex(rb"""charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]{1,40})""", re.IGNORECASE)
_DECLARED_WITHIN = 4096
# Where the page stood: as the browser wrote down that saved it, else as the page says itself.
_SAVED_FROM = lazy_regex(r"<!--\s{0,9}saved from url=\(\d{4}\)(https?://[^\s\"'<>]{1,500})\s{0,9}-->", re.IGNORECASE)
_SAVED_WITH = lazy_regex(r"<!--\s{0,9}Page saved with SingleFile\s{1,9}url:\s{0,9}(https?://[^\s\"'<>]{1,500})")
_ARCHIVED_FROM = lazy_regex(r"""\b__wm\.wombat\(["'](https?://[^\s"'<>]{1,500})""")  # the Wayback Machine
_CANONICAL = lazy_regex(
    r"<link\b(?=[^>]{0,500}\brel\s*=\s*[\"']?canonical\b)[^>]{0,500}?\bhref\s*=\s*[\"']?(https?://[^\s\"'<>]{1,500})",
    re.I,
)
_ITSELF = lazy_regex(
    r"<meta\b(?=[^>]{0,500}\bproperty\s*=\s*[\"']?og:url\b)[^>]{0,500}?\bcontent\s*=\s*[\"']?(https?://[^\s\"'<>]{1,500})",
    re.I,
)
# When it was published, as content management systems write it for machines; WeChat's script has it too.
_PUBLISHED = lazy_regex(
    r"<meta\b(?=[^>]{0,500}\b(?:name|property|itemprop)\s*=\s*[\"']?"
    r"(?:pub_?date|publish_?(?:ed)?_?(?:date|time)|firstpublishedtime|article:published_time|datePublished)\b)"
    r"[^>]{0,500}?\bcontent\s*=\s*[\"']?\s{0,9}(\d{4}[-/.]\d{1,2}[-/.]\d{1,2})"
    r"|\bcreateTime\s{0,9}=\s{0,9}['\"](\d{4}-\d\d-\d\d)",
    re.I,
)


class Resource(NamedTuple):
    """A file that a web archive holds, with its address in the web and its media type (text/html, image/png)."""

    address: str
    kind: str
    data: bytes


def read_archive(path: str, held: Iterable[Resource]) -> Page:
    """The page in a web archive that holds these: of one with frames that with the most sentences.

    Raises YubeiError if it holds none, or its encoding cannot be told.
    """
    found: list[Page] = []
    failed = YubeiError(_NO_PAGE, path=path)
    for resource in islice((each for each in held if each.kind == "text/html"), _FRAMES):
        try:
            page = read(path, resource.data)
        except YubeiError as error:
            failed = error
        else:
            found.append(replace(page, address=page.address or resource.address))
    if not found:
        raise failed
    return max(found, key=lambda each: each.text.text.count("。"))


def archived_pictures(held: Iterable[Resource], names: Collection[str]) -> Iterator[tuple[str, bytes]]:
    """The pictures in a web archive that was read, by the names that its lines give them; of one name only one."""
    found: dict[str, set[bytes]] = {}
    for resource in held:
        name = last_of(resource.address)
        if resource.kind.startswith("image/") and name in names:
            found.setdefault(name, set()).add(resource.data)
    yield from ((name, data.pop()) for name, data in found.items() if len(data) == 1)


def read(path: str, data: bytes) -> Page:
    """The page in the bytes of an HTML file.

    Raises YubeiError if the encoding cannot be told.
    """
    declared = _CHARSET.search(data, 0, _DECLARED_WITHIN)
    decoded = decode(path, data, declared[1].decode("ascii") if declared else "")
    source = Source(path, decoded.text)
    found = lines(decoded.text, parse(decoded.text))
    tell_apart(found, decoded.text)
    tell_captions(found)
    found = [*_whole(found)]
    text = TracedText.of(source).edit(_edits(found, len(decoded.text)))
    said = tuple(findings(decoded, source))
    layout = Layout([_part(line) for line in found])
    return Page(source, text, decoded.encoding, said, layout, _address(decoded.text), _published(decoded.text))


def pictures(data: bytes, names: Collection[str]) -> Iterator[tuple[str, bytes]]:
    """The pictures that the addresses in a page hold themselves, by the names that its lines give them."""
    for found in re.finditer(EMBEDDED.pattern.encode(), data):
        name = embedded_name(found[0].decode("ascii"))
        if name in names:
            with suppress(ValueError):
                yield name, b64decode(found[2])


def _address(text: str) -> str:
    found = (said.search(text) for said in (_ARCHIVED_FROM, _SAVED_FROM, _SAVED_WITH, _CANONICAL, _ITSELF))
    match = next(filter(None, found), None)
    return unescape(match[1]) if match else ""


def _published(text: str) -> str:
    match = _PUBLISHED.search(text)
    return (match[1] or match[2]) if match else ""


def _whole(found: Sequence[Line]) -> Iterator[Line]:
    """The lines, those as one that a heading or an item breaks its words in."""
    for (kind, _, _), run in groupby(found, key=lambda line: (line.kind, line.outside, line.path)):
        first, *rest = run
        if kind in (PartKind.HEADING, PartKind.ITEM) and len(rest) < MOST_LINES:
            while rest:
                first.go_on(rest.pop(0))
        yield from (first, *rest)


def _part(line: Line) -> Part:
    kind = PartKind.OUTSIDE if line.outside else line.kind
    return Part(line.pieces[0].start, line.pieces[-1].end, kind, line.level, line.label)


def _edits(found: Sequence[Line], length: int) -> Iterator[Edit]:
    """What makes the lines of the file: markup goes, line breaks come, references mean their characters."""
    at = 0
    between = ""
    for line in found:
        for piece in line.pieces:
            if piece.text is not None and piece.start == piece.end:
                between += piece.text
                continue
            if at < piece.start or between:
                yield Edit(at, piece.start, between, RULE)
            if piece.text is not None:
                yield Edit(piece.start, piece.end, piece.text, RULE)
            at, between = piece.end, ""
        between += "\n"
    if at < length:
        yield Edit(at, length, between, RULE)
