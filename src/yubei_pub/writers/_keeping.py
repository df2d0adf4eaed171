"""Which paragraphs no page may part from the next: what a list, a table or a picture belongs to."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from yubei_pub.document import Block, BlockKind
from yubei_pub.model import Passage

_COLONS = (":", "：")
_SENTENCE_ENDS, _CLOSING = tuple("。！？；….!?;"), "”’」』）)"


def leading(passages: Sequence[Passage], last: bool = False) -> frozenset[int]:
    """The numbers of those of a section that lead to the next: to a list or a table, or to whatever it is.

    If it is the `last` one of the text, its end leads to the colophon, which never stands on a page alone.
    """
    following = zip_longest(passages, passages[1:])
    led = frozenset(passage.number for passage, after in following if passage.number and _leads(passage, after))
    return led.union(passage.number for passage in passages[-1:] if last and passage.number)


def _leads(passage: Passage, after: Passage | None) -> bool:
    """Whether it ends in a colon, is an item of a list that has the next one in it, or the title of a table."""
    last = _edge(passage, -1)
    if last is None or last.kind is BlockKind.ROW:
        return False
    words = last.text.text.rstrip()
    if words.endswith(_COLONS):
        return True
    following = _edge(after, 0) if after else None
    if following is None:
        return False
    if following.kind is BlockKind.ROW:
        return last.kind is BlockKind.PARAGRAPH and not words.rstrip(_CLOSING).endswith(_SENTENCE_ENDS)
    return last.kind is following.kind is BlockKind.ITEM and following.depth > last.depth


def _edge(passage: Passage, at: int) -> Block | None:
    blocks = passage.target or passage.source
    return blocks[at] if blocks else None
