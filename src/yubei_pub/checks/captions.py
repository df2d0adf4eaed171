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
from itertools import product

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
    for passage, chinese in product(section.passages, (True, False)):
        for block in passage.side(chinese):
            if block.kind is BlockKind.FIGURE:
                yield from _remark(block, chinese)


def _remark(block: Block, chinese: bool) -> Iterator[Remark]:
    caption, template, severity = block.text.text.strip(), "", None
    if not caption:
        template = "the figure “{path}” has no caption" if chinese else ""
    elif _FILE_NAME.fullmatch(caption):
        template = "the caption of “{path}” is only a file name: say what it shows"
    elif (_ONLY_CREDIT_ZH if chinese else _ONLY_CREDIT).fullmatch(caption):
        template, severity = "the caption of “{path}” is only a credit: say what it shows", Severity.NOTE
    if template:
        yield Remark(block.place, Message(template, path=block.picture), severity)
