"""It is not sure which English paragraphs render these Chinese ones.

Where both sides have as many paragraphs they pair in order, unless their words say otherwise.  Where they have
not, they are aligned by length, figures, names, terms and words.  Those that cannot be told apart are printed as one
passage and checked as one; a figure that was moved from one to the other is then not noticed.

So it is told, too, where one item of a list stands beside an item and the paragraph behind it: one may have been left
out.

Bad:   three short Chinese paragraphs that say much the same, and two English ones.
Good:  as many paragraphs in en.md as in zh.md, or a pin above the English one:
       <!-- yubei: zh 3-4 -->

What to do: split or merge the English paragraphs as the Chinese has them, or say with a pin which of the Chinese
paragraphs under this heading (counted from 1, figures left out) the next English one renders.
"""

from __future__ import annotations

from collections.abc import Iterator

from yubei_pub.beads import SURE, Bead
from yubei_pub.checks._beads import over
from yubei_pub.findings import Message, Remark, Severity
from yubei_pub.model import Briefing

SEVERITY = Severity.WARNING

_ONE = (
    "it is not sure that this one English paragraph renders all of the {ours} Chinese ones with which it is "
    "printed{unchecked}; was one left out? <!-- yubei: zh 3-4 --> above it says that it renders paragraphs 3 and 4 of "
    "the Chinese under this heading"
)
_SEVERAL = (
    "it is not sure which of these {theirs} English paragraphs renders which of the {ours} Chinese ones, so they "
    "are printed as one passage{unchecked}; <!-- yubei: zh 3-4 --> above one of them says that it renders paragraphs "
    "3 and 4 of the Chinese under this heading"
)
_UNCHECKED = ", and their figures and terms are not checked"


def check_bead(bead: Bead, briefing: Briefing) -> Iterator[Remark]:
    """A bead that was aligned and is not sure."""
    if bead.pinned or bead.confidence >= SURE or not bead.source or not bead.target:
        return
    ours, theirs = ([segment.block for segment in side] for side in (bead.source, bead.target))
    template = _ONE if len(theirs) == 1 else _SEVERAL
    unchecked = _UNCHECKED if bead.lopsided else ""
    message = Message(template, theirs=len(theirs), ours=len(ours), unchecked=unchecked)
    yield Remark(over(theirs), message, related=((over(ours), Message("the Chinese paragraphs")),))
