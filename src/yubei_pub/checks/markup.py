"""zh.md and en.md are written in the Markdown that the program understands.

Found while the files are read.  Keyboards in Chinese mode type `：`, `！［］（）`, `｛#id｝` and
U+3000: these are read as what was meant, and reported so that GitHub shows them right too.

HTML (`<br>`, `<sup>2</sup>`) and `~~crossed out~~` are text here: they are printed as they stand, signs and all.

Bad:   ## 城市建設更智慧 ｛#s1｝
       about 55 km<sup>2</sup>, ~~perhaps~~ more
Good:  ## 城市建設更智慧 {#s1}
       about 55 km², more

What to do: take the fix, or type what the message says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from yubei_pub.beads import Bead, Segment
from yubei_pub.document import MarkKind
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
_CROSSED = lazy_regex(r"~~(?=\S)[^~\n]+~~")
_TYPE = {
    **dict.fromkeys(("b", "strong"), "type **words** for bold"),
    **dict.fromkeys(("i", "em"), "type *words* for italics"),
    **dict.fromkeys(("br", "p", "div"), "an empty line begins a new paragraph"),
    **dict.fromkeys(("sub", "sup"), "type the character itself, as in m² and CO₂"),
    "a": "type [words](https://…) for a link",
    "img": "type ![caption](picture.png) for a picture",
}


def check_bead(bead: Bead, briefing: Briefing) -> Iterator[Remark]:
    """HTML, told once a paragraph, and what is crossed out."""
    for segment in (*bead.source, *bead.target):
        text = segment.text.text
        if "<" in text and (tag := next((m for m in _TAG.finditer(text) if not _code(segment, m.start())), None)):
            instead = _TYPE.get(tag["tag"].lower(), "take it out")
            message = Message("HTML is printed as it stands, {tag} and all; {instead}", tag=tag[0], instead=instead)
            yield Remark(Place.of(segment.text, *tag.span()), message)
        for crossed in _CROSSED.finditer(text) if "~~" in text else ():
            if not _code(segment, crossed.start()):
                message = Message("{words} is printed as it stands, not crossed out; delete it", words=crossed[0])
                yield Remark(Place.of(segment.text, *crossed.span()), message)


def _code(segment: Segment, at: int) -> bool:
    at += segment.start
    return any(mark.kind is MarkKind.CODE and mark.start <= at < mark.end for mark in segment.block.marks)
