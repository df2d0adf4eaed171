"""Which characters the bytes that were lost may have been part of, the likeliest first."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from functools import lru_cache
from heapq import nlargest
from math import inf

from yubei_pub.repairs._gbk import CHARS, Known, Row, cannot_follow, known
from yubei_pub.repairs._model import Model
from yubei_pub.repairs._page import Page
from yubei_pub.repairs._path import ANY, Path
from yubei_pub.repairs._score import MARGIN, Scorer

# Paths of which another character is tried where both its bytes are lost; and so many of the likeliest characters
# before one of ASCII.
BOTH, LIKELIEST = 8, 16


@lru_cache(maxsize=3000)
def usual(model: Model, last: int) -> Mapping[int, float]:
    """The symbols that are likely behind another, which is the last of a history, with how likely they are."""
    context = model.context(last)
    by_symbol = known(model, False).by_symbol
    likeliest = nlargest(LIKELIEST, context.pairs, key=context.pairs.__getitem__)
    symbols = {whole.symbol: whole for whole in known(model, False).commonest}
    symbols |= {symbol: by_symbol[symbol][0] for symbol in likeliest if symbol in by_symbol}
    return {symbol: context.behind_last(symbol, whole.alone) for symbol, whole in symbols.items()}


class Lost:
    """The characters that fit what is left of them behind a path."""

    def __init__(self, page: Page, scorer: Scorer) -> None:
        self._page = page
        self._model = page.model
        self._known = known(page.model, page.corners)
        self._scorer = scorer

    def lead(self, path: Path, trail: int) -> Row | Sequence[Known]:
        """The characters with this trail, with the lead byte that waits, or was lost."""
        pending = path[1]
        if pending > 0:
            char = CHARS[pending << 8 | trail]
            return (self._page.known(char),) if char else ()
        row = self._known.by_trail[trail]
        return row if pending == ANY else row.behind(-pending)

    def trails(
        self,
        paths: list[Path],
        barred: Container[str],
        most: int,
        with_lead: bool = False,
        least: float = -inf,
    ) -> list[Path]:
        """The likeliest paths on which the trail that waits was lost.

        `with_lead`: the lead byte behind it was lost with it, and waits.
        """
        both = sorted((path for path in paths if path[1] < 0), reverse=True)[:BOTH]
        tried = [path for path in paths if path[1] > 0] + both
        wholes = self._losing if with_lead else self._closed
        steps = self._scorer.steps(((path, wholes(path), barred) for path in tried), most=most, least=least)
        least = steps[0][0] - MARGIN if steps else 0.0
        built, known_of = self._scorer.built, self._page.known
        return [built(step, known_of(step[3]).trail if with_lead else 0) for step in steps if step[0] >= least]

    def _losing(self, path: Path) -> Row:
        """The characters whose trail makes no character with some lead byte behind it."""
        if path[1] > 0:
            return self._known.losing[path[1]]
        return self._known.losing_both.behind(-path[1])

    def _closed(self, path: Path) -> Row | Sequence[Known]:
        """The characters behind whose trail an ASCII character stands, or nothing."""
        if path[1] > 0:
            return self._known.by_lead[path[1]]
        leads = cannot_follow(-path[1])
        by_symbol = self._known.by_symbol
        return [
            whole
            for symbol in self._likely(path[3])
            for whole in by_symbol.get(symbol, ())
            if whole.trail >= 0x80 and whole.lead in leads
        ]

    def _likely(self, history: int) -> list[int]:
        """The symbols that are likeliest behind others."""
        context = self._model.context(history)
        likely = usual(self._model, history % self._model.base)
        if context.longer:
            by_symbol, longer, rest = self._known.by_symbol, context.longer, context.rest
            tried = sorted(longer, key=longer.__getitem__, reverse=True)[:LIKELIEST]
            tried += longer.keys() & likely.keys()
            likely = {**likely, **{symbol: longer[symbol] - rest for symbol in tried if symbol in by_symbol}}
        return sorted(likely, key=likely.__getitem__, reverse=True)[:LIKELIEST]
