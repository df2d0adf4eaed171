"""What is wrong with a pair of quantities whose figures agree: approximator, kind, or a date's missing part."""

from __future__ import annotations

import re
from collections.abc import Sequence

from yubei_pub.patterns import lazy_regex
from yubei_pub.quantities import english
from yubei_pub.quantities.changes import FALLS, FALLS_CHINESE, RISES, RISES_CHINESE
from yubei_pub.quantities.chinese.tables import ROUGHLY
from yubei_pub.quantities.comparing.agreement import approximation, contradiction, same
from yubei_pub.quantities.comparing.approximators import approximated
from yubei_pub.quantities.comparing.dates import Calendar
from yubei_pub.quantities.comparing.deadlines import TIME, crossed, is_during
from yubei_pub.quantities.comparing.direction import turned
from yubei_pub.quantities.comparing.equivalence import HABIT, MANY, is_numbered, is_rest
from yubei_pub.quantities.comparing.headings import of_another_size
from yubei_pub.quantities.comparing.items import Item
from yubei_pub.quantities.comparing.ratios import ratio_start
from yubei_pub.quantities.comparing.rounding import is_rounded
from yubei_pub.quantities.comparing.words_beside import taken_off
from yubei_pub.quantities.currencies import MONEY
from yubei_pub.quantities.english.tables import CARDINALS, MULTIPLES, NEGATIONS

