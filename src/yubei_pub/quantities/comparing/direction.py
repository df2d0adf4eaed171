"""A change told as its opposite beside its right figure: "down 4 percent" for 增长4%, "a minute faster" for 慢1分钟."""

from __future__ import annotations

import re
from functools import cache

from yubei_pub.beads import Quantity
from yubei_pub.literals import opening
from yubei_pub.patterns import lazy_regex
from yubei_pub.quantities.changes import ABOUT, FALLS, FALLS_CHINESE, RISES, RISES_CHINESE
from yubei_pub.quantities.chinese.tables import ROUGHLY
from yubei_pub.quantities.comparing.contradictions import Contradiction
from yubei_pub.quantities.currencies import MONEY

_PARTS = lazy_regex(  # of a month, a year or a decade
    r"(?:年代|季度|世纪)?(?:(?P<early>上旬|初(?![一二三四五六七八九十步次级中审始诊]))|(?P<mid>中旬|中(?=[，。、；到至前后将]|期|$))|(?P<late>下旬|底|末(?![位端班尾])))"
)
_PARTS_ENGLISH = lazy_regex(
    r"\b(?:(?P<early>(?<!as )early(?: in)?|(?:beginning|start|first (?:ten|few) days) of)|(?P<mid>mid|middle of)"
    r"|(?P<late>(?<!as )late(?: in)?|(?:end|close|last (?:ten|few) days|final days) of))(?: the)?[ -]$",
    re.IGNORECASE,
)
_RIGHT = {"up": "a rise", "down": "a fall", "profit": "a profit", "loss": "a loss"}
_RIGHT |= {"quicker": "a rise", "slowed": "a fall"}
_PAIRS = (("up", "down"), ("profit", "loss"), ("faster", "slower"))
_OPPOSITE: dict[str, tuple[str, ...]] = {one: (two,) for pair in _PAIRS for one, two in (pair, pair[::-1])}
_OPPOSITE |= {"quicker": ("down", "slower"), "slowed": ("up", "faster")}
_REACH_CHINESE, _REACH = 26, 120  # characters beside a figure in which the word for its change stands

