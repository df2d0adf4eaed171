"""Approximators that were lost, added or turned, and those that do not stand beside their figure.

At least an extra 3,000, a mere 30, 12 hours at most.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from yubei_pub.patterns import lazy_regex
from yubei_pub.quantities import english
from yubei_pub.quantities.comparing.agreement import approximation, contradiction, same
from yubei_pub.quantities.comparing.deadlines import TIME, is_during
from yubei_pub.quantities.comparing.equivalence import HABIT, is_rest
from yubei_pub.quantities.comparing.items import Item
from yubei_pub.quantities.comparing.ratios import ratio_start
from yubei_pub.quantities.currencies import MONEY
from yubei_pub.quantities.english.tables import CARDINALS, NEGATIONS, SCALES

_BEFORE, _AFTER, _JOIN = 60, 36, 100  # characters around a figure in which a word may be meant for it
_WORDS = "|".join(word for word in (*CARDINALS, *SCALES, "half") if word != "one")
_UP = (
    r"at least|no (?:less|fewer) than|not less than|minimum|more than|upwards? of|in excess of|exceed\w*|surpass\w*"
    r"|(?:above|over|past|beyond) (?:the|an?|its|their) [a-z]+ of|out(?:last|liv|pac|gr[eo]w|strip|perform|weigh)\w*"
    r"|topp(?:ed|ing)|outnumber\w*|well over|(?:just|slightly|a little) (?:over|above)|(?:is|was|are|were) over"
    r"|from (?:the )?age(?: of)?|above(?= force)|beyond"
    r"|(?P<at_once>pass(?:es)?|cross(?:es)?|clear(?:s|ed)?|breaks?(?: through)?)"  # Exports Pass the 10,000 Mark
)
_UP_BEHIND = (
    r"(?:or|and) (?:more|above|over|older|longer|up|better|counting|rising|then some)|plus|upwards?|to spare"
    r"|at (?:the )?(?:very )?least"
)
_DOWN = (
    r"not(?=[ ]$)|"  # on a street not two kilometers long
    r"(?P<clause>busiest|peak\w*|record|before)|"
    r"nearly|almost|close to|approach\w*|nearing|(?:just|slightly|a little) (?:under|below)|(?:less|fewer) than"
    r"|(?:below|under) (?:the|an?|its|their) [a-z]+ of"
    r"|not (?:quite|even)|short of|shy of|up to|(?P<at_once>as [a-z]+ as"
    r"|(?:keep|kept|h[eo]ld|restrict\w*|confin\w*) (?:[^.;:0-9]{1,40} )?to)"  # keep screen time to 20 minutes
    r"|at (?:the )?(?:very )?most|not? more than|maxim\w*"
    r"|cap(?:s|ped)?|limit\w*|ceiling|mere|merely|a matter of|only|just|barely|hardly|scarcely|tops|highest|under|below"
)
_DOWN_BEHIND = (
    r"at (?:the )?(?:very )?most|is (?:the (?:limit|most (?:that|an?|any|you|I|we|s?he|they))"
    r"|as (?:long|much|many|far|late) as)|had(?: not|n[’']t) (?:even )?(?:gone by|passed)"
    r"|tops|maximum|max|or (?:less|under|below|fewer)|and (?:under|below|younger)"
)
_ABOUT = (
    r"about|roughly|approximately|around(?! the clock)|estimated?|more or less|circa"
    r"|in the (?:region|order|neighbou?rhood) of|allow|(?:count|reckon|figure) on"
)
_ABOUT_BEHIND = r"or so|(?:or )?thereabouts|more or less|give or take|or more|odd"
_LED_TO = lazy_regex(  # but “roughly one in four” is said of both
    rf"[ ](?:the[ ]|an?[ ])?{MONEY}?(?P<number>[0-9]|(?:{_WORDS}|one(?! (?:of|in|for|out|per)\b))(?:-?fold)?\b)",
    re.IGNORECASE,
)
_SAID = {
    meaning: tuple(lazy_regex(rf"\b(?:{words})\b", re.IGNORECASE) for words in both)
    for meaning, both in (
        ("more", (_UP, _UP_BEHIND)),
        ("least", (_UP, _UP_BEHIND)),
        ("less", (_DOWN, _DOWN_BEHIND)),
        ("most", (_DOWN, _DOWN_BEHIND)),
        ("about", (_ABOUT, _ABOUT_BEHIND)),
    )
}
_JOINED = lazy_regex(
    rf"\b[0-9][0-9.,]*%?(?: (?:{'|'.join(SCALES)}))?(?: [a-z’'-]+){{1,12}}(?: and|,? or) $", re.IGNORECASE
)
_SENTENCE, _CLAUSE = lazy_regex(r"[.;:!?](?=\s)"), lazy_regex(r"[.,;:!?](?=\s)")
_CEILING = lazy_regex(r"达$|限.?$|(?:最[高大多长远慢]|上限|封顶|不[高多大]于|不超过)[^，。；、0-9]*$")  # up to
_MOST = lazy_regex(
    r"(?<![不无期年时])限[报购兑领选投填带]$|(?:上限|封顶|至多|最多)[^，。；、0-9]*$|(?<!不)[仅只][有够需要剩占能用花]?了?$"
)
_HIGHEST_CHINESE = lazy_regex(r"(?:(?:最高|最长|可达)[^，。；、0-9]{0,8}|最[多大远深快][^，。；、0-9]{1,8})$")
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
# What leads to a range that tells from where to where something went, which is two figures.
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


def approximator_fault(item: Item, partner: Item, ours: Sequence[Item]) -> str:
    """What is wrong with the approximator of an English figure: lost or another, added, its opposite, or too vague."""
    source, said = item.quantity, partner.approximator
    if item.level == HABIT and (start := ratio_start(partner)) is not None:  # more than nine in ten
        said = english.approximator_before(partner.text, start)
    told = source.approximator and ((source.unit and said) or item.span.isdigit())
    if item.weak and not told:  # but 约一个月 is not "more than a month", and 不足1次 not "one"
        return ""
    if partner.side.other is not None and item.level == 2:
        return "vague"
    said = _TURNED.get(said, said) if is_rest(item, partner) else said
    if partner.value == partner.quantity.high and partner.follows(_FROM_ONE):
        said = ""  # from under 20,000 to 70,000
    if approximation(source.approximator, said) or _loose(item, partner):
        return ""
    loosely = said in ("", "about") or source.approximator == "about"  # within three years or so
    around = loosely and source.approximator and approximated(partner, source.approximator)
    opposite = contradiction(source.approximator, said) or _is_under(item, partner)
    ahead = partner.follows("up to ") and partner.followed_by(_AHEAD)
    below = partner.follows("below ") and item.led_by(_DOWNWARDS, 12)  # 下潜超过万米: below 10,000 meters
    if around or (
        opposite and (_is_denied(item, partner) or below or _is_open(item) or _is_border(item, ours) or ahead)
    ):
        return ""
    beyond = said == "least" or (said == "more" and not source.approximator)
    if opposite or (beyond and item.led_by(_MOST, 12)):
        return "contradiction"
    return "approximator" if source.approximator else "added"


def _is_under(item: Item, partner: Item) -> bool:
    """年满20周岁, but “under 20”."""
    return partner.approximator == "less" and not item.approximator and item.follows("满")


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


def _loose(item: Item, partner: Item) -> bool:
    """Approximators that are none: 达5万 = as many as, "over three years" = during, percent of a whole."""
    if "date" in (item.kind, partner.kind):
        return True
    if partner.unit == "era":  # 三十出头, 三十多岁: in their thirties
        return True
    told = item.approximator and (item.kind == "percent" or item.precedes("次"))
    if item.level >= 2 and not told:  # but 五成以上 is "more than half", 两次以上 "at least twice"
        inverse = same(item.value * partner.value, 1)  # 快一倍多: in less than half the time
        return inverse or not contradiction(item.approximator, partner.approximator)
    if not item.approximator and partner.follows("Some "):
        return True  # good style does not begin a sentence with a figure
    ranged = partner.quantity.value is None and item.quantity.value is not None
    if ranged and (item.approximator in ("least", "most") or not partner.follows(_FROM_ONE)):  # 5千元以上5万元以下
        return True  # 约为1∶13.5: "roughly 1 to 13.5" is one range in English
    return (
        _is_limit_of_two(item, partner)
        or (item.approximator == "least" and partner.followed_by(_MAJORITY) is not None)
        or (item.follows("超出") and partner.followed_by(_EXCEEDS) is not None)  # 10 percent above it
        or _measured_otherwise(item, partner)
        or _compared(item, partner)
        or _of_time(item, partner)
    )


def _is_limit_of_two(item: Item, partner: Item) -> bool:
    """5千元以上5万元以下: "from RMB 5,000 to RMB 50,000", each of which stands for itself."""
    if item.approximator == "least":
        return bool(item.followed_by(_ABOVE_BELOW) and partner.followed_by(_TO_AMOUNT))
    return bool(item.approximator == "most" and item.follows("以上") and partner.led_by(_AMOUNT_TO, 40))


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
        return not _is_under(item, partner)
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


def approximated(item: Item, meaning: str) -> bool:
    """Whether an English figure has an approximator of some meaning in its sentence that is no other figure's."""
    start, end = ratio_start(item) or item.quantity.start, item.quantity.end  # kept to three in a thousand
    joined = item.led_by(_JOINED, _JOIN)  # over 150 countries and 30 organizations
    if joined and approximation(meaning, english.approximator_before(item.text, joined.start())):
        return True
    return said_around(item.text, start, end, meaning)


def said_around(text: str, start: int, end: int, meaning: str) -> bool:
    """The same of a stretch that may be no figure: "an hour"."""
    before, behind = _SAID[meaning]
    for word in before.finditer(text, max(0, start - _BEFORE), start):
        number, said = _LED_TO.match(text, word.end()), word.groupdict()
        over = _CLAUSE if said.get("clause") else _SENTENCE
        if number.start("number") != start if number else said.get("at_once"):
            continue  # said of another figure, or of none: twice as many as a year before
        if not over.search(text, word.end(), start):
            return True
    for word in behind.finditer(text, end, end + _AFTER):
        another = word[0][:3].lower() == "at " and _LED_TO.match(text, word.end())  # 50 million and at least 10 percent
        if not another and not _CLAUSE.search(text, end, word.start()):
            return True
    return False
