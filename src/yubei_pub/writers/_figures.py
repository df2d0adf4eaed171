"""Figures that no line may part: quantities in digits, as they were found, units in brackets, telephone numbers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from string import ascii_letters

from yubei_pub.beads import QuantityUse, Segment
from yubei_pub.document import Block
from yubei_pub.model import Briefing
from yubei_pub.patterns import lazy_regex

# "July 10, 2024" and "15.8 square meters"; a longer stretch on one line tears a hole into a column on a phone.
_LONGEST = 18
# What a reader does not want to find on the next line: 15.8 | 平方米, 3 billion | yuan, 25 | °C.
_UNIT = lazy_regex(
    "[余多]?(?:平方)?(?:公里|千米|米)|[余多]?[个元类部座年人户名次件条项家所处吨亩岁天层种级倍]"
    "| (?:yuan|percent|(?:square )?(?:kilo)?met(?:er|re)s)\\b"
    "|[ \u00a0]?(?:℃|°[CF]|(?:[kcm]?m[²³]?|km/h|m/s|k?g|kWh?|[MG]Wh?|ha|t)(?![A-Za-z/]))"
)

# A telephone number or a day, which browsers part at a hyphen.
HYPHENATED = lazy_regex(r"[0-9](?<![A-Za-z0-9-].)(?=(?:-?[0-9]){6,14}(?![A-Za-z0-9-]))[0-9]{0,7}(?:-[0-9]{1,8})+")

# What heads a column of figures: 面积 | （平方公里）, not 面积（平方公 | 里）.
_IN_BRACKETS = lazy_regex("（[^（）\t\n]{1,6}）")

_SIGNS = "±~≈≤≥<>+−-–$¥€£"


def figures(segments: Sequence[Segment], uses: Iterable[QuantityUse]) -> Iterator[tuple[Block, int, int]]:
    """The blocks of segments and where in their texts such a figure starts and ends."""
    for use in uses:
        segment, start, end = segments[use.segment], use.quantity.start, use.quantity.end
        unit = _UNIT.match(segment.text.text, end)
        end = unit.end() if unit else end
        words = segment.text.text[start:end]
        if len(words) <= _LONGEST and any(char.isdecimal() for char in words):
            yield segment.block, segment.start + start, segment.start + end


def units(header: str) -> list[tuple[int, int]]:
    """Where the units in full-width brackets stand in the header row of a table."""
    return [found.span() for found in _IN_BRACKETS.finditer(header)]


def of_english(briefing: Briefing) -> Mapping[int, Sequence[tuple[int, int]]]:
    """Those of the English blocks that a line could part, with the signs before them, by the `id` of the block."""
    found: dict[int, list[tuple[int, int]]] = {}
    for bead in briefing.beads():
        for block, start, end in figures(bead.target, bead.target_quantities):
            text = block.text.text
            if not {" ", "–"}.isdisjoint(text[start:end]):
                signed = text[:start].rstrip(_SIGNS)
                if len(signed) < start:  # US$240 million
                    signed = signed.rstrip(ascii_letters)
                found.setdefault(id(block), []).append((len(signed), end))
    return found
