"""Build `src/yubei_pub/data/pinyin.txt`: how the characters of Simplified texts are read, without tones.

Run from the checkout with the development tools installed:

    .venv/bin/python tools/build_pinyin.py

Sources: readings from pypinyin (MIT licence), which characters are Simplified from OpenCC
(Apache-2.0).  Neither is needed to use the table.
"""

from __future__ import annotations

import re
from collections import defaultdict
from importlib.metadata import version
from pathlib import Path

from opencc import OpenCC
from pypinyin import Style, pinyin

TABLE = Path(__file__).parents[1] / "src" / "yubei_pub" / "data" / "pinyin.txt"

# The interjections hm, ng, m and ê stand in no name.
VOWEL = re.compile(r"^[a-zü]*[aeiouü][a-zü]*$")

HEADER = """\
# How the characters of GBK that Traditional-to-Simplified conversion (t2s) leaves alone are read, without tones.
# Built by tools/build_pinyin.py; not to be edited by hand.
# Readings: pypinyin {pypinyin} (MIT).  Conversion: OpenCC {opencc} (Apache-2.0).
# A line: the syllable; the characters whose usual reading it is; behind the bar those that have it besides.
"""


def simplified() -> list[str]:
    """The characters, in the order of Unicode."""
    convert = OpenCC("t2s").convert
    chars = [char for char in map(chr, range(0x4E00, 0xA000)) if convert(char) == char]
    return [char for char in chars if char.encode("gbk", "ignore")]


def readings(char: str) -> list[str]:
    """The syllables of a character, the usual first; ü is written ü."""
    found = pinyin(char, style=Style.NORMAL, heteronym=True, v_to_u=True)[0]
    return [syllable for syllable in dict.fromkeys(found) if VOWEL.search(syllable)]


def main() -> None:
    """Write the table and say how long it became."""
    usual: defaultdict[str, list[str]] = defaultdict(list)
    besides: defaultdict[str, list[str]] = defaultdict(list)
    for char in simplified():
        for place, syllable in enumerate(readings(char)):
            (besides if place else usual)[syllable].append(char)
    lines = [
        f"{syllable} {''.join(usual[syllable])}|{''.join(besides[syllable])}\n"
        for syllable in sorted({*usual, *besides})
    ]
    header = HEADER.format(pypinyin=version("pypinyin"), opencc=version("OpenCC"))
    TABLE.write_text(header + "".join(lines), encoding="utf-8", newline="\n")
    print(f"{TABLE.name}: {sum(map(len, usual.values()))} characters, {len(lines)} syllables")


if __name__ == "__main__":
    main()
