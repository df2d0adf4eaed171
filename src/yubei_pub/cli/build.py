"""`yubei-pub build`: the documents."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from yubei_pub import files, plugins, writers
from yubei_pub.cli import _show, show_error
from yubei_pub.cli._terminal import argument
from yubei_pub.files import last_build
from yubei_pub.files.last_build import Said
from yubei_pub.findings import Finding, YubeiError, errors

if TYPE_CHECKING:  # loaded only where there is something to do
    from yubei_pub.model import Briefing
    from yubei_pub.project import Project


def _formats(value: str) -> list[str]:
    """Formats between commas: docx,html."""
    known = plugins.names(writers)
    chosen = [name.strip().lower().lstrip(".") for name in value.replace("，", ",").split(",") if name.strip()]
    for name in chosen:
        if name not in known:
            raise click.BadParameter(f"there is no format “{name}” (there are: {', '.join(known)})")
    if not chosen:
        raise click.BadParameter("name a format, as in --format docx,html")
    return list(dict.fromkeys(chosen))


def _layout(value: str) -> str:
    """One of the layouts."""
    from yubei_pub.settings import LAYOUTS

    if value not in LAYOUTS:
        raise click.BadParameter(f"{value!r} is not one of {', '.join(LAYOUTS)}")
    return value


class Wish(NamedTuple):
    """What a build was asked for; None where the settings say."""

    ids: tuple[str, ...]
    formats: list[str] | None
    layout: str | None
    volume: bool

    def words(self) -> list[str]:
        """The same as text, to be told from another."""
        return [*self.ids, str(self.formats), str(self.layout), str(self.volume)]


@click.command(
    short_help="Write the documents into build/.",
    help="Build briefings (all, or those named) into build/, as Word and Markdown.",
)
@click.argument("ids", nargs=-1, metavar="[ID]...")
@click.option("--release", is_flag=True, help="Write nothing unless all is reviewed and without errors.")
@click.option(
    "--format",
    "formats",
    type=_formats,
    metavar="FORMATS",
    help="docx,md,html,pdf,epub: some of them; else what the settings say.",
)
@click.option("--layout", type=_layout, metavar="LAYOUT", help="parallel, stacked, english or (in Markdown) table.")
@click.option("--volume", is_flag=True, help="Bind the briefings into one document, in the order of their dates.")
@_show.JOBS
@click.pass_obj
def command(
    start: Path,
    ids: tuple[str, ...],
    release: bool,
    formats: list[str] | None,
    layout: str | None,
    volume: bool,
    jobs: int | None,
) -> None:
    """Write the documents, then exit 1 if there are errors; a release with errors or drafts is not written."""
    wish = Wish(ids, formats, layout, volume)
    root = None if release else files.project_folder(start)
    said = last_build.recall(root, wish.words()) if root else None
    if said:
        _say(said)
    else:
        said = _built(start, wish, release, jobs)
    raise SystemExit(int(errors(said.findings) > 0))


def _built(start: Path, wish: Wish, release: bool, jobs: int | None) -> Said:
    """Build, and remember it if all went well; a release is always made from nothing but the texts."""
    project, briefings, broken = _show.opened(start, wish.ids, remembering=not release, jobs=jobs)
    said = Said(*project.check(briefings), [])
    _say(said)
    if release:
        _tell(said.dismissed)
    if release and _refused(project, briefings, said.findings, bool(broken)):
        raise SystemExit(2 if broken else 1)
    wrote: dict[str, bytes] = {}
    with project.lock():
        for path, data, lines in _written(project, briefings, wish, broken):
            if path:
                wrote[path] = data
            for line in lines:
                click.echo(line)
            said.lines.extend(lines)
        project.kept.keep([briefing.id for briefing in briefings], project.tree.ids())
        # What a PDF looks like hangs on the fonts of this computer too, which nobody watches: it is always made.
        if not release and not broken and not any(name.endswith(".pdf") for name in wrote):
            last_build.keep(project.root, wish.words(), said, project.tree, wrote)
    if release:
        _tell_of_older(project, briefings, wrote)
        if not project.glossary.terms:  # none yet, or the file was lost in a merge
            click.echo("No term was checked: there is none in glossary.yaml.", err=True)
    if broken:
        raise SystemExit(2)
    return said


def _tell_of_older(project: Project, briefings: Sequence[Briefing], wrote: Container[str]) -> None:
    """A draft in another format, or of a briefing withdrawn since, could be mailed in place of what was released."""
    if older := [path for path in _there(project, briefings) if path not in wrote]:
        click.echo(f"Not of this release, but of an earlier build: {', '.join(older)}", err=True)


def _there(project: Project, briefings: Sequence[Briefing]) -> list[str]:
    """The documents of briefings in build/, volumes, and those of briefings that are not here any more."""
    return [path for briefing in briefings for path in project.built(briefing.id)] + project.built_before()


def _say(said: Said) -> None:
    _show.tell(said.findings, err=True)
    if said.findings or said.dismissed:
        click.echo(_show.summary(said.findings, said.dismissed), err=True)
    for line in said.lines:
        click.echo(line)


def _written(
    project: Project, briefings: Sequence[Briefing], wish: Wish, broken: list[YubeiError]
) -> Iterator[tuple[str, bytes, list[str]]]:
    """Write each document; its path and bytes with what is to be said of it.  Without a path only that.

    One that is open in Word, or a PDF where there is no typst, is told of, joins the `broken` and stops no other.
    """
    from yubei_pub import pipeline

    style = project.settings.style
    style = style._replace(layout=wish.layout) if wish.layout else style
    bound = wish.volume and briefings
    documents = [pipeline.volume(briefings)] if bound else [(each.id, [each]) for each in briefings]
    for name, contents in documents:
        for form in wish.formats or project.settings.formats:
            try:
                data, remarks = pipeline.typeset(contents, style, form)
                path = project.write_build(f"{name}.{form}", data)
            except YubeiError as error:
                if str(error) not in map(str, broken):  # that there is no typst is no news in the next briefing
                    show_error(error)
                broken.append(error)
                continue
            yield path, data, [f"Wrote {path}", *(f"  {remark}" for remark in remarks)]
        yield "", b"", [line for briefing in contents for line in _draft(briefing, wish.volume)]


def _draft(briefing: Briefing, volume: bool) -> Iterator[str]:
    draft = _show.draft(briefing)
    if draft:
        what = briefing.id if volume else "It"
        yield f"  {what} is a draft: {draft}.  `yubei-pub status {argument(briefing.id)}` shows which."


def _tell(dismissed: Sequence[tuple[Finding, str]]) -> None:
    """Nothing uncertain is published silently: what somebody answered stands beside the release."""
    for finding, reason in dismissed:
        line = _show.listed([finding]).splitlines()[0]
        click.echo(f"Dismissed: {line} (reason: {' '.join(reason.split())})", err=True)


def _refused(project: Project, briefings: Sequence[Briefing], findings: Sequence[Finding], broken: bool) -> bool:
    """Say why there is no release; False if nothing stands in its way."""
    reasons = [f"{briefing.id}: {draft}" for briefing in briefings if (draft := _show.draft(briefing))]
    if errors(findings):
        reasons.append(f"errors: {errors(findings)}")
    if broken:
        reasons.append("a briefing could not be read")
    for reason in reasons:
        click.echo(f"Not released: {reason}", err=True)
    if reasons and (old := _there(project, briefings)):
        click.echo(f"Nothing was written; from an earlier build there is still {', '.join(old)}", err=True)
    return bool(reasons)
