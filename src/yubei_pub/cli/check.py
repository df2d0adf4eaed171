"""`yubei-pub check`: what a reviser should look at, and an exit code for machines."""

from __future__ import annotations

from pathlib import Path

import click

from yubei_pub import plugins, reports
from yubei_pub.cli import _show
from yubei_pub.project import Project, errors


@click.command(help="Check briefings (all, or those named) and list what was found.")
@click.argument("ids", nargs=-1, metavar="[ID]...")
@click.option("--format", "form", type=click.Choice(plugins.names(reports)), default="text", help="How to list it.")
@click.pass_obj
def command(start: Path, ids: tuple[str, ...], form: str) -> None:
    """Findings on standard output; exit 1 if one of them is an error."""
    project = Project.find(start)
    briefings, broken = _show.load(project, ids)
    findings = project.check(briefings)
    click.echo(plugins.load(reports, form).write(findings), nl=False)
    if form == "text":
        click.echo(_show.summary(findings), err=True)
    raise SystemExit(2 if broken else int(errors(findings) > 0))
