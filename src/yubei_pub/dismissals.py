"""Findings an editor has looked at and answered: `<!-- yubei: ignore numbers: reason -->` above the paragraph.

A dismissal holds for findings of that rule at the block that follows it, in that file.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from yubei_pub.document import Block, Directive
from yubei_pub.findings import Finding, Message, Severity
from yubei_pub.model import Briefing

RULE = "dismissals"
_IGNORE = re.compile(r"ignore\s+(?P<rule>[\w-]+)\s*(?::\s*(?P<reason>.*))?", re.DOTALL)
_PIN = re.compile(r"zh\s+\d+(?:\s*-\s*\d+)?")


class Dismissal(NamedTuple):
    """A rule that is not to speak of a block, and where that was written."""

    rule: str
    block: Block
    directive: Directive

    def covers(self, finding: Finding) -> bool:
        """Whether a finding is one of those that were answered."""
        place, (start, end) = finding.place, self.block.span
        return finding.rule == self.rule and place.path == self.directive.place.path and start <= place.start <= end


def apply(findings: Iterable[Finding], briefings: Sequence[Briefing], rules: Sequence[str]) -> Iterator[Finding]:
    """The findings that stand, and what is wrong with the dismissals themselves; `rules` are all rules there are."""
    dismissals: dict[tuple[str, str], list[Dismissal]] = {}
    for block, directive in _directives(briefings):
        read = _read(block, directive, rules)
        if isinstance(read, Finding):
            yield read
        elif read is not None:
            dismissals.setdefault((directive.place.path, read.rule), []).append(read)
    used: set[int] = set()
    for finding in findings:
        answers = [d for d in dismissals.get((finding.place.path, finding.rule), ()) if d.covers(finding)]
        used.update(map(id, answers))
        if not answers:
            yield finding
    for dismissal in (d for found in dismissals.values() for d in found):
        if id(dismissal) not in used:
            message = "there is nothing of “{rule}” left to ignore here; take this line out"
            yield _finding(dismissal.directive, Severity.WARNING, message, rule=dismissal.rule)


def _directives(briefings: Sequence[Briefing]) -> Iterator[tuple[Block, Directive]]:
    for briefing in briefings:
        for document in (briefing.source, briefing.target):
            for block in document.blocks() if document else ():
                yield from ((block, directive) for directive in block.directives)


def _read(block: Block, directive: Directive, rules: Sequence[str]) -> Dismissal | Finding | None:
    """None for words that are no directive: the rule `markup` says so."""
    match = _IGNORE.fullmatch(directive.words.strip())
    if match is None:
        if not _PIN.fullmatch(directive.words.strip()):
            return None
        message = "this version cannot pin paragraphs yet; give both files as many paragraphs instead"
        return _finding(directive, Severity.WARNING, message)
    if match["rule"] not in rules:
        message = "there is no rule “{rule}” to ignore; `yubei-pub explain` lists them"
        return _finding(directive, Severity.ERROR, message, rule=match["rule"])
    if not (match["reason"] or "").strip():
        message = "say why: <!-- yubei: ignore {rule}: reason -->"
        return _finding(directive, Severity.ERROR, message, rule=match["rule"])
    return Dismissal(match["rule"], block, directive)


def _finding(directive: Directive, severity: Severity, template: str, **args: object) -> Finding:
    return Finding(RULE, severity, directive.place, Message(template, **args))
