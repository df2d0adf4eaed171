"""A title has capitals beside a name only: Mayor Wang Wei, but the mayor said.

American press style (AP, Chicago) writes a title small where it stands for the person.  Titles that protocol
always writes large (President, Premier, Secretary-General) are left alone, and so are headings.

Bad:   The Director said that the park will stay open.
Good:  The director said that the park will stay open.

What to do: take the fix, unless your house style has capitals.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from yubei_pub.checks._texts import fix, is_heading, prose
from yubei_pub.findings import Message, Remark, Severity
from yubei_pub.model import Briefing

SEVERITY = Severity.NOTE
RULE = "title-capitals"

_TITLE = re.compile(
    r"\b(?:[Tt]he|[Aa]n?|[Tt]his|[Hh]er|[Hh]is|[Tt]heir|[Ii]ts|[Oo]ur|former|new) "
    r"(?P<title>(?:Deputy |Vice |District )*(?:Director|Mayor|Governor|Minister|Secretary|Chair(?:man|woman|person)"
    r"|Head|Manager|Commissioner|Spokesperson|Spokesman|Spokeswoman|Principal|Dean|Magistrate))"
    r"(?=,? (?:said|says|told|added|noted|stressed|explained|pointed|announced|also|has|is|was|who|and)\b|\.(?:\s|$))"
)


def check_briefing(briefing: Briefing) -> Iterator[Remark]:
    """Titles in capitals behind an article, with a verb behind them and no name."""
    for piece in prose(briefing):
        for match in _TITLE.finditer(piece.text if not is_heading(piece) else ""):
            place, title = piece.place(*match.span("title")), match["title"]
            message = Message("no name stands beside “{title}”: write “{small}”", title=title, small=title.lower())
            yield Remark(place, message, fix=fix(RULE, place, title, title.lower()))
