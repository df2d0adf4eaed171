"""Telephone numbers, which each language groups in its own way: 023-63810000 is +86 23 6381 0000."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yubei_pub.patterns import lazy_regex

Span = tuple[int, int]
_CHINESE = lazy_regex(  # of a town, of a hand, and of a service; each begins with its digit, which is quick to find
    r"(?:0(?<![0-9.]0)[0-9]{2,3}\)?[ ]?[-—–]{0,2}[ ]?[1-9][0-9]{2,3}[ ]?[0-9]{4}"
    r"|1(?<![0-9.]1)[3-9][0-9][ -]?[0-9]{4}[ -]?[0-9]{4}"
    r"|[48](?<![0-9.].)00[ —-]?[0-9]{3,4}[ —-]?[0-9]{3,4})(?![0-9])"
)
_ENGLISH = lazy_regex(r"(?<![0-9.,])[+(]?[0-9](?:[0-9]|[ ()-]{1,2}(?=[0-9(])){6,24}(?<=[0-9])(?![0-9])")
_LOCAL = 11  # digits: a number that has more begins with that of the country


def same_telephones(source: str, target: str) -> Iterator[tuple[Span, Span]]:
    """Where a Chinese text and its English have the same telephone numbers."""
    ours = list(_CHINESE.finditer(source))
    theirs = {_digits(match): match.span() for match in _ENGLISH.finditer(target)} if ours else {}
    for match in ours:
        if (span := theirs.get(_digits(match))) is not None:
            yield match.span(), span


def _digits(match: re.Match[str]) -> str:
    digits = re.sub("[^0-9]", "", match[0])
    return digits.removeprefix("86" if len(digits) > _LOCAL else "").lstrip("0")
