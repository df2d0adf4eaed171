"""No Chinese is left over in the English.

A Chinese name in brackets behind its English is a translator's choice and stays, and so does what an address has,
and a character that the English talks about: one in quotation marks, or behind the word “character”.

Bad:   Yubei has built 口袋公园 in every street.
Good:  Yubei has built pocket parks (口袋公园) in every street.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from yubei_pub import addresses, han
from yubei_pub.checks._recall import at_hand, seen
from yubei_pub.document import Block
from yubei_pub.findings import Message, Place, Remark, Severity
from yubei_pub.model import Briefing, BriefingSection
from yubei_pub.patterns import lazy_regex
from yubei_pub.remembered import Json

SEVERITY = Severity.ERROR

_HAN = lazy_regex(han.ONE)
LEFT_OVER = lazy_regex(rf"{han.ONE}+(?:[^A-Za-z\n]{{0,3}}{han.ONE}+)*")
# The English talks about a character: it stands alone in quotation marks, or in a list behind "character".
_QUOTED = rf"[“‘\"']{han.ONE}[”’\"']"
_ALONE = rf"(?:{_QUOTED}|{han.ONE}(?!{han.ONE}))(?: ?[(\uff08][^()\uff08\uff09\n]*[)\uff09])?"
MENTIONED = lazy_regex(rf"\b(?i:characters?):? {_ALONE}(?:(?:, ?|、| )(?:and |or )?{_ALONE})*|{_QUOTED}")
GLOSS = lazy_regex(rf"(?<=\w)[”’\"']? ?[(\uff08][^()\uff08\uff09\n]*{han.ONE}[^()\uff08\uff09\n]*[)\uff09]")


def check_briefing(briefing: Briefing) -> Iterator[Remark]:
    """Runs of Chinese in en.md outside brackets behind a word."""
    if briefing.target is None:
        return
    found = [*seen(briefing, "leftover-chinese", _in_section), *at_hand(_in_blocks(briefing.target.notes.values()))]
    chinese = {block.text.text for block in briefing.source.blocks()} if found else frozenset()
    for (text, zh), place in found:
        if text not in chinese:  # a whole paragraph left in Chinese is the rule `untranslated`
            yield Remark(place(), Message("Chinese left in the English: {zh}", zh=zh))


def _in_section(section: BriefingSection) -> Iterator[tuple[Json, Place]]:
    heading = [section.target_heading] if section.target_heading else []
    return _in_blocks([*heading, *(block for passage in section.passages for block in passage.target)])


def _in_blocks(blocks: Iterable[Block]) -> Iterator[tuple[Json, Place]]:
    """Runs of Chinese, each behind the text that it stands in."""
    for text in (block.text for block in blocks if han.may_hold(block.text.text) and _HAN.search(block.text.text)):
        meant = (GLOSS, MENTIONED, addresses.IN_ENGLISH)
        kept = [match.span() for pattern in meant for match in pattern.finditer(text.text)]
        for match in LEFT_OVER.finditer(text.text):
            if not any(start <= match.start() and match.end() <= end for start, end in kept):
                yield (text.text, match.group()), Place.of(text, *match.span())
