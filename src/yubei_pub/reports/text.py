"""Findings as people read them: `path:line:column: severity rule: message`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from yubei_pub.findings import Finding
from yubei_pub.reports import NO_MANUALS
from yubei_pub.reports._excerpt import excerpt, printable

# Paints a text in a style (place, rule, quiet or a severity); how is the business of who has a terminal.
Paint = Callable[[str, str], str]


def write(findings: Sequence[Finding], manuals: Mapping[str, str] = NO_MANUALS) -> str:
    """A line a finding, for files and filters; the related places are named at its end."""
    return "".join(f"{_headline(finding)}{_seen(finding)}\n" for finding in findings)


def show(findings: Sequence[Finding], columns: int, paint: Paint) -> str:
    """For a terminal: under each finding its line, no wider than `columns`, with carets, and the related places."""
    return "\n".join("".join(f"{line}\n" for line in _shown(finding, columns, paint)) for finding in findings)


def _shown(finding: Finding, columns: int, paint: Paint) -> Iterator[str]:
    yield _headline(finding, paint)
    if finding.place.source.text:
        margin = f"{finding.place.position.line:>5} | "
        line, carets = excerpt(finding.place, max(columns - len(margin), 20))
        yield paint(margin, "quiet") + line
        yield paint(f"{'':>5} | ", "quiet") + paint(carets, finding.severity.value)
    yield from (paint(printable(f"    {place}: {message}"), "quiet") for place, message in finding.related)


def _headline(finding: Finding, paint: Paint = lambda text, style: text) -> str:
    severity = finding.severity.value
    place = paint(printable(f"{finding.place}:"), "place")
    return f"{place} {paint(severity, severity)} {paint(finding.rule, 'rule')}: {printable(str(finding.message))}"


def _seen(finding: Finding) -> str:
    places = ", ".join(str(place) for place, _ in finding.related)
    return printable(f" (see {places})") if places else ""
