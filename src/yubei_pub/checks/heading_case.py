"""Headings of one level are all in sentence case or all in title case.

In sentence case only the first word and names have capitals (Smarter urban development); in title case all
words of weight have (Smarter Urban Development).  Words that have a capital inside sentences of the same
text are taken for names.  The title of the briefing may differ from the headings under it.

Bad:   ## Smarter urban development … ## More Beautiful Parks
Good:  ## Smarter urban development … ## More beautiful parks

What to do: write the headings that the message names like the others.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from yubei_pub.checks._prose import Prose, loose_prose, prose
from yubei_pub.checks._recall import at_hand, seen
from yubei_pub.findings import Message, Place, Remark, Severity
from yubei_pub.model import Briefing
from yubei_pub.patterns import lazy_regex
from yubei_pub.remembered import Json

SEVERITY = Severity.NOTE

_WORD = lazy_regex(r"[^\W\d_][\w’'-]*")
_INSIDE = lazy_regex(r"[A-Z](?<=[a-z,;] .)[\w’'-]*")
_STARTS = lazy_regex(r"(?:^|[.:!?—–]\s*|[“‘(\"])$")
_SMALL = frozenset(
    """
    a an the and but or nor for so yet as at by in of off on per to up via with from into onto over than that upon under
    about above after along among around before behind below beneath beside between beyond down during inside near
    outside past since through till toward towards until versus within without
    """.split()
)
_NAMES = {"sentence": "sentence case", "title": "title case", "mixed": "neither title nor sentence case"}


def check_briefing(briefing: Briefing) -> Iterator[Remark]:
    """The headings of each level that are not like most others of it, and those that are mixed in themselves."""
    in_sections = seen(briefing, "heading-case", lambda section: _look(prose(section)))
    found = [*in_sections, *at_hand(_look(loose_prose(briefing)))]
    names = {word for (_, words), _ in found if not isinstance(words, str) for word in words}
    levels: dict[int, list[tuple[Callable[[], Place], str]]] = {}
    for (level, text), place in found:
        if isinstance(text, str) and (case := _case(text, names)):
            levels.setdefault(level, []).append((place, case))
    for headings in levels.values():
        yield from _odd(headings)


def _look(pieces: Iterable[Prose]) -> Iterator[tuple[Json, Place]]:
    """Headings with their levels; of all other text the words that have a capital inside a sentence."""
    words: set[str] = set()
    for piece in pieces:
        if not piece.is_heading:
            words.update(_INSIDE.findall(piece.text))
        elif piece.block.depth > 1:
            yield [piece.block.depth, piece.text], piece.block.place
    if words:
        yield [0, sorted(words)], piece.block.place


def _odd(headings: list[tuple[Callable[[], Place], str]]) -> Iterator[Remark]:
    counts = Counter(case for _, case in headings if case != "mixed")
    usual = counts.most_common(1)[0][0] if counts else ""
    for place, case in headings:
        if usual and case != usual:
            message = Message(
                "this heading is in {case}, the others are in {usual}", case=_NAMES[case], usual=_NAMES[usual]
            )
            yield Remark(place(), message)


def _case(text: str, names: set[str]) -> str:
    """sentence, title or mixed; empty where too few words show it."""
    shown: list[bool] = []
    for match in _WORD.finditer(text):
        word = match[0]
        first = bool(_STARTS.search(text[: match.start()]))
        if first or word in names or word.lower() in _SMALL or word[1:] != word[1:].lower():
            continue
        shown.append(word[0].isupper())
    if not shown or (len(shown) == 1 and shown[0]):
        return ""
    return "title" if all(shown) else "mixed" if shown.count(True) >= 2 else "sentence"
