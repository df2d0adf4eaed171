"""A page's lines, each with what it is taken for."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from enum import Enum
from typing import NamedTuple

from yubei_pub.findings import Finding, Message, Place, Severity
from yubei_pub.layout import NO_LAYOUT, Layout, Part, PartKind
from yubei_pub.outline import cues
from yubei_pub.patterns import lazy_regex
from yubei_pub.trace import TracedText

RULE = "outline"
SHORT_NAME = 10  # characters
LONG = 45  # characters; no heading of the pages seen has more than 30, no paragraph fewer than 50


class Kind(Enum):
    """What a line is by its own words."""

    TEXT = "text"
    FILE = "file"
    FIELDS = "fields"
    NOTICE = "notice"
    BREADCRUMBS = "breadcrumbs"
    FURNITURE = "furniture"
    RELATED = "related"


# What nobody would take for a heading, whatever its words.
_PARTS_OF_TEXT = (PartKind.ITEM, PartKind.ROW, PartKind.CAPTION, PartKind.QUOTATION)
_PLAIN = (PartKind.TEXT, PartKind.PARAGRAPH)


@dataclass(frozen=True)
class Line:
    """A line that is not blank, without the space around it; `part` is what the page's format says of it."""

    text: TracedText
    kind: Kind
    reason: str = ""
    part: Part | None = None

    @property
    def words(self) -> str:
        return self.text.text

    @property
    def place(self) -> Place:
        return Place.of(self.text)

    def is_part(self, *kinds: PartKind) -> bool:
        """Whether the page's format says it is one of these."""
        return self.part is not None and self.part.kind in kinds

    @property
    def is_caption(self) -> bool:
        return self.is_part(PartKind.CAPTION)

    @property
    def is_plain(self) -> bool:
        """Whether the page's format says no more of it than that it is text."""
        return self.part is None or self.is_part(*_PLAIN)

    @property
    def heading(self) -> int:
        """The level that the page's format gives a heading, 0 for all else."""
        return self.part.level if self.part and self.is_part(PartKind.HEADING) else 0

    @property
    def is_sentence(self) -> bool:
        """Text that nobody would take for a heading."""
        long = len(self.words) > LONG or "。" in self.words
        return long or self.is_part(*_PARTS_OF_TEXT) or bool(cues.SENTENCE_END.search(self.words))

    @property
    def has_credit(self) -> bool:
        return len(self.words) <= 90 and bool(cues.CREDIT.search(self.words) or cues.CAPTION.search(self.words))

    @property
    def is_content(self) -> bool:
        return self.kind in (Kind.TEXT, Kind.FILE)


class Away(NamedTuple):
    """A line of the page that is no text: where it stands, and why it is none."""

    place: Place
    words: str
    reason: str


@dataclass
class Notes:
    """What is said about a page on the way: doubts, lines left out, and lines moved to the front matter."""

    findings: list[Finding] = field(default_factory=list)
    dropped: list[Away] = field(default_factory=list)
    moved: list[Away] = field(default_factory=list)

    def doubt(self, place: Place, words: str, severity: Severity = Severity.WARNING, **args: object) -> None:
        self.findings.append(Finding(RULE, severity, place, Message(words, **args)))

    def drop(self, line: Line, reason: str) -> None:
        self.dropped.append(Away(line.place, line.words, reason))

    def move(self, line: Line, keys: Iterable[str]) -> None:
        reason = f"moved to the front matter ({', '.join(dict.fromkeys(keys))})"
        self.moved.append(Away(line.place, line.words, reason))


