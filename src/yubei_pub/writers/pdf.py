"""PDF, typeset by typst: tagged for screen readers (PDF/UA-1), with bookmarks, the fonts inside.

The briefing goes to the page as values in a file, never as markup, so that nothing an editor writes
can be taken for code: data/briefing.typ says how it looks.  typst's package is optional.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from yubei_pub import shipped
from yubei_pub.model import Briefing
from yubei_pub.settings import Style
from yubei_pub.wording import matter, volume
from yubei_pub.writers import _typst, _typst_matter
from yubei_pub.writers._typst_sheet import Sheet, Values
from yubei_pub.writers._typst_words import pair
from yubei_pub.xmltext import clean


def write(briefings: Sequence[Briefing], style: Style) -> bytes:
    """A PDF of the briefings one after the other, each with its own running header; several have one list of contents
    and one of terms.

    The fonts are the computer's own, so that the same briefings give the same bytes on one computer.
    Raises YubeiError where typst or a Chinese font is not installed.
    """
    return typeset(briefings, style)[0]


def typeset(briefings: Sequence[Briefing], style: Style) -> tuple[bytes, list[str]]:
    """The PDF, and what typst noticed while it made it."""
    fonts = _typst.fonts()
    sheets = [Sheet(number, briefing, style) for number, briefing in volume.numbered(briefings)]
    values = _document(sheets, style) | {"fonts": fonts}
    with TemporaryDirectory(prefix="yubei-pub-") as folder:
        root = Path(folder).resolve()
        _fill(root, values, {name: data for sheet in sheets for name, data in sheet.files.items()})
        return _typst.compiled(root, _midnight(values["date"]))


def _fill(root: Path, values: Values, pictures: Mapping[str, bytes]) -> None:
    """What typst may see: the page, the values, the pictures."""
    page = shipped.data("briefing.typ")
    written = json.dumps(values, ensure_ascii=False).encode()
    for name, data in {"main.typ": page, "briefing.json": written, **pictures}.items():
        (root / name).write_bytes(data)


def _document(sheets: Sequence[Sheet], style: Style) -> Values:
    """All that is printed, and the properties of the file, as in Word."""
    first, last = sheets[0], sheets[-1]
    several = first is not last
    briefings = [sheet.briefing for sheet in sheets]
    return {
        "title": clean(volume.name(briefings, style)),
        "author": clean(first.briefing.printed_front.get("publisher", "")) or "yubei-pub",
        "date": matter.core_date(last.briefing),
        "language": _language(matter.language(first.briefing)),
        "page": first.page,
        "opening": _typst_matter.opening(sheets) if several else None,
        "contents": pair(matter.CONTENTS) if volume.has_contents(briefings, style) else [],
        "briefings": [_typst_matter.briefing(sheet) for sheet in sheets],
        "running": _typst_matter.running(sheets),
        "terms": _typst_matter.terms(sheets),
    }


def _midnight(day: str) -> int:
    return int(datetime.fromisoformat(day).replace(tzinfo=UTC).timestamp())


def _language(tag: str) -> list[str]:
    """Language and region, if it has one, as typst and PDF take them."""
    language, *others = tag.lower().split("-")
    return [language, *(part for part in others[:1] if re.fullmatch("[a-z]{2}", part))]
