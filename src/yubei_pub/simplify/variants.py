"""Words that OpenCC leaves half simplified: 著 where Simplified writes 着, and 甚麼.

Traditional writes 著 for both: the particle and verb 着 (跟著, 著手) and zhù, to write, to be
plain (著作, 顯著).  t2s leaves every 著, tw2s makes 土着 and 原着.  Here 著 becomes 着 behind a
Chinese character and in the words of `TAKES`, and stays in those of `BEFORE` and `BEHIND`.
All tables are in Simplified; each word is there because press pages have it.
"""

from __future__ import annotations

import re

ZHU, ZHE = "著", "着"

# 著 stays behind these: X著 is a work, a people or a quality.  Behind the bar: what stands before
# or behind where X is the end of a verb (讨论着), or 着 takes an object (合着眼).
BEFORE: dict[str, tuple[str, str]] = {
    "土": ("", ""),  # natives
    "名": ("", ""),  # a famous work
    "原": ("", ""),  # the original work
    "专": ("", ""),  # a monograph
    "巨": ("", ""),  # a great work
    "遗": ("", ""),  # a posthumous work
    "拙": ("", ""),  # my humble work
    "旧": ("依仍", ""),  # an old work; 依旧着
    "撰": ("", ""),  # to write
    "所": ("", ""),  # what somebody wrote
    "昭": ("", ""),  # notorious
    "卓": ("", ""),  # outstanding
    "彰": ("", ""),  # plain
    "较": ("", ""),  # 彰明较著
    "知": ("", ""),  # 见微知著
    "论": ("讨议辩谈评争", ""),  # a treatise; 讨论着
    "译": ("翻", ""),  # a translated work; 翻译着
    "新": ("刷更创翻革", ""),  # a new work; 刷新着
    "显": ("彰凸突", ""),  # marked; 彰显着
    "合": ("配结融组符混聚", "眼嘴手拍双"),  # written together; 结合着, 合着眼
    "编": ("改", "辫花竹"),  # to compile; 编着辫子
}

# 着 begins these words, whatever stands before.
TAKES = "手力眼重落陆装急火迷凉想实色笔墨床魔慌意地边棋"

# Who wrote, or when: no verb, which 着 would stand behind; 他着手 and 还着重 are other words.
_OTHER_WORDS = TAKES + "了呢"
BEFORE |= dict.fromkeys("他她我们其曾共也又都", ("", _OTHER_WORDS))
BEFORE |= {"还": ("归偿交退", _OTHER_WORDS), "并": ("兼合吞归", _OTHER_WORDS)}

# 著 stays before these: writing, author, renowned.  With what stands behind where the word is another.
BEHIND: dict[str, tuple[str, ...]] = {
    "名": ("字", "单", "册", "额"),  # famous; 看着名单
    "作": ("业", "战", "息", "揖"),  # a work; 沿着作业面
    "者": (),  # the author
    "称": (),  # known for
    "述": ("职",),  # writings; 看着述职报告
    "录": ("音", "制", "像", "入", "用", "取"),  # to record in a catalogue; 跟着录音
    "译": (),  # works and translations
    "书立说": (),  # to write books and found a school
    "有《": (),  # wrote
    "有多": (),  # wrote several
    "成《": (),  # wrote
    "于《": (),  # written down in
    "《": (),  # wrote
}
# … and yet: 著名字画, 著名单位 are famous.
_FAMOUS = ("名字画", "名单位")

_CREDIT_ENDS = frozenset(("", *"）)。，,；;、\n"))

_BEHIND = {first: [w for w in BEHIND if w[0] == first] for first in {word[0] for word in BEHIND}}


def changes(original: str, simplified: str) -> list[tuple[int, str]]:
    """The offsets at which `simplified`, which OpenCC made of `original`, wants another character, in order."""
    found = []
    at = original.find(ZHU)
    while at >= 0:
        wanted = ZHU if _stays(simplified, at) else ZHE
        if simplified[at] != wanted:
            found.append((at, wanted))
        at = original.find(ZHU, at + 1)
    if "甚" in simplified:
        found += [(match.start(), "什") for match in re.finditer("甚(?=么)", simplified)]
        found.sort()
    return found


def _stays(text: str, at: int) -> bool:
    """Whether the 著 at `at` is zhù."""
    before = text[at - 1] if at else ""
    if before in BEFORE:
        verbs, objects = BEFORE[before]
        return not (_among(text[max(0, at - 2) : at - 1], verbs) or _among(text[at + 1 : at + 2], objects))
    first = text[at + 1 : at + 2]
    for word in _BEHIND.get(first, ()):
        behind = text[at + 1 : at + 4]
        if behind.startswith(word) and (behind in _FAMOUS or not behind[len(word) :].startswith(BEHIND[word])):
            return True
    if _among(first, TAKES):
        return False
    return not "\u3400" <= before <= "\u9fff" or _credit(text, at)


def _among(char: str, chars: str) -> bool:
    return char != "" and char in chars


def _credit(text: str, at: int) -> bool:
    """Whether it ends a credit behind the title of a book: 《书名》（王某著）."""
    if text[at + 1 : at + 2] not in _CREDIT_ENDS:
        return False
    start = max(0, at - 8)
    title = text.rfind("》", start, at)
    name = text[title + 1 : at].lstrip("，, （(　")
    return title >= 0 and 2 <= len(name) <= 4 and not any(mark in name for mark in "，,")
