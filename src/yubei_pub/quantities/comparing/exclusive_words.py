"""Words of both languages that exclude each other (times, frequencies, instances, ranks), and names with figures."""

from __future__ import annotations

import re
from typing import NamedTuple

from yubei_pub.patterns import lazy_regex
from yubei_pub.quantities.chinese.tables import LAST, NEXT, OPEN, THIS
from yubei_pub.quantities.currencies import CURRENCY_CODES


class Name(NamedTuple):
    """One of a group: the Chinese that says it, the Chinese that may mean it too, and the English."""

    chinese: re.Pattern[str]
    may: re.Pattern[str] | None
    english: re.Pattern[str]
    right: str


def _name(right: str, chinese: str, english: str, may: str = "") -> Name:
    words = lazy_regex(rf"\b(?:{english})\b", re.IGNORECASE)
    return Name(lazy_regex(chinese), lazy_regex(may) if may else None, words, right)


def _weekday(days: str, english: str) -> Name:
    """周三 is a Wednesday, 每周三次 is not; 周一至周五 may be every day between."""
    written = "|".join(week + one for week in ("星期", "礼拜", "周") for one in days)  # in full: few texts have one
    more = "|".join(sign + one for sign in "、和" for one in days)
    day = "[一二三四五六日天]"
    return _name(
        english,
        rf"(?:{written}|(?:星期|周)(?:{day}[、和])*{day}(?:{more})(?=[、和，。上下早晚各]))(?![次年个期天趟场批季条位台路十百])",
        f"{english}s?",
        rf"(?:星期|周){day}(?:[、至到—和-]{day})*[、至到—和-][{days}]",  # 周二、四
    )


