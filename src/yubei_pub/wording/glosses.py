"""The Chinese in brackets behind the first use of a term in the English (`glosses: first-use`)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from yubei_pub import addresses
from yubei_pub.beads import Bead
from yubei_pub.document import Block, BlockKind
from yubei_pub.glossary import Term
from yubei_pub.inline import Piece, pieces
from yubei_pub.model import Briefing
from yubei_pub.patterns import lazy_regex
from yubei_pub.settings import Style

# The brackets stand behind a possessive and a closing quotation mark: “Theater Hub” (剧汇), the Center’s (中心).
_BEHIND = lazy_regex(r"(?:[’']s\b)?[”’\"']?")


class Gloss(NamedTuple):
    """Behind offset `at` of an English block stands this Chinese, in brackets."""

    at: int
    zh: str

    @property
    def text(self) -> str:
        return f" ({self.zh})"


class _Use(NamedTuple):
    """Where a term is rendered in a block of the English."""

    term: Term
    block: Block
    start: int
    end: int


def glossed(block: Block, glosses: Sequence[Gloss], cuts: Sequence[int] = ()) -> Iterator[Piece | Gloss]:
    """The pieces of a block, cut where `pieces` cuts it, with its glosses between them."""
    waiting = list(glosses)
    for piece in pieces(block, [*cuts, *(gloss.at for gloss in glosses)]):
        while waiting and waiting[0].at <= piece.start:
            yield waiting.pop(0)
        yield piece
    yield from waiting


def as_piece(part: Piece | Gloss) -> Piece:
    """For writers that set the brackets like any words of the text."""
    return Piece(part.at, part.text) if isinstance(part, Gloss) else part


def of(briefing: Briefing, style: Style) -> Mapping[int, Sequence[Gloss]]:
    """The glosses that the style asks for: of each English block in order, by the block's `id()`."""
    return first_uses(briefing) if style.glosses == "first-use" else {}


def first_uses(briefing: Briefing) -> Mapping[int, list[Gloss]]:
    """The glosses of each English block in order, by the block's `id()`.

    Headings, captions and table rows get none: their Chinese stands beside them.  Nor does a rendering that is
    part of another, or that the translator glossed.
    """
    found: dict[int, list[Gloss]] = {}
    met: set[Term] = set()
    for use in _uses(briefing):
        if use.term in met:
            continue
        met.add(use.term)
        text = use.block.text.text
        behind = _BEHIND.match(text, use.end)
        at = behind.end() if behind else use.end
        if not re.match(rf"\s*[(（][^)）]*{re.escape(use.term.zh)}", text[at:]):
            found.setdefault(id(use.block), []).append(Gloss(at, use.term.zh))
    return {block: sorted(glosses) for block, glosses in found.items()}


def _uses(briefing: Briefing) -> Iterator[_Use]:
    """The renderings in the order of the passages, without those inside others."""
    beads = (b for section in briefing.sections for p in section.passages if p.number is not None for b in p.beads)
    for bead in beads:
        uses = sorted(_rendered(bead), key=lambda use: use.start)
        yield from (use for use in uses if not any(_inside(use, other) for other in uses))


def _inside(use: _Use, other: _Use) -> bool:
    within = use.block is other.block and other.start <= use.start and use.end <= other.end
    return within and (use.start, use.end) != (other.start, other.end)


def _in_address(text: str, at: int) -> bool:
    return any(address.start <= at < address.end for address in addresses.find(text))


def _rendered(bead: Bead) -> Iterator[_Use]:
    for use in bead.terms:
        if use.target is not None:
            segment = bead.target[use.target.segment]
            start, end = segment.start + use.target.start, segment.start + use.target.end
            if segment.block.kind is not BlockKind.ROW and not _in_address(segment.block.text.text, start):
                yield _Use(use.term, segment.block, start, end)
