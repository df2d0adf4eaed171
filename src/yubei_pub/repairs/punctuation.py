"""Half-width punctuation beside Chinese becomes full-width again.

Mirrors turn ，：；？！（） into their half-width forms, which look wrong in Chinese.  A mark goes back
to full width if a Chinese character or Chinese punctuation stands beside it; quotation marks
“”‘’ between the two are looked through.  Brackets go in pairs: with Chinese between them, or
beside them and no Latin letter between.  So do straight quotation marks, if every one of the
line pairs off and the pair has Chinese at an inner edge.  Hyphens for a dash between two Chinese
characters become ——, three or six dots or full stops behind one become ……, where Chinese or
the end of the line follows.

Bad:  `7月10日,重慶(第七場):打開APP,叫"零跑腿"--省心...`
Good: `7月10日，重慶（第七場）：打開APP，叫“零跑腿”——省心……`

Untouched: marks between digits (1,200; 10:30; 3.5; 36.6%; 10-20), in Latin text, also where it names
something in Chinese, English and pinyin in brackets, 乜(niè)家, inches (55"), web and mail addresses, file
names, code, Markdown links and HTML entities, faces like :), and every —, ——, … and …… that is
there.  A question mark beside damage that is left over in its line stays too, since it may stand
for lost bytes, and one where no question ends (at the start of a line, beside ，, behind “), which a mirror
writes for what GBK does not have.  So it may in the middle of 王?與李: between two Chinese characters a
question mark is a guess where nothing in its sentence asks.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from yubei_pub.patterns import lazy_regex
from yubei_pub.repairs._protected import protected
from yubei_pub.repairs._table import ENDS, MORE_ENDS, SEAM
from yubei_pub.trace import Edit

RULE = "punctuation"

_WIDE = {",": "，", ":": "：", ";": "；", "?": "？", "!": "！", "(": "（", ")": "）"}
_WIDER = str.maketrans(_WIDE)
_MARKS = ',:;?!()"'
_MARK = lazy_regex(r'[,:;?!()"](?:(?<=[?!])[?!]+)?')  # begins with one set, which is fast to look for
_BRACKET = lazy_regex(r"[()（）]")
_HAN = "\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
# Characters and the punctuation that only Chinese uses; the full-width forms of _WIDE are not
# among them, so that one widened mark does not pull the next one after it.
_CHINESE = lazy_regex(f"[\u3001-\u301f{_HAN}]")
_LATIN = lazy_regex("[A-Za-z\u00c0-\u024f]")
# A lost byte and a cut before ！？。, in half width too (class 5): a garbled character follows then.
_LOST_BYTES = lazy_regex(rf"\?(?:[{ENDS}{MORE_ENDS}]|[?!](?=[{_HAN}]))")
_FACE = lazy_regex("[:;]-?[()]")
# Where no question mark can stand: a mirror writes a `?` for what GBK does not have, as for the blanks of web pages.
_NO_QUESTION = lazy_regex(r"(?:^\s*|[,:;，：；。、“‘（(《「『【])\?|\?(?=[、,;:])")
# Of 434 question marks between two characters of a newspaper 12 end a sentence with none of these in it.
_ASKS = lazy_regex("[吗嗎呢么麼麽谁誰哪何怎几幾啥咋多否不没沒还還岂豈难難吧啊呀啦嘛乎耶]")
ASKED_WITHIN = 60  # characters before a question mark that are looked at
_SENTENCE_END = lazy_regex("[。！？!?“”；]")
# Words of a Latin text, not names.  One says about as much as two Chinese characters.
_LATIN_WORD = lazy_regex(r"(?<![^\s(“\"])[a-z]{2,}(?=[\s,.;:?!)”\"]|$)")
_HAN_CHAR = lazy_regex(f"[{_HAN}]")

_HINTS = ("--", "...", "。。。")  # looked for first: an expression that begins with Chinese begins everywhere
_HINT = lazy_regex(r"[^\x00-\x7f](?:--|\.\.\.|。。。)")  # of `_LONG`, and no front matter has it
_LONG = lazy_regex(
    rf"(?<=[{_HAN}”》])(?P<dash>-{{2,4}})(?=[{_HAN}“《])"
    rf"|(?<=[{_HAN}])(?:(?:\.{{3}}){{1,2}}(?!\.)|(?:。{{3}}){{1,2}}(?!。))(?=[{_HAN}”，、：]|\s*$)"
)
_STRAIGHT = lazy_regex('"')
# Beside an opening and a closing quotation mark; else it is an inch, an attribute or code.
_BEFORE_QUOTE = lazy_regex(rf"[{_HAN}\u3001-\u301f，：；？！（）—…]|\s")
_AFTER_QUOTE = lazy_regex(rf"[{_HAN}\u3001-\u301f，：；？！（）—…,;?!)]|\s|$")


def edits(text: str) -> Iterator[Edit]:
    """Widen what stands beside Chinese, line by line."""
    long = any(hint in text for hint in _HINTS) and _HINT.search(text) is not None
    if not long and not any(mark in text for mark in _MARKS):  # eight times as fast as the expression on clean text
        return
    at = 0
    for mark in _LONG.finditer(text) if long else ():
        if mark.start() < at:
            continue
        start = text.rfind("\n", at, mark.start()) + 1 or at
        yield from _lines(text, at, start)
        at = _line_end(text, mark.start())
        yield from _edits(text, start, at, long)
    yield from _lines(text, at, len(text))


def _lines(text: str, at: int, stop: int) -> Iterator[Edit]:
    """The edits of the lines in `[at, stop)` that hold a mark that may be beside Chinese."""
    for mark in _MARK.finditer(text, at, stop):
        if mark.start() >= at and (mark[0] in '()"' or _may_widen(text, *mark.span())):
            start = max(at, text.rfind("\n", at, mark.start()) + 1)
            at = _line_end(text, mark.start())
            yield from _edits(text, start, at, long=False)


def _may_widen(text: str, start: int, end: int) -> bool:
    """Whether a neighbour is neither ASCII nor Latin: a quick look, for figures are full of , and :."""
    left, right = text[start - 1 : start], text[end : end + 1]
    return left > "\u2000" or right > "\u2000" or left == ")" or right == "("


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end


def _edits(text: str, start: int, end: int, long: bool) -> Iterator[Edit]:
    line = text[start:end]
    if _CHINESE.search(line) and not _is_latin(line):
        kept = protected(line)
        found = [
            Edit(start + left, start + right, wide, RULE, wide != "？" or _asked(line, left, right))
            for left, right, wide in _to_widen(line, kept)
        ]
        for mark in _LONG.finditer(line) if long else ():
            if not kept[mark.start()]:
                left, right = mark.span()
                found.append(Edit(start + left, start + right, "——" if mark["dash"] else "……", RULE))
        yield from sorted(found)


def _is_latin(line: str) -> bool:
    """Whether it is a Latin text that names something in Chinese: `Yubei (渝北區), a district of …`."""
    words = len(_LATIN_WORD.findall(line))
    return words > 0 and 2 * words > len(_HAN_CHAR.findall(line))


def _to_widen(line: str, kept: Sequence[int]) -> Iterator[tuple[int, int, str]]:
    """The marks of a line that change, with what they become; those `kept` are not looked at."""
    damaged = bool(_LOST_BYTES.search(line) or SEAM.search(line))
    unasked = {no.end() - 1 for no in _NO_QUESTION.finditer(line)} if "?" in line else ()
    paired: set[int] = set()
    for start, end, chinese in _brackets(line):
        paired |= {start, end}
        if chinese and not (kept[start] or kept[end]):
            yield from ((at, at + 1, _WIDE[line[at]]) for at in (start, end) if line[at] in "()")
    for mark in _MARK.finditer(line):
        at, end = mark.span()
        found = mark[0]
        if found in '()"' or kept[at] or not _beside_chinese(line, at, end):
            continue
        if "?" in found and (damaged or at in unasked):
            continue
        face = _FACE.match(line, at) if found in ":;" else None
        if not face or face.end() - 1 in paired:
            yield at, end, found.translate(_WIDER)
    if '"' in line:
        for left, right in _quotes(line, kept):
            yield left, left + 1, "“"
            yield right, right + 1, "”"


def _asked(line: str, start: int, end: int) -> bool:
    """Whether a question mark is one beyond doubt: it stands beside no character on one side, or a word asks."""
    if not (_HAN_CHAR.match(line, start - 1) and _HAN_CHAR.match(line, end)):
        return True
    before = _SENTENCE_END.split(line[max(0, start - ASKED_WITHIN) : start])[-1]
    return _ASKS.search(before) is not None


def _quotes(line: str, kept: Sequence[int]) -> list[tuple[int, int]]:
    """The pairs of straight quotation marks of a line; none if a single one may be something else."""
    marks = [mark.start() for mark in _STRAIGHT.finditer(line)]
    pairs = list(zip(marks[::2], marks[1::2], strict=False))
    if len(marks) % 2 or any(kept[mark] for mark in marks):
        return []
    for left, right in pairs:
        inner = _CHINESE.match(line, left + 1) or _CHINESE.match(line, right - 1)
        outer = (left == 0 or _BEFORE_QUOTE.match(line, left - 1)) and _AFTER_QUOTE.match(line, right + 1)
        if not (inner and outer):
            return []
    return pairs


def _beside_chinese(line: str, start: int, end: int) -> bool:
    """Whether Chinese stands before or after marks, quotation marks and brackets around them looked through."""
    left, right = start - 1, end
    if left >= 0 and "\u3400" <= line[left] <= "\u9fff":  # as a rule; the expressions take five times as long
        return True
    while left >= 0 and line[left] in "”’)）":
        left -= 1
    while right < len(line) and line[right] in "“‘(（":
        right += 1
    return bool(left >= 0 and _CHINESE.match(line, left)) or bool(_CHINESE.match(line, right))


def _brackets(line: str) -> Iterator[tuple[int, int, bool]]:
    """The pairs of brackets, of either width, and whether they belong to Chinese.

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
            yield start, at, chinese or (not latin and at > start + 1 and _outside_chinese(line, start, at))
            if open_:
                outer, outer_chinese, outer_latin = open_[-1]
                open_[-1] = (outer, outer_chinese or chinese, outer_latin or latin)


def _outside_chinese(line: str, start: int, end: int) -> bool:
    return bool(start and _CHINESE.match(line, start - 1)) or bool(_CHINESE.match(line, end + 1))
