"""A member of a zip put together of what is compressed now and of stretches that were compressed before.

A stretch stands by itself: its compressor began anew and ended on a whole byte (a full flush, RFC 1951), so it may be
copied between others.  The checksum of the whole follows from those of the parts, as in zlib's crc32_combine: what
stands before a stretch is multiplied, as a polynomial over GF(2), by x to the number of its bits.
"""

from __future__ import annotations

import sys
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from struct import Struct
from typing import TYPE_CHECKING, NamedTuple
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

if TYPE_CHECKING:  # loaded only for long documents
    from concurrent.futures import Future, ThreadPoolExecutor

_LEVEL = 1  # of zlib: half the time of its usual level, and of long documents 6% more bytes
_POLYNOMIAL = 0xEDB88320  # of CRC-32 (ISO 3309), the lowest power in the highest bit
_ONE = 1 << 31
_NUMBERS = Struct("<III")
# Bytes that are worth another thread, and the seconds that it waits for each of its turns, at the beginning, at the
# end and whenever zlib wants more room; 5 ms, as is usual, are a third of the time that it takes for so many.
_MUCH, _TURN = 1 << 23, 0.001


class Deflated(NamedTuple):
    """A compressed stretch, the checksum and the number of its bytes, and x to the number of their bits."""

    data: bytes
    crc: int
    size: int
    power: int

    def written(self) -> bytes:
        """As bytes, to be kept."""
        return _NUMBERS.pack(*self[1:]) + self.data

    @classmethod
    def read(cls, written: bytes) -> Deflated:
        """What was written so."""
        return cls(written[_NUMBERS.size :], *_NUMBERS.unpack_from(written))


def deflated(data: bytes) -> Deflated:
    """A stretch to be put between others."""
    packer = _packer()
    return Deflated(
        packer.compress(data) + packer.flush(zlib.Z_FULL_FLUSH), zlib.crc32(data), len(data), _power(len(data))
    )


@contextmanager
def quick_turns() -> Iterator[None]:
    """Let what was put together be compressed at once by a thread beside the one that puts together."""
    usual = sys.getswitchinterval()
    sys.setswitchinterval(min(usual, _TURN))
    try:
        yield
    finally:
        sys.setswitchinterval(usual)


class Member:
    """What is written of a member so far; of much a thread compresses one part while the next is put together."""

    def __init__(self) -> None:
        self._packer, self._parts = _packer(), list[bytes]()
        self._crc = self._size = 0
        self._waiting, self._length = list[bytes](), 0
        self._in_hand: Future[None] | None = None

    def write(self, data: bytes) -> None:
        """Compress this."""
        self._waiting.append(data)
        self._length += len(data)
        if self._length >= _MUCH:
            self._finish()
            self._in_hand = _helper().submit(self._pack, self._taken())

    def _taken(self) -> bytes:
        data = b"".join(self._waiting)
        self._waiting, self._length = [], 0
        return data

    def _pack(self, data: bytes) -> None:
        self._parts.append(self._packer.compress(data))
        self._crc = zlib.crc32(data, self._crc)
        self._size += len(data)

    def _finish(self) -> None:
        """Wait for what is in hand, and raise what went wrong with it."""
        if self._in_hand:
            self._in_hand.result()
            self._in_hand = None

    def _settle(self) -> None:
        """Have all compressed."""
        self._finish()
        self._pack(self._taken())

    def put(self, stretch: Deflated) -> None:
        """Copy this."""
        self._settle()
        self._parts += (self._packer.flush(zlib.Z_FULL_FLUSH), stretch.data)
        self._crc = _times(stretch.power, self._crc) ^ stretch.crc
        self._size += stretch.size

    def save(self, package: ZipFile, entry: ZipInfo) -> None:
        """Put it into a package under the name of an entry."""
        self._settle()
        self._parts.append(self._packer.flush())
        file = package.fp
        assert file is not None  # noqa: S101  (the package is open)
        entry.compress_type = ZIP_STORED  # as far as zipfile knows, which cannot be given what is compressed
        with package.open(entry, "w") as part:
            part.write(b"".join(self._parts))
        entry.compress_type, entry.CRC, entry.file_size = ZIP_DEFLATED, self._crc, self._size
        end = file.tell()
        file.seek(entry.header_offset)
        file.write(entry.FileHeader())
        file.seek(end)


@cache
def _helper() -> ThreadPoolExecutor:
    from concurrent.futures import ThreadPoolExecutor

    return ThreadPoolExecutor(1)


def _packer() -> zlib._Compress:
    return zlib.compressobj(_LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)


def _power(size: int) -> int:
    """x to the number of bits of so many bytes."""
    power = _ONE
    for place in range(size.bit_length()):
        if size >> place & 1:
            power = _times(_square(place), power)
    return power


@cache
def _square(place: int) -> int:
    """x to the number of bits of two to the power of `place` bytes."""
    return _times(_square(place - 1), _square(place - 1)) if place else _ONE >> 8


def _times(a: int, b: int) -> int:
    """The product of two polynomials, modulo that of the checksum."""
    product = 0
    while a:
        if a & _ONE:
            product ^= b
        a = a << 1 & 0xFFFFFFFF
        b = b >> 1 ^ _POLYNOMIAL if b & 1 else b >> 1
    return product
