"""A file cut at its headings, so that a stretch of plain paragraphs, as nearly all are, needs no parser.

A heading behind an empty line ends whatever stands before it, but for what has an end of its own (code, comments,
other HTML) or is spoken of elsewhere (footnotes, addresses of links).  A file with any of these is one stretch.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import pairwise
from typing import NamedTuple

from yubei_pub.document import Block, BlockKind, Piece
from yubei_pub.later import Later
from yubei_pub.markdown.lines import RULE, joins
from yubei_pub.patterns import lazy_regex
from yubei_pub.remembered import Remembered
from yubei_pub.trace import Edit, Run, Source, TracedText

# What has an end of its own or is spoken of elsewhere; not a comment on a line of its own above what it is for, which
# an empty quotation or item is not.
_COMMENT = r"<!--(?:(?!-->)[^\n])*-->\n\n?(?=[^\n#<＜])(?!(?:[>*+-]|\d+[.)])[ \t>]*(?:\n|\Z))"
_FAR = (
    lazy_regex(rf"[<＜](?<=^[<＜])(?!{_COMMENT[1:]})|[<＜](?<=[ \t>\u2028\u2029][<＜])", re.MULTILINE),
    # Invisible characters, and blanks in empty lines, of which the whole file is told at once.
    lazy_regex("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]"),
    lazy_regex(r"\n[^\S\n]+(?=\n|\Z)"),
)
_FAR_SIGNS = ("```", "~~~", "[^", "［^", "]:", "]：", "］:", "］：")
_CUT = lazy_regex(r"\n\n(?=#{1,6} )")

_HEADING = lazy_regex(r"(?P<marks>#{1,6}) (?P<words>\S[^\n{}]*?)(?P<id> \{#(?P<declared>[\w-]+)\})?(?:\n\n|\n?\Z)")
# What has a meaning in Markdown and its full-width habits; lines that begin like a list, a quotation, a heading or what
# stands under one; blanks that are not part of the text.
_MEANT = (
    lazy_regex(r"[\\`*_\[\]<>#|{}＃［］｛｝＜＞\t\x85\u2028\u2029]"),
    lazy_regex("&#?[A-Za-z0-9]+;"),
    lazy_regex(r"\n *(?:[-+=~:!！]|\d{1,9}[.)]|[^\S\n ])|\n\n "),
    lazy_regex(r"[^\S\n](?:\n|\Z)"),
)
_BEGINS = lazy_regex(r"[-+=~:!！]|\d{1,9}[.)]|[^\S\n]")
_PARAGRAPH = lazy_regex(r"[^\n]+(?:\n[^\n]+)*")
_BREAK = lazy_regex(r"\n *")

_REACHES, _PARSED, _PLAIN = "far", "parsed", "plain"


class Heading(NamedTuple):
    """A heading that begins a section, with the id behind it."""

    block: Block
    level: int
    declared: str
    underlined: bool


class Plain(NamedTuple):
    """A heading, if there is one, and the paragraphs behind it, made when somebody looks at them."""

    heading: Heading | None
    blocks: Sequence[Block]


class Stretch(NamedTuple):
    """A piece of a file, to be read by itself; `plain` is what it has, if that is nothing but words.

    A stretch of nothing (between front matter and title) is plain; None wants the parser.
    """

    piece: Piece
    plain: Plain | None


def cut(source: Source, start: int, remembered: Remembered) -> Iterator[Stretch]:
    """The stretches of a text from `start` on; `remembered` has of what kind those were that have not changed."""
    text, end = source.text, len(source.text)
    edges = pairwise([start, *(found.end() for found in _CUT.finditer(text, start)), end])
    pieces = [Piece.of(source, a, b) for a, b in edges]
    kinds = [remembered.page(piece.digest)("stretch", partial(_kind, text, piece)) for piece in pieces]
    if _REACHES in kinds:
        yield Stretch(Piece.of(source, start, end), None)
        return
    for piece, kind in zip(pieces, kinds, strict=True):
        yield Stretch(piece, _plain(source, piece.start, piece.end) if kind == _PLAIN else None)


def _kind(whole: str, piece: Piece) -> str:
    """Whether a stretch reaches into others, wants the parser, or is plain."""
    text = whole[piece.start : piece.end]
    if any(far in text for far in _FAR_SIGNS) or any(far.search(text) for far in _FAR):
        return _REACHES
    heading, start = _parts(text, 0, len(text))
    meant = (heading and _means(heading["words"])) or _means(text[start:])
    return _PARSED if meant else _PLAIN


def _means(text: str) -> bool:
    return bool(_BEGINS.match(text)) or any(meant.search(text) for meant in _MEANT)


def _plain(source: Source, start: int, end: int) -> Plain:
    heading, first = _parts(source.text, start, end)
    return Plain(_heading(source, heading) if heading else None, Later(partial(_paragraphs, source, first, end)))


def _parts(text: str, start: int, end: int) -> tuple[re.Match[str] | None, int]:
    """The heading that a stretch begins with, and where its paragraphs begin."""
    heading = _HEADING.match(text, _behind_breaks(text, start, end), end)
    return heading, _behind_breaks(text, heading.end() if heading else start, end)


def _behind_breaks(text: str, start: int, end: int) -> int:
    while start < end and text[start] == "\n":
        start += 1
    return start


def _paragraphs(source: Source, start: int, end: int) -> Iterator[Block]:
    for found in _PARAGRAPH.finditer(source.text, start, end):
        yield Block(BlockKind.PARAGRAPH, _one_line(TracedText.of(source, *found.span())), found.span())


def _heading(source: Source, found: re.Match[str]) -> Heading:
    level, (first, last) = len(found["marks"]), found.span("words")
    end = found.end("id") if found["id"] else last
    runs = [Run(0, last - first, first, last)]
    if found["id"]:
        runs.append(Run(last - first, last - first, last, end, RULE))
    block = Block(BlockKind.HEADING, TracedText(found["words"], source, runs), (found.start(), end), depth=level)
    return Heading(block, level, found["declared"] or "", underlined=False)


def _one_line(text: TracedText) -> TracedText:
    """A paragraph of several lines, put together as the parser's are."""
    breaks = list(_BREAK.finditer(text.text))
    if not breaks:
        return text
    sides = ((found, text.text[found.start() - 1], text.text[found.end()]) for found in breaks)
    return text.edit(Edit(*found.span(), "" if joins(a, b, text.text) else " ", RULE) for found, a, b in sides)
