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


class Remembered:
    """What is known from before, and what of it (or new) was used now: all that need be kept."""

    def __init__(self, known: Mapping[str, Json] | None = None) -> None:
        self._known = known or {}
        self.used: dict[str, Json] = {}

    def __call__(self, made_from: str, make: Callable[[], Json]) -> Json:
        """The value for what it is made from, made now if it is not known."""
        key = blake2b(made_from.encode("utf-8", "surrogatepass"), digest_size=_DIGEST).hexdigest()
        if key in self.used:
            return self.used[key]
        value = self._known[key] if key in self._known else make()
        self.used[key] = value
        return value

    @property
    def changed(self) -> bool:
        """Whether something was made, or is no longer used."""
        return self.used.keys() != self._known.keys()
