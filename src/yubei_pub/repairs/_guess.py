"""What the model holds for the likeliest restoration of a stretch, where the bytes do not decide."""

from __future__ import annotations

from functools import cached_property
from math import exp

from yubei_pub.patterns import lazy_regex
from yubei_pub.repairs._lattice import Lattice
from yubei_pub.repairs._model import model
from yubei_pub.repairs._page import DIGIT, Page
from yubei_pub.repairs._path import Found
from yubei_pub.repairs._seam import Stretch, confirmed
from yubei_pub.repairs._table import Table

# A restoration is offered if it is this likely, or this where the page was cut.  On the texts set apart for tuning
# about 96% of the guesses are right then; with 0.05 less a line in a hundred more is restored, and 94% are right.
LIKELY, LIKELY_CUT = 0.85, 0.7
# Restorations that are damaged again; only those that give the page are weighed against each other.
TRIED = 6
NEAR = 4.0  # how much less likely than the likeliest (a logarithm) they may be

# The years of which a press page tells, without their first digit.
_YEAR = lazy_regex("([90])[0-9]{2}年")
_CENTURIES = {"9": "1", "0": "2"}

_CUT, _CUT_AND_NARROWED = lazy_regex("\\?[！？。]"), lazy_regex("\\?[!?]")


class Guesses:
    """The restorations of one page; the model is read when the first is asked for."""

    def __init__(self, text: str, table: Table) -> None:
        self._text = text
        self._table = table

    @cached_property
    def _page(self) -> Page:
        return Page(self._text, self._table, model())

    @cached_property
    def _cut(self) -> tuple[bool, ...]:
        """Whether the page may have been cut before ！？。 (class 5), the likelier answer first."""
        if _CUT.search(self._text):
            return (True, False)
        return (False, True) if _CUT_AND_NARROWED.search(self._text) else (False,)

    def guess(self, at: int) -> Found | None:
        """The restoration of the stretch that begins with the `?` at `at`; None if none is likely enough.

        None, too, if the `?` is likelier to be the author's, or if a digit was lost, which nobody can guess.
        """
        for cut in self._cut:
            best, likely = self._best(at, Lattice(self._page, at, cut).found())
            if best and likely >= (LIKELY_CUT if cut else LIKELY):
                return None if best.text.startswith("?") else self._with_digit(best)
        return None

    def _best(self, at: int, found: list[Found]) -> tuple[Found | None, float]:
        """The likeliest that gives the page, and how likely it is among those that do."""
        giving: list[Found] = []
        for one in found[:TRIED]:
            if giving and one.score < giving[0].score - NEAR:
                break
            if self._gives_the_page(at, one):
                giving.append(one)
        if not giving:
            return None, 0.0
        return giving[0], 1 / sum(other.mass * exp(other.score - giving[0].score) for other in giving)

    def _with_digit(self, found: Found) -> Found | None:
        """The digit that was lost at the end, if it began a year; others nobody can know."""
        if DIGIT not in found.text:
            return found
        year = _YEAR.match(self._text, found.end)
        return found._replace(text=found.text[:-1] + _CENTURIES[year[1]]) if year else None

    def _gives_the_page(self, at: int, found: Found) -> bool:
        stretch = Stretch(found.end, self._text[at - 1] + found.text, found.inserted)
        return confirmed(self._text, at - 1, stretch, self._table)
