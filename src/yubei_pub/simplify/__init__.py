"""Traditional to Simplified Chinese with OpenCC: character for character, so that positions stay.

What a press office must decide itself, names above all, comes from the glossary's
`traditional:` spellings and wins over OpenCC (t2s makes 张干 of 張乾, FACTS).  What OpenCC
leaves half simplified, 跟著 and 甚麼, is in variants.py.  A text that is in Simplified script
already is not given to OpenCC, which would make 张干 of 张乾 there too.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from types import MappingProxyType

from yubei_pub.findings import Message, YubeiError
from yubei_pub.simplify import variants
from yubei_pub.trace import Edit, TracedText

# The configurations that never change the length of a text (FACTS).
CONFIGURATIONS = ("t2s", "tw2s", "hk2s")
# These simplify too, but replace wording by wording of another length, 線上 by 在线.
REWORDING = ("tw2sp", "tw2sp_jieba", "hk2sp")

RULE = "simplify"
AS_IT_IS = ""  # the configuration of what is Simplified already
NO_OVERRIDES: Mapping[str, str] = MappingProxyType({})


def simplify(
    texts: Sequence[TracedText], config: str = "t2s", overrides: Mapping[str, str] = NO_OVERRIDES
) -> list[TracedText]:
    """The texts in Simplified Chinese, in one OpenCC call; each as long as it was.

    `overrides` maps Traditional spellings to what they become, of the same length.  Every
    changed stretch is an edit of rule "simplify".  Raises YubeiError for a configuration that
    would change lengths, an unknown one, and an override of another length.
    """
    joined = "\n".join(text.text for text in texts)
    converted = simplify_text(joined, config, overrides)
    results: list[TracedText] = []
    at = 0
    for text in texts:
        simplified = converted[at : at + len(text)]
        at += len(text) + 1
        results.append(text if simplified == text.text else text.edit(_changes(text.text, simplified)))
    return results


def is_simplified(text: str) -> bool:
    """Whether OpenCC would change nothing but what Simplified texts have as well: 乾, 徵, 吒, and hardly 後 or 於."""
    converted = convert(text)
    changed = {old for old, new in zip(text, converted, strict=True) if old != new} if converted != text else set()
    return all(is_simple(char) and char not in "後於" for char in changed)


def is_simple(char: str) -> bool:
    """GB2312 holds the Simplified characters; 乾 is one of them, as in 张乾, though OpenCC writes 干."""
    try:
        char.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


def simplify_text(text: str, config: str = "t2s", overrides: Mapping[str, str] = NO_OVERRIDES) -> str:
    """A string in Simplified Chinese, as long as it was.  Raises as `simplify` does."""
    converted = convert(text, config) if config else text
    if config and (changes := variants.changes(text, converted)):
        converted = _changed(converted, changes)
    return _overridden(text, converted, overrides) if overrides else converted


def simplified(text: str, overrides: Mapping[str, str] = NO_OVERRIDES) -> str:
    """A string from elsewhere in Simplified script; what is so already stays, as on a page: 张乾, not 张干."""
    return simplify_text(text, AS_IT_IS if is_simplified(text) else "t2s", overrides)


def convert(text: str, config: str = "t2s") -> str:
    """What OpenCC itself makes of a string, byte for byte.  Raises as `simplify` does."""
    converted = _converter(config)(text)
    if len(converted) != len(text):
        raise YubeiError(
            Message(
                "OpenCC’s configuration {config} changed the length of a text; use t2s, tw2s or hk2s", config=config
            )
        )
    return converted


def refuse_unknown(config: str) -> None:
    """YubeiError, with the reason, for a configuration that is not one of `CONFIGURATIONS`."""
    if config in REWORDING:
        template = (
            "script: {config} also replaces wording, such as 線上 by 在线, and changes the length of the text, "
            "so that positions in the page are lost; use t2s, tw2s or hk2s"
        )
        raise YubeiError(Message(template, config=config))
    if config not in CONFIGURATIONS:
        template = "script: {config} is not known; use t2s, tw2s (pages from Taiwan) or hk2s (pages from Hong Kong)"
        raise YubeiError(Message(template, config=config))


@cache
def _converter(config: str) -> Callable[[str], str]:
    """OpenCC takes 3 to 4 ms to construct a converter and 1.6 µs to call it (FACTS)."""
    refuse_unknown(config)
    from opencc import OpenCC

    convert: Callable[[str], str] = OpenCC(config).convert
    return convert


def _overridden(text: str, converted: str, overrides: Mapping[str, str]) -> str:
    """`converted`, but what the overrides say where their spellings stand in `text`; the longest wins."""
    for spelling, wanted in overrides.items():
        if len(spelling) != len(wanted):
            template = "the spelling {spelling} and its term {wanted} must have the same number of characters"
            raise YubeiError(Message(template, spelling=spelling, wanted=wanted))
    spellings = sorted(filter(None, overrides), key=len, reverse=True)
    pieces: list[str] = []
    at = 0
    for match in re.finditer("|".join(map(re.escape, spellings)), text) if spellings else ():
        pieces += (converted[at : match.start()], overrides[match[0]])
        at = match.end()
    return "".join(pieces) + converted[at:]


def _changed(text: str, changes: Sequence[tuple[int, str]]) -> str:
    pieces: list[str] = []  # in stretches: a list of all characters makes simplification half as fast
    at = 0
    for index, char in changes:
        pieces += (text[at:index], char)
        at = index + 1
    return "".join(pieces) + text[at:]


def _changes(before: str, after: str) -> list[Edit]:
    """One edit for every stretch of characters that differ."""
    edits: list[Edit] = []
    start = -1
    for index, (old, new) in enumerate(zip(before, after, strict=True)):
        if old != new:
            start = index if start < 0 else start
        elif start >= 0:
            edits.append(Edit(start, index, after[start:index], RULE))
            start = -1
    if start >= 0:
        edits.append(Edit(start, len(before), after[start:], RULE))
    return edits
