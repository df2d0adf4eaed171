"""How likely a path is with one more character: by the model, and by what the page shows elsewhere."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from math import exp, inf, log
from sys import maxsize
from typing import TypeAlias

from yubei_pub.patterns import lazy_regex
from yubei_pub.repairs._gbk import Fit, Known, Row, characters, fits, fitting
from yubei_pub.repairs._model import UNSEEN, Context, Model, folded
from yubei_pub.repairs._page import INSERTED, OPENING, OWN, OWN_PAIR, Page
from yubei_pub.repairs._path import ANY, IN_STEP, Found, Path, Step, by_score, waiting

MARGIN = 6.0  # how much less likely than the likeliest (a logarithm) a path may be

# Blanks to be filled in, tables, code: the text that the model learned from was parted there, so it does not tell.
SIGNS = "_[]{}|~^@`\\#*=+<>$"

_IN_DOUBT = lazy_regex(r"[?(]")

# A path, what may stand behind it (of a row, what fits), and what may not.
Option: TypeAlias = tuple[Path, Row | Sequence[Known], Container[str]]


class Scorer:
    """The scores of the paths from one `?` on."""

    def __init__(self, page: Page, at: int) -> None:
        self._page = page
        self._model = page.model
        self._shares = page.shares_at(at)
        self._most = max(self._shares.values()) + log(1 + OWN + OWN_PAIR)  # no character adds more to a score
        self._before = _before(page.text, at, 2)

    def start(self) -> Path:
        """The path that has read nothing yet."""
        history = 0
        for char in self._before:
            history = self._model.history(history, self._page.known(char).symbol)
        return 0.0, IN_STEP, "", history, {}, 1.0

    def steps(
        self,
        options: Iterable[Option],
        after: int = IN_STEP,
        margin: float = MARGIN,
        most: int = maxsize,
        least: float = -inf,
    ) -> list[Step]:
        """Each path with each of its characters behind it, the likeliest first: here most of the time is spent.

        `after` is the lead byte that waits then, unless the path was in step.  Left out are steps less likely than the
        likeliest by more than the margin or than `least`, and all but the likeliest `most`.
        """
        shares, behind, contexts = self._shares, self._page.behind.get, self._model.contexts.get
        steps: list[Step] = []
        best = least + margin  # what leaves the others less room is likelier
        for path, wholes, barred in options:
            score, pending, text, history, _, _ = path
            score -= waiting(pending) if pending < ANY else 0.0
            if score + self._most < least:
                continue
            context = contexts(history) or self._model.context(history)
            longer = context.longer
            last = text[-1] if text else self._before[-1]
            met = behind(last)
            met = self._page.followed(last) if met is None else met
            then = after if pending else IN_STEP
            found, in_order = self._fits(wholes, history, context, met)
            floor = score + context.rest
            for char, symbol, share, behind_last in found:
                reached = score + longer[symbol] + share if symbol in longer else floor + behind_last
                if char in met:
                    reached = self._met(reached, score + share, text, char)
                if char in shares and not (char in OPENING and OPENING[char] in text):
                    reached += shares[char]
                if reached >= least and char not in barred:
                    steps.append((reached, then, path, char, symbol))
                    if reached > best:
                        best, least = reached, reached - margin
                elif in_order and floor + behind_last + self._most < least:
                    break  # all behind it are less likely
            if len(steps) > 2 * most:
                steps.sort(key=by_score, reverse=True)
                del steps[most:]
                least = steps[-1][0]
                best = max(best, least + margin)
        steps.sort(key=by_score, reverse=True)
        return steps[:most]

    def _fits(
        self, wholes: Row | Sequence[Known], history: int, context: Context, met: Mapping[str, float]
    ) -> tuple[Sequence[Fit], bool]:
        """The characters that fit behind a path, and whether how likely they are behind the last is all that counts.

        Then they are in its order.  Of a row these are those that fit behind the last symbol, or were met there on the
        page.
        """
        if not isinstance(wholes, Row):
            return fits(wholes, context), False
        found = fitting(wholes, self._model, history % self._model.base)
        if met and not wholes.by_char.keys().isdisjoint(met):
            return [*found, *fits(wholes.new(met, context.pairs), context)], False
        return found, wholes.by_symbol.keys().isdisjoint(context.longer)

    def each(self, options: Iterable[tuple[Path, Known, int]]) -> list[Step]:
        """Each path with the one character behind it, whatever it costs, and the lead byte that waits then."""
        shares, behind, contexts = self._shares, self._page.behind.get, self._model.contexts.get
        steps: list[Step] = []
        for path, whole, then in options:
            score, pending, text, history, _, _ = path
            if pending < ANY:
                score -= waiting(pending)
            char = whole.char
            context = contexts(history) or self._model.context(history)
            symbol = whole.symbol
            likely = context.longer.get(symbol)
            if likely is None:  # as `behind_both` does it, but for the call
                likely = context.rest + context.pairs.get(symbol, context.pair_rest + whole.alone)
            reached = score + likely + whole.share
            last = text[-1] if text else self._before[-1]
            met = behind(last)
            if char in (self._page.followed(last) if met is None else met):
                reached = self._met(reached, score + whole.share, text, char)
            if char in shares and not (char in OPENING and OPENING[char] in text):
                reached += shares[char]
            steps.append((reached, then, path, char, symbol))
        return steps

    def _met(self, reached: float, certain: float, text: str, char: str) -> float:
        """The score with a character that the page shows elsewhere behind a text; `certain`, were there no other."""
        last = (self._before + text[-2:])[-2:]
        more = self._page.behind[last[1]][char] + self._page.behind_two(last, char)
        return certain + log(exp(reached - certain) + more)

    def built(self, step: Step, lost: int = 0) -> Path:
        """The path of a step; `lost` is the trail that was lost, with the lead byte behind it."""
        score, pending, (_, _, text, history, inserted, mass), char, symbol = step
        if lost:
            score, pending = score + waiting(-lost), -lost
        base = self._model.base  # as `Model.history` does it, which would take longer than all else
        return score, pending, text + char, history % base * base + symbol + 1, inserted, mass

    def one_longer(self, path: Path, whole: Known) -> Path:
        """A path with one more character."""
        return self.built(self.each(((path, whole, IN_STEP),))[0])

    def longer(self, paths: Iterable[Path], whole: Known) -> list[Path]:
        """Paths with one more character."""
        return [self.built(step) for step in self.each([(path, whole, IN_STEP) for path in paths])]


def unlikeliest(text: str, at: int, found: Found, model: Model) -> float:
    """How likely the least likely two characters are, of a restoration at a place and those beside it (a logarithm)."""
    known, history, last, least = characters(model), 0, 0.0, 0.0
    behind = _IN_DOUBT.split(text[found.end : found.end + 2], 1)[0]
    for index, char in enumerate(_before(text, at, 3) + found.text + behind):
        whole = known[char]
        likely = whole.share + model.context(history).behind_both(whole.symbol, whole.alone)
        if char > "\uff00" and folded(char).isalnum():  # full-width figures and letters, which the model does not tell
            likely += UNSEEN
        elif char in SIGNS:
            likely = 0.0
        if index > 2:
            least = min(least, last + likely)
        last, history = likely, model.history(history, whole.symbol)
    return least


def _before(text: str, at: int, size: int) -> str:
    """The characters before a place, readings left out."""
    return ("\n" * size + INSERTED.sub("", text[max(0, at - 18) : at]))[-size:]
