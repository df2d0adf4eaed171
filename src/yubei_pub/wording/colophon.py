"""The colophon in every output: who may use the text, where it comes from, who stands behind it, what made it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import yubei_pub
from yubei_pub.model import Briefing, BriefingSection, State
from yubei_pub.wording import matter

_NAMED_SECTIONS = 12  # more names than this make a colophon that nobody reads
_OF_ALL = {
    State.REVIEWED: "All sections reviewed. ",
    State.UNREVIEWED: "No section has been reviewed. ",
    State.MISSING: "No section has been translated. ",
}


class Sentence(NamedTuple):
    """A sentence of the colophon; `url` is where it may lead."""

    text: str
    chinese: bool = False
    url: str = ""


def paragraphs(briefing: Briefing) -> list[list[Sentence]]:
    """The colophon's paragraphs: rights as the publisher and en.md state them, then where the text comes from.

    They are in the script of the text, character for character, and what made it so is named.
    """
    said = [Sentence(line, matter.is_chinese(line)) for line in rights(briefing)]
    made = (f"Versions: {matter.versions(briefing)}. ", f"Typeset by yubei-pub {yubei_pub.__version__}.")
    about = [*_source(briefing), *_provenance(briefing), *_review(briefing), *map(Sentence, made)]
    return [*([sentence] for sentence in said), about]


def rights(briefing: Briefing) -> list[str]:
    """Who may use the text: the publisher's own lines, then the English that en.md has of them."""
    said = (front.get("rights", "") for front in (briefing.printed_front, briefing.english_front))
    return [*dict.fromkeys(line.strip() for words in said for line in words.splitlines() if line.strip())]


def _source(briefing: Briefing) -> Iterator[Sentence]:
    front = briefing.printed_front
    publisher = front.get("publisher", "")
    url = front.get("url", "") or briefing.english_front.get("url", "")
    if publisher or url:
        yield Sentence("Source: ")
        if publisher:
            yield Sentence(publisher + (", " if url else ". "), matter.is_chinese(publisher))
        if url:
            yield Sentence(url, url=url)
            yield Sentence(". ")
    for key, label in (("byline", "Byline"), ("editors", "Editors")):
        if values := [value for value in matter.both(briefing, key) if value]:
            yield Sentence(f"{label}: ")
            for value in values:
                yield Sentence(value, matter.is_chinese(value))
                yield Sentence(". " if value is values[-1] else " ")


def _provenance(briefing: Briefing) -> Iterator[Sentence]:
    if briefing.source.script:
        yield Sentence(f"Simplified from Traditional characters by OpenCC ({briefing.source.script}). ")
    origin = briefing.provenance
    if origin is None:
        yield Sentence("No saved page is kept with this text. ")
        return
    page, repair, editor = (origin.counts.get(kind, 0) for kind in ("page", "repair", "editor"))
    yield Sentence(
        f"Saved page {matter.page_name(origin)}, SHA-256 {origin.sha256[:12]}…; of the Chinese, {page:,} "
        f"{'character' if page == 1 else 'characters'} as on the page, {repair:,} repaired, {editor:,} by an editor. "
    )


def _review(briefing: Briefing) -> Iterator[Sentence]:
    first, *others = {section.state for section in briefing.sections}
    if not others and first in _OF_ALL:
        yield Sentence(_OF_ALL[first])
        return
    for state in State:
        if state is not State.REVIEWED:
            yield from _named(state.words, [section for section in briefing.sections if section.state is state])


def _named(words: str, sections: Sequence[BriefingSection]) -> Iterator[Sentence]:
    """The names of some sections behind what they have in common."""
    names = [matter.section_name(section) for section in sections[:_NAMED_SECTIONS]]
    rest = f"; and {len(sections) - _NAMED_SECTIONS} more" if len(sections) > _NAMED_SECTIONS else ""
    if names:
        yield Sentence(f"{words.capitalize()}: ")
    for at, name in enumerate(names):
        yield Sentence(name, matter.is_chinese(name))
        yield Sentence("; " if at < len(names) - 1 else f"{rest}. ")
