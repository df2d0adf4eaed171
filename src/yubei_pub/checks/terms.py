"""A term of the glossary is rendered as the glossary says.

Where the Chinese of a paragraph has a term, its English must have the official rendering at
least once, or an admitted one (`also`).  Plural, possessive, capitals (unless the glossary
says `case: exact`), hyphens, British or American spelling and the forms of a verb do not
matter, nor how often the term is repeated; nor does the order, as in “the districts of Yubei
and Jiangbei”, “urban and rural planning”, “elevators have been installed”.  In the Chinese,
quotation marks or a space inside the term do not matter either: 放管服改革 is “放管服”改革.

Once a term has been named in full, its `short` form will do, its head noun (“the center”), a
short name that the text gave in brackets, and of a person the surname.

An approved term that is missing is an error, a proposed one a warning, and so is a body in whose place
a longer name stands (“National Health and Family Planning Commission” for 国家卫生健康委员会), or one of
which only the capitals differ from `case: exact`.  A rendering that the glossary keeps in quotation marks
(`quotes: keep`) and that stands without is a warning.  Notes tell what is likely to be in order: a
pronoun or the paragraph beside says it, its words stand there otherwise (“the surveyed urban
unemployment rate”, “he was vaccinated”), a body is told by its people (“the police”), a place goes
by its name alone (“Donghu”), what was named before by a part of it (“500 strays”), residents are
people, a heading says less than what stands under it or names no body, a place or a person named before is left
out, a body is another country’s (英外交部) or left out of a passive (由海事局责令, “shall be ordered”),
two terms share one rendering, a deprecated term is still in use.

Bad:   渝北区数字化城市运行和治理中心投用后……
       Since the Yubei smart city hub went into service …
Good:  Since the Yubei District Digital Urban Operations and Governance Center went into service …

What to do: use the rendering that the message quotes.  If yours is right as well, propose it
in glossary.yaml under `also`, where a short form that everybody knows (GDP) belongs too; if the
Chinese means something else in this context, give the context under `unless`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import repeat
from typing import TypeAlias

from yubei_pub.beads import Bead, Stretch, TermUse
from yubei_pub.checks import _term_bodies
from yubei_pub.checks import _term_remarks as say
from yubei_pub.checks._prose import LATIN
from yubei_pub.checks._recall import recalled
from yubei_pub.checks._term_excuses import Context, excuse_of, goes_by_name, places
from yubei_pub.findings import Remark, Severity
from yubei_pub.glossary import Term
from yubei_pub.model import Briefing, BriefingSection
from yubei_pub.renderings import EnglishIndex, mentions, pattern
from yubei_pub.terms import avoided_patterns, official_patterns

SEVERITY = Severity.ERROR


# The terms that were named so far, by their English, and the short names that brackets gave them.  The English tells
# that 市住建局 is the 市住房和城乡建设局 of before.
_Named: TypeAlias = dict[str, set[str]]


def check_briefing(briefing: Briefing) -> Iterator[Remark]:
    """Terms without a rendering, in the order of the briefing; a short form needs the full one before it."""
    named: _Named = {}
    for section in briefing.sections:
        asking, here = section.recall("named", partial(_names, section))
        before = {en: sorted(named[en]) for en in asking if en in named}
        yield from recalled(briefing, f"terms {before}", section, partial(_remarks, section, before))
        for en, aliases in here.items():
            named.setdefault(en, set()).update(aliases)


def _remarks(section: BriefingSection, before: Mapping[str, Sequence[str]]) -> Iterator[Remark]:
    """What is said of a section before which these terms were named."""
    named: _Named = {en: {*aliases} for en, aliases in before.items()}
    for context in _contexts(section):
        yield from _check(context, named)


def _contexts(section: BriefingSection) -> Iterator[Context]:
    """The beads that have English; the others are untranslated."""
    beads = list(section.beads())
    contexts = map(Context, repeat(beads), range(len(beads)))
    return (context for context in contexts if any(LATIN.search(text) for text in context.texts))


def _names(section: BriefingSection) -> tuple[list[str], dict[str, list[str]]]:
    """The terms of a section of which something is said that hangs on their being named before; those that are named
    there, with the short names that brackets gave them.
    """
    named: _Named = {}
    asking: dict[str, None] = {}
    for context in _contexts(section):
        for found, rendered in _uses(context.bead):
            if not rendered or _is_short(rendered[0]):
                asking[found[0].term.en] = None
            _note(context.bead, found, named)
    return list(asking), {en: sorted(aliases) for en, aliases in named.items()}


def _note(bead: Bead, found: Sequence[TermUse], named: _Named) -> None:
    """A term is named, if by its short form, of which one remark is enough; or a place by its name alone."""
    for use in found:
        if use.target or goes_by_name(bead, use.term):
            aliases = named.setdefault(use.term.en, set())
            if use.target and (alias := mentions.alias(bead.target[use.target.segment].text.text, use.target.end)):
                aliases.add(alias)


def _uses(bead: Bead) -> Iterator[tuple[list[TermUse], list[TermUse]]]:
    """Each term of a bead: where it stands in the Chinese, and those that are rendered, as the English has them."""
    for found in bead.uses.values():
        yield found, sorted((use for use in found if use.target), key=lambda use: use.target or Stretch(0, 0, 0))


def _check(context: Context, named: _Named) -> Iterator[Remark]:
    for found, rendered in _uses(context.bead):
        term = found[0].term
        if term.status == "deprecated":
            yield from (say.at(context.bead, use, say.DEPRECATED, Severity.NOTE) for use in rendered)
        elif not rendered:
            yield from _missing(context, found[0], named)
        elif others := _other_bodies(context.bead, rendered):
            yield say.at(context.bead, others[0], say.ANOTHER, _gravity(term))
        elif _is_short(rendered[0]) and not (term.en in named or not context.number or _stood_before(context, term)):
            yield say.at(context.bead, rendered[0], say.SHORT_FIRST, Severity.WARNING)
        _note(context.bead, found, named)
        if term.quotes == "keep" and term.status != "deprecated":
            yield from (remark for use in rendered for remark in say.unquoted(context.bead, use))


def _gravity(term: Term) -> Severity:
    return Severity.ERROR if term.status == "approved" else Severity.WARNING


def _other_bodies(bead: Bead, rendered: Sequence[TermUse]) -> list[TermUse]:
    """The uses of a body, each with the name of the other body that it is a part of; none if one stands alone."""
    found = [use._replace(target=other) for use in rendered if (other := _term_bodies.of_another(bead, use))]
    return found if len(found) == len(rendered) else []


def _is_short(use: TermUse) -> bool:
    term = use.term
    return use.rendering == term.short and term.short not in (term.en, *term.also)


def _stood_before(context: Context, term: Term) -> bool:
    """Whether the English of the section has named a term where the Chinese did not."""
    return any(
        EnglishIndex(segment.text.text).find(wanted)
        for wanted in official_patterns(term)
        for bead in context.beads[: context.number]
        for segment in bead.target
    )


def _missing(context: Context, use: TermUse, named: _Named) -> Iterator[Remark]:
    """The remark on a term without a rendering, if it is amiss.

    None where an avoided rendering stands, which is a rule of its own; none where its words are
    part of a longer rendering, for then the English may say it once for both; and none where the
    text speaks of it as one speaks of what was named before.
    """
    term, bead = use.term, context.bead
    indices = [EnglishIndex(text) for text in context.texts]
    if any(index.find(avoided) for index in indices for _, avoided in avoided_patterns(term)):
        return
    found = places(indices, official_patterns(term))
    shared = any(other.target in found for other in bead.terms)
    if found and not shared and not _is_another(context, term, found):
        return
    if not shared and (found or term.en in named) and _again(context, term, named.get(term.en, ())):
        return
    wrong_capitals = places(indices, [pattern(term.en)]) if term.case == "exact" and not found else set()
    if wrong_capitals:
        yield say.capitals(bead, use, min(wrong_capitals), Severity.WARNING)
    elif excuse := say.SHARED if shared else excuse_of(context, use, term.en in named):
        yield say.at(bead, use, excuse, Severity.NOTE)
    else:
        yield say.at(bead, use, say.MISSING, _gravity(term))


def _is_another(context: Context, term: Term, found: Collection[Stretch]) -> bool:
    """Whether a longer rendering is that of a longer term, beside which the Chinese has this one as well.

    A professor is not named by *associate professor*; but *full and associate professors* are both, a pronoun may
    speak of what the longer name has in it, and a place is named wherever its name stands.
    """
    longer = [each.target for each in context.bead.terms if each.target and _is_longer(each.term.zh, term.zh)]
    held = [place for place in found if any(target.holds(place) for target in longer)]
    return (
        term.kind != "place"
        and len(held) == len(found)
        and not any(mentions.for_two(context.texts[target.segment], target.start) for target in longer)
    )


def _is_longer(zh: str, other: str) -> bool:
    """Whether a Chinese term has all characters of another in their order, and more: 党委副书记 of 党委书记."""
    rest = iter(zh)
    return zh != other and all(char in rest for char in other)


def _again(context: Context, term: Term, aliases: Iterable[str]) -> bool:
    """Whether the English speaks of a term named before by its head noun, its surname or a short name of its own."""
    given = [pattern(alias, "exact") for alias in aliases]
    return any(
        mentions.again(term, text, explained) or any(map(EnglishIndex(text).find, given))
        for text, explained in context.said
    )
