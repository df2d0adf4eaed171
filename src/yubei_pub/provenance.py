"""Where every character of zh.md comes from: the saved page, a repair of it, or an editor.

The page is read and repaired again and compared with zh.md as it is now, so the answer
stays true however the file was edited.  A block found word for word takes the origins of
the page's text; one that was edited is compared with what lies between its neighbours.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from hashlib import sha256
from typing import TypeAlias

from yubei_pub.document import Document
from yubei_pub.findings import Place
from yubei_pub.origins import Origin, Provenance
from yubei_pub.repairs import REPAIRS
from yubei_pub.trace import TracedText

# Comparing takes time with the product of both lengths; past this an edited block counts as
# the editor's rather than keeping an editor waiting.
MAX_COMPARED = 4_000_000
_TELLING = 8  # characters; a shorter text may stand in several places by chance
_QUOTED = ("publisher", "place", "source", "byline", "editors", "rights")


def trace(document: Document, page: TracedText, digest: str) -> Provenance:
    """Compare zh.md, as read (not simplified), with the repaired text of its page, whose bytes have this SHA-256.

    Covers title, headings, paragraphs, captions and footnotes; markup is not text.  The names and rights in the front
    matter have their origins too, but are not counted as text.
    """
    blocks = sorted((*document.blocks(), *document.notes.values()), key=lambda block: block.span)
    texts = [block.text for block in blocks if len(block.text)]
    places = _find(texts, page.text)
    origins = list(_of_front(document, page))
    counts = {"page": 0, "repair": 0, "editor": 0}
    for index, text in enumerate(texts):
        at = places[index]
        if at is not None:
            found = _taken(text, 0, len(text), page, at)
        else:
            found = _compared(text, page, *_gap(places, texts, index, len(page)))
        for length, origin in found:
            origins.append(origin)
            counts[origin.kind] += length
    read = sha256(page.source.text.replace("\r\n", "\n").encode("utf-8", "surrogatepass")).hexdigest()
    return Provenance(page.source.path, digest, tuple(origins), counts, read)


def _of_front(document: Document, page: TracedText) -> Iterator[Origin]:
    """Those of what the front matter quotes from the page, line by line; a date is written otherwise there."""
    for key, place in document.places.items():
        for line in document.front[key].splitlines() if key in _QUOTED else ():
            at = document.source.text.find(line, place.start, place.end)
            if line and at >= 0:
                text = TracedText.of(document.source, at, at + len(line))
                found = page.text.find(line)
                runs = [_edited(text, 0, len(text))] if found < 0 else _taken(text, 0, len(text), page, found)
                yield from (origin for _, origin in runs)


def _find(texts: Sequence[TracedText], page: str) -> list[int | None]:
    """The offset of each text on the page, in order where it can be; None where it is not there."""
    found: list[int | None] = []
    at = 0
    for text in texts:
        index = page.find(text.text, at)
        if index < 0 and len(text) >= _TELLING:  # it was moved, as a title is that stood below the first words
            index = page.find(text.text)
        if index >= 0 and _plausible(texts, page, text.text, at, index):
            at = max(at, index + len(text))
            found.append(index)
        else:
            found.append(None)
    return found


def _plausible(texts: Sequence[TracedText], page: str, text: str, at: int, index: int) -> bool:
    """A short text far off is a chance match that would cut the others off: it must be the next of its line."""
    if len(text) >= _TELLING:
        return True
    return index - at < 2 * sum(len(t) for t in texts) and page.rfind("\n", 0, index) + 1 >= index - 1


def _gap(places: Sequence[int | None], texts: Sequence[TracedText], index: int, length: int) -> tuple[int, int]:
    """The stretch of the page between the nearest neighbours that were found."""
    before = next((p + len(texts[i]) for i in range(index - 1, -1, -1) if (p := places[i]) is not None), 0)
    after = next((p for p in places[index + 1 :] if p is not None), length)
    return before, max(before, after)


_Found: TypeAlias = tuple[int, Origin]  # how many characters of the text have it; between them there may be markup


def _compared(text: TracedText, page: TracedText, start: int, end: int) -> Iterator[_Found]:
    if len(text) * (end - start) > MAX_COMPARED:
        yield _edited(text, 0, len(text))
        return
    matcher = SequenceMatcher(None, page.text[start:end], text.text, autojunk=False)
    at = 0
    for match in matcher.get_matching_blocks():
        if match.b > at:
            yield _edited(text, at, match.b)
        # A single character in common between two edits says nothing: it is in the language, not on that spot.
        if match.size == 1 and 0 < match.b < len(text) - 1:
            yield _edited(text, match.b, match.b + 1)
        elif match.size:
            yield from _taken(text, match.b, match.b + match.size, page, start + match.a)
        at = match.b + match.size


def _edited(text: TracedText, start: int, end: int) -> _Found:
    return end - start, Origin(*text.origin_span(start, end))


def _taken(text: TracedText, start: int, end: int, page: TracedText, at: int) -> Iterator[_Found]:
    """`[start, end)` of the text stands at `at` on the page: one origin for each run there."""
    for run in page[at : at + end - start].runs:
        if run.start == run.end:
            continue
        span = text.origin_span(start + run.start, start + run.end)
        place = Place(page.source, run.origin, run.origin_end)
        rule = run.rule if run.rule in REPAIRS else ""  # to read &mdash; as — is no change
        yield run.end - run.start, Origin(*span, place, rule, run.certain)
