"""Fixes spliced into the text they were found in: only certain ones, and every other character stays."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Sequence

from yubei_pub.findings import Finding
from yubei_pub.trace import Edit


def apply(text: str, findings: Iterable[Finding]) -> tuple[str, list[Finding]]:
    """A file's text with what is certain mended, and the findings that were: each whole or not at all.

    Of two fixes that touch the same characters the first is made, and the other left to the next
    check; the same fix of two findings is made once.
    """
    mended: list[Finding] = []
    edits: list[tuple[int, int, str]] = []
    made: set[tuple[int, int, str]] = set()
    for finding in sorted(findings, key=lambda f: f.place.start):
        if finding.fix and finding.fix.certain and finding.fix.edits:
            wanted = [(edit.start, edit.end, edit.replacement) for edit in finding.fix.edits]
            if made.issuperset(wanted):
                mended.append(finding)
            elif _changes(text, finding.fix.edits) and not any(_touches(edits, edit) for edit in wanted):
                mended.append(finding)
                made.update(wanted)
                for edit in wanted:
                    insort(edits, edit)
    pieces: list[str] = []
    at = 0
    for start, end, replacement in edits:
        pieces += (text[at:start], replacement)
        at = end
    return "".join((*pieces, text[at:])), mended


def _changes(text: str, edits: Sequence[Edit]) -> bool:
    """Whether the edits are of this text and change something: else they would be made again for ever."""
    inside = all(0 <= edit.start <= edit.end <= len(text) for edit in edits)
    return inside and any(text[edit.start : edit.end] != edit.replacement for edit in edits)


def _touches(edits: Sequence[tuple[int, int, str]], edit: tuple[int, int, str]) -> bool:
    """Whether an edit shares characters, or its place, with one of those that are in order and apart."""
    at = bisect_left(edits, edit)
    start, end, _ = edit
    before = at > 0 and (edits[at - 1][1] > start or edits[at - 1][0] == start)
    return before or (at < len(edits) and (edits[at][0] < end or edits[at][0] == start))
