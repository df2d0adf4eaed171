"""The typesetter of PDF, an optional package: found or asked for, and its fonts found or named."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from yubei_pub.findings import Message, YubeiError
from yubei_pub.patterns import lazy_regex

if TYPE_CHECKING:
    from typst import Fonts, PDFStandard, TypstWarning

# The first of each that the computer has: as in the Word template on Windows, then macOS, then Linux.  Only
# Simplified families: the same characters have other shapes in Japan and in Taiwan.
_FAMILIES: Mapping[str, tuple[str, ...]] = {
    "serif": ("Cambria", "Caladea", "Libertinus Serif"),  # typst carries the last one
    # What Caladea lacks, and a Chinese font has as wide as its characters, or with accents beside their letters.
    "greek": ("Cambria", "Libertinus Serif"),
    "sans": ("Calibri", "Carlito", "Segoe UI", "Helvetica Neue", "Arial", "Liberation Sans", "DejaVu Sans"),
    "song": ("SimSun", "NSimSun", "Songti SC", "STSong", "Noto Serif CJK SC", "Noto Serif SC", "Source Han Serif SC"),
    "hei": (
        *("Microsoft YaHei", "SimHei", "DengXian", "PingFang SC", "Heiti SC", "STHeiti", "Hiragino Sans GB"),
        *("Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "WenQuanYi Micro Hei"),
    ),
    "mono": ("Consolas", "Menlo", "DejaVu Sans Mono"),  # typst carries the last one
}
_NO_CHINESE = (
    "a PDF needs a font for Simplified Chinese, and this computer has none of these: {known}. On Windows add "
    "“Chinese (Simplified) Supplemental Fonts” under Settings, Apps, Optional features; on macOS turn on Songti SC in "
    "Font Book; on Debian and Ubuntu install fonts-noto-cjk"
)

_MISSING = lazy_regex(r"the text `\"(?P<text>.+)\"` could not be displayed")
_ESCAPED = lazy_regex(r"\\u\{([0-9a-f]+)\}")  # as Rust writes what it takes for unprintable


@lru_cache(maxsize=1)
def _installed() -> Fonts:
    """The fonts of this computer: a quarter of a second, so once a run."""
    try:
        import typst
    except ImportError:
        how = 'a PDF needs the package typst, which is not installed; install it with: pip install "yubei-pub[pdf]"'
        raise YubeiError(Message(how)) from None
    return typst.Fonts()


def fonts() -> dict[str, str]:
    """The font of each role (serif, greek, sans, song, hei, mono) on this computer.

    Raises YubeiError where typst is not installed, or no font has the Chinese.
    """
    return chosen(_installed().families())


def chosen(families: Sequence[str]) -> dict[str, str]:
    """The same from the names of the families there are; a script's one font serves both of its roles."""
    found = {role: next((name for name in names if name in families), "") for role, names in _FAMILIES.items()}
    if not found["song"] and not found["hei"]:
        known = ", ".join((*_FAMILIES["song"], *_FAMILIES["hei"]))
        raise YubeiError(Message(_NO_CHINESE, known=known))
    return found | {
        "sans": found["sans"] or found["serif"],
        "song": found["song"] or found["hei"],
        "hei": found["hei"] or found["song"],
    }


def compiled(root: Path, timestamp: int) -> tuple[bytes, list[str]]:
    """main.typ in the folder `root` as a PDF for every reader (PDF/UA-1: tagged), and what typst noticed.

    It sees no file outside `root`.  `timestamp` is the date of the file, in seconds since 1970.  A text with a
    character that no font has can be no PDF/UA: it is tagged all the same, and a box stands for the character.
    Raises YubeiError where typst gives up.
    """
    found = _installed()
    import typst

    def compile_as(standards: list[PDFStandard]) -> tuple[bytes, list[TypstWarning]]:
        return typst.compile_with_warnings(
            root / "main.typ", root=root, font_paths=found, format="pdf", timestamp=timestamp, pdf_standards=standards
        )

    remarks: list[str] = []
    try:
        try:
            data, warnings = compile_as(["ua-1"])
        except typst.TypstError as error:
            if not error.message.startswith("PDF/UA-1 error"):
                raise
            data, warnings = compile_as([])
            remarks.append(_shortcoming(error.message))
    except typst.TypstError as error:
        raise YubeiError(Message("the PDF could not be typeset: {reason}", reason=error.message)) from error
    return data, remarks + [warning.message for warning in warnings]


def _shortcoming(message: str) -> str:
    """What stands in the way of PDF/UA, in an editor's words; typst names the first such text."""
    missing = _MISSING.search(message)
    if missing is None:
        return f"It is not fit for screen readers: {message}"
    text = _ESCAPED.sub(lambda match: chr(int(match[1], 16)), missing["text"])
    chars = ", ".join(f"“{char}” (U+{ord(char):04X})" for char in dict.fromkeys(text))
    return f"No font of this computer has {chars}: a box stands for it. Install such a font, or write it otherwise."
