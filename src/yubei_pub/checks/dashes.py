"""Dashes are set one way throughout: with blanks or without, and never as hyphens.

American style has the em dash without blanks (parks—large and small—number 300), British style the en dash with
them (parks – large and small – number 300).  Either is right; both in one text are not.  Ranges (2021–2025)
and a dash before a name at the end of a quotation do not count.

Bad:   Its parks—large and small—are open to all. The lakes – all five – have been restored.
Good:  Its parks—large and small—are open to all. The lakes—all five—have been restored.

What to do: set the dashes that the message names like the others.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from yubei_pub.checks._prose import Prose
from yubei_pub.checks._recall import seen_in_prose
from yubei_pub.findings import Message, Place, Remark, Severity
from yubei_pub.model import Briefing
from yubei_pub.patterns import lazy_regex

SEVERITY = Severity.NOTE

_DASH = lazy_regex(
    r"(?<=[^\s\d\ufffc])(?P<before>[ \u00a0\u2009]?)(?P<dash>—+|–|--|-)(?P<behind>[ \u00a0\u2009]?)(?=[^\s\d\ufffc])"
)
_SIGNS = ("—", "--", *(blank + dash for blank in " \u00a0\u2009" for dash in "–-"))  # one of these is in each
_KINDS = {
    ("—", False): "an em dash without blanks",
    ("—", True): "an em dash with blanks",
    ("–", True): "an en dash with blanks",
    ("-", True): "a hyphen with blanks for a dash",
    ("--", False): "two hyphens for a dash",
    ("--", True): "two hyphens for a dash",
}


def check_briefing(briefing: Briefing) -> Iterator[Remark]:
    """The dashes that are not set like most of the others."""
    found = list(seen_in_prose(briefing, "dashes", _dashes))
    counts = Counter(kind for kind, _ in found)
    if len(counts) < 2:
        return
    usual = counts.most_common(1)[0][0]
    for kind, place in found:
        if kind != usual:
            message = "{kind}; elsewhere this text has {usual}"
            yield Remark(place(), Message(message, kind=kind, usual=usual))


def _dashes(piece: Prose) -> Iterator[tuple[str, Place]]:
    """Dashes by their kind; an unspaced en dash or hyphen joins words, and is none."""
    for match in _DASH.finditer(piece.text) if any(sign in piece.text for sign in _SIGNS) else ():
        spaced = bool(match["before"] and match["behind"])
        kind = _KINDS.get((match["dash"][0] if match["dash"][0] == "—" else match["dash"], spaced))
        if kind and bool(match["before"]) == bool(match["behind"]):
            yield kind, piece.place(*match.span("dash"))
