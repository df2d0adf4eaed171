"""Characters that a repair guessed, in sections that nobody has approved yet.

Where mirrors destroyed bytes, some characters follow from what is left, and the repair is certain.
Others do not: there the repair writes what a model of the language holds for likely.
`import` says where, and it is repeated here until the section's Chinese is approved (of the lines at the top of
zh.md: the first section) or the text at that place is edited.

Bad:   高?倲?shù) on the page, 高校总数 in zh.md, and nobody has compared it.
Good:  the same, compared with the publisher's page, and `yubei-pub approve ID SECTION --by NAME`.

What to do: compare the place with the publisher's page; correct it, or approve the section.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from yubei_pub.findings import Message, Place, Remark, Severity
from yubei_pub.model import Briefing, State

SEVERITY = Severity.WARNING


def check_briefing(briefing: Briefing) -> Iterator[Remark]:
    """The uncertain stretches of zh.md, with their places on the page."""
    if briefing.provenance is None:
        return
    source = briefing.source.source
    approved = sorted(_approved(briefing))
    for origin in briefing.provenance.origins:
        index = bisect_right(approved, (origin.start, len(source.text))) - 1
        if origin.certain or origin.page is None or (index >= 0 and origin.start < approved[index][1]):
            continue
        found = origin.page.written
        template = "a guess of the repair: the page has “{found}” here; compare, then correct it or approve the section"
        related = ((origin.page, Message("on the saved page")),)
        yield Remark(Place(source, origin.start, origin.end), Message(template, found=found), related=related)


def _approved(briefing: Briefing) -> Iterator[tuple[int, int]]:
    """The stretches of zh.md that a reviewer stands behind."""
    for section in briefing.sections:
        if section.state is State.REVIEWED:
            ours = [block.span for block in section.blocks if block.text.source is briefing.source.source]
            yield from ours
            if section is briefing.sections[0] and ours:
                yield 0, min(ours)[0]  # the front matter, which is approved with it
