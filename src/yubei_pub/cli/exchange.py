"""`yubei-pub exchange`: to the tools of translators and terminologists, and back."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from yubei_pub import files
from yubei_pub.cli import _show
from yubei_pub.cli._terminal import paint, visible
from yubei_pub.differences import shown
from yubei_pub.interchange import Unit
from yubei_pub.pipeline import exchange
from yubei_pub.pipeline.exchange import Kind, Taken
from yubei_pub.project import Project

_STYLES = {Kind.ADDED: "note", Kind.CHANGED: "warning", Kind.SAME: "warning"}  # of the others, that of an error


@click.group(
    short_help="Hand texts to OmegaT, Trados or Excel, and take them back.",
    help="Hand texts and terms to Trados, OmegaT, Excel and others, and take back what came of them.",
)
def command() -> None:
    """The commands `out` and `in`."""


def _formats() -> str:
    """What FORMAT may be, a line each; the members of the open set say it."""
    forms = sorted(exchange.formats().items(), key=lambda item: exchange.carries_terms(item[0]))
    return "\n".join(f"  {name:8}{_what(name):7}{form.NAME}" for name, form in forms)


def _what(form: str) -> str:
    return "terms" if exchange.carries_terms(form) else "texts"


OUT = f"""Write a file for another tool: the texts of briefings (all, or those named), or the terms of the glossary.

\b
FORMAT is one of
{_formats()}

What nobody approved goes only into formats that can say so, or with --all.
"""
IN = "Show what a file of another tool changes, and with --apply take it into glossary.yaml or en.md."


@command.command("out", help=OUT, short_help="Write texts or terms for another tool.")
@click.argument("form", type=click.Choice(sorted(exchange.formats())), metavar="FORMAT")
@click.argument("ids", nargs=-1, metavar="[ID]...")
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="Write this file.")
@click.option("--all", "--proposed", "everything", is_flag=True, help="Also drafts and proposed terms.")
@click.pass_obj
def out(start: Path, form: str, ids: tuple[str, ...], output: Path | None, everything: bool) -> None:
    """Write the file and say what is in it."""
    if ids and exchange.carries_terms(form):
        raise click.UsageError(f"{form} holds the glossary, which is one for all briefings; leave {' '.join(ids)} out")
    project, briefings, broken = _opened(start, exchange.carries_terms(form), ids)
    made = exchange.out(form, briefings, project.glossary, everything)
    name = f"{'glossary' if exchange.carries_terms(form) else '+'.join(ids) or 'texts'}.{made.ending}"
    if output:
        files.hand_out(output, made.data)
        click.echo(f"Wrote {output}: {made.count} {_what(form)}")
    else:
        with project.lock():
            click.echo(f"Wrote {project.write_build(name, made.data)}: {made.count} {_what(form)}")
    if made.held_back:
        click.echo(f"Left out, because nobody approved them: {made.held_back}; --all takes them along.", err=True)
    if made.lost:
        click.echo(f"Characters that {form} cannot hold were left out: {', '.join(made.lost)}", err=True)
    raise SystemExit(2 if broken else 0)


@command.command("in", help=IN, short_help="Show, and with --apply take, what came back.")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--apply", is_flag=True, help="Write it; without this nothing is written.")
@click.option("--reviewed-too", is_flag=True, help="Also change what somebody approved; it has to be approved again.")
@click.pass_obj
def take(start: Path, file: Path, apply: bool, reviewed_too: bool) -> None:
    """Show each difference; exit 1 if something could not be taken."""
    form, data = exchange.read(file.name, files.read_bytes(file, file.name))
    project, briefings, broken = _opened(start, not any(isinstance(each, Unit) for each in data))
    with project.lock():
        taken = exchange.take(data, briefings, project.glossary, reviewed_too)
        for line in _lines(taken):
            click.echo(line)
        if apply and _has(taken, Kind.REVIEWED) and _agreed():
            taken = exchange.take(data, briefings, project.glossary, reviewed_too=True)
        click.echo(f"{file.name} is {form}: {_summary(taken)}", err=True)
        if apply:
            _write(project, taken)
        elif any(each.text != each.source.text for each in taken):
            click.echo("Nothing is written yet; --apply writes it.", err=True)
    left = _has(taken, Kind.REVIEWED, Kind.REFUSED, Kind.UNKNOWN)
    raise SystemExit(2 if broken else int(left))


def _opened(start: Path, terms: bool, ids: Sequence[str] = ()) -> _show.Opened:
    """The project, with the briefings that texts may belong to; a glossary needs none."""
    if not terms:
        return _show.opened(start, ids)
    project = Project.find(start)
    project.open()
    return _show.Opened(project, [], [])


def _lines(taken: Sequence[Taken]) -> Iterator[str]:
    """Each difference: what becomes of it, where, and from what to what."""
    for step in (step for each in taken for step in each.steps if step.kind is not Kind.SAME or step.why):
        why = f" ({step.why})" if step.why else ""
        where = f"{paint(visible(step.at), 'place')}: " if step.at else ""
        kind = paint(step.kind.value, _STYLES.get(step.kind, "error"))
        yield f"{where}{kind}: {visible(f'{step.name}{why}')}"
        for key, before, after in step.changes:
            yield f"    {key}: {visible(shown(before, after) if before else after)}"


def _summary(taken: Sequence[Taken]) -> str:
    counts = Counter(step.kind for each in taken for step in each.steps)
    return ", ".join(f"{counts[kind]} {kind.value}" for kind in Kind if counts[kind])


def _has(taken: Sequence[Taken], *kinds: Kind) -> bool:
    return any(step.kind in kinds for each in taken for step in each.steps)


def _agreed() -> bool:
    """Ask who sits at the terminal; nobody there means no."""
    if not sys.stdin.isatty():
        return False
    return click.confirm("Change what is reviewed or approved too? It has to be approved again", err=True)


def _write(project: Project, taken: Sequence[Taken]) -> None:
    for each in taken:
        if each.text != each.source.text:
            project.tree.rewrite(each.source, each.text)
            click.echo(f"Wrote {each.source.path}", err=True)
