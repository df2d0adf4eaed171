"""Where in an English text an expression may begin: at one of the words that open it, or at a figure.

To look up each word in a table is many times cheaper than to search for an alternation of a hundred, which is tried
at every word of the text.
"""

from __future__ import annotations

from collections.abc import Container, Iterator

from yubei_pub.patterns import lazy_regex
from yubei_pub.quantities.values import VULGAR

FIGURE = "1"  # stands for any figure among the words that open an expression
_RUN = lazy_regex(f"[A-Za-z]+|[0-9]+|{VULGAR}")


def openings(text: str, words: Container[str]) -> Iterator[tuple[int, str]]:
    """The places in a text where one of some words begins, with the word in small letters, or a figure."""
    return (
        (run.start(), word if word in words else FIGURE)
        for run in _RUN.finditer(text)
        if (word := run[0].lower()) in words or not "a" <= word[0] <= "z"
    )
