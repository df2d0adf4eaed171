"""A “not” of the Chinese is not lost: 不得, 严禁, 从未, 绝不, 一刻也不能.

Held to it are words that forbid or deny with force, what official texts deny (不接受, 未达到, 不予) and what they
except (除……外), and only where the English of the whole paragraph, or of its sentence where both sides have as many,
has no word that forbids, denies, excludes, ends or lacks anything.  What is said the other way round (不少于 is “at
least”, 不断 “steadily”) is the translator’s freedom.  Where nothing in the Chinese denies, the English must not say
“must not” or “cannot”.

Bad:   学校不得公布学生成绩。
       Schools may now publish their pupils’ marks.
Good:  学校不得公布学生成绩。
       Schools may not publish their pupils’ marks.

What to do: put the “not” back, or dismiss the finding where the English says it without one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from yubei_pub.beads import Bead
from yubei_pub.checks._beads import Found, against, search, texts
from yubei_pub.checks._counterpart import abreast, sentence
from yubei_pub.findings import Message, Remark, Severity
from yubei_pub.model import Briefing
from yubei_pub.patterns import lazy_regex

SEVERITY = Severity.WARNING

# Not 不得不, 准不准, 计量不准, 从不足两万; 不得超过 is for `numbers`; 没有 and 不会 are said in too many ways.
_MORE = "[超少低高多早晚迟大小]"
_DENIED = (
    "发生|发现|达到|接到|造成|出现|接受|属于|适用|构成|承担|存在|参加|批捕|起诉|认为|享受|需要|会|愿|支持|同意|具备|收取|受理|影响|符合"
    "|受(?:影响|限|约束|损|阻)|批准|计入|纳入|享有|公开|披露|征收|征税|改变|可能|执行|遵守|履行|服从|配合|按|如实|建议|推荐|主张|鼓励"
)
# What is bad itself and denied is good: 永远不会忘记 is “always remember”, 并非易事 “a challenge”.
_BAD = (
    "(?![^，。；、]{0,8}?(?:忘|辜负|缺|掉队|落下|例外|放松|松懈|动摇|懈怠|退缩|走错|乱[花来]|白[流费]|空话|低估|忽视|放弃|放过"
    "|容?易|简单|轻松|多见|常见|陌生|遥远|孤单|平坦|少[，。；！”]|少$))"
)
_FORBIDS = lazy_regex(
    f"(?:不得(?![不了已]|{_MORE})|严禁|(?<!解除)禁止|(?<!准)不准(?![确，。、；）”的]|$)|(?<!许)不许|不允许|切勿|请勿"
    f"|(?<!能)不能(?=申请|享受|报考|参加|使用|进入|办理|领取|提取|从事|担任)){_BAD}"
)
_DENIES = lazy_regex(
    f"(?:从未|从不(?![足到同])|从来[没不]|没有任何|并没有"
    f"|(?<!者)不宜(?!{_MORE})"  # 不足50公斤者不宜: at least 50
    f"|永远?不|[决绝][不非]|并不(?!断)|并非(?!所有)|(?<![会能])不能(?![不自]|{_MORE})|(?<!应)不应(?!期|{_MORE})|(?<![要得])不要(?!钱)"
    "|尚未|未能|(?:一[个件次刻天家丝点分人户]?|什么|谁|哪[儿里]?)[也都][不没]|谢绝|不予|[也都]没有|拒不|不必|未[经被按予]|不可(?:逆|撤[销回]|转让|再生)"
    f"|(?<![是能要愿该可对得决绝永毫从])(?<!(?<![事员协工委])会)不(?:{_DENIED})(?!性|[^，。；]{{0,3}}不)|(?:未|没有)(?:[对向给把将][^，。；、]{{1,14}})?(?:{_DENIED}|急于|照搬)){_BAD}"
)
_ENDS = lazy_regex("再也[不没]|不再(?=[是有搞需])|无[需须]")
_EXCEPTS = lazy_regex("(?<!开)除外|(?<![解免删排扣拆清消])除[^，。；、]{1,16}[以之]?外(?![地来国商籍])")
# The beginnings of words that say it without a “not”: fail, prevent, unable, illegal, impossible.
_BEGINNINGS = (
    "refus|reject|doubt|reluct|den(?:y|ie)|declin|fail|lack|miss|absen|avoid|prevent|prohibit|forbid|forbad"
    "|ban(?:s|ned|ning|)\\b|bar(?:s|red|ring)\\b|block|stop|ceas|clos|exempt|waive|exclu|los[et]|oppos|outlaw|abolish|scrap|halt|resist"
    "|rul(?:e|ed|ing) out|un(?!i|der|ti?l|t|swerv|anim|veil)|im(?:poss|perm|mat|mov|prob)"
    "|in(?:valid|ept|adeq|suff|abil|access|capa|comple|depend|elig|separ|viol|disp|alien)|il(?:leg|lic)"
    "|ir(?:rev|respect|reg)|dis(?:allow|agree|contin|claim|regard|qual|appr|pens)|non|\\w+less(?:ly|ness|)\\b"
)
_WORDS = (
    "no|not|never|none|only|nor|neither|nobody|nothing|nowhere|cannot|without|hardly|scarcely|barely|seldom|rarely|little|less|few|fewer"
    "|except|excepting|rather|instead|until|yet|beyond|zero|free|against|far from|out of|quit"
    "|minus|(?:stay|keep|kept)\\w* (?:[a-z]+ ){0,3}?(?:out|off|away|clear)|behind"
    "|(?:tur|do|did|look|throw|shy|clear)\\w* away"
    "|used to|end(?:s|ed|ing)?|forsw\\w+|prefer\\w*|fell short"
)
_ENDING, _ENGLISH = (
    lazy_regex(rf"\b(?:(?:{words})\b|{_BEGINNINGS})|n[’']t\b", re.IGNORECASE)
    for words in (_WORDS, f"{_WORDS}|still|stay(?:s|ed)?|remain(?:s|ed|ing)?")  # is still to be done
)
# What forbids needs a word that does: “without approval” and “less than” do not, nor does “nor” alone.
_FORBIDDING = lazy_regex(
    r"\b(?:no|not|never|none|neither|(?-i:Nor)|nobody|nothing|nowhere|cannot|except|only|unless|until|rather|instead)\b"
    r"|n[’']t\b|\b(?:off limits\b|prohibit|forb[ia]d|ban(?:s|ned|ning)?\b|bar(?:s|red|ring)?\b|outlaw|refus|reject"
    r"|avoid|den(?:y|ie)|declin|refrain|prevent|block|stop|ceas|clos|exclu|abolish|halt|illegal|unlawful|unauthor|inadmiss"
    r"|disallow|disqual|free of|(?:stay|keep)\b|away\b|behind\b|outside\b)",
    re.IGNORECASE,
)
_EXCEPTING = lazy_regex(
    r"\b(?:except\w*|exclu\w+|exempt\w*|other than|others?|apart from|aside from|outside|beyond|besides?|unless|save"
    r"|but|bar|in addition|addition\w*|also|as well|along with|alongside|rest|more than|else\w*|further\w*|non\S*|plus"
    r"|over and above|remaining|extra|still|(?:not|do not|does not) (?:apply|cover|include|extend)\w*"
    r"|not (?:count|includ)\w*|leav\w+ (?:out|aside)|with(?: the)? exception\w*|discount\w*|ignor\w*|omit\w*"
    r"|minus|less)\b",
    re.IGNORECASE,
)
# What the English says without a “not” for another word of the Chinese: “free” for 免费 denies nothing else.
_OWED = tuple(
    (lazy_regex(rf"(?:{english})\b", re.IGNORECASE), lazy_regex(chinese))
    for english, chinese in (
        ("free", "免"),
        ("only", "[只仅才唯]"),
        ("less|few|fewer|little", "[少低小]"),
        ("clos\\w*", "[关闭近]"),
        ("until", "[至到止闭]"),
        ("still|remain\\w*", "[仍还留依]"),
        ("stop\\w*|ceas\\w*", "停"),
    )
)
_HELD = ((_FORBIDS, _FORBIDDING), (_DENIES, _ENGLISH), (_ENDS, _ENDING), (_EXCEPTS, _EXCEPTING))
_NEGATIVE = lazy_regex(  # 不足三天 says how long, and denies nothing
    "(?<=[找买看见听等遇请租装坐挤填抢订])不|不(?!(?:足|到|满)[0-9一二两三四五六七八九十百千万半])"
    "|[没無无未非勿莫否免禁拒停缺失除仅只才止罢难少别休弃败绝断反避防漏空零脱延违误困阻障残怎岂何]"
)
_MUST_NOT = lazy_regex(
    r"\b(?:(?:must|shall|should|may|can|could|will|would) not|cannot|(?:mustn|shouldn|can|couldn|won|wouldn)[’']t)\b"
    r"(?! only\b|[^.;:]{0,60}\buntil\b)",  # will not begin until March: 3月后
    re.IGNORECASE,
)


def check_bead(bead: Bead, briefing: Briefing) -> Iterator[Remark]:
    """At most one remark a bead, at the sentence that should have the “not”, or the “not” that should not be there."""
    chinese, english = texts(bead)
    if not chinese:
        return
    if not _NEGATIVE.search(chinese):  # as all that is held to it is
        for added in search(_MUST_NOT, bead.target)[:1]:
            message = Message("the English says “{en}”; nothing in the Chinese denies or forbids", en=added.match[0])
            yield Remark(bead.target_place(added.stretch), message)
        return
    held = ((found, theirs) for ours, theirs in _HELD for found in search(ours, bead.source))
    lost = next((found for found, theirs in held if not _denies(theirs, _beside(bead, found, english), chinese)), None)
    if lost:
        template = "“{zh}” forbids, denies or excepts something; nothing in this English does"
        yield against(bead, lost.stretch, sentence(bead, lost.stretch), template)


def _denies(words: re.Pattern[str], english: str, chinese: str) -> bool:
    """Whether some English has one of some words, and not only for what the Chinese says without a “not”."""
    found = words.finditer(english)
    return any(not any(en.fullmatch(one[0]) and zh.search(chinese) for en, zh in _OWED) for one in found)


def _beside(bead: Bead, found: Found, english: str) -> str:
    """The English sentence that stands where the Chinese one does, where a paragraph has as many of both; else all."""
    start = found.match.start()
    return next((english[en.start : en.end] for zh, en in abreast(bead) if zh.start <= start < zh.end), english)
