"""What is planned is not told as done, nor what is done as planned.

将, 力争, 计划 and 拟 look ahead; 已, 建成 and 完成了 look back.  Only a paragraph with cues of one sort in the
Chinese, and with cues of the other sort alone in the English, is reported: a paragraph that does both
is for a reader.

Bad:   力争年内开通3条线路。
       Three lines have been opened this year.
Good:  力争年内开通3条线路。
       The aim is to open three lines this year.

What to do: give the verb the time that the Chinese has.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from yubei_pub.beads import Bead
from yubei_pub.checks._beads import Found, against, search, texts
from yubei_pub.findings import Remark, Severity
from yubei_pub.model import Briefing
from yubei_pub.patterns import lazy_regex

SEVERITY = Severity.WARNING

# 将 before a noun takes the object to the front (将数据下沉, 将各种事项整合为): only before these it is the future.
_FUTURE_VERBS = (
    "于|在|会|继续|进一步|陆续|全面|持续|加快|逐步|同步|分批|不断|大力|重点|力争|努力|积极|再|新|达|成为|开通|开工|开展|开放|举行|举办|召开|启动|实施|"
    "制定|修订|修改|设立|组建|加强|加大|支持|推动|推行|推进|提高|降低|下调|上调|发行|恢复|停止|暂停|公布|发布|"
    "投入|投资|投用|推出|迎来|建成|建设|打造|增加|完成|实现|组织|安排|出台|围绕|聚焦|以(?![前往上下后]).{1,20}为"
)
_TAKES_OBJECT = "[^，。；]*(?:作为|纳入|列入|列为|融入|摆在|放在|转化为|整合为)"
_AHEAD = lazy_regex(
    rf"(?<![即必军王大小主])将(?:{_FUTURE_VERBS})(?!{_TAKES_OBJECT})|即将|力争|计划(?=[^，。；]{{0,12}}(?:建|开|年|投|完|实|启|新))"
    "|拟(?=[于在新建投将设])|争取|有望|预计"
)
_BACK = lazy_regex("已(?![故知婚有满])(?:经)?|建成(?!后|之后|的|以后|投用后|区|度)|完成了|实现了|取得了")
# What may look either way: then the paragraph does both, and nothing is said.
_DONE = lazy_regex(
    "已|了|过|建成|完成|实现|取得|累计|以来|截至|达到?|获|目前|正在|近年|去年|昨|日前|近日|宣布|发布|印发|签|批准|确定|同意|决定"
)
_OPEN = lazy_regex(
    "[将要会可能拟待后]|力争|计划|预计|有望|争取|目标|下一步|下一?年|来年|未来|明年|规划|到20[0-9]{2}年|年底|推进|加快|确保|努力|继续|促|应|须|必"
)

_PERFECT = lazy_regex(
    r"\b(?:has|have)(?: (?:already|now|also|since|all|been|\w+ly))* (?!to\b|an?\b|the\b|no\b|been\b)"
    r"(?:\w+ed|built|held|put|set|made|begun|become|won|grown|risen|come|gone|taken|seen|met|sent|spent|given|kept|laid|drawn)\b"
    r"|\b(?:was|were) (?:\w+ly )?(?:built|opened|completed|launched|established|put into)\b"
    r"|\b(?:achieved|completed|accomplished|reali[sz]ed)\b",
    re.IGNORECASE,
)
_WILL = lazy_regex(
    r"\b(?:will|shall|plans? to|aims? to|intends? to|strives? to|hopes? to|expects? to|is to be|are to be"
    r"|(?:is|are) (?:set|expected|scheduled|due|planned|going|about) to)\b",
    re.IGNORECASE,
)
# English that does not say when, or says that something is still to come.
_UNDECIDED = lazy_regex(
    r"\b(?:will|would|shall|may|can|could|should|must|(?<!-Year )plan\w*|aim\w*|intend\w*|striv\w+|strove|hop\w+"
    r"|expect\w*|(?:is|are|set|due|going|about|looks?|work\w*) to|to be|schedul\w+|seek\w*|effort\w*|target\w*|goal\w*"
    r"|future|next|upcoming|forthcoming|coming|slated|pledg\w+|vow\w*|promis\w+|by 20\d\d|propos\w+|project(?:ed|ions?)"
    r"|soon|estimat\w+|forecast\w*|predict\w*|poised|bound|likely|ready|prepar\w+|announced|decided|approved|agreed|determined"
    r"|committed)\b",
    re.IGNORECASE,
)
_TO_BE = lazy_regex(r"\b(?:will|shall|to) be (?:\w+ly )?\w+", re.IGNORECASE)  # will be completed is not past
_PAST = lazy_regex(
    r"\b(?:has|have|had|was|were|did|already|completed|finished|built|opened|launched|established|achieved|made|put)\b",
    re.IGNORECASE,
)


def check_bead(bead: Bead, briefing: Briefing) -> Iterator[Remark]:
    """At most one remark a bead: done for planned, or planned for done."""
    chinese, english = texts(bead)
    ahead, back = search(_AHEAD, bead.source), search(_BACK, bead.source)
    if not chinese or not (ahead or back):
        return
    if ahead and not _DONE.search(_AHEAD.sub("", chinese)) and not _UNDECIDED.search(english):
        message = "“{zh}” looks ahead; “{en}” says that it is done"
        yield from _remark(bead, ahead, search(_PERFECT, bead.target), message)
    if back and not _OPEN.search(_BACK.sub("", chinese)) and not _PAST.search(_TO_BE.sub("", english)):
        message = "“{zh}” says that it is done; “{en}” looks ahead"
        yield from _remark(bead, back, search(_WILL, bead.target), message)


def _remark(bead: Bead, ours: list[Found], theirs: list[Found], template: str) -> Iterator[Remark]:
    if theirs:
        yield against(bead, ours[0].stretch, theirs[0].stretch, template)