_BY = lazy_regex(rf"(?:(?:{RISES_CHINESE}|{FALLS_CHINESE})了?|[增升涨降减跌]了){ROUGHLY}$")
_TO = lazy_regex(rf"(?:{RISES_CHINESE}|{FALLS_CHINESE}|[增升降减])[到至]了?{ROUGHLY}$")
_CEILING = lazy_regex(r"达$|限.?$|(?:最[高大多长远慢]|上限|封顶|不[高多大]于|不超过)[^，。；、0-9]*$")  # up to
_MOST = lazy_regex(
    r"(?<![不无期年时])限[报购兑领选投填带]$|(?:上限|封顶|至多|最多)[^，。；、0-9]*$|(?<!不)[仅只][有够需要剩占能用花]?了?$"
)
_HIGHEST_CHINESE = lazy_regex(r"(?:(?:最高|最长|可达)[^，。；、0-9]{0,8}|最[多大远深快][^，。；、0-9]{1,8})$")
_LUNAR_DAYS = lazy_regex("初[一二三四五六七八九十][、和及与]$")  # 初一、十五
_PLACE = lazy_regex("二|0[0-9]+")  # 二期, 03组
# Chinese counts that English puts in order: 75周年 is the 75th anniversary.
_COUNTED_IN_ORDER = lazy_regex(
    r"[ ]?(?:周年|年|届|季度|期|批|岁|日|次|个(?:月|季度|交易日|赛季|学期)|周|天|级|等|世纪|号|楼|层|条|名|位"
    r"|轮|场|站|大|强|连[胜冠增涨降升跌]|线(?![路段])|环|流|审|梯队|孩|胎)"
)
FIRST_SO_MANY = lazy_regex("(?<![目之此以年日提当先从月])前$")  # but not those of 前三季度 and 前7个月
_LEADS_TO_ORDER = ("劣", "北纬", "南纬", "东经", "西经", "月", "初", "列", "居", "排名", "位")
_HIGHEST = lazy_regex(
    r"\b(?:(?:may|can|could|might) (?:reach|run to)|max\w*|high|peak\w*|most|as[ ][a-z]+[ ]as"
    r"|limit\w*|cap(?:ped|s)?|ceiling|records?|top\w*"
    r"|tall\w*|heights?|(?:b|larg|bigg|great|full|heavi|busi|high|long|furth|farth|fast|deep)est)\b",
    re.IGNORECASE,
)
_BEYOND = lazy_regex(
    r"^满|[十百千万亿]级|大关|[0-9万千百十](?:公里|岁|周岁|年|天|人|元|米|[个名家])?(?:以?外|以?后|之[外后]|起)"
)  # 年满70周岁, 千亿级, 3公里后
_FROM = lazy_regex(rf"\b(?:instead of|rather than|from|compared with|against) {MONEY}?$")
_COMPARED = lazy_regex("[低高少多大小]于$")
_COMPARED_ENGLISH = lazy_regex(
    r"\b(?:below|lower|under|less|fewer|smaller|above|higher|over|more|exceed\w*|twice|double|times)\b", re.IGNORECASE
)
_TURNED = {"less": "more", "more": "less", "most": "least", "least": "most"}  # of what is left
_INSIDE = lazy_regex(r"\b(?:in|inside|during)(?: the)?(?: next| coming| past| last| space of)?$|\bthe first$")
_LATELY = lazy_regex("(?<![将接临逼年])近$")  # 近三年, the past three years
_OR_MORE = lazy_regex("个?[余多]")  # 最长两个多小时
_RECENT = lazy_regex(r"\b(?:past|last|recent|latest|these|previous|preceding|in)\b", re.IGNORECASE)
_EXCEEDS = lazy_regex(r"[ ](?:[a-z]+[ ]){0,2}?(?:above|more|higher|over|beyond)\b")
_ABOVE_BELOW = lazy_regex("[^，。；0-9]{0,3}以上[^，。；]{1,10}以下")
_AHEAD = lazy_regex(r"[ -][a-z]+ (?:before|ahead of|prior to|in advance)\b")  # up to 24 hours before: no later
_NUMBER = rf"(?:{MONEY}?[0-9]|\b(?:{'|'.join(CARDINALS)})\b)"
_TO_AMOUNT = lazy_regex(rf"(?:[ ][a-z]+)?(?:[ ](?:to|and)[ ]|[–-]){_NUMBER}", re.IGNORECASE)
_AMOUNT_TO = lazy_regex(rf"{_NUMBER}[0-9,.]*(?:[ ][a-z]+){{0,2}}(?:[ ](?:to|and)[ ]|[–-]){MONEY}?$", re.IGNORECASE)
_MAJORITY = lazy_regex("[ -]majority")  # 三分之二以上通过: by a two-thirds majority
_AND_SOME = lazy_regex("[几余多]")
_FROM_ONE = ("from ", *(f"from {word} " for word in ("under", "over", "nearly", "about", "around", "almost", "some")))
_DOWNWARDS = lazy_regex("(?:潜|深度?|钻|零下)[^，。；]{0,6}$")
_LIMIT = lazy_regex("不[得能可准应要会许]?(?:超过?|多于|高于|大于|少于|低于|小于)$")  # which denies nothing else
_NOT_CHINESE = lazy_regex("(?:不[得能可准应要会许]|禁止|严禁|未(?!成年|来)|没(?!收)|无(?!人|障碍|偿|线))[^，。；]*$")
# Drawing water without permission denies nothing of the fine behind it, without going over 5% does.
_NOT_ENGLISH = lazy_regex(rf"(?:\b(?!without (?![a-z]+ing\b))(?:{NEGATIONS})\b|n[’']t\b)[^.,;:]*$", re.IGNORECASE)
# 不足50公斤者不宜: "at least 50"; 不得超过45人: "more than 45 is not allowed".
_NOT_BEHIND = lazy_regex(
    "[^。；]{0,16}?(?:(?P<sure>不[宜得能可予许准应](?![超少低高多早晚迟大小])|禁止|严禁|谢绝)|[不未无])"
)
_NOT_BEHIND_ENGLISH = lazy_regex(
    r"[^.;:]*?\b(?:(?P<sure>(?:may|must|can|should|shall|are|is|be)(?: not\b|n[’']t\b)|cannot"
    r"|prohibited|banned|forbidden)"
    rf"|(?:{NEGATIONS})\b|\w+n[’']t\b|exclu|refus|reject|den(?:y|ie)|declin|exempt|barred"
    r"|(?:turned|kept|keep)[ ](?:away|out|back)|fail|los[et]|forfeit|revok|disqual|ineligib|stop|suspend|void)",
    re.IGNORECASE,
)
_VERB = rf"(?:{RISES}|{FALLS}|cut|(?:go(?:es|ne)?|went)[ ](?:up|down))"
_ABOUT = "(?:(?:about|nearly|around|over|more than)[ ])?"
_TO_ENGLISH = lazy_regex(rf"\b{_VERB}[ ]to[ ]{_ABOUT}$", re.IGNORECASE)
_BY_ENGLISH = lazy_regex(rf"\b{_VERB}[ ]by[ ]{_ABOUT}$", re.IGNORECASE)
_GROWN_BY = lazy_regex(rf"\b(?:{_VERB}|up)[ ](?:by[ ])?{_ABOUT}$", re.IGNORECASE)


