"""What a Chinese numeral is worth, from the tokens it is cut into: 十五万八千, 两千四百五, 三四十, 5万4千, 三百点五."""

from __future__ import annotations

import re
from fractions import Fraction
from itertools import pairwise

from yubei_pub.quantities.chinese.tables import BIG_UNITS, DIGITS, SMALL_UNITS
from yubei_pub.quantities.values import decimal, raised, vulgar


def by_digits(figure: str) -> int:
    """What digits say one by one, Chinese or Arabic: 二八, 28, 二〇二四."""
    return int("".join(str(DIGITS.get(digit, digit)) for digit in figure))


_LETTERS = {"k": 1000, "K": 1000, "M": 10**6, "G": 10**9, "B": 10**9}


def both_ends(tokens: list[re.Match[str]]) -> tuple[Fraction, Fraction]:
    """The value of a numeral twice, or the two values that a pair of digits (三四十, 两三) stands for."""
    if len(tokens) == 1 and tokens[0]["arabic"]:
        value = _arabic(tokens[0]["arabic"], tokens[0]["power"])
        return value, value
    pairs = [
        i
        for i, (one, two) in enumerate(pairwise(tokens))
        if one["digit"] and two["digit"] and (DIGITS[one[0]] + 1 == DIGITS[two[0]] > 1 or one[0] + two[0] == "三五")
    ]
    if len(pairs) != 1 or _digits_around(tokens, pairs[0]):
        value = _value(tokens)
        return value, value
    at = pairs[0]
    return _value(tokens[: at + 1] + tokens[at + 2 :]), _value(tokens[:at] + tokens[at + 1 :])


def _digits_around(tokens: list[re.Match[str]], at: int) -> bool:
    """Whether a pair of digits belongs to a longer string of digits or to decimals."""
    before = tokens[at - 1] if at else None
    after = tokens[at + 2] if at + 2 < len(tokens) else None
    point = any(token["point"] for token in tokens)
    return point or bool(before and before["digit"]) or bool(after and after["digit"])


class _Sum:
    """The sum of a numeral while it is read: sections of thousands under 万, 亿, 兆."""

    def __init__(self) -> None:
        self.chunks: list[tuple[int | Fraction, int]] = []
        self.section: int | Fraction | None = None
        self.current: int | Fraction | None = None
        self.digits = 0
        self.unit = 1
        self.gap = self.decimal = False

    def digit(self, value: int) -> None:
        if value == 0 and self.current is None:
            self.gap = True
            return
        self.current = (self.current or 0) * 10 + value
        self.digits += 1

    def number(self, value: int | Fraction, length: int) -> None:
        self.current, self.digits = value, length

    def small(self, unit: int) -> None:
        head = 1 if self.current is None else self.current
        self.section = (self.section or 0) + head * unit
        self._after(unit)

    def big(self, unit: int) -> None:
        section = self.section if self.current is None else (self.section or 0) + self.current
        total = section or 0
        popped = False
        while self.chunks and (self.chunks[-1][1] < unit or (not section and self.chunks[-1][1] == unit)):
            total += self.chunks.pop()[0]
            popped = True
        self.chunks.append(((total if popped or section is not None else 1) * unit, unit))
        self.section = None
        self._after(unit)

    def _after(self, unit: int) -> None:
        self.current, self.digits, self.unit, self.gap, self.decimal = None, 0, unit, False, False

    def total(self) -> Fraction:
        """A last single digit counts the next lower unit (两千四百五 is 2450) unless 零 stands before it."""
        rest = self.current or 0
        if self.digits == 1 and self.unit >= 100 and not self.gap and not self.decimal:
            rest *= self.unit // 10
        return Fraction(sum(value for value, _ in self.chunks) + (self.section or 0) + rest)


def _value(tokens: list[re.Match[str]]) -> Fraction:
    if len(tokens) > 1 and all(token["digit"] for token in tokens):
        return Fraction(by_digits("".join(token[0] for token in tokens)))
    total = _Sum()
    point: list[int] = []
    decimals = False
    for token in tokens:
        if decimals and token["digit"]:
            point.append(DIGITS[token[0]])
            continue
        if decimals and token["unit"]:
            _close_decimals(total, point)
            decimals = False
        if token["arabic"] is not None or token["vulgar"]:
            value = vulgar(token[0]) if token["vulgar"] else _arabic(token["arabic"], token["power"])
            value += total.current or 0  # 3½
            total.number(value.numerator if value.denominator == 1 else value, len(token[0]))
        elif token["digit"]:
            total.digit(DIGITS[token[0]])
        elif token["unit"]:
            unit = SMALL_UNITS.get(token[0])
            total.small(unit) if unit else total.big(BIG_UNITS[token[0]])
        elif token["point"]:
            decimals = True
    if decimals:
        _close_decimals(total, point)
    return total.total()


def _close_decimals(total: _Sum, point: list[int]) -> None:
    figure = Fraction(int("".join(map(str, point))), 10 ** len(point))
    total.current = (total.current or 0) + figure
    total.decimal = True
    point.clear()


def _arabic(figure: str, power: str) -> Fraction:
    """The value of an Arabic figure with its power (2.5^-1, 1e5), k, M, G or B."""
    value = decimal(figure.replace(",", ""))
    if not power:
        return value
    if letter := _LETTERS.get(power.strip()):
        return value * letter
    return raised(value, power)
