"""`yubei-pub status`: where each briefing and each section stands, and where its characters come from."""

from __future__ import annotations

from collections.abc import Container
from pathlib import Path

import click

from yubei_pub.cli import _show
from yubei_pub.findings import Message, YubeiError
from yubei_pub.model import Briefing, BriefingSection, State
from yubei_pub.origins import Origin


@click.command(help="Show what is translated, reviewed and stale, section by section.")
@click.argument("ids", nargs=-1, metavar="[ID]...")
@click.option("--provenance", is_flag=True, help="Show where every character of zh.md comes from.")
@click.pass_obj
def command(start: Path, ids: tuple[str, ...], provenance: bool) -> None:
    """One block of lines a briefing."""
    project, briefings, broken = _show.opened(start, ids)
    for briefing in briefings:
        if provenance:
            _provenance(briefing)
        else:
            _status(briefing, project.gaps(briefing))
    raise SystemExit(2 if broken else 0)


def _status(briefing: Briefing, gaps: Container[str]) -> None:
    click.echo(f"{briefing.id}: {_show.draft(briefing) or 'all sections are reviewed'}")
    rows = [(section.id, _state(section, gaps), _show.heading(section)) for section in briefing.sections]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for id, state, heading in rows:
        click.echo(f"  {id:{widths[0]}}  {state:{widths[1]}}  {heading}")


def _state(section: BriefingSection, gaps: Container[str]) -> str:
    if section.state in (State.REVIEWED, State.STALE):
        return f"{section.state.words} ({section.reviewed_by}, {section.reviewed_on})"
    return "translated in part" if section.id in gaps else section.state.words


def _provenance(briefing: Briefing) -> None:
    found = briefing.provenance
    if found is None:
        raise YubeiError(Message("there is no saved page in this folder"), path=f"source/{briefing.id}")
    click.echo(f"{briefing.id}: {found.page}, SHA-256 {found.sha256}")
    counts = found.counts
    click.echo(
        f"  {counts['page']} characters as on the page, {counts['repair']} repaired, {counts['editor']} an editor’s"
    )
    for origin in found.origins:
        if origin.start < origin.end:  # a tab between cells has no place of its own in zh.md
            click.echo(f"  {_origin(briefing, origin)}")


def _origin(briefing: Briefing, origin: Origin) -> str:
    """`zh.md 12:4-12:9 重慶 ← page.txt 9:4-9:20 repair pinyin`."""
    zh = briefing.source.source
    start, end = zh.locate(origin.start), zh.locate(origin.end)
    text = " ".join(zh.text[origin.start : origin.end].split("\n"))
    shown = text if len(text) <= 12 else f"{text[:6]}…{text[-5:]}"
    here = f"zh.md {start.line}:{start.column}-{end.line}:{end.column} {shown}"
    if origin.page is None:
        return f"{here} ← editor"
    a, b = origin.page.position, origin.page.end_position
    how = f"repair {origin.rule}{'' if origin.certain else ' (uncertain)'}" if origin.rule else "page"
    return f"{here} ← {origin.page.path.rpartition('/')[2]} {a.line}:{a.column}-{b.line}:{b.column} {how}"
