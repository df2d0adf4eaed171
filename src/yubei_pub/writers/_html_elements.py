"""Elements of HTML that are well-formed XML too: a web page and the XHTML of an EPUB are built of the same strings.

HTML's parser takes `<br/>` for `<br>` (WHATWG 13.1.2.1); an empty element that is not void is closed by its end tag.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from yubei_pub.xmltext import attribute, escape

_VOID = frozenset({"br", "col", "hr", "img", "link", "meta"})


def text(words: str) -> str:
    """Plain text as character data: whatever it says, it is no markup.  Its line breaks are hard."""
    if "\n" not in words and "\r" not in words:
        return escape(words)
    return "<br/>".join(escape(line) for line in words.replace("\r\n", "\n").replace("\r", "\n").split("\n"))


def element(name: str, content: str = "", /, **attributes: str | None) -> str:
    """One element; `content` is markup.  `class_` is written class, `aria_label` aria-label, `epub_type` epub:type.

    An attribute that is None is left out.
    """
    written = "".join([_attribute(key, value) for key, value in attributes.items() if value is not None])
    return f"<{name}{written}/>" if name in _VOID else f"<{name}{written}>{content}</{name}>"


@lru_cache(maxsize=1024)  # nearly all are the same few classes and languages
def _attribute(key: str, value: str) -> str:
    name = key.rstrip("_")
    name = name.replace("_", ":", 1) if name.startswith("epub_") else name.replace("_", "-")
    return f' {name}="{attribute(value)}"'


class Entry(NamedTuple):
    """An entry of a nested list: `content` is the markup of its own line."""

    depth: int
    content: str
    id: str | None = None


def nested(entries: Sequence[Entry], name: str, item: str | None = None, **attributes: str | None) -> str:
    """Entries as a list in which a deeper one is a list inside the entry before it; `item` is the class of each."""
    groups: list[list[Entry]] = []
    for entry in entries:
        if groups and entry.depth > groups[-1][0].depth:
            groups[-1].append(entry)
        else:
            groups.append([entry])
    items = (
        element(
            "li", head.content + (nested(deeper, name, item, **attributes) if deeper else ""), id=head.id, class_=item
        )
        for head, *deeper in groups
    )
    return element(name, "".join(items), **attributes)
