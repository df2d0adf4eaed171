"""A term of the glossary is rendered as the glossary says.

Where the Chinese of a paragraph has a term, its English must have the official rendering at
least once, or an admitted one (`also`).  Plural, possessive, capitals (unless the glossary
says `case: exact`), hyphens, British or American spelling and the forms of a verb do not
matter, nor how often the term is repeated; nor does the order, as in “the districts of Yubei
and Jiangbei”, “urban and rural planning”, “elevators have been installed”.

Once a term has been named in full, its `short` form will do, its head noun (“the center”), a
short name that the text gave in brackets, and of a person the surname.

An approved term that is missing is an error, a proposed one a warning; one step less if only
its capitals differ from `case: exact`.  A rendering that the glossary keeps in quotation marks
(`quotes: keep`) and that stands without is a warning.  Notes tell what is likely to be in
order: a pronoun or the paragraph beside says it, a place or a person named before is left
out, two terms share one rendering, a deprecated term is still in use.

Bad:   渝北区数字化城市运行和治理中心投用后……
       Since the Yubei smart city hub went into service …
Good:  Since the Yubei District Digital Urban Operations and Governance Center went into service …

What to do: use the rendering that the message quotes.  If yours is right as well, propose it
in glossary.yaml under `also`; if the Chinese means something else in this context, give the
context under `unless`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import repeat
from typing import NamedTuple

from yubei_pub.beads import Bead, Stretch, TermUse
from yubei_pub.checks import _counterpart
from yubei_pub.checks import _term_remarks as say
from yubei_pub.checks._spots import recalled
from yubei_pub.findings import Remark, Severity
from yubei_pub.glossary import Term
from yubei_pub.model import Briefing, BriefingSection
from yubei_pub.patterns import lazy_regex
from yubei_pub.renderings import EnglishIndex, Pattern, mentions, pattern
from yubei_pub.terms import avoided_patterns, official_patterns

SEVERITY = Severity.ERROR

_LATIN = lazy_regex("[A-Za-z]")
_NAMES = ("person", "place", "body", "office")


@dataclass
class _Named:
    """The terms that were named in full so far, by `zh`, each with the short names that brackets gave it."""

    aliases: dict[str, set[str]] = field(default_factory=dict)

    def add(self, bead: Bead, use: TermUse) -> None:
        known = self.aliases.setdefault(use.term.zh, set())
        if use.target and (alias := mentions.alias(bead.target[use.target.segment].text.text, use.target.end)):
            known.add(alias)

    def meet(self, names: Mapping[str, Sequence[str] | None]) -> None:
        """Those that a section names."""
        for zh, aliases in names.items():
            if aliases is not None:
                self.aliases.setdefault(zh, set()).update(aliases)


class _Context(NamedTuple):
    """A bead among those of its section, the heading first."""

    beads: Sequence[Bead]
    number: int

    @property
    def bead(self) -> Bead:
        return self.beads[self.number]

    @property
    def before(self) -> Bead | None:
        return self.beads[self.number - 1] if self.number else None

    @property
    def after(self) -> Bead | None:
        return self.beads[self.number + 1] if self.number + 1 < len(self.beads) else None

    @property
    def texts(self) -> list[str]:
        return [segment.text.text for segment in self.bead.target]


def check_briefing(briefing: Briefing) -> Iterator[Remark]:
    """Terms without a rendering, in the order of the briefing; a short form needs the full one before it."""
    named = _Named()
    for section in briefing.sections:
        if not briefing.remembers(section):
            yield from _remarks(section, named)
            continue
        names = briefing.recall("named", section, partial(_names, section))
        before = [(zh, named.aliases[zh]) for zh in names if zh in named.aliases]
        hangs_on = f"{say.RULE} {[(zh, sorted(aliases)) if aliases else zh for zh, aliases in before]}"
        yield from recalled(briefing, hangs_on, section, partial(_behind, before, section))
        named.meet(names)


def _behind(before: Sequence[tuple[str, set[str]]], section: BriefingSection) -> Iterator[Remark]:
    """What is said of a section before which these terms were named."""
    return _remarks(section, _Named({zh: set(aliases) for zh, aliases in before}))


def _remarks(section: BriefingSection, named: _Named) -> Iterator[Remark]:
    for context in _contexts(section):
        yield from _check(context, named)


def _contexts(section: BriefingSection) -> Iterator[_Context]:
    """The beads that have English; the others are untranslated."""
    beads = list(section.beads())
    contexts = map(_Context, repeat(beads), range(len(beads)))
    return (context for context in contexts if any(_LATIN.search(text) for text in context.texts))


def _names(section: BriefingSection) -> dict[str, list[str] | None]:
    """The terms of a section: None, or the short names that brackets gave it where it is named in full."""
    named = _Named()
    terms = [use.term.zh for context in _contexts(section) for use in context.bead.terms]
    for context in _contexts(section):
        for use in context.bead.terms:
            if use.target and not _is_short(use):
                named.add(context.bead, use)
    return {zh: sorted(named.aliases[zh]) if zh in named.aliases else None for zh in terms}


def _check(context: _Context, named: _Named) -> Iterator[Remark]:
    uses: dict[str, list[TermUse]] = {}
    for use in context.bead.terms:
        uses.setdefault(use.term.zh, []).append(use)
    for zh, found in uses.items():
        term = found[0].term
        rendered = sorted((use for use in found if use.target), key=lambda use: use.target or Stretch(0, 0, 0))
        full = [use for use in rendered if not _is_short(use)]
        if term.status == "deprecated":
            yield from (say.at(context.bead, use, say.DEPRECATED, Severity.NOTE) for use in rendered)
        elif not rendered:
            yield from _missing(context, found[0], named)
        elif _is_short(rendered[0]) and not (zh in named.aliases or not context.number or _stood_before(context, term)):
            yield say.at(context.bead, rendered[0], say.SHORT_FIRST, Severity.WARNING)
        for use in full:
            named.add(context.bead, use)
        if term.quotes == "keep" and term.status != "deprecated":
            yield from (say.unquoted(context.bead, use) for use in rendered if not say.in_quotes(context.bead, use))


def _is_short(use: TermUse) -> bool:
    term = use.term
    return use.rendering == term.short and term.short not in (term.en, *term.also)


def _stood_before(context: _Context, term: Term) -> bool:
    """Whether the English of the section has named a term where the Chinese did not."""
    return any(
        EnglishIndex(segment.text.text).find(wanted)
        for wanted in official_patterns(term)
        for bead in context.beads[: context.number]
        for segment in bead.target
    )


def _missing(context: _Context, use: TermUse, named: _Named) -> Iterator[Remark]:
    """The remark on a term without a rendering, if it is amiss.

    None where an avoided rendering stands, which is a rule of its own; none where its words
    are part of a longer rendering, for then the English says it once for both; and none where
    the text speaks of it as one speaks of what was named before.
    """
    term, bead = use.term, context.bead
    indices = [EnglishIndex(text) for text in context.texts]
    if any(index.find(avoided) for index in indices for _, avoided in avoided_patterns(term)):
        return
    places = _places(indices, official_patterns(term))
    if places and not any(other.target in places for other in bead.terms):
        return
    if not places and term.zh in named.aliases and _again(context, term, named):
        return
    approved = term.status == "approved"
    wrong_capitals = _places(indices, [pattern(term.en)]) if term.case == "exact" and not places else set()
    if wrong_capitals:
        yield say.capitals(bead, use, min(wrong_capitals), Severity.WARNING if approved else Severity.NOTE)
    elif excuse := say.SHARED if places else _excuse(context, use, named):
        yield say.at(bead, use, excuse, Severity.NOTE)
    else:
        yield say.at(bead, use, say.MISSING, Severity.ERROR if approved else Severity.WARNING)


def _again(context: _Context, term: Term, named: _Named) -> bool:
    """Whether the English speaks of a term named before by its head noun, its surname or a short name of its own."""
    aliases = [pattern(alias, "exact") for alias in named.aliases[term.zh]]
    return any(
        mentions.again(term, text, _explained(context.bead, number)) or any(map(EnglishIndex(text).find, aliases))
        for number, text in enumerate(context.texts)
    )


def _explained(bead: Bead, segment: int) -> list[tuple[int, int]]:
    """The stretches of an English segment that render terms."""
    targets = [use.target for use in bead.terms if use.target]
    return [(target.start, target.end) for target in targets if target.segment == segment]


def _excuse(context: _Context, use: TermUse, named: _Named) -> str:
    """Why a term may be missing rightly, as a template; nothing where nothing speaks for it."""
    term, bead = use.term, context.bead
    if _moved(context, use):
        return say.BESIDE
    if term.zh not in named.aliases:
        return ""
    place = _counterpart.sentence(bead, use.source)
    text = context.texts[place.segment]
    if term.case == "exact" and mentions.names_other(text, _explained(bead, place.segment)):
        return ""
    just_named = context.before is not None and any(other.term.zh == term.zh for other in context.before.terms)
    if just_named and _counterpart.leads(bead, use.source) and mentions.by_pronoun(text[place.start : place.end]):
        return say.PRONOUN
    return say.LEFT_OUT if term.case == "exact" and term.kind in _NAMES else ""


def _moved(context: _Context, use: TermUse) -> bool:
    """Whether a sentence with the term seems to have moved over the end of its paragraph.

    The English then has a sentence less than the Chinese here and one more there, in which a
    rendering stands for which the Chinese there has nothing.
    """
    if _counterpart.surplus(context.bead) >= 0:
        return False
    first, last = _counterpart.is_first(context.bead, use.source), _counterpart.is_last(context.bead, use.source)
    near = [(context.before if first else None, -1), (context.after if last else None, 0)]
    return any(
        bead is not None and _counterpart.surplus(bead) > 0 and _free(bead, use.term, edge) for bead, edge in near
    )


def _free(bead: Bead, term: Term, edge: int) -> bool:
    """Whether the first (0) or last (-1) English sentence has a rendering of the term that renders nothing there."""
    sentence = _counterpart.sentences(bead)[edge]
    places = _places([EnglishIndex(segment.text.text) for segment in bead.target], official_patterns(term))
    taken = _explained(bead, sentence.segment)
    return any(
        place.segment == sentence.segment
        and sentence.start <= place.start < sentence.end
        and all(end <= place.start or place.end <= start for start, end in taken)
        for place in places
    )


def _places(indices: Sequence[EnglishIndex], patterns: Sequence[Pattern]) -> set[Stretch]:
    """Where any of some renderings stands."""
    return {
        Stretch(number, hit.start, hit.end)
        for number, index in enumerate(indices)
        for wanted in patterns
        for hit in index.find(wanted)
    }
