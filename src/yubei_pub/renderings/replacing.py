"""One rendering put for another in an English text, as far as nothing else has to change with it."""

from __future__ import annotations

import re

from yubei_pub.patterns import lazy_regex
from yubei_pub.renderings import Hit
from yubei_pub.renderings.forms import plural
from yubei_pub.renderings.words import ARTICLES, POINTING

_VOWELS = frozenset("aeiouAEIOU")
_DETERMINER_BEFORE = lazy_regex(r"(?:\b(?:the|(an?)|" + "|".join(sorted(POINTING)) + r")|['’]s) +$", re.IGNORECASE)


def replacement(text: str, hit: Hit, rendering: str, use: str) -> tuple[str, bool]:
    """What to put for a rendering that stands at `hit`, and whether nothing else has to change with it.

    A capital at the beginning and a regular plural are carried over; only words that stand
    exactly as in the glossary are certain, and not if an a before them would become an.
    """
    found = text[hit.start : hit.end]
    determiner = _DETERMINER_BEFORE.search(text[max(0, hit.start - 12) : hit.start])
    written, use = _without_article(rendering), (_without_article(use) if determiner else use)
    if found != written and found == _capitalised(written):
        written, use = found, _capitalised(use)
    if found != written and found.endswith("s") and not written.endswith("s"):
        return use[: use.rfind(" ") + 1] + plural(use.rsplit(" ", 1)[-1]), False
    agrees = not (determiner and determiner[1]) or (found[0] in _VOWELS) == (use[0] in _VOWELS)
    return use, found == written and agrees


def _without_article(rendering: str) -> str:
    head, _, rest = rendering.partition(" ")
    return rest if rest and head.casefold() in ARTICLES else rendering


def _capitalised(text: str) -> str:
    return text[:1].upper() + text[1:]
