"""The texts of a briefing as values for data/briefing.typ: runs of plain strings and what they look like.

`Words` is `{"zh": bool, "runs": [...]}`, with `ragged` where Chinese is not justified; a run has `text`
and, where they apply, `kinds` (strong, emphasis, code, grey), `to` (an address), `whole` (never broken;
`before`: behind Chinese), `part` (of an endless word: a line may end before it), `zh` (Chinese in English);
or it is a footnote (`note`, its label, and `body`, Words; or `again`, the label of one set before), or
nothing: a line break.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import Any

from yubei_pub import han
from yubei_pub.document import Block, MarkKind
from yubei_pub.inline import Piece, as_written, link_target, of_note, of_text, parted
from yubei_pub.patterns import lazy_regex
from yubei_pub.wording import matter
from yubei_pub.wording.glosses import Gloss, glossed
from yubei_pub.wording.matter import Pair
from yubei_pub.xmltext import clean

Words = dict[str, Any]
Run = dict[str, Any]

# A figure and the Chinese behind it, which Unicode's line breaking (UAX 14) would part: 35.6 | 万余, 10 | 日, 1 | 240.
_FIGURE = lazy_regex(
    r"(?:\d{1,3}(?: \d{3})+(?!\d)|\d+(?:[.,]\d+)*)(?:[余多]?[十百千万亿]+[余多]?|[余多])?[年月日]?"
    r"(?:(?<=[余多十百千万亿年月日])|(?<= \d\d\d))"
)
# Read aloud as Chinese wherever they stand.
_HAN = lazy_regex(han.MANY)
# Longer than any word, or a sign again and again, between which typst breaks no line.
_ENDLESS = lazy_regex("[^\\s/?–—…\u2e80-\U0003ffff-]{32,}|([^\\w\\s])\\1{15,}")
_PIECE = 8
_BREAKS = lazy_regex(r"\r\n|\r|\n")
_KINDS = (MarkKind.STRONG, MarkKind.EMPHASIS, MarkKind.CODE)


def words(text: str, chinese: bool | None = None, *kinds: str, to: str = "") -> Words:
    """A plain text of one look; whether it is Chinese its characters tell where nobody says."""
    zh = matter.is_chinese(text) if chinese is None else chinese
    return {"zh": zh, "runs": list(_runs(text, zh, kinds, to))}


def linked(text: str, chinese: bool | None = None) -> Words:
    """The same, its addresses as links."""
    zh = matter.is_chinese(text) if chinese is None else chinese
    return {"zh": zh, "runs": [run for p in of_text(text) for run in _runs(p.text, zh, (), _target(p))]}


def absent(setter: Setter) -> Words:
    """A grey word for what is not there in a language."""
    return words(matter.absent(setter.chinese), setter.chinese, "grey")


def pair(both: Pair) -> list[Words]:
    """Both languages, where there are both."""
    return [words(text) for text in both if text]


def _target(piece: Piece) -> str:
    return link_target(piece.target) if piece.target else ""


def _runs(text: str, zh: bool, kinds: tuple[str, ...], to: str) -> Iterator[Run]:
    """The runs of a text, line by line: figures that no line may part in Chinese, Chinese words in English."""
    look: Run = ({"kinds": list(kinds)} if kinds else {}) | ({"to": to} if to else {})
    special = _FIGURE if zh else _HAN
    for at, line in enumerate(_BREAKS.split(clean(text).expandtabs(4))):
        if at:
            yield {}
        end = 0
        for found in special.finditer(line):
            yield from _pieces(line[end : found.start()], look)
            edges = {
                "before": line[: found.start()][-1:] + found[0][0],
                "behind": found[0][-1] + line[found.end() :][:1],
            }
            gaps = {edge: True for edge, chars in edges.items() if zh and _meets(chars)}
            yield {"text": found[0], "whole" if zh else "zh": True} | gaps | look
            end = found.end()
        yield from _pieces(line[end:], look)


def _meets(chars: str) -> bool:
    """Whether Chinese and Latin meet between two characters."""
    return chars.isalnum() and len({matter.is_chinese(char) for char in chars}) > 1


def _pieces(text: str, look: Run) -> Iterator[Run]:
    """A text that lines may break where typst sees fit, and in what would run into the next column anywhere."""
    end = 0
    for found in _ENDLESS.finditer(text):
        if text[end : found.start()]:
            yield {"text": text[end : found.start()]} | look
        for at in range(found.start(), found.end(), _PIECE):
            yield {"text": text[at : min(at + _PIECE, found.end())], "part": True} | look
        end = found.end()
    if text[end:]:
        yield {"text": text[end:]} | look


def _gloss(gloss: Gloss) -> Iterator[Run]:
    """The Chinese in brackets behind a rendering."""
    yield {"text": " ("}
    yield {"text": clean(gloss.zh), "zh": True}
    yield {"text": ")"}


@dataclass
class Setter:
    """Sets the blocks of one language of one briefing; remembers which of its notes it has set.

    `name` begins the labels of its notes; `glosses` are those of a block, by its `id()`, and `figures` what stands
    on one line of it.
    """

    name: str
    chinese: bool
    notes: Mapping[str, Block]
    glosses: Mapping[int, Sequence[Gloss]] = field(default_factory=dict)
    figures: Mapping[int, Sequence[tuple[int, int]]] = field(default_factory=dict)
    _names: dict[str, str] = field(default_factory=dict)

    def words(self, block: Block, tail_at: int | None = None) -> Words:
        """A block's text; from offset `tail_at` on (a credit) in grey."""
        end = len(block.text.text) if tail_at is None else tail_at
        figures = self.figures.get(id(block), ())
        runs: list[Run] = []
        for part in glossed(block, self.glosses.get(id(block), ()), [end, *chain(*figures)]):
            if isinstance(part, Gloss):
                runs += _gloss(part)
            else:
                whole = any(start <= part.start < stop for start, stop in figures)
                runs += self._piece(part, part.start >= end, whole)
        return {"zh": self.chinese, "runs": runs, "ragged": matter.is_ragged(block)}

    def cells(self, block: Block, ends: Sequence[int] = ()) -> list[Words]:
        """The cells of a table row: a tab ends one, a line `ends` there."""

        def runs(piece: Piece) -> Iterator[Run]:
            if piece.start in ends:
                yield {}
            blank = piece.text.endswith(" ") and piece.start + len(piece.text) in ends  # it would move the line
            yield from self._piece(piece._replace(text=piece.text[:-1]) if blank else piece)

        cells = parted(block, "\t", ends)
        return [{"zh": self.chinese, "runs": [*chain.from_iterable(map(runs, cell))]} for cell in cells]

    def loose_notes(self) -> Iterator[list[Words]]:
        """The notes that nothing set so far refers to, each with its label: they are printed, not lost."""
        for label, note in self.notes.items():
            if label not in self._names:
                yield [words(f"{as_written(label)} ", False), self._note_body(note)]

    def _piece(self, piece: Piece, grey: bool = False, whole: bool = False) -> Iterator[Run]:
        if piece.note:
            yield from self._note(piece.note)
        else:
            runs = self._styled(piece, self.chinese, grey)
            yield from (run | {"whole": True} for run in runs) if whole else runs

    def _styled(self, piece: Piece, zh: bool, grey: bool = False) -> Iterator[Run]:
        kinds = tuple(kind.value for kind in _KINDS if kind in piece.kinds) + (("grey",) if grey else ())
        yield from _runs(piece.text, zh, kinds, _target(piece))

    def _note(self, label: str) -> Iterator[Run]:
        note = self.notes.get(label)
        if note is None:
            yield {"text": clean(as_written(label))}
            return
        if label in self._names:
            yield {"again": self._names[label]}
            return
        name = self._names[label] = f"{self.name}-{len(self._names)}"
        yield {"note": name, "body": self._note_body(note)}

    def _note_body(self, note: Block) -> Words:
        """A note's text, in the language that it is in."""
        zh = self.chinese and matter.is_chinese(note.text.text)
        return {"zh": zh, "runs": [run for piece in of_note(note) for run in self._styled(piece, zh)]}
