"""How often the checks cry wolf over right sentence pairs, and how many planted errors they catch.

    make bench-checks

or, to see every false alarm and every miss, or to measure other pairs:

    .venv/bin/python benchmarks/checks.py [--list] [benchmarks/pairs/first.txt …]

The pairs are set as briefings of about twenty paragraphs and go through the real pipeline with the terms of
benchmarks/pairs/glossary.yaml.  A false alarm is any error or warning in the zh.md or en.md of the right briefings,
headings included, each counted by itself.  Then each error is planted alone, and is caught if its briefing has an error
or warning more, of some rule, on the line of its paragraph in en.md than the right briefing.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import sentence_pairs
from sentence_pairs import KINDS, VALUES, WORDINGS, Page, Pair

from yubei_pub import glossary, markdown, pipeline
from yubei_pub.findings import Finding, Severity
from yubei_pub.model import Briefing
from yubei_pub.terms import TermFinder
from yubei_pub.trace import Source

PAIRS = Path(__file__).parent / "pairs"
MOST_FALSE, LEAST_VALUES, LEAST_TERMS = 1.0, 0.99, 0.97  # the goals: alarms in 100 pairs, shares caught


class Project:
    """An editor's project that was never on a disk."""

    def __init__(self, terms: str) -> None:
        self.glossary = glossary.read(Source("glossary.yaml", terms))
        self.finder = TermFinder(self.glossary.terms)

    def briefing(self, id: str, page: Page, planted: Pair | None = None) -> Briefing:
        """A page of pairs as a briefing, with one error or none."""
        written = sentence_pairs.write(page, planted)
        zh = markdown.read(Source(f"source/{id}/zh.md", written.zh))
        en = Source(f"source/{id}/en.md", written.en)
        return pipeline.brief(pipeline.Folder(id, zh, en, None, None, {}), self.glossary, self.finder)

    def findings(self, briefings: Sequence[Briefing], whole: bool = True) -> Sequence[Finding]:
        """What `check` would print; `whole` says that these are all briefings."""
        return pipeline.check(briefings, self.glossary, whole=whole).findings


@dataclass
class Report:
    """What was said of the right pairs, and which planted errors nobody noticed."""

    pairs: list[Pair] = field(default_factory=list)
    with_terms: int = 0
    alarms: list[tuple[Finding, Pair | None]] = field(default_factory=list)
    notes: Counter[str] = field(default_factory=Counter)
    elsewhere: Counter[str] = field(default_factory=Counter)  # findings in other files: the glossary
    missed: list[Pair] = field(default_factory=list)
    caught_by: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))  # rules, by kind of error

    @property
    def false_alarms(self) -> float:
        """Errors and warnings in 100 right pairs."""
        return 100 * len(self.alarms) / len(self.pairs)

    def caught(self, kinds: Iterable[str]) -> tuple[int, int]:
        """How many errors of these kinds were caught, and how many were planted."""
        planted, missed = (sum(pair.kind in set(kinds) for pair in pairs) for pairs in (self.pairs, self.missed))
        return planted - missed, planted


def measure(pages: Sequence[Page], project: Project) -> Report:
    """The checks against right pages, and against each of their errors alone."""
    report = Report()
    named = [(f"{page.date}-{number}", page) for number, page in enumerate(pages, 1)]
    _right(named, project, report)
    for id, page in named:
        usual = Counter(_on_lines(project, id, page))
        for pair in page.pairs():
            report.pairs.append(pair)
            report.with_terms += bool(project.finder.find(pair.zh))
            line = sentence_pairs.write(page).lines[pair].en
            new = Counter(_on_lines(project, id, page, pair)) - usual
            rules = {rule for at, rule in new if at == line}
            report.caught_by[pair.kind].update(rules)
            if not rules:
                report.missed.append(pair)
    return report


