"""Findings for Jenkins and other build servers: JUnit's XML, one suite a file.

An error is a failure.  Warnings and notes are cases that pass and say so, because they do not
fail the command either.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby
from xml.etree import ElementTree as ET

from yubei_pub.findings import Finding, Severity, errors
from yubei_pub.reports import NO_MANUALS
from yubei_pub.xmltext import FORBIDDEN


def write(findings: Sequence[Finding], manuals: Mapping[str, str] = NO_MANUALS) -> str:
    """A document; without findings it has one case that passes, since Jenkins refuses an empty one."""
    root = ET.Element("testsuites", _counts("yubei-pub", findings))
    for path, found in groupby(findings, key=lambda finding: finding.place.path):
        group = list(found)
        suite = ET.SubElement(root, "testsuite", _counts(path, group))
        for finding in group:
            _case(suite, finding)
    if not findings:
        suite = ET.SubElement(root, "testsuite", _counts("yubei-pub", [], passed=1))
        ET.SubElement(suite, "testcase", {"name": "Nothing found", "classname": "yubei-pub"})
    ET.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"


def _case(suite: ET.Element, finding: Finding) -> None:
    line, column = finding.place.position
    name = f"{finding.rule} {line}:{column}"
    case = ET.SubElement(suite, "testcase", {"name": name, "classname": _text(finding.place.path)})
    words = _text(finding.full_message)
    if finding.severity is Severity.ERROR:
        attributes = {"type": finding.rule, "message": _text(str(finding.message))}
        ET.SubElement(case, "failure", attributes).text = f"line {line}, column {column}: {words}"
    else:
        ET.SubElement(case, "system-out").text = f"{finding.severity.value}, line {line}, column {column}: {words}"


def _counts(name: str, findings: Sequence[Finding], passed: int = 0) -> dict[str, str]:
    counts = {"tests": len(findings) + passed, "failures": errors(findings), "errors": 0}
    return {"name": _text(name), **{key: str(count) for key, count in counts.items()}}


def _text(text: str) -> str:
    """A text without what XML cannot hold, not even as its number."""
    return FORBIDDEN.sub(lambda match: f"\\u{ord(match[0]):04x}", text)
