"""Quantities in Chinese text: 35.6万余个, 30余亿元, 百分之三点五, 第三批, 7月10日, 翻番, 3—5年, “十四五”.

Numerals are found first (`_chinese_numerals`), then what stands around each decides its kind
(`_chinese_kinds`).  Lazy by line and linear in the length of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from yubei_pub.model import Quantity
from yubei_pub.quantities._chinese_around import UNIT
from yubei_pub.quantities._chinese_kinds import READERS
from yubei_pub.quantities._chinese_numerals import SP, Numeral, numerals, plain
from yubei_pub.quantities._chinese_tables import (
    APPROXIMATORS_AFTER,
    APPROXIMATORS_BEFORE,
    APPROXIMATORS_BEFORE_BARE,
    CLASSIFIERS,
    NOT_APPROXIMATORS,
)
from yubei_pub.quantities._values import Read
from yubei_pub.quantities._values import quantity as as_quantity

_MORE = re.compile(rf"{SP}(?:[余几]|多(?![于少样元彩种功层维边方重媒])|来(?=[个年天位名]))")
_MORE_AFTER_UNIT = re.compile(r"(?<=[年月天时里吨倍岁元])多(?!的|于|少|样|元)|个多(?=月|小时|星期)")
_LAST = re.compile("[余多几]")
_LIST_MARKER = re.compile(r"\s*[（(]?(?:[一二三四五六七八九十]{1,3}|[0-9]{1,2})(?:[）)、]|\.(?![0-9]))")
_WEAK_UNIT = re.compile(rf"[余多几来]?{SP}(?:[{''.join(CLASSIFIERS)}]|{UNIT.pattern})")


def find(text: str) -> Iterator[Quantity]:
    """The quantities of a text from left to right, not overlapping; offsets in code points.

    `[start, end)` is the number itself with what makes its kind (第三, 百分之五, 50%, 7月10日),
    without unit, currency and approximator.
    """
    offset = 0
    for line in text.split("\n"):
        yield from _line(line, offset)
        offset += len(line) + 1


def weak(text: str, quantity: Quantity) -> bool:
    """Whether what was found may just as well be a name, an idiom or the number of a list item.

    一件事, 六中心合一, 三峡, 两江; 四张清单 and 九大院团 are counts and are not weak.
    """
    span = plain(text[quantity.start : quantity.end]).strip()
    after = plain(text[quantity.end : quantity.end + 8])
    if quantity.value == 1 and quantity.kind in ("number", "ordinal") and not quantity.unit:
        return True
    if quantity.value == 0 and not span.isascii():
        return True
    line = text.rfind("\n", 0, quantity.start) + 1
    marker = _LIST_MARKER.match(plain(text[line : quantity.end + 2]))
    if marker and line + marker.end() > quantity.end:
        return True
    if quantity.start > 1 and text[quantity.start - 1] in "-—" and text[quantity.start - 2].isalpha():
        return text[quantity.start - 2].isascii()
    return quantity.kind == "number" and len(span) == 1 and not span.isascii() and not _WEAK_UNIT.match(after)


def phrase(text: str, quantity: Quantity) -> str:
    """A quantity as the page writes it, with approximators and unit: 近35.6万余个, 50%以上."""
    start, end = quantity.start, quantity.end
    before = text[max(0, start - 4) : start]
    for word, _ in (*APPROXIMATORS_BEFORE, *APPROXIMATORS_BEFORE_BARE):
        if quantity.approximator and word and before.endswith(word):
            start -= len(word)
            break
    if match := _LAST.match(text, end):
        end = match.end()
    if match := UNIT.match(plain(text[end : end + 10])):
        end += match.end()
    elif end < len(text) and text[end] in CLASSIFIERS and quantity.kind == "number":
        end += 1
    for word, _ in APPROXIMATORS_AFTER:
        if text.startswith(word, end):
            return text[start : end + len(word)]
    return text[start:end]


def _line(line: str, offset: int) -> Iterator[Quantity]:
    text = plain(line)
    found = list(numerals(text))
    used = 0
    for index, numeral in enumerate(found):
        if numeral.start < used:
            continue
        read = next((r for reader in READERS if (r := reader(text, found, index)) is not None), None)
        if read is None:
            continue
        used = read.end
        if read.kind:
            approximator = _approximator(text, read, numeral) if read.approximator is None else read.approximator
            yield as_quantity(read, approximator, offset)


def _approximator(text: str, read: Read, numeral: Numeral) -> str:
    """What the words around a number make of it: more, less, about, least, most or nothing."""
    before = text[max(0, read.start - 5) : read.start].rstrip()
    if not before.endswith(NOT_APPROXIMATORS):
        table = (*APPROXIMATORS_BEFORE_BARE, *APPROXIMATORS_BEFORE) if numeral.bare else APPROXIMATORS_BEFORE
        for word, meaning in table:
            if before.endswith(word) and meaning:
                return meaning
    end = read.end
    if numeral.more or _MORE.match(text, end):
        return "more"
    unit = UNIT.match(text, end)
    end = unit.end() if unit else end
    for skip in (0, 1):  # a classifier or a person may stand between: 20个左右, 500人以上
        for word, meaning in APPROXIMATORS_AFTER:
            if text.startswith(word, end + skip) and (not skip or text[end : end + 1] in CLASSIFIERS):
                return meaning
    return "more" if _MORE_AFTER_UNIT.match(text, end) else ""
