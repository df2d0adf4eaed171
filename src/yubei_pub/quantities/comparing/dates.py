"""What a date may leave out or add in the other language, given the date of the page.

The 10th may become July 10, and 去年 2023 where the page is of 2024; a day, month or year that
neither the Chinese nor the date of the page bears out is a fault.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping, Sequence
from functools import cached_property

from yubei_pub.patterns import lazy_regex
from yubei_pub.quantities.chinese.tables import LAST, NEXT, OPEN, THIS
from yubei_pub.quantities.comparing.agreement import Side, fields
from yubei_pub.quantities.comparing.items import Item
from yubei_pub.quantities.comparing.lengths_of_time import whole_months
from yubei_pub.quantities.english.tables import MONTH_NAMES
from yubei_pub.quantities.values import parted

_ISO = lazy_regex("([0-9]{4})(?:-([0-9]{1,2})(?:-([0-9]{1,2}))?)?")
# The English may name the year, month or day that these point to; the first kind say which year it is.
_YEARS_FROM_NOW = tuple(
    (lazy_regex(word), offset)
    for word, offset in (
        (f"{THIS}[年春夏秋冬]|本年", 0),
        (f"{LAST}[年冬秋]|上年|上一年|同期|同比", -1),
        (f"{NEXT}[年春夏]|来年|下一年", 1),
        (f"{OPEN}前年|上年", -2),
        (f"{OPEN}后年", 2),
        (r"全年|年[初底末中内]", 0),
        (r"全年|年[底末]", -1),  # a report in January looks back on the year before
        (r"年底|年末", 1),
    )
)
_RELATIVE_YEARS = lazy_regex(r"当年|同年|翌年|次年|(?<![年月日])以来|世纪|建国|新中国|改革开放|[一二三四五六七八九]大")
_RELATIVE_DAYS = lazy_regex(r"今[日晨晚天早]|昨[日天晚]|明[日天]|[当同次即]日|当天|近日|日前|翌日|[前后]天")
_RELATIVE_MONTHS = lazy_regex(r"[本上下当同]月|[上下]个月|月[底末初中]")
_MONTHS_FROM_NAMED = ((lazy_regex("上个?月|前一个?月|环比"), -1), (lazy_regex("[下次翌]个?月"), 1))
_ROUGH_DATES = lazy_regex(r"[年月岁][初底末中终]|[上中下]旬|季度|半年|中秋|端午|清明|国庆|元旦|前夕|节")

_TO_COME = lazy_regex("[将拟下]|计划|预计|截止|[日号](?:[之以]?前|起|至)")
# "The end of 2021" may stand for 2021年12月31日.
_EDGE = lazy_regex(r"\b(?:end|close|beginning|start|eve)[ ]of[ ](?:the[ ]year[ ])?$|\byear-end[ ]$", re.IGNORECASE)
_EDGE_OF_YEAR, _EDGES = lazy_regex("[初底末]"), {"初": (1, 2, 3), "底": (11, 12), "末": (11, 12)}  # 2025年底
_YEAR_BEFORE = lazy_regex(r"同比|同期|[比较]?上年|上一年")  # of the year that is named
_HALF_A_MONTH = 16  # days around a page of which one has any day's number
_FAR_BACK = 3  # years before that of the page which 前些年 may be
_POINTS_TO_YEAR = lazy_regex("同比|同期|上一?年|[当同翌次]年|[前上]届|近年|前[些几]年|此前|以来|年来|年[初底末]")
_POINTS_TO_MONTH = lazy_regex("[本上下当同次前]个?月|环比|月[初底末中]|[上中下]旬|季度|半年|[春夏秋冬]")
_SINCE_JANUARY = lazy_regex(r"今年以来|年初以来|自年初|今年前")
_YEARS_SAID = (
    (0, lazy_regex(r"\bthis[ ]year\b|\byear[ ]to[ ]date\b", re.IGNORECASE)),
    (-1, lazy_regex(r"\b(?:last|previous)[ ]year\b|\byear[ ](?:before|earlier)\b", re.IGNORECASE)),
    (1, lazy_regex(r"\bnext[ ]year\b", re.IGNORECASE)),
    *((off, lazy_regex(r"\b(?:end|close)[ ]of[ ]the[ ]year\b|\b[Yy]ear-end\b")) for off in (0, -1)),
)
_YEAR_EARLIER = lazy_regex(r"\b(?:previous|preceding)[ ]year\b|\byear[ ](?:before|earlier)\b", re.IGNORECASE)
_MONTH_EARLIER = lazy_regex(
    r"\b(?:(?:previous|preceding)[ ]month|month[ ](?:before|earlier|ago)|month[ -](?:on|over)[ -]month)\b",
    re.IGNORECASE,
)
_ANOTHER_YEAR = lazy_regex(
    rf"\b(?:last|next|this)[ ](?:{'|'.join(MONTH_NAMES)})\b"
    r"|\b(?:last|next|previous|following)[ ]year\b|\bthe[ ]year[ ]before\b",
    re.IGNORECASE,
)


class Calendar:
    """The dates that a Chinese passage bears out; `page` is the date of the page, 2024-07-10 or empty."""

    def __init__(self, page: str, source: str, target: str, ours: Sequence[Item], theirs: Sequence[Item]) -> None:
        self.source, self.target = source, target
        self.ours, self.theirs = ours, theirs
        match = _ISO.match(page)
        self.year, self.month, self.day = (int(part or 0) for part in match.groups()) if match else (0, 0, 0)

    def has_quarter(self, item: Item) -> bool:
        """Whether a quarter is that of a month that the Chinese names, or of the page where that says 同期."""
        months = self._months | ({self.month} if "同期" in self.source else set())
        return (item.kind, item.unit) == ("ordinal", "quarter") and item.value in {(m + 2) // 3 for m in months}

    def fault(self, source: Item, target: Item) -> str:
        """What is wrong with two dates that agree in the fields they share: "wrong", "year" (not said) or ""."""
        one, other = fields(source.side), fields(target.side)
        added, lost = other.keys() - one.keys(), one.keys() - other.keys()
        if ("y" in added and not self._is_year(other["y"], _last_month(source))) or (
            "m" in added and not self._is_month(other["m"], source)
        ):
            return "wrong"
        if "m" in added and (edge := source.followed_by(_EDGE_OF_YEAR)):
            return "" if other["m"] in _EDGES[edge[0]] else "wrong"
        if "d" in added and not (self._days or _ROUGH_DATES.search(self.source)):
            return "wrong"
        first = source.weak and source.quantity.low is not None  # 2024年1—11月
        if ("d" in lost or ("m" in lost and "d" not in other and not first)) and not target.led_by(_EDGE, 24):
            whole = _is_whole(other, whole_months(source, self.ours))
            parts = {name: one[name] for name in lost}.items()  # in 2023 … on December 4
            apart = any(parts <= fields(i.side).items() for i in self.theirs if i.kind == "date")
            return "" if whole or apart else "wrong"
        return "year" if "y" in lost and self._unsaid(one["y"]) else ""

    def named(self, year: float) -> bool:
        """Whether the English names a year by its distance from that of the page (last year) or from another."""
        if self.year and any(year - self.year == off and word.search(self.target) for off, word in _YEARS_SAID):
            return True
        return year + 1 in self._years and bool(_YEAR_EARLIER.search(self.target))

    def month_named(self, month: int) -> bool:
        """Whether the English names a month by its distance from one that it names: 较5月末, "than a month earlier"."""
        told = {fields(item.side).get("m", 0) for item in self.theirs if item.kind == "date"}
        if self.month:  # reports tell of the month before the page's
            told.add((self.month - 2) % 12 + 1)
        return month % 12 + 1 in told and bool(_MONTH_EARLIER.search(self.target))

    def day_named(self, side: Side) -> str:
        """A pattern of what a page calls a day besides its date: 10日 is Wednesday, today or yesterday."""
        parts = {"y": self.year} | fields(side)
        day = _day(parts) if "m" in parts else self._nearest(parts.get("d", 0))
        if day is None:
            return ""
        away = "(?:the (?:same|next|following)|that) (?:day|morning|afternoon|evening|night)"
        return rf"\b(?:{day:%A}|today|yesterday|tomorrow|tonight|{away})\b"

    def _nearest(self, day: int) -> datetime.date | None:
        """The day of the page's month, or of the one before or after, that is nearest to the page."""
        page = _day({"y": self.year, "m": self.month, "d": self.day})
        if page is None:
            return _day({"y": self.year, "m": self.month, "d": day})
        around = {(page + datetime.timedelta(off)) for off in range(-_HALF_A_MONTH, _HALF_A_MONTH + 1)}
        return min((date for date in around if date.day == day), key=lambda date: abs(date - page), default=None)

    def pointed(self, unit: str, value: float) -> bool:
        """Whether an English date that the Chinese does not name is one it points to: 今年, 当日, 本月."""
        year, month, day = (parted(value, unit).get(name, 0) for name in "ymd")
        if year and not self._is_year(year, month):
            return False
        if (unit, value) == ("m", 1) and _SINCE_JANUARY.search(self.source):
            return True
        if self._beside and month and not day and not _RELATIVE_DAYS.search(self.source):
            return month in self._beside
        if not year and not day and not self._relative_month:
            return bool(_RELATIVE_YEARS.search(self.source))
        if month and self._relative_month:
            return not self.month or self._near(month)
        return bool(year) and not day

    def may_point(self, unit: str, value: float) -> bool:
        """Whether a translator may name a year or month for words that only point to one: 同比, 前些年, 比上月."""
        if unit == "y":
            near = not self.year or -_FAR_BACK <= value - self.year <= 1
            return near and bool(_POINTS_TO_YEAR.search(self.source))
        near = not self.month or (self.month - value) % 12 in (11, 0, 1, 2)
        return unit == "m" and near and not self._beside and bool(_POINTS_TO_MONTH.search(self.source))

    def _is_year(self, year: int, month: int) -> bool:
        """Whether the Chinese or the date of the page bears a year out; without a date anything it points to may be."""
        if year in self._years or _RELATIVE_YEARS.search(self.source):
            return True
        if year + 1 in self._years and _YEAR_BEFORE.search(self.source):
            return True
        pointed = [offset for word, offset in _YEARS_FROM_NOW if word.search(self.source)]
        if not self.year:
            return bool(pointed) or bool(month)
        if pointed:
            return year - self.year in pointed
        months = {month} - {0} or (set() if any(self._years) else self._months - {0})
        if self.month and year != self.year:  # in January, December is last year's
            return any((year, m > self.month) in ((self.year - 1, True), (self.year + 1, False)) for m in months)
        return bool(months) and year == self.year

    def _is_month(self, month: int, source: Item) -> bool:
        """Whether a day is of a month: of the last one named before it, else of any that the Chinese bears out."""
        led = [fields(item.side).get("m", 0) for item in self.ours if item.start < source.start and _has(item, "m")]
        if led and self.month and not self._relative_month:
            return month == led[-1] or self._near(month)
        if month in self._months or _ROUGH_DATES.search(self.source):
            return True
        past = self._near(month) and 0 < fields(source.side).get("d", 0) <= self.day  # the 3rd, on the 10th of July
        return self._near(month) and (not past or month == self.month or bool(_TO_COME.search(self.source)))

    def _near(self, month: int) -> bool:
        """Whether a month is that of the page or next to it."""
        plain_day = self._days or self._relative_month
        return plain_day and (not self.month or (month - self.month) % 12 in (0, 1, 11))

    def _unsaid(self, year: int) -> bool:
        said = {fields(item.side).get("y") for item in self.theirs if item.kind == "date"}
        return bool(self.year) and year != self.year and year not in said and not _ANOTHER_YEAR.search(self.target)

    @cached_property
    def _relative_month(self) -> bool:
        return bool(_RELATIVE_DAYS.search(self.source) or _RELATIVE_MONTHS.search(self.source))

    @cached_property
    def _beside(self) -> set[int]:
        """The months before or after one that the Chinese names, where it points to them: 10月……比上月."""
        return {
            (month + offset - 1) % 12 + 1
            for word, offset in _MONTHS_FROM_NAMED
            if word.search(self.source)
            for month in self._months - {0}
        }

    @cached_property
    def _days(self) -> bool:
        return any(_has(item, "d") for item in self.ours) or bool(_RELATIVE_DAYS.search(self.source))

    @cached_property
    def _months(self) -> set[int]:
        return {fields(item.side).get("m", 0) for item in self.ours if item.kind == "date"}

    @cached_property
    def _years(self) -> set[int]:
        """Years that the Chinese names, and the first and last of the Five-Year Plans it names."""
        years = {fields(item.side).get("y", 0) for item in self.ours if item.kind == "date"}
        plans = (item for item in self.ours if item.unit == "five-year-plan")
        return years | {year for item in plans for year in plan_years(item.value)}


def _has(item: Item, part: str) -> bool:
    """Whether an item is a date with a day (`d`) or month (`m`)."""
    return item.kind == "date" and part in item.unit


def _day(parts: Mapping[str, int]) -> datetime.date | None:
    """A day of the calendar; None where there is none."""
    try:
        return datetime.date(parts["y"], parts["m"], parts["d"])
    except (KeyError, ValueError):
        return None


def _is_whole(other: Mapping[str, int], months: tuple[int, int]) -> bool:
    """Whether an English month or year is the one of which the Chinese names the first day and the last."""
    return months == ((other["m"], other["m"]) if "m" in other else (1, 12))


def _last_month(item: Item) -> int:
    """The month of a date, the last of 1至11月: in January of the next year both are of last year."""
    quantity = item.quantity
    side = item.side if quantity.high is None else Side(quantity, float(quantity.high))
    return fields(side).get("m", 0)


def plan_years(number: float) -> tuple[int, int]:
    """The years of a Five-Year Plan; since the sixth (1981–1985) one follows the other."""
    first = 1981 + 5 * (int(number) - 6)
    return first, first + 4
