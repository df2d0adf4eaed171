"""The English is spelled as its `language` says, American (en-US) or British (en-GB).

A text that does not say its language is American; then a British spelling is only noted.  Names keep their
spelling, so words with a capital inside a sentence are left alone, and so are words that both sides
write either way.

Bad:   (language: en-US) The community centre organised a colour festival.
Good:  (language: en-US) The community center organized a color festival.

What to do: take the fix, or set `language` in the front matter of en.md to what the text is written in.
"""

from __future__ import annotations

from collections.abc import Iterator

from yubei_pub.checks._prose import Prose
from yubei_pub.checks._spelling import AMERICAN, BRITISH
from yubei_pub.findings import Fix, Message, Remark, Severity
from yubei_pub.model import Briefing
from yubei_pub.patterns import lazy_regex

SEVERITY = Severity.WARNING

_LETTERS = lazy_regex("[a-z]{5,}")  # each word below is one
_WORD = lazy_regex(r"(?<![\w’'-])[a-z]{5,}(?![\w])")
_KNOWN = {"en-US": (AMERICAN, "British"), "en-GB": (BRITISH, "American")}


def check_prose(prose: Prose, briefing: Briefing) -> Iterator[Remark]:
    """Every word that only the other side spells so."""
    others, side = _KNOWN.get(briefing.language, ({}, ""))
    declared = "language" in briefing.english_front
    if others.keys().isdisjoint(_LETTERS.findall(prose.text)):
        return
    for match in _WORD.finditer(prose.text):
        if right := others.get(match[0]):
            place = prose.place(*match.span())
            message = "“{found}” is {side} spelling; this text is {language}: “{right}”"
            words = Message(message, found=match[0], side=side, language=briefing.language, right=right)
            severity = None if declared else Severity.NOTE
            yield Remark(place, words, severity, fix=Fix.of(place, match[0], right, certain=declared))
