"""What a web page and the pages of an EPUB have in common beside their text: layout, style sheets."""

from __future__ import annotations

from functools import cache

from yubei_pub import shipped
from yubei_pub.settings import Style


def layout(style: Style) -> str:
    """The class of a page's body: a table is for Markdown, and side by side here."""
    return style.layout if style.layout in ("stacked", "english") else "parallel"


@cache
def stylesheet(name: str) -> str:
    """One of our style sheets."""
    return shipped.text(f"web/{name}")
