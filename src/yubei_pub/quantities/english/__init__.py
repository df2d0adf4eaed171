"""Quantities in English text: 351.2 billion yuan, half a million, third, July 10, doubled, 3–5 years."""

from yubei_pub.quantities.english.approximators import approximator_before, led_to
from yubei_pub.quantities.english.finding import find
from yubei_pub.quantities.english.idioms import weak
from yubei_pub.quantities.english.numerals import plain
from yubei_pub.quantities.english.phrases import phrase

__all__ = ["approximator_before", "find", "led_to", "phrase", "plain", "weak"]
