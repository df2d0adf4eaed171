"""Why a term may be missing rightly: what a reviser would see from the English, and need only look at."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from yubei_pub.beads import Bead, Stretch, TermUse
from yubei_pub.checks import _counterpart
from yubei_pub.checks import _term_remarks as say
from yubei_pub.glossary import Term
from yubei_pub.patterns import lazy_regex
from yubei_pub.renderings import EnglishIndex, Pattern, mentions, paraphrases
from yubei_pub.renderings.words import words_of
from yubei_pub.terms import official_patterns

_NAMED = ("person", "place")  # whose renderings are names with capitals, whatever the glossary says of them
_LONGEST_ENDING = 4  # of a plural with an article, or of a verb
_BODY = lazy_regex(
    r"\b(?:bureau|administration|commission|committee|ministry|department|office|authority|agency|court|center|centre|branch"
    r"|council|congress|government|station|institute|academy|association|federation|society|corporation|company|group"
    r"|hospital|university|college|school|bank|police|museum|library|procuratorate)s?\b|(?-i:\b[A-Z]{3,5}\b)",
    re.IGNORECASE,
)
_NAMES = ("person", "place", "body", "office")
_BY_WHOM, _DOES = lazy_regex(r"由[^，。；]{0,8}\Z"), lazy_regex("[^，。；由]{0,8}(?:责令|处|予以|给予|收缴|没收|吊销)")
_PASSIVE = lazy_regex(r"\b(?:shall|will|must|may)(?: also)? be \w+ed\b")
_AGENT = lazy_regex(r"\bby (?:the|an?|its?|their|local|[A-Z])")
_POINTED_AT = lazy_regex(r"(?:[这那该此]|上述)[位名个只家座条项些种批]?\Z")
_HEAD = lazy_regex("^[^副]*(?:长|主任)$")  # 局长, 院长, 主任
# 英外交部, 法国教育部: a body of the same name elsewhere; but not 中国, 我国, 两国.
_ABROAD = lazy_regex(r"(?:[美英法德俄日韩印加澳]|[^中我全各该本外两三，。]国)的?\Z")
_ANYBODY = lazy_regex("[民众客]\\Z")  # 居民, 群众, 游客: persons of no particular trade

# What a figure measures is understood where it was named before: 票房为334亿元, they took 33.4 billion; and without a
# verb where the unit says what kind of thing it is (装机容量12亿千瓦, but 入学率61%).
_FIGURE_BEHIND = lazy_regex(
    r"[已仅约近将再也还共]{0,2}(?:(?:为|达到?|超过?|逾|过|突?破|是)[约近逾超]? ?[\d百千万亿]"
    r"| ?[约近逾超]? ?\d[\d.,]* ?[万亿]*余? ?(?:[千兆]?瓦|吨|[美欧日]?元|公里|[平立]方|亩|公顷))"
)
_FIGURE_BEFORE = lazy_regex(r"[\d一二两三四五六七八九十百千万亿] ?[余多几]?[个名家座处条所项件只辆台套栋间位种]?\Z")
_THING = lazy_regex("[0-9](?: (?:thousand|million|billion))? ([a-z]+)")


class Context(NamedTuple):
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

    @property
    def said(self) -> list[tuple[str, mentions.Stretches]]:
        """The texts with the stretches of each that render terms."""
        return [(text, explained(self.bead, number)) for number, text in enumerate(self.texts)]


def excuse_of(context: Context, use: TermUse, named: bool) -> str:
    """Why a term may be missing rightly, as a template; nothing where nothing speaks for it.

    `named` says that it was named in full before.
    """
    if _moved(context, use):
        return say.BESIDE
    chinese = context.bead.source[use.source.segment].text.text
    if use.term.kind == "body" and _ABROAD.search(chinese, max(0, use.source.start - 3), use.source.start):
        return say.ABROAD
    if _is_unsaid_agent(context, use):
        return say.AGENT
    return (
        _in_other_words(context, use.term, named)
        or (_of_common_noun(context, use, named) if _may_be_dropped(context, use.term) else "")
        or _in_heading(context, use.term)
        or _spoken_of_again(context, use, named)
    )


def _is_unsaid_agent(context: Context, use: TermUse) -> bool:
    """Whether a passive leaves out by whom: 由消防救援机构责令改正, "will be ordered to put it right"."""
    chinese = context.bead.source[use.source.segment].text.text
    led = _BY_WHOM.search(chinese, max(0, use.source.start - 9), use.source.start)
    if not (led and _DOES.match(chinese, use.source.end)):
        return False
    place = _counterpart.sentence(context.bead, use.source)
    sentence = context.texts[place.segment][place.start : place.end]
    return bool(_PASSIVE.search(sentence) and not _AGENT.search(sentence))


def _in_other_words(context: Context, term: Term, named: bool) -> str:
    """Whether its words stand there otherwise, a name without its class, or a part of what was named before."""
    if goes_by_name(context.bead, term):
        return say.IN_PART
    said = context.said
    if any(paraphrases.of_another(each, *text) for text in said for each in term.renderings):
        return say.IN_PART
    if any(_by_people(term, *text) for text in said):
        return say.OTHER_WORDS
    for text, taken in said if term.kind not in _NAMES else ():
        if not term.quotes and any(paraphrases.in_other_words(each, text, taken) for each in term.renderings):
            return say.OTHER_WORDS
        if named and paraphrases.in_part(term.en, text, taken):
            return say.IN_PART
    return ""


def _in_heading(context: Context, term: Term) -> str:
    """Whether a heading, which is short, has a word of a term, and of a name no word that may be another's.

    A body may be left out of it where no other stands there.
    """
    said = [paraphrases.in_part(term.en, *text) for text in (() if context.number else context.said)]
    if term.kind == "body" and said and not any(map(_BODY.search, context.texts)):
        return say.HEADING
    return say.IN_PART if True in said or (False in said and term.kind not in _NAMES) else ""


def _by_people(term: Term, text: str, taken: mentions.Stretches) -> bool:
    """Whether a body is told by those in it, or an office by the word for who is at the head of anything."""
    is_head = term.kind == "office" and _HEAD.search(term.zh) is not None and mentions.has_head(text, taken)
    bodies = (match.start() for match in _BODY.finditer(text) if match.start() and match[0][0].isupper())
    if any(not mentions.inside(start, taken) for start in bodies):
        return is_head  # the National Health Commission sent firefighters
    return is_head or any(paraphrases.by_people(each, text, taken) for each in term.renderings)


def goes_by_name(bead: Bead, term: Term) -> bool:
    """Whether a place is named without its class: Donghu for Donghu District."""
    return term.kind == "place" and any(
        paraphrases.by_name(term.en, segment.text.text, explained(bead, number))
        for number, segment in enumerate(bead.target)
    )


def _may_be_dropped(context: Context, term: Term) -> bool:
    """Whether a term is no name, or an office in a heading, where the person's name will do."""
    return term.kind not in _NAMES or (term.kind == "office" and not context.number)


