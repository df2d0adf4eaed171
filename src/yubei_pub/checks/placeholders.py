"""Nothing in the English says that it is still to be done.

Translators leave themselves marks: TODO, TBC, [?], XXXX, “??”.  What has one is not finished, and it would be
printed with it.

Bad:   The park covers XXXX square meters (TBC).
Good:  The park covers 35,000 square meters.

What to do: write what is missing, and take the mark out.  A remark that shall stay in the file goes into a comment,
`<!-- is this right? -->`, which is never printed.
"""

from __future__ import annotations

from collections.abc import Iterator

from yubei_pub.checks._prose import Prose
from yubei_pub.findings import Message, Remark, Severity
from yubei_pub.model import Briefing
from yubei_pub.patterns import lazy_regex

SEVERITY = Severity.WARNING

_WORD = lazy_regex(r"\b(?:TODO|FIXME|TBC|TBD|TKTK|XXXX+)\b|[Ll]orem ipsum|\[check\]|\[translation\]")
_SIGN = lazy_regex(r"\[[?？]+\]|\([?？]+\)|[?？]{2,}")


def check_prose(prose: Prose, briefing: Briefing) -> Iterator[Remark]:
    """Every mark of unfinished work."""
    signs = _SIGN.finditer(prose.text) if "?" in prose.text or "？" in prose.text else ()
    for mark in (*_WORD.finditer(prose.text), *signs):
        message = Message("“{mark}” looks as if something were still to be done", mark=mark[0])
        yield Remark(prose.place(*mark.span()), message)
