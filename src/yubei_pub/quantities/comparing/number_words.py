"""Words that are no numbers and say one: 两个 is both, 10年 a decade, 季军 third place, 双十一 the 11th of November."""

from __future__ import annotations

import re

from yubei_pub.patterns import lazy_regex


def _named(table: str) -> tuple[tuple[float, re.Pattern[str]], ...]:
    """Numbers, each with the Chinese words that say it: `7,8 七下八上; 30 而立`."""
    rows = (row.split() for row in table.split(";"))
    return tuple((float(number), lazy_regex(words)) for numbers, words in rows for number in numbers.split(","))


# English words that carry a number of the Chinese without being one: 两个 = both, 10年 = a decade.
# Value, the units with which alone it may be said so (none: with any), whole words.
CARRIED_BY_ENGLISH = (
    (0.5, "", r"half|halfway|majority|most of|halv(?:e[sd]?|ing)|semi-?[a-z]+|mid-?[a-z]+"),
    (0.5, "year", r"biannual(?:ly)?"),
    (2, "", r"both|twin|dual|doubl[a-z]+|pair(?:s|ed)?|couples?|either|bilateral|twice|duo|secondary|back-to-back"),
    (2, "", r"runners?-up"),
    (3, "", r"tripl[a-z]+|trio|tri-[a-z]+|trilateral|trilogy|tripartite|tertiary|thrice|hat-?trick"),
    (4, "", r"quadr[a-z]+|quartet|foursome"),
    (3, "month", r"quarter|quarterly"),
    (7, "day", r"week|weeks|weekly|week-?long"),
    (14, "day", r"fortnight|fortnightly"),
    (15, "day", r"fortnight|fortnightly|half a month"),
    (2, "year month week day", r"(?:every|each) (?:other|second)|alternate|bi-?(?:ennial|annual|monthly|weekly)[a-z]*"),
    (0.5, "month", r"fortnight|fortnightly"),
    (10, "year", r"decades?|decade-?long|teen[a-z]*"),
    (12, "month", r"years?|yearly|year-?long"),
    (24, "hour", r"never (?:close|stop|sleep|rest)s?|non-?stop|always open|a?round[ -]the[ -]clock|24/7|day|overnight"),
    (60, "minute", r"hour|hours|hourly"),
    (0, "clock", r"midnight"),
    (12, "clock", r"noon|midday"),
    (24, "clock", r"midnight"),
    (100, "year", r"centur[a-z]+|centen[a-z]+|hundred years"),
    (1000, "year", r"millenni[a-z]+"),
    (10000, "", r"myriad|countless"),
)
MAGNITUDES = r"\b(?:decades|dozens|scores|many|numerous|countless|several|few)\b"  # 几十年, 数十个
A_FEW = r"\b(?:few|several|couple|handful)\b"  # 三五天, 两三个
FESTIVALS = r"\b(?:Mid-Autumn|Lantern Festival|Festival)\b"  # of the 15th of a lunar month
CARRIED_WHOLE = (  # 100%
    r"\b(?:none|not (?:a|one)|no|each|throughout|all|full|fully|entire|entirely|complete|completely|every|universal"
    r"|whole)\b"
)

