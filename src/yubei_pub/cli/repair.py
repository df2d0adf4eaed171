"""`yubei-pub repair`: the repair as a filter, for any text."""

from __future__ import annotations

import sys
from pathlib import Path, PurePath

import click

from yubei_pub import files, pages, repairs
from yubei_pub.simplify import simplify
from yubei_pub.trace import Edit, Source


@click.command(help="Repair FILE (or standard input) and write the text to standard output, as UTF-8.")
@click.argument("file", default="-", type=click.Path(path_type=Path))
@click.option("--simplify", "simplified", is_flag=True, help="Simplify the repaired text (OpenCC t2s).")
@click.option("--explain", is_flag=True, help="List every edit on standard error: place, rule, before and after.")
@click.pass_obj
def command(start: Path, file: Path, simplified: bool, explain: bool) -> None:
    """Text in, repaired text out.  What a repair only guessed is marked in the list."""
    name, data = _input(start, file)
    if not data.strip():
        return
    page = pages.read(name, data)
    text = repairs.repair_traced(page.text)
    edits = text.edits()
    if simplified:
        (text,) = simplify([text])
    sys.stdout.buffer.write(text.text.encode("utf-8", "replace"))
    sys.stdout.buffer.flush()
    if explain:
        for edit in edits:
            click.echo(_line(page.source, edit), err=True)
        click.echo(f"{len(edits)} edits", err=True)


def _input(start: Path, file: Path) -> tuple[str, bytes]:
    """A name that says it is text, and the bytes."""
    if str(file) == "-":
        return "standard-input.txt", sys.stdin.buffer.read()
    name = file.as_posix()
    known = PurePath(name).suffix.lower() in pages.extensions()
    return name if known else f"{name}.txt", files.read_bytes(start / file, name)


def _line(source: Source, edit: Edit) -> str:
    """`page.txt:1:2: pinyin: "(dāng)" → ""`."""
    line, column = source.locate(edit.start)
    before, after = (_shown(t) for t in (source.text[edit.start : edit.end], edit.replacement))
    unsure = "" if edit.certain else " (uncertain)"
    return f"{source.path}:{line}:{column}: {edit.rule}: {before} → {after}{unsure}"


def _shown(text: str) -> str:
    """In quotes; what cannot be seen by its number."""
    return '"' + "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in text) + '"'
