"""The ledger, review.yaml: who approved what against which text.

For every approved section it keeps the approved Chinese itself, so that the program can
show what changed without git history, and a digest of each English paragraph.  The
program writes it; editors read it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from yubei_pub import repairs, strict_yaml
from yubei_pub.document import Block, Mark, MarkKind
from yubei_pub.findings import Message, Place, YubeiError
from yubei_pub.model import Picture, State
from yubei_pub.trace import Source

HEADER = """\
# Who approved which section, and the text they saw.
# Written by `yubei-pub approve`; please do not edit by hand.
"""


@dataclass(frozen=True)
class Approval:
    """One section as its reviewer saw it: `zh` simplified paragraphs, `en` digests; the heading comes first."""

    section: str
    by: str
    on: str
    zh: tuple[str, ...]
    en: tuple[str, ...]


@dataclass(frozen=True)
class Ledger:
    """The approvals of a briefing by section id."""

    approvals: tuple[Approval, ...] = ()

    def get(self, section: str) -> Approval | None:
        """The approval of a section, if it has one."""
        return next((a for a in self.approvals if a.section == section), None)

    def with_approval(self, approval: Approval) -> Ledger:
        """The ledger with an approval put in the place of an earlier one of its section, else at the end."""
        if self.get(approval.section) is None:
            return Ledger((*self.approvals, approval))
        return Ledger(tuple(approval if a.section == approval.section else a for a in self.approvals))


@dataclass(frozen=True)
class Seen:
    """What a reviewer of a section has before them: its blocks, the heading first and the footnotes last.

    `source` is simplified; `pictures` are the pictures of the briefing by path.
    """

    source: Sequence[Block]
    target: Sequence[Block]
    pictures: Mapping[str, Picture]


def approve(section: str, seen: Seen, by: str, on: str) -> Approval:
    """The approval of a section as it stands."""
    return Approval(section, by, on, _texts(seen), _digests(seen))


def state(section: str, seen: Seen, ledger: Ledger) -> State:
    """Where a section stands.  Stale wins over unreviewed: the Chinese moved under the reviewer."""
    if not seen.source or not any(len(block.text.strip()) for block in seen.target):
        return State.MISSING
    approval = ledger.get(section)
    if approval is None:
        return State.UNREVIEWED
    if not same_meaning(approval.zh, _texts(seen)):
        return State.STALE
    return State.REVIEWED if approval.en == _digests(seen) else State.UNREVIEWED


def same_meaning(approved: Sequence[str], now: Sequence[str]) -> bool:
    """Whether Chinese paragraphs differ by no more than repair, punctuation width or spacing."""
    return _essence(approved) == _essence(now)


# Full-width forms U+FF01–U+FF5E fold to ASCII, and the ideographic full stop to a period: the
# repair of a mirror's half-width punctuation is no change of meaning.
_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {ord("。"): ord("."), ord("、"): ord(",")}


def _essence(paragraphs: Iterable[str]) -> list[str]:
    texts = [paragraph for paragraph in paragraphs if paragraph.strip()]
    # One repair over all of them: what is damaged is judged by the page, not by the line.
    lines = repairs.repair("\n".join(text.replace("\n", " ") for text in texts)).text.split("\n")
    return ["".join(line.split()).translate(_WIDTH) for line in lines]


def _texts(seen: Seen) -> tuple[str, ...]:
    """The paragraphs; where a link leads is part of what was approved."""
    return tuple(" ".join((block.text.text, *(f"<{m.target}>" for m in _links(block)))) for block in seen.source)


def _links(block: Block) -> Iterator[Mark]:
    return (mark for mark in block.marks if mark.kind is MarkKind.LINK)


def _digests(seen: Seen) -> tuple[str, ...]:
    return tuple(_digest(block, seen.pictures) for block in seen.target)


def _digest(block: Block, pictures: Mapping[str, Picture]) -> str:
    """Of the words, their formatting and the picture; how the lines of the file are broken does not count."""
    words = " ".join(block.text.text.split())
    marks = "".join(f"\n{m.kind.value} {m.target} {block.text.text[m.start : m.end]}" for m in block.marks)
    shown = pictures.get(block.picture)
    picture = f"\n{block.picture} {sha256(shown.data).hexdigest()}" if shown else ""
    return "sha256:" + sha256(f"{block.kind.value}\n{words}{marks}{picture}".encode()).hexdigest()


def write(ledger: Ledger) -> str:
    """The text of review.yaml.  Strings are double-quoted as in JSON, which is YAML too."""
    lines = [HEADER, "sections:\n" if ledger.approvals else "sections: {}\n"]
    for approval in ledger.approvals:
        lines.append(f"  {_quoted(approval.section)}:\n")
        lines.append(f"    by: {_quoted(approval.by)}\n")
        lines.append(f"    on: {_quoted(approval.on)}\n")
        for key, texts in (("zh", approval.zh), ("en", approval.en)):
            lines.append(f"    {key}:\n" if texts else f"    {key}: []\n")
            lines.extend(f"      - {_quoted(text)}\n" for text in texts)
    return "".join(lines)


def _quoted(text: str) -> str:
    """In double quotes, as JSON writes it; what nobody sees, or YAML refuses, by its number."""
    return "".join(c if c.isprintable() or c == "\u3000" else _number(c) for c in json.dumps(text, ensure_ascii=False))


def _number(char: str) -> str:
    return f"\\u{ord(char):04x}" if ord(char) < 0x10000 else f"\\U{ord(char):08x}"


def read(source: Source) -> Ledger:
    """The ledger of a review.yaml; YubeiError where it is not what `write` writes."""
    root = strict_yaml.parse(source)
    if root is None:
        return Ledger()
    sections = root.get("sections") if isinstance(root, strict_yaml.Mapping) else None
    if not isinstance(sections, strict_yaml.Mapping):
        raise _broken(root)
    return Ledger(tuple(_approval(key.value, node) for key, node in sections.entries))


def _approval(section: str, node: strict_yaml.Node) -> Approval:
    if not isinstance(node, strict_yaml.Mapping):
        raise _broken(node)
    by, on = (_scalar(node, key) for key in ("by", "on"))
    zh, en = (_list(node, key) for key in ("zh", "en"))
    return Approval(section, by, on, zh, en)


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
