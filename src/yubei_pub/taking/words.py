"""English put into en.md: the words that differ, each stretch by itself, so that the formatting around them stays.

Where formatting came along that is not as it was, what is marked is written anew and all else stays.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import groupby, pairwise
from typing import NamedTuple, TypeAlias

from yubei_pub.document import Block, BlockKind, Mark, MarkKind
from yubei_pub.findings import Message
from yubei_pub.interchange import Said, merged
from yubei_pub.markdown import writing
from yubei_pub.patterns import lazy_regex
from yubei_pub.taking.spots import Spot
from yubei_pub.taking.steps import RULE
from yubei_pub.trace import Edit, Source, TracedText

_WORD = lazy_regex(r"\s+|\w+|[^\w\s]")
# What stands in front of the words of a block that has none yet.
_MARK = lazy_regex(r"\s*(?:#+[ \t]*|!\[|[-+*][ \t]*|\d+[.)][ \t]*|>[ \t]*)?")
_ID = lazy_regex(r"\s*\{#[^\s{}]+\}(?=\n|$)")  # of a heading
_ENDS = "what was changed goes beyond the end of a paragraph, a line or a cell of en.md; change it there by hand"


class _Token(NamedTuple):
    """A word of the English, its formatting and its stretch of the file; the mark of a footnote has but formatting."""

    text: str
    form: frozenset[tuple[MarkKind, str]] = frozenset()
    span: tuple[int, int] | None = None
    ends: bool = False  # a text, a line or a cell


_Run: TypeAlias = list[_Token]  # words that are marked and stand together, or one that is not
_END = _Token(" ", ends=True)


def edits(spot: Spot, said: Said) -> list[Edit] | Message:
    """The edits of en.md that make the English `said`, or why there are none.  Without marks those there are stay."""
    if spot.en:
        return _replaced(spot, said)
    if spot.target:
        return [_filled(spot.target[0], said)]
    if spot.behind is None:
        return Message("en.md has no place for it yet; write the heading of its section first")
    if spot.blocks[0].kind is BlockKind.ROW:
        return Message("a table has to be begun in en.md by hand: its first row, and a line |---|---| below it")
    written = writing.block(spot.blocks[0]._replace(text=TracedText.of(Source("", said.text))), said.marks)
    note = f"[^{spot.label}]: " if spot.label else ""
    return [Edit(spot.behind, spot.behind, f"\n\n{note}{written}", RULE)]


def _filled(block: Block, said: Said) -> Edit:
    """The edit that puts English into a heading or caption that is still empty."""
    text = block.text.source.text
    mark = _MARK.match(text, *block.span)
    at = mark.end() if mark else block.span[0]
    before = "" if at == block.span[0] or text[at - 1] in " \t[" else " "
    after = " " if text[at : at + 1] == "{" else ""
    written = writing.inline(said.text, block.kind is BlockKind.HEADING, said.marks)
    return Edit(at, at, before + written + after, RULE)


def _replaced(spot: Spot, said: Said) -> list[Edit] | Message:
    """Each stretch that differs, from one word without formatting to the next."""
    texts = [spot.block.text] if spot.block else [text.strip() for text in spot.english if text.text.strip()]
    marks = tuple(m for m in spot.block.marks if m.kind is not MarkKind.BREAK) if spot.block and said.marks else ()
    old = [token for text in texts for token in (_END, *_tokens(merged(Said(text.text, marks)), text))][1:]
    ours, theirs = _runs(old), _runs(list(_tokens(said)))
    first, last = _content(texts[0])[0], _content(texts[-1])[1]
    found: list[Edit] = []
    for a, b, c, d in _differences(ours, theirs):
        if any(token.ends for run in ours[a:b] for token in run):
            return Message(_ENDS)
        before, after = _plain(ours[:a][-1:]), _plain(ours[b : b + 1])
        if a == b:
            start = end = before[1] if before else after[0] if after else (last if a else first)
        else:
            start = (_plain(ours[a : a + 1]) or (before[1] if before else first, 0))[0]
            end = (_plain(ours[b - 1 : b]) or (0, after[0] if after else last))[1]
        written = _written(_said(token for run in theirs[c:d] for token in run))
        if written.endswith("!") and texts[0].source.text.startswith("[", end):  # it would be a picture
            written = written[:-1] + "\\!"
        found.append(Edit(start, end, written, RULE))
    return found


def _runs(tokens: Sequence[_Token]) -> list[_Run]:
    """Words that are marked and stand together as one; each other one by itself."""
    runs = groupby(enumerate(tokens), lambda item: -1 if item[1].form else item[0])
    return [[token for _, token in run] for _, run in runs]


def _plain(runs: Sequence[_Run]) -> tuple[int, int] | None:
    """The stretch of the file of a run, if there is one and it is not marked."""
    return runs[0][0].span if runs and not runs[0][0].form else None


def _content(text: TracedText) -> tuple[int, int]:
    """The stretch of the file of a text, with the signs of the marks at its ends."""
    start, end = text.runs[0].origin, text.runs[-1].origin_end
    declared = _ID.search(text.source.text, start, end)
    return start, declared.start() if declared else end


def _said(tokens: Iterable[_Token]) -> Said:
    text, marks = "", list[Mark]()
    for token in tokens:
        marks += (Mark(len(text), len(text) + len(token.text), kind, target) for kind, target in token.form)
        text += token.text
    return merged(Said(text, tuple(marks)))


def _written(said: Said) -> str:
    """Words as Markdown; blanks at their ends, which it would take away, belong to them."""
    text = said.text
    body, start = text.strip(), len(text) - len(text.lstrip())
    marks = [mark.moved(-start) for mark in said.marks]
    written = writing.inline(body, marks=marks) if body or marks else ""
    return text[:start] + written + text[start + len(body) :]


def _differences(old: Sequence[_Run], new: Sequence[_Run]) -> Iterator[tuple[int, int, int, int]]:
    ours, theirs = ([tuple(token[:2] for token in run) for run in runs] for runs in (old, new))
    for tag, a, b, c, d in SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes():
        if tag != "equal":
            yield a, b, c, d


def _tokens(said: Said, text: TracedText | None = None) -> Iterator[_Token]:
    """The words of a text, cut where its formatting changes; `text` knows where in the file they stand."""
    notes = [mark for mark in said.marks if mark.kind is MarkKind.NOTE]
    marks = [mark for mark in said.marks if mark.kind is not MarkKind.NOTE]
    cuts = sorted({0, len(said.text), *(offset for mark in said.marks for offset in (mark.start, mark.end))})
    for start, end in pairwise([*cuts, len(said.text)]):
        yield from (_Token("", frozenset({(mark.kind, mark.target)})) for mark in notes if mark.start == start)
        form = frozenset((mark.kind, mark.target) for mark in marks if mark.start <= start and end <= mark.end)
        for word in _WORD.finditer(said.text, start, end):
            span = text.origin_span(*word.span()) if text else None
            yield _Token(" " if word[0].isspace() else word[0], form, span, "\n" in word[0] or "\t" in word[0])
