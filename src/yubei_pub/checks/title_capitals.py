"""A title has capitals beside a name only: Mayor Wang Wei, but the mayor said.

American press style (AP, Chicago) writes a title small where it stands for the person, and large right before a
name.  Titles that protocol always writes large (President, Premier, Secretary-General) are left alone where they stand
for the person, and so are headings.

Bad:   The Director thanked mayor Wang Wei.
Good:  The director thanked Mayor Wang Wei.

What to do: take the fix, unless your house style has capitals.
"""

from __future__ import annotations

from collections.abc import Iterator

from yubei_pub.checks._prose import Prose
from yubei_pub.findings import Fix, Message, Remark, Severity
from yubei_pub.model import Briefing
from yubei_pub.patterns import lazy_regex

SEVERITY = Severity.NOTE

_TITLE = lazy_regex(
    r"\b(?:[Tt]he|[Aa]n?|[Tt]his|[Hh]er|[Hh]is|[Tt]heir|[Ii]ts|[Oo]ur|former|new) "
    r"(?P<title>(?:Deputy |Vice |District )*(?:Director|Mayor|Governor|Minister|Secretary|Chair(?:man|woman|person)"
    r"|Head|Manager|Commissioner|Spokesperson|Spokesman|Spokeswoman|Principal|Dean|Magistrate))"
    r"(?=,? (?:said|says|told|added|noted|stressed|explained|pointed|announced|also|has|is|was|who|and)\b|\.(?:\s|$))"
)
# An office right before a name; behind an article it is no title but says who that is (the mayor, Wang Wei).
_SMALL = lazy_regex(
    r"(?<!\bthe )(?<!\ba )(?<!\ban )(?<!former )(?<!then )(?<!then-)(?<!’s )(?<!deputy )(?<!vice )(?<!district )\b"
    r"(?P<title>(?:deputy |vice |district )?(?:mayor|governor|premier|minister|ambassador))"
    r"(?= [A-Z][a-zü’]+ [A-Z][a-zü’]+)"
)


def check_prose(prose: Prose, briefing: Briefing) -> Iterator[Remark]:
    """Titles in capitals behind an article, with a verb behind them and no name; small ones before a name."""
    for match in _TITLE.finditer(prose.text if not prose.is_heading else ""):
        place, title = prose.place(*match.span("title")), match["title"]
        message = Message("no name stands beside “{title}”: write “{small}”", title=title, small=title.lower())
        yield Remark(place, message, fix=Fix.of(place, title, title.lower()))
    for match in _SMALL.finditer(prose.text):
        place, title = prose.place(*match.span("title")), match["title"]
        large = title.title()
        message = Message("“{title}” is part of the name behind it: write “{large}”", title=title, large=large)
        yield Remark(place, message, fix=Fix.of(place, title, large))
