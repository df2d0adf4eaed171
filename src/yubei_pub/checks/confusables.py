"""Things that are easily taken for one another: 绿地率 and 绿化覆盖率, 产值 and 增加值, 同比 and 环比.

The table (`checks/_confusable_*.py`) is closed and says beside each group why its members differ: output value
and added value, revenue and profit, contracted and paid in, permanent and registered population, under
construction and completed, started and completed, exports and imports, the country and the province, dead and injured,
countries, cities, dynasties, reigns, ministries and bureaus, and opposites (creditor and debtor, above and below,
support and oppose, a rise and a fall).  The English is held to it only where it leaves out what the Chinese names and
names what the Chinese does not; where translators rightly differ, it is a note.  What the glossary has is left to the
rule `terms`.

Bad:   城市绿地率36.6%。
       Green coverage of the city stands at 36.6%.
Good:  城市绿地率36.6%。
       The urban green space ratio stands at 36.6%.

What to do: write what the message says, or dismiss it with the reason.
"""

from __future__ import annotations

from collections.abc import Iterator

from yubei_pub.beads import Bead
from yubei_pub.checks._beads import Found, against, governed, search, texts
from yubei_pub.checks._confusable_bodies import BODIES
from yubei_pub.checks._confusable_economy import ECONOMY
from yubei_pub.checks._confusable_events import EVENTS
from yubei_pub.checks._confusable_names import NAMES
from yubei_pub.checks._confusable_opposites import OPPOSITES
from yubei_pub.checks._confusable_society import SOCIETY
from yubei_pub.checks._confusables import Group, Name
from yubei_pub.findings import Remark, Severity
from yubei_pub.model import Briefing
from yubei_pub.patterns import Lookout, lazy_regex

SEVERITY = Severity.WARNING
GROUPS = (*ECONOMY, *SOCIETY, *EVENTS, *NAMES, *BODIES, *OPPOSITES)
_DENIES = lazy_regex("(?:[不未没无非]|没有|不再|不会|不得|未曾|从不|不予)$")
_SPOKEN_OF = Lookout([name.zh for name in group.names] for group in GROUPS)


def check_bead(bead: Bead, briefing: Briefing) -> Iterator[Remark]:
    """What the English names instead of what the Chinese names, at most one a group."""
    chinese, english = texts(bead)
    for number in _SPOKEN_OF.look(chinese):
        yield from _instead(GROUPS[number], bead, chinese, english)


def _instead(group: Group, bead: Bead, chinese: str, english: str) -> Iterator[Remark]:
    """The name of the Chinese that the English leaves out, and the one that it has instead."""
    named = [name for name in group.names if name.zh.search(chinese)]
    places = ((name, next(filter(_is_affirmed, search(name.zh, bead.source)), None)) for name in named)
    said = {name: place for name, place in places if place}
    unsaid = next((name for name in said if not _stands(name, english)), None)
    others = (name for name in group.names if name not in said and name.en.search(english))
    wrong = next((name for name in others if not (name.may and name.may.search(chinese))), None) if unsaid else None
    if unsaid and wrong and not governed(bead, said[unsaid]):
        template = "“{zh}” is “{right}”, not “{en}”: {why}"
        ours, theirs = said[unsaid].stretch, search(wrong.en, bead.target)[0].stretch
        yield against(bead, ours, theirs, template, group.severity, right=unsaid.right, why=group.why)


def _is_affirmed(found: Found) -> bool:
    """Whether no 不 or 未 stands before a name: what is 不闭馆 stays open."""
    match = found.match
    return not _DENIES.search(match.string, max(0, match.start() - 3), match.start())


def _stands(name: Name, english: str) -> bool:
    return bool(name.en.search(english) or (name.also and name.also.search(english)))
