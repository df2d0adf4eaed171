"""Files with nearly the name of one of ours: they are likely to hold work, and nothing reads them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from yubei_pub.findings import Finding, Message, Place, Severity
from yubei_pub.patterns import lazy_regex
from yubei_pub.trace import Source

# What Windows, OneDrive and people make of our names: en.md.txt, "en (1).md", en-LAPTOP.md, glossary.yml.
_OF_A_BRIEFING = {
    "zh.md": lazy_regex(r"zh\b.*\.md(?:\.txt)?|zh\.txt", re.I),
    "en.md": lazy_regex(r"en\b.*\.md(?:\.txt)?|en\.txt", re.I),
    "review.yaml": lazy_regex(r"review\b.*\.ya?ml(?:\.txt)?", re.I),
}
_OF_THE_PROJECT = {
    "glossary.yaml": lazy_regex(r"glossary\b.*\.ya?ml(?:\.txt)?", re.I),
    "yubei-pub.yaml": lazy_regex(r"yubei-pub\b.*\.ya?ml(?:\.txt)?", re.I),
}
_RENAME = "this is not read, for it is not called {ours}; rename it (Windows may hide an ending .txt)"
_COPY = "this looks like a copy of {ours}, and only that is read; take over what is new in it, then delete it"


def strays(root: Path, id: str = "") -> Iterator[Finding]:
    """Those in the folder of a briefing, or without one in that of the project."""
    folder = f"source/{id}/" if id else ""
    names = sorted(path.name for path in (root / folder).iterdir() if path.is_file())
    for ours, like in (_OF_A_BRIEFING if id else _OF_THE_PROJECT).items():
        for name in names:
            if name != ours and like.fullmatch(name):
                message = Message(_COPY if ours in names else _RENAME, ours=ours)
                yield Finding("stray-files", Severity.WARNING, Place(Source(f"{folder}{name}", ""), 0, 0), message)
