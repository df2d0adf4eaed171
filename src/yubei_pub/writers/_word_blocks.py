"""Blocks of a briefing as WordprocessingML: inline formatting, notes, items, quotations, table rows, figures.

Shared by every layout of Word; what differs between layouts is in the writers.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from yubei_pub import addresses
from yubei_pub.document import Block, BlockKind, MarkKind
from yubei_pub.inline import Piece, as_written, of_note, of_text, parted, pieces
from yubei_pub.word import wordml
from yubei_pub.word.package import WordPackage
from yubei_pub.word.wordml import Voice
from yubei_pub.wording import matter
from yubei_pub.wording.glosses import Gloss, glossed
from yubei_pub.writers._columns import Column, columns_of, ends_of_lines, shared
from yubei_pub.xmltext import entities

TWIPS_PER_POINT = 20
# Twips of the column of numbers (the styles Figure and Caption are indented by as much).
NUMBER = 740
LEFT, _RIGHT, KEEP = '<w:jc w:val="left"/>', '<w:jc w:val="right"/>', "<w:keepNext/>"
QUOTATION_INDENT = 220
_FURTHER = 200  # twips that what does not fit of a line of verse begins further in
_INDENT = 360  # twips an item is indented a level, as in Word itself: an item in another begins under its text


class Flow(NamedTuple):
    """How a paragraph of the page stands: behind a margin for numbers, kept with the next, with its own space."""

    margin: int = 0
    right: int = 0
    keep: bool = False
    after: int | None = None
    ragged: bool = False

    def paragraph(self, style: str, content: str, left: int, hanging: int = 0, stops: Sequence[int] = ()) -> str:
        """`w:p` indented by `left`, its first line less by `hanging`; the elements in the order of 17.3.1.26."""
        properties = (
            (KEEP if self.keep else "")
            + (wordml.tabs(*(("left", stop) for stop in stops)) if stops else "")
            + (f'<w:spacing w:after="{self.after}"/>' if self.after is not None else "")
            + f'<w:ind w:left="{left}"'
            + (f' w:right="{self.right}"' if self.right else "")
            + (f' w:hanging="{hanging}"/>' if hanging else "/>")
            + (LEFT if self.ragged else "")
        )
        return wordml.paragraph(style, content, properties)


class Typesetter:
    """Sets the blocks of one language of one briefing; remembers which of its notes it has set."""

    def __init__(
        self,
        package: WordPackage,
        voice: Voice,
        notes: Mapping[str, Block],
        glosses: Mapping[int, Sequence[Gloss]] = MappingProxyType({}),
    ) -> None:
        self.package, self.voice, self.notes, self.glosses = package, voice, notes, glosses
        self.chinese = voice.chinese
        self._numbers: dict[str, int] = {}

    def text(self, text: str, style: str = "", direct: str = "") -> str:
        """A run of plain text."""
        return wordml.run(text, self.voice, style, direct)

    def absent(self) -> str:
        """The run of a grey word for what is not there in this language."""
        return self.text(matter.absent(self.chinese), "Untranslated")

    def linked(self, text: str) -> str:
        """The runs of a text without marks, its addresses as links."""
        return "".join(self._piece(piece, "") for piece in of_text(text))

    def plain(self, block: Block) -> str:
        """The text of a paragraph that is nothing else, as what stands in its one `w:t`; else nothing."""
        text = block.text.text
        if block.marks or block.kind is not BlockKind.PARAGRAPH or (self.glosses and id(block) in self.glosses):
            return ""
        # What is not printable is a break, or nothing that XML may have.
        if not text.isprintable() or addresses.may_hold(text) or (self.chinese and matter.has_long_word(text)):
            return ""
        return entities(text)

    def content(self, block: Block, style: str = "", tail_at: int | None = None, tail_style: str = "") -> str:
        """The runs of a block in a character style; from offset `tail_at` on in another (a credit)."""
        glosses = self.glosses.get(id(block), ())
        if tail_at is None and not glosses:
            if not (block.marks or addresses.may_hold(block.text.text)):  # as nearly every block
                return self.text(block.text.text, style)
            return "".join(self._piece(piece, style) for piece in pieces(block))
        end = len(block.text.text) if tail_at is None else tail_at
        return "".join(
            self._gloss(part)
            if isinstance(part, Gloss)
            else self._piece(part, style if part.start < end else tail_style)
            for part in glossed(block, glosses, [end])
        )

    def _gloss(self, gloss: Gloss) -> str:
        """Its brackets are the English's, its characters Chinese."""
        chinese = wordml.run(
            gloss.zh, self.voice._replace(chinese=True, upright=self.package.template.foreign), "Gloss"
        )
        return self.text(" (", "Gloss") + chinese + self.text(")", "Gloss")

    def block(self, block: Block, width: int, keep: bool = False) -> str:
        """A block as paragraphs for a cell of `width` twips, kept with what follows where `keep` says so."""
        if block.kind is BlockKind.ROW:
            return self._row(block, width)
        flow, quoted = Flow(keep=keep, ragged=self._ragged(block)), block.kind is BlockKind.QUOTATION
        if block.kind is BlockKind.ITEM:
            return self._item(block, flow)
        if quoted and "\n" in block.text.text:
            return self._quotation(block, flow)
        style = f"{self.style}Quotation" if quoted else self.style
        return wordml.paragraph(style, self.content(block), KEEP * keep + LEFT * flow.ragged)

    def flowing(self, block: Block | None, number: str, flow: Flow) -> str:
        """A block, or a grey word where there is none, as a paragraph of the page, its number hanging in the margin."""
        label = self.text(number, "MarginNumber") + wordml.TAB if number else ""
        flow = flow._replace(ragged=block is not None and self._ragged(block))
        if block and block.kind is BlockKind.ITEM:
            return self._item(block, flow, label)
        if block and block.kind is BlockKind.QUOTATION:
            # The number behind its rule, or it would stand on it, and all lines behind that.
            return self._quotation(block, flow, label or wordml.TAB)
        content = self.content(block) if block else self.absent()
        hanging, stops = (flow.margin, (flow.margin,)) if number else (0, ())
        return flow.paragraph(self.style, label + content, flow.margin, hanging, stops)

    def cells(self, block: Block, those: Sequence[Column], width: int, leading: bool = False) -> list[str]:
        """The cells of a row so many twips wide, which may be kept with the next; figures stand at the right."""
        header = block.label == "header"
        style, keep = "TableHead" if header else "TableCell", KEEP if header or leading else ""
        # Else 面积（平方公 | 里）: no sign that keeps it whole is none of the text.
        ends = ends_of_lines(block, those, width / TWIPS_PER_POINT, self.chinese)
        return [
            wordml.paragraph(
                small(style, those),
                "".join(wordml.LINE_BREAK * (p.start in ends) + self._piece(p, "") for p in cell),
                keep + _RIGHT * column.figures,
            )
            for cell, column in zip(parted(block, "\t", ends), those, strict=False)
        ]

    @property
    def style(self) -> str:
        """The paragraph style of running text in this language."""
        return "Chinese" if self.chinese else "English"

    def _piece(self, piece: Piece, style: str, in_note: bool = False) -> str:
        if piece.note:
            return self._note(piece.note)
        link = self.package.link(piece.target, in_note) if piece.target else ""
        if not piece.kinds and not link:  # nearly all of every document
            return self.text(piece.text, style)
        content = self.text(piece.text, self._style(piece, bool(link)) or style, self._direct(piece, bool(link)))
        return wordml.hyperlink(link, content) if link and content else content

    def _style(self, piece: Piece, link: bool) -> str:
        if MarkKind.CODE in piece.kinds:
            return "Code"
        if link:
            return "Hyperlink"
        prefix = "Chinese" if self.chinese else ""
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
        if self.chinese:
            return '<w:em w:val="dot"/>' if emphasis else ""
        return ("<w:b/><w:bCs/>" if strong else "") + ("<w:i/><w:iCs/>" if emphasis else "")

    def _note(self, label: str) -> str:
        """The mark of a footnote; one that is referred to again shows its number again."""
        note = self.notes.get(label)
        if note is None:
            return self.text(as_written(label))
        if label in self._numbers:
            return self.text(str(self._numbers[label]), "FootnoteReference")
        content = "".join(self._piece(piece, "", in_note=True) for piece in of_note(note))
        self._numbers[label] = self.package.add_footnote(content)
        return wordml.footnote_reference(self._numbers[label])

    def loose_notes(self) -> Iterator[str]:
        """The notes that nothing set so far refers to, each with its label: they are printed, not lost."""
        for label, note in self.notes.items():
            if label not in self._numbers:
                words = "".join(self._piece(piece, "") for piece in of_note(note))
                yield self.text(f"{as_written(label)} ") + words

    def _item(self, block: Block, flow: Flow, label: str = "") -> str:
        """Its text behind its bullet or number, which a second paragraph of it has not, and those behind the label."""
        start, sign = flow.margin + _INDENT * block.depth, self.text(matter.sign(block))
        left = start + _room(block)
        if not (label or sign):
            return flow.paragraph(self.style, self.content(block), left)
        hanging, stops = (left, (start, left)) if label else (left - start, (left,))
        return flow.paragraph(self.style, label + sign + wordml.TAB + self.content(block), left, hanging, stops)

    def _quotation(self, block: Block, flow: Flow, label: str = "") -> str:
        """A paragraph a line: what does not fit of a line of verse goes on further in.  The first has a label."""
        style, lines = f"{self.style}Quotation", self._lines(block)
        start = flow.margin + QUOTATION_INDENT + (_INDENT if label else 0)
        hanging, left = _INDENT if label else 0, start
        if len(lines) > 1:
            hanging, left = hanging + _FURTHER, start + _FURTHER
        return "".join(
            flow._replace(after=0 if at < len(lines) - 1 else flow.after).paragraph(
                style, (wordml.TAB if label and at else label) + line, left, hanging, (start,) if label else ()
            )
            for at, line in enumerate(lines)
        )

    def _lines(self, block: Block) -> list[str]:
        """The runs of each line of a block, all together where Chinese is put into one."""
        if self.glosses.get(id(block)):
            return [self.content(block)]
        return ["".join(self._piece(piece, "") for piece in line) for line in parted(block, "\n")]

    def _ragged(self, block: Block) -> bool:
        return self.chinese and matter.is_ragged(block)

    def _row(self, block: Block, width: int) -> str:
        """A row of a table beside what is none: a table of one row."""
        columns = columns_of([block], self.chinese)
        widths = twips(columns, width)
        caption = "行" if self.chinese else "Table row"
        row = wordml.row(map(wordml.cell, widths, self.cells(block, columns, width)))
        return wordml.table("TextTable", widths, [row], caption) + wordml.paragraph("CellEnd", "")


def small(style: str, those: Sequence[Column]) -> str:
    """The style of a table, or of what stands in it, in the type of its columns."""
    return f"Small{style}" if those[0].small else style


def _room(item: Block) -> int:
    """Twips of an item's bullet or number and what is free behind it: 100. needs more than 99."""
    return _INDENT + 110 * max(len(item.label.strip()) - 3, 0)


def twips(those: Sequence[Column], width: int) -> list[int]:
    """The widths of columns that fill so many twips."""
    return [int(each * TWIPS_PER_POINT) for each in shared(those, width / TWIPS_PER_POINT)]
