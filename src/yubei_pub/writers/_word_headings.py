"""Titles and headings of a Word file, the first language large, the second small; the mark of a draft beside them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache, partial
from math import ceil
from typing import NamedTuple

from yubei_pub.document import Block
from yubei_pub.model import BriefingSection
from yubei_pub.word import wordml
from yubei_pub.word.wordml import Voice
from yubei_pub.wording import matter, volume
from yubei_pub.wording.matter import Pair
from yubei_pub.writers._widths import SANS, points
from yubei_pub.writers._word_blocks import LEFT, Typesetter
from yubei_pub.writers._word_sheet import TITLE, Sheet

# Points of the first and the second language by level, as in the template's styles Heading1-3 and SecondHeading1-3.
_HEADING_SIZES = ((15, 13), (12, 10.5), (11, 10))
DEEPEST = len(_HEADING_SIZES)
_MARK_SIZE = 7
USUAL = 0.88  # of the estimated widths: what lines take in the fonts that most have
_BETWEEN = 12  # points to keep free on a line of several texts; the estimates are for the widest font

PAGE_BEFORE = "<w:pageBreakBefore/>"  # a heading that begins a page

_MAIN_TITLE = 23
_TITLE_ALONE = '<w:spacing w:after="180"/>'  # what otherwise stands under the subtitle


class _Titles(NamedTuple):
    """The styles of both titles by the lines that the first fills at its largest size: none may take half a page.

    Sizes in points, leadings in twips.
    """

    lines: float
    name: str
    sizes: tuple[float, float]
    leadings: tuple[int, int]


_TITLES = (
    _Titles(1, "", (_MAIN_TITLE, 16), (600, 460)),
    _Titles(2, "Medium", (20, 14.5), (520, 420)),
    _Titles(float("inf"), "Long", (16, 12.5), (430, 370)),
)


class Words(NamedTuple):
    """A heading in one language; `write` gives its runs in a character style, `setter` is who sets it."""

    text: str
    setter: Typesetter
    write: Callable[[str], str]

    @property
    def chinese(self) -> bool:
        return self.setter.chinese

    def plain(self) -> str:
        """Its text on one line."""
        return " ".join(self.text.split())

    def width(self, size: float) -> float:
        """Points on one line."""
        return points(self.text, size, self.chinese)

    def first(self) -> str:
        """As the first language: Chinese is set in Hei, because the style's bold would smear its Song."""
        return self.write("FirstChinese" if self.chinese else "")


def of_section(sheet: Sheet, section: BriefingSection) -> list[Words]:
    """Both headings of a section, for the contents list, its page numbers and the text."""
    if section.id not in sheet.headings:
        sheet.headings[section.id] = headings(sheet, section.target_heading, section.source_heading)
    return sheet.headings[section.id]


def printed(sheet: Sheet, section: BriefingSection) -> list[Words]:
    """Those that stand in the text."""
    parts = of_section(sheet, section)
    return parts[:1] if sheet.is_alone(section) else parts


def headings(sheet: Sheet, english: Block | None, chinese: Block | None) -> list[Words]:
    """What there is of a heading in both languages, in their order."""
    return [Words(b.text.text, setter, partial(setter.content, b)) for setter, b in sheet.said(english, chinese)]


def named(sheet: Sheet, words: Pair) -> list[Words]:
    """A heading of our own, in the order of the languages."""
    return [Words(text, setter, partial(setter.text, text)) for setter, text in sheet.sides(*words)]


class _Mark(NamedTuple):
    """The shaded words behind a heading whose translation nobody stands behind; empty for a reviewed section."""

    run: str
    width: float

    @classmethod
    def of(cls, sheet: Sheet, section: BriefingSection | None) -> _Mark:
        return cls.saying(matter.draft_mark(section) if section else "", sheet.english.voice)

    @classmethod
    @cache
    def saying(cls, words: str, voice: Voice) -> _Mark:
        # No-break spaces keep it on one line and give the shade its margin: a run has no padding of its own.
        whole = f" {words} ".replace(" ", "\u00a0")
        run = wordml.run(whole, voice, "DraftMark") if words else ""
        return cls(run, points(words, _MARK_SIZE * SANS))

    def behind(self, sheet: Sheet, content: str) -> str:
        """The content and the mark, which may begin a line."""
        return content + (sheet.english.text(" ") if self.run and content else "") + self.run


