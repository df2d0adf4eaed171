"""One briefing on its way to paper as PDF: its page, who sets its two languages, the pictures it needs."""

from __future__ import annotations

from typing import Any

from yubei_pub.model import Briefing
from yubei_pub.settings import Style
from yubei_pub.word.template import PAPERS
from yubei_pub.wording import glosses
from yubei_pub.wording.matter import Pair
from yubei_pub.writers import _sheet
from yubei_pub.writers._figures import of_english
from yubei_pub.writers._typst_words import Setter, Words, words

Values = dict[str, Any]

NUMBER = 37  # points of the column of numbers
_TWIPS_PER_POINT = 20


class Sheet(_sheet.Sheet[Setter]):
    """One briefing; `files` are the pictures it needs, by name, once its sections were made."""

    def __init__(self, number: int, briefing: Briefing, style: Style) -> None:
        asked, whole = glosses.of(briefing, style), of_english(briefing)
        english = Setter(f"b{number}-en", False, briefing.english_notes, asked, whole)
        chinese = Setter(f"b{number}-zh", True, briefing.source.notes)
        super().__init__(briefing, style, number, english, chinese)
        self.files: dict[str, bytes] = {}

    @property
    def page(self) -> dict[str, float]:
        """The paper and its margins in points, as in Word."""
        page = PAPERS[self.style.paper]
        return {name: value / _TWIPS_PER_POINT for name, value in page._asdict().items()}

    @property
    def width(self) -> float:
        """Points of the text across the page."""
        return self.page["width"] - 2 * self.page["side"]

    def pair(self, both: Pair) -> list[Words]:
        """Both languages of our own words, in their order."""
        return [words(text) for text in self.style.ordered(*both) if text]
