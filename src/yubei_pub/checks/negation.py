"""A “not” of the Chinese is not lost: 不得, 严禁, 从未, 绝不, 一刻也不能.

Held to it are words that forbid or deny with force, and only where the English of the whole paragraph has no word that
forbids, denies, excludes, ends or lacks anything.  What is said the other way round (不少于 is “at least”, 不断
“steadily”) is the translator’s freedom.

Bad:   学校不得公布学生成绩。
       Schools may now publish their pupils’ marks.
Good:  学校不得公布学生成绩。
       Schools may not publish their pupils’ marks.

What to do: put the “not” back, or dismiss the finding where the English says it without one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from yubei_pub.beads import Bead
from yubei_pub.checks import _counterpart
from yubei_pub.checks._texts import search, texts
from yubei_pub.findings import Message, Remark, Severity
from yubei_pub.model import Briefing
from yubei_pub.patterns import lazy_regex

SEVERITY = Severity.WARNING

# Not 不得不, 准不准, 从不足两万; 不得超过 is for `numbers`; 没有 and 不会 are said in too many ways.
_MORE = "[超少低高多早晚迟大小]"
_DENIES = lazy_regex(
    f"不得(?![不了已]|{_MORE})|严禁|(?<!解除)禁止|(?<!准)不准(?!确)|(?<!许)不许|不允许|从未|从不(?![足到同])|从来[没不]|没有任何|并没有"
    f"|永远?不|[决绝][不非]|并不(?!断)|并非(?!所有)|不再(?=[是有搞])|(?<![会能])不能(?![不自]|{_MORE})|(?<!应)不应(?!期|{_MORE})|(?<!要)不要"
    "|切勿|请勿|尚未|未能|一[个件次刻天家丝点分]?也[不没]|谢绝|不予|[也都]没有|拒不"
)
# The beginnings of words that say it without a “not”: fail, prevent, unable, illegal, impossible.
_BEGINNINGS = (
    "refus|reject|den(?:y|ie)|declin|fail|lack|miss|absen|avoid|prevent|prohibit|forbid|forbad"
    "|ban(?:s|ned|ning|)\\b|bar(?:s|red|ring)\\b|block|stop|ceas|clos|exempt|waive|exclu|los[et]|oppos|outlaw|abolish|scrap|halt|resist"
    "|rul(?:e|ed|ing) out|restrict|un(?!i|der|ti?l|t)|im(?:poss|perm|mat|mov|prob)"
    "|in(?:valid|ept|adeq|suff|abil|access|capa|comple|depend|elig|separ|viol|disp|alien)|il(?:leg|lic)"
    "|ir(?:revers|respect|reg)|dis(?:allow|agree|contin|claim|regard|qual|appr|pens)|non|\\w+less(?:ly|ness|)\\b"
)
_WORDS = (
    "no|not|never|none|nor|neither|nobody|nothing|nowhere|cannot|without|hardly|scarcely|barely|seldom|rarely|little|few|fewer|except"
    "|excepting|rather|instead|until|yet|beyond|zero|free|against|far from|out|off|quit|minus"
)
_ENGLISH = lazy_regex(rf"\b(?:(?:{_WORDS})\b|{_BEGINNINGS})|n[’']t\b", re.IGNORECASE)


def check_bead(bead: Bead, briefing: Briefing) -> Iterator[Remark]:
    """At most one remark a bead, at the sentence that should have the “not”."""
    chinese, english = texts(bead)
    ours = search(_DENIES, bead.source) if chinese and not _ENGLISH.search(english) else []
    if ours:
        message = Message("“{zh}” forbids or denies something; nothing in this English does", zh=ours[0].match[0])
        related = ((bead.source_place(ours[0].stretch), Message("the Chinese: {zh}", zh=ours[0].match[0])),)
        yield Remark(bead.target_place(_counterpart.sentence(bead, ours[0].stretch)), message, related=related)
