"""Pictures and their captions: where the credit begins, what is said to who does not see the picture."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest
from typing import NamedTuple

from yubei_pub.document import Block
from yubei_pub.model import Passage
from yubei_pub.patterns import lazy_regex
from yubei_pub.wording import matter

# How the credit of a press picture begins in English: the last sentence of the caption.
_ENGLISH = lazy_regex(
    r"(?<=[.!?”’\")])\s+(?=(?:Photos?|Pictures?|Images?|Charts?|Graphics?|Maps?|Drawings?|Illustrations?|Videos?|"
    r"Screenshots?|Courtesy|Credits?|Source)\b(?:[^.!?]|\b[A-Z]\.)*[.]?$)"
)
# In Chinese what follows the last full stop is a credit if it ends in the verb (某某 摄), names the kind of
# picture (制图：…, 资料图) or its giver (…供图); no such credit seen on press pages was longer than 30 characters.
_CHINESE = lazy_regex(
    r"(?:(?:图片|摄影|制图|绘图|供图|图源|来源|摄|图)[:：/／].*|.*(?:[摄攝]影?|供图|制图|绘图|配图|资料图|图源|图))[。]?"
)
_LONGEST_CREDIT = 30
UNCAPTIONED = "Picture without a caption"  # said of one to those who do not see it


class Figure(NamedTuple):
    """A picture by its path in the file, and both captions as far as they say something."""

    path: str
    english: Block | None
    chinese: Block | None

    @property
    def alternative(self) -> str:
        """What both captions say, for those who do not see the picture."""
        said = (block.text.text.strip() for block in (self.english, self.chinese) if block)
        return " ".join(filter(None, said))


def figures(passage: Passage) -> Iterator[Figure]:
    """The pictures of a passage without number, each once."""
    for target, source in zip_longest(passage.target, passage.source):
        yield Figure((source or target).picture, matter.spoken(target), matter.spoken(source))


def credit_start(caption: str, chinese: bool) -> int:
    """The offset at which the credit begins, its leading blank excluded; the length if there is none."""
    if chinese:
        start = max(caption.rfind(stop, 0, len(caption.rstrip()) - 1) for stop in "。！？") + 1
        credit = caption[start:].strip()
        if start > 0 and len(credit) <= _LONGEST_CREDIT and _CHINESE.fullmatch(credit):
            return start
        return len(caption)
    starts = [match.end() for match in _ENGLISH.finditer(caption)]
    return starts[-1] if starts else len(caption)
