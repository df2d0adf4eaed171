"""A Chinese name in pinyin: the surname first and in its own reading, the given name as one word.

单 is Shan as a surname, not Dan; 区 Ou, 解 Xie, 查 Zha, 仇 Qiu, 朴 Piao, 曾 Zeng.  A person of the mainland is Wang
Xiaoming, not Xiaoming Wang, Wang Xiao-ming or Wang Xiao Ming (GB/T 28039); ü is Lü or, as in passports, Lyu, never Lv.
Names that are known in another spelling (Lee, Tung Chee-hwa, a name of a minority) are left alone.

A wrong reading, a syllable that is not in the name and the reversed order are warnings; a hyphen or a blank in the
given name is noted, for it may be how the person writes.  Of those whom the Chinese calls foreign citizens, or of
Hong Kong and Taiwan, the order and the form are their own.

Bad:   记者单伟报道
       Dan Wei reports
Good:  记者单伟报道
       Shan Wei reports

What to do: spell the name as the message says; a name with an established spelling goes into the
glossary (`kind: person`), which is then the rule.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from yubei_pub.beads import Bead, Stretch
from yubei_pub.checks._beads import against, met
from yubei_pub.checks._recall import recalled
from yubei_pub.findings import Fix, Message, Place, Remark, Severity
from yubei_pub.model import Briefing, BriefingSection
from yubei_pub.names import Match, persons, romanise
from yubei_pub.names.misspelled import Misspelled, misspelled
from yubei_pub.names.surnames import surname
from yubei_pub.patterns import lazy_regex

SEVERITY = Severity.WARNING

_ABROAD = lazy_regex("华裔|华人|华侨|[美英法德日韩]籍|旅[美英法德日韩]|海外|香港|台湾")  # names as people write there
_ORDER = "“{en}” is {zh}, whose surname is {family}: “{right}”"
_LV = "“{en}” ({zh}): ü is written “{right}”, in passports with “yu”, and v only on keyboards"
_APART = "“{en}” ({zh}): the given name is one word: “{right}”"
_WRONG = "{zh} is “{right}”; the English says “{en}”"


def check_briefing(briefing: Briefing) -> Iterator[Remark]:
    """Names against the names of the same paragraph; who is known from one paragraph is known in all."""
    known = {name for s in briefing.sections for name in s.recall("persons", partial(_named, s))}
    hangs_on = f"personal-names {sorted(known)}"
    for section in briefing.sections:
        yield from recalled(briefing, hangs_on, section, partial(_remarks, section, known))


def _beads(section: BriefingSection) -> Iterator[Bead]:
    return (bead for bead in section.beads() if bead.source and bead.target)


def _named(section: BriefingSection) -> list[str]:
    """The persons that the Chinese of a section tells to be such."""
    segments = (segment for bead in _beads(section) for segment in bead.source)
    return sorted({name for segment in segments for name in persons.names(segment.text.text)})


def _remarks(section: BriefingSection, known: set[str]) -> Iterator[Remark]:
    for bead in _beads(section):
        settled = {use.term.zh for use in bead.terms if use.term.kind == "person"}
        yield from _written(bead, settled)
        yield from _not_met(bead, known, settled)


def _written(bead: Bead, settled: set[str]) -> Iterator[Remark]:
    """Names that are met, but not as they should be written."""
    for stretch, match in met(bead) if not _ABROAD.search(bead.chinese) else ():
        if match.kind == "person" and match.zh not in settled:
            yield from _form(match, bead.target_text(stretch), bead.target_place(stretch))


def _form(match: Match, written: str, place: Place) -> Iterator[Remark]:
    family = surname(match.zh)
    args = {"zh": match.zh, "en": written, "family": family, "right": romanise(match.zh)}
    severity: Severity | None = None
    if not match.family_first:
        template, severity = _ORDER, Severity.NOTE if match.given == "hyphen" else None
    elif any(word.lower().startswith(("lv", "nv")) for word in written.split()):
        template = _LV
    elif match.given != "joined":
        template, severity = _APART, Severity.NOTE
    else:
        return
    yield Remark(place, Message(template, **args), severity, fix=Fix.of(place, written, args["right"]))


def _not_met(bead: Bead, known: set[str], settled: set[str]) -> Iterator[Remark]:
    """Names of the Chinese that the English has with one syllable wrong."""
    for number, segment in enumerate(bead.target):
        for wrong in misspelled([s.text.text for s in bead.source], segment.text.text, known, settled):
            yield _misspelling(bead, number, wrong)


def _misspelling(bead: Bead, number: int, wrong: Misspelled) -> Remark:
    ours = Stretch(wrong.segment, wrong.zh_start, wrong.zh_start + len(wrong.zh))
    theirs = Stretch(number, wrong.start, wrong.end)
    remark = against(bead, ours, theirs, _WRONG, right=wrong.right)
    return remark._replace(fix=Fix.of(remark.place, bead.target_text(theirs), wrong.right))
