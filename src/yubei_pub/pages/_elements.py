"""What an element of an HTML page is by its tag, its class, its id and its style."""

from __future__ import annotations

import re

from yubei_pub.pages._markup import BLOCKS, HEADINGS, PICTURES, Node
from yubei_pub.patterns import lazy_regex

_OUTSIDE_TAGS = frozenset("nav aside footer button".split())
# Words in a class or an id of what stands around an article on the sites of press offices and their mirrors.
_OUTSIDE_NAMES = lazy_regex(
    r"(?<![a-z])(?:nav|navbar|menu|topbar|breadcrumbs?|crumbs?|position|share|bdsharebuttonbox|related|relate|relevant|"
    r"recommend|hot|rank|comments?|footer?|copyright|copyrights|sidebar|aside|search|login|qrcode|ewm|pls|pager|pagination)(?![a-z])"
)
_TITLE_NAMES = lazy_regex(r"(?<![a-z])(?:title|tit|headline|biaoti|bt)(?![a-z])")
_HIDDEN = lazy_regex(r"display\s*:\s*none|mso-list\s*:\s*ignore", re.IGNORECASE)
_UNSEEN = lazy_regex(r"visibility\s*:\s*hidden", re.IGNORECASE)  # WeChat saves whole articles so: its script shows them
# Classes of what no reader sees: for screen readers, and against copying.
_HIDDEN_CLASSES = frozenset("screen-reader-text sr-only visually-hidden jammer".split())
_LABEL = lazy_regex(r"mso-list\s*:\s*ignore", re.IGNORECASE)
_FONT_SIZE = lazy_regex(r"font-size\s*:\s*([0-9]{1,3}(?:\.[0-9]{1,4})?)(px|pt)", re.IGNORECASE)
_PIXELS_PER_POINT = 4 / 3
# Of a `<font>`, as browsers show them.
_SIZES = {"1": 10, "2": 13, "3": 16, "4": 18, "5": 24, "6": 32, "7": 48, "+1": 18, "+2": 24, "+3": 32, "+4": 48}


def is_hidden(node: Node) -> bool:
    """Whether no reader sees what an element holds."""
    style = node.value("style")
    unseen = _HIDDEN.search(style) or (node.tag not in BLOCKS and _UNSEEN.search(style))
    marked = node.tag == "del" or "hidden" in node.attributes
    return bool(unseen) or marked or not _HIDDEN_CLASSES.isdisjoint(node.value("class").split())


def is_outside(node: Node, main: bool) -> bool:
    """Whether an element stands around the article, or, if `main`, is no head of it."""
    named = node.tag not in ("body", "html") and _OUTSIDE_NAMES.search(_names(node))
    tagged = node.tag in _OUTSIDE_TAGS or (node.tag == "header" and not main)
    return tagged or bool(named or _UNSEEN.search(node.value("style")))


def _names(node: Node) -> str:
    return f"{node.value('class')} {node.value('id')}".lower()


def is_title(node: Node) -> bool:
    """Whether an element is called a title."""
    return bool(_TITLE_NAMES.search(_names(node)))


def size_of(node: Node) -> float:
    """How large an element's letters are, in pixels; 0 if it does not say."""
    if size := _FONT_SIZE.search(node.value("style")):
        return float(size[1]) * (_PIXELS_PER_POINT if size[2].lower() == "pt" else 1)
    return _SIZES.get(node.value("size").strip(), 0) if node.tag == "font" else 0


def word_label(item: Node) -> str:
    """What Word writes in front of an item, which it does not mark as one."""
    written = next((node.words for node in item.descendants() if _LABEL.search(node.value("style"))), "")
    counted = re.search(r"[0-9]{1,3}(?=[.)、])", written)
    return f"{counted[0]}." if counted else "-"


def arranges(item: Node) -> bool:
    """Whether an item of a list is a piece of the page: it holds a picture, a heading, or paragraphs."""
    inside = [child.tag for child in item.descendants()]
    return inside.count("p") > 1 or not (PICTURES | HEADINGS.keys()).isdisjoint(inside)
