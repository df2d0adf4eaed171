"""What a web page and the pages of an EPUB have in common beside their text: layout, style sheets."""

from __future__ import annotations

from functools import cache

from yubei_pub import shipped
from yubei_pub.settings import Style


def layout(style: Style) -> str:
    """The classes of a page's body: a table is for Markdown, and side by side here; which language comes first."""
    name = style.layout if style.layout in ("stacked", "english") else "parallel"
    return f"{name} zh-en" if style.chinese_first else f"{name} en-zh"


@cache
def stylesheet(name: str) -> str:
    """One of our style sheets."""
    return shipped.text(f"web/{name}")
