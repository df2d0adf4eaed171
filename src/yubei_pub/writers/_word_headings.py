"""Titles and headings of a Word file, the first language large, the second small; the mark of a draft beside them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from yubei_pub import colophon, wordml
from yubei_pub.colophon import Pair
from yubei_pub.document import Block
from yubei_pub.model import BriefingSection
from yubei_pub.writers._widths import SANS, points
from yubei_pub.writers._word_blocks import Typesetter
from yubei_pub.writers._word_sheet import LINE, PAGE, Sheet

# Points of the first and the second language by level, as in the template's styles Heading1-3 and SecondHeading1-3.
_HEADING_SIZES = ((15, 13), (12, 10.5), (11, 10))
DEEPEST = len(_HEADING_SIZES)
_MARK_SIZE = 7
_BETWEEN = 12  # points to keep free on a line of several texts; the estimates are for the widest font

_MAIN_TITLE = 23
_TITLE_ALONE = '<w:spacing w:after="180"/>'  # what otherwise stands under the subtitle


class _Titles(NamedTuple):
    """The styles of both titles by the lines that the first fills at its largest size: none may take half a page."""

    lines: float
    name: str
    size: float
    second: float


_TITLES = (_Titles(1, "", _MAIN_TITLE, 16), _Titles(2, "Medium", 20, 14.5), _Titles(float("inf"), "Long", 16, 12.5))


class Words(NamedTuple):
    """A heading in one language; `write` gives its runs in a character style."""

    text: str
    chinese: bool
    write: Callable[[str], str]

    def width(self, size: float) -> float:
        """Points on one line."""
        return points(self.text, size, self.chinese)

    def first(self) -> str:
        """As the first language: Chinese is set in Hei, because the style's bold would smear its Song."""
        return self.write("FirstChinese" if self.chinese else "")


def headings(sheet: Sheet, english: Block | None, chinese: Block | None) -> list[Words]:
    """What there is of a heading in both languages, in their order."""
    sides = [(sheet.english, english), (sheet.chinese, chinese)]
    return [
        _words(setter, block)
        for setter, block in (sides[::-1] if sheet.chinese_first else sides)
        if block and colophon.says_something(block)
    ]


def _words(setter: Typesetter, block: Block) -> Words:
    return Words(block.text.text, setter.voice.chinese, lambda style: setter.content(block, style))


def named(sheet: Sheet, words: Pair) -> list[Words]:
    """A heading of our own, in the order of the languages."""
    english = Words(words.english, False, lambda style: sheet.english.text(words.english, style))
    chinese = Words(words.chinese, True, lambda style: sheet.chinese.text(words.chinese, style))
    return [chinese, english] if sheet.chinese_first else [english, chinese]


class _Mark(NamedTuple):
    """The shaded words behind a heading whose translation nobody stands behind; empty for a reviewed section."""

    run: str
    width: float

    @classmethod
    def of(cls, sheet: Sheet, section: BriefingSection | None) -> _Mark:
        words = colophon.DRAFT_MARKS.get(section.state, "") if section else ""
        if not words:
            return cls("", 0)
        # No-break spaces give the shade its margin: a run has no padding of its own.
        run = sheet.english.text(f"\u00a0{words}\u00a0", "DraftMark")
        return cls(run, points(words, _MARK_SIZE * SANS))

    def behind(self, sheet: Sheet, content: str, fits: bool) -> str:
        """The content and the mark, on a line of its own where it would be broken in two."""
        if not self.run or not content:
            return content + self.run
        return content + (sheet.english.text(" ") if fits else wordml.line_break()) + self.run


def heading(sheet: Sheet, level: int, parts: Sequence[Words], section: BriefingSection | None = None) -> Iterator[str]:
    """One line with both headings, or two if they do not fit; the mark on the first line that has room for it."""
    first_size, second_size = _HEADING_SIZES[level - 1]
    mark, style, second_style = _Mark.of(sheet, section), f"Heading{level}", f"SecondInHeading{level}"
    content = parts[0].first() if parts else ""
    width = (parts[0].width(first_size) if parts else 0) + mark.width + _BETWEEN
    if len(parts) < 2:
        yield wordml.paragraph(style, mark.behind(sheet, content, width <= LINE))
        return
    second, second_width = parts[1].write(second_style), parts[1].width(second_size)
    if width + second_width <= LINE:
        yield wordml.paragraph(style, mark.behind(sheet, content, True) + wordml.tab() + second)
        return
    below = width > LINE and mark.width + second_width + _BETWEEN <= LINE
    upper = content if below else mark.behind(sheet, content, width <= LINE)
    yield wordml.paragraph(style, upper, '<w:spacing w:after="0"/>')
    if below:
        properties = f'<w:tabs><w:tab w:val="right" w:pos="{PAGE.text_width}"/></w:tabs><w:jc w:val="left"/>'
        yield wordml.paragraph(f"SecondHeading{level}", mark.run + wordml.tab() + second, properties)
    else:
        yield wordml.paragraph(f"SecondHeading{level}", second)


def titles(sheet: Sheet, lead: BriefingSection) -> Iterator[str]:
    """Both titles, one above the other; the mark behind one that leaves room for it, else under them."""
    parts = headings(sheet, lead.target_heading, lead.source_heading)
    if not parts:
        return
    lines = parts[0].width(_MAIN_TITLE) / LINE
    chosen = next(titles for titles in _TITLES if lines <= titles.lines)
    mark = _Mark.of(sheet, lead)
    for part, kind, size in zip(parts, ("Title", "Subtitle"), (chosen.size, chosen.second), strict=False):
        content = part.first() if kind == "Title" else part.write("")
        if mark.run and part.width(size) + mark.width + _BETWEEN <= LINE:
            content, mark = mark.behind(sheet, content, True), _Mark("", 0)
        yield wordml.paragraph(f"{kind}{chosen.name}", content, _TITLE_ALONE if len(parts) == 1 else "")
    if mark.run:
        yield wordml.paragraph("Fact", mark.run, '<w:spacing w:after="120"/>')
