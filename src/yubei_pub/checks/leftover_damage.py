"""No damage of the saved page is left over in zh.md.

Mirrors put `(pinyin)` behind characters and destroy others.  `yubei-pub import` repairs
that; `build` does not, so that what editors reviewed is what is printed.  Damage that
somebody pasted into zh.md, or that the bytes could not decide, is reported here.  So is, as a
warning, a reading that the repair took for an author's behind a character that needs none, however it is
written: 網(wǎng), 網（wǎng）, 網(wang3).

Bad:   重慶市政府新聞辦舉行發(fā)布會(huì)
Good:  重慶市政府新聞辦舉行發布會

What to do: take over the repair that is offered, or compare with the publisher's page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from yubei_pub import repairs
from yubei_pub.checks._recall import suspected
from yubei_pub.findings import Fix, Message, Place, Remark, Severity
from yubei_pub.model import Briefing
from yubei_pub.repairs import pinyin
from yubei_pub.trace import Edit, Source

SEVERITY = Severity.ERROR

# Punctuation is the editor's to choose, and Markdown is full of half-width marks; the rule
# `characters` speaks for the others.
NOT_DAMAGE = {"punctuation", "newlines", "characters"}

SHOWN = 5  # readings that are named


def check_briefing(briefing: Briefing) -> Iterator[Remark]:
    """What the repairs would still change, and damage that they leave alone."""
    if not suspected(briefing, briefing.source, "leftover-damage", _is_suspect):
        return
    source = briefing.source.source
    spans: list[tuple[int, int]] = []
    for edit in repairs.repair(source.text).edits:
        if edit.rule not in NOT_DAMAGE:
            spans.append((edit.start, edit.end))
            yield _repairable(source, edit)
    for match in pinyin.undecided(source.text):
        if not _among(spans, match):
            message = "damage that no repair could decide: “{found}”; compare with the publisher’s page"
            yield Remark(Place(source, *match.span()), Message(message, found=match.group()))
    needless = [match for match in pinyin.everyday_readings(source.text) if not _among(spans, match)]
    if needless:
        yield _needless(source, needless)


def _among(spans: Sequence[tuple[int, int]], match: re.Match[str]) -> bool:
    return any(start < match.end() and match.start() < end for start, end in spans)


def _is_suspect(text: str) -> bool:
    """Whether a piece of a page has what may be damage: the page is judged as a whole."""
    if pinyin.has_readings(text) or ("?" in text and any(pinyin.undecided(text))):
        return True
    if any(pinyin.everyday_readings(text)):
        return True
    return any(edit.rule != "punctuation" for edit in repairs.repair(text).edits)


def _needless(source: Source, readings: Sequence[re.Match[str]]) -> Remark:
    """Readings of everyday characters, in one: a text for learners may be full of them."""
    found = list(dict.fromkeys(source.text[match.start() - 1 : match.end()] for match in readings))
    message = Message(
        "nobody needs to be told how these are read, so a mirror may have put it in: {found}{more}; "
        "compare with the publisher’s page",
        found="、".join(found[:SHOWN]),
        more=f" and {len(found) - SHOWN} more" if len(found) > SHOWN else "",
    )
    taken_out = tuple(Edit(*match.span(), "") for match in readings)
    place = Place(source, readings[0].start() - 1, readings[0].end())
    return Remark(place, message, Severity.WARNING, fix=Fix(taken_out, certain=False))


def _repairable(source: Source, edit: Edit) -> Remark:
    found = source.text[edit.start : edit.end]
    template = (
        "damage of the saved page: “{found}” should be “{fixed}”"
        if edit.replacement
        else ("damage of the saved page: “{found}” should not be there")
    )
    message = Message(template, found=found, fixed=edit.replacement)
    return Remark(Place(source, edit.start, edit.end), message, fix=Fix((edit,), edit.certain))
