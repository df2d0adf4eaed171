"""Values kept from one build to the next, by the digest of all that they were made from.

Nothing here can be out of date: what was made from something else has another key.  A value is what JSON can say, so
that a file that somebody else wrote can be read without running anything of it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from hashlib import blake2b
from typing import Any, TypeAlias

Json: TypeAlias = Any

_DIGEST = 20  # bytes: two keys that meet by chance are less likely than a fault of the machine


def digest(*made_from: str) -> str:
    """A name for all that something is made from."""
    said = "\0".join(made_from).encode("utf-8", "surrogatepass")
    return blake2b(said, digest_size=_DIGEST).hexdigest()


class Remembered:
    """What is known from before, and what of it (or new) was used now: all that need be kept.

    A value is kept with the keys of those that were asked for while it was made: whoever needs it no more
    needs them no more, and as long as it is used they are at hand for when it must be made anew.
    """

    def __init__(self, known: Mapping[str, tuple[Json, list[str]]] | None = None) -> None:
        self._known = known or {}
        self._asked: list[str] = []  # in the making of the value in hand
        self.used: dict[str, tuple[Json, list[str]]] = {}

    def __call__(self, made_from: str, make: Callable[[], Json]) -> Json:
        """The value for what it is made from, made now if it is not known."""
        key = digest(made_from)
        self._asked.append(key)
        if key not in self.used:
            if key in self._known:
                self._use(key)
            else:
                outer, self._asked = self._asked, []
                try:
                    self.used[key] = make(), self._asked
                finally:
                    self._asked = outer
        return self.used[key][0]

    def _use(self, key: str) -> None:
        waiting = [key]
        while waiting:
            key = waiting.pop()
            if key in self._known and key not in self.used:
                self.used[key] = self._known[key]
                waiting += self.used[key][1]

    @property
    def changed(self) -> bool:
        """Whether something was made, or is no longer used."""
        return self.used.keys() != self._known.keys()