_DAYS = dict(zip("Monday Tuesday Wednesday Thursday Friday Saturday".split(), "一二三四五六", strict=True))
_EACH = r"(?:an?|each|every|per)[ ](?:day|week|month|quarter|season|year)"
_NOT_AGO = r"(?![ ](?:earlier|ago|before|later|after)\b)"
_TWICE_A_YEAR = "(?:twice|two times)[ ](?:a|per|each|every)[ ]year|half-yearly|semi-?annual(?:ly)?|biannual(?:ly)?"
_TIMES = "(?:days?|weeks?|months?|hours?|minutes?|years?)[ ]"
_BY_SO_MUCH = "(?=[约近]?[0-9一二两三四五六七八九十半])"
_INSTANCE = "[ -](?:instance|trial|reading|hearing)"
GROUPS = (
    (
        _name("BC", "[公西]元前", r"(?-i:B\.?C|BCE)"),
        _name("AD", "[公西]元(?!前)", r"(?-i:A\.?D|CE)"),
    ),
    (
        _name(
            "this year",
            f"{THIS}年|(?<![0-9〇零一二三四五六七八九十几两数多半])年内(?!容)",
            "(?:this|the current) year",
            "本届|本次|本年|当年|全年|年[初底末中内]|今[春夏秋冬]|今后|目前|截至",
        ),
        _name(
            "last year",
            f"{LAST}年",
            "(?<!the )last year|(?:previous|preceding) year|year (?:earlier|ago)|year before(?! last)",
            "同比|同期|上一?年|上届|去[冬秋]|前一年",
        ),
        _name("next year", f"{NEXT}年", "(?:next|coming) year", "来一?年|次年|翌年|下一?年|新年|明[春夏]|今后|此后"),
        _name("the year before last", OPEN + "前年", "year before last"),
        _name("the year after next", OPEN + "后年", "year after next"),
    ),
    (
        _name("this month", "本月", "this month", "当月|月[初中底末]|今"),
        _name("last month", "上月|上个月", "(?:last|previous) month", "环比"),
        _name("next month", "下月|下个月", "(?:next|coming) month", "次月|翌月"),
    ),
    (
        _name("the first half of the year", "上半年", "first half|first six months|H1"),
        _name("the second half of the year", "下半年", "(?:second|latter) half|last six months|H2"),
    ),
    (*(_weekday(day, name) for name, day in _DAYS.items()), _weekday("日天", "Sunday")),
    (
        _name("once", r"每[日天周月季年][^，。；、0-9一两二三四五六七八九十]{0,4}(?:一次|1次)", f"once[ ]{_EACH}"),
        _name("twice", "每[日天周月季年]度?(?:两次|二次|2次)", f"(?:twice|two times|2 times)[ ]{_EACH}"),
        _name("three times", "每[日天周月季年]度?(?:三次|3次)", f"(?:three times|thrice|3 times)[ ]{_EACH}"),
    ),
    tuple(
        _name(f"per {right}", f"每(?:{chinese})", f"(?:per|every|each|for)[ ](?:{english})")
        for right, chinese, english in (
            ("hundred", "百(?![万分])|100(?![0-9万,])", "100(?!,)|(?:(?:a|one) )?hundred(?! thousand)"),
            ("thousand", "千(?![万瓦米克])|1000(?![0-9万])", "1,?000(?!,)|(?:(?:a|one) )?thousand"),
            ("ten thousand", "万|1万", "10,?000(?!,)|ten thousand"),
            ("hundred thousand", "十万|10万", "100,?000(?!,)|(?:(?:a|one) )?hundred thousand"),
            ("million", "百万|100万", "1,000,000|(?:(?:a|one|1) )?million"),
        )
    ),
    tuple(
        _name(
            f"per {right}",
            f"每{chinese}|(?<![0-9一二三四五六七八九十]){chinese}[人户]?均",
            rf"an?[ ](?:{english or right})\b{_NOT_AGO}|(?:per|each|every)[ ](?:{english or right})s?|{adverb}",
            may,
        )
        for right, chinese, english, adverb, may in (
            ("minute", "分钟", "", "minutely", "分"),
            ("hour", "(?:个?小时|钟头)", "", "hourly", "时|钟头"),
            ("day", "[天日]", "", "daily", "[天日昼夜早晚]"),
            ("week", "(?:个?星期|周(?![岁年]))", "", "weekly", "周|星期|礼拜"),
            ("month", "个?月", "", "monthly", "(?<![0-9一二两三四五六七八九十个])个?月|[一1半]个月"),
            ("quarter", "个?季度?", "quarter|(?:three|3) month", "quarterly", "季|[三3]个月"),
            ("half year", "半年", "half|(?:six|6) month", _TWICE_A_YEAR, "半|[六6]个月"),
            ("term", "个?学期", "(?:school )?(?:term|semester)", "termly", "学期"),
            ("year", "年", "", "yearly|annual(?:ly)?", "年|岁"),
        )
    ),
    (
        _name("single-digit", "个位数|一位数", "(?:single|one)[- ](?:digit|figure)s?"),
        _name("double-digit", "两位数", "(?:double|two)[- ](?:digit|figure)s?"),
        _name("three-digit", "三位数", "(?:three|triple)[- ](?:digit|figure)s?"),
    ),
    (
        _name("per kilogram", "每(?:公斤|千克)", "(?:a|per|each|every|the)[ ](?:kilo(?:gram)?|kg)", "千克|斤"),
        _name("per ton", "每吨", "(?:a|per|each|every|the)[ ](?:metric[ ])?ton(?:ne)?", "吨"),
    ),
    (
        _name(
            "the first instance, the first reading",
            "一审",
            rf"first{_INSTANCE}\b(?![ ](?:judge?ment|verdict|ruling|decision|sentence))",
            "初审|首次审议|初次审议|首次提请",
        ),
        _name(
            "the second instance, the second reading",
            "二审",
            f"second{_INSTANCE}|appeals?[ ]court|court[ ]of[ ]appeals?|on[ ]appeal|appellate|appealed",
            "再次审议|上诉|抗诉|终审",
        ),
        _name("the third reading", "三审", "third[ -](?:instance|reading)"),
    ),
    (
        _name(
            "first place",
            "冠军|夺冠",
            r"champion\w*|win(?:s|ners?|ning)?|won|titles?|gold|first",
            "第一|首|胜|金|头名|折桂|夺魁",
        ),
        _name("second place", "亚军", "runners?-?up|second[ -](?:place|prize)|silver", "第二|银|次席"),
        _name("third place", "季军", "third[ -](?:place|prize)|bronze", "第三|铜|三等"),
    ),
    (
        _name("two", "双方|双边", "two|both|either|bilateral|each(?! other)", "两"),
        _name("three", "三方|三边", "(?:three|all)[ ](?:sides|parties)|tri(?:lateral|partite)", "多方|各方"),
        _name("four", "四方|四边", "four[ ](?:sides|parties)|quadrilateral"),
    ),
    (  # spelled out, so that a text without one of these need not be searched
        _name(
            "earlier",
            f"(?:提前了?|提早了?|(?<!最)早了){_BY_SO_MUCH}",
            f"{_TIMES}(?:earlier|early|ahead|sooner)",
            "提前",
        ),
        _name(
            "later",
            f"(?:晚了|迟了|推迟了?|推后了?|延迟了?|延后了?){_BY_SO_MUCH}",
            f"{_TIMES}(?:later|late|behind)",
            "后|晚|迟",
        ),
    ),
    (
        _name(
            "this century",
            "本世纪",
            "(?:this|the|present|current|21st|twenty-first) century",
            "21世纪|二十一世纪|新世纪",
        ),
        _name("last century", "上个?世纪", "(?:last|previous|20th|twentieth) century", "20世纪|二十世纪"),
        _name("next century", "下个?世纪", "next century"),
    ),
    (
        _name(
            "the first",
            "首批|首班|第一批|第一班|头班",
            r"first|maiden|inaugural|initial|debut\w*|earliest|early|pilot|1st|founding|original|open\w*|start\w*",
            ".",  # these are said of much else
        ),
        _name(
            "the last",
            "末班|末批|最后一?[批班]",
            "(?:last|final) (?:(?:school )?bus(?:es)?|trains?|flights?|ferry|batch|group|lot|list"
            "|(?:two|three|four|five|six|seven|eight|nine|ten|dozen|[0-9]+) to)",
            "末|最后|终|上[一个批次]|收官",
        ),
    ),
)

# 5G, 4A, PM2.5, G42: written alike in both languages.  RMB351 and Q1 are an amount and a quarter.
CAPITAL = lazy_regex("[A-Z]")  # one of these is in each but those of figures and points
CODE = lazy_regex(  # PM2.5, CRH380A, H1N1, V3.2.1; 5G; 3.2.1
    r"(?<![A-Za-z0-9.])(?:"
    rf"(?!{'|'.join(CURRENCY_CODES)}|[QH][1-4]\b)"
    r"[A-Z]{1,4}-?[0-9]{1,6}(?:\.[0-9]+){0,3}(?:[A-Z][0-9]{1,2}|(?<=[0-9]{2})[A-Z])?"
    r"|[1-9][ADG]|[0-9]{1,3}(?:\.[0-9]{1,3}){2,3})(?![A-Za-z0-9]|\.[0-9])"
)
