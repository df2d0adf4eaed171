"""Units: what they are worth in each other (`_unit_names` says what they are called).

A unit's entry is its dimension and its size in that dimension's base (metres, square metres,
kilograms, months, …), so that 亩 can be held against hectares.  Currencies have a dimension
each: an exchange rate is never inferred.
"""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple


class Unit(NamedTuple):
    """A dimension and a size in the base of that dimension."""

    dimension: str
    size: Fraction


def _unit(dimension: str, size: str) -> Unit:
    return Unit(dimension, Fraction(size))


UNITS = {
    "mm": _unit("length", "0.001"),
    "cm": _unit("length", "0.01"),
    "m": _unit("length", "1"),
    "km": _unit("length", "1000"),
    "li": _unit("length", "500"),
    "nmi": _unit("length", "1852"),
    "mile": _unit("length", "1609.344"),
    "foot": _unit("length", "0.3048"),
    "m2": _unit("area", "1"),
    "km2": _unit("area", "1000000"),
    "ha": _unit("area", "10000"),
    "mu": _unit("area", "10000/15"),  # 15 亩 are one hectare
    "oz": _unit("mass", "0.028349523125"),
    "lb": _unit("mass", "0.45359237"),
    "inch": _unit("length", "0.0254"),
    "acre": _unit("area", "4046.8564224"),
    "m3": _unit("volume", "1"),
    "l": _unit("volume", "0.001"),
    "pint": _unit("volume", "0.000473176473"),
    "gallon": _unit("volume", "0.003785411784"),
    "ml": _unit("volume", "0.000001"),
    "mg": _unit("mass", "0.000001"),
    "g": _unit("mass", "0.001"),
    "jin": _unit("mass", "0.5"),
    "kg": _unit("mass", "1"),
    "t": _unit("mass", "1000"),
    "kV": _unit("voltage", "1"),
    "V": _unit("voltage", "0.001"),
    "micrometer": _unit("length", "0.000001"),
    "nanometer": _unit("length", "0.000000001"),
    "microgram": _unit("mass", "0.000000001"),
    "foot2": _unit("area", "0.09290304"),
    "mile2": _unit("area", "2589988.110336"),
    "kWh": _unit("energy", "1"),
    "MWh": _unit("energy", "1000"),
    "GWh": _unit("energy", "1000000"),
    "TWh": _unit("energy", "1000000000"),
    "W": _unit("power", "0.001"),
    "kW": _unit("power", "1"),
    "MW": _unit("power", "1000"),
    "GW": _unit("power", "1000000"),
    "month": _unit("months", "1"),
    "quarter": _unit("months", "3"),
    "year": _unit("months", "12"),
    "decade": _unit("months", "120"),
    "century": _unit("months", "1200"),
    "millennium": _unit("months", "12000"),
    "millisecond": _unit("seconds", "0.001"),
    "second": _unit("seconds", "1"),
    "minute": _unit("seconds", "60"),
    "quarter-hour": _unit("seconds", "900"),
    "hour": _unit("seconds", "3600"),
    "day": _unit("seconds", "86400"),
    "week": _unit("seconds", "604800"),
    "degC": _unit("temperature", "1"),
    "degF": _unit("Fahrenheit", "1"),
    "dB": _unit("sound", "1"),
    "KB": _unit("data", "0.001"),
    "MB": _unit("data", "1"),
    "GB": _unit("data", "1000"),
    "TB": _unit("data", "1000000"),
    "PB": _unit("data", "1000000000"),
    "EB": _unit("data", "1000000000000"),
    "Mbit": _unit("bits", "1"),
    "Gbit": _unit("bits", "1000"),
    "pixel": _unit("pixels", "1"),
    "megapixel": _unit("pixels", "1000000"),
    "lux": _unit("light", "1"),
    "Hz": _unit("frequency", "1"),
    "kHz": _unit("frequency", "1000"),
    "MHz": _unit("frequency", "1000000"),
    "GHz": _unit("frequency", "1000000000"),
    "kVA": _unit("apparent power", "1"),
    "MVA": _unit("apparent power", "1000"),
    "mAh": _unit("charge", "1"),
    "mmHg": _unit("pressure", "0.133322"),
    "hPa": _unit("pressure", "0.1"),
    "kPa": _unit("pressure", "1"),
    "MPa": _unit("pressure", "1000"),
    "kJ": _unit("food energy", "1"),
    "kcal": _unit("food energy", "4.184"),
    "mmol": _unit("amount", "1"),
    "IU": _unit("dose", "1"),
    "ppm": _unit("concentration", "1"),
    "NTU": _unit("turbidity", "1"),
    "clock": _unit("clock", "1"),  # an hour of the day
    "era": _unit("era", "1"),  # a decade by its first year: 1990s, 90年代
    "pp": _unit("points", "1"),  # percentage points
}

# Currencies by ISO 4217; yuan is the only one that Chinese pages write without a country.
CURRENCIES = frozenset(
    "CNY USD EUR GBP JPY HKD TWD MOP KRW RUB SGD AUD NZD CAD CHF THB INR VND AED SAR MYR IDR BRL".split()
)
