"""The file that a project's translation memory is kept in, brought up to date whenever it is opened.

It can be deleted or damaged at any time: what is missing in it is learned again.  SQLite has no checksum of what it
writes, so a letter that became another on the disk would be shown as somebody's words; ours stands in its header.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from hashlib import sha256
from pathlib import Path
from zlib import crc32

from yubei_pub import files, memory
from yubei_pub.files import kept
from yubei_pub.findings import Message, YubeiError
from yubei_pub.memory import Memory
from yubei_pub.model import Briefing

PATIENCE = 10.0  # seconds to wait for another program that writes
# Bytes of a database's header (fileformat2, 1.3) that change when it is sealed: the counters of changes, and the seal.
_SEAL = slice(68, 72)
_CHANGING = (slice(24, 28), _SEAL, slice(92, 100))


@contextmanager
def opened(path: Path, digests: Mapping[str, str], briefing: Callable[[str], Briefing | None]) -> Iterator[Memory]:
    """The memory in a file, with what is in the project now.

    `digests` has what each briefing is made from; one that differs is learned anew.  `briefing` reads one, None
    if it cannot be read: then nothing of it is remembered.  YubeiError where the file cannot be used at all.
    """
    try:
        database = _up_to_date(path, digests, briefing)
    except (sqlite3.DatabaseError, UnicodeDecodeError):  # what the message says may be damaged, too
        path.unlink(missing_ok=True)
        try:
            database = _up_to_date(path, digests, briefing)
        except sqlite3.Error as error:
            message = Message("the translation memory cannot be kept here: {why}", why=str(error))
            raise YubeiError(message, path=f"{path.parent.name}/{path.name}") from None
    with closing(database):
        yield Memory(database)


def digest(folder: Path, terms: str) -> str:
    """Of all that a briefing is made from: the files of its folder, and the glossary."""
    parts = [terms.encode()]
    files_of_it = (path for path in folder.rglob("*") if path.is_file() and not path.name.startswith("~$"))
    for path in sorted(files_of_it):  # ~$: who has a Word file open; Word lets nobody read that
        name = path.relative_to(folder).as_posix()
        parts += [os.fsencode(name), files.read_bytes(path, f"source/{folder.name}/{name}")]
    return sha256(b"".join(sha256(part).digest() for part in parts)).hexdigest()


def _up_to_date(
    path: Path, digests: Mapping[str, str], briefing: Callable[[str], Briefing | None]
) -> sqlite3.Connection:
    database = sqlite3.connect(path, timeout=PATIENCE, isolation_level=None)
    try:
        database.execute("pragma synchronous = off")  # a file that is lost is only made again
        database.execute("begin immediate")
        before = database.serialize()
        if path.stat().st_size and int.from_bytes(before[_SEAL], "big") != _seal(before):
            raise sqlite3.DatabaseError("damaged")
        known = Memory(database)
        for id in known.digests().keys() - digests.keys():
            known.forget(id)
        for id, digest in digests.items():
            if known.digests().get(id) == digest:
                continue
            read = briefing(id)
            if read is None:
                known.forget(id)
            else:
                known.learn(id, digest, memory.pairs_of(read))
        database.execute("savepoint written")  # FTS5 writes what it has in hand
        if (data := database.serialize()) != before:
            database.execute(f"pragma application_id = {_seal(data)}")
        database.execute("commit")
    except BaseException:
        database.close()
        raise
    return database


def _seal(data: bytes) -> int:
    """A checksum of a database, sealed or not, and of the program, for another might make another of it."""
    plain = bytearray(data)
    for part in _CHANGING:
        plain[part] = bytes(part.stop - part.start)
    return crc32(plain, crc32(kept.program().encode())) >> 1  # SQLite takes it for a number with a sign
