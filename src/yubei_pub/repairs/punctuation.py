"""Half-width punctuation beside Chinese becomes full-width again.

Mirrors turn ，：；？！（） into their half-width forms, which look wrong in Chinese.  A mark goes back
to full width if a Chinese character or Chinese punctuation stands beside it; quotation marks
“”‘’ between the two are looked through.  Brackets go in pairs: with Chinese between them, or
beside them and no Latin letter between.

Bad:  `7月10日,重慶(第七場):打開APP,動手`
Good: `7月10日，重慶（第七場）：打開APP，動手`

Untouched: marks between digits (1,200; 10:30), in Latin text, English and pinyin in brackets,
乜(niè)家, web and mail addresses, file names, code, Markdown links and HTML entities.  A question
mark beside damage that is left over in its line stays too, since it may stand for lost bytes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from yubei_pub.repairs._table import SEAM
from yubei_pub.trace import Edit

_WIDE = {",": "，", ":": "：", ";": "；", "?": "？", "!": "！", "(": "（", ")": "）"}
_MARK = re.compile(r"[,:;?!()]")
_BRACKET = re.compile(r"[()（）]")
# Characters and the punctuation that only Chinese uses; the full-width forms of _WIDE are not
# among them, so that one widened mark does not pull the next one after it.
_CHINESE = re.compile("[\u3001-\u301f\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f]")
_LOST_BYTES = re.compile(r"\?[?？！!。]")

_ENDING = r"\.(?:jpe?g|png|gif|bmp|webp|svg|tiff?|pdf|docx?|xlsx?|pptx?|wps|zip|rar|mp3|mp4|html?)"
_FILE_NAME = re.compile(_ENDING + r"(?![A-Za-z0-9])", re.IGNORECASE)
_FILE_NAME_AT_END = re.compile(_ENDING + r"\s*$", re.IGNORECASE)
_LONGEST_NAME = 255  # the limit of common file systems
_NOT_IN_NAME = re.compile(r"[\s,:;?!，：；？！。、“”《》【】]")
_SENTENCE = re.compile("[,:;，：；。、]")  # a line with one of them is more than the name of a file
_TOKEN_HINT = re.compile(r"://|@|`|&|!\[|\]\(")
_TOKEN = re.compile(
    r"[A-Za-z]{2,8}://[!-~]*[A-Za-z0-9/=_&#%-]"  # web addresses, without punctuation behind them
    r"|[A-Za-z0-9_.+-]{1,64}@[A-Za-z0-9.-]+"  # mail addresses
    r"|`[^`\n]*`"  # code
    r"|!(?=\[)|\]\((?:[^()\n]|\([^()\n]*\))*\)"  # Markdown pictures and links
    r"|&#?[A-Za-z0-9]{1,31};"  # HTML entities
)


def edits(text: str) -> Iterator[Edit]:
    """Widen what stands beside Chinese, line by line."""
    at = 0
    while mark := _MARK.search(text, at):
        start = text.rfind("\n", at, mark.start()) + 1 or at
        end = text.find("\n", mark.start())
        end = len(text) if end < 0 else end
        for index in _to_widen(text[start:end]):
            yield Edit(start + index, start + index + 1, _WIDE[text[start + index]], "punctuation")
        at = end


def _to_widen(line: str) -> list[int]:
    """The offsets of the marks of a line that become full-width, in order."""
    if not _CHINESE.search(line):
        return []
    damaged = bool(_LOST_BYTES.search(line) or SEAM.search(line))
    kept = _protected(line)
    wide = [at for pair in _brackets(line) if kept.isdisjoint(pair) for at in pair if line[at] in "()"]
    for mark in _MARK.finditer(line):
        at = mark.start()
        if mark[0] not in "()" and at not in kept and not (damaged and mark[0] == "?") and _beside_chinese(line, at):
            wide.append(at)
    return sorted(wide)


def _beside_chinese(line: str, at: int) -> bool:
    """Whether Chinese stands before or after a mark, quotation marks and brackets around it looked through."""
    left, right = at - 1, at + 1
    while left >= 0 and line[left] in "”’)）":
        left -= 1
    while right < len(line) and line[right] in "“‘(（":
        right += 1
    return bool(left >= 0 and _CHINESE.match(line, left)) or bool(_CHINESE.match(line, right))


def _brackets(line: str) -> Iterator[tuple[int, int]]:
    """The pairs of brackets, of either width, that belong to Chinese.

    Each stretch between brackets is looked at once, and what it holds counts for all pairs around it.
    """
    open_: list[tuple[int, bool, bool]] = []  # where, Chinese inside, Latin inside
    last = 0
    for bracket in _BRACKET.finditer(line):
        at = bracket.start()
        if open_:
            start, chinese, latin = open_[-1]
            chinese = chinese or bool(_CHINESE.search(line, last, at))
            latin = latin or bool(_LATIN.search(line, last, at))
            open_[-1] = (start, chinese, latin)
        last = at + 1
        if bracket[0] in "(（":
            open_.append((at, False, False))
        elif open_:
            start, chinese, latin = open_.pop()
            if chinese or (not latin and at > start + 1 and _outside_chinese(line, start, at)):
                yield start, at
            if open_:
                outer, outer_chinese, outer_latin = open_[-1]
                open_[-1] = (outer, outer_chinese or chinese, outer_latin or latin)


def _outside_chinese(line: str, start: int, end: int) -> bool:
    return bool(start and _CHINESE.match(line, start - 1)) or bool(_CHINESE.match(line, end + 1))


def _protected(line: str) -> set[int]:
    """The offsets inside addresses, file names, code and markup."""
    spans = [m.span() for m in _TOKEN.finditer(line)] if _TOKEN_HINT.search(line) else []
    if "." in line:
        spans += _file_names(line)
    return {index for start, end in spans for index in range(start, end)}


def _file_names(line: str) -> Iterator[tuple[int, int]]:
    """File names: a whole line that is one, else the words before a known ending."""
    if len(line) <= _LONGEST_NAME and _FILE_NAME_AT_END.search(line) and not _SENTENCE.search(line):
        yield 0, len(line)
        return
    last = 0
    for ending in _FILE_NAME.finditer(line):
        start = max(last, ending.start() - _LONGEST_NAME)
        for stop in _NOT_IN_NAME.finditer(line, start, ending.start()):
            start = stop.end()
        yield _behind_open_bracket(line, start, ending.start()), ending.end()
        last = ending.end()


def _behind_open_bracket(line: str, start: int, end: int) -> int:
    """`start`, or the place behind the last bracket that is opened and not closed in `[start, end)`."""
    closed = 0
    for bracket in reversed(list(_BRACKET.finditer(line, start, end))):
        closed += 1 if bracket[0] in ")）" else -1
        if closed < 0:
            return bracket.end()
    return start
