"""Sentences as the units that are compared: English stems, Chinese words or pairs of characters, signs of both."""

from __future__ import annotations

from collections.abc import Container, Iterator
from functools import lru_cache
from itertools import pairwise

from yubei_pub.patterns import lazy_regex

HAN = lazy_regex("[\u3400-\u9fff]+")
_WORD = lazy_regex("[A-Za-z]+(?:['’][A-Za-z]+)?")
_CONTRACTED = lazy_regex("['’](?:s|re|ve|ll|t|d|m)?$")
_LONGEST = 7  # characters of a dictionary word; longer entries are proverbs

# Endings and what stays of them, the longer first.  Cruder than `renderings.forms`, which must not make one of plan and
# planning: here both sides of a dictionary are reduced alike, and a word too many in common costs little.
_ENDINGS = (
    *(("ational", "at"), ("ization", "iz"), ("isation", "iz"), ("fulness", "ful"), ("ousness", "ous")),
    *(("iveness", "iv"), ("ements", ""), ("ations", "at"), ("ement", ""), ("ments", ""), ("ingly", "")),
    *(("ation", "at"), ("ities", ""), ("ment", ""), ("edly", ""), ("ions", ""), ("ings", ""), ("ness", "")),
    *(("ally", "al"), ("ives", "iv"), ("ance", ""), ("ence", ""), ("able", ""), ("ible", ""), ("ity", "")),
    *(("ion", ""), ("ing", ""), ("ies", "y"), ("ied", "y"), ("ers", ""), ("ors", ""), ("ful", "")),
    *(("ive", "iv"), ("ous", ""), ("er", ""), ("or", ""), ("ly", ""), ("al", ""), ("ed", ""), ("es", "")),
    *(("s", ""), ("e", ""), ("y", "")),
)
_SIGNS = dict(zip('？?！!（(“「『"：:；;%％$＄…—─', '??!!((""""::;;%%$$…——', strict=True))


@lru_cache(65_536)
def stem(word: str) -> str:
    """A word in small letters without its endings: `possibilities` → `possibil`, `stories` and `story` → `stor`."""
    word = word.lower()
    if "'" in word or "’" in word:
        word = _CONTRACTED.sub("", word).replace("'", "").replace("’", "")
    if len(word) <= 3:
        return word
    for ending, stays in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3 and not (ending == "s" and word[-2] == "s"):
            word = word[: len(word) - len(ending)] + stays
            break
    if word[-1] == word[-2] and word[-1] not in "aeiou":
        word = word[:-1]  # running, run
    return word[:-1] if len(word) > 3 and word[-1] in "eiy" else word


def english(text: str) -> list[str]:
    """The stems of the words in Latin letters of a text, in order."""
    return [stem(word) for word in _WORD.findall(text)]


def signs(text: str) -> set[str]:
    """The punctuation that both languages use alike, in the English form; runs of dots are an ellipsis."""
    found = {_SIGNS[char] for char in set(text) if char in _SIGNS}
    if "..." in text:
        found.add("…")
    if " - " in text or "--" in text:
        found.add("—")
    return found


def pairs(text: str, words: Container[str]) -> Iterator[str]:
    """Neighbouring characters of the Chinese runs of a text, which stand for words where there is no dictionary.

    With them go those characters that are words alone, where they are in no longer one of `words`: 水, not in 水平.
    """
    for run in HAN.findall(text):
        if len(run) == 1:
            yield run
        else:
            yield from map("".join, pairwise(run))
            yield from (word for word in longest(run, words, ()) if len(word) == 1 and word in words)


def longest(text: str, words: Container[str], openings: Container[str]) -> Iterator[str]:
    """The Chinese runs of a text cut into words, the longest that is known first, else single characters.

    `openings` are the first three characters of those that have as many.
    """
    for run in HAN.findall(text):
        at = 0
        while at < len(run):
            size = 2 if run[at : at + 2] in words else 1
            if run[at : at + 3] in openings:
                most = min(_LONGEST, len(run) - at)
                size = next((size for size in range(most, 2, -1) if run[at : at + size] in words), size)
            yield run[at : at + size]
            at += size
