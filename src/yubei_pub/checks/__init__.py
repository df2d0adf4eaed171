"""The checks: one rule a file, named like the rule; the module docstring is its manual.

A check has a `SEVERITY` and one or more of

    check_bead(bead, briefing) -> Iterator[Remark]
    check_briefing(briefing) -> Iterator[Remark]
    check_project(briefings, glossary) -> Iterator[Remark]
    check_whole(briefings, glossary) -> Iterator[Remark]    only if these are all briefings of the project

It yields places and messages, and never raises, prints or returns a verdict.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from inspect import cleandoc
from types import MappingProxyType, ModuleType

from yubei_pub import plugins
from yubei_pub.checks import _beads
from yubei_pub.findings import Finding, Remark, in_order
from yubei_pub.glossary import Glossary
from yubei_pub.model import Briefing
from yubei_pub.remembered import Remembered

NOTHING: Mapping[str, Remembered] = MappingProxyType({})


def run(
    briefings: Sequence[Briefing],
    glossary: Glossary,
    whole: bool = False,
    remembered: Mapping[str, Remembered] = NOTHING,
) -> list[Finding]:
    """What all checks say about some briefings, in the order of every report; `whole` says that these are all.

    `remembered` has, by the id of a briefing, what was said of the same beads before.
    """
    checks = plugins.discover(_package())
    of_beads = {rule: check for rule, check in checks.items() if hasattr(check, "check_bead")}
    said = [_beads.remarks(of_beads, briefing, remembered.get(briefing.id)) for briefing in briefings]
    return in_order(
        Finding.from_remark(rule, check.SEVERITY, remark)
        for rule, check in checks.items()
        for remark in (*_remarks(check, briefings, glossary, whole), *(r for each in said for r in each.get(rule, ())))
    )


def rules() -> list[str]:
    """The names of all rules, sorted."""
    return plugins.names(_package())


def across_briefings() -> list[str]:
    """The rules that look at all briefings at once, so that they have more to say about several than about each."""
    checks = plugins.discover(_package())
    return [rule for rule, check in checks.items() if hasattr(check, "check_project") or hasattr(check, "check_whole")]


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


def _package() -> ModuleType:
    return sys.modules[__name__]
