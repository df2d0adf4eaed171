"""A block's plain text and the marks beside it, as the pieces that writers set one after the other."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from heapq import heapify, heappop, heappush
from itertools import chain
from operator import itemgetter
from typing import NamedTuple
from urllib.parse import quote, urlsplit

from yubei_pub import addresses
from yubei_pub.document import Block, Mark, MarkKind

_CLOSES, _EDGE, _OPENS, _NOTE = -1, 0, 1, 2  # what there is at one place of a text, in this order


class Piece(NamedTuple):
    """A stretch of text with the same formatting throughout, or the mark of a footnote.

    `start` is its offset in the block's text; `kinds` the formatting over it; `target` the
    address of the link it belongs to, or that it is.  A footnote's piece has no text and its label as `note`.
    """

    start: int
    text: str
    kinds: frozenset[MarkKind] = frozenset()
    target: str = ""
    note: str = ""


def pieces(block: Block, cuts: Sequence[int] = ()) -> Iterator[Piece]:
    """The pieces of a block in order; their texts together are the block's text.

    `cuts` are offsets at which a piece ends in any case.
    """
    return _pieces(block.text.text, block.marks, cuts)


def parted(block: Block, sign: str, cuts: Sequence[int] = ()) -> Iterator[list[Piece]]:
    """The same cell by cell, where a tab is the `sign` that ends one, or line by line."""
    signs = [offset for at, char in enumerate(block.text.text) if char == sign for offset in (at, at + 1)]
    part: list[Piece] = []
    for piece in pieces(block, (*signs, *cuts)):
        if piece.text == sign:
            yield part
            part = []
        else:
            part.append(piece)
    yield part


def of_note(note: Block) -> Iterator[Piece]:
    """The pieces of a footnote, in which the mark of another stays text."""
    return (Piece(piece.start, as_written(piece.note)) if piece.note else piece for piece in pieces(note))


def as_written(label: str) -> str:
    """The mark of a footnote that is not there, as its file has it."""
    return f"[^{label}]"


def of_text(text: str) -> Iterator[Piece]:
    """The pieces of a text without marks: its addresses, and what stands between them."""
    return _pieces(text, (), ())


def _pieces(text: str, marks: Sequence[Mark], cuts: Sequence[int]) -> Iterator[Piece]:
    if addresses.may_hold(text):
        marks = [*marks, *_links(text, marks)]
    if marks or cuts:
        return _cut(text, marks, cuts)
    return iter([Piece(0, text)] if text else [])


def _cut(text: str, marks: Sequence[Mark], cuts: Sequence[int]) -> Iterator[Piece]:
    edges = [(cut, _EDGE, None) for cut in cuts] + list(chain.from_iterable(map(_edges, marks)))
    active: Counter[MarkKind] = Counter()
    links: list[str] = []
    at = 0
    for edge, what, mark in (*sorted(edges, key=itemgetter(0, 1)), (len(text), _EDGE, None)):
        stop = min(max(edge, 0), len(text))
        if at < stop:
            kinds = frozenset(kind for kind, count in active.items() if count)
            yield Piece(at, text[at:stop], kinds, links[-1] if links else "")
            at = stop
        if mark and what == _NOTE:
            yield Piece(at, "", note=mark.target)
        elif mark:
            active[mark.kind] += what
            if mark.kind is MarkKind.LINK:
                (links.append if what == _OPENS else links.remove)(mark.target)


def _edges(mark: Mark) -> Iterator[tuple[int, int, Mark]]:
    if mark.kind is MarkKind.NOTE:
        yield mark.start, _NOTE, mark
    elif mark.start < mark.end:
        yield mark.start, _OPENS, mark
        yield mark.end, _CLOSES, mark


def nested(text: str, marks: Sequence[Mark]) -> Iterator[tuple[int, bool, Mark]]:
    """Where the marks of a text open and close, each within the one it opens in: of two that cross, one is cut in two.

    A footnote's opens and closes at one place, behind what closes there.
    """
    waiting = [(mark.start, -mark.end, number, mark) for number, mark in enumerate(marks)]
    heapify(waiting)
    open: list[Mark] = []
    while waiting or open:
        if open and (not waiting or open[-1].end <= waiting[0][0]):
            mark = open.pop()
            yield mark.end, False, mark
            continue
        *_, number, mark = heappop(waiting)
        if open and mark.end > (stop := open[-1].end):
            rest = stop + text.startswith(" ", stop)  # no mark begins with a blank
            heappush(waiting, (rest, -mark.end, number, mark._replace(start=rest)))
            mark = mark._replace(end=stop)
        yield mark.start, True, mark
        open.append(mark)


def _links(text: str, marks: Sequence[Mark]) -> Iterator[Mark]:
    """The addresses that a text says as links; one that is code, or leads elsewhere, is none."""
    taken = [mark for mark in marks if mark.kind in (MarkKind.LINK, MarkKind.CODE)]
    for start, end, target in addresses.find(text):
        if all(end <= mark.start or mark.end <= start for mark in taken):
            yield Mark(start, end, MarkKind.LINK, target)


def link_target(url: str) -> str:
    """The address as a valid URI, empty where it is none that a reader may follow.

    Word calls a whole file damaged for one address that is no URI.
    """
    try:
        parts = urlsplit(url.strip())
        host, _ = parts.hostname, parts.port  # either raises if it is none
        netloc = parts.netloc if parts.netloc.isascii() else parts.netloc.encode("idna").decode("ascii")
    except ValueError:
        return ""
    leads_on = parts.scheme == "mailto" or (parts.scheme in ("http", "https") and host)
    if not leads_on or not re.fullmatch(r"[\w.:@\[\]-]*", parts.netloc):
        return ""
    rest = parts._replace(scheme="", netloc="").geturl()
    escaped = re.sub("%(?![0-9A-Fa-f]{2})", "%25", quote(rest, safe="/?#&=+,;:@!$'()*~%-._"))
    head, mark, tail = escaped.partition("#")
    return f"{parts.scheme}:{'//' + netloc if netloc else ''}{head}{mark}{tail.replace('#', '%23')}"
