"""Which lines of an HTML page are the article, which is its title, and which below a picture are captions.

trafilatura is asked, whose output has no places and loses captions and titles.  So its words are looked
up in the lines: the article reaches from the first line that it has to the last, with the
captions and pictures at its ends and all that stands in the element that holds its sentences,
and without what stands in menus and lists of links.
"""

from __future__ import annotations

import logging
import re
from collections import Counter
from collections.abc import Sequence
from html import unescape
from itertools import pairwise

from yubei_pub.layout import PartKind
from yubei_pub.pages._flow import Line
from yubei_pub.pages._picture_names import EMBEDDED
from yubei_pub.patterns import lazy_regex

_TITLE = lazy_regex(r"<title[^>]{0,200}>([^<]{1,500})", re.IGNORECASE)
# Characters in a row by which a line is known again; press pages do not repeat eight by chance.
_KNOWN_BY = 8
_SHORTEST_TITLE = 4
_SITE = lazy_regex(r"(?<=.)[-_|｜—–]+[^-_|｜—–]+$")  # 某某调研防汛工作-某某政府网
_LINKS = 0.6  # how much of a row of links is linked
_SENTENCE = lazy_regex("[。！？!?…][”’」』）)]*$")
# What an official text names at its end and links to: 附件：1.分工表.docx
_ATTACHED = lazy_regex(r"\s*附件|.*\.(?:pdf|ofd|docx?|wps|xlsx?|pptx?|zip|rar)\s*$", re.IGNORECASE)
_NUMBERED = lazy_regex(r"\s*\d{1,2}\s*[.．、]")
_CLASS = lazy_regex(r"<[a-z]+\s+class\s*=\s*([\"'])[^\"'<>]{1,100}\1(?=[\s>])", re.IGNORECASE)
_STATEMENT = lazy_regex("。[”’」』）)]*$")
_MOST = 0.5
_TITLE_SIZE = 20  # pixels; text has 12 to 18
MOST_LINES = 3  # of a title, heading or item; an element with more arranges the page
_NEARLY_ALL = 0.9  # of an article's sentences: what holds these holds it


def tell_apart(found: list[Line], text: str) -> None:
    """Mark the lines that are not the article's, and the title."""
    article = _article(found, text)
    known = [found[number] for number in article]
    sentences = [line for line in known if _is_sentence(line)]
    # A name is believed of what holds no article: sites call the whole page "page" or "position-relative" as well.
    holders = _holding([(line.fences, len(line.compact)) for line in sentences], _MOST)
    for line in found:
        line.outside = not holders.issuperset(line.fences)
    if article:
        most = _holding([(line.path, 1) for line in known], _MOST)
        own = max(most & _holding([(line.path, len(line.compact)) for line in sentences], _NEARLY_ALL), default=0)
        owns = _pages(found, own, text)
        ends = [number for number in article if own in found[number].path or _is_sentence(found[number])]
        first, last = _widened(found, article[0], ends[-1] if ends else article[-1])
        attached = False  # the line above is an attachment, or their heading
        for number, line in enumerate(found):
            inside = first <= number <= last or (not owns.isdisjoint(line.path) and not line.outside)
            attached = bool(_ATTACHED.match(line.words) or (attached and _NUMBERED.match(line.words)))
            attached = attached and not owns.isdisjoint(line.path)
            links = _is_links(line) and not attached
            line.outside = links or not inside or (line.outside and (line.hidden or number not in article))
    begins = next((number for number in article if _is_sentence(found[number])), len(found))
    _mark_title(found, _named(text), begins)
    _leave_out_copy(found)
    found[:] = [line for line in found if not (line.hidden and line.outside) or _is_sentence(line)]


def _pages(found: Sequence[Line], own: int, text: str) -> set[int]:
    """The element of the article, and those beside it of the same class: its other pages."""
    around = next((line.path[: line.path.index(own)] for line in found if own in line.path), ())
    inner = (line.path[len(around)] for line in found if line.path[: len(around)] == around != line.path)
    named = _CLASS.match(text, own)
    return {own, *(each for each in inner if named and text.startswith(named[0], each))}


