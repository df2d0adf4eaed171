"""A reviewed section is held to the Chinese it was reviewed against.

The ledger (review.yaml) keeps the Chinese that the reviewer saw.  A section is stale when
the Chinese has changed since by more than repair, spacing or the width of its punctuation:
one added 不 is enough.  Its English may be wrong now, so it is printed as a draft and a
release is refused.

Bad:   approved on “完成了修复”, zh.md now says “没有完成修复”.
Good:  the English read again, and `yubei-pub approve ID SECTION --by NAME`.
"""

from __future__ import annotations

from collections.abc import Iterator

from yubei_pub.findings import Message, Remark, Severity
from yubei_pub.model import Briefing, State

SEVERITY = Severity.WARNING


def check_briefing(briefing: Briefing) -> Iterator[Remark]:
    """The sections whose Chinese changed since they were approved."""
    for section in briefing.sections:
        if section.state is State.STALE and section.source_heading is not None:
            message = (
                "the Chinese of this section has changed since {by} approved it on {on}; "
                "read the English again, then approve it"
            )
            words = Message(message, by=section.reviewed_by, on=section.reviewed_on)
            yield Remark(section.source_heading.place, words)
