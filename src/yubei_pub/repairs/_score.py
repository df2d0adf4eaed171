"""How likely a path is with one more character: by the model, and by what the page shows elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from math import log

from yubei_pub.repairs._gbk import Known
from yubei_pub.repairs._page import INSERTED, OPENING, Page
from yubei_pub.repairs._path import IN_STEP, Path, Step


class Scorer:
    """The scores of the paths from one `?` on."""

    def __init__(self, page: Page, at: int) -> None:
        self._page = page
        self._model = page.model
        self._shares = page.shares_at(at)
        # The characters before, readings left out.
        self._context = ("\n\n" + INSERTED.sub("", page.text[max(0, at - 18) : at]))[-2:]

    def start(self) -> Path:
        """The path that has read nothing yet."""
        history = 0
        for char in self._context:
            history = self._model.history(history, self._model.char(char).symbol)
        return 0.0, IN_STEP, "", history, {}, 1.0

    def known(self, char: str) -> Known:
        """A character with what the model knows of it."""
        return Known(char, *self._model.char(char))

    def last(self, path: Path) -> str:
        """The last character of a path, or the one before the `?`."""
        return path[2][-1:] or self._context[-1]

    def scores(self, path: Path, wholes: Sequence[Known]) -> list[float]:
        """How likely a path is with each of some characters behind it: here most of the time is spent."""
        score, _, text, history, _, _ = path
        pairs, pair_rest, pair_part, triples, triple_rest, triple_part = self._model.context(history)
        shares = self._shares
        ending = (self._context + text[-2:])[-2:]
        met = self._page.behind(ending[1])
        scores = []
        for char, symbol, alone, share in wholes:
            likely = (pairs.get(symbol, 0.0) + pair_rest * alone) * pair_part
            if triples:
                likely = (triples.get(symbol, 0.0) + triple_rest * likely) * triple_part
            if char in met:
                likely += met[char] + self._page.behind_two(ending, char)
            if char in shares and not (char in OPENING and OPENING[char] in text):
                share += shares[char]  # noqa: PLW2901
            scores.append(score + log(likely) + share)
        return scores

    def built(self, step: Step) -> Path:
        """The path of a step."""
        score, pending, (_, _, text, history, inserted, mass), whole = step
        return score, pending, text + whole.char, self._model.history(history, whole.symbol), inserted, mass

    def longer(self, path: Path, char: str, pending: int = IN_STEP) -> Path:
        """A path with one more character."""
        whole = self.known(char)
        return self.built((self.scores(path, [whole])[0], pending, path, whole))
