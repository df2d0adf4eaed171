"""The briefing, the waist of the house: two documents paired, annotated and dated.

Checks and writers see it and nothing else.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property, partial
from itertools import chain
from typing import NamedTuple

from yubei_pub import addresses
from yubei_pub.beads import Bead
from yubei_pub.document import LEAD, Block, BlockKind, Document, MarkKind
from yubei_pub.findings import Finding, Place
from yubei_pub.glossary import Term
from yubei_pub.origins import Provenance
from yubei_pub.remembered import Page, Remembered
from yubei_pub.trace import TracedText

_IN_MIND = 20  # paragraphs that a reader remembers a figure of


@dataclass(frozen=True)
class Passage:
    """One row of the briefing; `number` is the same in both languages, None for a figure.

    `beads` has the row taken whole, which is what the checks read: translators move figures between
    the sentences of a paragraph.  `sentences` are the same texts sentence by sentence, for who shows
    which English stands for which Chinese; they are aligned when first asked for.
    """

    number: int | None
    source: tuple[Block, ...]
    target: tuple[Block, ...]
    beads: Sequence[Bead]
    divide: Callable[[Bead], tuple[Bead, ...]] | None = field(default=None, compare=False, repr=False)

    @property
    def blocks(self) -> tuple[Block, ...]:
        """Those of the Chinese, then those of the English."""
        return (*self.source, *self.target)

    def side(self, chinese: bool) -> tuple[Block, ...]:
        """Those of one language."""
        return self.source if chinese else self.target

    @cached_property
    def sentences(self) -> tuple[Bead, ...]:
        """The beads of sentences, in order, terms and quantities tied within each."""
        divide = self.divide
        return tuple(part for bead in self.beads for part in (divide(bead) if divide else (bead,)))


class State(Enum):
    """Where a section's translation stands with its reviewers."""

    REVIEWED = "reviewed"
    UNREVIEWED = "unreviewed"
    STALE = "stale"
    MISSING = "missing"

    @property
    def words(self) -> str:
        """The same as people read it, `not reviewed`."""
        return {"unreviewed": "not reviewed", "missing": "not translated"}.get(self.value, self.value)


class Change(NamedTuple):
    """A paragraph that is not as a reviewer approved it.

    `block` is the paragraph as it is now, or the one before it where it was taken out (`gone`).
    `before` is the approved text, empty for a paragraph that is new, and `now` that of `block`, both with what
    else it says (`ledger.said`); of the English (`source` False) the ledger keeps no text.  `form` says that only
    how it is set is another, or its pin.
    """

    block: Block
    source: bool
    before: str = ""
    gone: bool = False
    now: TracedText | None = None
    form: bool = False


class FrontChange(NamedTuple):
    """A line of the front matter of `file` that is printed and not as a reviewer approved it.

    `before` is empty where it is new, `now` where it was taken out.  The key `sections` is the order of the sections:
    the first that is another, before and now.
    """

    file: str
    key: str
    before: str
    now: str


@dataclass(frozen=True)
class BriefingSection:
    """A section in both languages.  `headings` has the one bead of the two headings, `notes` those of its footnotes.

    `reviewed_by` and `reviewed_on` are the ledger's, empty where nobody approved; `changes` is what
    is not as it was approved, `front_changes` what of title block and colophon, which go with the first section.
    `blocks` are all of both sides, with the headings and footnotes; `first` is the number of its first passage.
    `plain` are the pieces of both files that the section is, if it is headings and paragraphs of nothing but words.
    `recall` gives what is to be known of it, made anew where the last build did not know the same section (all but
    `first`); `recall_bead` what is to be known of a bead, which outlasts changes of others.
    """

    id: str
    level: int
    source_heading: Block | None
    target_heading: Block | None
    headings: Sequence[Bead]
    passages: Sequence[Passage]
    state: State
    reviewed_by: str = ""
    reviewed_on: str = ""
    notes: Sequence[Bead] = ()
    changes: Sequence[Change] = ()
    blocks: Sequence[Block] = ()
    front_changes: Sequence[FrontChange] = ()
    first: int = 1
    plain: tuple[Place, ...] = field(default=(), compare=False)
    recall: Page = field(default_factory=Page, compare=False, repr=False)
    recall_bead: Page = field(default_factory=Page, compare=False, repr=False)

    @property
    def is_lead(self) -> bool:
        """Whether it is the first, whose heading is the title."""
        return self.id == LEAD

    @property
    def heading(self) -> Bead:
        """The bead of the two headings."""
        return self.headings[0]

    @property
    def extents(self) -> Sequence[Place]:
        """The stretches of both files that it is made of: what stands in one of them stands there still if it moves."""
        return self.plain or [block.place for block in self.blocks]

    def has(self, place: Place) -> bool:
        """Whether a place of either file lies in it."""
        return any(e.path == place.path and e.start <= place.start < e.end for e in self.extents)

    @cached_property
    def stands_alone(self) -> bool:
        """Whether nothing in it has a number or a name in a document: no picture, no footnote, no link."""
        if self.plain:
            return not any(addresses.may_hold(place.written) for place in self.plain)
        return not any(map(_is_named, self.blocks))

    def beads(self) -> Iterator[Bead]:
        """The heading's bead, then those of the passages and of the footnotes."""
        yield self.heading
        for passage in self.passages:
            yield from passage.beads
        yield from self.notes

    def around(self, bead: Bead) -> tuple[Bead, ...]:
        """The beads before and after one of the section's."""
        beads, places = self._in_order
        at = places.get(id(bead), len(beads) + 1)
        return (*beads[max(0, at - 1) : at], *beads[at + 1 : at + 2])

    def above(self, bead: Bead) -> Sequence[Bead]:
        """The beads before one of the section's that a reader still has in mind, the last first."""
        beads, places = self._in_order
        at = places.get(id(bead), 0)
        return beads[max(0, at - _IN_MIND) : at][::-1]

    @cached_property
    def _in_order(self) -> tuple[Sequence[Bead], Mapping[int, int]]:
        return _placed(self.beads())

    def name_of(self, block: Block) -> str:
        """What a reader calls a block of either side: ¶3, or heading, figure, footnote."""
        passage = next((p for p in self.passages if block in p.blocks), None)
        if passage is None:
            return "heading" if block in (self.source_heading, self.target_heading) else "footnote"
        return f"¶{passage.number}" if passage.number else "figure"


