"""Offices and ranks of China's bodies that have one usual rendering, and the renderings that name another office."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from yubei_pub.checks._tables import headed
from yubei_pub.patterns import lazy_regex


class Office(NamedTuple):
    """`zh` is not `wrong`, unless the Chinese has `may` too, which is; `right` is what to write."""

    zh: re.Pattern[str]
    right: str
    wrong: re.Pattern[str]
    may: re.Pattern[str] | None
    why: str


# The Chinese, what to write, what is wrong for it, and the Chinese that may be meant by that as well.
_OFFICES = r"""
# a governor heads a province, a mayor a city
副区长  Deputy Head of … District  (?:Deputy|Vice)[- ](?:Governor|Mayor)  副[市省州]长
(?<!副)区长  Head of … District  (?:District )?(?:Governor|Mayor)  [市省州]长|总督
副县长  Deputy Head of … County  (?:Deputy|Vice)[- ](?:Governor|Mayor)  副[市省州]长
(?<!副)县长  Head of … County  (?:County )?(?:Governor|Mayor)  [市省州镇]长|总督
副市长  Vice Mayor  (?:Deputy|Vice)[- ]Governor  副省长|副州长|副行长
(?<!副)市长  Mayor  Governor  省长|州长|行长|总督|自治区
省长  Governor  Mayor  市长|镇长
[镇乡]长  Head of … Town (Township)  Governor  省长|州长|行长

# the General Secretary leads the CPC, a secretary-general runs an office
总书记  General Secretary  Secretary[- ]General  秘书长
秘书长  Secretary-General  General Secretary|Party Secretary  书记

# the General Secretary leads the CPC, a secretary-general runs an office, governors and mayors head governments
(?<!总)书记(?![员处])  Secretary of the … Committee  General Secretary|Secretary[- ]General|Governor|Mayor
    总书记|秘书长|[市省州区县镇]长|行长|总督|工会

# the official name of the department
宣传部  Publicity Department  Propaganda Department

# departments of the Party have heads, ministries ministers
(?:组织部|宣传部|统战部|武装部)[^，。；]{0,2}部?长  Head of the … Department  Minister  (?<![织传战装])部长|外长|大臣

# a department or bureau has a director
[厅局处]长  Director-General, Director  Minister|Governor|Mayor  部长|[市省州区县镇行]长|外长|大臣|总督|总理|首相

# China’s head of government is the Premier
国务院(?:副)?总理  Premier, Vice Premier  Prime Minister  (?<![院副])总理|首相

# the CPPCC has a chair
政协[^，。；]{0,6}主席  Chairperson of the … CPPCC  President  总统|国家主席|会长|[院校行]长|总裁

# the board and the management are two
董事长  Chairman (Chair) of the Board  General Manager|CEO  经理|首席|总裁|CEO|管理
总经理  General Manager  Chair(?:man|woman|person)  董事|主席|主任|会长|理事

# an ambassador heads an embassy
总领事  Consul General  Ambassador  大使

# a consul general heads a consulate
大使(?!馆)  Ambassador  Consul[- ]General  领事

# the academic rank
副教授  Associate Professor  (?:Vice|Deputy|Assistant)[- ]Professor  助理教授

# the rank of a physician, no office
副主任(?:医师|护师|药师)  associate chief physician (nurse, pharmacist)  (?:Deputy|Vice)[- ]Director
    副主任(?![医护药])|副[院所局会]长
"""


def _offices() -> Iterator[Office]:
    for why, offices in headed(_OFFICES):
        for zh, right, wrong, *may in offices:
            wrongly = lazy_regex(rf"\b(?:{wrong})\b", re.IGNORECASE)
            yield Office(lazy_regex(zh), right, wrongly, lazy_regex(may[0]) if may else None, why)


OFFICES = tuple(_offices())

_RANKS = (
    "书记|主任|主席|委员长|秘书长|总理|总统|首相|议长|董事长|总经理|经理|总裁|检察长"
    "|[局厅部处科省市县区镇乡会院校行署司所站馆队社组团]长"
)
DEPUTY = lazy_regex(rf"副(?:{_RANKS})")
CHIEF = lazy_regex(rf"(?<!副)(?:{_RANKS})")
ENGLISH_CHIEF = lazy_regex(
    r"\b(?:directors?(?:[- ]general)?|heads? of|mayors?|secretar(?:y|ies)|(?:prime )?ministers?"
    r"|chair(?:man|men|woman|person)?|governors?|presidents?|premier|general manager|dean|principal|speaker)\b",
    re.IGNORECASE,
)
# Words that say 副, of which there are more than two.
ENGLISH_DEPUTY = lazy_regex(
    r"\b(?:deput(?:y|ies)|vice|associate|assistant|under-?secretary|second(?=[- ](?:secretar|in))|executive|acting|VP"
    r"|sub)\b",
    re.IGNORECASE,
)
DEPUTY_OFFICE = lazy_regex(
    r"\b(?:Deputy|Vice)[- ](?:Party )?(?:Director|Head|Mayor|Secretary|Minister|Chair(?:man|woman|person)?|Governor"
    r"|President|Premier)\b",
    re.IGNORECASE,
)
NO_CHIEF = lazy_regex(
    "副|次[长官]|助理|代[理省市县区]|候补|常务|候任|会长|行长|总裁"
)  # presidents have vice presidents of many names
