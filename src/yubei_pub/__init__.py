"""Repair, pair, check and typeset bilingual press briefings.

docs/architecture.md draws the rooms, floor by floor, and which may know which.
"""

__version__ = "0.1.0"  # as in pyproject.toml; to ask the installed package takes longer than `--version` may
