"""Quotation marks and apostrophes are all curly or all straight.

Straight ones (" ') among curly ones (“ ” ’) come in with a pasted sentence.  A text that has only straight
ones is left alone, and so are feet and inches behind a figure.

Bad:   The “pocket parks” are the district's "green living rooms".
Good:  The “pocket parks” are the district’s “green living rooms”.

What to do: take the fix.  It is certain inside a word and where a blank shows which way the mark turns.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from yubei_pub.checks._texts import Prose, fix, prose
from yubei_pub.findings import Message, Remark, Severity
from yubei_pub.model import Briefing

SEVERITY = Severity.WARNING
RULE = "quotes"

_CURLY = re.compile("[“”‘’]")
_STRAIGHT = re.compile(r"""(?<![0-9])["']|(?<=[0-9])'(?=s\b)""")
_BEFORE_OPENING, _BEHIND_OPENING = re.compile(r"(?:^|[\s(\[—–“‘])$"), re.compile(r"\w")
_BEFORE_CLOSING, _BEHIND_CLOSING = re.compile(r"[\w.,!?;:…%)’]$"), re.compile(r"(?:$|[\s.,;:!?)\]—–”])")


def check_briefing(briefing: Briefing) -> Iterator[Remark]:
    """The straight marks of a text that has curly ones."""
    pieces = list(prose(briefing))
    if any(_CURLY.search(piece.text) for piece in pieces):
        for piece in pieces:
            for match in _STRAIGHT.finditer(piece.text):
                yield _remark(piece, match)


def _remark(piece: Prose, match: re.Match[str]) -> Remark:
    right = _curly(match[0], piece.text[: match.start()], piece.text[match.end() :])
    place = piece.place(*match.span())
    message = Message("a straight {found} among curly quotation marks", found=match[0])
    return Remark(place, message, fix=fix(RULE, place, match[0], right, certain=True) if right else None)


def _curly(mark: str, before: str, behind: str) -> str:
    """The curly mark, empty where nothing shows which way it turns."""
    opening, closing = "“”" if mark == '"' else "‘’"
    if mark == "'" and before[-1:].isalnum() and behind[:1].isalpha():
        return closing
    if _BEFORE_OPENING.search(before[-1:]) and _BEHIND_OPENING.match(behind):
        return opening if mark == '"' else ""  # ’tis and ’90s begin with an apostrophe
    return closing if _BEFORE_CLOSING.search(before[-1:]) and _BEHIND_CLOSING.match(behind) else ""
