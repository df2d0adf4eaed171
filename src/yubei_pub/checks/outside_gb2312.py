"""A character is left in the simplified Chinese that Simplified text hardly ever has.

GB2312 holds the 6,763 characters that ordinary Simplified text is written with.  A page repaired and
simplified has no other, so one that is left is a Traditional character that OpenCC keeps, damage
that went unnoticed, or a rare name.  Each character is reported once, where it stands first.
What the glossary writes in a `zh` is excepted, and so are the names of pictures.

Bad:   李堃说好，嘅, and nobody has compared the two characters with the page.
Good:  李堃说好, and glossary.yaml has a term with zh: 李堃.

What to do: look at the page.  Correct zh.md, put the name into the glossary with its
`traditional:` spelling, or leave it if it is right.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain

from yubei_pub.findings import Message, Place, Remark, Severity
from yubei_pub.glossary import Glossary
from yubei_pub.model import Briefing

SEVERITY = Severity.NOTE


def check_project(briefings: Sequence[Briefing], glossary: Glossary) -> Iterator[Remark]:
    """The characters of each briefing, in the order they come in."""
    reviewed = frozenset(chain.from_iterable(term.zh for term in glossary.terms))
    for briefing in briefings:
        yield from _remarks(briefing, reviewed)


def _remarks(briefing: Briefing, reviewed: frozenset[str]) -> Iterator[Remark]:
    blocks = [*briefing.source.blocks(), *briefing.source.notes.values()]
    written = set().union(*(block.text.text for block in blocks))
    outside = {char for char in written if char > "\u02ff" and char not in reviewed and _outside(char)}
    first: dict[str, Place] = {}
    counts = Counter[str]()
    for block in blocks if outside else ():
        for index, char in enumerate(block.text.text):
            if char in outside:
                first.setdefault(char, Place.of(block.text, index, index + 1))
                counts[char] += 1
    for char, place in first.items():
        template = "“{char}” (U+{code}, {times}) is not in GB2312: is a Traditional character left, or is it damage?"
        times = "once" if counts[char] == 1 else f"{counts[char]} times"
        yield Remark(place, Message(template, char=char, code=f"{ord(char):04X}", times=times))


def _outside(char: str) -> bool:
    """Whether it is a letter or ideograph, not Latin, that GB2312 does not have."""
    if unicodedata.category(char)[0] != "L" or unicodedata.name(char, "").startswith("LATIN"):
        return False
    try:
        return not char.encode("gb2312")
    except UnicodeEncodeError:
        return True
