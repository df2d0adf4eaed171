"""Which characters the bytes that were lost may have been part of, the likeliest first."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from yubei_pub.repairs._gbk import CHARS, Known, Row, cannot_follow, known
from yubei_pub.repairs._page import Page
from yubei_pub.repairs._path import ANY, Path, by_score, waiting
from yubei_pub.repairs._score import Scorer

MARGIN = 12.0  # how much less likely than the likeliest (a logarithm) a path may be
# Paths that are followed where a trail was lost with the lead byte behind it, and where with an ASCII character.
WITH_LEAD, CLOSED = 60, 18
# Paths of which another character is tried where both its bytes are lost; and so many of the likeliest characters
# before one of ASCII.
BOTH, LIKELIEST = 8, 40


class Lost:
    """The characters that fit what is left of them behind a path.

    `may_stand` tells whether the page would show a character as it does.
    """

    def __init__(self, page: Page, scorer: Scorer, may_stand: Callable[[str, int], bool]) -> None:
        self._page = page
        self._model = page.model
        self._known = known(page.model)
        self._scorer = scorer
        self._may_stand = may_stand

    def lead(self, path: Path, trail: int) -> Iterator[tuple[int, Known]]:
        """The characters with this trail, with the lead byte that waits, or was lost."""
        pending = path[1]
        if pending > 0:
            char = CHARS[pending << 8 | trail]
            if char:
                yield pending, self._scorer.known(char)
        elif pending < 0:
            not_behind = cannot_follow(-pending)
            for lead, whole in self._fitting(self._known.by_trail[trail], path):
                if pending == ANY or lead in not_behind:
                    yield lead, whole

    def trails(self, paths: list[Path], with_lead: bool) -> list[tuple[Path, int]]:
        """The likeliest paths on which the trail that waits was lost, with that trail.

        `with_lead`: the lead byte behind it was lost with it.
        """
        steps: list[tuple[float, int, Path, Known]] = []
        both = sorted((path for path in paths if path[1] < 0), reverse=True)[:BOTH]
        for path in [path for path in paths if path[1] > 0] + both:
            fitting = self._losing(path) if with_lead else self._closed(path)
            found = [one for one in fitting if self._may_stand(one[1].char, 1)]
            scores = self._scorer.scores(path, [whole for _, whole in found])
            refund = waiting(path[1])
            steps += [(score - refund, trail, path, whole) for score, (trail, whole) in zip(scores, found, strict=True)]
        steps.sort(key=by_score, reverse=True)
        least = steps[0][0] - MARGIN if steps else 0.0
        most = WITH_LEAD if with_lead else CLOSED
        return [
            (self._scorer.built((score, 0, path, whole)), trail)
            for score, trail, path, whole in steps[:most]
            if score >= least
        ]

    def _losing(self, path: Path) -> Iterator[tuple[int, Known]]:
        """The characters whose trail makes no character with some lead byte behind it."""
        if path[1] > 0:
            yield from self._known.losing.get(path[1], ())
            return
        not_behind = cannot_follow(-path[1])
        pairs = self._model.context(path[3]).pairs
        for symbol in self._known.losing_both.keys() & pairs.keys() | self._known.commonest_losing:
            for lead, trail, whole in self._known.losing_both[symbol]:
                if lead in not_behind:
                    yield trail, whole

    def _closed(self, path: Path) -> Iterator[tuple[int, Known]]:
        """The characters behind whose trail an ASCII character stands, or nothing."""
        if path[1] > 0:
            yield from self._fitting(self._known.by_lead[path[1]], path)
            return
        not_behind = cannot_follow(-path[1])
        for symbol in self._likely(path[3]):
            for lead, trail, whole in self._known.by_symbol.get(symbol, ()):
                if trail >= 0x80 and lead in not_behind:
                    yield trail, whole

    def _fitting(self, row: Row, path: Path) -> list[tuple[int, Known]]:
        pairs = self._model.context(path[3]).pairs
        return row.fitting(pairs, self._page.behind(self._scorer.last(path)))

    def _likely(self, history: int) -> list[int]:
        """The symbols that are likeliest behind others."""
        context = self._model.context(history)
        symbols = {whole.symbol: whole for whole in self._known.commonest}
        for likely in (context.triples, context.pairs):
            for symbol in sorted(likely, key=likely.__getitem__, reverse=True)[:LIKELIEST]:
                if symbol in self._known.by_symbol:
                    symbols[symbol] = self._known.by_symbol[symbol][0][2]
        return sorted(symbols, key=lambda symbol: -context.likely(symbols[symbol]))[:LIKELIEST]
