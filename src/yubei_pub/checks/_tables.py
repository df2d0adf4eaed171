"""How the tables of some rules are written: a row a line, its columns two blanks apart, `-` for an empty one.

A line that begins with blanks goes on with the next column, or behind a `|` with the same.
"""

from __future__ import annotations


def rows(table: str) -> list[list[str]]:
    """The columns of each row."""
    joined = table.strip().replace("|\n    ", "|").replace("\n    ", "  ")
    return [["" if column == "-" else column for column in row.split("  ")] for row in joined.split("\n")]


def headed(table: str) -> list[tuple[str, list[list[str]]]]:
    """The rows below each line with `#`, and what that says."""
    parts = (part.partition("\n") for part in f"\n{table.strip()}".split("\n# ")[1:])
    return [(head, rows(below)) for head, _, below in parts]
