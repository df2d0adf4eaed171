"""Front matter: the lines between `---` and `---` at the top of a file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from yubei_pub import strict_yaml
from yubei_pub.findings import Finding, Fix, Message, Place, Severity, YubeiError
from yubei_pub.patterns import lazy_regex
from yubei_pub.records import is_day, nearest
from yubei_pub.remembered import Json, Remembered
from yubei_pub.strict_yaml import Mapping, Node, Scalar, Sequence
from yubei_pub.trace import Edit, Source

RULE = "markup"

# What may stand there (FORMATS), with what it is for.  One table for both files: an editor who
# writes a key into the other one has made no mistake worth stopping at.
KEYS: dict[str, str] = {
    "date": "the day of the briefing, YYYY-MM-DD",
    "publisher": "who published the page",
    "url": "where the page stood",
    "rights": "the publisher's words about copyright, word for word",
    "script": "how the Chinese is simplified: t2s, tw2s or hk2s",
    "byline": "who wrote it, as the page says",
    "editors": "the page's editors",
    "source": "whom the page itself names as its source",
    "place": "where the briefing was held",
    "contact": "whom the press may ask",
    "language": "the English of en.md: en-US or en-GB",
    "translators": "who translated it",
    "status": "where the translation stands, in the editors' words",
}

LANGUAGES = ("en-US", "en-GB")

# Other words for the same, that no comparison of letters would lead to their key.
_SYNONYMS = {
    word: key
    for key, words in {
        "byline": "author authors by reporter 作者",
        "editors": "editor 编辑 編輯",
        "source": "origin 来源 來源",
        "url": "link address",
        "rights": "copyright",
        "language": "lang 语言 語言",
        "place": "location",
        "date": "日期",
        "translators": "译者 譯者",
    }.items()
    for word in words.split()
}

_OPEN, _CLOSE = r"---[ \t]*\r?\n", r"^---[ \t]*(?:\r?\n|\Z)"
_YAML = r"(?P<yaml>(?s:.*?))"
_BEGINS = r"(?=[ \t]*[A-Za-z_]+[ \t]*[:：])"
_OURS = rf"(?:(?:{'|'.join(KEYS)})[ \t]*[:：][^\n]*\n)+"
_FENCED = lazy_regex(rf"\ufeff?{_OPEN}{_YAML}{_CLOSE}", re.MULTILINE)
_LOW = lazy_regex(rf"\ufeff?(?P<above>\s*\n){_OPEN}{_BEGINS}{_YAML}{_CLOSE}", re.MULTILINE)  # below empty lines
_DASHES = r"(?:[-—–－]{2,6}|[—–－])"  # what Word and keyboards in Chinese mode make of three hyphens
_DASHED = lazy_regex(
    rf"\ufeff?(?P<above>{_DASHES})[ \t]*\r?\n{_BEGINS}{_YAML}^(?P<below>{_DASHES})[ \t]*(?:\r?\n|\Z)", re.MULTILINE
)
_OPENED = lazy_regex(  # without an end: what stands above the first empty line or heading
    rf"\ufeff?{_OPEN}{_BEGINS}(?P<yaml>(?:(?!\.{{3}}\s)[ \t]*[^\s#][^\n]*(?:\n|\Z))+)(?:\.{{3}}[ \t]*\r?\n)?"
)
_BARE = lazy_regex(rf"\ufeff?(?P<above>)(?P<yaml>{_OURS}){_CLOSE}", re.MULTILINE)  # ours from the first line on
# What does not stand as it should, what is said of it, and what its groups are where the fix types it.
_UNFENCED: tuple[tuple[re.Pattern[str], str, dict[str, str]], ...] = (
    (_LOW, "The front matter belongs on the first line of the file. Delete the empty lines above it.", {"above": ""}),
    (
        _DASHED,
        "The front matter stands between two lines of three hyphens. It was read as it was meant; the fix types them.",
        {"above": "---", "below": "---"},
    ),
    (_OPENED, "The front matter begins here but does not end. Put a line of three hyphens (---) below it.", {}),
    (
        _BARE,
        "The front matter begins with a line of three hyphens (---). It was read as it was meant; the fix types it.",
        {"above": "---\n"},
    ),
)
_AGAIN = lazy_regex(rf"\s*^(?P<again>{_OPEN}{_OURS}---)[ \t]*(?:\r?\n|\Z)", re.MULTILINE)
_WIDE = lazy_regex(r"(?P<key>[A-Za-z_]+)(?P<colon>[ \t]*：[ \t　]*)")
_ENTRY = lazy_regex(r"^[^\s#].*(?:\n(?:[ \t].*)?)*", re.MULTILINE)


class Front(NamedTuple):
    """The values by key, what is odd, the offset at which the text begins, and where the values stand."""

    values: dict[str, str]
    findings: list[Finding]
    end: int
    places: dict[str, Place]


def read(source: Source, remembered: Remembered) -> Front:
    """The front matter of a file; where it cannot be read, a finding says so, and it is what can.

    `remembered` has what it said, if nothing in it was odd.
    """
    front = _first(source, remembered)
    if (again := _AGAIN.match(source.text, front.end)) is None:
        return front
    words = "This is a second front matter, and only the first is read. Take over what is new in it, and delete it."
    odd = _finding(Place(source, *again.span("again")), Message(words))
    return front._replace(findings=[*front.findings, odd], end=again.end())


def _first(source: Source, remembered: Remembered) -> Front:
    match = _FENCED.match(source.text)
    if match is None:
        return _unfenced(source)

    def make() -> Json:
        front = _parsed(source, match)
        places = {key: [place.start, place.end] for key, place in front.places.items()}
        return None if front.findings else [front.values, places]

    known = remembered(f"front matter\n{match[0]}", make)
    if known is None:
        return _parsed(source, match)
    values, places = known
    return Front(values, [], match.end(), {key: Place(source, *place) for key, place in places.items()})


def _unfenced(source: Source) -> Front:
    """What there is of a front matter that does not stand as it should, with what is wrong with it first."""
    for pattern, words, meant in _UNFENCED:
        if match := pattern.match(source.text):
            texts = ((group, text.replace("\n", source.newline)) for group, text in meant.items())
            edits = [Edit(*match.span(group), text, RULE) for group, text in texts if match[group] != text]
            wrong = _mended(source, Message(words), *edits) if edits else _finding(Place(source, 0, 3), Message(words))
            front = _parsed(source, match)
            return front._replace(findings=[wrong, *front.findings])
    return Front({}, [], 0, {})


def _parsed(source: Source, match: re.Match[str]) -> Front:
    wrong: list[Finding] = []
    try:
        node = strict_yaml.parse(source, match.start("yaml"), match.end("yaml"))
    except YubeiError as error:
        entries, slips = _readable(source, match)
        place = error.place or Place(source, match.start("yaml"), match.end("yaml"))
        wrong += slips or [_finding(place, error.message)]
    else:
        if node is not None and not isinstance(node, Mapping):
            words = "The front matter is a list of entries like “date: 2024-07-10”, one a line."
            return Front({}, [_finding(node.place, Message(words))], match.end(), {})
        entries = [*node.entries] if node else []
    values = {key.value: text for key, value in entries if (text := _text(value)) is not None}
    wrong += (finding for key, value in entries for finding in _odd(key, value))
    return Front(values, wrong, match.end(), {key.value: value.place for key, value in entries})


def _readable(source: Source, match: re.Match[str]) -> tuple[list[tuple[Scalar, Node]], list[Finding]]:
    """The entries that can be read where one cannot, no key twice, and what is wrong with the others."""
    found, slips = dict[str, tuple[Scalar, Node]](), list[Finding]()
    for piece in _ENTRY.finditer(source.text, *match.span("yaml")):
        start, end = piece.span()
        wide = _WIDE.match(source.text, start, end)
        try:
            if wide:
                slips.append(_wide_colon(source, wide))
                node, value = (strict_yaml.parse(source, *span) for span in (wide.span("key"), (wide.end(), end)))
                entries = [(node, value)] if isinstance(node, Scalar) and value else []
            else:
                node = strict_yaml.parse(source, start, end)
                entries = [*node.entries] if isinstance(node, Mapping) else []
        except YubeiError as error:
            slips.append(_finding(error.place or Place(source, start, end), error.message))
            continue
        for key, value in entries:
            found.setdefault(key.value, (key, value))
    return [*found.values()], slips


def _wide_colon(source: Source, match: re.Match[str]) -> Finding:
    words = "The colon behind “{key}” is full-width. It was read as it was meant; the fix types it so."
    return _mended(source, Message(words, key=match["key"]), Edit(*match.span("colon"), ": ", RULE))


def _text(node: Node) -> str | None:
    """A value as text without the blanks around it, a list joined by commas; None for anything deeper."""
    items = node.items if isinstance(node, Sequence) else (node,)
    texts = [item.value.strip() for item in items if isinstance(item, Scalar)]
    return ", ".join(texts) if len(texts) == len(items) else None


def _odd(key: Scalar, value: Node) -> Iterator[Finding]:
    if key.value not in KEYS:
        near = _SYNONYMS.get(key.value.lower()) or nearest(key.value, KEYS)
        hint = "did you mean “{near}”?" if near else "the keys are {known}."
        words = "There is no key “{key}” in the front matter; " + hint
        yield _finding(key.place, Message(words, key=key.value, near=near, known=", ".join(KEYS)), Severity.WARNING)
    if text := _text(value):
        yield from _odd_value(key.value, text, value.place)
    elif text is None:
        words = "“{key}” is one text or a list of texts, not more entries. Write it on one line."
        yield _finding(value.place, Message(words, key=key.value))


def _odd_value(key: str, text: str, place: Place) -> Iterator[Finding]:
    """A date that is none, and an English that nobody writes."""
    if key == "date" and not is_day(text):
        yield _finding(place, Message("“{value}” is no day; write it like 2024-07-10", value=text), Severity.WARNING)
    if key == "language" and text not in LANGUAGES:
        words = "the language of en.md is one of {known}, not “{value}”"
        yield _finding(place, Message(words, known=", ".join(LANGUAGES), value=text), Severity.WARNING)


def _finding(place: Place, message: Message, severity: Severity = Severity.ERROR) -> Finding:
    return Finding(RULE, severity, place, message)


def _mended(source: Source, message: Message, *edits: Edit) -> Finding:
    """A warning at the first of some edits, with all of them as its fix."""
    start, end = edits[0].start, max(edits[0].end, edits[0].start + 1)
    return Finding(RULE, Severity.WARNING, Place(source, start, end), message, fix=Fix(edits, certain=True))
