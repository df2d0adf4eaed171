"""A web page in one file: pictures and style sheet in it, no script, safe against anything the texts say.

Text becomes markup in one place, `_html_elements.text`; the content security policy lets a browser load nothing
at all and apply only the style sheets whose digests it names.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence
from hashlib import sha256

from yubei_pub.model import Briefing, Picture
from yubei_pub.settings import Style
from yubei_pub.wording import volume
from yubei_pub.writers import _html_matter
from yubei_pub.writers._html_elements import element, text
from yubei_pub.writers._html_pictures import for_screen
from yubei_pub.writers._html_sheet import Medium, Sheet, layout, stylesheet
from yubei_pub.writers._widths import points, shortened

_RUNNING, _PRINTED = 8, 482  # points of the running lines, and of the width of a printed page between its margins


def write(briefings: Sequence[Briefing], style: Style) -> bytes:
    """A web page of the briefings, one after the other, with one list of contents and one of terms."""
    sheets = Sheet.all(briefings, style, Medium(_embedded))
    page = element("html", _head(sheets) + _body(sheets), lang=sheets[0].english.language)
    return f"<!DOCTYPE html>\n{page}\n".encode()


def _body(sheets: Sequence[Sheet]) -> str:
    several = len(sheets) > 1
    content = "".join(_html_matter.article(sheet) for sheet in sheets)
    before = _html_matter.volume_block(sheets) + _html_matter.contents(sheets) if several else ""
    after = _html_matter.terms(sheets) if several else ""
    # The first thing that the keyboard comes to.
    skip = element("a", text("Skip to the text"), class_="skip", href=f"#{sheets[0].prefix}text", lang="en")
    return element("body", skip + before + element("main", content + after), class_=layout(sheets[0].style))


def _head(sheets: Sequence[Sheet]) -> str:
    styles = (stylesheet("type.css") + stylesheet("page.css"), _paper(sheets))
    allowed = " ".join(f"'sha256-{b64encode(sha256(css.encode()).digest()).decode()}'" for css in styles)
    policy = f"default-src 'none'; style-src {allowed}; img-src data:; base-uri 'none'; form-action 'none'"
    title = volume.name([sheet.briefing for sheet in sheets], sheets[0].style)
    parts = (
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=policy),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="generator", content="yubei-pub"),
        element("title", text(title)),
        *(f"<style>{css}</style>" for css in styles),
    )
    return element("head", "\n".join(parts))


def _paper(sheets: Sequence[Sheet]) -> str:
    """The running lines of a printed page, as in Word; they differ from document to document."""
    first = sheets[0]
    lines = volume.running([sheet.briefing for sheet in sheets], first.style)
    right = lines.draft or lines.date
    room = _PRINTED - points(right, _RUNNING) - 2 * _RUNNING  # on one line
    boxes = {
        "top-left": _string(shortened(lines.title, _RUNNING, room)),
        "top-right": _string(right),
        "bottom-left": _string(lines.versions),
        "bottom-right": '"Page " counter(page) " of " counter(pages)',
    }
    look = "font: 8pt Calibri, Carlito, 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif; color: #6b7280;"
    rules = "".join(f"@{place} {{ content: {content}; {look} }}\n" for place, content in boxes.items())
    return f"@page {{ size: {first.style.paper}; margin: 22mm 20mm 20mm;\n{rules}}}\n"


def _string(words: str) -> str:
    """A string of CSS; whatever is no letter or digit is escaped, so that nothing can end it (CSS Syntax 4.3.7)."""
    return '"' + "".join(c if c.isascii() and c.isalnum() else f"\\{ord(c):x} " for c in words) + '"'


def _embedded(picture: Picture) -> str:
    shown = for_screen(picture)
    return f"data:image/{shown.kind};base64,{b64encode(shown.data).decode()}"
