"""English numerals, in figures and in words: where they stand, cut into tokens for the grammar."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from fractions import Fraction

from yubei_pub import addresses
from yubei_pub.patterns import lazy_regex
from yubei_pub.quantities.currencies import CURRENCY_CODES
from yubei_pub.quantities.english.grammar import read
from yubei_pub.quantities.english.tables import CARDINALS, FRACTIONS, ORDINALS, PLAIN, SCALE_LETTERS, SCALES, VAGUE
from yubei_pub.quantities.english.tokens import FIGURE, Numeral, Token
from yubei_pub.quantities.units import SYMBOLS
from yubei_pub.quantities.values import POWER, VULGAR, decimal, raised, vulgar

# An atomic group: a figure that turns out to be a name (180.25q) is not tried again at half its length.
_FIGURE = (
    rf"(?>(?:(?<![0-9A-Za-z_.])|(?<=[0-9]x)|(?<=(?<![A-Za-z])(?:{'|'.join(CURRENCY_CODES)}|No\.)))"  # RMB351.2bn, No.3
    r"(?:[0-9]{1,3}(?:\.[0-9]{3})+(?=,[0-9]{2}(?![0-9,.]*[0-9]))"  # 1.234.567,89
    r"|[0-9]{1,3}(?:,[0-9]{2,3}(?=,[0-9]))*,[0-9]{3}(?!,?[0-9])"  # 1,234,567 and 12,34,567
    r"|[0-9]{1,3}(?:[ \u202f\u00a0][0-9]{3}(?![0-9]))+|[0-9]++)"
    r"(?:\.[0-9]++(?!\.[0-9])|,[0-9]{2}(?![0-9,.]*[0-9]))?|(?<![0-9A-Za-z_.])\.[0-9]++(?![0-9.]*[0-9]))"
)
_SYMBOL = "|".join(re.escape(name) for name in sorted(SYMBOLS, key=len, reverse=True))
_NO_SPACES = str.maketrans("", "", " \u202f\u00a0")
_LONGEST_FIGURE = 40  # longer is a serial number, and Python refuses to convert thousands of digits
_NOT_PLAIN = lazy_regex(f"[{''.join(map(chr, PLAIN))}]")
_LONGEST_RUN = 60  # words: no number has more, and what is found stays lazy
_POWER = rf"{POWER}(?![0-9A-Za-z])"
_LETTERS = "|".join(SCALE_LETTERS)
_CAPITAL = {"M": 10**6, "MM": 10**6, "B": 10**9, "G": 10**9, "T": 10**12}  # 1.5B and 20M; but 5G and 3B are names
_CAPITALS = (
    r"MM?|(?:B|T(?![ -](?:MR|[Ss]canner|[Mm]agnet|[Ee]ngine|[Tt]urbo)))"  # 3.0T MRI, 1.5T engine
    r"(?:(?<=[0-9][0-9].)|(?<=\.[0-9].)|(?<=\.[0-9][ ].))|G(?<=[ ]G)"
)


# What may stand behind a figure: 1st, 3×10⁸, 5k, 1½, 300km; 5x, 3x4; otherwise letters make it a name (5G).
_FIGURE_TOKEN = lazy_regex(
    rf"(?P<figure>{_FIGURE})(?:(?P<suffix>st|nd|rd|th)\b|(?P<power>{_POWER})"
    rf"|[ ]{{0,2}}(?P<letters>(?i:{_LETTERS})|{_CAPITALS})(?![A-Za-z0-9])"
    rf"|(?=s\b)|(?=(?:[ap]m|pct)\b)|(?P<vulgar>{VULGAR})|(?!(?!x(?:[0-9]|(?![A-Za-z])))[A-Za-z_½])|(?=(?:{_SYMBOL})(?![A-Za-z0-9])))"
    rf"|(?P<alone>(?<![0-9A-Za-z]){VULGAR})"
)
_JOIN = lazy_regex(
    r"(?P<hyphen>[ ]{0,2}-[ ]{0,2})|(?P<and>[ ]+and[ ]+|-and-)|(?P<space>[ ]+)|(?P<slash>/)|(?P<of>[ ]+of[ ]+)",
    re.IGNORECASE,
)
KINDS = {  # of each word, with what it is worth and whether it is one of several
    word: (kind, Fraction(value), word in ("halves", "quarters") or (kind, word[-1]) == ("ordinal", "s"))
    for kind, table in (
        ("cardinal", CARDINALS),
        ("scale", SCALES),
        ("ordinal", {word + end: value for word, value in ORDINALS.items() for end in ("", "s")}),
        ("part", FRACTIONS),
        ("a", {"a": 1, "an": 1, "another": 1}),
        ("over", {"over": 1}),
        ("point", {"point": 1}),
        ("score", {"score": 20}),
    )
    for word, value in table.items()
}
_SIZES = {f"{word}s": value for word, value in SCALES.items() if word + "s" in VAGUE and value >= 100}
KINDS |= {word: ("scale", Fraction(value), True) for word, value in _SIZES.items()}
_BEHIND = {  # what must follow words that are no numbers by themselves
    "a": lazy_regex(rf"[ -]+(?:half|quarter|{'|'.join((*SCALES, *ORDINALS))})\b", re.IGNORECASE),
    "another": lazy_regex("[ ](?:third|f(?:our|if)th|sixth|seventh|eighth|ninth|tenth)", re.IGNORECASE),  # share
    "score": lazy_regex(  # four score and seven; elsewhere it is a result
        rf"[ ]of\b(?![ ][0-9])|[ ]and[ ](?:{'|'.join(CARDINALS)})|[ ]years|[ .]*$"
    ),
    "over": lazy_regex(rf"[ ]+(?:[0-9]|{'|'.join(CARDINALS)})"),
    "point": lazy_regex(rf"[ ]+(?:{'|'.join(CARDINALS)})", re.IGNORECASE),
}
_MARK = lazy_regex(r"(?:[ -](?:yuan|dollar|tonne|ton))?[ -](?:mark|threshold)\b")  # passed the million mark


def plain(text: str) -> str:
    """The text with digits and spaces in one form; lengths do not change."""
    return text.translate(PLAIN) if not text.isascii() and _NOT_PLAIN.search(text) else text


def without_addresses(text: str) -> str:
    """The text with letters for its addresses, which hold figures that count nothing; its length does not change."""
    if not addresses.may_hold(text):
        return text
    return addresses.IN_ENGLISH.sub(lambda match: "x" * len(match[0]), text)


def numerals(text: str, places: Iterable[tuple[int, str]]) -> Iterator[Numeral]:
    """The numerals of a text, from left to right; `places` are those at which one of `KINDS` or a figure begins."""
    run: list[Token] = []
    for token in _tokens(text, places):
        if run and (not token.join or len(run) == _LONGEST_RUN):
            yield from read(run)
            run = []
        run.append(token)
    yield from read(run)


def _tokens(text: str, places: Iterable[tuple[int, str]]) -> Iterator[Token]:
    used, last = 0, -1
    for start, word in places:
        if start < used:
            continue
        token = None
        if word in KINDS:
            token = _word(text, start, word, last)
        elif word == FIGURE and (match := _figure_at(text, start)):
            used = match.end()
            token = _figure(text, match, last)
        if token:
            yield token
            used = last = token.end


def _join(text: str, last: int, start: int) -> str:
    """What stands between two tokens, if that can join them."""
    match = _JOIN.fullmatch(text, last, start) if 0 <= last <= start else None
    return match.lastgroup or "" if match else ""


def _word(text: str, start: int, word: str, last: int) -> Token | None:
    """A word that may be part of a number; `last` is where the token before it ends."""
    end = start + len(word)
    kind, value, plural = KINDS[word]
    if _is_letter(text[start - 1 : start]) or _is_letter(text[end : end + 1]):
        return None
    if (behind := _BEHIND.get(word) or _BEHIND.get(kind)) and not behind.match(text, end):
        return None
    join = _join(text, last, start)
    named = text[start:end] != word and (kind == "over" or (kind == "point" and not join))  # Point One; One Point Five
    # two hundreds; but in 2020 thousands of people
    named = named or (word in _SIZES and (join not in ("space", "hyphen") or text[last - 1].isdigit()))
    named = named or (kind, text[max(0, start - 7) : start].lower()) in (("point", "at one "), ("over", "no one "))
    if named or (kind == "ordinal" and _is_time(text, start, word)):
        return None
    if kind == "scale" and not join and text.endswith(("the ", "The "), 0, start) and _MARK.match(text, end):
        kind = "cardinal"
    return Token(start, end, "scale" if kind == "score" else kind, value, plural, join)


def _is_letter(character: str) -> bool:
    return character.isalnum() or character == "_"


def _is_time(text: str, start: int, word: str) -> bool:
    """60 seconds and one second are no places, nor is what comes behind "per"; four thirty-seconds are parts."""
    before = text[max(0, start - 6) : start].lower()
    return (
        (word == "seconds" and not before.endswith("ty-"))
        or before.endswith(("per ", "split "))
        or (word == "second" and before.endswith("one "))
    )


def _figure_at(text: str, start: int) -> re.Match[str] | None:
    """The figure that begins at a digit or at the point before it."""
    if text[start - 1 : start] == "." and (match := _FIGURE_TOKEN.match(text, start - 1)):
        return match
    return _FIGURE_TOKEN.match(text, start)


def _figure(text: str, match: re.Match[str], last: int) -> Token | None:
    start, end = match.span()
    if match["alone"]:
        value = vulgar(match["alone"])
    elif len(match["figure"]) > _LONGEST_FIGURE:
        return None
    else:
        value = _value(match)
    return Token(start, end, "ordinal" if match["suffix"] else "figure", value, join=_join(text, last, start))


def _value(match: re.Match[str]) -> Fraction:
    figure = match["figure"].translate(_NO_SPACES)
    if "," in figure:
        whole, _, part = figure.rpartition(",")
        if len(part) == 2:  # 5,00 and 1.234.567,89
            figure = f"{whole.replace('.', '')}.{part}"
        figure = figure.replace(",", "")
    value = decimal(figure)
    if match.lastgroup == "figure":  # nothing else was found, as mostly
        return value
    if match["vulgar"]:
        value += vulgar(match["vulgar"])
    if match["power"]:
        value = raised(value, match["power"])
    letters = match["letters"]
    return value * (_CAPITAL.get(letters) or SCALE_LETTERS[letters.lower()]) if letters else value
