"""The ledger: who approved what against which text.

For every approved section it keeps the approved Chinese itself, so that the program can
show what changed without git history, and a digest of each English paragraph.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from typing import NamedTuple, TypeAlias

from yubei_pub import repairs
from yubei_pub.differences import WIDTH
from yubei_pub.document import Block, BlockKind, MarkKind
from yubei_pub.model import Change, FrontChange, Picture, State
from yubei_pub.patterns import lazy_regex
from yubei_pub.pins import is_pin
from yubei_pub.trace import Edit, TracedText
from yubei_pub.wording import matter

_APART = lazy_regex(" (?!(?<=[0-9０-９] )[.．]? ?[0-9０-９]|(?<=[0-9０-９][.．] )[0-9０-９]|(?<=[A-Za-z] )[A-Za-z])")
_STOP = lazy_regex("(?<=[0-9０-９])。(?=[0-9０-９])")
_ALIKE = 0.3  # how much of a paragraph stays when it is rewritten; below it one went and another came


class Approval(NamedTuple):
    """One section as its reviewer saw it: `zh` simplified paragraphs, `en` digests; the heading comes first.

    `form` says how the Chinese is set (`_form`).  `front` are the lines that are printed around the text, and `order`
    the ids of all sections (`Seen`), of the first section; None of the others.  None, too, is what ledgers did not
    have when it was approved.
    """

    section: str
    by: str
    on: str
    zh: tuple[str, ...]
    en: tuple[str, ...]
    front: tuple[str, ...] | None = None
    form: tuple[str, ...] | None = None
    order: tuple[str, ...] | None = None


class Ledger(NamedTuple):
    """The approvals of a briefing by section id; `briefing` is its id, empty where the ledger does not say."""

    approvals: tuple[Approval, ...] = ()
    briefing: str = ""

    def get(self, section: str) -> Approval | None:
        """The approval of a section, if it has one."""
        return next((a for a in self.approvals if a.section == section), None)

    def with_approval(self, approval: Approval) -> Ledger:
        """The ledger with an approval put in the place of an earlier one of its section, else at the end."""
        if self.get(approval.section) is None:
            return self._replace(approvals=(*self.approvals, approval))
        return self._replace(approvals=tuple(approval if a.section == approval.section else a for a in self.approvals))

    def of(self, sections: Container[str]) -> Ledger:
        """The ledger without the approvals of sections that are not there any more."""
        return self._replace(approvals=tuple(a for a in self.approvals if a.section in sections))

    def gone(self, sections: Container[str]) -> list[Approval]:
        """The approvals of sections that are not there any more."""
        return [approval for approval in self.approvals if approval.section not in sections]

    def of_briefing(self, id: str, there: Container[str]) -> Ledger:
        """The approvals of a briefing: none where they came along with the folder of another that is still `there`."""
        copied = self.briefing != id and self.briefing in there
        return Ledger((), id) if copied else self._replace(briefing=id)


class Seen(NamedTuple):
    """What a reviewer of a section has before them: its blocks, the heading first and the footnotes last.

    `source` is simplified; `pictures` are the pictures of the briefing by path.  `front` are the lines of both front
    matters that title block and colophon are made of (`matter.printed`) and `order` the ids of all sections, of the
    first section; None of the others.
    """

    source: Sequence[Block]
    target: Sequence[Block]
    pictures: Mapping[str, Picture]
    front: tuple[str, ...] | None = None
    order: tuple[str, ...] | None = None


def approve(section: str, seen: Seen, by: str, on: str) -> Approval:
    """The approval of a section as it stands."""
    return Approval(section, by, on, _texts(seen), _digests(seen), seen.front, _form(seen), seen.order)


def state(section: str, seen: Seen, ledger: Ledger) -> State:
    """Where a section stands.  Stale wins over unreviewed: the Chinese moved under the reviewer."""
    if not seen.source or not any(len(block.text.strip()) for block in seen.target):
        return State.MISSING
    approval = ledger.get(section)
    if approval is None:
        return State.UNREVIEWED
    if not same_meaning(approval.zh, _texts(seen)):
        return State.STALE
    lost = seen.order is not None and ledger.gone(seen.order)
    same = approval.en == _digests(seen) and _same_form(seen, approval) and not front_changes(seen, approval)
    return State.REVIEWED if same and not lost else State.UNREVIEWED


def same_meaning(approved: Sequence[str], now: Sequence[str]) -> bool:
    """Whether Chinese paragraphs differ by no more than repair, punctuation width or spacing."""
    if [*approved] == [*now]:
        return True  # as nearly always: nothing need be repaired
    return list(filter(None, _essence(approved))) == list(filter(None, _essence(now)))


def changes(seen: Seen, approval: Approval) -> tuple[Change, ...]:
    """The paragraphs of a section that are not as they were approved, the Chinese before the English.

    Those that are only set otherwise come last, of a section that says what it said.
    """
    if not seen.source or not seen.target:
        return ()
    source = list(_compared(_essence(approval.zh), _essence(_texts(seen)), _by_likeness))
    target = _compared(approval.en, _digests(seen), _by_order)

    def chinese(pair: _Pair) -> Change:
        block, before = seen.source[pair.at], "" if pair.old is None else approval.zh[pair.old]
        return Change(block, True, before, pair.gone, said(block))

    return (
        *map(chinese, source),
        *(Change(seen.target[pair.at], False, gone=pair.gone) for pair in target),
        *(Change(block, False, form=True) for block in (_set_otherwise(seen, approval) if not source else ())),
    )


def front_changes(seen: Seen, approval: Approval) -> tuple[FrontChange, ...]:
    """The lines of title block and colophon that are not as they were approved, in the order of their keys.

    The order of the sections is one of them, of those that were there then and are now.
    """
    if seen.front is None:
        return ()
    lines = (approval.front or (), seen.front)
    then, now = (dict(line.split(": ", 1) for line in each if ": " in line) for each in lines)
    names = [name for name in dict.fromkeys((*now, *then)) if then.get(name) != now.get(name)]
    found = [FrontChange(*name.partition(" ")[::2], then.get(name, ""), now.get(name, "")) for name in names]
    order, before = seen.order or (), approval.order or ()
    kept = [id for id in before if id in set(order)], [id for id in order if id in set(before)]
    moved = [FrontChange("zh.md", "sections", a, b) for a, b in zip(*kept, strict=True) if a != b]
    return (*found, *moved[:1])


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
    texts = [*paragraphs]
    lines = iter(repairs.repair("\n".join(texts)).text.split("\n"))
    return ["\n".join(_plain(next(lines, "")) for _ in text.split("\n")) for text in texts]


def _plain(text: str) -> str:
    """Without spaces, but for those in figures or between Latin letters: 500 is not 50 0, 3.5 not 3. 5 or 3。5."""
    return _STOP.sub("。。", _APART.sub("", _cells(text, " "))).translate(WIDTH)


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


def _same_form(seen: Seen, approval: Approval) -> bool:
    return approval.form in (None, _form(seen))


def _set_otherwise(seen: Seen, approval: Approval) -> list[Block]:
    """The paragraphs that are not set as they were approved."""
    if _same_form(seen, approval):
        return []
    lines = {*(approval.form or ())} ^ {*_form(seen)}
    numbered = [*enumerate(seen.source), *((f"pin {number}", block) for number, block in enumerate(seen.target))]
    return [block for number, block in numbered if any(line.startswith(f"{number} ") for line in lines)]


def _form(seen: Seen) -> tuple[str, ...]:
    """How the Chinese is set, a line for all that is no plain paragraph: "0 heading 2", "1 strong 不收门票", "2 item".

    Of a picture that the English does not have too, its bytes: no digest of an English paragraph holds them.  The pins
    of the English, "pin 3 zh 1-2", come last.
    """
    named = {block.picture for block in seen.target}
    pictures = {path: shown for path, shown in seen.pictures.items() if path not in named}
    lines = [f"{number} {line}" for number, block in enumerate(seen.source) for line in _set(block, pictures)]
    above = ((number, said) for number, block in enumerate(seen.target) for said in filter(is_pin, block.directives))
    return (*lines, *(f"pin {number} {' '.join(pin.words.split())}" for number, pin in above))


def _set(block: Block, pictures: Mapping[str, Picture]) -> Iterator[str]:
    """What kind of paragraph it is, its formatting (`said` has the rest), and which of the pictures it shows."""
    text = block.text.text
    if block.kind is not BlockKind.PARAGRAPH:
        yield f"{block.kind.value} {block.depth or ''}".rstrip()
    for mark in block.marks:
        if mark.kind not in (MarkKind.NOTE, MarkKind.BREAK):
            words = text[mark.start : mark.end]
            again = text.count(words, 0, mark.start)
            yield f"{mark.kind.value} {_plain(words)}{f' ({again + 1})' if again else ''}"
    if shown := pictures.get(block.picture):
        yield f"picture {_bytes(shown)}"


def _digests(seen: Seen) -> tuple[str, ...]:
    return tuple(_digest(block, seen.pictures) for block in seen.target)


def _digest(block: Block, pictures: Mapping[str, Picture]) -> str:
    """Of the words, their formatting and the picture; how the lines of the file are broken does not count."""
    text, whole = block.text.text, said(block).text
    words = _cells(whole, " ") if block.kind is BlockKind.ROW else " ".join(whole.split())
    depth = f"\n{block.depth}" if block.depth and block.kind is BlockKind.ITEM else ""
    marks = "".join(f"\n{m.kind.value} {m.target} {text[m.start : m.end]}" for m in block.marks)
    shown = pictures.get(block.picture)
    picture = f"\n{block.picture} {_bytes(shown)}" if shown else ""
    return "sha256:" + sha256(f"{block.kind.value}\n{words}{depth}{marks}{picture}".encode()).hexdigest()


def _bytes(picture: Picture) -> str:
    """The digest of the editors' own file."""
    return picture.original or sha256(picture.data).hexdigest()
