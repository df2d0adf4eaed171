"""What Chinese and English call units (the keys of `units`) and currencies."""

from __future__ import annotations

import re

from yubei_pub.patterns import lazy_regex

# A unit in Chinese, in English (the names parted by "; "), and by its letters, which are the same in both and mean a
# unit in this spelling only: 5G and 4A are names.
_UNITS = {
    "nanometer": ("纳米", "nanometer", "nm"),
    "micrometer": ("微米", "micrometer; micron", "μm"),
    "mm": ("毫米", "millimeter", "mm"),
    "cm": ("厘米 公分", "centimeter", "cm"),
    "inch": ("英寸", "inch; inches", ""),
    "foot": ("英尺", "foot; feet", "ft"),
    "m": ("米 延米", "meter", "m"),
    "li": ("里 华里", "li", ""),
    "km": ("千米 公里", "kilometer; kms", "km"),
    "mile": ("英里", "mile", ""),
    "nmi": ("海里", "nautical mile", ""),
    "microgram": ("微克", "microgram", "μg"),
    "mg": ("毫克", "milligram", "mg"),
    "g": ("克", "gram", "g"),
    "oz": ("盎司", "ounce; oz", "oz"),
    "lb": ("磅", "lb", ""),
    "jin": ("斤", "catty; catties; jin", ""),
    "kg": ("公斤 千克", "kilogram; kilo", "kg"),
    "t": ("吨", "tonne; metric ton; ton", "t"),
    "kV": ("千伏", "kilovolt", "kV"),
    "foot2": ("平方英尺", "square foot; square feet; sq ft", ""),
    "m2": ("平方米 平米", "square meter; sq m; sq. m; sqm; sq meter", "m² m2 ㎡"),
    "mu": ("亩", "mu", ""),
    "acre": ("英亩", "acre", ""),
    "ha": ("公顷", "hectare", "ha"),
    "km2": ("平方公里 平方千米", "square kilometer; sq km; sq. km; sqkm; sq kilometer", "km² km2"),
    "mile2": ("平方英里", "square mile; sq mile", ""),
    "ml": ("毫升", "milliliter", "ml mL"),
    "l": ("升", "liter", "L l"),
    "pint": ("品脱", "pint", ""),
    "gallon": ("加仑", "gallon", ""),
    "m3": ("立方米 立方", "cubic meter; cu m", "m³ m3"),
    "kWh": ("千瓦时 千瓦小时 度电", "kilowatt-hour; kilowatt hour", "kWh kwh"),
    "MWh": ("兆瓦时", "megawatt-hour; megawatt hour", "MWh"),
    "GWh": ("吉瓦时", "gigawatt-hour; gigawatt hour", "GWh"),
    "TWh": ("太瓦时", "terawatt-hour; terawatt hour", "TWh"),
    "kW": ("千瓦", "kilowatt", "kW KW"),
    "MW": ("兆瓦", "megawatt", "MW"),
    "GW": ("吉瓦", "gigawatt", "GW"),
    "month": ("个月 月", "month", ""),
    "quarter": ("季度 个季度", "", ""),
    "year": ("年 周年 个年头 个春秋 载 岁 周岁", "year", ""),
    "decade": ("", "decade", ""),
    "century": ("世纪 个世纪", "century; centuries", ""),
    "millennium": ("", "millennium; millennia", ""),
    "era": ("年代", "", ""),
    "millisecond": ("毫秒", "millisecond", "ms"),
    "second": ("秒 秒钟", "second", ""),
    "minute": ("分钟 分", "minute", "min"),
    "quarter-hour": ("刻钟", "", ""),
    "hour": ("小时 个小时 钟头 个钟头", "hour", "h"),
    "day": ("个工作日 工作日 天 日", "day", ""),
    "week": ("周 星期 个星期 礼拜 个礼拜", "week", ""),
    "degC": ("摄氏度 ℃", "°c; ° c; degrees c; degrees centigrade; degrees celsius; degree celsius", "°C ℃"),
    "degF": ("华氏度 ℉", "°f; ° f; degrees f; degrees fahrenheit; degree fahrenheit", "°F ℉"),
    "dB": ("分贝", "decibel", "dB"),
    "pixel": ("像素", "pixel", ""),
    "megapixel": ("", "megapixel", ""),
    "lux": ("勒克斯", "", "lux lx"),
    "Hz": ("赫兹", "hertz", "Hz"),
    "kHz": ("千赫 千赫兹", "kilohertz", "kHz"),
    "MHz": ("兆赫 兆赫兹", "megahertz", "MHz"),
    "GHz": ("吉赫 吉赫兹", "gigahertz", "GHz"),
    "V": ("伏 伏特", "volt", "V"),
    "W": ("瓦", "watt", "W"),
    "kVA": ("千伏安", "kilovolt-ampere", "kVA"),
    "MVA": ("兆伏安", "megavolt-ampere", "MVA"),
    "mAh": ("毫安时", "milliampere-hour; milliamp-hour", "mAh"),
    "hPa": ("百帕", "hectopascal", "hPa"),
    "kPa": ("千帕", "kilopascal", "kPa"),
    "MPa": ("兆帕", "megapascal", "MPa"),
    "mmHg": ("毫米汞柱", "millimeters of mercury", "mmHg"),
    "kJ": ("千焦", "kilojoule", "kJ"),
    "kcal": ("千卡 大卡", "kilocalorie; calorie", "kcal"),
    "mmol": ("毫摩尔", "millimole", "mmol"),
    "IU": ("国际单位", "international unit", "IU"),
    "ppm": ("", "", "ppm"),
    "NTU": ("", "", "NTU"),
    "Mbit": ("兆比特", "megabit", "Mb Mbps"),
    "Gbit": ("吉比特", "gigabit", "Gb Gbps"),
    "KB": ("千字节", "kilobyte", "KB"),
    "MB": ("兆字节", "megabyte", "MB"),
    "GB": ("吉字节", "gigabyte", "GB"),
    "TB": ("太字节", "terabyte", "TB"),
    "PB": ("拍字节", "petabyte", "PB"),
    "EB": ("艾字节", "exabyte", "EB"),
}

