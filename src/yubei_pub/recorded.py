"""What was found, as JSON can say it, and back again.

How a place is written is the caller's affair: in a whole file, or from the beginning of a paragraph that may move.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from yubei_pub.findings import Finding, Fix, Message, Place, Remark, Severity
from yubei_pub.trace import Edit

Write = Callable[[Place], list[Any]]  # raises UnwritableError for a place that it cannot write
Read = Callable[[Any], Place]
Make = Callable[[], Any]


class UnwritableError(Exception):
    """Something has no form in JSON that gives the same again."""


def write(found: Finding | Remark, place: Write) -> list[Any]:
    """A finding or a remark; the edits of its fix are in the file of its place."""
    rule = found.rule if isinstance(found, Finding) else ""
    related = [[place(where), _message(message)] for where, message in found.related]
    source, mend = found.place.source, found.fix
    fix = mend and [[[place(Place(source, *edit[:2])), *edit[2:]] for edit in mend.edits], mend.certain]
    severity = found.severity and found.severity.value
    return [rule, severity, place(found.place), _message(found.message), related, fix]


def finding(written: Any, place: Read) -> Finding:
    """The finding that was written."""
    rule, severity, where, (template, args), related, fix = written
    others = tuple((place(at), Message(words, **values)) for at, (words, values) in related)
    mend = Fix(tuple(Edit(*place(at)[1:], *to) for at, *to in fix[0]), fix[1]) if fix else None
    return Finding(rule, severity and Severity(severity), place(where), Message(template, **args), others, mend)


def remark(written: Any, place: Read) -> Remark:
    """The remark that was written."""
    _, severity, where, message, related, fix = finding(written, place)
    return Remark(where, message, severity, related, fix)


def recalled(
    recall: Callable[[Make], Any], make: Callable[[], Iterable[Remark]], to: Write, back: Read
) -> list[Remark]:
    """Remarks, made now or as they were made before; those that have no form in JSON are made each time.

    `recall` gives what is known, or makes it and keeps it.
    """
    made: list[Remark] = []

    def written() -> list[Any]:
        made.extend(make())
        return [write(each, to) for each in made]

    try:
        known = recall(written)
    except UnwritableError:
        return made
    return made or [remark(each, back) for each in known]


def _message(message: Message) -> list[Any]:
    if not all(type(value) in (str, int, bool) for value in message.args.values()):
        raise UnwritableError
    return [message.template, dict(message.args)]
