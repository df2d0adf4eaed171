"""A name is not simplified as a word would be: 張乾 is 张乾 (Zhang Qian), and OpenCC makes 张干 of it.

乾 is read gān and written 干 where something is dry; in names it is read qián and stays.  The program
cannot know which it is, so it asks where a name seems to stand: a usual surname, the character, and
before and behind both what stands beside names (a mark, 記者, 攝, 說 …).

Bad:   張乾 攝, printed as 张干 摄
Good:  張乾 攝, printed as 张乾 摄, for glossary.yaml says of the name traditional: [張乾]

What to do: put the name into glossary.yaml with its Traditional spelling; the message shows the lines.
"""

from __future__ import annotations

from collections.abc import Iterator

from yubei_pub.beads import Bead
from yubei_pub.findings import Message, Place, Remark, Severity
from yubei_pub.model import Briefing
from yubei_pub.names.surnames import SURNAMES
from yubei_pub.patterns import lazy_regex
from yubei_pub.trace import TracedText

SEVERITY = Severity.WARNING

_FROM, _TO = "乾", "干"
# With these before it 干 is dry, or a share of the work; those are surnames, too, but of few.
_WORDS = "包白阴豆风商水折揭"
_SURNAME = f"[{''.join(sorted(name for name in SURNAMES if len(name) == 1 and name not in _WORDS + _TO))}]"
# A mark or the edge of the text, or the last character of what people are called.
_BEFORE = (
    r"(?:^|[^\u3400-\u9fff]|记者|作者|摄影|编辑|撰文|供图|书记|主席|主任|[局区市县省镇部处科院校所会董队厂行]长|"
    r"教授|经理|代表|委员|同志|医生|老师|和|与)"
)
_BEHIND = r"(?=$|[^\u3400-\u9fff]|摄|供图|制图|报道|等|说|表示|介绍|认为|指出|强调|告诉|主持|出席|同志|先生|女士|和|与)"
_NAME = lazy_regex(rf"{_BEFORE}({_SURNAME}(?:{_TO}[\u3400-\u9fff]?|[\u3400-\u9fff]{_TO})){_BEHIND}")


def check_bead(bead: Bead, briefing: Briefing) -> Iterator[Remark]:
    """What seems to be a name, and has lost its 乾."""
    for segment in bead.source:
        if _TO in segment.text.text:
            yield from _names(segment.text)


def _names(text: TracedText) -> Iterator[Remark]:
    for match in _NAME.finditer(text.text):
        start, end = match.span(1)
        written = "".join(text.source.text[text.origin(at)] for at in range(start, end))
        if _FROM in written:
            kept = "".join(_FROM if a == _FROM else b for a, b in zip(written, match[1], strict=True))
            message = "“{written}” is printed as “{read}”; if that is a name, say so in glossary.yaml: {line}"
            line = f"zh: {kept}, traditional: [{written}]"
            yield Remark(Place.of(text, start, end), Message(message, written=written, read=match[1], line=line))
