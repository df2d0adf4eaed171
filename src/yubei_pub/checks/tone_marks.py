"""A name in pinyin has no tone marks in running English: Yang Xiaoyun, not Yáng Xiǎoyún.

Tone marks come along when a name is pasted from a dictionary.  Words with tone marks whose Chinese does
not stand in the paragraph (Māori, café) are left alone, and so is what stands in brackets, as a reading.

Bad:   Yáng Xiǎoyún visited Yúběi.
Good:  Yang Xiaoyun visited Yubei.

What to do: take the fix, which is certain.
"""

from __future__ import annotations

from collections.abc import Iterator

from yubei_pub.beads import Bead, Stretch
from yubei_pub.checks._texts import fix
from yubei_pub.findings import Message, Remark, Severity
from yubei_pub.model import Briefing
from yubei_pub.names import matches, pinyin
from yubei_pub.patterns import lazy_regex

SEVERITY = Severity.WARNING
RULE = "tone-marks"

_BRACKETS = lazy_regex(r"[(（\[][^()（）\[\]]*[)）\]]")


def check_bead(bead: Bead, briefing: Briefing) -> Iterator[Remark]:
    """The names in pinyin that still have their tones."""
    chinese = "\n".join(segment.text.text for segment in bead.source)
    for number, segment in enumerate(bead.target if chinese else ()):
        text = segment.text.text
        if text.isascii():
            continue
        inside = [match.span() for match in _BRACKETS.finditer(text)]
        for match in matches(chinese, text):
            written = text[match.start : match.end]
            right = " ".join(_without_tones(word) for word in written.split(" "))
            if right == written or any(a <= match.start < b for a, b in inside):
                continue
            place = bead.target_place(Stretch(number, match.start, match.end))
            message = Message("tone marks do not belong into English: “{right}”", right=right)
            yield Remark(place, message, fix=fix(RULE, place, written, right, certain=True))


def _without_tones(word: str) -> str:
    bare = pinyin.bare(word)
    return (
        bare.upper()
        if word.isupper() and len(word) > 1
        else bare[:1].upper() + bare[1:]
        if word[:1].isupper()
        else bare
    )
