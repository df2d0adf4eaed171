"""What the model holds for the likeliest restoration of a stretch, where the bytes do not decide."""

from __future__ import annotations

from functools import cached_property
from math import exp, inf

from yubei_pub.patterns import lazy_regex
from yubei_pub.repairs._lattice import Lattice
from yubei_pub.repairs._model import model
from yubei_pub.repairs._page import DIGIT, RETURN, TAG, Page
from yubei_pub.repairs._path import Found
from yubei_pub.repairs._score import unlikeliest
from yubei_pub.repairs._seam import PAIR_DROPPED, PAIR_LOST, Stretch, confirmed
from yubei_pub.repairs._table import ENDS, MORE_ENDS, NARROWED, READING, SEAM, Sites, Table, universal

# A restoration is offered if it is this likely, or this where the page was cut.  On the texts set apart for tuning 96%
# of the guesses are right then, of newspaper and news at least 95% whatever the table; with 0.7 for all a line in a
# hundred more is restored, and with some tables 94% are right.
LIKELY, LIKELY_CUT = 0.8, 0.7
# How much less likely than the likeliest (a logarithm) what it is weighed against may be.
NEAR = 4.0

# Text is hardly Chinese if a character with the next is less likely than this (a logarithm): a twentieth of what is
# rightly restored, nine tenths of what is made of a page that shows nothing of some pairs.  It is not looked at
# where characters are this likely on average.
HARDLY, OFTEN = -18.0, -4.2

# What tells the digit that was lost before it: a year of which a press page tells, and a month.
_AFTER_ONE, _AFTER_TWO = lazy_regex("9[0-9]{2}年|[0-2]月"), lazy_regex("0[0-9]{2}年")

# A pair that is no character, shown as a `?` of its own.
_TRACE = lazy_regex(rf"[^\x00-\x3e\x40-\x7f]\?(?!{READING}\)|[{ENDS}{MORE_ENDS}])[^\x00-\x7f]")

_TAG = lazy_regex(f"\n({TAG})")
_WHOLE_TAG = lazy_regex("</?[A-Za-z]")
LONGEST_TAG = 14

_CUT_MORE = lazy_regex(rf"\?([{MORE_ENDS}{MORE_ENDS.translate(NARROWED)}])")
_CUT, _CUT_AND_NARROWED = lazy_regex(f"\\?[{ENDS}{MORE_ENDS}]"), lazy_regex("\\?[!?,;:]")


