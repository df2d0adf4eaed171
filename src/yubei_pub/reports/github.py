"""Findings as annotations on the lines of a pull request: GitHub's workflow commands.

https://docs.github.com/actions/reference/workflow-commands-for-github-actions
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from yubei_pub.findings import Finding, Severity
from yubei_pub.patterns import lazy_regex
from yubei_pub.reports import NO_MANUALS

REPOSITORY = True

# GitHub shows so many of each kind a step (and 50 a job); the others vanish without a word.
SHOWN = 10
SUMMARY_BYTES = 900_000  # of the 1 MiB that a step may write into the summary of its job

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
_SIGNS = lazy_regex(r"[\\`*_\[\]<>&|~#@$]")


def write(findings: Sequence[Finding], manuals: Mapping[str, str] = NO_MANUALS) -> str:
    """The gravest findings that GitHub shows, and if there are more a notice of how many."""
    kinds = [[f for f in findings if f.severity is severity] for severity in Severity]
    if not any(len(kind) > SHOWN for kind in kinds):
        return "".join(_annotation(finding) for kind in kinds for finding in kind)
    *others, notes = kinds
    shown = [finding for kind in others for finding in kind[:SHOWN]] + notes[: SHOWN - 1]
    words = (
        f"{len(findings) - len(shown)} more findings have no place here, because GitHub shows {SHOWN} of a kind; "
        "the summary of this job has all of them"
    )
    return "".join(map(_annotation, shown)) + f"::notice title=yubei-pub::{_data(words)}\n"


def summary(findings: Sequence[Finding], headline: str) -> str:
    """All findings, the gravest first, as a Markdown table for the summary of a job."""
    rows = [f"### yubei-pub: {_cell(headline)}\n\n"]
    if findings:
        rows.append("| | Where | Rule | What |\n|---|---|---|---|\n")
    room = SUMMARY_BYTES - len(rows[0].encode())
    ordered = sorted(findings, key=lambda finding: finding.severity.rank)
    listed = list(_fitting((_row(finding) for finding in ordered), room))
    if len(listed) < len(findings):
        listed.append(f"\n{len(findings) - len(listed)} more are not listed here.\n")
    return "".join((*rows, *listed, "\n"))


def _annotation(finding: Finding) -> str:
    start, end = finding.place.position, finding.place.end_position
    properties: dict[str, object] = {
        "title": f"yubei-pub ({finding.rule})",
        "file": finding.place.path,
        "line": start.line,
        "col": start.column,
        "endLine": end.line,
        "endColumn": end.column,
    }
    if start.line != end.line:  # then GitHub takes no columns
        del properties["col"], properties["endColumn"]
    written = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    return f"::{_COMMANDS[finding.severity]} {written}::{_data(finding.full_message)}\n"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _row(finding: Finding) -> str:
    cells = (finding.severity.value, str(finding.place), finding.rule, str(finding.message))
    return f"| {' | '.join(map(_cell, cells))} |\n"


def _cell(text: str) -> str:
    """A text in a table: on one line, and every sign of Markdown or HTML as its number."""
    return _SIGNS.sub(lambda match: f"&#{ord(match[0])};", " ".join(text.split()))


def _fitting(rows: Iterator[str], room: int) -> Iterator[str]:
    for row in rows:
        room -= len(row.encode())
        if room < 0:
            return
        yield row
