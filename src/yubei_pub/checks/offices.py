"""An office is rendered by its rank: 副区长 is a Deputy Head of a district and no Deputy Governor, 区长 no Mayor.

The table (`checks/_offices.py`) has offices with one usual rendering and the renderings that name another
office.  Apart from it, 副 must not get lost, nor be added, and 常委 sits on the Standing Committee, not just on
the committee.  What the glossary says of an office goes before: it is the rule `terms`.

Bad:   渝北区副区长赵兵
       Zhao Bing, Deputy Governor of Yubei District
Good:  渝北区副区长赵兵
       Zhao Bing, Deputy Head of Yubei District

What to do: write what the message says, or put the office's own rendering into the glossary.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from yubei_pub.beads import Bead
from yubei_pub.checks import _offices
from yubei_pub.checks._beads import against, governed, search, texts
from yubei_pub.checks._offices import OFFICES
from yubei_pub.findings import Remark, Severity
from yubei_pub.model import Briefing
from yubei_pub.patterns import Lookout, lazy_regex

SEVERITY = Severity.WARNING

_SPOKEN_OF = Lookout([office.zh] for office in OFFICES)
_STANDING = lazy_regex("常委(?!会)")
_MEMBER = lazy_regex(r"\b(?:committee member|member of the (?:\w+ ){0,5}committee)\b", re.IGNORECASE)
_WRONG = "“{zh}” is “{right}”, not “{en}”: {why}"
_LOST = "“{zh}” is a deputy; the English says only “{en}”"
_ADDED = "the English says “{en}”; the Chinese has no 副"
_NOT_STANDING = "“{zh}” is a member of the Standing Committee; the English says “{en}”"


def check_bead(bead: Bead, briefing: Briefing) -> Iterator[Remark]:
    """Offices by the table, then deputies and standing committees."""
    chinese, english = texts(bead)
    if not chinese:
        return
    found = list(_by_table(bead, chinese))
    yield from found
    if not found:
        yield from _deputies(bead, chinese, english)
    if "standing" not in english.lower():
        yield from _pair(bead, _STANDING, _MEMBER, _NOT_STANDING)


def _by_table(bead: Bead, chinese: str) -> Iterator[Remark]:
    for office in map(OFFICES.__getitem__, _SPOKEN_OF.look(chinese)):
        if office.zh.search(chinese) and not (office.may and office.may.search(chinese)):
            yield from _pair(bead, office.zh, office.wrong, _WRONG, right=office.right, why=office.why)


def _deputies(bead: Bead, chinese: str, english: str) -> Iterator[Remark]:
    """A 副 that the English has lost, or one that it has added."""
    deputy, chiefs = _offices.DEPUTY.search(chinese), _offices.CHIEF.findall(chinese)
    more = len(_offices.ENGLISH_CHIEF.findall(english)) > len(chiefs)
    if deputy and more and not _offices.ENGLISH_DEPUTY.search(english):
        yield from _pair(bead, _offices.DEPUTY, _offices.ENGLISH_CHIEF, _LOST)
    if chiefs and not _offices.NO_CHIEF.search(chinese):
        yield from _pair(bead, _offices.CHIEF, _offices.DEPUTY_OFFICE, _ADDED, beside=True)


def _pair(
    bead: Bead, zh: re.Pattern[str], en: re.Pattern[str], template: str, beside: bool = False, **args: str
) -> Iterator[Remark]:
    """A remark at the first match in the English, if both sides have one.

    `beside` the glossary: it has *director* for 局长, which stands in “deputy director” too.
    """
    ours, theirs = search(zh, bead.source), search(en, bead.target)
    if ours and theirs and (beside or not governed(bead, ours[0])):
        yield against(bead, ours[0].stretch, theirs[0].stretch, template, None, **args)
