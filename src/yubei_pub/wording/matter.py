"""What stands around a briefing's text in every output: title, facts, running lines, draft marks.

The words are here, so that Word and Markdown say the same; how they look is the writers' affair.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from yubei_pub import addresses, han
from yubei_pub.document import Block, MarkKind
from yubei_pub.model import Briefing, BriefingSection, State
from yubei_pub.origins import Provenance
from yubei_pub.patterns import lazy_regex
from yubei_pub.settings import Style


class Pair(NamedTuple):
    """The same thing in both languages; either may be empty."""

    english: str
    chinese: str


KICKER = Pair("BILINGUAL BRIEFING", "双语通稿")
DATE = Pair("Date", "日期")
PUBLISHER = Pair("Publisher", "发布")
CONTENTS = Pair("Contents", "目录")
LANGUAGES = Pair("English", "中文")
UNTRANSLATED = "[Not translated]"
ORIGINAL = Pair("The Chinese text", "中文原文")
NOTES = Pair("Notes", "注释")
LOOSE_NOTES = Pair("Notes that nothing refers to", "未被引用的注释")
NO_SOURCE = "［原文无］"  # a paragraph that only the translation has
BULLET = "•"
_BULLETS = ("-", "*", "+")  # Markdown's own markers; "1." stays as it is

# Not from the locale, which differs between machines.
_MONTHS = "January February March April May June July August September October November December".split()
_PRINTED = ("date", "publisher", "place", "translators", "contact", "rights", "url", "byline", "editors")
_LONG_WORD = lazy_regex("[!-,.-~]{16}")
_LONG_FIGURE = lazy_regex("[0-9](?=[0-9,.]{6,}[0-9])")  # quicker than one that reads on
_IN_TELEPHONE = lazy_regex(r"(?<=\d) (?=\d)")


class Fact(NamedTuple):
    """A row of the title block; a `wide` one has a whole line and stands behind the others."""

    label: Pair
    value: Pair
    wide: bool = False


def title(briefing: Briefing) -> Pair:
    """Both titles."""
    return Pair(_plain(briefing.lead.target_heading), _plain(briefing.lead.source_heading))


def spoken(block: Block | None) -> Block | None:
    """A heading or a caption, if there is one and it says something: a skeleton's is still empty."""
    says = block and (block.text.text.strip() or any(mark.kind is MarkKind.NOTE for mark in block.marks))
    return block if says else None


def absent(chinese: bool) -> str:
    """What stands where one language has nothing."""
    return NO_SOURCE if chinese else UNTRANSLATED


def is_ragged(block: Block) -> bool:
    """Whether a Chinese text, justified else, is not: before an address or a long word a line would be pulled apart,
    and so would the short lines of an item in another.
    """
    text = block.text.text
    return block.depth > 0 or addresses.may_hold(text) or has_long_word(text)


def has_long_word(text: str) -> bool:
    """Whether a word takes nearly half a line of half a page (without an e or an a there is hardly one), or a figure a
    third with what it counts: 32054159人.
    """
    if ("e" in text or "a" in text) and _LONG_WORD.search(text):
        return True
    return _LONG_FIGURE.search(text) is not None


def sign(item: Block) -> str:
    """What stands before an item: a bullet, its number, or nothing if it is a second paragraph of one."""
    label = item.label.strip()
    return BULLET if label in _BULLETS else label


def _plain(block: Block | None) -> str:
    return " ".join(block.text.text.split()) if block else ""


def is_chinese(text: str) -> bool:
    """True if a text is to be set as Chinese: it has a Chinese character."""
    return han.holds(text)


def language(briefing: Briefing) -> str:
    """The tag of the translation, if it is one: Word calls a file with a bad tag damaged."""
    return briefing.language if re.fullmatch("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*", briefing.language) else "en-US"


def core_date(briefing: Briefing) -> str:
    """The briefing's date as YYYY-MM-DD for a file's properties; 1980-01-01 where it has no readable one."""
    found = _date(briefing.front.get("date", ""))
    return found.isoformat() if found else "1980-01-01"


