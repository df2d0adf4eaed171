"""A member of a zip put together of stretches is what it would be if it had been compressed at once."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from hypothesis import given
from hypothesis import strategies as st

from yubei_pub.word.deflated import Member, deflated

PARTS = st.lists(st.tuples(st.booleans(), st.binary(max_size=300).map(lambda data: data * 7)), max_size=6)


@given(PARTS)
def test_any_stretches_read_back_as_one(parts: list[tuple[bool, bytes]]) -> None:
    member = Member()
    for before, data in parts:
        if before:
            member.put(deflated(data))
        else:
            member.write(data)
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as package:
        package.writestr("first.txt", b"first")
        member.save(package, ZipInfo("parts.txt"))
        package.writestr("last.txt", b"last")
    with ZipFile(buffer) as package:
        assert package.testzip() is None  # which holds every byte against its checksum
        assert package.namelist() == ["first.txt", "parts.txt", "last.txt"]
        assert package.read("parts.txt") == b"".join(data for _, data in parts)
        assert package.read("last.txt") == b"last"
