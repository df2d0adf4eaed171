"""A name in pinyin has no tone marks in running English: Yang Xiaoyun, not Yáng Xiǎoyún.

Tone marks come along when a name is pasted from a dictionary.  Words with tone marks whose Chinese does
not stand in the paragraph (Māori, café) are left alone, and so is what stands in brackets, as a reading.

Bad:   Yáng Xiǎoyún visited Yúběi.
Good:  Yang Xiaoyun visited Yubei.

What to do: take the fix, which is certain.
"""

from __future__ import annotations

from collections.abc import Iterator

from yubei_pub.beads import Bead
from yubei_pub.checks._beads import met
from yubei_pub.findings import Fix, Message, Remark, Severity
from yubei_pub.model import Briefing
from yubei_pub.names import pinyin
from yubei_pub.patterns import lazy_regex

SEVERITY = Severity.WARNING

_BRACKETS = lazy_regex(r"[(（\[][^()（）\[\]]*[)）\]]")


def check_bead(bead: Bead, briefing: Briefing) -> Iterator[Remark]:
    """The names in pinyin that still have their tones."""
    for stretch, _ in met(bead):
        written = bead.target_text(stretch)
        right = pinyin.without_tones(written)
        if right != written and not _in_brackets(bead.target[stretch.segment].text.text, stretch.start):
            place = bead.target_place(stretch)
            message = Message("tone marks do not belong into English: “{right}”", right=right)
            yield Remark(place, message, fix=Fix.of(place, written, right, certain=True))


def _in_brackets(text: str, at: int) -> bool:
    return any(match.start() <= at < match.end() for match in _BRACKETS.finditer(text))
