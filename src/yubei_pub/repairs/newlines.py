"""Line breaks of other systems become a plain line feed.

Windows and old Macintosh files, form feeds between printed pages and Unicode's own line and
paragraph separators all end a line; the rest of the program knows one line break.

Bad:  `第一行␍␊第二行` (carriage return and line feed)
Good: `第一行␊第二行`
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from yubei_pub.trace import Edit

_FOREIGN = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")


def edits(text: str) -> Iterator[Edit]:
    """Replace every foreign line break by a line feed."""
    for match in _FOREIGN.finditer(text):
        yield Edit(match.start(), match.end(), "\n", "newlines")
