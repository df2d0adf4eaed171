"""Units: what Chinese and English call them, and what they are worth in each other.

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
    "lb": _unit("mass", "0.45359237"),
    "inch": _unit("length", "0.0254"),
    "acre": _unit("area", "4046.8564224"),
    "m3": _unit("volume", "1"),
    "l": _unit("volume", "0.001"),
    "ml": _unit("volume", "0.000001"),
    "mg": _unit("mass", "0.000001"),
    "g": _unit("mass", "0.001"),
    "jin": _unit("mass", "0.5"),
    "kg": _unit("mass", "1"),
    "t": _unit("mass", "1000"),
    "kWh": _unit("energy", "1"),
    "MWh": _unit("energy", "1000"),
    "GWh": _unit("energy", "1000000"),
    "TWh": _unit("energy", "1000000000"),
    "kW": _unit("power", "1"),
    "MW": _unit("power", "1000"),
    "GW": _unit("power", "1000000"),
    "month": _unit("months", "1"),
    "quarter": _unit("months", "3"),
    "year": _unit("months", "12"),
    "decade": _unit("months", "120"),
    "century": _unit("months", "1200"),
    "second": _unit("seconds", "1"),
    "minute": _unit("seconds", "60"),
    "hour": _unit("seconds", "3600"),
    "day": _unit("seconds", "86400"),
    "week": _unit("seconds", "604800"),
    "degC": _unit("temperature", "1"),
    "dB": _unit("sound", "1"),
    "KB": _unit("data", "0.001"),
    "MB": _unit("data", "1"),
    "GB": _unit("data", "1000"),
    "TB": _unit("data", "1000000"),
    "clock": _unit("clock", "1"),  # an hour of the day
    "era": _unit("era", "1"),  # a decade by its first year: 1990s, 90年代
    "pp": _unit("points", "1"),  # percentage points
}

# Currencies by ISO 4217; yuan is the only one that Chinese pages write without a country.
CURRENCIES = frozenset(
    {"CNY", "USD", "EUR", "GBP", "JPY", "HKD", "TWD", "MOP", "KRW", "RUB", "SGD", "AUD", "CAD", "CHF"}
)

CHINESE_CURRENCIES = {
    "元": "CNY",
    "元人民币": "CNY",
    "圆": "CNY",
    "块钱": "CNY",
    "美元": "USD",
    "美金": "USD",
    "欧元": "EUR",
    "英镑": "GBP",
    "日元": "JPY",
    "日圆": "JPY",
    "港元": "HKD",
    "港币": "HKD",
    "新台币": "TWD",
    "澳门元": "MOP",
    "韩元": "KRW",
    "卢布": "RUB",
    "新加坡元": "SGD",
    "新元": "SGD",
    "澳元": "AUD",
    "加元": "CAD",
    "瑞士法郎": "CHF",
}

CHINESE_UNITS = {
    "毫米": "mm",
    "厘米": "cm",
    "公分": "cm",
    "米": "m",
    "延米": "m",
    "千米": "km",
    "公里": "km",
    "海里": "nmi",
    "英里": "mile",
    "英尺": "foot",
    "英寸": "inch",
    "磅": "lb",
    "平方米": "m2",
    "平米": "m2",
    "平方公里": "km2",
    "平方千米": "km2",
    "公顷": "ha",
    "亩": "mu",
    "英亩": "acre",
    "立方米": "m3",
    "立方": "m3",
    "升": "l",
    "毫升": "ml",
    "毫克": "mg",
    "克": "g",
    "斤": "jin",
    "公斤": "kg",
    "千克": "kg",
    "吨": "t",
    "千瓦时": "kWh",
    "千瓦小时": "kWh",
    "度电": "kWh",
    "兆瓦时": "MWh",
    "吉瓦时": "GWh",
    "千瓦": "kW",
    "兆瓦": "MW",
    "吉瓦": "GW",
    "个月": "month",
    "月": "month",
    "季度": "quarter",
    "年": "year",
    "周年": "year",
    "岁": "year",
    "周岁": "year",
    "世纪": "century",
    "年代": "era",
    "秒": "second",
    "秒钟": "second",
    "分钟": "minute",
    "小时": "hour",
    "个小时": "hour",
    "天": "day",
    "日": "day",
    "周": "week",
    "星期": "week",
    "个星期": "week",
    "摄氏度": "degC",
    "℃": "degC",
    "分贝": "dB",
}

# Letters are units in both languages, in this spelling only: 5G and 4A are names.
SYMBOLS = {
    "mm": "mm",
    "cm": "cm",
    "m": "m",
    "km": "km",
    "m²": "m2",
    "m2": "m2",
    "㎡": "m2",
    "km²": "km2",
    "km2": "km2",
    "ha": "ha",
    "m³": "m3",
    "m3": "m3",
    "ml": "ml",
    "mL": "ml",
    "L": "l",
    "mg": "mg",
    "g": "g",
    "kg": "kg",
    "t": "t",
    "kWh": "kWh",
    "kwh": "kWh",
    "MWh": "MWh",
    "GWh": "GWh",
    "TWh": "TWh",
    "kW": "kW",
    "KW": "kW",
    "MW": "MW",
    "GW": "GW",
    "h": "hour",
    "min": "minute",
    "°C": "degC",
    "℃": "degC",
    "dB": "dB",
    "KB": "KB",
    "MB": "MB",
    "GB": "GB",
    "TB": "TB",
}

ENGLISH_UNITS = {
    "millimeter": "mm",
    "centimeter": "cm",
    "meter": "m",
    "kilometer": "km",
    "nautical mile": "nmi",
    "mile": "mile",
    "foot": "foot",
    "inch": "inch",
    "inches": "inch",
    "lb": "lb",
    "feet": "foot",
    "square meter": "m2",
    "square kilometer": "km2",
    "sq m": "m2",
    "sq km": "km2",
    "hectare": "ha",
    "mu": "mu",
    "acre": "acre",
    "cubic meter": "m3",
    "liter": "l",
    "milliliter": "ml",
    "gram": "g",
    "milligram": "mg",
    "jin": "jin",
    "kilogram": "kg",
    "tonne": "t",
    "metric ton": "t",
    "ton": "t",
    "kilowatt-hour": "kWh",
    "kilowatt hour": "kWh",
    "megawatt-hour": "MWh",
    "megawatt hour": "MWh",
    "gigawatt-hour": "GWh",
    "gigawatt hour": "GWh",
    "terawatt-hour": "TWh",
    "terawatt hour": "TWh",
    "kilowatt": "kW",
    "megawatt": "MW",
    "gigawatt": "GW",
    "month": "month",
    "year": "year",
    "decade": "decade",
    "century": "century",
    "centuries": "century",
    "second": "second",
    "minute": "minute",
    "hour": "hour",
    "day": "day",
    "week": "week",
    "degrees celsius": "degC",
    "degree celsius": "degC",
    "decibel": "dB",
}

ENGLISH_CURRENCIES = {
    "yuan": "CNY",
    "rmb": "CNY",
    "renminbi": "CNY",
    "cny": "CNY",
    "dollar": "USD",
    "us dollar": "USD",
    "u.s. dollar": "USD",
    "usd": "USD",
    "euro": "EUR",
    "pound": "GBP",
    "yen": "JPY",
    "hong kong dollar": "HKD",
    "won": "KRW",
    "ruble": "RUB",
    "swiss franc": "CHF",
}

CURRENCY_SIGNS = {
    "US$": "USD",
    "HK$": "HKD",
    "NT$": "TWD",
    "S$": "SGD",
    "A$": "AUD",
    "$": "USD",
    "€": "EUR",
    "£": "GBP",
    "¥": "CNY",
    "￥": "CNY",
    "RMB": "CNY",
    "CNY": "CNY",
    "USD": "USD",
    "EUR": "EUR",
}


def same_dimension(one: str, other: str) -> bool:
    """Whether one unit can be turned into the other."""
    if one in UNITS and other in UNITS:
        return UNITS[one].dimension == UNITS[other].dimension
    return one == other