# 降幅扩大, 亏损增加 and 少减 are falls and rises of a fall: what they are in English is not for a table.
_CHANGED = lazy_regex(
    r"(?<![降跌减少多负])(?<![降跌减]幅)(?<!亏损)"
    rf"(?:(?P<up>{RISES_CHINESE}|多增|增产|增[收幅]?|上浮|上调|延长|涨|升(?=[到至为了]))"
    rf"|(?P<down>{FALLS_CHINESE}|少增|减[产收]|下浮|下调|负增长|跌|降(?=[到至为了幅约近超逾]|$))"
    r"|(?P<quicker>加快)|(?P<slowed>放缓|减缓))"
    r"(?:幅度?)?(?:了|[到至]了?|为|达到?)?(?:如今的|目前的|现在的)?"
    + ROUGHLY
    + r"(?:[0-9][0-9.,]*[万亿]?(?:%|‰|个百分点|元|人)?[、和])*$"  # 分别增长1.3%、4.5%
)
_COMPARED = lazy_regex(
    r"(?:(?<!占)比|较)[^，。；、]{1,14}(?:(?P<up>(?<![最提])高出?|(?<![最至不])多|(?<!延)长)"
    r"|(?P<down>(?<![最降])低|(?<![减最至不])少|(?<!缩)短)|(?P<faster>(?<!加)快)|(?P<slower>慢))了?[近约]?$"
)
_UP, _DOWN = f"{RISES}|growth|up", f"{FALLS}|down"
_FROM = (  # what is risen or lowered, and from where: the alert from Level III to Level II
    rf"(?=.*from )(?:(?!(?:{_UP}|{_DOWN}|cut|slid|slash\w*|narrow\w*)\b)[a-z’'-]+,? ){{0,8}}?"
    r"from (?:[^,.;]|(?<=[0-9])[.,](?=[0-9])){1,60} to "
)
_LED_TO = lazy_regex(
    rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN}))(?:,? {_FROM}| (?:further to )?)"
    rf"(?:(?:by|to|of|an?|another|further|{ABOUT}) )*(?:{MONEY}|(?:Level|Class|Grade) )?$",
    re.IGNORECASE,
)
_MADE = lazy_regex(f"(?:(?P<profit>盈利|净利润?)|(?P<loss>亏损))(?:总?额)?(?:了|为|达到?)?{ROUGHLY}$")
_MADE_ENGLISH = lazy_regex(
    rf"\b(?:(?P<profit>profits? of|earned)|(?P<loss>loss(?:es)? of|lost)) (?:(?:{ABOUT}) )*{MONEY}?$",
    re.IGNORECASE,
)
_THAN = r"(?=[,.;]|$|[ ]than\b|[ ](?:the|that|on|year)\b)"
_FOLLOWED = lazy_regex(
    r"(?:[ ][a-z]+(?:[ ][a-z]+)?(?=[ ][a-z]+[ ]than\b)"
    r"|%|[ -](?:per[ ]?cent|percentage|points?|basis|yuan|tonnes?|tons|metric|people|hectares|years?|days|cases"
    r"|fen|(?:an?|per)[ ][a-z]+|places|minutes|hours|weeks|months"
    r"|met(?:er|re)s|degrees|per[ ]thousand|thousand|million|billion|trillion)\b)*"
    r"(?:[ ](?:year[ -]on[ -]year|annual|real|nominal|net))?[ ]"
    rf"(?:(?P<up>(?:more|greater|larger)(?=(?:[ ][a-z-]+){{0,2}}[ ]than\b)|above\b|(?:higher|longer){_THAN}"
    r"|(?:increase|rise|growth)\b)"
    rf"|(?P<down>(?:fewer|less|smaller)(?=(?:[ ][a-z-]+){{0,2}}[ ]than\b)|below\b|(?:lower|shorter){_THAN}"
    r"|(?:decrease|drop|fall|decline|reduction)\b)"
    r"|(?P<faster>faster|quicker)\b|(?P<slower>slower)\b)",
    re.IGNORECASE,
)


def turned(zh: str, ours: Quantity, en: str, theirs: Quantity) -> Contradiction | None:
    """The words for a rise and a fall, a profit and a loss, one for the other beside a figure that two texts share.

    Of a date those for its beginning and its end: "early March" for 3月下旬.
    """
    if ours.kind == "date" or ours.unit in ("era", "quarter", "century"):
        said = _PARTS.match(zh, ours.end)
        found = _PARTS_ENGLISH.search(en, max(0, theirs.start - _REACH_CHINESE), theirs.start) if said else None
        if said is None or found is None or said.lastgroup == found.lastgroup:
            return None
        return Contradiction(said.span(), found.span(str(found.lastgroup)), str(said.lastgroup))
    begin = theirs.start
    if theirs.value is None and en.endswith("from ", 0, begin):  # fell from 12 to 15, which is read as a range
        begin = en.rfind(" to ", begin, theirs.end) + len(" to ")
    reach, before = (max(0, ours.start - _REACH_CHINESE), ours.start), (max(0, theirs.start - _REACH), begin)
    if not _begins().search(zh, *reach):  # as before most figures
        return None
    if said := _CHANGED.search(zh, *reach) or _COMPARED.search(zh, *reach):
        found = _LED_TO.search(en, *before) or _FOLLOWED.match(en, theirs.end, theirs.end + _REACH)
    elif said := _MADE.search(zh, *reach) if (ours.value or 0) > 0 else None:
        found = _MADE_ENGLISH.search(en, *before)
    else:
        return None
    way = str(said.lastgroup)
    if found is None or found.lastgroup not in _OPPOSITE[way]:
        return None
    return Contradiction(said.span(way), found.span(found.lastgroup), _RIGHT.get(way, way))


@cache
def _begins() -> re.Pattern[str]:
    """The characters with which a Chinese word for a change begins."""
    return lazy_regex(f"[{''.join(opening(told.pattern) for told in (_CHANGED, _COMPARED, _MADE))}]")
