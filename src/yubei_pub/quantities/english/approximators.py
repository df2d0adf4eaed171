"""What the words around an English quantity make of it: more, less, about, at least, at most."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yubei_pub.patterns import lazy_regex
from yubei_pub.quantities.english.tables import APPROXIMATORS_AFTER, APPROXIMATORS_BEFORE, NEGATIONS
from yubei_pub.quantities.english.units import behind_unit
from yubei_pub.quantities.values import Read, compared

_REACH_BEFORE = 32  # characters before a number in which its approximator stands
_BEFORE: dict[str, list[tuple[str, str]]] = {}  # by their last letters, the longest of each kind first
for _kind, _phrases in APPROXIMATORS_BEFORE.items():
    for _one in sorted(_phrases, key=len, reverse=True):
        _BEFORE.setdefault(_one[-3:], []).append((_kind, _one))
_COMPARATIVE = lazy_regex(  # faster than
    r"\b(?!(?:few|low|small|short|young|slow|light|narrow|cheap|near|oth|rath|eith|earli)er\b)[a-z]{2,7}er than$"
)
_BEHIND = (" ", "over-", "under-")  # over-65s
# What may stand between an approximator and its number: over the age of 65, up to US$5; and how that ends.
_BETWEEN = lazy_regex(r"(?:plus or minus[ ]|(?:the[ ])?(?:age[ ](?:of[ ])?)?(?:(?:(?:us|hk)?[$¥€£]|rmb)[ ]?)?)$")
_BETWEEN_ENDS = (
    "plus or minus ",
    "the ",
    "age ",
    "age of ",
    *(sign + blank for sign in ("$", "¥", "€", "£", "rmb") for blank in ("", " ")),
)
# does not exceed 5%, none of them farther than two kilometers; but without power, no accident for more than 30 days
_LACKED = r"without (?![a-z]+ing\b|$)|no (?!one )(?:(?!may|shall|can|must|will|should)[a-z]+ ){1,3}for $"
_NOT = lazy_regex(rf"\b(?!{_LACKED})(?:{NEGATIONS})\b[^.,;:0-9]*(?<!\bin )$|n[’']t[ ]$", re.I)
# 200 more than three years ago: what is compared with is not more than three years.
_COMPARED = lazy_regex(
    r"(?:[0-9%]|\b(?:thousand|million|billion|percent|points|yuan))[ ](?:more|less|fewer)[ ]than[ ]$", re.I
)
_AGO = lazy_regex(r"[ ](?:ago|earlier|before)\b")
_DENIED = {"more": "most", "less": "least"}
_AFTER = {  # but not "20 percent and under-18s"
    kind: lazy_regex(rf"[ ]?(?:{'|'.join(words)})(?!-?\w|[ ]than\b)", re.I)
    for kind, words in APPROXIMATORS_AFTER.items()
}
_THING = lazy_regex(r"[ ][a-z]+(?=[ ]or[ ])")  # the fifth floor or above, 20 books or fewer
_MAY_FOLLOW = lazy_regex(r"[ ]{0,2}(?:or|and|upward|-?odd|-?plus|\+|,? ?at)", re.I)  # what those words begin with


def approximator_before(text: str, start: int) -> str:
    """What the words before a number make of it: more, less, about, least, most or nothing."""
    return led_to(text, start)[0]


def led_to(text: str, start: int) -> tuple[str, int]:
    """The approximator before a number, as `approximator_before`, and where it begins: at "no" of "no more than"."""
    before = text[max(0, start - _REACH_BEFORE) : start].lower()
    between = _BETWEEN.search(before) if before.endswith(_BETWEEN_ENDS) else None
    end = between.start() if between else len(before)
    if sign := compared(text, start - len(before) + end):
        return sign
    for kind, length in _led(before[: end - 1]) if before.endswith(_BEHIND, 0, end) else ():
        begin = start - len(before) + end - 1 - length
        ahead = text[max(0, begin - 8) : begin].lower()
        if not (ahead[-1:].isalnum() or ahead.endswith(("_", "nothing "))):
            denied = _NOT.search(text, max(0, begin - 25), begin)
            return _DENIED.get(kind, kind) if denied else kind, begin
    return "", start


def _led(words: str) -> Iterator[tuple[str, int]]:
    """The approximators that some words end in, the longest of each kind first, with their lengths."""
    for kind, phrase in _BEFORE.get(words[-3:], ()):
        if words.endswith(phrase):
            yield kind, len(phrase)
    if words.endswith("er than") and (match := _COMPARATIVE.search(words)):
        yield "more", len(match[0])


def approximator(text: str, read: Read) -> str:
    """What the words around a quantity make of it: more, less, about, least, most or nothing."""
    before = approximator_before(text, read.start)
    if before:
        compared = text[max(0, read.start - 5) : read.start].lower() == "than " and _COMPARED.search(
            text, max(0, read.start - 24), read.start
        )
        return "" if compared and _AGO.match(text, behind_unit(text, read.end)) else before
    end = read.behind or behind_unit(text, read.end)
    if end == read.end and (thing := _THING.match(text, end)):
        end = thing.end()
    if not (_MAY_FOLLOW.match(text, read.end) or (end > read.end and _MAY_FOLLOW.match(text, end))):
        return ""
    return next(
        (kind for kind, pattern in _AFTER.items() if pattern.match(text, read.end) or pattern.match(text, end)), ""
    )
