"""Figures whose heading says their size: 地区生产总值（亿元） 2234.5 and "GDP (billion yuan) 223.45"."""

from __future__ import annotations

import re

from yubei_pub.patterns import lazy_regex
from yubei_pub.quantities._chinese_tables import BIG_UNITS, SMALL_UNITS
from yubei_pub.quantities._english_tables import SCALES
from yubei_pub.quantities.agreement import same
from yubei_pub.quantities.items import Item

_CHINESE = lazy_regex(r"(?:[（(]|单位[：:])[ ]?(?P<small>[十百千])?(?P<big>[万亿])[^）)0-9，。；]{0,8}(?=[）)]|$)")
_ENGLISH = lazy_regex(
    r"(?:\(|\bunit:)(?:[ ]?in)?[ ]?(?:US\$|RMB|\$|¥)?[ ]?(?P<scale>thousand|million|billion|trillion)s?\b",
    re.IGNORECASE,
)


def by_heading(source: Item, target: Item) -> bool:
    """Whether two bare figures are the same in the sizes that the headings around them give."""
    ours, theirs = _CHINESE.search(source.text), _ENGLISH.search(target.text)
    if not ours or not theirs or source.use.quantity.kind != "number" or target.use.quantity.kind != "number":
        return False
    size = SMALL_UNITS.get(ours["small"] or "", 1) * BIG_UNITS[ours["big"]]
    return same(source.side.value * size, target.side.value * SCALES[theirs["scale"].lower()])
