"""One seam: the characters between a swallowed bracket and the place where the bytes are in step again.

Written over GBK bytes.  `pending` is a lead byte that still waits for its trail: as long as
there is one, each character shown is the trail of one character and the lead of the next.
"""

from __future__ import annotations

import codecs
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from yubei_pub.patterns import lazy_regex
from yubei_pub.repairs._table import ENDS, MORE_ENDS, NARROWED, READING, SEAM, Table, bytes_of, gbk, universal

_INSERTED = lazy_regex(rf"\(({READING})\)")
_INSERTED_OR_ASCII = lazy_regex(rf"[(?]{READING}\)|([\x00-\x3e\x40-\x7f])")

_CUTS = [
    lazy_regex(b"(?=" + b"|".join(mark.encode("gbk") for mark in marks) + b")") for marks in (ENDS, ENDS + MORE_ENDS)
]

# What browsers show of a pair that GBK leaves to its users, and of those that only GB 18030 has, in place of a `?`.
USERS = "\ue000-\ue864"
_SHOWN_LATER, _USERS = lazy_regex(f"[{USERS}€ǹ〾⿰-⿻⺀-⻿㐀-䶿]"), lazy_regex(f"[{USERS}]")

# How a decoder treats a pair that is no character: a `?`, or nothing if GBK leaves the pair to its users.
PAIR_LOST, PAIR_DROPPED = f"{__name__}.pair_lost", f"{__name__}.pair_dropped"

Trails = Callable[[int, str], list[int]]


class Stretch(NamedTuple):
    """What stands in a damaged text up to `end`, and the readings known to be inserted in it, by GBK pair."""

    end: int
    text: str
    inserted: Mapping[bytes, str]


def restorations(text: str, at: int, reading: str, trails: Trails) -> Iterator[Stretch]:
    """All that the bytes allow from the character before the seam's `?` at `at` on.

    `reading` stands behind the `?`; `trails` gives the second bytes that a lead byte and a
    reading may stand for.
    """
    before = text[at - 1]
    pair = bytes_of(before)
    if len(pair) != 2:
        return
    for trail in trails(pair[1], reading):
        if trail >= 0x80:  # a smaller one would have been shown as itself
            inserted = {bytes((pair[1], trail)): reading}
            yield from _follow(text, at + len(reading) + 2, trail, Stretch(0, before, inserted), trails)


def _follow(text: str, at: int, pending: int, done: Stretch, trails: Trails) -> Iterator[Stretch]:
    """Read on, one byte out of step, until a character closes the last pair; nothing if none can."""
    out = [done.text]
    inserted = dict(done.inserted)
    while at < len(text):
        closing = SEAM.match(text, at)
        if closing:
            for trail in trails(pending, closing[1]):
                pair = bytes((pending, trail))
                yield Stretch(closing.end(), "".join(out) + _decoded(pair), {**inserted, pair: closing[1]})
            return
        shown = bytes_of(text[at])
        whole = shown[:1] and _decoded(bytes((pending, shown[0])))
        if not whole:
            return
        out.append(str(whole))
        pair = shown if len(shown) == 2 else bytes((pending, shown[0]))
        at += 1
        reading = _INSERTED.match(text, at)
        if reading and universal().reads(_decoded(pair), reading[1]):
            inserted[pair] = reading[1]
            at = reading.end()
        if len(shown) == 1 or shown[1] < 0x80:
            out.append(chr(shown[1]) if len(shown) == 2 else "")
            yield Stretch(at, "".join(out), inserted)
            return
        pending = shown[1]


def in_step(text: str, at: int) -> int:
    """The first offset from `at` on where an ASCII character of the page itself shows that the bytes are in step."""
    for found in _INSERTED_OR_ASCII.finditer(text, at):
        if found[1]:
            return found.end()
    return len(text)


def damaged(text: str, table: Mapping[bytes, str], split: bool = False, lost: str = PAIR_LOST) -> str:
    """The mechanism of the damage: insert behind every occurrence of the bytes, then decode.

    The decoder swallows a pair that is none as one `?`, or as `lost` says.  With `split` it is given pieces, cut
    before all bytes that are those of ！？。 or look like them (class 5).
    """
    data = _with_readings(gbk(text), table)
    return _shown(_CUTS[0].split(data) if split else (data,), lost)


def _with_readings(data: bytes, table: Mapping[bytes, str], overlapping: bool = False) -> bytes:
    """The bytes with the readings of the table's pairs.

    A byte belongs to one of them, the first, or, where a mirror goes through the text once for each character,
    to two: `局?jǐn)?shù)` is 局數, in which the bytes of 謹 and of 數 overlap.
    """
    parts: list[bytes] = []
    start = 0
    for end in range(2, len(data) + 1):
        reading = table.get(data[end - 2 : end])
        if reading and (overlapping or end - 2 >= start):
            parts += data[start:end], b"(", reading.encode("gbk"), b")"
            start = end
    return b"".join((*parts, data[start:]))


def _shown(pieces: Iterable[bytes], lost: str) -> str:
    return "".join([piece.decode("gbk", lost) for piece in pieces])


def _pair_lost(error: UnicodeError) -> tuple[str, int]:
    """A pair that is no character, or half of one at the end, becomes one question mark."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return "?", min(error.start + 2, len(error.object))


def _pair_dropped(error: UnicodeError) -> tuple[str, int]:
    """The same, but nothing is shown of a pair that GBK leaves to its users."""
    shown, end = _pair_lost(error)
    pair = error.object[error.start : end] if isinstance(error, UnicodeDecodeError) else b""
    return ("" if _USERS.fullmatch(pair.decode("gb18030", "ignore")) else shown), end


codecs.register_error(PAIR_LOST, _pair_lost)
codecs.register_error(PAIR_DROPPED, _pair_dropped)


def _decoded(pair: bytes) -> str:
    """The character of a GBK pair; empty if there is none."""
    char = pair.decode("gbk", "ignore")
    return char if len(char) == 1 and char > "\x7f" else ""


def confirmed(text: str, start: int, stretch: Stretch, page: Table, lost: str = PAIR_LOST) -> bool:
    """Whether damaging the stretch again, as the page was, gives exactly what the text shows.

    `lost` says what is shown of pairs that are no characters: PAIR_LOST or PAIR_DROPPED.
    """
    following = text[stretch.end : stretch.end + 1]
    following = following if len(gbk(following)) == 2 else ""
    known = stretch.inserted.items() <= page.pairs.items()
    table = page.pairs if known else {**page.pairs, **stretch.inserted}
    shown = _SHOWN_LATER.sub("?", text[start : stretch.end] + following)
    data = gbk(stretch.text + following)
    again = _with_readings(data, table)
    if _gives(again, shown, lost):
        return True
    overlapping = _with_readings(data, table, overlapping=True)
    return overlapping != again and _gives(overlapping, shown, lost)


def _gives(data: bytes, shown: str, lost: str) -> bool:
    """Whether bytes are shown so, as a whole, or cut before marks that may have been narrowed since."""
    if _shown((data,), lost).startswith(shown):
        return True
    narrowed = shown.translate(NARROWED)
    return any(_shown(cut.split(data), lost).translate(NARROWED).startswith(narrowed) for cut in _CUTS)
