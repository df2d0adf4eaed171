"""Two versions of a Chinese text, word by word: 投用[-前-]{+后+}，接入[-35-]{+36+}万个.

Numbers and Latin words are compared whole, Chinese characters one by one, since Chinese has no
spaces; a single character between two changes goes with them, so that what is shown are words.
Spacing and the width of signs are no difference.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from yubei_pub.patterns import lazy_regex

# Full-width forms U+FF01–U+FF5E fold to ASCII, and the ideographic full stop to a period: the
# repair of a mirror's half-width punctuation is no change of meaning. 、 is another sign than ，.
WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {ord("。"): ord(".")}

_UNIT = lazy_regex(r"[0-9０-９]+(?:[.．][0-9０-９]+|,[0-9]{3})*[%％‰]?|[A-Za-z]+(?:['’-][A-Za-z]+)*|[^\s]")
_LETTER = lazy_regex(r"\w")
_AROUND, _SHOWN = 8, 200  # characters beside a difference, and of a paragraph's differences
_MOST = 4_000_000  # pairs of units: past it (a paragraph of a book) the middle is shown as one change


class Difference(NamedTuple):
    """`[start, end)` of the old text became `[new_start, new_end)` of the new one; either may be empty."""

    start: int
    end: int
    new_start: int
    new_end: int


def compare(old: str, new: str) -> list[Difference]:
    """What differs between two texts, in order; nothing where they differ in spacing and width only."""
    ours, theirs = _units(old), _units(new)
    found = [
        Difference(*_span(ours, a, b, old), *_span(theirs, c, d, new))
        for a, b, c, d in _joined(_changes([key for *_, key in ours], [key for *_, key in theirs]), ours)
    ]
    return [d for d in found if old[d.start : d.end].strip() or new[d.new_start : d.new_end].strip()]


def shown(old: str, new: str) -> str:
    """The differences in plain text with some characters around each: [-out-]{+in+}; nothing where nothing differs."""
    differences = compare(old, new)
    if not differences:
        return ""
    parts: list[str] = []
    at = 0
    for number, difference in enumerate(differences):
        start, stop = difference.new_start, difference.new_end
        before = new[at:start]
        tail = before[:_AROUND] if number else ""
        if len(before) > len(tail) + _AROUND:
            before = f"{tail}…{before[-_AROUND:]}"
        parts.append(before + _mark(old[difference.start : difference.end], "-") + _mark(new[start:stop], "+"))
        at = stop
        if sum(map(len, parts)) > _SHOWN and number + 1 < len(differences):
            return f"{''.join(parts)}… (and {len(differences) - number - 1} more)"
    rest = new[at:]
    return "".join(parts) + rest[:_AROUND] + "…" * (len(rest) > _AROUND)


def _mark(text: str, sign: str) -> str:
    brackets = "[]" if sign == "-" else "{}"
    return f"{brackets[0]}{sign}{text.strip()}{sign}{brackets[1]}" if text.strip() else ""


def _units(text: str) -> list[tuple[int, int, str]]:
    """What is compared: where it stands and by what."""
    return [(m.start(), m.end(), m[0].translate(WIDTH).casefold()) for m in _UNIT.finditer(text)]


def _changes(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int, int, int, int]]:
    """The stretches of units that differ; equal ends are cut off first, for most edits are small."""
    from difflib import SequenceMatcher  # most builds have nothing to compare

    most = min(len(old), len(new))
    head = next((i for i in range(most) if old[i] != new[i]), most)
    tail = next((i for i in range(most - head) if old[-1 - i] != new[-1 - i]), most - head)
    ours, theirs = old[head : len(old) - tail], new[head : len(new) - tail]
    if len(ours) * len(theirs) > _MOST:
        yield head, len(old) - tail, head, len(new) - tail
        return
    for tag, a, b, c, d in SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes():
        if tag != "equal":
            yield head + a, head + b, head + c, head + d


def _joined(
    changes: Iterator[tuple[int, int, int, int]], old: Sequence[tuple[int, int, str]]
) -> list[tuple[int, int, int, int]]:
    """Changes with one letter between them put together: [-修建-]{+建成+}, not [-修-]建{+成+}."""
    joined: list[tuple[int, int, int, int]] = []
    for a, b, c, d in changes:
        if joined and a - joined[-1][1] <= 1 and all(_LETTER.match(key) for *_, key in old[joined[-1][1] : a]):
            joined[-1] = (joined[-1][0], b, joined[-1][2], d)
        else:
            joined.append((a, b, c, d))
    return joined


def _span(units: Sequence[tuple[int, int, str]], first: int, last: int, text: str) -> tuple[int, int]:
    """The characters of some units; of none, the place before the next."""
    if first == last:
        at = units[first][0] if first < len(units) else len(text.rstrip())
        return at, at
    return units[first][0], units[last - 1][1]
