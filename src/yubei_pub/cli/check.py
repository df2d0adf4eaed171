"""`yubei-pub check`: what a reviser should look at, and an exit code for machines."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

import click

from yubei_pub import files, pipeline, plugins, reports
from yubei_pub.cli import _show
from yubei_pub.cli._terminal import quoted
from yubei_pub.findings import Finding, YubeiError, errors, under
from yubei_pub.project import Project

ROUNDS = 10  # a fix can make room for another; past this two of them undo each other


@click.command(help="Check briefings (all, or those named) and list what was found.")
@click.argument("ids", nargs=-1, metavar="[ID]...")
@click.option("--format", "form", type=click.Choice(plugins.names(reports)), default="text", help="How to list it.")
@click.option("--changed", metavar="REV", help="Only what concerns changes since a git revision: main, HEAD~1, ….")
@click.option("--fix", is_flag=True, help="First mend what is certain, in zh.md, en.md and the project’s own files.")
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="List it in this file.")
@_show.JOBS
@click.pass_obj
def command(
    start: Path, ids: tuple[str, ...], form: str, changed: str | None, fix: bool, output: Path | None, jobs: int | None
) -> None:
    """Findings on standard output; exit 1 if one of them is an error."""
    project = Project.find(start)
    try:
        if fix:
            _mend(start, ids, changed, jobs)
        project, briefings, broken = _show.opened(start, ids, jobs=jobs)
        answered = project.check(briefings)
        findings, dismissed = answered.findings, answered.dismissed
        if changed is not None:
            findings = project.concerned(findings, briefings, changed)
    except YubeiError as error:
        if form != "text":
            _report(project, form, [_show.unreadable(error)], "the check could not be made", output)
        raise
    everything = [*map(_show.unreadable, broken), *findings]
    headline = _show.summary(everything, dismissed)
    if form != "text":
        _report(project, form, everything, headline, output)
    elif output:
        files.hand_out(output, _show.listed(findings).encode())
    else:
        _show.tell(findings)
    if form == "text":
        click.echo(headline, err=True)
    raise SystemExit(2 if broken else int(errors(findings) > 0))


def _mend(start: Path, ids: Sequence[str], changed: str | None, jobs: int | None) -> None:
    """Mend what is certain until there is no more of it, and say what was done."""
    for _ in range(ROUNDS):
        project, briefings, _broken = _show.opened(start, ids, quietly=True, jobs=jobs)
        findings = project.check(briefings).findings
        if changed is not None:
            findings = project.concerned(findings, briefings, changed)
        mended = project.fix(findings)
        for finding in mended:
            click.echo(f"Mended {finding.place} ({finding.rule}): {_edits(finding)}", err=True)
        if not mended:
            return


def _edits(finding: Finding) -> str:
    """`"perception equipment" → "sensing devices"`; what cannot be seen by its number."""
    text, edits = finding.place.source.text, finding.fix.edits if finding.fix else ()
    return ", ".join(f"{quoted(text[e.start : e.end])} → {quoted(e.replacement)}" for e in edits)


def _report(project: Project, form: str, findings: Sequence[Finding], headline: str, output: Path | None) -> None:
    """The findings for a program, whose files may have to be named as the repository knows them."""
    report = plugins.load(reports, form)
    if getattr(report, "REPOSITORY", False):
        findings = under(project.in_repository, findings)
    data = report.write(findings, pipeline.manuals()).encode()  # programs read UTF-8, whatever the console is
    if output:
        files.hand_out(output, data)
    else:
        click.echo(data, nl=False)
    job = os.environ.get("GITHUB_STEP_SUMMARY")
    if job and hasattr(report, "summary"):
        with Path(job).open("a", encoding="utf-8") as file:
            file.write(report.summary(findings, headline))
