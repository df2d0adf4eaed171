"""Repair, pair, check and typeset bilingual press briefings."""

__version__ = "0.1.0"  # as in pyproject.toml; to ask the installed package takes longer than `--version` may
