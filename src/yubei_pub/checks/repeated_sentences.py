"""The same Chinese, the same English: what comes again in a briefing is translated as before.

Headings, captions and paragraphs count, and sentences where a paragraph and its English have as many of them.
Capitals, spaces and signs do not matter.  It is only noted, for the place may ask for other words.

Bad:   转载请注明来源。   Please credit the source.
       转载请注明来源。   When reprinting, name the source.
Good:  转载请注明来源。   Please credit the source.
       转载请注明来源。   Please credit the source.

What to do: choose one of the two.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from yubei_pub.findings import Message, Place, Remark, Severity
from yubei_pub.model import Bead, Briefing, Stretch
from yubei_pub.patterns import lazy_regex

SEVERITY = Severity.NOTE

_LEAST_HAN = 6  # shorter ones are words: 如图, 资料图, 新华社
_HAN = lazy_regex("[\u4e00-\u9fff]")
_CHINESE = lazy_regex(r"[^。！？；]+[。！？；]*[”’）」』]*")
_ENGLISH = lazy_regex(r"\S.*?(?:[.!?;][”’\")]*(?=\s+[“‘(]?[A-Z0-9]|$)|$)", re.DOTALL)
_SIGNS = lazy_regex(r"[\W_]+")


def check_briefing(briefing: Briefing) -> Iterator[Remark]:
    """The later translations that differ from the first."""
    first: dict[str, tuple[str, str, Place]] = {}
    for bead in (bead for section in briefing.sections for bead in section.beads()):
        for zh, en, place in _pairs(bead):
            key, words = _SIGNS.sub("", zh), _SIGNS.sub(" ", en).casefold().strip()
            seen, shown, where = first.setdefault(key, (words, en, place))
            if seen != words:
                message = Message("“{zh}” is “{before}” elsewhere", zh=_short(zh), before=_short(shown, 80))
                yield Remark(place, message, related=((where, Message("the first translation")),))


def _pairs(bead: Bead) -> Iterator[tuple[str, str, Place]]:
    """The sentences of a bead with their English and its place; none where it cannot be told which is which."""
    if len(bead.source) != 1 or len(bead.target) != 1:
        return
    chinese, english = bead.source[0].text.text, bead.target[0].text.text
    ours, theirs = list(_CHINESE.finditer(chinese)), list(_ENGLISH.finditer(english))
    if len(ours) != len(theirs):
        ours, theirs = list(re.finditer(r".+", chinese, re.DOTALL)), list(re.finditer(r".+", english, re.DOTALL))
    for zh, en in zip(ours, theirs, strict=False):
        if len(_HAN.findall(zh[0])) >= _LEAST_HAN and re.search("[A-Za-z]", en[0]):
            yield zh[0].strip(), en[0].strip(), bead.target_place(Stretch(0, *en.span()))


def _short(text: str, most: int = 30) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"
