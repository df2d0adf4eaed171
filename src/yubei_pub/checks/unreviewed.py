"""A section that was approved and whose English has changed since is not reviewed any more.

The ledger (review.yaml) keeps a digest of every English paragraph that the reviewer saw: its
words, their formatting and its picture.  How the lines of the file are broken does not
count.  The note tells which paragraphs (¶) are to be looked at again; a section that nobody has
approved yet is no finding, `yubei-pub status` lists it.  What title block and colophon print of the lines at the
top of zh.md and en.md (date, publisher, place, contact, rights, …) is approved with the first section, `lead`, and so
is the saved page, which the colophon names, and the order of the sections.  Of the Chinese, what changed of its
formatting, lists, quotations and levels of headings is told here, and where a pin is another; what it says is the
rule `stale`.

Bad:   approved on “five lakes”, en.md now says “six lakes”.
Good:  the paragraph read again, and `yubei-pub approve ID SECTION --by NAME`.
"""

from __future__ import annotations

from collections.abc import Iterator

from yubei_pub.document import BlockKind
from yubei_pub.findings import Message, Place, Remark, Severity
from yubei_pub.model import Briefing, BriefingSection, Change, State
from yubei_pub.trace import Source

SEVERITY = Severity.NOTE

MOST = 10  # paragraphs of a section told one by one

_CHANGED = "{paragraph}: this English is not what {by} approved on {on}; read it again, then approve the section"
_SET = (
    "{paragraph}: how this is set (bold, list, quotation, level, picture, pin …) is not what {by} approved on {on}; "
    "look at it, then approve the section"
)
_MOVED = (
    "the sections stand in another order than {by} approved on {on}: “{now}” is where “{before}” was; look at them, "
    "then approve the section lead"
)
_FIGURE = (
    "{paragraph}: this caption, or its picture, is not what {by} approved on {on}; look at it, then approve the section"
)
_GONE = "behind {paragraph}: English was taken out since {by} approved the section on {on}"
_AGAIN = "; look at it, then approve the section lead"
_FRONT = {  # by whether there was one then, and is one now
    (True, True): "“{key}: {now}” was “{before}” when {by} approved the title block on {on}" + _AGAIN,
    (False, True): "“{key}: {now}” is new since {by} approved the title block on {on}" + _AGAIN,
    (True, False): "“{key}: {before}” was taken out since {by} approved the title block on {on}" + _AGAIN,
}
_PAGE = (
    "the saved page is not as it was when {by} approved the title block on {on}; take it back from git, or compare the "
    "text with it and approve the section lead"
)
_MANY = "{count} paragraphs of this English are not what {by} approved on {on}; read them, then approve the section"


def check_briefing(briefing: Briefing) -> Iterator[Remark]:
    """The English paragraphs that changed since their section was approved."""
    for section in briefing.sections:
        if section.reviewed_by and section.state in (State.UNREVIEWED, State.STALE):
            yield from _front(section, briefing)
            yield from dict.fromkeys(_section(section))  # five paragraphs may be gone at one place


def _front(section: BriefingSection, briefing: Briefing) -> Iterator[Remark]:
    """What is printed around the text otherwise than it was approved, at its line."""
    for change in section.front_changes:
        if change.key == "SHA-256":
            page = Place(Source(briefing.source.source.beside(change.file), ""), 0, 0)
            yield Remark(page, Message(_PAGE, by=section.reviewed_by, on=section.reviewed_on))
            continue
        document = briefing.target if change.file == "en.md" and briefing.target else briefing.source
        place = document.places.get(change.key) or Place(document.source, 0, 0)
        template = _FRONT[bool(change.before), bool(change.now)]
        if change.key == "sections":
            place, template = next(s.heading.place for s in document.sections if s.id == change.now), _MOVED
        args = {"key": change.key, "before": change.before, "now": change.now}
        yield Remark(place, Message(template, by=section.reviewed_by, on=section.reviewed_on, **args))


def _section(section: BriefingSection) -> Iterator[Remark]:
    changes = [change for change in section.changes if not change.source]
    for change in changes[: 1 if len(changes) > MOST else MOST]:
        template = _MANY if len(changes) > MOST else _template(change)
        args = {"paragraph": section.name_of(change.block), "by": section.reviewed_by, "on": section.reviewed_on}
        yield Remark(change.block.place, Message(template, count=len(changes), **args))


def _template(change: Change) -> str:
    if change.form:
        return _SET
    if change.gone:
        return _GONE
    return _FIGURE if change.block.kind is BlockKind.FIGURE else _CHANGED