def fault(item: Item, partner: Item, calendar: Calendar) -> str:
    """The kind of difference (`Difference`) between a Chinese item and its English one, "" for none."""
    source, target = item.quantity, partner.quantity
    turn = "direction" if turned(item.text, source, partner.text, target) else ""
    if source.kind == target.kind == "date":
        return calendar.fault(item, partner) or ("limit" if crossed(item, partner) else turn)
    if (
        source.kind == "ordinal" != target.kind
        and not item.follows("连续")  # 连续第七个季度: for seven quarters running
        and source.unit != "five-year-plan"
        and item.strong
        and partner.kind == "number"
        and target.unit != "era"
        and not (is_numbered(partner) and target.unit != "quarter")
    ) or (
        target.kind == "ordinal" != source.kind == "number"
        and item.strong
        and not (item.value < 1 and partner.follows("a "))  # a fifty-thousandth
        and not _in_order(item, partner)
    ):
        return "order"
    if "percent" in (source.kind, target.kind) and (kind := _of_percent(item, partner)):
        return kind
    if source.kind == target.kind == "multiple" and item.level and partner.span.lower() in MULTIPLES:
        return "times" if item.value < MANY else ""
    kind = "size" if of_another_size(item, partner) else "limit" if crossed(item, partner) else turn
    if kind or source[:6] == target[:6]:  # alike in all but their places, as most are
        return kind
    return "rounded" if is_rounded(item, partner) else _approximator(item, partner, calendar.ours)


def _of_percent(item: Item, partner: Item) -> str:
    if item.kind != partner.kind:
        return "result" if _is_growth_to(item, partner) else ""
    if (item.unit == "pp") != (partner.unit == "pp"):
        return "points"
    return "result" if _otherwise_meant(item, partner) else ""


def _otherwise_meant(item: Item, partner: Item) -> bool:
    """Whether a growth by some percent became one to it, or the other way round."""
    ours = item.before(8)
    theirs = partner.before(40)
    if taken_off(item, partner):
        return True
    if _TO.search(ours):
        return bool(_BY_ENGLISH.search(theirs))
    return bool(_BY.search(ours) and _TO_ENGLISH.search(theirs))


def _is_growth_to(item: Item, partner: Item) -> bool:
    """Whether a growth by 200% became a doubling, or one to three times as much a rise of 300 percent."""
    multiple = "multiple" in (item.kind, partner.kind)
    if not multiple or item.value <= 1 or not same(item.value, partner.value):  # 下降50%: halved
        return False
    if item.kind == "percent":
        ours = item.before(8)
        return bool(_BY.search(ours)) and partner.span.lower() in MULTIPLES
    theirs = partner.before(40)
    return bool(_GROWN_BY.search(theirs))


