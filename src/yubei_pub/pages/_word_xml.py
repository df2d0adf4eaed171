"""The namespaces of a Word file, as lxml writes them, and the values of its elements."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
V = "{urn:schemas-microsoft-com:vml}"


def value(parent: _Element | None, *path: str) -> str:
    """The `w:val` of an element by the names that lead to it; empty where there is none."""
    found = None if parent is None else parent.find("/".join(f"{W}{name}" for name in path))
    return "" if found is None else found.get(f"{W}val") or ""
