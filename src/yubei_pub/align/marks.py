"""What is written around the words of a sentence: how it begins and ends, quotation marks."""

from __future__ import annotations

from collections.abc import Sequence

from yubei_pub.patterns import lazy_regex

# A label is the number of an item or an article, or who speaks; 他说： is a sentence begun.
_START = lazy_regex(
    r"""\s*(?:(?P<quote>[“"「『‘'])|(?P<label>(?:[(（]?(?:\d{1,3}|[一二三四五六七八九十]{1,3})|[(（]?[a-z]|[(（][A-Z])"""
    r"[)）.．、](?!\d)|第[一二三四五六七八九十百零〇\d]+[条章节]|(?:Article|Chapter|Section) [\dIVXL]+\b"
    r"|(?:[问答]|\w{1,6}(?<![说道问答喊叫想写曰]))：|[A-Z][\w.]*(?: [A-Z][\w.]*){0,2}: ))"
)
_END = lazy_regex(r"(?:(?P<asks>[?？])|(?P<open>\w))[^\w?？.。,，!！:：;；…—]*$")
# A straight mark opens behind a blank and closes before one; a single one behind a letter is an apostrophe.
_QUOTATION = lazy_regex(
    r"""(?P<opens>[“「『]|(?<![^\s(\[—–])["'‘](?=\S))|(?P<closes>[”」』]|"(?!\w)|(?<=[.,!?…—–])['’](?!\w))"""
)
_LONGEST = 10  # sentences; a quotation that is longer was not closed


def start(text: str) -> str:
    """How a sentence begins: with a quotation mark (quote), a label, or a word as most do (word)."""
    found = _START.match(text)
    return found.lastgroup or "" if found else "word"


def end(text: str) -> str:
    """How a sentence ends: it asks, it has no stop as headings have none (open), or it has some other one (stop)."""
    found = _END.search(text)
    return found.lastgroup or "" if found else "stop"


def quoted(texts: Sequence[str]) -> list[bool]:
    """For each place before, between and behind the sentences whether it is inside a quotation."""
    inside = [False] * (len(texts) + 1)
    start: int | None = None
    for number, text in enumerate(texts):
        for mark in _QUOTATION.finditer(text):
            if mark["opens"]:
                start = number
            elif start is not None:
                if number - start <= _LONGEST:
                    inside[start + 1 : number + 1] = [True] * (number - start)
                start = None
    return inside
