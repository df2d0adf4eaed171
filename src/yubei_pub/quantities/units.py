"""Units: what they are worth in each other (`unit_names` says what they are called).

A unit has a dimension and a size in that dimension's base (metres, square metres, kilograms, months, …), so that 亩
can be held against hectares.  Currencies have none: an exchange rate is never inferred.
"""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple


class Unit(NamedTuple):
    """A dimension and a size in the base of that dimension."""

    dimension: str
    size: Fraction


UNITS = {
    name: Unit(dimension, Fraction(size))
    for dimension, sizes in {
        "length": {
            "nanometer": "0.000000001",
            "micrometer": "0.000001",
            "mm": "0.001",
            "cm": "0.01",
            "inch": "0.0254",
            "foot": "0.3048",
            "m": "1",
            "li": "500",
            "km": "1000",
            "mile": "1609.344",
            "nmi": "1852",
        },
        "area": {
            "foot2": "0.09290304",
            "m2": "1",
            "mu": "10000/15",  # 15 亩 are one hectare
            "acre": "4046.8564224",
            "ha": "10000",
            "km2": "1000000",
            "mile2": "2589988.110336",
        },
        "mass": {
            "microgram": "0.000000001",
            "mg": "0.000001",
            "g": "0.001",
            "oz": "0.028349523125",
            "lb": "0.45359237",
            "jin": "0.5",
            "kg": "1",
            "t": "1000",
        },
        "volume": {"ml": "0.000001", "pint": "0.000473176473", "l": "0.001", "gallon": "0.003785411784", "m3": "1"},
        "voltage": {"V": "0.001", "kV": "1"},
        "energy": {"kWh": "1", "MWh": "1000", "GWh": "1000000", "TWh": "1000000000"},
        "power": {"W": "0.001", "kW": "1", "MW": "1000", "GW": "1000000"},
        "months": {
            "month": "1",
            "quarter": "3",
            "year": "12",
            "decade": "120",
            "century": "1200",
            "millennium": "12000",
        },
        "seconds": {
            "millisecond": "0.001",
            "second": "1",
            "minute": "60",
            "quarter-hour": "900",
            "hour": "3600",
            "day": "86400",
            "week": "604800",
        },
        "temperature": {"degC": "1"},
        "Fahrenheit": {"degF": "1"},
        "sound": {"dB": "1"},
        "data": {"KB": "0.001", "MB": "1", "GB": "1000", "TB": "1000000", "PB": "1000000000", "EB": "1000000000000"},
        "bits": {"Mbit": "1", "Gbit": "1000"},
        "pixels": {"pixel": "1", "megapixel": "1000000"},
        "light": {"lux": "1"},
        "frequency": {"Hz": "1", "kHz": "1000", "MHz": "1000000", "GHz": "1000000000"},
        "apparent power": {"kVA": "1", "MVA": "1000"},
        "charge": {"mAh": "1"},
        "pressure": {"hPa": "0.1", "mmHg": "0.133322", "kPa": "1", "MPa": "1000"},
        "food energy": {"kJ": "1", "kcal": "4.184"},
        "amount": {"mmol": "1"},
        "dose": {"IU": "1"},
        "concentration": {"ppm": "1"},
        "turbidity": {"NTU": "1"},
        "clock": {"clock": "1"},  # an hour of the day
        "era": {"era": "1"},  # a decade by its first year: 1990s, 90年代
        "points": {"pp": "1"},  # percentage points
    }.items()
    for name, size in sizes.items()
}
TIMES = ("months", "seconds", "clock", "era")  # the dimensions of durations, ages and hours
