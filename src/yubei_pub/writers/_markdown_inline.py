"""Text and its marks as GitHub's Markdown that reads back as the same text.

Marks are written with `*` where CommonMark's rules for delimiters are sure to see them, else as
HTML: `**“减负”**后` would stay asterisks, because the closing ones stand between punctuation and a letter.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby

from yubei_pub import addresses
from yubei_pub.document import MarkKind
from yubei_pub.inline import Piece, link_target
from yubei_pub.patterns import lazy_regex

# What means something anywhere in a line; ~ is strikethrough on GitHub, $ mathematics, | the end of a cell;
# # is a heading's mark at its end too.
_SPECIAL = lazy_regex(r"[\\`*_\[\]<>&~$|#]")
# What means something at the start of a line: rules and lists.
_LINE_START = lazy_regex(r"(?=[+=-])|(?P<number>\d{1,9})(?=[.)](?:\s|$))")
_EDGE = lazy_regex(r"^[ \t]+|(?<![ \t])[ \t]+(?=\\?$)")
_BLANKS = (" ", "\t")
_EMPHASIS = {
    frozenset({MarkKind.STRONG}): ("**", "strong"),
    frozenset({MarkKind.EMPHASIS}): ("*", "em"),
    frozenset({MarkKind.STRONG, MarkKind.EMPHASIS}): ("***", "strong"),
}
_CODE = frozenset({MarkKind.CODE})
_BREAKS = lazy_regex(r"\r\n|\r|\n")


def escape(text: str) -> str:
    """A whole plain text with everything that Markdown would read as markup escaped; its line breaks are hard."""
    return _lines(addressed(text))


def fragment(text: str) -> str:
    """A part of a line, escaped."""
    escaped = _SPECIAL.sub(r"\\\g<0>", text.replace("\0", ""))
    return _BREAKS.sub("\\\\\n", escaped) if "\n" in escaped or "\r" in escaped else escaped


def addressed(text: str) -> str:
    """The same, with each address as a link to itself.

    GitHub makes one of it in any case, but takes the backslashes of what is escaped for part of the address.
    """
    if not addresses.may_hold(text):  # as nearly every text
        return fragment(text)
    end, written = 0, ""
    for found in addresses.find(text):
        words = text[found.start : found.end]
        written += fragment(text[end : found.start]) + _link(words, found.target, fragment(words))
        end = found.end
    return written + fragment(text[end:])


def _link(words: str, target: str, body: str) -> str:
    """A link around words, whose markup is `body`; of an address that says where it leads the address alone."""
    if target in (words, f"mailto:{words}") and body == fragment(words):
        return f"<{words}>"
    return linked(body, target)


def linked(body: str, target: str) -> str:
    """Markup as a link, if its address is one that a reader may follow."""
    address = link_target(target).replace("(", "%28").replace(")", "%29")
    return f"[{body}]({address})" if address else body


def _lines(written: str) -> str:
    """Whole lines, their starts escaped; blanks at their ends as entities, because parsers strip them.

    A break at the very end is none to Markdown, and its backslash would be printed.
    """
    end = len(written)
    while written.endswith("\\\n", 0, end):
        end -= 2
    return "\n".join(map(_line, written[:end].split("\n")))


def _line(line: str) -> str:
    if start := _LINE_START.match(line):
        line = f"{start['number'] or ''}\\{line[start.end() :]}"
    if line.startswith(_BLANKS) or line.removesuffix("\\").endswith(_BLANKS):
        line = _EDGE.sub(lambda blanks: "".join(f"&#{ord(char)};" for char in blanks[0]), line)
    return line


def inline(pieces: Iterable[Piece], note: Callable[[str], str]) -> str:
    """The pieces of a block; `note` gives the mark of a footnote by its label."""
    written: list[str] = []
    for target, run in groupby(pieces, lambda piece: piece.target):
        parts = list(_code_in_one(run))
        body = _joined(_piece(parts, at, note) for at in range(len(parts)))
        words = "".join(part.text for part in parts)
        written.append(_link(words, target, body) if target and body else body)
    return _lines(_joined(written))


def _joined(written: Iterable[str]) -> str:
    """One after the other; an exclamation mark would make a picture of a link or a note behind it."""
    parts: list[str] = []
    for part in written:
        if part.startswith("[") and parts and parts[-1].endswith("!"):
            parts[-1] = parts[-1][:-1] + "\\!"
        parts.append(part)
    return "".join(parts)


def _code_in_one(parts: Iterable[Piece]) -> Iterator[Piece]:
    """Code in one piece, whatever else is marked inside it: two code spans that touch are none."""
    for is_code, run in groupby(parts, lambda piece: MarkKind.CODE in piece.kinds):
        first, *rest = run
        if is_code:
            first = first._replace(text=first.text + "".join(piece.text for piece in rest), kinds=_CODE)
            rest = []
        yield first
        yield from rest


def _piece(parts: list[Piece], at: int, note: Callable[[str], str]) -> str:
    piece = parts[at]
    if piece.note:
        return note(piece.note)
    if MarkKind.CODE in piece.kinds:
        return _code(piece.text)
    text = fragment(piece.text) if piece.target else addressed(piece.text)
    kinds = _emphasis(piece)
    if not kinds:
        return text
    delimiter, element = _EMPHASIS[kinds]
    alone = not any(_emphasis(other) for other in parts[max(at - 1, 0) : at] + parts[at + 1 : at + 2])
    if alone and piece.text[0].isalnum() and piece.text[-1].isalnum():
        return f"{delimiter}{text}{delimiter}"
    both = len(kinds) > 1
    return f"<{element}>{'<em>' * both}{text}{'</em>' * both}</{element}>"


def _emphasis(piece: Piece) -> frozenset[MarkKind]:
    return piece.kinds & {MarkKind.STRONG, MarkKind.EMPHASIS}


def _code(text: str) -> str:
    """A code span; its backticks are one more than any run inside."""
    text = _BREAKS.sub(" ", text.replace("\0", ""))
    fence = "`" * (max((len(run) for run in re.findall("`+", text)), default=0) + 1)
    pad = " " if text.startswith(("`", " ")) or text.endswith(("`", " ")) else ""
    return f"{fence}{pad}{text}{pad}{fence}" if text.strip(" ") else fragment(text)
