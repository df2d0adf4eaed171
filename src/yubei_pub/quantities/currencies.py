"""Currencies: what Chinese and English call them, and the signs before an amount; no exchange rate is ever inferred."""

from __future__ import annotations

import re

from yubei_pub.patterns import lazy_regex

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
CHINESE_CURRENCIES = {name: unit for unit, (names, _) in _CURRENCIES.items() for name in names.split()}
ENGLISH_CURRENCIES = {name: unit for unit, (_, names) in _CURRENCIES.items() for name in names.split("; ") if name}

# Letters before an amount; other codes are more often something else (a defibrillator, a region, a blood test).
CURRENCY_CODES = {"RMB": "CNY"} | {
    code: code for code in "CNY USD EUR GBP JPY HKD TWD KRW SGD AUD NZD CHF THB MYR".split()
}
# Those that end in another one first: the first that stands there counts.
_SIGN_OF = (
    "US$ USD; HK$ HKD; NT$ TWD; NZ$ NZD; AU$ AUD; CA$ CAD; S$ SGD; A$ AUD; C$ CAD; $ USD; € EUR; £ GBP; ¥ CNY; ￥ CNY"
    "; ₹ INR; ₩ KRW; ₽ RUB"
)
CURRENCY_SIGNS = dict(map(str.split, _SIGN_OF.split(";"))) | CURRENCY_CODES
MONEY = r"(?:RMB ?|(?:US|HK)?[$¥€£] ?)"  # before most amounts
_SIGNS = "|".join(re.escape(sign) for sign in sorted(CURRENCY_SIGNS, key=len, reverse=True))
_SIGN = lazy_regex(rf"(?:(?<![A-Za-z])|(?=[$¥€£]))(?P<sign>{_SIGNS})[ \u00a0]?$")
_SIGN_ENDS = frozenset(sign[-1] for sign in CURRENCY_SIGNS)
_LONGEST_SIGN = 4


def sign_before(text: str, start: int) -> re.Match[str] | None:
    """The currency sign or code (group `sign`) right before an amount, or a blank before it: $5, RMB 300."""
    last = text[max(0, start - 2) : start].rstrip(" \u00a0")[-1:]
    return _SIGN.search(text, max(0, start - _LONGEST_SIGN), start) if last in _SIGN_ENDS else None
