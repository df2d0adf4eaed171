"""The checks: one rule a file, named like the rule; the module docstring is its manual.

A check has a `SEVERITY` and one or more of

    check_bead(bead, briefing) -> Iterator[Remark]
    check_prose(prose, briefing) -> Iterator[Remark]        a paragraph or heading of the English
    check_section(section, briefing) -> Iterator[Remark]
    check_briefing(briefing) -> Iterator[Remark]
    check_glossary(glossary) -> Iterator[Remark]
    check_project(briefings, glossary) -> Iterator[Remark]
    check_whole(briefings, glossary) -> Iterator[Remark]    only if these are all briefings of the project

The first three are asked again only where something has changed that they look at; a `check_briefing` goes through
all of a briefing in each build, and recalls (`section.recall`) what it needs of each section.

It yields places and messages, and never raises, prints or returns a verdict.

What one rule needs beside itself has the rule's name: `_offices`, `_confusable_…`, `_term_…`, `_number_…`.  What
several read is in `_prose` (the English, a paragraph at a time), `_beads` (both sides) and `_counterpart` (which
sentence should say it), how their tables are written in `_tables`, what was said before in `_sections` and `_recall`.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from functools import partial
from inspect import cleandoc
from types import ModuleType

from yubei_pub import plugins, recorded
from yubei_pub.checks import _sections
from yubei_pub.findings import Finding, Place, Remark, in_order
from yubei_pub.glossary import Glossary
from yubei_pub.model import Briefing
from yubei_pub.remembered import Remembered

_OF_ALL = ("check_glossary", "check_project", "check_whole")
_OF_SECTIONS = ("check_bead", "check_prose", "check_section")


def run(
    briefings: Sequence[Briefing],
    glossary: Glossary,
    whole: bool = False,
    remembered: Remembered | None = None,
    only: str = "",
) -> list[Finding]:
    """What all checks say about some briefings, in the order of every report; `whole` says that these are all.

    `remembered` has what was said of the same glossary before; `only` names the one rule to be asked.
    """
    checks = {rule: check for rule, check in plugins.discover(_package()).items() if only in ("", rule)}
    of_sections = {r: check for r, check in checks.items() if any(hasattr(check, name) for name in _OF_SECTIONS)}
    said = [_sections.remarks(of_sections, briefing) for briefing in briefings]
    return in_order(
        Finding.from_remark(rule, check.SEVERITY, remark)
        for rule, check in checks.items()
        for remark in (
            *_remarks(check, briefings, glossary, whole),
            *_of_glossary(rule, check, glossary, remembered or Remembered()),
            *(r for each in said for r in each.get(rule, ())),
        )
    )


def rules() -> list[str]:
    """The names of all rules, sorted."""
    return plugins.names(_package())


def across_briefings() -> list[str]:
    """The rules that look at all briefings at once, so that they have more to say about several than about each."""
    checks = plugins.discover(_package())
    return [rule for rule, check in checks.items() if any(hasattr(check, name) for name in _OF_ALL)]


def manual(rule: str) -> str:
    """What a rule means, with a bad and a good example; KeyError if there is no such rule."""
    return cleandoc(plugins.load(_package(), rule).__doc__ or "")


def _remarks(check: ModuleType, briefings: Sequence[Briefing], glossary: Glossary, whole: bool) -> Iterator[Remark]:
    if whole and hasattr(check, "check_whole"):
        yield from check.check_whole(briefings, glossary)
    if hasattr(check, "check_project"):
        yield from check.check_project(briefings, glossary)
    if hasattr(check, "check_briefing"):
        for briefing in briefings:
            yield from check.check_briefing(briefing)


def _of_glossary(rule: str, check: ModuleType, glossary: Glossary, remembered: Remembered) -> list[Remark]:
    if not hasattr(check, "check_glossary"):
        return []
    make = partial(check.check_glossary, glossary)
    recall = partial(remembered, f"{rule}\n{glossary.source.digest}")
    return recorded.recalled(
        recall, make, lambda place: [place.start, place.end], lambda at: Place(glossary.source, *at)
    )


def _package() -> ModuleType:
    return sys.modules[__name__]
