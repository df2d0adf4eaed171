"""The front matter of zh.md says when the page was published and who may use it.

Without `date` no reader knows which year “this year” is, and the check of numbers cannot tell
either.  Without `rights` it is open whether the page may be published again.

Bad:   ---
       publisher: 示例新闻网
       ---
Good:  ---
       date: 2024-07-10
       publisher: 示例新闻网
       rights: 版权所有，未经许可不得转载
       ---

What to do: write `date: 2024-07-10` and the publisher's own words behind `rights:`.
"""

from __future__ import annotations

from collections.abc import Iterator

from yubei_pub.findings import Message, Place, Remark, Severity
from yubei_pub.model import Briefing

SEVERITY = Severity.WARNING

_MISSING = (
    ("date", "the page has no date: write “date: ” and the day it was published, like 2024-07-10", None),
    ("rights", "the page does not say who may use it: write the publisher’s words behind “rights: ”", Severity.NOTE),
)


def check_briefing(briefing: Briefing) -> Iterator[Remark]:
    """What zh.md and en.md both do not say."""
    for key, message, severity in _MISSING:
        if not briefing.front.get(key) and not briefing.english_front.get(key):
            yield Remark(Place(briefing.source.source, 0, 0), Message(message), severity)
