"""zh.md and en.md are written in the Markdown that the program understands.

Found while the files are read.  Keyboards in Chinese mode type `：`, `！［］（）`, `｛#id｝` and
U+3000: these are read as what was meant, and reported so that GitHub shows them right too.

HTML (`<br>`, `<sup>2</sup>`), `~~crossed out~~`, a `-` with no blank behind it, and links with a blank in their address
or without its last bracket are text here: they are printed as they stand, signs and all.  Lines without an empty line
between them are one paragraph; so are the items of a list and the rows of a table pasted from Word or Excel, until
they are typed as Markdown wants them.

Bad:   ## 城市建設更智慧 ｛#s1｝
       about 55 km<sup>2</sup>, ~~perhaps~~ more
       • new parks
       • new pipes
Good:  ## 城市建設更智慧 {#s1}
       about 55 km², more
       - new parks
       - new pipes

What to do: take the fix, or type what the message says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from yubei_pub.beads import Bead, Segment
from yubei_pub.document import Block, BlockKind, MarkKind
from yubei_pub.findings import Message, Place, Remark, Severity
from yubei_pub.model import Briefing
from yubei_pub.patterns import lazy_regex

SEVERITY = Severity.WARNING

# The tags that people type or paste; anything else between < and > may be a text.
_TAG = lazy_regex(
    r"</?(?P<tag>a|b|blockquote|br|center|del|div|em|font|h[1-6]|hr|i|img|li|ol|p|s|script|small|span|strike|strong|"
    r"style|sub|sup|table|tbody|td|th|thead|tr|u|ul)\b[^<>\n]*>",
    re.I,
)
_MERGED = lazy_regex(r"(?<!\S)={7}(?!\S)")
_CROSSED = lazy_regex(r"~~(?=\S)[^~\n]+~~")
_LINK = lazy_regex(r"\[[^\[\]\n]+\](?P<gap>[ ]?)\((?:https?://|mailto:|www\.)(?:[^()\n]*(?P<closed>\))|[^()\s]*)")
_BULLETS = "•●▪■◆➢‣◦○·\uf06c\uf06e\uf0a7\uf0b7\uf0d8\uf0fc"  # the last are Word's, of Symbol and Wingdings
_LISTED = lazy_regex(
    rf"^[ \t>]*(?:[{_BULLETS}]|[–—](?=[ \t])|-(?=[^\W\d])|[①-⑳]|"
    r"[（(]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})(?:[)）、．]|\.(?!\d)))[^\n]*\S",
    re.M,
)
_HYPHEN = lazy_regex(r"^[ \t>]*-(?=[^\W\d])[^\n]*[^\s-][ \t]*$", re.M)  # -END- is no item
_CELLS = lazy_regex(r"^[^\n]*(?:\S\t+\S|[|｜][^\n|｜]*[|｜])[^\n]*$", re.M)
_ENDED = lazy_regex(r"[。！？.!?][”’」』）)\"']*[ \t]*(?:\n|$)")
_RUN_TOGETHER = (  # what two lines of a paragraph are like, and what to do
    (_LISTED, "these items are printed in one line; type - and a blank before each, or an empty line between them"),
    (_CELLS, "this table is printed in one line; type | between its cells and a line |---|---| below the first row"),
)
_TYPE = {
    **dict.fromkeys(("b", "strong"), "type **words** for bold"),
    **dict.fromkeys(("i", "em"), "type *words* for italics"),
    **dict.fromkeys(("br", "p", "div"), "an empty line begins a new paragraph"),
    **dict.fromkeys(("sub", "sup"), "type the character itself, as in m² and CO₂"),
    "a": "type [words](https://…) for a link",
    "img": "type ![caption](picture.png) for a picture",
}


def check_bead(bead: Bead, briefing: Briefing) -> Iterator[Remark]:
    """HTML, told once a paragraph, what is crossed out or no link, and lines that become one paragraph."""
    yield from _joined(bead.source, bead.target)
    yield from _joined(bead.target, bead.source)
    for segment in (*bead.source, *bead.target):
        yield from _run_together(segment.block)
        for link in _printed(_LINK, "]", segment):
            words = "this is printed as it stands, not as a link; {todo}"
            yield Remark(Place.of(segment.text, *link.span()), Message(words, todo=_mending(link)))
        for tag in islice(_printed(_TAG, "<", segment), 1):
            instead = _TYPE.get(tag["tag"].lower(), "take it out")
            message = Message("HTML is printed as it stands, {tag} and all; {instead}", tag=tag[0], instead=instead)
            yield Remark(Place.of(segment.text, *tag.span()), message)
        for line in _printed(_MERGED, "=======", segment):
            words = "git left this line between two versions of the text; keep the right one, and delete the line"
            yield Remark(Place.of(segment.text, *line.span()), Message(words), Severity.ERROR)
        for crossed in _printed(_CROSSED, "~~", segment):
            message = Message("{words} is printed as it stands, not crossed out; delete it", words=crossed[0])
            yield Remark(Place.of(segment.text, *crossed.span()), message)


def _mending(link: re.Match[str]) -> str:
    if link["gap"]:
        return "no blank stands between ] and ("
    return "type %20 for each blank in its address" if link["closed"] else "type ) behind its address"


def _joined(one: Sequence[Segment], others: Sequence[Segment]) -> Iterator[Remark]:
    """Paragraphs without an empty line between them, told by the other text, which has as many."""
    if len(one) != 1 or len(others) < 2 or one[0].block.kind is not BlockKind.PARAGRAPH:
        return
    start, end = one[0].block.span
    source = one[0].text.source
    lines = source.text[start:end].count("\n") + 1
    if lines == len(others) == sum(1 for _ in _ENDED.finditer(source.text, start, end)):
        words = "these {count} lines are printed as one paragraph beside {count}; put an empty line between them"
        yield Remark(Place(source, start, end), Message(words, count=lines))


def _run_together(block: Block) -> Iterator[Remark]:
    """A list or a table that is none: two lines of the file look so, and nothing keeps them apart.

    In an item of a list, one more line with the bullet of Word is enough; a hyphen with no blank behind it anywhere.
    """
    start, end = block.span
    written = block.text.source.text[start:end]
    if block.kind is BlockKind.ROW or any(mark.kind is MarkKind.BREAK for mark in block.marks):
        return
    for pattern, words in _RUN_TOGETHER if "\n" in written else ():
        lines = list(pattern.finditer(written))
        if len(lines) > 1 or (
            lines and block.kind is BlockKind.ITEM and lines[0][0].lstrip(" \t>")[0] in _BULLETS + "–—"
        ):
            yield Remark(Place(block.text.source, start + lines[0].start(), start + lines[-1].end()), Message(words))
            return
    for item in _HYPHEN.finditer(written) if "-" in written else ():
        words = "this is printed with its hyphen, not as an item of a list; type a blank behind -"
        yield Remark(Place(block.text.source, start + item.start(), start + item.end()), Message(words))


def _printed(pattern: re.Pattern[str], sign: str, segment: Segment) -> Iterator[re.Match[str]]:
    """What a pattern finds that is not code; `sign` is in all of it."""
    text = segment.text.text
    for match in pattern.finditer(text) if sign in text else ():
        at = segment.start + match.start()
        if not any(mark.kind is MarkKind.CODE and mark.start <= at < mark.end for mark in segment.block.marks):
            yield match
