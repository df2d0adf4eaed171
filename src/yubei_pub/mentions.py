"""How English speaks of a term again, once it has been named: the center, Yang, the MIIT of a bracket, it."""

from __future__ import annotations

import re

from yubei_pub.glossary import Term
from yubei_pub.renderings import EnglishIndex, pattern

_BEHIND_THE_HEAD = re.compile(r"\s+(?:of|for|in|at|on|to|from|with|between|under)\s|[,(…]|\.\.\.")
_ALIAS = re.compile(r"\s*\((?:hereinafter |hereafter |referred to as |or |the )*[“\"‘']?([\w&’' -]{2,40}?)[”\"’']?\)")
_PRONOUN = re.compile(
    r"(?:^|[.!?;:]\s+|,\s+(?:and |but |which )?|\b(?:and|but|that|as|when|while|where|because|if|so)\s+)"
    r"[“\"‘]?(?:it|they|he|she|these|those|both)\b",
    re.IGNORECASE,
)
_TITLES = frozenset("mr mrs ms dr prof professor secretary mayor governor minister director comrade head".split())
_CAPITAL = re.compile(r"[A-Z][\w’'-]*")
# Capitals that name nothing of their own: whoever sees only these has no other name before them.
_COMMON_CAPITALS = frozenset(
    """
    January February March April May June July August September October November December Monday Tuesday Wednesday
    Thursday Friday Saturday Sunday I Chinese English GDP RMB China CPC Party
    """.split()
)


def again(term: Term, text: str) -> bool:
    """Whether a text speaks of a term by its head noun (*the center*, *this center*) or, of a person, by surname."""
    if term.kind == "person":
        return _by_surname(term.en, text)
    index = EnglishIndex(text)
    heads = {_head(rendering) for rendering in (term.en, *term.also)} - {""}
    return any(index.find(pattern(f"the {head}", definite=True)) for head in heads)


def alias(text: str, end: int) -> str:
    """The short name that a bracket gives behind a full rendering, as in *… Center (DUOG)*; else nothing."""
    match = _ALIAS.match(text, end)
    return match[1] if match and any(char.isupper() for char in match[1]) else ""


def by_pronoun(text: str) -> bool:
    """Whether a sentence, or a clause of it, begins with a pronoun that can stand for what was named before."""
    return _PRONOUN.search(text) is not None


def names_other(text: str, explained: list[tuple[int, int]]) -> bool:
    """Whether a text has a name outside the `explained` stretches: it may stand where another belongs."""
    for match in _CAPITAL.finditer(text):
        covered = any(start < match.end() and match.start() < end for start, end in explained)
        first = match.start() == 0 or re.search(r"[.!?:;“\"‘]\s*$", text[: match.start()])
        if not (covered or first or match[0] in _COMMON_CAPITALS):
            return True
    return False


def _head(rendering: str) -> str:
    """The noun that the rest of a rendering describes: *center*, *Secretary*."""
    phrase = _BEHIND_THE_HEAD.split(rendering.strip())[0].split()
    return phrase[-1] if len(phrase) > 1 or (" " in rendering.strip() and phrase) else ""


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
