"""Whether an item of the Chinese and one of the English say the same, with the words around them read too."""

from __future__ import annotations

import re
from collections.abc import Callable

from yubei_pub.patterns import lazy_regex
from yubei_pub.quantities import chinese, english
from yubei_pub.quantities.changes import FALLS, FALLS_CHINESE, RISES_CHINESE
from yubei_pub.quantities.chinese.sums import by_digits
from yubei_pub.quantities.chinese.tables import ROUGHLY
from yubei_pub.quantities.comparing.agreement import Side, agree, converted, fields, same, says
from yubei_pub.quantities.comparing.headings import by_heading
from yubei_pub.quantities.comparing.items import Item
from yubei_pub.quantities.comparing.ratios import is_rate, is_ratio, is_split, per_hectare, per_share, shared_rate
from yubei_pub.quantities.comparing.rounding import is_rounded
from yubei_pub.quantities.comparing.words_beside import by_words, is_taken_off
from yubei_pub.quantities.english.tables import CARDINALS, MONTH_NAMES, SCALES
from yubei_pub.quantities.units import TIMES, UNITS
from yubei_pub.quantities.values import ROMAN

HABIT = 3  # the level of what agrees only by a habit of press pages
MANY = 6  # from here on nobody minds whether 提升10倍 is ten times as high or eleven
_AS_MUCH = lazy_regex(r"[ ](?:as[ ](?:m|l|h|b|w)|th(?:at|ose)\b|what\b|the[ ](?:figure|level|number|amount|total)\b)")
_BY = lazy_regex(r"\bby[ ](?:[a-z]+[ ]){0,2}$")
_SHARED = 160  # characters from a figure to what it shares with another
_SHARES = tuple(
    (size, lazy_regex(rf"[0-9](?:{words})"))
    for size, words in (
        (100, "%|[ -]per[ ]?cent(?!age)"),
        (1000, "‰|[ ]per[ ]thousand"),
        (10000, r"[ -]basis[ -]points?\b|[ ]?bps?\b"),
    )
)
_POINTS = (100, lazy_regex(r"[0-9][ -]percentage"))
_SCALE = lazy_regex(r"[0-9] (thousand|million|billion|trillion)\b", re.IGNORECASE)
_NO_NOUN = lazy_regex(r"[,.;:)]|$|[ ](?:and|or|but|to|at|from|with|for|by|in|when|while|until|through)\b")
_HALF_OF_DAY = lazy_regex(r"(?:上午|早上|早晨|清晨|凌晨|下午|傍晚|晚上|晚|早)[ ]?$")
_PARTS = {  # what may stand behind a number of these, how many make one, and their unit
    "year": (lazy_regex(r"年零?(?P<part>[0-9]{1,2}|[一二三四五六七八九])个月"), 12, "month"),
    "hour": (lazy_regex(r"个?(?:小时|钟头)零?(?P<part>[0-9十一二三四五六七八九]{1,3})分"), 60, "minute"),
    "minute": (lazy_regex(r"分钟?零?(?P<part>[0-9十一二三四五六七八九]{1,3})秒"), 60, "second"),
}
_SO_MANY = lazy_regex("(?P<many>[0-9一两二三四五六七八九])个$")
_MEASURES = frozenset({"hour", "minute", "day", "week", "month", "year", "km", "m", "m2", "km2", "mu", "ha", "t"})
_IN_DAYS = {"day": 1, "week": 7, "month": 30.4, "quarter": 91.3, "year": 365.2}
_NEARLY, _ROUGHLY = 0.08, 0.12  # how far lengths of time in other units may be apart
_DOTTED = lazy_regex(r"[0-9]{1,2}\.[0-5][0-9](?:[^0-9]{1,5}[0-9]{1,2}\.[0-5][0-9])?")  # 11.30 and 12.30
# What a period is called by habit, not by arithmetic, besides lengths that are nearly the same.
_EQUAL_BY_HABIT = ((15, "day", 0.5, "month"), (30, "day", 1, "month"))
_FALLS_CHINESE = lazy_regex(rf"(?:{FALLS_CHINESE}|节[水电能油省约]|便宜|偏低|(?<![至最不])少|[降减跌])了?{ROUGHLY}$")
_GROWS = lazy_regex(rf"(?:{RISES_CHINESE}|[增涨升])了?{ROUGHLY}$")
_LOSSES_CHINESE = lazy_regex(
    rf"(?:亏损|流出|逆差|赤字|亏空)总?额?(?:收窄|缩小|扩大|增加|减少)?(?:了|至|到|为|达到?)?{ROUGHLY}$"
)
_FALLS_ENGLISH = lazy_regex(
    rf"\b(?:{FALLS}|down|cuts?|lower\w*|los[st]\w*|slid|below|negative|minus|deficits?|outflows?)\b",
    re.IGNORECASE,
)
_BELOW = lazy_regex("(?:[不未]满|不足|不到|[小低少]于)$")
# A numbered thing is named with a plain figure: Session 7, Article 23(2), items 2 and 4, but not "the three".
_NUMBERED = lazy_regex(
    r"\b(?:of the|(?!(?:the|all|these|those|other|of)\b)[a-z]+\.?)[ #]+"
    r"(?:\(?[0-9]+\)?(?:,|,? (?:and|or|to)|[-–]|(?=\()) ?)*\(?$",
    re.IGNORECASE,
)
_BARE = frozenset("十百千万亿")
_LEADING, _STAGES = ("首", "头"), ("期", "批", "轮", "阶段", "季", "届", "部", "卷")


