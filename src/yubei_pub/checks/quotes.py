"""Quotation marks and apostrophes are all curly or all straight.

Straight ones (" ') among curly ones (“ ” ’) come in with a pasted sentence.  A text that has only straight
ones is left alone, and so are feet and inches behind a figure.

Bad:   The “pocket parks” are the district's "green living rooms".
Good:  The “pocket parks” are the district’s “green living rooms”.

What to do: take the fix.  It is certain where each mark stands inside a word or a blank shows which way it turns.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import partial

from yubei_pub.checks._prose import Prose, loose_prose, prose
from yubei_pub.checks._recall import recalled, seen_in_prose
from yubei_pub.findings import Fix, Message, Place, Remark, Severity
from yubei_pub.model import Briefing, BriefingSection
from yubei_pub.patterns import lazy_regex
from yubei_pub.trace import Edit

SEVERITY = Severity.WARNING

_CURLY = lazy_regex("[“”‘’]")
_STRAIGHT = lazy_regex(r"""(?<![0-9])["']|(?<=[0-9])'(?=s\b)""")
_BEFORE_OPENING, _BEHIND_OPENING = lazy_regex(r"(?:^|[\s(\[—–“‘])$"), lazy_regex(r"\w")
_BEFORE_CLOSING, _BEHIND_CLOSING = lazy_regex(r"[\w.,!?;:…%)’]$"), lazy_regex(r"(?:$|[\s.,;:!?)\]—–”])")


def check_briefing(briefing: Briefing) -> Iterator[Remark]:
    """One remark a block of a text that has curly marks, at its first straight one, with a fix for all of them."""
    if any(curly for curly, _ in seen_in_prose(briefing, "curly", _curly_marks)):
        for section in briefing.sections:
            yield from recalled(briefing, "quotes", section, partial(_in_section, section))
        yield from _straight(loose_prose(briefing))


def _curly_marks(piece: Prose) -> Iterator[tuple[bool, Place]]:
    if _CURLY.search(piece.text):
        yield True, piece.block.place


def _in_section(section: BriefingSection) -> Iterator[Remark]:
    return _straight(prose(section))


def _straight(pieces: Iterable[Prose]) -> Iterator[Remark]:
    for piece in pieces:
        straight = '"' in piece.text or "'" in piece.text
        if straight and (found := list(_STRAIGHT.finditer(piece.text))):
            yield _remark(piece, found)


def _remark(piece: Prose, found: list[re.Match[str]]) -> Remark:
    count = f", {len(found)} in this paragraph" if len(found) > 1 else ""
    message = Message("a straight {mark} among curly quotation marks{count}", mark=found[0][0], count=count)
    edits = [edit for match in found if (edit := _edit(piece, match))]
    fix = Fix(tuple(edits), len(edits) == len(found)) if edits else None
    return Remark(piece.place(*found[0].span()), message, fix=fix)


def _edit(piece: Prose, match: re.Match[str]) -> Edit | None:
    """The curly mark for a straight one; None where nothing shows which way it turns, or the file has it otherwise."""
    place, right = piece.place(*match.span()), _curly(match[0], piece.text[: match.start()], piece.text[match.end() :])
    as_written = place.written == match[0]
    return Edit(place.start, place.end, right) if right and as_written else None


def _curly(mark: str, before: str, behind: str) -> str:
    """The curly mark, empty where nothing shows which way it turns."""
    opening, closing = "“”" if mark == '"' else "‘’"
    if mark == "'" and before[-1:].isalnum() and behind[:1].isalpha():
        return closing
    if _BEFORE_OPENING.search(before[-1:]) and _BEHIND_OPENING.match(behind):
        return opening if mark == '"' else ""  # ’tis and ’90s begin with an apostrophe
    return closing if _BEFORE_CLOSING.search(before[-1:]) and _BEHIND_CLOSING.match(behind) else ""
