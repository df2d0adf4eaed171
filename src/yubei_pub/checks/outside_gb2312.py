"""A character is left in the simplified Chinese that Simplified text hardly ever has.

GB2312 holds the 6,763 characters that ordinary Simplified text is written with.  A page repaired and
simplified has no other, so one that is left is a Traditional character that OpenCC keeps, damage
that went unnoticed, or a rare name.  Each character is reported once, where it stands first,
and the letters of another script, Thai or Arabic, all in one.
What the glossary writes in a `zh` is excepted, and so are the names of pictures.

Bad:   李堃说好，嘅, and nobody has compared the two characters with the page.
Good:  李堃说好, and glossary.yaml has a term with zh: 李堃.

What to do: look at the page.  Correct zh.md, put the name into the glossary with its
`traditional:` spelling, or leave it if it is right.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache

from yubei_pub import han
from yubei_pub.checks._recall import at_hand, seen
from yubei_pub.document import Block
from yubei_pub.findings import Message, Place, Remark, Severity
from yubei_pub.glossary import Glossary
from yubei_pub.model import Briefing, BriefingSection
from yubei_pub.patterns import lazy_regex
from yubei_pub.remembered import Json

SEVERITY = Severity.NOTE

_LETTER = lazy_regex(r"(?P<script>[A-Z ]+?) (?:SMALL |CAPITAL )?(?:LETTER|CHARACTER|SYLLABLE)\b")


def check_project(briefings: Sequence[Briefing], glossary: Glossary) -> Iterator[Remark]:
    """The characters of each briefing, in the order they come in."""
    reviewed = frozenset("".join([term.zh for term in glossary.terms]))
    for briefing in briefings:
        yield from _remarks(briefing, reviewed)


def _remarks(briefing: Briefing, reviewed: frozenset[str]) -> Iterator[Remark]:
    first: dict[str, tuple[str, Callable[[], Place]]] = {}
    counts, letters = Counter[str](), dict[str, set[str]]()
    for (char, count), place in (
        *seen(briefing, "outside-gb2312", _in_section),
        *at_hand(_in_blocks(briefing.source.notes.values())),
    ):
        if char not in reviewed:
            what = _script(char) or char
            first.setdefault(what, (char, place))
            letters.setdefault(what, set()).add(char)
            counts[what] += count
    for what, (char, place) in first.items():
        yield Remark(place(), _message(what, char, len(letters[what]), counts[what]))


def _message(script: str, char: str, letters: int, count: int) -> Message:
    """Of one character, or of several letters of a script of which it is the first."""
    times = "once" if count == 1 else f"{count} times"
    args = {"char": char, "code": f"{ord(char):04X}", "times": times}
    if letters > 1:
        template = "“{char}” (U+{code}) and other {script} letters ({times}) are not in GB2312: are they meant?"
        return Message(template, script=script, **args)
    what = "a Traditional character left" if han.holds(char) else "this letter meant"
    return Message("“{char}” (U+{code}, {times}) is not in GB2312: is {what}, or is it damage?", what=what, **args)


def _in_section(section: BriefingSection) -> Iterator[tuple[Json, Place]]:
    heading = [section.source_heading] if section.source_heading else []
    blocks = [block for passage in section.passages for block in passage.source]
    return _in_blocks(sorted([*heading, *blocks], key=lambda block: block.span))


def _in_blocks(blocks: Iterable[Block]) -> Iterator[tuple[Json, Place]]:
    """The characters that GB2312 does not have, how often they come, and where first."""
    texts = [block.text for block in blocks]
    outside = {char for char in set().union(*(text.text for text in texts)) if char > "\u02ff" and _outside(char)}
    counts = Counter(char for text in texts for char in text.text if char in outside) if outside else {}
    for char, count in counts.items():
        text = next(text for text in texts if char in text.text)
        at = text.text.index(char)
        yield (char, count), Place.of(text, at, at + 1)


@lru_cache(1 << 10)
def _script(char: str) -> str:
    """The name of the script of a letter, which its name in Unicode begins with; empty for an ideograph."""
    match = _LETTER.match(unicodedata.name(char, ""))
    return match["script"].title() if match else ""


@lru_cache(1 << 14)
def _outside(char: str) -> bool:
    """Whether it is a letter or ideograph, not Latin, that GB2312 does not have."""
    if unicodedata.category(char)[0] != "L" or unicodedata.name(char, "").startswith("LATIN"):
        return False
    try:
        return not char.encode("gb2312")
    except UnicodeEncodeError:
        return True
