"""The pictures named in zh.md are there, can be read and can be printed.

Found while the files are read.  A figure without its picture keeps its caption and its
place.  SVG, WebP and the like, which not every Word shows, are not printed, nor is what has more than
60 million pixels or is damaged.  A path that leads out of the briefing's folder is an error: what is published must
stand in the repository beside its text.

Bad:   ![Central Park](../../private/park.jpg)
Good:  ![Central Park](figures/park.jpg)

What to do: put a PNG, JPEG or GIF into the briefing's folder under the name in zh.md.
"""

from __future__ import annotations

from yubei_pub.findings import Severity

SEVERITY = Severity.WARNING
