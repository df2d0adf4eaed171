"""Findings an editor has looked at and answered, with a reason.

`<!-- yubei: ignore numbers: reason -->` above a paragraph answers those of a rule there; an entry
under `ignore:` in yubei-pub.yaml answers them in the whole project, or in some files.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from yubei_pub.document import Block, Directive
from yubei_pub.findings import Finding, Message, Place, Severity
from yubei_pub.model import Briefing
from yubei_pub.patterns import lazy_regex
from yubei_pub.records import nearest
from yubei_pub.settings import Ignore

RULE = "dismissals"
_IGNORE = lazy_regex(r"ignore\s+(?P<rule>[\w-]+)\s*(?::\s*(?P<reason>.*))?", re.DOTALL)


class Answered(NamedTuple):
    """The findings that stand, and those that were dismissed, each with the reason."""

    findings: list[Finding]
    dismissed: list[tuple[Finding, str]]


class Above(NamedTuple):
    """A comment above a block: a rule that is not to speak of it, why, and where that was written."""

    rule: str
    reason: str
    place: Place
    block: Block

    def covers(self, finding: Finding) -> bool:
        """Whether a finding is one of those that were answered."""
        place, (start, end) = finding.place, self.block.span
        return finding.rule == self.rule and place.path == self.place.path and start <= place.start <= end


def apply(
    findings: Iterable[Finding],
    briefings: Sequence[Briefing],
    ignored: Sequence[Ignore],
    rules: Sequence[str],
    unsure: Collection[str] | None = None,
) -> Answered:
    """Part the findings; what is wrong with the dismissals themselves stands too.

    `rules` are all rules there are.  Where only a part of a project was checked, `unsure` are those
    that may have more to say about it: a dismissal of theirs, or one of the whole project, is
    not held to be idle.
    """
    dismissals, stands = _read(briefings, ignored, rules)
    dismissed = []
    by_rule: dict[str, list[Above | Ignore]] = {}
    for dismissal in dismissals:
        by_rule.setdefault(dismissal.rule, []).append(dismissal)
    used: set[int] = set()
    for finding in findings:
        answers = [d for d in by_rule.get(finding.rule, ()) if d.covers(finding)]
        used.update(map(id, answers))
        if answers:
            dismissed.append((finding, answers[0].reason))
        else:
            stands.append(finding)
    idle = [d for d in dismissals if id(d) not in used]
    judged = [d for d in idle if unsure is None or (isinstance(d, Above) and d.rule not in unsure)]
    return Answered([*stands, *map(_idle, judged)], dismissed)


def _read(
    briefings: Sequence[Briefing], ignored: Sequence[Ignore], rules: Sequence[str]
) -> tuple[list[Above | Ignore], list[Finding]]:
    """The dismissals of the files and of the settings, and what is wrong with the others."""
    documents = (d for briefing in briefings for d in (briefing.source, briefing.target) if d)
    blocks = (block for d in documents for block in (*d.rich(), *d.notes.values()))
    directives = ((block, each) for block in blocks for each in block.directives)
    read = [*filter(None, (_above(block, each, rules) for block, each in directives))]
    dismissals: list[Above | Ignore] = [d for d in read if isinstance(d, Above)]
    wrong = [d for d in read if isinstance(d, Finding)]
    for entry in ignored:
        if entry.rule in rules:
            dismissals.append(entry)
        else:
            wrong.append(_no_such(entry.rule, rules, entry.place))
    return dismissals, wrong


def _above(block: Block, directive: Directive, rules: Sequence[str]) -> Above | Finding | None:
    """None for words that ignore nothing: a pin, or no directive at all, of which the rule `markup` tells."""
    match = _IGNORE.fullmatch(directive.words)
    if match is None:
        words = "say of which rule and why: <!-- yubei: ignore numbers: reason -->"
        return _finding(directive.place, Severity.ERROR, words) if directive.words.startswith("ignore") else None
    rule, reason = match["rule"], (match["reason"] or "").strip()
    if rule not in rules:
        return _no_such(rule, rules, directive.place)
    if not reason:
        return _finding(directive.place, Severity.ERROR, "say why: <!-- yubei: ignore {rule}: reason -->", rule=rule)
    return Above(rule, reason, directive.place, block)


def _no_such(rule: str, rules: Sequence[str], place: Place) -> Finding:
    near = nearest(rule, rules)
    message = "there is no rule “{rule}” to ignore{hint}; `yubei-pub explain` lists them"
    hint = f" (did you mean “{near}”?)" if near else ""
    return _finding(place, Severity.ERROR, message, rule=rule, hint=hint)


def _idle(dismissal: Above | Ignore) -> Finding:
    what = "this line" if isinstance(dismissal, Above) else "this entry"
    message = "there is nothing of “{rule}” left to ignore here; take {what} out"
    return _finding(dismissal.place, Severity.WARNING, message, rule=dismissal.rule, what=what)


def _finding(place: Place, severity: Severity, template: str, **args: object) -> Finding:
    return Finding(RULE, severity, place, Message(template, **args))
