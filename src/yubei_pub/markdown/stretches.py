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

# Invisible characters and blanks in empty lines too, of which the whole file is told at once.
_FAR = lazy_regex(
    r"^[ \t>]*(?:```|~~~|[<＜])|[\[［]\^|[\]］][:：]|[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]|^\s+$\n?",
    re.MULTILINE,
)
_CUT = lazy_regex(r"(?<=\n\n)(?=#{1,6} )")

# Characters without a meaning in Markdown and its full-width habits; lines of them that do not begin like a list, a
# quotation, a heading or a line under one are a paragraph, if the lines around are empty.
_WORDS = r"(?:[^\s\\`*_\[\]<>&#|{}＃［］｛｝＜＞]|&(?![#A-Za-z]))"
_LINE = rf"(?![-+=~:!！]|\d{{1,9}}[.)]){_WORDS}(?:(?:{_WORDS}|[^\S\n\t\x85\u2028\u2029])*{_WORDS})?"
_HEADING = lazy_regex(rf"(?P<marks>\#{{1,6}})[ ](?P<words>{_LINE})(?P<id>[ ]\{{\#(?P<declared>[\w-]+)\}})?(?=\n|$)")
_PLAIN = lazy_regex(rf"\n*(?:(?:{_HEADING.pattern}|{_LINE}(?:\n[ ]*{_LINE})*)(?:\n\n+|\n?$))*")
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
    if _FAR.search(text, start):
        yield Stretch(start, end, None)
        return
    edges = [start, *(found.start() for found in _CUT.finditer(text, start)), end]
    for a, b in pairwise(edges):
        yield Stretch(a, b, list(_items(source, a, b)) if _PLAIN.fullmatch(text, a, b) else None)


def _items(source: Source, start: int, end: int) -> Iterator[Heading | Block]:
    for line in _PARAGRAPH.finditer(source.text, start, end):
        a, b = line.span()
        heading = _HEADING.fullmatch(source.text, a, b)
        if heading is None:
            yield Block(BlockKind.PARAGRAPH, _one_line(TracedText.of(source, a, b)), (a, b))
            continue
        level, (first, last) = len(heading["marks"]), heading.span("words")
        runs = [Run(0, last - first, first, last)]
        if heading["id"]:
            runs.append(Run(last - first, last - first, last, b, RULE))
        block = Block(BlockKind.HEADING, TracedText(heading["words"], source, runs), (a, b), depth=level)
        yield Heading(block, level, heading["declared"] or "", underlined=False)


def _one_line(text: TracedText) -> TracedText:
    """A paragraph of several lines, put together as the parser's are."""
    breaks = list(_BREAK.finditer(text.text))
    if not breaks:
        return text
    sides = ((found, text.text[found.start() - 1], text.text[found.end()]) for found in breaks)
    return text.edit(Edit(*found.span(), "" if joins(a, b, text.text) else " ", RULE) for found, a, b in sides)
