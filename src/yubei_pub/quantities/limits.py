"""Deadlines, and days from which something holds: 10分钟内 is no "after 10 minutes", 3月以后 no "before March"."""

from __future__ import annotations

from yubei_pub.patterns import lazy_regex
from yubei_pub.quantities.items import Item

TIME = ("year", "month", "decade", "day", "week", "hour", "minute", "quarter")
_LIMIT = lazy_regex(
    r"(?:个?(?:工作)?[年月周天日]|个?小时|分钟)?(?:(?P<within>[以之]?内)|(?P<before>[以之]?前(?!后))|[以之]?后)"
)
_NEVER = {
    limit: lazy_regex(rf"\b(?:{words})(?: the)?(?: end of)? $")
    for limit, words in (("within", "after"), ("before", "after"), ("day", "before"), ("after", "within|before|until"))
}


def crossed(item: Item, partner: Item) -> bool:
    """Whether the English of a date or a length of time is on the other side of it."""
    quantity, start = item.use.quantity, partner.use.quantity.start
    is_day = quantity.kind == "date"
    limit = _LIMIT.match(item.text, quantity.end) if is_day or quantity.unit in TIME else None
    if limit is None:  # 到2027年
        side = "before" if is_day and item.text.endswith(("到", "至"), 0, quantity.start) else ""
    elif limit["before"] and not is_day:
        side = ""  # 五年前 is five years ago
    else:
        side = limit.lastgroup or ("day" if is_day else "after")  # 3月以后: by March it had begun
    return bool(side) and _NEVER[side].search(partner.text, max(0, start - 24), start) is not None
