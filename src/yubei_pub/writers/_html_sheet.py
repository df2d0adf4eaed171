"""One briefing on its way to the web: who sets its two languages, its anchors; the looks of its page."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache
from typing import NamedTuple

from yubei_pub import shipped
from yubei_pub.model import Briefing, Picture
from yubei_pub.patterns import lazy_regex
from yubei_pub.settings import Style
from yubei_pub.wording import glosses, matter, term_rows, volume
from yubei_pub.wording.matter import Pair
from yubei_pub.wording.term_rows import TermRow
from yubei_pub.writers import _sheet
from yubei_pub.writers._html_inline import Notes, Setter
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


class Sheet(_sheet.Sheet[Setter]):
    """A briefing of a page; `terms` are those of all, `anchors` those of its sections, in their order."""

    def __init__(self, briefing: Briefing, style: Style, medium: Medium, number: int, terms: Sequence[TermRow]) -> None:
        entries = {row.term.zh: f"{medium.page(TERMS)}#term-{at}" for at, row in enumerate(terms, 1)}
        prefix, marked = _sheet.prefix(number), spans(briefing)
        notes = Notes(prefix)
        theirs, asked = briefing.english_notes, glosses.of(briefing, style)
        english = Setter(matter.language(briefing), False, theirs, notes, marked, entries, medium.epub, asked)
        chinese = Setter(CHINESE, True, briefing.source.notes, notes, marked, entries, medium.epub)
        super().__init__(briefing, style, number, english, chinese)
        self.medium, self.terms, self.anchors = medium, terms, _anchors(briefing, prefix)

    @classmethod
    def all(cls, briefings: Sequence[Briefing], style: Style, medium: Medium) -> list[Sheet]:
        """The briefings of one page; the terms of all have their entries in one appendix."""
        rows = term_rows.rows_of(briefings, style.terms)
        return [cls(briefing, style, medium, number, rows) for number, briefing in volume.numbered(briefings)]

    @property
    def file(self) -> str:
        """The name of this briefing's file in an EPUB, without ending."""
        return f"briefing-{self.number or 1}"

    def address(self, anchor: str) -> str:
        """Where an anchor of this briefing is."""
        return f"{self.medium.page(self.file)}#{anchor}"

    def both(self, pair: Pair) -> str:
        """What there is in both languages, in their order."""
        return " ".join(self.setter(words).words(words) for words in self.style.ordered(*pair) if words)

    def linked(self, pair: Pair) -> str:
        """The same, with addresses as links."""
        return " ".join(self.setter(words).linked(words) for words in self.style.ordered(*pair) if words)

    def place(self, number: int | None) -> str:
        """The anchor of a numbered passage."""
        return f"{self.prefix}p{number}"


def _anchors(briefing: Briefing, prefix: str) -> list[str]:
    """An anchor for each section: its id, where that is a name that nothing else has."""
    found: list[str] = []
    for at, section in enumerate(briefing.sections):
        anchor = prefix + section.id
        usable = _NAME.fullmatch(section.id) and not _RESERVED.match(section.id) and anchor not in found
        found.append(anchor if usable else f"{prefix}section-{at}")
    return found


def layout(style: Style) -> str:
    """The classes of a page's body: a table is for Markdown, and side by side here; which language comes first."""
    name = style.layout if style.layout in ("stacked", "english") else "parallel"
    return f"{name} zh-en" if style.chinese_first else f"{name} en-zh"


@cache
def stylesheet(name: str) -> str:
    """One of our style sheets."""
    return shipped.text(f"web/{name}")
