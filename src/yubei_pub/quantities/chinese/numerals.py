"""Chinese numerals: where they stand in a text and what they are worth.

Works on text in plain form (`plain`): half-width digits, Simplified numerals, same length.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import cache
from typing import NamedTuple

from yubei_pub import addresses
from yubei_pub.literals import opening
from yubei_pub.patterns import lazy_regex
from yubei_pub.quantities.chinese.sums import both_ends
from yubei_pub.quantities.chinese.tables import (
    BIG_UNITS,
    DIGITS,
    FINANCIAL_WORDS,
    LEXICAL,
    LEXICAL_PATTERNS,
    PLAIN,
    SMALL_UNITS,
)
from yubei_pub.quantities.currencies import CURRENCY_CODES
from yubei_pub.quantities.reigns import REIGNS
from yubei_pub.quantities.values import POWER, VULGAR, decimal

_D = "[" + "".join(DIGITS) + "]"
_NEXT = rf"(?!一[直般起些样边旦律向路同]){_D}"  # 二十四一直
# 千瓦, 千米, 千克 and 兆瓦 are units of measure, and 千 and 兆 in them no part of the number; but 一万二千米.
_U = (
    r"(?:[十拾廿卅卌佰仟万亿]|百(?!帕)|千(?![瓦米克卡帕伏赫焦]|比特|字节)"
    r"|(?<=[万亿][1-9一二两三四五六七八九])千(?=[瓦米克])|兆(?![瓦帕赫伏欧焦]|比特|字节))"
)
_BIG = "[" + "".join(BIG_UNITS) + "]"
SP = "[ ]{0,3}"
# 五百 万 is one number; 20万 百余 in the cells of a row are two.
_BETWEEN_UNITS = rf"(?:(?<=[十拾百佰千仟]){SP}{_BIG}|(?<=万)[ ]亿)"

# An Arabic figure. A second full stop makes it a version or an address: no decimals then.
ARABIC = (
    r"(?:(?<![0-9.])(?:[0-9]{1,3}(?:,[0-9]{3})+(?!,?[0-9])|[0-9]++)(?:\.[0-9]++(?!\.[0-9]))?"
    r"|(?<![0-9])[0-9]++|(?<![0-9.])(?<!No)\.[0-9]++(?!\.[0-9]))"
)
_MODEL = "(?=[ ]?(?:参数|级|规模|[大小]?模型))"  # 70B参数; elsewhere a B is a name
_POWER = rf"(?:(?:{POWER}|[ ]?[kKM]|[ ]G(?<=[0-9.][0-9].G)|B{_MODEL})(?![A-Za-z0-9]))?"
_ITS_POWER = _POWER.replace(_MODEL, "")  # once it has been found
_RUN = (
    rf"(?:{ARABIC}{_POWER}{VULGAR}?|{VULGAR}|{_D}|{_U})"
    rf"(?:(?:(?<![0-9])|(?<=[0-9]){SP}(?![十拾])|(?<={_D}){SP}){_U}|{_BETWEEN_UNITS}|(?<=[零〇十拾廿卅卌百佰千仟万亿兆]){ARABIC}"
    rf"|(?<=[百佰千仟万零〇][0-9]){SP}[十拾]"  # 2百5十
    rf"|(?<=[十拾廿卅卌百佰千仟万亿兆]){SP}(?!两[白黄纹银])(?:(?:[零〇]{SP})?{_NEXT}|{ARABIC}(?={SP}[十百千]))"
    rf"|(?<={_D})(?:(?<=[零〇])|(?!两)){_NEXT}|(?<=一)两(?=[十百千万亿])"  # 一两百
    rf"|(?<=[百千])好?几[十百]|(?<=万)几[百千]|(?<=亿)几[百千]?万"  # 四千几百
    rf"|{SP}[余多几来]{SP}(?={_BIG})|(?<=[0-9一二两三四五六七八九十百千])个(?:多(?=亿)|(?=亿(?![元级千万])))|(?<=[二三四五六七八九]十)有[一二三四五六七八九](?![个名人户家座所年成分])"
    rf"|{SP}点{SP}(?!一[直边同起路])[零〇一二三四五六七八九陆伍肆捌玖柒壹]++(?!{SP}[0-9十分半钟刻])(?:{SP}[零〇一二三四五六七八九])*"
    rf"){{0,40}}"  # the longest sensible numeral has some thirty characters; this keeps a run of digits linear
)
_NOTHING = Fraction(0)
_LONGEST_FIGURE = 40  # digits: a longer one is a serial number, and Python refuses to convert thousands
# 首批 is 第一批; 一首歌 counts a song, 首都 and 首先 are words of their own.
_FIRST = (
    r"首(?<![0-9一二三四五六七八九十百千万几数两这那每]首)"
    r"(?=[个批家届次条座款例台期日天部场支位份单站轮名列所枚艘架套间项班辆趟只张幅笔棵株集周夜件类种宗颗块度]"
    r"|[演映播飞航印战胜金秀局盘])"
)
# Ⅳ级, III类, I—III类
_ROMAN = r"(?:[Ⅰ-Ⅻ]|(?<![A-Za-z0-9])(?:I[XV]|V?I{1,3}|[VX]))(?=(?:[—–~～至-][IVXⅠ-Ⅻ]{1,4})?[级類类期型段标])"
_REIGN = f"(?:{'|'.join(REIGNS)})"
_WORDS = (
    rf"{_ROMAN}|"
    r"半数|百分百|(?<![经超通度走不])过半(?!百)|一半|翻番|打?对折|半(?=[ ]?成(?![品熟员])|[ ]?打(?![造通工响开听电])"
    rf"|斤(?!八两)|公斤|公里|里[地路]|亩|吨|米|年|天|小时|分钟|秒|个多?(?:月|小时|世纪)|个百分点|月)|(?<={_REIGN})元(?=年)|"
    + _FIRST
)
_TOKEN = lazy_regex(
    rf"(?P<arabic>{ARABIC})(?P<power>{_ITS_POWER})|(?P<vulgar>{VULGAR})|(?P<digit>{_D})|(?P<unit>{_U})|(?P<point>点)|(?P<more>(?<=亿)几[百千]?万|(?<=[百千万])好?几[十百千]|[余多几来])"
)


class Numeral(NamedTuple):
    """`[start, end)` of a text is a numeral from `low` to `high` (the same, save for 三四十).

    `more` tells that 余, 多 or 几 stands inside; `bare` that it begins with a unit (百亿);
    `word` is set instead of a value for words such as 一半 and 翻番.  `behind` is the next character that is no
    space: most kinds can be told by it.
    """

    start: int
    end: int
    low: Fraction
    high: Fraction
    more: bool = False
    bare: bool = False
    word: str = ""
    behind: str = ""


_NOT_PLAIN = frozenset(map(chr, PLAIN))
_THREE = lazy_regex("[参參](?=[拾佰仟萬万億亿])|(?<=[拾佰仟])[参參]|(?<=分之)[参參](?!加)")  # 參加 is no number
# 12 000元, 1 000 000: blanks between groups of three, where what is counted stands behind or no cell would be 000;
# elsewhere they may be those of the cells of a row.
_SPACED_THOUSANDS = lazy_regex(
    r"[1-9１-９](?<![0-9０-９.．,].)[0-9０-９]{0,2}(?:[ \u00a0\u2009\u202f][0-9０-９]{3}(?![0-9０-９])){1,5}"
    r"(?:(?<=[0０]{3})(?![ ]?[-.．0-9０-９])|(?=(?:[.．][0-9０-９]++)?[ ]?"
    r"(?:[余餘多]?[万萬亿億元圆圓吨噸亩畝人户戶名个個家件辆輛台套册冊次株头頭平立公千美欧歐英港项項处處条條座米]|km|kW|MW)))"
)
_BLANKS = str.maketrans(dict.fromkeys(" \u00a0\u2009\u202f", ","))
_WIDE_COMMA = lazy_regex("，(?<=[0-9０-９]，)[0-9０-９]{3}")
_WIDE_THOUSANDS = lazy_regex(r"[0-9０-９](?<![0-9０-９.．].)[0-9０-９]{0,2}(?:，[0-9０-９]{3}(?![0-9０-９]))+")


def plain(text: str) -> str:
    """The text with digits, letters, numerals and blanks in one form; lengths do not change.

    A full-width comma before groups of three digits separates thousands (1，800万), any other is punctuation; and so
    do the blanks of 12 000元.
    """
    if "参" in text or "參" in text:
        text = _THREE.sub("三", text)
    if _WIDE_COMMA.search(text):
        text = _WIDE_THOUSANDS.sub(lambda match: match[0].replace("，", ","), text)
    if " " in text or "\u00a0" in text or "\u2009" in text or "\u202f" in text:
        text = _SPACED_THOUSANDS.sub(lambda match: match[0].translate(_BLANKS), text)
    return text if _NOT_PLAIN.isdisjoint(text) else text.translate(PLAIN)


def _by_first(words: tuple[str, ...]) -> str:
    """An alternation that branches on the first character: one test a character where none begins."""
    tree: dict[str, list[str]] = {}
    for word in sorted(set(words), key=lambda w: (-len(w), w)):
        tree.setdefault(word[0], []).append(re.escape(word[1:]))
    fraction = {"一": "(?<!分之一)"}  # 三分之一来自, 四分之一行政村
    return "|".join(f"{first}{fraction.get(first, '')}(?:{'|'.join(rest)})" for first, rest in tree.items())


@cache
def _scan(may_have_address: bool) -> re.Pattern[str]:
    """What finds numerals, and before them what is none; most characters begin neither."""
    none = "|".join((*([addresses.IN_CHINESE] if may_have_address else []), _by_first(LEXICAL), *LEXICAL_PATTERNS))
    all_ = rf"(?P<skip>{none})|(?P<word>{_WORDS})|(?P<run>{_RUN})"
    return lazy_regex(f"(?=[{opening(all_)}])(?:{all_})")


def numerals(text: str) -> Iterator[Numeral]:
    """The numerals of a text in plain form, from left to right."""
    for match in _scan(addresses.may_hold(text)).finditer(text):
        start, end = match.span()
        behind = text[end : end + 4].lstrip(" ")[:1]
        if word := match["word"]:
            yield Numeral(start, end, _NOTHING, _NOTHING, word=word, behind=behind)
        elif (run := match["run"]) and not _is_word(text, start, end):
            if value := _plain_value(run):
                yield Numeral(start, end, value, value, behind=behind)
                continue
            tokens = list(_TOKEN.finditer(run))
            low, high = both_ends(tokens)
            more = any(token["more"] for token in tokens)
            yield Numeral(start, end, low, high, more, run[0] in SMALL_UNITS or run[0] in BIG_UNITS, behind=behind)


def _plain_value(run: str) -> Fraction | None:
    """What most numerals are worth, a figure with at most one unit behind it: 356,000, 35.6万."""
    unit = SMALL_UNITS.get(run[-1]) or BIG_UNITS.get(run[-1])
    figure = (run[:-1] if unit else run).replace(",", "")
    if not figure.isascii() or not figure.replace(".", "").isdecimal():
        return None
    return decimal(figure) * unit if unit else decimal(figure)


_CODES = tuple(CURRENCY_CODES)
_WRITTEN_OUT = lazy_regex(
    rf"{SP}(?:折(?!扣)|成(?=[，。、；）]|$)|[元圆](?!年)|[角分][整正，。]|分{SP}之)"
)  # 伍折, 伍成, 陆元, 伍分之一


def _is_word(text: str, start: int, end: int) -> bool:
    """Whether a run is a name (5G, G42) or an ordinary word (陆) rather than a numeral."""
    if end - start == 1 and text[start] in FINANCIAL_WORDS:
        return not (_WRITTEN_OUT.match(text, end) or text.endswith(("第", "分之"), 0, start))
    if end - start > _LONGEST_FIGURE:
        return True
    named = text[start].isascii() and start > 0 and text[start - 1].isascii() and text[start - 1].isalpha()
    return named and not text.endswith(_CODES, 0, start)
