"""What the place we write to can show: colours and excerpts on a terminal, plain lines in a file."""

from __future__ import annotations

import os
from typing import Any, TextIO

import click

from yubei_pub.findings import Severity

_STYLES: dict[str, dict[str, Any]] = {
    "place": {"bold": True},
    "rule": {"fg": "magenta"},
    "quiet": {"dim": True},
    "found": {"fg": "green", "bold": True},
    Severity.ERROR.value: {"fg": "red", "bold": True},
    Severity.WARNING.value: {"fg": "yellow", "bold": True},
    Severity.NOTE.value: {"fg": "cyan", "bold": True},
}


def is_terminal(stream: TextIO) -> bool:
    """Whether somebody sees what is written there, or wants it as if somebody did (FORCE_COLOR)."""
    return stream.isatty() or _set("FORCE_COLOR")


def coloured() -> bool:
    """Whether a terminal is to have colours: https://no-color.org."""
    return not _set("NO_COLOR") and os.environ.get("TERM") != "dumb"


def paint(text: str, style: str) -> str:
    """A text in the colour of its kind, where there are colours."""
    return click.style(text, **_STYLES[style]) if text and coloured() else text


def argument(id: str) -> str:
    """A briefing's id as it is typed behind a command: in quotes if it has blanks, on Windows too."""
    return f'"{id}"' if any(char.isspace() or char in "&;'()$`!" for char in id) else id


def quoted(text: str) -> str:
    """A text in quotes; what cannot be seen by its number."""
    return f'"{visible(text)}"'


def visible(text: str) -> str:
    """A text with what cannot be seen, or what a terminal would obey, by its number."""
    return "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in text)


def _set(name: str) -> bool:
    return os.environ.get(name, "") not in ("", "0")
