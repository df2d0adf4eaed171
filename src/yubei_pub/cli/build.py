"""`yubei-pub build`: the documents."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import click

from yubei_pub import pipeline
from yubei_pub.cli import _show
from yubei_pub.findings import Finding
from yubei_pub.model import Briefing
from yubei_pub.project import Project, errors
from yubei_pub.settings import LAYOUTS, Style


class Formats(click.ParamType[list[str]]):
    """Formats between commas: docx,html."""

    name = "formats"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> list[str]:
        known = pipeline.formats()
        chosen = [name.strip().lower().lstrip(".") for name in value.replace("，", ",").split(",") if name.strip()]
        for name in chosen:
            if name not in known:
                self.fail(f"there is no format “{name}” (there are: {', '.join(known)})", param, ctx)
        return list(dict.fromkeys(chosen)) or self.fail("name a format, as in --format docx,html", param, ctx)


@click.command(help="Build briefings (all, or those named) into build/, as Word and Markdown.")
@click.argument("ids", nargs=-1, metavar="[ID]...")
@click.option("--release", is_flag=True, help="Write nothing unless all is reviewed and without errors.")
@click.option(
    "--format", "formats", type=Formats(), help="docx,md,html,epub: some of them; else what the settings say."
)
@click.option("--layout", type=click.Choice(LAYOUTS), help="parallel, stacked, english or (in Markdown) table.")
@click.pass_obj
def command(start: Path, ids: tuple[str, ...], release: bool, formats: list[str] | None, layout: str | None) -> None:
    """Write the documents, then exit 1 if there are errors; a release with errors or drafts is not written."""
    project, briefings, broken = _show.opened(start, ids)
    findings, dismissed = project.check(briefings)
    _show.tell(findings, err=True)
    if findings or dismissed:
        click.echo(_show.summary(findings, dismissed), err=True)
    if release:
        _tell(dismissed)
    if release and _refused(project, briefings, findings, bool(broken)):
        raise SystemExit(2 if broken else 1)
    style = project.settings.style
    style = replace(style, layout=layout) if layout else style
    with project.lock():
        for briefing in briefings:
            _write(project, briefing, formats or project.settings.formats, style)
    raise SystemExit(2 if broken else int(errors(findings) > 0))


def _tell(dismissed: Sequence[tuple[Finding, str]]) -> None:
    """Nothing uncertain is published silently: what somebody answered stands beside the release."""
    for finding, reason in dismissed:
        line = _show.listed([finding]).splitlines()[0]
        click.echo(f"Dismissed: {line} (reason: {' '.join(reason.split())})", err=True)


def _write(project: Project, briefing: Briefing, formats: Sequence[str], style: Style) -> None:
    for name in formats:
        data = pipeline.typeset([briefing], style, name)
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
