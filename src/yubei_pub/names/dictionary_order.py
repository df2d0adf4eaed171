"""The order of a Chinese dictionary: words by how they are read in pinyin."""

from __future__ import annotations

from yubei_pub.names import surnames
from yubei_pub.names.pinyin import readings, syllables

# Words of press pages in which a character is read otherwise than alone; the longest that stands there counts.
_READ = dict(
    entry.split(" ", 1)
    for entry in (
        "重庆 chong qing; 重复 chong fu; 重建 chong jian; 重新 chong xin; 重组 chong zu; 首都 shou du; 都市 du shi; "
        "都江 du jiang; 成都 cheng du; 音乐 yin yue; 乐队 yue dui; 乐器 yue qi; 乐团 yue tuan; 行业 hang ye; "
        "银行 yin hang; 央行 yang hang; 调整 tiao zheng; 调节 tiao jie; 调解 tiao jie; 调控 tiao kong; 协调 xie tiao; "
        "空调 kong tiao; 长江 chang jiang; 长寿 chang shou; 长期 chang qi; 长城 chang cheng; 长远 chang yuan; "
        "长三角 chang san jiao; 长效 chang xiao; 长安 chang an; 延长 yan chang; 特长 te chang; 便宜 pian yi; "
        "传记 zhuan ji; 参差 cen ci; 校对 jiao dui; 会计 kuai ji; 厦门 xia men; 西藏 xi zang; 宝藏 bao zang; "
        "供给 gong ji"
    ).split("; ")
)
_LONGEST = max(map(len, _READ))


def read_aloud(word: str) -> list[str]:
    """The syllables of a word without tones, letters and digits as they are: `“重庆5G”` → chong, qing, 5, g."""
    found: list[str] = []
    at = 0
    while at < len(word):
        known = next((part for n in range(_LONGEST, 1, -1) if (part := word[at : at + n]) in _READ), "")
        if known:
            found += _READ[known].split()
        elif word[at].isalnum():
            found.append(next(iter(readings(word[at])), word[at].casefold()))
        at += len(known) or 1
    return found


def read_name(name: str) -> list[str]:
    """The same of a person, whose surname may be read otherwise than the word: `单志刚` → shan, zhi, gang."""
    family = surnames.surname(name)
    ways = syllables(surnames.surname_readings(family)[0])
    return [*ways[0], *read_aloud(name[len(family) :])] if ways else read_aloud(name)