def _leave_out_copy(found: Sequence[Line]) -> None:
    """Mark the lines of an article that stands on the page twice, for large screens and for telephones."""
    own = [line for line in found if not line.outside]
    first: dict[str, int] = {}
    stood = [first.setdefault(line.compact, number) for number, line in enumerate(own)]
    copy, latest = len(own), -1  # where a copy begins of which every line stands above it
    for number in range(len(own) - 1, len(own) // 2 - 1, -1):
        latest = max(latest, stood[number])
        copy = number if latest < number else copy
    again = own[copy:]
    if copy <= 2 * len(again) and len({line.compact for line in again}) > 1:
        for line in again:
            line.outside = True


def _holding(weighed: Sequence[tuple[Sequence[int], int]], share: float) -> set[int]:
    """The elements that hold that share of some lines, each given by the elements around it and its weight."""
    held: Counter[int] = Counter()
    for around, weight in weighed:
        held.update(dict.fromkeys(around, weight))
    least = share * sum(weight for _, weight in weighed)
    return {element for element, weight in held.items() if weight >= least}


def _named(text: str) -> str:
    """The title that the page gives itself, which as a rule has the site's name behind it."""
    title = _TITLE.search(text)
    return "".join(unescape(title[1]).split()) if title else ""


def _mark_title(found: list[Line], named: str, begins: int) -> None:
    """The heading above the article's first sentence, or the line that the page's own title begins with or holds."""
    above = range(min(begins + 1, len(found)))
    headings = [number for number in above if found[number].kind is PartKind.HEADING and found[number].level == 1]
    said = [number for number in above if _is_named(found[number], named)]
    first = [number for number in said if named.startswith(found[number].compact)]
    inside = any(line.kind is PartKind.HEADING and line.level == 1 and not line.outside for line in found)
    chosen = first[-1:] or said[-1:]
    if not chosen and not inside:
        titled = [number for number in above if _is_titled(found[number])]
        chosen = headings[-1:] or _largest(found[:begins]) or _alike(found[:begins], named) or titled[-1:]
    for number in chosen:
        for other in headings:
            found[other].outside = found[other].outside or other != number
        line = found[number]
        line.kind, line.level, line.outside = PartKind.HEADING, 1, False
        for below in found[number + 1 : begins]:  # what is said below it in smaller letters
            subtitle = below.kind is PartKind.HEADING or below.words[:1] in "—（("
            below.outside = below.outside and (_is_links(below) or bool(below.fences) or not subtitle)
        _join_title(found, number)


def _is_titled(line: Line) -> bool:
    plain = line.titled and line.kind is PartKind.TEXT and not line.fences
    return plain and len(line.compact) >= _KNOWN_BY and not _is_links(line) and not _is_sentence(line)


def _largest(above: Sequence[Line]) -> list[int]:
    """The number of the line in the largest letters, if they are those of a title."""
    sizes = [line.size if line.kind is PartKind.TEXT and not _is_links(line) else 0 for line in above]
    largest = max(sizes, default=0)
    return [sizes.index(largest)] if largest >= _TITLE_SIZE else []


def _alike(above: Sequence[Line], named: str) -> list[int]:
    """The number of the line most of which the page's own title has, in another order or with other words between."""
    known = {named[at : at + _KNOWN_BY] for at in range(len(named) - _KNOWN_BY + 1)}
    shares = [0.0]
    for line in above:
        words = line.compact if line.kind is PartKind.TEXT and not _is_links(line) and not line.fences else ""
        starts = range(len(words) - _KNOWN_BY + 1)
        shares.append(sum(words[at : at + _KNOWN_BY] in known for at in starts) / max(1, len(starts)))
    best = max(shares)
    return [shares.index(best) - 1] if best > _MOST else []


def _join_title(found: list[Line], number: int) -> None:
    """One line of a title that its element breaks in two or three."""
    title = found[number]
    inner = [n for n, line in enumerate(found) if title.path and title.path[-1] in line.path]
    if not 1 < len(inner) <= MOST_LINES or any(found[n].path != title.path or found[n].linked for n in inner):
        return
    first, *rest = (found[n] for n in inner)
    for line in rest:
        first.go_on(line)
    first.kind, first.level, first.outside = PartKind.HEADING, 1, False
    del found[inner[1] : inner[-1] + 1]


def _is_named(line: Line, named: str) -> bool:
    """Whether the page's own title has a line, but not as the site's name behind it."""
    words = line.compact
    if len(words) < _SHORTEST_TITLE or line.kind not in (PartKind.TEXT, PartKind.HEADING):
        return False
    site = _SITE.search(named)
    return words in named and not (site and words in site[0] and words not in named[: site.start()])


def _widened(found: Sequence[Line], first: int, last: int) -> tuple[int, int]:
    """With the pictures, captions, lists, tables and sentences that stand at both ends of the article."""
    while first > 0 and _goes_on(found[first - 1], (PartKind.PICTURE, PartKind.CAPTION)):
        first -= 1
    ends = (PartKind.PICTURE, PartKind.CAPTION, PartKind.ITEM, PartKind.ROW, PartKind.QUOTATION)
    while last + 1 < len(found) and _goes_on(found[last + 1], ends):
        last += 1
    return first, last


def _goes_on(line: Line, kinds: Sequence[PartKind]) -> bool:
    if line.outside or _is_links(line):
        return False
    return line.kind in kinds or (line.kind is PartKind.TEXT and _is_sentence(line))


def _is_sentence(line: Line) -> bool:
    return "。" in line.words or bool(_SENTENCE.search(line.words.rstrip()))


def _is_links(line: Line) -> bool:
    """A link, or a row of links; no sentence that names an address."""
    whole = line.linked >= len(line.compact)
    return line.linked > _LINKS * len(line.compact) and (whole or not _STATEMENT.search(line.words.rstrip()))


def tell_captions(found: Sequence[Line]) -> None:
    """Mark what stands below a picture in smaller letters than the text, and what looks like the text."""
    sizes: Counter[float] = Counter()
    for line in found:
        sizes[line.size] += len(line.compact) if line.kind is PartKind.TEXT and not line.outside else 0
    usual = max(sizes, key=sizes.__getitem__, default=0)
    for above, line in pairwise(found):
        if above.kind is not PartKind.PICTURE or line.kind is not PartKind.TEXT:
            continue
        if 0 < line.size < usual:
            line.kind = PartKind.CAPTION
        elif line.indented or line.strong == len(line.compact) or (0 < line.size >= usual and _is_sentence(line)):
            line.kind = PartKind.PARAGRAPH


def _article(found: Sequence[Line], text: str) -> list[int]:
    """The numbers of the lines that trafilatura takes for the article."""
    words = "".join(_extracted(text).split())
    known = {words[at : at + _KNOWN_BY] for at in range(len(words) - _KNOWN_BY + 1)}
    return [number for number, line in enumerate(found) if _is_known(line.compact, known)]


def _is_known(words: str, known: set[str]) -> bool:
    return len(words) >= _KNOWN_BY and words[:_KNOWN_BY] in known and words[-_KNOWN_BY:] in known


def _extracted(text: str) -> str:
    """What trafilatura makes of the page; nothing where it finds no article or fails on the markup."""
    import trafilatura

    logger = logging.getLogger("trafilatura")
    logger.propagate = False  # what it finds odd about the markup is of no use to an editor
    try:
        result = trafilatura.extract(
            EMBEDDED.sub("", text), include_comments=False, include_tables=True, output_format="txt"
        )
    except Exception:  # whatever goes wrong in there, the page can be read without its opinion
        return ""
    return result or ""
