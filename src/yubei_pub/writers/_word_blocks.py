"""Blocks of a briefing as WordprocessingML: inline formatting, notes, items, quotations, table rows, figures.

Shared by every layout of Word; what differs between layouts is in the writers.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from yubei_pub import wordml
from yubei_pub.document import Block, BlockKind, MarkKind
from yubei_pub.inline import Piece, pieces
from yubei_pub.wordml import Voice
from yubei_pub.wordpackage import WordPackage

_BULLET = "•"
_BULLETS = "-*+"  # Markdown's own markers; "1." stays as it is
_INDENT = {True: 240, False: 360}  # twips an item is indented a level: behind a bullet, behind a number


@dataclass
class Typesetter:
    """Sets the blocks of one language of one briefing; remembers which of its notes it has set."""

    package: WordPackage
    voice: Voice
    notes: Mapping[str, Block]
    _numbers: dict[str, int] = field(default_factory=dict)

    def text(self, text: str, style: str = "", direct: str = "") -> str:
        """A run of plain text."""
        return wordml.run(text, self.voice, style, direct)

    def content(self, block: Block, style: str = "", tail_at: int | None = None, tail_style: str = "") -> str:
        """The runs of a block in a character style; from offset `tail_at` on in another (a credit)."""
        if tail_at is None:
            return "".join(self._piece(piece, style) for piece in pieces(block))
        return "".join(
            self._piece(piece, style if piece.start < tail_at else tail_style) for piece in pieces(block, [tail_at])
        )

    def block(self, block: Block, width: int) -> str:
        """A block as paragraphs for a cell of `width` twips."""
        match block.kind:
            case BlockKind.ITEM:
                return self._item(block)
            case BlockKind.QUOTATION:
                return wordml.paragraph(f"{self.style}Quotation", self.content(block))
            case BlockKind.ROW:
                return self._row(block, width)
            case _:
                return wordml.paragraph(self.style, self.content(block))

    @property
    def style(self) -> str:
        """The paragraph style of running text in this language."""
        return "Chinese" if self.voice.chinese else "English"

    def _piece(self, piece: Piece, style: str, in_note: bool = False) -> str:
        if piece.note:
            return self.text(f"[^{piece.note}]") if in_note else self._note(piece.note)
        link = self.package.link(piece.target, in_note) if piece.target else ""
        content = self.text(piece.text, self._style(piece, bool(link)) or style, self._direct(piece, bool(link)))
        return wordml.hyperlink(link, content) if link and content else content

    def _style(self, piece: Piece, link: bool) -> str:
        if MarkKind.CODE in piece.kinds:
            return "Code"
        if link:
            return "Hyperlink"
        prefix = "Chinese" if self.voice.chinese else ""
        for kind, name in ((MarkKind.STRONG, "Strong"), (MarkKind.EMPHASIS, "Emphasis")):
            if kind in piece.kinds:
                return prefix + name
        return ""

    def _direct(self, piece: Piece, link: bool) -> str:
        """What the one character style a run may have leaves out.

        Chinese is never slanted nor made bold by the machine: emphasis is a dot under the character.
        """
        styled = link or MarkKind.CODE in piece.kinds
        strong = MarkKind.STRONG in piece.kinds and styled
        emphasis = MarkKind.EMPHASIS in piece.kinds and (styled or MarkKind.STRONG in piece.kinds)
        if self.voice.chinese:
            return '<w:em w:val="dot"/>' if emphasis else ""
        return ("<w:b/><w:bCs/>" if strong else "") + ("<w:i/><w:iCs/>" if emphasis else "")

    def _note(self, label: str) -> str:
        """The mark of a footnote; one that is referred to again shows its number again."""
        note = self.notes.get(label)
        if note is None:
            return self.text(f"[^{label}]")
        if label in self._numbers:
            return self.text(str(self._numbers[label]), "FootnoteReference")
        number = self._numbers[label] = self.package.next_footnote()
        content = "".join(self._piece(piece, "", in_note=True) for piece in pieces(note))
        self.package.add_footnote(wordml.footnote(number, content))
        return wordml.footnote_reference(number)

    def loose_notes(self) -> Iterator[str]:
        """The notes that nothing set so far refers to, each with its label: they are printed, not lost."""
        for label, note in self.notes.items():
            if label not in self._numbers:
                words = [f"[^{p.note}]" if p.note else p for p in pieces(note)]
                yield self.text(f"[^{label}] ") + "".join(
                    self.text(p) if isinstance(p, str) else self._piece(p, "") for p in words
                )

    def _item(self, block: Block) -> str:
        bullet = block.label.strip() in _BULLETS
        step = _INDENT[bullet]
        left = step * (block.depth + 1)
        properties = f'<w:tabs><w:tab w:val="left" w:pos="{left}"/></w:tabs><w:ind w:left="{left}" w:hanging="{step}"/>'
        label = self.text(_BULLET if bullet else block.label)
        return wordml.paragraph(self.style, label + wordml.tab() + self.content(block), properties)

    def _row(self, block: Block, width: int) -> str:
        """A row of a table in the text: a table of one row, so that its number and its twin stay beside it."""
        cells = list(_cells(block))
        widths = [width // len(cells)] * len(cells)
        style = "TableHead" if block.label == "header" else "TableCell"
        content = [
            wordml.cell(each, wordml.paragraph(style, "".join(self._piece(p, "") for p in cell)))
            for each, cell in zip(widths, cells, strict=True)
        ]
        caption = "行" if self.voice.chinese else "Table row"
        return wordml.table("TextTable", widths, [wordml.row(content)], caption) + wordml.paragraph("CellEnd", "")


def _cells(block: Block) -> Iterator[list[Piece]]:
    """The pieces of a table row, cell by cell: a tab ends a cell."""
    tabs = [offset for at, char in enumerate(block.text.text) if char == "\t" for offset in (at, at + 1)]
    cell: list[Piece] = []
    for piece in pieces(block, tabs):
        if piece.text == "\t":
            yield cell
            cell = []
        else:
            cell.append(piece)
    yield cell
