"""Saved HTML pages: the article's lines with what the page says they are, each traced to the file.

The lines and their places come from the page itself; which of them are the article is told by
trafilatura, whose output has no places and loses captions and titles.  So its words are looked
up in the lines: the article reaches from the first line that it has to the last, with the
captions and pictures at its ends, and without what stands in menus and lists of links.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator, Sequence
from hashlib import sha256
from html import unescape

from yubei_pub.layout import Layout, Part, PartKind
from yubei_pub.pages import Page
from yubei_pub.pages._decoding import decode, findings
from yubei_pub.pages._flow import Line, lines
from yubei_pub.pages._markup import parse
from yubei_pub.patterns import lazy_regex
from yubei_pub.trace import Edit, Source, TracedText

EXTENSIONS = (".html", ".htm", ".xhtml", ".shtml")

RULE = "html"

# The declaration stands in the first kilobyte, by the standard; pages put long comments above it.
_CHARSET = lazy_regex(rb"""charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]{1,40})""", re.IGNORECASE)
_DECLARED_WITHIN = 4096
_TITLE = lazy_regex(r"<title[^>]{0,200}>([^<]{1,500})", re.IGNORECASE)
# Where the page stood: as the browser wrote down that saved it, else as the page says itself.
_SAVED_FROM = lazy_regex(r"<!--\s{0,9}saved from url=\(\d{4}\)(https?://[^\s\"'<>]{1,500})\s{0,9}-->", re.IGNORECASE)
_CANONICAL = lazy_regex(
    r"<link\b(?=[^>]{0,500}\brel\s*=\s*[\"']?canonical\b)[^>]{0,500}?\bhref\s*=\s*[\"']?(https?://[^\s\"'<>]{1,500})",
    re.I,
)
# Characters in a row by which a line is known again; press pages do not repeat eight by chance.
_KNOWN_BY = 8
_SHORTEST_TITLE = 4
_LINKS = 0.6  # how much of a row of links is linked
_SENTENCE = lazy_regex("[。！？!?…][”’」』）)]*$")


def read(path: str, data: bytes) -> Page:
    """The page in the bytes of an HTML file.

    Raises YubeiError if the encoding cannot be told.
    """
    declared = _CHARSET.search(data, 0, _DECLARED_WITHIN)
    decoded = decode(path, data, declared[1].decode("ascii") if declared else "")
    source = Source(path, decoded.text)
    found = lines(decoded.text, parse(decoded.text))
    _tell_apart(found, decoded.text)
    text = TracedText.of(source).edit(_edits(found, len(decoded.text)))
    said = tuple(findings(decoded, source))
    layout = Layout([_part(line) for line in found])
    return Page(source, text, decoded.encoding, sha256(data).hexdigest(), said, layout, _address(decoded.text))


def _address(text: str) -> str:
    match = _SAVED_FROM.search(text) or _CANONICAL.search(text)
    return unescape(match[1]) if match else ""


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


def _tell_apart(found: Sequence[Line], text: str) -> None:
    """Mark the lines that are not the article's, and the title."""
    article = _article(found, text)
    if article:
        first, last = _widened(found, article[0], article[-1])
        known = set(article)
        for number, line in enumerate(found):
            line.outside = _is_links(line) or not first <= number <= last or (line.outside and number not in known)
    title = _TITLE.search(text)
    _mark_title(found, "".join(title[1].split()) if title else "", article[0] if article else len(found))


def _mark_title(found: Sequence[Line], named: str, before: int) -> None:
    """The heading above the article, or the line that the page's own title begins with or holds."""
    headings = [line for line in found[: before + 1] if line.kind is PartKind.HEADING and line.level == 1]
    said = [line for line in found[: before + 1] if _is_named(line, named)]
    inside = any(line.kind is PartKind.HEADING and line.level == 1 and not line.outside for line in found)
    first = [line for line in said if named.startswith(line.compact)]  # behind it stands the site's name
    chosen = first[-1:] or said[-1:] or (headings[-1:] if not inside else [])
    for line in chosen:
        for other in headings:
            other.outside = other.outside or other is not line
        line.kind, line.level, line.outside = PartKind.HEADING, 1, False


def _is_named(line: Line, named: str) -> bool:
    words = line.compact
    return len(words) >= _SHORTEST_TITLE and words in named and line.kind in (PartKind.TEXT, PartKind.HEADING)


def _widened(found: Sequence[Line], first: int, last: int) -> tuple[int, int]:
    """With the pictures, captions, lists, tables and sentences that stand at both ends of the article.

    Where the page marks an `<article>`, it goes on to the end of that.
    """
    while first > 0 and _goes_on(found[first - 1], (PartKind.PICTURE, PartKind.CAPTION)):
        first -= 1
    ends = (PartKind.PICTURE, PartKind.CAPTION, PartKind.ITEM, PartKind.ROW, PartKind.QUOTATION)
    marked = found[last].article
    while last + 1 < len(found) and (
        _goes_on(found[last + 1], ends) or (marked and found[last + 1].article == marked and _is_own(found[last + 1]))
    ):
        last += 1
    return first, last


def _goes_on(line: Line, kinds: Sequence[PartKind]) -> bool:
    sentence = line.kind is PartKind.TEXT and bool(_SENTENCE.search(line.words))
    return _is_own(line) and (sentence or line.kind in kinds)


def _is_own(line: Line) -> bool:
    return not (line.outside or _is_links(line))


def _is_links(line: Line) -> bool:
    """A link, or a row of links."""
    return line.linked > _LINKS * len(line.compact)


def _article(found: Sequence[Line], text: str) -> list[int]:
    """The numbers of the lines that trafilatura takes for the article."""
    words = "".join(_extracted(text).split())
    known = {words[at : at + _KNOWN_BY] for at in range(len(words) - _KNOWN_BY + 1)}
    return [number for number, line in enumerate(found) if _is_known(line.compact, known)]


def _is_known(words: str, known: set[str]) -> bool:
    return len(words) >= _KNOWN_BY and words[:_KNOWN_BY] in known and words[-_KNOWN_BY:] in known


def _extracted(text: str) -> str:
    """What trafilatura makes of the page; nothing where it finds no article or fails on the markup."""
    import trafilatura

    logger = logging.getLogger("trafilatura")
    logger.propagate = False  # what it finds odd about the markup is of no use to an editor
    try:
        result = trafilatura.extract(text, include_comments=False, include_tables=True, output_format="txt")
    except Exception:  # whatever goes wrong in there, the page can be read without its opinion
        return ""
    return result or ""
