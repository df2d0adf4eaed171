"""One briefing on its way to paper in Word: its page, its two voices, and which of them comes first."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from yubei_pub import colophon
from yubei_pub.colophon import Pair
from yubei_pub.model import Briefing
from yubei_pub.wordml import Page, Voice
from yubei_pub.wordpackage import WordPackage
from yubei_pub.writers._word_blocks import Typesetter

TEMPLATE = "office-a4"
PAGE = Page(width=11906, height=16838, top=1420, bottom=1360, side=1247, header=780, footer=700)
TWIPS_PER_POINT = 20
LINE = PAGE.text_width / TWIPS_PER_POINT  # points of a line across the page


@dataclass(frozen=True)
class Sheet:
    """One briefing, who sets its English, who its Chinese, and whether Chinese stands left and above."""

    package: WordPackage
    briefing: Briefing
    english: Typesetter
    chinese: Typesetter
    chinese_first: bool

    @classmethod
    def of(cls, package: WordPackage, briefing: Briefing, chinese_first: bool) -> Sheet:
        tag = language(briefing)
        notes = briefing.target.notes if briefing.target else {}
        english = Typesetter(package, Voice(False, tag), notes)
        chinese = Typesetter(package, Voice(True, tag), briefing.source.notes)
        return cls(package, briefing, english, chinese, chinese_first)

    def sides(self, english: Callable[[], str], chinese: Callable[[], str]) -> tuple[str, str]:
        """Left and right, written in this order.

        Footnotes are numbered as they are written: LibreOffice takes them from footnotes.xml one
        after the other, whatever their ids say.
        """
        left, right = (chinese, english) if self.chinese_first else (english, chinese)
        return left(), right()

    def setter(self, text: str) -> Typesetter:
        """Who sets a text whose language only its characters tell."""
        return self.chinese if colophon.is_chinese(text) else self.english

    def pair(self, pair: Pair) -> str:
        """Both languages on one line, whatever script each is in."""
        return self.english.text(" ").join(self.setter(text).text(text) for text in pair if text)


def language(briefing: Briefing) -> str:
    """The tag of the translation, if it is one: Word calls a file with a bad tag damaged."""
    return briefing.language if re.fullmatch("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*", briefing.language) else "en-US"
