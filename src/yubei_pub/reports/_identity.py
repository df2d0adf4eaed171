"""What makes a finding the same finding after lines above it have moved."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from hashlib import sha256

from yubei_pub.findings import Finding


def fingerprints(findings: Sequence[Finding]) -> Iterator[str]:
    """A name for each finding, unique in the report and the same as long as its own text stays.

    Made of the rule, the file, the text at the place and the words of the message without its
    arguments, which may be line numbers; equal ones are counted.
    """
    seen: Counter[str] = Counter()
    for finding in findings:
        name = sha256("\0".join(_parts(finding)).encode("utf-8", "surrogatepass")).hexdigest()[:32]
        seen[name] += 1
        yield f"{name}:{seen[name]}"


def _parts(finding: Finding) -> tuple[str, ...]:
    place = finding.place
    marked = place.written
    return finding.rule, place.path, finding.message.template, marked or place.source.line(place.position.line)