def level(source: Item, target: Item) -> int | None:
    """The level at which two items agree (`agreement`), or None."""
    ordered = source.kind == "number" and target.kind == "ordinal" and (source.unit or source.precedes("号"))
    if source.weak and (ordered or (not source.unit and target.unit in _MEASURES)):
        return None  # 两地 is no "two hours", 1号线 no "first" of "first trains"
    leads = source.span in _LEADING and not source.precedes(_STAGES)
    if leads and target.span in ROMAN:
        return None  # 首条 is no "Phase I"
    if is_ratio(source, target):
        return HABIT
    if source.unit == "clock" and _DOTTED.fullmatch(target.span):
        return HABIT if _dotted(source, target) else None
    found = agree(source.side, target.side)
    if found is not None:
        return None if _other_half_of_day(source, target) else found
    return HABIT if any(habit(source, target) for habit in _HABITS) else None


def _other_half_of_day(source: Item, target: Item) -> bool:
    """Whether two hours differ by half a day although both languages say which half."""
    if not source.unit == target.unit == "clock":
        return False
    if same(source.value % 24, target.value % 24):
        return False
    known = source.value >= 13 or bool(source.led_by(_HALF_OF_DAY, 3))
    return known and target.span.lower().rstrip(".").endswith("m")


def _opposite(source: Item, target: Item) -> bool:
    """负增长5% is a fall of 5%, 下降5% is -5%, and 亏损5亿元 -¥500 million."""
    one, other = source.side, target.side
    if one.value * other.value >= 0 or agree(one._replace(value=-one.value), other) is None:
        return False
    if one.value < 0:
        if source.span.startswith("零下") and one.value == source.quantity.low:
            return True  # 零下2到4度 may be from -2 to 4 as well
        if source.unit == "degC":
            return False  # 降至零下18摄氏度 is a level, and no fall of 18 degrees
        quantity = target.quantity
        return bool(_FALLS_ENGLISH.search(target.text, max(0, quantity.start - 40), quantity.end + 25))
    return bool(source.led_by(_FALLS_CHINESE, 10) or source.led_by(_LOSSES_CHINESE, 10))


def is_numbered(target: Item) -> bool:
    """Whether an English number names a thing of a series: Session 7, Grade 4."""
    return target.kind == "number" and bool(target.led_by(_NUMBERED, 24))


def _shares_what_follows(source: Item, target: Item) -> bool:
    """18.6% and "down 18.6 and 22.1 percent", 168亿 and "16.8 and 24.4 billion": said once for both."""
    quantity, value = target.quantity, target.value
    if quantity.kind != "number" or quantity.unit:
        return False
    if not (target.span.replace(".", "").isdecimal() or target.span.lower() in CARDINALS):
        return False
    around = target.text[max(0, quantity.start - _SHARED) : quantity.end + _SHARED]
    if source.kind == "percent":
        if (under := shared_rate(around)) is not None and same(source.value * under, value):
            return True
        shares = (*_SHARES, _POINTS) if source.unit == "pp" else _SHARES
        return any(same(source.value * size, value) and said.search(around) for size, said in shares)
    return any(same(source.value, value * SCALES[scale.lower()]) for scale in _SCALE.findall(around))


def _shares_unit(source: Item, target: Item) -> bool:
    """25.5亿斤 in "149.78 million tonnes, down 1.275 million", 一刻钟 in "52 minutes, 15 more"."""
    ours, theirs = UNITS.get(source.unit), target.quantity
    quarter = source.unit == "quarter-hour"
    if ours is None or (ours.dimension in TIMES and not quarter) or theirs.kind != "number" or theirs.unit:
        return False
    before = english.find(target.before(_SHARED))
    shared = [quantity.unit for quantity in before if quantity.unit in UNITS][-1:]
    said = converted(source.value, source.unit, *shared) if shared else None
    return said is not None and says(said, source.unit, target.value, *shared)


def _one_more(source: Item, target: Item) -> bool:
    """增长1.5倍 and "grew 1.5 times", but not "1.5 times as much as" nor 原来的五倍; 翻了三倍 is said of both."""
    if target.span.lower().startswith("half as"):  # 增长一半
        return same(source.value, 0.5)
    multiples = source.kind == target.kind == "multiple"
    if source.follows("的"):
        return False
    turned = source.before(3)
    if source.value < MANY and target.followed_by(_AS_MUCH) and "翻" not in turned:
        return False
    return multiples and same(source.value, target.value + 1)


