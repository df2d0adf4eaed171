"""Every figure has a caption that says what it shows; readers who cannot see the picture have nothing else.

The caption is the alternative text as well.  A caption that is only a file name or only a credit says
nothing of the picture.

Bad:   ![](park.jpg)
       ![IMG_2024](park.jpg)
       ![Photo by Wang Wei](park.jpg)
Good:  ![Central Park seen from above. Photo by Wang Wei](park.jpg)

What to do: write a caption in zh.md and its translation in en.md.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from yubei_pub.document import Block, BlockKind
from yubei_pub.findings import Message, Remark, Severity
from yubei_pub.layout import PICTURE
from yubei_pub.model import Briefing, BriefingSection
from yubei_pub.patterns import lazy_regex

SEVERITY = Severity.WARNING

_FILE_NAME = lazy_regex(rf"[\w().（）-]+{PICTURE}|(?:IMG|DSC|DSCN|PIC|WX|微信图片|图片)[\s_-]*\d*", re.IGNORECASE)
_ONLY_CREDIT = lazy_regex(
    r"(?:Photos?|Pictures?|Charts?|Images?|Courtesy|Source)(?: by| of|:) [^.,]+\.?", re.IGNORECASE
)
_ONLY_CREDIT_ZH = lazy_regex(
    r"[^。，、；：]{2,8}\s*[摄攝]影?|(?:图片|摄影|供图|图源|来源|制图)[:：].*|[^。，、；：]{2,12}(?:供图|制图)"
)


def check_section(section: BriefingSection, briefing: Briefing) -> Iterator[Remark]:
    """Captions of zh.md that say nothing; in en.md an empty one is the rule `untranslated`."""
    for passage in section.passages:
        for block in passage.source:
            if block.kind is BlockKind.FIGURE:
                yield from _remark(block, _ONLY_CREDIT_ZH, empty=True)
        for block in passage.target:
            if block.kind is BlockKind.FIGURE:
                yield from _remark(block, _ONLY_CREDIT, empty=False)


def _remark(block: Block, only_credit: re.Pattern[str], empty: bool) -> Iterator[Remark]:
    caption = block.text.text.strip()
    if not caption:
        if empty:
            yield Remark(block.place, Message("the figure “{path}” has no caption", path=block.picture))
    elif _FILE_NAME.fullmatch(caption):
        message = Message("the caption of “{path}” is only a file name: say what it shows", path=block.picture)
        yield Remark(block.place, message)
    elif only_credit.fullmatch(caption):
        message = Message("the caption of “{path}” is only a credit: say what it shows", path=block.picture)
        yield Remark(block.place, message, Severity.NOTE)
