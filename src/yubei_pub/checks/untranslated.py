"""Every heading, paragraph and caption of the Chinese has its English.

People translate; the program leaves an empty place, never a sentence of its own.

Bad:   `## {#s1}` in en.md with no words behind the `##`, or a paragraph left in Chinese.
Good:  `## Smarter urban development {#s1}`

What to do: write the English in en.md, below the comments: what stands between <!-- and --> is never printed.
`yubei-pub import` makes one with headings, figures and ids in their places; without it, copy zh.md and write the
English over the Chinese.
"""

from __future__ import annotations

from collections.abc import Iterator

from yubei_pub import han
from yubei_pub.document import Block, BlockKind, Document
from yubei_pub.findings import Message, Place, Remark, Severity, shortened
from yubei_pub.model import Briefing, BriefingSection, Passage
from yubei_pub.patterns import lazy_regex

SEVERITY = Severity.ERROR

_COMMENT = lazy_regex(r"<!--(?!\s*yubei)(?P<words>(?s:.*?))-->")
_ENGLISH = lazy_regex(r"(?!    |Earlier, in ).*?(?:[A-Za-z]+[ ,]+){2}[A-Za-z]+")
WHAT = {BlockKind.HEADING: "heading", BlockKind.FIGURE: "caption"}


def check_briefing(briefing: Briefing) -> Iterator[Remark]:
    """A missing en.md is one finding, not hundreds."""
    if briefing.target is None:
        place = Place(briefing.source.source, 0, 0)
        yield Remark(place, Message("there is no en.md beside this file; write the translation there"))


def check_section(section: BriefingSection, briefing: Briefing) -> Iterator[Remark]:
    """What has no English yet, or has it where nobody prints it."""
    remarks = list(_untranslated(section))
    yield from remarks
    fewer = any(len(passage.source) > len(passage.target) for passage in section.passages)
    if (remarks or fewer) and section.target_heading is not None and briefing.target is not None:
        severity = Severity.WARNING if remarks else Severity.NOTE  # it may be merged, and the comment a remark
        yield from _in_comments(section.target_heading, briefing.target, severity)


def _in_comments(heading: Block, target: Document, severity: Severity) -> Iterator[Remark]:
    """English between the marks that `import` sets around the Chinese, under a heading."""
    starts = [section.heading.span[0] for section in target.sections]
    at = starts.index(heading.span[0])
    end = starts[at + 1] if at + 1 < len(starts) else len(target.source.text)
    for comment in _COMMENT.finditer(target.source.text, heading.span[0] if at else 0, end):
        if any(map(_is_english, comment["words"].split("\n"))):
            words = "this English stands between <!-- and -->, where it is not printed; write it below the -->"
            yield Remark(Place(target.source, *comment.span()), Message(words), severity)


def _is_english(line: str) -> bool:
    """A line of a comment that an editor wrote; `import` sets earlier translations in from the margin."""
    return bool(_ENGLISH.match(line)) and not han.holds(line)


def _untranslated(section: BriefingSection) -> Iterator[Remark]:
    chinese, english = section.source_heading, section.target_heading
    if chinese is None or english is None:
        return
    missing = [p for p in section.passages if _has_text(p.source) and not _has_text(p.target) and not _no_figure(p)]
    begun = any(_has_text(p.target) for p in section.passages)
    if missing and not begun and not english.text.text.strip():
        yield _nothing(chinese, english, len(missing))
        return
    yield from _heading(chinese, english)
    if len(missing) > 1 and not begun:  # of a section that has a heading alone, one finding
        message = "nothing under this heading is translated yet: {count} Chinese paragraphs and captions"
        yield Remark(english.place, Message(message, count=len(missing)), related=(_chinese(missing[0]),))
    else:
        yield from map(_missing, missing)
    for passage in section.passages:
        for ours, theirs in zip(passage.source, passage.target, strict=False):
            yield from _copied(ours, theirs)


def _nothing(chinese: Block, english: Block, count: int) -> Remark:
    """One finding for a section that nobody has begun."""
    under = "the paragraph or caption" if count == 1 else f"the {count} paragraphs and captions"
    message = "“{zh}” is not translated yet, neither the heading nor {under} below it"
    related = ((chinese.place, Message("the Chinese heading")),)
    return Remark(english.place, Message(message, zh=chinese.text.text, under=under), related=related)


def _heading(chinese: Block, english: Block) -> Iterator[Remark]:
    if len(chinese.text) and not english.text.text.strip():
        message = Message("the heading “{zh}” has no English yet", zh=chinese.text.text)
        yield Remark(english.place, message, related=((chinese.place, Message("the Chinese heading")),))
    else:
        yield from _copied(chinese, english)


def _missing(passage: Passage) -> Remark:
    block = passage.source[0]
    what, words = WHAT.get(block.kind, "paragraph"), shortened(block.text.text, 24)
    message = Message("this {what} has no English yet: {zh}", what=what, zh=words)
    if passage.target:
        return Remark(passage.target[0].place, message, related=(_chinese(passage),))
    return Remark(block.place, message)


def _copied(chinese: Block, english: Block) -> Iterator[Remark]:
    if english.text.text == chinese.text.text and han.holds(english.text.text):
        what = WHAT.get(english.kind, "paragraph")
        yield Remark(english.place, Message("this {what} is still the Chinese; write it in English", what=what))


def _chinese(passage: Passage) -> tuple[Place, Message]:
    return passage.source[0].place, Message("the Chinese")


def _no_figure(passage: Passage) -> bool:
    """A figure that en.md does not have at all: the rule `structure` says so."""
    return not passage.target and passage.source[0].kind is BlockKind.FIGURE


def _has_text(blocks: tuple[Block, ...]) -> bool:
    return any(block.text.text.strip() for block in blocks)
