"""A briefing on its way to a document of any format: who sets its two languages, and which of them comes first."""

from __future__ import annotations

from functools import cached_property
from itertools import pairwise
from typing import Generic, Protocol, TypeVar

from yubei_pub.document import Block
from yubei_pub.model import Briefing, BriefingSection
from yubei_pub.settings import Style
from yubei_pub.wording import matter
from yubei_pub.wording.captions import Figure


class Setter(Protocol):
    """Who sets the texts of one language."""

    @property
    def chinese(self) -> bool: ...


V = TypeVar("V", bound=Setter)
T = TypeVar("T")


def prefix(number: int) -> str:
    """What the anchors of a briefing begin with; with its number in a volume no other's begin so."""
    return f"b{number}-" if number else ""


class Sheet(Generic[V]):
    """One briefing; `number` counts those of a volume, and is 0 for a single one.

    Notes are numbered as they are set: what has several languages is set in the order of `sides`.
    """

    def __init__(self, briefing: Briefing, style: Style, number: int, english: V, chinese: V) -> None:
        self.briefing, self.style, self.number = briefing, style, number
        self.english, self.chinese = english, chinese

    @property
    def prefix(self) -> str:
        """What its anchors begin with."""
        return prefix(self.number)

    @property
    def setters(self) -> tuple[V, V]:
        """Who sets the first language, and who the second."""
        return self.style.ordered(self.english, self.chinese)

    def sides(self, english: T, chinese: T) -> tuple[tuple[V, T], tuple[V, T]]:
        """What there is in both languages, each with who sets it, in their order."""
        return self.style.ordered((self.english, english), (self.chinese, chinese))

    def said(self, english: Block | None, chinese: Block | None) -> list[tuple[V, Block]]:
        """The same of a heading, as far as it says something."""
        return [(setter, said) for setter, block in self.sides(english, chinese) if (said := matter.spoken(block))]

    def heading(self, section: BriefingSection) -> list[tuple[V, Block]]:
        """What there is of a section's heading."""
        return self.said(section.target_heading, section.source_heading)

    @cached_property
    def pictured(self) -> frozenset[str]:
        """The sections, by id, of nothing but pictures, with both captions: set apart, their headings would be bare."""
        both = pairwise((*self.briefing.sections, None))
        return frozenset(section.id for section, below in both if section and _is_pictured(section, below))

    @property
    def originals(self) -> list[BriefingSection]:
        """The sections whose Chinese the layout `english` sets apart."""
        return [section for section in self.briefing.sections if section.id not in self.pictured]

    def is_alone(self, section: BriefingSection) -> bool:
        """Whether of a heading only the first language that there is stands in the text."""
        return self.style.layout == "english" and not section.is_lead and section.id not in self.pictured

    def captions(self, figure: Figure) -> list[tuple[V, Block | None]]:
        """The captions that are printed of a figure; None stands for one that is not translated."""
        both = self.sides(figure.english, figure.chinese) if figure.english or figure.chinese else ()
        return [(setter, block) for setter, block in both if block or not setter.chinese]

    def setter(self, words: str) -> V:
        """Who sets a text whose language only its characters tell."""
        return self.chinese if matter.is_chinese(words) else self.english

    def ends_with(self, section: BriefingSection) -> bool:
        """Whether the colophon follows this section: in a volume the terms stand behind all briefings."""
        return section is self.briefing.sections[-1] and (self.number > 0 or not self.briefing.terms)


def _is_pictured(section: BriefingSection, below: BriefingSection | None) -> bool:
    """Whether a section is nothing but pictures, which have both captions; a deeper one `below` is a part of it."""
    if section.stands_alone:  # one without a picture, whose rows nobody need look at
        return False
    numbers = [passage.number for passage in section.passages]
    return bool(numbers) and not any(numbers) and not (below and below.level > section.level)
