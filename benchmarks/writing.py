"""Write a Word file of many pairs; print the seconds by the clock and of the processor, and the memory in MB."""

from __future__ import annotations

import resource
import sys
from time import perf_counter, process_time

import projects

from yubei_pub import markdown, pipeline
from yubei_pub.beads import Bead, Segment
from yubei_pub.glossary import Glossary
from yubei_pub.model import Briefing, BriefingSection, Passage, State
from yubei_pub.settings import Style
from yubei_pub.trace import Source


def briefing(count: int) -> Briefing:
    """A briefing of so many pairs whose paragraphs stand side by side, without terms and quantities."""
    pairs = projects.pairs(count, 10_000)
    zh, en = (
        markdown.read(Source(name, projects.document("---\ndate: 2024-07-16\n---", pairs, side)))
        for side, name in enumerate(("zh.md", "en.md"))
    )
    source = pipeline.simplified(zh, Glossary(Source("glossary.yaml", ""), ()))
    sections, number = [], 1
    for ours, theirs in zip(source.sections, en.sections, strict=True):
        passages = []
        for a, b in zip(ours.blocks, theirs.blocks, strict=True):
            bead = Bead((Segment(a.text, a),), (Segment(b.text, b),))
            passages.append(Passage(number, (a,), (b,), (bead,)))
            number += 1
        heads = (Bead((Segment(ours.heading.text, ours.heading),), (Segment(theirs.heading.text, theirs.heading),)),)
        sections.append(
            BriefingSection(ours.id, ours.level, ours.heading, theirs.heading, heads, tuple(passages), State.UNREVIEWED)
        )
    return Briefing("long", source, en, tuple(sections), {}, None, (), "000000", "000000")


def main() -> None:
    made = briefing(int(sys.argv[1]))
    elapsed, processor = perf_counter(), process_time()
    pipeline.typeset([made], Style(), "docx")
    elapsed, processor = perf_counter() - elapsed, process_time() - processor
    print(elapsed, processor, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


if __name__ == "__main__":
    main()
