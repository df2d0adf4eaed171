"""What is slow about briefings of which nothing is known yet, done by several processes before a build or a check.

Each, ours among them, takes some of the sections through the stages and hands over what a build would keep.  The build
itself goes on as it always does, and finds it known by the digests of all that it was made from: nothing hangs on the
other processes, and what one that cannot start or is killed leaves undone the build does.  They are programs of their
own with pipes, not one of Python's pools, which waits for ever for a process that ended in the middle of a message.
"""

from __future__ import annotations

import gc
import json
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from yubei_pub import pipeline
from yubei_pub.files import kept
from yubei_pub.files.kept import GLOSSARY
from yubei_pub.findings import YubeiError
from yubei_pub.project import Project

if TYPE_CHECKING:  # loaded only where there is much to do
    from subprocess import Popen

Share: TypeAlias = list[tuple[str, int, int]]  # briefings by their ids: from which section on, and every which

WORTH = 1_000_000  # bytes of zh.md and en.md, some 2,000 paragraphs: less is done while others would only start
DIVIDED = 100_000  # bytes of a briefing whose sections go to all processes; shorter ones are dealt out whole
MOST = 8  # processes started unasked: past that what only one can do takes most of the time
_PROGRAM = (sys.executable, "-P", "-c", "from yubei_pub import ahead; ahead.main()")  # -P: none of the folder we are in


def work(project: Project, ids: Sequence[str], jobs: int | None = None) -> None:
    """Let the project know what can be known of its briefings, by so many processes, or as many as are worth it."""
    sizes = {id: _size(project.root / "source" / id) for id in ids if project.kept.of(id).is_empty}
    if jobs is None:
        jobs = min(_processors(), MOST) if sum(sizes.values()) > WORTH else 1
    shares = _shares(sizes, jobs) if sizes and jobs > 1 else []
    if len(shares) > 1:
        with suppress(OSError, RuntimeError, YubeiError):  # no process or thread may start; what cannot be read is told
            _take_over(project, shares)


def _size(folder: Path) -> int:
    return sum(file.stat().st_size for file in (folder / "zh.md", folder / "en.md") if file.is_file())


def _processors() -> int:
    """Those that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _shares(sizes: Mapping[str, int], jobs: int) -> list[Share]:
    shares: list[Share] = [[] for _ in range(jobs)]
    for number, (id, size) in enumerate(sizes.items()):
        if size > DIVIDED:
            for first, share in enumerate(shares):
                share.append((id, first, jobs))
        else:
            shares[number % jobs].append((id, 0, 1))
    return [share for share in shares if share]


def _take_over(project: Project, shares: Sequence[Share]) -> None:
    """The last share is our own, done as others do theirs; they load what they need while we read the glossary."""
    from concurrent.futures import ThreadPoolExecutor

    *theirs, ours = shares
    with ThreadPoolExecutor(len(theirs)) as readers, _started(len(theirs)) as processes:
        remembered, _ = project.kept.of(GLOSSARY), project.glossary
        known = kept.stretch(remembered.lines())
        tasks = [_line([str(project.root), share]) + known for share in theirs]
        all_said = readers.map(lambda process, task: process.communicate(task)[0], processes, tasks)
        project.open()
        project.check([])  # what is to be said of the glossary
        for id, made in _looked_through(project.root, ours, remembered.lines()):
            project.kept.of(id).learn(made)
        for said in all_said:
            _learn(project, BytesIO(said), len(said))


def _learn(project: Project, said: BytesIO, size: int) -> None:
    """Take over what a process has said, as far as it came to an end."""
    while (name := said.readline()) and (lines := kept.lines_of(said, size)) is not None:
        project.kept.of(json.loads(name)).learn(lines)


def _line(words: object) -> bytes:
    return json.dumps(words).encode() + b"\n"


@contextmanager
def _started(count: int) -> Iterator[list[Popen[bytes]]]:
    """Processes that end with this, whatever happens."""
    from subprocess import DEVNULL, PIPE, Popen

    started: list[Popen[bytes]] = []
    try:
        for _ in range(count):
            started.append(Popen(_PROGRAM, stdin=PIPE, stdout=PIPE, stderr=DEVNULL))  # noqa: S603  (our own)
        yield started
    finally:
        for process in started:
            process.kill()
            process.wait()


def main() -> None:
    """Such a process: its share and the glossary come in, what there is to know of each briefing goes out as lines."""
    gc.disable()
    root, share = json.loads(sys.stdin.buffer.readline())
    known = sys.stdin.buffer.read()
    for id, made in _looked_through(Path(root), share, kept.lines_of(BytesIO(known), len(known)) or {}):
        sys.stdout.buffer.write(_line(id) + kept.stretch(made))
    gc.freeze()


def _looked_through(
    root: Path, share: Share, known: Mapping[bytes, bytes]
) -> Iterator[tuple[str, Mapping[bytes, bytes]]]:
    """What there is to know of each briefing of a share; `known` is what there is of the glossary."""
    project = Project(root)
    project.kept.of(GLOSSARY).learn(known)
    for id, first, every in share:
        remembered = project.kept.of(id)
        with suppress(YubeiError):
            pipeline.look_through(project.briefing(id, slice(first, None, every)))
        yield id, remembered.made()
