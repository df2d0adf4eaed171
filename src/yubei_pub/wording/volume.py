"""What stands on the pages that all briefings of a volume share: its titles, what is known of it, running lines."""

from __future__ import annotations

from collections.abc import Sequence

from yubei_pub.model import Briefing
from yubei_pub.settings import Style
from yubei_pub.wording import matter
from yubei_pub.wording.matter import Fact, Pair, Running

_TITLE = Pair("Bilingual briefings", "双语通稿")
_MOST_WITHOUT = 5  # headings that need no list of contents


def title(style: Style) -> Pair:
    """Both titles: the office's own, where the settings have one; one of them may be empty."""
    return Pair(*style.volume) if any(style.volume) else _TITLE


def numbered(briefings: Sequence[Briefing]) -> Sequence[tuple[int, Briefing]]:
    """Each with its number, by which the terms name it; one alone has none."""
    return [*enumerate(briefings, 1)] if len(briefings) > 1 else [(0, briefings[0])]


def name(briefings: Sequence[Briefing], style: Style) -> str:
    """The title in a file's properties and in a browser's tab: of one briefing its own, English if it has one."""
    if len(briefings) > 1:
        return next(filter(None, title(style)))
    return next(filter(None, matter.title(briefings[0])), briefings[0].id)


def facts(briefings: Sequence[Briefing]) -> list[Fact]:
    """The rows of the title block: the dates, who published, whether any is a draft."""
    each = zip(*(matter.both(briefing, "publisher") for briefing in briefings), strict=True)
    english, chinese = (dict.fromkeys(filter(None, said)) for said in each)
    publishers = Pair("; ".join(english), "；".join(chinese))
    rows = [Fact(matter.DATE, Pair(_dates(briefings), "")), Fact(matter.PUBLISHER, publishers)]
    return [row for row in rows if any(row.value)] + [matter.status(any(each.draft_sections for each in briefings))]


def has_contents(briefings: Sequence[Briefing], style: Style) -> bool:
    """Whether there is a list of contents."""
    many = len(briefings) > 1 or len(briefings[0].sections) - 1 > _MOST_WITHOUT
    return style.contents == "always" or (style.contents == "auto" and many)


def draft_line(briefings: Sequence[Briefing]) -> str:
    """The warning of the running header; empty where all are reviewed."""
    drafts = sum(bool(each.drafts) for each in briefings)
    return f"DRAFT: {drafts} of {len(briefings)} briefings" if drafts else ""


def running(briefings: Sequence[Briefing], style: Style) -> Running:
    """The running lines of a briefing's pages; of several briefings, those of the pages that they share."""
    if len(briefings) == 1:
        return matter.running(briefings[0], style)
    return Running(
        title=next(filter(None, style.ordered(*title(style)))),
        date=_dates(briefings),
        draft=draft_line(briefings),
        versions=f"glossary {briefings[0].glossary_digest}",
    )


def _dates(briefings: Sequence[Briefing]) -> str:
    """From the first day to the last; a briefing without a date stands before all others."""
    days = [*filter(None, (matter.printed_date(each.front.get("date", "")) for each in briefings))]
    return " – ".join(dict.fromkeys([*days[:1], *days[-1:]]))