def _right(named: Sequence[tuple[str, Page]], project: Project, report: Report) -> None:
    pairs: dict[tuple[str, int], Pair] = {}
    for id, page in named:
        for pair, lines in sentence_pairs.write(page).lines.items():
            pairs |= {(f"source/{id}/zh.md", lines.zh): pair, (f"source/{id}/en.md", lines.en): pair}
    for finding in project.findings([project.briefing(id, page) for id, page in named]):
        if not finding.place.path.startswith("source/"):
            report.elsewhere[f"{finding.rule} {finding.severity.value}"] += 1
        elif finding.severity is Severity.NOTE:
            report.notes[finding.rule] += 1
        else:
            place = finding.place.path, finding.place.position.line
            report.alarms.append((finding, pairs.get(place)))


def _on_lines(project: Project, id: str, page: Page, planted: Pair | None = None) -> Iterator[tuple[int, str]]:
    """Line and rule of each error and warning in the en.md of one briefing; messages may quote what was planted."""
    for finding in project.findings([project.briefing(id, page, planted)], whole=False):
        if finding.place.path == f"source/{id}/en.md" and finding.severity is not Severity.NOTE:
            yield finding.place.position.line, finding.rule


def _share(report: Report, name: str, *kinds: str) -> str:
    caught, planted = report.caught(kinds)
    by = sum((report.caught_by[kind] for kind in kinds), Counter[str]())
    return f"{name:<20}{caught / planted if planted else 1:7.2%}   {caught} of {planted}, by {_tally(by)}"


def _tally(counts: Counter[str]) -> str:
    return ", ".join(f"{name} {count}" for name, count in counts.most_common()) or "none"


def summary(report: Report) -> Iterator[str]:
    """The figures, one a line."""
    share = report.with_terms / len(report.pairs)
    yield f"pairs               {len(report.pairs)}, {report.with_terms} of them ({share:.0%}) with terms"
    yield f"false alarms        {report.false_alarms:.2f} in 100 pairs (goal: at most {MOST_FALSE:g})"
    for severity in (Severity.ERROR, Severity.WARNING):
        rules = Counter(finding.rule for finding, _ in report.alarms if finding.severity is severity)
        yield f"  {severity.value + 's':<18}{_tally(rules)}"
    yield f"  notes, uncounted  {_tally(report.notes)}"
    yield f"  of the glossary   {_tally(report.elsewhere)}"
    yield _share(report, "value errors caught", *VALUES) + f" (goal: {LEAST_VALUES:.0%})"
    yield from (_share(report, f"  {kind}", kind) for kind in VALUES)
    yield _share(report, "term errors caught", "term") + f" (goal: {LEAST_TERMS:.0%})"
    if report.caught(WORDINGS)[1]:
        yield _share(report, "wording, no goal", *WORDINGS)
        yield from (_share(report, f"  {kind}", kind) for kind in WORDINGS if report.caught((kind,))[1])


def particulars(report: Report, file: str) -> Iterator[str]:
    """Every false alarm and every miss, with the line of the file of pairs."""
    for finding, pair in report.alarms:
        where = f"{file}:{pair.line}" if pair else str(finding.place)
        yield f"\n{where}: false {finding.severity.value} {finding.rule}: {finding.message}"
        yield from (f"    {text}" for text in ((pair.zh, pair.right) if pair else ()))
    for pair in sorted(report.missed, key=lambda pair: (KINDS.index(pair.kind), pair.line)):
        yield f"\n{file}:{pair.line}: missed {pair.kind}\n    {pair.zh}\n    {pair.wrong}"


def _project(file: Path) -> Project:
    """The project of a file of pairs: with a glossary of its own, sixth-glossary.yaml, or the one of all."""
    own = file.with_name(f"{file.stem}-glossary.yaml")
    return Project((own if own.exists() else PAIRS / "glossary.yaml").read_text(encoding="utf-8"))


def main(arguments: Sequence[str]) -> None:
    files = [Path(name) for name in arguments if name != "--list"] or sorted(PAIRS.glob("*.txt"))
    for file in files:
        report = measure(sentence_pairs.read(file.read_text(encoding="utf-8")), _project(file))
        print(f"\n{file.name}\n", *summary(report), sep="\n")
        if "--list" in arguments:
            print(*particulars(report, file.name), sep="\n")


if __name__ == "__main__":
    main(sys.argv[1:])
