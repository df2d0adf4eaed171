"""What stands around the texts in Markdown: title block, terms, the colophon's sentences.

The words come from `wording`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from yubei_pub.inline import link_target
from yubei_pub.model import Briefing
from yubei_pub.wording import term_rows
from yubei_pub.wording.colophon import Sentence
from yubei_pub.wording.matter import Fact
from yubei_pub.wording.term_rows import Group, TermRow
from yubei_pub.writers._markdown_inline import addressed, escape, linked
from yubei_pub.writers._markdown_sides import row_of, table
from yubei_pub.writers._sheet import prefix


def opening(titles: Sequence[str], draft: str, facts: Iterable[Fact]) -> Iterator[str]:
    """What a briefing or a volume begins with: its titles, whether it is a draft, what is known of it."""
    first, *second = titles
    yield f"# {first}"
    yield from (f"**{title}**" for title in second)
    if draft:
        yield f"> **{draft}**"
    yield " · ".join(f"**{' '.join(fact.label)}** {escape(' '.join(filter(None, fact.value)))}" for fact in facts)


def terms(briefings: Sequence[Briefing], order: str) -> Iterator[str | bytes]:
    """The appendix of the terms that occur in some briefings."""
    groups = term_rows.groups_of(briefings, order)
    if groups:
        yield "## " + " · ".join(term_rows.TITLE)
        yield b"\n".join([table([term_rows.COLUMNS]).encode(), *(_term_rows(briefings[-1], group) for group in groups)])


def _term_rows(briefing: Briefing, group: Group) -> bytes:
    def make() -> bytes:
        return "\n".join(row_of(_term_cells(row)) for row in group.rows).encode("utf-8", "ignore")

    return briefing.remembered.data(f"md terms\n{group.said}", make)


def _term_cells(row: TermRow) -> list[str]:
    cited = row.term.citation
    source = linked(escape(cited.source or cited.title), cited.url) if cited else "–"
    return [escape(row.term.en), escape(row.term.zh), _places(row.places), row.term.status, source]


def _places(places: str) -> str:
    """The numbers as links."""
    return term_rows.linked(places, lambda briefing, number, said: f"[{said}](#{prefix(briefing)}p{number})")


def sentence(said: Sentence) -> str:
    """A sentence of the colophon, or an address."""
    link = link_target(said.url)
    return f"<{link}>" if link else addressed(said.text)
