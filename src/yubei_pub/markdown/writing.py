"""Texts to Markdown that reads back as the same texts, in the shape of FORMATS: for an import."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from yubei_pub import strict_yaml
from yubei_pub.document import Block, BlockKind, Mark, MarkKind, Section
from yubei_pub.findings import YubeiError
from yubei_pub.inline import nested
from yubei_pub.patterns import lazy_regex
from yubei_pub.trace import Source

# What Markdown would eat inside a text.  _ between letters is none (微信圖片_2024), & only before an entity.
_SPECIAL = lazy_regex(r"[\\`*\[\]]|(?<![^\W_])_|_(?![^\W_])|<(?=[A-Za-z/!?])|&(?=[#A-Za-z])")
# … at the start of a line,
_LINE_START = lazy_regex(r"^(?:[#>]|[-+*=](?=[ \t\n=*_-]|$)|-(?=-)|~(?=~~)|:(?=-)|\|)|^(?P<number>\d{1,9})(?=[.)])")
# … and at the end of a heading.
_HEADING_END = lazy_regex(r"[ \t]*(?P<at>#+|\{#[^\s{}]+\})$")
_UNPRINTABLE = lazy_regex("[\x7f-\x9f\ud800-\udfff\ufeff\ufffe\uffff\u2028\u2029]")


def write(front: Mapping[str, str], sections: Sequence[Section], remark: Callable[[Block], str] = lambda _: "") -> str:
    """A file with this front matter and these sections; the first is the lead, its heading the title.

    An id is written where a section has one in `declared`.  Formatting marks and directives
    are not written; line breaks in a text are.  What `remark` says of a heading or block is
    written above it as a comment, which no reader takes for text.
    """
    parts = [_front(front)] if front else []
    for number, section in enumerate(sections):
        heading = _heading(section, "#" if number == 0 else "#" * max(section.level, 2))
        parts += [_comment(remark(section.heading)), heading, *_blocks(section.blocks, remark)]
    return "\n\n".join(part for part in parts if part) + "\n"


def inline(text: str, heading: bool = False, marks: Sequence[Mark] = ()) -> str:
    """A text as Markdown, to stand at the beginning of a line, inside a text or as a heading's words."""
    written = _marked(text, marks) if marks else _text(text, begins=not heading)
    return _meant(_ended(written) if heading else written)


def block(block: Block, marks: Sequence[Mark] = ()) -> str:
    """One block as Markdown, with other marks than its own; of a table's row they are left out."""
    return _meant(_block(block, False, marks))


def _marked(text: str, marks: Sequence[Mark]) -> str:
    """A text of one line with its marks."""
    parts, at, code = [""], 0, False
    for offset, opens, mark in nested(text, marks):
        words, sign = text[at:offset], _sign(mark, opens, text)
        parts.append(words if code else _words(words, begins=not at))
        if sign.startswith("[") and parts[-1].endswith("!"):  # it would be a picture
            parts[-1] = parts[-1][:-1] + "\\!"
        parts.append(sign)
        at, code = offset, opens and mark.kind is MarkKind.CODE
    return "".join((*parts, _words(text[at:], begins=not at)))


def _sign(mark: Mark, opens: bool, text: str) -> str:
    """What opens or closes a mark."""
    match mark.kind:
        case MarkKind.LINK:
            return "[" if opens else f"]({_destination(mark.target)})"
        case MarkKind.NOTE:
            return f"[^{mark.target}]" if opens else ""
        case MarkKind.CODE:
            words = text[mark.start : mark.end]
            fence = "`" * (max(map(len, re.findall("`+", words)), default=0) + 1)
            blank = " " if "`" in (words[0], words[-1]) else ""
            return fence + blank if opens else blank + fence
    return {MarkKind.STRONG: "**", MarkKind.EMPHASIS: "*"}.get(mark.kind, "")


def _comment(text: str) -> str:
    """An HTML comment, which may hold no `--`."""
    return f"<!-- {re.sub('-(?=-)', '- ', text)} -->" if text else ""


def _blocks(blocks: Sequence[Block], remark: Callable[[Block], str]) -> list[str]:
    written: list[str] = []
    for number, block in enumerate(blocks):
        text = _meant(_block(block, bool(number) and blocks[number - 1].kind is BlockKind.ROW))
        if comment := _comment(remark(block)):
            text = f"{comment}\n\n{text}" if text else comment
        together = block.kind in (BlockKind.ROW, BlockKind.ITEM) and number and blocks[number - 1].kind is block.kind
        if together and block.label != "header":
            written[-1] += "\n" + text
        else:
            written.append(text)
    return written


