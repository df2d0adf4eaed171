"""glossary.yaml says what it means, entry by entry.

Mostly found while the glossary is read.  A term that cannot be understood is left out and
reported; the others work on.  A `zh` in Traditional script is an error, for texts are simplified
before terms are looked for, and so are characters that nobody sees.

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
from unicodedata import normalize

from yubei_pub.findings import Fix, Message, Place, Remark, Severity
from yubei_pub.glossary import Glossary, Term
from yubei_pub.repairs import characters
from yubei_pub.simplify import is_simple, simplify_text
from yubei_pub.trace import Edit

SEVERITY = Severity.ERROR


def check_glossary(glossary: Glossary) -> Iterator[Remark]:
    """What the file says that could never be found in a text."""
    yield from _unseen(glossary)
    if glossary.terms:
        yield from _traditional(glossary)
    elif glossary.source.text.strip() and not glossary.findings:
        message = Message("there are no terms here, so no term is checked")
        yield Remark(Place(glossary.source, 0, 0), message, Severity.WARNING)


def _unseen(glossary: Glossary) -> Iterator[Remark]:
    """Invisible characters and letters written as two: no text has them, for they are taken out at import."""
    source = glossary.source
    for edit in characters.edits(source.text):
        found = source.text[edit.start : edit.end]
        message = characters.unseen(edit, found)
        yield Remark(Place(source, edit.start, edit.end), message, fix=Fix((edit,), certain=True))
    for match in characters.lost(source.text):
        yield Remark(Place(source, *match.span()), characters.unreadable(match[0]))


def _traditional(glossary: Glossary) -> Iterator[Remark]:
    """Terms whose `zh` is Traditional."""
    simplified = simplify_text("\n".join(term.zh.replace("\n", " ") for term in glossary.terms)).split("\n")
    overrides = glossary.overrides()
    for term, plain in zip(glossary.terms, simplified, strict=True):
        right = overrides.get(term.zh, plain)
        if right in (term.zh, normalize("NFC", term.zh)):  # a compatibility character was told above
            continue
        changed = [a != b for a, b in zip(term.zh, right, strict=True)]
        if any(now and not is_simple(char) for now, char in zip(changed, term.zh, strict=True)):
            message = Message("“{zh}” is in Traditional script; write “{right}”", zh=term.zh, right=right)
            yield Remark(term.place_of("zh", term.zh), message, fix=_fix(term, right, changed))


def _fix(term: Term, right: str, changed: Sequence[bool]) -> Fix | None:
    """Certain but for characters such as 乾, which are Simplified too: a person may be called so."""
    place = term.place_of("zh", term.zh)
    at = place.source.text.find(term.zh, place.start, place.end)  # behind a quotation mark, perhaps
    if at < 0:
        return None  # on two lines
    certain = not any(now and is_simple(char) for now, char in zip(changed, term.zh, strict=True))
    return Fix((Edit(at, at + len(right), right),), certain)
