"""Build `src/yubei_pub/data/readings.txt`: which characters mirrors annotate, and how they are read.

Run from the checkout with the development tools installed:

    .venv/bin/python tools/build_readings.py

Sources: readings from pypinyin (MIT licence), which characters t2s changes from OpenCC
(Apache-2.0).  Neither is needed to use the table.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from importlib.metadata import version
from pathlib import Path

from opencc import OpenCC
from pypinyin import pinyin
from pypinyin.phrases_dict import phrases_dict

TABLE = Path(__file__).parents[1] / "src" / "yubei_pub" / "data" / "readings.txt"

# Between 會 kuài (会计, 2% of the words), 單 shàn, 龜 qiū, which authors gloss, and 為 wèi (7%), 盡 jǐn (6%).
UNUSUAL = 0.05

HEADER = """\
# Characters of GBK outside GB2312 that Traditional-to-Simplified conversion (t2s) changes, with their readings.
# Built by tools/build_readings.py; not to be edited by hand.
# Readings: pypinyin {pypinyin} (MIT).  Conversion: OpenCC {opencc} (Apache-2.0).
# A line: the character; the GB2312 level of its simplified form (1 common, 2 less common, 0 not in GB2312);
# its readings that GBK can write, separated by spaces, the commonest first; those behind the bar are unusual,
# heard in fewer than one in {words:.0f} of the words that pypinyin lists with the simplified form.
"""


def encodable(text: str, encoding: str) -> bytes:
    """The bytes of `text`, none if the encoding cannot write it."""
    try:
        return text.encode(encoding)
    except UnicodeEncodeError:
        return b""


def level(char: str) -> int:
    """GB2312 orders level 1 (rows 16 to 55) by reading, level 2 (from row 56) by radical."""
    pair = encodable(char, "gb2312")
    if not pair:
        return 0
    return 1 if pair[0] - 0xA0 <= 55 else 2


def heard() -> Mapping[str, Counter[str]]:
    """How many of the listed words have a character with each of its readings."""
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for word, readings in phrases_dict.items():
        for char, reading in zip(word, readings, strict=False):
            counts[char][reading[0]] += 1
    return counts


def spoken(readings: list[str], counts: Counter[str]) -> str:
    """Readings in their order, a bar before the unusual ones; the first is never unusual."""
    usual = [r for r in readings if r == readings[0] or counts[r] >= UNUSUAL * counts.total() > 0]
    rare = [r for r in readings if r not in usual]
    return " ".join([*usual, "|", *rare] if rare else usual)


def lines() -> Iterator[str]:
    """One line a character, in the order of Unicode."""
    convert = OpenCC("t2s").convert
    counts = heard()
    for char in map(chr, range(0x4E00, 0xA000)):
        simplified = convert(char)
        if simplified == char or not encodable(char, "gbk") or encodable(char, "gb2312"):
            continue
        readings = [reading for reading in pinyin(char, heteronym=True)[0] if encodable(reading, "gbk")]
        if readings and readings != [char]:
            yield f"{char}{level(simplified)}{spoken(readings, counts[simplified])}\n"


def main() -> None:
    """Write the table and say how long it became."""
    rows = list(lines())
    header = HEADER.format(pypinyin=version("pypinyin"), opencc=version("OpenCC"), words=1 / UNUSUAL)
    TABLE.write_text(header + "".join(rows), encoding="utf-8", newline="\n")
    print(f"{TABLE.name}: {len(rows)} characters")


if __name__ == "__main__":
    main()
