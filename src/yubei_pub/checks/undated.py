"""The first date of a briefing gives its year.

A reader who finds the page in a year's time cannot tell which July 10 is meant.  The dates behind it
may leave the year out while it stays the same.

Bad:   The press conference was held on July 10.
Good:  The press conference was held on July 10, 2024.

What to do: add the year; as a rule it is that of `date` at the top of zh.md.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from yubei_pub.beads import Bead, QuantityUse
from yubei_pub.checks._recall import recalled
from yubei_pub.findings import Fix, Message, Remark, Severity
from yubei_pub.model import Briefing, BriefingSection
from yubei_pub.patterns import lazy_regex

SEVERITY = Severity.NOTE

_DAYS = frozenset(("md", "m"))
_YEAR = lazy_regex(r"\b(?:19|20)\d\d\b|\b(?:this|last|next|each|every|any) year\b|\bannual(?:ly)?\b", re.IGNORECASE)
_SAID = lazy_regex(r"\b(?:last|this|next|every|each) $", re.IGNORECASE)
_AMERICAN = lazy_regex(r"[A-Z][a-z]+\.? \d{1,2}(?:st|nd|rd|th)?")  # July 10; a year behind July 10 to 12 is of both


def check_briefing(briefing: Briefing) -> Iterator[Remark]:
    """At most one remark: the first day or month that is named, without its year in the same paragraph."""
    for section in briefing.sections:
        if section.recall("dated", partial(_dated, section)):
            yield from recalled(briefing, "undated", section, partial(_first, section, briefing))
            return


def _first(section: BriefingSection, briefing: Briefing) -> Iterator[Remark]:
    bead, use = next(_dates(section))
    text = bead.target[use.segment].text.text
    if use.quantity.unit not in _DAYS or _YEAR.search(text) or _SAID.search(text[: use.quantity.start]):
        return
    date, place = bead.target_text(use.stretch), bead.target_place(use.stretch)
    year = briefing.front.get("date", "")[:4]
    message = Message("the first date, “{date}”, has no year", date=date)
    if not (year.isdecimal() and briefing.language == "en-US" and _AMERICAN.fullmatch(date)):
        yield Remark(place, message)
        return
    comma = "," if text.startswith(" ", use.quantity.end) else ""
    yield Remark(place, message, fix=Fix.of(place, date, f"{date}, {year}{comma}"))


def _dated(section: BriefingSection) -> bool:
    return any(True for _ in _dates(section))


def _dates(section: BriefingSection) -> Iterator[tuple[Bead, QuantityUse]]:
    """The days and months of the English of a section; a figure stands by itself and has no place."""
    for passage in section.passages:
        for bead in passage.beads if passage.number is not None else ():
            for use in bead.target_quantities:
                if use.quantity.kind == "date":
                    yield bead, use