def _is_named(block: Block) -> bool:
    """Whether a block has a picture, a footnote or a link."""
    named = (MarkKind.LINK, MarkKind.NOTE)
    marked = any(mark.kind in named for mark in block.marks)
    return block.kind is BlockKind.FIGURE or marked or addresses.may_hold(block.text.text)


class Picture(NamedTuple):
    """A picture named in zh.md as it is printed: its bytes, their kind by content and their size in pixels.

    `original` is the SHA-256 of the file where `data` is not what the file has: turned or scaled.
    """

    path: str
    data: bytes
    kind: str
    width: int
    height: int
    original: str = ""


@dataclass(frozen=True, eq=False)
class Briefing:
    """A briefing ready to be checked and typeset, equal to no other.

    `source` is zh.md simplified, `target` en.md or None; `sections` pairs them.
    `text_digest` and `glossary_digest` are short hexadecimal digests printed in the footer.
    """

    id: str
    source: Document
    target: Document | None
    sections: tuple[BriefingSection, ...]
    pictures: Mapping[str, Picture]
    provenance: Provenance | None
    findings: tuple[Finding, ...]
    text_digest: str
    glossary_digest: str
    glossary: Mapping[str, Term] = field(default_factory=dict, repr=False)
    remembered: Remembered = field(default_factory=Remembered, repr=False)

    @property
    def lead(self) -> BriefingSection:
        """The first section, whose heading is the title: a file has one, if an empty one."""
        return self.sections[0]

    @property
    def front(self) -> Mapping[str, str]:
        """The front matter of zh.md as it is written."""
        return self.source.front

    @property
    def printed_front(self) -> Mapping[str, str]:
        """The same in the script of the text, which is what documents print."""
        return self.source.simplified or self.source.front

    @property
    def language(self) -> str:
        """The language of the translation, `en-US` unless en.md says otherwise."""
        return self.english_front.get("language", "en-US")

    @property
    def english_front(self) -> Mapping[str, str]:
        """The front matter of en.md."""
        return self.target.front if self.target else {}

    @property
    def english_notes(self) -> Mapping[str, Block]:
        """The footnotes of en.md, by label."""
        return self.target.notes if self.target else {}

    @property
    def draft_sections(self) -> tuple[BriefingSection, ...]:
        """The sections that no reviewer stands behind."""
        return tuple(s for s in self.sections if s.state is not State.REVIEWED)

    @property
    def drafts(self) -> list[str]:
        """How many sections no reviewer stands behind, state by state: `2 not reviewed`, `1 stale`."""
        counts = Counter(section.state for section in self.draft_sections)
        return [f"{counts[state]} {state.words}" for state in State if counts[state]]

    def beads(self) -> Iterator[Bead]:
        """The beads of all sections, in their order."""
        return chain.from_iterable(section.beads() for section in self.sections)

    def before(self, bead: Bead) -> Iterator[Bead]:
        """The beads before one, the nearest first; all where it is none of them."""
        beads, places = self._in_order
        return map(beads.__getitem__, reversed(range(places.get(id(bead), len(beads)))))

    @cached_property
    def _in_order(self) -> tuple[Sequence[Bead], Mapping[int, int]]:
        return _placed(self.beads())

    def around(self, bead: Bead) -> tuple[Bead, ...]:
        """The beads before and after one, in its section."""
        return next((near for section in self.sections if (near := section.around(bead))), ())

    def above(self, bead: Bead) -> Sequence[Bead]:
        """The beads before one that a reader still has in mind, in its section."""
        return next((near for section in self.sections if (near := section.above(bead))), ())

    @cached_property
    def terms(self) -> Mapping[Term, Sequence[int | None]]:
        """The terms that occur, by first use, with the numbers of their passages; 0 is a caption, None a heading."""
        found: defaultdict[str, list[int | None]] = defaultdict(list)
        for section in self.sections:
            before = section.first - 1
            for zh, place in zip(*section.recall("terms", partial(_terms, section)), strict=True):
                found[zh].append(place and place + before)
        return {self.glossary[zh]: places for zh, places in found.items()}


def _placed(beads: Iterable[Bead]) -> tuple[Sequence[Bead], Mapping[int, int]]:
    """Beads in their order, and where each stands."""
    beads = tuple(beads)
    return beads, {id(bead): place for place, bead in enumerate(beads)}


def _terms(section: BriefingSection) -> tuple[list[str], list[int | None]]:
    """The terms of a section by first use, each as often as passages have it, and these, counted from the first."""
    found: dict[str, dict[int | None, None]] = {}
    for use in section.heading.terms:
        found.setdefault(use.term.zh, {})[None] = None
    for passage in section.passages:
        place = passage.number - section.first + 1 if passage.number else 0
        for use in (use for bead in passage.beads for use in bead.terms):
            found.setdefault(use.term.zh, {})[place] = None
    each = [(zh, place) for zh, places in found.items() for place in places]
    return [zh for zh, _ in each], [place for _, place in each]
