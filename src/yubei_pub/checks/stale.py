"""A reviewed section is held to the Chinese it was reviewed against.

The ledger (review.yaml) keeps the Chinese that the reviewer saw.  A section is stale when
the Chinese has changed since by more than repair, spacing or the width of its punctuation:
one added 不 is enough, 、 for ，, or a line broken within a paragraph.  Its English may be
wrong now, so it is printed as a draft and a release is refused.

Each changed paragraph is told at its English, by its number in the briefing (¶), with
[-what was taken out-] and {+what was put in+}; a section with many changes is told once.  In what is shown [^] is where
a note is referred to, <…> where a link leads, | stands between the cells of a row, and ⏎ where a line is broken; an
item has its number.

Bad:   approved on “完成了修复”, zh.md now says “没有完成修复”: {+没有+}完成[-了-]修复
Good:  the English read again, and `yubei-pub approve ID SECTION --by NAME`.

An approved section that is not there any more is told, too: a merge may have lost it. No release is made before
`lead` is approved again. So is a review.yaml that came along when the folder of another briefing was copied: it
approves nothing.

What to do: read the English of that paragraph against the Chinese, mend it, approve the section.
"""

from __future__ import annotations

from collections.abc import Iterator

from yubei_pub import differences
from yubei_pub.findings import Message, Place, Remark, Severity
from yubei_pub.model import Briefing, BriefingSection, Change, State

SEVERITY = Severity.WARNING

MOST = 10  # paragraphs of a section told one by one

_SEEN = {ord("\t"): "|", ord("\n"): "⏎"}

_CHANGED = "{paragraph}: the Chinese has changed since {by} approved it on {on}: {shown}"
_NEW = "{paragraph}: this Chinese is new since {by} approved the section on {on}: {shown}"
_GONE = "behind {paragraph}: Chinese was taken out since {by} approved the section on {on}: {shown}"
_MANY = (
    "{count} paragraphs of the Chinese have changed since {by} approved this section on {on}, the first of them "
    "{paragraph}: {shown}"
)
_OTHERWISE = (
    "the Chinese of this section has changed since {by} approved it on {on}; read the English again, then approve it"
)


def check_briefing(briefing: Briefing) -> Iterator[Remark]:
    """The paragraphs whose Chinese changed since their section was approved."""
    for section in briefing.sections:
        if section.state is State.STALE and section.source_heading is not None:
            changes = [change for change in section.changes if change.source]
            if not changes:
                yield _remark(section, Change(section.source_heading, True), _OTHERWISE)
            elif len(changes) > MOST:
                yield _remark(section, changes[0], _MANY, len(changes))
            else:
                yield from (_remark(section, change, _template(change)) for change in changes)


def _template(change: Change) -> str:
    if change.gone:
        return _GONE
    return _CHANGED if change.before else _NEW


def _remark(section: BriefingSection, change: Change, template: str, count: int = 0) -> Remark:
    """At the English that renders the paragraph, if there is any; the Chinese is the related place."""
    message = Message(
        template,
        paragraph=section.name_of(change.block),
        by=section.reviewed_by,
        on=section.reviewed_on,
        shown=differences.shown(*_texts(change)),
        count=count,
    )
    chinese = _changed_place(change)
    beads = (bead for bead in section.beads() if any(segment.block is change.block for segment in bead.source))
    english = next((bead.target[0].block for bead in beads if bead.target), None)
    if english is None:
        return Remark(chinese, message)
    return Remark(english.place, message, related=((chinese, Message("the Chinese that changed")),))


def _texts(change: Change) -> tuple[str, str]:
    """The paragraph of then and of now, with something to see between the cells of a row and where a line is broken."""
    now = change.now.text if change.now and not change.gone else ""
    then, now = (text.translate(_SEEN) for text in (change.before, now))
    return then, now


def _changed_place(change: Change) -> Place:
    """From the first to the last changed character of the paragraph; all of it where it is new or one is gone."""
    found = differences.compare(*_texts(change)) if change.before and not change.gone else []
    if not found or change.now is None:
        return change.block.place
    return Place.of(change.now, found[0].new_start, found[-1].new_end)
