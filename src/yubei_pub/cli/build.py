"""`yubei-pub build`: the documents."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from yubei_pub import pipeline, plugins, reports
from yubei_pub.cli import _show
from yubei_pub.findings import Finding
from yubei_pub.model import Briefing
from yubei_pub.project import Project, errors


@click.command(help="Build briefings (all, or those named) as Word and Markdown into build/.")
@click.argument("ids", nargs=-1, metavar="[ID]...")
@click.option("--release", is_flag=True, help="Write nothing unless all is reviewed and without errors.")
@click.pass_obj
def command(start: Path, ids: tuple[str, ...], release: bool) -> None:
    """Write the documents, then exit 1 if there are errors; a release with errors or drafts is not written."""
    project = Project.find(start)
    briefings, broken = _show.load(project, ids)
    findings = project.check(briefings)
    click.echo(plugins.load(reports, "text").write(findings), nl=False, err=True)
    if findings:
        click.echo(_show.summary(findings), err=True)
    if release and _refused(project, briefings, findings, broken):
        raise SystemExit(2 if broken else 1)
    with project.lock():
        for briefing in briefings:
            _write(project, briefing)
    raise SystemExit(2 if broken else int(errors(findings) > 0))


def _write(project: Project, briefing: Briefing) -> None:
    for name in sorted(pipeline.formats()):
        data = pipeline.typeset([briefing], project.settings.style, name)
        click.echo(f"Wrote {project.write_build(f'{briefing.id}.{name}', data)}")
    draft = _show.draft(briefing)
    if draft:
        click.echo(f"  It is a draft: {draft}.  `yubei-pub status {briefing.id}` shows which.")


def _refused(project: Project, briefings: Sequence[Briefing], findings: Sequence[Finding], broken: bool) -> bool:
    """Say why there is no release; False if nothing stands in its way."""
    reasons = [f"{briefing.id}: {draft}" for briefing in briefings if (draft := _show.draft(briefing))]
    if errors(findings):
        reasons.append(f"errors: {errors(findings)}")
    if broken:
        reasons.append("a briefing could not be read")
    for reason in reasons:
        click.echo(f"Not released: {reason}", err=True)
    old = [path for briefing in briefings for path in project.built(briefing.id)]
    if reasons and old:
        click.echo(f"Nothing was written; from an earlier build there is still {', '.join(old)}", err=True)
    return bool(reasons)
