"""yubei-pub.yaml holds settings that the program knows.

Found while the settings are read.  A setting that cannot be understood has its default.

Bad:   oder: zh-en
Good:  order: zh-en
"""

from __future__ import annotations

from yubei_pub.findings import Severity

SEVERITY = Severity.ERROR
