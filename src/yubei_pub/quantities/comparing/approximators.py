"""Approximators that do not stand beside their figure: "at least an extra 3,000", "a mere 30", "12 hours at most"."""

from __future__ import annotations

import re

from yubei_pub.patterns import lazy_regex
from yubei_pub.quantities import english
from yubei_pub.quantities.comparing.agreement import approximation
from yubei_pub.quantities.comparing.items import Item
from yubei_pub.quantities.comparing.ratios import ratio_start
from yubei_pub.quantities.currencies import MONEY
from yubei_pub.quantities.english.tables import CARDINALS, SCALES

_BEFORE, _AFTER = 60, 36  # characters around a figure in which a word may be meant for it
_NUMBER = "|".join(word for word in (*CARDINALS, *SCALES, "half") if word != "one")
_UP = (
    r"at least|no (?:less|fewer) than|not less than|minimum|more than|upwards? of|in excess of|exceed\w*|surpass\w*"
    r"|(?:above|over|past|beyond) (?:the|an?|its|their) [a-z]+ of|out(?:last|liv|pac|gr[eo]w|strip|perform|weigh)\w*"
    r"|topp(?:ed|ing)|outnumber\w*|well over|(?:just|slightly|a little) (?:over|above)|(?:is|was|are|were) over"
    r"|from (?:the )?age(?: of)?|above(?= force)|beyond"
    r"|(?P<at_once>pass(?:es)?|cross(?:es)?|clear(?:s|ed)?|breaks?(?: through)?)"  # Exports Pass the 10,000 Mark
)
_UP_BEHIND = (
    r"(?:or|and) (?:more|above|over|older|longer|up|better|counting|rising|then some)|plus|upwards?|to spare"
    r"|at (?:the )?least"
)
_DOWN = (
    r"not(?=[ ]$)|"  # on a street not two kilometers long
    r"(?P<clause>busiest|peak\w*|record|before)|"
    r"nearly|almost|close to|approach\w*|nearing|(?:just|slightly|a little) (?:under|below)|(?:less|fewer) than"
    r"|(?:below|under) (?:the|an?|its|their) [a-z]+ of"
    r"|not (?:quite|even)|short of|shy of|up to|(?P<at_once>as [a-z]+ as"
    r"|(?:keep|kept|h[eo]ld|restrict\w*|confin\w*) (?:[^.;:0-9]{1,40} )?to)"  # keep screen time to 20 minutes
    r"|at (?:the )?(?:very )?most|not? more than|maxim\w*"
    r"|cap(?:s|ped)?|limit\w*|ceiling|mere|merely|a matter of|only|just|barely|hardly|scarcely|tops|highest|under|below"
)
_DOWN_BEHIND = (
    r"at (?:the )?(?:very )?most|is (?:the (?:limit|most (?:that|an?|any|you))|as (?:long|much|many|far|late) as)"
    r"|tops|maximum|max|or (?:less|under|below|fewer)|and (?:under|below|younger)"
)
_ABOUT = (
    r"about|roughly|approximately|around(?! the clock)|estimated?|more or less|circa"
    r"|in the (?:region|order|neighbou?rhood) of|allow|(?:count|reckon|figure) on"
)
_ABOUT_BEHIND = r"or so|(?:or )?thereabouts|more or less|give or take|or more|odd"
_LED_TO = lazy_regex(rf"[ ](?:the[ ]|an?[ ])?{MONEY}?(?P<number>[0-9]|(?:{_NUMBER})(?:-?fold)?\b)", re.IGNORECASE)
_SAID = {
    meaning: tuple(lazy_regex(rf"\b(?:{words})\b", re.IGNORECASE) for words in both)
    for meaning, both in (
        ("more", (_UP, _UP_BEHIND)),
        ("least", (_UP, _UP_BEHIND)),
        ("less", (_DOWN, _DOWN_BEHIND)),
        ("most", (_DOWN, _DOWN_BEHIND)),
        ("about", (_ABOUT, _ABOUT_BEHIND)),
    )
}
_JOINED = lazy_regex(
    rf"\b[0-9][0-9.,]*%?(?: (?:{'|'.join(SCALES)}))?(?: [a-z’'-]+){{1,8}}(?: and|,? or) $", re.IGNORECASE
)
_SENTENCE, _CLAUSE = lazy_regex(r"[.;:!?](?=\s)"), lazy_regex(r"[.,;:!?](?=\s)")


def approximated(item: Item, meaning: str) -> bool:
    """Whether an English figure has an approximator of some meaning in its sentence that is no other figure's."""
    start, end = ratio_start(item) or item.quantity.start, item.quantity.end  # kept to three in a thousand
    joined = item.led_by(_JOINED, _BEFORE)  # over 150 countries and 30 organizations
    if joined and approximation(meaning, english.approximator_before(item.text, joined.start())):
        return True
    return said_around(item.text, start, end, meaning)


def said_around(text: str, start: int, end: int, meaning: str) -> bool:
    """The same of a stretch that may be no figure: "an hour"."""
    before, behind = _SAID[meaning]
    for word in before.finditer(text, max(0, start - _BEFORE), start):
        number, said = _LED_TO.match(text, word.end()), word.groupdict()
        over = _CLAUSE if said.get("clause") else _SENTENCE
        if number.start("number") != start if number else said.get("at_once"):
            continue  # said of another figure, or of none: twice as many as a year before
        if not over.search(text, word.end(), start):
            return True
    return any(not _CLAUSE.search(text, end, word.start()) for word in behind.finditer(text, end, end + _AFTER))
