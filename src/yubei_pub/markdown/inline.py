"""Formatting inside a block: what Markdown's inline rules consume, as edits that leave the plain text.

markdown-it gives inline tokens without columns.  Each rule that consumes markup is wrapped,
and the stretch it consumed is noted on its tokens; whatever no rule consumed is text.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from functools import cache, partial
from itertools import accumulate
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import unquote

from yubei_pub.document import Mark, MarkKind
from yubei_pub.markdown.lines import RULE, joins
from yubei_pub.patterns import lazy_regex
from yubei_pub.trace import Edit, TracedText

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

_KINDS = {"strong": MarkKind.STRONG, "em": MarkKind.EMPHASIS, "link": MarkKind.LINK}
DIRECTIVE = lazy_regex(r"\s*yubei\s*:\s*")
_NO_NOTE = "There is no footnote of this name; add a line [^name]: … or it is printed as it stands."
_NOT_ALONE = "A directive stands alone on its line, above the paragraph it is for. Here it does nothing."
_STRAY = (
    "These ** are printed as they stand: Markdown wants them at both ends of the words, without a blank inside "
    "(**words**), and does not see them between a punctuation mark and a Chinese character (**记者**：, "
    "not **记者：**). Mend or delete them."
)


class Image(NamedTuple):
    """A picture met in a text: where it stands, its caption, its path as written."""

    start: int
    end: int
    caption: tuple[int, int]
    path: str


class Odd(NamedTuple):
    """Markup that does not do what it looks like, at an offset of the content."""

    start: int
    end: int
    words: str


class Plain(NamedTuple):
    """The text of a block without markup, its marks, its pictures, and what is odd about the markup."""

    text: TracedText
    marks: tuple[Mark, ...]
    images: tuple[Image, ...]
    odd: tuple[Odd, ...]


@cache
def parser() -> MarkdownIt:
    """CommonMark with tables and footnotes, its inline rules wrapped so that tokens carry their stretch in `meta`."""
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import autolink, backtick, emphasis, entity, escape, html_inline, image, link, newline
    from mdit_py_plugins.footnote import footnote_plugin
    from mdit_py_plugins.footnote.index import footnote_ref

    # `code`: an indented paragraph is a habit of Chinese typing, not program text
    md = MarkdownIt("commonmark", {"maxNesting": 100}).enable("table").disable(["code", "text_join"])
    md.use(footnote_plugin, inline=False, move_to_end=False)
    md.core.ruler.disable("inline")  # blocks.py parses inline text itself, once the blocks are known
    md.inline.ruler2.disable("fragments_join")  # it would merge a mark that stayed text with its neighbours
    rules: dict[str, Callable[..., bool]] = {
        "newline": newline,
        "escape": escape,
        "backticks": backtick,
        "emphasis": emphasis.tokenize,
        "link": link,
        "image": image,
        "autolink": autolink,
        "html_inline": html_inline,
        "entity": entity,
        "footnote_ref": partial(footnote_ref, always_match=True),
    }
    for name, rule in rules.items():
        md.inline.ruler.at(name, _noting(name, rule))
    return md


def _noting(name: str, rule: Callable[..., bool]) -> Callable[[StateInline, bool], bool]:
    def noting(state: StateInline, silent: bool) -> bool:
        start, known = state.pos, len(state.tokens)
        if not rule(state, silent):
            return False
        new = state.tokens[known:]
        if name == "emphasis":  # a token for each * or _
            for at, token in enumerate(new[start - state.pos :], start):
                token.meta["at"] = (at, at + 1)
        elif name == "link" and new:
            opened = next(token for token in new if token.type == "link_open")
            opened.meta["at"] = (start, start + 1)
            new[-1].meta["at"] = (state.md.helpers.parseLinkLabel(state, start, True), state.pos)
        elif name == "autolink" and new:
            new[-3].meta["at"], new[-1].meta["at"] = (start, start + 1), (state.pos - 1, state.pos)
        elif new and new[-1].type != "text":  # a ` that closes nothing is text
            new[-1].meta["at"] = (start, state.pos)
        return True

    return noting


def plain(md: MarkdownIt, env: dict[str, Any], content: TracedText, notes: frozenset[str]) -> Plain:
    """A block's content without its markup; `notes` are the footnotes that the file defines."""
    found = _Found(content.text, notes)
    found.walk(md.inline.parse(content.text, md, env, []), 0)
    edits = sorted(found.edits, key=lambda edit: edit.start)
    moved = _moving(edits)
    marks = (Mark(moved(start), moved(end), kind, target) for start, end, kind, target in found.marks)
    kept = (m for m in marks if m.start < m.end or m.kind is MarkKind.NOTE)
    in_order = tuple(sorted(kept, key=lambda m: (m.start, -m.end)))
    return Plain(content.edit(edits), in_order, tuple(found.images), tuple(found.odd))


