"""No Chinese is left over in the English.

A Chinese name in brackets behind its English is a translator's choice and stays.

Bad:   Yubei has built 口袋公园 in every street.
Good:  Yubei has built pocket parks (口袋公园) in every street.
"""

from __future__ import annotations

from collections.abc import Iterator

from yubei_pub import han
from yubei_pub.findings import Message, Place, Remark, Severity
from yubei_pub.model import Briefing
from yubei_pub.patterns import lazy_regex

SEVERITY = Severity.ERROR

HAN = r"[\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff]"
_HAN = lazy_regex(HAN)
LEFT_OVER = lazy_regex(rf"{HAN}+(?:[^A-Za-z\n]{{0,3}}{HAN}+)*")
GLOSS = lazy_regex(rf"(?<=\w)[”’\"']? ?[(\uff08][^()\uff08\uff09\n]*{HAN}[^()\uff08\uff09\n]*[)\uff09]")


def check_briefing(briefing: Briefing) -> Iterator[Remark]:
    """Runs of Chinese in en.md outside brackets behind a word."""
    if briefing.target is None:
        return
    blocks = (*briefing.target.blocks(), *briefing.target.notes.values())
    with_han = [block for block in blocks if han.may_hold(block.text.text) and _HAN.search(block.text.text)]
    chinese = {block.text.text for block in briefing.source.blocks()} if with_han else frozenset()
    for block in with_han:
        text = block.text.text
        if text in chinese:
            continue  # a whole paragraph left in Chinese is the rule `untranslated`
        glosses = [match.span() for match in GLOSS.finditer(text)]
        for match in LEFT_OVER.finditer(text):
            if not any(start <= match.start() and match.end() <= end for start, end in glosses):
                message = Message("Chinese left in the English: {zh}", zh=match.group())
                yield Remark(Place.of(block.text, *match.span()), message)
