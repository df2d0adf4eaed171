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
from collections.abc import Callable, Iterator
from functools import partial
from itertools import islice
from struct import Struct
from typing import TypeAlias

from yubei_pub import han
from yubei_pub.beads import Bead, Stretch
from yubei_pub.checks._prose import LATIN
from yubei_pub.checks._recall import recalled
from yubei_pub.findings import Message, Place, Remark, Severity, shortened
from yubei_pub.model import Briefing, BriefingSection
from yubei_pub.patterns import lazy_regex
from yubei_pub.remembered import digest

SEVERITY = Severity.NOTE
_SAME = Struct("8s8s")  # the first bytes of two digests

_Pair: TypeAlias = tuple[str, str, Callable[[], Place]]  # a sentence, its English and how to find its place

_LEAST_HAN = 6  # shorter ones are words: 如图, 资料图, 新华社
_CHINESE = lazy_regex(r"[^。！？；]+[。！？；]*[”’）」』]*")
_NEXT = r"[”’\")]*+(?:\s+[“‘(]?[A-Z0-9]|$)"  # what tells that an English sentence ended with the sign before it
_ENGLISH = lazy_regex(rf"\S[^.!?;]*+(?>(?:[.!?;](?!{_NEXT})[^.!?;]*+)*)(?:[.!?;][”’\")]*+)?")
_WHOLE = lazy_regex(".+", re.DOTALL)
_LETTERS = lazy_regex(r"[^\W_]+")


def check_briefing(briefing: Briefing) -> Iterator[Remark]:
    """The later translations that differ from the first."""
    first: dict[bytes, tuple[bytes, BriefingSection, int]] = {}
    for section in briefing.sections:
        same = section.recall.data("repeated-sentences", partial(_same, section))
        for number, (zh, en) in enumerate(_SAME.iter_unpack(same)):
            before = first.get(zh)
            if before is None:
                first[zh] = en, section, number
            elif before[0] != en:
                _, other, at = before
                hangs_on = f"repeated-sentences {number} is {at} of {other.recall.of}"
                make = partial(_remark, section, number, other, at)
                yield from recalled(briefing, hangs_on, section, make, other.extents)


def _same(section: BriefingSection) -> bytes:
    """What makes each sentence of a section, and its English, the same as others: one behind the other."""
    letters = (
        ("".join(_LETTERS.findall(zh)), " ".join(_LETTERS.findall(en)).casefold()) for zh, en, _ in _all_pairs(section)
    )
    return b"".join(_SAME.pack(*map(bytes.fromhex, map(digest, both))) for both in letters)


def _all_pairs(section: BriefingSection) -> Iterator[_Pair]:
    return (pair for bead in section.beads() for pair in _pairs(bead))


def _remark(section: BriefingSection, number: int, other: BriefingSection, at: int) -> Iterator[Remark]:
    zh, _, place = _pair(section, number)
    _, shown, where = _pair(other, at)
    message = Message("“{zh}” is “{before}” elsewhere", zh=shortened(zh, 30), before=shortened(shown, 80))
    yield Remark(place(), message, related=((where(), Message("the first translation")),))


def _pair(section: BriefingSection, number: int) -> _Pair:
    return next(islice(_all_pairs(section), number, None))


def _pairs(bead: Bead) -> Iterator[_Pair]:
    """The sentences of a bead with their English and its place; none where it cannot be told which is which."""
    if len(bead.source) != 1 or len(bead.target) != 1:
        return
    chinese, english = bead.source[0].text.text, bead.target[0].text.text
    ours, theirs = list(_CHINESE.finditer(chinese)), list(_ENGLISH.finditer(english))
    if len(ours) != len(theirs):
        ours, theirs = list(_WHOLE.finditer(chinese)), list(_WHOLE.finditer(english))
    for zh, en in zip(ours, theirs, strict=False):
        if han.count(zh[0]) >= _LEAST_HAN and LATIN.search(en[0]):
            yield zh[0].strip(), en[0].strip(), partial(bead.target_place, Stretch(0, *en.span()))
