"""Markup as it was meant: keyboards in Chinese mode type `＃`, `！［］（）`, `｛#id｝`, `：` and U+3000,
or a pasted heading has U+00A0.

Everything here is done to the text before Markdown is parsed, as edits of rule "markup"
that the findings offer as fixes: what the program understood is what the fix writes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial
from typing import NamedTuple, TypeAlias

from yubei_pub.findings import Finding, Fix, Message, Place, Severity
from yubei_pub.patterns import lazy_regex
from yubei_pub.repairs import newlines
from yubei_pub.trace import Edit, Source, TracedText

RULE = "markup"

# ASCII for the full-width characters that have a meaning in Markdown.
_ASCII = str.maketrans("＃！［］（）｛｝＜＞：　\xa0", "#![](){}<>:  ")


Slip: TypeAlias = tuple[list[Edit], str]  # what makes it what was meant, and what the editor is told


class Habit(NamedTuple):
    """A pattern for one line, what the editor is told, and other edits than that its groups a, b and c become ASCII."""

    pattern: re.Pattern[str]
    words: str
    edit: Callable[[re.Match[str]], Iterator[tuple[int, int, str]]] | None = None


def _space_behind(match: re.Match[str]) -> Iterator[tuple[int, int, str]]:
    yield match.end("a"), match.end("a"), " "


def _in_angles(match: re.Match[str]) -> Iterator[tuple[int, int, str]]:
    yield match.start("path"), match.start("path"), "<"
    yield match.end("path"), match.end("path"), ">"


def _slashes(match: re.Match[str]) -> Iterator[tuple[int, int, str]]:
    for slash in re.finditer(r"\\(?=[^\W_])", match["path"]):
        yield match.start("path") + slash.start(), match.start("path") + slash.end(), "/"


def _id(match: re.Match[str]) -> Iterator[tuple[int, int, str]]:
    yield *match.span("at"), f"{{#{match['id'] or match['bare'] or match['round']}}}"


def _directive(match: re.Match[str]) -> Iterator[tuple[int, int, str]]:
    for group, new in (("opens", "<!-- yubei: "), ("closes", " -->")):
        if not match[group].isascii() or match[group] != match[group].lower():
            yield *match.span(group), new
    if (first := match["words"][:1]).isupper():  # as a telephone begins a line: Yubei: Ignore
        yield match.start("words"), match.start("words") + 1, first.lower()
    for inner in re.finditer(r"：[ 　]*|　+", match["words"]):
        at = match.start("words")
        yield at + inner.start(), at + inner.end(), ": " if "：" in inner[0] else " "


def _comment(match: re.Match[str]) -> Iterator[tuple[int, int, str]]:
    yield *match.span("opens"), "<!--"
    yield *match.span("closes"), "-->"


_CAPITAL = r"(?i:yubei)(?=\s*[:：]\s*(?i:ignore|zh)\b)"  # but <!-- Yubei: a district --> is a remark
_OPENS, _CLOSES = r"[<＜][!！](?:--|[—–]{1,2}|－－)", r"(?:--|[—–]{1,2}|－－)[>＞]"
# Tried in this order on every line outside code; all that match are applied, the earlier ones first.
HABITS: tuple[Habit, ...] = (
    Habit(
        # → is what Word makes of -->
        lazy_regex(
            rf"^\s*(?P<opens>{_OPENS}\s*(?:yubei|{_CAPITAL})\s*[:：]\s*)(?P<words>.*?)(?P<closes>\s{{0,9}}(?:{_CLOSES}|→))\s*$"
        ),
        "This directive is not typed in ordinary characters.",
        _directive,
    ),
    Habit(
        lazy_regex(rf"(?P<opens>{_OPENS})(?!\s*yubei).{{0,2000}}?(?P<closes>{_CLOSES})"),
        "This comment is not typed in ordinary characters.",
        _comment,
    ),
    Habit(
        lazy_regex(r"^[ \t　]*(?P<a>[#＃]{1,6}[ ]*[　\xa0][ 　\xa0]*)(?=\S)"),
        "The space behind the # of a heading is a full-width or no-break one.",
    ),
    Habit(lazy_regex(r"^[ \t　]*(?P<a>[＃#]{1,6})(?= )"), "The ＃ of a heading is full-width."),
    Habit(
        lazy_regex(r"^[ \t　]*(?P<a>[＃#]{2,6})(?=[^\s#＃])"),
        "There is no space behind the # of a heading.",
        _space_behind,
    ),
    Habit(lazy_regex(r"^(?P<a>[ \t]*　[ \t　]*)(?=#{1,6} )"), "The space before a heading is full-width."),
    Habit(
        lazy_regex(r"^[ \t]*#{1,6} .*?(?P<a>[{｛][#＃])(?P<id>[^\s{}｛｝#＃]+)(?P<b>[}｝])[ \t　]*$"),
        "The id of this heading is typed in full-width characters.",
    ),
    Habit(
        lazy_regex(
            r"^[ \t]*#{1,6} .*?(?P<at>\{[ ]*[“”\"]?(?:#[ ]*(?P<id>[\w-]+)|(?P<bare>s\d+(?:-\d+)*))[“”\"]?[ ]*\}|"
            r"[(（\[［【]#(?P<round>s\d+(?:-\d+)*)[)）\]］】])[ \t　]*$"
        ),
        "The id of this heading is not typed like {{#s1}}.",
        _id,
    ),
    Habit(
        lazy_regex(
            r"^[ \t　]*(?P<a>[!！][\[［])(?P<text>.*)(?P<b>[\]］][(（])(?P<path>[^\]］]*?)(?P<c>[)）])[ \t　]*$"
        ),
        "This picture is typed in full-width characters.",
    ),
    Habit(
        lazy_regex(r"^[ \t　]*!\[.*\]\(<?(?P<path>[^()<>]*\\[^\W_][^()<>]*)>?\)[ \t　]*$"),
        "Between a folder and a picture in it stands /, not \\.",
        _slashes,
    ),
    Habit(
        lazy_regex(r"^[ \t　]*!\[.*\]\((?P<path>[^\s()\"'<>]+(?:[ 　]+[^\s()\"'<>]+)+)\)[ \t　]*$"),
        "A picture's path with spaces in it stands in < >.",
        _in_angles,
    ),
    Habit(
        lazy_regex(
            r"(?P<a>[\[［])[^\[\]［］]{1,300}(?P<b>[\]］][(（])(?=https?://|mailto:)[^\s()（）]{1,2000}(?P<c>[)）])"
        ),
        "This link is typed in full-width characters.",
    ),
    Habit(
        lazy_regex(r"(?P<a>[\[［])\^[^\s\[\]［］]{1,40}(?P<b>[\]］])"),
        "This footnote is typed in full-width characters.",
    ),
    Habit(lazy_regex(r"^\[\^[^\s\[\]]{1,40}\](?P<a>：)"), "The colon behind a footnote's name is full-width."),
    Habit(
        lazy_regex(r"^[ \t]*(?:[-*+>]|\d{1,9}[.)])(?P<a>　[ 　]*)(?=\S)"),
        "The space behind the mark is full-width.",
    ),
)

_MARKS = lazy_regex(r"[＃！［］（＜＞：　]|^[ \t]*#|\]\(|(?i:yubei)|<!–|–>|<!—|—>")
_BREAK = lazy_regex(f"[{newlines.UNCOMMON}]+")
_OF_ONE_LINE = lazy_regex(r"[ \t]*[#＃|]")  # a heading, a row of a table
_CONTROLS = lazy_regex("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]+")
_FENCE = lazy_regex(r"^[ \t]{0,3}(?P<fence>`{3,}|~{3,})")
_BLANK = lazy_regex(r"^(?=[^\n]*[^ \t\n])[^\S\n]+$", re.MULTILINE)
_AS_MEANT = " It was read as it was meant; the fix types it so."
_CONTROL_WORDS = "There are invisible control characters here (U+{code}). They were left out; the fix deletes them."
_BREAK_WORDS = {
    "\n": "There is a line break of another program here (U+{code}). It was read as one of ours; the fix types that.",
    " ": "There is a line break of another program here (U+{code}). It was read as a blank; the fix types that.",
}
_BLANK_WORDS = (
    "This line looks empty but holds full-width or other spaces, which would join two paragraphs. "
    "It was read as empty; the fix makes all such lines so."
)


def prepare(source: Source, start: int, end: int | None = None) -> tuple[TracedText, list[Finding]]:
    """The text of `[start, end)` with line ends of all kinds as \\n, no control characters, and markup as meant."""
    text = TracedText.of(source, start, end)
    text = text.edit(Edit(m.start(), m.end(), "\n", "markdown") for m in re.finditer(r"\r\n?", text.text))
    findings: list[Finding] = []
    slips: list[Callable[[str], Iterator[Slip]]] = [_breaks, _controls, _blanks]
    slips += (partial(_habits, habit) for habit in HABITS)
    for slip in slips:
        found = list(slip(text.text))
        findings += [_finding(text, edits, words) for edits, words in found]
        text = text.edit(edit for edits, _ in found for edit in edits)
    return text, findings


def _breaks(text: str) -> Iterator[Slip]:
    """The line breaks of other programs made ours."""
    for match in _BREAK.finditer(text) if any(char in text for char in newlines.UNCOMMON) else ():  # mostly none
        line = text[text.rfind("\n", 0, match.start()) + 1 : match.start()]
        new = " " if _OF_ONE_LINE.match(line) else "\n"
        yield [Edit(*match.span(), new, RULE)], _BREAK_WORDS[new]


def _controls(text: str) -> Iterator[Slip]:
    return (([Edit(*match.span(), "", RULE)], _CONTROL_WORDS) for match in _CONTROLS.finditer(text))


def _blanks(text: str) -> Iterator[Slip]:
    if blank := [Edit(*match.span(), "", RULE) for match in _BLANK.finditer(text)]:
        yield blank, _BLANK_WORDS


def _habits(habit: Habit, text: str) -> Iterator[Slip]:
    return ((edits, habit.words + _AS_MEANT) for edits in _met(habit, text))


def would_edit(text: str) -> list[int]:
    """Where `prepare` would change a text, for a writer that means it literally."""
    return [edit.start for habit in HABITS for edits in _met(habit, text) for edit in edits]


def _met(habit: Habit, text: str) -> Iterator[list[Edit]]:
    """For each match the edits that make it what was meant; matches that are in order give none."""
    at, fence = 0, ""
    for line in text.split("\n"):
        opened = _FENCE.match(line)
        if opened and (not fence or (line.strip() == opened["fence"] and opened["fence"].startswith(fence))):
            fence = "" if fence else opened["fence"]
        elif not fence and _MARKS.search(line):
            for match in habit.pattern.finditer(line):
                edits = [
                    Edit(at + start, at + end, new, RULE)
                    for start, end, new in sorted(_edits(habit, match))
                    if line[start:end] != new
                ]
                if edits:
                    yield edits
        at += len(line) + 1


def _edits(habit: Habit, match: re.Match[str]) -> Iterator[tuple[int, int, str]]:
    for group in match.re.groupindex.keys() & "abc":
        for i in range(*match.span(group)):
            yield i, i + 1, match.string[i].translate(_ASCII)
    if habit.edit:
        yield from habit.edit(match)


def _finding(text: TracedText, edits: list[Edit], words: str) -> Finding:
    """A warning at the first of some edits of a text, with all of them as its fix."""
    spans = [text.origin_span(edit.start, edit.end) for edit in edits]
    fix = Fix(tuple(Edit(a, b, e.replacement, RULE) for (a, b), e in zip(spans, edits, strict=True)), certain=True)
    message = Message(words, code="".join(f"{ord(char):04X}" for char in text.text[edits[0].start : edits[0].end][:1]))
    return Finding(RULE, Severity.WARNING, Place(text.source, spans[0][0], spans[-1][1]), message, fix=fix)
