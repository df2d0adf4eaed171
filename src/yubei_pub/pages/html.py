"""Saved HTML pages: the article's lines with what the page says they are, each traced to the file."""

from __future__ import annotations

from yubei_pub.pages._web import pictures, read

__all__ = ["pictures", "read"]

EXTENSIONS = (".html", ".htm", ".xhtml", ".shtml")
LARGEST = 32 * 1024 * 1024  # bytes: some have their pictures in them
