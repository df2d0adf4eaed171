"""Which paragraphs of the Chinese stand against which of the English.

Where both sides count the same they pair in order.  Where they do not, nothing here decides
which was merged or left out: all of them make one bead, and the check `structure` says so.
"""

from __future__ import annotations

from collections.abc import Sequence


def align(source: Sequence[str], target: Sequence[str]) -> list[tuple[range, range]]:
    """Beads as index ranges into the two sequences (Chinese, English), in order, covering both."""
    if len(source) == len(target):
        return [(range(i, i + 1), range(i, i + 1)) for i in range(len(source))]
    if not source or not target:
        return [(range(i, i + 1), range(0)) for i in range(len(source))] + [
            (range(0), range(i, i + 1)) for i in range(len(target))
        ]
    return [(range(len(source)), range(len(target)))]
