"""The quantities of a text that is asked for twice in a row: to align a section, and then to mark its paragraphs.

Finding them takes longer than anything else that is done with a paragraph.
"""

from __future__ import annotations

from functools import lru_cache

from yubei_pub.model import Quantity
from yubei_pub.quantities import chinese, english

_KEPT = 1024  # texts: more than the paragraphs of a long section


@lru_cache(_KEPT)
def in_chinese(text: str) -> tuple[Quantity, ...]:
    """What `chinese.find` finds."""
    return tuple(chinese.find(text))


@lru_cache(_KEPT)
def in_english(text: str) -> tuple[Quantity, ...]:
    """What `english.find` finds."""
    return tuple(english.find(text))
