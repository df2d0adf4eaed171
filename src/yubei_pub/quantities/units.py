"""Units: what they are worth in each other, and what Chinese and English call them.

A unit has a dimension and a size in that dimension's base (metres, square metres, kilograms, months, …), so that 亩
can be held against hectares.
"""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple


class Unit(NamedTuple):
    """A dimension and a size in the base of that dimension."""

    dimension: str
    size: Fraction


# Name, dimension and size; then what it is called in Chinese, in English (parted by "; "), and by its letters, which
# are the same in both and mean a unit in this spelling only: 5G and 4A are names.
_UNITS = (
    ("nanometer", "length", "0.000000001", "纳米", "nanometer", "nm"),
    ("micrometer", "length", "0.000001", "微米", "micrometer; micron", "μm"),
    ("mm", "length", "0.001", "毫米", "millimeter", "mm"),
    ("cm", "length", "0.01", "厘米 公分", "centimeter", "cm"),
    ("inch", "length", "0.0254", "英寸", "inch; inches", ""),
    ("foot", "length", "0.3048", "英尺", "foot; feet", "ft"),
    ("yard", "length", "0.9144", "", "yard", ""),
    ("m", "length", "1", "米 延米", "meter", "m"),
    ("li", "length", "500", "里 华里", "li", ""),
    ("km", "length", "1000", "千米 公里", "kilometer; kms", "km"),
    ("mile", "length", "1609.344", "英里", "mile; mph", ""),
    ("nmi", "length", "1852", "海里", "nautical mile", ""),
    ("foot2", "area", "0.09290304", "平方英尺", "square foot; square feet; sq ft", ""),
    ("yard2", "area", "0.83612736", "平方码", "square yard; sq yd", ""),
    ("m2", "area", "1", "平方米 平米", "square meter; sq m; sq. m; sqm; sq meter", "m² m2 ㎡"),
    ("mu", "area", "10000/15", "亩", "mu", ""),  # 15 亩 are one hectare
    ("acre", "area", "4046.8564224", "英亩", "acre", ""),
    ("ha", "area", "10000", "公顷", "hectare", "ha"),
    ("km2", "area", "1000000", "平方公里 平方千米", "square kilometer; sq km; sq. km; sqkm; sq kilometer", "km² km2"),
    ("mile2", "area", "2589988.110336", "平方英里", "square mile; sq mile", ""),
    ("microgram", "mass", "0.000000001", "微克", "microgram", "μg"),
    ("mg", "mass", "0.000001", "毫克", "milligram", "mg"),
    ("g", "mass", "0.001", "克", "gram", "g"),
    ("oz", "mass", "0.028349523125", "盎司", "ounce; oz", "oz"),
    ("lb", "mass", "0.45359237", "磅", "lb", ""),
    ("jin", "mass", "0.5", "斤", "catty; catties; jin", ""),
    ("kg", "mass", "1", "公斤 千克", "kilogram; kilo", "kg"),
    ("t", "mass", "1000", "吨", "tonne; metric ton; ton", "t"),
    ("ml", "volume", "0.000001", "毫升", "milliliter", "ml mL"),
    ("pint", "volume", "0.000473176473", "品脱", "pint", ""),
    ("l", "volume", "0.001", "升", "liter", "L l"),
    ("gallon", "volume", "0.003785411784", "加仑", "gallon", ""),
    ("foot3", "volume", "0.028316846592", "立方英尺", "cubic foot; cubic feet; cu ft", ""),
    ("yard3", "volume", "0.764554857984", "立方码", "cubic yard; cu yd", ""),
    ("m3", "volume", "1", "立方米 立方", "cubic meter; cu m", "m³ m3"),
    ("V", "voltage", "0.001", "伏 伏特", "volt", "V"),
    ("kV", "voltage", "1", "千伏", "kilovolt", "kV"),
    ("Wh", "energy", "0.001", "瓦时", "watt-hour; watt hour", "Wh"),
    ("kWh", "energy", "1", "千瓦时 千瓦小时 度电", "kilowatt-hour; kilowatt hour", "kWh kwh"),
    ("MWh", "energy", "1000", "兆瓦时", "megawatt-hour; megawatt hour", "MWh"),
    ("GWh", "energy", "1000000", "吉瓦时", "gigawatt-hour; gigawatt hour", "GWh"),
    ("TWh", "energy", "1000000000", "太瓦时", "terawatt-hour; terawatt hour", "TWh"),
    ("W", "power", "0.001", "瓦", "watt", "W"),
    ("kW", "power", "1", "千瓦", "kilowatt", "kW KW"),
    ("MW", "power", "1000", "兆瓦", "megawatt", "MW"),
    ("GW", "power", "1000000", "吉瓦", "gigawatt", "GW"),
    ("month", "months", "1", "个月 月", "month", ""),
    ("quarter", "months", "3", "季度 个季度", "", ""),
    ("year", "months", "12", "年 周年 个年头 个春秋 载 岁 周岁", "year", ""),
    ("decade", "months", "120", "", "decade", ""),
    ("century", "months", "1200", "世纪 个世纪", "century; centuries", ""),
    ("millennium", "months", "12000", "", "millennium; millennia", ""),
    ("millisecond", "seconds", "0.001", "毫秒", "millisecond", "ms"),
    ("second", "seconds", "1", "秒 秒钟", "second", ""),
    ("minute", "seconds", "60", "分钟 分", "minute", "min"),
    ("quarter-hour", "seconds", "900", "刻钟", "", ""),
    ("hour", "seconds", "3600", "小时 个小时 钟头 个钟头", "hour", "h"),
    ("day", "seconds", "86400", "个工作日 工作日 天 日", "day", ""),
    ("week", "seconds", "604800", "周 星期 个星期 礼拜 个礼拜", "week", ""),
    (
        "degC",
        "temperature",
        "1",
        "摄氏度 ℃",
        "°c; ° c; degrees c; degrees centigrade; degrees celsius; degree celsius",
        "°C ℃",
    ),
    ("degF", "Fahrenheit", "1", "华氏度 ℉", "°f; ° f; degrees f; degrees fahrenheit; degree fahrenheit", "°F ℉"),
    ("dB", "sound", "1", "分贝", "decibel", "dB"),
    ("KB", "data", "0.001", "千字节", "kilobyte", "KB"),
    ("MB", "data", "1", "兆字节", "megabyte", "MB"),
    ("GB", "data", "1000", "吉字节", "gigabyte", "GB"),
    ("TB", "data", "1000000", "太字节", "terabyte", "TB"),
    ("PB", "data", "1000000000", "拍字节", "petabyte", "PB"),
    ("EB", "data", "1000000000000", "艾字节", "exabyte", "EB"),
    ("Mbit", "bits", "1", "兆比特", "megabit", "Mb Mbps"),
    ("Gbit", "bits", "1000", "吉比特", "gigabit", "Gb Gbps"),
    ("pixel", "pixels", "1", "像素", "pixel", ""),
    ("megapixel", "pixels", "1000000", "", "megapixel", ""),
    ("lux", "light", "1", "勒克斯", "", "lux lx"),
    ("Hz", "frequency", "1", "赫兹", "hertz", "Hz"),
    ("kHz", "frequency", "1000", "千赫 千赫兹", "kilohertz", "kHz"),
    ("MHz", "frequency", "1000000", "兆赫 兆赫兹", "megahertz", "MHz"),
    ("GHz", "frequency", "1000000000", "吉赫 吉赫兹", "gigahertz", "GHz"),
    ("kVA", "apparent power", "1", "千伏安", "kilovolt-ampere", "kVA"),
    ("MVA", "apparent power", "1000", "兆伏安", "megavolt-ampere", "MVA"),
    ("mAh", "charge", "1", "毫安时", "milliampere-hour; milliamp-hour", "mAh"),
    ("hPa", "pressure", "0.1", "百帕", "hectopascal", "hPa"),
    ("mmHg", "pressure", "0.133322", "毫米汞柱", "millimeters of mercury", "mmHg"),
    ("kPa", "pressure", "1", "千帕", "kilopascal", "kPa"),
    ("MPa", "pressure", "1000", "兆帕", "megapascal", "MPa"),
    ("kJ", "food energy", "1", "千焦", "kilojoule", "kJ"),
    ("kcal", "food energy", "4.184", "千卡 大卡", "kilocalorie; calorie", "kcal"),
    ("mmol", "amount", "1", "毫摩尔", "millimole", "mmol"),
    ("IU", "dose", "1", "国际单位", "international unit", "IU"),
    ("ppm", "concentration", "1", "", "", "ppm"),
    ("ppb", "concentration", "0.001", "", "", "ppb"),
    ("NTU", "turbidity", "1", "", "", "NTU"),
    ("clock", "clock", "1", "", "", ""),  # an hour of the day
    ("era", "era", "1", "年代", "", ""),  # a decade by its first year: 1990s, 90年代
    ("pp", "points", "1", "", "", ""),  # percentage points
)

UNITS = {name: Unit(dimension, Fraction(size)) for name, dimension, size, *_ in _UNITS}
TIMES = ("months", "seconds", "clock", "era")  # the dimensions of durations, ages and hours
CHINESE_UNITS = {called: name for name, _, _, chinese, _, _ in _UNITS for called in chinese.split()}
ENGLISH_UNITS = {called: name for name, *_, english, _ in _UNITS for called in english.split("; ") if called}
SYMBOLS = {letters: name for name, *_, symbols in _UNITS for letters in symbols.split()}
