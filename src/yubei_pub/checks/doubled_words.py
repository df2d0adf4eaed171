"""No word stands twice in a row, and no sentence twice in a paragraph, as both versions that git left do.

Words that may rightly do so (had had, that that, very very, a name like Wang Wang) are left alone.

Bad:   Residents of the the district can book online.
Good:  Residents of the district can book online.

What to do: take one out.  The fix is certain for articles, “of”, “and” and their like.
"""

from __future__ import annotations

from collections.abc import Iterator
from operator import eq

from yubei_pub.checks._prose import Prose
from yubei_pub.findings import Fix, Message, Remark, Severity
from yubei_pub.model import Briefing
from yubei_pub.patterns import lazy_regex

SEVERITY = Severity.WARNING

_TWICE = lazy_regex(
    r"(?<![\w’'.-])(?P<first>[A-Za-z][a-z]*)(?P<blank>[ \u00a0]+|[ ]?\n[ ]?)(?P<second>[a-z]+)(?![\w’'-])"
)
_WORD = lazy_regex("[a-z]+")
_SENTENCE = lazy_regex(r"[A-Z][^.!?]{40,}[.!?]")
_RIGHT = frozenset(
    "had that very far long many much more never no so now bye ha there well knock blah hush less chop".split()
)
_PERHAPS = frozenset("is was in on up do".split())  # what it is is good; log in in time
_CERTAIN = frozenset("the a an of and or with from for their its".split())


def check_prose(prose: Prose, briefing: Briefing) -> Iterator[Remark]:
    """Every second word that repeats the first; the second in small letters, for two names may be alike."""
    yield from _sentences(prose)
    words = _WORD.findall(prose.text.lower())
    if not any(map(eq, words, words[1:])):
        return
    at = 0
    while match := _TWICE.search(prose.text, at):
        at = match.start("second")
        word = match["second"]
        if match["first"].lower() != word or word in _RIGHT or (len(word) == 1 and word != "a"):
            continue
        place = prose.place(match.end("first"), match.end("second"))
        found = match["blank"] + match["second"]
        message = Message("“{word}” stands twice", word=word)
        severity = Severity.NOTE if word in _PERHAPS else None
        yield Remark(place, message, severity, fix=Fix.of(place, found, "", word in _CERTAIN))


def _sentences(prose: Prose) -> Iterator[Remark]:
    """The first long sentence that stood in the paragraph before."""
    seen: set[str] = set()
    for match in _SENTENCE.finditer(prose.text):
        if match[0] in seen:
            yield Remark(
                prose.place(*match.span()), Message("this sentence stands twice in the paragraph; take one out")
            )
            return
        seen.add(match[0])
