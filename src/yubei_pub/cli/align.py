"""`yubei-pub align`: which sentences of two texts belong together, as a table."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import click

from yubei_pub import align, files, han, segment
from yubei_pub.findings import Message, YubeiError
from yubei_pub.project import Project
from yubei_pub.simplify import simplify_text
from yubei_pub.terms import TermFinder

HELP = """Align two texts and write the beads to standard output, one a line.

ZH and EN are text files (UTF-8) with a sentence, or a paragraph, on each line.
Empty lines count, but belong to nothing.

\b
The columns, separated by tabs:
  zh          the Chinese lines, counted from 1: 3 or 3-4; empty where only the English has something
  en          the English lines
  confidence  how sure that is, from 0 to 1
  source      the Chinese
  target      the English

In a project the terms of its glossary help. So does the dictionary CC-CEDICT, if it is installed:
pip install "yubei-pub[dictionary]".
"""
Cut: TypeAlias = Callable[[str], list[tuple[int, int]]]

HEADER = "zh\ten\tconfidence\tsource\ttarget"


@click.command(help=HELP, short_help="Align two texts, which need no project.")
@click.argument("zh", type=click.Path(path_type=Path))
@click.argument("en", type=click.Path(path_type=Path))
@click.option("--split", is_flag=True, help="Cut the lines into sentences first; the numbers are then theirs.")
@click.pass_obj
def command(start: Path, zh: Path, en: Path, split: bool) -> None:
    """Beads as TSV."""
    ours = _lines(start / zh, str(zh), segment.chinese if split else None)
    theirs = _lines(start / en, str(en), segment.english if split else None)
    if (swapped := " ".join(theirs)) and han.count(swapped) > len(swapped) / 4 and not any(map(han.holds, ours)):
        message = "{en} is Chinese, and this has no Chinese character: write the Chinese file first, then the English"
        raise YubeiError(Message(message, en=str(en)), path=str(zh))
    here = [number for number, line in enumerate(ours) if line]
    there = [number for number, line in enumerate(theirs) if line]
    simplified = simplify_text("\n".join(ours[number] for number in here)).split("\n") if here else []
    english = [theirs[number] for number in there]
    found = align.beads(simplified, english, alike=align.Alike(simplified, english, _terms(start)))
    click.echo(HEADER)
    for bead in found:
        sides = [here[bead.source.start : bead.source.stop], there[bead.target.start : bead.target.stop]]
        texts = " ".join(ours[number] for number in sides[0]), " ".join(theirs[number] for number in sides[1])
        click.echo("\t".join((*map(_range, sides), f"{bead.confidence:.3f}", *texts)))


def _lines(path: Path, name: str, cut: Cut | None) -> list[str]:
    """The lines or sentences of a file, tabs and outer blanks taken out."""
    text = files.decode(name, files.read_bytes(path, name)).text
    pieces = text.splitlines() if cut is None else [text[start:end] for start, end in cut(text)]
    return [" ".join(piece.split()) for piece in pieces]


def _range(numbers: list[int]) -> str:
    if not numbers:
        return ""
    return f"{numbers[0] + 1}" if len(numbers) == 1 else f"{numbers[0] + 1}-{numbers[-1] + 1}"


def _terms(start: Path) -> TermFinder | None:
    """The glossary of the project that we are in; none outside of one."""
    try:
        project = Project.find(start)
    except YubeiError:
        return None
    return project.finder
