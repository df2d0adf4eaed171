"""What one build leaves in build/.kept for the next: a file for each briefing and one for the build itself.

A file is read only as far as it is whole and of this very program.  Whatever is missing, damaged or cannot be written
costs time and nothing else, so nothing here raises.  A file that is replaced at once, or that is only added to, needs
no lock and no rollback, which SQLite on a network drive or under Windows' virus scanners does; 10,000 paragraphs are
21 MB, of which a changed word adds some KB.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from contextlib import suppress
from functools import cache
from hashlib import sha256
from itertools import accumulate, chain
from pathlib import Path
from struct import Struct
from typing import Any, BinaryIO
from zlib import crc32

from yubei_pub import files
from yubei_pub.findings import YubeiError
from yubei_pub.remembered import Remembered

FOLDER = ".kept"
GLOSSARY = ".glossary"  # the name of what is kept of it: no briefing's begins so
_LONGEST = 100  # bytes of the line before a stretch
_COUNT = Struct("<I")  # of lines in a stretch, of bytes in a line
_START = Struct("<16sI")  # a key, and where its line begins


def load(path: Path) -> bytes:
    """What `save` put there; empty if it is not as it was."""
    try:
        seal, _, body = path.read_bytes().partition(b"\n")
    except OSError:
        return b""
    return body if seal.decode("ascii", "replace") == _seal(body) else b""


def save(path: Path, body: bytes) -> None:
    """Put something there, if that can be done."""
    with suppress(YubeiError):
        files.write(path, _seal(body).encode() + b"\n" + body, path.name, lasting=False)


class Kept:
    """What is known of the briefings of a project, by their ids, and of its GLOSSARY; at first nothing of any."""

    def __init__(self, folder: Path) -> None:
        self._folder, self._is_read = folder, False
        self._logs: dict[str, Log] = {}
        self._known: dict[str, Remembered] = {}

    def read(self) -> None:
        """From now on, begin with what the last build left, and have `keep` leave what is new for the next.

        Only a build does: what `check` says, and a release, must not hang on a file that somebody put there.
        """
        self._is_read = True

    def of(self, name: str) -> Remembered:
        """What is known of one; what is found from now on is remembered until the end."""
        if name not in self._known:
            if self._is_read:
                self._logs[name] = Log(self._folder / name)
            self._known[name] = Remembered(self._logs.get(name))
        return self._known[name]

    def __contains__(self, name: str) -> bool:
        """Whether it is worth the time to let one be remembered: a build keeps it, or other processes are told."""
        return self._is_read or name in self._known

    def keep(self, ids: Iterable[str], there: Container[str]) -> None:
        """Leave what was found in some briefings, and in the glossary, for the next build.

        What is of none that is `there` was renamed or withdrawn, or a build that was killed had begun to write it.
        """
        for name in (*ids, GLOSSARY):
            if name in self._logs:
                self._logs[name].add(self._known[name].made(), self._known[name].lines)
        with suppress(OSError):
            for path in self._folder.iterdir():
                if path.name not in there and (path.suffix == ".part" or not path.name.startswith(".")):
                    path.unlink()


class Log(Mapping[bytes, bytes]):
    """Lines (of any bytes) in a file by their keys, new ones put behind those that are there until half are too old.

    It is made of stretches, each with a seal and its length before it.  Behind one that is not whole nothing is read,
    and what is added next is written over it.  A stretch begins with where each of its lines does, so that only those
    that are asked for are taken out of it: to cut all apart took longer than to read the file.
    """

    def __init__(self, path: Path) -> None:
        self._path, self._lengths = path, list[int]()
        self._stretches: list[tuple[dict[bytes, int], bytes]] = []
        with suppress(OSError), path.open("rb") as file:
            for body, length in _stretches(file, os.fstat(file.fileno()).st_size):
                self._stretches.insert(0, (_starts(body), body))
                self._lengths.append(length)

    def get(self, key: bytes, default: Any = None) -> Any:
        """The line of a key, the last one that was added."""
        for starts, body in self._stretches:
            if (start := starts.get(key)) is not None:
                return _at(body, start)
        return default

    def __getitem__(self, key: bytes) -> bytes:
        line: bytes | None = self.get(key)
        if line is None:
            raise KeyError(key)
        return line

    def __iter__(self) -> Iterator[bytes]:
        return iter(dict.fromkeys(chain.from_iterable(starts for starts, _ in self._stretches)))

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def add(self, new: Mapping[bytes, bytes], used: Callable[[], Mapping[bytes, bytes]]) -> None:
        """Put lines there, if that can be done; `used` gives all that are of use, these among them."""
        first, *others = self._lengths or [0]
        data = stretch(new)
        if not new or (2 * (sum(others) + len(data)) < first and self._append(data)):
            return
        with suppress(YubeiError):
            files.write(self._path, stretch(used()), self._path.name, lasting=False)

    def _append(self, data: bytes) -> bool:
        try:
            with self._path.open("r+b") as file:
                file.truncate(sum(self._lengths))
                file.seek(0, os.SEEK_END)
                file.write(data)
        except OSError:
            return False
        return True


def stretch(lines: Mapping[bytes, bytes]) -> bytes:
    """Lines with where each begins, each behind its length, under a seal."""
    head = _COUNT.pack(len(lines))
    parts = [_COUNT.pack(len(line)) + line for line in lines.values()]
    starts = accumulate(map(len, parts), initial=len(head) + len(lines) * _START.size)
    body = b"".join((head, *map(_START.pack, lines, starts), *parts))
    return f"{_seal(body)} {len(body)}\n".encode() + body


def lines_of(file: BinaryIO, size: int) -> dict[bytes, bytes] | None:
    """The lines of the next stretch in so many bytes; None if it is not whole."""
    body, _ = next(_stretches(file, size), (b"", 0))
    return {key: _at(body, start) for key, start in _starts(body).items()} if body else None


def _at(body: bytes, start: int) -> bytes:
    begin = start + _COUNT.size
    return body[begin : begin + _COUNT.unpack_from(body, start)[0]]


def _starts(body: bytes) -> dict[bytes, int]:
    """Where in a stretch the line of each key begins."""
    (count,) = _COUNT.unpack_from(body)
    return dict(_START.iter_unpack(memoryview(body)[_COUNT.size :][: count * _START.size]))


def _stretches(file: BinaryIO, size: int) -> Iterator[tuple[bytes, int]]:
    """The stretches that are whole in so many bytes, each with its length in the file."""
    while head := file.readline(_LONGEST):
        seal, _, length = head.decode("ascii", "replace").rpartition(" ")
        wanted = int(length) if length.strip().isdecimal() else -1
        body = file.read(wanted) if 0 <= wanted <= size else b""
        if len(body) != wanted or seal != _seal(body) or not head.endswith(b"\n"):
            return
        yield body, len(head) + wanted


def _seal(body: bytes) -> str:
    return f"yubei-pub {program()} {crc32(body):08x}"


@cache
def program() -> str:
    """A digest of the program, which every change of it changes: its files, the Python and the libraries it runs with.

    Size and time of the files stand for their content: reading 5 MB would take longer than a build with nothing to do.
    """
    package = Path(__file__).parents[1]
    parts = [sys.version]
    for path in sorted(_files(str(package))):
        state = os.stat(path)
        parts.append(f"{path} {state.st_size} {state.st_mtime_ns}")
    for folder in sys.path:
        if folder and os.path.isdir(folder):
            parts += sorted(name for name in os.listdir(folder) if name.endswith((".dist-info", ".egg-info")))
    return sha256("\n".join(parts).encode("utf-8", "surrogateescape")).hexdigest()[:16]


def _files(folder: str) -> Iterator[str]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                if entry.name != "__pycache__":
                    yield from _files(entry.path)
            else:
                yield entry.path
