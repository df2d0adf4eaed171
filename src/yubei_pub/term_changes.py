"""Which texts a change of the glossary may concern: those that have a spelling whose entry is another than it was."""

from __future__ import annotations

import re
from dataclasses import fields
from functools import cached_property
from operator import attrgetter

from yubei_pub.glossary import WHERE, Term
from yubei_pub.patterns import lazy_regex
from yubei_pub.terms import MARKS, TermFinder, variants

_MOST = 200  # spellings; past that one expression for all is no quicker than to look for every term
_said = attrgetter(*(each.name for each in fields(Term) if each.name not in WHERE))


class TermChanges:
    """What two finders of terms do not find alike."""

    def __init__(self, before: TermFinder, now: TermFinder) -> None:
        self._before, self._now = before.by_spelling, now.by_spelling

    def may_concern(self, text: str) -> bool:
        """Whether the finders may find other terms in a text; if not, they find the same in the same places.

        An entry has a say only where one of its spellings stands, whatever marks are inside: overlaps are among what
        is found, and contexts are those of what is found.
        """
        return self._changed is None or bool(self._changed.search(text))

    @cached_property
    def _changed(self) -> re.Pattern[str] | None:
        """Finds what is spelt so; None where there is too much of it, or a spelling that is nothing but marks."""
        changed = [spelling for spelling in self._before.keys() | self._now.keys() if not self._is_same(spelling)]
        wanted = [_expression(spelling) for spelling in sorted(changed)[: _MOST + 1]]
        return lazy_regex("|".join(wanted) or "(?!)") if all(wanted) and len(wanted) <= _MOST else None

    def _is_same(self, spelling: str) -> bool:
        before, now = self._before.get(spelling), self._now.get(spelling)
        return before is not None and now is not None and _said(before) == _said(now)


def _expression(spelling: str) -> str:
    """Finds a spelling in any width and capitals, with any marks inside, which the finder may pass over."""
    return f"{_one_of(MARKS)}*".join(_one_of(char) for char in spelling if char not in MARKS)


def _one_of(chars: str) -> str:
    return f"[{''.join(re.escape(variants(char)) for char in chars)}]"
