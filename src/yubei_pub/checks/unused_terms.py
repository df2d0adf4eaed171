"""A term of the glossary that no briefing of the project has.

It may be misspelt, shadowed by a longer term everywhere, or kept for pages to come.  One note
tells all of them, and only when every briefing of the project was read.

Bad:   - zh: 感知設施        and every page says 感知设备
Good:  - zh: 感知设备

What to do: look whether the Chinese is spelt as the pages spell it; else leave it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from yubei_pub.findings import Message, Remark, Severity
from yubei_pub.glossary import Glossary
from yubei_pub.model import Briefing

SEVERITY = Severity.NOTE

MOST = 12  # terms named in the message


def check_whole(briefings: Sequence[Briefing], glossary: Glossary) -> Iterator[Remark]:
    """One note at the first term that is not used."""
    used = {term.zh for briefing in briefings for term in briefing.terms}
    unused = [term for term in glossary.terms if term.zh not in used and term.status != "deprecated"]
    if not briefings or not unused:
        return
    named = "、".join(term.zh for term in unused[:MOST])
    more = f" and {len(unused) - MOST} more" if len(unused) > MOST else ""
    message = Message("terms that no briefing has, {count}: {named}{more}", count=len(unused), named=named, more=more)
    yield Remark(unused[0].place_of("zh", unused[0].zh), message)
