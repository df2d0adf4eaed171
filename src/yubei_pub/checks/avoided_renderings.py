"""A rendering that the glossary says to avoid.

Where the Chinese has a term, the renderings under its `avoid` must not stand in the English,
in whatever inflection.  A rendering that is only a part of a longer, correct one is left
alone, and so is one that is the correct rendering of another term of the same paragraph.

Bad:   渝北区政府副区长赵兵
       Zhao Bing, Deputy Governor of Yubei District
Good:  Zhao Bing, Deputy Head of Yubei District

What to do: use what the message says.  The fix does it; it is marked certain only where the
words stand exactly as in the glossary, so that nothing needs to agree with them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from yubei_pub.beads import Bead, Stretch, TermUse
from yubei_pub.findings import Fix, Message, Place, Remark, Severity
from yubei_pub.glossary import Avoided, Term
from yubei_pub.model import Briefing
from yubei_pub.renderings import EnglishIndex, Hit
from yubei_pub.renderings.forms import plural
from yubei_pub.renderings.replacing import replacement
from yubei_pub.renderings.words import keys_of
from yubei_pub.terms import avoided_patterns, official_patterns
from yubei_pub.trace import Edit

SEVERITY = Severity.ERROR

_MESSAGE = "Do not write “{found}” for “{zh}”: use “{use}”.{why}"


class _Met(NamedTuple):
    """An avoided rendering of a term in a segment of the English."""

    use: TermUse
    avoided: Avoided
    segment: int
    hit: Hit


def check_bead(bead: Bead, briefing: Briefing) -> Iterator[Remark]:
    """The avoided renderings in a bead, one remark a place."""
    uses = [found[-1] for found in bead.uses.values()]
    if not any(use.term.avoid for use in uses):
        return
    indices = [EnglishIndex(segment.text.text) for segment in bead.target]
    correct = _correct([use.term for use in uses], indices)
    seen: set[Stretch] = set()
    for met in _met(uses, indices):
        stretch = Stretch(met.segment, met.hit.start, met.hit.end)
        inside = any(met.hit.within(longer) for longer in correct[met.segment])
        claimed = any(use.target == stretch and use.term.zh != met.use.term.zh for use in bead.terms)
        if not (inside or claimed or stretch in seen):
            seen.add(stretch)
            yield _remark(bead, met, stretch)


def _met(uses: list[TermUse], indices: list[EnglishIndex]) -> Iterator[_Met]:
    for use in uses:
        for avoided, wanted in avoided_patterns(use.term):
            for number, index in enumerate(indices):
                for hit in index.find(wanted):
                    if _is_avoided(avoided.en, use.term, index.text[hit.start : hit.end]):
                        yield _Met(use, avoided, number, hit)


def _is_avoided(avoided: str, term: Term, found: str) -> bool:
    """Whether words are those to avoid: letter by letter, where these are the right ones in another spelling."""
    if keys_of(avoided) not in map(keys_of, term.renderings):
        return True
    *before, last = avoided.split(" ")
    return found.casefold() in (avoided.casefold(), " ".join((*before, plural(last))).casefold())


def _correct(terms: list[Term], indices: list[EnglishIndex]) -> list[list[Hit]]:
    """Where official renderings stand in each segment."""
    wanted = [pattern for term in terms for pattern in official_patterns(term)]
    return [[hit for pattern in wanted for hit in index.find(pattern)] for index in indices]


def _remark(bead: Bead, met: _Met, stretch: Stretch) -> Remark:
    term, text = met.use.term, bead.target[met.segment].text.text
    use = met.avoided.use or term.en
    args = {"found": text[met.hit.start : met.hit.end], "zh": term.zh, "use": use, "why": _why(met.avoided)}
    related = (
        (bead.source_place(met.use.source), Message("“{zh}” stands here", zh=term.zh)),
        (met.avoided.place, Message("the glossary says so here")),
    )
    place = bead.target_place(stretch)
    return Remark(place, Message(_MESSAGE, **args), related=related, fix=_fix(place, text, met, use))


def _why(avoided: Avoided) -> str:
    return f" Why: {avoided.why.rstrip('.')}." if avoided.why else ""


def _fix(place: Place, text: str, met: _Met, use: str) -> Fix | None:
    """The replacement; certain where the file has the words as they are and nothing must agree with them."""
    if "…" in use or "..." in use:
        return None
    words, certain = replacement(text, met.hit, met.avoided.en, use)
    as_written = place.written == text[met.hit.start : met.hit.end]
    return Fix((Edit(place.start, place.end, words),), certain and as_written)
