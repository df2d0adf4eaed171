"""`yubei-pub glossary …`: what concerns the terms."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from yubei_pub.cli import _show
from yubei_pub.findings import Finding
from yubei_pub.impact import English, Impact, Occurrence, TermChange
from yubei_pub.model import State

MOST = 40  # findings listed of either kind: a comment on GitHub holds 65,536 characters


@click.group(help="What concerns the glossary.")
def command() -> None:
    """The commands about terms."""


@command.command(
    short_help="Show what a change of glossary.yaml does to every section.",
    help="Show what the change of glossary.yaml since REV does to every section, for a pull request.",
)
@click.argument("revision", metavar="[REV]", default="")
@click.pass_obj
def impact(start: Path, revision: str) -> None:
    """Markdown on standard output.  Without REV, since the branch left the main one; there, since the last commit."""
    project, briefings, broken = _show.opened(start, ())
    commit, found = project.impact(briefings, revision)
    click.echo("\n".join(markdown(commit, found)))
    raise SystemExit(2 if broken else 0)


def markdown(commit: str, found: Impact) -> Iterator[str]:
    """The lines of what is printed."""
    yield f"## What the change of glossary.yaml does (since {commit[:10]})"
    yield ""
    yield _summary(found)
    for change in found.changes:
        yield from ("", *_change(change))
    yield from _findings("Findings gained", found.gained)
    yield from _findings("Findings lost", found.lost)


def _summary(found: Impact) -> str:
    if not found.changes:
        return "No term was added, removed or changed."
    added, removed = (sum(getattr(c, side) is None for c in found.changes) for side in ("before", "after"))
    counts = {"added": added, "removed": removed, "changed": len(found.changes) - added - removed}
    terms = ", ".join(f"{count} {what}" for what, count in counts.items() if count)
    left = [place for change in found.changes if change.after for place in change.places if _wants_work(place)]
    if not left:
        return f"Terms: {terms}. No English has to change."
    reviewed = dict.fromkeys(f"{p.briefing} {p.section.id}" for p in left if p.section.state is State.REVIEWED)
    paragraphs = sum(len(place.paragraphs) for place in left)
    text = f"Terms: {terms}. English that does not have the rendering: {paragraphs} paragraph{'s' * (paragraphs != 1)}."
    return f"{text} Reviewed sections among them, to be approved again: {', '.join(reviewed) or 'none'}."


def _wants_work(place: Occurrence) -> bool:
    return place.english in (English.OLD, English.NEITHER)


def _change(change: TermChange) -> Iterator[str]:
    kind = "Added" if change.before is None else "Removed" if change.after is None else "Changed"
    yield f"### {kind}: {change.zh}"
    yield ""
    for key, then, now in change.fields:
        values = [f"“{value}”" if value else "nothing" for value in (then, now)]
        yield f"- {key}: {' → '.join(values) if kind == 'Changed' else values[kind == 'Added']}"
    yield ""
    if not change.places:
        yield "No briefing has it."
        return
    yield "| briefing | section | paragraphs | the English | review |"
    yield "|---|---|---|---|---|"
    for place in change.places:
        section = place.section
        name = f"{section.id} {_show.heading(section)}"
        cells = (place.briefing, name, ", ".join(place.paragraphs), _english(place, change), _review(place))
        yield f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"


def _english(place: Occurrence, change: TermChange) -> str:
    if place.english is English.NONE:
        return "not translated"
    if change.after is None:
        return f"“{place.rendering}”, no longer checked" if place.rendering else "not rendered, no longer checked"
    if place.english is English.RIGHT:
        return f"“{place.rendering}”, as the glossary has it"
    return f"still “{place.rendering}”" if place.english is English.OLD else f"not “{change.after.en}”"


def _review(place: Occurrence) -> str:
    section = place.section
    if section.state is State.REVIEWED:
        return f"reviewed by {section.reviewed_by}, {section.reviewed_on}"
    return section.state.words


def _findings(title: str, findings: Sequence[Finding]) -> Iterator[str]:
    if findings:
        yield from ("", f"### {title}: {len(findings)}", "")
        yield from (f"- {f.place}: {f.severity.value} {f.rule}: {f.message}" for f in findings[:MOST])
        if len(findings) > MOST:
            yield f"- … and {len(findings) - MOST} more"
