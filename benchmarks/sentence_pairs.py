"""Read the sentence pairs of benchmarks/pairs, and set them as the zh.md and en.md of briefings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

VALUES = ("tenfold", "myriad", "digit", "approximator", "month", "percentage", "ordinal")
# What no figure and no term shows; "wording": may for shall, surplus for deficit.
WORDINGS = ("wording", "year", "name", "office", "negation", "direction", "unit", "swap")
KINDS = (*VALUES, "term", *WORDINGS)

_BLOCKS = re.compile(r"[^\n]+(?:\n[^\n]+)*")
_PLANTED = re.compile(r"\[(?P<right>[^\[\]]*?) =>(?: (?P<wrong>[^\[\]]*))?\]")


class Pair(NamedTuple):
    """A Chinese paragraph, its right English, the English with one error planted, and the error's kind."""

    kind: str
    zh: str
    right: str
    wrong: str
    line: int  # of the file of pairs


class Heading(NamedTuple):
    """A heading in both languages."""

    zh: str
    en: str


@dataclass
class Page:
    """A briefing: its title, date and language, and its sections of pairs."""

    title: Heading
    date: str
    language: str
    sections: list[tuple[Heading, list[Pair]]] = field(default_factory=list)

    def pairs(self) -> Iterator[Pair]:
        for _, pairs in self.sections:
            yield from pairs


class Lines(NamedTuple):
    """Where a pair stands in the two files of a briefing."""

    zh: int
    en: int


class Written(NamedTuple):
    """The two files of a briefing, and the lines of each pair."""

    zh: str
    en: str
    lines: dict[Pair, Lines]


def read(text: str) -> list[Page]:
    """The briefings of a file of pairs; what stands before the first is its manual.  ValueError names a wrong line."""
    pages: list[Page] = []
    for block in _BLOCKS.finditer(text):
        line = text.count("\n", 0, block.start()) + 1
        first, *rest = block[0].split("\n")
        try:
            if first.startswith("# "):
                _read_page(pages, first, rest)
            elif first.startswith("## "):
                _read_section(pages[-1], first)
            elif pages:
                pages[-1].sections[-1][1].append(_read_pair(first, rest, line))
        except (ValueError, IndexError) as error:
            raise ValueError(f"line {line}: {error}") from None
    return pages


def _read_page(pages: list[Page], first: str, rest: list[str]) -> None:
    zh, en, date, language = first.removeprefix("# ").split(" | ")
    pages.append(Page(Heading(zh, en), date, language))
    if rest:
        (section,) = rest
        _read_section(pages[-1], section)


def _read_section(page: Page, line: str) -> None:
    page.sections.append((Heading(*line.removeprefix("## ").split(" | ")), []))


def _read_pair(kind: str, rest: list[str], line: int) -> Pair:
    if kind not in KINDS:
        raise ValueError(f"{kind!r} is no kind of error")
    zh, en = rest
    if len(_PLANTED.findall(en)) != 1 or en.count("[") != 1:
        raise ValueError("there must be one [right => wrong] in the English")
    return Pair(kind, zh, _PLANTED.sub(r"\g<right>", en), _PLANTED.sub(r"\g<wrong>", en), line)


def write(page: Page, planted: Pair | None = None) -> Written:
    """The files of a briefing, with the error of `planted` and of no other pair."""
    zh = ["---", f"date: {page.date}", "publisher: 示例新闻网", "url: https://example.org/page", "rights: 版权所有"]
    en = ["---", f"language: {page.language}", "translators: [A. Translator]", "status: draft"]
    lines: dict[Pair, Lines] = {}

    def add(ours: str, theirs: str) -> None:
        zh.extend((ours, ""))
        en.extend((theirs, ""))

    add("---", "---")
    add(f"# {page.title.zh}", f"# {page.title.en}")
    for heading, pairs in page.sections:
        add(f"## {heading.zh}", f"## {heading.en}")
        for pair in pairs:
            lines[pair] = Lines(len(zh) + 1, len(en) + 1)
            add(pair.zh, pair.wrong if pair is planted else pair.right)
    return Written("\n".join(zh), "\n".join(en), lines)
