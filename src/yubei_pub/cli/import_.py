"""`yubei-pub import`: a saved page becomes a briefing's folder."""

from __future__ import annotations

from pathlib import Path

import click

from yubei_pub import intake
from yubei_pub.cli import _show
from yubei_pub.cli._terminal import argument
from yubei_pub.findings import Message, YubeiError
from yubei_pub.project import Project


@click.command(
    short_help="Take a saved page in, as source/ID/zh.md.",
    help="Take a saved page in: repair it and write source/ID/zh.md and a skeleton of en.md.",
)
@click.argument("page", type=click.Path(path_type=Path))
@click.option("--id", required=True, help="The briefing's folder, like 2024-07-10-yubei.")
@click.pass_obj
def command(start: Path, page: Path, id: str) -> None:
    """Say what was written and what an editor should look at; the page itself is kept byte for byte."""
    if page.parts[:1] in (("http:",), ("https:",)):
        message = "this is an address of the web; open it in the browser, save the page (Ctrl+S) and import that file"
        raise YubeiError(Message(message), path=page.name)
    project = Project.find(start, or_begin=True)
    with project.lock():
        written, findings = intake.take(project, start / page, id)
    _show.imported(written, findings)
    click.echo(
        f"Next: read source/{id}/zh.md, write the English in source/{id}/en.md, then `yubei-pub build {argument(id)}`."
    )