def _approximator(item: Item, partner: Item, ours: Sequence[Item]) -> str:
    source, said = item.quantity, partner.approximator
    if item.level == HABIT and (start := ratio_start(partner)) is not None:  # more than nine in ten
        said = english.approximator_before(partner.text, start)
    told = source.approximator and ((source.unit and said) or item.span.isdigit())
    if item.weak and not told:  # but 约一个月 is not "more than a month", and 不足1次 not "one"
        return ""
    if partner.side.other is not None and item.level == 2:
        return "vague"
    said = _TURNED.get(said, said) if is_rest(item, partner) else said
    if partner.value == partner.quantity.high and _is_from(partner):
        said = ""  # from under 20,000 to 70,000
    if approximation(source.approximator, said) or _loose(item, partner):
        return ""
    loosely = said in ("", "about") or source.approximator == "about"  # within three years or so
    around = loosely and source.approximator and approximated(partner, source.approximator)
    opposite = contradiction(source.approximator, said)
    ahead = partner.follows("up to ") and partner.followed_by(_AHEAD)
    if around or (
        opposite
        and (_is_denied(item, partner) or _is_below(item, partner) or _is_open(item) or _is_border(item, ours) or ahead)
    ):
        return ""
    beyond = said == "least" or (said == "more" and not source.approximator)
    if opposite or (beyond and item.led_by(_MOST, 12)):
        return "contradiction"
    return "approximator" if source.approximator else "added"


def _is_below(item: Item, partner: Item) -> bool:
    """下潜超过万米: below 10,000 meters."""
    below = partner.follows("below ")
    return below and bool(item.led_by(_DOWNWARDS, 12))


def _is_border(item: Item, ours: Sequence[Item]) -> bool:
    """12至24公里……24公里以上: "up to 24 and beyond": English says once where one band ends and the next begins."""
    bands = (i for i in ours if i.quantity.value is None and i.partner is None and i.unit == item.unit)
    return any(same(band.value, item.value) for band in bands)


def _is_open(item: Item) -> bool:
    """不过十几秒: little more than ten seconds."""
    quantity = item.quantity
    return quantity.approximator == "most" and bool(_AND_SOME.search(item.text, quantity.start, quantity.end + 1))


def _is_denied(item: Item, partner: Item) -> bool:
    """Whether a "not" may turn one into the other: 不得设置两步以上, "have not changed in over two decades"."""
    ours = _NOT_CHINESE.search(_LIMIT.sub("", item.before(12)))
    _, start = english.led_to(partner.text, partner.quantity.start)  # the "no" of "no more than" denies nothing
    theirs = _NOT_ENGLISH.search(partner.text, max(0, start - 40), start)
    zh, en = item.followed_by(_NOT_BEHIND), partner.followed_by(_NOT_BEHIND_ENGLISH)
    if zh and zh["sure"] and not ours:
        return not (theirs or en)
    return bool(ours or theirs or (en and en["sure"] and not zh))


def _in_order(item: Item, partner: Item) -> bool:
    """Whether a Chinese number may be an ordinal in English: 75周年, 正月十五, 位列三, 二期 (a count would be 两)."""
    if item.value < 1:  # 三分之一, "a third need it"
        return partner.span.startswith(("a", "A"))
    if item.led_by(_LUNAR_DAYS, 6):
        return True
    if item.led_by(FIRST_SO_MANY, 2):
        return False
    if _PLACE.fullmatch(item.span) or item.follows(_LEADS_TO_ORDER):
        return True
    return bool(item.followed_by(_COUNTED_IN_ORDER))


