"""One briefing on its way to paper in Word: its page, who sets its two languages, what is known of it already."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from yubei_pub.document import Block
from yubei_pub.model import Briefing, BriefingSection, Passage
from yubei_pub.remembered import Json, digest
from yubei_pub.settings import Style
from yubei_pub.word.deflated import Deflated
from yubei_pub.word.package import WordPackage, Xml
from yubei_pub.word.wordml import Voice
from yubei_pub.wording import glosses, matter
from yubei_pub.wording.matter import Pair
from yubei_pub.wording.term_rows import Group
from yubei_pub.writers import _sheet
from yubei_pub.writers._word_blocks import NUMBER, TWIPS_PER_POINT, Typesetter

if TYPE_CHECKING:
    from yubei_pub.writers._word_headings import Words

GUTTER = 300  # twips between the languages
_ENGLISH_SHARE = 0.55  # of what is left: English takes about a fifth more room than the Chinese it renders

# What the contents list calls the headings that are no section's.
TITLE, TERMS, CHINESE = "\0title", "\0terms", "\0chinese"

# Twips of a character, English at 10.5 points (the sample's in Cambria's widths fills as many lines), Chinese at 10;
# and what a ragged line leaves free on average, half a word.
_ENGLISH, _CHINESE, _RAGGED = 86, 202, 260

_PACKED = b"\0"  # no XML begins so


class Measure(NamedTuple):
    """About how many characters a line has in either language."""

    english: int
    chinese: int

    @classmethod
    def of(cls, english: int, chinese: int) -> Measure:
        """In columns of so many twips."""
        return cls(max(english - _RAGGED, 0) // _ENGLISH or 1, chinese // _CHINESE or 1)


class Columns(NamedTuple):
    """Twips of the columns side by side in their order, and of what each language has of its own for text."""

    widths: tuple[int, int, int]
    english: int
    chinese: int
    measure: Measure

    def lines(self, passage: Passage) -> int:
        """About how many lines a row has."""
        return max(lines_of(passage.target, self.measure.english), lines_of(passage.source, self.measure.chinese))


class Sheet(_sheet.Sheet[Typesetter]):
    """One briefing in a package.

    `anchors` are the names of the bookmarks at its headings, by the section's id, TITLE, TERMS or CHINESE; `headings`
    those of its sections, as far as made.
    """

    def __init__(self, package: WordPackage, briefing: Briefing, style: Style, number: int = 0) -> None:
        tag = matter.language(briefing)
        english = Typesetter(package, Voice(False, tag), briefing.english_notes, glosses.of(briefing, style))
        chinese = Typesetter(package, Voice(True, tag, upright=package.template.foreign), briefing.source.notes)
        super().__init__(briefing, style, number, english, chinese)
        self.package, self.anchors = package, dict[str, str]()
        self.headings: dict[str, list[Words]] = {}

    def text(self, what: str, section: BriefingSection, make: Callable[[], Iterable[str]]) -> Iterable[Xml]:
        """What is written of a section, packed if nothing else has a say in it and it is long."""
        if not self._is_kept(section):
            return make()
        last = self.ends_with(section)
        of_heading = f"{section.id} {section.state.value} {self.anchors.get(section.id)} {self.number} {last}"
        hangs_on = f"docx {what} {self._look} {of_heading} {section.first}"
        return [_unpacked(section.recall.data(hangs_on, lambda: self._packed(make())))]

    def terms(self, group: Group, kept: int, make: Callable[[], Iterable[str]]) -> Xml:
        """The same of some rows of the terms' table, the last ones `kept` with what follows; a link has a number that
        hangs on all before it.
        """
        if any(row.term.citation and row.term.citation.url for row in group.rows):
            return "".join(make())
        made_from = f"docx terms {kept} {self._look} {matter.language(self.briefing)}\n{group.said}"
        return _unpacked(self.briefing.remembered.data(made_from, lambda: self._packed(make())))

    def _packed(self, parts: Iterable[str]) -> bytes:
        xml = "".join(parts)
        found = self.package.packed(xml)
        return _PACKED + found.written() if found else xml.encode("utf-8", "surrogatepass")

    def recall(self, what: str, section: BriefingSection, make: Callable[[], Iterable[Json]]) -> Iterable[Json]:
        """What is made of the passages of a section, anew only where they or the style are others."""
        if not self._is_kept(section):
            return make()
        known: list[Json] = section.recall(f"docx {what} {self._look}", lambda: list(make()))
        return known

    def _is_kept(self, section: BriefingSection) -> bool:
        """Whether what is written of a section is worth keeping; one that nothing knows again is only written.

        Where terms are glossed at their first use, it hangs on all that was written before.
        """
        return self.style.glosses == "none" and bool(section.recall.of) and section.stands_alone

    @cached_property
    def _look(self) -> str:
        """The style by a digest."""
        return digest(repr(self.style))

    @cached_property
    def width(self) -> int:
        """Twips of the text across the page."""
        return self.package.template.page.text_width

    @cached_property
    def columns(self) -> Columns:
        """The columns of number, left and right, should the languages stand side by side."""
        english = int((self.width - NUMBER) * _ENGLISH_SHARE)
        chinese = self.width - NUMBER - english
        widths = (NUMBER, chinese, english) if self.style.chinese_first else (NUMBER, english, chinese)
        texts = (english, chinese - GUTTER) if self.style.chinese_first else (english - GUTTER, chinese)
        return Columns(widths, *texts, Measure.of(*texts))

    @property
    def line(self) -> float:
        """Points of a line across the page."""
        return self.width / TWIPS_PER_POINT

    def pair(self, pair: Pair) -> str:
        """Both languages on one line, whatever script each is in."""
        return self.english.text(" ").join(self.setter(text).text(text) for text in pair if text)


def _unpacked(known: bytes) -> Xml:
    packed = known.startswith(_PACKED)
    return Deflated.read(known[len(_PACKED) :]) if packed else known.decode("utf-8", "surrogatepass")


def lines_of(blocks: Sequence[Block], measure: int) -> int:
    """About how many lines of so many characters the blocks fill."""
    count = 0
    for block in blocks:
        text = block.text.text
        if "\n" in text:
            count += sum(-(-len(line) // measure) or 1 for line in text.split("\n"))
        else:
            count += -(-len(text) // measure) or 1
    return count
