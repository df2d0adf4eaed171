"""Regular expressions that are compiled when they are first needed.

There are a thousand, compiling one takes Python a third of a millisecond, it cannot keep the result on disk, and no
build has a use for all.  Most ask for words that a text does not have; whether one of these is there at all is told
many times sooner than by a search.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cached_property, lru_cache
from typing import Any, AnyStr, Generic, cast

from yubei_pub.literals import needed

_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "split", "sub", "subn")
_SEARCHES: dict[str, Callable[[], Any]] = {"search": lambda: None, "finditer": lambda: iter(()), "findall": list}
_IGNORECASE = int(re.IGNORECASE)
_SHORT = 40  # characters, in which an expression is found as soon
_casefold = lru_cache(64)(str.casefold)  # of the texts in hand, which many expressions are asked about


def lazy_regex(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """What `re.compile` makes, as soon as it may match; `re.error` comes no sooner."""
    return cast("re.Pattern[AnyStr]", _Pattern(pattern, int(flags)))


class _Pattern(Generic[AnyStr]):
    def __init__(self, pattern: AnyStr, flags: int) -> None:
        self.pattern: AnyStr = pattern
        self.flags = flags

    def __getattr__(self, name: str) -> Any:
        """Asked for what is not there yet: only before the first match."""
        if name in _SEARCHES and isinstance(self.pattern, str) and (needs := needed(self.pattern, self.flags)):
            vars(self)[name] = _where_there_is(tuple(needs), bool(self.flags & _IGNORECASE), self._compiled, name)
            return vars(self)[name]
        return getattr(self._compiled(), name)

    def _compiled(self) -> re.Pattern[AnyStr]:
        """The expression, whose methods then stand in the place of ours."""
        compiled = re.compile(self.pattern, self.flags)
        vars(self).update((method, getattr(compiled, method)) for method in _METHODS if method not in vars(self))
        return compiled


def _where_there_is(
    needs: tuple[str, ...], folded: bool, compiled: Callable[[], re.Pattern[str]], name: str
) -> Callable[..., Any]:
    """A search that is done only in a text with one of some strings."""
    search: Callable[..., Any] | None = None
    nothing = _SEARCHES[name]

    def look(text: str, *limits: int) -> Any:
        nonlocal search
        if not limits and (search is None or len(text) > _SHORT):
            said = _casefold(text) if folded else text
            for need in needs:
                if need in said:
                    break
            else:
                return nothing()
        if search is None:
            search = getattr(compiled(), name)
        return search(text, *limits)

    return look


class Lookout:
    """Which of many things, each with expressions that speak of it, a text may speak of."""

    def __init__(self, things: Iterable[Iterable[re.Pattern[str]]]) -> None:
        self._things = [tuple(patterns) for patterns in things]

    def look(self, text: str) -> list[int]:
        """The numbers of the things of which an expression may be found in a text, in their order."""
        always, needs = self._needs
        there = set(always)
        for character in needs.keys() & set(text):
            for need, number in needs[character]:
                if number not in there and need in text:
                    there.add(number)
        return sorted(there)

    @cached_property
    def _needs(self) -> tuple[list[int], dict[str, list[tuple[str, int]]]]:
        """The things whose expressions need nothing, and by its first character each string that one needs."""
        always: list[int] = []
        found: dict[str, list[tuple[str, int]]] = {}
        for number, patterns in enumerate(self._things):
            needs = [frozenset() if each.flags & _IGNORECASE else needed(each.pattern) for each in patterns]
            if not all(needs):
                always.append(number)
            for need in frozenset().union(*needs):
                found.setdefault(need[0], []).append((need, number))
        return always, found
