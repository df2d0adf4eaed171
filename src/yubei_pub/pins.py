"""Pins: `<!-- yubei: zh 3-4 -->` above an English paragraph says that it renders paragraphs 3 to 4 of the Chinese.

The numbers count what stands under the Chinese heading of the same section, from 1: paragraphs, items, quotations
and table rows, each one; figures and the heading itself do not count.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from yubei_pub.document import Block, BlockKind, Directive
from yubei_pub.findings import Message, Place
from yubei_pub.patterns import lazy_regex

_PIN = lazy_regex(r"zh\s+(?P<first>\d{1,6})(?:\s*[-–—]\s*(?P<last>\d{1,6}))?")


class Pin(NamedTuple):
    """Text blocks `source` of the Chinese section that text blocks `target` of the English one render."""

    source: range
    target: range


class Pins(NamedTuple):
    """The pins of a section in order, and what is wrong with the others."""

    good: tuple[Pin, ...] = ()
    bad: tuple[tuple[Place, Message], ...] = ()


def is_pin(directive: Directive) -> bool:
    """Whether a comment is meant for one, right or wrong."""
    return directive.words.split()[:1] == ["zh"]


def texts(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks that are counted."""
    return tuple(block for block in blocks if block.kind is not BlockKind.FIGURE)


def read(source: Sequence[Block], target: Sequence[Block]) -> Pins:
    """The pins above the blocks of an English section; neighbours with the same numbers are one."""
    most = len(texts(source))
    good: list[Pin] = []
    bad: list[tuple[Place, Message]] = []
    for number, block in enumerate(texts(target)):
        for directive in filter(is_pin, block.directives):
            wanted = _range(directive)
            last = good[-1] if good else Pin(range(0), range(0))
            if good and wanted == last.source and last.target.stop == number:
                good[-1] = Pin(last.source, range(last.target.start, number + 1))
            elif message := _wrong(wanted, most, last.source.stop):
                bad.append((directive.place, message))
            elif last.target.stop > number:
                bad.append((directive.place, Message("one paragraph has one pin; write the numbers as in zh 3-4")))
            else:
                good.append(Pin(wanted, range(number, number + 1)))
    return Pins(tuple(good), tuple(bad))


def _range(directive: Directive) -> range:
    """The paragraphs a pin names, counted from 0; none for words that name none."""
    match = _PIN.fullmatch(directive.words)
    return range(int(match["first"]) - 1, int(match["last"] or match["first"])) if match else range(0)


def _wrong(wanted: range, most: int, done: int) -> Message | None:
    """Why a pin cannot be taken where the section has `most` paragraphs and `done` are pinned; None if it can."""
    if not wanted or wanted.start < 0:
        return Message("write <!-- yubei: zh 3 --> or <!-- yubei: zh 3-4 -->, counting the Chinese paragraphs from 1")
    if wanted.stop > most:
        template = "there is no paragraph {last} under this heading of zh.md: it has {most} (figures are not counted)"
        return Message(template, last=wanted.stop, most=most)
    if wanted.start < done:
        template = "paragraph {first} of the Chinese does not come after what is pinned above; pins go forward"
        return Message(template, first=wanted.start + 1)
    return None


def misplaced(blocks: Sequence[Block]) -> list[tuple[Place, Message]]:
    """Pins where they mean nothing: in zh.md, or above a heading or figure."""
    message = Message(
        "a pin stands in en.md, above the paragraph that renders those of the Chinese; take this line out"
    )
    return [(d.place, message) for block in blocks for d in block.directives if is_pin(d)]
