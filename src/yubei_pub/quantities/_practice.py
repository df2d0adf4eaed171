"""What translators of press pages rightly do with numbers, and the words that tell."""

from __future__ import annotations

import re

# English words that carry a number of the Chinese without being one: 两个 = both, 100% = fully.
CARRIED_BY_ENGLISH = {
    0.5: r"half|halv|semi|midway|midpoint",
    2: r"both|two|twin|dual|doubl|pair|couple|either|bilateral|twice|second",
    3: r"tripl|trio|tri-|third|three|tertiary",
    4: r"four|quadr|quarter",
    7: r"week",
    10: r"decade|ten|teen",
    12: r"dozen|year",
    24: r"around[ -]the[ -]clock|round[ -]the[ -]clock|day and night",
    100: r"centur|centen|hundred",
    1000: r"millenni|thousand",
    10000: r"myriad|countless|ten thousand",
}
MAGNITUDES = r"\b(?:decades|dozens|scores|many|numerous|countless|several)\b"  # 几十年, 数十个
CARRIED_WHOLE = r"\b(?:all|full|fully|entire|entirely|complete|completely|every|universal|whole)\b"  # 100%

# Chinese characters that carry a number inside a word: 双方 = the two sides, 四川, 百姓.
CARRIED_BY_CHINESE = {
    0.5: "半",
    2: "两二双俩对贰再次其",
    3: "三叁再",
    4: "四",
    5: "五",
    6: "六",
    7: "七周",
    8: "八",
    9: "九",
    10: "十",
    12: "打",
    100: "百",
    1000: "千",
    10000: "万",
}
# The English may name the year or the day that these point to.
RELATIVE_YEARS = re.compile(r"今年|去年|明年|前年|后年|本年|当年|同年|翌年|次年|上年|全年|年初|年底|年末|以来|世纪")
RELATIVE_DAYS = re.compile(r"今日|今天|昨日|昨天|明日|明天|当日|当天|同日|近日|日前|本月|上月|下月|当月|同月|次日")

# A numbered thing is named with a plain figure: Session 7, No. 3, Phase 2.
NUMBERED = re.compile(
    r"\b(?:[A-Z][a-z]+|no\.?|number|phase|part|item|article|chapter|session|batch|lot|round|group|line|day)[ #]+$",
    re.IGNORECASE,
)
# Chinese counts that English puts in order: 75周年 is the 75th anniversary.
COUNTED_IN_ORDER = re.compile(
    r"[ ]?(?:周年|年|届|季度|期|批|岁|日|次|个月|天|级|世纪|号|楼|层|条|名|位|轮|场|站|大|强)"
)

# Pairs of words that tell which of two numbers is which when their order differs between the languages.
ANCHORS = tuple(
    (re.compile(chinese), re.compile(english, re.IGNORECASE))
    for chinese, english in (
        (r"新建|新增|新开", r"\bnew(?:ly)?\b|\bbuilt\b|\bbuild|\badd(?:ed|ing)?\b"),
        (r"改造|翻新|更新|整修", r"\brenovat\w*|\brenew\w*|\bupgrad\w*|\btransform\w*"),
        (r"老旧|旧", r"\bold\b|\bolder\b|\baging\b|\bageing\b"),
        (r"增长|增加|上升|提高|提升|增速", r"\bgrow\w*|\bgrew\b|\bincreas\w*|\bris\w+|\brose\b|\bup\b|\bgain\w*"),
        (r"下降|减少|降低|降幅", r"\bdecreas\w*|\bdeclin\w*|\bfell\b|\bfall\w*|\bdown\b|\breduc\w*|\bdrop\w*|\bcut\w*"),
        (r"占", r"\baccount\w*|\bshare\b|\bmak\w+ up\b|\bmade up\b|\bproportion\b"),
        (r"投资", r"\binvest\w*"),
        (r"进口", r"\bimport\w*"),
        (r"出口", r"\bexport\w*"),
        (r"城镇|城市|城区", r"\burban\b|\bcit(?:y|ies)\b"),
        (r"农村|乡村|村", r"\brural\b|\bvillages?\b"),
        (r"公园", r"\bparks?\b"),
        (r"学校", r"\bschools?\b"),
        (r"医院", r"\bhospitals?\b"),
        (r"企业|公司", r"\bcompan(?:y|ies)\b|\benterprises?\b|\bbusiness(?:es)?\b"),
        (r"项目", r"\bprojects?\b"),
        (r"小区|社区", r"\bcommunit(?:y|ies)\b|\bcompounds?\b"),
        (r"户", r"\bhouseholds?\b"),
        (r"人口|居民|群众|市民", r"\bpopulation\b|\bresidents?\b|\bpeople\b"),
        (r"道路|公路", r"\broads?\b|\bhighways?\b"),
        (r"管网|管道", r"\bpipes?\b|\bpipelines?\b"),
        (r"绿地|绿化", r"\bgreen\b|\bgreen space\b"),
        (r"男", r"\bmen\b|\bmale\b|\bboys?\b"),
        (r"女", r"\bwomen\b|\bfemale\b|\bgirls?\b"),
        (r"全区|区", r"\bdistrict\b"),
        (r"全市|市", r"\bcity\b|\bmunicipal\w*"),
        (r"产值", r"\boutput\b"),
        (r"收入", r"\bincome\b|\brevenue\b"),
        (r"工业", r"\bindustr\w+"),
        (r"服务业|服务", r"\bservices?\b"),
        (r"农业", r"\bagricultur\w+"),
        (r"长|长度", r"\blong\b|\blength\b"),
        (r"宽|宽度", r"\bwide\b|\bwidth\b"),
        (r"高|高度", r"\bhigh\b|\bheight\b|\btall\b"),
        (r"从|由", r"\bfrom\b"),
        (r"到|至", r"\bto\b"),
    )
)
