"""Findings for reviewdog: its Diagnostic Format, with suggestions that can be taken over with a click.

https://github.com/reviewdog/reviewdog/tree/master/proto/rdf
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from yubei_pub.findings import Finding, Fix, Place, Severity
from yubei_pub.reports import NO_MANUALS

REPOSITORY = True
_SEVERITIES = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.NOTE: "INFO"}


def write(findings: Sequence[Finding], manuals: Mapping[str, str] = NO_MANUALS) -> str:
    """A DiagnosticResult; columns count bytes of UTF-8, as the format wants."""
    result = {"source": {"name": "yubei-pub"}, "diagnostics": [_diagnostic(finding) for finding in findings]}
    return json.dumps(result, ensure_ascii=False, indent=2) + "\n"


def _diagnostic(finding: Finding) -> dict[str, object]:
    return {
        "message": finding.full_message,
        "location": {"path": finding.place.path, "range": _range(finding.place)},
        "severity": _SEVERITIES[finding.severity],
        "code": {"value": finding.rule},
        "suggestions": _suggestions(finding.place, finding.fix) if finding.fix else [],
    }


def _suggestions(place: Place, fix: Fix) -> list[dict[str, object]]:
    return [
        {"range": _range(Place(place.source, edit.start, edit.end)), "text": edit.replacement} for edit in fix.edits
    ]


def _range(place: Place) -> dict[str, dict[str, int]]:
    return {"start": _position(place, place.start), "end": _position(place, place.end)}


def _position(place: Place, offset: int) -> dict[str, int]:
    line, column = place.source.locate(offset)
    before = place.source.text[offset - column + 1 : offset]
    return {"line": line, "column": len(before.encode("utf-8", "surrogatepass")) + 1}
