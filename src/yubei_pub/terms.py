"""Terms of the glossary in texts: occurrences in the Chinese, renderings in the English."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from functools import cache, cached_property, lru_cache
from operator import itemgetter

from yubei_pub.glossary import Avoided, Term
from yubei_pub.patterns import lazy_regex
from yubei_pub.renderings import Pattern, pattern

# One character for another, so that positions stay: an editor's space, quotation mark or small letter is no other term.
_FOLD = str.maketrans(
    {chr(code): chr(code - 0xFEE0).lower() for code in range(0xFF01, 0xFF5F)}
    | {chr(code): chr(code + 32) for code in range(ord("A"), ord("Z") + 1)}
    | dict.fromkeys("“”„「」『』", '"')
    | dict.fromkeys("‘’", "'")
    | dict.fromkeys("\u3000\u00a0", " ")
    | dict.fromkeys("•‧・", "·")
    | {"丨": "|", "｜": "|"}
    | dict.fromkeys("—–―‐‑−", "-")
)

# What may stand inside a term and makes no other of it: “放管服”改革, 中国（重庆）自由贸易试验区, 5G 基站.
_OPENS, _CLOSES, _STRAIGHTS = frozenset("“‘「『《〈（("), frozenset("”’」』》〉）)"), frozenset('"＂')
_PAIRED = "".join(sorted(_OPENS | _CLOSES | _STRAIGHTS))
_SPACES = " \u3000\u00a0\n"
_BARE = str.maketrans("", "", _PAIRED + _SPACES)
MARKS = f"{_PAIRED}{_SPACES}'"  # the same, and what a quotation mark is compared as
_HAS_MARKS = lazy_regex(f"[{_PAIRED}{_SPACES}]")
_WRAPPED = lazy_regex(rf"[“‘「『《〈\"][^{_PAIRED}]*[”’」』》〉\"]")  # “一件事” is not any 一件事
_CHARACTERS = lazy_regex(r"[\u4e00-\u4e27\u4e29-\u9fff]+")  # but 丨: as nearly all terms, nothing to fold and no mark
_SPACED_CHINESE = lazy_regex(f"(?<=[^ -~])[{_SPACES}]+(?=[^ -~])")
_SURE = 4  # characters: no two words make a term of so many by chance, as 学校 长安 makes 校长


# Chinese has no spaces: a term may end with the first half of another word (重庆市|场) or begin with the second half of
# one (城|市长).  Only where the longer word is the sole reading; the rest is for `unless`.
_NEVER_BEHIND = {
    "部": "门署队件",  # 部门 部署 部队 部件: 民政部门 are the departments of all levels, not the ministry
    "市": "场民值",  # 市场 市民 市值
    "区": "域间别",  # 区域 区间 区别
    "长": "期远久足度廊者辈势龄效三",  # 长期 长远 … 长者 长三角
    "委": "员托派",  # 委员 委托 委派
    "局": "面势限",  # 局面 局势 局限
    "院": "落校士线",  # 院落 院校 院士 院线
    "网": "络民格",  # 网络 网民 网格
    "业": "务主态绩家",  # 业务 业主 业态 业绩 企业家
    "人": "员才们",  # 人员 人才 人们
    "会": "议员场展谈",  # 会议 会员 会场 会展 会谈
    "村": "民庄",  # 村民 村庄
    "江": "苏西",  # 江苏 江西
}
_NEVER_BEFORE = {
    "市": "城都超集股夜",  # 城市 都市 超市 集市 股市 夜市
    "区": "小社园景片街校厂",  # 小区 社区 园区 …
    "部": "内外全西东南北中",  # 内部 外部 …
    "长": "成增延生",  # 成长 增长 延长 生长
    "网": "互",  # 互联网 is one word
}


_AT_HAND = 1 << 15  # paragraphs whose terms are remembered: each is asked for by several stages


class Entry:
    """A term with the contexts in which it does not apply, as (context, offset of the term in it).

    `before` and `behind` are the characters that would make another word of its first or last one.
    """

    def __init__(self, term: Term, spelling: str) -> None:
        self.term, self.zh = term, term.zh
        self.unless = tuple(_contexts(spelling, term.unless)) if term.unless else ()
        self.before, self.behind = _NEVER_BEFORE.get(spelling[0], ""), _NEVER_BEHIND.get(spelling[-1], "")
        self.bound = bool(self.unless or self.before or self.behind)

    @cached_property
    def renderings(self) -> tuple[Pattern, ...]:
        """What may stand for the term, in full or for short."""
        return patterns_of(self.term)

    def excluded(self, text: str, start: int, end: int) -> bool:
        """Whether the term at `[start, end)` stands in one of the contexts, or across the border of a word."""
        if (start and text[start - 1] in self.before) or (end < len(text) and text[end] in self.behind):
            return True
        return any(start >= at and text.startswith(context, start - at) for context, at in self.unless)


class TermFinder:
    """Finds the terms of a glossary in Chinese text, the longest first.

    Terms are keyed by their first two characters and tried by length.  With 10,000 terms,
    100,000 occurrences in 2 MB took 0.6 s, three times a loop that knows neither overlaps
    nor contexts (which need every match, not only the first).
    """

    def __init__(self, terms: Sequence[Term]) -> None:
        self.terms = tuple(terms)
        self.by_spelling: dict[str, Term] = {}
        for term in terms:
            written = spellings(term.zh)
            if self.by_spelling.keys().isdisjoint(written):
                for spelling in written:
                    self.by_spelling[spelling] = term
        lengths: dict[str, set[int]] = {}
        for head, length in {(spelling[:2], len(spelling)) for spelling in self.by_spelling}:  # few: most are alike
            lengths.setdefault(head, set()).add(length)
        # What there is to know of a term that a text has: most of the others never come.
        self._entry = cache(lambda spelling: Entry(self.by_spelling[spelling], spelling))
        bound = (self._entry(spelling) for spelling, term in self.by_spelling.items() if term.unless)
        letters = set().union(*self.by_spelling, *(context for entry in bound for context, _ in entry.unless))
        for head, found in lengths.items():
            if head[0] in lengths:  # a term of one character
                found.add(1)
        self._lengths = {head: tuple(sorted(found, reverse=True)) for head, found in lengths.items()}
        self._heads = _heads(lengths)
        self.met = lru_cache(_AT_HAND)(self._met)
        self._fold = {code: to for code, to in _FOLD.items() if to in letters}

    def find(self, text: str) -> list[tuple[int, int, Term]]:
        """`(start, end, term)` of every occurrence, in order; where terms overlap the longest stands."""
        return [(start, end, entry.term) for start, end, entry in self.met(text)]

    def _met(self, text: str) -> list[tuple[int, int, Entry]]:
        matches = self._matches(text.translate(self._fold) if self._fold else text)
        if _HAS_MARKS.search(text) and (across := list(self._across(text))):
            matches = sorted(matches + across, key=itemgetter(0))
        reach = 0
        for start, end, _ in matches:
            if start < reach:
                return _apart(matches)
            reach = end
        return matches

    def _across(self, text: str) -> Iterator[tuple[int, int, Entry]]:
        """The occurrences with quotation marks or spaces inside, which the glossary has elsewhere or not at all."""
        kept = [at for at, char in enumerate(text) if ord(char) not in _BARE]
        for start, end, entry in self._matches(text.translate(_BARE).translate(self._fold)):
            first, last = kept[start], kept[end - 1] + 1
            if last - first > end - start and (whole := _whole(text, first, last)):
                yield *whole, entry

    def _matches(self, text: str) -> list[tuple[int, int, Entry]]:
        """Every occurrence of every term, by start."""
        found: list[tuple[int, int, Entry]] = []
        lengths, terms = self._lengths, self.by_spelling
        for match in self._heads.finditer(text):
            start = match.start()
            head = text[start : start + 2]
            for length in lengths.get(head) or lengths.get(head[0], ()):
                end = start + length
                spelling = text[start:end]
                if spelling in terms and end <= len(text):
                    entry = self._entry(spelling)
                    if not (entry.bound and entry.excluded(text, start, end)):
                        found.append((start, end, entry))
        return found


def _heads(heads: Collection[str]) -> re.Pattern[str]:
    """Finds the places where one of some heads may begin: told by its first character and by its second, if any."""
    pairs, singles = [head for head in heads if len(head) > 1], _one_of([head for head in heads if len(head) == 1])
    firsts, seconds = _one_of([head[0] for head in heads]), _one_of([head[1] for head in pairs])
    return lazy_regex(f"{firsts}(?:(?={seconds})|(?<={singles}))")


def _one_of(chars: Collection[str]) -> str:
    """The expression for one of some characters."""
    return f"[{''.join(map(re.escape, sorted(set(chars))))}]" if chars else "(?!)"


def variants(char: str) -> str:
    """The characters that are compared as one, itself among them."""
    return char + "".join(chr(code) for code, to in _FOLD.items() if to == char)


def folded(text: str) -> str:
    """Chinese as it is compared: in one width, with one kind of quotation marks, as long as it was."""
    return text.translate(_FOLD)


def spellings(zh: str) -> tuple[str, ...]:
    """A term as texts are compared with it: as it is, and without the marks inside it, if it has any."""
    if _CHARACTERS.fullmatch(zh):
        return (zh,)
    if zh and not _HAS_MARKS.search(zh):
        return (folded(zh),)
    bare = "" if _WRAPPED.fullmatch(zh) else folded(zh.translate(_BARE))
    return tuple(filter(None, dict.fromkeys((folded(zh), bare))))


def _whole(text: str, start: int, end: int) -> tuple[int, int] | None:
    """A stretch with marks inside, and with the other half of a quotation that it begins or ends with.

    None where the marks part it: half of a longer quotation, or a space where two short words could meet by chance.
    """
    inside, before, behind = text[start:end], text[start - 1 : start], text[end : end + 1]
    opened = closed = 0  # quotations that end behind the stretch, or began before it
    for char in inside:
        if char in _OPENS:
            opened += 1
        elif char in _CLOSES:
            closed, opened = closed + (not opened), max(0, opened - 1)
    if sum(char in _STRAIGHTS for char in inside) % 2:
        closed, opened = closed + (before in _STRAIGHTS), opened + (before not in _STRAIGHTS)
    split = (closed and before not in _OPENS | _STRAIGHTS) or (opened and behind not in _CLOSES | _STRAIGHTS)
    by_chance = len(inside) <= _SURE and _SPACED_CHINESE.search(inside)
    return None if split or by_chance or max(opened, closed) > 1 else (start - closed, end + opened)


def _contexts(zh: str, unless: Sequence[str]) -> Iterator[tuple[str, int]]:
    """Each context with each offset at which it has the term."""
    for context in dict.fromkeys(spelling for written in unless for spelling in spellings(written)):
        at = context.find(zh)
        while at >= 0:
            yield context, at
            at = context.find(zh, at + 1)


def _apart(matches: list[tuple[int, int, Entry]]) -> list[tuple[int, int, Entry]]:
    """Of matches in their order those that stand where they overlap."""
    found: list[tuple[int, int, Entry]] = []
    group: list[tuple[int, int, Entry]] = []
    reach = 0
    for match in matches:
        if match[0] >= reach:
            found += _longest(group)
            group = []
        group.append(match)
        reach = max(reach, match[1])
    return found + _longest(group)


def _longest(group: list[tuple[int, int, Entry]]) -> list[tuple[int, int, Entry]]:
    """Of matches that overlap one another in a row, the longest, then what still fits beside it."""
    if len(group) < 2:
        return group
    taken: set[int] = set()
    kept = []
    for match in sorted(group, key=lambda m: (m[0] - m[1], m[0])):
        if match[0] not in taken and match[1] - 1 not in taken:  # longer ones came first: they cover an end or nothing
            taken.update(range(match[0], match[1]))
            kept.append(match)
    return sorted(kept, key=lambda m: m[0])


def official_patterns(term: Term) -> tuple[Pattern, ...]:
    """What may stand for a term in full: official, admitted and irregular renderings."""
    return _patterns(term.en, term.also, term.forms, term.case, term.kind == "body")


@lru_cache(32_768)
def _patterns(en: str, also: tuple[str, ...], forms: tuple[str, ...], case: str, is_body: bool) -> tuple[Pattern, ...]:
    """Where “the museum” is admitted for a body, “the Railway Museum” is another."""
    texts = dict.fromkeys((en, *also, *(_with_form(en, form) for form in forms)))
    return tuple(pattern(text, case, definite=is_body) for text in texts if text)


def patterns_of(term: Term) -> tuple[Pattern, ...]:
    """What may stand for a term, in full or, after it was named so, for short."""
    short = (pattern(term.short, term.case, definite=True),) if term.short else ()
    return (*official_patterns(term), *short)


def avoided_patterns(term: Term) -> tuple[tuple[Avoided, Pattern], ...]:
    """The renderings of a term not to be used, in any capitals unless it is the capitals that are wrong."""
    right = {rendering.casefold() for rendering in (term.en, *term.also)}
    return tuple(
        (avoided, pattern(avoided.en, "exact" if avoided.en.casefold() in right else "free")) for avoided in term.avoid
    )


def _with_form(rendering: str, form: str) -> str:
    """A rendering with an irregular form in it: "criteria" for "Criterion" in "Quality Criterion".

    A form as long as the rendering is one itself.  A shorter one takes the place of the word
    that begins most like it, the last of several.
    """
    words, parts = rendering.split(), form.split()
    if len(parts) >= len(words):
        return form
    starts = range(len(words) - len(parts), -1, -1)
    at = max(starts, key=lambda i: _common_prefix(" ".join(words[i : i + len(parts)]), form))
    return " ".join((*words[:at], *parts, *words[at + len(parts) :]))


def _common_prefix(left: str, right: str) -> int:
    pairs = zip(left.casefold(), right.casefold(), strict=False)
    return next((i for i, (a, b) in enumerate(pairs) if a != b), min(len(left), len(right)))
