"""What is written around the words of a sentence: how it ends, quotation marks."""

from __future__ import annotations

from collections.abc import Sequence

from yubei_pub.patterns import lazy_regex

_END = lazy_regex(r"(?:(?P<asks>[?？])|(?P<open>\w))[^\w?？.。,，!！:：;；…—]*$")
# A straight mark opens behind a blank and closes before one; a single one behind a letter is an apostrophe.
_QUOTATION = lazy_regex(
    r"""(?P<opens>[“「『]|(?<![^\s(\[—–])["'‘](?=\S))|(?P<closes>[”」』]|"(?!\w)|(?<=[.,!?…—–])['’](?!\w))"""
)
_LONGEST = 10  # sentences; a quotation that is longer was not closed


def end(text: str) -> str:
    """How a sentence ends: it asks, it has no stop as headings have none (open), or it has some other one (stop)."""
    found = _END.search(text)
    return found.lastgroup or "" if found else "stop"


def quoted(texts: Sequence[str]) -> list[bool]:
    """For each place before, between and behind the sentences whether it is inside a quotation."""
    inside = [False] * (len(texts) + 1)
    start: int | None = None
    for number, text in enumerate(texts):
        for mark in _QUOTATION.finditer(text):
            if mark["opens"]:
                start = number
            elif start is not None:
                if number - start <= _LONGEST:
                    inside[start + 1 : number + 1] = [True] * (number - start)
                start = None
    return inside
