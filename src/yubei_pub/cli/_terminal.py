"""What the place we write to can show: colours and excerpts on a terminal, plain lines in a file."""

from __future__ import annotations

import os
import sys
from shutil import get_terminal_size

import click

from yubei_pub.findings import Severity

_STYLES: dict[str, dict[str, object]] = {
    "place": {"bold": True},
    "rule": {"fg": "magenta"},
    "quiet": {"dim": True},
    Severity.ERROR.value: {"fg": "red", "bold": True},
    Severity.WARNING.value: {"fg": "yellow", "bold": True},
    Severity.NOTE.value: {"fg": "cyan", "bold": True},
}


def is_terminal() -> bool:
    """Whether somebody sees standard output, or wants it as if somebody did (FORCE_COLOR)."""
    return sys.stdout.isatty() or _set("FORCE_COLOR")


def coloured() -> bool:
    """Whether to write colours: https://no-color.org and https://force-color.org, of which the first wins."""
    if _set("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return is_terminal()


def paint(text: str, style: str) -> str:
    """A text in the colour of its kind, where there are colours."""
    return click.style(text, **_STYLES[style]) if text and coloured() else text  # type: ignore[arg-type]


def columns() -> int:
    """The width of the terminal."""
    return get_terminal_size().columns


def _set(name: str) -> bool:
    return os.environ.get(name, "") not in ("", "0")
