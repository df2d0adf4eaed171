"""The ledger, review.yaml: who approved what against which text.

For every approved section it keeps the approved Chinese itself, so that the program can
show what changed without git history, and a digest of each English paragraph.  The
program writes it; editors read it.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from datetime import date
from hashlib import sha256
from typing import NamedTuple, TypeAlias

from yubei_pub import repairs, strict_yaml
from yubei_pub.differences import WIDTH
from yubei_pub.document import Block, BlockKind, MarkKind
from yubei_pub.findings import Message, Place, YubeiError
from yubei_pub.model import Change, FrontChange, Picture, State
from yubei_pub.trace import Edit, Source, TracedText
from yubei_pub.wording import matter

HEADER = """\
# Who approved which section, and the text they saw.
# Written by `yubei-pub approve`; please do not edit by hand.
"""

_ALIKE = 0.3  # how much of a paragraph stays when it is rewritten; below it one went and another came


class Approval(NamedTuple):
    """One section as its reviewer saw it: `zh` simplified paragraphs, `en` digests; the heading comes first.

    `front` are the lines that are printed around the text (`Seen`), of the first section; None of the others.
    """

    section: str
    by: str
    on: str
    zh: tuple[str, ...]
    en: tuple[str, ...]
    front: tuple[str, ...] | None = None


class Ledger(NamedTuple):
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

    def of(self, sections: Container[str]) -> Ledger:
        """The ledger without the approvals of sections that are not there any more."""
        return Ledger(tuple(approval for approval in self.approvals if approval.section in sections))


class Seen(NamedTuple):
    """What a reviewer of a section has before them: its blocks, the heading first and the footnotes last.

    `source` is simplified; `pictures` are the pictures of the briefing by path.  `front` are the lines of both front
    matters that title block and colophon are made of (`matter.printed`), of the first section; None of the others.
    """

    source: Sequence[Block]
    target: Sequence[Block]
    pictures: Mapping[str, Picture]
    front: tuple[str, ...] | None = None


def approve(section: str, seen: Seen, by: str, on: str) -> Approval:
    """The approval of a section as it stands."""
    return Approval(section, by, on, _texts(seen), _digests(seen), seen.front)


def state(section: str, seen: Seen, ledger: Ledger) -> State:
    """Where a section stands.  Stale wins over unreviewed: the Chinese moved under the reviewer."""
    if not seen.source or not any(len(block.text.strip()) for block in seen.target):
        return State.MISSING
    approval = ledger.get(section)
    if approval is None:
        return State.UNREVIEWED
    if not same_meaning(approval.zh, _texts(seen)):
        return State.STALE
    same = approval.en == _digests(seen) and not front_changes(seen, approval)
    return State.REVIEWED if same else State.UNREVIEWED


def same_meaning(approved: Sequence[str], now: Sequence[str]) -> bool:
    """Whether Chinese paragraphs differ by no more than repair, punctuation width or spacing."""
    return list(filter(None, _essence(approved))) == list(filter(None, _essence(now)))


def changes(seen: Seen, approval: Approval) -> tuple[Change, ...]:
    """The paragraphs of a section that are not as they were approved, the Chinese before the English."""
    if not seen.source or not seen.target:
        return ()
    source = _compared(_essence(approval.zh), _essence(_texts(seen)), _by_likeness)
    target = _compared(approval.en, _digests(seen), _by_order)

    def chinese(pair: _Pair) -> Change:
        block, before = seen.source[pair.at], "" if pair.old is None else approval.zh[pair.old]
        return Change(block, True, before, pair.gone, said(block))

    return (*map(chinese, source), *(Change(seen.target[pair.at], False, gone=pair.gone) for pair in target))


def front_changes(seen: Seen, approval: Approval) -> tuple[FrontChange, ...]:
    """The lines of title block and colophon that are not as they were approved, in the order of their keys."""
    if seen.front is None:
        return ()
    lines = (approval.front or (), seen.front)
    then, now = (dict(line.split(": ", 1) for line in each if ": " in line) for each in lines)
    names = [name for name in dict.fromkeys((*now, *then)) if then.get(name) != now.get(name)]
    return tuple(FrontChange(*name.partition(" ")[::2], then.get(name, ""), now.get(name, "")) for name in names)


class _Pair(NamedTuple):
    """A paragraph that differs: its index of then (None: it is new), and now (or, if `gone`, of the one before)."""

    old: int | None
    at: int
    gone: bool = False


Pairing: TypeAlias = Callable[[Sequence[str], Sequence[str]], Iterable[_Pair]]


def _compared(old: Sequence[str], new: Sequence[str], pair: Pairing) -> Iterator[_Pair]:
    from difflib import SequenceMatcher  # for what an editor has changed only

    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        for found in pair(old[a:b], new[c:d]) if tag != "equal" else ():
            then = None if found.old is None else a + found.old
            if (then is not None and old[then]) or (not found.gone and new[c + found.at]):
                yield _Pair(then, max(0, c + found.at), found.gone)


def _by_likeness(old: Sequence[str], new: Sequence[str]) -> Iterator[_Pair]:
    """Each paragraph of then with the one now that is most like it, in their order."""
    from difflib import SequenceMatcher  # for what an editor has changed only

    at = 0
    for index, text in enumerate(old):
        like = {j: SequenceMatcher(None, text, new[j], autojunk=False).ratio() for j in range(at, len(new))}
        best = max(like, key=lambda j: like[j], default=-1)
        if best < 0 or (like[best] < _ALIKE and len(old) + len(new) > 2):
            yield _Pair(index, at - 1, gone=True)
            continue
        yield from (_Pair(None, j) for j in range(at, best))
        yield _Pair(index, best)
        at = best + 1
    yield from (_Pair(None, j) for j in range(at, len(new)))


def _by_order(old: Sequence[str], new: Sequence[str]) -> Iterator[_Pair]:
    yield from (_Pair(j if j < len(old) else None, j) for j in range(len(new)))
    yield from (_Pair(i, len(new) - 1, gone=True) for i in range(len(new), len(old)))


def _essence(paragraphs: Iterable[str]) -> list[str]:
    # One repair over all of them: what is damaged is judged by the page, not by the line.
    lines = repairs.repair("\n".join(text.replace("\n", " ") for text in paragraphs)).text.split("\n")
    return [_cells(line, "").translate(WIDTH) for line in lines]


def _cells(text: str, space: str) -> str:
    """A text with `space` for its white space; in which cell of a row something stands is no spacing."""
    return "\t".join(space.join(cell.split()) for cell in text.split("\t"))


def said(block: Block) -> TracedText:
    """What a paragraph says, in plain text: an item's number, [^] where a note is referred to, and where links lead."""
    if not block.marks and block.kind is not BlockKind.ITEM:
        return block.text
    links = "".join(f" <{mark.target}>" for mark in block.marks if mark.kind is MarkKind.LINK)
    notes = (Edit(mark.start, mark.start, "[^]", "note") for mark in block.marks if mark.kind is MarkKind.NOTE)
    sign, end = matter.sign(block) if block.kind is BlockKind.ITEM else "", len(block.text)
    number = Edit(0, 0, "" if sign == matter.BULLET else f"{sign} ", "number")
    return block.text.edit(edit for edit in (number, *notes, Edit(end, end, links, "link")) if edit.replacement.strip())


