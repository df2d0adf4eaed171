"""How the tables of things that translators take for one another are written.

The Chinese of a paragraph names some of a group; the English may leave open which, but must not name another instead.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from yubei_pub.checks._tables import headed
from yubei_pub.findings import Severity
from yubei_pub.patterns import lazy_regex

_NOTE = " (note)"


class Name(NamedTuple):
    """One of a group.  `right` is what to write.

    `zh` is the Chinese that says it, `en` the English that says it and nothing else.  `also` is
    English that will do for it, `may` Chinese that may be meant by its English as well.
    """

    right: str
    zh: re.Pattern[str]
    en: re.Pattern[str]
    also: re.Pattern[str] | None
    may: re.Pattern[str] | None


class Group(NamedTuple):
    """Names that exclude each other, and why."""

    why: str
    names: tuple[Name, ...]
    severity: Severity = Severity.WARNING


def name(right: str, zh: str, en: str, also: str = "", may: str = "", *, case: int = re.IGNORECASE) -> Name:
    """A name from what stands inside the brackets of a pattern; the English as whole words, in any case unless told."""
    also_words = lazy_regex(rf"\b(?:{also})\b", re.IGNORECASE) if also else None
    words = lazy_regex(rf"\b(?:{en})\b", case)
    return Name(right, lazy_regex(zh), words, also_words, lazy_regex(may) if may else None)


def groups(table: str) -> tuple[Group, ...]:
    """The groups of a table, each below the reason why its names differ, behind which may stand (note).

    A row is what `name` wants; a `may` of `.` says that its English is never wrong.
    """
    return tuple(
        Group(
            why.removesuffix(_NOTE),
            tuple(name(*row) for row in rows),
            Severity.NOTE if why.endswith(_NOTE) else Severity.WARNING,
        )
        for why, rows in headed(table)
    )
