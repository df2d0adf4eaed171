"""Regular expressions that are compiled when they are first used.

There are a thousand, compiling one takes Python a third of a millisecond, it cannot keep the result on disk, and no
build has a use for all.
"""

from __future__ import annotations

import re
from typing import Any, AnyStr, Generic, cast

_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "split", "sub", "subn")


def lazy_regex(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """What `re.compile` makes, as soon as it is asked for a match; `re.error` comes no sooner."""
    return cast("re.Pattern[AnyStr]", _Pattern(pattern, flags))


class _Pattern(Generic[AnyStr]):
    def __init__(self, pattern: AnyStr, flags: int) -> None:
        self.pattern: AnyStr = pattern
        self.flags = flags

    def __getattr__(self, name: str) -> Any:
        """Asked for what is not there yet: only before the first match."""
        compiled = re.compile(self.pattern, self.flags)
        vars(self).update((method, getattr(compiled, method)) for method in _METHODS)
        return getattr(compiled, name)
