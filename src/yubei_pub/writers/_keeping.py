"""Which paragraphs no page may part from the next: what a list, a table or a picture belongs to."""

from __future__ import annotations

from collections.abc import Sequence

from yubei_pub.document import Block, BlockKind, Mark, MarkKind
from yubei_pub.model import Passage

_COLONS = (":", "：", "?", "？")  # and a question leads to its answer
_SENTENCE_ENDS, _CLOSING = tuple("。！？；….!?;"), "”’」』）)"


def leading(passages: Sequence[Passage], last: bool = False) -> frozenset[int]:
    """The numbers of those of a section that lead to the next: to a list or a table, or to whatever it is.

    If it is the `last` one of the text, its end leads to the colophon, which never stands on a page alone.
    """
    printed = [passage.target or passage.source for passage in passages]
    following = [blocks[0] if blocks else None for blocks in (*printed[1:], ())]
    led = {passage.number for passage in passages[-1:] if last}
    for passage, blocks, first in zip(passages, printed, following, strict=False):
        if blocks and _leads(blocks[-1], first):
            led.add(passage.number)
    return frozenset(number for number in led if number)


def _leads(last: Block, following: Block | None) -> bool:
    """Whether it ends in a colon, is all bold, an item of a list that has the next one in it, or a table's title."""
    if last.kind is BlockKind.ROW:
        return False
    words = last.text.text.rstrip()
    if words.endswith(_COLONS) or (last.marks and any(_is_heading(mark, last) for mark in last.marks)):
        return True
    if following is None or following.kind is BlockKind.PARAGRAPH:  # as nearly every one
        return False
    if following.kind is BlockKind.ROW:
        return last.kind is BlockKind.PARAGRAPH and not words.rstrip(_CLOSING).endswith(_SENTENCE_ENDS)
    return last.kind is following.kind is BlockKind.ITEM and following.depth > last.depth


def _is_heading(mark: Mark, block: Block) -> bool:
    return mark.kind is MarkKind.STRONG and mark.end - mark.start >= len(block.text.text.strip())
