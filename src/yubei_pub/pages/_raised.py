"""Figures set above the line, 10² and a note's ¹, which a plain text must not run together with those before them."""

from __future__ import annotations

from yubei_pub.patterns import lazy_regex

_FIGURES = lazy_regex(r"[0-9+\-−]+")
_ABOVE = str.maketrans("0123456789+-−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻")


def raised(text: str) -> str:
    """A text above the line: its figures as characters of their own, of the same length; all else as it is."""
    return text.translate(_ABOVE) if _FIGURES.fullmatch(text) else text
