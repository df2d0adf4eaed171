"""What several commands show alike."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import click

from yubei_pub import plugins, reports
from yubei_pub.cli import show_error
from yubei_pub.findings import Finding, Severity, YubeiError
from yubei_pub.model import Briefing, BriefingSection, State
from yubei_pub.project import Project

STATES = {
    State.REVIEWED: "reviewed",
    State.UNREVIEWED: "not reviewed",
    State.STALE: "stale",
    State.MISSING: "not translated",
}


def load(project: Project, ids: Sequence[str]) -> tuple[list[Briefing], bool]:
    """The briefings that can be read; one that cannot is reported and does not stop the others.

    A folder with a saved page and no zh.md is imported first.
    """
    chosen = project.chosen(ids)
    project.open()
    briefings: list[Briefing] = []
    broken = False
    for id in chosen:
        try:
            imported(*project.import_missing(id))
            briefings.append(project.briefing(id))
        except YubeiError as error:
            show_error(error)
            broken = True
    return briefings, broken


def imported(written: Sequence[str], findings: Sequence[Finding]) -> None:
    """Say what an import wrote, and what to compare with the page."""
    click.echo(plugins.load(reports, "text").write(findings), nl=False, err=True)
    for path in written:
        click.echo(f"Wrote {path}", err=True)
    if findings:
        click.echo(f"{summary(findings)} to compare with the page.", err=True)


def summary(findings: Sequence[Finding]) -> str:
    """One line: `2 errors, 1 warning`, or that all is well."""
    counts = Counter(finding.severity for finding in findings)
    parts = [f"{counts[s]} {s.value}{'s' * (counts[s] != 1)}" for s in Severity if counts[s]]
    return ", ".join(parts) if parts else "Nothing found: all is well."


def heading(section: BriefingSection) -> str:
    """Both headings of a section, as far as there are any."""
    blocks = (section.source_heading, section.target_heading)
    return " / ".join(block.text.text for block in blocks if block and block.text.text.strip())


def draft(briefing: Briefing) -> str:
    """What stands between a briefing and its release, or nothing."""
    counts = Counter(section.state for section in briefing.draft_sections)
    parts = [f"{counts[s]} {STATES[s]}" for s in State if counts[s]]
    return f"{', '.join(parts)} of {len(briefing.sections)} sections" if parts else ""