def _many_times(source: Item, target: Item) -> bool:
    """增长103.4% and "more than doubled", 增长1.9倍 and "nearly tripled"."""
    grown = source.kind == "multiple" or (source.kind == "percent" and source.led_by(_GROWS, 10))
    if not (grown and target.kind == "multiple" and target.approximator):
        return False
    over = source.value + (source.kind == "percent") - target.value
    if target.approximator in ("more", "least"):
        return 0 < over < 0.5  # what is grown 2.6 times has nearly tripled
    near = 0.5 if target.span[:1].isdigit() else _NEARLY * target.value
    return abs(over) <= near and (over < 0 or target.approximator == "about")


def _magnitude(source: Item, target: Item) -> bool:
    """上万人 and "tens of thousands": a number without a digit of its own reaches up to the next of its kind."""
    quantity = source.quantity
    up = quantity.approximator in ("more", "least") and source.span[:1] in _BARE
    if not up or target.side.other is None or source.precedes(("几", "多", "余")):
        return False
    return agree(Side(quantity, source.value, 10 * source.value), target.side) is not None


def _dozen(source: Item, target: Item) -> bool:
    """十几个 and "a dozen or so" or "some 15", 二十来个 and "some two dozen"."""
    tens = source.value if source.value % 10 == 0 and source.approximator else 0
    if tens and source.precedes("几") and target.approximator == "about":
        return tens < target.value < tens + 10
    return bool(tens) and target.value == 1.2 * tens and target.span.lower().endswith("dozen")


def so_many_of_it(source: Item, target: Item) -> bool:
    """五个万亿元台阶 and "five trillion-yuan marks"."""
    match = source.led_by(_SO_MANY, 3)
    if not match or source.span[:1] not in _BARE:
        return False
    return same(by_digits(match["many"]) * source.value, target.value)


def _period(source: Item, target: Item) -> bool:
    """半个月 and "two weeks", 三个月 and "90 days", 一百天 and "more than three months"."""
    one, other = source.quantity, target.quantity
    if (one.value, one.unit, other.value, other.unit) in _EQUAL_BY_HABIT:
        return True
    if one.unit == other.unit or not {one.unit, other.unit} & _IN_DAYS.keys() or target.value <= 1:
        return False
    ours, theirs = (_IN_DAYS.get(item.unit, 0) * item.value for item in (source, target))
    return same(ours, theirs, _ROUGHLY if other.approximator else _NEARLY)


def _and_parts(source: Item, target: Item) -> bool:
    """三年六个月 and "three and a half years", 一年零三个月 and "15 months"."""
    unit = source.unit
    if unit not in _PARTS:
        return False
    behind, share, smaller = _PARTS[unit]
    match = source.followed_by(behind)
    part = next(chinese.find(match["part"])).value or 0 if match else 0
    whole = source.value + part / share
    times = {unit: 1, "": 1, "clock": 1, smaller: share}.get(target.unit, 0)
    return bool(part) and same(times * whole, target.value)


def is_rest(source: Item, target: Item) -> bool:
    """缩短三分之一 and "in two-thirds of the time", 便宜一半多 and "less than half the price"."""
    if not 0 < source.value < 1 or abs(1 - source.value - target.value) >= 0.005:
        return False
    if {source.kind, target.kind} - {"number", "percent"}:
        return False
    return bool(source.led_by(_FALLS_CHINESE, 6)) and not target.led_by(_BY, 24) and not is_taken_off(target)


def _day_of_that_month(source: Item, target: Item) -> bool:
    """8月25日 and "the 25th" behind "18 August"."""
    if not (source.kind == "date" and target.kind == "ordinal" and target.follows("the ")):
        return False
    date = fields(source.side)
    if date.get("d") != target.value or "m" not in date or not target.followed_by(_NO_NOUN):
        return False
    return MONTH_NAMES[date["m"] - 1] in target.text[: target.quantity.start]


def _dotted(source: Item, target: Item) -> bool:
    """4时30分 and, as the British write it, "4.30 this morning"; 4.5 hours are no half past four."""
    hour = int(target.value)
    return same(source.value % 12, hour % 12 + round(100 * (target.value - hour)) / 60)


def _up_to_the_last(source: Item, target: Item) -> bool:
    """年满70周岁不满80周岁 and "from 70 to 79", 不满14周岁 and "13 and under": whole ones below an end."""
    one, other = source.quantity, target.quantity
    if not source.led_by(_BELOW, 4) or source.value != int(source.value) or source.value != target.value + 1:
        return False
    last = other.approximator == "most" or (other.value is None and target.value == other.high)
    return last and {source.kind, target.kind} == {"number"} and (one.unit == other.unit or not other.unit)


_HABITS: tuple[Callable[[Item, Item], bool], ...] = (
    _opposite,
    is_rate,
    is_split,
    is_rounded,
    by_heading,
    _shares_what_follows,
    _shares_unit,
    _one_more,
    _many_times,
    _magnitude,
    _dozen,
    so_many_of_it,
    _period,
    _and_parts,
    is_rest,
    _day_of_that_month,
    _up_to_the_last,
    per_hectare,
    per_share,
    by_words,
)
