"""Text as XML can hold it: in Word files, web pages and whatever else is written as markup."""

from __future__ import annotations

from yubei_pub.patterns import lazy_regex

# What XML 1.0 (section 2.2, Char) cannot hold, escaped or not: all but tab, line break, U+0020–D7FF, E000–FFFD …
FORBIDDEN = lazy_regex(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def clean(text: str) -> str:
    """The text without the characters that XML forbids (NUL, lone surrogates, U+FFFE, …)."""
    return text if text.isprintable() else FORBIDDEN.sub("", text)  # none of them is printable; four times as fast


def escape(text: str) -> str:
    """The text as character data or as the value of an attribute in double quotes."""
    return entities(clean(text))


def entities(text: str) -> str:
    """With entities for what is markup; every character of a document comes through here, and hardly one is."""
    if "&" in text or "<" in text or ">" in text or '"' in text:
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
    return text


def attribute(text: str) -> str:
    """A value for an attribute; line breaks would be read as blanks anyway."""
    return escape(" ".join(text.split()))
