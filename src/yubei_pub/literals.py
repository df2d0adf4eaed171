r"""What a text must have for a regular expression to be found in it: one of some strings, one of some first characters.

`产值|(?<!生)增加值` needs 产值 or 增加值, `\bfirst (?:six|6) months\b` needs " months".  Where that cannot be told, or
would be in nearly every text, nothing is needed.
"""

from __future__ import annotations

import re
from functools import cache

Needs = frozenset[str]  # one of these; of none, nothing
_NOTHING: Needs = frozenset()
_PART = r"""(?xs)
    \[ (?P<one> [^\\\]^] ) \]                          # a class of one character
  | (?P<set> \[ \^? \]? (?: \\. | [^\]\\] )* \] )      # and of several
  | \\ (?P<escaped> [^A-Za-z0-9] )                     # a sign that is meant as it stands
  | (?P<kind> \\[bBdDwWsSAZnrt] )
  | (?P<around> \( \? <? [=!] )                        # what must stand beside a match, or must not
  | (?P<open> \( (?: \?: | \?P<\w+> | (?!\?) ) ) | (?P<close> \) ) | (?P<or> \| )
  | (?P<some> (?: [?*+] | \{[0-9]+(?:,[0-9]*)?\} | \{,[0-9]+\} ) [?+]? )    # how often what stands before
  | (?P<odd> [\\(] )                                   # whatever else Python knows
  | (?P<sign> [.^$] )
  | (?P<plain> [^][\\()|?*+{}.^$]+ (?![?*+{]) | . )    # letters, the last alone where it may stand more than once
"""
_VERBOSE, _IGNORECASE = int(re.VERBOSE), int(re.IGNORECASE)  # numbers: Python is slow at what flags have in common
_WORDS = r"[^][\\()?*+{}.^$]*"  # an expression that is nothing but these, of which one must stand there
_LEAST = 3  # letters, of which a Chinese character counts for as many: of fewer one is in nearly every text
_MOST = 64  # strings: to look for more takes as long as the expression
_LONGEST = 2000  # characters of an expression: one that has more is in nearly every text

Part = tuple[str, str]  # the name of a group of `_PART`, and what stands there


@cache
def needed(pattern: str, flags: int = 0) -> Needs:
    """Strings of which a text with a match has one, in small letters where the flags say that case is none."""
    found = _NOTHING if flags & _VERBOSE or len(pattern) > _LONGEST else _found(pattern)
    if len(found) > _MOST or any(_weight(one) < _LEAST for one in found):
        return _NOTHING
    if flags & _IGNORECASE:
        found = frozenset(map(str.casefold, found))
    if len(found) < 2:
        return found
    return frozenset(one for one in found if not any(other in one for other in found if other is not one))


def _found(pattern: str) -> Needs:
    if re.fullmatch(_WORDS, pattern):
        return frozenset(pattern.split("|"))
    parts = _parts(pattern)
    kinds = [kind for kind, _ in parts]
    if "odd" in kinds or kinds.count("open") + kinds.count("around") != kinds.count("close"):
        return _NOTHING
    found, end = _alternatives([*parts, ("close", "")], 0)
    return found if end > len(parts) else _NOTHING


def _parts(pattern: str) -> list[Part]:
    return [(match.lastgroup or "", match[match.lastgroup or 0]) for match in re.finditer(_PART, pattern)]


def _alternatives(parts: list[Part], at: int) -> tuple[Needs, int]:
    """What the alternatives from a place to the end of their group need, and where that ends."""
    all_: Needs = _NOTHING
    known = True
    while True:
        needs, at = _sequence(parts, at)
        known, all_ = known and bool(needs), all_ | needs
        at += 1
        if parts[at - 1][0] == "close":
            return all_ if known else _NOTHING, at


def _sequence(parts: list[Part], at: int) -> tuple[Needs, int]:
    """The best of what must follow each other up to the end of an alternative."""
    best, run = _NOTHING, ""
    while parts[at][0] not in ("or", "close"):
        kind, written = parts[at]
        at += 1
        inner = _NOTHING
        if kind in ("open", "around"):
            inner, at = _alternatives(parts, at)
        times = parts[at][1] if parts[at][0] == "some" else "1"
        at += times != "1"
        there = times == "1" or not times.startswith(("?", "*", "{0", "{,"))
        says = kind in ("one", "escaped", "plain")
        if says and there:
            run += written
        if run and not (says and times == "1"):
            best, run = _better(best, frozenset((run,))), ""
        if inner and there and kind == "open":
            best = _better(best, inner)
    return _better(best, frozenset((run,))) if run else best, at


def _better(one: Needs, other: Needs) -> Needs:
    """That which fewer texts have: its shortest string is longer, or there are fewer."""
    return max(one, other, key=lambda needs: (min(map(_weight, needs)), -len(needs))) if one and other else one or other


def _weight(text: str) -> int:
    return len(text) if text.isascii() else _LEAST * len(text)


def opening(pattern: str) -> str:
    """The characters with one of which each match begins, as a class has them; "" where that cannot be told.

    Of an expression for which case counts.
    """
    parts = _parts(pattern)
    if any(kind == "odd" for kind, _ in parts):
        return ""
    found, _ = _openings([*parts, ("close", "")], 0)
    return found or ""


def _openings(parts: list[Part], at: int) -> tuple[str | None, int]:
    """What the alternatives from a place to the end of their group begin with (None: anything), and where that ends."""
    found: str | None = ""
    begun = False
    while True:
        kind, written = parts[at]
        at += 1
        inner: str | None = None
        if kind in ("open", "around"):
            inner, at = _openings(parts, at)
        elif kind == "set" and written[1] != "^":
            inner = re.sub(r"^[]-]|(?<!\\)-$", r"\\\g<0>", written[1:-1])  # which mean another thing among others
        elif kind in ("one", "escaped", "plain"):
            inner = re.escape(written[0])
        if kind in ("or", "close"):
            found = found if begun else None
            begun = False
            if kind == "close":
                return found, at
        elif not begun and kind not in ("around", "some") and written not in ("^", "$", r"\b"):
            found = None if found is None or inner is None else found + inner
            begun = not (parts[at][0] == "some" and parts[at][1].startswith(("?", "*", "{0", "{,")))
