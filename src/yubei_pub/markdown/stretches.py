"""A file cut at its headings, so that a stretch of plain paragraphs, as nearly all are, needs no parser.

A heading behind an empty line ends whatever stands before it, but for what has an end of its own (code, comments,
other HTML) or is spoken of elsewhere (footnotes, addresses of links).  A file with any of these is one stretch.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from yubei_pub.document import Block, BlockKind
from yubei_pub.markdown.blocks import Heading
from yubei_pub.markdown.inline import joins
from yubei_pub.markdown.lines import RULE
from yubei_pub.patterns import lazy_regex
from yubei_pub.trace import Edit, Run, Source, TracedText

# What has an end of its own or is spoken of elsewhere; not a comment on a line of its own above what it is for.
_COMMENT = r"<!--(?:(?!-->)[^\n])*-->\n\n?(?=[^\n#<＜])"
_FAR = (
    lazy_regex(rf"[<＜](?<=^[<＜])(?!{_COMMENT[1:]})|[<＜](?<=[ \t>][<＜])", re.MULTILINE),
    # Invisible characters, and blanks in empty lines, of which the whole file is told at once.
    lazy_regex("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]"),
    lazy_regex(r"\n[^\S\n]+(?=\n|\Z)"),
)
_FAR_SIGNS = ("```", "~~~", "[^", "［^", "]:", "]：", "］:", "］：")
_CUT = lazy_regex(r"(?<=\n\n)(?=#{1,6} )")

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


class Stretch(NamedTuple):
    """`[start, end)` of a file, to be read by itself; `plain` are its headings and paragraphs, if that is all.

    A stretch of nothing (between front matter and title) is plain; None wants the parser.
    """

    start: int
    end: int
    plain: list[Heading | Block] | None


def cut(source: Source, start: int) -> Iterator[Stretch]:
    """The stretches of a text from `start` on."""
    text, end = source.text, len(source.text)
    if any(text.find(far, start) >= 0 for far in _FAR_SIGNS) or any(far.search(text, start) for far in _FAR):
        yield Stretch(start, end, None)
        return
    edges = [start, *(found.start() for found in _CUT.finditer(text, start)), end]
    for a, b in pairwise(edges):
        yield Stretch(a, b, _plain(source, a, b))


def _plain(source: Source, start: int, end: int) -> list[Heading | Block] | None:
    """The headings and paragraphs of a stretch, None where it holds anything else."""
    text, items = source.text, list[Heading | Block]()
    start += end - start - len(text[start:end].lstrip("\n"))
    if heading := _HEADING.match(text, start, end):
        if _means(text, *heading.span("words")):
            return None
        items.append(_heading(source, heading))
        start = heading.end()
        start += end - start - len(text[start:end].lstrip("\n"))
    if _means(text, start, end):
        return None
    for found in _PARAGRAPH.finditer(text, start, end):
        items.append(Block(BlockKind.PARAGRAPH, _one_line(TracedText.of(source, *found.span())), found.span()))
    return items


def _means(text: str, start: int, end: int) -> bool:
    return bool(_BEGINS.match(text, start, end)) or any(meant.search(text, start, end) for meant in _MEANT)


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
