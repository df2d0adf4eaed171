"""Where a caption ends and its credit begins."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import cases

from yubei_pub.wording.captions import credit_start

CASES = cases("captions")


@pytest.mark.parametrize("path", CASES, ids=lambda p: p.stem)
def test_case(path: Path) -> None:
    given, expected = path.read_text(encoding="utf-8").split("\n---\n")
    found = []
    for caption in given.splitlines():
        at = credit_start(caption, path.stem == "chinese")
        found.append(f"{caption[:at].strip()} | {caption[at:].strip()}".rstrip())
    assert found == expected.splitlines()


def test_an_empty_caption_has_no_credit() -> None:
    assert credit_start("", chinese=True) == credit_start("", chinese=False) == 0
