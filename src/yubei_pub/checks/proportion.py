"""The English of a paragraph is about as long as its Chinese asks for.

Press English has about three to four letters for a Chinese character.  Far less, and a sentence may
have been left out; far more, and something may stand in the wrong place or have been added.  It is only noted:
translators do abridge.

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
from yubei_pub.beads import Bead
from yubei_pub.checks._texts import texts
from yubei_pub.findings import Message, Place, Remark, Severity
from yubei_pub.model import Briefing

SEVERITY = Severity.NOTE

_LETTERS = string.ascii_letters.encode()
_LEAST_HAN = 24  # a shorter text has too much chance in it
# Letters a character; measured on the pairs in tests/cases: 2.0 to 6.0 where the Chinese has at least 24 characters.
_LOW, _HIGH = 1.5, 7.5


def check_bead(bead: Bead, briefing: Briefing) -> Iterator[Remark]:
    """A paragraph whose English is far too short or far too long."""
    chinese, english = texts(bead)
    characters = han.count(chinese)
    if characters < _LEAST_HAN:
        return
    letters = _letters(english)
    ratio = (letters - _letters(chinese)) / characters  # APP, GDP stand in both
    if ratio < _LOW or ratio > _HIGH:
        much = "little" if ratio < _LOW else "much"
        template = "{much} English for the Chinese: {letters} letters for {han} characters"
        words = Message(template, much=much, letters=letters, han=characters)
        first, last = bead.target[0].block, bead.target[-1].block
        yield Remark(Place(first.text.source, first.span[0], last.span[1]), words)


def _letters(text: str) -> int:
    ascii_text = text.encode("ascii", "ignore")
    return len(ascii_text) - len(ascii_text.translate(None, _LETTERS))
