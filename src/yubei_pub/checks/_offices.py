"""Offices and ranks of China's bodies that have one usual rendering, and the renderings that name another office."""

from __future__ import annotations

import re
from typing import NamedTuple

from yubei_pub.patterns import lazy_regex


class Office(NamedTuple):
    """`zh` is not `wrong`, unless the Chinese has `may` too, which is; `right` is what to write."""

    zh: re.Pattern[str]
    right: str
    wrong: re.Pattern[str]
    may: re.Pattern[str] | None
    why: str


def _office(zh: str, right: str, wrong: str, why: str, may: str = "") -> Office:
    wrongly = lazy_regex(rf"\b(?:{wrong})\b", re.IGNORECASE)
    return Office(lazy_regex(zh), right, wrongly, lazy_regex(may) if may else None, why)


_GOVERNOR = "a governor heads a province, a mayor a city"
_PARTY = "the General Secretary leads the CPC, a secretary-general runs an office"

OFFICES = (
    _office("副区长", "Deputy Head of … District", "(?:Deputy|Vice)[- ](?:Governor|Mayor)", _GOVERNOR, "副[市省州]长"),
    _office("(?<!副)区长", "Head of … District", "(?:District )?(?:Governor|Mayor)", _GOVERNOR, "[市省州]长|总督"),
    _office("副县长", "Deputy Head of … County", "(?:Deputy|Vice)[- ](?:Governor|Mayor)", _GOVERNOR, "副[市省州]长"),
    _office("(?<!副)县长", "Head of … County", "(?:County )?(?:Governor|Mayor)", _GOVERNOR, "[市省州镇]长|总督"),
    _office("副市长", "Vice Mayor", "(?:Deputy|Vice)[- ]Governor", _GOVERNOR, "副省长|副州长|副行长"),
    _office("(?<!副)市长", "Mayor", "Governor", _GOVERNOR, "省长|州长|行长|总督|自治区"),
    _office("省长", "Governor", "Mayor", _GOVERNOR, "市长|镇长"),
    _office("[镇乡]长", "Head of … Town (Township)", "Governor", _GOVERNOR, "省长|州长|行长"),
    _office("总书记", "General Secretary", "Secretary[- ]General", _PARTY, "秘书长"),
    _office("秘书长", "Secretary-General", "General Secretary|Party Secretary", _PARTY, "书记"),
    _office(
        "(?<!总)书记(?![员处])",
        "Secretary of the … Committee",
        "General Secretary|Secretary[- ]General|Governor|Mayor",
        _PARTY + ", governors and mayors head governments",
        "总书记|秘书长|[市省州区县镇]长|行长|总督|工会",
    ),
    _office("宣传部", "Publicity Department", "Propaganda Department", "the official name of the department"),
    _office(
        "(?:组织部|宣传部|统战部|武装部)[^，。；]{0,2}部?长",
        "Head of the … Department",
        "Minister",
        "departments of the Party have heads, ministries ministers",
        "(?<![织传战装])部长|外长|大臣",
    ),
    _office(
        "[厅局处]长",
        "Director-General, Director",
        "Minister|Governor|Mayor",
        "a department or bureau has a director",
        "部长|[市省州区县镇行]长|外长|大臣|总督|总理|首相",
    ),
    _office(
        "国务院(?:副)?总理",
        "Premier, Vice Premier",
        "Prime Minister",
        "China’s head of government is the Premier",
        "(?<![院副])总理|首相",
    ),
    _office(
        "政协[^，。；]{0,6}主席",
        "Chairperson of the … CPPCC",
        "President",
        "the CPPCC has a chair",
        "总统|国家主席|会长|[院校行]长|总裁",
    ),
    _office(
        "董事长",
        "Chairman (Chair) of the Board",
        "General Manager|CEO",
        "the board and the management are two",
        "经理|首席|总裁|CEO|管理",
    ),
    _office(
        "总经理",
        "General Manager",
        "Chair(?:man|woman|person)",
        "the board and the management are two",
        "董事|主席|主任|会长|理事",
    ),
    _office("总领事", "Consul General", "Ambassador", "an ambassador heads an embassy", "大使"),
    _office("大使(?!馆)", "Ambassador", "Consul[- ]General", "a consul general heads a consulate", "领事"),
    _office("副教授", "Associate Professor", "(?:Vice|Deputy|Assistant)[- ]Professor", "the academic rank", "助理教授"),
    _office(
        "副主任(?:医师|护师|药师)",
        "associate chief physician (nurse, pharmacist)",
        "(?:Deputy|Vice)[- ]Director",
        "the rank of a physician, no office",
        "副主任(?![医护药])|副[院所局会]长",
    ),
)

_RANKS = (
    "书记|主任|主席|秘书长|总理|总统|首相|议长|董事长|总经理|经理|总裁|检察长"
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
    r"\b(?:deput(?:y|ies)|vice|associate|assistant|under-?secretary|second|executive|acting|VP|sub)\b", re.IGNORECASE
)
DEPUTY_OFFICE = lazy_regex(
    r"\b(?:Deputy|Vice)[- ](?:Party )?(?:Director|Head|Mayor|Secretary|Minister|Chair(?:man|woman|person)?|Governor"
    r"|President|Premier)\b",
    re.IGNORECASE,
)
NO_CHIEF = lazy_regex(
    "副|次[长官]|助理|代[理省市县区]|候补|常务|候任|会长|行长|总裁"
)  # presidents have vice presidents of many names
