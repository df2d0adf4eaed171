"""Findings for programs: an array of objects (FORMATS: Findings)."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from yubei_pub.findings import Finding, Fix, Place
from yubei_pub.reports import NO_MANUALS


def write(findings: Sequence[Finding], manuals: Mapping[str, str] = NO_MANUALS) -> str:
    """A JSON array; lines and columns are 1-based, ends exclusive, columns in code points."""
    return json.dumps([_finding(finding) for finding in findings], ensure_ascii=False, indent=2) + "\n"


def _finding(finding: Finding) -> dict[str, object]:
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        **_place(finding.place),
        "message": str(finding.message),
        "related": [{**_place(place), "message": str(message)} for place, message in finding.related],
        "fix": _fix(finding.place, finding.fix) if finding.fix else None,
    }


def _place(place: Place) -> dict[str, object]:
    start, end = place.position, place.end_position
    return {
        "path": place.path,
        "line": start.line,
        "column": start.column,
        "endLine": end.line,
        "endColumn": end.column,
    }


def _fix(place: Place, fix: Fix) -> dict[str, object]:
    edits = [
        {**_place(Place(place.source, edit.start, edit.end)), "replacement": edit.replacement} for edit in fix.edits
    ]
    return {"certain": fix.certain, "edits": edits}
