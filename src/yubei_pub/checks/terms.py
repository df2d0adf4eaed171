"""A term of the glossary is rendered as the glossary says.

Where the Chinese of a paragraph has a term, its English must have the official rendering at
least once, or an admitted one (`also`).  Plural, possessive, capitals (unless the glossary
says `case: exact`), hyphens, British or American spelling and the forms of a verb do not
matter, nor how often the term is repeated.  A `short` form will do once the term has been
named in full.

An approved term that is missing is an error, a proposed one a warning; one step less if only
its capitals differ.  A note tells where two terms of the Chinese share one rendering in the
English, and where a deprecated term is still in use.

Bad:   渝北区数字化城市运行和治理中心投用后……
       Since the Yubei smart city hub went into service …
Good:  Since the Yubei District Digital Urban Operations and Governance Center went into service …

What to do: use the rendering that the message quotes.  If yours is right as well, propose it
in glossary.yaml under `also`; if the Chinese means something else in this context, give the
context under `unless`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from yubei_pub.findings import Message, Place, Remark, Severity
from yubei_pub.glossary import Term
from yubei_pub.model import Bead, Briefing, Stretch, TermUse
from yubei_pub.renderings import EnglishIndex, Pattern, pattern
from yubei_pub.terms import avoided_patterns, official_patterns

SEVERITY = Severity.ERROR

_LATIN = re.compile("[A-Za-z]")
_MISSING = "“{zh}” is “{en}” in English{source}. This English does not have it."
_CAPITALS = "“{zh}” is “{en}” in English{source}, with exactly these capitals."
_SHARED = "“{zh}” is “{en}” in English, but the one that stands here already renders another term."
_SHORT_FIRST = "“{short}” is short for “{en}” (“{zh}”), which has not been named in full before."
_DEPRECATED = "“{en}” for “{zh}” is deprecated in the glossary."


def check_briefing(briefing: Briefing) -> Iterator[Remark]:
    """Terms without a rendering, in the order of the briefing; a short form needs the full one before it."""
    named: set[str] = set()
    for section in briefing.sections:
        for bead in section.beads():
            if any(_LATIN.search(segment.text.text) for segment in bead.target):  # else it is untranslated
                yield from _check(bead, named, bead is section.heading)


def _check(bead: Bead, named: set[str], heading: bool) -> Iterator[Remark]:
    uses: dict[str, list[TermUse]] = {}
    for use in bead.terms:
        uses.setdefault(use.term.zh, []).append(use)
    for zh, found in uses.items():
        term = found[0].term
        rendered = [use for use in found if use.target]
        full = [use for use in rendered if use.rendering != term.short or term.short in (term.en, *term.also)]
        if full:
            named.add(zh)
        if term.status == "deprecated":
            yield from (_deprecated(bead, use) for use in rendered)
        elif not rendered:
            yield from _missing(bead, found[0])
        elif not full and zh not in named and not heading:
            yield _short_first(bead, rendered[0])


def _missing(bead: Bead, use: TermUse) -> Iterator[Remark]:
    """The remark on a term without a rendering.

    None where an avoided rendering stands, which is a rule of its own, and none where its
    words are part of a longer rendering, for then the English says it once for both.
    """
    term = use.term
    indices = [EnglishIndex(segment.text.text) for segment in bead.target]
    if any(index.find(avoided) for index in indices for _, avoided in avoided_patterns(term)):
        return
    places = _places(indices, official_patterns(term))
    if places and not any(other.target in places for other in bead.terms):
        return
    approved, template = term.status == "approved", _MISSING
    severity = Severity.ERROR if approved else Severity.WARNING
    if places:
        template, severity = _SHARED, Severity.NOTE
    elif term.case == "exact" and _places(indices, [pattern(term.en)]):
        template, severity = _CAPITALS, Severity.WARNING if approved else Severity.NOTE
    message = Message(template, zh=term.zh, en=term.en, source=_source(term))
    yield Remark(Place.of(bead.target[0].text), message, severity, _related(bead, use))


def _places(indices: Sequence[EnglishIndex], patterns: Sequence[Pattern]) -> set[Stretch]:
    """Where any of some renderings stands."""
    return {
        Stretch(number, hit.start, hit.end)
        for number, index in enumerate(indices)
        for wanted in patterns
        for hit in index.find(wanted)
    }


def _source(term: Term) -> str:
    """Who says so, for the message."""
    if term.status != "approved" or term.citation is None:
        return ""
    return f" ({', '.join(filter(None, (term.citation.publisher, term.citation.date)))})"


def _short_first(bead: Bead, use: TermUse) -> Remark:
    message = Message(_SHORT_FIRST, short=use.rendering, en=use.term.en, zh=use.term.zh)
    return Remark(_target(bead, use), message, Severity.WARNING, _related(bead, use))


def _deprecated(bead: Bead, use: TermUse) -> Remark:
    message = Message(_DEPRECATED, en=use.rendering, zh=use.term.zh)
    return Remark(_target(bead, use), message, Severity.NOTE, _related(bead, use))


def _target(bead: Bead, use: TermUse) -> Place:
    return bead.target_place(use.target) if use.target else Place.of(bead.target[0].text)


def _related(bead: Bead, use: TermUse) -> tuple[tuple[Place, Message], ...]:
    """The Chinese, and the glossary's word."""
    return (
        (bead.source_place(use.source), Message("“{zh}” stands here", zh=use.term.zh)),
        (use.term.en_place, Message("the glossary has “{en}”", en=use.term.en)),
    )