# A currency (ISO 4217) in Chinese and in English; 元 is the only one that Chinese pages write without a country.
_CURRENCIES = {
    "CNY": ("元 元人民币 圆 块钱 人民币", "yuan; rmb; renminbi; cny; chinese yuan; yuan renminbi"),
    "USD": ("美元 美金", "dollar; us dollar; u.s. dollar; usd; american dollar"),
    "EUR": ("欧元", "euro"),
    "GBP": ("英镑", "pound; british pound; pounds sterling; pound sterling"),
    "JPY": ("日元 日圆 日币 円", "yen; japanese yen"),
    "HKD": ("港元 港币", "hong kong dollar"),
    "TWD": ("新台币 台币", "new taiwan dollar"),
    "MOP": ("澳门元 澳门币", "macao pataca; pataca"),
    "KRW": ("韩元 韩币", "won; korean won; south korean won"),
    "RUB": ("卢布", "ruble; rouble; russian ruble"),
    "SGD": ("新加坡元 新元", "singapore dollar; singaporean dollar"),
    "AUD": ("澳元 澳币", "australian dollar"),
    "CAD": ("加元 加币", "canadian dollar"),
    "NZD": ("新西兰元 纽元", "new zealand dollar"),
    "CHF": ("瑞士法郎", "swiss franc"),
    "THB": ("泰铢", "baht"),
    "INR": ("卢比", "rupee"),
    "VND": ("越南盾", "dong"),
    "AED": ("迪拉姆", "dirham"),
    "SAR": ("沙特里亚尔", "riyal"),
    "MYR": ("林吉特", "ringgit"),
    "IDR": ("印尼盾", "rupiah"),
    "BRL": ("雷亚尔", "brazilian real; reais; brazilian reais"),
}

CURRENCIES = frozenset(_CURRENCIES)
CHINESE_UNITS = {name: unit for unit, (names, _, _) in _UNITS.items() for name in names.split()}
ENGLISH_UNITS = {name: unit for unit, (_, names, _) in _UNITS.items() for name in names.split("; ") if name}
SYMBOLS = {name: unit for unit, (_, _, names) in _UNITS.items() for name in names.split()}
CHINESE_CURRENCIES = {name: unit for unit, (names, _) in _CURRENCIES.items() for name in names.split()}
ENGLISH_CURRENCIES = {name: unit for unit, (_, names) in _CURRENCIES.items() for name in names.split("; ") if name}

# Letters before an amount; other codes are more often something else (a defibrillator, a region, a blood test).
CURRENCY_CODES = {"RMB": "CNY"} | {
    code: code for code in "CNY USD EUR GBP JPY HKD TWD KRW SGD AUD NZD CHF THB MYR".split()
}
# Those that end in another one first: the first that stands there counts.
CURRENCY_SIGNS = {
    "US$": "USD",
    "HK$": "HKD",
    "NT$": "TWD",
    "NZ$": "NZD",
    "AU$": "AUD",
    "CA$": "CAD",
    "S$": "SGD",
    "A$": "AUD",
    "C$": "CAD",
    "$": "USD",
    "€": "EUR",
    "£": "GBP",
    "¥": "CNY",
    "￥": "CNY",
    "₹": "INR",
    "₩": "KRW",
    "₽": "RUB",
    **CURRENCY_CODES,
}
MONEY = r"(?:RMB ?|(?:US|HK)?[$¥€£] ?)"  # before most amounts
_SIGNS = "|".join(re.escape(sign) for sign in sorted(CURRENCY_SIGNS, key=len, reverse=True))
_SIGN = lazy_regex(rf"(?:(?<![A-Za-z])|(?=[$¥€£]))(?P<sign>{_SIGNS})[ \u00a0]?$")
_SIGN_ENDS = frozenset(sign[-1] for sign in CURRENCY_SIGNS)
_LONGEST_SIGN = 4


def sign_before(text: str, start: int) -> re.Match[str] | None:
    """The currency sign or code (group `sign`) right before an amount, or a blank before it: $5, RMB 300."""
    last = text[max(0, start - 2) : start].rstrip(" \u00a0")[-1:]
    return _SIGN.search(text, max(0, start - _LONGEST_SIGN), start) if last in _SIGN_ENDS else None
