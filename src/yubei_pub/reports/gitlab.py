"""Findings for GitLab's merge requests: a code quality report.

https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from yubei_pub.findings import Finding, Place, Severity
from yubei_pub.reports import NO_MANUALS
from yubei_pub.reports._identity import fingerprints

REPOSITORY = True
_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.NOTE: "info"}


def write(findings: Sequence[Finding], manuals: Mapping[str, str] = NO_MANUALS) -> str:
    """A JSON array; GitLab keeps one of several findings with the same fingerprint, so each has its own."""
    issues = [_issue(*both) for both in zip(findings, fingerprints(findings), strict=True)]
    return json.dumps(issues, ensure_ascii=False, indent=2) + "\n"


def _issue(finding: Finding, fingerprint: str) -> dict[str, object]:
    return {
        "check_name": finding.rule,
        "description": f"{finding.rule}: {finding.message}",
        "severity": _SEVERITIES[finding.severity],
        "fingerprint": fingerprint,
        "location": {"path": finding.place.path, "positions": _positions(finding.place)},
    }


def _positions(place: Place) -> dict[str, dict[str, int]]:
    return {"begin": place.position._asdict(), "end": place.end_position._asdict()}
