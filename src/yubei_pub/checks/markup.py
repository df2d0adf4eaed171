"""zh.md and en.md are written in the Markdown that the program understands.

Found while the files are read.  Keyboards in Chinese mode type `：`, `！［］（）`, `｛#id｝` and
U+3000: these are read as what was meant, and reported so that GitHub shows them right too.

Bad:   ## 城市建設更智慧 ｛#s1｝
Good:  ## 城市建設更智慧 {#s1}
"""

from __future__ import annotations

from yubei_pub.findings import Severity

SEVERITY = Severity.WARNING
