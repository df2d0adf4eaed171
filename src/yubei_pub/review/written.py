"""review.yaml: the ledger as a file, which the program writes and editors read."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from hashlib import sha256

from yubei_pub import strict_yaml
from yubei_pub.document import Section
from yubei_pub.findings import Finding, Message, Place, Severity, YubeiError
from yubei_pub.records import is_day
from yubei_pub.review.ledger import Approval, Ledger
from yubei_pub.trace import Source

HEADER = """\
# Who approved which section, and the text they saw.
# Written by `yubei-pub approve`; please do not edit by hand.
"""
_LISTS = ("zh", "en", "form", "order", "front")


def write(ledger: Ledger) -> str:
    """The text of review.yaml.  Strings are double-quoted as in JSON, which is YAML too."""
    lines = [HEADER, f"briefing: {strict_yaml.quoted(ledger.briefing)}\n" if ledger.briefing else ""]
    lines.append("sections:\n" if ledger.approvals else "sections: {}\n")
    for approval in ledger.approvals:
        lines.append(f"  {strict_yaml.quoted(approval.section)}:\n    seal: {strict_yaml.quoted(_seal(approval))}\n")
        lines.append(f"    by: {strict_yaml.quoted(approval.by)}\n")
        lines.append(f"    on: {strict_yaml.quoted(approval.on)}\n")
        for key in _LISTS:
            texts = getattr(approval, key)
            if texts is None:
                continue
            lines.append(f"    {key}:\n" if texts else f"    {key}: []\n")
            lines.extend(f"      - {strict_yaml.quoted(text)}\n" for text in texts)
    return "".join(lines)


def _seal(approval: Approval) -> str:
    """What git cannot merge: of two approvals of a section it makes one, of a text that nobody read as a whole."""
    said = {key: value for key, value in approval._asdict().items() if value is not None}
    return f"sha256:{sha256(json.dumps(said).encode()).hexdigest()}"


def read(source: Source | None) -> Ledger:
    """The ledger of a review.yaml, an empty one where there is none; YubeiError where it is not what `write` writes."""
    root = strict_yaml.parse(source) if source else None
    if root is None:
        return Ledger()
    sections = root.get("sections") if isinstance(root, strict_yaml.Mapping) else None
    if not isinstance(root, strict_yaml.Mapping) or not isinstance(sections, strict_yaml.Mapping):
        raise _broken(root)
    approvals = tuple(_approval(key.value, node) for key, node in sections.entries)
    return Ledger(approvals, _scalar(root, "briefing") if root.get("briefing") else "")


def findings(read: Ledger, counted: Ledger, source: Source, sections: Sequence[Section]) -> Iterator[Finding]:
    """What is odd about a review.yaml that was `read`, of which the approvals `counted` are of this briefing."""
    if len(counted.approvals) < len(read.approvals):
        message = Message(
            "these approvals are of the briefing “{other}”, whose folder was copied: nobody has approved anything "
            "here; delete this file, or approve the sections when you have read them",
            other=read.briefing,
        )
        yield _stale(source, "briefing:", message)
    for approval in counted.gone({section.id for section in sections}):
        message = Message(
            "section “{id}”, which {by} approved on {on}, is not in zh.md any more; if it was left out on purpose, or "
            "has another id now, approve the section lead again",
            id=approval.section,
            by=approval.by,
            on=approval.on,
        )
        yield _stale(source, f"{strict_yaml.quoted(approval.section)}:", message)


def _stale(source: Source, words: str, message: Message) -> Finding:
    """At the place of some words of the file."""
    at = max(0, source.text.find(words))
    return Finding("stale", Severity.WARNING, Place(source, at, at + len(words) - 1), message)


def _approval(section: str, node: strict_yaml.Node) -> Approval:
    if not isinstance(node, strict_yaml.Mapping):
        raise _broken(node)
    by, on = (_scalar(node, key) for key in ("by", "on"))
    if not by.strip() or not is_day(on):  # nobody, or on no day, approved nothing
        raise _broken(node)
    zh, en = (_list(node, key) for key in ("zh", "en"))
    form, order, front = (_list(node, key) if node.get(key) else None for key in ("form", "order", "front"))
    approval = Approval(section, by, on, zh, en, front, form, order)
    whole = node.get("seal") is None or _scalar(node, "seal") == _seal(approval)
    return approval if whole else approval._replace(en=())


def _scalar(node: strict_yaml.Mapping, key: str) -> str:
    value = node.get(key)
    if not isinstance(value, strict_yaml.Scalar):
        raise _broken(value or node)
    return value.value


def _list(node: strict_yaml.Mapping, key: str) -> tuple[str, ...]:
    value = node.get(key)
    if not isinstance(value, strict_yaml.Sequence):
        raise _broken(value or node)
    return tuple(item.value for item in value.items if isinstance(item, strict_yaml.Scalar))


def _broken(node: strict_yaml.Node) -> YubeiError:
    place: Place = node.place
    return YubeiError(
        Message(
            "this is not a ledger that yubei-pub wrote; take the file back from git "
            "(or delete it and approve the sections again)"
        ),
        place,
    )