# Chinese characters that carry a number, written in words, inside a word: 双方 = the two sides, 四川.
CARRIED_BY_CHINESE = dict(
    zip(
        (0.5, *range(2, 11), 12, 100, 1000, 10000),
        "半 两二双俩 三 四 五 六 七 八 九 十 打 百 千 万".split(),
        strict=True,
    )
)
# In figures, English says only what is counted so: 每千名 is for every 1,000, 百强 the top 100, 百姓 nothing.
COUNTED_BY = {
    float(size): lazy_regex(
        f"每{unit}|{unit}(?=[强名家人户企亩件个张台年岁载日天米村镇校街园乡字里吨元级行步场公平立亿])"
    )
    for size, unit in ((100, "百"), (1000, "千"), (10000, "万"))
} | dict(  # the last four; from 0 to 100 km/h; a price per 500 grams
    _named(
        "4 半决赛; 8 (?:四分之一|1/4)决赛; 16 (?:八分之一|1/8)决赛; 32 (?:十六分之一|1/16)决赛; 0 (?:百公里|零百)加速"
        "; 500 (?<!公)斤"
    )
)
# Months that English counts where the Chinese names a part of the year, or the year before.
MONTHS_OF = dict(_named("3 季度|首季; 6 半年; 12 [上去]年|同[比期]|年[初末底]"))
# What English puts in order with a number and Chinese with a word: 季军, 初三 (the ninth year at school).
ORDERED_BY_CHINESE = _named(
    "1 首季|正月; 2 亚军|榜眼|大二; 3 季军|探花|大三; 4 殿军|大四; 7 初一|初中一年级; 8 初二|初中二年级"
    "; 9 初三|初中三年级|九年级; 10 高一|高中一年级; 11 高二|高中二年级|冬月; 12 高三|高中三年级|腊月"
)
# Ages, lengths of time and families that have a name, and the numbers of days that have one.
NAMED_NUMBERS = _named(
    "2 多子女|多孩; 30 而立; 40 不惑; 50 半百|知天命; 60 花甲|甲子; 70 古稀; 80 耄耋; 90 耄耋|鲐背|常规时间"
    "; 100 期颐|百岁; 24 昼夜|日夜|全天候|全时段; 365 全年|天天|年中无休; 9 重阳; 7 七夕; 11 双十一|双11"
    "; 12 双十二|双12; 315 315|3[·•]15|国际消费者权益日; 618 618|6[·•]18; 9,11,9.11 9[·•]11; 918,9.18 九一八|9[·•]18"
    "; 9,12 一二[·•]九|12[·•]9"
)
# Days known by a name, as month and day, and the months that a part of the year goes from or to.
NAMED_DATES = _named(
    "701 七一; 801 八一; 601 六一|儿童节; 501 五一|劳动节; 504 五四|青年节; 308 三八|妇女节; 1001 国庆|十一; 101 元旦"
    "; 909 重阳; 707 七夕|七七事变; 530 五卅; 303 三月三; 1111 双十一|双11; 1212 双十二|双12"
    "; 315 315|3[·•]15|国际消费者权益日; 618 618|6[·•]18; 911 9[·•]11; 918 九一八|9[·•]18; 1209 一二[·•]九|12[·•]9"
    "; 7,8 七下八上; 1 年首月|首月(?=同比|环比)|年初|开年; 9,10 金九银十; 12 年[底末]|岁末; 1,3 [一1]季度|首季"
    "; 4,6 [二2]季度; 7,9 [三3]季度; 10,12 [四4]季度; 1,9 前三季度|前三个季度; 1,6 上半年; 7,12 下半年"
)
# What English calls a stretch of months.
STRETCHES = {
    (3 * quarter - 2, 3 * quarter): rf"\b(?:Q{quarter}|(?:{name}) quarter)\b"
    for quarter, name in enumerate(("first", "second", "third", "fourth|last|final"), 1)
} | {
    (1, 6): r"\b(?:H1|first half|half[ -]year)\b",
    (7, 12): r"\b(?:H2|(?:second|latter) half)\b",
    (1, 9): r"\bfirst three quarters\b",
    (1, 12): r"\b(?:full|whole|entire)[ -]year\b|\bannual\w*"
    r"|\b(?:in|for|over|during|of|throughout|last|this)[ ](?:the[ ])?(?:year|[12][0-9]{3})\b",
}
_DAYS = r"New.Year[’']s Valentine[’']s Women[’']s (?:May|Labou?r) Children[’']s Teachers[’'] National Christmas"
HOLIDAYS = dict(zip((101, 214, 308, 501, 601, 910, 1001, 1225), _DAYS.split(), strict=True))
# An article for one of some unit that there is nearly, or a little more than: 6天 in "nearly a week".
ABOUT_ONE = lazy_regex(
    r"\b(?:(?P<less>nearly|almost|close to|just under|the best part of)"
    r"|(?:a )?little (?:over|more than)|(?:just )?over|more than) (?P<half>half )?an? (?P<unit>(?:square )?[a-z]+)\b"
)
DECEMBER, YEAR_END = 12, r"\b(?:end|close)[ ]of[ ](?:the[ ]year|[12][0-9]{3})\b|\byear-end\b"  # 12月底
AS_MANY = r"\bas (?:many|much)\b(?! as)|\bthe same (?:number|amount)\b"  # said of a figure given before
AGAIN = lazy_regex(r"再次|再度|又一|另一|其次|次子|次女|第二")  # for the second time, second
