"""The line of a finding with carets under it, as a terminal sets it: a character has two columns, one, or none."""

from __future__ import annotations

from unicodedata import category, combining, east_asian_width

from yubei_pub.findings import Place

TAB = 4
_UNSEEN = "·"  # for what has no shape: a caret under nothing helps nobody, and an escape sequence would be obeyed
_CUT = "…"


def excerpt(place: Place, columns: int) -> tuple[str, str]:
    """The line that a place begins on and the carets under it, no wider than `columns`.

    Of a long line the stretch around the place is shown; a place over several lines is marked
    to the end of the first.
    """
    line, first = place.source.line(place.position.line), place.position.column - 1
    last = first + max(1, place.end - place.start)
    start, end = _window(line, first, columns - 2 * len(_CUT))
    before, after = _CUT * (start > 0), _CUT * (end < len(line))
    shown = "".join(_shown(char) for char in line[start:end])
    under = "".join((" " if i < first else "^") * width(line[i]) for i in range(start, min(last, end)))
    return before + shown + after, " " * len(before) + (under if under.endswith("^") else under + "^")


def width(char: str) -> int:
    """The columns of a character as it is shown: an unassigned one, wide to `unicodedata`, is shown as a dot."""
    shown = "\t" if char == "\t" else _printable(char)
    if combining(shown):
        return 0
    return TAB if shown == "\t" else 2 if east_asian_width(shown) in "WF" else 1


def printable(text: str) -> str:
    """A text on one line, without what a terminal would obey or not show."""
    return text if text.isprintable() else "".join(map(_printable, text))


def _printable(char: str) -> str:
    if char.isprintable() or category(char) == "Zs":
        return char
    return " " if char.isspace() else _UNSEEN


def _shown(char: str) -> str:
    return " " * TAB if char == "\t" else _printable(char)


def _window(line: str, at: int, columns: int) -> tuple[int, int]:
    """The stretch around an offset that fits: a third of it before, and what one side leaves free for the other."""
    end, left = _fill(line, at, len(line), columns * 2 // 3)
    start, left = _fill(line, at, 0, columns - columns * 2 // 3 + left)
    end, _ = _fill(line, end, len(line), left)
    return start, end


def _fill(line: str, at: int, limit: int, columns: int) -> tuple[int, int]:
    """How far one comes from an offset towards a limit, and the columns left over."""
    step = 1 if limit > at else -1
    while at != limit:
        needed = width(line[at] if step > 0 else line[at - 1])
        if needed > columns:
            break
        at, columns = at + step, columns - needed
    return at, columns
