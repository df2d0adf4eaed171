"""The entries of the glossary do not contradict one another.

Two entries whose `zh` are one to the program (they differ in width or quotation marks, or one
is the `traditional` spelling of the other) leave the second without effect; where both are
approved and their renderings differ, the project has two official names for one thing.

A rendering that another entry avoids is a warning where one `zh` contains the other, else a
note: 工业增加值 is what 工业产值 must not be called.  Say so in `why`, with the Chinese, and the
note is gone.  Two entries with one `short` form are a note, for nobody can tell which is meant.

Bad:   - {zh: 重庆市委, en: Chongqing Municipal Party Committee, status: proposed}
       - {zh: 中共重庆市委, en: CPC Chongqing Municipal Committee, status: proposed,
          avoid: [{en: Chongqing Municipal Party Committee}]}
Good:  the same rendering in both.

What to do: the message names both lines; keep one, or say in `why` what the other is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from yubei_pub.findings import Message, Place, Remark, Severity
from yubei_pub.glossary import Avoided, Glossary, Term
from yubei_pub.renderings.words import keys_of
from yubei_pub.terms import spellings

SEVERITY = Severity.WARNING

_SAME = "“{zh}” is the same to the program as “{other}” on line {line}, which is used; this entry has no effect"
_TWO_APPROVED = "“{zh}” has two approved renderings, “{en}” here and “{other}” on line {line}; only one can be official"
_AVOIDED = "“{en}” is to be avoided for “{other}” (line {line}), and stands for “{zh}” here"
_ONE_SHORT = "“{short}” is short for “{zh}” and for “{other}” (line {line}); a reader cannot tell which is meant"


def check_glossary(glossary: Glossary) -> Iterator[Remark]:
    """Entries that contradict an earlier one; the time is linear in their number."""
    yield from _same_chinese(glossary.terms)
    yield from _avoided_elsewhere(glossary.terms)
    yield from _same_short(glossary.terms)


def _same_chinese(terms: Sequence[Term]) -> Iterator[Remark]:
    seen: dict[str, Term] = {}
    for term in terms:
        known = [spelling for written in (term.zh, *term.traditional) for spelling in spellings(written)]
        other = next((seen[spelling] for spelling in known if spelling in seen), None)
        if other:
            two = "approved" == term.status == other.status and keys_of(term.en) != keys_of(other.en)
            template, severity = (_TWO_APPROVED, Severity.ERROR) if two else (_SAME, Severity.WARNING)
            yield _remark(term, term.place_of("zh", term.zh), template, severity, other, en=term.en)
        for spelling in known:
            seen.setdefault(spelling, term)


def _avoided_elsewhere(terms: Sequence[Term]) -> Iterator[Remark]:
    avoided: dict[str, list[tuple[Term, Avoided]]] = {}
    for term in terms:
        for entry in term.avoid:
            avoided.setdefault(entry.en.casefold(), []).append((term, entry))
    for term in terms:
        for key, value in (("en", term.en), *(("also", value) for value in term.also)):
            for other, entry in avoided.get(value.casefold(), ()):
                if other is not term and term.zh not in entry.why and keys_of(entry.en) == keys_of(value):
                    related = term.zh in other.zh or other.zh in term.zh
                    severity = Severity.WARNING if related else Severity.NOTE
                    yield _remark(term, term.place_of(key, value), _AVOIDED, severity, other, en=value)


def _same_short(terms: Sequence[Term]) -> Iterator[Remark]:
    seen: dict[str, Term] = {}
    for term in terms:
        other = seen.setdefault(term.short.casefold(), term) if term.short else term
        if other is not term and keys_of(other.en) != keys_of(term.en):
            place = term.place_of("short", term.short)
            yield _remark(term, place, _ONE_SHORT, Severity.NOTE, other, short=term.short)


def _remark(term: Term, place: Place, template: str, severity: Severity, other: Term, **args: object) -> Remark:
    there = other.place_of("zh", other.zh)
    named = other.en if template is _TWO_APPROVED else other.zh
    message = Message(template, zh=term.zh, other=named, line=there.position.line, **args)
    return Remark(place, message, severity, ((there, Message("“{zh}” stands here", zh=other.zh)),))
