"""The front matter of zh.md says when the page was published and who may use it.

Without `date` no reader knows which year “this year” is, and the check of numbers cannot tell
either.  Without `rights` it is open whether the page may be published again.  What the import found behind 来源：
stands in `source`, which is printed nowhere: a mirror names others than the publisher there.  A `place` or `contact`
that is Chinese stands in the title block without English until en.md has it, too.  A `date` that is not the one in
the folder's name may be a slip.

Bad:   ---
       source: 示例新闻网
       ---
Good:  ---
       date: 2024-07-10
       publisher: 示例新闻网
       rights: 版权所有，未经许可不得转载
       ---

What to do: write `date: 2024-07-10`, whoever published the text behind `publisher:` and their own words behind
`rights:`; the English of publisher, place, contact and rights at the top of en.md.
"""

from __future__ import annotations

from collections.abc import Iterator

from yubei_pub import han
from yubei_pub.findings import Message, Place, Remark, Severity
from yubei_pub.model import Briefing
from yubei_pub.patterns import lazy_regex

SEVERITY = Severity.WARNING

_MISSING = (
    ("date", "the page has no date: write “date: ” and the day it was published, like 2024-07-10", None),
    (
        "rights",
        "nothing says who may use the page: write the publisher’s words behind “rights: ”, or “Rights not stated.”",
        Severity.NOTE,
    ),
)

_DAY = lazy_regex(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?!\d)")
_TRANSLATED = ("place", "contact")


def check_briefing(briefing: Briefing) -> Iterator[Remark]:
    """What zh.md and en.md both do not say."""
    for key, message, severity in _MISSING:
        if not briefing.front.get(key) and not briefing.english_front.get(key):
            yield Remark(_at(briefing, key), Message(message), severity)
    yield from _no_publisher(briefing)
    yield from _other_date(briefing)
    for key in _TRANSLATED if briefing.target else ():
        written = briefing.front.get(key, "")
        if han.holds(written) and not briefing.english_front.get(key):
            message = "the title block has no English for “{written}”: write “{key}: ” and the English into en.md"
            yield Remark(_at(briefing, key), Message(message, written=written, key=key), Severity.NOTE)


def _no_publisher(briefing: Briefing) -> Iterator[Remark]:
    """A source that the page names, beside a title block without a publisher."""
    source, place = briefing.front.get("source"), briefing.source.places.get("source")
    if source and place and not briefing.front.get("publisher") and not briefing.english_front.get("publisher"):
        message = (
            "“{source}” is not printed: if that is who published the text, write it behind “publisher: ”, "
            "and its English into en.md"
        )
        yield Remark(place, Message(message, source=source), Severity.NOTE)


def _other_date(briefing: Briefing) -> Iterator[Remark]:
    """A date that the folder's name says otherwise."""
    written = briefing.front.get("date", "")
    named, said = (_DAY.match(text.strip()) for text in (briefing.id, written))
    if named and said and [*map(int, named.groups())] != [*map(int, said.groups())]:
        message = "the date is {said}, and the folder's name says {named}; which of them is right?"
        yield Remark(_at(briefing, "date"), Message(message, said=said[0], named=named[0]), Severity.NOTE)


def _at(briefing: Briefing, key: str) -> Place:
    """Where zh.md has a key, or else its beginning."""
    return briefing.source.places.get(key) or Place(briefing.source.source, 0, 0)
