"""Numbers that one language says in a word that is none: both, decade, fully; 双方, 今年, 四川."""

from __future__ import annotations

import re
from collections.abc import Sequence

from yubei_pub.quantities._practice import (
    CARRIED_BY_CHINESE,
    CARRIED_BY_ENGLISH,
    CARRIED_WHOLE,
    RELATIVE_DAYS,
    RELATIVE_YEARS,
)
from yubei_pub.quantities.agreement import agree
from yubei_pub.quantities.items import Item, Passage


def by_english(item: Item, theirs: Sequence[Item], target: Passage) -> bool:
    """Whether a word of the English that is no number says it: both, half, decade, fully."""
    quantity = item.use.quantity
    if quantity.kind == "percent":
        return item.side.value == 1 and bool(re.search(CARRIED_WHOLE, target.text, re.IGNORECASE))
    if quantity.unit == "five-year-plan":
        first, last = _plan_years(item.side.value)
        return {first, last} <= {int(t.side.value) for t in theirs if t.use.quantity.unit == "y"}
    if quantity.kind in ("number", "ordinal", "multiple") and (words := CARRIED_BY_ENGLISH.get(item.side.value)):
        taken = {t.start for t in theirs}
        return any(m.start() not in taken for m in re.finditer(rf"\b(?:{words})", target.text, re.IGNORECASE))
    return False


def by_chinese(item: Item, ours: Sequence[Item], source: Passage) -> bool:
    """Whether the Chinese says an English quantity in a word (双方, 四川), by pointing (今年), or once already."""
    quantity, value = item.use.quantity, item.side.value
    if any(agree(other.side, item.side) is not None for other in ours):
        return True
    word = not item.text[quantity.start].isdigit()
    if quantity.kind in ("number", "ordinal", "multiple") and word and value in (2, 3):
        return True  # "the two", "second," tie sentences together
    if quantity.kind == "date":
        plans = [_plan_years(i.side.value) for i in ours if i.use.quantity.unit == "five-year-plan"]
        if quantity.unit == "y":
            return any(value in years for years in plans) or bool(RELATIVE_YEARS.search(source.text))
        return bool(RELATIVE_DAYS.search(source.text)) or (
            "d" not in quantity.unit and bool(RELATIVE_YEARS.search(source.text))
        )
    characters = CARRIED_BY_CHINESE.get(value, "") if quantity.kind != "percent" else ""
    taken = {at for i in ours if i.strong for at in range(i.start, i.offset + i.use.quantity.end)}
    return any(c in characters and i not in taken for i, c in enumerate(source.text)) if characters else False


def _plan_years(number: float) -> tuple[int, int]:
    """The years of a Five-Year Plan; since the sixth (1981–1985) one follows the other."""
    first = 1981 + 5 * (int(number) - 6)
    return first, first + 4
