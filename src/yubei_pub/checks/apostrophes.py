"""An apostrophe parts syllables of pinyin where the second begins with a, e or o, and nowhere else: Xi’an, Chang’an.

Without it Xi’an is a county (xian); with one too many Chong’qing is nothing.  A word is held to this only
where its Chinese stands in the same paragraph.  Spellings that are established without (Tiananmen) and the brands
that write themselves so (Changan Automobile) are left alone.

Bad:   西安    Xian
Good:  西安    Xi’an

What to do: take the fix.
"""

from __future__ import annotations

from collections.abc import Iterator

from yubei_pub.beads import Bead, Stretch
from yubei_pub.checks._beads import met
from yubei_pub.findings import Fix, Message, Remark, Severity
from yubei_pub.model import Briefing
from yubei_pub.names import Match, pinyin
from yubei_pub.patterns import lazy_regex

SEVERITY = Severity.WARNING

# Established without: the Square in Beijing, car makers, an insurer, an airline, and surname-first brands.
_ESTABLISHED = lazy_regex("天安门|长安(?:汽车|福特|马自达|集团|民生|深蓝|启源)|平安(?:保险|银行|集团)|深蓝|阿维塔")
_PLACES = frozenset(
    "西安 延安 吉安 六安 集安 泰安 淮安 雅安 瑞安 惠安 同安 德安 长安 永安 广安 新安 宝安 兴安 临安 淳安 静安 宁安 "
    "海安 高安 福安 南安 潮安 "
    "固安 迁安 靖安 遂安 雄安 北安 正安 秦安 隆安 崇安 万安 武安 乐安 文安 定安 平安 建安 龙安 天峨 东阿 建瓯 "
    "磐安 红安 普安 镇安 诏安 大安".split()
)
_SIGN = lazy_regex(f"[{pinyin.APOSTROPHES}]")


def check_bead(bead: Bead, briefing: Briefing) -> Iterator[Remark]:
    """The names in pinyin that lack an apostrophe, or have one where none belongs."""
    for stretch, match in met(bead):
        if not _ESTABLISHED.search(bead.chinese[match.zh_start : match.zh_end + 4]):
            yield from _remark(bead, stretch, match)


def _remark(bead: Bead, stretch: Stretch, match: Match) -> Iterator[Remark]:
    """On the last word of a match, which is the word, or the given name of a person."""
    written = bead.target_text(stretch)
    word = written.split()[-1 if match.family_first else 0]
    start = stretch.end - len(word) if match.family_first else stretch.start
    right = pinyin.join(match.way).capitalize()
    if match.given != "joined" or len(match.way) < 2 or _SIGN.sub("’", word).lower() == right.lower():
        return
    bare = pinyin.bare(_SIGN.sub("", word))
    if bare != right.replace("’", "").lower() or (bare == word.lower() and not _known(match)):
        return
    place = bead.target_place(Stretch(stretch.segment, start, start + len(word)))
    message = Message("{zh} is written “{right}”", zh=match.zh, right=right)
    yield Remark(place, message, fix=Fix.of(place, word, right))


def _known(match: Match) -> bool:
    """Whether a word without a sign can only be this Chinese: Xian may be a county, and Yuan is no 预案."""
    return match.kind == "person" or match.zh in _PLACES
