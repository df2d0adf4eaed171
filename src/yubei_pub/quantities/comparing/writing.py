"""Quantities written in English: as a message names them, and in the form of the phrase they replace."""

from __future__ import annotations

import re
from fractions import Fraction

from yubei_pub.beads import Quantity
from yubei_pub.quantities.comparing.agreement import same
from yubei_pub.quantities.english.tables import CARDINALS, MONTH_NAMES, MULTIPLES, ORDINALS, SCALES
from yubei_pub.quantities.units import ENGLISH_UNITS
from yubei_pub.quantities.values import parted

_CURRENCY_NAMES = dict(
    name.split(maxsplit=1)
    for name in "CNY yuan; USD US dollars; EUR euros; GBP pounds; JPY yen; HKD Hong Kong dollars".split("; ")
)
_NAMED = (  # by the name that stands first in the table, and an s
    "nanometer micrometer m km mile nmi m2 km2 mile2 acre ha m3 pint gallon microgram g kg t oz kWh kW pixel "
    "millisecond second minute hour day week month year decade"
)
_UNIT_NAMES = {unit: name + "s" for name, unit in reversed(ENGLISH_UNITS.items()) if unit in _NAMED.split()}
_UNIT_NAMES |= {"foot2": "square feet", "foot": "feet", "inch": "inches", "lb": "pounds", "quarter": "quarters"}
_UNIT_NAMES |= {"century": "centuries", "millennium": "millennia", "degC": "°C", "degF": "°F"}
_SINGULAR = {"feet": "foot", "inches": "inch", "centuries": "century", "millennia": "millennium"}
_APPROXIMATORS = {"more": "more than ", "less": "nearly ", "about": "about ", "least": "at least ", "most": "up to "}
_WORDS = {value: word for word, value in CARDINALS.items() if value <= 20 and word not in ("nought", "naught")}
_ORDINAL_WORDS = {value: word for word, value in ORDINALS.items() if value <= 20}


def describe(quantity: Quantity) -> str:
    """A quantity in English figures: "more than 3 billion yuan", "July 10", "the third", "36.6%"."""
    about = _APPROXIMATORS.get(quantity.approximator, "")
    if quantity.value is None:
        low, high = (_one(quantity, value) for value in (quantity.low or 0, quantity.high or 0))
        return f"{low} to {high}{_unit(quantity)}"
    return about + _one(quantity, quantity.value) + _unit(quantity)


def singular(unit: str) -> str:
    """The English name of one of a unit: foot, kilometer."""
    name = _UNIT_NAMES.get(unit, unit)
    return _SINGULAR.get(name, name.removesuffix("s"))


def figure(value: int | float) -> str:
    """A number as English prints it: 356,000; 351.2 billion; 15.8."""
    exact = Fraction(str(value))
    for name, size in (("trillion", 10**12), ("billion", 10**9), ("million", 10**6)):
        if abs(exact) >= size and exact * 1000 % size == 0:
            return f"{_trim(exact / size)} {name}"
    part = exact.limit_denominator(100)
    if 0 < exact < 1 and exact * 10**6 % 1 and same(float(exact), float(part)):
        return str(part)  # 1/3, which no decimals say
    return _trim(exact)


def ordinal(value: int) -> str:
    """third, 21st."""
    if value in _ORDINAL_WORDS:
        return _ORDINAL_WORDS[value]
    ending = "th" if 10 <= value % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")
    return f"{value}{ending}"


def like(quantity: Quantity, written: str) -> str:
    """The right quantity in the form of the wrong one: figures for figures, words for words; "" where there is none."""
    value = quantity.value
    if value is None:
        return ""
    if quantity.kind == "date":
        return _date_like(quantity, written)
    if quantity.kind == "percent":
        return _percent_like(value, written)
    if quantity.kind == "ordinal":
        words = written.lower() in ORDINALS or re.fullmatch(r"[0-9]+(?:st|nd|rd|th)", written)
        return _capital(ordinal(int(value)), written) if words else ""
    if quantity.kind == "number" and not quantity.unit and not written[:1].isdigit() and (share := _share(value)):
        return _capital(share, written)
    word = written.lower() in MULTIPLES or (quantity.kind == "multiple" and not written[:1].isdigit())
    return "" if word or quantity.unit in ("clock", "era") else _number_like(value, written)


def _percent_like(value: int | float, written: str) -> str:
    match = re.fullmatch(r"-?[0-9.,]+(?P<tail>.*)", written)
    if not match:
        return ""
    tail = match["tail"].lstrip(" -")
    scale = 10000 if tail.startswith(("basis", "bp")) else 1000 if tail.startswith(("‰", "per t", "per m")) else 100
    return _trim(Fraction(str(value)) * scale) + match["tail"]


