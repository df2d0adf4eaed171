"""Texts as YAML that our reader, and every other, reads back as the same text."""

from __future__ import annotations

import json

from yubei_pub.findings import Place
from yubei_pub.patterns import lazy_regex
from yubei_pub.strict_yaml.nodes import Scalar, ambiguous
from yubei_pub.trace import Source

# Nothing that means something to YAML, in a block or between brackets; the rest stands in quotation marks.
_PLAIN = lazy_regex(r"[^\W_](?:[^\W_]| (?! )|[-/.’“”%()](?!$))*[^\W_]|[^\W_]")


def scalar(text: str) -> str:
    """A text on one line, in quotation marks only where it needs them."""
    plain = _PLAIN.fullmatch(text) and text.isprintable() and not text[0].isdigit()
    return text if plain and not ambiguous(_as_typed(text)) else quoted(text)


def quoted(text: str) -> str:
    """In double quotes, as JSON writes it; what nobody sees, or YAML refuses, by its number."""
    return "".join(c if c.isprintable() or c == "\u3000" else _number(c) for c in json.dumps(text, ensure_ascii=False))


def _number(char: str) -> str:
    return f"\\u{ord(char):04x}" if ord(char) < 0x10000 else f"\\U{ord(char):08x}"


def _as_typed(text: str) -> Scalar:
    return Scalar(text, Place(Source("", text), 0, len(text)), plain=True)
