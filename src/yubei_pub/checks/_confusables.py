"""How the tables of things that translators take for one another are written.

The Chinese of a paragraph names some of a group; the English may leave open which, but must not name another instead.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from yubei_pub.findings import Severity
from yubei_pub.patterns import lazy_regex


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
    """The groups of a table, each below the line with `#` that says why its names differ; behind it may stand (note).

    A name is a line, what `name` wants of it two blanks apart and `-` for nothing; a `may` of `.` says that its English
    is never wrong.  A line that begins with blanks goes on with the next, or behind a `|` with the same.
    """
    joined = table.replace("|\n    ", "|").replace("\n    ", "  ")
    return tuple(map(_group, joined.split("\n# ")[1:]))


def _group(written: str) -> Group:
    why, *rows = written.strip().split("\n")
    names = tuple(name(*("" if column == "-" else column for column in row.split("  "))) for row in rows)
    reason = why.removesuffix(" (note)")
    return Group(reason, names, Severity.WARNING if reason == why else Severity.NOTE)