def _number_like(value: int | float, written: str) -> str:
    exact = Fraction(str(value))
    if re.fullmatch(r"[0-9]{4,}", written) and isinstance(value, int):
        return str(value)  # 600116, a code
    match = re.fullmatch(r"[0-9.,]+(?P<gap>[ -]*)(?P<scale>[a-z]*)", written, re.IGNORECASE)
    if not match:
        if written.lower() in CARDINALS and value in _WORDS and isinstance(value, int):
            return _capital(_WORDS[value], written)
        return figure(value) if re.fullmatch(r"[a-z -]+", written, re.IGNORECASE) else ""
    size = SCALES.get(match["scale"].lower(), 0 if match["scale"] else 1)
    if not size or exact < size or exact * 1000 % size or (size > 1 and exact >= 1000 * size):
        return figure(value)
    return _trim(exact / size) + match["gap"] + match["scale"]


def _share(value: int | float) -> str:
    """half, a third, three quarters; "" for what is not said so."""
    part = Fraction(str(value)).limit_denominator(10)
    if not 0 < value < 1 or not same(value, float(part)):
        return ""
    name = {2: "half", 4: "quarter"}.get(part.denominator) or _ORDINAL_WORDS[part.denominator]
    if part.numerator == 1:
        return name if part.denominator == 2 else f"{'an' if name == 'eighth' else 'a'} {name}"
    return f"{_WORDS[part.numerator]} {name}s"


def _date_like(quantity: Quantity, written: str) -> str:
    """The month and day of the right date put in the place of the wrong ones; the rest stays."""
    if quantity.unit == "y":
        return str(quantity.value) if written.isdigit() else ""
    right = parted(quantity.value or 0, quantity.unit)
    if month := right.get("m"):
        written = re.sub(rf"\b(?:{'|'.join(MONTH_NAMES)})\b", MONTH_NAMES[month - 1], written, count=1)
    if day := right.get("d"):
        written = re.sub(r"\b[0-9]{1,2}(?=\b|st|nd|rd|th)", str(day), written, count=1)
    if year := right.get("y"):
        written = re.sub(r"\b[0-9]{4}\b", str(year), written, count=1)
    return written


def _one(quantity: Quantity, value: int | float) -> str:
    if quantity.kind == "date":
        return _date(value, quantity.unit)
    if quantity.kind == "percent":
        return _trim(Fraction(str(value)) * 100) + (" percentage points" if quantity.unit == "pp" else "%")
    if quantity.kind == "ordinal":
        tail = {"five-year-plan": " Five-Year Plan", "century": " century", "quarter": " quarter"}.get(
            quantity.unit, ""
        )
        return "the " + ordinal(int(value)) + tail
    if quantity.kind == "multiple":
        return f"{figure(value)} times as much"
    if quantity.unit in ("clock", "era"):
        return f"the {value}s" if quantity.unit == "era" else f"{int(value)}:{round(value % 1 * 60):02}"
    return figure(value)


def _unit(quantity: Quantity) -> str:
    if quantity.kind == "money":
        currency = _CURRENCY_NAMES.get(quantity.unit, quantity.unit)
        return f" {currency.removesuffix('s') if quantity.value == 1 else currency}"
    if quantity.kind != "number" or quantity.unit in ("", "clock", "era"):
        return ""
    name = _UNIT_NAMES.get(quantity.unit, quantity.unit)
    return f" {singular(quantity.unit) if quantity.value == 1 else name}"


def _date(value: float, unit: str) -> str:
    year, month, day = (parted(value, unit).get(name, 0) for name in "ymd")
    if unit == "d":
        return f"the {ordinal(day) if day > 20 else str(day) + 'th' if day > 3 else ordinal(day)}"
    text = MONTH_NAMES[month - 1] if month else ""
    text += f" {day}" if day else ""
    return f"{text}{', ' if day and year else ' ' if text and year else ''}{year or ''}"


def _trim(value: Fraction) -> str:
    """With thousands separators and no idle zeros; at most six decimals."""
    whole, rest = divmod(round(abs(value) * 10**6), 10**6)
    decimals = f".{rest:06}".rstrip("0").rstrip(".")
    return ("-" if value < 0 else "") + f"{whole:,}{decimals}"


def _capital(word: str, written: str) -> str:
    return word.capitalize() if written[:1].isupper() else word
