"""Figures whose heading says their size: 地区生产总值（亿元） 2234.5 and "GDP (billion yuan) 223.45"."""

from __future__ import annotations

import re
from functools import lru_cache

from yubei_pub.patterns import lazy_regex
from yubei_pub.quantities.chinese.tables import BIG_UNITS, SMALL_UNITS
from yubei_pub.quantities.comparing.agreement import same
from yubei_pub.quantities.comparing.items import Item
from yubei_pub.quantities.english.tables import SCALES

_CHINESE = lazy_regex(r"(?:[（(]|单位[：:])[ ]?(?P<small>[十百千])?(?P<big>[万亿])[^）)0-9，。；]{0,8}(?=[）)]|$)")
_ENGLISH = lazy_regex(
    r"(?:\(|\bunit:)(?:[ ]?in)?[ ]?(?:US\$|RMB|\$|¥)?[ ]?(?P<scale>thousand|million|billion|trillion)s?\b",
    re.IGNORECASE,
)
_HEAD = lazy_regex(
    r"[(（][^()（）]{0,30}(?:[万亿]|thousand|million|billion|trillion)[^()（）]{0,20}[)）][：:\s|]*$", re.I
)


def by_heading(source: Item, target: Item) -> bool:
    """Whether two bare figures are the same in the sizes that the headings around them give."""
    if source.kind != "number" or target.kind != "number":
        return False
    ratio = _ratio(source.text, target.text)
    return bool(ratio) and same(source.value * ratio, target.value)


def of_another_size(source: Item, target: Item) -> bool:
    """Whether two figures of the same digits stand right behind heads of different sizes: 54.2 (亿), 54.2 (billion)."""
    if _ratio(source.text, target.text) in (0, 1) or not same(source.value, target.value):
        return False
    return all(_HEAD.search(item.text, 0, item.quantity.start) for item in (source, target))


@lru_cache(64)
def _ratio(source: str, target: str) -> float:
    """What one of the size in the head of the Chinese is in that of the English: 0.1 billion; 0 where one has none."""
    ours = _CHINESE.search(source)
    theirs = _ENGLISH.search(target) if ours else None
    if not ours or not theirs:
        return 0.0
    return SMALL_UNITS.get(ours["small"] or "", 1) * BIG_UNITS[ours["big"]] / SCALES[theirs["scale"].lower()]