def _loose(item: Item, partner: Item) -> bool:
    """Approximators that are none: 达5万 = as many as, "over three years" = during, percent of a whole."""
    if "date" in (item.kind, partner.kind):
        return True
    if partner.unit == "era":  # 三十出头, 三十多岁: in their thirties
        return True
    if item.level >= 2 and not (item.kind == "percent" and item.approximator):  # but 五成以上 is "more than half"
        inverse = same(item.value * partner.value, 1)  # 快一倍多: in less than half the time
        return inverse or not contradiction(item.approximator, partner.approximator)
    if not item.approximator and partner.follows("Some "):
        return True  # good style does not begin a sentence with a figure
    ranged = partner.quantity.value is None and item.quantity.value is not None
    if ranged and (item.approximator in ("least", "most") or not _is_from(partner)):  # 5千元以上5万元以下
        return True  # 约为1∶13.5: "roughly 1 to 13.5" is one range in English
    return (
        _is_limit_of_two(item, partner)
        or (item.approximator == "least" and partner.followed_by(_MAJORITY) is not None)
        or _exceeds(item, partner)
        or _measured_otherwise(item, partner)
        or _compared(item, partner)
        or _of_time(item, partner)
    )


def _is_limit_of_two(item: Item, partner: Item) -> bool:
    """5千元以上5万元以下: "from RMB 5,000 to RMB 50,000", each of which stands for itself."""
    if item.approximator == "least":
        return bool(item.followed_by(_ABOVE_BELOW) and partner.followed_by(_TO_AMOUNT))
    return bool(item.approximator == "most" and item.follows("以上") and partner.led_by(_AMOUNT_TO, 40))


def _is_from(partner: Item) -> bool:
    """Whether a range tells from where to where something went, which is two figures."""
    return partner.follows(_FROM_ONE)


def _exceeds(item: Item, partner: Item) -> bool:
    """超出一成: 10 percent above it."""
    by = item.follows("超出")
    return by and partner.followed_by(_EXCEEDS) is not None


def _measured_otherwise(item: Item, partner: Item) -> bool:
    """3.2万亩 is about 2,133 hectares."""
    source, target = item.quantity, partner.quantity
    units = bool(source.unit and target.unit) and source.unit != target.unit
    return units and (source.approximator, target.approximator) == ("", "about")


def _compared(item: Item, partner: Item) -> bool:
    """最高可享5000元: up to; 低于5.5%的目标: "below the target of 5.5%" says it of the target."""
    source, target = item.quantity, partner.quantity
    before = item.before(10)
    reached = source.approximator not in ("more", "least") or item.span[:1] in "百千万亿"  # 最多的时候上万人
    if target.approximator == "most" and reached and _CEILING.search(before):
        return True
    if not source.approximator and _BEYOND.search(item.text[max(0, source.start - 1) : source.end + 6]):
        return True
    if source.approximator == "most" and item.followed_by(_OR_MORE):
        return target.approximator in ("more", "least")
    if source.approximator == "most" and partner.led_by(_FROM, 24):
        return True  # 最高额度由80万元提高到100万元: "up to 1 million instead of 800,000"
    if source.approximator == "most" and not target.approximator and _HIGHEST_CHINESE.search(before):
        return bool(_HIGHEST.search(partner.text))
    return bool(not target.approximator and item.led_by(_COMPARED, 3) and partner.led_by(_COMPARED_ENGLISH, 40))


def _of_time(item: Item, partner: Item) -> bool:
    """近三年 is the past three years, "over three years" during them, 三年内 within them."""
    source, target = item.quantity, partner.quantity
    before = partner.before(40).rstrip().lower()
    during = is_during(partner)
    lately = source.unit in TIME and item.led_by(_LATELY, 2)
    if lately and not item.precedes(("岁", "周岁")):
        return during or (target.approximator == "" and bool(_RECENT.search(before[-24:])))
    spanned = during or before.endswith(("within", "within the", "in about"))
    if spanned and {source.unit, target.unit} & set(TIME) and not source.approximator:
        return True
    behind = item.text[source.end : source.end + 5]
    if source.approximator == "most" and source.unit in TIME and not target.approximator and _INSIDE.search(before):
        return True  # 不超过两分半: in two and a half
    if source.approximator == "most" and "以内" in behind:
        return before.endswith("the first") or (target.unit in TIME and during)
    if "内" not in behind:
        return False
    beyond = target.approximator in ("more", "least")
    return target.approximator == "most" or (target.unit in TIME and not beyond)
