"""The last build: what it read, said and wrote.  One with nothing to do says the same.

Nothing but what is imported here is loaded then, and the files are read only to compare their digests.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from yubei_pub import files, recorded
from yubei_pub.files import kept
from yubei_pub.findings import Finding, Place
from yubei_pub.trace import Source

if TYPE_CHECKING:
    from yubei_pub.files.tree import Tree

_NAME = ".last.json"  # no briefing's name begins so


class Said(NamedTuple):
    """The findings of a build, those dismissed with their reasons, and its lines about what it wrote."""

    findings: list[Finding]
    dismissed: list[tuple[Finding, str]]
    lines: list[str]


def recall(root: Path, asked: Sequence[str]) -> Said | None:
    """What the last build said, if it was asked the same and nothing that it read or wrote has changed since."""
    last = _last(root / "build" / kept.FOLDER / _NAME)
    if last.get("asked") != list(asked) or last.get("names") != _names(root):
        return None
    known = {**last["read"], **last["wrote"]}
    if not all(files.may_have(root / name, digest) for name, digest in known.items()):
        return None  # as after most changes
    there = {name: _bytes(root / name) for name in known}
    if any(files.digest(data) != known[name] for name, data in there.items()):
        return None

    @cache
    def source(path: str) -> Source:
        text = last["sources"][path]
        return Source(path, files.decode(path, there[path]).text if text is None else text)

    def place(written: Any) -> Place:
        path, start, end = written
        return Place(source(path), start, end)

    found = [recorded.finding(each, place) for each in last["findings"]]
    dismissed = [(recorded.finding(each, place), reason) for each, reason in last["dismissed"]]
    return Said(found, dismissed, last["lines"])


def changed(root: Path, names: Sequence[str]) -> list[str]:
    """Which of some files the last build read otherwise than they are now: its documents do not show them so."""
    read = _last(root / "build" / kept.FOLDER / _NAME).get("read", {})
    return [name for name in names if name in read and files.digest(_bytes(root / name)) != read[name]]


def keep(root: Path, asked: Sequence[str], said: Said, tree: Tree, wrote: Mapping[str, bytes]) -> None:
    """Remember a build; `tree` knows the files it read.  A text that is that of a file is not kept."""
    sources: dict[str, str | None] = {}

    def place(where: Place) -> list[Any]:
        if where.path not in sources:
            sources[where.path] = None if tree.sources.get(where.path) == where.source else where.source.text
        return [where.path, where.start, where.end]

    try:
        found = [recorded.write(each, place) for each in said.findings]
        dismissed = [[recorded.write(each, place), reason] for each, reason in said.dismissed]
    except recorded.UnwritableError:
        return
    last = {
        "asked": list(asked),
        "names": _names(root),
        "read": tree.read,
        "wrote": {name: files.digest(data) for name, data in wrote.items()},
        "sources": sources,
        "findings": found,
        "dismissed": dismissed,
        "lines": said.lines,
    }
    body = json.dumps(last, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
    kept.save(root / "build" / kept.FOLDER / _NAME, body)


def _last(path: Path) -> dict[str, Any]:
    body = kept.load(path)
    last: dict[str, Any] = json.loads(body) if body else {}
    return last


def _names(root: Path) -> str:
    """A digest of what there is: a picture that was missing may have come, a file that was read may be ignored now."""
    top = sorted(entry.name for entry in os.scandir(root) if entry.is_file())
    return files.digest(
        "\n".join((*top, *sorted(_under(root / "source", "source", set())))).encode("utf-8", "surrogateescape")
    )


def _under(folder: Path, name: str, followed: set[str]) -> Iterator[str]:
    try:
        entries = list(os.scandir(folder))
    except OSError:
        return
    for entry in entries:
        inside = f"{name}/{entry.name}"
        yield inside
        if _leads_on(entry, followed):
            yield from _under(Path(entry.path), inside, followed)


def _leads_on(entry: os.DirEntry[str], followed: set[str]) -> bool:
    """Whether an entry is a folder; one that a link leads to only once, for it may lead back."""
    if not entry.is_symlink():
        return entry.is_dir()
    where = os.path.realpath(entry.path)
    if where in followed:
        return False
    followed.add(where)
    return os.path.isdir(where)


def _bytes(path: Path) -> bytes:
    """What is in a file; nothing where it cannot be read."""
    try:
        return path.read_bytes()
    except OSError:
        return b""
