"""Numbers that one language says in a word that is none: both, decade, fully; 双方, 今年, 四川."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

from yubei_pub.quantities._practice import (
    CARRIED_BY_CHINESE,
    CARRIED_BY_ENGLISH,
    CARRIED_WHOLE,
    MAGNITUDES,
    RELATIVE_DAYS,
    RELATIVE_YEARS,
)
from yubei_pub.quantities.agreement import agree
from yubei_pub.quantities.items import Item, Passage

_NEAR = 100  # quantities of the other language, around its place, that an extra one may repeat
_NAMED = re.compile(r"\b[A-Z]{1,4}-?([0-9]{1,6})\b")  # G20 is 二十国集团


class Carried:
    """What the words of two passages carry; each passage is searched once for each question."""

    def __init__(self, source: Passage, target: Passage, ours: Sequence[Item], theirs: Sequence[Item]) -> None:
        self.source, self.target = source.text, target.text
        self.ours, self.theirs = ours, theirs
        self._words: dict[float, bool] = {}

    def by_english(self, item: Item) -> bool:
        """Whether a word of the English that is no number says a Chinese quantity: both, half, decade, fully."""
        quantity, value = item.use.quantity, item.side.value
        if quantity.kind == "percent":
            return value == 1 and self._whole
        if item.side.other is not None and self._magnitude:
            return True
        if quantity.unit == "five-year-plan":
            return set(_plan_years(value)) <= self._years
        if quantity.kind not in ("number", "ordinal", "multiple"):
            return False
        if value not in self._words:
            self._words[value] = value in self._names or self._word(value)
        return self._words[value]

    def by_chinese(self, item: Item) -> bool:
        """Whether the Chinese says an English quantity in a word (双方), by pointing (今年), or once already."""
        quantity, value = item.use.quantity, item.side.value
        near = round(item.at * len(self.ours))
        around = self.ours[max(0, near - _NEAR) : near + _NEAR]
        if any(agree(other.side, item.side) is not None for other in around):
            return True
        if quantity.kind == "date":
            return self._pointed(quantity.unit, value)
        if quantity.kind not in ("number", "ordinal", "multiple"):
            return False
        if value in (2, 3) and not item.text[quantity.start].isdigit():
            return True  # "the two", "second," tie sentences together
        return bool(self._characters & set(CARRIED_BY_CHINESE.get(value, "")))

    def _word(self, value: float) -> bool:
        words = CARRIED_BY_ENGLISH.get(value)
        if not words:
            return False
        taken = {item.start for item in self.theirs}
        found = re.finditer(rf"\b(?:{words})", self.target, re.IGNORECASE)
        return any(match.start() not in taken for match in found)

    def _pointed(self, unit: str, value: float) -> bool:
        """Whether a date is one that 今年, 当日 or a Five-Year Plan points to."""
        if unit == "y" and value in self._plans:
            return True
        return self._relative_days if "d" in unit else self._relative_years or (unit != "y" and self._relative_days)

    @cached_property
    def _whole(self) -> bool:
        return bool(re.search(CARRIED_WHOLE, self.target, re.IGNORECASE))

    @cached_property
    def _magnitude(self) -> bool:
        return bool(re.search(MAGNITUDES, self.target, re.IGNORECASE))

    @cached_property
    def _names(self) -> set[float]:
        return {float(match[1]) for match in _NAMED.finditer(self.target)}

    @cached_property
    def _years(self) -> set[int]:
        return {int(item.side.value) for item in self.theirs if item.use.quantity.unit == "y"}

    @cached_property
    def _plans(self) -> set[int]:
        """The first and last years of the Five-Year Plans that the Chinese names."""
        plans = (item for item in self.ours if item.use.quantity.unit == "five-year-plan")
        return {year for item in plans for year in _plan_years(item.side.value)}

    @cached_property
    def _relative_years(self) -> bool:
        return bool(RELATIVE_YEARS.search(self.source))

    @cached_property
    def _relative_days(self) -> bool:
        return bool(RELATIVE_DAYS.search(self.source))

    @cached_property
    def _characters(self) -> set[str]:
        """The characters of the Chinese outside its quantities that count."""
        taken = {at for i in self.ours if i.strong for at in range(i.start, i.offset + i.use.quantity.end)}
        return {character for at, character in enumerate(self.source) if at not in taken}


def _plan_years(number: float) -> tuple[int, int]:
    """The years of a Five-Year Plan; since the sixth (1981–1985) one follows the other."""
    first = 1981 + 5 * (int(number) - 6)
    return first, first + 4