def _block(block: Block, below_row: bool, marks: Sequence[Mark] = ()) -> str:
    text = block.text.text.strip()
    written = _marked(text, marks) if marks else _text(text)
    match block.kind:
        case BlockKind.FIGURE:
            return f"![{written}]({picture_path(block.picture)})"
        case BlockKind.ITEM:
            indent = "   " * block.depth
            mark = block.label if re.fullmatch(r"[-+*]|\d{1,9}[.)]", block.label) else "-"
            return indent + mark + " " + written.replace("\n", "\n" + indent + " " * (len(mark) + 1))
        case BlockKind.QUOTATION:
            prefix = "> " * (block.depth + 1)
            return prefix + written.replace("\n", "\n" + prefix)
        case BlockKind.ROW:
            cells = [_cell(cell.strip()) for cell in block.text.text.split("\t")]
            row = "| " + " | ".join(cells) + " |"
            return row if below_row and block.label != "header" else row + "\n" + "| --- " * len(cells) + "|"
    return written


def _cell(text: str) -> str:
    """A cell of a table: it begins no line, so 12.5 is no item of a list."""
    return _words(" ".join(text.split("\n")), begins=False).replace("|", "\\|")


def _heading(section: Section, hashes: str) -> str:
    words = section.heading.text.text.strip().replace("\n", " ")
    return _meant(_ended(f"{hashes} {_text(words, begins=False)}").rstrip()) + (
        f" {{#{section.declared}}}" if section.declared else ""
    )


def _ended(heading: str) -> str:
    """A heading whose last words are words, and neither an id nor closing marks."""
    match = _HEADING_END.search(heading)
    return heading[: match.start("at")] + "\\" + heading[match.start("at") :] if match else heading


def _text(text: str, begins: bool = True) -> str:
    """A plain text as Markdown; the words of a heading begin no line, so 1. is no item of a list."""
    return "\\\n".join(_words(line.strip(), begins) for line in text.split("\n"))


def _words(text: str, begins: bool) -> str:
    escaped = _SPECIAL.sub(lambda match: "\\" + match[0], text)
    return _LINE_START.sub(_escaped, escaped) if begins else escaped


def _meant(written: str) -> str:
    """Full-width characters that would be read as markup, ［文字］（…） say, as entities: they are meant literally."""
    from yubei_pub.markdown.meant import would_edit

    while wide := [at for at in would_edit(written) if not written[at : at + 1].isascii()]:
        for at in sorted(set(wide), reverse=True):
            written = written[:at] + f"&#x{ord(written[at]):X};" + written[at + 1 :]
    return written


def _escaped(match: re.Match[str]) -> str:
    return match["number"] + "\\" if match["number"] else "\\" + match[0]


def picture_path(path: str) -> str:
    """A picture's path; in < > where it has spaces or brackets."""
    return _destination(re.sub(r"%(?=[0-9A-Fa-f]{2})", "%25", path))


def _destination(path: str) -> str:
    if re.search(r"[\s()<>（）\\&]", path) or not path:
        return "<" + re.sub(r"[<>\\&]", r"\\\g<0>", path) + ">"
    return path


def _front(front: Mapping[str, str]) -> str:
    return "---\n" + "".join(f"{key}: {_value(value)}".rstrip(" ") + "\n" for key, value in front.items()) + "---"


def _value(value: str) -> str:
    """A text as YAML, with quotes only where it needs them; several lines as a block."""
    lines = value.split("\n")
    if len(lines) > 1 and all(line == line.strip() and line for line in lines) and not _UNPRINTABLE.search(value):
        return "|-\n" + "\n".join("  " + line for line in lines)
    return value if _reads_back(value) else strict_yaml.quoted(value)


def _reads_back(value: str) -> bool:
    try:
        node = strict_yaml.parse(Source("", f"key: {value}\n"))
    except YubeiError:
        return False
    scalar = node.get("key") if isinstance(node, strict_yaml.Mapping) else None
    return isinstance(scalar, strict_yaml.Scalar) and scalar.value == value and not strict_yaml.ambiguous(scalar)
