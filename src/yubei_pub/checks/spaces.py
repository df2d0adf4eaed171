"""Words are parted by one blank, and none stands before a stop.

A tab, which comes along from Excel or a PDF, is a gap in the document.  Two blanks behind a full stop are a typist's
habit and only noted.

Bad:   The park is open  all year , and free .
Good:  The park is open all year, and free.

What to do: take the fix, which is certain.
"""

from __future__ import annotations

from collections.abc import Iterator

from yubei_pub.checks._prose import Prose
from yubei_pub.document import BlockKind
from yubei_pub.findings import Fix, Message, Place, Remark, Severity
from yubei_pub.model import Briefing
from yubei_pub.patterns import lazy_regex
from yubei_pub.trace import Edit

SEVERITY = Severity.WARNING

# Beginning with the blank itself, for which a text is searched many times faster than for what stands before it.
_DOUBLE = lazy_regex(r"[ \u00a0](?<=\S.)[ \u00a0]+(?=\S)")
_TAB = lazy_regex(r"(?<=\S) *\t[ \t]*(?=\S)")
_TABLE = lazy_regex(r"\S *\t[^\n]*\n[^\n]*\S *\t")  # `markup` says what to do; without its tabs nobody could
_AFTER_STOP = lazy_regex(r"[.!?:][”’\")]?$")
_BEFORE_STOP = lazy_regex(r"[ ](?<=\w.)[ ]*(?=(?:[,;!?]|[.:](?![\w.]))(?:[\s”’\"]|$))")


def check_prose(prose: Prose, briefing: Briefing) -> Iterator[Remark]:
    """At most one remark of each sort a block, at the first place, with a fix for all."""
    if prose.block.kind is BlockKind.ROW:
        return  # cells are padded to look well in the file
    doubled = [match.span() for match in _DOUBLE.finditer(prose.text)]
    typed = [span for span in doubled if _AFTER_STOP.search(prose.text[: span[0]])]
    yield from _remark(prose, [span for span in doubled if span not in typed], " ", "two blanks between words")
    yield from _remark(prose, typed, " ", "two blanks behind a full stop", Severity.NOTE)
    written = Place(prose.block.text.source, *prose.block.span).written if "\t" in prose.text else ""
    tabs = [match.span() for match in _TAB.finditer(prose.text)] if written and not _TABLE.search(written) else []
    yield from _remark(prose, tabs, " ", "a tab between words")
    before = [match.span() for match in _BEFORE_STOP.finditer(prose.text)]
    yield from _remark(prose, before, "", "a blank before a punctuation mark")


def _remark(
    piece: Prose, spans: list[tuple[int, int]], right: str, what: str, severity: Severity | None = None
) -> Iterator[Remark]:
    if not spans:
        return
    places = [piece.place(*span) for span in spans]
    edits = tuple(Edit(place.start, place.end, right) for place in places)
    as_written = all(p.written.isspace() for p in places)
    count = f", {len(spans)} times in this paragraph" if len(spans) > 1 else ""
    message = Message("{what}{count}", what=what, count=count)
    yield Remark(places[0], message, severity, fix=Fix(edits, as_written and not severity) if as_written else None)
