"""Reading and writing an editor's files so that nothing that was there can be lost."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path
from time import monotonic, sleep

from yubei_pub.findings import Message, Place, YubeiError
from yubei_pub.patterns import lazy_regex
from yubei_pub.trace import Source

# Texts of press offices are some 100 KB; past this somebody mixed up two files.
MAX_BYTES = 8_000_000

_LONG = 240  # characters of a path: Windows takes 259 as a rule, and what is being written has 14 more

MARKERS = ("yubei-pub.yaml", "glossary.yaml", "source")  # what a project's folder has, one of them at least

# What git writes into a file that two people changed at the same place; one of its marks may have been left behind.
CONFLICT = lazy_regex(r"^(?:<<<<<<<|>>>>>>>) .*$", re.M)
# What Word and old editors on a Western Windows write for quotation marks, dashes, … and the no-break space: a byte
# alone, where GB18030 and Big5 have two that are not ASCII for such a sign.
_WESTERN = lazy_regex(rb"(?:[\0-\x7f]|(?<![\x80-\xff])[\x85\x91-\x97\xa0](?![\x80-\xff]))+")

# What the files of other programs begin with that were given the name of a text.
_PROGRAMS = {
    b"PK\x03\x04": "a file of Word or Excel",
    b"\xd0\xcf\x11\xe0": "a file of an old Word or of WPS",
    b"{\\rtf": "a file of WordPad",
    b"%PDF": "a PDF",
}
_OPEN = "; close it where it is open (in Word, say), or make it {able}, and try again"
_NOT_READ = Message("cannot be read" + _OPEN, able="readable")
_NOT_WRITTEN = Message("cannot be written" + _OPEN, able="writable")
_TOO_LONG = Message("cannot be written: its path is longer than Windows takes; move the project nearer to C:\\")
_ZEROS = Message(  # what a crash, a full disk or a broken download leaves of a file
    "this holds nothing but zeros, its text is lost; take it back from git, or in OneDrive from its “Version history”"
)
_VERSIONS = Message(
    "git left two versions of the text here, between <<<<<<< and >>>>>>>; "
    "keep the right one and delete the three marked lines"
)
_APPROVALS = Message(  # two people who approved on the same day always meet at the end of the file
    "git left the approvals of two people here, between <<<<<<< and >>>>>>>; those of different sections both count, "
    "so delete the three marked lines alone; of one section keep the later"
)


class ConflictError(YubeiError):
    """Git left two versions in a file."""


def project_folder(start: Path) -> Path | None:
    """The folder of the project that `start` lies in: the nearest upwards with a glossary, settings or source/."""
    start = start.resolve()
    for folder in (start, *start.parents):
        if any((folder / marker).exists() for marker in MARKERS):
            return folder
    return None


def read_bytes(path: Path, name: str) -> bytes:
    """The bytes of a file; YubeiError names it `name` where it cannot be read."""
    try:
        if path.stat().st_size > 8 * MAX_BYTES:
            raise YubeiError(Message("this file has more than {most} MB", most=8 * MAX_BYTES // 1_000_000), path=name)
        return path.read_bytes()
    except OSError as error:
        raise YubeiError(unread(path, error), path=name) from None


def unread(path: Path, error: OSError) -> Message:
    """Why a file cannot be read; to Windows a folder, and what Word holds, are “Permission denied” alike."""
    if isinstance(error, FileNotFoundError):
        return Message("there is no such file")
    if os.path.isdir(path):
        return Message("this is a folder, not a file")
    if isinstance(error, PermissionError):
        return _NOT_READ
    return Message("cannot be read: {why}", why=error.strerror or error)


def inside(folder: Path, path: str) -> Path | None:
    """A file in a folder or below it; None where there is none."""
    try:
        file = (folder / path).resolve()  # a link may lead out of the folder
    except (OSError, RuntimeError):  # or to itself
        return None
    return file if file.is_relative_to(folder.resolve()) and file.is_file() else None


def decode(name: str, data: bytes) -> Source:
    """The text in the bytes of a file, UTF-8 with or without a byte order mark; YubeiError with the place where it is
    none.
    """
    if len(data) > MAX_BYTES:
        raise YubeiError(Message("this file has more than {most} MB", most=MAX_BYTES // 1_000_000), path=name)
    if program := next((what for start, what in _PROGRAMS.items() if data.startswith(start)), ""):
        message = "this is {what}, not a plain text; open it there, and copy its text into a new file of this name"
        raise YubeiError(Message(message, what=program), path=name)
    if data and not data.strip(b"\0"):
        raise YubeiError(_ZEROS, path=name)
    try:
        source = Source(name, data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        good = Source(name, data[: error.start].decode("utf-8-sig", "ignore"))
        raise YubeiError(_reopened(data), Place(good, len(good.text), len(good.text))) from None
    if conflict := CONFLICT.search(source.text):
        raise ConflictError(_APPROVALS if name.endswith("/review.yaml") else _VERSIONS, Place(source, *conflict.span()))
    return source


def _reopened(data: bytes) -> Message:
    """What to do about a text that is not UTF-8: to save what VS Code shows of it at first would destroy it."""
    from yubei_pub import pages  # for what cannot be read only

    western = bool(_WESTERN.fullmatch(data))
    encoding = "Windows 1252" if western else pages.encoding_of(data).upper()
    seen = "quotation marks and dashes" if western else "the Chinese"
    reopen = f"“Reopen with Encoding”, {{encoding}}, and only when {seen} can be read there "
    what = (
        "from here on this is not UTF-8{but}; in VS Code click the encoding at the bottom right, "
        f"{'' if encoding == 'UTF-16' else reopen}“Save with Encoding”, UTF-8"  # VS Code knows UTF-16 by its mark
    )
    return Message(what, but=f" but {encoding}" if encoding else "", encoding=encoding or "GB18030")


def digest(data: bytes) -> str:
    """A name for the content of a file, for our own use: SHA-256, built into most processors, and the length."""
    return f"{sha256(data).hexdigest()[:32]} {len(data)}"


def may_have(path: Path, named: str) -> bool:
    """Whether a file is as long as the content of this name, which is told without reading it."""
    try:
        return path.stat().st_size == int(named.partition(" ")[2])
    except OSError:
        return False


def write(path: Path, data: bytes, name: str, lasting: bool = True) -> None:
    """Put `data` in the place of the file at once: after a crash or on a full disk the old one stands.

    What need not be `lasting` may be lost when the power fails: the disk is not waited for.
    """
    temporary = path.with_name(f".{path.name}.{os.urandom(4).hex()}.part")  # tempfile tries 10,000 names where Windows
    try:  # lets nobody write
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.is_file() and path.stat().st_size == len(data) and path.read_bytes() == data:
            return
        with temporary.open("xb") as file:
            if os.name != "nt" and path.exists():  # Windows has no mode but read-only, and replaces no such file
                os.chmod(temporary, path.stat().st_mode)
            file.write(data)
            file.flush()
            if lasting:
                os.fsync(file.fileno())
        os.replace(temporary, path)
    except OSError as error:
        with suppress(OSError):
            temporary.unlink()
        raise YubeiError(_unwritten(path, error), path=name) from None


def _unwritten(path: Path, error: OSError) -> Message:
    """Why a file cannot be written, its folder being there."""
    if isinstance(error, PermissionError):
        return _NOT_WRITTEN
    if isinstance(error, FileNotFoundError) and len(str(path.absolute())) > _LONG:
        return _TOO_LONG
    return Message("cannot be written: {why}", why=error.strerror or error)


def hand_out(path: Path, data: bytes) -> None:
    """Write a file that somebody named for what they want; YubeiError where an editor's own would be lost by it."""
    at = path.resolve()
    root = project_folder(at.parent)
    if root and at.is_file() and at.relative_to(root).parts[0] in MARKERS:
        message = "is one of the project's own files, which this would replace; give -o another name"
        raise YubeiError(Message(message), path=path.as_posix())
    if at.exists() and not at.is_file():  # a pipe, the terminal
        path.write_bytes(data)
    else:
        write(path, data, path.as_posix())


@contextmanager
def locked(path: Path, patience: float = 10.0) -> Iterator[None]:
    """Hold the lock of a project: two writers at once would lose each other's work.

    Waits up to `patience` seconds for another to finish.
    """
    with path.open("a+b") as file:
        deadline = monotonic() + patience
        while True:
            with suppress(OSError):  # somebody has it
                _lock(file.fileno())
                break
            if monotonic() > deadline:
                raise YubeiError(Message("another yubei-pub is at work in this project; try again when it is done"))
            sleep(0.05)
        yield  # closing the file gives the lock back


if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