class Guesses:
    """The restorations of one page; the model is read when the first is asked for."""

    def __init__(self, sites: Sites, table: Table) -> None:
        self._sites = sites
        self._text = sites.text
        self._table = table
        self.drops = False  # whether the page is known to show nothing of pairs that are no characters

    @cached_property
    def _page(self) -> Page:
        return Page(self._sites, self._table, model())

    @cached_property
    def _cuts(self) -> tuple[str, ...]:
        """Before which marks the page may have been cut (class 5), if before any, the likelier answer first."""
        shown = set(_CUT_MORE.findall(self._text))
        more = "".join(mark for mark in MORE_ENDS if mark in shown or mark.translate(NARROWED) in shown)
        marks = ENDS + more
        marks += marks.translate(NARROWED).replace("。", "")
        if _CUT.search(self._text):
            return (marks, "")
        return ("", marks) if _CUT_AND_NARROWED.search(self._text) else ("",)

    @cached_property
    def _has_tags(self) -> bool:
        return _WHOLE_TAG.search(self._text) is not None

    def guess(self, at: int) -> Found | None:
        """The restoration of the stretch that begins with the `?` at `at`; None if none is likely enough.

        None, too, if the `?` is likelier to be the author's, or if a digit was lost, which nobody can guess.
        """
        found = None if self.drops else self._likely(at)
        if self.drops or (found and self._hardly(at, found) and self._traceless(at, found)):
            found = self._with_dropped(at, found)
        found = found and self._with_digit(self._with_tag(found))
        return found and found._replace(text=found.text.replace(RETURN, ""))

    def doubts(self, at: int, decided: Stretch) -> bool:
        """Whether what bytes alone give of a stretch is hardly Chinese, and pairs that left no trace explain that."""
        found = Found(decided.end, decided.text[1:], -inf, decided.inserted, 1.0)
        if self.drops or (found.text not in universal().everyday and self._hardly(at, found)):
            other = self._with_dropped(at, found)
            return other is None or other.text != found.text
        return False

    def _likely(self, at: int) -> Found | None:
        """The likeliest restoration, if it is likely enough."""
        for cut in self._cuts:
            best, likely = self._best(at, Lattice(self._page, at, cut), PAIR_LOST)
            if best and likely >= (LIKELY_CUT if cut else LIKELY) and not best.text.startswith("?"):
                return best
            if best and cut:  # it was weighed against all that there is if the page was not cut, too
                break
        return None

    def _with_dropped(self, at: int, found: Found | None) -> Found | None:
        """The same if pairs may have left no trace; what was found without them, if nothing speaks against it."""
        for cut in self._cuts:
            best, likely = self._best(at, Lattice(self._page, at, cut, dropped=True), PAIR_DROPPED)
            if best and not best.text.startswith("?"):
                if likely >= (LIKELY_CUT if cut else LIKELY):
                    self.drops = self.drops or not self._gives_the_page(at, best, PAIR_LOST)
                    return best
                if found and best.text != found.text:
                    found = None
        return found

    def _hardly(self, at: int, found: Found) -> bool:
        """Whether a restoration is hardly Chinese."""
        return found.score < OFTEN * len(found.text) and unlikeliest(self._text, at, found, model()) < HARDLY

    def _traceless(self, at: int, found: Found) -> bool:
        """Whether no pair of a stretch is shown as a `?`."""
        seam = SEAM.match(self._text, at)
        return not _TRACE.search(self._text, seam.end() - 1 if seam else at + 1, found.end)

    def _best(self, at: int, lattice: Lattice, lost: str) -> tuple[Found | None, float]:
        """The likeliest that gives the page, and how likely it is among those that do."""
        giving: list[Found] = []
        for one in lattice.found():
            if giving and one.score < giving[0].score - NEAR:
                break
            if self._gives_the_page(at, one, lost):
                giving.append(one)
        if not giving:
            return None, 0.0
        return giving[0], 1 / sum(other.mass * exp(other.score - giving[0].score) for other in giving)

    def _with_tag(self, found: Found) -> Found:
        """The `<` that was lost where the rest of a tag is shown, `?/strong>`, in place of the end of a line.

        The text of a web page, which has no tags, is given none.
        """
        length = len(found.text)
        shown = found.text + self._text[found.end : found.end + LONGEST_TAG]
        tag = _TAG.search(shown)
        if not tag or tag.start() >= length:
            return found
        if self._has_tags:
            return found._replace(text=found.text[: tag.start()] + "<" + found.text[tag.start() + 1 :])
        end = found.end + max(0, tag.end() - length)
        line_break = "\n" if tag[1] in ("br>", "br/>", "p>") and self._text[end : end + 1] != "\n" else ""
        return found._replace(end=end, text=found.text[: tag.start()] + line_break + found.text[tag.end() :])

    def _with_digit(self, found: Found) -> Found | None:
        """The digit that was lost before others, if it began a year or a month; others nobody can know."""
        before, lost, behind = found.text.partition(DIGIT)
        if not lost:
            return found
        number = behind + self._text[found.end : found.end + 4]
        digit = "1" if _AFTER_ONE.match(number) else "2" if _AFTER_TWO.match(number) else ""
        return found._replace(text=before + digit + behind) if digit and DIGIT not in behind else None

    def _gives_the_page(self, at: int, found: Found, lost: str) -> bool:
        stretch = Stretch(found.end, self._text[at - 1] + found.text, found.inserted)
        return confirmed(self._text, at - 1, stretch, self._table, lost)
