"""Numbers that one language says in a word that is none: both, decade, fully; 双方, 今年, 四川."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from fractions import Fraction
from functools import cached_property, lru_cache

from yubei_pub.patterns import lazy_regex
from yubei_pub.quantities import chinese, english
from yubei_pub.quantities.comparing import number_words as tables
from yubei_pub.quantities.comparing.agreement import agree, converted, fields, same
from yubei_pub.quantities.comparing.approximators import said_around
from yubei_pub.quantities.comparing.dates import Calendar, plan_years
from yubei_pub.quantities.comparing.items import Half, Item
from yubei_pub.quantities.comparing.lengths_of_time import told_by_length, whole_months
from yubei_pub.quantities.comparing.ratios import per_share, shares
from yubei_pub.quantities.comparing.writing import singular
from yubei_pub.quantities.currencies import ENGLISH_CURRENCIES
from yubei_pub.quantities.english.tables import MONTH_NAMES
from yubei_pub.quantities.units import ENGLISH_UNITS, UNITS

_NEAR = 100  # quantities of the other language, around its place, that an extra one may repeat
_NAMED = lazy_regex(r"\b[A-Z]{1,4}-?([0-9]{1,6})\b")  # G20 is 二十国集团
_CODED = lazy_regex(  # U12 is "under 12", 45EFLOPS "45 EFLOPS"
    r"(?<![A-Za-z])[A-Z]{1,4}-?([0-9]{1,6})(?![0-9A-Za-z.])|(?<![0-9A-Za-z.,])([0-9]{1,6}(?:\.[0-9]{1,3})?)(?=[A-Za-z]{2})"
)
_POINTING = lazy_regex(r"\b(?:the|these|those|all|other|our|its|their|between|of)[ ]$", re.IGNORECASE)
_A = r"\b(?:an?|per|each|every|the|single|next|another)[ -](?:[a-z]+[ -])?{}\b"  # 1小时20分钟: an hour and 20 minutes
_GOOD = lazy_regex("an? (?:good|full) ", re.IGNORECASE)  # a good hour
_NAMES = {"degC": "degree"}
_PERIOD, _NEXT = lazy_regex("[天日年月周季]|个月"), r"\b(?:next|following|later|after)\b"  # 第二天: the next morning
_TYING = lazy_regex(r"[ ]?(?:,|ly\b|to none\b|is to\b|half\b)")  # "second," and "second to none" count nothing
_MARKER = lazy_regex(r"(?:^|(?<=[，。；：:\s]))[其第]?([一二三四五六七八九十])[是来则要，]")
_DAYS_OF: dict[tuple[float, str], str] = {(7, "day"): "周", (10, "day"): "旬"}  # 下旬: the last ten days
_DIGITS_OF_TWO = lazy_regex("[一二三四五六七八九两]{2}")  # 三五天, 两三个


class Carried:
    """What the words of both halves of a bead carry; each is searched once for each question."""

    def __init__(
        self, source: Half, target: Half, ours: Sequence[Item], theirs: Sequence[Item], calendar: Calendar
    ) -> None:
        self.source, self.target = source.text, target.text
        self.ours, self.theirs = ours, theirs
        self.calendar = calendar
        self._words: dict[str, bool] = {}

    def by_english(self, item: Item) -> bool:
        """Whether a word of the English that is no number says a Chinese quantity: both, half, decade, fully."""
        quantity, value = item.quantity, item.value
        if quantity.kind in ("percent", "money"):
            return self._as_money(item) if quantity.kind == "money" else self._as_share(value, quantity.unit)
        if quantity.low is not None and self._few(item):
            return True
        if quantity.unit == "five-year-plan":
            return set(plan_years(value)) <= {item.value for item in self.theirs if item.unit == "y"}
        if quantity.kind == "date":
            return self._as_date(item)
        return (
            value in self._names
            or self._of_shares(item)
            or (item.follows("月") and not quantity.unit and self._said(tables.FESTIVALS))
            or self._by_article(item)
            or any(self._said(word) for word in _words(value, quantity.unit))
            or (quantity.unit in UNITS and self._about_one(value, quantity.unit))
        )

    def _about_one(self, value: float, unit: str) -> bool:
        """20亩 in "a little over a hectare", 6天 in "nearly a week"."""
        for match in tables.ABOUT_ONE.finditer(self.target):
            many = (converted(value, unit, ENGLISH_UNITS.get(match["unit"], "")) or 0) * (2 if match["half"] else 1)
            if 0.75 <= many < 1 if match["less"] else 1 < many <= 1.35:
                return True
        return False

    def _as_date(self, item: Item) -> bool:
        """10日 in Wednesday, 去年 in FY2023, 1至6月 in the first half, 5月1日至31日 in May, 12月底 in year-end."""
        quantity, value = item.quantity, item.value
        months = int(quantity.low or 0) % 100, int(quantity.high or 0) % 100
        months = whole_months(item, self.ours) if "d" in quantity.unit else months
        stretch = tables.STRETCHES.get(months, "")  # which may be a quantity: the first quarter
        if stretch and re.search(stretch, self.target, re.IGNORECASE):
            return True
        month = fields(item.side).get("m", 0) if quantity.unit == "m" or 0 < months[0] == months[1] else 0
        name = rf"(?-i:\b{MONTH_NAMES[month - 1]}\b)" if month else ""  # March has been …
        year_end = tables.YEAR_END if month == tables.DECEMBER and item.precedes(("底", "末")) else ""
        feast = tables.HOLIDAYS.get(int(value) % 10000) if quantity.unit in ("md", "ymd") else None
        holiday = rf"\b{feast}[ ]Day\b" if feast else ""
        if any(word and self._said(word) for word in (self.calendar.day_named(item.side), name, year_end, holiday)):
            return True
        if month and self.calendar.month_named(month):
            return True
        named = quantity.unit == "y" and (self.calendar.named(value) or value in self._names)
        return named or told_by_length(item, self.ours, self.theirs, self.target, self.calendar.year)

    def _as_share(self, value: float, unit: str) -> bool:
        """100% in fully, 50% in half, one percentage point in a point."""
        if unit == "pp" and same(value, 0.01) and self._said(_A.format("(?:percentage )?point")):
            return True
        whole = (
            tables.CARRIED_WHOLE if value == 1 else r"\bhal(?:f|ves)\b|\b(?:evenly|equally)\b" if value == 0.5 else ""
        )
        return bool(whole) and self._said(whole)

    def _as_money(self, item: Item) -> bool:
        """1美元 in a dollar, and 60亿元……各30亿元 in 6 billion yuan "split evenly"."""
        each = item.follows("各") and self._said(r"\b(?:evenly|equally)\b")
        halves = each and any(same(other.value, 2 * item.value) for other in self.ours)
        return halves or self._by_article(item)

    def _of_shares(self, item: Item) -> bool:
        """Whether what is paid for so many shares was reckoned for one: 每10股."""
        return item.precedes(("股", "派")) and any(
            shares(other) == item.value and other.partner and per_share(other, other.partner) for other in self.ours
        )

    def _by_article(self, item: Item) -> bool:
        """1小时 in an hour, 1美元 in the dollar, 第二天 in the next day."""
        quantity, value = item.quantity, item.value
        if quantity.kind == "ordinal":
            return value == 2 and bool(item.followed_by(_PERIOD)) and self._said(_NEXT)
        if value not in ((1, 2) if quantity.unit in UNITS else (1,)):
            return False
        one = name_of(value, quantity.unit)
        return bool(one) and self._said(_A.format(one)) and self._roughly(item, _A.format(one))

    def _roughly(self, item: Item, words: str) -> bool:
        """Whether words that say a quantity say its approximator too: "more than an hour"; 近一年 is the last year."""
        meaning = item.approximator
        if not meaning or item.follows("近"):
            return True
        return any(
            (meaning == "more" and _GOOD.match(match[0]))
            or english.approximator_before(self.target, match.start())
            or said_around(self.target, *match.span(), meaning)
            for match in re.finditer(words, self.target, re.IGNORECASE)
        )

    def _few(self, item: Item) -> bool:
        """数十 in dozens, 三五天 in a few days."""
        if item.side.other is not None:
            return self._said(tables.MAGNITUDES)
        return bool(_DIGITS_OF_TWO.fullmatch(item.span)) and self._said(tables.A_FEW)

    def as_many(self) -> bool:
        """Whether the English says a figure once more without its digits: as many, the same number."""
        return self._said(tables.AS_MANY)

    def by_chinese(self, item: Item) -> bool:
        """Whether the Chinese says an English quantity in a word (双方), by pointing (今年), or once already."""
        quantity, value = item.quantity, item.value
        if self._repeated(item):
            return True
        if quantity.kind == "date":
            named = [date for date, word in tables.NAMED_DATES if word.search(self.source)]
            named += [day // 100 for day in named]  # 十一黄金周: the October holiday
            return (quantity.unit in ("m", "md") and value in named) or self.calendar.pointed(quantity.unit, value)
        if quantity.kind not in ("number", "money", "ordinal", "multiple"):
            return False
        if self._in_order(item) or self._named(value):
            return True
        counted = tables.MONTHS_OF.get(value) if quantity.unit == "month" else tables.COUNTED_BY.get(value)
        if (counted is not None and counted.search(self.source)) or value in self._bare or self._between_days(item):
            return True
        return not item.span[:1].isdigit() and (self.tying(item) or self._in_a_word(item))

    def _between_days(self, item: Item) -> bool:
        """Whether 12日至14日 became "July 12, 13 and 14"."""
        return not item.unit and any(low < item.value < high for low, high in self._days)

    def _named(self, value: float) -> bool:
        """Whether a number stands in a name of the Chinese, or a day or an age has one: U12, 双十一, 花甲."""
        if value in {float(match[1] or match[2]) for match in _CODED.finditer(self.source)}:
            return True
        return self._worth(value, tables.NAMED_NUMBERS)

    def _worth(self, value: float, table: Iterable[tuple[float, re.Pattern[str]]]) -> bool:
        """Whether the Chinese has a word that a table gives a value."""
        return any(value == number and word.search(self.source) for number, word in table)

    def _in_order(self, item: Item) -> bool:
        """初三 and ninth graders, 季军 and third place."""
        start = item.quantity.start
        named = item.kind == "ordinal" or item.text[:start].lower().endswith(("grade ", "year "))
        return named and self._worth(item.value, tables.ORDERED_BY_CHINESE)

    def tying(self, item: Item) -> bool:
        """Whether an English number only ties sentences together: second, …; the two."""
        quantity = item.quantity
        if quantity.kind == "ordinal":
            ties = bool(item.followed_by(_TYING))
            return ties and (not self._markers or item.value in self._markers)
        return item.value in (2, 3) and not quantity.unit and bool(item.led_by(_POINTING, 9))

    def _in_a_word(self, item: Item) -> bool:
        value, quantity = item.value, item.quantity
        if value == 2 and quantity.kind == "ordinal" and tables.AGAIN.search(self.source):
            return True
        characters = tables.CARRIED_BY_CHINESE.get(value, "") + _DAYS_OF.get((value, quantity.unit), "")
        return bool(self._characters & set(characters))

    def _repeated(self, item: Item) -> bool:
        near = round(item.at * len(self.ours))
        for other in self.ours[max(0, near - _NEAR) : near + _NEAR]:
            if agree(other.side, item.side) is not None:
                dates = other.kind == item.kind == "date"
                if not (dates and self.calendar.fault(other, item) == "wrong"):
                    return True
        return False

    def _said(self, words: str) -> bool:
        """Whether the English has one of some words outside its quantities."""
        if words not in self._words:
            found = re.finditer(words, self.target, re.IGNORECASE)
            self._words[words] = any(match.start() not in self._taken for match in found)
        return self._words[words]

    @cached_property
    def _markers(self) -> set[int]:
        """The places that a list within the Chinese gives its items: 一是……二是……"""
        return {"一二三四五六七八九十".index(match[1]) + 1 for match in _MARKER.finditer(self.source)}

    @cached_property
    def _taken(self) -> set[int]:
        """Where quantities of the English begin, and their units: "two decades" is not ten years."""
        units = {i.end + 1 for i in self.theirs if i.unit not in ("", "clock") and i.kind != "date"}
        return units | {item.start for item in self.theirs}

    @cached_property
    def _names(self) -> set[float]:
        return {float(match[1]) for match in _NAMED.finditer(self.target)}

    @cached_property
    def _bare(self) -> set[float]:
        """100 where the Chinese has a 百 without a digit."""
        return set(chinese.bare(self.source))

    @cached_property
    def _days(self) -> list[tuple[int, int]]:
        dates = (i.quantity for i in self.ours if i.kind == "date" and "d" in i.unit)
        return [(int(date.low) % 100, int(date.high or 0) % 100) for date in dates if date.low is not None]

    @cached_property
    def _characters(self) -> set[str]:
        """The characters of the Chinese outside its quantities that count."""
        taken = {at for i in self.ours if i.strong for at in range(i.start, i.end)}
        return {character for at, character in enumerate(self.source) if at not in taken}


@lru_cache
def name_of(value: float, unit: str) -> str:
    """A pattern of the names of the unit of which there is one: 两斤 is a kilogram, or a kilo."""
    names = {name for name, meant in ENGLISH_CURRENCIES.items() if meant == unit}
    if unit in UNITS:
        size = Fraction(value) * UNITS[unit].size
        units = [name for name, other in UNITS.items() if other == (UNITS[unit].dimension, size)]
        names = {_NAMES.get(name) or singular(name) for name in units}
        names |= {name for name, meant in ENGLISH_UNITS.items() if meant in units}
    spelled = "|".join(map(re.escape, sorted(names, key=lambda name: (-len(name), name))))
    spelled = re.sub("(met|lit)er", r"\1(?:er|re)", spelled)
    return f"(?:{spelled})" if names else ""


def _words(value: float, unit: str) -> list[str]:
    """Patterns of the words that carry a number of some unit."""
    return [
        rf"\b(?:{words})\b"
        for number, units, words in tables.CARRIED_BY_ENGLISH
        if number == value and (not units or unit in units.split())
    ]
