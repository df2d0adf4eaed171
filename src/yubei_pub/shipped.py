"""The files that ship with the program, in its folder data/: styles, tables, the model of characters.

`importlib.resources` would give the same, and import fifty modules first.
"""

from __future__ import annotations

from pathlib import Path

_FOLDER = Path(__file__).parent / "data"


def data(name: str) -> bytes:
    """The bytes of a file, named with `/` from that folder."""
    return (_FOLDER / name).read_bytes()


def text(name: str) -> str:
    """Its text."""
    return (_FOLDER / name).read_text("utf-8")