def heading(
    sheet: Sheet,
    level: int,
    parts: Sequence[Words],
    section: BriefingSection | None = None,
    key: str = "",
    before: str = "",
) -> Iterator[str]:
    """One line with both headings, or two if they do not fit; the mark on the first line that has room for it.

    `key` is what the contents list knows the heading by; `before` may be PAGE_BEFORE.
    """
    first_size, second_size = _HEADING_SIZES[level - 1]
    mark, style, second_style = _Mark.of(sheet, section), f"Heading{level}", f"SecondInHeading{level}"
    content = entry_mark(sheet, key, level, parts)
    if len(parts) < 2:
        yield wordml.paragraph(style, mark.behind(sheet, content), before)
        return
    first_width = parts[0].width(first_size)
    width = first_width + mark.width + _BETWEEN
    second, second_width = parts[1].write(second_style), parts[1].width(second_size)
    tabs = wordml.tabs(("right", sheet.width))
    if width + second_width <= sheet.line:
        yield wordml.paragraph(style, mark.behind(sheet, content) + wordml.TAB + second, before + tabs)
        return
    # A mark that would be alone on its line stands before the second.
    below = USUAL * first_width <= sheet.line < width and mark.width + second_width + _BETWEEN <= sheet.line
    upper = content if below else mark.behind(sheet, content)
    yield wordml.paragraph(style, upper, before + '<w:spacing w:after="0"/>')
    if below:
        yield wordml.paragraph(f"SecondHeading{level}", mark.run + wordml.TAB + second, tabs + LEFT)
    else:  # two lines with their beginnings at the right are hard to read
        yield wordml.paragraph(f"SecondHeading{level}", second, LEFT if second_width > sheet.line else "")


def lines_of_heading(sheet: Sheet, level: int, parts: Sequence[Words], section: BriefingSection) -> int:
    """About how many lines `heading` fills; the widths are those of the widest font."""
    sizes, mark = _HEADING_SIZES[level - 1], _Mark.of(sheet, section)
    first, *second = (part.width(size) for part, size in zip(parts, sizes, strict=False)) if parts else (0.0,)
    if first + mark.width + sum(second) + _BETWEEN <= sheet.line:
        return 1
    return sum(ceil(USUAL * width / sheet.line) for width in (first + mark.width, *second))


def section_heading(sheet: Sheet, section: BriefingSection) -> Iterator[str]:
    """The heading of a section as far as it is printed there; the lead's is the title."""
    if not section.is_lead:
        yield from heading(sheet, depth(section), printed(sheet, section), section, section.id)


def depth(section: BriefingSection) -> int:
    """The level of a section's heading: the title is none of them."""
    return min(max(section.level - 1, 1), DEEPEST)


def entry_mark(sheet: Sheet, key: str, level: int, parts: Sequence[Words]) -> str:
    """The first language of a heading, marked for the contents list where there is one."""
    content = parts[0].first() if parts else ""
    anchor = sheet.anchors.get(key)
    if not anchor or not parts:
        return content
    return wordml.contents_entry(parts[0].text, in_list(sheet, level)) + wordml.bookmark(anchor, content)


def in_list(sheet: Sheet, level: int) -> int:
    """The level of a heading in the contents list: under the title of its briefing, in a volume."""
    return min(level + bool(sheet.number), DEEPEST)


def volume_words(sheet: Sheet) -> list[Words]:
    """Both titles of the volume that a briefing is part of."""
    return [words for words in named(sheet, volume.title(sheet.style)) if words.text]


def titles(sheet: Sheet, parts: Sequence[Words], lead: BriefingSection | None = None) -> Iterator[str]:
    """Both titles, one above the other, the mark behind the last that has room for it.

    Without the `lead` of a briefing they are those of a volume, which its contents list does not name.
    """
    if not parts:
        return
    chosen, mark = _chosen(sheet, parts), _Mark.of(sheet, lead)
    sized = zip(parts, chosen.sizes, strict=False)
    roomy = [part for part, size in sized if part.width(size) + mark.width + _BETWEEN <= sheet.line]
    marked = (roomy or parts)[-1]
    for part, kind in zip(parts, ("Title", "Subtitle"), strict=False):
        content = entry_mark(sheet, TITLE if lead else "", 0, parts) if kind == "Title" else part.write("")
        content = mark.behind(sheet, content) if part is marked else content
        yield wordml.paragraph(f"{kind}{chosen.name}", content, _TITLE_ALONE if len(parts) == 1 else "")


def _chosen(sheet: Sheet, parts: Sequence[Words]) -> _Titles:
    lines = parts[0].width(_MAIN_TITLE) / sheet.line
    return next(titles for titles in _TITLES if lines <= titles.lines)


def titles_height(sheet: Sheet, parts: Sequence[Words]) -> int:
    """About how many twips both titles take, in the template's styles."""
    if not parts:
        return 0
    chosen = _chosen(sheet, parts)
    each = zip(parts, chosen.sizes, chosen.leadings, strict=False)
    return sum((int(part.width(size) / sheet.line) + 1) * leading for part, size, leading in each)
