"""Values kept from one build to the next, by the digest of all that they were made from.

Nothing here can be out of date: what was made from something else has another key.  A value is what JSON can say, so
that a file that somebody else wrote can be read without running anything of it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from hashlib import blake2b
from typing import Any, TypeAlias

Json: TypeAlias = Any

_DIGEST = 16  # bytes: two keys that meet by chance are less likely than a fault of the machine
_LENGTH = 2 * _DIGEST  # of a key, which is written in hexadecimal digits
_WRITE = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_READ = json.JSONDecoder().raw_decode  # which asks neither for the encoding nor for what stands behind a value


def digest(*made_from: str) -> str:
    """A name for all that something is made from."""
    return _digest("\0".join(made_from))


def _digest(text: str) -> str:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=_DIGEST).hexdigest()


class Remembered:
    """What is known from before, and what of it (or new) was used now: all that need be kept.

    What is known are lines: key, keys that the value stands on, value, with tabs between.  It stands on those that were
    asked for while it was made: whoever needs it no more needs them no more, and as long as it is used they are at
    hand for when it must be made anew.  A value that nobody asks for is not even read.
    """

    def __init__(self, lines: Iterable[bytes] = ()) -> None:
        self._known = {line[:_LENGTH]: line for line in lines}
        self._asked: list[bytes] = []  # in the making of the value in hand
        self._used: dict[bytes, bytes] = {}
        self.made: list[bytes] = []  # lines of what was not known

    def __call__(self, made_from: str, make: Callable[[], Json]) -> Json:
        """The value for what it is made from, made now if it is not known."""
        key = _digest(made_from).encode()
        self._asked.append(key)
        line = self._used.get(key) or self._known.get(key)
        if line is not None:
            self._used[key] = line
            return _READ(line[line.rindex(b"\t") + 1 :].decode("utf-8", "surrogatepass"))[0]
        outer, self._asked = self._asked, []
        try:
            value = make()
            written = _WRITE(value).encode("utf-8", "surrogatepass")
            self._used[key] = b"\t".join((key, b" ".join(self._asked), written))
            self.made.append(self._used[key])
        finally:
            self._asked = outer
        return value

    @property
    def is_empty(self) -> bool:
        """Whether nothing is known from before."""
        return not self._known

    def learn(self, line: bytes) -> None:
        """Take over what was made elsewhere, as if it had been made here."""
        key = line[:_LENGTH]
        if key not in self._known:
            self._known[key] = line
            self.made.append(line)

    def lines(self) -> list[bytes]:
        """What was used, and what that stands on."""
        found: dict[bytes, bytes] = {}
        waiting = list(self._used)
        while waiting:
            key = waiting.pop()
            line = self._used.get(key) or self._known.get(key)
            if line is not None and key not in found:
                found[key] = line
                waiting += line.split(b"\t", 2)[1].split()
        return list(found.values())
