"""Characters that nobody sees or that nobody else can read.

Pages and pasted text carry zero-width spaces, soft hyphens, marks that turn the direction of writing and control
characters.  A search does not find 重<U+200B>庆, and Word cannot hold some of them.  `import` removes
them and says where they stood on the page; in zh.md and en.md they are reported here.  Those that turn the
direction are errors: they show other figures than the checks and the reviewer have read.

Private use characters show something only in the font of the site they come from, and U+FFFD
stands for bytes that were lost before anybody here saw the page.  Neither is ever removed:
they stand for text, so they are errors until somebody writes it.

Letters and accents that are two characters (e and ´) are reported where one exists (é): some
fonts set them apart, and a search for the one does not find the other.

Bad:   重<U+200B>庆市<U+E5E5>
Good:  重庆市

What to do: take over the fix that is offered; write what stood in the place of the others.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from yubei_pub.checks._recall import suspected
from yubei_pub.findings import Fix, Message, Place, Remark, Severity
from yubei_pub.model import Briefing
from yubei_pub.repairs import characters
from yubei_pub.trace import Edit, Source

SEVERITY = Severity.WARNING

_TURNING = frozenset("LRE RLE LRO RLO PDF LRI RLI FSI PDI".split())  # of Unicode's bidirectional algorithm


def check_briefing(briefing: Briefing) -> Iterator[Remark]:
    """What stands in zh.md and en.md."""
    for document in (briefing.source, briefing.target):
        if document is not None and suspected(briefing, document, "characters", _is_odd):
            yield from _remarks(document.source)


def _is_odd(text: str) -> bool:
    return any(True for look in (characters.lost, characters.edits) for _ in look(text))


def _remarks(source: Source) -> Iterator[Remark]:
    for edit in characters.edits(source.text):
        message, severity = _mendable(source.text[edit.start : edit.end], edit)
        yield Remark(Place(source, edit.start, edit.end), message, severity, fix=Fix((edit,), certain=True))
    for match in characters.lost(source.text):
        yield Remark(Place(source, *match.span()), characters.unreadable(match[0]), Severity.ERROR)


def _mendable(found: str, edit: Edit) -> tuple[Message, Severity]:
    if edit.replacement:
        return characters.unseen(edit, found), Severity.NOTE
    if any(unicodedata.bidirectional(char) in _TURNING for char in found):
        template = "{names} turns what stands behind it, 15.8 into 8.51; take it out"
        return Message(template, names=characters.names(found)), Severity.ERROR
    # A Word file cannot hold a control character at all.
    severity = Severity.ERROR if any(unicodedata.category(char) in ("Cc", "Cn") for char in found) else SEVERITY
    return characters.unseen(edit, found), severity
