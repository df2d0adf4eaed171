"""Findings for code scanning (GitHub, Azure DevOps, VS Code): SARIF 2.1.0, an OASIS standard.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html, and what GitHub makes of it:
https://docs.github.com/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from urllib.parse import quote

import yubei_pub
from yubei_pub.findings import Finding, Fix, Message, Place
from yubei_pub.reports import NO_MANUALS
from yubei_pub.reports._identity import fingerprints

REPOSITORY = True
MOST = 25_000  # GitHub refuses a run with more; it shows 5,000, so the gravest come first


def write(findings: Sequence[Finding], manuals: Mapping[str, str] = NO_MANUALS) -> str:
    """One run, with the manuals of the rules that spoke; what is over the limit is counted in a notification."""
    named = zip(findings, fingerprints(findings), strict=True)
    kept = sorted(named, key=lambda both: both[0].severity.rank)[:MOST]
    rules = {rule: at for at, rule in enumerate(sorted({finding.rule for finding, _ in kept}))}
    driver = {
        "name": "yubei-pub",
        "version": yubei_pub.__version__,
        "rules": [_rule(rule, manuals.get(rule, "")) for rule in rules],
    }
    run: dict[str, object] = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, rules[finding.rule], name) for finding, name in kept],
    }
    if len(findings) > MOST:
        words = f"{len(findings) - MOST} more findings are left out: a run has at most {MOST} results"
        said = {"level": "warning", "message": {"text": words}}
        run["invocations"] = [{"executionSuccessful": True, "toolExecutionNotifications": [said]}]
    log = {"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _rule(name: str, manual: str) -> dict[str, object]:
    rule: dict[str, object] = {"id": name}
    if manual:
        rule["shortDescription"] = {"text": manual.partition("\n")[0]}
        rule["fullDescription"] = {"text": manual.partition("\n\n")[0].replace("\n", " ")}
        rule["help"] = {"text": manual, "markdown": f"```text\n{manual}\n```"}
    return rule


def _result(finding: Finding, rule: int, fingerprint: str) -> dict[str, object]:
    result: dict[str, object] = {
        "ruleId": finding.rule,
        "ruleIndex": rule,
        "level": finding.severity.value,
        "message": {"text": str(finding.message)},
        "locations": [_location(finding.place)],
        "partialFingerprints": {"primaryLocationLineHash": fingerprint},
    }
    if finding.related:
        result["relatedLocations"] = [_location(place, message) for place, message in finding.related]
    if finding.fix:
        result["fixes"] = [_fix(finding.place, finding.fix)]
    return result


def _location(place: Place, message: Message | None = None) -> dict[str, object]:
    location: dict[str, object] = {
        "physicalLocation": {"artifactLocation": _artifact(place.path), "region": _region(place)}
    }
    if message is not None:
        location["message"] = {"text": str(message)}
    return location


def _artifact(path: str) -> dict[str, str]:
    """A file by its path in the repository, as a URI (RFC 3986: what is not ASCII is percent-encoded)."""
    return {"uri": quote(path), "uriBaseId": "%SRCROOT%"}


def _region(place: Place) -> dict[str, int]:
    (line, column), (end_line, end_column) = place.position, place.end_position
    return {"startLine": line, "startColumn": column, "endLine": end_line, "endColumn": end_column}


def _fix(place: Place, fix: Fix) -> dict[str, object]:
    replacements = [
        {
            "deletedRegion": _region(Place(place.source, edit.start, edit.end)),
            "insertedContent": {"text": edit.replacement},
        }
        for edit in fix.edits
    ]
    words = "Certain" if fix.certain else "A guess: read it before you take it"
    change = {"artifactLocation": _artifact(place.path), "replacements": replacements}
    return {"description": {"text": words}, "artifactChanges": [change]}
