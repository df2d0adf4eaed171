"""How wide a line of text will be, near enough to decide whether two fit side by side; how wide a picture is."""

from __future__ import annotations

from yubei_pub.model import Picture
from yubei_pub.patterns import lazy_regex

# Thousandths of an em, measured over bold serifs up to the widest that a system without Cambria falls back
# to (DejaVu Serif, a quarter wider), and rounded up to 25, because a line thought too wide is only set on its
# own, and one thought too narrow collides.
_CLASSES = (
    *((325, "'"), (350, " ,.‘’·"), (375, ":;j|"), (400, "il"), (425, "-"), (450, "!f"), (475, "()IJ[]t"), (500, "_`–")),
    *((525, '"*/\\'), (550, "r"), (575, "sz"), (600, "?vxy“”"), (625, "c"), (650, "ae{}"), (675, "o")),
    *((700, "$0123456789bdgkpq"), (725, "FLSY"), (750, "TZhnu"), (775, "EP"), (800, "ACVX"), (850, "#+<=>BR^~")),
    *((875, "DGKOQUw"), (925, "&N"), (950, "H"), (1000, "%@—…"), (1075, "m"), (1125, "MW")),
)
_LATIN = 750
# No line begins with what closes, or ends with what opens.
_WORDS = lazy_regex(r"[“‘（《〈【「『]*[\u2e80-\uffff][，。、；：？！）》〉】」』”’…]*|[^\s\u2e80-\uffff]+\s*|\s+")
SANS = 0.88  # Latin of a regular sans serif (Calibri, DejaVu Sans) against these: 0.67 to 0.88 measured
CALIBRI = 0.75  # in Calibri itself, and Carlito: 0.67 to 0.73; where a line too long does little harm
_EM = 1000
_FIRST_WIDE = "\u2e80"  # CJK radicals; everything from here on is set on a full em
# Of the sheet: two upright pictures stand on a page with their captions, one of which may have a second line.
_HIGHEST, _UPRIGHT = 0.45, 0.375


class _Widths(dict[str, int]):
    def __missing__(self, char: str) -> int:
        return _EM if char >= _FIRST_WIDE else _LATIN


_IN_ENGLISH = _Widths({char: width for width, chars in _CLASSES for char in chars})
_IN_CHINESE = _Widths(_IN_ENGLISH | {chr(code): _EM for code in range(0x2010, 0x2027)})  # dashes, “”, ……


def points(text: str, size: float, chinese: bool = False) -> float:
    """The estimated width in points of a text set at `size` points; “” are an em wide in Chinese."""
    widths = _IN_CHINESE if chinese else _IN_ENGLISH
    return sum(map(widths.__getitem__, text)) * size / _EM


def picture_width(picture: Picture, room: float, sheet: float, point: float = 1) -> float:
    """How wide a picture is: as what it stands in, unless it were too high for a sheet of that height or coarser than
    72 pixels an inch; all in points, or in what has so many a `point`.
    """
    width, height = picture.width, picture.height
    highest = sheet * _HIGHEST
    if highest * width < room * height:  # it does not fill the line anyway
        highest = sheet * _UPRIGHT
    return min(room, width * point, highest * width / height)


def shortened(text: str, size: float, room: float) -> str:
    """As many words (characters, in Chinese) of a text set at `size` points as there is room for, in points."""
    if points(text, size) <= room:
        return text
    short = ""
    for word in _WORDS.findall(text):
        if points(f"{short}{word}…", size) > room:
            break
        short += word
    return short.rstrip(" ,;:.，、；：（(“「《") + "…"


def filled(text: str, size: float, room: float, chinese: bool = False) -> str:
    """The text with a line break wherever the next word (character, in Chinese) has no room on the line, in points."""
    lines = [""]
    for word in _WORDS.findall(text):
        if lines[-1] and points(f"{lines[-1]}{word}".rstrip(), size, chinese) > room:
            lines.append("")
        lines[-1] += word
    return "\n".join(line.rstrip() for line in lines)
