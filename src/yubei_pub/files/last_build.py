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


class Said(NamedTuple):
    """The findings of a build, those dismissed with their reasons, and its lines about what it wrote."""

    findings: list[Finding]
    dismissed: list[tuple[Finding, str]]
    lines: list[str]


def recall(root: Path, asked: Sequence[str]) -> Said | None:
    """What the last build said, if it was asked the same and nothing that it read or wrote has changed since."""
    last = json.loads(kept.load(_file(root)) or b"{}")
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
    read = json.loads(kept.load(_file(root)) or b"{}").get("read", {})
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
    kept.save(_file(root), body)


def _file(root: Path) -> Path:
    return root / "build" / kept.FOLDER / ".last.json"  # no briefing's name begins so


def _names(root: Path) -> str:
    """A digest of what there is: a picture that was missing may have come, a file that was read may be ignored now."""
    top = sorted(entry.name for entry in os.scandir(root) if entry.is_file())
    return files.digest("\n".join((*top, *sorted(_under(root)))).encode("utf-8", "surrogateescape"))


def _under(root: Path) -> Iterator[str]:
    """The names of all that is in source/; a folder that links lead to is gone into once, for it may lead back."""
    source, followed = str(root / "source"), set[str]()
    for folder, inside, others in os.walk(source, followlinks=True):
        yield from (f"{folder[len(source) :]}/{each}" for each in (*inside, *others))
        links = {each: os.path.realpath(path) for each in inside if os.path.islink(path := os.path.join(folder, each))}
        inside[:] = [each for each in inside if links.get(each) not in followed]
        followed.update(links.values())


def _bytes(path: Path) -> bytes:
    """What is in a file; nothing where it cannot be read."""
    try:
        return path.read_bytes()
    except OSError:
        return b""
