"""One briefing on its way to the web: its two voices, which comes first, its anchors."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from yubei_pub.model import Briefing, Picture
from yubei_pub.patterns import lazy_regex
from yubei_pub.settings import Style
from yubei_pub.wording import glosses, matter, term_rows
from yubei_pub.wording.matter import Pair
from yubei_pub.wording.term_rows import TermRow
from yubei_pub.writers._html_inline import Notes, Voice
from yubei_pub.writers._html_spans import spans

CHINESE = "zh-CN"
TERMS = "terms"  # the file of an EPUB that has the appendix
_NAME = lazy_regex(r"[A-Za-z_][\w.-]*", re.A)  # an anchor that is a name in XML and needs no escape in an address
# Other anchors of ours.
_RESERVED = lazy_regex(r"p\d|b\d|zh-|(?:note|ref|term|section)-|(?:text|contents|notes|terms)$")


class Medium(NamedTuple):
    """What a page is written for: where its pictures are, and whether it is a part of an EPUB."""

    picture: Callable[[Picture], str]
    epub: bool = False

    def page(self, name: str) -> str:
        """The file that addresses of a part begin with: an EPUB has a file a briefing and one for the terms."""
        return f"{name}.xhtml" if self.epub else ""


class Sheet(NamedTuple):
    """A briefing of a page; `number` counts those of a page that has several, and is 0 for a single one."""

    briefing: Briefing
    style: Style
    medium: Medium
    number: int
    terms: Sequence[TermRow]  # of all briefings of the page
    english: Voice
    chinese: Voice
    anchors: Mapping[int, str]  # of the sections, by their place

    @classmethod
    def all(cls, briefings: Sequence[Briefing], style: Style, medium: Medium) -> list[Sheet]:
        """The briefings of one page; the terms of all have their entries in one appendix."""
        rows = term_rows.rows_of(briefings, style.terms)
        several = len(briefings) > 1
        return [cls._of(b, style, medium, at if several else 0, rows) for at, b in enumerate(briefings, 1)]

    @classmethod
    def _of(cls, briefing: Briefing, style: Style, medium: Medium, number: int, terms: Sequence[TermRow]) -> Sheet:
        prefix = f"b{number}-" if number else ""
        entries = {row.term.zh: f"{medium.page(TERMS)}#term-{at}" for at, row in enumerate(terms, 1)}
        notes, marked = Notes(prefix), spans(briefing)
        theirs = briefing.target.notes if briefing.target else {}
        asked = glosses.of(briefing, style)
        english = Voice(matter.language(briefing), False, theirs, notes, marked, entries, medium.epub, asked)
        chinese = Voice(CHINESE, True, briefing.source.notes, notes, marked, entries, medium.epub)
        return cls(briefing, style, medium, number, terms, english, chinese, _anchors(briefing, prefix))

    @property
    def prefix(self) -> str:
        """What the anchors of this briefing begin with."""
        return f"b{self.number}-" if self.number else ""

    @property
    def file(self) -> str:
        """The name of this briefing's file in an EPUB, without ending."""
        return f"briefing-{self.number or 1}"

    def address(self, anchor: str) -> str:
        """Where an anchor of this briefing is."""
        return f"{self.medium.page(self.file)}#{anchor}"

    def voice(self, words: str) -> Voice:
        """Who sets a text whose language only its characters tell."""
        return self.chinese if matter.is_chinese(words) else self.english

    def both(self, pair: Pair) -> str:
        """What there is in both languages, in their order."""
        return " ".join(self.voice(words).words(words) for words in self.style.ordered(*pair) if words)

    def linked(self, pair: Pair) -> str:
        """The same, with addresses as links."""
        return " ".join(self.voice(words).linked(words) for words in self.style.ordered(*pair) if words)

    def place(self, number: int | None) -> str:
        """The anchor of a numbered passage."""
        return f"{self.prefix}p{number}"


def _anchors(briefing: Briefing, prefix: str) -> dict[int, str]:
    """An anchor for each section: its id, where that is a name that nothing else has."""
    found: dict[int, str] = {}
    for at, section in enumerate(briefing.sections):
        anchor = prefix + section.id
        usable = _NAME.fullmatch(section.id) and not _RESERVED.match(section.id) and anchor not in found.values()
        found[at] = anchor if usable else f"{prefix}section-{at}"
    return found
