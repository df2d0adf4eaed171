"""A place has its own spelling and its own rank: 陕西 is Shaanxi, 六安 Lu’an, 渝北区 a District and no City.

Most places are spelled as they are read, and these are not checked.  The table (`checks/_place_names.py`) has those
that are misread (乐清 Yueqing, 番禺 Panyu), those with a name of their own in English (哈尔滨 Harbin) and the ranks:
区 District, 县 County, 市 City, 镇 Town, 乡 Township, 街道 Subdistrict, 村 Village.

Bad:   渝北区
       Yubei City
Good:  渝北区
       Yubei District

What to do: write what the message says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from yubei_pub.beads import Bead, Stretch
from yubei_pub.checks._beads import met, texts
from yubei_pub.checks._place_names import LEVELS, SPELLINGS
from yubei_pub.findings import Fix, Message, Remark, Severity
from yubei_pub.model import Briefing
from yubei_pub.patterns import lazy_regex

SEVERITY = Severity.WARNING

_LEVEL = lazy_regex(
    r" (?P<level>Autonomous Region|District|County|City|Municipality|Province|Prefecture"
    r"|Sub-?district|Town(?:ship)?|Village)\b"
)
_BEHIND = lazy_regex("|".join(LEVELS))


def check_bead(bead: Bead, briefing: Briefing) -> Iterator[Remark]:
    """Spellings by the table, then the rank behind a name."""
    chinese, english = texts(bead)
    if not chinese:
        return
    for zh, right, wrong in SPELLINGS:
        if zh in chinese and right.split()[0] not in english:
            yield from _misspelled(bead, zh, right, wrong)
    yield from _ranks(bead)


def _misspelled(bead: Bead, zh: str, right: str, wrong: str) -> Iterator[Remark]:
    pattern = lazy_regex(r"(?<![\w’'-])(?:" + wrong.replace("’", "[’']") + r")(?![\w])")
    for number, segment in enumerate(bead.target):
        for match in pattern.finditer(segment.text.text):
            place = bead.target_place(Stretch(number, *match.span()))
            message = Message("{zh} is “{right}” in English, not “{en}”", zh=zh, right=right, en=match[0])
            yield Remark(place, message, fix=Fix.of(place, match[0], right))


def _ranks(bead: Bead) -> Iterator[Remark]:
    """Names in pinyin with a rank behind them that the Chinese never has there."""
    chinese = bead.chinese
    for stretch, match in met(bead):
        level = _LEVEL.match(bead.target[stretch.segment].text.text, stretch.end)
        if match.kind != "word" or level is None:
            continue
        known = [_rank(chinese, found.end()) for found in re.finditer(match.zh, chinese)]
        named = [(zh, words) for zh, words in known if words]
        if named and not any(not words or level["level"] in words for _, words in known):
            zh, words = named[0]
            place = bead.target_place(Stretch(stretch.segment, *level.span("level")))
            args = {"zh": match.zh + zh, "right": words[0], "en": level["level"]}
            message = Message("{zh} is “… {right}” in English, not “… {en}”", **args)
            yield Remark(place, message, fix=Fix.of(place, level["level"], words[0]))


def _rank(chinese: str, at: int) -> tuple[str, Sequence[str]]:
    """The rank that stands at a place and its English words; none where the name stands alone, or is another's part."""
    match = _BEHIND.match(chinese, at)
    return (match[0], LEVELS[match[0]]) if match else ("", [])