def _texts(seen: Seen) -> tuple[str, ...]:
    return tuple(said(block).text for block in seen.source)


def _digests(seen: Seen) -> tuple[str, ...]:
    return tuple(_digest(block, seen.pictures) for block in seen.target)


def _digest(block: Block, pictures: Mapping[str, Picture]) -> str:
    """Of the words, their formatting and the picture; how the lines of the file are broken does not count."""
    text, whole = block.text.text, said(block).text
    words = _cells(whole, " ") if block.kind is BlockKind.ROW else " ".join(whole.split())
    depth = f"\n{block.depth}" if block.depth and block.kind is BlockKind.ITEM else ""
    marks = "".join(f"\n{m.kind.value} {m.target} {text[m.start : m.end]}" for m in block.marks)
    shown = pictures.get(block.picture)
    picture = f"\n{block.picture} {shown.original or sha256(shown.data).hexdigest()}" if shown else ""
    return "sha256:" + sha256(f"{block.kind.value}\n{words}{depth}{marks}{picture}".encode()).hexdigest()


def write(ledger: Ledger) -> str:
    """The text of review.yaml.  Strings are double-quoted as in JSON, which is YAML too."""
    lines = [HEADER, "sections:\n" if ledger.approvals else "sections: {}\n"]
    for approval in ledger.approvals:
        lines.append(f"  {strict_yaml.quoted(approval.section)}:\n")
        lines.append(f"    by: {strict_yaml.quoted(approval.by)}\n")
        lines.append(f"    on: {strict_yaml.quoted(approval.on)}\n")
        for key, texts in (("zh", approval.zh), ("en", approval.en), ("front", approval.front)):
            if texts is None:
                continue
            lines.append(f"    {key}:\n" if texts else f"    {key}: []\n")
            lines.extend(f"      - {strict_yaml.quoted(text)}\n" for text in texts)
    return "".join(lines)


def read(source: Source) -> Ledger:
    """The ledger of a review.yaml; YubeiError where it is not what `write` writes."""
    root = strict_yaml.parse(source)
    if root is None:
        return Ledger()
    sections = root.get("sections") if isinstance(root, strict_yaml.Mapping) else None
    if not isinstance(sections, strict_yaml.Mapping):
        raise _broken(root)
    return Ledger(tuple(_approval(key.value, node) for key, node in sections.entries))


def left_out(ledger: Ledger, source: Source, sections: Container[str]) -> Iterator[tuple[Place, Message]]:
    """The approved sections that are not there any more, where the review.yaml that was read names them."""
    for approval in ledger.approvals:
        if approval.section not in sections:
            key = strict_yaml.quoted(approval.section)
            at = max(0, source.text.find(f"{key}:"))
            message = Message(
                "section “{id}”, which {by} approved on {on}, is not in zh.md any more; if it was left out on purpose, "
                "approve the section lead again",
                id=approval.section,
                by=approval.by,
                on=approval.on,
            )
            yield Place(source, at, at + len(key)), message


def _approval(section: str, node: strict_yaml.Node) -> Approval:
    if not isinstance(node, strict_yaml.Mapping):
        raise _broken(node)
    by, on = (_scalar(node, key) for key in ("by", "on"))
    if not by.strip() or not _is_day(on):  # nobody, or on no day, approved nothing
        raise _broken(node)
    zh, en = (_list(node, key) for key in ("zh", "en"))
    return Approval(section, by, on, zh, en, _list(node, "front") if node.get("front") else None)


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


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
