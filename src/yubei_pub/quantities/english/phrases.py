"""An English quantity as the translation writes it."""

from __future__ import annotations

from yubei_pub.beads import Quantity
from yubei_pub.quantities.currencies import sign_before
from yubei_pub.quantities.english.numerals import plain
from yubei_pub.quantities.english.units import behind_unit


def phrase(text: str, quantity: Quantity) -> str:
    """A quantity as the translation writes it, with currency and unit."""
    spaced = plain(text)
    sign = sign_before(spaced, quantity.start)
    return text[sign.start() if sign else quantity.start : behind_unit(spaced, quantity.end)]
