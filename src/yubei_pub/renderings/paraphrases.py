"""What stands for a rendering in good English and is not it, so that a reviser need only look.

in other words    *vaccination* in “he was vaccinated”, *release* in “they were released”,
                  *dog license* in “dogs are licensed”,
                  *surveyed unemployment rate* in “the surveyed urban unemployment rate”
by its name       *Donghu District* in “Donghu is building”
in part           *stray dog* in “they took in 500 strays”, *wheelchair ramp* in “up the ramp”
of another        *tertiary hospital* in “40 hospitals, seven of them tertiary”
by its people     *public security bureau* in “the police said”, *education bureau* in “education authorities”

Words are compared by family: by what is left of *vaccination*, *vaccinated* and *vaccinate* without their endings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain, groupby

from yubei_pub.patterns import lazy_regex
from yubei_pub.renderings import GAP_WORDS, EnglishIndex, Hit, pattern
from yubei_pub.renderings.forms import key
from yubei_pub.renderings.mentions import Stretches, inside, stands_free
from yubei_pub.renderings.verbs import verb_keys, verb_of
from yubei_pub.renderings.words import Word, words_of

_ENDING = lazy_regex(r"(?<=\w{4})(?:(?:at)?(?:ion(?:al)?|ive|ing|ed|[eo]r|e|[ae]n(?:ce|cy|t))|e?ment|ality|ty|al|ly)$")
_DOUBLED = lazy_regex(r"([bdgklmnprt])\1$")
_PARTICIPLE = lazy_regex(r"(?:ing|ed)$")
_DONE = lazy_regex(r"(?:ion|ing|ment|ance|ence)s?$")
_APART = lazy_regex(r"[,;:.!?()\[\]“”\"—–/]")  # between two words that belong to no one term
_NAME_BEHIND = lazy_regex(r"[ -][A-Z]")
_NAME_BEFORE = lazy_regex(r"(?<![.!?:] )(?<!\A)\b[A-Z][\w’'-]*[ -]\Z")
_SMALL_WORD = lazy_regex(r"\b(?!from|with|into|over|amid)[a-z]{4}")
_HEAD = lazy_regex(r"(?:the )?([\w-]+) (?:to|of|for|in|on) ")
_OFFICE = lazy_regex(
    r"^(?:\w+ )??(\w+(?: and \w+)?) (?:bureau|commission|department|administration|office|authority)\b"
)
_PEOPLES = lazy_regex(r"^people['’]s (?=court|procuratorate|congress|government)", re.IGNORECASE)
_PEOPLE_OF = {
    "public security": "police",
    "procuratorate": "prosecutors?",
    "fire": "fire ?fighters?",
    "market regulation": "market regulators?",
}
_AND = frozenset(("and", "or", "but", "while"))
_SMALL = frozenset("of the and or for in on at to by with from".split())

# What may stand beside a part of a rendering that stands alone: any other word may make another term of it.
_FUNCTION = _SMALL | frozenset(
    """
    this that these those its their our his her your my whose which who what all both each every some any no many
    several few more most other another such same only first new is are was were be been being has have had will would
    can could may might must shall should do does did not also as than then when where while if because so but into onto
    over under about around between among through during before after within without against per up down out off
    says said it they he she we you there here now too never always still already just even
    """.split()
)


@lru_cache(1 << 14)
def family(word: str) -> str:
    """What related words share: *vaccin* of vaccination and vaccinated, *train* of training and trainers."""
    stem, longer = key(word), ""
    stem = verb_of(stem) or stem
    while stem != longer:
        longer, stem = stem, _ENDING.sub("", stem)
    return _DOUBLED.sub(r"\1", stem[:-1] + "i" if stem.endswith("y") else stem)


def in_other_words(rendering: str, text: str, explained: Stretches = ()) -> bool:
    """Whether all words of a rendering stand close together, in any order, each by its family.

    Nothing may be counted up between them, unless the rendering does so itself, nor its last word be another's first:
    *urban planning* is not in “urban construction and rural planning”, nor in “road planning in urban areas”.
    """
    wanted = _wanted(rendering)
    if len(wanted) == 1 and not _DONE.search(rendering):  # parking is no park, and who charges no charger
        forms = verb_keys(rendering.casefold(), definite=False)[1:]
        return any(key(word.text) in forms and not inside(word.start, explained) for word in EnglishIndex(text).words)
    if not wanted.keys() <= _families(text):
        return False
    words = EnglishIndex(text).words
    names = [_named(word, wanted, explained) for word in words]
    counts = " and " in rendering or "-" in rendering  # integrated development of urban and rural areas
    for first in (at for at, name in enumerate(names) if name):
        if _is_other(text, words, (first, first), wanted) and names[first] == list(wanted)[-1]:
            continue
        met: set[str] = set()
        for at in range(first, min(first + len(wanted) + GAP_WORDS, len(words))):
            if at > first and (words[at].stop or (not counts and _counted(text, words[at - 1], words[at]))):
                break
            met.add(names[at])
            if met >= wanted.keys():
                return True
    return False


def by_name(rendering: str, text: str, explained: Stretches) -> bool:
    """Whether a name stands without its last word, which says what it is, and as no part of a longer name."""
    name = [word.text for word in words_of(rendering)][:-1]
    found = EnglishIndex(text).find(pattern(" ".join(name), "exact")) if name else ()
    titled = not _SMALL_WORD.search(text)  # where each word has a capital, one tells no name
    return any((titled or not _in_longer_name(text, hit)) and not inside(hit.start, explained) for hit in found)


def in_part(rendering: str, text: str, explained: Stretches) -> bool | None:
    """Whether some words of a rendering stand alone in a text: False where they may be a part of another term.

    The last, which is what the rest describes, must have no other word before it, the others none behind them, but for
    function words.  None if none of the words is there, or all that are render something else (`explained`).
    """
    wanted = _wanted(rendering)
    if wanted.keys().isdisjoint(_families(text)):
        return None
    words = EnglishIndex(text).words
    runs = list(_runs(words, wanted, explained))
    others = [_is_other(text, words, run, wanted) or _is_described(text, words, run, rendering) for run in runs]
    return not any(others) if others else None


def of_another(rendering: str, text: str, explained: Stretches) -> bool:
    """Whether some words of a rendering stand alone, and before them those that render something else."""
    wanted = _wanted(rendering)
    if not wanted.keys() <= _families(text) or not in_part(rendering, text, explained):
        return False
    words = EnglishIndex(text).words
    free = [_named(word, wanted, explained) for word in words]
    first = next(at for at, name in enumerate(free) if name)
    borrowed = {_named(word, wanted, ()) for word in words[:first]}
    return not wanted.keys() <= set(free) and wanted.keys() <= borrowed.union(free)


def by_people(rendering: str, text: str, explained: Stretches) -> bool:
    """Whether a text speaks of those who make up a body, the police, prosecutors, education authorities, or of the body
    without saying whose it is: the court for the people’s court.
    """
    small = rendering.casefold()
    if _PEOPLES.search(small):
        hits = EnglishIndex(text).find(pattern(_PEOPLES.sub("the ", rendering), definite=True))
        if any(not inside(hit.start, explained) for hit in hits):
            return True
    people = [said for body, said in _PEOPLE_OF.items() if body in small]
    if found := _OFFICE.search(small):
        people.append(rf"{re.escape(found[1])} (?:authorities|officials|officers)")
    return any(stands_free(lazy_regex(rf"\b(?:{said})\b", re.IGNORECASE), text, explained) for said in people)


@lru_cache(4096)
def _wanted(rendering: str) -> dict[str, bool]:
    """The words of a rendering by family, and whether each must stand as it is, as a participle before a noun must."""
    words = [word.text for word in words_of(rendering) if word.text.casefold() not in _SMALL]
    fixed = [at + 1 < len(words) and _PARTICIPLE.search(word) is not None for at, word in enumerate(words)]
    return {key(word) if exact else family(word): exact for word, exact in zip(words, fixed, strict=True)}


@lru_cache(256)
def _families(text: str) -> frozenset[str]:
    """What its words may be wanted by: most texts have none of a rendering's, and are not looked at."""
    return frozenset(chain.from_iterable(map(_of_chunk, text.split())))


