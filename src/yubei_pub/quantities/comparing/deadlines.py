"""Deadlines, and days from which something holds: 10分钟内 is no "after 10 minutes", 3月以后 no "before March".

An hour of the day is as good as a day: 下午3点前 is no "after 3 pm".
"""

from __future__ import annotations

import re

from yubei_pub.patterns import lazy_regex
from yubei_pub.quantities.comparing.items import Item
from yubei_pub.quantities.english.tables import NEGATIONS

TIME = ("year", "month", "decade", "day", "week", "hour", "minute", "quarter")
_LIMIT = lazy_regex(
    r"(?:个?(?:工作)?[年月周天日]|个?小时|分钟|[点时](?:钟|半|整|[0-9]{1,2}分?)?)?[初底末]?(?:(?P<within>[以之]?内(?![容部地外心在涵]))|(?P<before>[以之]?前(?!后))|[以之]?后)"
)
_SPOKEN = "(?:[今明次当本]年|[本当下次]月)?"  # 截至明年3月31日
_LATEST = lazy_regex(f"(?:到|至|不(?:得|能|应)?[晚迟]于|最[迟晚]|截止)(?:于|在|到|至)?{_SPOKEN}[ ]?$")
_EARLIEST = lazy_regex(f"不(?:得|能|应)?早于{_SPOKEN}[ ]?$")
_NOT = lazy_regex(rf"(?:\b(?!without)(?:{NEGATIONS})\b|n[’']t\b)[^.;:]*$", re.IGNORECASE)
_NEVER = {
    limit: lazy_regex(rf"\b(?:{words})(?: the)?(?: end of)? $", re.IGNORECASE)
    for limit, words in (("within", "after"), ("before", "after"), ("day", "before"), ("after", "within|before|until"))
}
# "over three years" is during them, but "in over three years" or "took over three years" is longer.
_OVER = lazy_regex(
    r"\b(?:(?P<longer>in|for|of|to|by|at|after|than|just|well|aged|those|is|are|was|were|be|been|takes?|took|taken|lasts?|lasted"
    r"|lasting|needs?|needed|waits?|waited|late) )?over(?: the)?(?: next| coming| past| last| space of)? $",
    re.IGNORECASE,
)


def crossed(item: Item, partner: Item) -> bool:
    """Whether the English of a date or a length of time is on the other side of it."""
    is_day = item.kind == "date" or item.unit == "clock"
    limit = item.followed_by(_LIMIT) if is_day or item.unit in TIME else None
    if limit is None:
        side = _led_to(item) if is_day else ""
    elif limit["before"] and not is_day:
        side = ""  # 五年前 is five years ago
    else:
        side = limit.lastgroup or ("day" if is_day else "after")  # 3月以后: by March it had begun
    said = partner.led_by(_NEVER[side], 24) if side else None
    # 三年内 as "in over three years"; of 三年以内, which is at most so long, that is the opposite already.
    beyond = side == "within" and not item.approximator and partner.approximator in ("more", "least")
    beyond = beyond and not is_during(partner)
    begin = said.start() if said else partner.quantity.start if beyond else None
    return begin is not None and not _NOT.search(partner.text, max(0, begin - 60), begin)  # not until


def is_during(partner: Item) -> bool:
    """Whether "over three years" is during them."""
    over = partner.led_by(_OVER, 40)
    return over is not None and not over["longer"]


def _led_to(item: Item) -> str:
    """到2027年, 不晚于10月底: before it; 不早于10月: after it."""
    return "before" if item.led_by(_LATEST, 6) else "after" if item.led_by(_EARLIEST, 6) else ""
