"""How English speaks of a term again, once it has been named: the center, Yang, the MIIT of a bracket, it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TypeAlias

from yubei_pub.glossary import Term
from yubei_pub.patterns import lazy_regex
from yubei_pub.renderings import EnglishIndex, pattern

_BEHIND_THE_HEAD = lazy_regex(r"\s+(?:of|for|in|at|on|to|from|with|between|under)\s|[,(…]|\.\.\.")
_ALIAS = lazy_regex(r"\s*\((?:hereinafter |hereafter |referred to as |or |the )*[“\"‘']?([\w&’' -]{2,40}?)[”\"’']?\)")
_PRONOUN = lazy_regex(
    r"[“\"‘]?(?:(?:in|from|during|by|since|at|over|as of) [^,]{1,40},? )?"
    r"(?:its?|they|their|he|his|she|her|these|those|both"
    r"|(?:[^.?!,]{1,80}, )?the (?:(?:art )?form|art|craft|tradition|event|project|program(?:me)?|scheme|venue|place)\b"
    r"|the (?:figure|number|total)s? (?:was|were|is|are|has|have|had|stood|rose|fell))\b"
    r"|.*[,?!][”\"’] (?:he|she|they)\b|.*, (?:it|he|she|they) (?:said|says|added|noted|wrote|announced|explained)\b",
    re.IGNORECASE,
)
_THIS = lazy_regex(r"\b(?:this|these)\b", re.IGNORECASE)
_SUCH = lazy_regex(r"\bsuch (?!as\b|that\b)", re.IGNORECASE)
_THE_POLICY = lazy_regex(r"\b(?:the|this|that) (?:policy|principle|initiative|scheme|campaign|slogan)\b", re.IGNORECASE)
_RANK = lazy_regex(r"(?:vice|deputy|associate|assistant|acting)", re.IGNORECASE)  # who is no governor, director
_HEAD_OF = lazy_regex(r"(?<!deputy )\bheads?\b(?!-| (?:office|coach|nurse|teacher|chef)\b)", re.IGNORECASE)
_OWN = lazy_regex(r"\b(?:its?|they|their|them)\b", re.IGNORECASE)
_SHARED = lazy_regex(r"\w+ (?:and|or) \Z")
_PEOPLE = lazy_regex(
    r"\b(?:people|persons?|those|whoever|(?:any|every|some|no)(?:one|body)|(?:wo)?m[ae]n|famil(?:y|ies)|households?)\b",
    re.IGNORECASE,
)
_SO_MANY = lazy_regex(
    r"(?:[0-9]|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|hundred|thousand))"
    r" (?:(?:more|others?)(?=[,.;:)]|$| (?:in|by|will|are|were|have|had|this|next)\b)|of (?:them|these|those|which)\b)",
    re.IGNORECASE,
)
_TITLES = frozenset("mr mrs ms dr prof professor secretary mayor governor minister director comrade head".split())
_OF = lazy_regex(r"\s+(?:of|for)\s+(?:the\s+)?[A-Z]")  # behind a noun: of which it is
_OFFICER = lazy_regex(r" (?:director|head|chief|president|principal|curator|manager|official|spokes[a-z]+|staff)\b")
_LEADS = lazy_regex(r"(?:\A|[.,;:“] ?|\b(?:said|says|told|asked|by|to|with|and|from|for|of) )\Z")
_BEGINS = lazy_regex(r"[.!?:;“\"‘(]\s*\Z")
_CAPITAL = lazy_regex(r"[A-Z][\w’'-]*")
# Capitals that name nothing of their own: whoever sees only these has no other name before them.
_COMMON_CAPITALS = frozenset(
    """
    January February March April May June July August September October November December Monday Tuesday Wednesday
    Thursday Friday Saturday Sunday I Chinese English GDP RMB China CPC Party
    """.split()
)

# How sentences begin that begin with no name, and how names in pinyin never end.
_STARTERS = frozenset(
    """
    a an the this that these those it they he she we there here in on at by for from to with as of after before since
    during under over through along across behind between among about around near and but or so yet not no all both
    each every many most more some several few other another such once when while where if although because next then
    now today also only even one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty
    hundred thousand half first second third last new old people work what how who which its their his her our
    construction water green public urban rural local city district county village town park nearly almost further
    """.split()
)
_ENGLISH_END = lazy_regex(r"(?:ed|ly|ion|ment|ity|al|s|ure|ive|ary|ory|ance|ence|able|ful|th)$")

Stretches: TypeAlias = Sequence[tuple[int, int]]


def again(term: Term, text: str, explained: Stretches) -> bool:
    """Whether a text speaks of a term by its head noun (*the center*, *center director Li*), of a person by surname.

    Not where the noun has other words with it (*the smart center*, *the Center of Trade*) outside the
    `explained` stretches: that is another name, perhaps a wrong one.
    """
    if term.kind == "person":
        return _by_surname(term.en, text)
    index = EnglishIndex(text)
    for head in {head for rendering in term.renderings for head in _heads(rendering)}:
        alone = {hit.start for hit in index.find(pattern(f"the {head}", definite=True)) if not _OF.match(text, hit.end)}
        alone |= {hit.start for hit in index.find(pattern(head)) if _is_of_officer(text, hit.start, hit.end)}
        every = {hit.start for hit in index.find(pattern(head)) if not inside(hit.start, explained)}
        if alone and every <= alone:
            return True
    return False


def _is_of_officer(text: str, start: int, end: int) -> bool:
    """Whether a noun alone stands before who is at its head or works there: said library director Liang."""
    return _OFFICER.match(text, end) is not None and _LEADS.search(text, 0, start) is not None


def alias(text: str, end: int) -> str:
    """The short name that a bracket gives behind a full rendering, as in *… Center (DUOG)*; else nothing."""
    match = _ALIAS.match(text, end)
    return match[1] if match and any(char.isupper() for char in match[1]) else ""


def by_pronoun(sentence: str) -> bool:
    """Whether a sentence begins with a pronoun for what was named before, or what is said of a quotation does."""
    return _PRONOUN.match(sentence) is not None


def points_back(sentence: str) -> bool:
    """Whether a sentence speaks by a pronoun, or of *this* or *these*, as the Chinese does by 这 and 该."""
    return by_pronoun(sentence) or _THIS.search(sentence) is not None


def by_kind(term: Term, sentence: str) -> bool:
    """Whether a sentence says of what kind a term is that was named before: such projects, of a policy *the policy*."""
    the_policy = term.kind in ("policy", "slogan") and _THE_POLICY.search(sentence)
    return bool(the_policy or _SUCH.search(sentence))


def counted_on(text: str) -> bool:
    """Whether a figure stands without what it counts, which was named before: 25 more, six of them."""
    return _SO_MANY.search(text) is not None


def for_two(text: str, start: int) -> bool:
    """Whether a rendering at `start` may stand for a shorter one as well, whose words it has.

    A pronoun speaks of that (*the General Office of the State Council and its …*), or it shares them with what is
    before it: *full and associate professors*.
    """
    return _OWN.search(text) is not None or _SHARED.search(text, 0, start) is not None


def has_people(text: str, explained: Stretches) -> bool:
    """Whether a text speaks of persons without saying what they are: people, those, families, a man."""
    return stands_free(_PEOPLE, text, explained)


def has_head(text: str, explained: Stretches) -> bool:
    """Whether a text speaks of the head of something, as any of its directors and presidents may be called."""
    return stands_free(_HEAD_OF, text, explained)


def names_other(text: str, explained: Stretches) -> bool:
    """Whether a text has a name outside the `explained` stretches: it may stand where another belongs."""
    for match in _CAPITAL.finditer(text):
        word = match[0]
        first = match.start() == 0 or _BEGINS.search(text, 0, match.start()) is not None
        common = word in _COMMON_CAPITALS or (first and (word.casefold() in _STARTERS or _ENGLISH_END.search(word)))
        if not (common or inside(match.start(), explained)):
            return True
    return False


def stands_free(words: re.Pattern[str], text: str, explained: Stretches) -> bool:
    """Whether some words stand in a text outside the `explained` stretches."""
    return any(not inside(match.start(), explained) for match in words.finditer(text))


def inside(at: int, stretches: Stretches) -> bool:
    """Whether a place of a text is in any of some stretches of it."""
    return any(start <= at < end for start, end in stretches)


def _heads(rendering: str) -> Iterator[str]:
    """The noun that the rest of a rendering describes, and with what is before it: *town*, *Old Town* of “of Lijiang”.

    None where the noun alone is another office.
    """
    whole = rendering.split()
    phrase = _BEHIND_THE_HEAD.split(rendering.strip())[0].split()
    if not any(map(_RANK.fullmatch, phrase)):
        shortest, longest = len(phrase) - 1, 0 if len(phrase) < len(whole) else 1
        yield from (" ".join(phrase[at:]) for at in range(shortest, longest - 1, -1))


def _by_surname(name: str, text: str) -> bool:
    """Whether one word of a name stands without another name beside it: *Yang said*, *Ms. Yang*, not *Yang Xiaoyan*."""
    words = text.split()
    bare = [word.strip('.,;:!?()“”"').removesuffix("’s").removesuffix("'s") for word in words]
    for at, word in enumerate(bare):
        if word not in (name.split(maxsplit=1)[0], name.rsplit(maxsplit=1)[-1]):
            continue
        before = bare[at - 1] if at and words[at - 1][-1] not in ",;:!?" else ""
        behind = bare[at + 1] if at + 1 < len(bare) and words[at][-1].isalpha() else ""
        alone = not before[:1].isupper() or before.casefold() in _TITLES or words[at - 1].endswith(".")
        if alone and not behind[:1].isupper():
            return True
    return False
