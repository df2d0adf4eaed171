"""A block's text in one language as HTML: inline formatting, links, terms, figures, the marks of notes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from yubei_pub import han
from yubei_pub.document import Block, MarkKind
from yubei_pub.inline import Piece, as_written, link_target, of_note, of_text, parted
from yubei_pub.patterns import lazy_regex
from yubei_pub.wording.glosses import Gloss, as_piece, glossed
from yubei_pub.writers._figures import HYPHENATED
from yubei_pub.writers._html_elements import element, text
from yubei_pub.writers._html_spans import Span

_HAN = lazy_regex(f"({han.MANY})")
_ELEMENTS = ((MarkKind.CODE, "code"), (MarkKind.EMPHASIS, "em"), (MarkKind.STRONG, "strong"))  # innermost first


@dataclass
class Note:
    """A footnote that was met: its number and how often it is referred to."""

    number: int
    block: Block
    setter: Setter
    references: int = 0


@dataclass
class Notes:
    """The footnotes of a briefing in both languages, numbered as they are met; `prefix` begins their anchors."""

    prefix: str
    met: dict[tuple[bool, str], Note] = field(default_factory=dict)

    def refer(self, setter: Setter, label: str) -> str:
        """The mark of a note in the text; one that is referred to again shows its number again."""
        note = self.met.setdefault((setter.chinese, label), Note(len(self.met) + 1, setter.notes[label], setter))
        note.references += 1
        link = element(
            "a",
            str(note.number),
            id=self.reference(note, note.references),
            href=f"#{self.anchor(note)}",
            role="doc-noteref",
            epub_type="noteref" if setter.epub else None,
        )
        return element("sup", link)

    def anchor(self, note: Note) -> str:
        return f"{self.prefix}note-{note.number}"

    def reference(self, note: Note, count: int) -> str:
        """The anchor of the mark that refers to a note for the first, second, … time."""
        return f"{self.prefix}ref-{note.number}" + (f"-{count}" if count > 1 else "")


@dataclass
class Setter:
    """Sets the blocks of one language of one briefing."""

    language: str  # as BCP 47 has it
    chinese: bool
    notes: Mapping[str, Block]
    numbering: Notes
    spans: Mapping[int, Sequence[Span]]
    terms: Mapping[str, str]  # the address of a term's entry by its Chinese
    epub: bool = False
    glosses: Mapping[int, Sequence[Gloss]] = field(default_factory=dict)

    def words(self, words: str, name: str = "span", **attributes: str | None) -> str:
        """A plain text in this language."""
        return element(name, text(words), lang=self.language, **attributes)

    def linked(self, words: str) -> str:
        """The same, its addresses as links."""
        return element("span", self._linked(of_text(words)), lang=self.language)

    def content(self, block: Block, tail_at: int | None = None) -> str:
        """The text of a block; from offset `tail_at` on, if that is not its end, in grey (a credit)."""
        spans, end = self.spans.get(id(block), ()), len(block.text.text)
        tail_at = end if tail_at is None else tail_at
        parts = glossed(block, self.glosses.get(id(block), ()), [*_edges(spans), tail_at])
        pieces = [*map(as_piece, parts)]
        if tail_at == end:
            return self._spanned(spans, pieces)
        text = [piece for piece in pieces if piece.start < tail_at]
        credit = self._spanned(spans, pieces[len(text) :])
        return self._spanned(spans, text) + element("span", credit, class_="credit")

    def cells(self, block: Block) -> list[str]:
        """The cells of a table row: a tab ends one."""
        spans = self.spans.get(id(block), ())
        return [self._spanned(spans, cell) for cell in parted(block, "\t", _edges(spans))]

    def note(self, block: Block) -> str:
        """The text of a footnote."""
        return self._linked(of_note(block))

    def loose(self) -> Iterator[tuple[str, Block]]:
        """The notes that nothing set so far refers to."""
        for label, note in self.notes.items():
            if (self.chinese, label) not in self.numbering.met:
                yield label, note

    def _spanned(self, spans: Sequence[Span], pieces: Iterable[Piece]) -> str:
        runs = groupby(pieces, lambda piece: _span_at(spans, piece))
        return "".join(self._in_span(span, self._linked(run)) for span, run in runs)

    def _in_span(self, span: Span | None, content: str) -> str:
        if span is None:
            return content
        if span.term is None:
            return element("span", content, class_="figure")
        entry = self.terms[span.term.zh]
        other = span.term.en if self.chinese else span.term.zh
        return element(
            "a",
            content,
            class_="term",
            href=entry,
            role="doc-glossref",
            aria_describedby=None if self.epub else entry.removeprefix("#"),
            data_term=f"{other} · {span.term.status}",
            epub_type="glossref" if self.epub else None,
        )

    def _linked(self, run: Iterable[Piece]) -> str:
        written = ""
        for target, linked in groupby(run, lambda piece: link_target(piece.target) if piece.target else ""):
            parts = list(linked)
            if not target:
                written += "".join(map(self._piece, parts))
                continue
            # a link inside a link is none: a note's mark ends it
            for is_note, stretch in groupby(parts, lambda piece: bool(piece.note)):
                content = "".join(map(self._piece, stretch))
                written += content if is_note else element("a", content, href=target)
        return written

    def _piece(self, piece: Piece) -> str:
        if piece.note:
            return self.numbering.refer(self, piece.note) if piece.note in self.notes else text(as_written(piece.note))
        content = _whole(text(piece.text) if self.chinese else _mixed(piece.text))
        for kind, name in _ELEMENTS:
            if kind in piece.kinds:
                content = element(name, content)
        return content


def _whole(content: str) -> str:
    """The same, with each telephone number on one line."""
    return HYPHENATED.sub(lambda found: element("span", found[0], class_="figure"), content)


def _mixed(words: str) -> str:
    """English text; Chinese words in it are marked, so that they are spoken as Chinese and set in its font."""
    if not han.may_hold(words):
        return text(words)
    parts = _HAN.split(words)
    return "".join(element("span", text(part), lang="zh-CN") if at % 2 else text(part) for at, part in enumerate(parts))


def _edges(spans: Sequence[Span]) -> list[int]:
    return [edge for span in spans for edge in (span.start, span.end)]


def _span_at(spans: Sequence[Span], piece: Piece) -> Span | None:
    """The span a piece lies in; a note before a span's first word stands outside it."""
    for span in spans:
        if span.start <= piece.start < span.end and not (piece.note and piece.start == span.start):
            return span
    return None
