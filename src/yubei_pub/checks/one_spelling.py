"""One person has one spelling in the whole briefing.

A name in pinyin that stands once as Lü Wei and once as Lyu Wei, once as Wang Xiaoming and once as Xiaoming
Wang, makes two persons of one.  The spelling that is used most is taken for the right one, of two
used alike the first.

Bad:   吕伟 … 吕伟
       Lü Wei … Lyu Wei
Good:  吕伟 … 吕伟
       Lü Wei … Lü Wei

What to do: choose one; the fix takes the one the message names.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

from yubei_pub.checks._beads import met
from yubei_pub.checks._recall import seen
from yubei_pub.findings import Fix, Message, Place, Remark, Severity
from yubei_pub.model import Briefing, BriefingSection
from yubei_pub.remembered import Json

SEVERITY = Severity.WARNING


def check_briefing(briefing: Briefing) -> Iterator[Remark]:
    """The spellings of each person that are not the usual one of the briefing."""
    met: dict[str, list[tuple[str, Callable[[], Place]]]] = {}
    for (zh, written), place in seen(briefing, "one-spelling", _persons):
        met.setdefault(zh, []).append((written, place))
    for zh, spellings in met.items():
        most = Counter(written.casefold() for written, _ in spellings).most_common(1)[0][0]
        usual, first = next(each for each in spellings if each[0].casefold() == most)
        for written, place in spellings:
            if written.casefold() != most:
                message = Message("{zh} is “{usual}” elsewhere, here “{here}”", zh=zh, usual=usual, here=written)
                related = ((first(), Message("“{usual}” stands here", usual=usual)),)
                yield Remark(place(), message, related=related, fix=Fix.of(place(), written, usual))


def _persons(section: BriefingSection) -> Iterator[tuple[Json, Place]]:
    """The persons of a section as their Chinese, as they are written, and where."""
    for bead in section.beads():
        for stretch, match in met(bead):
            if match.kind == "person":
                written = bead.target_text(stretch).replace("'", "’").replace("\u00a0", " ")
                yield (match.zh, written), bead.target_place(stretch)
