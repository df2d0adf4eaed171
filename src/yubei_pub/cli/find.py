"""`yubei-pub find`: how something was translated before, wherever it stands."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import click

from yubei_pub.cli import _terminal, show_error
from yubei_pub.glossary import Term
from yubei_pub.memory import Hit
from yubei_pub.model import State
from yubei_pub.project import Project
from yubei_pub.renderings import EnglishIndex
from yubei_pub.simplify import AS_IT_IS, simplified, simplify_text
from yubei_pub.terms import patterns_of

Span = tuple[int, int]

MOST = 1000  # places that are shown at once


@click.command(
    short_help="Show where words stand and how they were rendered.",
    help="Show where words, Chinese or English, stand in the briefings, and how they were rendered.",
)
@click.argument("words", nargs=-1, required=True)
@click.option("--most", default=20, show_default=True, type=click.IntRange(1, MOST), help="How many places to show.")
@click.option("--reviewed", is_flag=True, help="Only what a reviewer stands behind.")
@click.pass_obj
def command(start: Path, words: tuple[str, ...], most: int, reviewed: bool) -> None:
    """One place after another, reviewed ones first; exit 0, also where there is none."""
    project = Project.find(start)
    project.open()
    query, names = " ".join(words), project.glossary.overrides()
    with project.memory(show_error) as memory:
        hits = memory.find(simplify_text(query, AS_IT_IS, names), most + 1, reviewed_only=reviewed)
    terms = [term for term in project.glossary.terms if term.zh in simplified(query, names)]
    colours = _terminal.is_terminal(sys.stdout) and _terminal.coloured()
    for hit in hits[:most]:
        click.echo("\n".join(_lines(hit, terms, colours)) + "\n", color=colours or None)
    if not any(char.isalnum() for char in query):
        click.echo(f"There is no word in “{query}” that could be looked for.", err=True)
    elif not hits:
        click.echo(f"“{query}” stands in no translated text{' that is reviewed' if reviewed else ''}.", err=True)
    elif len(hits) > most:
        more = f"--most {min(10 * most, MOST)} shows it" if most < MOST else "look for more words"
        click.echo(f"There is more; {more}.", err=True)


def _lines(hit: Hit, terms: Sequence[Term], colours: bool) -> Iterator[str]:
    """Where a pair stands and what became of it, and both its texts."""
    pair = hit.pair
    name = f"{pair.briefing} {pair.section}" + (f" ¶ {pair.number}" if pair.number is not None else "")
    places = f"{pair.zh_at} · {pair.en_at}"
    state = pair.state.words
    if pair.state in (State.REVIEWED, State.STALE):
        state += f" ({pair.by}, {pair.on})"
    yield f"{_terminal.paint(name, 'place') if colours else name} · {state}"
    yield f"  {_highlighted(pair.zh, hit.zh, colours)}"
    yield f"  {_highlighted(pair.en, [*hit.en, *_rendered(pair.en, terms)], colours)}"
    yield f"  {_terminal.paint(places, 'quiet') if colours else places}"


def _rendered(english: str, terms: Iterable[Term]) -> Iterator[Span]:
    """Where the official renderings of terms stand."""
    index = EnglishIndex(english)
    for term in terms:
        for pattern in patterns_of(term):
            yield from ((hit.start, hit.end) for hit in index.find(pattern))


def _highlighted(text: str, spans: Iterable[Span], colours: bool) -> str:
    """The text with what was found in colour, or between » and « where there are no colours."""
    out, at = [], 0
    for start, end in _apart(spans):
        found = text[start:end]
        out += [text[at:start], _terminal.paint(found, "found") if colours else f"»{found}«"]
        at = end
    return "".join((*out, text[at:]))


def _apart(spans: Iterable[Span]) -> list[Span]:
    """Stretches in order, those that touch put together."""
    apart: list[Span] = []
    for start, end in sorted(spans):
        if apart and start <= apart[-1][1]:
            apart[-1] = (apart[-1][0], max(end, apart[-1][1]))
        else:
            apart.append((start, end))
    return apart