@lru_cache(1 << 14)
def _of_chunk(chunk: str) -> tuple[str, ...]:
    return tuple(name for word in words_of(chunk) for name in (key(word.text), family(word.text)))


def _named(word: Word, wanted: Mapping[str, bool], explained: Stretches) -> str:
    """Which of some wanted words a word is; nothing if it is none, or renders something else."""
    name, loose = key(word.text), family(word.text)
    if inside(word.start, explained):
        return ""
    return name if wanted.get(name) else loose if wanted.get(loose) is False else ""


def _runs(words: Sequence[Word], wanted: Mapping[str, bool], explained: Stretches) -> Iterator[tuple[int, int]]:
    """First and last of the wanted words that stand together."""
    mine = [at for at, word in enumerate(words) if _named(word, wanted, explained)]
    for _, run in groupby(enumerate(mine), key=lambda pair: pair[1] - pair[0]):
        places = [at for _, at in run]
        yield places[0], places[-1]


def _is_other(text: str, words: Sequence[Word], run: tuple[int, int], wanted: Mapping[str, bool]) -> bool:
    """Whether what stands beside some words of a rendering may make another term of them."""
    first, last = run
    if _named(words[last], wanted, ()) == list(wanted)[-1]:
        return first > 0 and not words[first].determiner and _belong(text, words[first - 1], words[first])
    behind = last + 1
    return behind < len(words) and not words[behind].determiner and _belong(text, words[last], words[behind])


def _is_described(text: str, words: Sequence[Word], run: tuple[int, int], rendering: str) -> bool:
    """Whether a word before the noun a rendering begins with makes another of it: *tax reform* of *reform to …*."""
    head = _HEAD.match(rendering)
    at = run[0]
    if not (head and at and key(words[at].text) == key(head[1])) or words[at].determiner:
        return False
    return _belong(text, words[at - 1], words[at])


def _belong(text: str, left: Word, right: Word) -> bool:
    """Whether two words may be of one term."""
    apart = right.stop or _APART.search(text, left.end, right.start)
    return not apart and not any(w.text.casefold() in _FUNCTION or w.text[:1].isdigit() for w in (left, right))


def _counted(text: str, left: Word, right: Word) -> bool:
    """Whether the right of two words begins something else beside what the left belongs to."""
    return right.text.casefold() in _AND or _APART.search(text, left.end, right.start) is not None


def _in_longer_name(text: str, hit: Hit) -> bool:
    return _NAME_BEHIND.match(text, hit.end) is not None or _NAME_BEFORE.search(text, 0, hit.start) is not None
