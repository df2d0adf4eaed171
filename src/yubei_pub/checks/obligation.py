"""Who must and who may: 应当 and 必须 bind (“shall”, “must”), 可以 permits (“may”).

In a law or a notice one for the other is another rule.  Only a paragraph that binds and permits nothing, beside
English that permits and binds nothing, is reported, and the other way round.

Bad:   供应商可以在七日内提出质疑。
       The supplier shall raise a query within seven days.
Good:  供应商可以在七日内提出质疑。
       The supplier may raise a query within seven days.

What to do: write “shall” or “must” for 应当, 必须 and 须, “may” for 可以.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product

from yubei_pub.beads import Bead, Stretch
from yubei_pub.checks._beads import against, search, texts
from yubei_pub.checks._counterpart import abreast
from yubei_pub.findings import Remark, Severity
from yubei_pub.model import Briefing
from yubei_pub.patterns import lazy_regex

SEVERITY = Severity.WARNING

_BINDS = lazy_regex("应当|必须|(?<!必)须(?!知|臾|眉|发)")
_PERMITS = lazy_regex("(?<!不)可以|(?<![不许认尚均])可(?=[自到按凭向在申享领免拨登选依持直][^由])")
_MUST = lazy_regex(r"\b(?:shall|must)\b(?! not)", re.IGNORECASE)
_MAY = lazy_regex(r"\bmay\b(?! not)")  # the month has a capital
# What may be either, or says it in other words: then nothing is told.
_PERMITTED = lazy_regex("可|能|限|允许|准予|有权|得以|自愿|自主|或许|不得|不准|不应|严禁|禁止|除外|的除|视为")
_BOUND = lazy_regex(
    "应(?=[当在于由按将向依])|须|需|(?<![重主])要(?!素)|[不只方]得|将|负责|禁|准|必|令|处[以罚]|由|均|一律|按照|不[许能可]"
)
_BINDING = lazy_regex(
    r"\b(?:shall|must|should|ought|will|(?:is|are|be|was|were|has|have|had) (?:\w+ )?to|need\w*|requir\w+|oblig\w+"
    r"|mandatory|bound|subject to|duty|duties|responsib\w+|only|necessary|essential|unless|until|if"
    r"|provided|as long as|on condition)\b",
    re.IGNORECASE,
)
_PERMITTING = lazy_regex(
    r"\b(?:may|can|could|might|allow\w*|permi\w+|entitle\w*|able|option\w*|free to|eligible|authori[sz]\w*|right to"
    r"|choose|opt|available|welcome)\b",
    re.IGNORECASE,
)


# What the Chinese says, what is wrong for it, what of either side may be both, and how it is told.
_HELD = (
    (_BINDS, _MAY, _PERMITTED, _BINDING, "“{zh}” is “shall” or “must”, not “{en}”"),
    (_PERMITS, _MUST, _BOUND, _PERMITTING, "“{zh}” is “may”, not “{en}”"),
)


def check_bead(bead: Bead, briefing: Briefing) -> Iterator[Remark]:
    """At most one remark a bead: what binds and what permits, one for the other."""
    chinese, english = texts(bead)
    if not (_BINDS.search(chinese) or _PERMITS.search(chinese)):
        return
    whole = Stretch(0, 0, len(chinese)), Stretch(0, 0, len(english))
    for (ours, theirs), (says, wrong, may, right, template) in product(abreast(bead) or [whole], _HELD):
        zh, en = chinese[ours.start : ours.end], english[theirs.start : theirs.end]
        if not says.search(zh) or may.search(zh) or right.search(en):  # as nearly always
            continue
        here = [found for found in search(says, bead.source) if ours.start <= found.match.start() < ours.end]
        there = [found for found in search(wrong, bead.target) if theirs.start <= found.match.start() < theirs.end]
        if here and there:
            yield against(bead, here[0].stretch, there[0].stretch, template)
            return
