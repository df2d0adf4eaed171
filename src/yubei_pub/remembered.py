"""Values kept from one build to the next, by the digest of all that they were made from.

Nothing here can be out of date: what was made from something else has another key.  A value is what JSON can say, or
bytes, so that a file that somebody else wrote can be read without running anything of it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from hashlib import sha256
from struct import Struct
from typing import Any, TypeAlias, TypeVar

Json: TypeAlias = Any
Recall: TypeAlias = Callable[[str, Callable[[], Json]], Json]  # the value for what it is made from, which makes it
T = TypeVar("T")

_DIGEST = 16  # bytes: two keys that meet by chance are less likely than a fault of the machine
_COUNT = Struct("<I")
_SHORT = 100  # characters of a name that a page has as it is
_WRITE = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_READ = json.JSONDecoder().raw_decode  # which asks neither for the encoding nor for what stands behind a value


def digest(*made_from: str) -> str:
    """A name for all that something is made from."""
    return _key("\0".join(made_from)).hex()


def _key(made_from: str) -> bytes:
    return sha256(made_from.encode("utf-8", "surrogatepass")).digest()[:_DIGEST]


class Remembered:
    """What is known from before, and what of it (or new) was used now: all that need be kept.

    What is known are lines by their keys: a value, behind the keys of those that it stands on.  It stands on those
    that were asked for while it was made: whoever needs it no more needs them no more, and as long as it is used they
    are at hand for when it must be made anew.  A value that nobody asks for is not even read.
    """

    def __init__(self, before: Mapping[bytes, bytes] | None = None) -> None:
        self._before = before or {}
        self._asked: dict[bytes, None] = {}  # in the making of the value in hand
        self._used: set[bytes] = set()
        self._made: dict[bytes, bytes] = {}  # what was not known
        self._pages: dict[str, Page] = {}

    def __call__(self, made_from: str, make: Callable[[], Json]) -> Json:
        """The value for what it is made from, made now if it is not known."""
        made: list[Json] = []

        def written() -> bytes:
            made.append(make())
            return _encoded(_WRITE(made[0]))

        data = self.data(made_from, written)
        return made[0] if made else _read(data)

    def data(self, made_from: str, make: Callable[[], bytes]) -> bytes:
        """The same of bytes."""
        key = _key(made_from)
        self.ask(key)
        line = self.line(key)
        if line is None:
            value, stands_on = self.making(make)
            line = self._made[key] = _line(stands_on, value)
        return _parts(line)[1]

    def known(self, made_from: str) -> Json:
        """The value for what it was made from; None where it is not known."""
        line = self.line(_key(made_from))
        return None if line is None else _read(_parts(line)[1])

    def page(self, of: str) -> Page:
        """What is known of one thing, all of which is asked for if any is."""
        if (page := self._pages.get(of)) is None:
            page = self._pages[of] = Page(self, of)
        return page

    def ask(self, key: bytes) -> None:
        """Note that a line is of use."""
        self._asked[key] = None
        self._used.add(key)

    def making(self, make: Callable[[], T]) -> tuple[T, Iterable[bytes]]:
        """What is made, and the lines that were asked for meanwhile."""
        outer, self._asked = self._asked, {}
        try:
            return make(), self._asked
        finally:
            self._asked = outer

    def line(self, key: bytes) -> bytes | None:
        """What is known under a key."""
        return self._made.get(key) or self._before.get(key)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is known from before."""
        return not self._before

    def learn(self, lines: Mapping[bytes, bytes]) -> None:
        """Take over what was made elsewhere, as if it had been made here."""
        self._made.update((key, line) for key, line in lines.items() if self.line(key) is None)

    def made(self) -> Mapping[bytes, bytes]:
        """What was not known."""
        for page in self._pages.values():
            if line := page.written():
                self._made[page.key] = line
        return self._made

    def lines(self) -> dict[bytes, bytes]:
        """What was used, and what that stands on."""
        self.made()
        found: dict[bytes, bytes] = {}
        waiting = list(self._used)
        while waiting:
            key = waiting.pop()
            line = self.line(key)
            if line is not None and key not in found:
                found[key] = line
                waiting += _parts(line)[0]
        return found


class Page:
    """What is known of one thing; its values are kept in one line, by their names, for they are asked for together.

    Names are of what a value hangs on beside what the page is `of`.  When something is written that was not there, what
    nobody has asked for since the page was opened is left out.
    """

    def __init__(self, remembered: Remembered | None = None, of: str = "") -> None:
        self.of, self.key = of, _key(f"page\n{of}")
        self._remembered = remembered or Remembered()
        self._stands_on: dict[bytes, None] = {}
        self._used: dict[str, None] = {}
        self._is_changed = False

    def __call__(self, what: str, make: Callable[[], Json]) -> Json:
        """A value by what it is made from."""
        self._remembered.ask(self.key)
        name = what if len(what) <= _SHORT else digest(what)
        if name not in self.known:
            value, stands_on = self._remembered.making(make)
            self.known[name] = value
            self._stands_on.update(dict.fromkeys(stands_on))
            self._is_changed = True
        self._used[name] = None
        return self.known[name]

    def data(self, what: str, make: Callable[[], bytes]) -> bytes:
        """The same of bytes, each in a line of its own."""
        return self._remembered.data(f"{what}\n{self.of}", make)

    @cached_property
    def known(self) -> dict[str, Json]:
        """All that is known of it, by names as short as a digest; whether it hangs on what is now, or on what was."""
        line = self._remembered.line(self.key)
        if line is None:
            return {}
        stands_on, data = _parts(line)
        self._stands_on.update(dict.fromkeys(stands_on))
        values: dict[str, Json] = _read(data)
        return values

    def written(self) -> bytes:
        """The line, if something of it was not known."""
        if not self._is_changed:
            return b""
        self._is_changed = False
        return _line(self._stands_on, _encoded(_WRITE({name: self.known[name] for name in self._used})))


def _line(stands_on: Iterable[bytes], value: bytes) -> bytes:
    keys = b"".join(stands_on)
    return _COUNT.pack(len(keys)) + keys + value


def _parts(line: bytes) -> tuple[list[bytes], bytes]:
    end = _COUNT.size + _COUNT.unpack_from(line)[0]
    return [line[at : at + _DIGEST] for at in range(_COUNT.size, end, _DIGEST)], line[end:]


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _read(data: bytes) -> Json:
    return _READ(data.decode("utf-8", "surrogatepass"))[0]
