"""Edits on edits: applied to a text, and expressed in the offsets of the text before earlier ones."""

from __future__ import annotations

from collections.abc import Sequence

from yubei_pub.trace import Edit


def applied(text: str, edits: Sequence[Edit]) -> str:
    """The text with the edits made; they are in its offsets, in order, not overlapping."""
    parts: list[str] = []
    at = 0
    for edit in edits:  # which Python takes apart more slowly than it looks three things up in it
        parts.append(text[at : edit[0]])
        if edit[2]:
            parts.append(edit[2])
        at = edit[1]
    return "".join((*parts, text[at:]))


def composed(original: str, earlier: Sequence[Edit], later: Sequence[Edit]) -> Sequence[Edit]:
    """`later`, given in offsets of the text that `earlier` made of `original`, in one list with `earlier`.

    Where a later edit touches what an earlier one put there, one edit stands for all that meet.
    """
    if not earlier or not later:
        return later or earlier
    out: list[Edit] = []
    index = shift = number = 0  # the next earlier edit, how much longer the text is before it, the next later edit
    while number < len(later):
        start, end, replacement, rule, certain = later[number]
        while index < len(earlier):
            before = earlier[index]
            left, length = before[0] + shift, len(before[2])
            if left + length > start or left > start:
                break
            out.append(before)
            shift += length - before[1] + before[0]
            index += 1
        if index < len(earlier) and earlier[index][0] + shift < end:
            olds, news = _meeting(earlier, index, shift, later, number)
            out.append(_merged(original, olds, shift, news))
            shift += sum(map(_growth, olds))
            index += len(olds)
            number += len(news)
        else:
            out.append(Edit(start - shift, end - shift, replacement, rule, certain))
            number += 1
    out.extend(earlier[index:])
    return out


def _growth(edit: Edit) -> int:
    return len(edit.replacement) - (edit.end - edit.start)


def _meeting(
    earlier: Sequence[Edit], index: int, shift: int, later: Sequence[Edit], number: int
) -> tuple[Sequence[Edit], Sequence[Edit]]:
    """The edits from `earlier[index]` and `later[number]` on that touch one another."""
    old, new = index, number + 1
    end = later[number].end
    while True:
        if old < len(earlier) and earlier[old].start + shift < end:
            end = max(end, earlier[old].start + shift + len(earlier[old].replacement))
            shift += _growth(earlier[old])
            old += 1
        elif new < len(later) and later[new].start < end:
            end = max(end, later[new].end)
            new += 1
        else:
            return earlier[index:old], later[number:new]


def _merged(original: str, olds: Sequence[Edit], shift: int, news: Sequence[Edit]) -> Edit:
    """One edit in place of edits that meet; `shift` is how much longer the text is before them.

    It carries the rule of the last, and is certain only if all are.
    """
    start = min(olds[0].start, news[0].start - shift)
    end = max(olds[-1].end, news[-1].end - shift - sum(map(_growth, olds)))
    text = applied(original[start:end], [_moved(edit, -start) for edit in olds])
    text = applied(text, [_moved(edit, -start - shift) for edit in news])
    return Edit(start, end, text, news[-1].rule, all(edit.certain for edit in (*olds, *news)))


def _moved(edit: Edit, by: int) -> Edit:
    return Edit(edit.start + by, edit.end + by, edit.replacement, edit.rule, edit.certain)
