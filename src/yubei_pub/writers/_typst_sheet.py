"""One briefing on its way to paper as PDF: its page, its two voices, and which of them comes first."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from yubei_pub.model import Briefing, BriefingSection
from yubei_pub.settings import Style
from yubei_pub.word.template import PAPERS
from yubei_pub.wording import glosses
from yubei_pub.wording.matter import Pair
from yubei_pub.writers._figures import of_english
from yubei_pub.writers._typst_words import Setter, Words, pair

Values = dict[str, Any]

NUMBER = 37  # points of the column of numbers
_TWIPS_PER_POINT = 20


@dataclass
class Sheet:
    """One briefing; `name` begins the names of its pictures and notes and is its own in a volume.

    `several` says that it is in one, where the terms stand behind all.  `files` are the pictures it needs, by name,
    once its sections were made.
    """

    name: str
    briefing: Briefing
    style: Style
    several: bool = False
    files: dict[str, bytes] = field(default_factory=dict)

    def __post_init__(self) -> None:
        target = self.briefing.target
        asked, figures = glosses.of(self.briefing, self.style), of_english(self.briefing)
        self.english = Setter(f"{self.name}-en", False, target.notes if target else {}, asked, figures)
        self.chinese = Setter(f"{self.name}-zh", True, self.briefing.source.notes)

    def ends_with(self, section: BriefingSection) -> bool:
        """Whether the colophon follows this section."""
        return section is self.briefing.sections[-1] and (self.several or not self.briefing.terms)

    @property
    def page(self) -> dict[str, float]:
        """The paper and its margins in points, as in Word."""
        page = PAPERS[self.style.paper]
        return {name: value / _TWIPS_PER_POINT for name, value in page._asdict().items()}

    @property
    def width(self) -> float:
        """Points of the text across the page."""
        return self.page["width"] - 2 * self.page["side"]

    @property
    def setters(self) -> tuple[Setter, Setter]:
        """Who sets the first language, and who the second."""
        return self.style.ordered(self.english, self.chinese)

    def pair(self, both: Pair) -> list[Words]:
        """Both languages of our own words, in their order."""
        return pair(both)[:: -1 if self.style.chinese_first else 1]