def lines(page: TracedText, layout: Layout = NO_LAYOUT) -> Iterator[Line]:
    """The lines of a page that are not blank."""
    notice = ""  # the line above, where it is a notice around the article
    for match in re.finditer(r"[^\r\n]+", page.text):
        text = page[match.start() : match.end()]
        words = text.text.rstrip()
        if not words.strip("\ufeff\u200b \t\u3000\xa0"):
            continue
        part = layout.at(text.origin(len(words) - 1))
        row = (part and part.kind is PartKind.ROW) or "\t" in text.text.strip()
        text = text if row else text.strip()  # an empty cell is a tab
        kind, reason = _kind_in(part, text.text if part else text.text.strip(), notice)
        notice = text.text if kind is Kind.NOTICE else ""
        yield Line(text, kind, reason, part)


def _kind_in(part: Part | None, words: str, notice: str) -> tuple[Kind, str]:
    """What a line is, with what the page's format says of it."""
    if part is None or part.kind in _PLAIN:
        return _kind(words)
    if part.kind is PartKind.PICTURE:
        return Kind.FILE, ""
    if part.kind is PartKind.OUTSIDE:
        kind, reason = _kind(words)
        if notice and cues.SENTENCE_END.search(words) and continues(notice, words):
            return Kind.NOTICE, ""
        return (kind, "") if kind in (Kind.FIELDS, Kind.NOTICE) else (Kind.FURNITURE, reason or "around the article")
    headed = part.kind is PartKind.HEADING and (cues.RELATED.search(words) or cues.PRESS_RELEASE.search(words))
    return _kind(words) if headed else (Kind.TEXT, "")


def continues(notice: str, words: str) -> bool:
    """Whether a sentence below a notice belongs to it: that was a heading only, or the sentence speaks like one."""
    headed = len(notice) <= 12 and "所有" not in notice  # 版权所有 某某网 says all
    return headed or bool(cues.NOTICE_GOES_ON.search(words))


def _kind(words: str) -> tuple[Kind, str]:
    """What a line is, and why it is left out if it is."""
    if cues.SIGNS.fullmatch(words):
        return Kind.FURNITURE, "a line of signs"
    if sure := next((kind for kind, meets in _SURE if meets(words)), None):
        return sure, ""
    if len(words) > 120 or cues.SENTENCE_END.search(words):
        return Kind.TEXT, ""
    if cues.BREADCRUMBS.search(words):
        return Kind.BREADCRUMBS, "breadcrumbs"
    if cues.RELATED.search(words):
        return Kind.RELATED, "links to other pages"
    furniture = next((reason for reason, pattern in cues.FURNITURE.items() if pattern.search(words)), "")
    return (Kind.FURNITURE, furniture) if furniture else (Kind.TEXT, "")


def _labels(*keys: str) -> str:
    return "|".join(f"(?P<{key or 'other'}>{'|'.join(cues.LABELS[key])})" for key in keys)


_LABEL = lazy_regex(rf"(?:^|(?<=[\s\d|｜丨/／;；(（\[【,，、]))(?:{_labels(*cues.LABELS)})\s*[：:／/丨｜|．]\s*")
# What a page sets apart by its style alone: 作者：林静来源：宣传科发布时间：2024-07-03
_GLUED = lazy_regex(
    r"(?<=[\u4e00-\u9fff\d])(?<!信息|文章|新[聞闻]|本文|稿件|[責责]任|[網网][絡络]|[發发更出編编][布佈表新版文輯辑])(?=(?:(?:信息|文章|新[聞闻]|本文|稿件)?[來来]源"
    r"|(?:[發发][布佈])?日期|[發发][布佈][時时][間间]|作者|(?:[責责]任)?[編编][輯辑]|(?:[點点][擊击]|[瀏浏][覽览]|[閱阅][讀读])(?:量|率|次?[數数])?)\s*[：:])"
)
_NAME = r"(?!\w*[報报]道)(?:[\u4e00-\u9fff·]{2,4}|[\u4e00-\u9fff][ \u3000][\u4e00-\u9fff])"
_LABEL_AND_NAMES = lazy_regex(
    rf"[（(【\[□■◎]?\s*(?=\S+\s+(?P<names>{_NAME}(?:[\s、]+{_NAME}){{0,3}})(?:\s+\w{{2,6}}[報报]道)?\s*[）)】\]]?$)"
    rf"(?:{_labels('byline', 'editors')})\s.*"
)
# 新华社记者郑明、王立
_SIGNED = lazy_regex(rf"(?:{cues.LABELS['byline'][0]})(?P<names>{_NAME}(?:[、，]{_NAME}){{1,5}})")
_WITHOUT_COLON = lazy_regex(rf"(?<=\s)({'|'.join(cues.LABELS['byline'][:2])})\s+(?={_NAME}(?:\s|$))")  # behind a source
_SPEECH = lazy_regex(r"[？?！!…]")  # 記者：請問……？ is an interview
_PAGE = lazy_regex(r"(?<=\s)[A-Z]?\d{1,3}\s?版?$")  # of a newspaper
_AROUND = " \t\u3000\xa0|｜丨/／;；()（）[]【】,，、-—·"


