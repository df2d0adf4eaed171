"""Which characters mirrors annotate, and how they are read: the page's own table and the universal one."""

from __future__ import annotations

import codecs
from collections import Counter
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property, lru_cache

from yubei_pub import shipped
from yubei_pub.patterns import lazy_regex
from yubei_pub.trace import Edit

# The letters of readings that GBK can write; the longest readings, like "zhuāng", have six.
LETTERS = "a-züāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ"
TONES = lazy_regex("[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]")
READING = f"[{LETTERS}]{{1,6}}"
_SITE = lazy_regex(rf"(.\({READING}\))")  # of any character: faster than to look for Chinese ones
_WORD = lazy_regex("[\u3400-\u9fff0-9)]")  # the bracket of another reading, too
SEAM = lazy_regex(rf"\?({READING})\)")
# Mirrors cut a page before the first three of these (class 5), and some before the others, too.
ENDS, MORE_ENDS = "！？。", "；，："
# Some mirrors narrow these after the damage was done.
NARROWED = str.maketrans("？！；，：", "?!;,:")

# A mirror annotates every tenth character or so (266 in 2,400 on a real page); one common
# reading in a text this long is an author's.
SPARSEST = 100
# So many readings are a mirror's in a text that is mostly markup, code or English, too.
MANY = 10


@dataclass(frozen=True)
class Table:
    """Characters with their readings, the commonest first.

    `everyday` has the usual readings of those whose simplified form is common (GB2312 level 1).
    """

    readings: Mapping[str, tuple[str, ...]]
    everyday: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @cached_property
    def _trails(self) -> dict[tuple[int, str], list[int]]:
        trails: dict[tuple[int, str], list[int]] = {}
        for char, readings in self.readings.items():
            lead, trail = char.encode("gbk")
            for reading in readings:
                trails.setdefault((lead, reading), []).append(trail)
        return trails

    @cached_property
    def sites(self) -> Mapping[str, tuple[bool, tuple[str]]]:
        """Of each character with each reading, as a mirror writes them: whether that is an everyday one, and which."""
        rows = ((char, reading) for char, readings in self.readings.items() for reading in readings)
        return {f"{char}({said})": (said in self.everyday.get(char, ()), (said,)) for char, said in rows}

    @cached_property
    def pairs(self) -> Mapping[bytes, str]:
        """The commonest reading of each character, by its GBK bytes."""
        data = "".join(self.readings).encode("gbk")
        return {data[2 * i : 2 * i + 2]: readings[0] for i, readings in enumerate(self.readings.values())}

    def reads(self, char: str, reading: str) -> bool:
        """Whether the table knows `char` read as `reading`."""
        return reading in self.readings.get(char, ())

    def trails(self, lead: int, reading: str) -> list[int]:
        """The second GBK bytes of the characters with this first byte and reading."""
        return self._trails.get((lead, reading), [])


@cache
def universal() -> Table:
    """All characters that a mirror may annotate (data/readings.txt says which those are)."""
    readings: dict[str, tuple[str, ...]] = {}
    everyday: dict[str, tuple[str, ...]] = {}
    for line in shipped.text("readings.txt").splitlines():
        if line.startswith("#"):
            continue
        char, level, spoken = line[0], line[1], line[2:]
        usual, _, unusual = spoken.partition("|")
        readings[char] = (*usual.split(), *unusual.split())
        if level == "1":
            everyday[char] = tuple(usual.split())
    return Table(readings, everyday)


