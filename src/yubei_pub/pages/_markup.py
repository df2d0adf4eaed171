"""HTML as a tree whose nodes know their offsets in the text of the file.

Tags are told as browsers tell them, also where they are not closed or not nested; what stands
in scripts and styles is no text.  Linear in the length of the page, whatever it holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape

from yubei_pub.patterns import lazy_regex

# What has no end tag.
VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
# What holds no text of the page.
RAW = frozenset(
    "script style textarea title xmp iframe noembed noframes svg template object select video audio canvas "
    "annotation".split()
)
BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure "
    "footer form h1 h2 h3 h4 h5 h6 header hgroup hr html li main menu nav ol p pre section summary table tbody td "
    "tfoot th thead tr ul".split()
)
SCRIPTLESS = "noscript"  # for readers without scripts, and often an advertisement: of it only pictures are taken
PICTURES = frozenset({"img", "amp-img"})
HEADINGS = {f"h{level}": level for level in range(1, 7)}
_CELLS = frozenset({"td", "th"})
_LISTS = frozenset({"ul", "ol", "menu", "dir"})
# A start tag of the key ends an open element of the values.
_ENDS: dict[str, frozenset[str]] = {
    "li": frozenset({"li"}),
    **dict.fromkeys(("dt", "dd"), frozenset({"dt", "dd"})),
    "tr": frozenset({"tr"}),
    **dict.fromkeys(_CELLS, _CELLS),
    **dict.fromkeys(BLOCKS - {"li", "dt", "dd", "tr", "td", "th"}, frozenset({"p"})),
}
# What an end does not reach over.
_FENCES: dict[str, frozenset[str]] = {
    **dict.fromkeys(("table", "body", "html"), frozenset()),
    **dict.fromkeys(("tr", "tbody", "thead", "tfoot", "td", "th"), frozenset({"table"})),
    "li": _LISTS | _CELLS,
    **dict.fromkeys(("dt", "dd"), _CELLS | {"dl"}),
}
_FENCE = _CELLS | {"table"}
DEEPEST = 200  # elements in one another; deeper ones become neighbours

_TAG = lazy_regex(r"<(?P<end>/?)(?P<name>[A-Za-z][^\s/>]*)")
_ATTRIBUTE = lazy_regex(r"[\s/]*(?P<name>[^\s/<>=]+)(?:\s*=\s*(?P<quote>[\"']?))?")
_UNQUOTED = lazy_regex(r"[^\s>]*")
_REST = lazy_regex(r"[^<>]{0,1000}>?")
_ENTITY = lazy_regex(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});?")


@dataclass(slots=True)
class Node:
    """An element with its attributes (offsets of the values), or a stretch of text where `tag` is empty.

    `page` is the text of the file.
    """

    page: str = field(repr=False)
    tag: str
    start: int
    end: int
    attributes: dict[str, tuple[int, int]] = field(default_factory=dict)
    children: list[Node] = field(default_factory=list)

    def value(self, name: str) -> str:
        """An attribute's value, entities resolved; empty if there is none."""
        start, end = self.attributes.get(name, (0, 0))
        return unescape(self.page[start:end])

    def number(self, name: str, otherwise: int) -> int:
        """An attribute's number; `otherwise` if it has none, or more than three digits."""
        written = self.value(name).strip()
        return int(written) if written.isascii() and written.isdigit() and len(written) < 4 else otherwise

    def entities(self) -> Iterator[tuple[int, int, str]]:
        """The character references in a stretch of text, by their offsets, with what they stand for."""
        for match in _ENTITY.finditer(self.page, self.start, self.end):
            meaning = unescape(match[0])
            if meaning != match[0]:
                yield match.start(), match.end(), meaning

    def descendants(self) -> Iterator[Node]:
        """All that is inside, in the order of the file; what is no text of the page is not gone into."""
        stack = self.children[::-1]
        while stack:
            child = stack.pop()
            yield child
            if child.tag != SCRIPTLESS:
                stack.extend(reversed(child.children))

    @property
    def words(self) -> str:
        """The text inside, without white space."""
        return "".join(unescape("".join(self.page[n.start : n.end] for n in self.descendants() if not n.tag)).split())


def parse(text: str) -> Node:
    """The tree of a page."""
    return _Builder(text).root


class _Builder:
    """Reads tags from left to right; `stack` are the open elements."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.root = Node(text, "", 0, len(text))
        self.stack = [self.root]
        self.unclosed: set[str] = set()  # quotes and comments of which no end is left
        at = 0
        while (less := text.find("<", at)) >= 0:
            self._text(at, less)
            at = self._markup(less)
            if at == less:  # not a tag: text like any other
                self._text(less, less + 1)
                at += 1
        self._text(at, len(text))

    def _text(self, start: int, end: int) -> None:
        if start < end:
            self.stack[-1].children.append(Node(self.text, "", start, end))

    def _markup(self, at: int) -> int:
        """The end of the tag or comment at `at`, taken in; `at` if there is none."""
        if self.text.startswith("<!--", at):
            return self._find("-->", at + 4, at)
        if self.text.startswith(("<!", "<?"), at):
            return self._find(">", at + 2, at)
        tag = _TAG.match(self.text, at)
        if tag is None:
            return at
        name = tag["name"].lower()
        attributes, end = self._attributes(tag.end())
        if tag["end"]:
            self._close(name)
        else:
            end = self._open(Node(self.text, name, at, end, attributes), end)
        return end

    def _find(self, what: str, start: int, otherwise: int) -> int:
        """The place behind the next `what`; a search in vain is not made twice."""
        found = -1 if what in self.unclosed else self.text.find(what, start)
        if found < 0:
            self.unclosed.add(what)
            return otherwise
        return found + len(what)

    def _attributes(self, at: int) -> tuple[dict[str, tuple[int, int]], int]:
        found: dict[str, tuple[int, int]] = {}
        while match := _ATTRIBUTE.match(self.text, at):
            at = start = match.end()
            if quote := match["quote"]:
                at = self._find(quote, start, start)
                stop = at - 1 if at > start else start
            elif quote is not None and (unquoted := _UNQUOTED.match(self.text, start)):
                at = stop = unquoted.end()
            else:
                stop = start
            found.setdefault(match["name"].lower(), (start, stop))
        rest = _REST.match(self.text, at)
        return found, rest.end() if rest else at

    def _open(self, node: Node, end: int) -> int:
        for tag in _ENDS.get(node.tag, ()):
            self._close(tag)
        self.stack[-1].children.append(node)
        if node.tag in RAW:
            close = lazy_regex(f"</{node.tag}", re.IGNORECASE).search(self.text, end)
            node.end = close.start() if close else len(self.text)
            return node.end
        if node.tag not in VOID and len(self.stack) < DEEPEST:
            self.stack.append(node)
        return end

    def _close(self, tag: str) -> None:
        """End the innermost open element of a name, with all inside it, if no fence stands between."""
        fences = _FENCES.get(tag, _FENCE)
        for index in range(len(self.stack) - 1, 0, -1):
            if self.stack[index].tag == tag:
                del self.stack[index:]
                return
            if self.stack[index].tag in fences:
                return
