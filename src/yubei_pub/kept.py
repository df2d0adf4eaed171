"""What one build leaves in build/.kept for the next: a file for each briefing and one for the build itself.

A file is read only if it is whole and of this very program.  Whatever is missing, damaged or cannot be written costs
time and nothing else, so nothing here raises.  A file that is replaced at once needs no lock and no rollback,
which SQLite on a network drive or under Windows' virus scanners does; 10,000 paragraphs are 35 MB.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from hashlib import blake2b, sha256
from pathlib import Path

from yubei_pub import files
from yubei_pub.findings import YubeiError

FOLDER = ".kept"


def load(path: Path) -> bytes:
    """What `save` put there; empty if that cannot be told beyond doubt."""
    try:
        seal, _, body = path.read_bytes().partition(b"\n")
    except OSError:
        return b""
    return body if seal.decode("ascii", "replace") == _seal(body) else b""


def save(path: Path, body: bytes) -> None:
    """Put something there, if that can be done."""
    with suppress(YubeiError):
        files.write(path, _seal(body).encode() + b"\n" + body, path.name)


def _seal(body: bytes) -> str:
    return f"yubei-pub {program()} {blake2b(body).hexdigest()}"


@cache
def program() -> str:
    """A digest of the program, which every change of it changes: its files, the Python and the libraries it runs with.

    Size and time of the files stand for their content: reading 5 MB would take longer than a build with nothing to do.
    """
    package = Path(__file__).parent
    parts = [sys.version]
    for path in sorted(_files(str(package))):
        state = os.stat(path)
        parts.append(f"{path} {state.st_size} {state.st_mtime_ns}")
    for folder in sys.path:
        if folder and os.path.isdir(folder):
            parts += sorted(name for name in os.listdir(folder) if name.endswith(".dist-info"))
    return sha256("\n".join(parts).encode("utf-8", "surrogateescape")).hexdigest()[:16]


def _files(folder: str) -> Iterator[str]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                if entry.name != "__pycache__":
                    yield from _files(entry.path)
            else:
                yield entry.path
