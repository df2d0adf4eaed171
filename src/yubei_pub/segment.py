"""Texts cut into sentences, Chinese and English.

Nothing is lost: the pieces put together are the text, blanks belong to the sentence before them.  What
closes after a stop (”, ）) belongs to it too.  A line break always ends a sentence, so that a heading needs no
stop.  Linear in the length of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from yubei_pub.patterns import lazy_regex

_CLOSING = "”’」』）)》】〕］]\"'»"
_ANY_CLOSING = re.escape(_CLOSING)
# An ellipsis goes on (还有一个问题……谁来做？) unless something closes or the line ends behind it.
_CHINESE = lazy_regex(
    rf"(?P<stop>[。！？!?]+|(?<=[\u3400-\u9fff”’）])\.(?![A-Za-z0-9.])|(?<![…⋯])[…⋯]+(?=[{_ANY_CLOSING}]*\s*(?:\n|$)))"
    rf"(?P<close>[{_ANY_CLOSING}…⋯。！？]*)\s*|\n\s*"
)
# What goes on with a quoted sentence: “为什么？”的问题, “快来！”等口号.
_GOES_ON = frozenset("，、；：。,;:的之等与和及或")
# Nor who says it, which English has in the same sentence: “快走！”她喊道。
_SPEAKER = lazy_regex("(?![没沒无無])[\u3400-\u9fff·]{1,8}?(?<![不没沒难難])(?:[说說问問答喊嚷]道?|(?<!知)道)[。，：:]")
_OPENS, _CLOSES = "（(《【〔［", "）)》】〕］"
_FAR = 200  # characters; a bracket that does not close within them was forgotten

_ENGLISH = lazy_regex(r"(?<![.!?…])(?P<stop>[.!?…]+)(?P<close>[”’)\]»\"']*)(?P<blank>\s+)|\n\s*")
# Never the end of a sentence where a word with a capital or a figure follows.
_TITLES = frozenset(
    "mr mrs ms messrs dr prof st mt ft gen col lt capt sgt maj adm cmdr sen rep gov pres hon rev fr sr "
    "no nos fig figs eq sec ch vol vols art para pp p ed eds trans vs v cf viz al approx ca est "
    "e.g i.e jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur thurs fri sat sun".split()
)
# But these are words as well, and abbreviations only before a figure: No. 5, Fig. 3, Mar. 8.
_WORDS_TOO = frozenset("no art fig mar sat sun".split())
# The end of a sentence where one of the words follows that begin sentences and no names.
_EITHER = frozenset(
    "etc co inc ltd corp llc plc bros dept univ jr esq ave blvd rd a.m p.m am pm ph.d m.d b.a m.a".split()
)
_STARTERS = frozenset(
    "the a an this that these those it its he she we they you i there here in on at by for from with as to of after "
    "before since when while if although though because but and so yet however moreover meanwhile according what who "
    "how why where his her their our my your no not all some many most each every both such then now today".split()
)
# What follows an apostrophe is no initial: “it didn't. He left.”
_WORD_BEFORE = lazy_regex(r"(?<![A-Za-z])(?<![A-Za-z]['’])[A-Za-z][A-Za-z.]*$")
_LETTERS = lazy_regex(r"(?:[A-Za-z]\.)*[A-Za-z]")
_NEXT = lazy_regex(r"[“‘\"'(\[«]*(?P<word>[\w’']+)?")
_NUMBER = lazy_regex(
    r"(?:^|\n|(?P<behind>[A-Za-z]*[.!?]\s))\s*(?:[(\[]?(?:\d{1,3}|[ivxIVX]{1,5}|[A-Za-z])"
    r"|(?:Article|Chapter|Section|Part|Table|Figure|Step|Rule) [\dIVX]{1,4})$"
)
# What follows 3 p.m. in the same sentence, days and months apart.
_OF_THE_DAY = frozenset("beijing local eastern central pacific mountain est edt cst gmt utc et pt bst".split())
_REACH = 24  # characters in front of a stop that can matter


def chinese(text: str) -> list[tuple[int, int]]:
    """The sentences of a Chinese text as `[start, end)`, which cover it."""
    return list(_cover(len(text), _chinese_ends(text)))


def english(text: str) -> list[tuple[int, int]]:
    """The sentences of an English text as `[start, end)`, which cover it."""
    return list(_cover(len(text), (m.end() for m in _ENGLISH.finditer(text) if not m["stop"] or _ends(text, m))))


def _cover(length: int, ends: Iterator[int]) -> Iterator[tuple[int, int]]:
    start = 0
    for end in ends:
        if start < end < length:
            yield start, end
            start = end
    if start < length:
        yield start, length


def _chinese_ends(text: str) -> Iterator[int]:
    closed = _bracketed(text)
    for match in _CHINESE.finditer(text):
        goes_on = closed[_last_stop(match)] or (match["close"] and _is_taken_up(text, match.end()))
        if "\n" in match[0] or not goes_on:
            yield match.end()


def _last_stop(match: re.Match[str]) -> int:
    """Where the last of the stops is: of 《怎么办？》。 the one that stands outside."""
    return match.start() + max(0, len(match[0].rstrip().rstrip(_CLOSING)) - 1)


def _is_taken_up(text: str, at: int) -> bool:
    """Whether the sentence around a quoted one goes on behind it."""
    return text[at : at + 1] in _GOES_ON or bool(_SPEAKER.match(text, at))


def _bracketed(text: str) -> bytearray:
    """For each character whether it stands between brackets that close on the same line and not too far away."""
    inside = bytearray(len(text))
    opened: list[int] = []
    for at, char in enumerate(text):
        if char == "\n":
            opened.clear()
        elif char in _OPENS:
            opened.append(at)
        elif char in _CLOSES and opened:
            start = opened.pop()
            if not opened and at - start <= _FAR and not _is_whole(text, start, at):
                end = at - _is_whole(text, start, at)
                inside[start:end] = b"\1" * (end - start)
    return inside


def _is_whole(text: str, start: int, end: int) -> bool:
    """Whether a bracket is a sentence of its own, which its last stop ends: （新华社记者张三。） before others."""
    before = text[max(0, start - 2) : start].rstrip(" \u3000")
    return text[start] in "（(" and text[end - 1] in "。！？" and (not before or before[-1] in "。！？\n")


def _ends(text: str, match: re.Match[str]) -> bool:
    """Whether a stop of the English with what closes after it ends a sentence."""
    following = _NEXT.match(text, match.end())
    word = (following["word"] or "") if following else ""
    if "\n" in match["blank"]:
        return True
    if word[:1].islower() and word.islower():
        return False
    return match["stop"] != "." or bool(match["close"]) or _is_full_stop(text, match.start(), word)


def _is_full_stop(text: str, at: int, following: str) -> bool:
    """Whether a point before a word with a capital or a figure is more than the sign of an abbreviation or a number."""
    before = text[max(0, at - _REACH) : at]
    number = _NUMBER.search(before)
    behind = ((number and number["behind"]) or "").strip(" .!?\n\u3000").lower()
    if number and (at <= _REACH or number.start()) and behind not in _TITLES:
        return False  # 1. of a list, but not Jan. 5.
    found = _WORD_BEFORE.search(before)
    short = found[0].lower() if found else ""
    if short in _TITLES:
        return short in _WORDS_TOO and not following[:1].isdigit()
    if short in ("a.m", "p.m"):
        return following.lower() not in _OF_THE_DAY and following[:3].lower() not in _TITLES
    if short in _EITHER or (found and _LETTERS.fullmatch(found[0])):  # Inc., a.m., U.S., J. K. Rowling
        return following.lower() in _STARTERS
    return True
