"""What `import` was not sure of when it took a saved page apart.

A text file does not say what is a heading and what a short paragraph.  Where the page
leaves it open, the likelier reading is written to zh.md and reported, once, for an editor
to compare with the page.

Bad:   a line without a full stop between two paragraphs, taken for a heading in silence.
Good:  the same line reported with its place on the page.

What to do: look at the page and at zh.md; correct zh.md where it is wrong.
"""

from __future__ import annotations

from yubei_pub.findings import Severity

SEVERITY = Severity.WARNING
