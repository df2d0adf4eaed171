"""What was found in English and may be a figure of speech: one, first, half, double, hundreds of."""

from __future__ import annotations

import re

from yubei_pub.beads import Quantity
from yubei_pub.patterns import lazy_regex
from yubei_pub.quantities.english.numerals import plain
from yubei_pub.quantities.english.tables import MULTIPLES
from yubei_pub.quantities.values import ROMAN

_LIST_MARKER = lazy_regex(r"\s*\(?[0-9]{1,2}[.)](?=\s)")
_SCORE_BEFORE, _SCORE_BEHIND = lazy_regex(r"(?<![\w.-])[0-9]-$"), lazy_regex(r"-[0-9](?![\w.-])")  # they won 3-1
_WEAK_WORDS = lazy_regex(r"half|a?\s?quarter|an? \w+|[a-z]+-?fold", re.IGNORECASE)


def weak(text: str, quantity: Quantity) -> bool:
    """Whether what was found may just as well be a figure of speech: one, first, half, double, hundreds of."""
    if quantity.value == 0 or (quantity.value == 1 and quantity.kind in ("number", "ordinal") and not quantity.unit):
        return not (quantity.value and _is_score(text, quantity))
    word = plain(text[quantity.start : quantity.end])
    in_figures = word[0].isdigit()
    if (quantity.value == 1 and quantity.kind == "number" and not in_figures) or word == "24/7":
        return True
    line = text.rfind("\n", max(0, quantity.start - 8), quantity.start) + 1  # a marker stands within the first few
    marker = _LIST_MARKER.match(text, line) if quantity.start - line < 8 else None
    if marker and quantity.start < marker.end():
        return True
    if quantity.start > 1 and text[quantity.start - 1] == "-" and text[quantity.start - 2].isalpha():
        return True
    if word in ROMAN:  # Chinese pages write Ⅴ类 or 五类 for Class V
        return True
    vague = quantity.value is None and quantity.approximator == "about"
    return vague or (not in_figures and (word.lower() in MULTIPLES or _WEAK_WORDS.fullmatch(word) is not None))


def _is_score(text: str, quantity: Quantity) -> bool:
    """Whether a 1 is half of a result."""
    before = _SCORE_BEFORE.search(text, max(0, quantity.start - 3), quantity.start)
    return bool(before or _SCORE_BEHIND.match(text, quantity.end))
