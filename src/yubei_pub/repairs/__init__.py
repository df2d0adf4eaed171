"""Repairs of damaged text, in the order of `REPAIRS`, until nothing is left to mend.

Each module mends one kind of damage and exports `edits(text) -> Iterator[Edit]`; its
docstring is its manual.  Modules whose names begin with an underscore are what they share:

- `_table` which characters a mirror annotates, and whether a page is a mirror's;
- `_seam` what the bytes allow of a damaged stretch, and the mechanism of the damage, by which all is confirmed;
- `_guess` the likeliest, where they leave a choice: `_lattice` follows the `_path`s, `_lost` knows what fits the lost
  bytes (`_gbk` has characters by theirs), and `_score` tells how likely that is by the `_model` and by the `_page`;
- `_edits` edits on edits; `_protected` where half-width punctuation belongs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from importlib import import_module
from inspect import cleandoc
from typing import NamedTuple

from yubei_pub.findings import Finding, Message, Place, Severity
from yubei_pub.garbage import no_garbage_collection
from yubei_pub.repairs import characters
from yubei_pub.repairs._edits import applied, composed
from yubei_pub.trace import Edit, TracedText

REPAIRS = (
    "newlines",  # the others think in lines
    "characters",  # invisible characters would stand between a character and its reading
    "pinyin",
    "punctuation",  # needs to see the Chinese that a reading stood in front of
)

# A repair can uncover damage of an earlier kind; measured on real and made pages the second
# round already changes nothing.  The bound keeps hostile input linear.
ROUNDS = 10
LONG = 1000  # characters, from which on it is worth while to leave Python's garbage alone


class Repaired(NamedTuple):
    """The repaired text, and the edits that make it of the text as it was.

    `edits` are in code point offsets of the original, in order, not overlapping.
    """

    text: str
    edits: tuple[Edit, ...]


def repair(text: str) -> Repaired:
    """Mend what can be mended in one page (or line) of decoded text.

    Give it the whole page: what is damaged, and what lost bytes were, is judged by all of it.  An edit that is not
    `certain` is a guess.  Repairing the result again changes nothing.  Never raises for any text.
    """
    if len(text) < LONG:
        return _repair(text)
    with no_garbage_collection():  # with it ten times as many edits took up to twenty times as long
        return _repair(text)


def _repair(text: str) -> Repaired:
    repaired = text
    done: Sequence[Edit] = ()
    silent = 0  # so many repairs, one after the other, had nothing to mend
    for edits_of in _in_order() * ROUNDS:
        edits = list(edits_of(repaired))
        silent = 0 if edits else silent + 1
        if silent == len(REPAIRS):
            break
        if edits:
            done = composed(text, done, edits)
            repaired = applied(repaired, edits)
    return Repaired(repaired, tuple(done))


@cache
def _in_order() -> tuple[Callable[[str], Iterator[Edit]], ...]:
    return tuple(import_module(f"{__name__}.{name}").edits for name in REPAIRS)


def manual(rule: str) -> str:
    """What a repair mends, with a bad and a good example; KeyError if there is no such repair."""
    if rule not in REPAIRS:
        raise KeyError(rule)
    return cleandoc(import_module(f"{__name__}.{rule}").__doc__ or "")


def repair_traced(text: TracedText) -> TracedText:
    """The repaired text, every character traced to its place in the source."""
    return text.edit(repair(text.text).edits)


def doubts(text: TracedText, repaired: Repaired) -> Iterator[Finding]:
    """What an editor must see of any text that was repaired: what is a guess, and characters that nobody can read."""
    for edit in repaired.edits:
        if not edit.certain:
            template = "the page has “{found}” here, which was restored as “{text}”; this is a guess: compare it"
            words = Message(template, found=text.text[edit.start : edit.end], text=edit.replacement)
            yield Finding("uncertain-repairs", Severity.WARNING, Place.of(text, edit.start, edit.end), words)
    for match in characters.lost(text.text):
        place = Place.of(text, *match.span())
        yield Finding("characters", Severity.WARNING, place, characters.unreadable(match[0]))