def _of_common_noun(context: Context, use: TermUse, named: bool) -> str:
    """Whether persons are only people here, or nothing speaks of another where the figure or the heading will do."""
    term, said = use.term, context.said
    if _ANYBODY.search(term.zh) and any(mentions.has_people(*text) for text in said):
        return say.PEOPLE
    if False in [paraphrases.in_part(term.en, *text) for text in said]:
        return ""
    below = context.beads[1:] if term.kind != "office" else ()
    if not context.number and not (below and not any(_is_named(bead, term) for bead in below)):
        return say.HEADING
    chinese = context.bead.source[use.source.segment].text.text
    if (
        named
        and _FIGURE_BEFORE.search(chinese, max(0, use.source.start - 4), use.source.start)
        and any(map(mentions.counted_on, context.texts))
    ):
        return say.MEASURED
    if not _FIGURE_BEHIND.match(chinese, use.source.end):
        return ""
    return say.MEASURED if named else say.OTHER_WORDS if _counted(term, context.texts) else ""


def _counted(term: Term, texts: Sequence[str]) -> bool:
    """Whether what a term measures stands behind a figure: 旅客吞吐量达3437万人次, 34.37 million passengers."""
    measured = {paraphrases.family(word.text) for word in words_of(term.en)}
    return any(paraphrases.family(thing[1]) in measured for text in texts for thing in _THING.finditer(text))


def _is_named(bead: Bead, term: Term) -> bool:
    return any(use.target and use.term.zh == term.zh for use in bead.terms)


def _spoken_of_again(context: Context, use: TermUse, named: bool) -> str:
    """Whether a pronoun stands for what was named just before, or a name is left out where no other stands."""
    term, bead = use.term, context.bead
    place = _counterpart.sentence(bead, use.source)
    text = context.texts[place.segment]
    sentence = text[place.start : place.end]
    pointed_at = _POINTED_AT.search(bead.source[use.source.segment].text.text, 0, use.source.start)
    if pointed_at and mentions.points_back(sentence):
        return say.PRONOUN
    proper = term.case == "exact" or term.kind in _NAMED
    if not named or (proper and mentions.names_other(text, explained(bead, place.segment))):
        return ""
    if not proper and mentions.by_kind(term, sentence):
        return say.PRONOUN
    just_named = context.before is not None and any(other.term.en == term.en for other in context.before.terms)
    if just_named and _counterpart.leads(bead, use.source) and mentions.by_pronoun(sentence):
        return say.PRONOUN
    return say.LEFT_OUT if proper and term.kind in _NAMES else ""


def _moved(context: Context, use: TermUse) -> bool:
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
    taken = explained(bead, sentence.segment)
    return any(
        place.segment == sentence.segment
        and sentence.start <= place.start < sentence.end
        and all(end <= place.start or place.end <= start for start, end in taken)
        for place in places([EnglishIndex(segment.text.text) for segment in bead.target], official_patterns(term))
    )


def explained(bead: Bead, segment: int) -> list[tuple[int, int]]:
    """The stretches of an English segment that render terms: of a rendering with a gap its own words."""
    text = bead.target[segment].text.text
    uses = [(use.target, use.rendering) for use in bead.terms if use.target and use.target.segment == segment]
    return [stretch for target, rendering in uses for stretch in _own(text, target, rendering)]


def _own(text: str, target: Stretch, rendering: str) -> Iterator[tuple[int, int]]:
    """*Xuhui* and *campuses* of “Xuhui and Fengxian campuses”."""
    if target.end - target.start <= len(rendering) + _LONGEST_ENDING:
        yield target.start, target.end
        return
    own = {paraphrases.family(word.text) for word in words_of(rendering)}
    for word in words_of(text[target.start : target.end]):
        if paraphrases.family(word.text) in own:
            yield target.start + word.start, target.start + word.end


def places(indices: Sequence[EnglishIndex], patterns: Sequence[Pattern]) -> set[Stretch]:
    """Where any of some renderings stands."""
    return {
        Stretch(number, hit.start, hit.end)
        for number, index in enumerate(indices)
        for wanted in patterns
        for hit in index.find(wanted)
    }
