"""glossary.yaml says what it means, entry by entry.

Found while the glossary is read.  A term that cannot be understood is left out and
reported; the others work on.

Bad:   - zh: 感知设备
         en: no
Good:  - zh: 感知设备
         en: sensing devices
         status: proposed

What to do: the message names the line and what to type there.  An approved term needs a
citation: the public document where the rendering was seen.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from yubei_pub.findings import Message, Place, Remark, Severity
from yubei_pub.glossary import Glossary, Term
from yubei_pub.model import Briefing
from yubei_pub.simplify import simplify_text

SEVERITY = Severity.ERROR


def check_project(briefings: Sequence[Briefing], glossary: Glossary) -> Iterator[Remark]:
    """Terms whose `zh` is Traditional: the texts are simplified first, so they would never be found."""
    if not glossary.terms:
        if glossary.source.text.strip():
            message = Message("there are no terms here, so no term is checked")
            yield Remark(Place(glossary.source, 0, 0), message, Severity.WARNING)
        return
    simplified = simplify_text("\n".join(term.zh.replace("\n", " ") for term in glossary.terms)).split("\n")
    for term, right in zip(glossary.terms, simplified, strict=True):
        if any(a != b and not _simple(a) for a, b in zip(term.zh, right, strict=True)):
            message = Message("“{zh}” is in Traditional script; write “{right}”", zh=term.zh, right=right)
            yield Remark(_zh_place(term), message)


def _simple(char: str) -> bool:
    """GB2312 holds the Simplified characters; 乾 is one of them, as in 张乾, though OpenCC writes 干."""
    try:
        char.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


def _zh_place(term: Term) -> Place:
    start = term.place.source.text.find(term.zh, term.place.start, term.place.end)
    return Place(term.place.source, start, start + len(term.zh)) if start >= 0 else term.place
