"""What several commands show alike."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from shutil import get_terminal_size
from typing import TYPE_CHECKING, NamedTuple

import click

from yubei_pub import plugins, reports
from yubei_pub.cli import _terminal, show_error
from yubei_pub.findings import Finding, Place, Severity, YubeiError
from yubei_pub.trace import Source

if TYPE_CHECKING:  # a build with nothing to do tells findings without them
    from yubei_pub.model import Briefing, BriefingSection
    from yubei_pub.project import Project


JOBS = click.option(
    "--jobs", type=click.IntRange(1, 64), metavar="N", help="Work with N processes; else as many as it is worth."
)


class Opened(NamedTuple):
    """A project, the briefings that were asked for, and why some of them cannot be read."""

    project: Project
    briefings: list[Briefing]
    broken: list[YubeiError]


def opened(
    start: Path, ids: Sequence[str], quietly: bool = False, remembering: bool = False, jobs: int | None = 1
) -> Opened:
    """The briefings that can be read; one that cannot does not stop the others, and is told unless `quietly`.

    A folder with a saved page and no zh.md is imported first.  `remembering`: what was found in a paragraph by the
    last build need not be found again.  `jobs` processes work where nothing is known yet; None is as many as are worth
    starting.
    """
    from yubei_pub import intake
    from yubei_pub.project import Project

    project = Project.find(start)
    if remembering:
        project.kept.read()
    chosen = project.chosen(ids)
    if jobs != 1:
        from yubei_pub import ahead

        ahead.work(project, chosen, jobs)
    project.open()
    briefings: list[Briefing] = []
    broken: list[YubeiError] = []
    for id in chosen:
        try:
            imported(*intake.take_missing(project, id))
            briefings.append(project.briefing(id))
        except YubeiError as error:
            broken.append(error)
            if not quietly:
                show_error(error)
    return Opened(project, briefings, broken)


def imported(written: Sequence[str], findings: Sequence[Finding]) -> None:
    """Say what an import wrote, and what to compare with the page."""
    tell(findings, err=True)
    for path in written:
        click.echo(f"Wrote {path}", err=True)
    if findings:
        click.echo(f"{summary(findings)} to compare with the page.", err=True)


def listed(findings: Sequence[Finding]) -> str:
    """Findings, one a line."""
    text: str = plugins.load(reports, "text").write(findings)
    return text


def tell(findings: Sequence[Finding], err: bool = False) -> None:
    """Findings as they are best read where we write to: with their lines and colours, or one a line."""
    terminal = _terminal.is_terminal(sys.stderr if err else sys.stdout)
    if terminal:
        text = plugins.load(reports, "text").show(findings, get_terminal_size().columns, _terminal.paint)
    else:
        text = listed(findings)
    click.echo(text, nl=False, err=err, color=terminal)


def summary(findings: Sequence[Finding], dismissed: Sequence[tuple[Finding, str]] = ()) -> str:
    """One line: `2 errors, 1 warning`, or that all is well; and what was dismissed, which is never left unsaid."""
    counts = Counter(finding.severity for finding in findings)
    parts = [f"{counts[each]} {each.value}{'s' * (counts[each] != 1)}" for each in Severity if counts[each]]
    line = ", ".join(parts) if parts else "Nothing found: all is well."
    if dismissed:
        rules = Counter(finding.rule for finding, _ in dismissed)
        what = ", ".join(f"{rule} {count}" for rule, count in sorted(rules.items()))
        line += f"{' ' if line.endswith('.') else '; '}{len(dismissed)} dismissed with a reason ({what})"
    return line


def unreadable(error: YubeiError) -> Finding:
    """What stops the program, for reports that only know findings."""
    return Finding("unreadable", Severity.ERROR, error.place or Place(Source(error.path, ""), 0, 0), error.message)


def heading(section: BriefingSection) -> str:
    """Both headings of a section, as far as there are any."""
    blocks = (section.source_heading, section.target_heading)
    return " / ".join(block.text.text for block in blocks if block and block.text.text.strip())


def draft(briefing: Briefing) -> str:
    """What stands between a briefing and its release, or nothing."""
    return f"{', '.join(briefing.drafts)} of {len(briefing.sections)} sections" if briefing.drafts else ""