class Sites:
    """A text where it has readings in brackets, each of which with the character before it is a site: `當(dāng)`."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._parts = _SITE.split(text)  # sites between the rest
        self._found = self._parts[1::2]

    def __bool__(self) -> bool:
        return bool(self._found)

    @cached_property
    def _all(self) -> Mapping[str, int]:
        return Counter(self._found)

    def counts(self) -> Mapping[str, int]:
        """How often it has each site of a Chinese character."""
        return {site: count for site, count in self._all.items() if "\u4e00" <= site < "\ua000"}

    def halves(self) -> Iterator[tuple[str, str, Edit]]:
        """The readings behind ASCII that name the pair it makes with the byte before: 養, its reading, its removal.

        The last byte of 硼 and B are those of 養: `硼B(yǎng)`.
        """
        of = {site for site in self._all if site < "\x7f"}
        for edit in self.removals(of) if of else ():
            shown = self.text[max(0, edit.start - 2) : edit.start]
            reading = self.text[edit.start + 1 : edit.end - 1]
            lead = gbk(shown[:-1])[1:]
            char = (lead + shown[-1].encode()).decode("gbk", "ignore")
            if lead and universal().reads(char, reading):
                yield char, reading, edit

    def bare(self) -> str:
        """The text without sites."""
        return "".join(self._parts[::2])

    def plain(self) -> str:
        """The text without brackets."""
        parts = [*self._parts]
        parts[1::2] = [site[0] for site in self._found]
        return "".join(parts)

    def removals(self, of: Container[str]) -> list[Edit]:
        """The edits that remove the readings of these sites."""
        edits: list[Edit] = []
        end = 0
        for rest, site in zip(self._parts[::2], self._found, strict=False):
            start = end + len(rest)
            end = start + len(site)
            if site in of:  # what `Edit` does, in a third of the time: a page has a hundred
                edits.append(tuple.__new__(Edit, (start + 1, end, "", "pinyin", True)))
        return edits


def page_table(page: Sites) -> Table:
    """The table a mirror used on this page, as far as the page shows it; empty if the page is clean.

    The rule by which a page counts as damaged is in the manual, the docstring of `pinyin`.
    """
    if not page:
        return Table({})
    text, bare, sites = page.text, page.bare(), page.counts()
    spoken, carried = _by_char(sites)
    known, everyday = universal().sites, universal().everyday
    mined: dict[str, tuple[str]] = {}
    often: list[str] = []  # sites that are evidence for a mirror; and those that are if they stand in a word
    seldom: list[str] = []
    for char, site in spoken.items():
        count = sites[site]
        places = carried[char] + (bare.count(char) if char in bare else 0)  # a quick look, for hardly one is
        if site not in known or count * 2 <= places:
            continue
        usual, reading = known[site]
        if usual or count > 1 or char not in everyday:  # else an author's, such as 龜(qiū)茲
            mined[char] = reading
            # Nobody needs to be told the usual reading of a common character: only a mirror does.
            if usual and 10 * count > 9 * places:
                (often if count > 2 else seldom).append(site)
    # Readings whose opening bracket was swallowed: `?wèn)`.  Without a tone mark it may be English.
    weight = sum(map(sites.__getitem__, often)) + sum(bool(TONES.search(seam[1])) for seam in SEAM.finditer(text))
    authored = sum(
        sites[site] * _authored(site[0])
        for site in sites.keys() - {spoken[char] for char in mined}
        if TONES.search(site)
    )
    if not _enough(weight, authored, text):
        seldom = [site for site in seldom if _in_a_word(text, site)]
        weight += sum(map(sites.__getitem__, seldom))
        if weight == 1 and seldom and seldom[0][2:-1] != universal().readings[seldom[0][0]][0]:
            return Table({})  # one less common reading is explained, if any is: 長(cháng)葛
    return Table(mined if _enough(weight, authored, text) else {})


def _enough(weight: int, authored: int, text: str) -> bool:
    """Whether a mirror's readings are more than an author's, and enough for the length of the text."""
    if weight <= authored:
        return False
    if weight * SPARSEST >= len(text):
        return True
    chinese = (len(text.encode("utf-8", "surrogatepass")) - len(text)) // 2  # for such a character has three bytes
    return weight >= MANY and weight * SPARSEST >= chinese


def _by_char(sites: Mapping[str, int]) -> tuple[dict[str, str], dict[str, int]]:
    """By character the site that it has most often, and how often it has any."""
    spoken: dict[str, str] = {}
    carried: dict[str, int] = {}
    for site, count in sites.items():
        char = site[0]
        if char not in spoken:
            spoken[char], carried[char] = site, count
            continue
        carried[char] += count
        if count > sites[spoken[char]]:
            spoken[char] = site
    return spoken, carried


def _in_a_word(text: str, site: str) -> bool:
    """Whether a character with its reading stands beside another somewhere, not always alone as in a list of them."""
    at = text.find(site)
    while at >= 0:
        end = at + len(site)
        if "\u3400" <= text[end : end + 1] <= "\u9fff" or (at and _WORD.match(text, at - 1)):
            return True
        at = text.find(site, end)
    return False


def _authored(char: str) -> int:
    """How much a reading behind this character, which is not the mirror's, speaks for an author.

    For a character of the table that has several readings or stands without one elsewhere, 1.  For one of GB2312
    level 1, 2: no mirror annotates it, and whoever does annotates half as many of the mirror's.
    """
    try:
        return 2 if char.encode("gb2312")[0] - 0xA0 <= 55 else 0
    except UnicodeEncodeError:
        return int(char in universal().readings)


def gbk(text: str) -> bytes:
    """The GBK bytes of a text; empty if GBK cannot write it.

    Browsers show the pairs that GBK leaves to its users as private use characters, and a few others as what
    GB 18030 has there, such as 㑇: these give their pairs.
    """
    try:
        return text.encode("gbk", LATER_PAIR)
    except UnicodeEncodeError:
        return b""


@lru_cache(maxsize=30_000)
def bytes_of(char: str) -> bytes:
    """The same of one character, of which the same are asked for again and again."""
    return gbk(char)


def _later_pair(error: UnicodeError) -> tuple[bytes, int]:
    if isinstance(error, UnicodeEncodeError):
        pair = error.object[error.start].encode("gb18030", "ignore")
        if len(pair) == 2:
            return pair, error.start + 1
    raise error


LATER_PAIR = f"{__name__}.later_pair"
codecs.register_error(LATER_PAIR, _later_pair)
