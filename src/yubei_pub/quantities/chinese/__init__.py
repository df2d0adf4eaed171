"""Quantities in Chinese text: 35.6万余个, 30余亿元, 百分之三点五, 第三批, 7月10日, 翻番, 3—5年, “十四五”."""

from yubei_pub.quantities.chinese.finding import bare, find
from yubei_pub.quantities.chinese.idioms import dispensable, weak
from yubei_pub.quantities.chinese.numerals import plain
from yubei_pub.quantities.chinese.phrases import counter, phrase

__all__ = ["bare", "counter", "dispensable", "find", "phrase", "plain", "weak"]
