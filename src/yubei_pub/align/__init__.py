"""Which sentences (or paragraphs) of the Chinese stand against which of the English: n to m, in order.

For human translations that merge, split and leave out, and reorder little.  Two passes: rare words, names and figures
that both sides have mark sure points (`corridor`), then dynamic programming between them weighs how usual a bead is,
how its lengths go together, and what its words have in common (`path`, `worth`, `evidence`).  What can stand
for what comes from the glossary, from CC-CEDICT where it is installed (`dictionary`), and from the two texts
themselves: the first way through them teaches which words keep company.

    >>> align(["他来了。", "雨停了，风小了。"], ["He came.", "The rain stopped.", "The wind fell."])
    [(range(0, 1), range(0, 1)), (range(1, 2), range(1, 3))]
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from yubei_pub.align.dictionary import installed as with_dictionary
from yubei_pub.align.shared import Alike, Figures, surely_in_order
from yubei_pub.garbage import no_garbage_collection

if TYPE_CHECKING:
    from yubei_pub.align.path import Ranges

__all__ = ["Alike", "Figures", "align", "beads", "surely_in_order", "with_dictionary"]


def align(source: Sequence[str], target: Sequence[str]) -> list[tuple[range, range]]:
    """Beads as index ranges into the two sequences (Chinese, English), in order, covering both.

    An empty range is what the other side leaves out.
    """
    return [(bead.source, bead.target) for bead in beads(source, target)]


def beads(
    source: Sequence[str],
    target: Sequence[str],
    *,
    ties: Sequence[tuple[int, int]] = (),
    alike: Alike | None = None,
) -> list[Ranges]:
    """What `align` gives, each with the probability that it is right.

    `ties` are places in the two sequences at which something stands that is known to be the same; `alike` is what both
    write alike, found with the glossary's terms or found before.
    """
    # What looks for a way, which a briefing whose paragraphs stand in order does without.
    from yubei_pub.align import passes
    from yubei_pub.align.path import Ranges
    from yubei_pub.align.sides import sides

    if not source or not target:
        alone = [(range(i, i + 1), range(0)) for i in range(len(source))]
        return [Ranges(*one, 1.0) for one in alone or [(range(0), range(j, j + 1)) for j in range(len(target))]]
    with no_garbage_collection():
        return passes.beads(*sides(alike or Alike(source, target), ties))
