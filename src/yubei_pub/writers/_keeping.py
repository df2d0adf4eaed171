"""Which paragraphs no page may part from the next: what a list, a table or a picture belongs to."""

from __future__ import annotations

from collections.abc import Sequence

from yubei_pub.document import Block, BlockKind
from yubei_pub.model import Passage

COLONS = (":", "：")


def leads(passages: Sequence[Passage], at: int) -> bool:
    """Whether a passage ends in a colon, or is an item of a list that has the next one in it."""
    last = _edge(passages[at], -1)
    if last is None or last.kind is BlockKind.ROW:
        return False
    if last.text.text.rstrip().endswith(COLONS):
        return True
    following = _edge(passages[at + 1], 0) if at + 1 < len(passages) else None
    return following is not None and last.kind is following.kind is BlockKind.ITEM and following.depth > last.depth


def _edge(passage: Passage, at: int) -> Block | None:
    blocks = passage.target or passage.source
    return blocks[at] if blocks else None
