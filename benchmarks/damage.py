"""The mechanism of the damage, to damage clean text with and measure the repair.

A mirror converts a page to Traditional characters and writes it in GBK.  Behind every occurrence of the
two bytes of some characters it inserts the reading in brackets, and does not ask where characters
begin.  Whoever reads the bytes then shows a pair that is no character as one question mark, whatever
its second byte was.  Some mirrors besides take the page apart before each ！？。, again by bytes alone,
and read the pieces one by one (class 5).  Some sites show nothing of the pairs that GBK leaves to its users.

Written apart from `yubei_pub.repairs`, so that a mistake there does not hide itself here.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping, Sequence

ENDS = tuple(mark.encode("gbk") for mark in "！？。")


def encoded(char: str) -> bytes:
    """The GBK bytes of a character; those of a question mark if GBK does not have it."""
    return char.encode("gbk", "replace")


def with_readings(data: bytes, table: Mapping[str, str]) -> bytes:
    """The bytes with `(reading)` behind each pair of the table, from left to right."""
    readings = {char.encode("gbk"): f"({reading})".encode("gbk") for char, reading in table.items()}
    out = bytearray()
    at = 0
    while at < len(data):
        pair = data[at : at + 2]
        inserted = readings.get(pair)
        out += pair + inserted if inserted else pair[:1]
        at += 2 if inserted else 1
    return bytes(out)


def pieces(data: bytes) -> list[bytes]:
    """The bytes cut before each pair that is, or only looks like, one of ！？。."""
    cuts = [at for at in range(1, len(data)) if data[at : at + 2] in ENDS]
    return [data[start:end] for start, end in zip([0, *cuts], [*cuts, len(data)], strict=True)]


def shown(data: bytes, dropped: bool = False) -> str:
    """What a reader makes of the bytes: ASCII as it is, else pairs; one that is no character is a `?`.

    `dropped`: nothing is shown of a pair that is private use where it can be read.
    """
    out = []
    at = 0
    while at < len(data):
        width = 1 if data[at] < 0x80 else 2
        char = data[at : at + width].decode("gbk", "replace")
        if "\ufffd" in char:
            private = "\ue000" <= data[at : at + width].decode("gb18030", "replace") <= "\uf8ff"
            char = "" if dropped and private else "?"
        out.append(char)
        at += width
    return "".join(out)


def damage(text: str, table: Mapping[str, str], split: bool = False, dropped: bool = False) -> str:
    """The text as a mirror with this table (character: reading) shows it; `split` adds class 5."""
    data = with_readings(b"".join(map(encoded, text)), table)
    return "".join(shown(piece, dropped) for piece in (pieces(data) if split else [data]))


def lossless(text: str, table: Mapping[str, str]) -> str:
    """The text with its readings, had the mirror known where characters begin."""
    return "".join(f"{char}({table[char]})" if char in table else char for char in text)


def table(chars: Sequence[str], reading: Callable[[str], str], size: int, seed: int) -> dict[str, str]:
    """`size` characters out of the first `2 * size`, with their readings, the same for the same seed."""
    chosen = random.Random(seed).sample(list(chars[: 2 * size]), size)
    return {char: reading(char) for char in chosen}
