"""What a web page and the pages of an EPUB have in common beside their text: layout, title, style sheets."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from yubei_pub import shipped
from yubei_pub.model import Briefing
from yubei_pub.settings import Style
from yubei_pub.wording import matter, volume


def layout(style: Style) -> str:
    """The class of a page's body: a table is for Markdown, and side by side here."""
    return style.layout if style.layout in ("stacked", "english") else "parallel"


def page_title(briefings: Sequence[Briefing], style: Style) -> str:
    """What a browser's tab says of a briefing, or of several."""
    if len(briefings) > 1:
        return volume.name(style)
    title = matter.title(briefings[0])
    return title.english or title.chinese or briefings[0].id


@cache
def stylesheet(name: str) -> str:
    """One of our style sheets."""
    return shipped.text(f"web/{name}")
