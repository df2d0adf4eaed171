"""English numerals, in figures and in words: where they stand, cut into tokens for the grammar."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from unicodedata import numeric

from yubei_pub.patterns import lazy_regex
from yubei_pub.quantities._english_grammar import Numeral, Token, read
from yubei_pub.quantities._english_tables import CARDINALS, FRACTIONS, ORDINALS, SCALE_LETTERS, SCALES
from yubei_pub.quantities._unit_names import SYMBOLS
from yubei_pub.quantities._values import TEN_TO_THE, ten_to_the

# An atomic group: a figure that turns out to be a name (180.25x) is not tried again at half its length.
_FIGURE = (
    r"(?>(?:(?<![0-9A-Za-z_.])|(?<=[0-9]x)|(?<=(?<![A-Za-z])(?:RMB|CNY|USD|EUR|No\.)))"  # RMB351.2bn, No.3
    r"(?:[0-9]{1,3}(?:,[0-9]{2,3}(?=,[0-9]))*,[0-9]{3}(?!,?[0-9])"  # 1,234,567 and 12,34,567
    r"|[0-9]{1,3}(?:[ \u202f\u00a0][0-9]{3}(?![0-9]))+|[0-9]++)"
    r"(?:\.[0-9]++(?!\.[0-9])|,[0-9]{2}(?![0-9,.]*[0-9]))?|(?<![0-9A-Za-z_.])\.[0-9]++(?![0-9.]*[0-9]))"
)
_SYMBOL = "|".join(re.escape(name) for name in sorted(SYMBOLS, key=len, reverse=True))
_NO_SPACES = str.maketrans("", "", " \u202f\u00a0")
_DECIMAL_COMMA = lazy_regex(r",([0-9]{2})$")
_LONGEST_FIGURE = 40  # longer is a serial number, and Python refuses to convert thousands of digits
_LONGEST_RUN = 60  # words: no number has more, and what is found stays lazy
_POWER = rf"(?:[eE][+-]?[0-9]{{1,3}}|\^[+-]?[0-9]{{1,3}}|{TEN_TO_THE})(?![0-9A-Za-z])"
_LETTERS = "|".join(SCALE_LETTERS)
_CAPITAL = {"M": 10**6, "MM": 10**6, "B": 10**9, "G": 10**9, "T": 10**12}  # 1.5B and 20M; but 5G and 3B are names
_CAPITALS = r"MM?|[BT](?<=[0-9][0-9].)|[BT](?<=\.[0-9].)|[BT](?<=\.[0-9][ ].)|G(?<=[ ]G)"


def _words(table: dict[str, int]) -> str:
    return "|".join(sorted(table, key=len, reverse=True))


_NO_TIME = "(?!seconds)(?!(?<=one )second)(?<!per )(?<!split )"  # 60 seconds and one second are no places
_TOKEN = (
    rf"(?P<figure>{_FIGURE})(?:(?P<suffix>st|nd|rd|th)\b|(?P<power>{_POWER})"
    rf"|[ ]{{0,2}}(?P<letters>(?i:{_LETTERS})|{_CAPITALS})(?![A-Za-z0-9])"
    rf"|(?=s\b)|(?=(?:[ap]m|pct)\b)|(?P<vulgar>[¼½¾⅓⅔⅛])|(?!(?!x[0-9])[A-Za-z_½])|(?=(?:{_SYMBOL})(?![A-Za-z0-9])))"
    rf"|(?P<alone>(?<![0-9A-Za-z])[¼½¾⅓⅔⅛])"
    rf"|(?P<over>\bover)(?=[ ]+(?:[0-9]|{_words(CARDINALS)}))|(?P<point>\bpoint)(?=[ ]+(?:{_words(CARDINALS)}))"
    rf"|\b(?i:(?P<cardinal>{_words(CARDINALS)})|(?P<scale>{_words(SCALES)})"
    rf"|(?P<ordinal>{_NO_TIME}(?:{_words(ORDINALS)}))(?P<plural>s?)|(?P<part>{_words(FRACTIONS)})"
    rf"|(?P<a>an?)(?=[ -]+(?:half|quarter|{_words(SCALES)}|{_words(ORDINALS)})\b))\b"
)
_SCAN = lazy_regex(rf"(?P<skip>https?://\S+|(?<![A-Za-z0-9._+-])[A-Za-z0-9._+-]{{1,64}}+@[A-Za-z0-9.-]+)|{_TOKEN}")
_JOIN = lazy_regex(
    r"(?P<hyphen>[ ]{0,2}-[ ]{0,2})|(?P<and>[ ]+and[ ]+|-and-)|(?P<space>[ ]+)|(?P<slash>/)|(?P<of>[ ]+of[ ]+)",
    re.IGNORECASE,
)


def numerals(text: str) -> Iterator[Numeral]:
    """The numerals of a text, from left to right."""
    run: list[Token] = []
    for token in _tokens(text):
        if run and (not token.join or len(run) == _LONGEST_RUN):
            yield from read(run)
            run = []
        run.append(token)
    yield from read(run)


def _tokens(text: str) -> Iterator[Token]:
    end = -1
    for match in _SCAN.finditer(text):
        kind = match.lastgroup or ""
        if match["skip"] or len(match["figure"] or "") > _LONGEST_FIGURE:
            continue
        join = _JOIN.fullmatch(text, end, match.start()) if 0 <= end <= match.start() else None
        token = _token(match, join.lastgroup or "" if join else "")
        end = match.end()
        if token and kind:
            yield token


def _token(match: re.Match[str], join: str) -> Token | None:
    start, end = match.span()
    if match["alone"]:
        return Token(start, end, "figure", Fraction(numeric(match["alone"])).limit_denominator(8), False, join)
    if match["figure"]:
        return Token(start, end, "ordinal" if match["suffix"] else "figure", _figure(match), False, join)
    for kind, table in (("cardinal", CARDINALS), ("scale", SCALES), ("ordinal", ORDINALS), ("part", FRACTIONS)):
        if match[kind]:
            word = match[kind].lower()
            plural = bool(match["plural"]) or word in ("halves", "quarters")
            return Token(start, end, kind, Fraction(table[word]), plural, join)
    kind = "a" if match["a"] else "over" if match["over"] else "point"
    return Token(start, end, kind, Fraction(1), False, join)


def _figure(match: re.Match[str]) -> Fraction:
    figure = match["figure"].translate(_NO_SPACES)
    figure = _DECIMAL_COMMA.sub(r".\1", figure).replace(",", "")
    value = Fraction(int(figure)) if figure.isdecimal() else Fraction("0" + figure)
    if match["vulgar"]:
        value += Fraction(numeric(match["vulgar"])).limit_denominator(8)
    power = match["power"] or ""
    if power[:1] == "^":
        value = Fraction(float(value) ** int(power[1:])).limit_denominator(10**15)
    elif power.lstrip()[:1] in ("x", "×") and power:
        value *= ten_to_the(power)
    elif power:
        value *= Fraction(10) ** int(power[1:])
    letters = match["letters"] or ""
    return value * (_CAPITAL.get(letters) or SCALE_LETTERS.get(letters.lower(), 1))