def _moving(edits: Sequence[Edit]) -> Callable[[int], int]:
    """Where an offset of the content stands once the edits are made; a mark begins and ends at the edge of one."""
    ends = [edit.end for edit in edits]
    shifts = [0, *accumulate(len(edit.replacement) - (edit.end - edit.start) for edit in edits)]
    return lambda offset: offset + shifts[bisect_right(ends, offset)]


class _Found:
    """What the tokens of a content say, in offsets of the content."""

    def __init__(self, content: str, notes: frozenset[str]) -> None:
        self.content, self.notes = content, notes
        self.edits: list[Edit] = []
        self.marks: list[tuple[int, int, MarkKind, str]] = []
        self.images: list[Image] = []
        self.odd: list[Odd] = []
        self.open: list[tuple[int, str]] = []

    def walk(self, tokens: Sequence[Token], base: int) -> None:
        for token in tokens:
            if at := token.meta.get("at"):  # all else is text as it stands
                act = self._pair if token.nesting else getattr(self, f"_{token.type}")
                act(token, *(each + base for each in at))

    def _cut(self, start: int, end: int, replacement: str = "") -> None:
        self.edits.append(Edit(start, end, replacement, RULE))

    def _pair(self, token: Token, start: int, end: int) -> None:
        """An opening or closing mark: ** _ [ ](…) < >"""
        self._cut(start, end)
        if token.nesting > 0:
            self.open.append((end, str(token.attrs.get("href", ""))))
        else:
            begin, target = self.open.pop()
            self.marks.append((begin, start, _KINDS[token.type.removesuffix("_close")], target))

    def _text(self, token: Token, start: int, end: int) -> None:
        """A * or _; one that became the second half of ** is empty."""
        if not token.content:
            self._cut(start, end)
        elif self.content.startswith("**", start) and not (self.odd and self.odd[-1].end > start):
            self.odd.append(Odd(start, start + 2, _STRAY))

    def _text_special(self, token: Token, start: int, end: int) -> None:
        """An escaped character or an entity."""
        if token.info == "entity":
            self._cut(start, end, token.content)
        elif token.content != token.markup:
            self._cut(start, start + 1)

    def _code_inline(self, token: Token, start: int, end: int) -> None:
        inside = len(token.markup)
        begin, stop = start + inside, end - inside
        code = self.content[begin:stop]
        if len(token.content) < len(code):  # one space on either side is not part of it
            begin, stop = begin + 1, stop - 1
        self._cut(start, begin)
        for at in (i for i in range(begin, stop) if self.content[i] == "\n"):
            self._cut(at, at + 1, " ")
        self._cut(stop, end)
        self.marks.append((begin, stop, MarkKind.CODE, ""))

    def _softbreak(self, token: Token, start: int, end: int) -> None:
        start = len(self.content[:start].rstrip(" "))
        before, after = self.content[start - 1 : start], self.content[end : end + 1]
        self._cut(start, end, "" if joins(before, after, self.content) else " ")

    def _hardbreak(self, token: Token, start: int, end: int) -> None:
        start = len(self.content[:start].rstrip(" "))
        self._cut(start, end, "\n")
        self.marks.append((start, end, MarkKind.BREAK, ""))

    def _html_inline(self, token: Token, start: int, end: int) -> None:
        """A comment is not text; all other HTML is, literally."""
        if self.content.startswith("<!--", start):
            self._cut(start, end)
            if DIRECTIVE.match(self.content, start + 4, end):
                self.odd.append(Odd(start, end, _NOT_ALONE))

    def _image(self, token: Token, start: int, end: int) -> None:
        begin = start + 2
        stop = begin + len(token.content)
        self.images.append(Image(start, end, (begin, stop), unquote(str(token.attrs.get("src", "")))))
        self._cut(start, begin)
        self.walk(token.children or [], begin)
        self._cut(stop, end)

    def _footnote_ref(self, token: Token, start: int, end: int) -> None:
        label = str(token.meta["label"])
        if label in self.notes:
            self._cut(start, end)
            self.marks.append((end, end, MarkKind.NOTE, label))
        else:
            self.odd.append(Odd(start, end, _NO_NOTE))
