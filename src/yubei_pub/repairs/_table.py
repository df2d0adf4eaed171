"""Which characters mirrors annotate, and how they are read: the page's own table and the universal one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from importlib.resources import files

# The letters of readings that GBK can write; the longest readings, like "zhuāng", have six.
LETTERS = "a-züāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ"
TONES = re.compile("[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]")
READING = f"[{LETTERS}]{{1,6}}"
SITE = re.compile(rf"([\u4e00-\u9fff])\(({READING})\)")
SEAM = re.compile(rf"\?({READING})\)")

# A mirror annotates every tenth character or so (266 in 2,400 on a real page); one common
# reading in a text this long is an author's.
SPARSEST = 400


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
    def pairs(self) -> Mapping[bytes, str]:
        """The commonest reading of each character, by its GBK bytes."""
        return {char.encode("gbk"): readings[0] for char, readings in self.readings.items()}

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
    for line in files("yubei_pub").joinpath("data/readings.txt").read_text("utf-8").splitlines():
        if line.startswith("#"):
            continue
        char, level, spoken = line[0], line[1], line[2:]
        usual, _, unusual = spoken.partition("|")
        readings[char] = (*usual.split(), *unusual.split())
        if level == "1":
            everyday[char] = tuple(usual.split())
    return Table(readings, everyday)


def page_table(text: str) -> Table:
    """The table a mirror used on this page, as far as the page shows it; empty if the page is clean.

    The rule by which a page counts as damaged is in the manual, the docstring of `pinyin`.
    """
    spoken: dict[str, list[str]] = {}
    sites = Counter[tuple[str, str]](SITE.findall(text))
    for char, reading in sites:
        spoken.setdefault(char, []).append(reading)
    shares = {char: sum(sites[char, r] for r in readings) / text.count(char) for char, readings in spoken.items()}
    known = universal()
    once = {char: readings[0] for char, readings in spoken.items() if len(readings) == 1 and shares[char] > 0.5}
    mined = {char: (reading,) for char, reading in once.items() if known.reads(char, reading)}
    # Nobody needs to be told the usual reading of a common character: only a mirror does.
    evidence = [char for char in mined if shares[char] > 0.9 and mined[char][0] in known.everyday.get(char, ())]
    seams = sum(1 for _ in toned_seams(text))
    toned = (char for char, readings in spoken.items() if TONES.search(readings[0]))
    authored = sum(1 for char in toned if char not in mined and _everyday(char))
    weight = sum(sites[char, mined[char][0]] for char in evidence) + seams
    if len(evidence) + seams <= authored or weight * SPARSEST < len(text):
        return Table({})
    return Table(mined)


def toned_seams(text: str) -> Iterator[re.Match[str]]:
    """Readings whose opening bracket was swallowed: `?wèn)`.  Without a tone mark it may be English."""
    return (match for match in SEAM.finditer(text) if TONES.search(match[1]))


def _everyday(char: str) -> bool:
    """Whether a reading behind this character speaks for an author who annotates everyday characters.

    That is so for GB2312 level 1 (a mirror never annotates it), and for a character of the table
    that has several readings or stands without one elsewhere.
    """
    try:
        return char.encode("gb2312")[0] - 0xA0 <= 55
    except UnicodeEncodeError:
        return char in universal().readings


def gbk(text: Iterable[str]) -> bytes:
    """The GBK bytes of a text; empty if GBK cannot write it."""
    try:
        return "".join(text).encode("gbk")
    except UnicodeEncodeError:
        return b""