def fields(words: str) -> list[tuple[str, str]]:
    """The labelled values of a line that consists of nothing else, as (key, value); a bare date is a "date"."""
    credited = cues.CREDIT.search(words) and len(_LABEL.findall(words)) < 2  # 作者｜某某 圖｜某某提供 is none
    if len(words) > 160 or credited or "。" in words:
        return []
    if printed := cues.PRINTED.fullmatch(words):
        return [("source", printed["name"]), ("date", printed[0])]
    words = _GLUED.sub(" ", words)
    if _LABEL.search(words):
        words = _WITHOUT_COLON.sub(r"\1：", words)
    labels = list(_LABEL.finditer(words))
    ends = [*(match.start() for match in labels), len(words)][1:]
    found = [_field(match, words[match.start() : end]) for match, end in zip(labels, ends, strict=True)]
    before = words[: labels[0].start()] if labels else words
    if date := cues.DATE.search(before):
        found.insert(0, ("date", date[0]))
        before = before[: date.start()] + before[date.end() :]
    rest = cues.BESIDE.sub("", cues.TIME.sub("", before)).strip(_AROUND)
    if names := _names(rest):
        return [*found, *names]
    if len(words) <= LONG and cues.PUBLISHED.search(words):
        publisher = cues.PUBLISHER.search(rest)
        found += [("source", publisher[0])] if publisher else []
        rest = ""
    if rest or any(len(value) > 60 or _SPEECH.search(value) for _, value in found):
        return []
    return found


def is_dateline(words: str) -> bool:
    """Whether a line is a day and a name or two: below a title, when and by whom it was published."""
    date = cues.DATE.search(words)
    rest = _PAGE.sub("", cues.TIME.sub("", words.replace(date[0], ""))).strip(_AROUND) if date else ""
    named = len(rest) <= SHORT_NAME and not cues.NO_NAME.search(words)
    return bool(date) and named and not cues.LASTS.search(words)


def _field(label: re.Match[str], words: str) -> tuple[str, str]:
    """Its key and value; a notice is kept word for word."""
    key = label.lastgroup or ""
    value = words if key == "rights" else cues.BESIDE.sub("", words[len(label[0]) :])
    value = value.strip(_AROUND)
    closed = "".join(b for a, b in ("（）", "()") if value.count(a) > value.count(b))  # 南方某报（广州）
    return key if key != "other" else "", value + closed


def _names(words: str) -> list[tuple[str, str]]:
    """A label and names with a space between them, （編輯 張某）, or several names."""
    match = _LABEL_AND_NAMES.fullmatch(words) or _SIGNED.fullmatch(words)
    return [("editors" if match.groupdict().get("editors") else "byline", match["names"])] if match else []


_SURE: tuple[tuple[Kind, Callable[[str], object]], ...] = (
    (Kind.FILE, cues.FILE_NAME.fullmatch),
    (Kind.NOTICE, cues.NOTICE.search),
    (Kind.FIELDS, fields),
)
