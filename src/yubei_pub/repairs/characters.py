"""Characters that nobody sees, and that Word files may not hold, are removed.

Control characters (XML 1.0, section 2.2, forbids them in a Word file), byte order marks in the
middle of a text, zero-width spaces and joiners beside Chinese, marks that turn the
direction of writing, lone surrogates and noncharacters.  Tab and line feed stay, and so do the
joiners inside emoji and inside other scripts.

Bad:  `重慶<U+FEFF>市<U+200B>政府`
Good: `重慶市政府`
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from yubei_pub.trace import Edit

_UNWANTED = re.compile(
    "["
    "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"  # controls; the line breaks among them are for `newlines`
    "\u200b\u2060\ufeff"  # zero-width space, word joiner, byte order mark
    "\u200e\u200f\u202a-\u202e\u2066-\u2069"  # direction marks: Chinese and English need none
    "\u200c\u200d"  # joiners, which emoji and other scripts need
    "\ud800-\udfff\ufffe\uffff"  # lone surrogates and noncharacters
    "]"
)
_JOINERS = "\u200c\u200d"
_CHINESE = re.compile("[\u3400-\u9fff]")


def edits(text: str) -> Iterator[Edit]:
    """Remove the unwanted characters."""
    for match in _UNWANTED.finditer(text):
        start, end = match.span()
        joining = match[0] in _JOINERS
        if joining and not (_CHINESE.match(text, end) or (start and _CHINESE.match(text, start - 1))):
            continue
        yield Edit(start, end, "", "characters")
