"""A member of a zip put together of stretches is what it would be if it had been compressed at once."""

from __future__ import annotations

import sys
import zlib
from contextlib import suppress
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yubei_pub.word import deflated as room
from yubei_pub.word.deflated import Member, deflated, quick_turns

PARTS = st.lists(st.tuples(st.booleans(), st.binary(max_size=300).map(lambda data: data * 7)), max_size=6)


def saved(parts: list[tuple[bool, bytes]], much: int) -> bytes:
    """A zip with a member of these parts, some compressed before; a thread is worth so many bytes."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(room, "_MUCH", much)
        member = Member()
        for before, data in parts:
            if before:
                member.put(deflated(data))
            else:
                member.write(data)
        buffer = BytesIO()
        with ZipFile(buffer, "w", ZIP_DEFLATED) as package:
            package.writestr(ZipInfo("first.txt"), b"first")
            member.save(package, ZipInfo("parts.txt"))
            package.writestr(ZipInfo("last.txt"), b"last")
    return buffer.getvalue()


@given(PARTS, st.integers(1, 5_000))
def test_any_stretches_read_back_as_one(parts: list[tuple[bool, bytes]], much: int) -> None:
    data = saved(parts, much)
    assert data == saved(parts, much=1 << 23)  # no thread
    with ZipFile(BytesIO(data)) as package:
        assert package.testzip() is None  # which holds every byte against its checksum
        assert package.namelist() == ["first.txt", "parts.txt", "last.txt"]
        assert package.read("parts.txt") == b"".join(data for _, data in parts)
        assert package.read("last.txt") == b"last"


def test_what_goes_wrong_in_the_thread_is_raised(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(data: bytes, value: int = 0) -> int:
        raise MemoryError

    monkeypatch.setattr(zlib, "crc32", full)
    member = Member()
    member.write(bytes(room._MUCH))
    with pytest.raises(MemoryError):
        member.write(bytes(room._MUCH))


def test_what_a_process_has_set_for_its_threads_stays() -> None:
    usual = sys.getswitchinterval()
    with suppress(MemoryError), quick_turns():
        assert sys.getswitchinterval() < usual
        raise MemoryError
    assert sys.getswitchinterval() == usual
