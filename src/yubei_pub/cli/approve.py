"""`yubei-pub approve`: a person stands behind what they read."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from yubei_pub.cli import _show
from yubei_pub.cli._terminal import argument
from yubei_pub.files import last_build
from yubei_pub.findings import Message, Severity, YubeiError
from yubei_pub.model import State
from yubei_pub.project import Project

_OF_THE_MANUAL = ("name", "your name")  # copied with the command: nobody is called so


@click.command(
    short_help="Stand behind sections that you have read.",
    help="Approve sections of a briefing as you have read them: those named, or all that are wholly translated and not "
    "reviewed yet.",
)
@click.argument("id")
@click.argument("sections", nargs=-1, metavar="[SECTION]...")
@click.option("--by", required=True, metavar="NAME", help="Your name, as it shall stand in the ledger.")
@click.pass_obj
def command(start: Path, id: str, sections: tuple[str, ...], by: str) -> None:
    """Write review.yaml and show the state; errors that stand in the briefing are shown beside it."""
    project = Project.find(start)
    by = by.strip(" “”‘’'\"")  # cmd.exe takes some of them for part of a name
    if not by or not by.isprintable() or by.casefold() in _OF_THE_MANUAL:
        raise YubeiError(Message("--by wants the name of the person who read the section, on one line"))
    with project.lock():
        id, *more = project.chosen([id])
        if more:
            message = "“{id}” and {others} are several briefings; approve one at a time"
            raise YubeiError(Message(message, id=id, others=", ".join(more)))
        before = project.briefing(id)
        gaps = project.approve(before, sections, by, date.today().isoformat())
        briefing = project.briefing(id)
    click.echo(f"Wrote source/{id}/review.yaml")
    open_now = (State.UNREVIEWED, State.STALE)
    read = sections or [s.id for s in before.sections if s.state in open_now and s.id not in gaps]
    said = (s.id + (" (was stale)" if s.state is State.STALE else "") for s in before.sections if s.id in read)
    click.echo(f"Approved: {', '.join(said) or 'nothing that was not reviewed'}")
    click.echo(f"{id}: {_show.draft(briefing) or 'all sections are reviewed'}")
    for name in last_build.changed(project.root, [f"source/{id}/zh.md", f"source/{id}/en.md"]):
        click.echo(
            f"{name} has changed since the last build, so its documents do not show what you approved.", err=True
        )
    others = [s for s in briefing.sections if s.state is State.REVIEWED and s.reviewed_by != by]
    if others and not sections:
        names = ", ".join(f"{section.id} ({section.reviewed_by})" for section in others)
        click.echo(f"Left as others approved them: {names}", err=True)
    for section, gap in gaps.items() if not sections else ():
        click.echo(f"Not approved, for it is not wholly translated: {section}; {gap.place}: {gap.message}", err=True)
    findings = [f for f in project.check([briefing]).findings if f.severity is Severity.ERROR]
    if findings:
        see = f"see `yubei-pub check {argument(id)}`"
        click.echo(f"Still to mend before a release: {_show.summary(findings)}; {see}.", err=True)
