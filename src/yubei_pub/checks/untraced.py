"""Most of zh.md is on the saved page beside it.

Every printed character is traced to the page (`yubei-pub status --provenance ID`), and the colophon names the page by
its digest.  Where less than half of the Chinese is found there, the page is likely that of another briefing, left
behind when a folder was copied, or a later state of the page.

Bad:   source/2024-07-10-yubei copied as a pattern for another briefing, its page.txt with it.
Good:  the page of the new text saved as page.txt; or no page, and the colophon says so.

What to do: put the right page there; delete the wrong one.
"""

from __future__ import annotations

from collections.abc import Iterator

from yubei_pub.findings import Message, Place, Remark, Severity
from yubei_pub.model import Briefing

SEVERITY = Severity.WARNING

_LEAST = 50  # characters; a shorter text has too much chance in it


def check_briefing(briefing: Briefing) -> Iterator[Remark]:
    """One finding for the whole text."""
    if briefing.provenance is None:
        return
    total, own = sum(briefing.provenance.counts.values()), briefing.provenance.counts.get("editor", 0)
    if total >= _LEAST and 2 * own > total:
        template = "{own} of the {total} characters here are not on the saved page {page}; is that the right one?"
        page = briefing.provenance.page.rpartition("/")[2]
        yield Remark(Place(briefing.source.source, 0, 0), Message(template, own=own, total=total, page=page))
