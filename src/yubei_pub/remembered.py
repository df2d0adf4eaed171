"""Values kept from one build to the next, by the digest of all that they were made from.

Nothing here can be out of date: what was made from something else has another key.  A value is what JSON can say, so
that a file that somebody else wrote can be read without running anything of it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from contextlib import suppress
from hashlib import blake2b
from typing import Any, TypeAlias

Json: TypeAlias = Any

_DIGEST = 16  # bytes: two keys that meet by chance are less likely than a fault of the machine
_WRITE = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_READ = json.JSONDecoder().raw_decode  # which asks neither for the encoding nor for what stands behind a value


def digest(*made_from: str) -> str:
    """A name for all that something is made from."""
    return _key("\0".join(made_from)).hex()


def _key(made_from: str) -> bytes:
    return blake2b(made_from.encode("utf-8", "surrogatepass"), digest_size=_DIGEST).digest()


class Remembered:
    """What is known from before, and what of it (or new) was used now: all that need be kept.

    What is known are lines by their keys: key, keys that the value stands on, value, with tabs between.  It stands on
    those that were asked for while it was made: whoever needs it no more needs them no more, and as long as it is used
    they are at hand for when it must be made anew.  A value that nobody asks for is not even read.
    """

    def __init__(self, before: Mapping[bytes, bytes] | None = None) -> None:
        self._before = before or {}
        self._asked: list[bytes] = []  # in the making of the value in hand
        self._used: set[bytes] = set()
        self.made: dict[bytes, bytes] = {}  # what was not known

    def __call__(self, made_from: str, make: Callable[[], Json]) -> Json:
        """The value for what it is made from, made now if it is not known."""
        key = _key(made_from)
        self._asked.append(key)
        self._used.add(key)
        line = self._known(key)
        if line is not None:
            return _READ(line[line.rindex(b"\t") + 1 :].decode("utf-8", "surrogatepass"))[0]
        outer, self._asked = self._asked, []
        try:
            value = make()
            names = (key.hex(), " ".join(map(bytes.hex, self._asked)), _WRITE(value))
            self.made[key] = "\t".join(names).encode("utf-8", "surrogatepass")
        finally:
            self._asked = outer
        return value

    def _known(self, key: bytes) -> bytes | None:
        return self.made.get(key) or self._before.get(key)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is known from before."""
        return not self._before

    def learn(self, line: bytes) -> None:
        """Take over what was made elsewhere, as if it had been made here."""
        with suppress(ValueError):  # that is no line of ours
            key = bytes.fromhex(line[: 2 * _DIGEST].decode())
            if self._known(key) is None:
                self.made[key] = line

    def lines(self) -> dict[bytes, bytes]:
        """What was used, and what that stands on."""
        found: dict[bytes, bytes] = {}
        waiting = list(self._used)
        while waiting:
            key = waiting.pop()
            line = self._known(key)
            if line is not None and key not in found:
                found[key] = line
                waiting += map(bytes.fromhex, line.split(b"\t", 2)[1].decode().split())
        return found
