"""Characters that nobody sees, and that Word files may not hold, are removed; accents join their letters.

Control characters (XML 1.0, section 2.2, forbids them in a Word file), byte order marks in the
middle of a text, soft hyphens, zero-width spaces and joiners beside Chinese, marks that turn the
direction of writing, lone surrogates and noncharacters.  Tab and line feed stay, and so do the
joiners inside emoji and inside other scripts.

Then the text is composed (Unicode's form NFC): a letter and the accent behind it become one
character, and a compatibility ideograph the ideograph it stands for.  Never NFKC, which would
make 1 of １ and ( of （.  In a line whose bytes are still out of step, compatibility ideographs
stay: they say which bytes stood there.

Bad:  `重慶<U+FEFF>市<U+200B>政府(cafe<U+0301>)`
Good: `重慶市政府(café)`

Kept and reported, never removed: private use characters and U+FFFD, which stand for text that
an editor must look up.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from yubei_pub.findings import Message
from yubei_pub.patterns import lazy_regex
from yubei_pub.repairs._table import SEAM
from yubei_pub.trace import Edit

# Space that nobody takes for a printed character; all else that is not printed is looked at more closely.
_SPACE = "\n\t\u3000\xa0"

_UNWANTED = (
    "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"  # controls; the line breaks among them are for `newlines`
    "\xad"  # where a translator's program may break a word: some print it as a hyphen, and no search finds the word
    "\u200b\u2060\ufeff"  # zero-width space, word joiner, byte order mark
    "\u200e\u200f\u202a-\u202e\u2066-\u2069"  # direction marks: Chinese and English need none
    "\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"  # lone surrogates and noncharacters
)
_JOINERS = "\u200c\u200d"  # which emoji and other scripts need
_CHINESE = lazy_regex("[\u3400-\u9fff]")
# A stretch with them, and on its left what a joiner stands behind.
_STRETCH = lazy_regex(f"[{_UNWANTED}{_JOINERS}]+")
_UNWANTED_ALONE = lazy_regex(f"[{_UNWANTED}]+")
# Private use and the replacement character, also as it looks once read as GBK (锟斤拷): text that cannot be read, and
# is never removed.
_UNREADABLE = lazy_regex("[\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd\ufffd]+|(?:[锟錕]斤拷)+")


def edits(text: str) -> Iterator[Edit]:
    """Remove the unwanted characters and compose the rest, in order."""
    if not _clean(text):
        yield from sorted(_apart(list(removals(text)), list(_compositions(text))), key=lambda edit: edit.start)


def _clean(text: str) -> bool:
    """Whether every character of a text is seen, and composed: as fast as a search, and there is nothing to compile."""
    return seen(text) and unicodedata.is_normalized("NFC", text)


@lru_cache(maxsize=1)
def seen(text: str) -> bool:
    """Whether all but blanks and line feeds is printed; `newlines` asks first, of the same text."""
    for space in _SPACE:
        if space in text:
            text = text.replace(space, "")
    return text.isprintable()


def lost(text: str) -> Iterator[re.Match[str]]:
    """The stretches of a text that cannot be read; to Python private use is not printable, the other two are."""
    if "\ufffd" in text or "斤拷" in text or not seen(text):
        yield from _UNREADABLE.finditer(text)


def removals(text: str) -> Iterator[Edit]:
    """The edits that remove what nobody sees, one for each stretch of it."""
    for match in _STRETCH.finditer(text):
        left, right = match.span()
        chinese = _CHINESE.match(text, right) or (left and _CHINESE.match(text, left - 1))
        if chinese:
            yield Edit(left, right, "", "characters")
        else:
            for part in _UNWANTED_ALONE.finditer(text, left, right):
                yield Edit(*part.span(), "", "characters")


def names(found: str) -> str:
    """What stands there, for a message: `U+200B (zero width space)`, each once."""
    return ", ".join(map(_name, dict.fromkeys(found)))


def unseen(edit: Edit, found: str) -> Message:
    """What to do about a stretch that an edit removes or composes."""
    if not edit.replacement:
        return Message("{names} should not be there: nobody sees it; take it out", names=names(found))
    template = "“{found}” is written with {count} characters where one exists; take over the fix"
    if len(found) == 1:
        template = "“{found}” is written with a character that stands for it in old files; take over the fix"
    return Message(template, found=edit.replacement, count=len(found))


def unreadable(found: str) -> Message:
    """What to do about a stretch that is `lost`."""
    if "斤拷" in found:
        template = "{found} stands for text that was lost before the page was saved; write it as the publisher has it"
        return Message(template, found=found)
    if all("\uf020" <= char <= "\uf0ff" for char in found):
        template = "{names} is a sign of Word’s Symbol or Wingdings; type what it shows, a bullet as - and a blank"
        return Message(template, names=names(found))
    template = (
        "{names} stands for text that was lost before the page was saved; write it as the publisher has it"
        if "\ufffd" in found
        else "{names} can be read only in the font of the site it comes from; write what the publisher’s page shows"
    )
    return Message(template, names=names(found))


def _name(char: str) -> str:
    if "\ue000" <= char <= "\uf8ff" or char >= "\U000f0000":
        return f"U+{ord(char):04X} (private use)"
    name = (
        "a control character" if unicodedata.category(char) == "Cc" else unicodedata.name(char, "no character").lower()
    )
    return f"U+{ord(char):04X} ({name})"


def _apart(removed: list[Edit], composed: list[Edit]) -> Iterator[Edit]:
    """Both, but no composition that spans a removal: the next round finds it again."""
    yield from removed
    starts = {index for edit in removed for index in range(edit.start, edit.end)}
    for edit in composed:
        if starts.isdisjoint(range(edit.start, edit.end)):
            yield edit


def _compositions(text: str) -> Iterator[Edit]:
    if unicodedata.is_normalized("NFC", text):
        return
    at = 0
    for line in text.splitlines(keepends=True):
        if not unicodedata.is_normalized("NFC", line):
            damaged = bool(SEAM.search(line))
            for left, right in _clusters(line):
                cluster = line[left:right]
                whole = unicodedata.normalize("NFC", cluster)
                if whole != cluster and not (damaged and "\uf900" <= cluster <= "\ufaff"):
                    yield Edit(at + left, at + right, whole, "characters")
        at += len(line)


def _clusters(line: str) -> Iterator[tuple[int, int]]:
    """Each character with the marks, or the vowels and finals of a Korean syllable, behind it."""
    start = 0
    for index, char in enumerate(line):
        if index and not (unicodedata.category(char)[0] == "M" or "\u1160" <= char <= "\u11ff"):
            yield start, index
            start = index
    yield start, len(line)
