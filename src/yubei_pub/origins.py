"""Where the Chinese of a briefing comes from: the saved page that it was made from, an editor, a repair."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from yubei_pub.findings import Place


class Origin(NamedTuple):
    """Where a stretch `[start, end)` of zh.md comes from.

    `page` is the place on the saved page, None for an editor's text; `rule` the repair that changed it, if one did.
    """

    start: int
    end: int
    page: Place | None = None
    rule: str = ""
    certain: bool = True

    @property
    def kind(self) -> str:
        """`page`, `repair` or `editor`."""
        return "editor" if self.page is None else "repair" if self.rule else "page"


class Provenance(NamedTuple):
    """The saved page a briefing was made from and the origin of every character of zh.md.

    `counts` gives characters by kind (page, repair, editor), over the text without markup; `sha256`
    is that of the page's bytes, `text_sha256` that of its text, whatever its line ends.
    """

    page: str
    sha256: str
    origins: tuple[Origin, ...]
    counts: Mapping[str, int]
    text_sha256: str = ""
