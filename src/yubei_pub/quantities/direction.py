"""A rise told as a fall beside its right figure: "down 4 percent" for 增长4%, "52,000 more" for 减少5.2万人."""

from __future__ import annotations

import re

from yubei_pub.beads import Quantity
from yubei_pub.patterns import lazy_regex
from yubei_pub.quantities.named import Contradiction

_RIGHT = {"up": "a rise", "down": "a fall"}
_REACH_CHINESE, _REACH = 26, 60  # characters beside a figure in which the word for its change stands

# 降幅扩大, 亏损增加 and 少减 are falls and rises of a fall: what they are in English is not for a table.
_CHANGED = lazy_regex(
    r"(?<![降跌减少多负])(?<![降跌减]幅)(?<!亏损)"
    r"(?:(?P<up>增长|上升|提高|提升|增加|上涨|攀升|加快|扩大|回升|多增|增产|增[收幅]?|上浮|上调|涨|升(?=[到至为]))"
    r"|(?P<down>下降|减少|降低|下跌|下滑|回落|压减|压缩|缩减|放缓|少增|减产|下浮|下调|负增长|跌|降(?=[到至为])))"
    r"(?:幅度?)?(?:了|到|至|为|达到?)?(?:约|近|超过|超|逾)?"
    r"(?:[0-9][0-9.,]*[万亿]?(?:%|‰|个百分点|元|人)?[、和])*$"  # 分别增长1.3%、4.5%
)
_COMPARED = lazy_regex(
    r"[比较][^，。；、]{1,14}(?:(?P<up>(?<![最提])高出?|多)|(?P<down>(?<![最降])低|(?<!减)少))了?约?$"
)
_UP, _DOWN = (
    r"rose|ris(?:es?|en|ing)|gr[eo]w(?:s|n|ing|th)?|increas(?:e[sd]?|ing)|climb(?:s|ed|ing)?|surg(?:e[sd]?|ing)"
    r"|up|gain(?:s|ed|ing)?|jump(?:s|ed)?|soar(?:s|ed)?|expand(?:s|ed|ing)?|raised?",
    r"f[ae]ll(?:s|en|ing)?|declin(?:e[sd]?|ing)|decreas(?:e[sd]?|ing)|drop(?:s|ped|ping)?|shr[aiu]nk(?:s|ing)?"
    r"|reduc(?:e[sd]?|ing|tions?)|slump(?:s|ed)?|down|plung(?:e[sd]?|ing)|slipp(?:ed|ing)|contract(?:ed|ion)|lowered",
)
_LED_TO = lazy_regex(
    rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN})) (?:from [^,.;]{{1,30}} to |further to )?"
    r"(?:(?:by|to|of|an?|another|further|some|about|around|nearly|almost|over|more than|just|only|roughly|slightly) )*"
    r"(?:RMB ?|US\$|[$¥€] ?)?$",
    re.IGNORECASE,
)
_THAN = r"(?=[,.;]|$|[ ]than\b|[ ](?:the|that|on|year)\b)"
_FOLLOWED = lazy_regex(
    r"(?:%|[ -](?:per[ ]?cent|percentage|points?|basis|yuan|tonnes?|tons|metric|people|hectares|years?|days|cases"
    r"|places|per[ ]thousand|thousand|million|billion|trillion)\b)*"
    r"(?:[ ](?:year[ -]on[ -]year|annual|real|nominal|net))?[ ]"
    rf"(?:(?P<up>(?:more|greater|larger)(?=(?:[ ][a-z-]+){{0,2}}[ ]than\b)|(?:higher|above){_THAN}"
    r"|(?:increase|rise|growth)\b)"
    rf"|(?P<down>(?:fewer|less|smaller)(?=(?:[ ][a-z-]+){{0,2}}[ ]than\b)|(?:lower|below){_THAN}"
    r"|(?:decrease|drop|fall|decline|reduction)\b))",
    re.IGNORECASE,
)


def turned(zh: str, ours: Quantity, en: str, theirs: Quantity) -> Contradiction | None:
    """The words for a rise and a fall, or the other way round, beside a figure that two texts share."""
    reach = max(0, ours.start - _REACH_CHINESE), ours.start
    said = _CHANGED.search(zh, *reach) or _COMPARED.search(zh, *reach)
    if said is None:
        return None
    before = _LED_TO.search(en, max(0, theirs.start - _REACH), theirs.start)
    found = before or _FOLLOWED.match(en, theirs.end, theirs.end + _REACH)
    if found is None or (way := said.lastgroup) == found.lastgroup:
        return None
    return Contradiction(said.span(str(way)), found.span(str(found.lastgroup)), _RIGHT[str(way)])
