"""An entry of the glossary does not contradict or repeat itself.

A rendering that is admitted (`also`) and avoided at once, a `short` form or an admitted
rendering that is the official one again, two renderings in one value (“maker space / makerspace”, as
spreadsheets have them), Chinese characters or stray spaces in a rendering, spaces in `zh`, curly
quotation marks around `en`: what the entry says is then not what its author meant.

Bad:   - zh: 感知设备
         en: sensing devices
         also: [Sensing Devices, sensors]      (capitals do not matter, so this is the same again)
         avoid: [{en: sensor}]                 (admitted one line above)
Good:  - zh: 感知设备
         en: sensing devices
         also: [sensors]

What to do: the message names the value; take it out or write what was meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from yubei_pub import han
from yubei_pub.findings import Fix, Message, Remark, Severity
from yubei_pub.glossary import Avoided, Glossary, Term
from yubei_pub.patterns import lazy_regex
from yubei_pub.renderings import EnglishIndex, pattern
from yubei_pub.renderings.words import keys_of

SEVERITY = Severity.WARNING

_CHINESE = lazy_regex(r"[\u3400-\u9fff\U00020000-\U0003ffff、，。；：！？《》（）「」]+")
_SPACES = lazy_regex(r"[ \t\u00a0\u3000](?:(?<=\S.)[ \t\u00a0\u3000]+(?=\S)|(?<=[\u00a0\u3000]))")
_BLANKS = lazy_regex(r"[ \u3000]+")
_BETWEEN_TWO = lazy_regex(r"; |\s/\s|(?<=[a-z]{4})/(?=[a-z]{4})|；|／| \| ")  # not km/h, and/or, 24/7, HIV/AIDS
_AGAIN = "“{value}” is {first} again, so it changes nothing; take it out"
_BOTH = "“{value}” is to be avoided here and is the {first} rendering as well; it cannot be both"
_INSIDE = "“{value}” is part of “{whole}”, where it is never reported; only elsewhere"
_CHINESE_IN_ENGLISH = "there is “{found}” in this English rendering"
_TWO_SPACES = "there are spaces too many in “{value}”; a text has one"
_QUOTED = (
    "the quotation marks are part of {value}, which is found only where a text has them, too; "
    "leave them out in zh and en (or, for words that are always quoted, add quotes: keep)"
)
_QUOTED_ALONE = (
    "the quotation marks are part of {value} and printed with it; leave them out "
    "(or, for words that are always quoted, add quotes: keep)"
)
_SPACED = "“{zh}” has a space, and Chinese texts have none; it is found without, but printed with it"
_SEVERAL = "“{value}” is found only as a whole; write the official rendering here and the other under also"


def check_glossary(glossary: Glossary) -> Iterator[Remark]:
    """What an entry says against itself, in the order of the file."""
    odd = _is_odd("\n".join(value for term in glossary.terms for _, value in _renderings(term)))
    for term in glossary.terms:
        yield from _repeated(term)
        yield from _avoided(term)
        yield from _quotes_and_blanks(term)
        yield from _characters(term) if odd else ()


def _renderings(term: Term) -> list[tuple[str, str]]:
    """Those that may stand in a text, with their keys."""
    return [("en", term.en), ("short", term.short), *(("also", value) for value in term.also)]


def _is_odd(values: str) -> bool:
    """Whether a rendering may have what none should: to look at all of a glossary at once is cheaper than at each."""
    return han.may_hold(values) or bool(_BETWEEN_TWO.search(values) or _SPACES.search(values))


def _repeated(term: Term) -> Iterator[Remark]:
    """Renderings that are the same but for what does not matter: capitals, plural, hyphens."""
    if not (term.also or term.short):
        return
    exact = term.case == "exact"
    seen = {_same(term.en, exact): "the official rendering (en)"}
    for value in term.also:
        key = _same(value, exact)
        if key in seen:
            yield _remark(term, "also", value, _AGAIN, Severity.NOTE, first=seen[key])
        seen.setdefault(key, "an admitted rendering (also)")
    if term.short and _same(term.short, exact) in seen:
        yield _remark(term, "short", term.short, _AGAIN, Severity.NOTE, first=seen[_same(term.short, exact)])


def _avoided(term: Term) -> Iterator[Remark]:
    named = [("official", term.en), *(("admitted", value) for value in term.also), ("short", term.short)]
    for avoided in term.avoid:
        wanted = pattern(avoided.en, "exact")
        for kind, value in named:
            hits = EnglishIndex(value).find(wanted) if value else []
            if value and _same(avoided.en, exact=True) == _same(value, exact=True):
                yield _on(avoided, _BOTH, Severity.ERROR, first=kind)
                break
            if hits and kind != "short" and keys_of(avoided.en) != keys_of(value):
                yield _on(avoided, _INSIDE, Severity.NOTE, whole=value)
                break


def _quotes_and_blanks(term: Term) -> Iterator[Remark]:
    if not term.quotes and _is_quoted(term.en):
        both = _is_quoted(term.zh)
        yield _remark(term, "zh" if both else "en", term.zh if both else term.en, _QUOTED if both else _QUOTED_ALONE)
    if " " in term.zh.strip() and not re.search(r"[A-Za-z0-9] | [A-Za-z0-9]", term.zh):
        yield _remark(term, "zh", term.zh, _SPACED, zh=term.zh, right=_BLANKS.sub("", term.zh))


def _characters(term: Term) -> Iterator[Remark]:
    for key, value in _renderings(term):
        if han.may_hold(value) and (found := _CHINESE.search(value)):
            yield _remark(term, key, value, _CHINESE_IN_ENGLISH, found=found[0])
        if _BETWEEN_TWO.search(value) and not term.quotes:
            yield _remark(term, key, value, _SEVERAL)
        if _SPACES.search(value):
            yield _remark(term, key, value, _TWO_SPACES, right=" ".join(value.split()))


def _is_quoted(value: str) -> bool:
    return value[0] + value[-1] in ("“”", "‘’")


def _same(rendering: str, exact: bool) -> str:
    """What makes two renderings one for the term check."""
    return f"{keys_of(rendering)}{rendering if exact else ''}"


def _remark(
    term: Term, key: str, value: str, template: str, severity: Severity = SEVERITY, right: str = "", **args: object
) -> Remark:
    place = term.place_of(key, value)
    mended = Fix.of(place, value, right, certain=True) if right else None
    return Remark(place, Message(template, value=value, **args), severity, fix=mended)


def _on(avoided: Avoided, template: str, severity: Severity, **args: object) -> Remark:
    return Remark(avoided.place, Message(template, value=avoided.en, **args), severity)