def _date(written: str) -> date | None:
    match = re.fullmatch(r"\s*(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?\s*", written)
    try:
        return date(*map(int, match.groups())) if match else None
    except ValueError:
        return None


def printed_date(written: str) -> str:
    """A date as it is printed, "10 July 2024"; as written, where it cannot be read."""
    found = _date(written)
    return f"{found.day} {_MONTHS[found.month - 1]} {found.year}" if found else written


def printed(
    source: Mapping[str, str], target: Mapping[str, str], provenance: Provenance | None = None
) -> tuple[str, ...]:
    """What `facts` and `colophon` are made of: lines of both front matters, like "zh.md date: 2024-07-10".

    The last one names the text of the saved page, not its bytes: git on Windows writes other line ends.
    """
    files = (("zh.md", source), ("en.md", target))
    lines = ((name, key, " ".join(front.get(key, "").split())) for name, front in files for key in _PRINTED)
    page = [f"{page_name(provenance)} SHA-256: {provenance.text_sha256}"] if provenance else []
    return (*(f"{name} {key}: {value}" for name, key, value in lines if value), *page)


def page_name(provenance: Provenance) -> str:
    """The saved page by the name of its file."""
    return provenance.page.rpartition("/")[2]


def facts(briefing: Briefing) -> list[Fact]:
    """The rows of the title block: those that have a value, and always the status."""
    source = briefing.printed_front
    target = briefing.english_front
    rows = [
        Fact(DATE, Pair(printed_date(source.get("date", "") or target.get("date", "")), "")),
        Fact(PUBLISHER, both(briefing, "publisher")),
        Fact(Pair("Place", "地点"), both(briefing, "place")),
        Fact(Pair("Translation", "翻译"), Pair(target.get("translators", ""), "")),
        status(bool(briefing.draft_sections)),
        Fact(Pair("Contact", "联系"), Pair(*map(_whole_telephones, both(briefing, "contact"))), wide=True),
    ]
    return [row for row in rows if any(row.value)]


def _whole_telephones(text: str) -> str:
    """With no-break spaces between figures: half a telephone number on the next line is misread."""
    return _IN_TELEPHONE.sub("\u00a0", text)


def status(draft: bool) -> Fact:
    """Whether somebody stands behind all of it."""
    return Fact(Pair("Status", "状态"), Pair("Draft", "草稿") if draft else Pair("Reviewed", "已审校"))


def both(briefing: Briefing, key: str) -> Pair:
    """What both front matters say, once where it is the same, each in its language."""
    ours, theirs = (front.get(key, "") for front in (briefing.printed_front, briefing.english_front))
    if ours == theirs or not ours or not theirs:
        only = ours or theirs
        return Pair("", only) if is_chinese(only) else Pair(only, "")
    return Pair(theirs, ours)


def draft_line(briefing: Briefing) -> str:
    """The warning of the running header; empty for a reviewed briefing."""
    if not briefing.drafts:
        return ""
    first, *others = briefing.drafts
    number, words = first.split(" ", 1)
    return ", ".join((f"DRAFT: {number} of {len(briefing.sections)} sections {words}", *others))


class Running(NamedTuple):
    """What stands over and under every page."""

    title: str
    date: str
    draft: str
    versions: str


def running(briefing: Briefing, style: Style) -> Running:
    """The running lines of a briefing's pages."""
    name = next(filter(None, style.ordered(*title(briefing))), briefing.id)
    return Running(name, printed_date(briefing.front.get("date", "")), draft_line(briefing), versions(briefing))


def draft_mark(section: BriefingSection) -> str:
    """The mark at a heading whose translation nobody stands behind; empty for a reviewed section."""
    return "" if section.state is State.REVIEWED else section.state.words.upper()


def versions(briefing: Briefing) -> str:
    """Which text and which glossary a page was made from."""
    return f"text {briefing.text_digest} · glossary {briefing.glossary_digest}"


def section_name(section: BriefingSection) -> str:
    """What a section is called: the introduction, or by its heading, English if it has one."""
    if section.is_lead:
        return "the introduction"
    return _plain(section.target_heading) or _plain(section.source_heading) or section.id
