"""The English of a paragraph is about as long as its Chinese asks for.

Press English has about three to four letters for a Chinese character.  Far less, and a sentence may
have been left out; far more, and something may stand in the wrong place or have been added.  It is only noted:
translators do abridge.  It is a warning, and sooner told, where several Chinese paragraphs stand beside fewer English
ones: if one of them was forgotten, the aligner has put it with its neighbour.  Where that is not sure, the rule
`weak-alignment` asks the same.

Bad:   (three sentences of Chinese)
       Yubei has built new pipes.
Good:  (three sentences of Chinese)
       (three sentences, or one that says it all)

What to do: read both once more.
"""

from __future__ import annotations

import string
from collections.abc import Iterator

from yubei_pub import han
from yubei_pub.beads import SURE, Bead
from yubei_pub.checks._beads import over, texts
from yubei_pub.findings import Message, Remark, Severity
from yubei_pub.model import Briefing

SEVERITY = Severity.NOTE

_LETTERS = string.ascii_letters.encode()
_MUCH = "{much} English for the Chinese: {letters} letters for {han} characters"
_FORGOTTEN = (
    "little English for these {count} Chinese paragraphs: {letters} letters for {han} characters; "
    "was one of them left out?"
)
_LEAST_HAN = 24  # a shorter text has too much chance in it
_LEAST_HAN_MERGED = 16  # down to which what is said of `_LOW_MERGED` holds
# Letters a character; measured on the pairs in tests/cases: 2.0 to 6.0 where the Chinese has at least 24 characters.
_LOW, _HIGH = 1.5, 7.5
# Of the pairs in tests/cases/press_pairs, two and two put together, none has less than 2.6, and of both Chinese with
# one of the English three in four do.
_LOW_MERGED = 2.4


def check_bead(bead: Bead, briefing: Briefing) -> Iterator[Remark]:
    """A paragraph whose English is far too short or far too long."""
    chinese, english = texts(bead)
    characters = han.count(chinese)
    merged = len(bead.source) > len(bead.target) and bead.confidence >= SURE
    if characters < (_LEAST_HAN_MERGED if merged else _LEAST_HAN):
        return
    letters = _letters(english)
    ratio = (letters - _letters(chinese)) / characters  # APP, GDP stand in both
    forgotten = merged and ratio < _LOW_MERGED
    if not forgotten and (characters < _LEAST_HAN or _LOW <= ratio <= _HIGH):
        return
    ours, theirs = (over([segment.block for segment in side]) for side in (bead.source, bead.target))
    if forgotten:
        words = Message(_FORGOTTEN, count=len(bead.source), letters=letters, han=characters)
        yield Remark(theirs, words, Severity.WARNING, related=((ours, Message("the Chinese paragraphs")),))
    else:
        much = "little" if ratio < _LOW else "much"
        yield Remark(theirs, Message(_MUCH, much=much, letters=letters, han=characters))


def _letters(text: str) -> int:
    ascii_text = text.encode("ascii", "ignore")
    return len(ascii_text) - len(ascii_text.translate(None, _LETTERS))
