"""Findings as people read them: `path:line:column: severity rule: message`."""

from __future__ import annotations

from collections.abc import Sequence

from yubei_pub.findings import Finding


def write(findings: Sequence[Finding]) -> str:
    """A line a finding, related places indented under it."""
    lines: list[str] = []
    for finding in findings:
        lines.append(f"{finding.place}: {finding.severity.value} {finding.rule}: {finding.message}")
        lines.extend(f"    {place}: {message}" for place, message in finding.related)
    return "".join(line + "\n" for line in lines)
