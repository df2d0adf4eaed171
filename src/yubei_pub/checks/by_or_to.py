"""增长到 is what a figure has become, 增长了 by how much it has changed.

Held to it are figures that both sides have behind a verb of change: 增长到300个 is “rose to 300”, 增长了300个 “rose by
300”, 缩短至15分钟 “was cut to 15 minutes”.  Of percentages the rule `numbers` says the same.

Bad:   公园增加到300个。
       The number of parks has increased by 300.
Good:  公园增加到300个。
       The number of parks has increased to 300.

What to do: write “to” for 到, 至 and 为, “by” where the figure follows the verb or 了.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from yubei_pub.beads import Bead, QuantityUse, Segment, Stretch
from yubei_pub.findings import Fix, Message, Remark, Severity
from yubei_pub.model import Briefing
from yubei_pub.patterns import lazy_regex
from yubei_pub.quantities.changes import ABOUT, FALLS, FALLS_CHINESE, RISES, RISES_CHINESE
from yubei_pub.quantities.chinese.tables import ROUGHLY
from yubei_pub.quantities.currencies import MONEY

SEVERITY = Severity.WARNING

_CHANGED = lazy_regex(rf"(?:{RISES_CHINESE}|{FALLS_CHINESE}|[增降减])(?:(?P<to>到了?|至|为)|了?){ROUGHLY}$")
_VERB = f"(?:{RISES}|{FALLS}|rais(?:es|ing)|cut(?:s|ting)?|up|down)"
_WORD = lazy_regex(rf"\b{_VERB} (?P<word>by|to) (?:(?:{ABOUT}) )*{MONEY}?$", re.IGNORECASE)


def check_bead(bead: Bead, briefing: Briefing) -> Iterator[Remark]:
    """Figures that stand once on each side, behind a verb of change on both."""
    for use in bead.source_quantities:
        value = use.quantity.value
        if value is None or use.quantity.kind in ("percent", "date", "ordinal"):
            continue
        if change := _CHANGED.search(_before(bead.source, use, 8)):
            ours, theirs = (_worth(value, side) for side in (bead.source_quantities, bead.target_quantities))
            if len(ours) == len(theirs) == 1:
                yield from _remark(bead, use, theirs[0], change)


def _worth(value: float, uses: Sequence[QuantityUse]) -> list[QuantityUse]:
    return [use for use in uses if use.quantity.value == value]


def _remark(bead: Bead, ours: QuantityUse, theirs: QuantityUse, change: re.Match[str]) -> Iterator[Remark]:
    right = "to" if change["to"] else "by"
    english = _before(bead.target, theirs, 48)
    found = _WORD.search(english)
    if found is None or found["word"].lower() == right:
        return
    start = theirs.quantity.start - len(english) + found.start("word")
    place = bead.target_place(Stretch(theirs.segment, start, start + 2))
    zh = change.string[change.start() :] + bead.source_text(ours.stretch)
    what = "what it has become" if right == "to" else "by how much it has changed"
    message = Message(
        "“{zh}” says {what}: “{right}”, not “{found}”", zh=zh, what=what, right=right, found=found["word"]
    )
    where = bead.source_place(ours.stretch)
    related = ((where, Message("the Chinese: {zh}", zh=zh)),)
    yield Remark(place, message, related=related, fix=Fix.of(place, found["word"], right))


def _before(segments: Sequence[Segment], use: QuantityUse, most: int) -> str:
    """What stands before a quantity."""
    return segments[use.segment].text.text[max(0, use.quantity.start - most) : use.quantity.start]
